//! `help`, `schema`, `man`: reading about the program.

use clap::{Arg, ArgMatches, Command};

use crate::cli::app::App;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::tree;
use crate::domain::lang::Lang;

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
    if let [name] = asked.as_slice()
        && let Some((_, [zh_hans, zh_hant, en])) = TOPICS.iter().find(|(topic, _)| topic == name)
    {
        let text = match app.words.lang() {
            Lang::ZhHans => zh_hans,
            Lang::ZhHant => zh_hant,
            Lang::En => en,
        };
        return app.write(text).map(|()| Exit::DONE);
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
    }
    app.write(&text)?;
    Ok(Exit::DONE)
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
