//! `log list` and `log show`: who said what, when, and what was promised.

use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use super::figure::sentences;
use crate::domain::contact::{
    Channel, Conduct, Contact, Counterpart, Direction, Evidence, Promise,
};
use crate::domain::id::DebtId;
use crate::domain::ledger::{Currency, Ledger};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// The contact log, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogReport {
    /// The contacts, in the order of the ledger.
    pub contacts: Vec<ContactReport>,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    full: bool,
    #[serde(skip)]
    one: bool,
}

/// One contact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ContactReport {
    /// When: `2026-11-05T21:40:00`.
    pub at: String,
    /// About which debt.
    pub debt: Option<DebtId>,
    /// How.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// What was said.
    pub summary: String,
    /// What was promised.
    pub promise: Option<Promise>,
    /// What happened that should not.
    pub conduct: Vec<Conduct>,
    /// Files.
    pub evidence: Vec<Evidence>,
    /// When to come back to it.
    pub follow_up: Option<chrono::NaiveDate>,
    #[serde(skip)]
    more: Contact,
    /// Its place in the ledger, from 1: what `log show` and `log withdraw` take.
    #[serde(skip)]
    number: u32,
}

impl ContactReport {
    fn new(number: u32, contact: &Contact) -> ContactReport {
        ContactReport {
            number,
            at: contact.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            debt: contact.debt.clone(),
            channel: contact.channel,
            direction: contact.direction,
            summary: contact.summary.clone(),
            promise: contact.promise,
            conduct: contact.conduct.clone(),
            evidence: contact.evidence.clone(),
            follow_up: contact.follow_up,
            more: contact.clone(),
        }
    }
}

impl LogReport {
    /// The contacts of a ledger, or those about one debt.
    #[must_use]
    pub fn new(ledger: &Ledger, about: Option<&DebtId>) -> LogReport {
        let contacts = (1_u32..)
            .zip(&ledger.contacts)
            .filter(|(_, contact)| about.is_none() || contact.debt.as_ref() == about);
        LogReport {
            contacts: contacts
                .map(|(number, contact)| ContactReport::new(number, contact))
                .collect(),
            currency: ledger.currency,
            full: false,
            one: false,
        }
    }

    /// One contact, with everything recorded of it.
    #[must_use]
    pub fn one(ledger: &Ledger, contact: &Contact) -> LogReport {
        LogReport {
            contacts: vec![ContactReport::new(0, contact)], // alone it needs no number
            currency: ledger.currency,
            full: true,
            one: true,
        }
    }

    /// Whether the document shows everything recorded.
    #[must_use]
    pub fn full(mut self, full: bool) -> LogReport {
        self.full = full;
        self
    }
}

impl Report for LogReport {
    const SCHEMA: &'static str = "forbear.log.v1";

    fn document(&self, words: &Words) -> Document {
        let title = match self.contacts.as_slice() {
            [only] if self.one => {
                let at = numbers::moment(words.lang(), only.more.at);
                words.with("log-title-one", &[("date", at.into())])
            }
            _ => words.text("log-title"),
        };
        let mut document = Document::new(title, words.lang());
        if self.contacts.is_empty() {
            document.paragraph(words.text("log-empty"));
            document.push(Block::Command("forbear log add".to_owned()));
            return document;
        }
        if !self.full {
            document.push(Block::Table(self.table(words)));
            return document;
        }
        for contact in &self.contacts {
            if !self.one {
                document.heading(numbers::moment(words.lang(), contact.more.at));
            }
            document.push(Block::KeyValues(self.everything(contact, words)));
        }
        document
    }
}

impl LogReport {
    fn table(&self, words: &Words) -> Table {
        let mut table = Table::new(
            [
                "log-column-number",
                "log-column-at",
                "log-column-debt",
                "log-column-channel",
                "log-column-said",
            ]
            .map(|id| words.text(id)),
        );
        for contact in &self.contacts {
            table.row(vec![
                Cell::Count(contact.number),
                contact.more.at.format("%Y-%m-%d %H:%M").to_string().into(),
                contact
                    .debt
                    .as_ref()
                    .map_or(Cell::Empty, |id| id.as_str().into()),
                channel(contact, words).into(),
                self.said(contact, words).into(),
            ]);
        }
        table
    }

