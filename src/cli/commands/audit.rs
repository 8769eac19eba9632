//! `audit`: the lender's claim against the contract, the payments and the line of law.

use clap::FromArgMatches;

use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::engine;
use crate::engine::EngineError;
use crate::engine::quote::payout;
use crate::report::audit::AuditReport;
use crate::report::workings::Subject;
use crate::rules::applies::{Argument, Fit, Standing, fit};
use crate::rules::lines::{lines, lpr_unknown};

use super::{completions, quote};
use crate::cli::app::{App, debt};
use crate::cli::error::{CliError, engine_error, engine_hint};
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct AuditArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long)]
    full: bool,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = AuditArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    let as_of = app.as_of();
    let standing = quote::standing(&ledger, found, as_of);
    // Only a line on all charges together can be screened against, and only where it may be cited.
    // They are those of the day the contract was made, as in `quote`.
    let made = found.contract.as_ref().map_or(as_of, payout);
    let lines = lines(standing, made, app.books()?);
    let lpr_unknown = lpr_unknown(standing, made, app.books()?);
    let none_known = lines.is_empty() && !lpr_unknown && standing != Standing::Unknown;
    let screened = lines.iter().find(|line| line.all_charges);
    let no_deduction = match fit(Argument::MainlandLaw, standing) {
        Fit::Cite => app.books()?.of(standing.region()).source("civil-code-670"),
        Fit::Limited | Fit::Never => None,
    };
    let audit = engine::audit::audit(found, screened.map(|line| line.percent), as_of)
        .map_err(|error| or_ask(app, &error, found))?;
    let no_deduction = no_deduction.cloned();
    let report = AuditReport::new(id.clone(), audit, lines, no_deduction, ledger.currency)
        .without_line(lpr_unknown, none_known);
    let asks = report.asks();
    app.emit_with(
        report.full(args.full),
        (Subject::Claim, ledger.currency, args.full),
        |report| Ok(report.workings(found)?),
    )?;
    if asks {
        app.suggest(&format!("forbear letter {id} statement-request"));
    }
    Ok(Exit::DONE)
}

/// What is missing, and that the lender can be asked for it. A card has no instalments to write down.
fn or_ask(app: &App, error: &EngineError, debt: &Debt) -> CliError {
    let hint = match error {
        EngineError::NoContract if debt.is_card() => Some("error-audit-card-hint"),
        _ => engine_hint(error),
    };
    let Some(hint) = hint else {
        return CliError::Engine(error.clone());
    };
    let slots = [("debt", debt.id.as_str().into())];
    CliError::Refused {
        kind: "engine",
        message: engine_error(error, &app.words),
        hints: vec![
            app.word(hint, &slots),
            app.word("error-audit-ask-hint", &slots),
        ],
    }
}
