//! Bytes to text: byte order mark, strict UTF-8, the encoding that the document declares, else the likeliest one.
//!
//! UTF-8 is never changed, its byte order mark included: the text of a plain document is its file byte for byte, so that every offset
//! into the text is an offset into the file. The mark is U+FEFF at offset 0, which has no width and which nothing shows.

use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// How much of a file is looked at to judge whether it is text.
const HEAD: usize = 8 * 1024;

/// How far into a page its declaration of an encoding is looked for; the standard asks for 1,024 bytes, pages in the wild need more.
const MAX_DECLARATION: usize = 4096;

/// How much of a text the likeliest encoding is guessed from.
const MAX_GUESSED: usize = 4 * 1024 * 1024;

/// A text and how it was found in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The name of the encoding (`UTF-8`, `windows-1252`).
    pub encoding: &'static str,
    /// Whether some bytes were not valid in the encoding; each stands as U+FFFD in the text.
    pub lossy: bool,
}

/// Bytes that are no text; holds what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}, not text")]
pub struct NotText(pub &'static str);

/// Decodes bytes. `page` is whether they may declare their encoding as HTML and XML do.
///
/// # Errors
/// [`NotText`] when they are a binary file, by its first bytes.
///
/// ```
/// use ibid::corpus::decode::decode;
/// assert_eq!(decode(b"l'\xC9lys\xE9e".to_vec(), false).unwrap().text, "l'Élysée");
/// assert!(decode(b"\x7FELF\x02\x01\x01\0\0\0".to_vec(), false).is_err());
/// ```
pub fn decode(bytes: Vec<u8>, page: bool) -> Result<Decoded, NotText> {
    if let Some(kind) = binary_kind(&bytes) {
        return Err(NotText(kind));
    }
    if let Some(encoding) = utf16_marked(&bytes) {
        let (text, lossy) = encoding.decode_with_bom_removal(&bytes);
        return Ok(decoded(text.into_owned(), encoding, lossy));
    }
    let declared = if page {
        declared_encoding(&bytes)
    } else {
        None
    };
    // Its bytes are ASCII, and so are valid UTF-8 that means nothing.
    if declared == Some(ISO_2022_JP) && bytes.contains(&0x1B) {
        let (text, lossy) = ISO_2022_JP.decode_without_bom_handling(&bytes);
        return Ok(decoded(text.into_owned(), ISO_2022_JP, lossy));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(decoded(text, UTF_8, false)),
        Err(error) => {
            let bytes = error.into_bytes();
            let encoding = if is_damaged_utf8(&bytes) {
                UTF_8
            } else {
                declared
                    .filter(|&encoding| encoding != UTF_8)
                    .unwrap_or_else(|| guess(&bytes))
            };
            let (text, lossy) = encoding.decode_without_bom_handling(&bytes);
            Ok(decoded(text.into_owned(), encoding, lossy))
        }
    }
}

fn decoded(text: String, encoding: &'static Encoding, lossy: bool) -> Decoded {
    Decoded {
        text,
        encoding: encoding.name(),
        lossy,
    }
}

/// Returns the encoding that a byte order mark of UTF-16 announces.
fn utf16_marked(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .filter(|&encoding| encoding == UTF_16LE || encoding == UTF_16BE)
}

/// Returns what a file is, by its first bytes, when it is no text.
///
/// A NUL or two in valid UTF-8 are text in which somebody put a NUL; a binary file has many, or bytes that are no UTF-8.
pub fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    /// The first bytes of files that are mistaken for articles, or that are text of a kind that cannot be read as such.
    const MAGIC: [(&[u8], &str); 17] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a zip archive or an office document"),
        (b"\x1F\x8B", "a gzip file"),
        (b"\x28\xB5\x2F\xFD", "a zstd file"),
        (b"BZh9", "a bzip2 file"),
        (b"\xFD7zXZ\0", "an xz file"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
        (b"{\\rtf", "an RTF document"),
        (b"\xD0\xCF\x11\xE0", "an office document"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"RIFF", "an image, a sound or a film"),
        (b"II*\0", "a TIFF image"),
        (b"MM\0*", "a TIFF image"),
        (b"\x7FELF", "a program"),
        (b"SQLite format 3\0", "a database"),
    ];
    /// A file with fewer NULs than one in so many bytes, and one more, is text.
    const BYTES_PER_NUL: usize = 256;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if utf16_marked(head).is_some() {
        return None;
    }
    let named = MAGIC
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|&(_, kind)| kind);
    let (other, n_nuls) = (is_other(head), head.split(|&byte| byte == 0).count() - 1);
    // Of these two the first bytes alone decide: the rest may well be ASCII.
    if head.starts_with(b"%PDF-")
        || head.starts_with(b"{\\rtf")
        || (named.is_some() && (other || n_nuls > 0))
    {
        return named;
    }
    // Escapes are left out: a log of a terminal session is text.
    let n_controls = head
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B))
        .count();
    let binary = if other {
        n_nuls > 0 || n_controls > head.len() / 10
    } else {
        n_nuls > 1 + head.len() / BYTES_PER_NUL
    };
    binary.then_some("a binary file")
}

