//! Findings: no conclusion without a reason and a source.

use super::id::DebtId;
use super::lang::Localized;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How much a finding matters.
    Severity, "severity" {
        /// Good to know.
        Note = "note",
        /// Needs care.
        Warning = "warning",
        /// Needs action.
        Serious = "serious",
    }
}

vocabulary! {
    /// How well a fact is verified (rules.md §0). Facts from memory are never shipped.
    Level, "level" {
        /// Read in the instrument.
        VText = "V-TEXT",
        /// As reported.
        VRep = "V-REP",
        /// Commonly reported practice.
        Practice = "practice",
    }
}

/// Where a finding comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Instrument and article, in three languages.
    pub title: Localized,
    /// How well it is verified.
    pub level: Level,
    /// In force since, if known.
    pub in_force: Option<String>,
}

/// Something the rule book has to say about a debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id in the book.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The debt, if about one.
    pub debt: Option<DebtId>,
    /// What it says, facts filled in, in three languages.
    pub text: Localized,
    /// Where it comes from.
    pub source: Source,
    /// Whether a number it rests on may be one the user set in place of the book's.
    pub own_numbers: bool,
}
