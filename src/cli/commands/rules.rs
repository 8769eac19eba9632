//! `rules`: the rule book, listed or one rule with its figures, dates and sources.

use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::domain::lender::Region;
use crate::report::rules::{RuleReport, RulesReport};
use crate::rules;

use crate::cli::app::App;
use crate::cli::args::word;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
struct RulesListArgs {
    #[arg(long, value_name = "WORD", value_parser = word::<Region>())]
    region: Option<Region>,
}

#[derive(clap::Args)]
struct RulesShowArgs {
    #[arg(value_name = "ID", required = true)]
    id: Option<String>,
}

pub(super) fn build(command: Command) -> Command {
    command
        .subcommand(RulesListArgs::augment_args(Command::new("list")))
        .subcommand(RulesShowArgs::augment_args(Command::new("show")))
}

pub(super) fn run(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("show", matches)) => {
            let args = RulesShowArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            show(app, &args.id.unwrap_or_default())
        }
        Some((_, matches)) => {
            let args = RulesListArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            list(app, args.region)
        }
        None => list(app, None),
    }
}

fn list(app: &App, region: Option<Region>) -> Result<Exit, CliError> {
    let books = app.books()?;
    app.emit(&RulesReport::of(books, region, app.words.lang()))?;
    Ok(Exit::DONE)
}

fn show(app: &App, id: &str) -> Result<Exit, CliError> {
    let books = app.books()?;
    let shown = rules::show(books, id).ok_or_else(|| CliError::Unknown {
        what: "rule",
        id: id.to_owned(),
        known: rules::list(books)
            .iter()
            .map(|line| line.id.to_owned())
            .collect(),
    })?;
    app.emit(&RuleReport::of(&shown, &app.words))?;
    Ok(Exit::DONE)
}
