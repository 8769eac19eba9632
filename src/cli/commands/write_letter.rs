//! `letter`: a letter about a debt, after what must be asked before it is used; `--sent` notes that it went out.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::contact::Channel;
use crate::domain::debt::Talks;
use crate::domain::id::DebtId;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::i18n::numbers;
use crate::letters::kinds::{self, Awaited, Refusal, Wait};
use crate::letters::{self, Brief, Letter};
use crate::store::{Fields, Put, Spot, StoreError, Which};

use super::letter::show;
use super::{check_words, completions, due, facts, guard};
use crate::cli::app::{App, Recorded};
use crate::cli::args::{date, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct LetterArgs {
    #[arg(value_name = "DEBT", required_unless_present = "check", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(value_name = "KIND", value_parser = word::<Letter>())]
    kind: Option<Letter>,
    #[arg(long, value_name = "OFFER", add = completions::ids("offer"))]
    offer: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date(), num_args = 0..=1)]
    #[expect(
        clippy::option_option,
        reason = "clap's way of a flag with or without a value"
    )]
    sent: Option<Option<NaiveDate>>,
    #[arg(long, value_name = "WORD", value_parser = word::<Channel>(), requires = "sent")]
    channel: Option<Channel>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["offer", "sent"])]
    check: Option<PathBuf>,
}

/// Stands for every debt, where no debt is called so.
const ALL: &str = "all";

/// A letter, or the note that it was sent.
pub(super) fn letter(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = LetterArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    if let Some(path) = &args.check {
        return check_words::letter(app, path, args.kind, args.debt.as_ref());
    }
    let ledger = app.load()?.ledger;
    if let Some(all) = args.debt.as_ref().filter(|id| id.as_str() == ALL)
        && ledger.debt(all).is_none()
    {
        return to_all(app, &ledger, args.kind);
    }
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let given = match &args.offer {
        Some(text) => Some(facts::terms(app, &ledger, text)?),
        None => None,
    };
    let brief = facts::brief(app, &ledger, &id, given.as_ref())?;
    let letter = match args.kind {
        Some(letter) => letter,
        None => ask_kind(app, &brief)?,
    };
    if let Some(refusal) = kinds::refusal(letter, &brief) {
        return Err(refused(app, refusal, letter, &brief));
    }
    if let Some(on) = args.sent {
        let on = on.unwrap_or(app.as_of());
        let channel = args.channel.unwrap_or(Channel::Letter);
        return sent(app, &ledger, &brief, letter, on, channel);
    }
    let written = letters::letter(&brief, letter, &app.words, &facts::overrides(app)?)?;
    let terms = kinds::kind(letter).shape.map_or("…", kinds::Shape::example);
    show(
        app,
        &ledger,
        &brief,
        &written,
        &format!("letter {id} {letter}"),
        terms,
    )?;
    app.say(&told(app, &kinds::wait(letter, &brief, app.as_of())));
    app.suggest(&format!("forbear letter {id} {letter} --sent"));
    Ok(Exit::DONE)
}

/// The one message that goes to every lender; each other letter is about one debt.
fn to_all(app: &App, ledger: &Ledger, kind: Option<Letter>) -> Result<Exit, CliError> {
    if kind.is_some_and(|kind| kind != Letter::Holding) {
        return Err(CliError::Refused {
            kind: "letter-refused",
            message: app.words.text("letters-refused-all"),
            hints: vec![app.word("letters-refused-all-hint", &[("all", ALL.into())])],
        });
    }
    let open = ledger
        .debts
        .iter()
        .filter(|debt| debt.talks != Talks::Completed);
    let briefs: Vec<Brief> = open
        .map(|debt| facts::brief(app, ledger, &debt.id, None))
        .collect::<Result<_, _>>()?;
    let briefs: Vec<Brief> = briefs
        .into_iter()
        .filter(|brief| kinds::refusal(Letter::Holding, brief).is_none())
        .collect();
    let Some(first) = briefs.first() else {
        return Err(CliError::Unknown {
            what: "debt",
            id: ALL.to_owned(),
            known: Vec::new(),
        });
    };
    let written = letters::holding_for_all(&briefs, &app.words, &facts::overrides(app)?)?;
    show(app, ledger, first, &written, "letter all holding", "…")?;
    app.suggest("forbear due");
    Ok(Exit::DONE)
}

/// The kinds that can be written about the debt, to choose from.
fn ask_kind(app: &App, brief: &Brief) -> Result<Letter, CliError> {
    let fitting = kinds::fitting(brief);
    let items: Vec<String> = fitting
        .iter()
        .map(|letter| format!("{} ({letter})", app.words.word(*letter)))
        .collect();
    let place = app
        .ask()
        .choose("<KIND>", &app.words.text("cli-ask-letter-kind"), &items)?;
    fitting.get(place).copied().ok_or(CliError::Stopped)
}

/// Why a letter is not written, and what helps instead.
fn refused(app: &App, refusal: Refusal, letter: Letter, brief: &Brief) -> CliError {
    let until = brief.court_until.map_or_else(
        || app.words.text("cli-unknown-date"),
        |date| numbers::long_date(app.words.lang(), date),
    );
    let (message, hint) = refusal.tell(letter, brief.debt.as_str(), &until, &app.words);
    CliError::Refused {
        kind: "letter-refused",
        message,
        hints: vec![hint],
    }
}

