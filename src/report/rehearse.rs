//! A practice call as data and for people: the transcript, what would be logged, and the review.
//!
//! Promises: it says that it was practice; what was said is shown as it was said; an answer to the other side names its
//! source and how well it is verified, or that it is only practice.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Document, NoteKind};
use crate::domain::contact::{Conduct, Direction, Outcome};
use crate::domain::finding::Level;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::i18n::{Numbers, Words};

/// The rungs of the ladder, a month's payment each, and the most that may be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// What is asked first.
    pub opening: Option<Money>,
    /// What is aimed at.
    pub target: Option<Money>,
    /// The most: a month's, or the whole of a settlement in one payment.
    pub limit: Option<Money>,
}

/// A turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Turn {
    /// The place in the tree.
    pub node: String,
    /// What they said.
    pub they: String,
    /// What the answer was understood as: a choice, or `yes`, `sum`, `code`, `complaint`.
    pub choice: String,
    /// What was said or done.
    pub you: String,
    /// Whether it was done, not said.
    pub done: bool,
    /// Whether the words are the borrower's own.
    pub typed: bool,
    /// An amount in them.
    pub amount: Option<Money>,
    /// Whether it is above the ladder.
    pub above_limit: bool,
}

/// What was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Promised {
    /// How much: a month's, or one payment.
    pub amount: Money,
    /// From which day, if known.
    pub on: Option<NaiveDate>,
}

/// What would be logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LogLine {
    /// Who rang.
    pub direction: Direction,
    /// How it ended.
    pub outcome: Outcome,
    /// In a few words.
    pub summary: String,
    /// What in it the rule book has a word for.
    pub conduct: Vec<Conduct>,
    /// The monthly figure that was told.
    pub told_monthly: Option<Money>,
    /// What was promised.
    pub promise: Option<Promised>,
    /// When to come back to it.
    pub follow_up: Option<NaiveDate>,
    /// The line to type after a real call; its time is left open, so it does nothing as it stands.
    pub line: String,
}

/// A source of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The rule.
    pub rule: String,
    /// Instrument and article.
    pub title: String,
    /// How well it is verified.
    pub level: Level,
}

/// What is behind a line of the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What they said.
    pub they: String,
    /// What is behind it.
    pub text: String,
    /// How well that is verified; `practice` where no source stands behind it.
    pub level: Level,
    /// The sources.
    pub sources: Vec<Source>,
}

/// The review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Review {
    /// What went well.
    pub went_well: Vec<String>,
    /// The figure named last.
    pub said: Option<Money>,
    /// What was promised.
    pub promised: Option<Promised>,
    /// Whether it stayed inside the ladder; unknown without a figure or a budget.
    pub inside_ladder: Option<bool>,
    /// Notes on the borrower's own words.
    pub notes: Vec<String>,
    /// What to write down; unknown where the call was ended early.
    pub write_down: Option<String>,
    /// One thing to try next.
    pub try_next: String,
    /// What is behind what they said.
    pub answers: Vec<Answer>,
}

/// A practice call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RehearseReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The debt it was about.
    pub debt: DebtId,
    /// Who was on the other side.
    pub lender: Option<String>,
    /// How they spoke; unknown where what may be said is narrow and it plays no part.
    pub temper: Option<String>,
    /// Who rang.
    pub direction: Direction,
    /// The ladder.
    pub figures: Figures,
    /// What was said.
    pub turns: Vec<Turn>,
    /// Whether it was practised to its end.
    pub finished: bool,
    /// What would be logged; unknown where it was ended early.
    pub log: Option<LogLine>,
    /// The review.
    pub review: Review,
    /// The ledger's currency.
    #[serde(skip)]
    pub currency: Currency,
    /// Whether the document repeats what was said.
    #[serde(skip)]
    pub with_transcript: bool,
}

impl RehearseReport {
    /// Whether the document repeats what was said: not where the reader just saw it.
    #[must_use]
    pub fn with_transcript(mut self, with: bool) -> RehearseReport {
        self.with_transcript = with;
        self
    }

    fn transcript(&self, document: &mut Document, words: &Words) {
        for turn in &self.turns {
            document.paragraph(words.with("rehearse-they", &[("text", turn.they.as_str().into())]));
            let id = if turn.done {
                "rehearse-you-did"
            } else {
                "rehearse-you"
            };
            document.push(Block::Quote(
                words.with(id, &[("text", turn.you.as_str().into())]),
            ));
        }
    }

