//! How a figure comes about: what goes in, the formula, what comes out, and where all of it stands.
//!
//! Promises: a formula is a small tree over named inputs, so that it can be written for a pocket calculator and
//! worked again by someone else; a result is the figure shown, never a nearer one; whatever is cut off is said.
//! Leaves to others: making them (`engine::explain`), their words and shapes (`report::workings`).

use chrono::NaiveDate;

use super::exact::Exact;
use super::finding::Source;
use super::money::Money;
use super::parts::Part;
use super::position::{Band, Class};
use super::quantity::Quantity;
use super::rate::Percent;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What is cut off a result.
    Rounding, "rounding" {
        /// Nothing.
        Exact = "exact",
        /// Half-up to 0.01, once (S1).
        HalfUp = "half-up",
        /// Up to 0.01: one of the larger parts of an even split (S1).
        Up = "up",
        /// Down to 0.01, once (M2), or one of the smaller parts of an even split (S1).
        Down = "down",
        /// Nothing is: it is shown with six decimals and goes on unrounded.
        Shown = "shown-6",
        /// Nothing is: it is shown with twelve decimals and goes on unrounded.
        Fine = "shown-12",
        /// To four decimals of a percent, as annual rates stand in JSON; people are shown two.
        Percent = "percent",
    }
}

/// A value in a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// An amount before it is rounded, in minor units; shown with six decimals.
    Unrounded(Exact),
    /// A percentage, exact.
    Percent(Percent),
    /// A whole number: days, months, rows.
    Number(i128),
    /// A number with decimals: `digits / 10^places`.
    Decimal {
        /// All digits.
        digits: i128,
        /// How many of them are decimals.
        places: u32,
    },
    /// A date.
    Date(NaiveDate),
    /// A number of years: from a date to the same day of a later year, or the last of its month.
    Years(u32),
    /// A band.
    Band(Band),
    /// A lender's class.
    Class(Class),
    /// A name that a number of days has: `M3`.
    Name(String),
}

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A key of the ledger: `debt.contract.rate`.
    Ledger(&'static str),
    /// The lender's claim of a date.
    Claim(NaiveDate),
    /// A payment of a date.
    Payment(NaiveDate),
    /// Another working, by its id.
    Working(String),
    /// A row of the contract's schedule: `forbear schedule DEBT --explain`.
    Schedule(u32),
    /// A rule of numbers.md.
    Rule(&'static str),
    /// What was asked for on the command line, the day included.
    Asked,
    /// The terms of the offer.
    Terms,
    /// What is owed on the day: `forbear status DEBT --explain`.
    Status,
    /// A plan of an offer: `forbear simulate DEBT --explain`.
    Simulate,
    /// A stored offer, by its id.
    Offer(String),
    /// An agreement, by its id.
    Agreement(String),
    /// A promise made by voice on a date.
    Promise(NaiveDate),
    /// The rule book; the working names instrument and article.
    Book,
    /// A way of counting that was tried: `forbear audit DEBT`.
    Way,
    /// Found by trying: the check beside it shows that it is right.
    Trial,
}

/// What a figure is about, beyond its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// A part of what is owed.
    pub part: Option<Part>,
    /// A row, by its number.
    pub row: Option<u32>,
    /// A day, or the first of a span.
    pub on: Option<NaiveDate>,
    /// The day a span ends before (D1).
    pub until: Option<NaiveDate>,
    /// The first day of a month.
    pub month: Option<NaiveDate>,
    /// A name from the ledger: an income, a debt.
    pub name: Option<String>,
    /// Which figure it is the sum of.
    pub of: Option<Quantity>,
}

impl About {
    /// About a part.
    #[must_use]
    pub fn part(part: Part) -> About {
        About {
            part: Some(part),
            ..About::default()
        }
    }

    /// About a row.
    #[must_use]
    pub fn row(row: u32, on: NaiveDate) -> About {
        About {
            row: (row > 0).then_some(row),
            on: Some(on),
            ..About::default()
        }
    }

    /// About a day.
    #[must_use]
    pub fn on(on: NaiveDate) -> About {
        About {
            on: Some(on),
            ..About::default()
        }
    }

