//! `solve`: what to ask for first, what to aim at, the least that can be kept; or what would have to change.
//!
//! Promises: the rungs are the engine's; an offer of the lender is held against the limit, never against the opening.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Cell, Document, NoteKind, Table};
use super::{Report, terms};
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ladder::{Ask, Ladder, Need, Rung, RungName};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::parts::Parts;
use crate::domain::simulation::{Short, Simulation};
use crate::domain::vocabulary::vocabulary;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

vocabulary! {
    /// What to do with a plan the lender reads out.
    Verdict, "verdict" {
        /// It can be kept and costs no more than the limit.
        Accept = "accept",
        /// It can be kept but costs more than the limit: the limit first, this one if nothing else is granted.
        Better = "better",
        /// It cannot be kept: to be looked at by a person, not signed.
        Review = "review",
    }
}

/// A plan of the lender held against the ladder.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Judged {
    /// The offer's id, if it is in the ledger.
    pub offer: Option<OfferId>,
    /// Its terms.
    pub terms: Terms,
    /// Its largest payment.
    pub payment: Money,
    /// What it costs in all.
    pub total: Money,
    /// The last day to answer, if known.
    pub reply_by: Option<NaiveDate>,
    /// What to do with it.
    pub verdict: Verdict,
    /// The first month it cannot be kept, and by how much.
    pub short: Option<Short>,
}

impl Judged {
    /// A plan held against the limit of a ladder; `plan.short` says whether it can be kept.
    #[must_use]
    pub fn new(
        plan: &Simulation,
        ladder: &Ladder,
        offer: Option<OfferId>,
        reply_by: Option<NaiveDate>,
    ) -> Judged {
        let limit = ladder.rung(RungName::Limit);
        let dear = limit.is_some_and(|limit| plan.total > limit.simulation.total);
        Judged {
            offer,
            terms: plan.terms.clone(),
            payment: plan.peak_payment,
            total: plan.total,
            reply_by,
            verdict: match plan.short {
                Some(_) => Verdict::Review,
                None if dear => Verdict::Better,
                None => Verdict::Accept,
            },
            short: plan.short,
        }
    }
}

/// A rung as data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RungReport {
    /// Which.
    pub name: RungName,
    /// Its terms.
    pub terms: Terms,
    /// Its number of payments.
    pub months: u32,
    /// Its largest payment.
    pub payment: Money,
    /// What it costs in all.
    pub total: Money,
    /// What is waived.
    pub waived: Parts,
    /// What has to be granted for it, the easiest first.
    pub asked: Vec<Ask>,
    /// The first payment's day.
    #[serde(rename = "first-due")]
    pub first_due: Option<NaiveDate>,
}

impl From<&Rung> for RungReport {
    fn from(rung: &Rung) -> RungReport {
        let plan = &rung.simulation;
        RungReport {
            name: rung.name,
            terms: plan.terms.clone(),
            months: rung.months,
            payment: plan.peak_payment,
            total: plan.total,
            waived: plan.waived,
            asked: rung.asked.clone(),
            first_due: plan.rows.first().map(|row| row.due),
        }
    }
}

/// What would have to change, each alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NeedReport {
    /// A plan of so many months.
    pub months: Option<u32>,
    /// So much more a month.
    pub money: Option<Money>,
    /// So much of the principal waived.
    pub principal: Option<String>,
    /// The first month that cannot be kept, and by how much.
    pub short: Option<Short>,
}

impl From<&Need> for NeedReport {
    fn from(need: &Need) -> NeedReport {
        NeedReport {
            months: need.months,
            money: need.money,
            principal: need.principal.map(|percent| percent.to_string()),
            short: need.short,
        }
    }
}

/// What the ladder is about, and what was given for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The debt.
    pub debt: DebtId,
    /// Who holds it.
    pub lender: String,
    /// The day.
    pub as_of: NaiveDate,
    /// The ledger's currency.
    pub currency: Currency,
    /// So much a month (or in one payment), where it was said; otherwise the household's own capacity.
    pub said: Option<Money>,
    /// What can be offered next month.
    pub offerable: Money,
    /// The tightest month of the first years and what it can bear, where that is less.
    pub tightest: Option<(NaiveDate, Money)>,
    /// Whether it is one payment.
    pub once: bool,
    /// When to ask again after a refusal.
    pub retry_on: Option<NaiveDate>,
    /// How many other debts have to share what can be offered: the figures are this debt's part of it.
    pub others: usize,
    /// What is already promised on this debt.
    pub promised: Option<Promised>,
}

/// A promise that was made on the debt and is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promised {
    /// Its day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// Whether it pays all that is owed.
    pub closes: bool,
}

