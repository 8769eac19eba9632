//! Why a letter is not written: the lender it does not fit, or the fact the ledger does not hold.

use super::{Kind, Letter};
use crate::domain::{LenderKind, Proceedings};
use crate::i18n::Words;
use crate::letters::brief::Brief;
use crate::letters::figures::FigureFrom;
use crate::letters::grounds;

/// Why a letter is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// Whoever claims the money has no licence: that is no negotiation.
    NoLicence,
    /// The lender is of a kind it is not for.
    OtherLender,
    /// It is for the other side of the border.
    OtherRegion,
    /// Nothing that happened is in the log.
    NoConduct,
    /// No contact with somebody else is in the log.
    NoThirdParty,
    /// Nobody collects from outside, as far as the ledger knows.
    NoCollector,
    /// The lender has no open offer.
    NoOffer,
    /// The lender's offer fits and asks for no more than what is aimed at: there is nothing better to ask.
    GoodOffer,
    /// No promise stands.
    NoPromise,
    /// No mediation is known.
    NoMediation,
    /// No payment order is known.
    NoPaymentOrder,
    /// No claim is filed, as far as the ledger knows.
    NoClaim,
    /// No true ground follows from the ledger.
    NoGround,
    /// The debt is not paid to the end.
    NotSettled,
    /// It was not written off.
    NotWrittenOff,
    /// The rule book names no body for this lender.
    NoBody,
}

impl Refusal {
    /// Its word in the ids of its message and hint.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Refusal::NoLicence => "no-licence",
            Refusal::OtherLender => "other-lender",
            Refusal::OtherRegion => "other-region",
            Refusal::NoConduct => "no-conduct",
            Refusal::NoThirdParty => "no-third-party",
            Refusal::NoCollector => "no-collector",
            Refusal::NoOffer => "no-offer",
            Refusal::GoodOffer => "good-offer",
            Refusal::NoPromise => "no-promise",
            Refusal::NoMediation => "no-mediation",
            Refusal::NoPaymentOrder => "no-payment-order",
            Refusal::NoClaim => "no-claim",
            Refusal::NoGround => "no-ground",
            Refusal::NotSettled => "not-settled",
            Refusal::NotWrittenOff => "not-written-off",
            Refusal::NoBody => "no-body",
        }
    }

    /// Why, and what helps instead. `until` is the last day of a court paper, as it is shown.
    #[must_use]
    pub fn tell(self, letter: Letter, debt: &str, until: &str, words: &Words) -> (String, String) {
        let id = format!("letters-refused-{}", self.word());
        let slots = [
            ("letter", words.word(letter).into()),
            ("debt", debt.into()),
            ("until", until.into()),
        ];
        (
            words.with(&id, &slots),
            words.with(&format!("{id}-hint"), &slots),
        )
    }

    /// Whether the ledger lacks what the letter rests on.
    pub(super) fn holds(self, kind: &Kind, brief: &Brief) -> bool {
        let dossier = &brief.dossier;
        match self {
            Refusal::NoLicence => brief.kind() == Some(LenderKind::Unlicensed),
            Refusal::OtherLender => brief.kind().is_some_and(|it| kind.not_for.contains(&it)),
            Refusal::OtherRegion => kind.region.is_some_and(|region| region != brief.region),
            Refusal::NoConduct => dossier.events.is_empty(),
            Refusal::NoThirdParty => dossier.third_party_events().next().is_none(),
            Refusal::NoCollector => {
                dossier.collector.is_none() && brief.proceedings != Proceedings::OutsideCollector
            }
            Refusal::NoOffer => dossier.their_offer.is_none(),
            Refusal::GoodOffer => matches!(brief.from, FigureFrom::Theirs(_)),
            Refusal::NoPromise => brief.promise.is_none(),
            Refusal::NoMediation => {
                dossier.mediator.is_none() && brief.proceedings != Proceedings::Mediation
            }
            Refusal::NoPaymentOrder => brief.proceedings != Proceedings::PaymentOrder,
            Refusal::NoClaim => brief.proceedings != Proceedings::Filed,
            Refusal::NoGround => grounds::grounds(brief, kind.letter).is_empty(),
            Refusal::NotSettled => !dossier.settled,
            Refusal::NotWrittenOff => !brief.written_off,
            Refusal::NoBody => dossier.body.is_none(),
        }
    }
}
