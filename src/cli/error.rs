//! Every room's errors, told to a person in three languages or to a program as `forbear.error.v1`.
//!
//! Promises: one error, one exit code, one message, and what to do next; nothing of what the user wrote about
//! health or family is repeated, only ids, flags and the value just typed.

use std::io;

use crate::domain::money::Money;
use crate::domain::offer::TermsError;
use crate::engine::EngineError;
use crate::engine::flows::FlowError;
use crate::i18n::Words;
use crate::letters::LetterError;
use crate::store::{StoreError, messages};

use super::exit::Exit;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The command line is wrong; told where it was noticed.
    #[error("{}", .0.message)]
    Usage(Box<Told>),
    /// A file beside the ledger is wrong; told where it was noticed, with the place.
    #[error("{}", .0.message)]
    InFile(Box<Told>),
    /// The ledger cannot be read or changed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The engine refuses.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Terms that do not go together.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// Amounts on dates that are none.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// A template refuses.
    #[error(transparent)]
    Letter(#[from] LetterError),
    /// An id that is not in the ledger.
    #[error("no {what} `{id}`")]
    Unknown {
        /// `debt`, `lender`, `offer`, …: the second half of a message id.
        what: &'static str,
        /// What was typed.
        id: String,
        /// What there is.
        known: Vec<String>,
    },
    /// An id that is there already.
    #[error("{what} `{id}` exists")]
    Taken {
        /// What kind of record.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// Something must be answered and nobody can be asked.
    #[error("needs {flag}")]
    NeedsInput {
        /// The flag that answers it.
        flag: String,
    },
    /// Stopped at a question, by the user.
    #[error("stopped")]
    Stopped,
    /// A question that must be answered with `--yes` before going on. Holds its told reason.
    #[error("{0}")]
    NeedsYes(String),
    /// Refused for a reason already told in the user's language.
    #[error("{message}")]
    Refused {
        /// A word for programs.
        kind: &'static str,
        /// The reason.
        message: String,
        /// What can be done instead.
        hints: Vec<String>,
    },
    /// The system's folder for data is not known.
    #[error("no home folder")]
    NoHome,
    /// `FORBEAR_TODAY` is not a date.
    #[error("FORBEAR_TODAY: `{0}` is not a date")]
    BadToday(String),
    /// Output that cannot be written.
    #[error("cannot write: {0}")]
    Write(io::Error),
    /// Nobody reads the output any more: a quiet end.
    #[error("pipe closed")]
    PipeClosed,
}

/// An error as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// A word for programs.
    pub kind: &'static str,
    /// What is wrong.
    pub message: String,
    /// Where in a file.
    pub place: Option<Place>,
    /// What to do.
    pub hints: Vec<String>,
    /// Already laid out with the user's own lines; printed instead of the message on a terminal.
    pub drawn: Option<String>,
}

/// Where in a file a mistake stands.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// Line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl CliError {
    /// An error of writing output.
    pub(crate) fn writing(error: io::Error) -> CliError {
        if error.kind() == io::ErrorKind::BrokenPipe {
            CliError::PipeClosed
        } else {
            CliError::Write(error)
        }
    }

    /// The exit code.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            CliError::Usage(_) => Exit::USAGE,
            CliError::NeedsInput { .. } | CliError::Stopped | CliError::NeedsYes(_) => {
                Exit::STOPPED
            }
            CliError::PipeClosed => Exit::DONE,
            CliError::InFile(_)
            | CliError::Store(_)
            | CliError::Engine(_)
            | CliError::Terms(_)
            | CliError::Flow(_)
            | CliError::Letter(_)
            | CliError::Unknown { .. }
            | CliError::Taken { .. }
            | CliError::Refused { .. }
            | CliError::NoHome
            | CliError::BadToday(_)
            | CliError::Write(_) => Exit::WRONG,
        }
    }

    /// Tells it.
    #[must_use]
    pub fn tell(&self, words: &Words) -> Told {
        self.tell_about(None, words)
    }

    /// The same, about a debt whose id goes into the commands it names.
    #[must_use]
    pub fn tell_about(&self, debt: Option<&str>, words: &Words) -> Told {
        let named = debt.map_or_else(|| words.text("help-value-debt"), harmless);
        let debt = named.as_str();
        let told = |kind, message: String| Told {
            kind,
            message,
            ..Told::default()
        };
        match self {
            CliError::Usage(told) | CliError::InFile(told) => (**told).clone(),
            CliError::Store(error) => super::store_error::tell(error, words),
            CliError::Engine(error) => Told {
                hints: engine_hint(error)
                    .map(|id| words.with(id, &[("debt", debt.into())]))
                    .into_iter()
                    .collect(),
                ..told("engine", engine_error(error, words))
            },
            CliError::Terms(error) => Told {
                hints: vec![words.text("error-terms-hint")],
                ..told("terms", terms_error(error, words))
            },
            CliError::Flow(error) => told("flow", flow_error(error, words)),
            CliError::Letter(error) => Told {
                hints: vec![words.text("error-letter-hint")],
                ..told(
                    "template",
                    words.with("error-letter", &[("reason", error.to_string().into())]),
                )
            },
            CliError::Unknown { what, id, known } => {
                let message = words.with(
                    &format!("error-unknown-{what}"),
                    &[("id", harmless(id).into())],
                );
                Told {
                    hints: known_hints(id, known, words),
                    ..told("unknown-id", message)
                }
            }
            CliError::Taken { what, id } => told(
                "exists",
                words.with(
                    &format!("error-taken-{what}"),
                    &[("id", harmless(id).into())],
                ),
            ),
            CliError::NeedsInput { flag } => {
                // What has no flag is named as the help names it: `<DEBT>` is <欠款编号>.
                let name = flag
                    .strip_prefix('<')
                    .and_then(|name| name.strip_suffix('>'));
                let flag = name.map_or_else(
                    || flag.clone(),
                    |name| format!("<{}>", super::help::value_name(name, words)),
                );
                let slots = [("flag", flag.into())];
                Told {
                    hints: vec![words.with("error-needs-input-hint", &slots)],
                    ..told("needs-input", words.with("error-needs-input", &slots))
                }
            }
            CliError::Stopped => told("stopped", words.text("error-stopped")),
            CliError::NeedsYes(reason) => Told {
                hints: vec![words.text("error-needs-yes-hint")],
                ..told("needs-yes", reason.clone())
            },
            CliError::Refused {
                kind,
                message,
                hints,
            } => Told {
                hints: hints.clone(),
                ..told(kind, message.clone())
            },
            CliError::NoHome => told("no-home", words.text("error-no-home")),
            CliError::BadToday(text) => told(
                "usage",
                words.with("error-bad-today", &[("value", harmless(text).into())]),
            ),
            CliError::Write(error) => told(
                "write",
                words.with("error-write", &[("reason", error.to_string().into())]),
            ),
            CliError::PipeClosed => Told::default(),
        }
    }
}

