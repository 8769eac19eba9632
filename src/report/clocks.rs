//! The clocks of law on a debt, as data and as sentences: the time to sue with every event and its source, court stages,
//! the credit record.
//!
//! Promises: a day is called what it is, counted or recorded, certain or "not before, as far as this ledger knows".
//! Leaves to others: which law and which day (`rules::clocks`).

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Document, NoteKind};
use super::figure::sentences;
use crate::domain::clocks::{
    Clocks, CourtClock, CourtStage, CourtTime, CreditRecord, LimitationClock,
};
use crate::domain::contact::Channel;
use crate::domain::finding::Source;
use crate::domain::lang::Lang;
use crate::domain::limitation::{Confidence, LimitationEvent, RestartEvent};
use crate::domain::money::Money;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// How many events a document shows; the data holds all.
const MOST_EVENTS: usize = 5;

/// The clocks of one debt. What does not apply is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClocksReport {
    /// The time to sue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limitation: Option<LimitationReport>,
    /// Court stages.
    pub court: Vec<CourtReport>,
    /// The credit record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_record: Option<CreditReport>,
}

/// The time to sue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LimitationReport {
    /// It does not end before this day, as far as the ledger knows.
    pub not_before: Option<NaiveDate>,
    /// Years from the last event.
    pub years: u32,
    /// The last event's day.
    pub since: Option<NaiveDate>,
    /// The last event.
    pub event: Option<LimitationEvent>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Whether its end may be near.
    pub near: bool,
    /// Whether it may be over.
    pub over: bool,
    /// The instrument.
    pub source: String,
    /// Every event that starts it or starts it afresh, the newest first.
    pub events: Vec<EventReport>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct EventReport {
    /// Its day.
    pub on: NaiveDate,
    /// What happened.
    pub event: LimitationEvent,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// How contact was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Where the ledger has it from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The instrument.
    pub source: String,
}

/// A stage at court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CourtReport {
    /// Which.
    pub stage: CourtStage,
    /// Days it lasts, if days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Years it lasts, if years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// The day it is counted from.
    pub from: Option<NaiveDate>,
    /// Its last day; of enforcement the day before which it does not end.
    pub until: Option<NaiveDate>,
    /// Whether the last day was recorded, not counted.
    pub recorded: bool,
    /// The instrument.
    pub source: String,
}

/// The credit record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CreditReport {
    /// Years from pay-off.
    pub years: u32,
    /// The day of pay-off.
    pub paid: Option<NaiveDate>,
    /// The day by which it must be deleted.
    pub until: Option<NaiveDate>,
    /// Whether pay-off lies ahead, by an agreement being kept.
    pub expected: bool,
    /// The instrument.
    pub source: String,
}

impl ClocksReport {
    /// The clocks with their sources in one language.
    #[must_use]
    pub fn new(clocks: Clocks, lang: Lang) -> ClocksReport {
        ClocksReport {
            limitation: clocks.limitation.map(|clock| limitation(clock, lang)),
            court: clocks
                .court
                .iter()
                .map(|clock| court(clock, lang))
                .collect(),
            credit_record: clocks.credit_record.map(|record| credit(&record, lang)),
        }
    }

    /// Adds them to a document.
    pub(super) fn tell(
        &self,
        words: &Words,
        figures: Numbers,
        as_of: NaiveDate,
        document: &mut Document,
    ) {
        let teller = Teller {
            words,
            figures,
            as_of,
        };
        let mut items: Vec<String> = self.court.iter().map(|clock| teller.court(clock)).collect();
        items.extend(
            self.credit_record
                .as_ref()
                .map(|record| teller.credit(record)),
        );
        if let Some(clock) = &self.limitation {
            teller.limitation(clock, document);
        }
        if !items.is_empty() {
            document.push(Block::List {
                ordered: false,
                items,
            });
        }
    }
}

fn title(source: &Source, lang: Lang) -> String {
    source.title.get(lang).to_owned()
}

fn limitation(clock: LimitationClock, lang: Lang) -> LimitationReport {
    let known = clock.limitation;
    LimitationReport {
        not_before: known.not_before,
        years: clock.years,
        since: known.since,
        event: known.event,
        confidence: known.confidence,
        near: known.near,
        over: known.over,
        source: title(&clock.source, lang),
        events: clock
            .events
            .into_iter()
            .map(|(event, source)| event_report(event, &source, lang))
            .collect(),
    }
}

fn event_report(event: RestartEvent, source: &Source, lang: Lang) -> EventReport {
    EventReport {
        on: event.on,
        event: event.event,
        amount: event.amount,
        channel: event.channel,
        record: event.record,
        source: title(source, lang),
    }
}

