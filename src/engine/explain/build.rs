//! Short ways to write inputs, formulas and workings down.

use chrono::NaiveDate;

use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Percent;
use crate::domain::working::{About, Formula, Input, Line, Origin, Rounding, Value, Working};

/// A named value.
pub(super) fn input(name: Quantity, about: About, value: Value, from: Origin) -> Formula {
    Formula::Input(Box::new(Input {
        name,
        about,
        value,
        from,
    }))
}

/// A named amount.
pub(super) fn money(name: Quantity, about: About, amount: Money, from: Origin) -> Formula {
    input(name, about, Value::Money(amount), from)
}

/// A named percentage in millionths of a percent.
pub(super) fn percent(name: Quantity, millionths: i128, from: Origin) -> Formula {
    let millionths = i64::try_from(millionths).unwrap_or(i64::MAX);
    let value = Value::Percent(Percent::from_millionths(millionths));
    input(name, About::default(), value, from)
}

/// A named count.
pub(super) fn number(name: Quantity, value: impl Into<i128>, from: Origin) -> Formula {
    input(name, About::default(), Value::Number(value.into()), from)
}

/// A named date.
pub(super) fn date(name: Quantity, value: NaiveDate, from: Origin) -> Formula {
    input(name, About::default(), Value::Date(value), from)
}

/// The result of another working, as an input.
pub(super) fn result_of(working: &Working) -> Formula {
    input(
        working.figure,
        working.about.clone(),
        working.result.clone(),
        Origin::Working(working.id.clone()),
    )
}

impl Working {
    /// An exact figure: sums of rounded amounts, days, dates.
    pub(super) fn exact(
        id: impl Into<String>,
        figure: Quantity,
        formula: Formula,
        result: Value,
        rules: &'static [&'static str],
    ) -> Working {
        Working {
            id: id.into(),
            figure,
            about: About::default(),
            formula,
            result,
            rounding: Rounding::Exact,
            rules,
            lines: Vec::new(),
            source: None,
            detail: false,
        }
    }

    /// An exact amount.
    pub(super) fn amount(
        id: impl Into<String>,
        figure: Quantity,
        formula: Formula,
        result: Money,
        rules: &'static [&'static str],
    ) -> Working {
        Working::exact(id, figure, formula, Value::Money(result), rules)
    }

    /// The same, cut off in another way.
    pub(super) fn rounded(mut self, rounding: Rounding) -> Working {
        self.rounding = rounding;
        self
    }

    /// The same, about something.
    pub(super) fn about(mut self, about: About) -> Working {
        self.about = about;
        self
    }

    /// The same, with the lines its `Σ` adds up.
    pub(super) fn adding(mut self, lines: Vec<Line>) -> Working {
        self.lines = lines;
        self
    }

    /// The same as one of many of its kind.
    pub(super) fn detailed(mut self, detail: bool) -> Working {
        self.detail = detail;
        self
    }
}

/// A line whose amount is exact.
pub(super) fn line(about: About, formula: Formula, result: Money) -> Line {
    Line {
        name: None,
        about,
        formula,
        result: Value::Money(result),
        rounding: Rounding::Exact,
    }
}

impl Line {
    /// The same, cut off in another way.
    pub(super) fn rounded(mut self, rounding: Rounding) -> Line {
        self.rounding = rounding;
        self
    }

    /// The same with a name of its own.
    pub(super) fn called(mut self, name: Quantity) -> Line {
        self.name = Some(name);
        self
    }
}
