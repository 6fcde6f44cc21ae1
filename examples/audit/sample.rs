//! The dealing: strata by form, language and kind, and of each stratum the mentions with the smallest lots.

use std::collections::BTreeMap;

use ibid::corpus::Document;
use ibid::gazetteer::{EntityId, Gazetteer};
use ibid::matcher::{Form, Mention};

use crate::sheet::{Card, Printed, Reading, context, one_line};
use crate::walk::tag;

/// Characters of context on either side of a mention.
const CONTEXT: usize = 90;

/// What mentions are told apart by: form, language, kind.
type Stratum = (Form, String, String);

/// The mentions of one stratum: how many there are, and those with the smallest lots.
#[derive(Debug, Default)]
struct Pool {
    n_offered: usize,
    /// By lot; path and place part equal ones.
    drawn: BTreeMap<(u64, String, usize), Card>,
}

/// A sample on its way.
#[derive(Debug)]
pub(crate) struct Sample {
    size: usize,
    seed: u64,
    pools: BTreeMap<Stratum, Pool>,
}

impl Sample {
    pub(crate) fn new(size: usize, seed: u64) -> Self {
        Self {
            size,
            seed,
            pools: BTreeMap::new(),
        }
    }

    /// Returns how many mentions there were to choose from.
    pub(crate) fn n_offered(&self) -> usize {
        self.pools.values().map(|pool| pool.n_offered).sum()
    }

    /// Returns how many strata they are in.
    pub(crate) fn n_strata(&self) -> usize {
        self.pools.len()
    }

    /// Takes the mentions of an article into account.
    pub(crate) fn offer(
        &mut self,
        gazetteer: &Gazetteer,
        document: &Document,
        mentions: &[Mention],
    ) {
        let language = tag(document);
        for mention in mentions {
            let kind = gazetteer.kind_of(mention.entity).id.clone();
            let stratum = (mention.form, language.clone(), kind);
            let pool = self.pools.entry(stratum).or_default();
            pool.n_offered += 1;
            let lot = lot(self.seed, document.id.0, mention);
            let is_drawn = pool.drawn.len() < self.size
                || pool
                    .drawn
                    .last_key_value()
                    .is_some_and(|(largest, _)| lot < largest.0);
            if is_drawn {
                let key = (lot, document.path.clone(), mention.span.start);
                pool.drawn.insert(key, card(gazetteer, document, mention));
                if pool.drawn.len() > self.size {
                    pool.drawn.pop_last();
                }
            }
        }
    }

    /// Returns the sample, by form, language, kind and lot, numbered from 1.
    ///
    /// Every form gets the same share. Within a form the strata get shares by the square roots of their sizes, so that the large ones
    /// say more and the small ones are heard. What a form or stratum has too little for goes to the others.
    pub(crate) fn deal(self) -> Vec<Card> {
        let mut by_form: BTreeMap<Form, Vec<Pool>> = BTreeMap::new();
        for ((form, _, _), pool) in self.pools {
            by_form.entry(form).or_default().push(pool);
        }
        let available: Vec<(f64, usize)> = by_form
            .values()
            .map(|pools| (1.0, pools.iter().map(|pool| pool.n_offered).sum()))
            .collect();
        let mut cards: Vec<Card> = Vec::new();
        for (pools, share) in by_form.into_values().zip(shares(self.size, &available)) {
            let sizes: Vec<(f64, usize)> = pools
                .iter()
                .map(|pool| (as_float(pool.n_offered).sqrt(), pool.n_offered))
                .collect();
            for (pool, share) in pools.into_iter().zip(shares(share, &sizes)) {
                let weight = as_float(pool.n_offered) / as_float(share.max(1));
                let drawn = pool.drawn.into_values().take(share);
                cards.extend(drawn.map(|card| Card { weight, ..card }));
            }
        }
        for (number, card) in (1..).zip(&mut cards) {
            card.number = number;
        }
        cards
    }
}

/// Parts `total` by weights, nobody getting more than is there for it: as many as there are where that is not more than `total`.
///
/// The parts are whole; of those left over by rounding down the largest fractions get one each, the first of equals.
fn shares(total: usize, strata: &[(f64, usize)]) -> Vec<usize> {
    let mut parts = vec![0; strata.len()];
    loop {
        let left = total - parts.iter().sum::<usize>();
        let open: Vec<usize> = (0..strata.len())
            .filter(|&index| parts[index] < strata[index].1)
            .collect();
        if left == 0 || open.is_empty() {
            return parts;
        }
        let weights: f64 = open.iter().map(|&index| strata[index].0).sum();
        let mut fractions: Vec<(f64, usize)> = Vec::new();
        let mut given = 0;
        for &index in &open {
            let wanted = as_float(left) * strata[index].0 / weights;
            let whole = floor(wanted).min(strata[index].1 - parts[index]);
            parts[index] += whole;
            given += whole;
            if parts[index] < strata[index].1 {
                fractions.push((wanted - as_float(whole), index));
            }
        }
        if given == 0 {
            fractions.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            for &(_, index) in fractions.iter().take(left) {
                parts[index] += 1;
            }
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of mentions are far below 2^52"
)]
pub(crate) fn as_float(count: usize) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is between 0 and the total"
)]
fn floor(share: f64) -> usize {
    share as usize
}

/// Returns the lot of a mention: a number that its place and the seed decide, and nothing else.
fn lot(seed: u64, document: u64, mention: &Mention) -> u64 {
    [document, mention.span.start as u64, mention.span.end as u64]
        .into_iter()
        .fold(mix(seed), |lot, part| mix(lot ^ part))
}

/// The finalizer of `SplitMix64`: every bit of the answer hangs on every bit of the question.
fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn card(gazetteer: &Gazetteer, document: &Document, mention: &Mention) -> Card {
    let id = |entity: EntityId| gazetteer.entity(entity).id.clone();
    let entity = gazetteer.entity(mention.entity);
    let origin = gazetteer.alias(mention.alias).origin;
    let file = gazetteer.files.get(origin.file as usize);
    let candidates: Vec<String> = mention.candidates.iter().map(|&other| id(other)).collect();
    Card {
        reading: Reading {
            form: mention.form.as_str().to_owned(),
            lang: tag(document),
            kind: gazetteer.kind_of(mention.entity).id.clone(),
            certainty: mention.certainty.as_str().to_owned(),
            entity: entity.id.clone(),
            name: one_line(&entity.name),
            candidates: candidates.join(" "),
            office: mention.office.map(id).unwrap_or_default(),
            listed: file.map_or_else(String::new, |file| {
                one_line(&format!("{}:{}", file.path.display(), origin.line))
            }),
        },
        place: Printed {
            context: context(&document.text, mention.span, CONTEXT),
            date: document
                .trusted_date()
                .map(|date| date.to_string())
                .unwrap_or_default(),
            doc: one_line(&document.path),
            start: mention.span.start,
            end: mention.span.end,
        },
        ..Card::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_go_round() {
        for (total, strata, expected) in [
            (10, vec![(1.0, 100), (1.0, 100)], vec![5, 5]),
            (10, vec![(1.0, 2), (1.0, 100)], vec![2, 8]),
            (10, vec![(1.0, 2), (1.0, 3)], vec![2, 3]),
            (1, vec![(1.0, 9), (1.0, 9)], vec![1, 0]),
            (10, vec![(3.0, 9), (1.0, 9)], vec![8, 2]),
            (5, vec![], vec![]),
        ] {
            assert_eq!(shares(total, &strata), expected, "{total} {strata:?}");
        }
    }
}
