//! What loads.

use forbear::domain::contract::{Order, PenaltyTerm};
use forbear::domain::debt::{Claimed, PauseWhat};
use forbear::domain::{Method, Money, Part, Region};
use forbear::store::{self, MistakeKind};

use super::{example, ledgers};

#[test]
fn every_valid_ledger_loads() {
    for path in ledgers("valid") {
        let text = std::fs::read_to_string(&path).unwrap();
        if let Err(mistakes) = store::parse(&text, "ledger.toml") {
            panic!("{}: {mistakes}", path.display());
        }
    }
}

#[test]
fn the_example_of_the_product_page_is_read_field_by_field() {
    let ledger = store::parse(&example(), "ledger.toml").unwrap().ledger;
    assert_eq!(ledger.borrower.name.as_deref(), Some("李娜"));
    let hardship = &ledger.borrower.hardship[0];
    assert_eq!(hardship.kind.as_str(), "illness");
    assert_eq!(hardship.evidence, ["诊断证明.pdf"]);
    assert_eq!(ledger.budget.reserve, Money::from_minor(30_000));
    assert_eq!(ledger.budget.share().to_string(), "80%");
    assert_eq!(ledger.lenders[0].region, Region::Cn);
    let debt = &ledger.debts[0];
    let contract = debt.contract.as_ref().unwrap();
    assert_eq!(contract.method, Method::EqualInstalment);
    assert_eq!(contract.count, 12);
    assert_eq!(contract.rates[0].rate.to_string(), "18%/year");
    assert!(matches!(contract.penalty, Some(PenaltyTerm::Multiple(p)) if p.to_string() == "150%"));
    assert!(
        matches!(contract.allocation, Some(Order::Named(order)) if order.as_str() == "civil-code")
    );
    assert_eq!(debt.written_off.unwrap().to_string(), "2026-09-01");
    assert_eq!(debt.payments[0].amount, Money::from_minor(110_016));
    let Claimed::Parts(parts) = debt.claims[0].claimed else {
        panic!("the claim has parts")
    };
    assert_eq!(parts.get(Part::Penalty), Money::from_minor(110_000));
    assert_eq!(debt.pauses[0].what, [PauseWhat::Ageing]);
    assert_eq!(
        ledger.offers[0].terms.to_string(),
        "waive penalty=all; freeze; instalments 24"
    );
    let contact = &ledger.contacts[0];
    assert_eq!(contact.at.to_string(), "2026-11-05 21:40:00");
    assert_eq!(contact.promise.unwrap().amount, Money::from_minor(50_000));
    assert_eq!(contact.evidence[0].file, "录音-20261105.m4a");
    let agreement = &ledger.agreements[0];
    assert_eq!(agreement.dues[0].amount, Money::from_minor(35_510));
    assert_eq!(agreement.clauses.discharge_days, Some(15));
    assert_eq!(agreement.clauses.collection_stops, Some(true));
}

#[test]
fn marks_line_ends_and_quoted_dates_make_no_difference() {
    let plain = example();
    let ledger = store::parse(&plain, "x").unwrap().ledger;
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert_eq!(store::parse(&windows, "x").unwrap().ledger, ledger);
    let quoted = plain
        .replace("on = 2025-09-10", "on = \"2025年9月10日\"")
        .replace("at = 2026-11-05T21:40:00", "at = \"2026-11-05 21:40\"")
        .replace("amount = \"1100.16\"", "amount = \"￥１，１００．１６\"");
    assert_ne!(quoted, plain);
    assert_eq!(store::parse(&quoted, "x").unwrap().ledger, ledger);
}

#[test]
fn bytes_that_are_not_utf8_get_their_line() {
    let mut bytes = example().into_bytes();
    let at = bytes.windows(4).position(|w| w == b"name").unwrap();
    bytes[at] = 0xff;
    let mistakes = store::parse_bytes(&bytes, "ledger.toml").unwrap_err();
    assert_eq!(mistakes.list[0].kind, MistakeKind::NotUtf8);
    let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    assert_eq!(mistakes.place(&mistakes.list[0]).0, line);
}

