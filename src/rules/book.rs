//! Finds a section of a rule book and reads that piece alone.
//!
//! Promises: what a slice gives is what parsing the whole book gives (a test walks every section); a number
//! is chosen by date; the user's own numbers come first and are marked as theirs.
//! Leaves to others: what a number is for (`checks`), reading the user's file (`store`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use super::written::{Param, Rule, SourceSection, Value};
use crate::domain::finding::Source;
use crate::domain::lender::Region;
use crate::domain::money::Money;
use crate::domain::rate::Percent;

/// The mainland book.
pub(crate) const CN: &str = include_str!("books/cn.toml");
/// The Hong Kong book.
pub(crate) const HK: &str = include_str!("books/hk.toml");
/// What commonly happens, not law.
pub(crate) const PRACTICE: &str = include_str!("books/practice.toml");

/// Why the user's own book is refused. It may set numbers, never rules or texts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// Not TOML, or not of the shape of a book.
    #[error("the book of your own numbers cannot be read: {0}")]
    Syntax(String),
    /// A number no book knows.
    #[error("no rule book has a number called `{0}`")]
    UnknownParam(String),
    /// A value that is not of the number's unit.
    #[error("`{value}` is not a value in {unit} for `{param}`")]
    BadValue {
        /// The number's id.
        param: String,
        /// What was written.
        value: String,
        /// The unit it needs.
        unit: &'static str,
    },
    /// Two values for one day.
    #[error("two values of `{param}` are in force on {on}")]
    Overlap {
        /// The number's id.
        param: String,
        /// The first day both are in force.
        on: NaiveDate,
    },
}

/// What a book says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct About {
    #[serde(rename = "id")]
    _id: String,
    checked_on: NaiveDate,
}

enum Section {
    Source(Source),
    Param(Param),
    Rule(Rule),
}

struct Entry {
    body: &'static str,
    read: OnceLock<Option<Section>>,
    /// The values of a number, read without its title in three languages, which a figure needs none of.
    values: OnceLock<Vec<Value>>,
}

/// The values of a number: they stand last in its section.
#[derive(Deserialize)]
struct Values {
    values: Vec<Value>,
}

impl Entry {
    fn new(body: &'static str) -> Entry {
        Entry {
            body,
            read: OnceLock::new(),
            values: OnceLock::new(),
        }
    }

    fn values(&self) -> &[Value] {
        self.values.get_or_init(|| {
            let start = self.body.find("\nvalues = ");
            start
                .and_then(|start| self.body.get(start..))
                .and_then(|text| toml::from_str::<Values>(text).ok())
                .map_or_else(Vec::new, |read| read.values)
        })
    }
}

/// Cuts a book at its headers: each name with the text below it. A header stands alone at the start of a
/// line; nothing else in a book begins a line with `[`.
pub(crate) fn sections(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    // A book is some hundred kilobytes and is cut at every start, so its headers are looked for by the word.
    let starts = memchr::memmem::find_iter(text.as_bytes(), b"\n[").map(|at| at.saturating_add(2));
    let ends = starts.clone().skip(1).map(|next| next.saturating_sub(2));
    starts
        .zip(ends.chain(std::iter::once(text.len())))
        .filter_map(move |(start, end)| text.get(start..end)?.split_once("]\n"))
}

/// The rule book of one region.
pub struct Book {
    region: Region,
    /// Cut on first use: most ledgers need one region's book only.
    index: OnceLock<BTreeMap<&'static str, Entry>>,
    own: BTreeMap<String, Vec<Value>>,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Book({})", self.region)
    }
}

impl Book {
    const fn new(region: Region) -> Book {
        Book {
            region,
            index: OnceLock::new(),
            own: BTreeMap::new(),
        }
    }

