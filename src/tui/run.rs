//! The loop: everything that arrives is taken, then one frame is drawn.

use crossbeam_channel::{Receiver, never, select, unbounded};

use super::abilities::{Abilities, Background};
use super::decode::Input;
use super::editor;
use super::event::Event;
use super::input::InputReader;
use super::screen::Screen;
use super::signals::{self, SignalWatch};
use super::terminal::{self, Terminal};
use super::theme::Styles;
use super::view::view;
use crate::app::{App, Effect, Message, update};
use crate::config::{Settings, Theme, ThemeChoice};
use crate::diagnostic::Diagnostic;

/// Asks the terminal for the colour of its background; it answers when it likes, or not at all.
///
/// Asked after the first frame, and the answer is read among the keys: a library that waits for it keeps the first frame back on
/// terminals that say nothing, and swallows what is typed meanwhile.
const BACKGROUND_QUESTION: &[u8] = b"\x1b]11;?\x07";

/// After so many messages a frame is drawn, however many more there are: a flood of them must not look like a standstill.
const MESSAGES_A_FRAME: usize = 1000;

/// What the loop needs beside the state.
pub struct Options<'a> {
    /// What the terminal can do.
    pub abilities: Abilities,
    /// Returns the theme for a choice and a background.
    pub theme: &'a dyn Fn(&ThemeChoice, Background) -> Theme,
}

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The reader quit.
    Quit,
    /// The process was asked to end, by this signal.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
}

impl Ending {
    /// Ends the process by the signal that ended the loop, if one did, so that whoever waits for it sees which; else returns.
    ///
    /// The last thing to do, once all is saved.
    pub fn finish(self) {
        if let Self::Signal(signal) = self {
            signals::end_by(signal);
        }
    }
}

/// Takes the terminal and reads until the reader quits, the terminal is gone, or a signal ends it; the terminal is given back.
///
/// Messages of the world come from `inbox`; effects that are not the terminal's own go to `world`, which must not wait.
///
/// # Errors
/// When there is no terminal that can be read on.
pub fn run(
    app: &mut App,
    options: Options<'_>,
    inbox: &Receiver<Message>,
    world: &mut dyn FnMut(Effect),
) -> anyhow::Result<Ending> {
    if options.abilities.dumb {
        anyhow::bail!(
            "this terminal (TERM=dumb) cannot place text on a screen; `ibid mentions`, `kwic` and `text` print line after line"
        );
    }
    let (tell, events) = unbounded();
    let signals = SignalWatch::start(tell.clone())?;
    let terminal = Terminal::take(app.settings.mouse)?;
    let background = options.abilities.background.unwrap_or(Background::Dark);
    let mut reading = Reading {
        screen: Screen::new((&options.abilities).into(), app.size),
        styles: styles(app, &options, background),
        styled_for: app.settings.clone(),
        app,
        background,
        terminal,
        signals,
        input: None,
        options,
        world,
    };
    // Before anything else: the first frame waits for nobody.
    if reading.resize().is_err() || reading.draw().is_err() {
        return Ok(Ending::TerminalGone);
    }
    reading.input = Some(InputReader::start(tell)?);
    if reading.options.abilities.answers && terminal::write(BACKGROUND_QUESTION).is_err() {
        return Ok(Ending::TerminalGone);
    }
    Ok(reading.go(&events, inbox))
}

fn styles(app: &App, options: &Options<'_>, background: Background) -> Styles {
    Styles::new(
        &(options.theme)(&app.settings.theme, background),
        options.abilities.depth,
    )
}

struct Reading<'a> {
    app: &'a mut App,
    screen: Screen,
    styles: Styles,
    styled_for: Settings,
    background: Background,
    terminal: Terminal,
    signals: SignalWatch,
    input: Option<InputReader>,
    options: Options<'a>,
    world: &'a mut dyn FnMut(Effect),
}

/// Something that arrived.
enum Arrival {
    Event(Event),
    Message(Message),
    /// The world sends nothing any more.
    WorldEnded,
}