/// The ladder of one debt, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SolveReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The debt.
    pub debt: DebtId,
    /// Opening, target, limit.
    pub rungs: Vec<RungReport>,
    /// Whether there is something that can be kept.
    pub feasible: bool,
    /// Whether the room is only supposed.
    pub room_assumed: bool,
    /// What would have to change, where there are no rungs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedReport>,
    /// The lender's own plans, held against the limit.
    pub menu: Vec<Judged>,
    #[serde(skip)]
    asked: Asked,
}

impl SolveReport {
    /// The report of a ladder.
    #[must_use]
    pub fn new(asked: Asked, ladder: &Ladder, menu: Vec<Judged>) -> SolveReport {
        SolveReport {
            as_of: asked.as_of,
            debt: asked.debt.clone(),
            rungs: ladder.rungs.iter().map(RungReport::from).collect(),
            feasible: ladder.is_feasible(),
            room_assumed: ladder.supposed,
            need: ladder.need.as_ref().map(NeedReport::from),
            menu,
            asked,
        }
    }

    fn figures(&self, words: &Words) -> Numbers {
        Numbers::new(words.lang(), self.asked.currency)
    }

    fn means(&self, document: &mut Document, words: &Words) {
        let figures = self.figures(words);
        if let Some(promised) = self.asked.promised {
            let slots = [
                ("amount", figures.money(promised.amount).into()),
                ("date", figures.date(promised.on).into()),
            ];
            let id = if promised.closes {
                "solve-promised-all"
            } else {
                "solve-promised"
            };
            document.note(NoteKind::Warning, words.with(id, &slots));
        }
        let said = match (self.asked.said, self.asked.once) {
            (Some(sum), true) => {
                words.with("solve-means-once", &[("amount", figures.money(sum).into())])
            }
            (Some(sum), false) => {
                words.with("solve-means-said", &[("amount", figures.money(sum).into())])
            }
            (None, _) => words.with(
                "solve-means-capacity",
                &[("amount", figures.money(self.asked.offerable).into())],
            ),
        };
        document.paragraph(said);
        if self.asked.others > 0 {
            let slots = [("count", self.asked.others.into())];
            document.note(NoteKind::Warning, words.with("solve-part", &slots));
            document.push(Block::Command("forbear plan".to_owned()));
        }
        if let (None, Some((month, amount))) = (self.asked.said, self.asked.tightest) {
            let slots = [
                ("month", numbers::month(words.lang(), month).into()),
                ("amount", figures.money(amount).into()),
            ];
            document.note(NoteKind::Plain, words.with("solve-tightest", &slots));
        }
    }

    /// The rungs that differ, the opening first.
    #[must_use]
    pub fn distinct(&self) -> Vec<&RungReport> {
        let named = |name| self.rungs.iter().find(|rung| rung.name == name);
        let same = |a: &RungReport, b: Option<&RungReport>| b.is_some_and(|b| a.terms == b.terms);
        let (opening, limit) = (named(RungName::Opening), named(RungName::Limit));
        self.rungs
            .iter()
            .filter(|rung| match rung.name {
                RungName::Opening => !same(rung, limit),
                RungName::Target => !same(rung, limit) && !same(rung, opening),
                RungName::Limit => true,
            })
            .collect()
    }

    fn ladder(&self, document: &mut Document, words: &Words) {
        let figures = self.figures(words);
        let distinct = self.distinct();
        let mut table = Table::new(
            [
                "solve-column-rung",
                "solve-column-count",
                "solve-column-payment",
                "solve-column-total",
                "solve-column-waived",
            ]
            .map(|id| words.text(id)),
        );
        for rung in &distinct {
            table.row(vec![
                numbers::capitalised(&words.word(rung.name)).into(),
                Cell::Count(rung.months),
                rung.payment.into(),
                rung.total.into(),
                rung.waived.total().into(),
            ]);
        }
        document.push(Block::Table(table));
        if distinct.len() < self.rungs.len() {
            document.note(NoteKind::Plain, words.text("solve-no-more-room"));
        }
        self.menu_first(document, words);
        for rung in &distinct {
            document.heading(numbers::capitalised(&words.word(rung.name)));
            let undated = Terms {
                first_due: None, // said at the end of the sentence
                ..rung.terms.clone()
            };
            let said = terms::in_words(&undated, figures, words);
            let mut slots = vec![("terms", said.into())];
            let date = rung.first_due.map(|date| figures.date(date));
            let id = match (rung.name, self.asked.once, date) {
                (_, true, _) | (_, _, None) => "solve-say-once",
                (name, false, Some(date)) => {
                    slots.push(("payment", figures.money(rung.payment).into()));
                    slots.push(("date", date.into()));
                    match name {
                        RungName::Opening => "solve-say-opening",
                        RungName::Target => "solve-say-target",
                        RungName::Limit => "solve-say-limit",
                    }
                }
            };
            document.push(Block::Quote(words.with(id, &slots)));
        }
        document.paragraph(words.text("solve-silence"));
    }

