//! Questions to a person at a terminal.
//!
//! Promises: every question has a flag that answers it; with `--no-input` or without a terminal the answer is
//! an error naming that flag, never a wait; Ctrl-C ends the program with the terminal as it was.
//!
//! Free text goes through `inquire`, choices through `dialoguer`: the latter's text input loses count of
//! Chinese characters (decisions.md).

use chrono::NaiveDate;
use inquire::InquireError;
use inquire::validator::Validation;

use crate::domain::money::Money;
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::Words;

use super::args::{read_date, read_sum};
use super::error::CliError;
use super::ui;
use crate::store::messages;

/// Asks questions in one language, or refuses to.
pub(crate) struct Prompt<'a> {
    /// The user's language.
    pub(crate) words: &'a Words,
    /// Whether a person is there and may be asked.
    pub(crate) allowed: bool,
}

impl Prompt<'_> {
    /// Stops with the flag's name if nobody can be asked.
    fn allowed(&self, flag: &str) -> Result<(), CliError> {
        if self.allowed && ui::can_ask() {
            Ok(())
        } else {
            Err(CliError::NeedsInput {
                flag: flag.to_owned(),
            })
        }
    }

    /// A text that passes a check; the check's answer is shown and the question asked again.
    pub(crate) fn text(
        &self,
        flag: &str,
        question: &str,
        check: impl Fn(&str) -> Result<(), String> + Clone + 'static,
    ) -> Result<String, CliError> {
        self.allowed(flag)?;
        let answer = inquire::Text::new(question)
            .with_validator(move |typed: &str| {
                Ok(match check(typed.trim()) {
                    Ok(()) => Validation::Valid,
                    Err(reason) => Validation::Invalid(reason.into()),
                })
            })
            .prompt();
        match answer {
            Ok(text) => Ok(text.trim().to_owned()),
            Err(InquireError::NotTTY) => Err(CliError::NeedsInput {
                flag: flag.to_owned(),
            }),
            Err(InquireError::IO(error)) => Err(CliError::writing(error)),
            Err(_) => Err(CliError::Stopped),
        }
    }

    /// A text that is not blank.
    pub(crate) fn line(&self, flag: &str, question: &str) -> Result<String, CliError> {
        let blank = self.words.text("cli-ask-blank");
        self.text(flag, question, move |typed| {
            if typed.is_empty() {
                Err(blank.clone())
            } else {
                Ok(())
            }
        })
    }

    /// A text, or nothing.
    pub(crate) fn optional(&self, flag: &str, question: &str) -> Result<Option<String>, CliError> {
        let question = format!("{question} {}", self.words.text("cli-ask-optional"));
        let text = self.text(flag, &question, |_| Ok(()))?;
        Ok((!text.is_empty()).then_some(text))
    }

    /// An amount, nought or more.
    pub(crate) fn money(&self, flag: &str, question: &str) -> Result<Money, CliError> {
        let reasons = self.money_reasons();
        let text = self.text(flag, question, move |typed| {
            read_sum(typed).map(|_| ()).map_err(&reasons)
        })?;
        read_sum(&text).map_err(|_| CliError::Stopped)
    }

    /// An amount, or nothing.
    pub(crate) fn optional_money(
        &self,
        flag: &str,
        question: &str,
    ) -> Result<Option<Money>, CliError> {
        let reasons = self.money_reasons();
        let question = format!("{question} {}", self.words.text("cli-ask-optional"));
        let text = self.text(flag, &question, move |typed| {
            if typed.is_empty() {
                Ok(())
            } else {
                read_sum(typed).map(|_| ()).map_err(&reasons)
            }
        })?;
        Ok(read_sum(&text).ok())
    }

    fn money_reasons(
        &self,
    ) -> impl Fn(Option<crate::domain::money::MoneyError>) -> String + Clone + 'static {
        use crate::domain::money::MoneyError;
        let all: Vec<(Option<MoneyError>, String)> = [
            MoneyError::NotANumber,
            MoneyError::TooFine,
            MoneyError::Grouping,
            MoneyError::TooLarge,
        ]
        .into_iter()
        .map(|error| (Some(error), messages::money(error, self.words)))
        .chain([(None, self.words.text("error-value-positive"))])
        .collect();
        move |error| {
            all.iter()
                .find(|(known, _)| *known == error)
                .map(|(_, text)| text.clone())
                .unwrap_or_default()
        }
    }

    /// A date; Enter alone gives `default`.
    pub(crate) fn date(
        &self,
        flag: &str,
        question: &str,
        default: Option<NaiveDate>,
    ) -> Result<NaiveDate, CliError> {
        let reason = self.words.text("error-value-date");
        let shown = match default {
            Some(date) => format!("{question} [{date}]"),
            None => question.to_owned(),
        };
        let text = self.text(flag, &shown, move |typed| {
            if (typed.is_empty() && default.is_some()) || read_date(typed).is_ok() {
                Ok(())
            } else {
                Err(reason.clone())
            }
        })?;
        read_date(&text).ok().or(default).ok_or(CliError::Stopped)
    }

    /// A date, or nothing.
    pub(crate) fn optional_date(
        &self,
        flag: &str,
        question: &str,
    ) -> Result<Option<NaiveDate>, CliError> {
        let reason = self.words.text("error-value-date");
        let question = format!("{question} {}", self.words.text("cli-ask-optional"));
        let text = self.text(flag, &question, move |typed| {
            if typed.is_empty() || read_date(typed).is_ok() {
                Ok(())
            } else {
                Err(reason.clone())
            }
        })?;
        Ok(read_date(&text).ok())
    }

    /// One of several, by its place.
    pub(crate) fn choose(
        &self,
        flag: &str,
        question: &str,
        items: &[String],
    ) -> Result<usize, CliError> {
        self.allowed(flag)?;
        restore_cursor_on_interrupt();
        dialoguer::Select::with_theme(&Plain)
            .with_prompt(question)
            .items(items)
            .default(0)
            .interact_opt()
            .ok()
            .flatten()
            .ok_or_else(stopped)
    }

    /// One of an enum's words, shown in the user's language.
    pub(crate) fn word<V: Vocabulary>(&self, flag: &str, question: &str) -> Result<V, CliError> {
        let items: Vec<String> = V::ALL.iter().map(|value| self.words.word(*value)).collect();
        let place = self.choose(flag, question, &items)?;
        V::ALL.get(place).copied().ok_or(CliError::Stopped)
    }

    /// Yes or no.
    pub(crate) fn confirm(
        &self,
        flag: &str,
        question: &str,
        default: bool,
    ) -> Result<bool, CliError> {
        self.allowed(flag)?;
        restore_cursor_on_interrupt();
        dialoguer::Confirm::new()
            .with_prompt(question)
            .default(default)
            .interact_opt()
            .ok()
            .flatten()
            .ok_or_else(stopped)
    }
}

