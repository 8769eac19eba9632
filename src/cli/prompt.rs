//! Questions to a person at a terminal.
//!
//! Promises: every question has a flag that answers it; with `--no-input` or without a terminal the answer is
//! an error naming that flag, never a wait; Ctrl-C ends the program with the terminal as it was.
//!
//! Free text goes through `rustyline`, choices through `dialoguer`: the latter's text input loses count of
//! Chinese characters (decisions.md).

use chrono::NaiveDate;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;

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
        check: impl Fn(&str) -> Result<(), String>,
    ) -> Result<String, CliError> {
        self.allowed(flag)?;
        let mut line = line_editor()?;
        let sign = format!("{question} > ");
        let mut typed = String::new();
        loop {
            // A refused text is there again, to be mended instead of typed anew.
            match line.readline_with_initial(&sign, (&typed, "")) {
                Ok(text) => text.trim().clone_into(&mut typed),
                Err(ReadlineError::Io(error)) => return Err(CliError::writing(error)),
                Err(_) => return Err(stopped()),
            }
            match check(&typed) {
                Ok(()) => return Ok(typed),
                Err(reason) => ui::say(
                    &self
                        .words
                        .with("cli-ask-refused", &[("reason", reason.into())]),
                ),
            }
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

    /// An amount above nought.
    pub(crate) fn sum(&self, flag: &str, question: &str) -> Result<Money, CliError> {
        let reasons = self.money_reasons();
        let too_small = self.words.text("error-value-positive");
        let text = self.text(flag, question, move |typed| match read_sum(typed) {
            Ok(amount) if amount.is_positive() => Ok(()),
            Ok(_) | Err(None) => Err(too_small.clone()),
            Err(error) => Err(reasons(error)),
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
        .chain([(None, self.words.text("error-value-negative"))])
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

    /// One of several, by its place.
    pub(crate) fn choose(
        &self,
        flag: &str,
        question: &str,
        items: &[String],
    ) -> Result<usize, CliError> {
        self.allowed(flag)?;
        mind_interrupts(self.words);
        dialoguer::Select::with_theme(&Plain(self.words))
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

    /// Any number of an enum's words, none included.
    pub(crate) fn words_of<V: Vocabulary>(
        &self,
        flag: &str,
        question: &str,
    ) -> Result<Vec<V>, CliError> {
        self.allowed(flag)?;
        mind_interrupts(self.words);
        let items: Vec<String> = V::ALL.iter().map(|value| self.words.word(*value)).collect();
        let places = dialoguer::MultiSelect::with_theme(&Plain(self.words))
            .with_prompt(question)
            .items(&items)
            .interact_opt()
            .ok()
            .flatten()
            .ok_or_else(stopped)?;
        Ok(places
            .into_iter()
            .filter_map(|place| V::ALL.get(place).copied())
            .collect())
    }

    /// Yes or no.
    pub(crate) fn confirm(
        &self,
        flag: &str,
        question: &str,
        default: bool,
    ) -> Result<bool, CliError> {
        self.allowed(flag)?;
        mind_interrupts(self.words);
        dialoguer::Confirm::with_theme(&Plain(self.words))
            .with_prompt(question)
            .default(default)
            .interact_opt()
            .ok()
            .flatten()
            .ok_or_else(stopped)
    }
}

/// Questions as they stand in the catalogue: they bring their own signs, `？` included.
struct Plain<'a>(&'a Words);

impl dialoguer::theme::Theme for Plain<'_> {
    fn format_confirm_prompt(
        &self,
        f: &mut dyn std::fmt::Write,
        prompt: &str,
        default: Option<bool>,
    ) -> std::fmt::Result {
        let keys = match default {
            Some(true) => "[Y/n]",
            Some(false) => "[y/N]",
            None => "[y/n]",
        };
        write!(f, "{prompt} {keys} ")
    }

    fn format_confirm_prompt_selection(
        &self,
        f: &mut dyn std::fmt::Write,
        prompt: &str,
        chosen: Option<bool>,
    ) -> std::fmt::Result {
        let answer = match chosen {
            Some(true) => self.0.text("cli-yes"),
            Some(false) => self.0.text("cli-no"),
            None => String::new(),
        };
        write!(f, "{prompt} {answer}")
    }

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

/// A line to type in, on the terminal itself; nothing that is typed is kept.
fn line_editor() -> Result<rustyline::Editor<(), MemHistory>, CliError> {
    let config = rustyline::Config::builder()
        .behavior(rustyline::Behavior::PreferTerm)
        .auto_add_history(false)
        .build();
    rustyline::Editor::with_history(config.clone(), MemHistory::with_config(&config)).map_err(
        |error| match error {
            ReadlineError::Io(error) => CliError::writing(error),
            _ => CliError::Stopped,
        },
    )
}

/// `dialoguer` hides the cursor while a choice is open and dies of Ctrl-C with it hidden, without a word.
#[cfg(unix)]
pub(crate) fn mind_interrupts(words: &Words) {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let Ok(mut signals) = signal_hook::iterator::Signals::new([signal_hook::consts::SIGINT])
        else {
            return;
        };
        let told = CliError::Stopped.tell(words).text(words);
        std::thread::spawn(move || {
            if signals.forever().next().is_some() {
                ui::show_cursor();
                ui::say(&format!("\n{told}"));
                std::process::exit(i32::from(super::exit::Exit::STOPPED.code()));
            }
        });
    });
}

#[cfg(not(unix))]
pub(crate) fn mind_interrupts(_: &Words) {}
