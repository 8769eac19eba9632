//! The ladder for one debt: what is asked first, what is aimed at, and the least that can be kept (M6).

use chrono::NaiveDate;

use super::money::Money;
use super::parts::Part;
use super::rate::{Percent, Rate};
use super::simulation::{Short, Simulation};
use super::vocabulary::vocabulary;

vocabulary! {
    /// A rung of the ladder.
    RungName, "rung" {
        /// What is asked first.
        Opening = "opening",
        /// What is aimed at.
        Target = "target",
        /// The least that can be kept.
        Limit = "limit",
    }
}

/// One thing that can be asked of a lender, in the order in which it is usually granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A plan of up to so many months.
    Months(u32),
    /// Months without payment first.
    Defer(u32),
    /// A part waived, as far as the room goes.
    Waive(Part),
    /// No interest during the plan.
    Freeze,
    /// A lower rate during the plan.
    Rate(Rate),
}

impl std::fmt::Display for Ask {
    /// Its text in the book of practice and in JSON: `months 24`, `waive penalty`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Ask::Months(months) => write!(f, "months {months}"),
            Ask::Defer(months) => write!(f, "defer {months}"),
            Ask::Waive(part) => write!(f, "waive {part}"),
            Ask::Freeze => f.write_str("freeze"),
            Ask::Rate(rate) => write!(f, "rate {rate}"),
        }
    }
}

/// Not one thing that can be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not `months N`, `defer N`, `waive PART`, `freeze` or `rate R`")]
pub struct NotAnAsk(pub String);

impl std::str::FromStr for Ask {
    type Err = NotAnAsk;

    fn from_str(text: &str) -> Result<Ask, NotAnAsk> {
        let (name, rest) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        let rest = rest.trim();
        let count = || {
            rest.parse::<u32>()
                .ok()
                .filter(|count| (1..=1200).contains(count))
        };
        match name {
            "months" => count().map(Ask::Months),
            "defer" => count().map(Ask::Defer),
            "waive" => rest.parse().ok().map(Ask::Waive),
            "freeze" if rest.is_empty() => Some(Ask::Freeze),
            "rate" => rest.parse().ok().map(Ask::Rate),
            _ => None,
        }
        .ok_or_else(|| NotAnAsk(text.to_owned()))
    }
}

impl serde::Serialize for Ask {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a lender is known or believed to grant, with the defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Longest plan in months.
    pub max_months: u32,
    /// Whether interest can be frozen.
    pub freeze: bool,
    /// How much of a part can be waived; a part that is missing cannot.
    pub waive: Vec<(Part, Percent)>,
    /// Smallest monthly payment.
    pub min_payment: Option<Money>,
    /// The last day for the first payment of a plan; a day that has passed limits nothing.
    pub latest_start: Option<NaiveDate>,
    /// Nobody wrote down any room: instalments only, supposed.
    pub supposed: bool,
}

impl Bounds {
    /// The last day for the first payment of a plan made on a day, where it still lies ahead.
    #[must_use]
    pub fn start_by(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        self.latest_start.filter(|latest| *latest >= as_of)
    }

    /// How much of a part can be waived.
    #[must_use]
    pub fn waivable(&self, part: Part) -> Percent {
        self.waive
            .iter()
            .find(|(known, _)| *known == part)
            .map_or(Percent::ZERO, |(_, percent)| *percent)
    }
}

/// A rung: terms, what they come to, and what had to be granted for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Which.
    pub name: RungName,
    /// Its terms and what they come to.
    pub simulation: Simulation,
    /// Its number of months, or of parts.
    pub months: u32,
    /// What is asked for it, in order.
    pub asked: Vec<Ask>,
}

/// What would have to change where no rung can be kept. Each alone, with everything in the room granted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Need {
    /// A plan of so many months, beyond the room.
    pub months: Option<u32>,
    /// So much more in every month.
    pub money: Option<Money>,
    /// So much of the principal waived beside all the rest, in whole percents.
    pub principal: Option<Percent>,
    /// The first month the best plan of the room cannot be kept, and by how much.
    pub short: Option<Short>,
}

/// The ladder, or what it would take.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// Opening, target and limit; empty where nothing in the room can be kept.
    pub rungs: Vec<Rung>,
    /// What would have to change; only where there are no rungs.
    pub need: Option<Need>,
    /// Whether the room is only supposed.
    pub supposed: bool,
}

impl Ladder {
    /// Whether there is something that can be kept.
    #[must_use]
    pub fn is_feasible(&self) -> bool {
        !self.rungs.is_empty()
    }

    /// One rung.
    #[must_use]
    pub fn rung(&self, name: RungName) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.name == name)
    }
}

/// How the ladder pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Month by month, the first time on a date if one is known.
    Instalments {
        /// The first due date.
        first_due: Option<NaiveDate>,
    },
    /// In one payment on a date.
    OnePayment {
        /// The date.
        by: NaiveDate,
    },
}
