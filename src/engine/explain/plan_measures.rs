//! How the measures of an offer come about: total, first, largest and last payment, what is saved (numbers.md O7, O8).

use super::build::{date, line, money, result_of};
use super::laid::count;
use super::plan::Plan;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::quantity::Quantity;
use crate::domain::simulation::PlanRow;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Line, Origin, Value, Working};

impl Plan<'_> {
    /// Total, first, largest and last payment, end, what is saved (O7, O8).
    pub(super) fn measures(&self, nothing: Option<&Working>) -> Vec<Working> {
        let offer = self.offer;
        let row_line = |row: &PlanRow| -> Line {
            let about = About::row(row.n, row.due);
            let from = Origin::Working(format!("{}row-{}.amount", self.prefix, row.n));
            line(
                about.clone(),
                money(Quantity::RowAmount, about, row.amount, from),
                row.amount,
            )
        };
        let lines: Vec<Line> = offer.rows.iter().map(row_line).collect();
        let now = || {
            money(
                Quantity::PaidNow,
                About::default(),
                offer.paid_now,
                Origin::Terms,
            )
        };
        let formula = match (offer.paid_now.is_zero(), lines.is_empty()) {
            (true, _) => Formula::Lines,
            (false, true) => now(),
            (false, false) => now().plus(Formula::Lines),
        };
        let total = Working::amount(
            self.id("total"),
            Quantity::PlanTotal,
            formula,
            offer.total,
            &["O8"],
        )
        .adding(lines);
        let mut all = Vec::new();
        let mut row = |name: &str, figure, amount: Money, row: Option<&PlanRow>| {
            if let Some(row) = row {
                let formula = row_line(row).formula;
                let working = Working::amount(self.id(name), figure, formula, amount, &["O8"]);
                all.push(working.about(About::row(row.n, row.due)));
            }
        };
        row(
            "first",
            Quantity::First,
            offer.first_payment,
            offer.rows.first(),
        );
        let peak = offer.rows.iter().max_by_key(|row| row.amount);
        row("peak", Quantity::Most, offer.peak_payment, peak);
        row(
            "last",
            Quantity::Last,
            offer.last_payment,
            offer.rows.last(),
        );
        if let Some(row) = offer.rows.last() {
            let count = count(offer.rows.len(), self.counted());
            let rows = Value::Number(i128::from(offer.count));
            let id = self.id("count");
            all.push(Working::exact(id, Quantity::Count, count, rows, &["O5"]));
            let due = date(Quantity::Due, row.due, Origin::Rule("O5"));
            let id = self.id("ends-on");
            let last = Value::Date(row.due);
            all.push(Working::exact(
                id,
                Quantity::EndsOn,
                due,
                last,
                &["O5", "D2"],
            ));
        }
        let owed: Parts = self.base.position;
        let all_owed = Formula::sum(Part::ALL.iter().map(|part| self.owed(*part)));
        let today = Working::amount(
            self.id("saved.against-today"),
            Quantity::SavedToday,
            all_owed.less(result_of(&total)),
            owed.total() - offer.total,
            &["O7"],
        );
        let saved = nothing.map(|nothing| {
            Working::amount(
                self.id("saved.against-nothing"),
                Quantity::SavedNothing,
                result_of(nothing).less(result_of(&total)),
                offer.saved_against_nothing,
                &["O7"],
            )
            .about(About::on(self.latest))
        });
        let mut found = vec![total];
        found.extend(all);
        found.push(today);
        found.extend(saved);
        found
    }
}
