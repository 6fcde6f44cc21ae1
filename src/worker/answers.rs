//! Answers what would take too long on the key path: why a word is lit, which articles contain a text.

use crossbeam_channel::{Receiver, Sender};

use super::Current;
use crate::app::{Effect, Explanation, Message, articles};

/// Answers until the app or its inbox is gone.
pub(super) fn run(asked: &Receiver<Effect>, current: &Current, inbox: &Sender<Message>) {
    for effect in asked {
        if let Some(answer) = answer(effect, current)
            && inbox.send(answer).is_err()
        {
            return;
        }
    }
}

fn answer(effect: Effect, current: &Current) -> Option<Message> {
    match effect {
        Effect::Explain { location } => {
            let lines = match current.get() {
                Some((snapshot, matcher)) => {
                    let doc = snapshot.doc_idx(location.doc)?;
                    snapshot.explain(&matcher, doc, location.offset)
                }
                None => vec!["The article is not matched yet.".to_owned()],
            };
            Some(Message::Explained(Explanation { location, lines }))
        }
        Effect::FilterArticles { query } => {
            let (snapshot, _) = current.get()?;
            let documents = articles::containing(&snapshot, &query);
            Some(Message::Filtered { query, documents })
        }
        // These are the terminal's.
        Effect::Edit { .. } | Effect::Redraw | Effect::Suspend | Effect::Quit => None,
    }
}
