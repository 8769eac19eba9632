//! `lender`, `debt`, `income`, `expense`: add, list, show, set, remove.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::domain::ledger::Ledger;
use crate::domain::typed::Looking;
use crate::report::records::Records;
use crate::store::format::Kind;
use crate::store::{Fields, Put, Spot, Which};

use super::record::{Flag, TABLES, Table, canonical, fields, insert, put};
use super::{completions, debt_add, guard};
use crate::cli::app::{App, Recorded};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Adds the five commands of a table.
pub(crate) fn build(command: Command) -> Command {
    let Some(table) = TABLES.iter().find(|table| table.name == command.get_name()) else {
        return command;
    };
    let flags = table.flags();
    let named = || {
        Arg::new(table.by)
            .value_name(if table.by == "id" { "ID" } else { "NAME" })
            .value_parser(|text: &str| canonical(Kind::Line, text))
    };
    let known = || named().required(true).add(completions::ids(table.name));
    let with_flags = |command: Command| command.args(flags.iter().map(Flag::argument));
    let add = with_flags(Command::new("add").arg(named()));
    let add = if table.name == "debt" {
        debt_add::arguments(add)
    } else {
        add
    };
    let names: Vec<String> = flags.iter().map(|flag| flag.name.clone()).collect();
    let unset = Arg::new("unset")
        .long("unset")
        .value_name("KEY")
        .action(ArgAction::Append)
        .hide_possible_values(true)
        .value_parser(names);
    command
        .subcommand(add)
        .subcommand(Command::new("list"))
        .subcommand(Command::new("show").arg(known()))
        .subcommand(with_flags(Command::new("set").arg(known())).arg(unset))
        .subcommand(Command::new("remove").arg(known()))
}

/// Runs one of them; without a name, `list`.
pub(crate) fn lender(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    run(app, "lender", matches)
}
/// As [`lender`].
pub(crate) fn debt(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    run(app, "debt", matches)
}
/// As [`lender`].
pub(crate) fn income(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    run(app, "income", matches)
}
/// As [`lender`].
pub(crate) fn expense(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    run(app, "expense", matches)
}

fn run(app: &App, name: &str, matches: &ArgMatches) -> Result<Exit, CliError> {
    let Some(table) = TABLES.iter().find(|table| table.name == name).copied() else {
        return Ok(Exit::DONE);
    };
    match matches.subcommand() {
        Some(("add", matches)) if table.name == "debt" => debt_add::run(app, table, matches),
        Some(("add", matches)) => add(app, table, matches),
        Some(("set", matches)) => set(app, table, matches),
        Some(("remove", matches)) => remove(app, table, matches),
        Some(("show", matches)) => {
            let loaded = app.load()?;
            let id = id_of(table, matches);
            let records = Records::one(&loaded.source, table.name, table.by, &id);
            match records {
                Some(records) => app.emit(&records).map(|()| Exit::DONE),
                None => Err(unknown(table, &loaded.ledger, &id)),
            }
        }
        _ => {
            let loaded = app.load()?;
            app.emit(&Records::all(&loaded.source, table.name))?;
            Ok(Exit::DONE)
        }
    }
}

fn id_of(table: Table, matches: &ArgMatches) -> String {
    matches
        .get_one::<String>(table.by)
        .cloned()
        .unwrap_or_default()
}

