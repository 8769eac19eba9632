//! `--help` in three languages.
//!
//! clap knows the arguments, `help.ftl` knows the words, and this page lays them out: what clap would
//! write in English (headings, usage, defaults, possible values) is written here instead.
//!
//! The id of a command's line is `help-<command>` (`help-debt-add`); of an argument `help-<command>-<name>`,
//! else `help-arg-<name>`, which is shared; keys of the ledger are told by `schema-<shape>-<key>`.

use std::fmt::Write as _;

use clap::{Arg, ArgAction, Command};
use textwrap::core::display_width;

use crate::i18n::Words;
use crate::report::figure::sentences;

use super::commands::{COMMANDS, record};
use super::tree::Group;

/// Sets every text of a command and all below it.
pub(crate) fn localised(command: Command, words: &Words, width: usize) -> Command {
    let command = with_texts(command, words, &[]);
    with_pages(command, words, width, &[], &[])
}

fn with_texts(command: Command, words: &Words, path: &[String]) -> Command {
    let name = command.get_name().to_owned();
    let here: Vec<String> = if path.is_empty() && name == "forbear" {
        Vec::new()
    } else {
        path.iter().cloned().chain([name]).collect()
    };
    let id = if here.is_empty() {
        "help-forbear".to_owned()
    } else {
        format!("help-{}", here.join("-"))
    };
    let about = words.find(&id, &[]).unwrap_or_default();
    let texts: Vec<(String, String)> = command
        .get_arguments()
        .map(|arg| (arg.get_id().to_string(), argument_text(arg, words, &here)))
        .collect();
    let mut command = command.about(about);
    for (argument, text) in texts {
        command = command.mut_arg(argument, |arg| {
            let names: Vec<String> = arg
                .get_value_names()
                .unwrap_or_default()
                .iter()
                .map(|name| value_name(name, words))
                .collect();
            let arg = if names.is_empty() {
                arg
            } else {
                arg.value_names(names)
            };
            arg.help(text)
        });
    }
    let below: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    below.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| with_texts(sub, words, &here))
    })
}

/// The words for an argument, with its possible values.
fn argument_text(arg: &Arg, words: &Words, path: &[String]) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{}-{name}", path.join("-"));
    let about = words
        .find(&own, &[])
        .or_else(|| record::about(path.first().map_or("", String::as_str), &name, words))
        .or_else(|| words.find(&format!("help-arg-{name}"), &[]))
        .unwrap_or_default();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    if values.is_empty()
        || !takes_value(arg)
        || matches!(values.as_slice(), [a, b] if a == "true" && b == "false")
    {
        about
    } else {
        let values = values.join(" · ");
        format!(
            "{about} {}",
            words.with("help-values", &[("values", values.into())])
        )
    }
}

/// A value's name in the user's language: `AMOUNT` → `金额`.
pub(crate) fn value_name(name: &str, words: &Words) -> String {
    let id: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    words
        .find(&format!("help-value-{id}"), &[])
        .unwrap_or_else(|| name.to_owned())
}

fn with_pages(
    command: Command,
    words: &Words,
    width: usize,
    path: &[String],
    inherited: &[Arg],
) -> Command {
    let here: Vec<String> = path
        .iter()
        .cloned()
        .chain([command.get_name().to_owned()])
        .collect();
    let mut globals = inherited.to_vec();
    globals.extend(
        command
            .get_arguments()
            .filter(|arg| arg.is_global_set())
            .cloned(),
    );
    let page = page(&command, words, width, &here, inherited);
    let usage = usage(&command, words, &here);
    let command = command.override_help(page).override_usage(usage);
    let below: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    below.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| with_pages(sub, words, width, &here, &globals))
    })
}

