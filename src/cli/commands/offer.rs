//! `offer`: what either side has put on the table, and what became of it.

use chrono::NaiveDate;
use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::domain::id::{DebtId, OfferId};
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::offer::{Offer, OfferStatus, Party, Terms};
use crate::domain::typed::{other_currency, pieces};
use crate::engine::promises;
use crate::i18n::numbers::{Numbers, long_date, month};
use crate::report::offers::OffersReport;
use crate::store::{Edit, Fields, Put, Spot, StoreError};

use super::{completions, guard, planned};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{TermFlags, date, terms, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::values;

#[derive(clap::Args)]
struct OfferAddArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "WORD", value_parser = word::<Party>())]
    from: Option<Party>,
    #[arg(long, value_name = "TERMS", value_parser = terms())]
    terms: Option<Terms>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    reply_by: Option<NaiveDate>,
    #[arg(long, value_name = "ID")]
    id: Option<OfferId>,
    #[arg(long, value_name = "ID", add = completions::ids("offer"))]
    counters: Option<OfferId>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    flags: TermFlags,
}

#[derive(clap::Args)]
struct OfferListArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
}

#[derive(clap::Args)]
struct OfferIdArgs {
    #[arg(value_name = "ID", required = true, add = completions::ids("offer"))]
    id: Option<OfferId>,
}

#[derive(clap::Args)]
struct OfferRefuseArgs {
    #[arg(value_name = "ID", required = true, add = completions::ids("offer"))]
    id: Option<OfferId>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    retry_on: Option<NaiveDate>,
}

#[derive(clap::Args)]
struct OfferCounterArgs {
    #[arg(value_name = "ID", required = true, add = completions::ids("offer"))]
    offer: Option<OfferId>,
    #[arg(long, value_name = "TERMS", value_parser = terms())]
    terms: Option<Terms>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    reply_by: Option<NaiveDate>,
    #[command(flatten)]
    flags: TermFlags,
}

pub(super) fn build(command: Command) -> Command {
    command
        .subcommand(OfferAddArgs::augment_args(Command::new("add")))
        .subcommand(OfferListArgs::augment_args(Command::new("list")))
        .subcommand(OfferIdArgs::augment_args(Command::new("accept")))
        .subcommand(OfferRefuseArgs::augment_args(Command::new("refuse")))
        .subcommand(OfferCounterArgs::augment_args(Command::new("counter")))
        .subcommand(planned::OfferMakeArgs::augment_args(Command::new("make")))
}

pub(super) fn run(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("add", matches)) => add(
            app,
            OfferAddArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        Some(("accept", matches)) => {
            let args = OfferIdArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            accept(app, args.id.as_ref())
        }
        Some(("refuse", matches)) => {
            let args = OfferRefuseArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            refuse(app, args.id.as_ref(), args.retry_on)
        }
        Some(("counter", matches)) => counter(
            app,
            OfferCounterArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        Some(("make", matches)) => planned::make(
            app,
            &planned::OfferMakeArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        Some(("list", matches)) => {
            let args = OfferListArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            list(app, args.debt.as_ref())
        }
        _ => list(app, None),
    }
}

fn list(app: &App, about: Option<&DebtId>) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    if let Some(id) = about {
        debt(&ledger, id)?;
    }
    app.emit(&OffersReport::new(&ledger, app.as_of(), about))?;
    Ok(Exit::DONE)
}

fn add(app: &App, args: OfferAddArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let from = match args.from {
        Some(from) => from,
        None => app
            .ask()
            .word("--from", &app.words.text("cli-ask-offer-from"))?,
    };
    let terms = match (args.terms, args.flags.terms()?) {
        (Some(terms), None) | (None, Some(terms)) => terms,
        (Some(_), Some(_)) => return Err(twice(app)),
        (None, None) => ask_terms(app, ledger.currency)?,
    };
    let on = args.on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    let new = Offer {
        id: args.id.unwrap_or_else(|| next_id(&ledger, &id)),
        debt: id,
        from,
        on,
        terms,
        status: OfferStatus::Open,
        reply_by: args.reply_by,
        counters: args.counters,
        note: args.note,
    };
    put(app, &ledger, &new, None)
}

