//! How figures are labelled: claimed, computed or assumed.

use serde::Serializer;

use crate::domain::debt::Debt;
use crate::domain::lang::Lang;
use crate::domain::parts::Parts;
use crate::domain::position::{Basis, Position};
use crate::domain::vocabulary::vocabulary;
use crate::i18n::Words;
use crate::i18n::numbers;

vocabulary! {
    /// Where a figure comes from (product.md §5: every figure shown is marked).
    Mark, "mark" {
        /// The lender says so.
        Claimed = "claimed",
        /// It follows from the contract, the payments and the rates.
        Computed = "computed",
        /// It rests on something nobody has confirmed.
        Assumed = "assumed",
    }
}

/// The mark of a debt's position, in words. What the newest claim says is claimed; with what accrued and
/// was paid since, it is claimed and computed.
#[must_use]
pub fn position_mark(debt: &Debt, position: &Position, words: &Words) -> String {
    let claim = debt.newest_claim(position.as_of);
    match position.basis {
        Basis::Claim if claim.is_some_and(|claim| claim.parts() == position.parts) => {
            words.word(Mark::Claimed)
        }
        Basis::Claim => words.text("status-mark-rolled"),
        Basis::Contract | Basis::Agreement => words.word(Mark::Computed),
    }
}

/// Sentences one after another, with a blank between them where the language has one.
#[must_use]
pub fn sentences(said: &[String], lang: Lang) -> String {
    said.join(match lang {
        Lang::En => " ",
        Lang::ZhHans | Lang::ZhHant => "",
    })
}

/// Positions added up, part by part.
#[must_use]
pub fn sum<'a>(all: impl IntoIterator<Item = &'a Parts>) -> Parts {
    all.into_iter().copied().sum()
}

/// Serialises a fraction of one as text with six decimals: `"0.128043"`.
///
/// # Errors
/// Only those of the serializer.
pub fn fraction<S: Serializer>(rate: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match rate {
        Some(rate) if rate.is_finite() => serializer.serialize_str(&numbers::fraction(*rate)),
        _ => serializer.serialize_none(),
    }
}
