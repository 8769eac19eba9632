//! `log`: contacts, taken down, listed, shown. Only ever added to.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::domain::contact::{Channel, Conduct, Direction, Outcome};
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::report::log::LogReport;
use crate::store::{Fields, Put, Spot, StoreError, Which};

use super::{completions, guard};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{AmountAt, Moment, amount_at, count, date, moment, money, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args, Clone, Default)]
pub(super) struct LogAddArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    pub(super) debt: Option<DebtId>,
    #[arg(long, value_name = "WORD", value_parser = word::<Channel>())]
    pub(super) channel: Option<Channel>,
    #[arg(long, value_name = "TEXT")]
    pub(super) summary: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment())]
    pub(super) at: Option<Moment>,
    #[arg(long, value_name = "WORD", value_parser = word::<Direction>())]
    pub(super) direction: Option<Direction>,
    #[arg(long = "with", value_name = "NAME")]
    pub(super) with_name: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) company: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) number: Option<String>,
    #[arg(long, value_name = "AMOUNT@DATE", value_parser = amount_at())]
    pub(super) promise: Option<AmountAt>,
    #[arg(long, value_name = "WORD", value_parser = word::<Conduct>())]
    pub(super) conduct: Vec<Conduct>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) evidence: Vec<std::path::PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    pub(super) follow_up: Option<NaiveDate>,
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(super) answered: Option<bool>,
    #[arg(long, value_name = "NUMBER", value_parser = count(0, 1440))]
    pub(super) minutes: Option<u32>,
    #[arg(long, value_name = "WORD", value_parser = word::<Outcome>())]
    pub(super) outcome: Option<Outcome>,
    #[arg(long, value_name = "TEXT")]
    pub(super) ticket: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) told_reason: Option<String>,
    #[arg(long, value_name = "AMOUNT", value_parser = money())]
    pub(super) told_income: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money())]
    pub(super) told_monthly: Option<Money>,
}

#[derive(clap::Args)]
struct LogListArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long)]
    full: bool,
}

#[derive(clap::Args)]
struct LogShowArgs {
    #[arg(value_name = "NUMBER", value_parser = count(1, 1_000_000), required = true)]
    place: Option<u32>,
}

#[derive(clap::Args)]
struct LogWithdrawArgs {
    #[arg(value_name = "NUMBER", value_parser = count(1, 1_000_000), required = true)]
    place: Option<u32>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
}

pub(super) fn build(command: Command) -> Command {
    command
        .subcommand(LogAddArgs::augment_args(Command::new("add")))
        .subcommand(LogListArgs::augment_args(Command::new("list")))
        .subcommand(LogShowArgs::augment_args(Command::new("show")))
        .subcommand(LogWithdrawArgs::augment_args(Command::new("withdraw")))
}

pub(super) fn run(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("add", matches)) => add(
            app,
            LogAddArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        Some(("show", matches)) => {
            let args = LogShowArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            show(app, args.place.unwrap_or(1))
        }
        Some(("withdraw", matches)) => {
            let args = LogWithdrawArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            withdraw(app, args.place.unwrap_or(1), args.on)
        }
        Some(("list", matches)) => {
            let args = LogListArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            list(app, args.debt.as_ref(), args.full)
        }
        _ => list(app, None, false),
    }
}

fn list(app: &App, about: Option<&DebtId>, full: bool) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    if let Some(id) = about {
        debt(&ledger, id)?;
    }
    app.emit(&LogReport::new(&ledger, about).full(full))?;
    Ok(Exit::DONE)
}

fn show(app: &App, place: u32) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let known = ledger.contacts.len();
    let index = usize::try_from(place).unwrap_or(usize::MAX).checked_sub(1);
    match index.and_then(|index| ledger.contacts.get(index)) {
        Some(contact) => app
            .emit(&LogReport::one(&ledger, contact))
            .map(|()| Exit::DONE),
        None => Err(CliError::Unknown {
            what: "contact",
            id: place.to_string(),
            known: (1..=known).map(|place| place.to_string()).collect(),
        }),
    }
}

/// Marks a promise as taken back: it no longer reserves anything.
fn withdraw(app: &App, place: u32, on: Option<NaiveDate>) -> Result<Exit, CliError> {
    let on = on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    let index = usize::try_from(place)
        .unwrap_or(usize::MAX)
        .saturating_sub(1);
    let saved = app.edit(&format!("log withdraw {place}"), |edit, ledger| {
        let promised = ledger
            .contacts
            .get(index)
            .is_some_and(|contact| contact.promise.is_some());
        if !promised {
            let known = (1_usize..).zip(&ledger.contacts);
            return Err(CliError::Unknown {
                what: "promise",
                id: place.to_string(),
                known: known
                    .filter(|(_, contact)| contact.promise.is_some())
                    .map(|(place, _)| place.to_string())
                    .collect(),
            });
        }
        let spot = Spot::top()
            .record("contact", Which::Nth(index))
            .section("promise");
        edit.set(&spot, "withdrawn", on)
            .map_err(|error| StoreError::from(error).into())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word("cli-withdrawn", &[("number", place.into())]),
            table: "contact",
            debt: None,
            fields: vec![("promise", Put::Table(vec![("withdrawn", on.into())]))],
        },
    )
}

