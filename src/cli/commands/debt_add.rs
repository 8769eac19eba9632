//! `debt add`: a debt and, on the way, the lender it is owed to.
//!
//! Without flags it asks for the least that is useful, debt after debt; with flags one command writes a debt and a
//! lender that is not in the ledger yet. A lender's kind and region decide the law: they are asked or typed,
//! never guessed.

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::domain::id::{DebtId, LenderId};
use crate::domain::ledger::Ledger;
use crate::domain::lender::{Lender, LenderKind, Region};
use crate::domain::money::Money;
use crate::domain::typed::{DayError, Looking};
use crate::domain::vocabulary::Vocabulary;
use crate::store::format::Kind;
use crate::store::{Fields, Put, Spot, StoreError};

use super::guard;
use super::record::{Table, canonical, fields, insert};
use crate::cli::app::{App, Recorded};
use crate::cli::args::money;
use crate::cli::error::{CliError, harmless, known_hints};
use crate::cli::exit::Exit;
use crate::cli::values;

const TOTAL: &str = "total";
const NAME: &str = "lender-name";
const KIND: &str = "lender-kind";
const REGION: &str = "lender-region";

/// The flags that no key of a debt has: its first claim and a lender that is new.
pub(super) fn arguments(command: Command) -> Command {
    let word = |name: &'static str, words: &'static [&'static str]| {
        Arg::new(name)
            .long(name)
            .value_name("WORD")
            .requires(NAME)
            .value_parser(PossibleValuesParser::new(words))
    };
    command
        .arg(
            Arg::new(TOTAL)
                .long(TOTAL)
                .value_name("AMOUNT")
                .allow_negative_numbers(true)
                .value_parser(money()),
        )
        .arg(
            Arg::new(NAME)
                .long(NAME)
                .value_name("NAME")
                .value_parser(|text: &str| canonical(Kind::Line, text)),
        )
        .arg(word(KIND, LenderKind::WORDS))
        .arg(word(REGION, Region::WORDS))
}

/// Adds one debt; asked for everything, debt after debt until the person has no more.
pub(super) fn run(app: &App, table: Table, matches: &ArgMatches) -> Result<Exit, CliError> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let typed = Typed {
        id: text(table.by),
        record: fields(&table.flags(), matches),
        total: matches.get_one::<Money>(TOTAL).copied(),
        lender_name: text(NAME),
        lender_kind: text(KIND),
        lender_region: text(REGION),
    };
    let asks_all = typed.id.is_none() && typed.total.is_none();
    if !asks_all {
        let (_, exit) = one(app, typed, false)?;
        app.suggest("forbear status");
        return Ok(exit);
    }
    let (mut id, mut exit) = one(app, typed, true)?;
    while !app.json() && another(app)? {
        (id, exit) = one(app, Typed::default(), true)?;
    }
    if !app.json() {
        app.say(&app.word("cli-next-after-debts", &[("debt", id.into())]));
    }
    Ok(exit)
}

fn another(app: &App) -> Result<bool, CliError> {
    let question = app.words.text("cli-ask-debt-another");
    app.ask().confirm("<ID>", &question, false)
}

/// What the command line says.
#[derive(Default)]
struct Typed {
    id: Option<String>,
    record: Fields,
    total: Option<Money>,
    lender_name: Option<String>,
    lender_kind: Option<String>,
    lender_region: Option<String>,
}

/// The lender a debt is owed to.
enum Owed {
    /// One of the ledger's.
    Known(String),
    /// One that is written with the debt.
    New(String, Fields),
}

/// Writes one debt; gives its id.
fn one(app: &App, mut typed: Typed, all: bool) -> Result<(String, Exit), CliError> {
    let ledger = app.load()?.ledger;
    missed_already(app, &typed.record)?;
    let taken = |id: &String| ledger.debts.iter().any(|debt| debt.id.as_str() == id);
    if let Some(id) = typed.id.clone().filter(taken) {
        return Err(CliError::Taken { what: "debt", id });
    }
    let lender = owed_to(app, &ledger, &mut typed)?;
    let (lender_id, new_lender) = match lender {
        Owed::Known(id) => (id, None),
        Owed::New(id, fields) => (id, Some(fields)),
    };
    let id = match typed.id {
        Some(id) => id,
        None => free_id(&ledger, &lender_id),
    };
    let mut record = typed.record;
    insert(&mut record, &["lender"], Put::from(lender_id.as_str()));
    record.insert(0, ("id", Put::from(id.as_str())));
    let mut claim: Fields = Vec::new();
    if let Some(total) = typed.total {
        claim.push(("total", Put::from(total)));
    }
    if all {
        ask_rest(app, &mut record, &mut claim)?;
    }
    write(app, &id, new_lender.as_ref(), &record, claim).map(|exit| (id, exit))
}

