//! The shape of a rule book as it is written: numbers with their history, rules, sources.
//!
//! Promises: a key no book has is refused; every text stands in three languages.
//! Leaves to others: which section is read when, and the user's own numbers (`book`).

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::finding::{Level, Severity, Source};
use crate::domain::lang::Localized;
use crate::domain::money::Money;
use crate::domain::rate::Percent;

/// The unit of a number in a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Whole days.
    Days,
    /// Whole months.
    Months,
    /// Whole years.
    Years,
    /// A count of things.
    Count,
    /// A percentage, also a multiple (`150%`).
    Percent,
    /// An amount in the currency of the book's region.
    Money,
    /// A time of day, `22:00`.
    Time,
}

impl Unit {
    /// Its word in a book.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Unit::Days => "days",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::Count => "count",
            Unit::Percent => "percent",
            Unit::Money => "money",
            Unit::Time => "time",
        }
    }
}

/// A number with the days it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Value {
    /// First day in force; `None` where the start is not known.
    pub from: Option<NaiveDate>,
    /// Last day in force; `None` while in force.
    pub until: Option<NaiveDate>,
    /// The number as text; `none` after a repeal, which is not nought.
    pub value: String,
    /// The source; `None` only for the user's own numbers.
    pub cites: Option<String>,
}

impl Value {
    pub(super) fn covers(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }

    pub(super) fn fits(&self, unit: Unit) -> bool {
        self.value == "none"
            || match unit {
                Unit::Days | Unit::Months | Unit::Years | Unit::Count => self.whole().is_some(),
                Unit::Percent => self.percent().is_some(),
                Unit::Money => self.money().is_some(),
                Unit::Time => self.time().is_some(),
            }
    }

    /// As a whole number.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        self.value.parse().ok()
    }

    /// As a percentage.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        self.value.parse().ok()
    }

    /// As an amount.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        Money::parse(&self.value).ok()
    }

    /// As a time of day.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        NaiveTime::parse_from_str(&self.value, "%H:%M").ok()
    }
}

/// A number with its history.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Param {
    /// Its unit.
    pub unit: Unit,
    /// What it is, in three languages.
    pub title: Words,
    /// Its values, oldest first.
    pub values: Vec<Value>,
}

/// A text in a book, one key per language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(rename = "zh-Hans")]
    zh_hans: String,
    #[serde(rename = "zh-Hant")]
    zh_hant: String,
    en: String,
}

impl Words {
    /// As the program holds texts.
    #[must_use]
    pub fn localized(&self) -> Localized {
        Localized {
            zh_hans: self.zh_hans.clone(),
            zh_hant: self.zh_hant.clone(),
            en: self.en.clone(),
        }
    }
}

/// How a level is written in a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
enum WrittenLevel {
    #[serde(rename = "V-TEXT")]
    Text,
    #[serde(rename = "V-REP")]
    Report,
}

/// A source as a book writes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct SourceSection {
    title: Words,
    level: WrittenLevel,
    in_force: Option<String>,
}

/// Whether a rule has a check, or is there to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// A check decides when it is said.
    #[default]
    Check,
    /// Only to be read with `forbear rules`.
    Reference,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenSeverity {
    Note,
    Warning,
    Serious,
}

/// A rule: what is said, how much it matters, on what it rests.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    #[serde(default)]
    kind: RuleKind,
    severity: WrittenSeverity,
    /// The sources it may cite, the main one first.
    pub cites: Vec<String>,
    /// The numbers it uses.
    #[serde(default)]
    pub params: Vec<String>,
    /// A few words for a list.
    pub title: Words,
    /// What it says, with `{slots}`.
    pub text: Words,
    /// Other wordings, by name, where another source or fact needs one.
    #[serde(default)]
    pub variants: BTreeMap<String, Words>,
}

impl Rule {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self.severity {
            WrittenSeverity::Note => Severity::Note,
            WrittenSeverity::Warning => Severity::Warning,
            WrittenSeverity::Serious => Severity::Serious,
        }
    }

    /// Whether a check says it.
    #[must_use]
    pub const fn kind(&self) -> RuleKind {
        self.kind
    }
}

impl SourceSection {
    pub(super) fn source(&self) -> Source {
        Source {
            title: self.title.localized(),
            level: match self.level {
                WrittenLevel::Text => Level::VText,
                WrittenLevel::Report => Level::VRep,
            },
            in_force: self.in_force.clone(),
        }
    }
}
