//! Days overdue and open sums by age.

use chrono::NaiveDate;
use forbear::domain::calendar::days_between;
use forbear::domain::debt::{Pause, PauseWhat};
use forbear::domain::{CustomDue, Debt, Method, Money, Payment, PaymentKind};
use forbear::engine::arrears::arrears;
use forbear::engine::schedule::schedule;

use super::schedules::loan;
use super::{Count, date, money, table};

/// The ranges are the ages by which the open sums are compared: each begins the day after the one before.
pub(super) fn ranges(count: &mut Count) {
    let mut next = 1;
    for (name, first, last) in age_ranges() {
        count.same(&name, next, first);
        next = last.saturating_add(1);
    }
}

fn age_ranges() -> Vec<(String, i64, i64)> {
    table("fineract_delinquency_ranges.csv")
        .iter()
        .map(|row| {
            let last = row[2].parse().unwrap_or(i64::MAX);
            (row[0].to_owned(), row[1].parse().unwrap(), last)
        })
        .collect()
}

fn debt_of(dues: &[(NaiveDate, Money)], paid: Money, paid_on: NaiveDate) -> Debt {
    let mut contract = loan(Money::ZERO, "0%/year", 1, date("2023-09-01"));
    contract.method = Method::Custom;
    contract.count = u32::try_from(dues.len()).unwrap();
    contract.principal = dues.iter().map(|due| due.1).sum();
    contract.rows = dues
        .iter()
        .map(|&(on, principal)| CustomDue {
            on,
            principal,
            interest: Money::ZERO,
            fee: Money::ZERO,
        })
        .collect();
    let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
    debt.contract = Some(contract);
    if paid.is_positive() {
        debt.payments.push(Payment {
            on: paid_on,
            amount: paid,
            kind: PaymentKind::Payment,
            note: None,
        });
    }
    debt
}

pub(super) fn open_sums_by_age(count: &mut Count) {
    let file = "fineract_delinquency_flat.csv";
    let ranges = age_ranges();
    for row in table(file) {
        let as_of = date(&row[1]);
        let dues: Vec<(NaiveDate, Money)> = row[2]
            .split(';')
            .map(|due| due.split_once(':').unwrap())
            .map(|(on, amount)| (date(on), money(amount)))
            .collect();
        let debt = debt_of(&dues, money(&row[3]), as_of);
        let laid = schedule(&debt, as_of).unwrap();
        let mut late = 0;
        for (name, first, last) in &ranges {
            let found: Money = laid
                .rows()
                .iter()
                .filter(|row| (*first..=*last).contains(&days_between(row.due, as_of)))
                .map(|row| row.open)
                .sum();
            late += usize::from(found.is_positive());
            let expected = row[5]
                .split(';')
                .find_map(|bucket| bucket.strip_prefix(name.as_str()));
            let expected = expected
                .and_then(|amount| amount.strip_prefix('='))
                .map_or(Money::ZERO, money);
            count.compare(&format!("{} {name}", &row[0]), expected, found, Money::ZERO);
        }
        assert!(late > 0, "{}", &row[0]);
        // All that is past due is what the engine calls overdue.
        let past: Money = laid
            .rows()
            .iter()
            .filter(|row| row.due < as_of)
            .map(|row| row.open)
            .sum();
        let overdue = arrears(&debt, None, as_of)
            .unwrap()
            .overdue
            .unwrap()
            .total();
        count.compare(&format!("{} overdue", &row[0]), past, overdue, Money::ZERO);
    }
}

pub(super) fn days_with_grace_and_pause(count: &mut Count) {
    let file = "fineract_delinquency_loan_level_pause.csv";
    let days = |days: u32| Money::from_minor(i128::from(days));
    for row in table(file) {
        let as_of = date(&row[1]);
        let grace: u32 = row[2].parse().unwrap();
        // The instalments of that loan: 250 on 1 and 16 October.
        let dues = [
            (date("2023-10-01"), money("250")),
            (date("2023-10-16"), money("250")),
        ];
        let mut debt = debt_of(&dues, Money::ZERO, as_of);
        debt.grace_days = Some(0);
        let plain = arrears(&debt, None, as_of).unwrap();
        let past_due: u32 = row[8].parse().unwrap();
        let what = format!("{as_of}");
        count.compare(
            &format!("{what} past due"),
            days(past_due),
            days(plain.days_overdue.unwrap()),
            Money::ZERO,
        );
        count.compare(
            &format!("{what} amount"),
            money(&row[5]),
            plain.overdue.unwrap().total(),
            Money::ZERO,
        );
        debt.grace_days = Some(grace);
        if let Some((from, until)) = row[3].split_once("..") {
            debt.pauses.push(Pause {
                from: date(from),
                until: date(until),
                what: vec![PauseWhat::Ageing],
            });
        }
        // They take grace off the days, we do not (C2): 0 within it, else the days more.
        let delinquent: u32 = row[7].parse().unwrap();
        let expected = if delinquent == 0 {
            0
        } else {
            delinquent + grace
        };
        let found = arrears(&debt, None, as_of).unwrap().days_overdue.unwrap();
        count.compare(
            &format!("{what} delinquent"),
            days(expected),
            days(found),
            Money::ZERO,
        );
    }
}