fn write(
    app: &App,
    id: &str,
    new_lender: Option<&Fields>,
    record: &Fields,
    mut claim: Fields,
) -> Result<Exit, CliError> {
    let mut shown = record.clone();
    if claim.iter().any(|(key, _)| *key == TOTAL) {
        claim.insert(0, ("on", Put::from(app.as_of())));
        shown.push(("claim", Put::List(vec![Put::Table(claim.clone())])));
    } else {
        claim.clear();
    }
    let saved = app.edit(&format!("debt add {id}"), |edit, _| {
        if let Some(lender) = new_lender {
            edit.push(&Spot::top(), "lender", lender.clone())
                .map_err(StoreError::from)?;
        }
        edit.push(&Spot::top(), "debt", record.clone())
            .map_err(StoreError::from)?;
        if !claim.is_empty() {
            edit.push(&Spot::id("debt", id), "claim", claim.clone())
                .map_err(StoreError::from)?;
        }
        Ok(())
    })?;
    let debt = id.parse::<DebtId>().ok();
    let lender = debt
        .and_then(|id| saved.ledger.debt(&id))
        .and_then(|debt| saved.ledger.lender(&debt.lender));
    let sentence = match lender.filter(|_| new_lender.is_some()) {
        Some(lender) => app.word(
            "cli-added-debt-and-lender",
            &[("id", id.into()), ("lender", lender.id.as_str().into())],
        ),
        None => app.word("cli-added-debt", &[("id", id.into())]),
    };
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence,
            table: "debt",
            debt: None,
            fields: shown,
        },
    )?;
    if let Some(region) = lender.map(|lender| lender.region) {
        guard::currency(app, &saved.ledger, region);
    }
    Ok(exit)
}

/// The lender that was typed, by id or name; else one that is chosen or told.
fn owed_to(app: &App, ledger: &Ledger, typed: &mut Typed) -> Result<Owed, CliError> {
    let named = typed
        .record
        .iter()
        .find_map(|(key, put)| match (*key, put) {
            ("lender", Put::Text(text)) => Some(text.clone()),
            _ => None,
        });
    let words = |typed: &mut Typed| (typed.lender_kind.take(), typed.lender_region.take());
    match (named, typed.lender_name.take()) {
        (None, None) => ask_lender(app, ledger),
        (Some(text), None) => match find(ledger, &text) {
            Some(lender) => Ok(Owed::Known(lender.id.to_string())),
            None => Err(unknown(app, ledger, &text)),
        },
        (None, Some(name)) => match find(ledger, &name) {
            Some(lender) => Ok(Owed::Known(lender.id.to_string())),
            None => {
                let id = typed
                    .id
                    .as_deref()
                    .map_or_else(|| short(&name), |id| without_number(id).to_owned());
                new_lender(app, &free(ledger, &id), &name, words(typed), true)
            }
        },
        (Some(text), Some(name)) => match find(ledger, &text) {
            Some(lender) if lender.name == name => Ok(Owed::Known(lender.id.to_string())),
            Some(lender) => Err(CliError::Taken {
                what: "lender",
                id: lender.id.to_string(),
            }),
            None => new_lender(app, &text, &name, words(typed), true),
        },
    }
}

fn find<'a>(ledger: &'a Ledger, text: &str) -> Option<&'a Lender> {
    ledger
        .lenders
        .iter()
        .find(|lender| lender.id.as_str() == text)
        .or_else(|| ledger.lenders.iter().find(|lender| lender.name == text))
}

