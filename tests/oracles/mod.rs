//! Outside figures the engine is held against. They stay in `shared/oracles` and are read when it is there.
//!
//! One test reads every file and prints one table: rows, exact, within the tolerance the folder's README states, not
//! comparable and why, failed. It fails if a figure fails or if the folder holds a file the table does not name.

mod hmrc;
mod overdue;
mod rates;
mod schedules;
mod settlement;

use std::fmt::Display;
use std::path::PathBuf;

use chrono::NaiveDate;
use forbear::domain::Money;

/// Compares a file and counts.
type Compare = fn(&mut Count);

/// Every file of the folder, and what compares it.
const ORACLES: [(&str, Compare); 17] = [
    (
        "amortization_150000_10pct_36m.csv",
        schedules::published_table,
    ),
    ("fineract_delinquency_flat.csv", overdue::open_sums_by_age),
    (
        "fineract_delinquency_loan_level_pause.csv",
        overdue::days_with_grace_and_pause,
    ),
    ("fineract_delinquency_ranges.csv", overdue::ranges),
    ("fineract_schedules.json", schedules::fineract),
    ("hmrc_ifs_windows_flat.csv", hmrc::windows),
    ("hmrc_late_payment_rates.csv", hmrc::late_payment_rates),
    ("hmrc_plan_choice_from_budget.csv", hmrc::plan_choice),
    ("hmrc_ttp_calculator.csv", hmrc::calculator),
    ("hmrc_ttp_rates_2021.csv", hmrc::calculator_rates),
    ("hmrc_ttp_repayment_dates.csv", hmrc::repayment_dates),
    ("numpy_financial_closed_form.csv", schedules::closed_forms),
    ("pro_rata_offers.csv", settlement::pro_rata),
    ("regz_appendix_j_apr.csv", rates::regulation_z),
    ("uk_early_settlement_rebate.csv", settlement::rebate),
    ("xirr_expected.csv", rates::dated),
    ("zh_equal_instalment.csv", schedules::chinese_sources),
];
/// What the folder holds besides: its notes, and flows that `xirr_expected.csv` names.
const BESIDE: [&str; 2] = ["README.md", "xirr_samples"];

fn folder() -> PathBuf {
    let shared = std::env::var_os("FORBEAR_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")),
        PathBuf::from,
    );
    shared.join("oracles")
}

fn date(text: &str) -> NaiveDate {
    text.trim().parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read(name: &str, headers: bool) -> Vec<csv::StringRecord> {
    let rows: Vec<_> = csv::ReaderBuilder::new()
        .has_headers(headers)
        .flexible(true)
        .from_reader(text(name).as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
}

/// The rows under a file's titles.
fn table(name: &str) -> Vec<csv::StringRecord> {
    read(name, true)
}

/// What a file came to.
#[derive(Default)]
struct Count {
    exact: usize,
    within: usize,
    failed: Vec<String>,
    left_out: Vec<String>,
}

impl Count {
    /// Exact, within the tolerance the file's notes allow, or failed.
    fn compare(&mut self, what: &str, expected: Money, found: Money, tolerance: Money) {
        let near = (expected - found).max(found - expected) <= tolerance;
        self.judge(what, expected == found, near, expected, found);
    }

    /// Exact or failed.
    fn same<T: PartialEq + Display>(&mut self, what: &str, expected: T, found: T) {
        let exact = expected == found;
        self.judge(what, exact, false, expected, found);
    }

    fn judge(
        &mut self,
        what: &str,
        exact: bool,
        near: bool,
        expected: impl Display,
        found: impl Display,
    ) {
        if exact {
            self.exact += 1;
        } else if near {
            self.within += 1;
        } else {
            self.failed
                .push(format!("{what}: expected {expected}, found {found}"));
        }
    }

    fn leave_out(&mut self, what: &str, why: &str) {
        self.left_out.push(format!("{what}: {why}"));
    }

    fn figures(&self) -> usize {
        self.exact + self.within + self.failed.len() + self.left_out.len()
    }
}

#[test]
fn every_outside_figure_is_met() {
    let Ok(entries) = std::fs::read_dir(folder()) else {
        eprintln!("skipped: no shared/oracles");
        return;
    };
    for entry in entries {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let known = ORACLES.iter().any(|(file, _)| *file == name);
        assert!(
            known || BESIDE.contains(&name.as_str()),
            "{name} is in the folder but not in the table"
        );
    }
    let mut lines = vec![format!(
        "{:<44}{:>7}{:>7}{:>8}{:>16}{:>8}",
        "file", "rows", "exact", "within", "not comparable", "failed"
    )];
    let mut failed = Vec::new();
    for (file, compare) in ORACLES {
        let mut count = Count::default();
        compare(&mut count);
        lines.push(format!(
            "{file:<44}{:>7}{:>7}{:>8}{:>16}{:>8}",
            count.figures(),
            count.exact,
            count.within,
            count.left_out.len(),
            count.failed.len()
        ));
        lines.extend(count.left_out.iter().map(|why| format!("    {why}")));
        assert!(
            count.exact + count.within > 0,
            "{file}: nothing was compared"
        );
        failed.extend(count.failed.iter().map(|one| format!("{file}: {one}")));
    }
    eprintln!("{}", lines.join("\n"));
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
