//! `script`: words for one debt, after what must be asked before they are used; how any text is shown.

use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::letters::{self, Brief, Length, Place, Warning, Written};
use crate::report::document::{Block, Document};

use super::{completions, facts};
use crate::cli::app::App;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct ScriptArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, conflicts_with_all = ["visit", "message"])]
    short: bool,
    #[arg(long, conflicts_with = "message")]
    visit: bool,
    #[arg(long)]
    message: bool,
    #[arg(long, value_name = "OFFER", add = completions::ids("offer"))]
    offer: Option<String>,
}

/// Words for a call.
pub(super) fn script(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = ScriptArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let terms = args
        .offer
        .map(|text| facts::terms(&ledger, &text))
        .transpose()?;
    let brief = facts::brief(app, &ledger, &id, terms.as_ref())?;
    let overrides = facts::overrides(app)?;
    let written = if args.visit {
        letters::visit(&brief, &app.words, &overrides)?
    } else if args.message {
        letters::holding(&brief, &app.words, &overrides)?
    } else {
        let length = if args.short {
            Length::Short
        } else {
            Length::Full
        };
        letters::script(&brief, length, &app.words, &overrides)?
    };
    show(app, &ledger, &brief, &written, &format!("script {id}"), "…")?;
    app.suggest(&format!("forbear log add {id}"));
    Ok(Exit::DONE)
}

/// Asks what must be asked, shows the text, says what is blank in it.
///
/// `command` wrote it; `terms` is what may be typed for its offer.
pub(super) fn show(
    app: &App,
    ledger: &Ledger,
    brief: &Brief,
    written: &Written,
    command: &str,
    terms: &str,
) -> Result<(), CliError> {
    let place = Place {
        debt: brief.debt.as_str(),
        lender: brief.lender.as_ref().map(|lender| lender.id.as_str()),
        command,
        terms,
    };
    let tell = |warning: &Warning| warning.tell(ledger.currency, &app.words, place);
    let (asking, others): (Vec<&Warning>, Vec<&Warning>) =
        written.warnings.iter().partition(|one| one.asks());
    if !asking.is_empty() {
        let reasons: Vec<String> = asking.into_iter().map(tell).collect();
        app.sure(&reasons.join("\n"))?;
    }
    app.emit_document(&written.document)?;
    for warning in others {
        app.say(&app.word("cli-warning", &[("text", tell(warning).into())]));
    }
    Ok(())
}

/// Adds the message that takes a promise back.
pub(super) fn append_withdrawal(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    page: &mut Document,
) -> Result<(), CliError> {
    let brief = facts::brief(app, ledger, id, None)?;
    let written = letters::withdrawal(&brief, &app.words, &facts::overrides(app)?)?;
    if !written.document.title.is_empty() {
        page.push(Block::Heading {
            level: 2,
            text: written.document.title,
        });
    }
    page.blocks.extend(written.document.blocks);
    Ok(())
}