impl Told {
    /// For a person: the message and what to do.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        // What is drawn carries its hints itself.
        if let Some(drawn) = &self.drawn {
            return drawn.trim_end().to_owned();
        }
        let mut text = words.with("error-line", &[("message", self.message.as_str().into())]);
        for hint in &self.hints {
            text.push('\n');
            text.push_str(&words.with("error-hint", &[("hint", hint.into())]));
        }
        text
    }

    /// For a program: `forbear.error.v1`.
    #[must_use]
    pub fn json(&self) -> String {
        let mut json = serde_json::json!({
            "schema": "forbear.error.v1",
            "kind": self.kind,
            "message": self.message,
        });
        if let Some(fields) = json.as_object_mut() {
            if let Some(place) = &self.place {
                fields.insert("where".to_owned(), serde_json::json!(place));
            }
            fields.insert("hints".to_owned(), serde_json::json!(self.hints));
        }
        json.to_string()
    }
}

/// How many ids are named; enough for every topic of the help.
const MOST_KNOWN: usize = 24;

/// What is there instead of an id, the nearest first.
pub(crate) fn known_hints(id: &str, known: &[String], words: &Words) -> Vec<String> {
    let near = known
        .iter()
        .map(|one| (strsim::jaro_winkler(one, id), one))
        .filter(|(alike, _)| *alike > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let mut hints = Vec::new();
    if let Some((_, near)) = near {
        hints.push(words.with("error-did-you-mean", &[("near", near.into())]));
    }
    if known.is_empty() {
        hints.push(words.text("error-nothing-yet"));
    } else {
        let shown: Vec<&str> = known.iter().take(MOST_KNOWN).map(String::as_str).collect();
        hints.push(words.with("error-there-is", &[("known", shown.join(" · ").into())]));
    }
    hints
}

/// Tells terms that are refused.
pub(crate) fn terms_error(error: &TermsError, words: &Words) -> String {
    messages::terms(error, words)
}

/// Tells amounts on dates that are refused.
pub(crate) fn flow_error(error: &FlowError, words: &Words) -> String {
    let about = |id: &str, text: &str| words.with(id, &[("text", harmless(text).into())]);
    match error {
        FlowError::NoDate(_) => words.text("error-flow-no-date"),
        FlowError::NotADate(text) => about("error-flow-not-a-date", text),
        FlowError::NotACount(text) => about("error-flow-not-a-count", text),
        FlowError::NotAStep(text) => about("error-flow-not-a-step", text),
        FlowError::NotPositive(text) => about("error-flow-not-positive", text),
        FlowError::Money { text, error } => words.with(
            "error-flow-money",
            &[
                ("text", harmless(text).into()),
                ("reason", super::values::money(*error, words).into()),
            ],
        ),
        FlowError::PastCalendar => words.text("error-flow-past-calendar"),
        FlowError::TakesTooMuch { taken, principal } => words.with(
            "error-flow-takes-too-much",
            &[
                ("taken", taken.to_string().into()),
                ("principal", principal.to_string().into()),
            ],
        ),
        FlowError::TooLarge(_) => words.text("error-engine-too-large"),
    }
}

/// Tells what the engine refuses.
pub(crate) fn engine_error(error: &EngineError, words: &Words) -> String {
    let money = |amount: &Money| amount.to_string();
    match error {
        EngineError::TooLarge(_) => words.text("error-engine-too-large"),
        EngineError::Schedule(_) => words.text("error-engine-schedule"),
        EngineError::Terms(error) => terms_error(error, words),
        EngineError::NoContract => words.text("error-engine-no-contract"),
        EngineError::NothingKnown => words.text("error-engine-nothing-known"),
        EngineError::NoClaim => words.text("error-engine-no-claim"),
        EngineError::ClaimBeforePayout { on, payout } => words.with(
            "error-engine-claim-before-payout",
            &[
                ("on", on.to_string().into()),
                ("payout", payout.to_string().into()),
            ],
        ),
        EngineError::PaymentTooSmall {
            payment,
            interest,
            most,
        } => {
            let mut told = words.with(
                "error-engine-payment-too-small",
                &[
                    ("payment", money(payment).into()),
                    ("interest", money(interest).into()),
                ],
            );
            if let Some(most) = most {
                let slots = [("count", (*most).into())];
                told.push_str(&words.with("error-engine-payment-too-small-most", &slots));
            }
            told
        }
        EngineError::WaivesTooMuch { part, asked, there } => words.with(
            "error-engine-waives-too-much",
            &[
                ("part", words.word(*part).into()),
                ("asked", money(asked).into()),
                ("there", money(there).into()),
            ],
        ),
        EngineError::PaysTooMuch { asked, there } => words.with(
            "error-engine-pays-too-much",
            &[
                ("asked", money(asked).into()),
                ("there", money(there).into()),
            ],
        ),
        EngineError::DateInPast { date, as_of } => words.with(
            "error-engine-date-in-past",
            &[
                ("date", date.to_string().into()),
                ("as-of", as_of.to_string().into()),
            ],
        ),
        EngineError::NoPayments => words.text("error-engine-no-payments"),
        EngineError::ExtendNeedsEnd => words.text("error-engine-extend-needs-end"),
        EngineError::TooManyRows => words.text("error-engine-too-many-rows"),
        EngineError::FirstDueAfterEnd { first, last } => words.with(
            "error-engine-first-due-after-end",
            &[
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ],
        ),
        EngineError::DefersPastEnd { defer, last } => words.with(
            "error-engine-defers-past-end",
            &[
                ("defer", (*defer).into()),
                ("last", last.to_string().into()),
            ],
        ),
        EngineError::InOffer { terms, error } => words.with(
            "error-engine-in-offer",
            &[
                ("terms", terms.to_string().into()),
                ("reason", engine_error(error, words).into()),
            ],
        ),
    }
}

/// What helps where the engine lacks a fact.
pub(crate) fn engine_hint(error: &EngineError) -> Option<&'static str> {
    match error {
        EngineError::NoContract => Some("error-engine-no-contract-hint"),
        EngineError::NothingKnown => Some("error-engine-nothing-known-hint"),
        EngineError::NoClaim => Some("error-engine-no-claim-hint"),
        EngineError::ClaimBeforePayout { .. } => Some("error-engine-claim-before-payout-hint"),
        _ => None,
    }
}

