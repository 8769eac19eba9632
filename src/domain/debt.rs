//! A debt: what the contract says, what the lender says, what was paid, and where the talks stand.

use chrono::NaiveDate;

use super::contract::Contract;
use super::id::{DebtId, LenderId};
use super::money::Money;
use super::parts::Parts;
use super::rate::{Percent, Rate};
use super::vocabulary::vocabulary;

vocabulary! {
    /// What kind of credit.
    Product, "product" {
        /// A fixed-term loan.
        ConsumerLoan = "consumer-loan",
        /// A credit card.
        CreditCard = "credit-card",
    }
}

vocabulary! {
    /// Where the talks stand.
    Talks, "talks" {
        /// Not begun.
        NotStarted = "not-started",
        /// Facts and papers are being gathered.
        Preparing = "preparing",
        /// A request is registered with the lender.
        Registered = "registered",
        /// Waiting for an answer.
        Waiting = "waiting",
        /// An offer is on the table.
        Offered = "offered",
        /// Agreed, not yet begun.
        Agreed = "agreed",
        /// The agreement is being kept.
        Performing = "performing",
        /// The agreement is broken.
        Broken = "broken",
        /// Paid to the end.
        Completed = "completed",
        /// Refused, for now.
        Refused = "refused",
    }
}

vocabulary! {
    /// How far collection or court has gone.
    Proceedings, "proceedings" {
        /// Nothing yet.
        None = "none",
        /// The lender itself collects.
        Lender = "lender",
        /// An outside collector.
        OutsideCollector = "outside-collector",
        /// A lawyer's letter came.
        LawyerLetter = "lawyer-letter",
        /// Mediation.
        Mediation = "mediation",
        /// A payment order.
        PaymentOrder = "payment-order",
        /// Arbitration.
        Arbitration = "arbitration",
        /// A suit is filed.
        Filed = "filed",
        /// A judgment.
        Judgment = "judgment",
        /// Enforcement.
        Enforcement = "enforcement",
    }
}

vocabulary! {
    /// What a payment is meant for.
    PaymentKind, "payment-kind" {
        /// An ordinary payment.
        Payment = "payment",
        /// Reduces principal at once (A3).
        Prepayment = "prepayment",
    }
}

vocabulary! {
    /// What a pause stops (P7).
    PauseWhat, "pause" {
        /// Its days do not count as overdue.
        Ageing = "ageing",
        /// Interest and penalty stop.
        Interest = "interest",
    }
}

/// A payment made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The day it arrived.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// What for.
    pub kind: PaymentKind,
    /// Anything else.
    pub note: Option<String>,
}

/// What a claim says is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// Split into parts.
    Parts(Parts),
    /// One sum, where the app shows no parts.
    Total(Money),
    /// Only what is overdue, as one sum: what is owed in all is not said.
    Overdue(Money),
}

/// What the lender says is owed on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The date it was true.
    pub on: NaiveDate,
    /// What is claimed in all.
    pub claimed: Claimed,
    /// What is claimed as overdue, if the app says.
    pub overdue: Option<Money>,
    /// What would close the debt, if the app says.
    pub payoff: Option<Money>,
    /// Where it was seen.
    pub source: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

impl Claim {
    /// The claim by part; a single sum counts as principal, as nothing else is known of it.
    #[must_use]
    pub fn parts(&self) -> Parts {
        match self.claimed {
            Claimed::Parts(parts) => parts,
            Claimed::Total(sum) | Claimed::Overdue(sum) => Parts {
                principal: sum,
                ..Parts::ZERO
            },
        }
    }

    /// Whether it is split into parts.
    #[must_use]
    pub const fn has_parts(&self) -> bool {
        matches!(self.claimed, Claimed::Parts(_))
    }

    /// Whether it says only what is overdue, not what is owed in all.
    #[must_use]
    pub const fn only_overdue(&self) -> bool {
        matches!(self.claimed, Claimed::Overdue(_))
    }
}

/// Agreed breathing space, from included, until excluded (P7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// First day.
    pub from: NaiveDate,
    /// First day after it.
    pub until: NaiveDate,
    /// What it stops.
    pub what: Vec<PauseWhat>,
}

/// A dated fee (S3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// The day it falls due.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// What for.
    pub what: Option<String>,
}

/// Facts of a card account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Daily rate on what is claimed (P5).
    pub daily_rate: Option<Rate>,
    /// Day of the month of the statement.
    pub statement_day: Option<u32>,
    /// Day of the month it is due.
    pub due_day: Option<u32>,
    /// Minimum payment.
    pub min_payment: Option<Money>,
}

/// A claim sold to a buyer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sold {
    /// The buyer's name or lender id.
    pub to: String,
    /// When.
    pub on: NaiveDate,
    /// When the notice reached the borrower.
    pub notice_on: Option<NaiveDate>,
}