fn add(app: &App, table: Table, matches: &ArgMatches) -> Result<Exit, CliError> {
    let mut record = fields(&table.flags(), matches);
    // Whoever gave a name on the command line has said what they wanted; the rest is asked only if needed.
    let asked_all = matches.get_one::<String>(table.by).is_none();
    let ledger = app.load()?.ledger;
    let id = match matches.get_one::<String>(table.by) {
        Some(id) => id.clone(),
        None => ask_name(app, table)?,
    };
    if known(table, &ledger).contains(&id) {
        return Err(CliError::Taken {
            what: table.name,
            id,
        });
    }
    record.insert(0, (table.by, Put::from(id.as_str())));
    ask_needed(app, table, &mut record, asked_all)?;
    let what = format!("{} add {id}", table.name);
    let saved = app.edit(&what, |edit, _| {
        edit.push(&Spot::top(), table.name, record.clone())
            .map_err(|error| crate::store::StoreError::from(error).into())
    })?;
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence: app.word(
                &format!("cli-added-{}", table.name),
                &[("id", id.as_str().into())],
            ),
            table: table.name,
            debt: None,
            fields: record,
        },
    )?;
    match table.name {
        "lender" => {
            let added = saved.ledger.lenders.last();
            if let Some(region) = added.map(|lender| lender.region) {
                guard::currency(app, &saved.ledger, region);
            }
            if saved.ledger.debts.is_empty() {
                app.suggest("forbear debt add");
            }
        }
        "income" if saved.ledger.expenses.is_empty() => app.suggest("forbear expense add"),
        "expense" if !saved.ledger.incomes.is_empty() => app.suggest("forbear capacity"),
        _ => {}
    }
    Ok(exit)
}

fn ask_name(app: &App, table: Table) -> Result<String, CliError> {
    let flag = if table.by == "id" { "<ID>" } else { "<NAME>" };
    let question = app.word(&format!("cli-ask-{}-{}", table.name, table.by), &[]);
    if table.by != "id" {
        return app.ask().line(flag, &question);
    }
    let reason = crate::store::messages::id(crate::domain::id::IdError, &app.words);
    app.ask().text(flag, &question, move |typed| {
        typed
            .parse::<crate::domain::id::DebtId>()
            .map(|_| ())
            .map_err(|_| reason.clone())
    })
}

/// Asks for the keys a record is worthless without; `all`: also for those that decide much.
fn ask_needed(app: &App, table: Table, record: &mut Fields, all: bool) -> Result<(), CliError> {
    let wanted: &[&str] = match table.name {
        "lender" => &["kind", "region"],
        "expense" => &["category", "essential"],
        _ => &[],
    };
    for key in table.shape().keys {
        let there = record.iter().any(|(known, _)| *known == key.name);
        if there || !(key.needed || (all && wanted.contains(&key.name))) {
            continue;
        }
        let question = app.word(&format!("cli-ask-{}-{}", table.name, key.name), &[]);
        let flag = format!("--{}", key.name);
        let ask = app.ask();
        let value = match key.kind {
            Kind::Money(_) => Put::from(ask.money(&flag, &question)?),
            Kind::Word(words) => {
                let items: Vec<String> = words
                    .iter()
                    .map(|word| {
                        app.word(&format!("word-{}-{word}", slug(table.name, key.name)), &[])
                    })
                    .collect();
                let place = ask.choose(&flag, &question, &items)?;
                Put::from(words.get(place).copied().unwrap_or_default())
            }
            Kind::Bool => Put::from(ask.confirm(&flag, &question, true)?),
            Kind::Date => Put::from(ask.date(&flag, &question, None, Looking::Ahead)?),
            other => put(other, &ask.line(&flag, &question)?),
        };
        insert(record, &[key.name], value);
    }
    let once = |(key, put): &(&str, Put)| *key == "every" && *put == Put::from("once");
    let dated = record.iter().any(|(key, _)| *key == "on");
    if record.iter().any(once) && !dated && app.can_ask() {
        let question = app.words.text("cli-ask-once-on");
        let on = app.ask().date("--on", &question, None, Looking::Ahead)?;
        insert(record, &["on"], Put::from(on));
    }
    Ok(())
}

/// The name of the enum a key's words belong to.
fn slug(table: &str, key: &str) -> &'static str {
    match (table, key) {
        ("lender", "kind") => "lender-kind",
        ("lender", "region") => "region",
        ("expense", "category") => "category",
        _ => "every",
    }
}

