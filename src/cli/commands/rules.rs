//! `rules`: the rule book, listed or one rule with its figures, dates and sources.

use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::domain::lender::Region;
use crate::report::rules::{RuleLine, RuleReport, RuleSource, RuleValue, RulesReport};
use crate::rules;
use crate::rules::book::{Unit, Value};
use crate::rules::list::RuleShown;

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
    let lang = app.words.lang();
    let rules = rules::list(books)
        .into_iter()
        .filter(|line| region.is_none_or(|region| line.region == region))
        .map(|line| RuleLine {
            id: line.id.to_owned(),
            region: line.region,
            severity: line.severity,
            title: line.title.get(lang).to_owned(),
        })
        .collect();
    let checked_on = checked(books.of(region.unwrap_or(Region::Cn)).checked_on());
    app.emit(&RulesReport { checked_on, rules })?;
    Ok(Exit::DONE)
}

fn checked(on: Option<chrono::NaiveDate>) -> String {
    on.map(|date| date.to_string()).unwrap_or_default()
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
    app.emit(&report(app, &shown))?;
    Ok(Exit::DONE)
}

fn report(app: &App, shown: &RuleShown) -> RuleReport {
    let lang = app.words.lang();
    let values = shown
        .numbers
        .iter()
        .flat_map(|number| number.values.iter().map(move |(value, _)| (number, value)))
        .map(|(number, value)| RuleValue {
            name: number.title.get(lang).to_owned(),
            value: told(app, number.unit, value),
            from: value.from.map(|date| date.to_string()),
        })
        .collect();
    let sources = shown
        .sources
        .iter()
        .map(|source| RuleSource {
            title: source.title.get(lang).to_owned(),
            level: source.level,
            in_force: source.in_force.clone(),
        })
        .collect();
    RuleReport {
        id: shown.line.id.to_owned(),
        region: shown.line.region,
        severity: shown.line.severity,
        text: shown.text.get(lang).to_owned(),
        applies: None,
        values,
        sources,
        checked_on: checked(shown.checked_on),
    }
}

/// A figure with its unit.
fn told(app: &App, unit: Unit, value: &Value) -> String {
    let id = match unit {
        _ if value.value == "none" => "cli-unit-none",
        Unit::Days => "cli-unit-days",
        Unit::Months => "cli-unit-months",
        Unit::Years => "cli-unit-years",
        Unit::Count | Unit::Percent | Unit::Money | Unit::Time => "cli-unit-plain",
    };
    app.word(id, &[("value", value.value.as_str().into())])
}