#[test]
fn every_example_loads() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            match store::parse(&text, &path.to_string_lossy()) {
                Ok(parsed) => assert_eq!(parsed.warnings, [], "{}", path.display()),
                Err(mistakes) => panic!("{mistakes}"),
            }
        }
    }
}

#[test]
fn every_key_is_read_into_the_ledger() {
    let text = include_str!("../ledgers/valid/every-key.toml");
    // The file says every key of the format.
    let table: toml::Table = text.parse().unwrap();
    fn keys(value: &toml::Value, into: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => {
                for (key, value) in table {
                    into.push(key.clone());
                    keys(value, into);
                }
            }
            toml::Value::Array(items) => items.iter().for_each(|item| keys(item, into)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    keys(&toml::Value::Table(table), &mut found);
    for shape in store::format::shapes() {
        for key in shape.keys {
            assert!(
                found.iter().any(|f| f == key.name),
                "{}.{}",
                shape.name,
                key.name
            );
        }
    }
    // Every text, amount and date of it arrives.
    let ledger = format!("{:?}", store::parse(text, "x").unwrap().ledger);
    for marker in text.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
        if marker.len() > 2 && marker.starts_with("m-") {
            assert!(
                ledger.contains(&format!("{marker}\"")) || ledger.contains(&format!("{marker}\\n")),
                "{marker}"
            );
        }
    }
    for minor in [
        30_000, 400_000, 600_000, 481_111, 80_008, 95_005, 1_234, 10_010, 20_020, 101, 3_333,
        7_777, 80_080, 1_010, 2_020, 50_050, 82_525, 6_660, 520_002, 41_041, 999, 35_510,
    ] {
        assert!(ledger.contains(&format!("Money({minor})")), "{minor}");
    }
    for line in text.lines() {
        for date in line.split(|c: char| !(c.is_ascii_digit() || c == '-')) {
            if date.len() == 10 && date.starts_with("202") {
                assert!(ledger.contains(date), "{date}");
            }
        }
    }
}

/// Small damages of a good ledger, as an editor, a sync client or a cat on the keyboard makes them.
fn damaged() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    use proptest::prelude::*;
    let good = include_str!("../ledgers/valid/every-key.toml").as_bytes();
    let pieces = prop::sample::select(vec![
        &b"\""[..],
        b"'",
        b"[",
        b"]",
        b"[[",
        b"]]",
        b"{",
        b"}",
        b"=",
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"\xff",
        b"\xe6",
        "＝".as_bytes(),
        "“".as_bytes(),
        "１２".as_bytes(),
        b"1e400",
        b"nan",
        b"-9223372036854775808",
        b"99999-99-99",
        b"\"\"\"",
        b"'''",
        b"#",
        b"\\u0000",
        b"\xef\xbb\xbf",
        b".",
        b"%",
        b"/",
        b"true",
        b"2026-02-30",
    ]);
    let change = (0..good.len(), 0_usize..40, pieces);
    prop::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut bytes = good.to_vec();
        for (at, gone, come) in changes {
            let at = at.min(bytes.len());
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, come.iter().copied());
        }
        bytes
    })
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn no_damage_makes_the_reader_panic(bytes in damaged()) {
        if let Err(mistakes) = store::parse_bytes(&bytes, "ledger.toml") {
            proptest::prop_assert!(!mistakes.list.is_empty());
            for lang in [forbear::domain::Lang::En, forbear::domain::Lang::ZhHans] {
                let drawn = store::draw(&mistakes, &forbear::i18n::Words::new(lang), false);
                proptest::prop_assert!(drawn.contains("ledger.toml:"), "{drawn}");
                proptest::prop_assert!(drawn.chars().count() < 4_000, "{drawn}");
                proptest::prop_assert!(!drawn.contains(|c: char| c.is_control() && c != '\n'), "{drawn:?}");
            }
        }
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        let _ = store::parse_bytes(&bytes, "x");
    }
}