fn set(app: &App, table: Table, matches: &ArgMatches) -> Result<Exit, CliError> {
    let flags = table.flags();
    let id = id_of(table, matches);
    let changes = fields(&flags, matches);
    debt_add::missed_already(app, &changes)?;
    let unset: Vec<String> = matches
        .get_many::<String>("unset")
        .map(|names| names.cloned().collect())
        .unwrap_or_default();
    if changes.is_empty() && unset.is_empty() {
        return Err(CliError::Refused {
            kind: "nothing-to-set",
            message: app.words.text("cli-nothing-to-set"),
            hints: vec![app.word(
                "error-usage-help",
                &[("help", format!("forbear {} set --help", table.name).into())],
            )],
        });
    }
    let what = format!("{} set {id}", table.name);
    let saved = app.edit(&what, |edit, ledger| {
        if !known(table, ledger).contains(&id) {
            return Err(unknown(table, ledger, &id));
        }
        if let Some(lender) = lender_of(&changes)
            && !ledger.lenders.iter().any(|one| one.id.as_str() == lender)
        {
            return Err(debt_add::unknown(app, ledger, lender));
        }
        write(edit, &spot(table, &id), changes.clone())?;
        for name in &unset {
            if let Some(flag) = flags.iter().find(|flag| flag.name == *name)
                && let [sections @ .., key] = flag.path.as_slice()
            {
                let spot = sections
                    .iter()
                    .fold(spot(table, &id), |spot, section| spot.section(section));
                edit.unset(&spot, key)
                    .map_err(crate::store::StoreError::from)?;
            }
        }
        Ok(())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word("cli-set", &[("id", id.as_str().into())]),
            table: table.name,
            debt: None,
            fields: std::iter::once((table.by, Put::from(id.as_str())))
                .chain(changes)
                .collect(),
        },
    )
}

/// The lender a debt is moved to.
fn lender_of(changes: &Fields) -> Option<&str> {
    changes.iter().find_map(|(key, put)| match (*key, put) {
        ("lender", Put::Text(text)) => Some(text.as_str()),
        _ => None,
    })
}

/// Writes plain keys, and those of sections one by one so that others in them stay.
fn write(edit: &mut crate::store::Edit, spot: &Spot, fields: Fields) -> Result<(), CliError> {
    let (sections, plain): (Fields, Fields) = fields
        .into_iter()
        .partition(|(_, put)| matches!(put, Put::Table(_)));
    if !plain.is_empty() {
        edit.set_all(spot, plain)
            .map_err(crate::store::StoreError::from)?;
    }
    for (section, put) in sections {
        if let Put::Table(fields) = put {
            write(edit, &spot.clone().section(section), fields)?;
        }
    }
    Ok(())
}

fn remove(app: &App, table: Table, matches: &ArgMatches) -> Result<Exit, CliError> {
    let id = id_of(table, matches);
    let what = format!("{} remove {id}", table.name);
    let which = if table.by == "id" {
        Which::Id(id.clone())
    } else {
        Which::Name(id.clone())
    };
    let saved = app.edit(&what, |edit, ledger| {
        if !known(table, ledger).contains(&id) {
            return Err(unknown(table, ledger, &id));
        }
        edit.remove(&Spot::top(), table.name, &which)
            .map_err(|error| crate::store::StoreError::from(error).into())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word("cli-removed", &[("id", id.as_str().into())]),
            table: table.name,
            debt: None,
            fields: vec![(table.by, Put::from(id.as_str()))],
        },
    )
}

fn spot(table: Table, id: &str) -> Spot {
    let which = if table.by == "id" {
        Which::Id(id.to_owned())
    } else {
        Which::Name(id.to_owned())
    };
    Spot::top().record(table.name, which)
}

/// The ids or names of a table's records.
pub(crate) fn known(table: Table, ledger: &Ledger) -> Vec<String> {
    match table.name {
        "lender" => ledger
            .lenders
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
        "debt" => ledger.debts.iter().map(|one| one.id.to_string()).collect(),
        "income" => ledger.incomes.iter().map(|one| one.name.clone()).collect(),
        _ => ledger.expenses.iter().map(|one| one.name.clone()).collect(),
    }
}

fn unknown(table: Table, ledger: &Ledger, id: &str) -> CliError {
    CliError::Unknown {
        what: table.name,
        id: id.to_owned(),
        known: known(table, ledger),
    }
}
