//! `promise`: the largest instalment that can be kept on an uneven income, and what makes it safer.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::outlook::Promised;
use crate::domain::rate::Percent;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// A month that often decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorstMonth {
    /// Its first day.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// In so many of the paths it is the one that decides.
    pub paths: u32,
}

/// An instalment larger than what is safe, and the cushion that makes it so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithCushion {
    /// The instalment.
    pub instalment: Money,
    /// Paths that miss it without a cushion.
    pub misses: u32,
    /// What must lie ready before the first month; unknown without paths.
    pub cushion: Option<Money>,
}

/// A promise that can be kept, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PromiseReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The risk that is accepted.
    pub risk: String,
    /// The seed.
    pub seed: u64,
    /// For how many months.
    pub months: u32,
    /// Whether no income is uncertain.
    pub certain: bool,
    /// The largest instalment whose chance of any miss is below the risk.
    pub instalment: Money,
    /// Paths that miss it at least once.
    pub misses: u32,
    /// Paths looked at.
    pub paths: u32,
    /// The months that most often decide, the worst first.
    pub worst: Vec<WorstMonth>,
    /// A larger instalment with a cushion.
    pub with_cushion: Option<WithCushion>,
    /// Paths in which what is already agreed and promised cannot be kept.
    pub broken_already: u32,
    /// What can be offered in most months.
    pub usual: Money,
    #[serde(skip)]
    currency: Currency,
}

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The day.
    pub as_of: NaiveDate,
    /// The risk that is accepted.
    pub risk: Percent,
    /// The seed.
    pub seed: u64,
    /// For how many months.
    pub months: u32,
    /// Whether no income is uncertain.
    pub certain: bool,
    /// What can be offered in most months.
    pub usual: Money,
    /// The ledger's currency.
    pub currency: Currency,
}

impl PromiseReport {
    /// The report of a promise; `first` is the first of its months.
    #[must_use]
    pub fn new(
        asked: Asked,
        found: &Promised,
        first: NaiveDate,
        with_cushion: Option<WithCushion>,
        broken_already: u32,
    ) -> PromiseReport {
        let month = |at: u32| crate::domain::calendar::plus_months(first, i64::from(at));
        PromiseReport {
            as_of: asked.as_of,
            risk: asked.risk.to_string(),
            seed: asked.seed,
            months: asked.months,
            certain: asked.certain,
            instalment: found.instalment,
            misses: found.misses,
            paths: found.paths,
            worst: found
                .worst
                .iter()
                .take(3)
                .map(|&(at, paths)| WorstMonth {
                    month: month(at),
                    paths,
                })
                .collect(),
            with_cushion,
            broken_already,
            usual: asked.usual,
            currency: asked.currency,
        }
    }

    /// A share of the paths in percent with two places.
    fn share(&self, count: u32) -> String {
        let hundredths = i128::from(count)
            .saturating_mul(10_000)
            .checked_div(i128::from(self.paths.max(1)))
            .unwrap_or(0);
        format!("{}%", Money::from_minor(hundredths))
    }
}

impl Report for PromiseReport {
    const SCHEMA: &'static str = "forbear.promise.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(self.as_of);
        let title = words.with("promise-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        let slots = [
            ("amount", figures.money(self.instalment).into()),
            ("months", self.months.into()),
            ("risk", self.risk.as_str().into()),
        ];
        let decides = self.worst.first().filter(|_| self.certain);
        let tightest = decides.map(|worst| {
            [
                ("month", numbers::month(words.lang(), worst.month).into()),
                ("amount", figures.money(self.usual).into()),
            ]
        });
        match (self.instalment.is_positive(), &tightest) {
            (false, Some(tightest)) if self.usual.is_positive() => {
                document.paragraph(words.with("promise-none-certain", tightest));
            }
            (false, _) => document.paragraph(words.with("promise-none", &slots[1..])),
            (true, _) if !self.certain => document.paragraph(words.with("promise-found", &slots)),
            (true, tightest) => {
                document.paragraph(words.with("promise-certain", &slots[..2]));
                if let Some(tightest) = tightest
                    && self.instalment < self.usual
                {
                    document.paragraph(words.with("promise-tightest", tightest));
                }
            }
        }
        if !self.certain && self.instalment.is_positive() {
            document.push(Block::KeyValues(vec![
                (
                    words.text("promise-own-risk"),
                    self.share(self.misses).into(),
                ),
                (
                    words.text("promise-paths"),
                    Cell::Text(numbers::count(u64::from(self.paths))),
                ),
            ]));
        }
        if let (true, Some(tightest)) = (self.broken_already > 0, &tightest) {
            document.note(
                NoteKind::Warning,
                words.with("promise-broken-certain", &tightest[..1]),
            );
        } else if self.broken_already > 0 {
            let share = self.share(self.broken_already);
            document.note(
                NoteKind::Warning,
                words.with("promise-broken-already", &[("share", share.into())]),
            );
        }
        if !self.worst.is_empty() && !self.certain {
            let months: Vec<String> = self
                .worst
                .iter()
                .map(|worst| numbers::month(words.lang(), worst.month))
                .collect();
            let months = months.join(&words.text("promise-between"));
            document.paragraph(words.with("promise-worst", &[("months", months.into())]));
        }
        self.cushion(&mut document, words);
        if self.instalment.is_positive() {
            document.heading(words.text("promise-clause"));
            document.push(Block::Quote(words.text("promise-clause-say")));
        }
        document.note(NoteKind::Plain, words.text("promise-mark"));
        document
    }
}

impl PromiseReport {
    fn cushion(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        let Some(with) = &self.with_cushion else {
            return;
        };
        let mut slots = vec![
            ("amount", figures.money(with.instalment).into()),
            ("share", self.share(with.misses).into()),
        ];
        let id = match with.cushion {
            Some(cushion) => {
                slots.push(("cushion", figures.money(cushion).into()));
                "promise-cushion"
            }
            None => "promise-larger",
        };
        document.paragraph(words.with(id, &slots));
    }
}
