//! `check`, `undo`, `history`: looking after the ledger.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::report::history::{HistoryEntry, HistoryReport, MadeBy};
use crate::store::{self, Made, State};

use crate::cli::app::App;
use crate::cli::error::{CliError, harmless};
use crate::cli::exit::Exit;

/// `check` may take a cut ledger for whole.
pub(super) fn build_check(command: Command) -> Command {
    command.arg(Arg::new("accept").long("accept").action(ArgAction::SetTrue))
}

/// Every validation; what is wrong is an error, what is suspicious a line.
pub(super) fn check(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    let path = app.ledger_path()?;
    if matches.get_flag("accept") {
        app.change("check --accept", |change| store::accept(&path, change))?;
    }
    let loaded = store::load(&path)?;
    let mut warnings = loaded.warnings.clone();
    warnings.extend(store::future(&loaded.ledger, app.as_of()));
    let texts: Vec<String> = warnings
        .iter()
        .map(|warning| store::refusals::warning(warning, &app.words))
        .collect();
    if app.json() {
        app.emit_json(&serde_json::json!({
            "schema": "forbear.check.v1",
            "debts": loaded.ledger.debts.len(),
            "warnings": texts,
        }))?;
        return Ok(Exit::DONE);
    }
    let mut lines = vec![app.word(
        "cli-check-good",
        &[
            ("debts", loaded.ledger.debts.len().into()),
            ("lenders", loaded.ledger.lenders.len().into()),
            ("contacts", loaded.ledger.contacts.len().into()),
        ],
    )];
    lines.extend(
        texts
            .into_iter()
            .map(|text| app.word("cli-warning", &[("text", text.into())])),
    );
    app.write(&format!("{}\n", lines.join("\n")))?;
    Ok(Exit::DONE)
}

/// Takes the last change back.
pub(super) fn undo(app: &mut App, _: &ArgMatches) -> Result<Exit, CliError> {
    let path = app.ledger_path()?;
    let before = store::history(&path)?;
    let restored = app.change("undo", |change| store::undo(&path, change))?;
    if app.json() {
        app.emit_json(&serde_json::json!({
            "schema": "forbear.undo.v1",
            "left": restored.left.number,
            "back-to": restored.back_to.number,
        }))?;
    } else {
        let taken_back = app.word(
            "cli-undone",
            &[("what", taken_back(app, &before, &restored.left).into())],
        );
        app.write(&format!("{taken_back}\n"))?;
        app.suggest("forbear history");
    }
    Ok(Exit::DONE)
}

/// `history` may be forgotten.
pub(super) fn build_history(command: Command) -> Command {
    command.subcommand(Command::new("purge"))
}

/// Lists the states that are kept, or forgets them.
pub(super) fn history(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    let path = app.ledger_path()?;
    if let Some(("purge", _)) = matches.subcommand() {
        app.sure(&app.words.text("cli-purge-sure"))?;
        let forgotten = app.change("history purge", |change| store::purge(&path, change))?;
        if app.json() {
            app.emit_json(
                &serde_json::json!({"schema": "forbear.purge.v1", "forgotten": forgotten}),
            )?;
        } else {
            let sentence = app.word("cli-purged", &[("count", forgotten.into())]);
            app.write(&format!("{sentence}\n"))?;
        }
        return Ok(Exit::DONE);
    }
    let changes = store::history(&path)?
        .into_iter()
        .map(|state| HistoryEntry {
            number: state.number,
            at: state.at,
            made: match state.made {
                Made::Command(what) => MadeBy::Command(what),
                Made::ByHand => MadeBy::ByHand,
                Made::Restored { of } => MadeBy::Restored(of),
            },
        })
        .collect();
    app.emit(&HistoryReport { changes })?;
    Ok(Exit::DONE)
}

/// What an undo took back: where the state left was itself gone back to, the change that made that one.
fn taken_back(app: &App, states: &[State], left: &State) -> String {
    let mut now = left;
    // Each step leads to an older state, so this ends.
    while let Made::Restored { of } = now.made {
        let older = states.iter().find(|state| state.number == of);
        match older.filter(|older| older.number < now.number) {
            Some(older) => now = older,
            None => break,
        }
    }
    made(app, now)
}

/// How a state came to be, in words.
fn made(app: &App, state: &State) -> String {
    match &state.made {
        Made::Command(what) => format!("forbear {}", harmless(what)),
        Made::ByHand => app.words.text("cli-history-by-hand"),
        Made::Restored { of } => app.word("cli-history-restored", &[("number", (*of).into())]),
    }
}
