//! The rule books and their checks, seen from outside.

use std::collections::BTreeSet;

use forbear::domain::lang::Lang;
use forbear::domain::ledger::Currency;
use forbear::domain::lender::{LenderKind, Region};
use forbear::domain::{Debt, Ledger, Money};
use forbear::i18n::numbers::Numbers;
use forbear::rules::checks::CHECKS;
use forbear::rules::{Books, Case, findings, list, next_steps, show, stage};

fn check_files() -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/checks");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !["mod", "tests", "conduct", "court"].contains(&name.as_str()))
        .collect()
}

#[test]
fn every_check_has_its_file_and_every_file_its_check() {
    let listed: BTreeSet<String> = CHECKS
        .iter()
        .map(|check| check.id.replace('-', "_"))
        .collect();
    assert_eq!(listed, check_files());
}

#[test]
fn every_check_file_says_when_and_when_not() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/checks");
    for name in check_files() {
        let text = std::fs::read_to_string(folder.join(&name).with_extension("rs")).unwrap();
        let mut last = 0;
        for section in [
            "//! # What it finds\n",
            "//! # Why it matters\n",
            "//! # When it does not apply\n",
            "//! # Example\n",
        ] {
            let at = text
                .find(section)
                .unwrap_or_else(|| panic!("{name} lacks {section}"));
            assert!(at > last, "{name}: {section} is out of order");
            last = at;
        }
        assert!(
            text.contains("fn check(case: &Case<'_>) -> Option<Finding>"),
            "{name}"
        );
        assert!(text.contains("    #[test]\n"), "{name} has no test");
    }
}

#[test]
fn what_a_check_cites_and_uses_stands_with_its_rule() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/checks");
    let books = Books::built_in();
    let all = |kind: &'static str| -> BTreeSet<&str> {
        [Region::Cn, Region::Hk]
            .into_iter()
            .flat_map(|region| books.of(region).ids(kind).collect::<Vec<_>>())
            .collect()
    };
    let (sources, params) = (all("source"), all("param"));
    for check in CHECKS {
        let file = folder.join(check.id.replace('-', "_")).with_extension("rs");
        let text = std::fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let rule = [Region::Cn, Region::Hk]
            .into_iter()
            .find_map(|region| books.of(region).rule(check.id))
            .unwrap();
        for literal in code.split('"').skip(1).step_by(2) {
            if sources.contains(literal) && literal != check.id {
                assert!(
                    rule.cites.iter().any(|cites| cites == literal),
                    "{} cites {literal}, its rule does not",
                    check.id
                );
            }
            if params.contains(literal) {
                assert!(
                    rule.params.iter().any(|param| param == literal),
                    "{} uses {literal}, its rule does not say so",
                    check.id
                );
            }
        }
    }
}

/// `rules` stands to the left of `i18n` and writes figures itself: they must look the same.
#[test]
fn figures_look_as_they_do_elsewhere() {
    use forbear::domain::{DebtId, LenderId};
    let mut ledger = Ledger::default();
    ledger.lenders.push(forbear::domain::Lender {
        id: "l".parse::<LenderId>().unwrap(),
        name: "银行".to_owned(),
        kind: Some(LenderKind::Bank),
        region: Region::Cn,
        official: None,
        alternative: None,
        note: None,
    });
    let mut debt = Debt::new("d".parse::<DebtId>().unwrap(), "l".parse().unwrap());
    debt.written_off = Some("2026-09-01".parse().unwrap());
    ledger.debts.push(debt);
    for currency in [
        Currency::Cny,
        Currency::Hkd,
        Currency::Usd,
        Currency::Eur,
        Currency::Gbp,
    ] {
        ledger.currency = currency;
        for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
            let numbers = Numbers::new(lang, currency);
            for minor in [0, 5, 100, 123_456, 120_000_000, -350] {
                let amount = Money::from_minor(minor);
                assert_eq!(
                    forbear::rules::written_money(amount, lang, currency),
                    numbers.money(amount)
                );
            }
            let day = "2026-09-01".parse().unwrap();
            let case = Case::new(&ledger, &ledger.debts[0], None, None, day);
            let said = findings(&case);
            assert!(said[0].text.get(lang).contains(&numbers.date(day)));
        }
    }
}

#[test]
fn a_debt_of_which_nothing_is_known_still_has_a_next_step() {
    let mut ledger = Ledger::default();
    ledger
        .debts
        .push(Debt::new("d".parse().unwrap(), "nobody".parse().unwrap()));
    let day = "2026-11-25".parse().unwrap();
    let case = Case::new(&ledger, &ledger.debts[0], None, None, day);
    assert_eq!(findings(&case), []);
    assert_eq!(next_steps(&case).id, "overdue-unknown");
    let stage = stage(&case);
    assert_eq!((stage.step.number(), stage.on), (1, day));
}

#[test]
fn the_list_shows_every_rule_once_and_each_can_be_shown() {
    let books = Books::built_in();
    let lines = list(books);
    let ids: BTreeSet<&str> = lines.iter().map(|line| line.id).collect();
    assert_eq!(ids.len(), lines.len());
    assert!(CHECKS.iter().all(|check| ids.contains(check.id)));
    for line in lines {
        let shown = show(books, line.id).unwrap();
        assert!(!shown.sources.is_empty() && shown.checked_on.is_some());
        assert_eq!(shown.line, line);
    }
}