    fn menu_first(&self, document: &mut Document, words: &Words) {
        document.heading(words.text("solve-menu"));
        document.paragraph(words.text("solve-menu-why"));
        document.push(Block::Quote(words.text("solve-menu-say")));
        document.push(Block::Command(format!(
            "forbear solve {} --menu \"instalments 12\" --store",
            self.debt
        )));
    }

    fn judged(&self, document: &mut Document, words: &Words) {
        if self.menu.is_empty() {
            return;
        }
        let figures = self.figures(words);
        document.heading(words.text("solve-judged"));
        let mut items = Vec::new();
        for one in &self.menu {
            let said = numbers::capitalised(&terms::in_words(&one.terms, figures, words));
            let mut slots = vec![
                ("terms", said.into()),
                ("payment", figures.money(one.payment).into()),
                ("total", figures.money(one.total).into()),
            ];
            let id = match (one.verdict, one.short) {
                (_, Some(short)) => {
                    slots.push(("month", numbers::month(words.lang(), short.month).into()));
                    slots.push(("by", figures.money(short.by).into()));
                    "solve-judged-review"
                }
                (Verdict::Accept | Verdict::Review, None) => "solve-judged-accept",
                (Verdict::Better, None) => "solve-judged-better",
            };
            let mut text = words.with(id, &slots);
            if let Some(by) = one.reply_by {
                text.push_str(&words.with("solve-judged-by", &[("date", figures.date(by).into())]));
            }
            items.push(text);
        }
        document.push(Block::List {
            ordered: false,
            items,
        });
        let review = |one: &Judged| one.verdict == Verdict::Review;
        if self.menu.iter().any(review) {
            document.paragraph(words.text("solve-review-lead"));
            document.push(Block::Quote(words.text("solve-review-say")));
        }
        let accepted = self
            .menu
            .iter()
            .filter(|one| one.verdict == Verdict::Accept)
            .find_map(|one| one.offer.as_ref());
        if let Some(id) = accepted {
            document.push(Block::Command(format!("forbear offer accept {id}")));
        }
    }

    fn needs(&self, document: &mut Document, words: &Words) {
        let figures = self.figures(words);
        let Some(need) = &self.need else { return };
        document.paragraph(words.text("solve-none"));
        let mut items = Vec::new();
        if let Some(months) = need.months {
            items.push(words.with("solve-need-months", &[("months", months.into())]));
        }
        if let Some(money) = need.money {
            let id = if self.asked.once {
                "solve-need-sum"
            } else {
                "solve-need-money"
            };
            items.push(words.with(id, &[("amount", figures.money(money).into())]));
        }
        // To waive all of it is no plan that can be asked for.
        if let Some(percent) = need.principal.as_ref().filter(|percent| *percent != "100%") {
            items.push(words.with("solve-need-principal", &[("percent", percent.into())]));
        }
        if items.is_empty() {
            document.paragraph(words.text("solve-need-nothing"));
        } else {
            document.paragraph(words.text("solve-need"));
            document.push(Block::List {
                ordered: false,
                items,
            });
        }
        if let Some(short) = need.short {
            document.note(
                NoteKind::Plain,
                words.with(
                    "solve-short",
                    &[
                        ("month", numbers::month(words.lang(), short.month).into()),
                        ("by", figures.money(short.by).into()),
                    ],
                ),
            );
        }
    }
}

impl Report for SolveReport {
    const SCHEMA: &'static str = "forbear.solve.v1";

    fn document(&self, words: &Words) -> Document {
        let slots = [
            ("debt", self.debt.as_str().into()),
            ("lender", self.asked.lender.as_str().into()),
            ("date", self.figures(words).date(self.as_of).into()),
        ];
        let mut document = Document::new(words.with("solve-title", &slots), words.lang());
        self.means(&mut document, words);
        if self.room_assumed {
            let slots = [("debt", self.debt.as_str().into())];
            document.note(NoteKind::Plain, words.with("solve-room-assumed", &slots));
        }
        if let Some(date) = self.asked.retry_on {
            let date = self.figures(words).date(date);
            document.note(
                NoteKind::Plain,
                words.with("solve-retry", &[("date", date.into())]),
            );
        }
        if self.feasible {
            self.ladder(&mut document, words);
        } else {
            self.needs(&mut document, words);
        }
        self.judged(&mut document, words);
        document.note(NoteKind::Plain, words.text("solve-mark"));
        document
    }
}
