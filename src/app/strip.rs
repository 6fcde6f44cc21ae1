//! The heat strip: how often each article mentions the followed entity, and which one is on the page.

use super::App;

/// One cell of the strip: an article, or several where there are more articles than cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StripCell {
    /// How many mentions of the followed entity its articles have.
    pub count: u32,
    /// Whether the article on the page is one of them.
    pub here: bool,
}

/// Returns how many cells a strip of so many columns has for so many articles.
pub(super) const fn cells(n_documents: usize, columns: usize) -> usize {
    if n_documents < columns {
        n_documents
    } else {
        columns
    }
}

impl App {
    /// Returns the cells of a heat strip of so many columns, in reading order.
    pub fn strip(&self, columns: usize) -> Vec<StripCell> {
        let snapshot = &self.library.snapshot;
        let n = snapshot.n_documents();
        let mut strip = vec![StripCell::default(); cells(n, columns)];
        if strip.is_empty() {
            return strip;
        }
        let n_cells = strip.len();
        let cell_of = |doc: usize| doc * n_cells / n;
        for &(doc, count) in self.follow.counts() {
            strip[cell_of(doc.index())].count += count;
        }
        if let Some(here) = self.page.doc().and_then(|doc| snapshot.doc_idx(doc)) {
            strip[cell_of(here.index())].here = true;
        }
        strip
    }
}
