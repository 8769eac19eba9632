//! What was agreed, as a snapshot, and the clauses that decide what happens when it is not kept.

use chrono::NaiveDate;

use super::id::{AgreementId, DebtId, OfferId};
use super::money::Money;
use super::position::DueAmount;
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

vocabulary! {
    /// How an agreement stands on a date.
    KeepingState, "keeping" {
        /// Everything due so far is paid, or still within its grace.
        Kept = "kept",
        /// A payment is missed and can still be mended.
        Late = "late",
        /// It is broken: declared so, or a payment missed for longer than it allows.
        Broken = "broken",
        /// Everything is paid.
        Completed = "completed",
    }
}

/// An agreed instalment and what was paid of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptRow {
    /// Due date.
    pub on: NaiveDate,
    /// Amount agreed.
    pub amount: Money,
    /// What was paid of it, oldest row first.
    pub paid: Money,
}

impl KeptRow {
    /// What is still open of it.
    #[must_use]
    pub fn open(&self) -> Money {
        self.amount.less(self.paid)
    }
}

/// Whether an agreement is being kept (A4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// The date.
    pub as_of: NaiveDate,
    /// How it stands.
    pub state: KeepingState,
    /// Its rows, with what was paid of each.
    pub rows: Vec<KeptRow>,
    /// All that was paid since it was signed.
    pub paid: Money,
    /// What is left to pay of it.
    pub left: Money,
    /// The next due date with something open, on or after the date.
    pub next_due: Option<DueAmount>,
    /// Rows past their grace with more open than the tolerance, oldest first.
    pub missed: Vec<KeptRow>,
    /// Last day on which the oldest missed row can be mended.
    pub mend_by: Option<NaiveDate>,
    /// Since when it is broken.
    pub broken_on: Option<NaiveDate>,
    /// What revives if it is broken.
    pub revives: DefaultClause,
}

impl Keeping {
    /// Whether its rows stand in the place of the contract's (A4): kept, late but not yet broken, or done.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.state != KeepingState::Broken
    }
}
