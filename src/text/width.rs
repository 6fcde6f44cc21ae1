//! How many cells of a terminal a text takes. The one place that asks, so that wrapping and drawing agree.

use unicode_width::UnicodeWidthStr;

/// Returns the width in cells of a grapheme, or of any text without tabs, line ends and other controls.
///
/// ```
/// use ibid::text::width::cells;
/// assert_eq!((cells("é"), cells("北"), cells("👩‍🚀"), cells("e\u{301}")), (1, 2, 2, 1));
/// ```
pub fn cells(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.width()
    }
}
