//! What an action is about: the mention under the cursor, the row of a list, the followed entity.

use super::card::CardRow;
use super::page::Cursor;
use super::{App, Focus, Popup};
use crate::gazetteer::EntityId;
use crate::index::Location;
use crate::text::boundary::is_word_char;
use crate::text::{Source, Span};

impl App {
    /// Returns the mention under the cursor, else the next one from there, or from the top, on the screen.
    pub(super) fn mention_at_hand(&self) -> Option<(Cursor, EntityId)> {
        let doc = self.page.doc()?;
        let mentions = self.library.mentions_of(doc);
        let cursor = self.page.cursor_in_sight();
        if let Some(cursor) = cursor
            && let Some(index) = cursor.among(mentions)
        {
            return Some((cursor, mentions[index].entity));
        }
        let visible = self.page.visible();
        let from = cursor.map_or(visible.start, |cursor| cursor.span.start);
        let first = mentions.partition_point(|mention| mention.span.start < from);
        mentions
            .get(first..)?
            .iter()
            .take_while(|mention| mention.span.start < visible.end)
            .find(|mention| self.look_of(mention).is_some())
            .map(|mention| {
                (
                    Cursor {
                        doc,
                        span: mention.span,
                    },
                    mention.entity,
                )
            })
    }

    /// Returns the entity that an action is about: of the pane in front, of the row in a side pane, under the cursor,
    /// followed, or nearest on the screen.
    pub(super) fn entity_at_hand(&self) -> Option<EntityId> {
        match self.popups.last() {
            Some(Popup::Card(card)) => {
                let row = card.lines.get(card.rows.selected);
                let id = match row {
                    Some(CardRow::Neighbour { id, .. } | CardRow::Office { id, .. }) => id,
                    _ => &card.id,
                };
                return self.library.entity(id);
            }
            Some(Popup::Concordance(concordance)) => return self.library.entity(&concordance.id),
            Some(Popup::Entry(entry)) => return self.library.entity(&entry.id),
            Some(Popup::Picker(picker)) => {
                if let Some(super::picker::Picked::Entity(id)) =
                    picker.selected().map(|row| &row.picked)
                {
                    return self.library.entity(id);
                }
            }
            Some(
                Popup::Why(_)
                | Popup::Help(_)
                | Popup::Problems(_)
                | Popup::Jumps(_)
                | Popup::Prompt(_),
            )
            | None => {}
        }
        if self.popups.is_empty() && self.panes.focus == Focus::Entities {
            let row = self
                .panes
                .entities
                .listed()
                .get(self.panes.entities.rows.selected);
            return row.map(|row| row.entity);
        }
        let near = self.mention_at_hand();
        let under_cursor = near.filter(|&(at, _)| self.page.cursor == Some(at));
        let mention = |(_, entity)| entity;
        under_cursor
            .map(mention)
            .or_else(|| self.follow.entity())
            .or_else(|| near.map(mention))
    }

    /// Returns the place that "why" is asked about: where the search stands, the cursor, or the nearest mention on the screen.
    pub(super) fn place_at_hand(&self) -> Option<(Location, Span<Source>)> {
        let doc = self.page.doc()?;
        let searched = self.search.as_ref().and_then(|search| {
            let span = *search.found.get(search.at?)?;
            self.page.row_of(span.start).map(|_| span)
        });
        let span = searched
            .or_else(|| self.page.cursor_in_sight().map(|cursor| cursor.span))
            .or_else(|| self.mention_at_hand().map(|(cursor, _)| cursor.span))?;
        let offset = span.start;
        Some((Location { doc, offset }, span))
    }

    /// Returns the mention at an offset of the article, the innermost of two, else the word there.
    pub(super) fn span_at(&self, offset: usize) -> Option<Span<Source>> {
        let lit = self.lit(Span::new(offset, offset + 1));
        let innermost = lit
            .iter()
            .map(|lit| lit.mention.span)
            .min_by_key(|span| span.len());
        innermost.or_else(|| word_at(self.page.text(), offset))
    }
}

/// Returns the word that an offset lies in.
fn word_at(text: &str, offset: usize) -> Option<Span<Source>> {
    let (before, after) = text.split_at_checked(offset)?;
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(_, c)| is_word_char(c))
        .last()
        .map_or(offset, |(at, _)| at);
    let end = after
        .char_indices()
        .find(|&(_, c)| !is_word_char(c))
        .map_or(text.len(), |(at, _)| offset + at);
    (end > offset).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_any_of_their_letters() {
        for (offset, word) in [
            (0, Some("été")),
            (2, Some("été")),
            (5, None),
            (6, Some("l")),
            (10, Some("OTAN")),
        ] {
            let text = "été l’OTAN";
            assert_eq!(
                word_at(text, offset).and_then(|span| span.of(text)),
                word,
                "{offset}"
            );
        }
        assert_eq!(word_at("x", 9), None);
        assert_eq!(word_at("é", 1), None);
    }
}
