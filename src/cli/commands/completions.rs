//! `completions`: shell files, and the answers to shells that ask. Ids are read live from the ledger.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::builder::PossibleValuesParser;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;

use crate::i18n::Words;
use crate::store;

use crate::cli::app::App;
use crate::cli::environment::Environment;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::{language, tree};

#[derive(clap::Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL", required = true, value_parser = PossibleValuesParser::new(["bash", "zsh", "fish", "elvish", "powershell"]))]
    shell: Option<String>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = CompletionsArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let shell = args.shell.unwrap_or_default();
    let mut script = Vec::new();
    if let Some(completer) = Shells::builtins().completer(&shell) {
        completer
            .write_registration("COMPLETE", "forbear", "forbear", "forbear", &mut script)
            .map_err(CliError::Write)?;
    }
    app.write(&String::from_utf8_lossy(&script))?;
    Ok(Exit::DONE)
}

/// Answers a shell that asks through `COMPLETE`, and ends the program.
pub(crate) fn answer(args: &[OsString], environment: &Environment) {
    let words = Words::new(language::choose(args, environment));
    let finished =
        CompleteEnv::with_factory(|| tree::told(&words, 80)).try_complete(args.to_vec(), None);
    if finished.unwrap_or(false) {
        std::process::exit(i32::from(Exit::DONE.code()));
    }
}

/// The ids of a table, for arguments that name one.
pub(crate) fn ids(table: &'static str) -> ArgValueCandidates {
    ArgValueCandidates::new(move || candidates(table))
}

/// Reads the ledger quietly: completion never speaks, whatever is wrong.
fn candidates(table: &str) -> Vec<CompletionCandidate> {
    let environment = Environment::read();
    let path = environment
        .ledger
        .as_deref()
        .map(|path: &OsStr| PathBuf::from(path))
        .or_else(store::paths::default_ledger);
    let Some(text) = path.and_then(|path| store::paths::read_text(&path).ok().flatten()) else {
        return Vec::new();
    };
    let Ok(parsed) = store::parse(&text, "") else {
        return Vec::new();
    };
    let ledger = parsed.ledger;
    let one = |id: &str, about: &str| {
        CompletionCandidate::new(id).help((!about.is_empty()).then(|| about.to_owned().into()))
    };
    match table {
        "lender" => ledger
            .lenders
            .iter()
            .map(|l| one(l.id.as_str(), &l.name))
            .collect(),
        "debt" => ledger
            .debts
            .iter()
            .map(|d| {
                one(
                    d.id.as_str(),
                    ledger.lender(&d.lender).map_or("", |l| l.name.as_str()),
                )
            })
            .collect(),
        "offer" => ledger
            .offers
            .iter()
            .map(|o| one(o.id.as_str(), &o.terms.to_string()))
            .collect(),
        "agreement" => ledger
            .agreements
            .iter()
            .map(|a| one(a.id.as_str(), a.debt.as_str()))
            .collect(),
        "income" => ledger.incomes.iter().map(|i| one(&i.name, "")).collect(),
        "expense" => ledger.expenses.iter().map(|e| one(&e.name, "")).collect(),
        _ => Vec::new(),
    }
}
