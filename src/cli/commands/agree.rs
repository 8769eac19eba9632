//! `agree`: an agreement, recorded as a snapshot of what was agreed, shown, and checked for being kept.

use chrono::{Datelike, NaiveDate};
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use crate::domain::agreement::{Agreement, Form};
use crate::domain::id::{AgreementId, DebtId, OfferId};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{Offer, OfferStatus};
use crate::domain::typed::Looking;
use crate::engine::capacity::{capacity, first_misfit};
use crate::i18n::Numbers;
use crate::i18n::numbers;
use crate::store::format::{LEDGER, Shape};
use crate::store::{Fields, Put, Spot, StoreError};

use super::record::{Flag, fields, flags, insert};
use super::{completions, guard};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{AmountAt, amount_at, count, date, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Months of the budget an agreement is held against one by one.
const MONTHS_LOOKED_AT: u32 = 24;

#[derive(clap::Args)]
struct AgreeAddArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "ID", add = completions::ids("offer"))]
    offer: Option<OfferId>,
    #[arg(long, value_name = "AMOUNT@DATE", value_parser = amount_at(), conflicts_with = "offer")]
    due: Vec<AmountAt>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    signed: Option<NaiveDate>,
    #[arg(long, value_name = "WORD", value_parser = word::<Form>())]
    form: Option<Form>,
    #[arg(long, value_name = "NUMBER", value_parser = count(0, 4))]
    proof: Option<u32>,
    #[arg(long, value_name = "ID")]
    id: Option<AgreementId>,
    #[arg(long, value_name = "FILE")]
    evidence: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

#[derive(clap::Args)]
struct AgreeIdsArgs {
    #[arg(value_name = "ID", add = completions::ids("agreement"))]
    ids: Vec<AgreementId>,
}

/// The clauses of an agreement as flags.
pub(super) fn clauses() -> Vec<Flag> {
    let shape: Option<&'static Shape> = LEDGER
        .child("agreement")
        .and_then(|shape| shape.child("clauses"));
    let mut clauses = shape.map_or_else(Vec::new, |shape| flags(shape, None));
    for clause in &mut clauses {
        clause.path.insert(0, "clauses");
    }
    clauses
}

pub(super) fn build(command: Command) -> Command {
    let add =
        AgreeAddArgs::augment_args(Command::new("add")).args(clauses().iter().map(Flag::argument));
    let ids = |name: &'static str| AgreeIdsArgs::augment_args(Command::new(name));
    command
        .subcommand(add)
        .subcommand(Command::new("list"))
        .subcommand(ids("show"))
        .subcommand(ids("check").arg(full()))
}

fn full() -> Arg {
    Arg::new("full")
        .long("full")
        .action(clap::ArgAction::SetTrue)
}

pub(super) fn run(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("add", matches)) => add(app, matches),
        Some(("check", matches)) => {
            let args = AgreeIdsArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            check(app, &args.ids)
        }
        Some(("show", matches)) => {
            let args = AgreeIdsArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            show(app, &args.ids)
        }
        _ => show(app, &[]),
    }
}

fn show(app: &App, ids: &[AgreementId]) -> Result<Exit, CliError> {
    check(app, ids).map(|_| Exit::DONE)
}

/// The agreements with ids, or all.
fn chosen<'a>(ledger: &'a Ledger, ids: &[AgreementId]) -> Result<Vec<&'a Agreement>, CliError> {
    if ids.is_empty() {
        return Ok(ledger.agreements.iter().collect());
    }
    ids.iter()
        .map(|id| {
            ledger
                .agreements
                .iter()
                .find(|agreement| agreement.id == *id)
                .ok_or_else(|| CliError::Unknown {
                    what: "agreement",
                    id: id.to_string(),
                    known: ledger
                        .agreements
                        .iter()
                        .map(|one| one.id.to_string())
                        .collect(),
                })
        })
        .collect()
}

fn check(app: &App, ids: &[AgreementId]) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let agreements = chosen(&ledger, ids)?;
    let report = super::facts::keeping(&ledger, &agreements, app.as_of())?;
    let kept = report.all_kept();
    app.emit(&report)?;
    Ok(if kept { Exit::DONE } else { Exit::FOUND })
}

