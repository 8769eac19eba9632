//! `due`: what falls due in the next days; only law and court set deadlines, all else was agreed or asked for.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::domain::calendar::plus_days;
use crate::domain::clocks::CourtStage;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::upcoming::{Upcoming, UpcomingKind};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// What falls due, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DueReport {
    /// The first day.
    pub as_of: NaiveDate,
    /// How many days are looked at.
    pub days: u32,
    /// What falls due, in date order.
    pub items: Vec<Upcoming>,
    #[serde(skip)]
    currency: Currency,
}

impl DueReport {
    /// Adds last days counted by law that no clock records, within the same days; one that is past stays.
    #[must_use]
    pub fn with_deadlines(
        mut self,
        deadlines: Vec<(DebtId, CourtStage, NaiveDate)>,
        words: &Words,
    ) -> DueReport {
        let last = plus_days(self.as_of, i64::from(self.days));
        let near = deadlines.into_iter().filter(|(_, _, on)| *on <= last);
        self.items.extend(near.map(|(debt, stage, on)| Upcoming {
            on,
            kind: UpcomingKind::Clock,
            debt: Some(debt),
            amount: None,
            what: Some(words.word(stage)),
            overdue: on < self.as_of,
            deadline: true,
            clock: None,
        }));
        self.items.sort_by_key(|item| (item.on, item.kind));
        self
    }

    /// The report of what falls due in so many days from `as_of`.
    #[must_use]
    pub fn new(as_of: NaiveDate, days: u32, items: Vec<Upcoming>, currency: Currency) -> DueReport {
        DueReport {
            as_of,
            days,
            items,
            currency,
        }
    }
}

impl Report for DueReport {
    const SCHEMA: &'static str = "forbear.due.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let title = words.with(
            "due-title",
            &[
                ("from", figures.date(self.as_of).into()),
                ("days", numbers::days(words.lang(), self.days).into()),
            ],
        );
        let mut document = Document::new(title, words.lang());
        if self.items.is_empty() {
            document.paragraph(words.text("due-empty"));
            return document;
        }
        let mut table = Table::new(
            [
                "due-column-on",
                "due-column-debt",
                "due-column-what",
                "due-column-amount",
            ]
            .map(|id| words.text(id)),
        );
        for item in &self.items {
            table.row(vec![
                item.on.into(),
                item.debt
                    .as_ref()
                    .map_or(Cell::Empty, |id| id.as_str().into()),
                told(item, words).into(),
                item.amount.map_or(Cell::Empty, Cell::from),
            ]);
        }
        document.push(Block::Table(table));
        let currency = words.word(self.currency);
        document.paragraph(words.with("due-note", &[("currency", currency.into())]));
        let first = self.items.iter().find_map(|item| item.clock);
        if let Some(number) = first {
            document.paragraph(words.with("due-done", &[("number", number.into())]));
        }
        document
    }
}

/// What an item is about, with its marks.
pub(super) fn told(item: &Upcoming, words: &Words) -> String {
    let kind = numbers::capitalised(&words.word(item.kind));
    let mut about = match &item.what {
        Some(what) => words.with(
            "due-what",
            &[("kind", kind.into()), ("what", what.as_str().into())],
        ),
        None => kind,
    };
    if let Some(number) = item.clock {
        about = words.with(
            "due-clock",
            &[("about", about.into()), ("number", number.into())],
        );
    }
    for (is, id) in [
        (item.deadline, "due-deadline"),
        (item.overdue, "due-overdue"),
    ] {
        if is {
            let mark = words.text(id);
            about = words.with(
                "due-mark",
                &[("about", about.into()), ("mark", mark.into())],
            );
        }
    }
    about
}
