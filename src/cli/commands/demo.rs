//! `demo`: the story of an illness and an extension, on a copy that is deleted at the end.

use chrono::NaiveDate;

use crate::domain::id::DebtId;
use crate::domain::offer::Terms;
use crate::letters::{self, Length};
use crate::store;

use super::log::{LogAddArgs, Promise};
use super::{capacity, facts, init, simulate, status};
use crate::cli::app::App;
use crate::cli::args::Moment;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// The story.
const SAMPLE: &str = "mengshang-extension";
/// Its debt.
const DEBT: &str = "ms-1";
/// The offer it is about.
const OFFER: &str = "waive interest=50%; extend 6";

pub(super) fn run(app: &mut App, _: &clap::ArgMatches) -> Result<Exit, CliError> {
    let folder = tempfile::Builder::new()
        .prefix("forbear-demo-")
        .tempdir()
        .map_err(CliError::Write)?;
    let path = folder.path().join("ledger.toml");
    let text = init::SAMPLES
        .iter()
        .find(|(id, _)| *id == SAMPLE)
        .map_or("", |(_, text)| text);
    app.change("demo", |change| store::create(&path, change, text))?;
    let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap_or(app.as_of());
    let told = tell(&app.on(path, today));
    // Whatever happened, nothing stays behind.
    folder.close().map_err(CliError::Write)?;
    told
}

fn tell(app: &App) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let id: DebtId = match DEBT.parse() {
        Ok(id) => id,
        Err(_) => return Ok(Exit::BUG),
    };
    let terms = Terms::parse(OFFER)?;
    let name = ledger.borrower.name.as_deref().unwrap_or_default();
    let intro = app.word("cli-demo-intro", &[("name", name.into())]);
    app.write(&format!("{}\n", textwrap::fill(&intro, app.width())))?;
    step(app, "cli-demo-status", "forbear status")?;
    app.emit(&status::report(app, &ledger, &[], status::depth(app))?)?;
    step(app, "cli-demo-capacity", "forbear capacity --months 3")?;
    capacity::show(app, &ledger, Some(3), false)?;
    step(
        app,
        "cli-demo-simulate",
        &format!("forbear simulate {id} --offer \"{terms}\""),
    )?;
    simulate::show(app, &ledger, &id, std::slice::from_ref(&terms), false)?;
    step(
        app,
        "cli-demo-script",
        &format!("forbear script {id} --short --offer \"{terms}\""),
    )?;
    let brief = facts::brief(app, &ledger, &id, Some(&terms))?;
    let card = letters::script(&brief, Length::Short, &app.words, &facts::overrides(app)?)?;
    app.emit_document(&card.document)?;
    let summary = app.words.text("cli-demo-summary");
    step(
        app,
        "cli-demo-log",
        &format!(
            "forbear log add {id} --channel phone --outcome registered --summary \"{summary}\""
        ),
    )?;
    log(app, &id, summary)?;
    app.write(&format!("\n{}\n", wrapped(app, "cli-demo-end")))?;
    Ok(Exit::DONE)
}

fn wrapped(app: &App, id: &str) -> String {
    textwrap::fill(&app.words.text(id), app.width())
}

fn step(app: &App, title: &str, command: &str) -> Result<(), CliError> {
    app.write(&format!("\n{}\n$ {command}\n\n", app.words.text(title)))
}

fn log(app: &App, id: &DebtId, summary: String) -> Result<(), CliError> {
    let ledger = app.load()?.ledger;
    let args = LogAddArgs {
        debt: Some(id.clone()),
        channel: Some(crate::domain::contact::Channel::Phone),
        direction: Some(crate::domain::contact::Direction::Out),
        outcome: Some(crate::domain::contact::Outcome::Registered),
        summary: Some(summary),
        at: chrono::NaiveTime::from_hms_opt(10, 30, 0).map(Moment::TimeOfDay),
        ..LogAddArgs::default()
    };
    let (saved, record) = super::log::write(app, &ledger, args, Promise::Checked)?;
    app.recorded(&saved, &record)?;
    Ok(())
}
