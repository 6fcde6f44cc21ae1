//! The page: title, facts and the rows of text on the screen, with the mentions lit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation as _;

use super::pen::Pen;
use super::{Scene, rect};
use crate::app::{Layout, LitMention};
use crate::config::Role;
use crate::corpus::{DateEvidence, Document};
use crate::matcher::{Certainty, Form};
use crate::text::visible::{ChunkKind, chunks};
use crate::text::width::cells;
use crate::text::{Language, Script, Source, Span};

pub(super) struct PageView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) layout: &'a Layout,
}

impl Widget for PageView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let Self { scene, layout } = self;
        let Some(document) = &scene.app.page.document else {
            let words = if scene.app.library.is_indexed() {
                "There is nothing to read."
            } else {
                "Reading …"
            };
            Pen::new(buffer, rect(layout.text), 0).put(words, scene.style(Role::Dim));
            return;
        };
        Pen::new(buffer, rect(layout.title), 0).put(&document.title, scene.style(Role::PageTitle));
        Pen::new(buffer, rect(layout.facts), 0).put(&facts(document), scene.style(Role::PageFacts));
        if document.text.trim().is_empty() {
            Pen::new(buffer, rect(layout.text), 0)
                .put("This article has no text.", scene.style(Role::Dim));
        }
        let text = rect(layout.text);
        let lit = scene.app.lit(scene.app.page.visible());
        for (row, &span) in scene
            .app
            .page
            .rows()
            .iter()
            .enumerate()
            .take(usize::from(text.height))
        {
            let y = text.y + u16::try_from(row).unwrap_or(0);
            let line = Rect::new(text.x, y, text.width, 1);
            let row = RowView {
                scene,
                text: &document.text,
                span,
                lit: &lit,
            };
            row.render(line, buffer);
            // Beside the row of the current mention, where there is air: a mark that needs neither colour nor style.
            if text.x > layout.column.x
                && lit
                    .iter()
                    .any(|lit| lit.current && lit.mention.span.overlaps(span))
            {
                buffer.set_stringn(text.x - 1, y, "▸", 1, scene.mark());
            }
        }
    }
}

/// One row of the text.
struct RowView<'a> {
    scene: Scene<'a>,
    text: &'a str,
    span: Span<Source>,
    lit: &'a [LitMention<'a>],
}

/// A grapheme on the screen: which bytes of the text it shows, and in which cells.
struct Placed {
    span: Span<Source>,
    x: u16,
    width: u16,
}

impl Widget for RowView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let placed = self.place(area, buffer);
        let mut patch = |span: Span<Source>, style: Style| {
            let first = placed.partition_point(|grapheme| grapheme.span.end <= span.start);
            let covered = placed
                .iter()
                .skip(first)
                .take_while(|grapheme| grapheme.span.start < span.end);
            for grapheme in covered {
                buffer.set_style(Rect::new(grapheme.x, area.y, grapheme.width, 1), style);
            }
        };
        // The current mention last, over what lies inside it.
        let lit_of = |current: bool| self.lit.iter().filter(move |lit| lit.current == current);
        for lit in lit_of(false).chain(lit_of(true)) {
            patch(lit.mention.span, mention_style(self.scene, lit));
        }
        let search = self.scene.app.search.as_ref();
        if let Some(search) = search.filter(|search| Some(search.doc) == self.scene.app.page.doc())
        {
            let stands_at = search.at.and_then(|at| search.found.get(at));
            for found in search.within(self.span) {
                let role = if Some(found) == stands_at {
                    Role::SearchCurrent
                } else {
                    Role::SearchFound
                };
                patch(*found, self.scene.style(role));
            }
        }
    }
}