    fn index(&self) -> &BTreeMap<&'static str, Entry> {
        self.index.get_or_init(|| {
            let text = match self.region {
                Region::Cn => CN,
                Region::Hk => HK,
            };
            sections(text)
                .map(|(name, body)| (name, Entry::new(body)))
                .collect()
        })
    }

    /// The book of a region, without numbers of the user's own.
    #[must_use]
    pub fn of(region: Region) -> &'static Book {
        Books::built_in().of(region)
    }

    /// Whose book it is.
    #[must_use]
    pub const fn region(&self) -> Region {
        self.region
    }

    /// The day the book was last checked.
    #[must_use]
    pub fn checked_on(&self) -> Option<NaiveDate> {
        let body = self.index().get("book")?.body;
        Some(toml::from_str::<About>(body).ok()?.checked_on)
    }

    fn section(&self, name: &str) -> Option<&Section> {
        let entry = self.index().get(name)?;
        entry
            .read
            .get_or_init(|| match name.split_once('.')?.0 {
                "source" => {
                    let read: SourceSection = toml::from_str(entry.body).ok()?;
                    Some(Section::Source(read.source()))
                }
                "param" => toml::from_str(entry.body).ok().map(Section::Param),
                "rule" => toml::from_str(entry.body).ok().map(Section::Rule),
                _ => None,
            })
            .as_ref()
    }

    /// A source by id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        match self.section(&format!("source.{id}"))? {
            Section::Source(source) => Some(source),
            Section::Param(_) | Section::Rule(_) => None,
        }
    }

    /// A rule by id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        match self.section(&format!("rule.{id}"))? {
            Section::Rule(rule) => Some(rule),
            Section::Source(_) | Section::Param(_) => None,
        }
    }

    /// A number with its history, as the book has it.
    #[must_use]
    pub fn param(&self, id: &str) -> Option<&Param> {
        match self.section(&format!("param.{id}"))? {
            Section::Param(param) => Some(param),
            Section::Source(_) | Section::Rule(_) => None,
        }
    }

    /// The user's own values of a number.
    #[must_use]
    pub fn own(&self, id: &str) -> &[Value] {
        self.own.get(id).map_or(&[], Vec::as_slice)
    }

    /// A number on a day: the user's own if they set one for that day, else the book's. `None` where none is
    /// known or it was repealed.
    #[must_use]
    pub fn value(&self, id: &str, on: NaiveDate) -> Option<&Value> {
        let own = self.own(id).iter().find(|value| value.covers(on));
        let value = match own {
            Some(value) => Some(value),
            None => {
                let entry = self.index().get(format!("param.{id}").as_str())?;
                entry.values().iter().find(|value| value.covers(on))
            }
        }?;
        (value.value != "none").then_some(value)
    }

    /// A whole number on a day: days, months, years or a count.
    #[must_use]
    pub fn whole(&self, id: &str, on: NaiveDate) -> Option<u32> {
        self.value(id, on)?.whole()
    }

    /// A percentage on a day.
    #[must_use]
    pub fn percent(&self, id: &str, on: NaiveDate) -> Option<Percent> {
        self.value(id, on)?.percent()
    }

    /// An amount on a day.
    #[must_use]
    pub fn money(&self, id: &str, on: NaiveDate) -> Option<Money> {
        self.value(id, on)?.money()
    }

    /// A time of day, as the book has it on a day.
    #[must_use]
    pub fn time(&self, id: &str, on: NaiveDate) -> Option<NaiveTime> {
        self.value(id, on)?.time()
    }

    /// The ids of one kind of section (`rule`, `param`, `source`), in alphabetical order.
    pub fn ids<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        self.index()
            .keys()
            .filter_map(move |name| name.strip_prefix(kind)?.strip_prefix('.'))
    }
}

/// The books of all regions, with the user's own numbers if they have any.
#[derive(Debug)]
pub struct Books {
    cn: Book,
    hk: Book,
}

impl Books {
    fn plain() -> Books {
        Books {
            cn: Book::new(Region::Cn),
            hk: Book::new(Region::Hk),
        }
    }

