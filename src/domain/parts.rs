//! What an amount owed is made of: principal, interest, penalty, fees.

use std::ops::{Add, AddAssign, Sub, SubAssign};

use serde::Serialize;

use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// A part of what is owed.
    Part, "part" {
        /// The amount lent and not yet repaid.
        Principal = "principal",
        /// Contract interest.
        Interest = "interest",
        /// Penalty interest, compound interest, default charges.
        Penalty = "penalty",
        /// Fees and recovery costs.
        Fees = "fees",
    }
}

/// An amount by part. Positions, payments, waivers and totals are all `Parts`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Principal.
    pub principal: Money,
    /// Contract interest.
    pub interest: Money,
    /// Penalty.
    pub penalty: Money,
    /// Fees.
    pub fees: Money,
}

impl Parts {
    /// Nothing in any part.
    pub const ZERO: Parts = Parts {
        principal: Money::ZERO,
        interest: Money::ZERO,
        penalty: Money::ZERO,
        fees: Money::ZERO,
    };

    /// One part.
    #[must_use]
    pub fn get(&self, part: Part) -> Money {
        match part {
            Part::Principal => self.principal,
            Part::Interest => self.interest,
            Part::Penalty => self.penalty,
            Part::Fees => self.fees,
        }
    }

    /// One part, to change.
    pub fn get_mut(&mut self, part: Part) -> &mut Money {
        match part {
            Part::Principal => &mut self.principal,
            Part::Interest => &mut self.interest,
            Part::Penalty => &mut self.penalty,
            Part::Fees => &mut self.fees,
        }
    }

    /// The sum of the parts.
    #[must_use]
    pub fn total(&self) -> Money {
        self.principal + self.interest + self.penalty + self.fees
    }

    /// Whether nothing is in any part.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Parts::ZERO
    }

    /// Takes up to `amount` out of the parts in `order`, and returns what was taken from each.
    pub fn take(&mut self, amount: Money, order: &[Part]) -> Parts {
        let mut left = amount;
        let mut taken = Parts::ZERO;
        for &part in order {
            let here = left.min(self.get(part)).max(Money::ZERO);
            *self.get_mut(part) -= here;
            *taken.get_mut(part) += here;
            left -= here;
        }
        taken
    }
}

impl Add for Parts {
    type Output = Parts;
    fn add(self, other: Parts) -> Parts {
        Parts {
            principal: self.principal + other.principal,
            interest: self.interest + other.interest,
            penalty: self.penalty + other.penalty,
            fees: self.fees + other.fees,
        }
    }
}
impl Sub for Parts {
    type Output = Parts;
    fn sub(self, other: Parts) -> Parts {
        Parts {
            principal: self.principal - other.principal,
            interest: self.interest - other.interest,
            penalty: self.penalty - other.penalty,
            fees: self.fees - other.fees,
        }
    }
}
impl AddAssign for Parts {
    fn add_assign(&mut self, other: Parts) {
        *self = *self + other;
    }
}
impl SubAssign for Parts {
    fn sub_assign(&mut self, other: Parts) {
        *self = *self - other;
    }
}
impl std::iter::Sum for Parts {
    fn sum<I: Iterator<Item = Parts>>(all: I) -> Parts {
        all.fold(Parts::ZERO, Add::add)
    }
}

impl Serialize for Parts {
    /// The four parts and their total, as JSON shows a position.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Parts", 5)?;
        fields.serialize_field("principal", &self.principal)?;
        fields.serialize_field("interest", &self.interest)?;
        fields.serialize_field("penalty", &self.penalty)?;
        fields.serialize_field("fees", &self.fees)?;
        fields.serialize_field("total", &self.total())?;
        fields.end()
    }
}
