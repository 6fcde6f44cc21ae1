//! Document ids: a hash of the content that is the same on every machine and in every version.

use std::collections::BTreeSet;

use super::DocId;

impl DocId {
    /// Returns the id of a content: its XXH64 with seed 0.
    ///
    /// The algorithm is fixed, for ids are kept by marks and notes: see the XXH64 specification of Yann Collet.
    ///
    /// ```
    /// use ibid::corpus::DocId;
    /// assert_eq!(DocId::of(b"abc"), DocId(0x44BC_2CF5_AD77_0999));
    /// ```
    pub fn of(content: &[u8]) -> Self {
        Self(xxh64(content))
    }
}

/// The ids given out in one corpus. Documents have to ask in the order of their paths, so that of two with the same content always the
/// same one gets the next number.
///
/// ```
/// use ibid::corpus::{DocId, DocIds};
/// let mut ids = DocIds::default();
/// assert_eq!(ids.claim(DocId(7)), DocId(7));
/// assert_eq!(ids.claim(DocId(7)), DocId(8));
/// ```
#[derive(Debug, Clone, Default)]
pub struct DocIds {
    taken: BTreeSet<u64>,
}

impl DocIds {
    /// Returns `id`, or the next free number when another document has it, and takes it.
    pub fn claim(&mut self, id: DocId) -> DocId {
        let mut free = id.0;
        while !self.taken.insert(free) {
            free = free.wrapping_add(1);
        }
        DocId(free)
    }
}

const PRIME_1: u64 = 0x9E37_79B1_85EB_CA87;
const PRIME_2: u64 = 0xC2B2_AE3D_27D4_EB4F;
const PRIME_3: u64 = 0x1656_67B1_9E37_79F9;
const PRIME_4: u64 = 0x85EB_CA77_C2B2_AE63;
const PRIME_5: u64 = 0x27D4_EB2F_1656_67C5;

fn xxh64(content: &[u8]) -> u64 {
    let (stripes, rest) = content.as_chunks::<32>();
    let mut hash = if stripes.is_empty() {
        PRIME_5
    } else {
        let mut lanes = [
            PRIME_1.wrapping_add(PRIME_2),
            PRIME_2,
            0,
            PRIME_1.wrapping_neg(),
        ];
        for stripe in stripes {
            for (lane, word) in lanes.iter_mut().zip(stripe.as_chunks::<8>().0) {
                *lane = round(*lane, u64::from_le_bytes(*word));
            }
        }
        let [a, b, c, d] = lanes;
        let start = a
            .rotate_left(1)
            .wrapping_add(b.rotate_left(7))
            .wrapping_add(c.rotate_left(12))
            .wrapping_add(d.rotate_left(18));
        lanes.into_iter().fold(start, |hash, lane| {
            (hash ^ round(0, lane))
                .wrapping_mul(PRIME_1)
                .wrapping_add(PRIME_4)
        })
    };
    hash = hash.wrapping_add(content.len() as u64);
    let (words, rest) = rest.as_chunks::<8>();
    for word in words {
        hash = (hash ^ round(0, u64::from_le_bytes(*word)))
            .rotate_left(27)
            .wrapping_mul(PRIME_1)
            .wrapping_add(PRIME_4);
    }
    let (halves, rest) = rest.as_chunks::<4>();
    for half in halves {
        hash = (hash ^ u64::from(u32::from_le_bytes(*half)).wrapping_mul(PRIME_1))
            .rotate_left(23)
            .wrapping_mul(PRIME_2)
            .wrapping_add(PRIME_3);
    }
    for &byte in rest {
        hash = (hash ^ u64::from(byte).wrapping_mul(PRIME_5))
            .rotate_left(11)
            .wrapping_mul(PRIME_1);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(PRIME_2);
    hash = (hash ^ (hash >> 29)).wrapping_mul(PRIME_3);
    hash ^ (hash >> 32)
}

fn round(lane: u64, word: u64) -> u64 {
    lane.wrapping_add(word.wrapping_mul(PRIME_2))
        .rotate_left(31)
        .wrapping_mul(PRIME_1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_values() {
        for (content, hash) in [
            ("", 0xEF46_DB37_51D8_E999),
            ("a", 0xD24E_C4F1_A98C_6E5B),
            ("abc", 0x44BC_2CF5_AD77_0999),
            (
                "Nobody inspects the spammish repetition",
                0xFBCE_A83C_8A37_8BF1,
            ),
        ] {
            assert_eq!(xxh64(content.as_bytes()), hash, "{content}");
        }
    }

    #[test]
    fn twins_are_told_apart() {
        let mut ids = DocIds::default();
        assert_eq!(ids.claim(DocId(u64::MAX)), DocId(u64::MAX));
        assert_eq!(ids.claim(DocId(u64::MAX)), DocId(0));
        assert_eq!(ids.claim(DocId(0)), DocId(1));
    }
}