fn court(clock: &CourtClock, lang: Lang) -> CourtReport {
    let (days, years) = match clock.time {
        CourtTime::Days(days) => (Some(days), None),
        CourtTime::Years(years) => (None, Some(years)),
    };
    CourtReport {
        stage: clock.stage,
        days,
        years,
        from: clock.from,
        until: clock.until,
        recorded: clock.recorded,
        source: title(&clock.source, lang),
    }
}

fn credit(record: &CreditRecord, lang: Lang) -> CreditReport {
    CreditReport {
        years: record.years,
        paid: record.paid,
        until: record.until,
        expected: record.expected,
        source: title(&record.source, lang),
    }
}

struct Teller<'a> {
    words: &'a Words,
    figures: Numbers,
    as_of: NaiveDate,
}

impl Teller<'_> {
    fn date(&self, date: Option<NaiveDate>) -> String {
        date.map_or_else(String::new, |date| self.figures.date(date))
    }

    fn limitation(&self, clock: &LimitationReport, document: &mut Document) {
        let words = self.words;
        if clock.not_before.is_none() {
            document.paragraph(words.text("status-limitation-unknown"));
            return;
        }
        let id = match clock.confidence {
            Confidence::Low => "status-limitation-low",
            Confidence::Fair => "status-limitation",
        };
        document.paragraph(words.with(
            id,
            &[
                ("date", self.date(clock.not_before).into()),
                ("years", clock.years.into()),
                ("source", clock.source.as_str().into()),
            ],
        ));
        let mut items: Vec<String> = Vec::new();
        let mut said = "";
        for event in clock.events.iter().take(MOST_EVENTS) {
            let mut told = vec![self.event(event)];
            // A source is named where it first applies, not again under each event.
            if event.source != said {
                said = &event.source;
                told.push(words.with("status-clock-source", &[("source", said.into())]));
            }
            items.push(sentences(&told, words.lang()));
        }
        let more = clock.events.len().saturating_sub(MOST_EVENTS);
        if more > 0 {
            let more = u32::try_from(more).unwrap_or(u32::MAX);
            items.push(words.with("status-clock-more", &[("count", more.into())]));
        }
        document.push(Block::List {
            ordered: false,
            items,
        });
        if clock.near || clock.over {
            document.note(NoteKind::Warning, words.text("status-limitation-near"));
        }
    }

    fn event(&self, event: &EventReport) -> String {
        let words = self.words;
        let amount = event.amount.map(|amount| self.figures.money(amount));
        let channel = event.channel.map(|channel| words.word(channel));
        let known: Vec<String> = [amount, channel, event.record.clone()]
            .into_iter()
            .flatten()
            .collect();
        let id = if known.is_empty() {
            "status-clock-event"
        } else {
            "status-clock-event-known"
        };
        words.with(
            id,
            &[
                ("date", self.figures.date(event.on).into()),
                ("event", words.word(event.event).into()),
                ("known", known.join(&words.text("status-between")).into()),
            ],
        )
    }

    fn court(&self, clock: &CourtReport) -> String {
        let words = self.words;
        let stage = numbers::capitalised(&words.word(clock.stage));
        let days = clock.days.unwrap_or_default();
        let over = clock.until.is_some_and(|until| until < self.as_of);
        let id = match (clock.years, clock.until, clock.recorded) {
            (None, Some(_), true) if over => "status-clock-recorded-over",
            (None, Some(_), false) if over => "status-clock-days-over",
            (Some(_), Some(_), _) => "status-clock-years",
            (Some(_), None, _) => "status-clock-years-unknown",
            (None, Some(_), true) => "status-clock-recorded",
            (None, Some(_), false) => "status-clock-days",
            (None, None, _) => "status-clock-days-unknown",
        };
        words.with(
            id,
            &[
                ("stage", stage.into()),
                ("date", self.date(clock.until).into()),
                ("from", self.date(clock.from).into()),
                ("days", numbers::days(words.lang(), days).into()),
                ("years", clock.years.unwrap_or_default().into()),
                ("source", clock.source.as_str().into()),
            ],
        )
    }

    fn credit(&self, record: &CreditReport) -> String {
        let id = match (record.until, record.expected) {
            (Some(_), true) => "status-clock-record-expected",
            (Some(_), false) => "status-clock-record",
            (None, _) => "status-clock-record-open",
        };
        self.words.with(
            id,
            &[
                ("years", record.years.into()),
                ("paid", self.date(record.paid).into()),
                ("date", self.date(record.until).into()),
                ("source", record.source.as_str().into()),
            ],
        )
    }
}