/// A bound account from which payments are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AutoDebit {
    /// Which account.
    pub account: String,
    /// Day of the month.
    pub day: Option<u32>,
}

/// Who holds the claim, from when. The rule book follows the holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The lender's id.
    pub lender: LenderId,
    /// From when; `None` for a joint lender from the start.
    pub from: Option<NaiveDate>,
    /// Share of a joint loan.
    pub share: Option<Percent>,
    /// When notice reached the borrower.
    pub notice_on: Option<NaiveDate>,
    /// What proves it.
    pub proof: Option<String>,
}

/// What the lender is known or believed to grant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Longest plan in months.
    pub max_months: Option<u32>,
    /// Whether interest can be frozen.
    pub freeze: Option<bool>,
    /// How much of a part can be waived.
    pub waive: Vec<(super::parts::Part, Percent)>,
    /// Smallest monthly payment.
    pub min_payment: Option<Money>,
    /// The last day for the first payment of a plan.
    pub latest_start: Option<NaiveDate>,
    /// How much principal can be cut.
    pub principal_cut: Option<Percent>,
}

/// A debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    /// Its id in the ledger.
    pub id: DebtId,
    /// Whom it was borrowed from.
    pub lender: LenderId,
    /// What kind of credit, if known.
    pub product: Option<Product>,
    /// Where the talks stand.
    pub talks: Talks,
    /// When to ask again after a refusal.
    pub retry_on: Option<NaiveDate>,
    /// How far collection has gone.
    pub proceedings: Proceedings,
    /// Grace days; the default is 0, for cards 3 (D5).
    pub grace_days: Option<u32>,
    /// Written off on.
    pub written_off: Option<NaiveDate>,
    /// Declared due early on.
    pub accelerated: Option<NaiveDate>,
    /// Sold to a buyer.
    pub sold: Option<Sold>,
    /// The missed due date, for a debt without a contract.
    pub oldest_unpaid: Option<NaiveDate>,
    /// What secures it.
    pub secured: Option<String>,
    /// Who guarantees it.
    pub guarantors: Vec<String>,
    /// Who owes it too.
    pub co_borrower: Option<String>,
    /// Accounts from which it is taken.
    pub auto_debit: Option<AutoDebit>,
    /// Whether it comes before others, and why.
    pub priority: Option<String>,
    /// The contract.
    pub contract: Option<Contract>,
    /// The card account.
    pub card: Option<Card>,
    /// Payments, in the order typed.
    pub payments: Vec<Payment>,
    /// Claims, in the order typed.
    pub claims: Vec<Claim>,
    /// Pauses.
    pub pauses: Vec<Pause>,
    /// Dated fees.
    pub fees: Vec<Fee>,
    /// Later holders.
    pub holders: Vec<Holder>,
    /// What the lender may grant.
    pub room: Option<Room>,
    /// Anything else.
    pub note: Option<String>,
}

impl Debt {
    /// A debt of which only the lender is known.
    #[must_use]
    pub fn new(id: DebtId, lender: LenderId) -> Debt {
        Debt {
            id,
            lender,
            product: None,
            talks: Talks::NotStarted,
            retry_on: None,
            proceedings: Proceedings::None,
            grace_days: None,
            written_off: None,
            accelerated: None,
            sold: None,
            oldest_unpaid: None,
            secured: None,
            guarantors: Vec::new(),
            co_borrower: None,
            auto_debit: None,
            priority: None,
            contract: None,
            card: None,
            payments: Vec::new(),
            claims: Vec::new(),
            pauses: Vec::new(),
            fees: Vec::new(),
            holders: Vec::new(),
            room: None,
            note: None,
        }
    }

    /// Whether it is a credit card.
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.product == Some(Product::CreditCard)
    }

    /// Grace days with the default of D5: 3 for cards, else 0.
    #[must_use]
    pub fn grace(&self) -> u32 {
        self.grace_days
            .unwrap_or(if self.is_card() { 3 } else { 0 })
    }

    /// The newest claim on or before a date; of several on one day the last typed (P1, D6).
    #[must_use]
    pub fn newest_claim(&self, as_of: NaiveDate) -> Option<&Claim> {
        self.claims
            .iter()
            .filter(|claim| claim.on <= as_of)
            .max_by_key(|claim| claim.on)
    }

    /// Who holds the claim on a date: the newest dated holder, else the lender.
    #[must_use]
    pub fn holder(&self, as_of: NaiveDate) -> &LenderId {
        self.holders
            .iter()
            .filter(|holder| holder.from.is_some_and(|from| from <= as_of))
            .max_by_key(|holder| holder.from)
            .map_or(&self.lender, |holder| &holder.lender)
    }
}