    /// The books as they come with the program.
    #[must_use]
    pub fn built_in() -> &'static Books {
        static BOOKS: OnceLock<Books> = OnceLock::new();
        BOOKS.get_or_init(Books::plain)
    }

    /// The books with numbers of the user's own: TOML with `[param.ID]` sections only, each with `values`
    /// like those of a book. A number set there comes before the book's on the days it covers.
    ///
    /// # Errors
    /// [`BookError`] if the text is not such TOML, names a number no book has, or has a value of another unit.
    pub fn with_own(text: &str) -> Result<Books, BookError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct OwnParam {
            values: Vec<Value>,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Own {
            #[serde(default)]
            param: BTreeMap<String, OwnParam>,
        }
        let own: Own =
            toml::from_str(text).map_err(|error| BookError::Syntax(error.message().to_owned()))?;
        let mut books = Books::plain();
        for (id, OwnParam { values }) in own.param {
            let book = if books.cn.param(&id).is_some() {
                &mut books.cn
            } else {
                &mut books.hk
            };
            let unit = match book.param(&id) {
                Some(param) => param.unit,
                None => return Err(BookError::UnknownParam(id)),
            };
            if let Some(bad) = values.iter().find(|value| !value.fits(unit)) {
                return Err(BookError::BadValue {
                    param: id,
                    value: bad.value.clone(),
                    unit: unit.as_str(),
                });
            }
            if let Some(on) = overlap(&values) {
                return Err(BookError::Overlap { param: id, on });
            }
            book.own.insert(id, values);
        }
        Ok(books)
    }

    /// The book of a region.
    #[must_use]
    pub const fn of(&self, region: Region) -> &Book {
        match region {
            Region::Cn => &self.cn,
            Region::Hk => &self.hk,
        }
    }
}