/// Questions as they stand in the catalogue: they bring their own signs, `？` included.
struct Plain;

impl dialoguer::theme::Theme for Plain {
    fn format_select_prompt(&self, f: &mut dyn std::fmt::Write, prompt: &str) -> std::fmt::Result {
        write!(f, "{prompt}")
    }

    fn format_select_prompt_selection(
        &self,
        f: &mut dyn std::fmt::Write,
        prompt: &str,
        chosen: &str,
    ) -> std::fmt::Result {
        write!(f, "{prompt} {chosen}")
    }
}

/// Stopped while a choice was open: the cursor is given back before anything is said.
fn stopped() -> CliError {
    ui::show_cursor();
    CliError::Stopped
}

/// `dialoguer` hides the cursor while a choice is open and dies of Ctrl-C with it hidden.
#[cfg(unix)]
fn restore_cursor_on_interrupt() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let Ok(mut signals) = signal_hook::iterator::Signals::new([signal_hook::consts::SIGINT])
        else {
            return;
        };
        std::thread::spawn(move || {
            if signals.forever().next().is_some() {
                ui::show_cursor();
                std::process::exit(i32::from(super::exit::Exit::STOPPED.code()));
            }
        });
    });
}

#[cfg(not(unix))]
fn restore_cursor_on_interrupt() {}