/// Takes down a contact.
pub(super) fn add(app: &App, args: LogAddArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let (saved, record) = write(app, &ledger, args, Promise::Checked)?;
    let exit = app.recorded(&saved, &record)?;
    app.suggest("forbear due");
    Ok(exit)
}

/// Whether a promise is measured before it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Promise {
    /// One that passes the month's limit is refused.
    Checked,
    /// It was made already: it is taken down as it is.
    AlreadyMade,
}

/// Writes a contact after the questions that belong before it.
pub(super) fn write(
    app: &App,
    ledger: &Ledger,
    args: LogAddArgs,
    check: Promise,
) -> Result<(crate::store::Saved<()>, Recorded), CliError> {
    if let Some(id) = &args.debt {
        debt(ledger, id)?;
    }
    let channel = match args.channel {
        Some(channel) => channel,
        None => app
            .ask()
            .word("--channel", &app.words.text("cli-ask-log-channel"))?,
    };
    let summary = match &args.summary {
        Some(summary) => summary.clone(),
        None => app
            .ask()
            .line("--summary", &app.words.text("cli-ask-log-summary"))?,
    };
    let at = when(app, args.at);
    guard::moment_not_in_future(app, at)?;
    if let Some(promise) = args.promise
        && check == Promise::Checked
        && !app.yes()
    {
        guard::promise_fits(app, ledger, args.debt.as_ref(), promise.amount, promise.on)?;
    }
    let told = crate::domain::contact::Told {
        reason: args.told_reason.clone(),
        income: args.told_income,
        monthly: args.told_monthly,
    };
    if let Some(id) = &args.debt {
        guard::told_alike(app, ledger, id, &told)?;
    }
    let fields = fields(&args, at, channel, &summary)?;
    let about = args
        .debt
        .as_ref()
        .map_or_else(String::new, |id| format!(" {id}"));
    let saved = app.edit(&format!("log add{about}"), |edit, _| {
        edit.push(&Spot::top(), "contact", fields.clone())
            .map_err(|error| StoreError::from(error).into())
    })?;
    let lang = app.words.lang();
    let record = Recorded {
        sentence: app.word(
            "cli-logged",
            &[
                ("channel", app.words.word(channel).into()),
                ("at", crate::i18n::numbers::moment(lang, at).into()),
            ],
        ),
        table: "contact",
        debt: args.debt,
        fields,
    };
    Ok((saved, record))
}

/// The moment of a contact: as said, else now; on another day than the clock's, whose hour is not known, noon,
/// which is within no quiet hours.
fn when(app: &App, at: Option<Moment>) -> NaiveDateTime {
    let noon = || {
        app.as_of()
            .and_time(NaiveTime::default())
            .checked_add_signed(chrono::TimeDelta::hours(12))
    };
    match at {
        Some(at) => at.on(app.as_of()),
        None => app.now().or_else(noon).unwrap_or_default(),
    }
}

fn fields(
    args: &LogAddArgs,
    at: NaiveDateTime,
    channel: Channel,
    summary: &str,
) -> Result<Fields, CliError> {
    let mut fields: Fields = vec![("at", at.into())];
    let mut push = |key: &'static str, put: Option<Put>| fields.extend(put.map(|put| (key, put)));
    push("debt", args.debt.as_ref().map(|id| Put::from(id.as_str())));
    push("channel", Some(channel.as_str().into()));
    push(
        "direction",
        args.direction.map(|direction| direction.as_str().into()),
    );
    push(
        "counterpart",
        table([
            ("name", args.with_name.clone().map(Put::from)),
            ("company", args.company.clone().map(Put::from)),
            ("number", args.number.clone().map(Put::from)),
        ]),
    );
    push("summary", Some(summary.into()));
    let conduct: Vec<&str> = args.conduct.iter().map(|one| one.as_str()).collect();
    push("conduct", (!conduct.is_empty()).then(|| Put::from(conduct)));
    push(
        "promise",
        args.promise.map(|promise| {
            Put::Table(vec![
                ("amount", promise.amount.into()),
                ("on", promise.on.into()),
            ])
        }),
    );
    let mut evidence = Vec::new();
    for path in &args.evidence {
        let sha256 = crate::store::sha256_file(path)?;
        evidence.push(Put::Table(vec![
            ("file", path.to_string_lossy().into_owned().into()),
            ("sha256", sha256.into()),
        ]));
    }
    push(
        "evidence",
        (!evidence.is_empty()).then_some(Put::List(evidence)),
    );
    push("follow-up", args.follow_up.map(Put::from));
    push("answered", args.answered.map(Put::from));
    push("minutes", args.minutes.map(Put::from));
    push(
        "outcome",
        args.outcome.map(|outcome| outcome.as_str().into()),
    );
    push("ticket", args.ticket.clone().map(Put::from));
    push(
        "told",
        table([
            ("reason", args.told_reason.clone().map(Put::from)),
            ("income", args.told_income.map(Put::from)),
            ("monthly", args.told_monthly.map(Put::from)),
        ]),
    );
    Ok(fields)
}

fn table<const N: usize>(fields: [(&'static str, Option<Put>); N]) -> Option<Put> {
    let fields: Fields = fields
        .into_iter()
        .filter_map(|(key, put)| put.map(|put| (key, put)))
        .collect();
    (!fields.is_empty()).then_some(Put::Table(fields))
}