/// One page of help.
fn page(
    command: &Command,
    words: &Words,
    width: usize,
    path: &[String],
    inherited: &[Arg],
) -> String {
    let mut page = String::new();
    let about = command
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    push_wrapped(&mut page, &about, width);
    let id = format!(
        "help-{}",
        path.iter().skip(1).cloned().collect::<Vec<_>>().join("-")
    );
    let _infallible = write!(
        page,
        "\n{}\n",
        sentences(
            &[words.text("help-usage"), usage(command, words, path)],
            words.lang()
        )
    );
    if let Some(more) = words.find(&format!("{id}-more"), &[]) {
        page.push('\n');
        push_wrapped(&mut page, &more, width);
    }
    if path.len() == 1 {
        let column = COMMANDS
            .iter()
            .map(|entry| entry.name.len())
            .max()
            .unwrap_or(0);
        for group in Group::ALL {
            let lines: Vec<(String, String)> = COMMANDS
                .iter()
                .filter(|entry| entry.group == group)
                .filter_map(|entry| command.find_subcommand(entry.name))
                .map(|sub| (sub.get_name().to_owned(), text_of(sub.get_about())))
                .collect();
            push_aligned(&mut page, &words.text(group.id()), &lines, column, width);
        }
    } else {
        let lines: Vec<(String, String)> = command
            .get_subcommands()
            .map(|sub| (sub.get_name().to_owned(), text_of(sub.get_about())))
            .collect();
        push_section(&mut page, &words.text("help-commands"), &lines, width);
    }
    let shown = |arg: &&Arg| !arg.is_hide_set();
    let positionals: Vec<(String, String)> = command
        .get_positionals()
        .filter(shown)
        .map(|arg| (positional(arg), text_of(arg.get_help())))
        .collect();
    push_section(
        &mut page,
        &words.text("help-arguments"),
        &positionals,
        width,
    );
    let own: Vec<&Arg> = command
        .get_arguments()
        .filter(|arg| !arg.is_positional())
        .filter(shown)
        .filter(|arg| !arg.is_global_set())
        .collect();
    let mut headings: Vec<Option<&str>> = Vec::new();
    for arg in &own {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    headings.sort_by_key(Option::is_some);
    for heading in headings {
        let lines: Vec<(String, String)> = own
            .iter()
            .filter(|arg| arg.get_help_heading() == heading)
            .map(|arg| (option(arg), text_of(arg.get_help())))
            .collect();
        let title = match heading {
            Some(heading) => words.text(&format!("help-heading-{heading}")),
            None => words.text("help-options"),
        };
        push_section(&mut page, &title, &lines, width);
    }
    let everywhere: Vec<(String, String)> = inherited
        .iter()
        .chain(command.get_arguments().filter(|arg| arg.is_global_set()))
        .filter(shown)
        .map(|arg| (option(arg), text_of(arg.get_help())))
        .collect();
    push_section(
        &mut page,
        &words.text("help-everywhere"),
        &everywhere,
        width,
    );
    if path.len() == 1 {
        page.push('\n');
        push_wrapped(&mut page, &words.text("help-forbear-foot"), width);
    }
    page
}

/// How a command is typed.
pub(crate) fn usage(command: &Command, words: &Words, path: &[String]) -> String {
    let mut usage = path.join(" ");
    let options = command
        .get_arguments()
        .any(|arg| !arg.is_positional() && !arg.is_global_set() && !arg.is_hide_set());
    if options {
        let _infallible = write!(usage, " [{}]", words.text("help-usage-options"));
    }
    for arg in command.get_positionals().filter(|arg| !arg.is_hide_set()) {
        let _infallible = write!(usage, " {}", positional(arg));
    }
    if command.has_subcommands() {
        let _infallible = write!(usage, " [{}]", words.text("help-usage-command"));
    }
    usage
}

fn positional(arg: &Arg) -> String {
    let name = arg
        .get_value_names()
        .and_then(|names| names.first())
        .map_or_else(|| arg.get_id().to_string(), ToString::to_string);
    let many = if matches!(arg.get_action(), ArgAction::Append) {
        "…"
    } else {
        ""
    };
    if arg.is_required_set() {
        format!("<{name}>{many}")
    } else {
        format!("[{name}]{many}")
    }
}

fn option(arg: &Arg) -> String {
    let short = arg
        .get_short()
        .map_or("    ".to_owned(), |short| format!("-{short}, "));
    let long = arg
        .get_long()
        .map(|long| format!("--{long}"))
        .unwrap_or_default();
    let value = match arg.get_value_names() {
        Some(names) if takes_value(arg) && !arg.is_require_equals_set() => {
            let names: Vec<String> = names.iter().map(|name| format!("<{name}>")).collect();
            format!(" {}", names.join(" "))
        }
        _ => String::new(),
    };
    format!("{short}{long}{value}")
}

fn takes_value(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Set | ArgAction::Append)
}

fn text_of(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn push_section(page: &mut String, title: &str, lines: &[(String, String)], width: usize) {
    let column = lines
        .iter()
        .map(|(label, _)| display_width(label))
        .filter(|width| *width <= 26)
        .max()
        .unwrap_or(26);
    push_aligned(page, title, lines, column, width);
}

fn push_aligned(
    page: &mut String,
    title: &str,
    lines: &[(String, String)],
    column: usize,
    width: usize,
) {
    if lines.is_empty() {
        return;
    }
    let _infallible = writeln!(page, "\n{title}");
    for (label, text) in lines {
        let indent = " ".repeat(column.saturating_add(4));
        let options = textwrap::Options::new(width)
            .subsequent_indent(&indent)
            .initial_indent(&indent);
        let wrapped = textwrap::fill(text, options);
        let own_line = display_width(label) > column;
        if own_line {
            let _infallible = writeln!(page, "  {label}\n{wrapped}");
        } else {
            let gap = " ".repeat(
                column
                    .saturating_sub(display_width(label))
                    .saturating_add(2),
            );
            let _infallible = writeln!(page, "  {label}{gap}{}", wrapped.trim_start());
        }
    }
}

/// Wraps text; lines that start with a blank are commands to type and stay as they are.
fn push_wrapped(page: &mut String, text: &str, width: usize) {
    for line in text.lines() {
        if line.starts_with(' ') {
            let _infallible = writeln!(page, "{line}");
        } else {
            let _infallible = writeln!(page, "{}", textwrap::fill(line, width));
        }
    }
}