/// One of the known lenders, or a new one.
fn ask_lender(app: &App, ledger: &Ledger) -> Result<Owed, CliError> {
    if !ledger.lenders.is_empty() {
        let mut items: Vec<String> = ledger
            .lenders
            .iter()
            .map(|lender| format!("{} ({})", lender.name, lender.id))
            .collect();
        items.insert(0, app.words.text("cli-ask-debt-new-lender"));
        let question = app.words.text("cli-ask-debt-lender");
        let place = app.ask().choose("--lender", &question, &items)?;
        let known = place.checked_sub(1).and_then(|at| ledger.lenders.get(at));
        if let Some(lender) = known {
            return Ok(Owed::Known(lender.id.to_string()));
        }
    }
    let question = app.words.text("cli-ask-lender-name");
    let name = app.ask().line("--lender-name", &question)?;
    if let Some(known) = find(ledger, &name) {
        return Ok(Owed::Known(known.id.to_string()));
    }
    let id = ask_lender_id(app, ledger, &name)?;
    new_lender(app, &id, &name, (None, None), true)
}

/// A short id; Enter alone takes the one that is shown.
fn ask_lender_id(app: &App, ledger: &Ledger, name: &str) -> Result<String, CliError> {
    let offered = free(ledger, &short(name));
    let not_an_id = crate::store::messages::id(crate::domain::id::IdError, &app.words);
    let taken = app.words.text("cli-ask-taken");
    let question = app.word("cli-ask-lender-short", &[("id", offered.as_str().into())]);
    let typed = app.ask().text("--lender", &question, |typed| {
        match typed.parse::<LenderId>() {
            _ if typed.is_empty() => Ok(()),
            Err(_) => Err(not_an_id.clone()),
            Ok(id) if ledger.lender(&id).is_some() => Err(taken.clone()),
            Ok(_) => Ok(()),
        }
    })?;
    Ok(if typed.is_empty() { offered } else { typed })
}

/// A lender to write; a person is asked for the kind and region that were not typed.
fn new_lender(
    app: &App,
    id: &str,
    name: &str,
    (kind, region): (Option<String>, Option<String>),
    ask: bool,
) -> Result<Owed, CliError> {
    let ask = ask && app.can_ask();
    let kind = match kind {
        None if ask => Some(ask_word::<LenderKind>(app, "kind")?),
        typed => typed,
    };
    let region = match region {
        None if ask => Some(ask_word::<Region>(app, "region")?),
        typed => typed,
    };
    let mut fields: Fields = vec![("id", id.into()), ("name", name.into())];
    fields.extend(kind.map(|kind| ("kind", Put::from(kind))));
    fields.extend(region.map(|region| ("region", Put::from(region))));
    Ok(Owed::New(id.to_owned(), fields))
}

fn ask_word<V: Vocabulary>(app: &App, key: &str) -> Result<String, CliError> {
    let question = app.words.text(&format!("cli-ask-lender-{key}"));
    app.ask()
        .word::<V>(&format!("--lender-{key}"), &question)
        .map(|word| word.as_str().to_owned())
}

/// The product, what the lender's app shows, and since when nothing was paid.
fn ask_rest(app: &App, record: &mut Fields, claim: &mut Fields) -> Result<(), CliError> {
    let there = |record: &Fields, key| record.iter().any(|(known, _)| *known == key);
    if !there(record, "product") {
        let question = app.words.text("cli-ask-debt-product");
        let product: crate::domain::debt::Product = app.ask().word("--product", &question)?;
        record.push(("product", Put::from(product.as_str())));
    }
    let question = app.words.text("cli-ask-debt-total");
    let total = app.ask().optional_money("--total", &question)?;
    claim.extend(total.map(|total| (TOTAL, Put::from(total))));
    if there(record, "oldest-unpaid") {
        return Ok(());
    }
    match ask_missed(app)? {
        Missed::On(on) => record.push(("oldest-unpaid", Put::from(on))),
        Missed::Nothing => claim.push(("overdue", Put::from(Money::ZERO))),
        Missed::Unknown => {}
    }
    Ok(())
}

/// The oldest due date that was missed.
enum Missed {
    On(NaiveDate),
    Nothing,
    Unknown,
}