/// What was typed, without anything a terminal would obey or that turns text around, and not without end.
#[must_use]
pub fn harmless(text: &str) -> String {
    const MOST: usize = 120;
    let mut shown: String = text
        .chars()
        .take(MOST)
        .map(|c| {
            if c.is_control() || is_direction(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_cannot_command_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(harmless("\u{202e}x"), "\u{fffd}x");
        assert_eq!(harmless("招行"), "招行");
        assert_eq!(harmless(&"x".repeat(500)).chars().count(), 121);
    }

    #[test]
    fn errors_for_programs_are_json() {
        let told = Told {
            kind: "usage",
            message: "\"quoted\"".to_owned(),
            hints: vec!["x".to_owned()],
            ..Told::default()
        };
        let json: serde_json::Value = serde_json::from_str(&told.json()).unwrap();
        assert_eq!(json["schema"], "forbear.error.v1");
        assert_eq!(json["message"], "\"quoted\"");
        assert!(json.get("where").is_none());
        let told = Told {
            place: Some(Place {
                file: "ledger.toml".to_owned(),
                line: Some(14),
                column: Some(13),
                field: Some("principal".to_owned()),
            }),
            ..told
        };
        let json: serde_json::Value = serde_json::from_str(&told.json()).unwrap();
        let place = serde_json::json!({
            "file": "ledger.toml", "line": 14, "column": 13, "field": "principal"
        });
        assert_eq!(json["where"], place);
    }
}
