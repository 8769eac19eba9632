//! An audit as data (product.md §6).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::AuditReport;
use crate::domain::calendar::DayCount;
use crate::domain::contract::{AllocationScope, FirstPeriod, Order, PenaltyTerm, Rounding};
use crate::domain::finding::Level;
use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::engine::audit::{Candidate, Growth, PenaltyBase};

/// Candidates beyond these are counted, not listed.
const IN_JSON: usize = 100;

/// The JSON of an audit (product.md §6).
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Figures<'a> {
    debt: &'a DebtId,
    on: NaiveDate,
    claim: Parts,
    computed: Parts,
    difference: Parts,
    residual: Money,
    tried: usize,
    /// At most [`IN_JSON`] of them.
    matches: Vec<Match>,
    matches_count: usize,
    undetermined: bool,
    parts: Vec<PartFigures>,
    #[serde(rename = "line-24")]
    line_24: Option<LineFigures>,
    /// Lines on the rate alone, which the sum charged cannot be screened against.
    lines_on_rate: Vec<RateLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    up_front: Option<Money>,
    growth: Vec<GrowthFigures>,
    questions: Vec<&'static str>,
}

/// One way of counting, in JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Match {
    allocation: String,
    allocation_scope: AllocationScope,
    day_count: DayCount,
    compound: bool,
    penalty: Option<String>,
    penalty_base: PenaltyBase,
    rounding: Rounding,
    first_period: FirstPeriod,
    departures: u32,
    residual: Money,
    /// Claim less what this way gives, by part.
    left: Parts,
}

/// How one part fares, in JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PartFigures {
    part: Part,
    as_recorded: bool,
    ways: usize,
}

/// How two claims differ, in JSON.
#[derive(Serialize)]
struct GrowthFigures {
    from: NaiveDate,
    to: NaiveDate,
    grew: Parts,
    expected: Parts,
    paid: Money,
    /// Whether it grew by more than the contract as recorded explains.
    outgrew: bool,
}

/// A line on the rate, in JSON.
#[derive(Serialize)]
struct RateLine {
    line: &'static str,
    rate: String,
    level: Level,
}

/// The screen against the line, in JSON.
#[derive(Serialize)]
struct LineFigures {
    max: Money,
    charged: Money,
    excess: Money,
}

impl Serialize for AuditReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let audit = &self.audit;
        Figures {
            debt: &self.debt,
            on: audit.on,
            claim: audit.claimed,
            computed: audit.computed,
            difference: audit.difference,
            residual: audit.residual,
            tried: audit.tried,
            matches: audit.best.iter().take(IN_JSON).map(as_match).collect(),
            matches_count: audit.best.len(),
            undetermined: audit.undetermined(),
            parts: audit
                .parts
                .iter()
                .map(|found| PartFigures {
                    part: found.part,
                    as_recorded: found.as_recorded,
                    ways: found.ways,
                })
                .collect(),
            line_24: audit
                .line
                .filter(|line| self.line.is_some() && line.charges())
                .map(|line| LineFigures {
                    max: line.most,
                    charged: line.charged,
                    excess: line.excess,
                }),
            lines_on_rate: self
                .on_rate
                .iter()
                .map(|line| RateLine {
                    line: line.id,
                    rate: line.percent.to_string(),
                    level: line.source.level,
                })
                .collect(),
            up_front: audit.up_front,
            growth: audit.growth.iter().map(as_growth).collect(),
            questions: audit
                .questions
                .iter()
                .map(|question| question.as_str())
                .collect(),
        }
        .serialize(serializer)
    }
}

fn as_growth(growth: &Growth) -> GrowthFigures {
    GrowthFigures {
        from: growth.from,
        to: growth.to,
        grew: growth.grew,
        expected: growth.expected,
        paid: growth.paid,
        outgrew: growth.outgrew(),
    }
}

fn as_match(candidate: &Candidate) -> Match {
    let convention = &candidate.convention;
    Match {
        allocation: order_text(&convention.allocation),
        allocation_scope: convention.scope,
        day_count: convention.day_count,
        compound: convention.compound,
        penalty: convention.penalty.map(penalty_text),
        penalty_base: convention.base,
        rounding: convention.rounding,
        first_period: convention.first_period,
        departures: candidate.departures,
        residual: candidate.residual,
        left: candidate.difference,
    }
}

fn order_text(order: &Order) -> String {
    match order {
        Order::Named(named) => named.as_str().to_owned(),
        Order::List(parts) => parts
            .iter()
            .map(|part| part.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn penalty_text(penalty: PenaltyTerm) -> String {
    match penalty {
        PenaltyTerm::Multiple(percent) => percent.to_string(),
        PenaltyTerm::Own(rate) => rate.to_string(),
    }
}
