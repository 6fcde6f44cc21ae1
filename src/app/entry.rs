//! An entity's entry in the gazetteer: every form with the place that put it there.

use std::path::PathBuf;

use super::library::Library;
use super::rows::Rows;
use super::{App, Effect, Notice, Popup};
use crate::gazetteer::{AliasClass, EntityId, Layer, Origin};
use crate::text::Language;

/// A line of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// What it says: a form, or a fact of the entity.
    pub text: String,
    /// The list it stands in; `None` for the entry's own head.
    pub class: Option<AliasClass>,
    /// The language of documents that a form is valid in; `None` is every language.
    pub language: Option<Language>,
    /// The file it stands in.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u32,
    /// Whether the file is the reader's, so that an editor can open it.
    pub editable: bool,
}

/// An entry.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The entity's id in the gazetteer.
    pub id: String,
    /// How it is written in a file: `organisation.nato`.
    pub header: String,
    /// Its canonical name.
    pub name: String,
    /// The lines.
    pub lines: Vec<EntryRow>,
    /// The selected line.
    pub rows: Rows,
}

impl Entry {
    /// Returns the entry of an entity.
    pub(super) fn of(library: &Library, entity: EntityId) -> Self {
        let gazetteer = &library.snapshot.gazetteer;
        let known = gazetteer.entity(entity);
        let header = format!("{}.{}", gazetteer.kind_of(entity).id, known.id);
        let row = |text: String,
                   class: Option<AliasClass>,
                   language: Option<Language>,
                   origin: Origin| {
            let file = gazetteer.files.get(origin.file as usize);
            EntryRow {
                text,
                class,
                language,
                path: file.map(|file| file.path.clone()).unwrap_or_default(),
                line: origin.line,
                editable: file.is_some_and(|file| file.layer != Layer::Bundled),
            }
        };
        let mut lines = vec![row(format!("[{header}]"), None, None, known.origin)];
        if let Some(office) = &known.office {
            for pattern in gazetteer.patterns(office) {
                let slot = match pattern.slot {
                    crate::gazetteer::SlotClass::Adjective => "<adj>",
                    crate::gazetteer::SlotClass::Name => "<name>",
                };
                let text = format!("{}{slot}{}", pattern.before, pattern.after);
                lines.push(row(
                    text,
                    Some(AliasClass::Role),
                    pattern.language,
                    pattern.origin,
                ));
            }
            for holder in &office.holders {
                let text = format!("{} from {}", gazetteer.entity(holder.who).name, holder.from);
                lines.push(row(text, None, None, holder.origin));
            }
        }
        let aliases = known.aliases.iter();
        lines.extend(aliases.map(|alias| {
            row(
                alias.form.clone(),
                Some(alias.class),
                alias.language,
                alias.origin,
            )
        }));
        Self {
            id: known.id.clone(),
            header,
            name: known.name.clone(),
            lines,
            rows: Rows::default(),
        }
    }

    /// Works the entry out anew after the gazetteer changed.
    pub(super) fn refresh(&mut self, library: &Library) {
        if let Some(entity) = library.entity(&self.id) {
            let rows = self.rows;
            *self = Self::of(library, entity);
            self.rows = rows;
        }
    }
}

impl App {
    /// Opens the gazetteer's entry of the entity at hand, at the form that lit the current mention.
    pub(super) fn open_entry(&mut self) {
        let Some(entity) = self.entity_at_hand() else {
            self.notice = Some(Notice::failed("no mention on this screen"));
            return;
        };
        let mut entry = Entry::of(&self.library, entity);
        if matches!(self.popups.last(), Some(Popup::Entry(open)) if open.id == entry.id) {
            return;
        }
        if let Some(origin) = self.origin_of_current(entity) {
            let path = self.path_of(origin);
            let same = |row: &EntryRow| row.line == origin.line && Some(&row.path) == path.as_ref();
            entry.rows.selected = entry.lines.iter().position(same).unwrap_or(0);
        }
        self.popups.push(Popup::Entry(entry));
    }

    /// Returns the place in the gazetteer of the form that lit the current mention, if it is of the entity.
    fn origin_of_current(&self, entity: EntityId) -> Option<Origin> {
        let cursor = self.page.cursor_in_sight()?;
        let mentions = self.library.mentions_of(cursor.doc);
        let mention = &mentions[cursor.among(mentions)?];
        // A role is lit by the alias of the body named in it, which is another entity's.
        (mention.entity == entity && mention.alias.entity == entity)
            .then(|| self.library.snapshot.gazetteer.alias(mention.alias).origin)
    }

    fn path_of(&self, origin: Origin) -> Option<PathBuf> {
        let file = self
            .library
            .snapshot
            .gazetteer
            .files
            .get(origin.file as usize)?;
        Some(file.path.clone())
    }

    /// Opens the editor at the entry of the entity at hand, or at the selected form of an open entry.
    pub(super) fn edit_entry(&mut self) -> Vec<Effect> {
        if let Some(Popup::Entry(entry)) = self.popups.last()
            && let Some(row) = entry.lines.get(entry.rows.selected).cloned()
        {
            return self.edit_row(row);
        }
        let Some(entity) = self.entity_at_hand() else {
            self.notice = Some(Notice::failed("no mention on this screen"));
            return Vec::new();
        };
        let entry = Entry::of(&self.library, entity);
        let origin = self.origin_of_current(entity);
        let current = origin.and_then(|origin| {
            let path = self.path_of(origin);
            let mut rows = entry.lines.iter();
            rows.find(|row| {
                row.editable && row.line == origin.line && Some(&row.path) == path.as_ref()
            })
        });
        // The reader's own lines come before those shipped, which no editor may touch.
        let row = current.or_else(|| entry.lines.iter().find(|row| row.editable));
        match row.or(entry.lines.first()).cloned() {
            Some(row) => self.edit_row(row),
            None => Vec::new(),
        }
    }

    pub(super) fn edit_row(&mut self, row: EntryRow) -> Vec<Effect> {
        if row.editable {
            return vec![Effect::Edit {
                path: row.path,
                line: row.line,
            }];
        }
        let place = format!("{}:{}", row.path.display(), row.line);
        let text = format!(
            "{place} is shipped with ibid; what your own gazetteer says of the entity is laid over it"
        );
        self.notice = Some(Notice::failed(text));
        Vec::new()
    }
}
