//! The yearly lines of law that may stand beside a rate, by who lends.
//!
//! Promises: a line is shown only where the matrix of [`super::applies`] lets it be cited, with its source and
//! level.
//! Leaves to others: comparing a rate with it (`report`).

use chrono::NaiveDate;

use super::applies::{Argument, Fit, Standing, fit};
use super::book::Books;
use crate::domain::finding::Source;
use crate::domain::lang::Localized;
use crate::domain::lender::Region;
use crate::domain::rate::Percent;

/// A yearly line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number's name in the book.
    pub id: &'static str,
    /// What it is.
    pub title: Localized,
    /// The line.
    pub percent: Percent,
    /// Where it stands.
    pub source: Source,
    /// Whether it is a line on the effective rate, which compounds; else the text names no method.
    pub effective: bool,
    /// Whether it is a line on everything charged together, interest, penalty and fees: what was charged can be
    /// screened against it.
    pub all_charges: bool,
}

/// The lines that may be shown beside a rate of this lender, on a day.
///
/// A licensed mainland lender has the line above which a court may be asked to reduce, a private one four times the
/// one-year LPR known for the day, a Hong Kong money lender its two rates, for display only.
#[must_use]
pub fn lines(standing: Standing, on: NaiveDate, books: &Books) -> Vec<Line> {
    let may = |argument: Argument| fit(argument, standing) == Fit::Cite;
    let book = books.of(standing.region());
    let cited = |param: &'static str, percent: Option<Percent>| -> Option<Line> {
        // A multiple is no line by itself: the rule says of what.
        let title = match param {
            "private-cap-multiple" => &book.rule("private-cap")?.title,
            _ => &book.param(param)?.title,
        };
        Some(Line {
            id: param,
            title: title.localized(),
            percent: percent?,
            source: book
                .source(book.value(param, on)?.cites.as_deref()?)?
                .clone(),
            effective: standing.region() == Region::Hk,
            all_charges: param == "court-reduction-line",
        })
    };
    let line = |param: &'static str| cited(param, book.percent(param, on));
    let mut lines = Vec::new();
    if may(Argument::PrivateCap)
        && let Some(lpr) = book.percent("lpr-1y", on)
        && let Some(times) = book.whole("private-cap-multiple", on)
    {
        let cap = lpr.millionths().saturating_mul(i64::from(times));
        lines.extend(cited(
            "private-cap-multiple",
            Some(Percent::from_millionths(cap)),
        ));
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

/// Whether four times the LPR would be the line, but no LPR is known for the day: the user can look it up.
#[must_use]
pub fn lpr_unknown(standing: Standing, on: NaiveDate, books: &Books) -> bool {
    fit(Argument::PrivateCap, standing) == Fit::Cite
        && books.of(standing.region()).value("lpr-1y", on).is_none()
}
