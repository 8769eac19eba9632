//! The yearly lines of law that may stand beside a rate, by who lends.
//!
//! Promises: a line is shown only where the matrix of [`super::applies`] lets it be cited, with its source and
//! level.
//! Leaves to others: comparing a rate with it (`report`).

use chrono::NaiveDate;

use super::applies::{Argument, Fit, Standing, fit};
use super::book::Book;
use crate::domain::finding::Source;
use crate::domain::lang::Localized;
use crate::domain::rate::Percent;

/// A yearly line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub title: Localized,
    /// The line.
    pub percent: Percent,
    /// Where it stands.
    pub source: Source,
}

/// The lines that may be shown beside a rate of this lender, on a day.
///
/// A licensed mainland lender has the line above which a court may be asked to reduce, a private one four times the
/// one-year LPR known for the day, a Hong Kong money lender its two rates, for display only.
#[must_use]
pub fn lines(standing: Standing, on: NaiveDate) -> Vec<Line> {
    let may = |argument: Argument| fit(argument, standing) == Fit::Cite;
    let book = Book::of(standing.region());
    let line = |param: &str| -> Option<Line> {
        let value = book.value(param, on)?;
        Some(Line {
            title: book.param(param)?.title.localized(),
            percent: value.percent()?,
            source: book.source(value.cites.as_deref()?)?.clone(),
        })
    };
    let mut lines = Vec::new();
    if may(Argument::PrivateCap)
        && let Some(mut cap) = line("lpr-1y")
        && let Some(multiple) = book.value("private-cap-multiple", on)
        && let Some(times) = multiple.whole()
    {
        cap.percent =
            Percent::from_millionths(cap.percent.millionths().saturating_mul(i64::from(times)));
        if let Some(param) = book.param("private-cap-multiple") {
            cap.title = param.title.localized();
        }
        lines.push(cap);
    }
    if may(Argument::CourtReduction) {
        lines.extend(line("court-reduction-line"));
    }
    if may(Argument::MoneyLenderLaw) {
        lines.extend(line("hk-extortionate-rate"));
        lines.extend(line("hk-excessive-rate"));
    }
    lines
}
