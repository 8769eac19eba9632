//! Who lent: the licensed entity named in the contract decides which rules apply, never a brand.

use chrono::NaiveDate;

use super::id::LenderId;
use super::ledger::Currency;
use super::money::Money;
use super::rate::{Percent, Rate};
use super::vocabulary::vocabulary;

vocabulary! {
    /// What kind of lender or holder of a claim. Asked per contract, never guessed from a name (CF-09).
    LenderKind, "lender-kind" {
        /// A bank.
        Bank = "bank",
        /// A consumer finance company.
        ConsumerFinanceCompany = "consumer-finance-company",
        /// A mainland microloan company.
        MicroloanCompany = "microloan-company",
        /// A Hong Kong licensed money lender.
        MoneyLender = "money-lender",
        /// A guarantor that has paid.
        Guarantor = "guarantor",
        /// An insurer that has paid.
        Insurer = "insurer",
        /// A buyer of the debt.
        Assignee = "assignee",
        /// A private person or firm.
        Private = "private",
        /// Someone lending without a licence.
        Unlicensed = "unlicensed",
    }
}

vocabulary! {
    /// Whose rule book applies.
    Region, "region" {
        /// Mainland China.
        Cn = "CN",
        /// Hong Kong.
        Hk = "HK",
    }
}

impl Region {
    /// The currency its contracts are usually in.
    #[must_use]
    pub const fn currency(self) -> Currency {
        match self {
            Region::Cn => Currency::Cny,
            Region::Hk => Currency::Hkd,
        }
    }
}

/// A lender or later holder of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lender {
    /// Its id in the ledger.
    pub id: LenderId,
    /// Its full name as in the contract.
    pub name: String,
    /// Its kind, if known. Without it no rule that depends on the kind is cited.
    pub kind: Option<LenderKind>,
    /// Its region; mainland unless said otherwise.
    pub region: Region,
    /// The lender's own number, app and account, and how they were verified.
    pub official: Option<Official>,
    /// The user's own assumptions of what the lender would recover otherwise (`zone`).
    pub alternative: Option<Alternative>,
    /// Anything else.
    pub note: Option<String>,
}

/// How to reach and pay a lender safely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Official {
    /// Phone number.
    pub number: Option<String>,
    /// App.
    pub app: Option<String>,
    /// Name on the account to pay.
    pub payee: Option<String>,
    /// Account to pay.
    pub account: Option<String>,
    /// How it was checked.
    pub verified_how: Option<String>,
    /// When it was checked.
    pub verified_on: Option<NaiveDate>,
}

/// The user's assumptions about the lender's alternative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alternative {
    /// Share recovered.
    pub recovery: Option<Percent>,
    /// Months until then.
    pub months: Option<u32>,
    /// What it costs the lender.
    pub cost: Option<Money>,
    /// Discount rate.
    pub discount: Option<Rate>,
}
