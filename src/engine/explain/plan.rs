//! How the measures of an offer come about: what is waived and paid at once, the rows, the total, what is saved, the
//! rates (numbers.md O1–O8).

use chrono::NaiveDate;

use super::build::{money, result_of};
use super::laid::{Rows, TOLD, count, split_rounding};
use super::owed::times;
use super::pieces::Rates;
use super::rates::of_flows;
use super::status::{amount_of, owed_on};
use crate::domain::calendar::DayCount;
use crate::domain::contract::Method;
use crate::domain::money::Money;
use crate::domain::offer::{ArrearsMode, Terms};
use crate::domain::parts::Part;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Rate;
use crate::domain::simulation::{BaselineKind, Comparison, PlanRow, Simulation};
use crate::domain::working::{About, Formula, Group, Origin, Rounding, Working};
use crate::engine::EngineError;
use crate::engine::accrual::{Accrual, Period, units};
use crate::engine::plan_base::PlanBase;
use crate::engine::plan_dates::dues;
use crate::engine::plan_rows::{self, simple_interest};
use crate::engine::quote::of_plan;
use crate::engine::rows::{self, Laid};

/// The workings of a comparison: what doing nothing comes to, then each offer, named by its place.
///
/// # Errors
/// As [`compare`](crate::engine::simulate::compare).
pub fn of_comparison(base: &PlanBase, found: &Comparison) -> Result<Vec<Group>, EngineError> {
    let nothing = nothing(base, found)?;
    let mut groups = Vec::new();
    for (place, offer) in found.offers.iter().enumerate() {
        let prefix = format!("offer-{}.", place.saturating_add(1));
        let plan = Plan {
            base,
            offer,
            prefix,
            latest: found
                .baselines
                .iter()
                .find(|one| one.kind == BaselineKind::Nothing)
                .map_or(base.as_of, |one| one.on),
        };
        groups.push(Group {
            name: format!("{}", place.saturating_add(1)),
            workings: plan.workings(nothing.last())?,
        });
    }
    groups.insert(
        0,
        Group {
            name: String::new(),
            workings: nothing,
        },
    );
    Ok(groups)
}

/// What is owed on the latest day compared if nothing is paid until then (O7); the total last.
fn nothing(base: &PlanBase, found: &Comparison) -> Result<Vec<Working>, EngineError> {
    let Some(latest) = found
        .baselines
        .iter()
        .find(|one| one.kind == BaselineKind::Nothing)
    else {
        return Ok(Vec::new());
    };
    let total = latest.parts.total();
    let mut all = Vec::new();
    if latest.on > base.as_of
        && let Some(debt) = base.alone()?
    {
        let steps = owed_on(&debt, latest.on, "nothing.")?;
        all.extend(
            steps
                .into_iter()
                .filter(|working| !working.id.contains(".contract."))
                .map(|mut working| {
                    if matches!(working.figure, Quantity::Owed | Quantity::OwedTotal) {
                        working.about.on = Some(latest.on);
                    }
                    working
                }),
        );
    }
    let formula = match super::owed::find(&all, "nothing.owed.total") {
        Some(working) if amount_of(working) == total => result_of(working),
        // By an agreement that stands: what revives is told by `status` on that day.
        _ => {
            all.clear();
            money(Quantity::Owed, About::on(latest.on), total, Origin::Status)
        }
    };
    all.push(
        Working::amount("nothing", Quantity::Nothing, formula, total, &["O7"])
            .about(About::on(latest.on)),
    );
    Ok(all)
}

pub(super) struct Plan<'a> {
    pub(super) base: &'a PlanBase,
    pub(super) offer: &'a Simulation,
    pub(super) prefix: String,
    pub(super) latest: NaiveDate,
}