    /// About the days from one to another.
    #[must_use]
    pub fn span(from: NaiveDate, until: NaiveDate) -> About {
        About {
            until: Some(until),
            ..About::on(from)
        }
    }

    /// About a month.
    #[must_use]
    pub fn month(month: NaiveDate) -> About {
        About {
            month: Some(month),
            ..About::default()
        }
    }

    /// About something with a name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> About {
        About {
            name: Some(name.into()),
            ..About::default()
        }
    }

    /// The same of a part.
    #[must_use]
    pub fn in_part(mut self, part: Part) -> About {
        self.part = Some(part);
        self
    }
}

/// A named value that goes into a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: Quantity,
    /// What it is about, where the name alone does not say.
    pub about: About,
    /// Its value.
    pub value: Value,
    /// Where it comes from.
    pub from: Origin,
}

/// A formula in calculator notation, as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A named value.
    Input(Box<Input>),
    /// A bare number that the rule itself says: 1, 12.
    Number(i128),
    /// The sum of the lines listed with it, each before it is cut off: `Σ`.
    Lines,
    /// A sum; `true` is taken off.
    Sum(Vec<(bool, Formula)>),
    /// A product.
    Times(Vec<Formula>),
    /// A quotient.
    Over(Box<Formula>, Box<Formula>),
    /// A power.
    Power(Box<Formula>, Box<Formula>),
    /// The least of several.
    Least(Vec<Formula>),
    /// The most of several.
    Most(Vec<Formula>),
    /// Whether a number lies between two limits, both included; an open end is `None`.
    Between {
        /// The lower limit.
        low: i128,
        /// The number.
        value: Box<Formula>,
        /// The upper limit.
        high: Option<i128>,
    },
}

impl Formula {
    /// This plus another.
    #[must_use]
    pub fn plus(self, other: Formula) -> Formula {
        self.with(false, other)
    }

    /// This less another.
    #[must_use]
    pub fn less(self, other: Formula) -> Formula {
        self.with(true, other)
    }

    fn with(self, taken: bool, other: Formula) -> Formula {
        let mut terms = match self {
            Formula::Sum(terms) => terms,
            alone => vec![(false, alone)],
        };
        terms.push((taken, other));
        Formula::Sum(terms)
    }

    /// This times another.
    #[must_use]
    pub fn times(self, other: Formula) -> Formula {
        let mut factors = match self {
            Formula::Times(factors) => factors,
            alone => vec![alone],
        };
        match other {
            Formula::Times(more) => factors.extend(more),
            one => factors.push(one),
        }
        Formula::Times(factors)
    }

    /// This divided by another.
    #[must_use]
    pub fn over(self, other: Formula) -> Formula {
        Formula::Over(Box::new(self), Box::new(other))
    }

    /// This to a power.
    #[must_use]
    pub fn power(self, exponent: Formula) -> Formula {
        Formula::Power(Box::new(self), Box::new(exponent))
    }

    /// A sum of all; nought of none.
    #[must_use]
    pub fn sum(all: impl IntoIterator<Item = Formula>) -> Formula {
        let mut terms: Vec<(bool, Formula)> = all.into_iter().map(|one| (false, one)).collect();
        match (terms.pop(), terms.is_empty()) {
            (None, _) => Formula::Number(0),
            (Some((_, only)), true) => only,
            (Some(last), false) => {
                terms.push(last);
                Formula::Sum(terms)
            }
        }
    }

