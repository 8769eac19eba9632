//! `help`, `schema`, `man`: reading about the program.

use std::fmt::Write as _;

use clap::{Arg, ArgMatches, Command};

use crate::cli::app::App;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::tree;
use crate::domain::lang::Lang;
use crate::render;
use crate::report::topic::TopicReport;

macro_rules! topic {
    ($name:literal) => {
        [
            include_str!(concat!("../../docs/zh-Hans/", $name, ".md")),
            include_str!(concat!("../../docs/zh-Hant/", $name, ".md")),
            include_str!(concat!("../../docs/en/", $name, ".md")),
        ]
    };
}

/// Topics: name, then zh-Hans, zh-Hant, en. The same pages stand in the documentation.
pub(super) const TOPICS: &[(&str, [&str; 3])] = &[
    ("start", topic!("start")),
    ("ledger", topic!("ledger")),
    ("offers", topic!("offers")),
    ("numbers", topic!("numbers")),
    ("privacy", topic!("privacy")),
];

/// What borrowers ask first: pages with sources, read by `report::topic`.
pub(super) const QUESTIONS: &[(&str, [&str; 3])] = &[
    ("what-next", topic!("what-next")),
    ("collectors", topic!("collectors")),
    ("bad-debt", topic!("bad-debt")),
    ("write-off", topic!("write-off")),
    ("line-24", topic!("line-24")),
    ("limitation", topic!("limitation")),
    ("credit-record", topic!("credit-record")),
    ("in-writing", topic!("in-writing")),
    ("agents", topic!("agents")),
    ("complain", topic!("complain")),
];

/// The text of a page in a language.
fn in_lang(texts: &[&'static str; 3], lang: Lang) -> &'static str {
    let [zh_hans, zh_hant, en] = *texts;
    match lang {
        Lang::ZhHans => zh_hans,
        Lang::ZhHant => zh_hant,
        Lang::En => en,
    }
}

/// `help` takes a topic or a command.
pub(super) fn build_help(command: Command) -> Command {
    command.arg(
        Arg::new("topic")
            .value_name("TOPIC")
            .num_args(0..)
            .action(clap::ArgAction::Append),
    )
}

/// Shows a topic, or a command's help; without one, what topics there are.
pub(super) fn help(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    let asked: Vec<&String> = matches
        .get_many::<String>("topic")
        .into_iter()
        .flatten()
        .collect();
    let lang = app.words.lang();
    if let [name] = asked.as_slice() {
        if let Some((_, texts)) = TOPICS.iter().find(|(topic, _)| topic == name) {
            let text = in_lang(texts, lang);
            let page = match app.plain() {
                true => render::page(text, app.width()),
                false => text.to_owned(),
            };
            return app.write(&page).map(|()| Exit::DONE);
        }
        if let Some((topic, texts)) = QUESTIONS.iter().find(|(topic, _)| topic == name) {
            let page = TopicReport::read(topic, in_lang(texts, lang), &app.words);
            return app.emit(&page).map(|()| Exit::DONE);
        }
    }
    let mut command = tree::told(&app.words, app.width());
    command.build();
    let mut page = &command;
    for name in &asked {
        page = page
            .find_subcommand(name.as_str())
            .ok_or_else(|| CliError::Unknown {
                what: "topic",
                id: (*name).clone(),
                known: TOPICS
                    .iter()
                    .chain(QUESTIONS)
                    .map(|(topic, _)| (*topic).to_owned())
                    .collect(),
            })?;
    }
    let mut text = page.clone().render_help().to_string();
    if asked.is_empty() {
        let names: Vec<&str> = TOPICS.iter().map(|(topic, _)| *topic).collect();
        text.push('\n');
        text.push_str(&app.word("cli-help-topics", &[("topics", names.join(" · ").into())]));
        text.push('\n');
        text.push_str(&questions(app));
    }
    app.write(&text)?;
    Ok(Exit::DONE)
}

/// The questions, a line each: the name to type, and what the page answers.
fn questions(app: &App) -> String {
    let mut text = format!("\n{}\n", app.words.text("topic-questions"));
    let column = QUESTIONS.iter().map(|(name, _)| name.len()).max();
    for (name, texts) in QUESTIONS {
        let title = in_lang(texts, app.words.lang()).lines().next();
        let title = title.unwrap_or_default().trim_start_matches("# ");
        let gap = " ".repeat(column.unwrap_or(0).saturating_sub(name.len()));
        let _infallible = writeln!(text, "  {name}{gap}  {title}");
    }
    let _infallible = writeln!(text, "\n    {}", app.words.text("topic-open"));
    text
}

/// The JSON Schema of the ledger.
pub(super) fn schema(app: &mut App, _: &ArgMatches) -> Result<Exit, CliError> {
    app.emit_json(&crate::store::schema(&app.words))?;
    Ok(Exit::DONE)
}

/// The manual page, in the user's language.
pub(super) fn man(app: &mut App, _: &ArgMatches) -> Result<Exit, CliError> {
    let command = tree::told(&app.words, 78);
    app.write(&crate::cli::manual::page(&command, &app.words))?;
    Ok(Exit::DONE)
}