fn twice(app: &App) -> CliError {
    CliError::Refused {
        kind: "terms-twice",
        message: app.words.text("cli-terms-twice"),
        hints: Vec::new(),
    }
}

fn ask_terms(app: &App, ledger: Currency) -> Result<Terms, CliError> {
    let lang = app.words.lang();
    let text = app.ask().text(
        "--terms",
        &app.words.text("cli-ask-offer-terms"),
        move |typed| {
            let words = crate::i18n::Words::new(lang);
            if let Some(amount) = pieces(typed).find(|piece| other_currency(piece, ledger)) {
                return Err(values::currency(amount, ledger, &words));
            }
            let read = Terms::parse(typed).map(|_| ());
            read.map_err(|error| crate::cli::error::terms_error(&error, &words))
        },
    )?;
    Ok(Terms::parse(&text)?)
}

/// The next free id: `zl-1-a`, `zl-1-b`, …
pub(super) fn next_id(ledger: &Ledger, debt: &DebtId) -> OfferId {
    let free = |id: &OfferId| ledger.offer(id).is_none();
    ('a'..='z')
        .map(String::from)
        .chain((1..).map(|number: u32| number.to_string()))
        .filter_map(|end| format!("{debt}-{end}").parse().ok())
        .find(free)
        .or_else(|| {
            (1_u32..)
                .filter_map(|number| format!("offer-{number}").parse().ok())
                .find(free)
        })
        .unwrap_or_else(|| unreachable_id(debt))
}

/// Ids are endless; this is never reached, but an id there must be.
fn unreachable_id(debt: &DebtId) -> OfferId {
    debt.as_str()
        .parse()
        .unwrap_or_else(|_| unreachable!("an id of a debt is an id of an offer"))
}

/// Writes the plans a lender read out down as its offers, in one change that one `undo` takes back.
pub(super) fn store_menu(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    menu: &[Terms],
) -> Result<(), CliError> {
    let found = debt(ledger, id)?;
    let mut known = ledger.clone();
    let mut all = Vec::new();
    for terms in menu {
        let new = Offer {
            id: next_id(&known, id),
            debt: id.clone(),
            from: Party::Lender,
            on: app.as_of(),
            terms: terms.clone(),
            status: OfferStatus::Open,
            reply_by: None,
            counters: None,
            note: None,
        };
        super::facts::simulate_offer(ledger, found, &new)?;
        known.offers.push(new.clone());
        all.push(new);
    }
    app.edit(&format!("offer add {id}"), |edit, _| {
        for new in &all {
            edit.push(&Spot::top(), "offer", fields_of(new))
                .map_err(StoreError::from)?;
        }
        edit.set(&Spot::id("debt", id.as_str()), "talks", "offered")
            .map_err(StoreError::from)?;
        Ok(())
    })?;
    for new in &all {
        app.say(&app.word(
            "cli-offered",
            &[
                ("id", new.id.as_str().into()),
                ("from", app.words.word(new.from).into()),
                ("terms", new.terms.to_string().into()),
            ],
        ));
    }
    Ok(())
}

