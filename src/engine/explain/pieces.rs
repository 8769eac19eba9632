//! Interest of a span as factors a person can multiply: rate × days ÷ days of a year, one for each stretch of one
//! rate, without the days on which it stops (numbers.md D3, D4, P4, P7, S4).

use chrono::{Datelike, NaiveDate};

use super::build::{input, number, percent};
use crate::domain::calendar::{DayCount, days_between};
use crate::domain::contract::PenaltyTerm;
use crate::domain::debt::Debt;
use crate::domain::quantity::Quantity;
use crate::domain::rate::{Period as RatePeriod, Rate};
use crate::domain::working::{About, Formula, Origin, Value};
use crate::engine::accrual::{Accrual, Late, Period};

/// What is known of the rates of a debt, for naming them.
#[derive(Clone, Copy)]
pub(super) struct Rates<'a> {
    accrual: &'a Accrual,
    /// The rates as written, if they are the contract's.
    written: &'a [Rate],
    from: &'static str,
    asked: bool,
    /// Whether the penalty is that of a way of counting a claim, not the contract's own.
    tried: bool,
}

impl<'a> Rates<'a> {
    /// Rates as written under a key of the ledger.
    pub(super) fn of(accrual: &'a Accrual, written: &'a [Rate]) -> Rates<'a> {
        Rates {
            accrual,
            written,
            from: "debt.contract.rate",
            asked: false,
            tried: false,
        }
    }

    /// Rates of the contract, with the penalty of a way of counting.
    pub(super) fn tried(accrual: &'a Accrual, written: &'a [Rate]) -> Rates<'a> {
        Rates {
            tried: true,
            ..Rates::of(accrual, written)
        }
    }

    /// Rates typed on the command line or in the terms.
    pub(super) fn asked(accrual: &'a Accrual, written: &'a [Rate]) -> Rates<'a> {
        Rates {
            asked: true,
            ..Rates::of(accrual, written)
        }
    }

    /// The rates themselves.
    pub(super) fn accrual(&self) -> &'a Accrual {
        self.accrual
    }

    fn origin(&self, key: &'static str) -> Origin {
        if self.asked {
            Origin::Asked
        } else {
            Origin::Ledger(key)
        }
    }

    fn penalty_origin(&self) -> Origin {
        if self.tried {
            Origin::Way
        } else {
            self.origin("debt.contract.penalty")
        }
    }

    /// A rate a year; one written by the day or month is multiplied as D4 says.
    pub(super) fn yearly(&self, millionths: i128) -> Formula {
        let day_count = self.accrual.day_count();
        let short = self.written.iter().find(|rate| {
            rate.per != RatePeriod::Year && as_yearly(**rate, day_count) == millionths
        });
        match short {
            Some(rate) => rate_times(*rate, day_count, self.origin(self.from)),
            None => percent(Quantity::RateYear, millionths, self.origin(self.from)),
        }
    }

    /// Contract interest on 1 from one day to another within a period: `18% × 30 ÷ 360`.
    pub(super) fn contract(&self, period: &Period, from: NaiveDate, until: NaiveDate) -> Formula {
        let mut all = Vec::new();
        for (start, end, rate) in self.accrual.spans(from, until.min(period.due)) {
            for (a, b) in self.running(start, end) {
                match self.accrual.day_count() {
                    DayCount::Thirty360 => {
                        let days = self
                            .accrual
                            .measure(period, b)
                            .saturating_sub(self.accrual.measure(period, a));
                        all.push(part(self.yearly(rate), i128::from(days), 360, (a, b), "D3"));
                    }
                    day_count => {
                        all.extend(by_year(day_count, a, b).map(|(days, year, span)| {
                            part(self.yearly(rate), days, year, span, "D3")
                        }))
                    }
                }
            }
        }
        Formula::sum(all)
    }

    /// What overdue money bears on 1 from one day to another: real days at each day's own rate (P4, P5).
    pub(super) fn late(&self, from: NaiveDate, to: NaiveDate) -> Formula {
        let day_count = self.accrual.day_count();
        let mut all = Vec::new();
        let mut add = |rate: &dyn Fn() -> Formula, from: NaiveDate, to: NaiveDate| {
            for (a, b) in self.running(from, to) {
                for (days, year, span) in by_year(day_count, a, b) {
                    all.push(part(rate(), days, year, span, "P4"));
                }
            }
        };
        match self.accrual.late() {
            Late::Nothing => {}
            Late::Penalty(PenaltyTerm::Own(rate)) => {
                let key = self.penalty_origin();
                let own = || own_rate(rate, day_count, Quantity::PenaltyRate, key.clone());
                add(&own, from, to);
            }
            Late::Card(rate) => {
                let own = || rate_times(rate, day_count, Origin::Ledger("debt.card.daily-rate"));
                add(&own, from, to);
            }
            Late::Penalty(PenaltyTerm::Multiple(times)) => {
                let key = self.penalty_origin();
                for (start, end, rate) in self.accrual.spans(from, to) {
                    let both = || {
                        let times = i128::from(times.millionths());
                        self.yearly(rate).times(percent(
                            Quantity::PenaltyMultiple,
                            times,
                            key.clone(),
                        ))
                    };
                    add(&both, start, end);
                }
            }
            Late::ContractRate => {
                for (start, end, rate) in self.accrual.spans(from, to) {
                    add(&|| self.yearly(rate), start, end);
                }
            }
        }
        Formula::sum(all)
    }

    /// The stretches of `[from, to)` on which interest runs.
    fn running(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
        let mut all = Vec::new();
        let mut start = from;
        for (stop, go) in self.accrual.stops().within(from, to) {
            if start < stop {
                all.push((start, stop));
            }
            start = go;
        }
        if start < to {
            all.push((start, to));
        }
        all
    }
}

