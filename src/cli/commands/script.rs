//! `script`: words for one debt, by channel and moment, after what must be asked before they are used.

use std::path::PathBuf;

use clap::FromArgMatches;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};

use crate::domain::contact::Channel;
use crate::domain::id::DebtId;
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::numbers;
use crate::letters::brief::Moment;
use crate::letters::occasion::{Chosen, Misfit, TABLE, Why, choose};
use crate::letters::{self, Brief, Length, Occasion, Request};

use super::{check_words, completions, facts, letter};
use crate::cli::app::App;
use crate::cli::args::word;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct ScriptArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "CHANNEL", value_parser = channels())]
    channel: Option<Channel>,
    #[arg(long, value_name = "MOMENT", value_parser = word::<Occasion>(), conflicts_with = "message")]
    moment: Option<Occasion>,
    #[arg(long, conflicts_with_all = ["visit", "message", "channel"])]
    short: bool,
    #[arg(long, conflicts_with_all = ["message", "channel"])]
    visit: bool,
    #[arg(long, conflicts_with = "channel")]
    message: bool,
    #[arg(long, value_name = "OFFER", add = completions::ids("offer"))]
    offer: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["offer", "short", "visit", "channel", "moment"])]
    check: Option<PathBuf>,
}

/// The channels of the table; a letter is understood, to be told where letters are.
fn channels() -> ValueParser {
    let mut known: Vec<PossibleValue> = Channel::ALL
        .iter()
        .filter(|channel| TABLE.iter().any(|row| row.channel == **channel))
        .map(|channel| PossibleValue::new(channel.as_str()))
        .collect();
    known.push(PossibleValue::new(Channel::Letter.as_str()).hide(true));
    ValueParser::new(PossibleValuesParser::new(known).try_map(|text| text.parse::<Channel>()))
}

/// Words for a call, a message, a visit or a talk before a mediator.
pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = ScriptArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    if let Some(path) = &args.check {
        return check_words::script(app, path, args.message, args.debt.as_ref());
    }
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let terms = args
        .offer
        .map(|text| facts::terms(app, &ledger, &text))
        .transpose()?;
    let brief = facts::brief(app, &ledger, &id, terms.as_ref())?;
    let overrides = facts::overrides(app)?;
    let command = format!("script {id}");
    if args.message {
        let written = letters::holding(&brief, &app.words, &overrides)?;
        letter::show(app, &ledger, &brief, &written, &command, "…")?;
        app.suggest(&format!("forbear log add {id}"));
        return Ok(Exit::DONE);
    }
    let (channel, length) = match (args.channel, args.visit, args.short) {
        (_, true, _) => (Some(Channel::Visit), Length::Full),
        // The card is for whoever rings.
        (_, _, true) => (Some(Channel::Phone), Length::Short),
        (asked, false, false) => (asked, Length::Full),
    };
    let chosen = choose(&brief, channel, args.moment)
        .map_err(|misfit| refusal(app, &brief, &id, args.moment, misfit))?;
    let request = Request {
        channel: chosen.channel,
        occasion: chosen.occasion,
        length,
    };
    let written = letters::script_for(&brief, request, &app.words, &overrides)?;
    letter::show(app, &ledger, &brief, &written, &command, "…")?;
    say_why(app, &brief, &chosen, length);
    app.suggest(&format!("forbear log add {id}"));
    Ok(Exit::DONE)
}

/// Says what was chosen and why; where a court paper, an old debt or no licence decides, only that.
fn say_why(app: &App, brief: &Brief, chosen: &Chosen, length: Length) {
    let words = &app.words;
    let stopped = match brief.moment() {
        Moment::Talk => None,
        Moment::Court => Some("letters-stopped-court"),
        Moment::OldDebt => Some("letters-stopped-old"),
        Moment::NotALender => Some("letters-stopped-unlicensed"),
    };
    if let Some(id) = stopped {
        app.say(&words.text(id));
        return;
    }
    let channel = words.word(chosen.channel);
    let moment = words.word(chosen.occasion);
    // The card is for a call, whatever came last.
    if length == Length::Full {
        app.say(&words.with(
            "letters-chosen-channel",
            &[
                ("channel", channel.into()),
                ("why", told(app, chosen.channel_why).into()),
            ],
        ));
    }
    app.say(&words.with(
        "letters-chosen-moment",
        &[
            ("moment", moment.into()),
            ("why", told(app, chosen.occasion_why).into()),
        ],
    ));
}

fn told(app: &App, why: Why) -> String {
    let lang = app.words.lang();
    let id = why.message();
    match why {
        Why::LastContact(on) | Why::TheirsFits(on) | Why::TheirsOpen(on) | Why::Missed(on) => app
            .words
            .with(id, &[("date", numbers::long_date(lang, on).into())]),
        Why::Days(days) => app.words.with(id, &[("days", days.into())]),
        Why::Asked
        | Why::Mediation
        | Why::Usual
        | Why::Agreed
        | Why::Accepted
        | Why::Broken
        | Why::HandedOver
        | Why::NotDue
        | Why::DaysUnknown => app.words.text(id),
    }
}

/// What does not fit, and what to do about it: data of the table, told.
fn refusal(
    app: &App,
    brief: &Brief,
    id: &DebtId,
    asked: Option<Occasion>,
    misfit: Misfit,
) -> CliError {
    let words = &app.words;
    let moment = match (misfit, asked) {
        (Misfit::NoWords(_, occasion), _) | (_, Some(occasion)) => words.word(occasion),
        (_, None) => String::new(),
    };
    let (channel, days) = match misfit {
        Misfit::NoWords(channel, _) => (words.word(channel), 0),
        Misfit::AlreadyOverdue(days) => (String::new(), days),
        _ => (String::new(), 0),
    };
    let channels: Vec<&str> = match misfit {
        Misfit::NoWords(_, occasion) => TABLE
            .iter()
            .filter(|row| row.region == brief.region && row.occasions.contains(&occasion))
            .map(|row| row.channel.as_str())
            .collect(),
        _ => Vec::new(),
    };
    CliError::Refused {
        kind: "script-does-not-fit",
        message: words.with(
            misfit.message(),
            &[
                ("channel", channel.into()),
                ("moment", moment.into()),
                ("days", days.into()),
            ],
        ),
        hints: vec![words.with(
            misfit.hint(),
            &[
                ("debt", id.as_str().into()),
                ("channels", channels.join(", ").into()),
            ],
        )],
    }
}
