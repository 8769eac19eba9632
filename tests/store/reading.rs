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