/// `rate × days ÷ year`.
pub(super) fn part(
    rate: Formula,
    days: i128,
    year: i128,
    span: (NaiveDate, NaiveDate),
    rule: &'static str,
) -> Formula {
    let about = About::span(span.0, span.1);
    let days = input(
        Quantity::Days,
        about,
        Value::Number(days),
        Origin::Rule(rule),
    );
    rate.times(days)
        .over(number(Quantity::YearDays, year, Origin::Rule(rule)))
}

fn own_rate(rate: Rate, day_count: DayCount, name: Quantity, key: Origin) -> Formula {
    if rate.per == RatePeriod::Year {
        percent(name, i128::from(rate.percent.millionths()), key)
    } else {
        rate_times(rate, day_count, key)
    }
}

/// A daily or monthly rate times its year (D4).
fn rate_times(rate: Rate, day_count: DayCount, from: Origin) -> Formula {
    let millionths = i128::from(rate.percent.millionths());
    let (name, times) = match rate.per {
        RatePeriod::Year => return percent(Quantity::RateYear, millionths, from),
        RatePeriod::Month => (Quantity::RateMonth, 12),
        RatePeriod::Day => (Quantity::RateDay, day_count.days_in_rate_year()),
    };
    percent(name, millionths, from).times(Formula::Number(times))
}

fn as_yearly(rate: Rate, day_count: DayCount) -> i128 {
    let times = match rate.per {
        RatePeriod::Year => 1,
        RatePeriod::Month => 12,
        RatePeriod::Day => day_count.days_in_rate_year(),
    };
    i128::from(rate.percent.millionths()).saturating_mul(times)
}

/// Real days of a span with the days of their year and the days themselves: one stretch, or one a calendar year under `actual/actual`.
pub(super) fn by_year(
    day_count: DayCount,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = (i128, i128, (NaiveDate, NaiveDate))> {
    let mut all = Vec::new();
    let mut start = from;
    while start < to {
        let (end, year) = match day_count {
            DayCount::Thirty360 | DayCount::Actual360 => (to, 360),
            DayCount::Actual365 => (to, 365),
            DayCount::ActualActual => {
                // (from, to]: a day counts by the year it falls in, so a year ends with 31 December (D3).
                let year = start.succ_opt().unwrap_or(to).year();
                let leap = NaiveDate::from_ymd_opt(year, 2, 29).is_some();
                let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(to).min(to);
                (end, if leap { 366 } else { 365 })
            }
        };
        all.push((i128::from(days_between(start, end)), year, (start, end)));
        start = end;
    }
    all.into_iter()
}

/// The rates of a debt as they are written in its contract.
pub(super) fn written(debt: &Debt) -> Vec<Rate> {
    debt.contract
        .iter()
        .flat_map(|contract| contract.rates.iter().map(|rate| rate.rate))
        .collect()
}