    /// The summary with what follows from it, as sentences.
    fn said(&self, contact: &ContactReport, words: &Words) -> String {
        let mut said = vec![contact.summary.trim().to_owned()];
        if let Some(last) = said.last_mut()
            && !last.ends_with(['。', '.', '！', '!', '？', '?'])
        {
            last.push_str(if last.is_ascii() { "." } else { "。" });
        }
        if let Some(promise) = &contact.promise {
            said.push(self.promise(promise, words));
        }
        if !contact.conduct.is_empty() {
            let conduct = conducts(contact, words);
            said.push(words.with("log-conduct", &[("conduct", conduct.into())]));
        }
        if let Some(ticket) = &contact.more.ticket {
            said.push(words.with("log-ticket", &[("ticket", ticket.into())]));
        }
        if let Some(date) = contact.follow_up {
            let date = numbers::long_date(words.lang(), date);
            said.push(words.with("log-follow-up", &[("date", date.into())]));
        }
        sentences(&said, words.lang())
    }

    fn promise(&self, promise: &Promise, words: &Words) -> String {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(promise.on);
        let amount = figures.money(promise.amount);
        match promise.withdrawn {
            Some(withdrawn) => words.with(
                "log-promise-withdrawn",
                &[
                    ("date", date.into()),
                    ("amount", amount.into()),
                    ("withdrawn", figures.date(withdrawn).into()),
                ],
            ),
            None => words.with(
                "log-promise",
                &[("date", date.into()), ("amount", amount.into())],
            ),
        }
    }

    fn everything(&self, contact: &ContactReport, words: &Words) -> Vec<(String, Cell)> {
        let mut pairs: Vec<(String, Cell)> = Vec::new();
        let mut add = |id: &str, value: Option<Cell>| {
            if let Some(value) = value {
                pairs.push((words.text(id), value));
            }
        };
        let more = &contact.more;
        let between = words.text("log-between");
        let text = |text: &Option<String>| text.as_deref().map(Cell::from);
        let yes = |is: bool| words.text(if is { "log-yes" } else { "log-no" });
        add(
            "log-column-debt",
            contact.debt.as_ref().map(|id| id.as_str().into()),
        );
        add("log-column-channel", Some(channel(contact, words).into()));
        add("log-counterpart", counterpart(&more.counterpart, &between));
        add("log-answered", more.answered.map(|is| yes(is).into()));
        add("log-minutes", more.minutes.map(Cell::Count));
        add("log-summary", Some(contact.summary.as_str().into()));
        add(
            "log-promise-label",
            contact
                .promise
                .map(|promise| self.promise(&promise, words).into()),
        );
        let conduct = (!contact.conduct.is_empty()).then(|| conducts(contact, words).into());
        add("log-conduct-label", conduct);
        add(
            "log-outcome",
            more.outcome.map(|outcome| words.word(outcome).into()),
        );
        add("log-ticket-label", text(&more.ticket));
        let told = more.told.clone().unwrap_or_default();
        add("log-told-reason", text(&told.reason));
        add("log-told-income", told.income.map(Cell::from));
        add("log-told-monthly", told.monthly.map(Cell::from));
        let files: Vec<&str> = contact.evidence.iter().map(|e| e.file.as_str()).collect();
        let files = (!files.is_empty()).then(|| files.join(&between).into());
        add("log-evidence", files);
        add("log-follow-up-label", contact.follow_up.map(Cell::from));
        pairs
    }
}

fn channel(contact: &ContactReport, words: &Words) -> String {
    let channel = numbers::capitalised(&words.word(contact.channel));
    let direction = words.word(contact.direction);
    words.with(
        "log-channel",
        &[("channel", channel.into()), ("direction", direction.into())],
    )
}

fn conducts(contact: &ContactReport, words: &Words) -> String {
    let said: Vec<String> = contact.conduct.iter().map(|c| words.word(*c)).collect();
    said.join(&words.text("log-between"))
}

fn counterpart(who: &Counterpart, between: &str) -> Option<Cell> {
    let said: Vec<&str> = [&who.name, &who.company, &who.number]
        .into_iter()
        .filter_map(|piece| piece.as_deref())
        .collect();
    (!said.is_empty()).then(|| said.join(between).into())
}
