//! The concordance: every mention of an entity in context.

use super::{DocIdx, Posting, Snapshot};
use crate::gazetteer::EntityId;

/// How the lines of a concordance are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConcordanceOrder {
    /// Reading order.
    #[default]
    Reading,
    /// By the words before the keyword, read backwards from it.
    Left,
    /// By the words after it.
    Right,
    /// By form, then reading order.
    Form,
}

/// One line of a concordance: a mention and the text around it, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KwicLine {
    /// Which mention.
    pub posting: Posting,
    /// Which document, in reading order.
    pub doc: DocIdx,
    /// The text before it, white space runs made one space.
    pub left: String,
    /// The surface form.
    pub keyword: String,
    /// The text after it, white space runs made one space.
    pub right: String,
}

impl Snapshot {
    /// Returns the mentions of an entity with up to `context` characters on either side, cut at word edges.
    pub fn concordance(
        &self,
        entity: EntityId,
        context: usize,
        order: ConcordanceOrder,
    ) -> Vec<KwicLine> {
        let mut lines: Vec<KwicLine> = self
            .postings(entity)
            .iter()
            .map(|&posting| self.kwic_line(posting, context))
            .collect();
        match order {
            ConcordanceOrder::Reading => {}
            ConcordanceOrder::Left => lines.sort_by_cached_key(|line| {
                let words: Vec<String> = line
                    .left
                    .split_whitespace()
                    .rev()
                    .map(str::to_lowercase)
                    .collect();
                words
            }),
            ConcordanceOrder::Right => {
                lines.sort_by_cached_key(|line| line.right.trim_start().to_lowercase());
            }
            ConcordanceOrder::Form => {
                lines.sort_by_cached_key(|line| {
                    (self.mention(line.posting).form, line.keyword.to_lowercase())
                });
            }
        }
        lines
    }

    /// Returns one mention with up to `context` characters on either side.
    pub fn kwic_line(&self, posting: Posting, context: usize) -> KwicLine {
        let text = &self.document(posting.doc).text;
        let span = self.mention(posting).span;
        let (before, after) = (
            text.get(..span.start).unwrap_or_default(),
            text.get(span.end..).unwrap_or_default(),
        );
        let left: String = {
            let mut tail: Vec<char> = before.chars().rev().take(context).collect();
            tail.reverse();
            tail.into_iter().collect()
        };
        let right: String = after.chars().take(context).collect();
        KwicLine {
            posting,
            doc: posting.doc,
            left: one_line(&left),
            keyword: one_line(span.of(text).unwrap_or_default()),
            right: one_line(&right),
        }
    }
}

/// Makes every run of white space one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}
