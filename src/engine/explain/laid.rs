//! How the rows of a contract or a plan come about: the level payment, then interest, principal and balance row by
//! row (numbers.md S1, S2, S4, S6).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::build::{input, number, result_of};
use super::owed::times;
use super::pieces::Rates;
use crate::domain::calendar::{DayCount, plus_days};
use crate::domain::contract::{Method, Rounding as LenderRounding};
use crate::domain::exact::{Exact, TooLarge, product};
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;
use crate::engine::accrual::{Period, month_units};
use crate::engine::rows::{Laid, Layout, over};

/// Rows told one by one unless all are asked for.
pub(super) const TOLD: usize = 3;

/// Rows that were laid out, and what from.
pub(super) struct Rows<'a> {
    pub(super) layout: Layout<'a>,
    pub(super) rates: Rates<'a>,
    pub(super) laid: &'a [Laid],
    /// The principal they are laid out from, as an input.
    pub(super) capital: Formula,
    pub(super) prefix: String,
    /// Where the number of rows comes from.
    pub(super) counted: Origin,
}

impl Rows<'_> {
    /// The workings of each row: interest, principal, balance, after the level payment where one is set.
    pub(super) fn workings(&self) -> Result<Vec<Vec<Working>>, EngineError> {
        let mut all = Vec::with_capacity(self.laid.len());
        let mut opening = self.layout.principal;
        let mut opening_leaf = self.capital.clone();
        let mut level: Option<(Working, Option<Working>)> = None;
        for (place, (period, laid)) in self.layout.periods.iter().zip(self.laid).enumerate() {
            let mut row = Vec::new();
            let first = place == 0;
            if self.levels() && (first || self.layout.accrual.changes_in(period)) {
                level = self.level(place, opening, &opening_leaf)?;
                if let Some((level, regular)) = &level {
                    row.push(level.clone());
                    row.extend(regular.clone());
                }
            }
            let interest = self.interest(place, period, &opening_leaf, laid);
            let counted = level.as_mut().and_then(|(_, regular)| regular.take());
            let principal = self.principal(
                place,
                (opening, &opening_leaf),
                level.as_ref().map(|(level, _)| level),
                &counted.unwrap_or_else(|| interest.clone()),
                laid,
            );
            let closing = Working::amount(
                self.id(place, "closing"),
                Quantity::RowClosing,
                opening_leaf.clone().less(result_of(&principal)),
                opening - laid.principal,
                &["S1"],
            )
            .about(self.about(place));
            opening_leaf = match result_of(&closing) {
                Formula::Input(mut input) => {
                    input.name = Quantity::Balance;
                    Formula::Input(input)
                }
                other => other,
            };
            opening -= laid.principal;
            row.extend([interest, principal, closing]);
            all.push(
                row.into_iter()
                    .map(|working| {
                        let level = working.figure == Quantity::Level;
                        working.detailed(place >= TOLD && !level)
                    })
                    .collect(),
            );
        }
        Ok(all)
    }

    fn levels(&self) -> bool {
        matches!(self.layout.method, Method::EqualInstalment | Method::Custom)
    }

    /// Rows from here on: all of them as the terms say, later ones by counting.
    fn count(&self, rows: usize) -> Formula {
        let from = if rows == self.laid.len() {
            self.counted.clone()
        } else {
            Origin::Rule("S1")
        };
        count(rows, from)
    }

    fn about(&self, place: usize) -> About {
        let due = self.layout.periods.get(place).map(|period| period.due);
        About {
            row: u32::try_from(place.saturating_add(1)).ok(),
            on: due,
            ..About::default()
        }
    }

    pub(super) fn id(&self, place: usize, name: &str) -> String {
        format!("{}row-{}.{name}", self.prefix, place.saturating_add(1))
    }

    fn interest(&self, place: usize, period: &Period, opening: &Formula, laid: &Laid) -> Working {
        let formula = if self.layout.method == Method::FlatFee {
            // A twelfth of the yearly rate on the original principal, whatever the days (S2, S6).
            let rate = self.layout.accrual.rate_on(period.start);
            self.capital
                .clone()
                .times(self.rates.yearly(rate))
                .over(Formula::Number(12))
        } else {
            let share = self.rates.contract(period, period.start, period.due);
            match share {
                Formula::Number(0) => Formula::Number(0),
                share => times(opening.clone(), share),
            }
        };
        let free = formula == Formula::Number(0);
        let cut = match self.layout.accrual.rounding() {
            LenderRounding::HalfUp | LenderRounding::HalfUpRows => Rounding::HalfUp,
            LenderRounding::Cut => Rounding::Down,
        };
        Working::amount(
            self.id(place, "interest"),
            Quantity::RowInterest,
            formula,
            laid.interest,
            &["S1", "S2", "D3"],
        )
        .about(self.about(place))
        .rounded(if free { Rounding::Exact } else { cut })
    }

    fn principal(
        &self,
        place: usize,
        opening: (Money, &Formula),
        level: Option<&Working>,
        interest: &Working,
        laid: &Laid,
    ) -> Working {
        let (balance, leaf) = opening;
        let left = self.laid.len().saturating_sub(place);
        let last = left == 1;
        let mut rounding = Rounding::Exact;
        let formula = if last {
            leaf.clone() // the last row takes what is left
        } else {
            match (self.layout.method, level) {
                (Method::EqualInstalment | Method::Custom, Some(level)) => {
                    let rest = result_of(level).less(result_of(interest));
                    let pays = matches!(level.result, Value::Money(level)
                        if matches!(interest.result, Value::Money(interest) if level - interest == laid.principal));
                    if pays {
                        rest
                    } else {
                        Formula::Least(vec![rest, leaf.clone()])
                    }
                }
                (Method::EqualInstalment | Method::Custom, None) => {
                    // An amount without interest is split evenly, the larger parts first.
                    rounding = split_rounding(balance, left, laid.principal);
                    leaf.clone().over(self.count(left))
                }
                (Method::EqualPrincipal | Method::FlatFee, _) => {
                    rounding = Rounding::HalfUp;
                    self.capital.clone().over(self.count(self.laid.len()))
                }
                (Method::InterestOnly | Method::Bullet, _) => Formula::Number(0),
            }
        };
        Working::amount(
            self.id(place, "principal"),
            Quantity::RowPrincipal,
            formula,
            laid.principal,
            &["S1", "S2"],
        )
        .about(self.about(place))
        .rounded(rounding)
    }

    /// The level payment set on the principal and periods left, and the whole month's interest it counts on where
    /// row 1 charges another (S2). `None` where nothing is levelled: no interest, or one row alone.
    fn level(
        &self,
        place: usize,
        opening: Money,
        leaf: &Formula,
    ) -> Result<Option<(Working, Option<Working>)>, EngineError> {
        let rest = self.layout.periods.get(place..).unwrap_or_default();
        let Some((period, later)) = rest.split_first().filter(|(_, later)| !later.is_empty())
        else {
            return Ok(None);
        };
        let accrual = self.layout.accrual;
        let end_rate = accrual.rate_on(plus_days(period.due, -1));
        let month = month_units(1);
        let thirty = accrual.day_count() == DayCount::Thirty360;
        let odd = place == 0 && thirty && period.units != month;
        let own = if odd {
            end_rate.checked_mul(i128::from(month)).ok_or(TooLarge)?
        } else {
            accrual.factor(period, period.due)?
        };
        if own == 0 && end_rate == 0 {
            return Ok(None);
        }
        let payment = self.layout.payment(opening, own, end_rate, later)?;
        let month_share = || {
            self.rates
                .yearly(end_rate)
                .times(number(Quantity::Days, month, Origin::Rule("D3")))
                .over(number(Quantity::YearDays, 360, Origin::Rule("D3")))
        };
        let even = later.iter().all(|period| period.units == month)
            && end_rate.checked_mul(i128::from(month)) == Some(own);
        let id = self.id(place, "level");
        let level = if thirty && even {
            // P × i ÷ (1 − 1 ÷ (1 + i)^n)
            let growth = Formula::Number(1)
                .plus(month_share())
                .power(self.count(rest.len()));
            let annuity = Formula::Number(1).less(Formula::Number(1).over(growth));
            let formula = times(leaf.clone(), month_share()).over(annuity);
            Working::amount(id, Quantity::Level, formula, payment, &["S2", "S4"])
        } else {
            let lines = self.discounts(period, end_rate, later)?;
            let formula = leaf.clone().over(Formula::Lines);
            Working::amount(id, Quantity::Level, formula, payment, &["S2", "S4"]).adding(lines)
        }
        .about(self.about(place))
        .rounded(Rounding::HalfUp);
        let regular = if odd {
            let amount = over(opening, own, 0, accrual.denominator())?;
            Some(
                Working::amount(
                    self.id(place, "regular"),
                    Quantity::RegularInterest,
                    times(leaf.clone(), month_share()),
                    amount,
                    &["S2"],
                )
                .about(self.about(place))
                .rounded(Rounding::HalfUp),
            )
        } else {
            None
        };
        Ok(Some((level, regular)))
    }

    /// What 1 paid on each due date is worth at the start, one after another: what the level payment is divided by.
    fn discounts(
        &self,
        first: &Period,
        rate: i128,
        later: &[Period],
    ) -> Result<Vec<Line>, EngineError> {
        let accrual = self.layout.accrual;
        let denominator = accrual.denominator();
        let mut before = Decimal::ONE;
        let mut lines = Vec::new();
        let own = accrual.factor(first, first.due)?;
        let share = self.rates.contract(first, first.start, first.due);
        let mut add = |due: NaiveDate, factor: i128, share: Formula| -> Result<(), EngineError> {
            let from = if before == Decimal::ONE {
                Formula::Number(1)
            } else {
                let value = Value::Decimal {
                    digits: before.mantissa(),
                    places: before.scale(),
                };
                input(
                    Quantity::Discount,
                    About::default(),
                    value,
                    Origin::Rule("S2"),
                )
            };
            let growth = decimal(Exact::new(factor, denominator)?)?;
            let now = before
                .checked_div(Decimal::ONE.checked_add(growth).ok_or(TooLarge)?)
                .ok_or(TooLarge)?;
            before = now
                .round_dp_with_strategy(12, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            before.rescale(12);
            lines.push(Line {
                name: Some(Quantity::Discount),
                about: About::on(due),
                formula: from.over(Formula::Number(1).plus(share)),
                result: Value::Decimal {
                    digits: before.mantissa(),
                    places: 12,
                },
                rounding: Rounding::Fine,
            });
            Ok(())
        };
        add(first.due, own, share)?;
        for period in later {
            let days = number(Quantity::Days, i128::from(period.units), Origin::Rule("D3"));
            let year = number(
                Quantity::YearDays,
                year_of(accrual.day_count()),
                Origin::Rule("D3"),
            );
            let share = self.rates.yearly(rate).times(days).over(year);
            let factor = product(rate, i128::from(period.units))?;
            add(period.due, factor, share)?;
        }
        Ok(lines)
    }
}

/// Units of a whole year, as periods count them.
const fn year_of(day_count: DayCount) -> i128 {
    match day_count {
        DayCount::Thirty360 | DayCount::Actual360 => 360,
        DayCount::Actual365 => 365,
        DayCount::ActualActual => 133_590,
    }
}

fn decimal(factor: Exact) -> Result<Decimal, TooLarge> {
    let whole = |value: i128| Decimal::try_from_i128_with_scale(value, 0).map_err(|_| TooLarge);
    whole(factor.numerator())?
        .checked_div(whole(factor.denominator())?)
        .ok_or(TooLarge)
}

/// A number of rows.
pub(super) fn count(rows: usize, from: Origin) -> Formula {
    let rows = rows.to_i128().unwrap_or(i128::MAX);
    number(Quantity::Count, rows, from)
}

/// How a part of an even split is cut off.
pub(super) fn split_rounding(whole: Money, parts: usize, part: Money) -> Rounding {
    let parts = parts.to_i128().unwrap_or(1).max(1);
    let whole = whole.minor();
    let down = whole.div_euclid(parts);
    if whole.rem_euclid(parts) == 0 {
        Rounding::Exact
    } else if part.minor() == down {
        Rounding::Down
    } else {
        Rounding::Up
    }
}
