//! Did you mean: the known word nearest to a misspelt one.

/// Words longer than this are not compared: no id or key is, and the comparison costs the product of the lengths.
const LONGEST: usize = 64;

/// Returns the known word nearest to `word`, if one is near enough to have been meant.
///
/// ```
/// use ibid::gazetteer::nearest;
/// assert_eq!(nearest("natoo", ["nato", "aukus"]), Some("nato"));
/// assert_eq!(nearest("quux", ["nato", "aukus"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_few(word, known, 1).pop()
}

/// Returns the few known words nearest to `word`, the nearest first; words equally near stay in order.
pub(super) fn nearest_few<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    few: usize,
) -> Vec<&'a str> {
    let letters = word.chars().count();
    if letters > LONGEST {
        return Vec::new();
    }
    // One slip in three letters: `natoo` is `nato`, `un` is not `eu`.
    let allowed = (letters / 3).clamp(1, 3);
    let lowered = word.to_lowercase();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|candidate| {
            let difference = candidate.chars().count().abs_diff(letters);
            difference <= allowed && candidate.len() <= 4 * LONGEST
        })
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&lowered, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|&(distance, candidate)| {
            distance <= allowed && distance < candidate.chars().count()
        })
        .collect();
    near.sort_by_key(|&(distance, _)| distance);
    near.into_iter()
        .map(|(_, candidate)| candidate)
        .take(few)
        .collect()
}

/// Returns `did you mean …?` for a misspelt word, if a known one is near.
pub(super) fn did_you_mean<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(word, known).map(|known| format!("did you mean `{known}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_three_letters_is_forgiven() {
        let table = [
            ("nmaes", Some("names")),
            ("name", Some("names")),
            ("adjective", Some("adjectives")),
            ("Russsia", Some("russia")),
            ("un", None),
            ("", None),
            ("x", None),
        ];
        for (word, expected) in table {
            let known = ["names", "adjectives", "russia", "eu"];
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }

    #[test]
    fn the_nearest_comes_first_and_a_monster_is_not_compared() {
        assert_eq!(
            nearest_few("russia", ["prussia", "russie", "russia-x"], 5),
            ["prussia", "russie", "russia-x"]
        );
        assert_eq!(nearest(&"a".repeat(100), [&*"a".repeat(100)]), None);
    }
}