impl Plan<'_> {
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    pub(super) fn terms(&self) -> &Terms {
        &self.offer.terms
    }

    fn workings(&self, nothing: Option<&Working>) -> Result<Vec<Working>, EngineError> {
        let mut all = self.base_parts();
        all.extend(self.rows()?);
        all.extend(self.measures(nothing));
        if self.offer.rates.dated.is_some()
            && self.offer.total != self.offer.base.total() + self.offer.paid_now
        {
            all.extend(of_flows(
                &of_plan(self.base.as_of, self.offer),
                None,
                &self.offer.rates,
                DayCount::Actual365,
                &self.origins(),
                &self.prefix,
            ));
        }
        Ok(all)
    }

    /// Where the number of rows comes from: the terms, or the due dates until an extended end (O5).
    pub(super) fn counted(&self) -> Origin {
        if self.terms().instalments.is_some() {
            Origin::Terms
        } else {
            Origin::Rule("O5")
        }
    }

    /// What is left counts as received, the rows repay it (O8).
    fn origins(&self) -> (Origin, Origin) {
        let base = Origin::Working(self.id("base.total"));
        (base, Origin::Rule("O8"))
    }

    /// What is owed of a part on the day of the offer.
    pub(super) fn owed(&self, part: Part) -> Formula {
        let amount = self.base.position.get(part);
        let from = if self.base.is_given() {
            Origin::Asked
        } else {
            Origin::Status
        };
        money(Quantity::Owed, About::part(part), amount, from)
    }

    /// The rows, and before them what is spread over them.
    fn rows(&self) -> Result<Vec<Working>, EngineError> {
        let offer = self.offer;
        if offer.rows.is_empty() {
            return Ok(Vec::new());
        }
        let terms = self.terms();
        let dues = dues(self.base, terms)?;
        let accrual = self.base.accrual(terms);
        let rates: Vec<Rate> = terms.rate.or(self.base.rate).into_iter().collect();
        let rates = if terms.rate.is_some() || self.base.is_given() {
            Rates::asked(&accrual, &rates)
        } else {
            Rates::of(&accrual, &rates)
        };
        let left = offer.base;
        let deferral = simple_interest(left.principal, &accrual, self.base.as_of, dues.start)?;
        let arrears = left.total() - left.principal + deferral;
        let mode = terms.arrears.unwrap_or(ArrearsMode::Spread);
        let layout = plan_rows::Layout {
            start: dues.start,
            dues: dues.dates.clone(),
            principal: left.principal,
            arrears,
            accrual: accrual.clone(),
            method: terms.method.unwrap_or(Method::EqualInstalment),
            mode,
        };
        let mut all = self.arrears(&accrual, rates, (dues.start, deferral), arrears);
        let capital = self.capital(mode, &all);
        let principal = if mode == ArrearsMode::Capitalise {
            left.principal + arrears
        } else {
            left.principal
        };
        let laid: Vec<Laid> = offer
            .rows
            .iter()
            .map(|row| Laid {
                principal: row.principal,
                interest: row.interest,
            })
            .collect();
        let periods = plan_rows::periods(&layout);
        let rows = Rows {
            layout: rows::Layout {
                accrual: &accrual,
                method: layout.method,
                original: principal,
                principal,
                periods: &periods,
                extra: 0,
            },
            rates,
            laid: &laid,
            capital,
            prefix: self.prefix.clone(),
            counted: self.counted(),
        };
        if terms.settle.is_some() {
            all.extend(self.settlement_rows());
            return Ok(all);
        }
        let spread = all.last().map(result_of);
        for (place, (row, steps)) in offer.rows.iter().zip(rows.workings()?).enumerate() {
            let amount = self.row_amount(place, row, &steps, spread.as_ref(), (mode, arrears));
            all.extend(steps);
            all.extend(amount);
        }
        Ok(all)
    }

    /// Interest while nothing is paid, and old interest and charges with it (O4, O6); the sum last.
    fn arrears(
        &self,
        accrual: &Accrual,
        rates: Rates<'_>,
        deferral: (NaiveDate, Money),
        arrears: Money,
    ) -> Vec<Working> {
        let (start, interest) = deferral;
        let part = |part: Part| {
            let from = Origin::Working(self.id(&format!("base.{part}")));
            money(
                Quantity::Base,
                About::part(part),
                self.offer.base.get(part),
                from,
            )
        };
        let mut all = Vec::new();
        let mut formula = Formula::sum([Part::Interest, Part::Penalty, Part::Fees].map(part));
        if !interest.is_zero() {
            let period = Period {
                start: self.base.as_of,
                due: start,
                units: units(accrual.day_count(), self.base.as_of, start),
            };
            let share = rates.contract(&period, period.start, start);
            let deferred = Working::amount(
                self.id("deferral"),
                Quantity::Deferral,
                times(part(Part::Principal), share),
                interest,
                &["O6"],
            )
            .about(About::on(start))
            .rounded(Rounding::HalfUp);
            formula = formula.plus(result_of(&deferred));
            all.push(deferred);
        }
        all.push(Working::amount(
            self.id("arrears"),
            Quantity::ArrearsSpread,
            formula,
            arrears,
            &["O4"],
        ));
        all
    }

    fn capital(&self, mode: ArrearsMode, steps: &[Working]) -> Formula {
        let base = money(
            Quantity::Base,
            About::part(Part::Principal),
            self.offer.base.principal,
            Origin::Working(self.id("base.principal")),
        );
        match (mode, steps.last()) {
            (ArrearsMode::Capitalise, Some(arrears)) => {
                let amount = self.offer.base.principal + amount_of(arrears);
                // Two amounts in one figure: brackets would stand around them in every formula.
                money(
                    Quantity::Balance,
                    About::default(),
                    amount,
                    Origin::Rule("O4"),
                )
            }
            _ => base,
        }
    }

    /// A row's share of old interest and charges, and all of the row.
    fn row_amount(
        &self,
        place: usize,
        row: &PlanRow,
        steps: &[Working],
        spread: Option<&Formula>,
        arrears: (ArrearsMode, Money),
    ) -> Vec<Working> {
        let (mode, whole) = arrears;
        let about = About::row(row.n, row.due);
        let id = |name: &str| format!("{}row-{}.{name}", self.prefix, row.n);
        let mut all = Vec::new();
        let mut terms: Vec<Formula> = steps
            .iter()
            .filter(|working| working.id == id("principal") || working.id == id("interest"))
            .map(result_of)
            .collect();
        if let Some(spread) = spread.filter(|_| !row.arrears.is_zero()) {
            let rows = self.offer.rows.len();
            let (formula, rounding) = if mode == ArrearsMode::Spread {
                let rounding = split_rounding(whole, rows, row.arrears);
                (spread.clone().over(count(rows, self.counted())), rounding)
            } else {
                (spread.clone(), Rounding::Exact)
            };
            let share = Working::amount(
                id("arrears"),
                Quantity::RowArrears,
                formula,
                row.arrears,
                &["O4", "S1"],
            )
            .about(about.clone())
            .rounded(rounding);
            terms.push(result_of(&share));
            all.push(share);
        }
        all.push(
            Working::amount(
                id("amount"),
                Quantity::RowAmount,
                Formula::sum(terms),
                row.amount,
                &["S2", "O4"],
            )
            .about(about),
        );
        all.into_iter()
            .map(|working| working.detailed(place >= TOLD))
            .collect()
    }

    /// A settlement in parts is one amount split evenly (O3, S1).
    fn settlement_rows(&self) -> Vec<Working> {
        let rows = self.offer.rows.len();
        let whole = self.offer.base.total();
        let each = self.offer.rows.iter().enumerate();
        each.map(|(place, row)| {
            let amount = money(
                Quantity::BaseTotal,
                About::default(),
                whole,
                Origin::Working(self.id("base.total")),
            );
            let formula = if rows == 1 {
                amount
            } else {
                amount.over(count(rows, self.counted()))
            };
            Working::amount(
                format!("{}row-{}.amount", self.prefix, row.n),
                Quantity::RowAmount,
                formula,
                row.amount,
                &["O3", "S1"],
            )
            .about(About::row(row.n, row.due))
            .rounded(split_rounding(whole, rows, row.amount))
            .detailed(place >= TOLD)
        })
        .collect()
    }
}