fn add(app: &App, matches: &ArgMatches) -> Result<Exit, CliError> {
    let args = AgreeAddArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    // An offer says which debt it is about.
    let of_offer = args.offer.as_ref().and_then(|named| {
        let offer = ledger.offers.iter().find(|one| one.id == *named);
        offer.map(|offer| offer.debt.clone())
    });
    let named = args.debt.clone().or(of_offer);
    let id = super::ask_debt(app, &ledger, named, "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    let chosen = match (&args.offer, args.due.is_empty()) {
        (None, true) => ask_offer(app, &ledger, &id)?,
        (named, _) => named.clone(),
    };
    let offer = match &chosen {
        Some(named) => {
            // Another debt's offer says nothing of this one.
            let mut offers = ledger.offers.iter().filter(|one| one.debt == id);
            let known = offers.clone().map(|one| one.id.to_string()).collect();
            let unknown = || CliError::Unknown {
                what: "offer",
                id: named.to_string(),
                known,
            };
            Some(offers.find(|one| one.id == *named).ok_or_else(unknown)?)
        }
        None => None,
    };
    let rows: Vec<(NaiveDate, Money)> = match offer {
        Some(offer) => {
            let simulation = super::facts::simulate_offer(&ledger, found, offer)?;
            crate::engine::simulate::payments(offer.on, &simulation)
        }
        None => args.due.iter().map(|row| (row.on, row.amount)).collect(),
    };
    if rows.is_empty() {
        return Err(CliError::NeedsInput {
            flag: "--offer | --due".to_owned(),
        });
    }
    let signed = match args.signed {
        Some(date) => date,
        None => app.ask().date(
            "--signed",
            &app.words.text("cli-ask-agree-signed"),
            Some(app.as_of()),
            Looking::Back,
        )?,
    };
    guard::not_in_future(app, signed)?;
    let form = match args.form {
        Some(form) => form,
        None => app
            .ask()
            .word("--form", &app.words.text("cli-ask-agree-form"))?,
    };
    guard::old_debt(app, &ledger, found, "cli-guard-old-debt-offer")?;
    let agreement = args
        .id
        .clone()
        .map_or_else(|| next_id(&ledger, &id, signed), |id| id.to_string());
    let mut record: Fields = vec![
        ("id", agreement.as_str().into()),
        ("debt", id.as_str().into()),
        ("signed", signed.into()),
        ("form", form.as_str().into()),
    ];
    record.extend(args.proof.map(|proof| ("proof", Put::from(proof))));
    record.extend(
        chosen
            .as_ref()
            .map(|offer| ("offer", Put::from(offer.as_str()))),
    );
    record.extend(
        (!args.evidence.is_empty()).then(|| ("evidence", Put::from(args.evidence.clone()))),
    );
    record.extend(
        args.note
            .as_ref()
            .map(|note| ("note", Put::from(note.as_str()))),
    );
    for (key, put) in fields(&clauses(), matches) {
        insert(&mut record, &[key], put);
    }
    let dues = rows
        .iter()
        .map(|(on, amount)| Put::Table(vec![("on", (*on).into()), ("amount", (*amount).into())]))
        .collect();
    record.push(("due", Put::List(dues)));
    let saved = app.edit(&format!("agree add {agreement}"), |edit, _| {
        edit.push(&Spot::top(), "agreement", record.clone())
            .map_err(StoreError::from)?;
        edit.set(&Spot::id("debt", id.as_str()), "talks", "performing")
            .map_err(StoreError::from)?;
        if let Some(offer) = &chosen {
            edit.set(&Spot::id("offer", offer.as_str()), "status", "accepted")
                .map_err(StoreError::from)?;
        }
        Ok(())
    })?;
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence: app.word(
                "cli-agreed",
                &[
                    ("id", agreement.as_str().into()),
                    ("count", rows.len().into()),
                ],
            ),
            table: "agreement",
            debt: Some(id.clone()),
            fields: record,
        },
    )?;
    warn_where_short(app, &ledger, &id, &rows)?;
    app.suggest(&format!("forbear agree check {agreement}"));
    Ok(exit)
}

/// Which of the debt's offers was signed, where a person can be asked and there are any that could be.
fn ask_offer(app: &App, ledger: &Ledger, debt: &DebtId) -> Result<Option<OfferId>, CliError> {
    let could_be = |offer: &&Offer| {
        offer.debt == *debt && matches!(offer.status, OfferStatus::Open | OfferStatus::Accepted)
    };
    let offers: Vec<&Offer> = ledger.offers.iter().filter(could_be).collect();
    if offers.is_empty() || !app.can_ask() {
        return Ok(None);
    }
    let items: Vec<String> = offers
        .iter()
        .map(|offer| format!("{}: {}", offer.id, offer.terms))
        .collect();
    let question = app.words.text("cli-ask-agree-offer");
    let place = app.ask().choose("--offer", &question, &items)?;
    Ok(offers.get(place).map(|offer| offer.id.clone()))
}

/// What was signed is recorded whether or not it can be kept; where the budget cannot bear it, that is said at once,
/// while there is still time to speak.
fn warn_where_short(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    rows: &[(NaiveDate, Money)],
) -> Result<(), CliError> {
    if ledger.incomes.is_empty() {
        return Ok(());
    }
    // Months beyond these are measured by an ordinary one.
    let capacity = capacity(ledger, app.as_of(), MONTHS_LOOKED_AT, Some(id))?;
    if let Some(short) = first_misfit(&capacity, rows) {
        let shown = Numbers::new(app.words.lang(), ledger.currency);
        let text = app.word(
            "cli-agreed-short",
            &[
                (
                    "month",
                    numbers::month(app.words.lang(), short.month).into(),
                ),
                ("over", shown.money(short.by).into()),
            ],
        );
        app.say(&app.word("cli-warning", &[("text", text.into())]));
    }
    Ok(())
}

/// The debt and the year, with a letter where that is taken: `zl-1-2026`.
fn next_id(ledger: &Ledger, debt: &DebtId, signed: NaiveDate) -> String {
    let base = format!("{debt}-{}", signed.year());
    let taken = |id: &str| ledger.agreements.iter().any(|one| one.id.as_str() == id);
    std::iter::once(base.clone())
        .chain(('b'..='z').map(|end| format!("{base}{end}")))
        .find(|id| !taken(id))
        .unwrap_or(base)
}