    /// Its named values, in the order in which they stand.
    #[must_use]
    pub fn inputs(&self) -> Vec<&Input> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Input>) {
        match self {
            Formula::Input(input) => found.push(input),
            Formula::Number(_) | Formula::Lines => {}
            Formula::Sum(terms) => terms.iter().for_each(|(_, term)| term.collect(found)),
            Formula::Times(all) | Formula::Least(all) | Formula::Most(all) => {
                all.iter().for_each(|one| one.collect(found));
            }
            Formula::Over(a, b) | Formula::Power(a, b) => {
                a.collect(found);
                b.collect(found);
            }
            Formula::Between { value, .. } => value.collect(found),
        }
    }

    /// Renames the workings it refers to.
    pub fn refer(&mut self, name: &dyn Fn(&str) -> String) {
        match self {
            Formula::Input(input) => {
                if let Origin::Working(id) = &mut input.from {
                    *id = name(id);
                }
            }
            Formula::Number(_) | Formula::Lines => {}
            Formula::Sum(terms) => terms.iter_mut().for_each(|(_, term)| term.refer(name)),
            Formula::Times(all) | Formula::Least(all) | Formula::Most(all) => {
                all.iter_mut().for_each(|one| one.refer(name));
            }
            Formula::Over(a, b) | Formula::Power(a, b) => {
                a.refer(name);
                b.refer(name);
            }
            Formula::Between { value, .. } => value.refer(name),
        }
    }

    /// The formula as one types it into a calculator: `12000.00 × 18% × 30 ÷ 360`. `value` writes a value.
    #[must_use]
    pub fn written(&self, value: &dyn Fn(&Value) -> String) -> String {
        match self {
            Formula::Input(input) => value(&input.value),
            Formula::Number(number) => number.to_string(),
            Formula::Lines => "Σ".to_owned(),
            Formula::Sum(terms) => {
                let mut out = String::new();
                for (place, (taken, term)) in terms.iter().enumerate() {
                    match (place, taken) {
                        (0, false) => {}
                        (0, true) => out.push('−'),
                        (_, false) => out.push_str(" + "),
                        (_, true) => out.push_str(" − "),
                    }
                    out.push_str(&term.inside(2, value));
                }
                out
            }
            Formula::Times(all) => joined(all, " × ", |one| one.inside(3, value)),
            Formula::Over(a, b) => format!("{} ÷ {}", a.inside(2, value), b.inside(4, value)),
            Formula::Power(a, b) => format!("{}^{}", a.inside(5, value), b.inside(5, value)),
            Formula::Least(all) => format!("min({})", joined(all, "; ", |one| one.written(value))),
            Formula::Most(all) => format!("max({})", joined(all, "; ", |one| one.written(value))),
            Formula::Between {
                low,
                value: middle,
                high,
            } => {
                let middle = middle.inside(1, value);
                match high {
                    Some(high) => format!("{low} ≤ {middle} ≤ {high}"),
                    None => format!("{low} ≤ {middle}"),
                }
            }
        }
    }

    /// Written inside another formula, in brackets where it binds less than `least`.
    fn inside(&self, least: u8, value: &dyn Fn(&Value) -> String) -> String {
        let text = self.written(value);
        let binds = match self {
            Formula::Between { .. } => 0,
            Formula::Sum(_) => 1,
            Formula::Over(..) | Formula::Times(_) => 2,
            Formula::Power(..) => 4,
            Formula::Input(_) | Formula::Number(_) if text.starts_with('-') => 0,
            Formula::Input(_)
            | Formula::Number(_)
            | Formula::Lines
            | Formula::Least(_)
            | Formula::Most(_) => 5,
        };
        if binds < least {
            format!("({text})")
        } else {
            text
        }
    }
}

fn joined(all: &[Formula], between: &str, write: impl Fn(&Formula) -> String) -> String {
    all.iter().map(write).collect::<Vec<_>>().join(between)
}

/// One of the lines that `Σ` adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is, where that is not plain from the figure.
    pub name: Option<Quantity>,
    /// What it is about.
    pub about: About,
    /// How it comes about.
    pub formula: Formula,
    /// What it comes to.
    pub result: Value,
    /// What is cut off.
    pub rounding: Rounding,
}

/// How one figure comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// A name for references, unique in its report.
    pub id: String,
    /// What the figure is.
    pub figure: Quantity,
    /// What it is about.
    pub about: About,
    /// Its formula.
    pub formula: Formula,
    /// What it comes to: the figure shown.
    pub result: Value,
    /// What is cut off.
    pub rounding: Rounding,
    /// The rules of numbers.md it follows: `P4`.
    pub rules: &'static [&'static str],
    /// What `Σ` adds up.
    pub lines: Vec<Line>,
    /// The instrument that sets a number in it, where one does.
    pub source: Option<Source>,
    /// Whether it is one of many of its kind, which only a full document shows.
    pub detail: bool,
}

/// The workings about one thing: a debt, an offer, a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its name from the ledger, or an offer's letter; empty where there is one group alone.
    pub name: String,
    /// Its workings, each after those it refers to.
    pub workings: Vec<Working>,
}
