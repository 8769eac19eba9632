//! Every command and flag has help in three languages, and none speaks of what is not there.

use clap::Command;
use forbear::domain::lang::Lang;
use forbear::domain::vocabulary::Vocabulary;

use crate::support::Sandbox;

/// Every command with the way to it.
fn all(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
    found.push((path.to_owned(), command.clone()));
    for sub in command.get_subcommands() {
        all(sub, &format!("{path} {}", sub.get_name()), found);
    }
}

fn commands(lang: Lang) -> Vec<(String, Command)> {
    let mut found = Vec::new();
    all(&forbear::cli::command_tree(lang), "forbear", &mut found);
    found
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_command_and_flag_has_help_in_three_languages() {
    for &lang in Lang::ALL {
        let told = commands(lang);
        assert!(told.len() > 50, "only {} commands", told.len());
        for (path, command) in told {
            let about = command
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(!about.is_empty(), "{lang} {path} says nothing of itself");
            assert_eq!(
                is_chinese(&about),
                lang != Lang::En,
                "{lang} {path}: {about}"
            );
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let words = help.split(['[', '（']).next().unwrap().trim();
                assert!(
                    !words.is_empty(),
                    "{lang} {path} {} has no help",
                    arg.get_id()
                );
                assert_eq!(
                    is_chinese(words),
                    lang != Lang::En,
                    "{lang} {path} {}: {help}",
                    arg.get_id()
                );
            }
        }
    }
}

#[test]
fn pages_speak_one_language_and_fit_eighty_columns() {
    for &lang in Lang::ALL {
        for (path, mut command) in commands(lang) {
            let page = command.render_help().to_string();
            assert!(
                !page.contains("help-") && !page.contains("schema-"),
                "{path} shows an id:\n{page}"
            );
            if lang != Lang::En {
                for english in [
                    "Usage",
                    "Options",
                    "Commands",
                    "Arguments",
                    "possible values",
                    "[default",
                    "[OPTIONS]",
                ] {
                    assert!(!page.contains(english), "{path}: {english}");
                }
            }
            for line in page.lines() {
                let columns: usize = line
                    .chars()
                    .map(|c| {
                        if ('\u{2e80}'..='\u{ffef}').contains(&c) {
                            2
                        } else {
                            1
                        }
                    })
                    .sum();
                assert!(columns <= 80, "{lang} {path}: {line}");
            }
        }
    }
}

#[test]
fn the_first_page_lists_what_is_there_by_what_one_is_doing() {
    let page = Sandbox::new().ok(&["--help"]).out;
    let groups: Vec<&str> = page
        .lines()
        .filter(|line| line.ends_with(':') && !line.starts_with(' '))
        .collect();
    assert_eq!(
        groups,
        [
            "Start:",
            "Record:",
            "Understand:",
            "Negotiate:",
            "Agree:",
            "Keep:",
            "Learn:",
            "Options:",
            "Everywhere:"
        ]
    );
    for later in ["lint", "desk", "protect"] {
        assert!(!page.contains(later), "{later}");
    }
    assert!(
        page.contains("\n  status       how late each debt is"),
        "{page}"
    );
}

#[test]
fn help_is_there_for_a_command_in_each_language() {
    let chinese = Sandbox::new()
        .speaking("zh-Hans")
        .ok(&["pay", "--help"])
        .out;
    assert!(
        chinese
            .starts_with("记下一笔还款\n\n用法：forbear pay [选项] [欠款编号] [金额]\n\n参数：\n"),
        "{chinese}"
    );
    let english = Sandbox::new().ok(&["help", "debt", "add"]).out;
    assert!(
        english.contains("Usage: forbear debt add [options] [ID]\n"),
        "{english}"
    );
    assert_eq!(Sandbox::new().run(&["help", "nosuch"]).code, 1);
}

#[test]
fn topics_are_read_in_the_users_language() {
    assert!(
        Sandbox::new()
            .speaking("zh-Hans")
            .ok(&["help", "start"])
            .out
            .starts_with("# 第一步\n")
    );
    assert!(
        Sandbox::new()
            .ok(&["help", "start"])
            .out
            .starts_with("# First steps\n")
    );
}

#[test]
fn version_is_one_line() {
    let version = format!("forbear {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(Sandbox::new().ok(&["--version"]).out, version);
}

#[test]
fn shells_complete_ids_from_the_ledger() {
    let sandbox = Sandbox::new().with_example("mengshang-extension");
    let output = sandbox
        .command(&["--", "forbear", "pay", ""])
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", "2")
        .env("_CLAP_IFS", "\n")
        .env("FORBEAR_LEDGER", sandbox.ledger_path())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().any(|line| line == "ms-1"), "{text}");
}