/// Writes an offer after the questions that belong before it.
fn put(
    app: &App,
    ledger: &Ledger,
    new: &Offer,
    answers: Option<&OfferId>,
) -> Result<Exit, CliError> {
    let found = debt(ledger, &new.debt)?;
    if ledger.offer(&new.id).is_some() {
        return Err(CliError::Taken {
            what: "offer",
            id: new.id.to_string(),
        });
    }
    let simulation = super::facts::simulate_offer(ledger, found, new)?;
    if new.from == Party::Borrower {
        guard::old_debt(app, ledger, found, "cli-guard-old-debt-offer")?;
        must_fit(app, ledger, &new.debt, &simulation)?;
    }
    let fields = fields_of(new);
    let what = format!("offer add {}", new.id);
    let saved = app.edit(&what, |edit, _| {
        edit.push(&Spot::top(), "offer", fields.clone())
            .map_err(StoreError::from)?;
        if let Some(answered) = answers {
            status(edit, answered, OfferStatus::Countered)?;
        }
        let talks = match new.from {
            Party::Lender => "offered",
            Party::Borrower => "waiting",
        };
        edit.set(&Spot::id("debt", new.debt.as_str()), "talks", talks)
            .map_err(StoreError::from)?;
        Ok(())
    })?;
    let sentence = app.word(
        "cli-offered",
        &[
            ("id", new.id.as_str().into()),
            ("from", app.words.word(new.from).into()),
            ("terms", new.terms.to_string().into()),
        ],
    );
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence,
            table: "offer",
            debt: Some(new.debt.clone()),
            fields,
        },
    )?;
    app.suggest(&format!(
        "forbear simulate {} --offer \"{}\"",
        new.debt, new.terms
    ));
    Ok(exit)
}

pub(super) fn fields_of(new: &Offer) -> Fields {
    let mut fields: Fields = vec![
        ("id", new.id.as_str().into()),
        ("debt", new.debt.as_str().into()),
        ("from", new.from.as_str().into()),
        ("on", new.on.into()),
        ("terms", Put::from(&new.terms)),
        ("status", new.status.as_str().into()),
    ];
    fields.extend(new.reply_by.map(|by| ("reply-by", Put::from(by))));
    fields.extend(
        new.counters
            .as_ref()
            .map(|id| ("counters", Put::from(id.as_str()))),
    );
    fields.extend(
        new.note
            .as_ref()
            .map(|note| ("note", Put::from(note.as_str()))),
    );
    fields
}

/// Refuses an offer by the borrower that asks for more than a month can bear.
pub(super) fn must_fit(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    simulation: &crate::domain::simulation::Simulation,
) -> Result<(), CliError> {
    if ledger.incomes.is_empty() {
        return Ok(());
    }
    let (short, _) = promises::offer_fits(ledger, id, simulation, app.as_of())?;
    let Some(short) = short else {
        return Ok(());
    };
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    Err(CliError::Refused {
        kind: "offer-does-not-fit",
        message: app.word(
            "cli-guard-offer",
            &[
                ("month", month(app.words.lang(), short.month).into()),
                ("over", shown.money(short.by).into()),
            ],
        ),
        hints: vec![app.words.text("cli-guard-offer-hint")],
    })
}

pub(super) fn find<'a>(ledger: &'a Ledger, id: Option<&OfferId>) -> Result<&'a Offer, CliError> {
    let typed = id.map_or_else(String::new, ToString::to_string);
    id.and_then(|id| ledger.offer(id))
        .ok_or_else(|| CliError::Unknown {
            what: "offer",
            id: typed,
            known: ledger
                .offers
                .iter()
                .map(|offer| offer.id.to_string())
                .collect(),
        })
}

pub(super) fn status(edit: &mut Edit, id: &OfferId, status: OfferStatus) -> Result<(), CliError> {
    edit.set(&Spot::id("offer", id.as_str()), "status", status.as_str())
        .map_err(|error| StoreError::from(error).into())
}

/// Accepts an offer. That is not yet an agreement: the command that writes it down comes next.
fn accept(app: &App, id: Option<&OfferId>) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let offer = find(&ledger, id)?;
    let simulation = super::facts::simulate_offer(&ledger, debt(&ledger, &offer.debt)?, offer)?;
    guard::old_debt(
        app,
        &ledger,
        debt(&ledger, &offer.debt)?,
        "cli-guard-old-debt-offer",
    )?;
    if let Some(until) = offer.reply_by
        && offer.from == Party::Lender
        && offer.status_on(app.as_of()) == OfferStatus::Expired
    {
        let until = long_date(app.words.lang(), until);
        app.sure(&app.word("cli-guard-offer-expired", &[("date", until.into())]))?;
    }
    if let Err(error) = must_fit(app, &ledger, &offer.debt, &simulation) {
        app.sure(&error.tell(&app.words).message)?;
    }
    let exit = decided(app, offer, OfferStatus::Accepted, "agreed", None)?;
    app.suggest(&format!(
        "forbear agree add {} --offer {}",
        offer.debt, offer.id
    ));
    Ok(exit)
}

