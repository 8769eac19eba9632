//! Worked scenarios: a ledger and what it comes to, every row and total, with the source of the figures.
//!
//! `scenarios/contracts/*.toml` hold what was worked outside this program (each `source` says how); this driver reads
//! them and compares. Parts stand as `principal interest penalty fees`.

use std::path::Path;

use chrono::NaiveDate;
use forbear::domain::ledger::Ledger;
use forbear::domain::position::{DueAmount, PositionNote};
use forbear::domain::{Agreement, Debt, Money, Parts};
use forbear::engine::arrears::arrears;
use forbear::engine::keeping::keeping;
use forbear::engine::position::position;
use forbear::engine::schedule::{contract_schedule, schedule};
use forbear::engine::worsens::worsens;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Scenario {
    /// How the figures were worked.
    source: String,
    /// A ledger as a person would write it.
    ledger: String,
    #[serde(default)]
    schedule: Vec<ScheduleCase>,
    #[serde(default)]
    position: Vec<PositionCase>,
    #[serde(default)]
    arrears: Vec<ArrearsCase>,
    #[serde(default)]
    keeping: Vec<KeepingCase>,
    #[serde(default)]
    worsens: Vec<WorsensCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ScheduleCase {
    debt: String,
    /// With a date, the debt's schedule with `paid` and `open`; without, the contract's.
    as_of: Option<toml::value::Datetime>,
    /// `n due opening principal interest fee amount closing [paid open]`
    rows: Vec<String>,
    /// `principal interest fee amount`
    totals: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PositionCase {
    debt: String,
    as_of: toml::value::Datetime,
    basis: String,
    parts: String,
    waiting: Option<String>,
    claimed: Option<String>,
    computed: Option<String>,
    agreed: Option<String>,
    notes: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ArrearsCase {
    debt: String,
    as_of: toml::value::Datetime,
    days: Option<u32>,
    /// The word of the band.
    band: Option<String>,
    /// A date, or nothing.
    oldest: Option<String>,
    overdue: Option<String>,
    missed: Option<u32>,
    /// `date amount`, or nothing.
    next: Option<String>,
    residue: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct KeepingCase {
    debt: String,
    as_of: toml::value::Datetime,
    state: String,
    left: String,
    next: String,
    missed: Vec<String>,
    broken_on: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WorsensCase {
    debt: String,
    as_of: toml::value::Datetime,
    /// `date word amount`, `date word` without a known sum, or nothing.
    next: String,
}

fn date(text: &toml::value::Datetime) -> NaiveDate {
    text.to_string().parse().unwrap()
}

fn figures(amounts: &[Money]) -> String {
    let shown: Vec<String> = amounts.iter().map(Money::to_string).collect();
    shown.join(" ")
}

fn parts(parts: &Parts) -> String {
    figures(&[parts.principal, parts.interest, parts.penalty, parts.fees])
}

fn due(due: Option<DueAmount>) -> String {
    due.map_or_else(String::new, |due| format!("{} {}", due.on, due.amount))
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// Collects what differs, so that one run shows all of it.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare(&mut self, what: &str, expected: &str, found: &str) {
        if expected != found {
            self.0.push(format!(
                "{what}\n    expected {expected}\n    found    {found}"
            ));
        }
    }

    fn maybe(&mut self, what: &str, expected: Option<&String>, found: &str) {
        if let Some(expected) = expected {
            self.compare(what, expected, found);
        }
    }
}

struct Told {
    ledger: Ledger,
    name: String,
}

impl Told {
    fn debt(&self, id: &str) -> &Debt {
        let found = self
            .ledger
            .debts
            .iter()
            .find(|debt| debt.id.to_string() == id);
        found.unwrap_or_else(|| panic!("{}: no debt {id}", self.name))
    }

    fn agreement(&self, debt: &Debt, as_of: NaiveDate) -> Option<&Agreement> {
        self.ledger.agreement(&debt.id, as_of)
    }

    fn schedule(&self, case: &ScheduleCase, found: &mut Differences) {
        let debt = self.debt(&case.debt);
        let laid = match &case.as_of {
            Some(as_of) => schedule(debt, date(as_of)),
            None => contract_schedule(debt.contract.as_ref().unwrap()),
        }
        .unwrap_or_else(|error| panic!("{} {}: {error}", self.name, case.debt));
        let rows: Vec<String> = laid
            .rows()
            .iter()
            .map(|row| {
                let mut amounts = vec![
                    row.opening,
                    row.principal,
                    row.interest,
                    row.fee,
                    row.amount,
                    row.closing,
                ];
                if case.as_of.is_some() {
                    amounts.extend([row.paid, row.open]);
                }
                format!("{} {} {}", row.n, row.due, figures(&amounts))
            })
            .collect();
        let what = format!("{} {} schedule", self.name, case.debt);
        found.compare(
            &what,
            &case.rows.join("\n             "),
            &rows.join("\n             "),
        );
        let rows = laid.rows();
        let totals = figures(&[
            rows.iter().map(|row| row.principal).sum(),
            rows.iter().map(|row| row.interest).sum(),
            rows.iter().map(|row| row.fee).sum(),
            rows.iter().map(|row| row.amount).sum(),
        ]);
        found.compare(&format!("{what} totals"), &case.totals, &totals);
    }

    fn position(&self, case: &PositionCase, found: &mut Differences) {
        let debt = self.debt(&case.debt);
        let as_of = date(&case.as_of);
        let what = format!("{} {} position {as_of}", self.name, case.debt);
        let owed = position(debt, self.agreement(debt, as_of), as_of)
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        found.compare(&format!("{what} basis"), &case.basis, owed.basis.as_str());
        found.compare(&what, &case.parts, &parts(&owed.parts));
        found.maybe(
            &format!("{what} waiting"),
            case.waiting.as_ref(),
            &owed.waiting.to_string(),
        );
        let shown = |of: Option<Parts>| of.as_ref().map_or_else(String::new, parts);
        found.maybe(
            &format!("{what} claimed"),
            case.claimed.as_ref(),
            &shown(owed.claimed),
        );
        found.maybe(
            &format!("{what} computed"),
            case.computed.as_ref(),
            &shown(owed.computed),
        );
        found.maybe(
            &format!("{what} agreed"),
            case.agreed.as_ref(),
            &shown(owed.agreed),
        );
        if let Some(notes) = &case.notes {
            let told: Vec<&str> = owed
                .notes
                .iter()
                .map(|note: &PositionNote| note.as_str())
                .collect();
            found.compare(&format!("{what} notes"), &notes.join(" "), &told.join(" "));
        }
    }

    fn arrears(&self, case: &ArrearsCase, found: &mut Differences) {
        let debt = self.debt(&case.debt);
        let as_of = date(&case.as_of);
        let what = format!("{} {} arrears {as_of}", self.name, case.debt);
        let late = arrears(debt, self.agreement(debt, as_of), as_of)
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        let days = |days: Option<u32>| days.map_or_else(String::new, |days| days.to_string());
        found.compare(
            &format!("{what} days"),
            &days(case.days),
            &days(late.days_overdue),
        );
        let band = late.band.map_or("", forbear::domain::Band::as_str);
        found.maybe(&format!("{what} band"), case.band.as_ref(), band);
        found.maybe(
            &format!("{what} oldest"),
            case.oldest.as_ref(),
            &day(late.oldest_unpaid),
        );
        found.maybe(
            &format!("{what} overdue"),
            case.overdue.as_ref(),
            &late
                .overdue
                .as_ref()
                .map_or_else(|| "unknown".to_owned(), parts),
        );
        found.maybe(
            &format!("{what} next"),
            case.next.as_ref(),
            &due(late.next_due),
        );
        if let Some(missed) = case.missed {
            found.compare(
                &format!("{what} missed"),
                &missed.to_string(),
                &late.missed.to_string(),
            );
        }
        let residue = late
            .residue
            .map_or_else(String::new, |residue| residue.to_string());
        found.maybe(&format!("{what} residue"), case.residue.as_ref(), &residue);
    }

    fn keeping(&self, case: &KeepingCase, found: &mut Differences) {
        let debt = self.debt(&case.debt);
        let as_of = date(&case.as_of);
        let what = format!("{} {} keeping {as_of}", self.name, case.debt);
        let agreement = self.agreement(debt, as_of).unwrap();
        let kept = keeping(agreement, &debt.payments, as_of);
        found.compare(&format!("{what} state"), &case.state, kept.state.as_str());
        found.compare(&format!("{what} left"), &case.left, &kept.left.to_string());
        found.compare(&format!("{what} next"), &case.next, &due(kept.next_due));
        let missed: Vec<String> = kept
            .missed
            .iter()
            .map(|row| format!("{} {}", row.on, row.open()))
            .collect();
        found.compare(
            &format!("{what} missed"),
            &case.missed.join(" "),
            &missed.join(" "),
        );
        found.maybe(
            &format!("{what} broken"),
            case.broken_on.as_ref(),
            &day(kept.broken_on),
        );
    }

    fn worsens(&self, case: &WorsensCase, found: &mut Differences) {
        let debt = self.debt(&case.debt);
        let as_of = date(&case.as_of);
        let what = format!("{} {} worsens {as_of}", self.name, case.debt);
        let late = arrears(debt, self.agreement(debt, as_of), as_of)
            .unwrap_or_else(|error| panic!("{what}: {error}"));
        let next = worsens(&self.ledger, debt, &late, as_of).map_or_else(String::new, |next| {
            let sum = next
                .prevented_by
                .map_or_else(String::new, |sum| format!(" {sum}"));
            format!("{} {}{sum}", next.on, next.to.as_str())
        });
        found.compare(&what, &case.next, &next);
    }
}

#[test]
fn every_scenario_comes_to_what_was_worked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/contracts");
    let mut found = Differences::default();
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let scenario: Scenario = toml::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(
            scenario.source.len() > 20,
            "{name} does not say where its figures are from"
        );
        let parsed = forbear::store::parse::parse(&scenario.ledger, &name)
            .unwrap_or_else(|mistakes| panic!("{name}: {mistakes:#?}"));
        let told = Told {
            ledger: parsed.ledger,
            name,
        };
        scenario
            .schedule
            .iter()
            .for_each(|case| told.schedule(case, &mut found));
        scenario
            .position
            .iter()
            .for_each(|case| told.position(case, &mut found));
        scenario
            .arrears
            .iter()
            .for_each(|case| told.arrears(case, &mut found));
        scenario
            .keeping
            .iter()
            .for_each(|case| told.keeping(case, &mut found));
        scenario
            .worsens
            .iter()
            .for_each(|case| told.worsens(case, &mut found));
        files += 1;
    }
    assert!(files > 0, "no scenarios were found");
    assert!(
        found.0.is_empty(),
        "{} of the figures differ:\n{}",
        found.0.len(),
        found.0.join("\n")
    );
}
