//! `rehearse`: a practice call. The other side is data, the borrower a person or a file of answers; nothing is saved.

use std::path::{Path, PathBuf};

use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::letters::Brief;
use crate::letters::rehearsal::review::{self, Asked};
use crate::letters::rehearsal::{Call, Heard, Scene, Taken, Temper};
use crate::report::document::{Block, Document, NoteKind};
use crate::rules;
use crate::store;

use super::{completions, facts};
use crate::cli::app::{App, debt};
use crate::cli::args::word;
use crate::cli::error::{CliError, Place, Told, harmless};
use crate::cli::exit::Exit;

/// The flag that answers every question of the call.
const ANSWERS: &str = "--answers";
/// Characters of an answer that are shown back.
const SHOWN: usize = 40;

#[derive(clap::Args)]
pub(super) struct RehearseArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "WORD", value_parser = word::<Temper>())]
    temper: Option<Temper>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    answers: Option<PathBuf>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = RehearseArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    if args.answers.is_none() && !app.can_ask() {
        return Err(CliError::NeedsInput {
            flag: ANSWERS.to_owned(),
        });
    }
    let brief = facts::brief(app, &ledger, &id, None)?;
    let temper = args.temper.unwrap_or(Temper::usual(&brief));
    let mut call = Call::new(&brief, temper, app.words.lang());
    let (exit, seen) = match &args.answers {
        Some(path) => (from_file(app, &mut call, path)?, false),
        None => (by_hand(app, &mut call, &brief)?, true),
    };
    review(app, &ledger, &id, &call, seen)?;
    Ok(exit)
}

/// The review; what the person saw a moment ago is not shown again.
fn review(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    call: &Call<'_>,
    seen: bool,
) -> Result<(), CliError> {
    let asked = Asked {
        ledger,
        debt: debt(ledger, id)?,
        as_of: app.as_of(),
        books: app.books()?,
    };
    let report = call.report(asked, &app.words)?;
    let repeated = !(seen && crate::cli::ui::stdout_is_terminal());
    app.emit(&report.with_transcript(repeated))
}

/// A person answers.
fn by_hand(app: &App, call: &mut Call<'_>, brief: &Brief) -> Result<Exit, CliError> {
    app.tell(&first_screen(app, call, brief));
    while let Some(scene) = call.scene()? {
        app.say("");
        app.tell(&page(app, &scene, None));
        loop {
            let question = app.words.text("rehearse-ask");
            let typed = match app.ask().line(ANSWERS, &question) {
                Ok(typed) => typed,
                Err(CliError::Stopped) => {
                    call.stop();
                    app.say(&app.words.text("rehearse-stopped"));
                    return Ok(Exit::STOPPED);
                }
                Err(error) => return Err(error),
            };
            let again = match call.hear(&typed)? {
                Heard::Went => {
                    could_say(app, call, &scene);
                    warn(app, call);
                    break;
                }
                Heard::Despair => {
                    help(app, brief);
                    return Ok(Exit::DONE);
                }
                Heard::Stopped => {
                    app.say(&app.words.text("rehearse-stopped"));
                    return Ok(Exit::DONE);
                }
                Heard::Unsure => "rehearse-unsure",
                Heard::NoSuchChoice => "rehearse-no-such",
            };
            app.say("");
            app.tell(&page(app, &scene, Some(again)));
        }
    }
    app.say(&app.words.text("rehearse-over"));
    Ok(Exit::DONE)
}

/// After words of one's own, the line they were understood as: a shorter way to say it. Not where a figure was named:
/// the line would name another.
fn could_say(app: &App, call: &Call<'_>, scene: &Scene) {
    let Some(turn) = call.turns().last() else {
        return;
    };
    let line = turn
        .choice
        .filter(|choice| turn.typed && turn.figure.is_none() && !choice.act)
        .and_then(|choice| scene.choices.iter().find(|one| one.id == choice.id))
        .filter(|line| line.text != turn.you);
    if let Some(line) = line {
        let mut page = Document::new("", app.words.lang());
        page.paragraph(app.word("rehearse-could-say", &[("text", line.text.as_str().into())]));
        app.tell(&page);
    }
}

/// What cannot wait for the review: a code was read out.
fn warn(app: &App, call: &Call<'_>) {
    let taken = call.turns().last().and_then(|turn| turn.taken);
    if taken == Some(Taken::Code) {
        let mut page = Document::new("", app.words.lang());
        page.note(NoteKind::Warning, app.words.text("rehearse-code"));
        app.tell(&page);
    }
}

