//! Worked scenarios: every file of `tests/scenarios/offers` is simulated and compared row by row.

use std::path::Path;

use chrono::NaiveDate;
use forbear::domain::offer::Terms;
use forbear::domain::simulation::{BaselineKind, PlanRow, Simulation};
use forbear::domain::{Money, Parts};
use forbear::engine::simulate::{ContractDates, PlanBase, base_of, compare};
use toml::{Table, Value};

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Datetime(date) => date.to_string(),
        other => panic!("{other} is neither text nor a date"),
    }
}

fn date(value: &Value) -> NaiveDate {
    text(value).parse().unwrap()
}

fn money(value: &Value) -> Money {
    Money::parse(&text(value)).unwrap()
}

fn parts(value: &Value) -> Parts {
    Parts {
        principal: money(&value["principal"]),
        interest: money(&value["interest"]),
        penalty: money(&value["penalty"]),
        fees: money(&value["fees"]),
    }
}

/// The base of the offers: of a debt of an example ledger, whose position must be the worked one, or of the
/// position alone.
fn base(file: &Table) -> PlanBase {
    if let Some(ledger) = file.get("ledger") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(text(&ledger["file"]));
        let read = std::fs::read_to_string(path).unwrap();
        let parsed = forbear::store::parse::parse(&read, "example").unwrap();
        let debt = text(&ledger["debt"]).parse().unwrap();
        let debt = parsed.ledger.debt(&debt).unwrap();
        let base = base_of(&parsed.ledger, debt, date(&file["as-of"])).unwrap();
        assert_eq!(
            base.position,
            parts(&file["position"]),
            "position of {}",
            debt.id
        );
        return base;
    }
    let mut base = PlanBase::new(date(&file["as-of"]), parts(&file["position"]));
    base.day_count = text(&file["day-count"]).parse().unwrap();
    base.rate = file.get("rate").map(|rate| text(rate).parse().unwrap());
    base.penalty = file.get("penalty").map(|penalty| {
        let penalty = text(penalty);
        if penalty.contains('/') {
            forbear::domain::PenaltyTerm::Own(penalty.parse().unwrap())
        } else {
            forbear::domain::PenaltyTerm::Multiple(penalty.parse().unwrap())
        }
    });
    base.compound = file.get("compound").and_then(Value::as_bool) == Some(true);
    base.contract = file.get("contract").map(|contract| ContractDates {
        anchor: date(&contract["anchor"]),
        end: date(&contract["end"]),
    });
    base.remaining = file
        .get("remaining")
        .and_then(Value::as_integer)
        .map(|count| u32::try_from(count).unwrap());
    base
}

fn row(value: &Value) -> PlanRow {
    let cells = value.as_array().unwrap();
    PlanRow {
        n: u32::try_from(cells[0].as_integer().unwrap()).unwrap(),
        due: date(&cells[1]),
        opening: money(&cells[2]),
        principal: money(&cells[3]),
        interest: money(&cells[4]),
        arrears: money(&cells[5]),
        amount: money(&cells[6]),
        closing: money(&cells[7]),
    }
}

fn shown(rows: &[PlanRow]) -> String {
    rows.iter()
        .map(|r| {
            format!(
                "{} {} {} {} {} {} {} {}\n",
                r.n, r.due, r.opening, r.principal, r.interest, r.arrears, r.amount, r.closing
            )
        })
        .collect()
}

#[expect(clippy::float_arithmetic, reason = "rates are shown in percent")]
fn percent(rate: Option<f64>) -> Option<String> {
    rate.map(|rate| format!("{:.2}", rate * 100.0))
}

fn check(name: &str, expected: &Value, found: &Simulation) {
    let place = format!("{name}: {}", found.terms);
    let rows: Vec<PlanRow> = expected["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(row)
        .collect();
    assert_eq!(shown(&found.rows), shown(&rows), "{place}: rows");
    assert_eq!(found.base, parts(&expected["base"]), "{place}: base");
    assert_eq!(found.waived, parts(&expected["waived"]), "{place}: waived");
    assert_eq!(
        found.paid_now,
        money(&expected["paid-now"]),
        "{place}: paid now"
    );
    assert_eq!(found.total, money(&expected["total"]), "{place}: total");
    assert_eq!(found.ends_on, date(&expected["ends-on"]), "{place}: end");
    assert_eq!(
        usize::try_from(found.count).unwrap(),
        rows.len(),
        "{place}: count"
    );
    let amounts: Vec<Money> = rows.iter().map(|row| row.amount).collect();
    let once = found.paid_now;
    assert_eq!(
        found.first_payment,
        *amounts.first().unwrap_or(&once),
        "{place}: first"
    );
    assert_eq!(
        found.peak_payment,
        *amounts.iter().max().unwrap_or(&once),
        "{place}: peak"
    );
    assert_eq!(
        found.last_payment,
        *amounts.last().unwrap_or(&once),
        "{place}: last"
    );
    let saved = &expected["saved"];
    assert_eq!(
        found.saved_against_today,
        money(&saved["against-today"]),
        "{place}: today"
    );
    assert_eq!(
        found.saved_against_nothing,
        money(&saved["against-nothing"]),
        "{place}: nothing"
    );
    let rate = |key: &str| {
        expected
            .get("percent")
            .and_then(|percent| percent.get(key))
            .map(text)
    };
    assert_eq!(
        percent(found.rates.simple),
        rate("simple"),
        "{place}: simple"
    );
    assert_eq!(
        percent(found.rates.compounded),
        rate("compounded"),
        "{place}: compounded"
    );
    assert_eq!(percent(found.rates.dated), rate("dated"), "{place}: dated");
}

#[test]
fn offers_come_to_the_worked_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/offers");
    let mut files = 0;
    let mut offers = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file: Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        assert!(
            !file["rules"].as_array().unwrap().is_empty(),
            "{name} cites no rule"
        );
        let expected = file["offer"].as_array().unwrap();
        let terms: Vec<Terms> = expected
            .iter()
            .map(|offer| Terms::parse(&text(&offer["terms"])).unwrap())
            .collect();
        let found =
            compare(&base(&file), &terms, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        let nothing = found
            .baselines
            .iter()
            .find(|baseline| baseline.kind == BaselineKind::Nothing)
            .unwrap();
        assert_eq!(nothing.on, date(&file["nothing"]["on"]), "{name}: nothing");
        assert_eq!(
            nothing.parts,
            parts(&file["nothing"]["parts"]),
            "{name}: nothing"
        );
        for (expected, found) in expected.iter().zip(&found.offers) {
            check(&name, expected, found);
            offers += 1;
        }
        files += 1;
    }
    assert!(files >= 9 && offers >= 25, "{files} files, {offers} offers");
}