/// The first day on which two values are in force.
fn overlap(values: &[Value]) -> Option<NaiveDate> {
    values.iter().enumerate().find_map(|(place, one)| {
        values.iter().skip(place.saturating_add(1)).find_map(|two| {
            let from = one.from.max(two.from).unwrap_or(NaiveDate::MIN);
            (one.covers(from) && two.covers(from)).then_some(from)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use std::collections::BTreeSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Each section, cut out and read alone, is what the whole book has under that name.
    #[test]
    fn a_slice_is_what_the_whole_gives() {
        for text in [CN, HK, PRACTICE] {
            let whole: toml::Table = text.parse().unwrap();
            let mut seen = BTreeSet::new();
            for (name, body) in sections(text) {
                assert!(seen.insert(name), "{name} stands twice");
                let mut there = toml::Value::Table(whole.clone());
                for piece in name.split('.') {
                    there = there.get(piece).unwrap().clone();
                }
                let alone: toml::Table = body.parse().unwrap();
                assert_eq!(toml::Value::Table(alone), there, "{name}");
            }
            let counted: usize = whole
                .iter()
                .map(|(kind, below)| {
                    if kind == "book" {
                        1
                    } else {
                        below.as_table().unwrap().len()
                    }
                })
                .sum();
            assert_eq!(seen.len(), counted);
        }
    }

    fn books() -> [&'static Book; 2] {
        [Region::Cn, Region::Hk].map(Book::of)
    }

    #[test]
    fn every_section_is_read_and_every_citation_leads_somewhere() {
        for book in books() {
            assert!(book.checked_on().is_some());
            let mut cited = BTreeSet::new();
            for id in book.ids("param") {
                let param = book.param(id).unwrap_or_else(|| panic!("param {id}"));
                let entry = book.index().get(format!("param.{id}").as_str()).unwrap();
                assert_eq!(entry.values(), param.values, "{id}");
                assert!(!param.values.is_empty(), "{id} has no values");
                for value in &param.values {
                    assert!(value.fits(param.unit), "{id}: {}", value.value);
                    cited.insert(value.cites.clone().unwrap());
                }
                assert_eq!(overlap(&param.values), None, "{id}: two values on one day");
            }
            for id in book.ids("rule") {
                let rule = book.rule(id).unwrap_or_else(|| panic!("rule {id}"));
                assert!(!rule.cites.is_empty(), "{id} cites nothing");
                cited.extend(rule.cites.iter().cloned());
                for param in &rule.params {
                    assert!(book.param(param).is_some(), "{id} uses {param}");
                }
            }
            for id in &cited {
                assert!(book.source(id).is_some(), "no source {id}");
            }
            let sources: BTreeSet<String> = book.ids("source").map(str::to_owned).collect();
            let unused: Vec<&String> = sources.difference(&cited).collect();
            assert!(unused.is_empty(), "cited by nothing: {unused:?}");
        }
    }

    #[test]
    fn ids_belong_to_one_book() {
        let [cn, hk] = books();
        for kind in ["rule", "param", "source"] {
            let there: BTreeSet<&str> = cn.ids(kind).collect();
            assert!(hk.ids(kind).all(|id| !there.contains(id)), "{kind}");
        }
        assert!(
            hk.ids("rule")
                .chain(hk.ids("param"))
                .all(|id| id.starts_with("hk-"))
        );
    }

    fn slots(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .map(|rest| rest.split_once('}').unwrap().0)
            .collect()
    }

    #[test]
    fn languages_stand_side_by_side_with_the_same_slots() {
        for book in books() {
            for id in book.ids("rule") {
                let rule = book.rule(id).unwrap();
                for words in [&rule.title, &rule.text]
                    .into_iter()
                    .chain(rule.variants.values())
                {
                    let text = words.localized();
                    let [hans, hant, en] =
                        [Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| text.get(lang));
                    assert!(![hans, hant, en].contains(&""), "{id} lacks a language");
                    assert_eq!(slots(hans), slots(en), "{id}");
                    assert_eq!(slots(hant), slots(en), "{id}");
                    assert!(!hans.contains(['!', '！']), "{id}");
                    // The reader is 您; 你們 is said to the lender.
                    assert!(!hant.replace("你們", "").contains('你'), "{id}");
                    assert!(!en.contains('!'), "{id}");
                }
            }
            for id in book.ids("source") {
                let title = &book.source(id).unwrap().title;
                assert!(
                    !title.zh_hans.is_empty() && !title.zh_hant.is_empty(),
                    "{id}"
                );
                assert!(!title.en.is_empty(), "{id}");
            }
        }
    }

    #[test]
    fn a_number_is_chosen_by_its_day() {
        let hk = Book::of(Region::Hk);
        let line = |on| hk.percent("hk-extortionate-rate", day(on)).unwrap();
        assert_eq!(line("2022-12-29"), Percent::whole(48));
        assert_eq!(line("2022-12-30"), Percent::whole(36));
        let cn = Book::of(Region::Cn);
        assert_eq!(cn.whole("limitation-years", day("2020-12-31")), None);
        assert_eq!(cn.whole("limitation-years", day("2021-01-01")), Some(3));
        assert_eq!(
            cn.time("quiet-from", day("2026-11-25")),
            NaiveTime::from_hms_opt(22, 0, 0)
        );
    }

    #[test]
    fn the_users_numbers_come_first_and_only_numbers_are_taken() {
        let own = "[param.lpr-1y]\nvalues = [{ from = \"2026-11-20\", value = \"2.80%\" }]\n";
        let books = Books::with_own(own).unwrap();
        let lpr = |on| books.of(Region::Cn).percent("lpr-1y", day(on));
        assert_eq!(lpr("2026-11-20"), "2.80%".parse().ok());
        assert_eq!(lpr("2025-10-01"), "3.00%".parse().ok()); // the book's own still stands
        assert_eq!(lpr("2026-11-19"), None);

        let refused = |text: &str| Books::with_own(text).unwrap_err();
        assert!(matches!(
            refused("[rule.sold]\nseverity = \"note\"\n"),
            BookError::Syntax(_)
        ));
        assert_eq!(
            refused("[param.no-such]\nvalues = []\n"),
            BookError::UnknownParam("no-such".to_owned())
        );
        assert!(matches!(
            refused("[param.limitation-years]\nvalues = [{ value = \"three\" }]\n"),
            BookError::BadValue { unit: "years", .. }
        ));
        let twice = "[param.hk-limitation-years]\nvalues = [{ value = \"6\" }, { from = \"2027-01-01\", value = \"5\" }]\n";
        assert_eq!(
            refused(twice),
            BookError::Overlap {
                param: "hk-limitation-years".to_owned(),
                on: day("2027-01-01"),
            }
        );
    }

    #[test]
    fn repealed_is_not_nought() {
        let own = "[param.tries-a-day]\nvalues = [{ from = \"2027-01-01\", value = \"none\" }]\n";
        let books = Books::with_own(own).unwrap();
        let tries = |on| books.of(Region::Cn).whole("tries-a-day", day(on));
        assert_eq!(tries("2026-12-31"), Some(6));
        assert_eq!(tries("2027-01-01"), None);
    }
}
