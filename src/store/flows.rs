//! A list of flows in a file: `date,amount` a line, received positive, paid negative.
//!
//! Promises: what spreadsheets and people write is understood: a first line with names, a byte-order mark, blank
//! lines, lines that begin with `#`, semicolons or tabs for commas, full-width signs, amounts in quotes; every line
//! that cannot be read is named with its place and what to write.
//! Leaves to others: what the flows come to (`engine::quote`).

use std::ops::Range;
use std::path::Path;

use crate::domain::calendar::parse_date;
use crate::domain::money::Money;
use crate::engine::annual_rate::Flow;

use super::error::StoreError;
use super::mistake::{Mistake, MistakeKind, Mistakes};
use super::parse::without_mark;
use super::paths::read_text;

/// What may part the date from the amount.
const PARTED_BY: [char; 4] = [',', ';', '\t', '，'];
/// Mistakes that are kept; more are counted.
const KEPT: usize = 20;

/// The flows of a file.
///
/// # Errors
/// [`StoreError`]: no such file, not text, or the lines that cannot be read.
pub fn flows(path: &Path) -> Result<Vec<Flow>, StoreError> {
    let text = read_text(path)?.ok_or_else(|| StoreError::NoSuchFile {
        path: path.to_owned(),
    })?;
    Ok(parse_flows(&text, &path.to_string_lossy())?)
}

/// The flows of a text.
///
/// # Errors
/// [`Mistakes`]: the lines that cannot be read; a text without flows.
pub fn parse_flows(text: &str, file: &str) -> Result<Vec<Flow>, Mistakes> {
    let source = without_mark(text);
    let mut flows = Vec::new();
    let mut wrong = Vec::new();
    let mut start = 0_usize;
    let mut named = false;
    for line in source.split_inclusive('\n') {
        let from = start;
        start = start.saturating_add(line.len());
        let body = line.trim();
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        match flow(line.trim_end_matches(['\n', '\r']), from) {
            Ok(flow) => flows.push(flow),
            Err(_) if !named && flows.is_empty() && is_header(body) => named = true,
            Err(mistake) => wrong.push(mistake),
        }
    }
    if wrong.is_empty() && flows.is_empty() {
        wrong.push(Mistake {
            span: 0..0,
            field: String::new(),
            kind: MistakeKind::NoFlows,
        });
    }
    if wrong.is_empty() {
        return Ok(flows);
    }
    let more = wrong.len().saturating_sub(KEPT);
    wrong.truncate(KEPT);
    Err(Mistakes {
        file: file.to_owned(),
        source: source.to_owned(),
        list: wrong,
        more,
    })
}

/// Whether a line names its columns: no digit in it.
fn is_header(line: &str) -> bool {
    line.contains(PARTED_BY) && !line.chars().any(char::is_numeric)
}

fn flow(line: &str, start: usize) -> Result<Flow, Mistake> {
    let mistake = |field: &str, span: Range<usize>, kind: MistakeKind| Mistake {
        span: start.saturating_add(span.start)..start.saturating_add(span.end),
        field: field.to_owned(),
        kind,
    };
    let Some((date, rest)) = line.split_once(PARTED_BY) else {
        return Err(mistake("", 0..line.len(), MistakeKind::NotAFlow));
    };
    let rest_at = line.len().saturating_sub(rest.len());
    let on = parse_date(unquoted(date))
        .ok_or_else(|| mistake("date", 0..date.len(), MistakeKind::NotADate))?;
    let amount = Money::parse(unquoted(rest)).map_err(|error| {
        // A whole amount and something after it is a third column, not a bad amount.
        let third = rest
            .split_once(PARTED_BY)
            .filter(|(amount, _)| Money::parse(unquoted(amount)).is_ok());
        let kind = match third {
            Some(_) => MistakeKind::ThirdColumn,
            None => MistakeKind::NotMoney(error),
        };
        mistake("amount", rest_at..line.len(), kind)
    })?;
    Ok(Flow { on, amount })
}

fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
        .unwrap_or(cell)
        .trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_write_is_read() {
        let text = "\u{feff}日期,金额\r\n2026-01-15,\"99,000.00\"\r\n\r\n# first\n2026/2/15;-8833.30\n２０２６年3月15日，－８８３３．３\n";
        let read = parse_flows(text, "f.csv").unwrap();
        let shown: Vec<String> = read
            .iter()
            .map(|flow| format!("{} {}", flow.on, flow.amount))
            .collect();
        assert_eq!(
            shown,
            [
                "2026-01-15 99000.00",
                "2026-02-15 -8833.30",
                "2026-03-15 -8833.30"
            ]
        );
    }

    #[test]
    fn each_bad_line_is_named_with_its_place() {
        let text = "date,amount\n2026-13-01,5\n2026-01-01,five\nnothing\n";
        let wrong = parse_flows(text, "f.csv").unwrap_err();
        let told: Vec<(usize, usize, &str)> = wrong
            .list
            .iter()
            .map(|one| {
                let (line, column) = wrong.place(one);
                (line, column, one.field.as_str())
            })
            .collect();
        assert_eq!(told, [(2, 1, "date"), (3, 12, "amount"), (4, 1, "")]);
        let third = parse_flows("2026-01-01,1000,payout\n", "f").unwrap_err();
        assert_eq!(third.list[0].kind, MistakeKind::ThirdColumn);
        assert_eq!(parse_flows("date,amount\n", "f").unwrap_err().list.len(), 1);
    }
}
