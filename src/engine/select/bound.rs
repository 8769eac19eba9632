//! Scaled integers for the bounds of a search, so that a price per unit needs no fractions.
//!
//! Promises: a bound is never above the truth; nothing overflows for figures up to [`MOST`].

/// The largest sum of totals a search takes: 2^52 minor units, some 45 trillion in currency units.
pub(super) const MOST: i64 = 1 << 52;

/// How many binary places a cost is scaled by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale(u32);

impl Scale {
    /// As fine as sums up to `largest` allow.
    pub(super) fn holding(largest: i64) -> Scale {
        let bits = 64_u32.saturating_sub(largest.max(1).leading_zeros());
        Scale(56_u32.saturating_sub(bits).min(26))
    }

    /// The highest price of a unit that keeps `weight` units of it within what can be held.
    pub(super) fn most_price(self, weight: i64) -> i64 {
        (1_i64 << 60).checked_div(weight.max(1)).unwrap_or(i64::MAX)
    }

    /// Scaled.
    pub(super) fn up(self, cost: i64) -> i64 {
        let factor = 1_i64.checked_shl(self.0).unwrap_or(1);
        cost.saturating_mul(factor)
    }

    /// A lower bound in whole units: rounded up, as costs are whole.
    pub(super) fn down(self, bound: i64) -> i64 {
        let factor = 1_i64.checked_shl(self.0).unwrap_or(1);
        let whole = bound.div_euclid(factor);
        if bound.rem_euclid(factor) == 0 {
            whole
        } else {
            whole.saturating_add(1)
        }
    }
}
