//! `--explain`: how each figure of a report comes about, after the report itself (product.md §6).
//!
//! Promises: a formula is shown with its numbers filled in, as one types it into a calculator; each input says where
//! it comes from; JSON holds every working, people are shown the first few of a kind unless they ask for all.
//! Leaves to others: the workings themselves (`engine::explain`).

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Report;
use super::document::{Block, Document};
use super::figure::sentences;
use super::schedule::ScheduleReport;
use crate::domain::exact::Exact;
use crate::domain::ladder::RungName;
use crate::domain::ledger::Currency;
use crate::domain::quantity::Quantity;
use crate::domain::working::{
    About, Formula, Group, Input, Line, Origin, Rounding, Value, Working,
};
use crate::engine::explain::audit::{LINE, NEAREST, RECORDED};
use crate::i18n::Words;
use crate::i18n::numbers;

/// Lines of a sum that are shown unless all are asked for.
const SHOWN: usize = 12;

/// What the groups of workings are about: it decides their headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Debts, by id; the totals have no name.
    Debts,
    /// Offers, by number; doing nothing has no name.
    Offers,
    /// Months; an ordinary one has no name.
    Months,
    /// A claim: the contract as recorded, the nearest way of counting, the line of law, and spans between claims.
    Claim,
    /// The steps of a ladder, by name; what they rest on has no name, months have their own.
    Steps,
    /// One thing.
    One,
}

/// A report with the workings of its figures.
#[derive(Clone, Debug)]
pub struct Explained<R> {
    report: R,
    groups: Vec<Group>,
    subject: Subject,
    currency: Currency,
    full: bool,
}

impl<R: Report> Explained<R> {
    /// A report and the workings of its figures; `full` shows all of them to people.
    #[must_use]
    pub fn new(
        report: R,
        groups: Vec<Group>,
        subject: Subject,
        currency: Currency,
        full: bool,
    ) -> Explained<R> {
        Explained {
            report,
            groups,
            subject,
            currency,
            full,
        }
    }
}

#[derive(Serialize)]
struct WithWorkings<'a, R> {
    #[serde(flatten)]
    report: &'a R,
    workings: Vec<Told<'a>>,
}

impl<R: Report> Serialize for Explained<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let workings = self
            .groups
            .iter()
            .flat_map(|group| {
                group.workings.iter().map(|working| Told {
                    group: &group.name,
                    working,
                })
            })
            .collect();
        WithWorkings {
            report: &self.report,
            workings,
        }
        .serialize(serializer)
    }
}

/// A working as data.
struct Told<'a> {
    group: &'a str,
    working: &'a Working,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let working = self.working;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &working.id)?;
        if !self.group.is_empty() {
            map.serialize_entry("group", self.group)?;
        }
        map.serialize_entry("figure", &working.figure)?;
        about_entries(&mut map, &working.about)?;
        map.serialize_entry("inputs", &inputs(&working.formula))?;
        map.serialize_entry("formula", &working.formula.written(&plain))?;
        let lines: Vec<ToldLine<'_>> = working.lines.iter().map(ToldLine).collect();
        if !lines.is_empty() {
            map.serialize_entry("lines", &lines)?;
        }
        map.serialize_entry("result", &plain(&working.result))?;
        map.serialize_entry("unit", unit(&working.result))?;
        map.serialize_entry("rounding", &working.rounding)?;
        map.serialize_entry("rules", working.rules)?;
        if let Some(source) = &working.source {
            let title = source.title.get(crate::domain::lang::Lang::En);
            map.serialize_entry(
                "source",
                &serde_json::json!({ "title": title, "level": source.level }),
            )?;
        }
        map.end()
    }
}

/// A line as data.
struct ToldLine<'a>(&'a Line);

impl Serialize for ToldLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(name) = line.name {
            map.serialize_entry("figure", &name)?;
        }
        about_entries(&mut map, &line.about)?;
        map.serialize_entry("inputs", &inputs(&line.formula))?;
        map.serialize_entry("formula", &line.formula.written(&plain))?;
        map.serialize_entry("result", &plain(&line.result))?;
        map.serialize_entry("rounding", &line.rounding)?;
        map.end()
    }
}

fn about_entries<M: SerializeMap>(map: &mut M, about: &About) -> Result<(), M::Error> {
    if let Some(part) = about.part {
        map.serialize_entry("part", &part)?;
    }
    if let Some(of) = about.of {
        map.serialize_entry("of", &of)?;
    }
    if let Some(row) = about.row {
        map.serialize_entry("row", &row)?;
    }
    if let Some(on) = about.on {
        map.serialize_entry("on", &on)?;
    }
    if let Some(until) = about.until {
        map.serialize_entry("until", &until)?;
    }
    if let Some(month) = about.month {
        map.serialize_entry("month", &month.format("%Y-%m").to_string())?;
    }
    if let Some(name) = &about.name {
        map.serialize_entry("name", name)?;
    }
    Ok(())
}

