//! The corpus of mistakes: each invalid ledger with its message beside it, drawn as a user sees it.

use std::collections::BTreeSet;
use std::path::Path;

use forbear::domain::Lang;
use forbear::i18n::Words;
use forbear::store::{self, Mistakes};

use super::ledgers;

fn mistakes(path: &Path) -> Mistakes {
    let bytes = std::fs::read(path).unwrap();
    store::parse_bytes(&bytes, "ledger.toml")
        .map(|_| panic!("{} is valid", path.display()))
        .unwrap_or_else(|mistakes| mistakes)
}

/// Compares with the file beside, or writes it anew when `FORBEAR_BLESS` is set: then read the difference.
fn compare(path: &Path, found: &str) {
    if std::env::var_os("FORBEAR_BLESS").is_some() {
        std::fs::write(path, format!("{found}\n")).unwrap();
        return;
    }
    let expected =
        std::fs::read_to_string(path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
    assert_eq!(found, expected.trim_end(), "{}", path.display());
}

#[test]
fn every_invalid_ledger_is_told_as_written_beside_it() {
    for path in ledgers("invalid") {
        let found = mistakes(&path);
        for (lang, name) in [
            (Lang::En, "en"),
            (Lang::ZhHans, "zh-Hans"),
            (Lang::ZhHant, "zh-Hant"),
        ] {
            let drawn = store::draw(&found, &Words::new(lang), false);
            assert!(!drawn.contains("ledger-"), "{}: {drawn}", path.display());
            assert!(drawn.chars().count() < 4_000, "{}: {drawn}", path.display());
            let beside = path.with_extension(format!("{name}.txt"));
            if lang == Lang::En || beside.exists() {
                compare(&beside, &drawn);
            }
        }
    }
}

#[test]
fn every_message_says_the_file_and_the_line() {
    for path in ledgers("invalid") {
        let found = mistakes(&path);
        let drawn = store::draw(&found, &Words::new(Lang::En), false);
        let (line, column) = found.place(&found.list[0]);
        let place = format!("ledger.toml:{line}:{column}");
        assert!(
            drawn.contains(&place),
            "{} {place}: {drawn}",
            path.display()
        );
    }
}

#[test]
fn every_kind_of_mistake_is_in_the_corpus() {
    let words = Words::new(Lang::En);
    let mut found = BTreeSet::new();
    let lists = ["", "x\n", "2026-01-01,1000,payout\n"]
        .map(|text| store::parse_flows(text, "flows.csv").unwrap_err());
    let in_ledgers = ledgers("invalid").into_iter().map(|path| mistakes(&path));
    for all in in_ledgers.chain(lists) {
        for one in &all.list {
            let debug = format!("{:?}", one.kind);
            let name = debug.split([' ', '(', '{']).next().unwrap().to_owned();
            let told = store::messages::mistake(&all, one, &words);
            assert!(!told.message.is_empty() && !told.hints.is_empty());
            found.insert(name);
        }
    }
    let declared: BTreeSet<String> = include_str!("../../src/store/mistake.rs")
        .split("pub enum MistakeKind {")
        .nth(1)
        .unwrap()
        .split("\n}")
        .next()
        .unwrap()
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .map(|line| line.split([' ', '(', '{', ',']).next().unwrap().to_owned())
        .collect();
    assert!(declared.len() > 40, "{declared:?}");
    let missing: Vec<_> = declared
        .difference(&found)
        .filter(|kind| *kind != "TooLarge")
        .collect();
    assert!(missing.is_empty(), "no ledger shows {missing:?}");
}

#[test]
fn an_oversized_text_is_refused() {
    let text = format!("version = 1\n# {}\n", "x".repeat(store::LARGEST));
    let found = store::parse(&text, "ledger.toml").unwrap_err();
    assert_eq!(found.list[0].kind, store::MistakeKind::TooLarge);
}

#[test]
fn a_file_full_of_unknown_tables_is_answered_at_once() {
    let tables: String = (0..20_000).map(|n| format!("[a{n}.b.c.d]\n")).collect();
    let found = store::parse(&format!("version = 1\n{tables}"), "ledger.toml").unwrap_err();
    assert_eq!(found.list.len() + found.more, 20_000);
    assert!(found.list.len() <= 200);
}
