//! The rules by name.

/// Every rule of the linter, with what breaks it. A name stays when the wording of its complaints changes.
pub const RULES: [(&str, &str); 42] = [
    // Errors: what a line says cannot be used.
    ("syntax", "the file is no TOML"),
    ("bad-schema", "`schema = 1` is missing, or another"),
    ("unknown-key", "a key that means nothing there"),
    ("misplaced-key", "a key or a table that belongs elsewhere"),
    (
        "wrong-type",
        "a value of another type than the key takes, or an empty one",
    ),
    ("unknown-kind", "a kind that is not declared"),
    ("too-many-kinds", "more kinds than anybody tells apart"),
    (
        "bad-id",
        "an id of other characters than letters, digits, `-`, `_` and `.`",
    ),
    ("repeated-id", "an id that an entity of another kind has"),
    ("no-name", "an entity without a name"),
    (
        "no-body",
        "an office whose state or body is missing or unfit",
    ),
    (
        "unknown-id",
        "an id that no entity has; of a holder it is a warning",
    ),
    ("unknown-title", "a title that is not declared"),
    (
        "bad-title",
        "a title with a wrong slot, or none where it needs one",
    ),
    ("unknown-ending", "endings that are not declared"),
    ("bad-braces", "braces that do not pair, or say nothing"),
    ("empty-form", "a form without any letter or digit"),
    (
        "too-many-forms",
        "a string that makes too many or too long forms",
    ),
    ("bad-qid", "something else than a Wikidata id"),
    ("repeated-qid", "a Wikidata id of two entities"),
    ("bad-tag", "something else than a language tag"),
    ("bare-holder", "a holder without `who` or `from`"),
    (
        "holder-days",
        "days of holders out of order, equal or overlapping",
    ),
    (
        "too-many-complaints",
        "the rest of the complaints about a file",
    ),
    // Warnings: a line does something other than its author is likely to have meant.
    (
        "two-owners",
        "a form of two entities in one language that neither calls shared",
    ),
    ("repeated-form", "a form listed twice in one entity"),
    (
        "hidden-form",
        "a form that a mask of the same words always hides",
    ),
    (
        "idle-mask",
        "a mask that contains no form, or gives way to one",
    ),
    (
        "short-form",
        "a form so short that it is found in other words' places",
    ),
    (
        "lone-short",
        "a short form with no name or acronym to introduce it in its language",
    ),
    (
        "lone-surname",
        "a leader of one word with no full name in its language",
    ),
    ("small-acronym", "an acronym with small letters"),
    ("two-alphabets", "letters of two alphabets in one word"),
    (
        "scattered-list",
        "lines of one list with another list between them",
    ),
    (
        "untidy-text",
        "double or stray spaces, characters that are not seen, letters and accents apart",
    ),
    (
        "absent-form",
        "`drop`, `solo` or `shared` for a form that is not there",
    ),
    ("old-asof", "an `asof` of more than a year ago"),
    // Warnings that take articles.
    (
        "never-found",
        "a string none of whose forms is in the articles",
    ),
    (
        "never-mention",
        "a string whose forms are in the articles and never a mention",
    ),
    (
        "small-twin",
        "a form that is commoner in small letters, as another word",
    ),
    (
        "sentence-opener",
        "a form that mostly opens sentences, as an ordinary word does",
    ),
    (
        "left-uncertain",
        "a form of several entities that articles leave open",
    ),
];