fn inputs(formula: &Formula) -> Vec<ToldInput<'_>> {
    formula.inputs().into_iter().map(ToldInput).collect()
}

/// An input as data.
struct ToldInput<'a>(&'a Input);

impl Serialize for ToldInput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let input = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &input.name)?;
        about_entries(&mut map, &input.about)?;
        map.serialize_entry("value", &plain(&input.value))?;
        map.serialize_entry("unit", unit(&input.value))?;
        map.serialize_entry("from", &origin(&input.from))?;
        map.end()
    }
}

/// Where an input comes from, as data.
fn origin(from: &Origin) -> serde_json::Value {
    use serde_json::json;
    match from {
        Origin::Ledger(key) => json!({ "ledger": key }),
        Origin::Claim(on) => json!({ "claim": on }),
        Origin::Payment(on) => json!({ "payment": on }),
        Origin::Working(id) => json!({ "working": id }),
        Origin::Schedule(row) => json!({ "schedule": row }),
        Origin::Rule(rule) => json!({ "rule": rule }),
        Origin::Asked => json!("asked"),
        Origin::Terms => json!("terms"),
        Origin::Status => json!("status"),
        Origin::Simulate => json!("simulate"),
        Origin::Offer(id) => json!({ "offer": id }),
        Origin::Agreement(id) => json!({ "agreement": id }),
        Origin::Promise(on) => json!({ "promise": on }),
        Origin::Book => json!("rule-book"),
        Origin::Way => json!("way"),
        Origin::Trial => json!("trial"),
    }
}

const fn unit(value: &Value) -> &'static str {
    match value {
        Value::Money(_) | Value::Unrounded(_) => "money",
        Value::Percent(_) => "percent",
        Value::Number(_) | Value::Decimal { .. } => "number",
        Value::Date(_) => "date",
        Value::Years(_) => "years",
        Value::Band(_) => "band",
        Value::Class(_) => "class",
        Value::Name(_) => "name",
    }
}

/// A value as data, and as it stands in a formula for programs.
fn plain(value: &Value) -> String {
    match value {
        Value::Money(amount) => amount.to_string(),
        Value::Unrounded(exact) => unrounded(*exact),
        Value::Percent(percent) => percent.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Decimal { digits, places } => decimal(*digits, *places),
        Value::Date(date) => date.to_string(),
        Value::Years(years) => format!("{years} years"),
        Value::Band(band) => band.to_string(),
        Value::Class(class) => class.to_string(),
        Value::Name(name) => name.clone(),
    }
}

/// An amount with six decimals.
fn unrounded(exact: Exact) -> String {
    // Minor units: four more decimals, half-up.
    let scaled = exact.times(Exact::whole(10_000)).map(Exact::settled);
    scaled.map_or_else(|_| "?".to_owned(), |amount| decimal(amount.minor(), 6))
}

fn decimal(digits: i128, places: u32) -> String {
    let places = usize::try_from(places).unwrap_or(0);
    let sign = if digits < 0 { "-" } else { "" };
    let magnitude = format!(
        "{:0>width$}",
        digits.unsigned_abs(),
        width = places.saturating_add(1)
    );
    let (whole, rest) = magnitude.split_at(magnitude.len().saturating_sub(places));
    if rest.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}

/// Digits in groups of three; zeros after the second decimal say nothing.
fn trimmed(text: &str) -> String {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole),
    };
    let grouped = digits
        .parse()
        .map_or_else(|_| digits.to_owned(), numbers::count);
    let kept = decimals.trim_end_matches('0');
    format!("{sign}{grouped}.{kept:0<2}")
}

impl<R> Explained<R> {
    /// Whether a figure is taken from the contract's schedule, which another command works out.
    fn rests_on_a_schedule(&self) -> bool {
        let workings = self.groups.iter().flat_map(|group| &group.workings);
        workings
            .flat_map(|working| {
                let lines = working.lines.iter().map(|line| &line.formula);
                lines.chain([&working.formula])
            })
            .flat_map(Formula::inputs)
            .any(|input| matches!(input.from, Origin::Schedule(_)))
    }
}

impl<R: Report> Report for Explained<R> {
    const SCHEMA: &'static str = R::SCHEMA;

