//! Fair shares of a monthly sum (numbers.md M5).
//!
//! Promises: together exactly the budget, each within 0.01 of its half-up share; the same answer for the
//! same amounts in the same order.

use crate::domain::money::Money;

/// Splits `budget` by what is owed to each. What rounding down leaves goes, 0.01 each, to the largest
/// remainders, of equal ones to the first. Where nothing is owed to anyone, nobody gets anything; an amount
/// that is not positive has no share.
#[must_use]
pub fn pro_rata(budget: Money, owed: &[Money]) -> Vec<Money> {
    let weights: Vec<i128> = owed.iter().map(|amount| amount.minor().max(0)).collect();
    let all: i128 = weights
        .iter()
        .fold(0_i128, |sum, weight| sum.saturating_add(*weight));
    let cents = budget.minor().max(0);
    if all == 0 || cents == 0 {
        return vec![Money::ZERO; owed.len()];
    }
    // 10^15 cents of budget by 10^15 of debt stay below 10^31.
    let product = |weight: i128| weight.saturating_mul(cents);
    let mut shares: Vec<i128> = weights
        .iter()
        .map(|&weight| product(weight).checked_div(all).unwrap_or(0))
        .collect();
    let given = shares
        .iter()
        .fold(0_i128, |sum, share| sum.saturating_add(*share));
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder = |k: usize| {
        weights
            .get(k)
            .map_or(0, |&weight| product(weight).checked_rem(all).unwrap_or(0))
    };
    order.sort_by_key(|&k| std::cmp::Reverse(remainder(k)));
    let left = usize::try_from(cents.saturating_sub(given)).unwrap_or(0);
    for k in order.into_iter().take(left) {
        if let Some(share) = shares.get_mut(k) {
            *share = share.saturating_add(1);
        }
    }
    shares.into_iter().map(Money::from_minor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_add_up_m5() {
        // 16,000 hundredths × 4,550, 6,700 and 1,200 over 12,450: 5,847 and 4,850 twelve-thousand-four-
        // hundred-fiftieths, 8,610 and 5,500, 1,542 and 2,100. One is left over: the second has most rest.
        let owed = [455_000, 670_000, 120_000].map(Money::from_minor);
        let shares: Vec<String> = pro_rata(Money::from_minor(16_000), &owed)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(shares, ["58.47", "86.11", "15.42"]);
    }

    #[test]
    fn nothing_owed_has_no_share() {
        let owed = [0, -5].map(Money::from_minor);
        assert_eq!(pro_rata(Money::CENT, &owed), [Money::ZERO; 2]);
        assert_eq!(pro_rata(Money::CENT, &[]), []);
    }

    proptest! {
        #[test]
        fn shares_are_fair_and_exact_m5(
            budget in 0_i128..=1_000_000_000_000_000,
            owed in proptest::collection::vec(1_i128..=1_000_000_000_000_000, 1..40),
        ) {
            let amounts: Vec<Money> = owed.iter().copied().map(Money::from_minor).collect();
            let shares = pro_rata(Money::from_minor(budget), &amounts);
            prop_assert_eq!(shares.iter().copied().sum::<Money>().minor(), budget);
            let all: i128 = owed.iter().sum();
            for (share, owed) in shares.iter().zip(&owed) {
                // within one cent of the exact share: |share·all − budget·owed| < all
                prop_assert!((share.minor() * all - budget * owed).abs() < all);
            }
        }
    }
}
