//! What `forbear rules` shows: every rule with its numbers, their dates and where they come from.

use chrono::NaiveDate;

use super::book::{Book, Books};
use super::written::{Rule, RuleKind, Unit, Value};
use crate::domain::finding::{Severity, Source};
use crate::domain::lang::Localized;
use crate::domain::lender::Region;
use crate::domain::vocabulary::Vocabulary;

/// A rule as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    /// Its id.
    pub id: &'static str,
    /// Whose book it stands in.
    pub region: Region,
    /// A few words.
    pub title: Localized,
    /// How much it matters when it is said.
    pub severity: Severity,
    /// Whether a check says it, or it is there to be read.
    pub kind: RuleKind,
}

/// A number as `rules show` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberShown {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Localized,
    /// Its unit.
    pub unit: Unit,
    /// Its values, oldest first, each with its source; the user's own have none.
    pub values: Vec<(Value, Option<Source>)>,
    /// Whether some of them are the user's own.
    pub own: bool,
}

/// A rule in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleShown {
    /// What the list says of it.
    pub line: RuleLine,
    /// The day the book was last checked.
    pub checked_on: Option<NaiveDate>,
    /// What it says; its `{slots}` are filled from a ledger when a check says it.
    pub text: Localized,
    /// Its other wordings, by name.
    pub variants: Vec<(String, Localized)>,
    /// The numbers it uses.
    pub numbers: Vec<NumberShown>,
    /// What it rests on, the main source first.
    pub sources: Vec<Source>,
}

/// The words to reach for when money is not the worst of it: shown once on the first screen of a crisis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Safety {
    /// What to say.
    pub text: Localized,
    /// Where the numbers come from.
    pub source: Source,
}

/// Every rule of both books, the mainland's first, by id.
#[must_use]
pub fn list(books: &Books) -> Vec<RuleLine> {
    Region::ALL
        .iter()
        .flat_map(|region| {
            let book = books.of(*region);
            book.ids("rule")
                .filter_map(|id| Some(line(book, id, book.rule(id)?)))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn line(book: &Book, id: &'static str, rule: &Rule) -> RuleLine {
    RuleLine {
        id,
        region: book.region(),
        title: rule.title.localized(),
        severity: rule.severity(),
        kind: rule.kind(),
    }
}

/// One rule in full.
#[must_use]
pub fn show(books: &Books, id: &str) -> Option<RuleShown> {
    Region::ALL.iter().find_map(|region| {
        let book = books.of(*region);
        let id = book.ids("rule").find(|known| *known == id)?;
        let rule = book.rule(id)?;
        Some(RuleShown {
            line: line(book, id, rule),
            checked_on: book.checked_on(),
            text: rule.text.localized(),
            variants: rule
                .variants
                .iter()
                .map(|(name, words)| (name.clone(), words.localized()))
                .collect(),
            numbers: rule
                .params
                .iter()
                .filter_map(|param| number(book, param))
                .collect(),
            sources: rule
                .cites
                .iter()
                .filter_map(|source| book.source(source).cloned())
                .collect(),
        })
    })
}

fn number(book: &Book, id: &str) -> Option<NumberShown> {
    let param = book.param(id)?;
    let own = book.own(id);
    let values = param
        .values
        .iter()
        .chain(own)
        .map(|value| {
            let source = value.cites.as_deref().and_then(|cites| book.source(cites));
            (value.clone(), source.cloned())
        })
        .collect();
    Some(NumberShown {
        id: id.to_owned(),
        title: param.title.localized(),
        unit: param.unit,
        values,
        own: !own.is_empty(),
    })
}

/// The help lines of a region.
#[must_use]
pub fn safety(region: Region) -> Option<Safety> {
    let book = Book::of(region);
    let rule = book.rule(match region {
        Region::Cn => "help-line",
        Region::Hk => "hk-help-line",
    })?;
    Some(Safety {
        text: rule.text.localized(),
        source: book.source(rule.cites.first()?)?.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_shown_with_its_numbers_dates_and_sources() {
        let shown = show(Books::built_in(), "reduction-24").unwrap();
        assert_eq!(shown.line.region, Region::Cn);
        assert_eq!(shown.numbers[0].values[0].0.value, "24%");
        assert!(shown.sources[0].title.en.contains("[2017] No. 22"));
        assert!(shown.checked_on.is_some());
        assert_eq!(show(Books::built_in(), "no-such-rule"), None);
    }

    #[test]
    fn the_users_numbers_are_shown_as_theirs() {
        let own = "[param.lpr-1y]\nvalues = [{ from = \"2026-05-20\", until = \"2026-06-19\", value = \"2.90%\" }]\n";
        let books = Books::with_own(own).unwrap();
        let shown = show(&books, "private-cap").unwrap();
        let lpr = &shown.numbers[1];
        assert!(lpr.own);
        assert_eq!(lpr.values.last().unwrap().1, None);
    }

    #[test]
    fn both_regions_have_their_help_lines() {
        assert!(safety(Region::Cn).unwrap().text.zh_hans.contains("12356"));
        let hk = safety(Region::Hk).unwrap();
        assert!(hk.text.zh_hant.contains("18111") && hk.text.en.contains("2896 0000"));
    }
}
