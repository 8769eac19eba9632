//! How the figures of a status come about: the engine's workings of each debt, and the class by the rule book.

use chrono::NaiveDate;

use super::status::{StatusDebt, StatusReport};
use crate::domain::clocks::{Clocks, CourtTime};
use crate::domain::contract::PenaltyTerm;
use crate::domain::debt::Product;
use crate::domain::exact::Exact;
use crate::domain::finding::Source;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::limitation::LimitationEvent;
use crate::domain::position::Class;
use crate::domain::quantity::Quantity;
use crate::domain::rate::{Percent, Period};
use crate::domain::working::{About, Formula, Group, Input, Origin, Rounding, Value, Working};
use crate::engine::EngineError;
use crate::engine::explain::status::{Shown, of_debt, totals};
use crate::rules::Books;

impl StatusReport {
    /// The workings of every debt whose figures are shown, and of the totals of several.
    ///
    /// # Errors
    /// [`EngineError::TooLarge`] beyond the limits of input.
    pub fn workings(&self, ledger: &Ledger, books: &Books) -> Result<Vec<Group>, EngineError> {
        let mut groups = Vec::new();
        for debt in &self.debts {
            let more = &debt.more;
            let (Some(position), Some(arrears)) = (&more.position, &more.arrears) else {
                continue;
            };
            let mut group = of_debt(
                ledger,
                &Shown {
                    debt: &more.debt,
                    position,
                    arrears,
                    worsens: debt.worsens.as_ref(),
                },
            )?;
            // What the contract alone would say is a second reading: only a full status shows it.
            for working in &mut group.workings {
                working.detail |= working.id.contains(".contract.");
            }
            group.workings.extend(class(debt, self, books));
            group.workings.extend(bucket(debt, self, books));
            group.workings.extend(rate_in_all(debt, books));
            if let Some(clocks) = &more.clocks {
                group.workings.extend(clocks_of_law(&debt.id, clocks));
            }
            groups.push(group);
        }
        let all = totals(&groups);
        groups.extend(all);
        Ok(groups)
    }
}

/// The lender's class by the days and the grid of the rule book (C3).
fn class(debt: &StatusDebt, status: &StatusReport, books: &Books) -> Option<Working> {
    let (class, days) = (debt.class?, debt.days_overdue?);
    let grid = match debt.more.debt.product {
        Some(Product::CreditCard) => "card",
        Some(Product::ConsumerLoan) | None => "loan",
    };
    let book = books.of(Region::Cn);
    let first_day = |class: &str| {
        let id = format!("{grid}-class-{class}");
        book.whole(&id, status.as_of).map(i128::from)
    };
    let before = |class: &str| first_day(class).map(|day| day.saturating_sub(1));
    let (low, high) = match class {
        Class::Normal => (0, Some(0)),
        Class::SpecialMention => (1, before("substandard")),
        Class::Substandard => (first_day("substandard")?, before("doubtful")),
        Class::Doubtful => (first_day("doubtful")?, before("loss")),
        Class::Loss => (first_day("loss")?, None),
    };
    let cites = book
        .value(&format!("{grid}-class-substandard"), status.as_of)
        .and_then(|value| value.cites.clone());
    let counted = counted(debt, days);
    Some(Working {
        id: format!("{}.class", debt.id),
        figure: Quantity::ClassOfDays,
        about: About::default(),
        formula: Formula::Between {
            low,
            value: Box::new(Formula::Input(Box::new(counted))),
            high,
        },
        result: Value::Class(class),
        rounding: Rounding::Exact,
        rules: &["C3"],
        lines: Vec::new(),
        source: cites.and_then(|id| book.source(&id).cloned()),
        detail: true,
    })
}

/// The days overdue as an input.
fn counted(debt: &StatusDebt, days: u32) -> Input {
    Input {
        name: Quantity::DaysOverdue,
        about: About::default(),
        value: Value::Number(i128::from(days)),
        from: Origin::Working(format!("{}.days-overdue", debt.id)),
    }
}

/// The M bucket: how many started months the days are, by the rule book.
fn bucket(debt: &StatusDebt, status: &StatusReport, books: &Books) -> Option<Working> {
    let (bucket, days) = (debt.more.bucket.as_ref()?, debt.days_overdue?);
    let book = books.of(Region::Cn);
    let month = book.whole("m-bucket-days", status.as_of)?;
    let months = days.div_ceil(month.max(1)).min(7);
    let low = i128::from(months.saturating_sub(1).saturating_mul(month)).saturating_add(1);
    let high = (months < 7).then(|| i128::from(months.saturating_mul(month)));
    let cites = book.value("m-bucket-days", status.as_of)?.cites.clone()?;
    Some(Working {
        id: format!("{}.bucket", debt.id),
        figure: Quantity::Bucket,
        about: About::default(),
        formula: Formula::Between {
            low,
            value: Box::new(Formula::Input(Box::new(counted(debt, days)))),
            high,
        },
        result: Value::Name(bucket.clone()),
        rounding: Rounding::Exact,
        rules: &[],
        lines: Vec::new(),
        source: book.source(&cites).cloned(),
        detail: true,
    })
}

