//! `zone`: is there a deal. A page for a counsellor: what the lender might get otherwise against what can be paid.
//!
//! Promises: every figure of the lender's side is shown as assumed; no sentence to say to the lender stands here.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Cell, Document, NoteKind, Table};
use super::{Report, terms};
use crate::domain::id::{DebtId, LenderId};
use crate::domain::ladder::{Ladder, RungName};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::rate::Rate;
use crate::domain::zone::{Overlap, Zone};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// What the lender is assumed to get otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssumedReport {
    /// Share of what is owed that it recovers.
    pub recovery: String,
    /// Months until then.
    pub months: u32,
    /// What it costs.
    pub cost: Money,
    /// What later money loses a year.
    pub discount: Rate,
    /// Whether the user wrote them.
    pub own: bool,
}

/// A rung as the lender may value it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ZoneRung {
    /// Which.
    pub name: RungName,
    /// Its terms.
    pub terms: Terms,
    /// What is paid in all.
    pub total: Money,
    /// What that is worth today.
    pub value: Money,
    /// Whether that is at least what the lender is assumed to get otherwise.
    pub enough: bool,
}

/// Whether there is room, as data.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OverlapReport {
    /// There is.
    Room {
        /// What the lender is assumed to get otherwise.
        from: Money,
        /// What the limit is worth.
        to: Money,
        /// The first rung that is enough.
        first: RungName,
    },
    /// The limit is worth less.
    Short {
        /// By how much.
        by: Money,
    },
    /// Nothing can be offered.
    NothingToOffer,
}

/// The zone, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ZoneReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The debt.
    pub debt: DebtId,
    /// The assumptions.
    pub assumed: AssumedReport,
    /// What is owed.
    pub owed: Money,
    /// What the lender is assumed to get otherwise, valued today.
    pub alternative: Money,
    /// The rungs, the opening first.
    pub rungs: Vec<ZoneRung>,
    /// Whether there is room.
    pub overlap: OverlapReport,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    lender: LenderId,
}

impl ZoneReport {
    /// The report of a zone.
    #[must_use]
    pub fn new(
        about: (&DebtId, &LenderId),
        as_of: NaiveDate,
        owed: Money,
        (ladder, zone): (&Ladder, &Zone),
        currency: Currency,
    ) -> ZoneReport {
        let rungs: Vec<ZoneRung> = ladder
            .rungs
            .iter()
            .zip(&zone.offers)
            .map(|(rung, valued)| ZoneRung {
                name: rung.name,
                terms: rung.simulation.terms.clone(),
                total: rung.simulation.total,
                value: valued.value,
                enough: valued.enough,
            })
            .collect();
        let overlap = match zone.overlap {
            Overlap::Room { from, to, first } => OverlapReport::Room {
                from,
                to,
                first: rungs.get(first).map_or(RungName::Limit, |rung| rung.name),
            },
            Overlap::Short { by } => OverlapReport::Short { by },
            Overlap::NothingToOffer => OverlapReport::NothingToOffer,
        };
        ZoneReport {
            as_of,
            debt: about.0.clone(),
            lender: about.1.clone(),
            assumed: AssumedReport {
                recovery: zone.assumed.recovery.to_string(),
                months: zone.assumed.months,
                cost: zone.assumed.cost,
                discount: zone.assumed.discount,
                own: zone.assumed.own,
            },
            owed,
            alternative: zone.alternative,
            rungs,
            overlap,
            currency,
        }
    }
}

impl Report for ZoneReport {
    const SCHEMA: &'static str = "forbear.zone.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let money = |amount| figures.money(amount);
        let slots = [
            ("debt", self.debt.as_str().into()),
            ("date", figures.date(self.as_of).into()),
        ];
        let mut document = Document::new(words.with("zone-title", &slots), words.lang());
        document.note(NoteKind::Warning, words.text("zone-counsellor"));
        document.heading(words.text("zone-assumed"));
        let pair = |id: &str, value: Cell| (words.text(id), value);
        document.push(Block::KeyValues(vec![
            pair("zone-owed", self.owed.into()),
            pair("zone-recovery", self.assumed.recovery.as_str().into()),
            pair("zone-months", Cell::Count(self.assumed.months)),
            pair("zone-cost", self.assumed.cost.into()),
            pair(
                "zone-discount",
                numbers::rate(words.lang(), self.assumed.discount).into(),
            ),
            pair("zone-alternative", self.alternative.into()),
        ]));
        document.paragraph(words.text("zone-worth"));
        document.paragraph(words.text(if self.assumed.own {
            "zone-own"
        } else {
            "zone-starting-points"
        }));
        document.push(Block::Command(format!(
            "forbear lender set {} --alternative-recovery {}",
            self.lender, self.assumed.recovery
        )));
        self.path(&mut document, words);
        document.paragraph(match &self.overlap {
            OverlapReport::Room { from, to, first } => words.with(
                "zone-room",
                &[
                    ("from", money(*from).into()),
                    ("to", money(*to).into()),
                    ("rung", words.word(*first).into()),
                ],
            ),
            OverlapReport::Short { by } => words.with("zone-short", &[("by", money(*by).into())]),
            OverlapReport::NothingToOffer => words.text("zone-nothing"),
        });
        document
    }
}

impl ZoneReport {
    /// The rungs in the order in which they are asked for.
    fn path(&self, document: &mut Document, words: &Words) {
        if self.rungs.is_empty() {
            return;
        }
        let figures = Numbers::new(words.lang(), self.currency);
        document.heading(words.text("zone-path"));
        let mut table = Table::new(
            [
                "zone-column-rung",
                "zone-column-total",
                "zone-column-value",
                "zone-column-enough",
            ]
            .map(|id| words.text(id)),
        );
        let mut items = Vec::new();
        for rung in &self.rungs {
            let name = numbers::capitalised(&words.word(rung.name));
            let enough = if rung.enough { "zone-yes" } else { "zone-no" };
            table.row(vec![
                name.as_str().into(),
                rung.total.into(),
                rung.value.into(),
                words.text(enough).into(),
            ]);
            let said = terms::in_words(&rung.terms, figures, words);
            let slots = [("rung", name.into()), ("terms", said.into())];
            items.push(words.with("zone-rung", &slots));
        }
        document.push(Block::Table(table));
        document.push(Block::List {
            ordered: true,
            items,
        });
    }
}
