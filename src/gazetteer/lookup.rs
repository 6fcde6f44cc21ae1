//! Whom a reader means by what they type: an id, `kind:id`, or any name or form in any language.

use super::{AliasClass, EntityId, Gazetteer, nearest};
use crate::text::fold::fold;

/// No single entity is meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// Nobody has the name.
    #[error("no entity `{written}` in the gazetteer")]
    Unknown {
        /// What was typed.
        written: String,
        /// The id or name nearest to it.
        nearest: Option<String>,
    },
    /// Several have it.
    #[error("`{written}` may be {}", .ids.join(", "))]
    Several {
        /// What was typed.
        written: String,
        /// Their ids, as `kind:id`.
        ids: Vec<String>,
    },
}

impl NotFound {
    /// Returns what to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Unknown {
                nearest: Some(nearest),
                ..
            } => format!("did you mean `{nearest}`?"),
            Self::Unknown { nearest: None, .. } => {
                "`ibid entities` lists who appears in the articles".to_owned()
            }
            Self::Several { .. } => "write one of them".to_owned(),
        }
    }
}

impl Gazetteer {
    /// Returns the entity that is meant by an id, `kind:id`, a canonical name or any form, case and accents aside.
    ///
    /// The first of these that fits decides. Of several entities with a form, one with it as a name or acronym comes before one with
    /// an adjective, a capital or a short form.
    ///
    /// # Errors
    /// When nobody is meant, or several are.
    ///
    /// ```
    /// use ibid::gazetteer::{Gazetteer, Layer, SourceFile};
    /// let file = SourceFile { path: "g.toml".into(), layer: Layer::User };
    /// let text = "schema = 1\n[organisation.nato]\nname = \"NATO\"\nacronyms = \"OTAN\"\n".to_owned();
    /// let gazetteer = Gazetteer::load(vec![(file, text)]).0;
    /// assert_eq!(gazetteer.lookup("otan"), gazetteer.lookup("organisation:nato"));
    /// assert_eq!(gazetteer.lookup("natoo").unwrap_err().hint(), "did you mean `nato`?");
    /// assert_eq!(gazetteer.lookup("organization:nato").unwrap_err().hint(), "did you mean `organisation:nato`?");
    /// ```
    pub fn lookup(&self, written: &str) -> Result<EntityId, NotFound> {
        let written = written.trim();
        if let Some(id) = self.lookup_id(written) {
            return Ok(id);
        }
        let folded = fold(written);
        let mut found: Vec<(u8, EntityId)> = self
            .iter()
            .filter_map(|(id, entity)| {
                let by_name = (fold(&entity.name) == folded).then_some(0);
                let by_form = entity
                    .aliases
                    .iter()
                    .filter(|alias| alias.class != AliasClass::Mask && fold(&alias.form) == folded)
                    .map(|alias| rank(alias.class))
                    .min();
                Some((by_name.or(by_form)?, id))
            })
            .collect();
        found.sort_unstable();
        let best = found.first().map(|&(rank, _)| rank);
        found.retain(|&(rank, _)| Some(rank) == best);
        match found[..] {
            [(_, only)] => Ok(only),
            [] => Err(NotFound::Unknown {
                written: written.to_owned(),
                nearest: self.nearest_id(&folded),
            }),
            _ => Err(NotFound::Several {
                written: written.to_owned(),
                ids: found.iter().map(|&(_, id)| self.kind_and_id(id)).collect(),
            }),
        }
    }

    /// Returns the entity that is meant by an id or `kind:id`.
    pub fn lookup_id(&self, written: &str) -> Option<EntityId> {
        let written = written.trim();
        self.by_id(written).or_else(|| self.by_kind_and_id(written))
    }

    fn by_kind_and_id(&self, written: &str) -> Option<EntityId> {
        let (kind, id) = written.split_once(':')?;
        self.by_id(id)
            .filter(|&entity| self.kind_of(entity).id == kind)
    }

    fn kind_and_id(&self, id: EntityId) -> String {
        format!("{}:{}", self.kind_of(id).id, self.entity(id).id)
    }

    fn nearest_id(&self, folded: &str) -> Option<String> {
        if folded.contains(':') {
            let ids: Vec<String> = self.iter().map(|(id, _)| self.kind_and_id(id)).collect();
            return nearest(folded, ids.iter().map(String::as_str)).map(str::to_owned);
        }
        let ids = self.entities.iter().map(|entity| entity.id.as_str());
        let names = self.entities.iter().map(|entity| entity.name.as_str());
        nearest(folded, ids.chain(names)).map(str::to_owned)
    }
}

fn rank(class: AliasClass) -> u8 {
    match class {
        AliasClass::Name | AliasClass::Acronym => 1,
        AliasClass::Adjective | AliasClass::Capital | AliasClass::Metonym => 2,
        AliasClass::Short | AliasClass::Role | AliasClass::Mask => 3,
    }
}