/// Returns whether bytes, cut at any place, are not valid UTF-8.
fn is_other(head: &[u8]) -> bool {
    // Without `error_len` the last character was merely cut.
    std::str::from_utf8(head).is_err_and(|error| error.error_len().is_some())
}

/// Returns whether bytes are UTF-8 with some damage: far more characters of several bytes than bytes out of place.
///
/// In text of another encoding such a character hardly ever appears by chance, so one stray byte must not turn a whole article into
/// `Ã©`.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_valid, mut n_invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_invalid += usize::from(!chunk.invalid().is_empty());
    }
    n_valid > n_invalid.saturating_mul(4)
}

/// Returns the encoding that the head of a page declares, in `<meta charset>`, `<meta http-equiv>` or the XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes
        .get(..MAX_DECLARATION)
        .unwrap_or(bytes)
        .to_ascii_lowercase();
    let label = ["charset", "encoding"]
        .iter()
        .find_map(|key| declared_label(&head, key.as_bytes()))?;
    let encoding = Encoding::for_label(label)?;
    // A page that could be read up to here is in no UTF-16, whatever it says; the other two decode to nothing useful.
    let unusable = [UTF_16LE, UTF_16BE, REPLACEMENT, X_USER_DEFINED].contains(&encoding);
    Some(if unusable { UTF_8 } else { encoding })
}

/// Returns the word after the first `key =` of a page's head, quotes left out.
fn declared_label<'a>(head: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let mut rest = head;
    while let Some(at) = rest.windows(key.len()).position(|window| window == key) {
        rest = rest.get(at + key.len()..)?;
        let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else {
            continue;
        };
        let value = value.trim_ascii_start();
        let value = value
            .strip_prefix(b"\"")
            .or_else(|| value.strip_prefix(b"'"))
            .unwrap_or(value);
        let end = value
            .iter()
            .position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.+".contains(byte)));
        return value
            .get(..end.unwrap_or(value.len()))
            .filter(|label| !label.is_empty());
    }
    None
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    // ISO-2022-JP is made of escape sequences: it is believed only where it is declared.
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..MAX_GUESSED).unwrap_or(bytes), true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], page: bool, text: &str, encoding: &str, lossy: bool) {
        let decoded = decode(bytes.to_vec(), page).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.encoding, decoded.lossy),
            (text, encoding, lossy)
        );
    }

    #[test]
    fn utf8_is_kept_byte_for_byte() {
        for text in [
            "",
            "NATO",
            "\u{FEFF}l’OTAN\r\n",
            "a\0b",
            "\u{1b}[31m\u{85}\u{202e}",
        ] {
            check(text.as_bytes(), false, text, "UTF-8", false);
        }
    }

    #[test]
    fn marks_and_declarations_are_obeyed() {
        check(b"\xFF\xFEN\0A\0", false, "NA", "UTF-16LE", false);
        check(b"\xFE\xFF\0N\0A", false, "NA", "UTF-16BE", false);
        check(b"\xFF\xFEN\0A", false, "N\u{FFFD}", "UTF-16LE", true);
        let page = b"<meta charset=\"windows-1251\"><p>\xCD\xC0\xD2\xCE";
        check(
            page,
            true,
            "<meta charset=\"windows-1251\"><p>НАТО",
            "windows-1251",
            false,
        );
        let page =
            b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>\xA3\xF3d\xBC";
        assert!(decode(page.to_vec(), true).unwrap().text.ends_with("Łódź"));
        let page = b"<?xml version='1.0' encoding='iso-8859-1'?><html>\xE9";
        assert!(decode(page.to_vec(), true).unwrap().text.ends_with('é'));
        let page = b"<meta charset=iso-2022-jp>\x1B$BF|K\\\x1B(B";
        assert!(decode(page.to_vec(), true).unwrap().text.ends_with("日本"));
        let page = "<meta charset=latin1>é".as_bytes();
        check(page, true, "<meta charset=latin1>é", "UTF-8", false);
    }

    #[test]
    fn other_encodings_are_guessed() {
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("L’Élysée a réagi : « c’est fini ».");
        check(
            &bytes,
            false,
            "L’Élysée a réagi : « c’est fini ».",
            "windows-1252",
            false,
        );
        let text = "Президент России Владимир Путин встретился с министром иностранных дел.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        check(&bytes, false, text, "windows-1251", false);
    }

    #[test]
    fn a_stray_byte_in_utf8_costs_that_byte() {
        let mut bytes = "L’Élysée a réagi à l’été".as_bytes().to_vec();
        bytes.extend(b" \xFF fin");
        check(
            &bytes,
            false,
            "L’Élysée a réagi à l’été \u{FFFD} fin",
            "UTF-8",
            true,
        );
    }

    #[test]
    fn binaries_are_refused() {
        for bytes in [
            &b"%PDF-1.7\n"[..],
            b"PK\x03\x04\x14\0aaa",
            b"\x89PNG\r\n",
            b"\0\0\0\0\0\0",
            b"abc\0\xFF\xFE\x80",
            b"\x01\x02\xFF\x03\xFE\x04aa",
        ] {
            assert!(decode(bytes.to_vec(), false).is_err(), "{bytes:?}");
        }
        let mut tar = b"name.txt".to_vec();
        tar.resize(512, 0);
        assert!(decode(tar, false).is_err());
    }
}