impl Reading<'_> {
    fn go(&mut self, events: &Receiver<Event>, inbox: &Receiver<Message>) -> Ending {
        let nobody = never();
        let mut inbox = inbox;
        loop {
            let mut arrival = Some(wait(events, inbox));
            let mut n_taken = 0;
            while let Some(arrived) = arrival {
                if matches!(arrived, Arrival::WorldEnded) {
                    inbox = &nobody;
                }
                if let Err(ending) = self.take(arrived) {
                    return ending;
                }
                n_taken += 1;
                arrival = (n_taken < MESSAGES_A_FRAME)
                    .then(|| ready(events, inbox))
                    .flatten();
            }
            if self.draw().is_err() {
                return Ending::TerminalGone;
            }
        }
    }

    fn take(&mut self, arrived: Arrival) -> Result<(), Ending> {
        match arrived {
            Arrival::Event(event) => self.event(event),
            Arrival::Message(message) => self.message(message),
            Arrival::WorldEnded => Ok(()),
        }
    }

    fn event(&mut self, event: Event) -> Result<(), Ending> {
        let gone = |_| Ending::TerminalGone;
        match event {
            Event::Input(Input::Key(key)) => self.message(Message::Key(key)),
            Event::Input(Input::Paste(text)) => self.message(Message::Paste(text)),
            Event::Input(Input::Mouse(mouse)) => self.message(Message::Mouse(mouse)),
            Event::Input(Input::Background(color)) => {
                self.background = Background::of(color);
                self.restyle();
                Ok(())
            }
            Event::Resized => self.resize().map_err(gone),
            Event::Stop => self.suspend(),
            Event::Continued => self.take_up().map_err(gone),
            Event::Terminate(signal) => Err(Ending::Signal(signal)),
            Event::TerminalGone => Err(Ending::TerminalGone),
        }
    }

    fn message(&mut self, message: Message) -> Result<(), Ending> {
        for effect in update(self.app, message) {
            self.effect(effect)?;
        }
        if self.app.settings != self.styled_for {
            self.restyle();
        }
        self.terminal
            .set_mouse(self.app.settings.mouse)
            .map_err(|_| Ending::TerminalGone)
    }

    fn effect(&mut self, effect: Effect) -> Result<(), Ending> {
        match effect {
            Effect::Quit => Err(Ending::Quit),
            Effect::Suspend => self.suspend(),
            Effect::Redraw => {
                self.screen.invalidate();
                Ok(())
            }
            Effect::Edit { path, line } => self.edit(&path, line),
            effect @ (Effect::Explain { .. } | Effect::FilterArticles { .. }) => {
                (self.world)(effect);
                Ok(())
            }
        }
    }

    fn restyle(&mut self) {
        self.styled_for = self.app.settings.clone();
        self.styles = styles(self.app, &self.options, self.background);
    }

    fn resize(&mut self) -> std::io::Result<()> {
        let size = terminal::size()?;
        // The first size of all asks nothing of the world.
        let effects = update(self.app, Message::Resize(size));
        effects.into_iter().for_each(&mut *self.world);
        Ok(())
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let (app, styles) = (&*self.app, &self.styles);
        self.screen
            .draw(app.size, |buffer| view(app, styles, buffer))
    }

    /// Gives the terminal back, stops until continued, and takes the terminal again.
    fn suspend(&mut self) -> Result<(), Ending> {
        self.aside(|_| signals::stop())
    }

    /// Gives the terminal back to an editor until it ends.
    fn edit(&mut self, path: &std::path::Path, line: u32) -> Result<(), Ending> {
        let mut outcome = Ok(());
        self.aside(|reading| {
            reading.signals.leave_keys_to_others(true);
            outcome = editor::run(&reading.options.abilities.editor, path, line);
            reading.signals.leave_keys_to_others(false);
        })?;
        match outcome {
            Ok(()) => Ok(()),
            Err(error) => {
                let complaint = Diagnostic::error(format!("{error:#}"))
                    .hint("set VISUAL or EDITOR to your editor");
                self.message(Message::Failed(complaint))
            }
        }
    }

    /// Does something while the terminal is not ours.
    fn aside(&mut self, act: impl FnOnce(&mut Self)) -> Result<(), Ending> {
        if let Some(input) = &mut self.input {
            input.pause();
        }
        terminal::give_back();
        act(self);
        self.take_up().map_err(|_| Ending::TerminalGone)?;
        if let Some(input) = &mut self.input {
            input.resume();
        }
        Ok(())
    }

    /// Takes the terminal again; it may have another size, and shows what others left on it.
    fn take_up(&mut self) -> std::io::Result<()> {
        self.terminal.take_again().map_err(std::io::Error::other)?;
        self.screen.invalidate();
        self.resize()
    }
}

fn wait(events: &Receiver<Event>, inbox: &Receiver<Message>) -> Arrival {
    select! {
        recv(events) -> event => Arrival::Event(event.unwrap_or(Event::TerminalGone)),
        recv(inbox) -> message => message.map_or(Arrival::WorldEnded, Arrival::Message),
    }
}

/// Returns what has arrived already; keys go before the world.
fn ready(events: &Receiver<Event>, inbox: &Receiver<Message>) -> Option<Arrival> {
    let event = events.try_recv().ok().map(Arrival::Event);
    event.or_else(|| inbox.try_recv().ok().map(Arrival::Message))
}