fn ask_missed(app: &App) -> Result<Missed, CliError> {
    let as_of = app.as_of();
    let ask = app.ask();
    let not_a_date = app.words.text("cli-ask-debt-oldest-unpaid-how");
    let future = app.word(
        "cli-ask-date-future",
        &[("as-of", as_of.to_string().into())],
    );
    let nothing = |typed: &str| matches!(typed, "0" | "０");
    let question = app.words.text("cli-ask-debt-oldest-unpaid");
    let typed = ask.text("--oldest-unpaid", &question, |typed| {
        match ask.day(typed, Looking::Back) {
            _ if typed.is_empty() || nothing(typed) => Ok(()),
            Err(DayError::NotADate) => Err(not_a_date.clone()),
            Err(error) => Err(values::day(error, &app.words, as_of)),
            Ok(on) if on > as_of => Err(future.clone()),
            Ok(_) => Ok(()),
        }
    })?;
    Ok(match ask.day(&typed, Looking::Back) {
        Ok(on) => {
            ask.repeat(&typed, on);
            Missed::On(on)
        }
        Err(_) if nothing(&typed) => Missed::Nothing,
        Err(_) => Missed::Unknown,
    })
}

/// Refuses an oldest missed date that is still to come.
pub(super) fn missed_already(app: &App, record: &Fields) -> Result<(), CliError> {
    let mut dates = record.iter().filter_map(|(key, put)| match (*key, put) {
        ("oldest-unpaid", Put::Date(on)) => Some(*on),
        _ => None,
    });
    dates.try_for_each(|on| guard::not_in_future(app, on))
}

/// Refuses a lender that is not in the ledger, with both ways to add it.
pub(super) fn unknown(app: &App, ledger: &Ledger, typed: &str) -> CliError {
    let known: Vec<String> = ledger
        .lenders
        .iter()
        .map(|lender| lender.id.to_string())
        .collect();
    let mut hints = known_hints(typed, &known, &app.words);
    let id = match typed.parse::<LenderId>() {
        Ok(id) => id.to_string(),
        Err(_) => short(typed),
    };
    hints.push(app.word("cli-lender-add-hint", &[("id", id.as_str().into())]));
    hints.push(app.word("cli-debt-add-hint", &[("id", id.into())]));
    CliError::Refused {
        kind: "unknown-id",
        message: app.word("error-unknown-lender", &[("id", harmless(typed).into())]),
        hints,
    }
}

/// A short id from a name: the first two characters of a Chinese one, else the first word.
fn short(name: &str) -> String {
    // Half of all banks begin with the country's name: what follows tells them apart.
    let name = ["中国", "中國"]
        .iter()
        .find_map(|country| name.strip_prefix(country))
        .filter(|rest| rest.chars().nth(2).is_some())
        .unwrap_or(name);
    let mut chars = name.chars().filter(|c| c.is_alphanumeric());
    let Some(first) = chars.next() else {
        return "lender".to_owned();
    };
    if !first.is_ascii() {
        return std::iter::once(first).chain(chars.take(1)).collect();
    }
    let word = name.split(|c: char| !c.is_ascii_alphanumeric());
    let word = word.into_iter().find(|word| !word.is_empty());
    let word: String = word.unwrap_or_default().chars().take(20).collect();
    word.to_lowercase()
}

/// An id of a debt without the number of its lender's debts: `zl-1` → `zl`.
fn without_number(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((before, after))
            if !before.is_empty() && after.bytes().all(|b| b.is_ascii_digit()) =>
        {
            before
        }
        _ => id,
    }
}

/// An id no lender has yet.
fn free(ledger: &Ledger, wanted: &str) -> String {
    let taken = |id: &str| ledger.lenders.iter().any(|one| one.id.as_str() == id);
    if !taken(wanted) {
        return wanted.to_owned();
    }
    (2_u32..)
        .map(|number| format!("{wanted}{number}"))
        .find(|id| !taken(id))
        .unwrap_or_default()
}

/// An id no debt has yet: the lender's with a number.
fn free_id(ledger: &Ledger, lender: &str) -> String {
    let lender: String = lender.chars().take(56).collect();
    (1_u32..)
        .map(|number| format!("{lender}-{number}"))
        .find(|id| !ledger.debts.iter().any(|debt| debt.id.as_str() == id))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names() {
        assert_eq!(short("招联消费金融股份有限公司"), "招联");
        assert_eq!(short("（中国）"), "中国");
        assert_eq!(short("中国工商银行"), "工商");
        assert_eq!(short("中国银行"), "中国");
        assert_eq!(short("Prime Credit Ltd."), "prime");
        assert_eq!(short("!"), "lender");
        assert_eq!(without_number("zl-1"), "zl");
        assert_eq!(without_number("zl-card"), "zl-card");
        assert_eq!(without_number("-1"), "-1");
    }
}