    fn well(&self, document: &mut Document, words: &Words) {
        document.heading(words.text("rehearse-well"));
        if self.review.went_well.is_empty() {
            document.paragraph(words.text("rehearse-well-none"));
        } else {
            document.push(Block::List {
                ordered: false,
                items: self.review.went_well.clone(),
            });
        }
    }

    fn promised(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        document.heading(words.text("rehearse-promised"));
        let told = match (self.review.promised, self.review.said) {
            (Some(promised), _) => {
                let amount = figures.money(promised.amount);
                match promised.on {
                    Some(on) => words.with(
                        "rehearse-promised-on",
                        &[("amount", amount.into()), ("date", figures.date(on).into())],
                    ),
                    None => words.with("rehearse-promised-some", &[("amount", amount.into())]),
                }
            }
            (None, Some(said)) => {
                words.with("rehearse-said", &[("amount", figures.money(said).into())])
            }
            (None, None) => words.text("rehearse-promised-nothing"),
        };
        document.paragraph(told);
        let limit = self.figures.limit.map(|limit| figures.money(limit));
        // What was only said is noted below, with its own figure.
        let kept = match (self.review.inside_ladder, self.review.promised) {
            (Some(false), Some(promised)) => Some(Some(promised.amount) <= self.figures.limit),
            (Some(false), None) => None,
            (inside, _) => inside,
        };
        let unknown = self.review.inside_ladder.is_none();
        match (kept, limit) {
            (Some(true), Some(limit)) => {
                document.paragraph(words.with("rehearse-inside", &[("limit", limit.into())]));
            }
            (Some(false), Some(limit)) => document.note(
                NoteKind::Warning,
                words.with("rehearse-outside", &[("limit", limit.into())]),
            ),
            (None, None) if unknown => document.paragraph(words.text("rehearse-no-limit")),
            _ => {}
        }
        for note in &self.review.notes {
            document.note(NoteKind::Plain, note.clone());
        }
    }

    fn answers(&self, document: &mut Document, words: &Words) {
        if self.review.answers.is_empty() {
            return;
        }
        document.heading(words.text("rehearse-answers"));
        for answer in &self.review.answers {
            document.push(Block::Heading {
                level: 3,
                text: words.with(
                    "rehearse-they-said",
                    &[("text", answer.they.as_str().into())],
                ),
            });
            document.paragraph(answer.text.clone());
            if answer.sources.is_empty() {
                document.note(NoteKind::Plain, words.text("rehearse-practice-only"));
                continue;
            }
            let items = answer.sources.iter().map(|source| {
                words.with(
                    "rule-source",
                    &[
                        ("title", source.title.as_str().into()),
                        ("level", words.word(source.level).into()),
                    ],
                )
            });
            document.push(Block::List {
                ordered: false,
                items: items.collect(),
            });
        }
    }

    fn write_down(&self, document: &mut Document, words: &Words) {
        let Some(write) = &self.review.write_down else {
            return;
        };
        document.heading(words.text("rehearse-write"));
        document.paragraph(write.clone());
        if let Some(log) = &self.log {
            document.paragraph(words.text("rehearse-log"));
            document.push(Block::Command(log.line.clone()));
        }
    }
}

impl Report for RehearseReport {
    const SCHEMA: &'static str = "forbear.rehearse.v1";

    fn document(&self, words: &Words) -> Document {
        let title = words.with("rehearse-title", &[("debt", self.debt.as_str().into())]);
        let mut document = Document::new(title, words.lang());
        document.note(NoteKind::Plain, words.text("rehearse-was-practice"));
        if self.with_transcript {
            self.transcript(&mut document, words);
        }
        if !self.finished {
            document.paragraph(words.text("rehearse-ended-early"));
        }
        if self.turns.is_empty() {
            return document;
        }
        self.well(&mut document, words);
        self.promised(&mut document, words);
        self.answers(&mut document, words);
        self.write_down(&mut document, words);
        document.heading(words.text("rehearse-try"));
        document.paragraph(self.review.try_next.clone());
        document
    }
}
