//! `forbear` alone: the few most urgent things, each with the command that helps; without a ledger, how to
//! begin.
//!
//! Promises: unanswered court papers first, then by date; at most five things, and how many more there are.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Document};
use super::status::{StatusDebt, StatusReport};
use super::status_document::clock_note;
use crate::domain::calendar::plus_days;
use crate::domain::debt::Talks;
use crate::domain::id::DebtId;
use crate::domain::ledger::ClockKind;
use crate::i18n::Words;
use crate::i18n::numbers;

/// How many things are shown.
const MOST: usize = 5;
/// What is further away than this many days is not urgent.
const NEAR_DAYS: i64 = 14;
/// What is this near comes before talks that have no day of their own.
pub(super) const SOON_DAYS: i64 = 7;

/// The most urgent things, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HomeReport {
    /// The day; unknown without a ledger.
    pub as_of: Option<NaiveDate>,
    /// The most urgent things, the first first.
    pub urgent: Vec<Urgent>,
    /// How many more are near.
    pub more: u32,
    #[serde(skip)]
    court: Vec<(super::document::NoteKind, String)>,
}

/// One urgent thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Urgent {
    /// The debt.
    pub debt: DebtId,
    /// By when.
    pub on: NaiveDate,
    /// What to do, in the reader's language.
    pub text: String,
    /// The command that helps.
    pub command: String,
    /// Days overdue.
    pub days_overdue: Option<u32>,
}

impl HomeReport {
    /// The most urgent things of a status.
    #[must_use]
    pub fn new(status: &StatusReport, words: &Words) -> HomeReport {
        let debts = most_urgent(status);
        let more = debts.len().saturating_sub(MOST);
        let urgent = debts.into_iter().take(MOST).map(|debt| Urgent {
            debt: debt.id.clone(),
            on: debt.next().on,
            text: debt.next().text.clone(),
            command: debt.next().command.clone(),
            days_overdue: debt.days_overdue,
        });
        HomeReport {
            as_of: Some(status.as_of),
            urgent: urgent.collect(),
            more: u32::try_from(more).unwrap_or(u32::MAX),
            court: status
                .clocks
                .iter()
                .filter(|clock| clock.kind == ClockKind::Court)
                .filter_map(|clock| clock_note(clock, status.as_of, words))
                .collect(),
        }
    }

    /// Where to begin without a ledger.
    #[must_use]
    pub fn without_ledger() -> HomeReport {
        HomeReport {
            as_of: None,
            urgent: Vec::new(),
            more: 0,
            court: Vec::new(),
        }
    }
}

/// The debts with something near, the most urgent first.
pub(super) fn most_urgent(status: &StatusReport) -> Vec<&StatusDebt> {
    let near = plus_days(status.as_of, NEAR_DAYS);
    let mut debts: Vec<&StatusDebt> = status
        .debts
        .iter()
        .filter(|debt| first_day(debt) <= near)
        .collect();
    debts.sort_by_key(|debt| {
        let late = debt.days_overdue.unwrap_or(0);
        let rank = rank(debt, status.as_of);
        (rank, first_day(debt), std::cmp::Reverse(late))
    });
    debts
}

/// The day something first happens to a debt: its step or its cliff.
fn first_day(debt: &StatusDebt) -> NaiveDate {
    let cliff = debt.worsens.as_ref().map(|worsens| worsens.on);
    cliff.map_or(debt.next().on, |cliff| cliff.min(debt.next().on))
}

/// Court papers, then what worsens or is to be done within a week, then the rest; bookkeeping last.
fn rank(debt: &StatusDebt, as_of: NaiveDate) -> u8 {
    if debt.next().court {
        return 0;
    }
    let soon = first_day(debt) <= plus_days(as_of, SOON_DAYS);
    match debt.talks {
        Talks::Completed => 3,
        Talks::NotStarted
        | Talks::Preparing
        | Talks::Registered
        | Talks::Waiting
        | Talks::Offered
        | Talks::Agreed
        | Talks::Performing
        | Talks::Broken
        | Talks::Refused => {
            let cliff = debt.worsens.is_some() && soon;
            let waited_for = matches!(
                debt.talks,
                Talks::Offered | Talks::Performing | Talks::Broken
            );
            if cliff || (waited_for && soon) { 1 } else { 2 }
        }
    }
}

impl Report for HomeReport {
    const SCHEMA: &'static str = "forbear.home.v1";

    fn document(&self, words: &Words) -> Document {
        let Some(as_of) = self.as_of else {
            let mut document = Document::new(words.text("home-start-title"), words.lang());
            document.paragraph(words.text("home-start"));
            document.push(Block::Command("forbear demo".to_owned()));
            document.push(Block::Command("forbear init".to_owned()));
            return document;
        };
        let date = numbers::date_with_weekday(words.lang(), as_of);
        let title = words.with("home-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        for (kind, text) in &self.court {
            document.note(*kind, text.clone());
        }
        for urgent in &self.urgent {
            document.paragraph(sentence(urgent, words));
            document.push(Block::Command(urgent.command.clone()));
        }
        if self.urgent.is_empty() && self.court.is_empty() {
            document.paragraph(words.text("home-nothing"));
        }
        document.paragraph(if self.more > 0 {
            words.with("home-more", &[("count", self.more.into())])
        } else {
            words.text("home-all")
        });
        document.push(Block::Command("forbear status".to_owned()));
        document
    }
}

fn sentence(urgent: &Urgent, words: &Words) -> String {
    let date = numbers::day_with_weekday(words.lang(), urgent.on);
    match urgent.days_overdue {
        Some(days) if days > 0 => words.with(
            "home-item-late",
            &[
                ("debt", urgent.debt.as_str().into()),
                ("days", numbers::days(words.lang(), days).into()),
                ("date", date.into()),
                ("what", urgent.text.as_str().into()),
            ],
        ),
        _ => words.with(
            "home-item",
            &[
                ("debt", urgent.debt.as_str().into()),
                ("date", date.into()),
                ("what", urgent.text.as_str().into()),
            ],
        ),
    }
}