    fn document(&self, words: &Words) -> Document {
        let mut document = self.report.document(words);
        if self.groups.iter().all(|group| group.workings.is_empty()) {
            return document;
        }
        let page = Page {
            words,
            full: self.full,
        };
        document.heading(words.text("workings-title"));
        let mut intro = vec![
            words.text("workings-how"),
            words.with(
                "workings-currency",
                &[("currency", words.word(self.currency).into())],
            ),
        ];
        if R::SCHEMA != ScheduleReport::SCHEMA && self.rests_on_a_schedule() {
            intro.push(words.text("workings-schedule-where"));
        }
        intro.push(words.text("workings-rules-where"));
        document.paragraph(sentences(&intro, words.lang()));
        document.push(Block::Command("forbear help numbers".to_owned()));
        let mut hidden = 0_usize;
        for group in &self.groups {
            hidden = hidden.saturating_add(page.group(group, self.subject, &mut document));
        }
        if hidden > 0 {
            document.paragraph(words.with("workings-more", &[("count", hidden.into())]));
        }
        document
    }
}

struct Page<'a> {
    words: &'a Words,
    full: bool,
}

impl Page<'_> {
    /// Tells a group and gives how many of its workings it left out.
    fn group(&self, group: &Group, subject: Subject, document: &mut Document) -> usize {
        // A part of which nothing is owed needs no telling.
        let nothing = |working: &Working| working.formula == Formula::Number(0);
        let money = |working: &Working| matches!(working.result, Value::Money(_));
        let shown = |working: &&Working| {
            self.full || !(working.detail || nothing(working) && money(working))
        };
        let told: Vec<&Working> = group.workings.iter().filter(shown).collect();
        if told.is_empty() {
            return group.workings.len();
        }
        let heading = match (subject, group.name.as_str()) {
            (Subject::Claim, RECORDED) => self.words.text("workings-recorded"),
            (Subject::Claim, NEAREST) => self.words.text("workings-nearest"),
            (Subject::Claim, LINE) => self.words.text("workings-line-of-law"),
            (Subject::Claim, span) => self.words.with("workings-growth", &[("span", span.into())]),
            (Subject::One, _) | (Subject::Steps, "") => String::new(),
            (Subject::Steps, name) => match name.parse::<RungName>() {
                Ok(rung) => numbers::capitalised(&self.words.word(rung)),
                Err(_) => name.to_owned(),
            },
            (Subject::Debts, "") => self.words.text("workings-all-debts"),
            (Subject::Months, "") => self.words.text("workings-ordinary-month"),
            (Subject::Offers, "") => self.words.text("workings-nothing"),
            (Subject::Offers, number) => {
                let letter = number.parse::<usize>().map_or_else(
                    |_| number.to_owned(),
                    |n| super::simulate::letter(n.saturating_sub(1)),
                );
                self.words
                    .with("simulate-offer", &[("letter", letter.into())])
            }
            (Subject::Debts | Subject::Months, name) => name.to_owned(),
        };
        if !heading.is_empty() {
            document.heading(heading);
        }
        for working in &told {
            self.working(working, document);
        }
        group.workings.len().saturating_sub(told.len())
    }

    fn working(&self, working: &Working, document: &mut Document) {
        let figure = self.label(working.figure, &working.about);
        document.push(Block::Heading {
            level: 3,
            text: format!("{figure} = {}", self.value(&working.result)),
        });
        let formula = working.formula.written(&|value| self.value(value));
        let result = self.value(&working.result);
        let mut said = Vec::new();
        if formula != result {
            said.push(format!("{formula} = {result}"));
        }
        said.extend(self.legend(working.formula.inputs(), true));
        if !working.lines.is_empty() {
            document.paragraph(said.join("\n"));
            said.clear();
            self.lines(&working.lines, document);
        }
        let rounding = self.words.word(working.rounding);
        if working.rules.is_empty() {
            // It follows the rule book alone: the source below says which.
            said.push(numbers::capitalised(&rounding));
        } else {
            let rules = [
                ("rules", working.rules.join(", ").into()),
                ("rounding", rounding.into()),
            ];
            said.push(self.words.with("workings-rule", &rules));
        }
        if let Some(source) = &working.source {
            let slots = [
                ("title", source.title.get(self.words.lang()).into()),
                ("level", self.words.word(source.level).into()),
            ];
            said.push(self.words.with("workings-source", &slots));
        }
        document.paragraph(said.join("\n"));
    }

    /// The lines that `Σ` adds up, and what stands in them.
    fn lines(&self, lines: &[Line], document: &mut Document) {
        let shown = if self.full { usize::MAX } else { SHOWN };
        let mut items: Vec<String> = lines
            .iter()
            .take(shown)
            .map(|line| {
                let name = line
                    .name
                    .map(|name| self.words.word(name))
                    .into_iter()
                    .chain(self.about(&line.about))
                    .collect::<Vec<_>>()
                    .join(" · ");
                let formula = line.formula.written(&|value| self.value(value));
                let result = self.value(&line.result);
                let worked = if formula == result {
                    result
                } else {
                    format!("{formula} = {result}")
                };
                self.words.with(
                    "workings-line",
                    &[("name", name.into()), ("worked", worked.into())],
                )
            })
            .collect();
        let hidden = lines.len().saturating_sub(shown);
        if hidden > 0 {
            items.push(
                self.words
                    .with("workings-more-lines", &[("count", hidden.into())]),
            );
        }
        document.push(Block::List {
            ordered: false,
            items,
        });
        let inputs = lines
            .iter()
            .flat_map(|line| line.formula.inputs())
            .collect();
        if let Some(legend) = self.legend(inputs, false) {
            let slots = [("legend", legend.into())];
            let mut said = vec![self.words.with("workings-in-lines", &slots)];
            if lines.iter().any(|line| line.rounding == Rounding::HalfUp) {
                said.push(self.words.text("workings-lines-cut"));
            }
            document.paragraph(sentences(&said, self.words.lang()));
        }
    }

    /// What each input is and where it comes from; with its value, or once for all lines without.
    fn legend(&self, inputs: Vec<&Input>, values: bool) -> Option<String> {
        let mut said: Vec<String> = Vec::new();
        for input in inputs {
            let from = self.from(&input.from, values);
            let text = if values {
                let slots = [
                    ("value", self.value(&input.value).into()),
                    ("name", self.label_plain(input.name, &input.about).into()),
                    ("from", from.into()),
                ];
                self.words.with("workings-input", &slots)
            } else {
                let slots = [
                    ("name", self.words.word(input.name).into()),
                    ("from", from.into()),
                ];
                self.words.with("workings-input-any", &slots)
            };
            if !said.contains(&text) {
                said.push(text);
            }
        }
        (!said.is_empty()).then(|| said.join(&self.words.text("workings-between")))
    }

    fn label(&self, figure: Quantity, about: &About) -> String {
        numbers::capitalised(&self.label_plain(figure, about))
    }

    fn label_plain(&self, figure: Quantity, about: &About) -> String {
        std::iter::once(self.words.word(figure))
            .chain(self.about(about))
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn about(&self, about: &About) -> Vec<String> {
        let words = self.words;
        let mut said = Vec::new();
        said.extend(about.name.clone());
        said.extend(about.part.map(|part| words.word(part)));
        said.extend(about.of.map(|of| words.word(of)));
        said.extend(about.on.map(|on| match about.until {
            Some(until) => format!("{on} → {until}"),
            None => on.to_string(),
        }));
        said.extend(
            about
                .row
                .map(|row| words.with("workings-row", &[("row", row.to_string().into())])),
        );
        said.extend(about.month.map(|month| month.format("%Y-%m").to_string()));
        said
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Money(amount) => numbers::grouped(*amount),
            Value::Band(band) => self.words.word(*band),
            Value::Class(class) => self.words.word(*class),
            Value::Years(years) => {
                let slots = [("years", (*years).into())];
                self.words.with("workings-years", &slots)
            }
            Value::Unrounded(_) | Value::Decimal { .. } => trimmed(&plain(value)),
            other => plain(other),
        }
    }

    fn from(&self, from: &Origin, one: bool) -> String {
        let words = self.words;
        let with = |id: &str, what: String| words.with(id, &[("what", what.into())]);
        match from {
            Origin::Ledger(key) => with("workings-from-ledger", (*key).to_owned()),
            Origin::Claim(on) => with("workings-from-claim", on.to_string()),
            Origin::Payment(_) => with("workings-from-ledger", "debt.payment".to_owned()),
            Origin::Working(_) => words.text("workings-from-above"),
            Origin::Schedule(row) if one && *row > 0 => {
                with("workings-from-schedule-row", row.to_string())
            }
            Origin::Schedule(_) => words.text("workings-from-schedule"),
            Origin::Rule(rule) => with("workings-from-rule", (*rule).to_owned()),
            Origin::Asked => words.text("workings-from-asked"),
            Origin::Terms => words.text("workings-from-terms"),
            Origin::Status => words.text("workings-from-status"),
            Origin::Simulate => words.text("workings-from-simulate"),
            Origin::Offer(id) => with("workings-from-offer", id.clone()),
            Origin::Agreement(id) => with("workings-from-agreement", id.clone()),
            Origin::Promise(on) => with("workings-from-promise", on.to_string()),
            Origin::Book => words.text("workings-from-book"),
            Origin::Way => words.text("workings-from-way"),
            Origin::Trial => words.text("workings-from-trial"),
        }
    }
}
