//! Offers of the borrower's own that a plan decided on, and the day one of them is said to the lender.

use chrono::NaiveDate;

use crate::domain::id::{DebtId, OfferId};
use crate::domain::ledger::Ledger;
use crate::domain::offer::{Offer, OfferStatus, Party, Terms};
use crate::store::{Spot, StoreError};

use super::{guard, offer};
use crate::cli::app::{App, debt};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct OfferMakeArgs {
    #[arg(value_name = "ID", required = true, add = super::completions::ids("offer"))]
    id: Option<OfferId>,
    #[arg(long, value_name = "DATE", value_parser = crate::cli::args::date())]
    reply_by: Option<NaiveDate>,
}

/// Writes down what was decided for each debt, in one change that one `undo` takes back. What an earlier plan decided
/// for these debts gives way.
pub(super) fn store(
    app: &App,
    ledger: &Ledger,
    decided: &[(DebtId, Terms)],
) -> Result<(), CliError> {
    let replaced: Vec<OfferId> = ledger
        .offers
        .iter()
        .filter(|known| known.status == OfferStatus::Planned)
        .filter(|known| decided.iter().any(|(id, _)| *id == known.debt))
        .map(|known| known.id.clone())
        .collect();
    let mut known = ledger.clone();
    let mut all = Vec::new();
    for (id, terms) in decided {
        let new = Offer {
            id: offer::next_id(&known, id),
            debt: id.clone(),
            from: Party::Borrower,
            on: app.as_of(),
            terms: terms.clone(),
            status: OfferStatus::Planned,
            reply_by: None,
            counters: None,
            note: None,
        };
        known.offers.push(new.clone());
        all.push(new);
    }
    app.edit("plan --accept", |edit, _| {
        for id in &replaced {
            offer::status(edit, id, OfferStatus::Expired)?;
        }
        for new in &all {
            edit.push(&Spot::top(), "offer", offer::fields_of(new))
                .map_err(StoreError::from)?;
        }
        Ok(())
    })?;
    for new in &all {
        app.say(&app.word(
            "cli-planned",
            &[
                ("id", new.id.as_str().into()),
                ("debt", new.debt.as_str().into()),
                ("terms", new.terms.to_string().into()),
            ],
        ));
    }
    Ok(())
}

/// A planned offer is said to the lender: from that day it is one of the borrower's open offers.
pub(super) fn make(app: &App, args: &OfferMakeArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let planned = offer::find(&ledger, args.id.as_ref())?;
    if planned.status != OfferStatus::Planned {
        return Err(CliError::Refused {
            kind: "offer-not-planned",
            message: app.word(
                "cli-offer-not-planned",
                &[
                    ("id", planned.id.as_str().into()),
                    ("status", app.words.word(planned.status).into()),
                ],
            ),
            hints: vec![app.words.text("cli-offer-not-planned-hint")],
        });
    }
    let mut new = planned.clone();
    new.on = app.as_of();
    let found = debt(&ledger, &new.debt)?;
    let simulation = super::facts::simulate_offer(&ledger, found, &new)?;
    guard::old_debt(app, &ledger, found, "cli-guard-old-debt-offer")?;
    offer::must_fit(app, &ledger, &new.debt, &simulation)?;
    let today = app.as_of();
    offer::decided_with(
        app,
        planned,
        OfferStatus::Open,
        "waiting",
        &[("on", Some(today)), ("reply-by", args.reply_by)],
    )
}
