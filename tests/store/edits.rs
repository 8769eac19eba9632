//! Edits keep what they do not touch.

use forbear::domain::Money;
use forbear::store::{Edit, EditError, Put, Spot, Which, parse};

use super::example;

fn edited(text: &str, work: impl FnOnce(&mut Edit)) -> String {
    let mut edit = Edit::of(text).unwrap();
    work(&mut edit);
    let text = edit.finish();
    parse(&text, "ledger.toml").unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"));
    text
}

/// The lines that one text has and the other has not, `+` and `-`.
fn changed_lines(old: &str, new: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let gone = old[head..old.len() - tail].iter().map(|l| format!("-{l}"));
    let come = new[head..new.len() - tail].iter().map(|l| format!("+{l}"));
    gone.chain(come).collect()
}

#[test]
fn an_edit_that_does_nothing_changes_nothing() {
    for text in [
        example(),
        format!("\u{feff}{}", example().replace('\n', "\r\n")),
    ] {
        assert_eq!(Edit::of(&text).unwrap().finish(), text);
    }
}

#[test]
fn a_payment_is_added_to_its_own_debt() {
    let text = example();
    let new = edited(&text, |edit| {
        let fields = vec![
            ("amount", Put::from(Money::from_minor(50_000))),
            (
                "on",
                Put::from("2026-11-20".parse::<chrono::NaiveDate>().unwrap()),
            ),
        ];
        edit.push(&Spot::id("debt", "zl-1"), "payment", fields)
            .unwrap();
    });
    assert_eq!(
        changed_lines(&text, &new),
        [
            "+",
            "+[[debt.payment]]",
            "+on = 2026-11-20",
            "+amount = \"500.00\""
        ]
    );
    let ledger = parse(&new, "x").unwrap().ledger;
    assert_eq!(ledger.debts[0].payments.len(), 2);
}

#[test]
fn a_set_key_keeps_its_comment() {
    let text = example();
    let new = edited(&text, |edit| {
        edit.set(&Spot::id("debt", "zl-1"), "talks", "offered")
            .unwrap();
    });
    let lines = changed_lines(&text, &new);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].starts_with("+talks = \"offered\""), "{lines:?}");
    assert!(lines[1].contains("# not-started · preparing"), "{lines:?}");
}

#[test]
fn a_contract_becomes_a_section_of_the_right_debt() {
    let text = "version = 1\n\n[[lender]]\nid = \"l\"\nname = \"L\"\n\n[[debt]]\nid = \"a\"\nlender = \"l\"\n\n[[debt]]\nid = \"b\"\nlender = \"l\"\n";
    let new = edited(text, |edit| {
        let contract = vec![
            ("count", Put::from(12_u32)),
            ("principal", Put::from("12000")),
            (
                "first-due",
                Put::from("2026-01-31".parse::<chrono::NaiveDate>().unwrap()),
            ),
        ];
        edit.set(&Spot::id("debt", "a"), "contract", Put::Table(contract))
            .unwrap();
    });
    assert_eq!(
        changed_lines(text, &new),
        [
            "+[debt.contract]",
            "+principal = \"12000\"",
            "+count = 12",
            "+first-due = 2026-01-31",
            "+"
        ]
    );
    let ledger = parse(&new, "x").unwrap().ledger;
    assert!(ledger.debts[0].contract.is_some() && ledger.debts[1].contract.is_none());
}

#[test]
fn windows_line_ends_stay_windows() {
    let text = format!("\u{feff}{}", example().replace('\n', "\r\n"));
    let new = edited(&text, |edit| {
        edit.set(
            &Spot::top().section("budget"),
            "reserve",
            Money::from_minor(40_000),
        )
        .unwrap();
    });
    assert!(new.starts_with('\u{feff}'));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    assert_eq!(changed_lines(&text, &new).len(), 2);
}

#[test]
fn removing_a_record_keeps_the_headings_around_it() {
    let text = "version = 1\n\n[[lender]]\nid = \"l\"\nname = \"L\"\n\n# ===== what I spend =====\n\n# rent\n[[expense]]\nname = \"rent\"\namount = \"1\"\nevery = \"month\"\n\n# food\n[[expense]]\nname = \"food\"\namount = \"2\"\nevery = \"month\"\n";
    let new = edited(text, |edit| {
        edit.remove(&Spot::top(), "expense", &Which::Name("rent".to_owned()))
            .unwrap();
    });
    assert!(
        new.contains("# ===== what I spend =====\n\n# food\n[[expense]]"),
        "{new}"
    );
    assert!(!new.contains("# rent"), "{new}");
    let last = edited(&new, |edit| {
        edit.remove(&Spot::top(), "expense", &Which::Nth(0))
            .unwrap();
    });
    assert!(last.contains("# ===== what I spend ====="), "{last}");
    assert!(!last.contains("[[expense]]"), "{last}");
}

#[test]
fn a_taken_id_and_a_missing_record_are_refused() {
    let mut edit = Edit::of(&example()).unwrap();
    assert_eq!(
        edit.push(&Spot::top(), "lender", vec![("id", Put::from("zhaolian"))]),
        Err(EditError::IdTaken {
            table: "lender",
            id: "zhaolian".to_owned()
        })
    );
    assert_eq!(
        edit.set(&Spot::id("debt", "nobody"), "talks", "offered"),
        Err(EditError::NoSuchRecord {
            table: "debt",
            which: "nobody".to_owned()
        })
    );
    assert_eq!(
        edit.set(&Spot::id("debt", "zl-1"), "colour", "red"),
        Err(EditError::NoSuchKey {
            key: "colour".to_owned()
        })
    );
    assert_eq!(edit.finish(), example());
}
