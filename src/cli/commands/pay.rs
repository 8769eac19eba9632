//! `pay`: a payment that was made.

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::debt::PaymentKind;
use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::i18n::numbers::Numbers;
use crate::store::{Put, Spot, StoreError};

use super::{completions, guard};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{date, sum};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct PayArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(value_name = "AMOUNT", value_parser = sum(), allow_negative_numbers = true)]
    amount: Option<Money>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
    #[arg(long)]
    prepayment: bool,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = PayArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    let amount = match args.amount {
        Some(amount) => amount,
        None => app
            .ask()
            .sum("<AMOUNT>", &app.words.text("cli-ask-pay-amount"))?,
    };
    let on = args.on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    guard::old_debt(app, &ledger, found, "cli-guard-old-debt-pay")?;
    guard::not_too_much(app, &ledger, found, amount, on)?;
    let within_claim = found.newest_claim(on).is_some_and(|claim| claim.on == on);
    let mut fields = vec![("on", Put::from(on)), ("amount", Put::from(amount))];
    if args.prepayment {
        fields.push(("kind", Put::from(PaymentKind::Prepayment.as_str())));
    }
    if let Some(note) = args.note {
        fields.push(("note", Put::from(note)));
    }
    let saved = app.edit(&format!("pay {id} {amount}"), |edit, _| {
        edit.push(&Spot::id("debt", id.as_str()), "payment", fields.clone())
            .map_err(|error| StoreError::from(error).into())
    })?;
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence: app.word(
                "cli-paid",
                &[
                    ("debt", id.as_str().into()),
                    ("amount", shown.money(amount).into()),
                    ("date", shown.date(on).into()),
                ],
            ),
            table: "payment",
            debt: Some(id.clone()),
            fields,
        },
    )?;
    if within_claim && !app.json() {
        app.say(&app.word(
            "cli-paid-within-claim",
            &[
                ("date", shown.date(on).into()),
                ("debt", id.as_str().into()),
            ],
        ));
    }
    app.suggest(&format!("forbear status {id}"));
    Ok(exit)
}