/// The wait a letter begins, named for what it is.
fn told(app: &App, wait: &Wait) -> String {
    let until = wait.until.map_or_else(
        || app.words.text("cli-unknown-date"),
        |date| numbers::long_date(app.words.lang(), date),
    );
    let until = ("until", until.into());
    match (wait.kind, &wait.law) {
        (ClockKind::Law, Some(law)) => app.word(
            if law.own {
                "letters-wait-law-own"
            } else {
                "letters-wait-law"
            },
            &[
                until,
                ("days", law.days.into()),
                ("source", law.source.title.get(app.words.lang()).into()),
                ("level", app.words.word(law.source.level).into()),
            ],
        ),
        (ClockKind::Court, _) if wait.until.is_some_and(|last| last < app.as_of()) => {
            app.word("letters-wait-court-late", &[until])
        }
        (ClockKind::Court, _) => app.word("letters-wait-court", &[until]),
        (ClockKind::Law | ClockKind::Asked, _) => {
            let id = match wait.awaited {
                Awaited::Answer => "letters-wait-asked",
                Awaited::OwnPlan => "letters-wait-own",
                Awaited::Confirmation => "letters-wait-confirmation",
            };
            app.word(id, &[until])
        }
    }
}

/// Notes that a letter was sent: a line in the log with a day to come back to; a clock of law beside it; the clock of
/// the court paper it answers is done, and the promise it takes back no longer stands.
fn sent(
    app: &App,
    ledger: &Ledger,
    brief: &Brief,
    letter: Letter,
    on: NaiveDate,
    channel: Channel,
) -> Result<Exit, CliError> {
    guard::not_in_future(app, on)?;
    let wait = kinds::wait(letter, brief, on);
    let what = app.words.word(letter);
    let at = match app.now() {
        Some(now) if now.date() == on => now,
        _ => on.and_hms_opt(12, 0, 0).unwrap_or_default(),
    };
    let mut contact: Fields = vec![
        ("at", at.into()),
        ("debt", brief.debt.as_str().into()),
        ("channel", channel.as_str().into()),
        ("direction", "out".into()),
        ("summary", what.as_str().into()),
    ];
    if let (ClockKind::Asked, Some(until)) = (wait.kind, wait.until) {
        contact.push(("follow-up", until.into()));
    }
    let answers = wait.kind == ClockKind::Court;
    let done = answers.then(|| court_clock(ledger, brief)).flatten();
    let clocks = new_clocks(brief, &wait, on, &what, done.is_none());
    let taken_back = (letter == Letter::Withdrawal)
        .then(|| promised(ledger, brief))
        .flatten();
    let saved = app.edit(
        &format!("letter {} {letter} --sent", brief.debt),
        |edit, _| {
            let top = Spot::top();
            edit.push(&top, "contact", contact.clone())
                .map_err(StoreError::from)?;
            for clock in clocks {
                edit.push(&top, "clock", clock).map_err(StoreError::from)?;
            }
            if let Some(place) = done {
                let spot = Spot::top().record("clock", Which::Nth(place));
                edit.set(&spot, "done", Put::from(on))
                    .map_err(StoreError::from)?;
            }
            if let Some(place) = taken_back {
                let spot = Spot::top()
                    .record("contact", Which::Nth(place))
                    .section("promise");
                edit.set(&spot, "withdrawn", Put::from(on))
                    .map_err(StoreError::from)?;
            }
            Ok(())
        },
    )?;
    let record = Recorded {
        sentence: app.word(
            "letters-sent",
            &[
                ("letter", what.into()),
                ("on", numbers::long_date(app.words.lang(), on).into()),
            ],
        ),
        table: "contact",
        debt: Some(brief.debt.clone()),
        fields: contact,
    };
    let exit = app.recorded(&saved, &record)?;
    if !app.json() {
        app.say(&told(app, &wait));
    }
    app.suggest("forbear due");
    Ok(exit)
}

/// The clocks that sending a letter writes down: the days a law gives the other side; the court paper it answers, where
/// none was recorded for it.
fn new_clocks(
    brief: &Brief,
    wait: &Wait,
    on: NaiveDate,
    what: &str,
    none_recorded: bool,
) -> Vec<Fields> {
    match (wait.kind, wait.until) {
        (ClockKind::Law, Some(until)) => vec![vec![
            ("what", what.into()),
            ("debt", brief.debt.as_str().into()),
            ("kind", ClockKind::Law.as_str().into()),
            ("from", on.into()),
            ("until", until.into()),
        ]],
        (ClockKind::Court, until) if none_recorded => {
            vec![due::answered(what, &brief.debt, until.unwrap_or(on), on)]
        }
        (ClockKind::Court | ClockKind::Asked | ClockKind::Law, _) => Vec::new(),
    }
}

/// The place of the open clock of the court paper.
fn court_clock(ledger: &Ledger, brief: &Brief) -> Option<usize> {
    let debt = ledger.debt(&brief.debt)?;
    let first = ledger
        .court_clocks(debt, brief.as_of)
        .min_by_key(|clock| clock.until)?;
    ledger
        .clocks
        .iter()
        .position(|clock| std::ptr::eq(clock, first))
}

/// The place of the contact whose promise the letter takes back.
fn promised(ledger: &Ledger, brief: &Brief) -> Option<usize> {
    let (promise, at) = brief.promise?;
    ledger.contacts.iter().position(|contact| {
        contact.debt.as_ref() == Some(&brief.debt)
            && contact.at.date() == at
            && contact.promise == Some(promise)
    })
}
