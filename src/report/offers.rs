//! `offer list`: offers from either side, with what became of them.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Cell, Document, Table};
use super::{Report, terms};
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::offer::{Offer, OfferStatus, Party, Terms};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// The offers of a ledger, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OffersReport {
    /// The day their status is told for.
    pub as_of: NaiveDate,
    /// The offers, in the order of the ledger.
    pub offers: Vec<RecordedOffer>,
    #[serde(skip)]
    currency: Currency,
}

/// One offer as recorded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RecordedOffer {
    /// Its id.
    pub id: OfferId,
    /// The debt.
    pub debt: DebtId,
    /// Who made it.
    pub from: Party,
    /// When.
    pub on: NaiveDate,
    /// Its terms.
    pub terms: Terms,
    /// Its status on the day: one past its reply-by date has expired.
    pub status: OfferStatus,
    /// Answer wanted by.
    pub reply_by: Option<NaiveDate>,
}

impl RecordedOffer {
    /// An offer with its status on a day.
    #[must_use]
    pub fn new(offer: &Offer, as_of: NaiveDate) -> RecordedOffer {
        RecordedOffer {
            id: offer.id.clone(),
            debt: offer.debt.clone(),
            from: offer.from,
            on: offer.on,
            terms: offer.terms.clone(),
            status: offer.status_on(as_of),
            reply_by: offer.reply_by,
        }
    }
}

impl OffersReport {
    /// The offers of a ledger, or those about one debt.
    #[must_use]
    pub fn new(ledger: &Ledger, as_of: NaiveDate, about: Option<&DebtId>) -> OffersReport {
        let offers = ledger
            .offers
            .iter()
            .filter(|offer| about.is_none_or(|debt| offer.debt == *debt));
        OffersReport {
            as_of,
            offers: offers
                .map(|offer| RecordedOffer::new(offer, as_of))
                .collect(),
            currency: ledger.currency,
        }
    }
}

impl Report for OffersReport {
    const SCHEMA: &'static str = "forbear.offers.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(self.as_of);
        let title = words.with("offer-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        let Some(last) = self.offers.last() else {
            document.paragraph(words.text("offer-empty"));
            document.push(Block::Command("forbear offer add".to_owned()));
            return document;
        };
        let mut table = Table::new(
            [
                "offer-column-id",
                "offer-column-debt",
                "offer-column-from",
                "offer-column-on",
                "offer-column-terms",
                "offer-column-status",
                "offer-column-reply-by",
            ]
            .map(|id| words.text(id)),
        );
        for offer in &self.offers {
            let said = terms::in_words(&offer.terms, figures, words);
            table.row(vec![
                offer.id.as_str().into(),
                offer.debt.as_str().into(),
                numbers::capitalised(&words.word(offer.from)).into(),
                offer.on.into(),
                numbers::capitalised(&said).into(),
                numbers::capitalised(&words.word(offer.status)).into(),
                offer.reply_by.map_or(Cell::Empty, Cell::from),
            ]);
        }
        document.push(Block::Table(table));
        document.paragraph(words.text("offer-note"));
        document.push(Block::Command(format!(
            "forbear simulate {} --offer \"{}\"",
            last.debt, last.terms
        )));
        document
    }
}
