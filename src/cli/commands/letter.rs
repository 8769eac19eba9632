//! How any text is shown, after what must be asked before it is used.

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::letters::{self, Brief, Place, Warning, Written};
use crate::report::document::{Block, Document};

use super::facts;
use crate::cli::app::App;
use crate::cli::error::CliError;

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
