//! `claim`: what the lender says is owed on a date.

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::i18n::numbers::Numbers;
use crate::store::{Fields, Put, Spot, StoreError};

use super::{completions, guard};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{date, money};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct ClaimArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true, conflicts_with = "total")]
    principal: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true, conflicts_with = "total")]
    interest: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true, conflicts_with = "total")]
    penalty: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true, conflicts_with = "total")]
    fees: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true)]
    total: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true)]
    overdue: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), allow_negative_numbers = true)]
    payoff: Option<Money>,
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = ClaimArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt.clone(), "<DEBT>")?;
    debt(&ledger, &id)?;
    let on = args.on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    let mut fields: Fields = vec![("on", Put::from(on))];
    let amounts = amounts(app, &args)?;
    let sum = |keys: &[&str]| -> Money {
        let read = |put: &Put| match put {
            Put::Text(text) => Money::parse(text).ok(),
            _ => None,
        };
        let those = amounts.iter().filter(|(key, _)| keys.contains(key));
        those.filter_map(|(_, put)| read(put)).sum()
    };
    let owed = sum(&["principal", "interest", "penalty", "fees", "total"]);
    guard::overdue_within(app, &ledger, args.overdue, owed)?;
    fields.extend(amounts);
    for (key, text) in [("source", args.source), ("note", args.note)] {
        if let Some(text) = text {
            fields.push((key, Put::from(text)));
        }
    }
    let saved = app.edit(&format!("claim {id}"), |edit, _| {
        edit.push(&Spot::id("debt", id.as_str()), "claim", fields.clone())
            .map_err(|error| StoreError::from(error).into())
    })?;
    let total: Money = saved
        .ledger
        .debt(&id)
        .and_then(|debt| debt.claims.last())
        .map_or(Money::ZERO, |claim| claim.parts().total());
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence: app.word(
                "cli-claimed",
                &[
                    ("debt", id.as_str().into()),
                    ("amount", shown.money(total).into()),
                    ("date", shown.date(on).into()),
                ],
            ),
            table: "claim",
            debt: Some(id.clone()),
            fields,
        },
    )?;
    app.suggest(&format!("forbear status {id}"));
    Ok(exit)
}

/// The amounts typed; with none, the one sum a lender's app shows is asked for.
fn amounts(app: &App, args: &ClaimArgs) -> Result<Fields, CliError> {
    let mut found = Fields::new();
    for (key, amount) in [
        ("principal", args.principal),
        ("interest", args.interest),
        ("penalty", args.penalty),
        ("fees", args.fees),
        ("total", args.total),
        ("overdue", args.overdue),
        ("payoff", args.payoff),
    ] {
        if let Some(amount) = amount {
            found.push((key, Put::from(amount)));
        }
    }
    let owed = |key: &str| !matches!(key, "overdue" | "payoff");
    if !found.iter().any(|(key, _)| owed(key)) {
        let total = app
            .ask()
            .money("--total", &app.words.text("cli-ask-claim-total"))?;
        found.push(("total", Put::from(total)));
    }
    Ok(found)
}
