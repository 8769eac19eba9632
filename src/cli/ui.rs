//! Everything the program writes: data to standard output, talk to standard error.
//!
//! Promises: a pipe closed early ends the run quietly; a full device is an error with a sentence; colour
//! only where it is wanted; a fault of ours prints one line without any of the user's data and exits 70.

use std::io::{IsTerminal, Write};

use crate::domain::lang::Lang;
use crate::i18n::Words;

use super::clock;
use super::environment::Environment;
use super::error::CliError;
use super::exit::Exit;

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Whether to colour what goes to a stream.
    #[must_use]
    pub(crate) fn on(self, environment: &Environment, terminal: bool) -> bool {
        match self {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if environment.no_color => false,
            Colour::Auto => terminal || environment.force_color,
        }
    }
}

/// Whether standard output is a terminal.
#[must_use]
pub(crate) fn stdout_is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Whether standard error is a terminal, read by a person who wants whole words rather than broken ones.
#[must_use]
pub(crate) fn stderr_is_terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether a person can be asked: they type into standard input and see standard error.
#[must_use]
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Columns to write in: `COLUMNS`, else the terminal's, else 80; never fewer than 40 or more than 120.
#[must_use]
pub(crate) fn width(environment: &Environment) -> usize {
    let asked = environment
        .columns
        .as_deref()
        .and_then(|columns| columns.parse::<usize>().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(measured).unwrap_or(80).clamp(40, 120)
}

/// Writes data to standard output.
///
/// # Errors
/// [`CliError::PipeClosed`] if nobody reads any more, [`CliError::Write`] if it cannot be written.
pub(crate) fn data(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(CliError::writing)
}

/// Says something on standard error. Talk that cannot be heard is no error.
pub(crate) fn say(text: &str) {
    let mut err = std::io::stderr().lock();
    let _unheard = writeln!(err, "{text}");
}

/// Makes the cursor seen again.
pub(crate) fn show_cursor() {
    let mut err = std::io::stderr().lock();
    let _unheard = err.write_all(b"\x1b[?25h").and_then(|()| err.flush());
}

/// Replaces the panic message: one line, no data of the user's, exit 70.
///
/// The sentence is looked up only then: a start pays for no words it does not print.
pub(crate) fn guard_against_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |info| {
        let words = Words::new(lang);
        // A panic's message may quote an amount or a name; its place in the source cannot.
        let place = info
            .location()
            .map(|at| format!(" [{}:{}]", at.file(), at.line()))
            .unwrap_or_default();
        if clock::being_read() {
            say(&words.text("cli-bad-clock"));
            std::process::exit(i32::from(Exit::WRONG.code()));
        }
        say(&format!("{}{place}", words.text("cli-bug")));
        std::process::exit(i32::from(Exit::BUG.code()));
    }));
}