impl RowView<'_> {
    /// Writes the row without its mentions; returns where each grapheme came to stand.
    fn place(&self, area: Rect, buffer: &mut Buffer) -> Vec<Placed> {
        let (plain, marker) = (
            self.scene.style(Role::PageText),
            self.scene.style(Role::Marker),
        );
        let mut placed = Vec::new();
        let mut x = area.x;
        for chunk in chunks(self.text, self.span) {
            let style = if chunk.kind == ChunkKind::Marker {
                plain.patch(marker)
            } else {
                plain
            };
            let mut offset = chunk.span.start;
            for grapheme in chunk
                .shown
                .graphemes(true)
                .filter(|_| chunk.kind != ChunkKind::LineEnd)
            {
                let room = area.right() - x;
                let width = u16::try_from(cells(grapheme)).unwrap_or(u16::MAX);
                if width > room {
                    return placed;
                }
                buffer.set_stringn(x, area.y, grapheme, usize::from(room), style);
                let end = if chunk.kind == ChunkKind::Text {
                    offset + grapheme.len()
                } else {
                    chunk.span.end
                };
                placed.push(Placed {
                    span: Span::new(offset, end),
                    x,
                    width,
                });
                x += width;
                if chunk.kind == ChunkKind::Text {
                    offset = end;
                }
            }
        }
        placed
    }
}

/// Returns how a mention is lit: its kind's colour, its form's line, and over both whether it is followed, uncertain, current.
fn mention_style(scene: Scene<'_>, lit: &LitMention<'_>) -> Style {
    let mut style = scene
        .kind(lit.mention.entity)
        .patch(scene.style(form_role(lit.mention.form)));
    if lit.mention.certainty == Certainty::Uncertain {
        style = style.patch(scene.style(Role::MentionUncertain));
    }
    if lit.followed {
        style = style.patch(scene.style(Role::MentionFollowed));
    }
    if lit.current {
        style = style
            .patch(scene.style(Role::MentionCurrent))
            .remove_modifier(Modifier::DIM);
    }
    style
}

const fn form_role(form: Form) -> Role {
    match form {
        Form::Name => Role::FormName,
        Form::Acronym => Role::FormAcronym,
        Form::Short | Form::Nominal => Role::FormShort,
        Form::Adjective => Role::FormAdjective,
        Form::Capital | Form::Metonym => Role::FormMetonym,
        Form::Place => Role::FormPlace,
        Form::Role => Role::FormRole,
    }
}

/// Returns the line beneath the title: date, language, file, minutes to read.
fn facts(document: &Document) -> String {
    let date = document.dated.map(|dated| {
        // Not the article's own date: say so.
        let changed = if dated.evidence == DateEvidence::Modified {
            "changed "
        } else {
            ""
        };
        format!("{changed}{}", dated.date)
    });
    let language = document.language.map(|language| language.to_string());
    let minutes = Some(format!(
        "{} min",
        minutes(document.text.len(), document.language)
    ));
    let file = document.path.rsplit('/').next().map(str::to_owned);
    let parts: Vec<String> = [date, language, document.outlet.clone(), file, minutes]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}

/// Returns how long a text takes to read, from its length in bytes, for counting the words of a huge one would take as long.
fn minutes(n_bytes: usize, language: Option<Language>) -> usize {
    // About 230 words a minute, of six letters with their space; Chinese about 400 characters (Trauzettel-Klosinski and Dietz, 2012).
    let bytes_a_minute = match language.map_or(Script::Latin, Script::of_language) {
        Script::Latin => 1_400,
        Script::Cyrillic | Script::Greek | Script::Arabic | Script::Hebrew => 2_600,
        Script::EastAsian => 1_200,
        Script::SoutheastAsian | Script::Indic => 3_800,
    };
    n_bytes.div_ceil(bytes_a_minute).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_takes_a_minute_at_least() {
        let of = |tag: &str| tag.parse().ok();
        for (n_bytes, language, expected) in [
            (0, None, 1),
            (1_400, of("en"), 1),
            (4_000, of("fr"), 3),
            (4_000, of("ru"), 2),
            (4_000, of("zh"), 4),
        ] {
            assert_eq!(
                minutes(n_bytes, language),
                expected,
                "{n_bytes} {language:?}"
            );
        }
    }
}
