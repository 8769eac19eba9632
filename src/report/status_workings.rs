//! How the figures of a status come about: the engine's workings of each debt, and the class by the rule book.

use super::status::{StatusDebt, StatusReport};
use crate::domain::debt::Product;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::position::Class;
use crate::domain::quantity::Quantity;
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
    let counted = Input {
        name: Quantity::DaysOverdue,
        about: About::default(),
        value: Value::Number(i128::from(days)),
        from: Origin::Working(format!("{}.days-overdue", debt.id)),
    };
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