fn refuse(app: &App, id: Option<&OfferId>, retry_on: Option<NaiveDate>) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let offer = find(&ledger, id)?;
    // Saying no to their offer is no refusal by them: our own offer still waits, or one is to be found.
    let own = |one: &&Offer| {
        one.debt == offer.debt
            && one.from == Party::Borrower
            && one.status_on(app.as_of()) == OfferStatus::Open
    };
    let talks = match offer.from {
        Party::Borrower => "refused",
        Party::Lender if ledger.offers.iter().any(|one| own(&one)) => "waiting",
        Party::Lender => "preparing",
    };
    decided(app, offer, OfferStatus::Refused, talks, retry_on)
}

fn decided(
    app: &App,
    offer: &Offer,
    became: OfferStatus,
    talks: &str,
    retry_on: Option<NaiveDate>,
) -> Result<Exit, CliError> {
    decided_and(app, offer, became, talks, &[], retry_on)
}

/// As [`decided`], with more dates of the offer itself.
pub(super) fn decided_with(
    app: &App,
    offer: &Offer,
    became: OfferStatus,
    talks: &str,
    dates: &[(&'static str, Option<NaiveDate>)],
) -> Result<Exit, CliError> {
    decided_and(app, offer, became, talks, dates, None)
}

fn decided_and(
    app: &App,
    offer: &Offer,
    became: OfferStatus,
    talks: &str,
    dates: &[(&'static str, Option<NaiveDate>)],
    retry_on: Option<NaiveDate>,
) -> Result<Exit, CliError> {
    let saved = app.edit(&format!("offer {became} {}", offer.id), |edit, _| {
        status(edit, &offer.id, became)?;
        for (key, date) in dates {
            if let Some(date) = date {
                edit.set(&Spot::id("offer", offer.id.as_str()), key, *date)
                    .map_err(StoreError::from)?;
            }
        }
        let spot = Spot::id("debt", offer.debt.as_str());
        edit.set(&spot, "talks", talks).map_err(StoreError::from)?;
        if let Some(date) = retry_on {
            edit.set(&spot, "retry-on", date)
                .map_err(StoreError::from)?;
        }
        Ok(())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word(
                "cli-offer-became",
                &[
                    ("id", offer.id.as_str().into()),
                    ("status", app.words.word(became).into()),
                ],
            ),
            table: "offer",
            debt: Some(offer.debt.clone()),
            fields: vec![
                ("id", offer.id.as_str().into()),
                ("status", became.as_str().into()),
            ],
        },
    )
}

/// Answers an offer with another: from the other side, on new terms.
fn counter(app: &App, args: OfferCounterArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let answered = find(&ledger, args.offer.as_ref())?;
    let terms = match (args.terms, args.flags.terms()?) {
        (Some(terms), None) | (None, Some(terms)) => terms,
        (Some(_), Some(_)) => return Err(twice(app)),
        (None, None) => ask_terms(app, ledger.currency)?,
    };
    let on = args.on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    let new = Offer {
        id: next_id(&ledger, &answered.debt),
        debt: answered.debt.clone(),
        from: match answered.from {
            Party::Lender => Party::Borrower,
            Party::Borrower => Party::Lender,
        },
        on,
        terms,
        status: OfferStatus::Open,
        reply_by: args.reply_by,
        counters: Some(answered.id.clone()),
        note: None,
    };
    put(app, &ledger, &new, Some(&answered.id))
}
