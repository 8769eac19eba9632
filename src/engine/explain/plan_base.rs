//! How what a plan starts from comes about: what is waived and what is paid at once, part by part (numbers.md O1–O3).

use super::build::{money, percent, result_of};
use super::plan::Plan;
use super::status::amount_of;
use crate::domain::money::Money;
use crate::domain::offer::Portion;
use crate::domain::parts::Part;
use crate::domain::quantity::Quantity;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Origin, Rounding, Working};

impl Plan<'_> {
    /// What is waived, paid at once and left, part by part (O2, O3).
    pub(super) fn base_parts(&self) -> Vec<Working> {
        let terms = self.terms();
        let mut left = self.base.position;
        let mut all = Vec::new();
        for &(part, portion) in &terms.waive {
            let waived = match portion {
                Portion::All => left.get(part),
                _ => self.offer.waived.get(part).min(left.get(part)),
            };
            // With a settlement besides, what is waived of the part is not told apart by the terms.
            if terms.settle.is_none() {
                all.push(self.waiver(part, portion, waived));
            }
            *left.get_mut(part) -= waived;
        }
        let settled = terms.settle.map(|settle| {
            let owed = Formula::sum(Part::ALL.iter().map(|part| self.owed(*part)));
            let amount = money(
                Quantity::Settlement,
                About::default(),
                settle.amount,
                Origin::Terms,
            );
            Working::amount(
                self.id("waived.total"),
                Quantity::WaivedTotal,
                owed.less(amount),
                self.base.position.total() - settle.amount,
                &["O3"],
            )
        });
        match settled.filter(|working| amount_of(working) == self.offer.waived.total()) {
            Some(working) => all.push(working),
            None => all.push(Working::amount(
                self.id("waived.total"),
                Quantity::WaivedTotal,
                Formula::sum(all.iter().map(result_of)),
                self.offer.waived.total(),
                &["O2"],
            )),
        }
        let mut parts = Vec::new();
        for &part in Part::ALL {
            parts.push(self.base_part(part, &all));
        }
        let total = Working::amount(
            self.id("base.total"),
            Quantity::BaseTotal,
            Formula::sum(parts.iter().map(result_of)),
            self.offer.base.total(),
            &["O1"],
        );
        all.extend(parts);
        all.push(total);
        all
    }

    fn waiver(&self, part: Part, portion: Portion, waived: Money) -> Working {
        let (formula, rounding) = match portion {
            Portion::All => (self.owed(part), Rounding::Exact),
            Portion::Percent(share) => (
                self.owed(part).times(percent(
                    Quantity::Shared,
                    i128::from(share.millionths()),
                    Origin::Terms,
                )),
                Rounding::HalfUp,
            ),
            Portion::Amount(amount) => (
                money(Quantity::Waived, About::part(part), amount, Origin::Terms),
                Rounding::Exact,
            ),
        };
        Working::amount(
            self.id(&format!("waived.{part}")),
            Quantity::Waived,
            formula,
            waived,
            &["O2"],
        )
        .about(About::part(part))
        .rounded(rounding)
    }

    /// What is left of a part after waiving and paying at once.
    fn base_part(&self, part: Part, waivers: &[Working]) -> Working {
        let base = self.offer.base.get(part);
        let waived = self.offer.waived.get(part);
        let mut formula = self.owed(part);
        if !waived.is_zero() {
            let known = super::owed::find(waivers, &self.id(&format!("waived.{part}")));
            formula = formula.less(known.map_or_else(
                || {
                    let from = Origin::Rule("O3");
                    money(Quantity::Waived, About::part(part), waived, from)
                },
                result_of,
            ));
        }
        let now = self.base.position.get(part) - waived - base;
        if !now.is_zero() {
            formula = formula.less(money(
                Quantity::PaidNow,
                About::part(part),
                now,
                Origin::Rule("O3"),
            ));
        }
        Working::amount(
            self.id(&format!("base.{part}")),
            Quantity::Base,
            formula,
            base,
            &["O1", "O3"],
        )
        .about(About::part(part))
    }
}
