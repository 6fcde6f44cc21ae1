//! The screen as it was and as it is to be; only what differs is written, a whole frame at once.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::Painter;
use super::terminal;
use crate::app::Size;

/// Terminals that know these show what is between them in one go; others take no notice.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// What the terminal shows.
pub(super) struct Screen {
    painter: Painter,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    is_stale: bool,
    bytes: Vec<u8>,
}

impl Screen {
    /// Returns a screen of which it is not known what it shows.
    pub(super) fn new(painter: Painter, size: Size) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        Self {
            painter,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            cursor: None,
            is_stale: true,
            bytes: Vec::new(),
        }
    }

    /// Takes it that the terminal may show anything.
    pub(super) fn invalidate(&mut self) {
        self.is_stale = true;
    }

    /// Draws a frame; `view` fills a blank buffer and says where the cursor is, if it is to be seen.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub(super) fn draw(
        &mut self,
        size: Size,
        view: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        self.frame(size, view);
        terminal::write(&self.bytes)
    }

    /// Makes the bytes of a frame.
    fn frame(&mut self, size: Size, view: impl FnOnce(&mut Buffer) -> Option<Position>) {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area != area {
            self.next = Buffer::empty(area);
            self.shown = Buffer::empty(area);
            self.is_stale = true;
        }
        self.next.reset();
        let cursor = view(&mut self.next);
        self.bytes.clear();
        self.bytes.extend_from_slice(FRAME_BEGINS);
        if self.is_stale {
            self.shown.reset();
            self.bytes.extend_from_slice(b"\x1b[?25l\x1b[0m\x1b[2J");
            self.cursor = None;
        } else if self.cursor.is_some() {
            self.bytes.extend_from_slice(b"\x1b[?25l");
        }
        let n_before = self.bytes.len();
        self.painter
            .paint(self.shown.diff(&self.next).into_iter(), &mut self.bytes);
        let is_same = self.bytes.len() == n_before && !self.is_stale && self.cursor == cursor;
        if let Some(at) = cursor {
            let place = format!(
                "\x1b[{};{}H\x1b[?25h",
                u32::from(at.y) + 1,
                u32::from(at.x) + 1
            );
            self.bytes.extend_from_slice(place.as_bytes());
        }
        self.bytes.extend_from_slice(FRAME_ENDS);
        if is_same {
            self.bytes.clear();
        }
        self.cursor = cursor;
        self.is_stale = false;
        std::mem::swap(&mut self.shown, &mut self.next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(screen: &mut Screen, size: Size, text: &str, cursor: Option<Position>) -> String {
        screen.frame(size, |buffer| {
            buffer.set_stringn(
                0,
                0,
                text,
                usize::from(size.width),
                ratatui::style::Style::new(),
            );
            cursor
        });
        String::from_utf8(screen.bytes.clone())
            .unwrap()
            .replace('\u{1b}', "^")
    }

    #[test]
    fn only_what_differs_is_written() {
        let painter = Painter {
            shapes: true,
            unicode: true,
        };
        let size = Size::new(5, 1);
        let mut screen = Screen::new(painter, size);
        assert_eq!(
            frame(&mut screen, size, "ab", None),
            "^[?2026h^[?25l^[0m^[2J^[1;1H^[0mab^[0m^[?2026l"
        );
        assert_eq!(frame(&mut screen, size, "ab", None), "");
        assert_eq!(
            frame(&mut screen, size, "ac", None),
            "^[?2026h^[1;2H^[0mc^[0m^[?2026l"
        );
        let at = Some(Position::new(2, 0));
        assert_eq!(
            frame(&mut screen, size, "ac", at),
            "^[?2026h^[1;3H^[?25h^[?2026l"
        );
        assert_eq!(frame(&mut screen, size, "ac", at), "");
        assert_eq!(
            frame(&mut screen, size, "ac", None),
            "^[?2026h^[?25l^[?2026l"
        );
        screen.invalidate();
        assert_eq!(
            frame(&mut screen, size, "", None),
            "^[?2026h^[?25l^[0m^[2J^[?2026l"
        );
        assert_eq!(
            frame(&mut screen, Size::new(1, 1), "abc", None),
            "^[?2026h^[?25l^[0m^[2J^[1;1H^[0ma^[0m^[?2026l"
        );
    }
}
