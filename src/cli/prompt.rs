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
use rustyline::{Cmd, EventHandler, KeyCode, KeyEvent, Modifiers};

use crate::domain::ledger::Currency;
use crate::domain::money::{Money, half_width};
use crate::domain::typed::{self, Day, DayError, Looking};
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::{Words, numbers};
use crate::render;

use super::args::read_sum;
use super::error::CliError;
use super::{ui, values};

/// Asks questions in one language, or refuses to.
pub(crate) struct Prompt<'a> {
    /// The user's language.
    pub(crate) words: &'a Words,
    /// Whether a person is there and may be asked.
    pub(crate) allowed: bool,
    /// The day that counts as today, for a day typed without its year.
    pub(crate) today: NaiveDate,
    /// The ledger's currency, where one was read.
    pub(crate) currency: Option<Currency>,
    /// Columns of the terminal.
    pub(crate) width: usize,
}

/// Columns left to answer in beside a question.
const ROOM: usize = 12;

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
        let sign = self.sign(question);
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
                Err(reason) => {
                    let slots = [("reason", reason.into())];
                    let told = self.words.with("cli-ask-refused", &slots);
                    ui::say(&render::wrapped(&told, self.width));
                }
            }
        }
    }

    /// What stands before the cursor. A question with no room left to answer beside it gets lines of its own.
    fn sign(&self, question: &str) -> String {
        let with_room = format!("{question} > {}", "_".repeat(ROOM));
        if !render::wrapped(&with_room, self.width).contains('\n') {
            return format!("{question} > ");
        }
        ui::say(&render::wrapped(question, self.width));
        "> ".to_owned()
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
        let text = self.text(flag, question, |typed| self.amount(typed).map(|_| ()))?;
        self.amount(&text).map_err(|_| CliError::Stopped)
    }

    /// An amount above nought.
    pub(crate) fn sum(&self, flag: &str, question: &str) -> Result<Money, CliError> {
        let text = self.text(flag, question, |typed| match self.amount(typed)? {
            amount if amount.is_positive() => Ok(()),
            _ => Err(self.words.text("error-value-positive")),
        })?;
        self.amount(&text).map_err(|_| CliError::Stopped)
    }

    /// An amount, or nothing.
    pub(crate) fn optional_money(
        &self,
        flag: &str,
        question: &str,
    ) -> Result<Option<Money>, CliError> {
        let question = format!("{question} {}", self.words.text("cli-ask-optional"));
        let text = self.text(flag, &question, |typed| match typed {
            "" => Ok(()),
            _ => self.amount(typed).map(|_| ()),
        })?;
        Ok(self.amount(&text).ok())
    }

    /// Reads an amount, or says why not.
    fn amount(&self, typed: &str) -> Result<Money, String> {
        if let Some(ledger) = self.currency
            && typed::other_currency(typed, ledger)
        {
            return Err(values::currency(typed, ledger, self.words));
        }
        read_sum(typed).map_err(|error| match error {
            Some(error) => values::money(error, self.words),
            None => self.words.text("error-value-negative"),
        })
    }

    /// A date; Enter alone gives `default`. A day without its year is the nearest on the side the question looks at.
    pub(crate) fn date(
        &self,
        flag: &str,
        question: &str,
        default: Option<NaiveDate>,
        looking: Looking,
    ) -> Result<NaiveDate, CliError> {
        let shown = match default {
            Some(date) => format!("{question} [{date}]"),
            None => question.to_owned(),
        };
        let text = self.text(flag, &shown, |typed| match self.day(typed, looking) {
            Err(_) if typed.is_empty() && default.is_some() => Ok(()),
            Err(error) => Err(values::day(error, self.words, self.today)),
            Ok(_) => Ok(()),
        })?;
        let date = self.day(&text, looking).ok();
        if let Some(date) = date {
            self.repeat(&text, date);
        }
        date.or(default).ok_or(CliError::Stopped)
    }

    /// Reads a day as typed at a question.
    pub(crate) fn day(&self, text: &str, looking: Looking) -> Result<NaiveDate, DayError> {
        typed::date_near(text, self.today, looking)
    }

    /// Says which date a day without a year, or a word like `today`, was taken for.
    pub(crate) fn repeat(&self, typed: &str, date: NaiveDate) {
        if !matches!(typed::day(typed), Ok(Day::Date(_))) {
            let date = numbers::date_with_weekday(self.words.lang(), date);
            ui::say(&self.words.with("cli-ask-read-as", &[("date", date.into())]));
        }
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

    /// Any number of an enum's words, none included: typed by their numbers, as in a list of ticks a letter typed for a
    /// word would mark them all.
    pub(crate) fn words_of<V: Vocabulary>(
        &self,
        flag: &str,
        question: &str,
    ) -> Result<Vec<V>, CliError> {
        self.allowed(flag)?;
        for (number, value) in (1_usize..).zip(V::ALL) {
            ui::say(&format!("  {number:>2}  {}", self.words.word(*value)));
        }
        let most = V::ALL.len();
        let how = self
            .words
            .with("cli-ask-numbers-how", &[("most", most.into())]);
        let typed = self.text(flag, question, |typed| match places(typed, most) {
            Some(_) => Ok(()),
            None => Err(how.clone()),
        })?;
        Ok(places(&typed, most)
            .unwrap_or_default()
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

/// Numbers of a list, from 1, as places from 0, each once; `None` if one of them is none.
fn places(typed: &str, most: usize) -> Option<Vec<usize>> {
    let plain = half_width(typed);
    let pieces = plain
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '、' | ';' | '；' | '.' | '。'));
    let mut found = Vec::new();
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let place = piece.parse::<usize>().ok()?.checked_sub(1)?;
        if place >= most {
            return None;
        }
        if !found.contains(&place) {
            found.push(place);
        }
    }
    Some(found)
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

/// How long the Esc key is waited on in milliseconds: what follows sooner is an arrow key or the like.
const ESC_ALONE_MS: u16 = 300;

/// A line to type in, on the terminal itself; Esc leaves it, as it leaves a choice; nothing that is typed is kept.
fn line_editor() -> Result<rustyline::Editor<(), MemHistory>, CliError> {
    let config = rustyline::Config::builder()
        .behavior(rustyline::Behavior::PreferTerm)
        .auto_add_history(false)
        .keyseq_timeout(Some(ESC_ALONE_MS))
        .build();
    let mut editor =
        rustyline::Editor::with_history(config.clone(), MemHistory::with_config(&config)).map_err(
            |error| match error {
                ReadlineError::Io(error) => CliError::writing(error),
                _ => CliError::Stopped,
            },
        )?;
    editor.bind_sequence(
        KeyEvent(KeyCode::Esc, Modifiers::NONE),
        EventHandler::Simple(Cmd::Interrupt),
    );
    Ok(editor)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_list_are_read_as_typed() {
        assert_eq!(places("", 5), Some(vec![]));
        assert_eq!(places("1 3", 5), Some(vec![0, 2]));
        assert_eq!(places("３、1，3", 5), Some(vec![2, 0]));
        assert_eq!(places("5", 5), Some(vec![4]));
        for bad in ["0", "6", "a", "all", "1-3", "-1", "威胁"] {
            assert_eq!(places(bad, 5), None, "{bad}");
        }
    }
}
