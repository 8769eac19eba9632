//! `forbear` alone: what is most urgent and the command for it, or how to begin.

use crate::domain::ledger::Ledger;
use crate::report::document::{Block, Document};
use crate::report::home::HomeReport;
use crate::store::StoreError;

use super::status;
use crate::cli::app::App;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

pub(crate) fn run(app: &mut App) -> Result<Exit, CliError> {
    let ledger = match app.load() {
        Ok(loaded) => loaded.ledger,
        Err(CliError::Store(StoreError::NotFound { kept: false, .. })) => {
            app.emit(&HomeReport::without_ledger())?;
            return Ok(Exit::DONE);
        }
        Err(error) => return Err(error),
    };
    if let Some((id, command)) = begun(&ledger) {
        let mut page = Document::new(String::new(), app.words.lang());
        page.paragraph(app.words.text(id));
        page.push(Block::Command(command.to_owned()));
        app.emit_document(&page)?;
        return Ok(Exit::DONE);
    }
    app.emit(&HomeReport::new(
        &status::report(app, &ledger, &[], status::depth(app))?,
        &app.words,
    ))?;
    if ledger.incomes.is_empty() {
        app.suggest("forbear income add");
    }
    Ok(Exit::DONE)
}

/// What a ledger that was only begun lacks most.
fn begun(ledger: &Ledger) -> Option<(&'static str, &'static str)> {
    (ledger.debts.is_empty()).then_some(("cli-home-begin-debt", "forbear debt add"))
}
