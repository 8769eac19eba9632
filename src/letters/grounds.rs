//! True grounds against a court paper, each tied to a fact of the ledger or to a line of the audit.
//!
//! Promises: a ground that does not follow from the ledger is not there; without any, no objection is written (A-01:
//! one that only speaks of ability, time or manner of paying has no effect). Each says what it rests on.
//! Leaves to others: whether a court accepts it; the words (`templates`).

use chrono::NaiveDate;

use super::brief::Brief;
use super::figures::FigureFrom;
use super::kinds::Letter;
use crate::domain::vocabulary::vocabulary;
use crate::domain::{Money, Parts};
use crate::engine::audit::{Audit, LineScreen, audit, unexplained_as_recorded};

vocabulary! {
    /// What a ground is.
    GroundKind, "ground" {
        /// Everything is paid.
        Settled = "settled",
        /// A payment of the ledger is not counted in the claim.
        PaymentMissing = "payment-missing",
        /// More is claimed than the contract and the payments give.
        Amount = "amount",
        /// Less was received than the contract says (INT-20).
        ReceivedLess = "received-less",
        /// The claim moved to somebody else without a notice (INT-25).
        NoNotice = "no-notice",
        /// An agreement is being kept.
        Agreement = "agreement",
        /// Nothing is due yet.
        NotDue = "not-due",
        /// The time to sue is over, as far as the ledger knows (INT-04).
        Limitation = "limitation",
        /// The total is above the line where a court may be asked to reduce it (INT-10).
        Reduction = "reduction",
    }
}

/// A ground with the figures and days it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What it is.
    pub kind: GroundKind,
    /// The day it rests on: of a payment, of the agreement, of the last event.
    pub on: Option<NaiveDate>,
    /// The amount it rests on.
    pub amount: Option<Money>,
    /// What is claimed and what is computed, by part.
    pub figures: Option<(Parts, Parts)>,
}

impl Ground {
    const fn of(kind: GroundKind) -> Ground {
        Ground {
            kind,
            on: None,
            amount: None,
            figures: None,
        }
    }
}

/// The newest claim against the contract and the payments, where both are known.
#[must_use]
pub fn audited(brief: &Brief) -> Option<Audit> {
    let line = brief.dossier.line.as_ref().map(|line| line.percent);
    audit(&brief.dossier.debt, line, brief.as_of).ok()
}

/// The grounds that follow from the ledger, the strongest first. A court may be asked to reduce only in an answer.
#[must_use]
pub fn grounds(brief: &Brief, letter: Letter) -> Vec<Ground> {
    let dossier = &brief.dossier;
    let mut found = Vec::new();
    if dossier.settled {
        let (on, amount) = dossier.last_payment.unzip();
        found.push(Ground {
            on,
            amount,
            ..Ground::of(GroundKind::Settled)
        });
    }
    if let FigureFrom::Agreement(_) = brief.from
        && let Some(agreement) = &dossier.agreement
    {
        found.push(Ground {
            on: Some(agreement.signed),
            ..Ground::of(GroundKind::Agreement)
        });
    }
    let audit = audited(brief);
    found.extend(audit.iter().flat_map(|audit| of_audit(brief, audit)));
    found.extend(no_notice(brief));
    let due = brief.days != Some(0) || brief.accelerated || dossier.debt.contract.is_none();
    if !due && !dossier.settled {
        found.push(Ground::of(GroundKind::NotDue));
    }
    if let Some(limitation) = brief.limitation.filter(|limitation| limitation.over) {
        found.push(Ground {
            on: limitation.since,
            ..Ground::of(GroundKind::Limitation)
        });
    }
    let line = audit.and_then(|audit| audit.line);
    if letter == Letter::Answer
        && let Some(LineScreen { excess, .. }) = line.filter(|line| line.excess.is_positive())
    {
        found.push(Ground {
            amount: Some(excess),
            ..Ground::of(GroundKind::Reduction)
        });
    }
    found
}

/// What the audit gives: a payment left out, or a sum that no way of counting explains.
fn of_audit(brief: &Brief, audit: &Audit) -> Vec<Ground> {
    let mut found = Vec::new();
    let more = audit.difference.total();
    if more.is_positive() && audit.residual.is_positive() {
        let missing = payment_left_out(brief, audit);
        found.push(Ground {
            on: missing.map_or(Some(audit.on), |(on, _)| Some(on)),
            amount: Some(missing.map_or(more, |(_, amount)| amount)),
            figures: Some((audit.claimed, audit.computed)),
            ..Ground::of(missing.map_or(GroundKind::Amount, |_| GroundKind::PaymentMissing))
        });
    }
    if let Some(short) = audit.up_front {
        found.push(Ground {
            amount: Some(short),
            ..Ground::of(GroundKind::ReceivedLess)
        });
    }
    found
}

/// A payment without which the claim comes out to the cent by the contract as it is recorded. Other ways of counting
/// are not tried: among thousands one fits by chance, and a court paper must not rest on that.
fn payment_left_out(brief: &Brief, audit: &Audit) -> Option<(NaiveDate, Money)> {
    let debt = &brief.dossier.debt;
    let before = debt.payments.iter().enumerate();
    before
        .filter(|(_, payment)| payment.on <= audit.on)
        .find_map(|(place, payment)| {
            let mut without = debt.clone();
            without.payments.remove(place);
            let left = unexplained_as_recorded(&without, brief.as_of).ok()?;
            left.is_zero().then_some((payment.on, payment.amount))
        })
}

/// A sale or a new holder that the borrower was not told of (INT-25).
fn no_notice(brief: &Brief) -> Option<Ground> {
    let debt = &brief.dossier.debt;
    let sold = debt.sold.as_ref().filter(|sold| sold.on <= brief.as_of);
    let moved = debt
        .holders
        .iter()
        .filter_map(|holder| Some((holder.from?, holder.notice_on)))
        .filter(|(from, _)| *from <= brief.as_of)
        .max_by_key(|(from, _)| *from);
    let (on, notice) = moved.or(sold.map(|sold| (sold.on, sold.notice_on)))?;
    notice.is_none().then(|| Ground {
        on: Some(on),
        ..Ground::of(GroundKind::NoNotice)
    })
}