/// The days on which clocks of law end, each from the day it is counted from.
fn clocks_of_law(debt: &DebtId, clocks: &Clocks) -> Vec<Working> {
    let mut all = Vec::new();
    let mut add = |name: String,
                   figure,
                   key: &'static str,
                   span: (NaiveDate, Value, NaiveDate),
                   source: &Source| {
        let (from, lasts, until) = span;
        let input = |name, value, from| {
            Formula::Input(Box::new(Input {
                name,
                about: About::default(),
                value,
                from,
            }))
        };
        let from = input(Quantity::ClockFrom, Value::Date(from), Origin::Ledger(key));
        let lasts = input(Quantity::ClockLasts, lasts, Origin::Book);
        all.push(Working {
            id: format!("{debt}.{name}"),
            figure,
            about: About::default(),
            formula: from.plus(lasts),
            result: Value::Date(until),
            rounding: Rounding::Exact,
            rules: &[],
            lines: Vec::new(),
            source: Some(source.clone()),
            detail: true,
        });
    };
    if let Some(clock) = &clocks.limitation
        && let (Some(since), Some(until)) = (clock.limitation.since, clock.limitation.not_before)
    {
        let span = (since, Value::Years(clock.years), until);
        let key = clock.limitation.event.map_or("debt", recorded_under);
        let name = "sue-until".to_owned();
        add(name, Quantity::SueUntil, key, span, &clock.source);
    }
    for stage in &clocks.court {
        let lasts = match stage.time {
            CourtTime::Days(days) => Value::Number(i128::from(days)),
            CourtTime::Years(years) => Value::Years(years),
        };
        if let (Some(from), Some(until), false) = (stage.from, stage.until, stage.recorded) {
            let name = format!("court-until.{}", stage.stage);
            let span = (from, lasts, until);
            add(name, Quantity::CourtUntil, "contact", span, &stage.source);
        }
    }
    if let Some(record) = &clocks.credit_record
        && let (Some(paid), Some(until)) = (record.paid, record.until)
    {
        let span = (paid, Value::Years(record.years), until);
        let key = if record.expected {
            "agreement.due"
        } else {
            "debt.payment"
        };
        let name = "record-until".to_owned();
        add(name, Quantity::RecordUntil, key, span, &record.source);
    }
    all
}

/// Where the ledger records an event from which the time to sue runs.
const fn recorded_under(event: LimitationEvent) -> &'static str {
    match event {
        LimitationEvent::LastDue => "debt.contract.first-due · count",
        LimitationEvent::Accelerated => "debt.accelerated",
        LimitationEvent::OldestUnpaid => "debt.oldest-unpaid",
        LimitationEvent::Payment => "debt.payment",
        LimitationEvent::Claim => "debt.claim",
        LimitationEvent::Demand | LimitationEvent::Acknowledgement => "contact",
        LimitationEvent::CourtPaper => "contact · clock",
        LimitationEvent::SaleNotice => "debt.sold · debt.holder",
        LimitationEvent::Offer => "offer",
        LimitationEvent::Agreement => "agreement",
    }
}

/// What an overdue debt costs a year, where a finding says so: the contract rate times the penalty's multiple (INT-10).
fn rate_in_all(debt: &StatusDebt, books: &Books) -> Option<Working> {
    let said = debt.findings.iter().any(|one| one.rule == "reduction-24");
    let contract = debt.more.debt.contract.as_ref()?;
    let ([rate], Some(PenaltyTerm::Multiple(times))) =
        (contract.rates.as_slice(), contract.penalty)
    else {
        return None;
    };
    if !said || rate.rate.per != Period::Year || debt.days_overdue? == 0 {
        return None;
    }
    let factor = rate.rate.percent.factor().times(times.factor()).ok()?;
    let millionths = factor.times(Exact::whole(100_000_000)).ok()?;
    if millionths.denominator() != 1 {
        return None; // finer than a rate can be written: the finding rounds it
    }
    let percent = Percent::from_millionths(i64::try_from(millionths.numerator()).ok()?);
    let input = |name, value, key| {
        Formula::Input(Box::new(Input {
            name,
            about: About::default(),
            value: Value::Percent(value),
            from: Origin::Ledger(key),
        }))
    };
    let rate = input(Quantity::RateYear, rate.rate.percent, "debt.contract.rate");
    let times = input(Quantity::PenaltyMultiple, times, "debt.contract.penalty");
    Some(Working {
        id: format!("{}.rate-in-all", debt.id),
        figure: Quantity::RateInAll,
        about: About::default(),
        formula: rate.times(times),
        result: Value::Percent(percent),
        rounding: Rounding::Exact,
        rules: &["P4"],
        lines: Vec::new(),
        source: books.of(Region::Cn).source("court-opinion-2017-2").cloned(),
        detail: false,
    })
}
