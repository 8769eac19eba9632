//! What was agreed, as a snapshot, and the clauses that decide what happens when it is not kept.

use chrono::NaiveDate;

use super::id::{AgreementId, DebtId, OfferId};
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// The form of an agreement.
    Form, "form" {
        /// On paper.
        Written = "written",
        /// In an app, by e-mail or official message.
        Electronic = "electronic",
        /// By voice only.
        Oral = "oral",
    }
}

vocabulary! {
    /// What revives when the agreement is broken.
    DefaultClause, "default-clause" {
        /// Only the unpaid instalments.
        UnpaidOnly = "unpaid-only",
        /// The original debt, less what was paid.
        OriginalDebt = "original-debt",
        /// Not known.
        Unknown = "unknown",
    }
}

/// The clauses of an agreement, as far as known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    /// Order in which payments are applied, as written.
    pub allocation: Option<String>,
    /// What happens on a missed payment, as written.
    pub default: Option<String>,
    /// How it is reported, as written.
    pub credit_report: Option<String>,
    /// Days until the discharge certificate.
    pub discharge_days: Option<u32>,
    /// Whether collection stops.
    pub collection_stops: Option<bool>,
    /// Days after a due date still on time.
    pub grace_days: Option<u32>,
    /// Days to mend a missed payment.
    pub cure_days: Option<u32>,
    /// A shortfall that does no harm.
    pub tolerance: Option<Money>,
    /// Whether a default elsewhere breaks this one.
    pub cross_default: Option<bool>,
    /// What happens to the account, as written.
    pub account_status: Option<String>,
    /// Days until the record is updated.
    pub update_days: Option<u32>,
}

/// An instalment as agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreementDue {
    /// Due date.
    pub on: NaiveDate,
    /// Amount.
    pub amount: Money,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its id in the ledger.
    pub id: AgreementId,
    /// The debt it is about.
    pub debt: DebtId,
    /// When it was signed or confirmed.
    pub signed: NaiveDate,
    /// Its form.
    pub form: Form,
    /// How well it can be proved: 0 a voice … 4 stamped (practice.md `no-paper`).
    pub proof: Option<u32>,
    /// The offer it came from.
    pub offer: Option<OfferId>,
    /// The schedule as agreed, in date order.
    pub dues: Vec<AgreementDue>,
    /// Its clauses.
    pub clauses: Clauses,
    /// When it was declared broken, if it was.
    pub broken: Option<NaiveDate>,
    /// Papers.
    pub evidence: Vec<String>,
    /// Anything else.
    pub note: Option<String>,
}