/// Whoever says that life is too much is not practised with any longer.
fn help(app: &App, brief: &Brief) {
    if let Some(safety) = rules::safety(brief.region) {
        let mut page = Document::new("", app.words.lang());
        page.note(NoteKind::Warning, safety.text.get(app.words.lang()));
        app.tell(&page);
    }
}

/// That it is practice, who answers, what may be said, how to end it.
fn first_screen(app: &App, call: &Call<'_>, brief: &Brief) -> Document {
    let words = &app.words;
    let lender = brief
        .lender
        .as_ref()
        .map_or_else(|| brief.debt.to_string(), |lender| lender.name.clone());
    let title = words.with(
        "rehearse-start-title",
        &[("lender", lender.as_str().into())],
    );
    let mut page = Document::new(title, words.lang());
    page.note(NoteKind::Plain, words.text("rehearse-start"));
    if call.is_special() {
        page.paragraph(words.text("rehearse-start-special"));
    } else {
        let temper = words.word(call.temper());
        page.paragraph(words.with("rehearse-start-temper", &[("temper", temper.into())]));
        page.paragraph(match review::numbers(call) {
            Some((offer, limit)) => words.with(
                "rehearse-start-figures",
                &[("offer", offer.into()), ("limit", limit.into())],
            ),
            None => words.text("rehearse-start-no-figure"),
        });
    }
    page.paragraph(words.text("rehearse-start-how"));
    page.paragraph(if call.is_incoming() {
        words.text("rehearse-start-in")
    } else {
        words.with("rehearse-start-out", &[("lender", lender.as_str().into())])
    });
    page
}

/// What they say, and the choices; where an answer was not understood, why it is shown again.
fn page(app: &App, scene: &Scene, again: Option<&str>) -> Document {
    let words = &app.words;
    let mut page = Document::new("", words.lang());
    match again {
        Some(why) => page.paragraph(words.text(why)),
        None => {
            page.paragraph(words.with("rehearse-they", &[("text", scene.they.as_str().into())]));
        }
    }
    page.push(Block::List {
        ordered: true,
        items: scene.choices.iter().map(|one| one.text.clone()).collect(),
    });
    page
}

/// The answers stand in a file.
fn from_file(app: &App, call: &mut Call<'_>, path: &Path) -> Result<Exit, CliError> {
    let text = store::paths::read_text(path)?.ok_or_else(|| {
        CliError::from(store::StoreError::NoSuchFile {
            path: path.to_owned(),
        })
    })?;
    let wrong = |line: usize, reason: String, call: &Call<'_>| wrong(app, path, line, reason, call);
    let mut at = 0_usize;
    for line in text.trim_start_matches('\u{feff}').lines() {
        at = at.saturating_add(1);
        let answer = line.trim();
        if answer.is_empty() || answer.starts_with('#') {
            continue;
        }
        if call.is_over() {
            return Err(wrong(at, app.words.text("error-answers-over"), call));
        }
        let id = match call.hear(answer)? {
            Heard::Went => continue,
            Heard::Stopped | Heard::Despair => return Ok(Exit::DONE),
            Heard::Unsure => "error-answers-unsure",
            Heard::NoSuchChoice => "error-answers-no-such",
        };
        let shown: String = answer.chars().take(SHOWN).collect();
        let reason = app.word(id, &[("text", harmless(&shown).into())]);
        return Err(wrong(at, reason, call));
    }
    if call.is_over() {
        Ok(Exit::DONE)
    } else {
        Err(wrong(
            at.max(1),
            app.words.text("error-answers-short"),
            call,
        ))
    }
}

/// One line of the file cannot be used: where, why, and what could stand there.
fn wrong(app: &App, path: &Path, line: usize, reason: String, call: &Call<'_>) -> CliError {
    let file = harmless(&path.to_string_lossy());
    let message = app.word(
        "error-answers",
        &[
            ("file", file.as_str().into()),
            ("line", line.into()),
            ("reason", reason.into()),
        ],
    );
    let mut hints = Vec::new();
    if let Ok(Some(scene)) = call.scene() {
        let choices: Vec<String> = (1_usize..)
            .zip(&scene.choices)
            .map(|(number, one)| format!("{number} {}", one.id))
            .collect();
        let choices = choices.join(" · ");
        hints.push(app.word("error-answers-choices", &[("choices", choices.into())]));
        hints.push(app.words.text("error-answers-stop"));
    }
    CliError::InFile(Box::new(Told {
        kind: "answers",
        message,
        place: Some(Place {
            file,
            line: Some(line),
            column: None,
            field: None,
        }),
        hints,
        drawn: None,
    }))
}
