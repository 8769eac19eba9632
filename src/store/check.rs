//! Facts that must agree with each other: ids, references, dates in order, contracts that are whole.
//!
//! Works on checked records, so that it can go on where single fields are wrong. What is suspicious but
//! legal becomes a [`Warning`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::budget::Every;
use crate::domain::contract::Method;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::parts::Part;
use crate::domain::rate::Percent;
use crate::domain::vocabulary::Vocabulary;

use super::format::{Kind, LEDGER, Shape, Target};
use super::mistake::{MistakeKind, Warning};
use super::record::{Record, Value};
use super::walk::{Sink, nearest, shown};

const PARTS: [&str; 4] = ["principal", "interest", "penalty", "fees"];

/// Checks all facts of a ledger against each other.
pub(super) fn ledger(root: &Record, sink: &mut Sink) {
    let ids = Ids::of(root, sink);
    references(root, &LEDGER, &ids, sink);
    for income in root.records("income") {
        once(income, sink);
        ordered_dates(income, "from", "until", true, sink);
        if let (Some(low), Some(high)) = (income.money("low"), income.money("high"))
            && high < low
        {
            sink.at(income, "high", MistakeKind::AmountOrder { other: "low" });
        }
    }
    for expense in root.records("expense") {
        once(expense, sink);
        ordered_dates(expense, "from", "until", true, sink);
    }
    for record in root.records("debt") {
        debt(record, sink);
    }
    for offer in root.records("offer") {
        ordered_dates(offer, "on", "reply-by", true, sink);
    }
    for clock in root.records("clock") {
        ordered_dates(clock, "from", "until", true, sink);
    }
    for record in root.records("agreement") {
        agreement(root, record, sink);
    }
}

/// The ids of each table.
struct Ids(BTreeMap<Target, Vec<String>>);

impl Ids {
    fn of(root: &Record, sink: &mut Sink) -> Ids {
        let mut all = BTreeMap::new();
        for target in [
            Target::Lender,
            Target::Debt,
            Target::Offer,
            Target::Agreement,
        ] {
            let mut ids = BTreeMap::new();
            for record in root.records(target.table()) {
                let Some(id) = record.text("id") else {
                    continue;
                };
                if ids.insert(id.clone(), ()).is_some() {
                    sink.at(record, "id", MistakeKind::DuplicateId { id });
                }
            }
            all.insert(target, ids.into_keys().collect());
        }
        Ids(all)
    }

    fn of_table(&self, target: Target) -> &[String] {
        self.0.get(&target).map_or(&[], Vec::as_slice)
    }
}

/// Every reference of the format, wherever it stands.
fn references(record: &Record, shape: &'static Shape, ids: &Ids, sink: &mut Sink) {
    for (name, (_, value)) in &record.fields {
        let Some(key) = shape.key(name) else {
            continue;
        };
        if let (Kind::Reference(target), Value::Text(found)) = (key.kind, value) {
            let known = ids.of_table(target);
            if known.binary_search(found).is_err() {
                let nearest = nearest(found, known.iter().map(String::as_str)).map(str::to_owned);
                let kind = MistakeKind::UnknownReference {
                    target,
                    found: shown(found),
                    nearest,
                };
                sink.at(record, key.name, kind);
            }
        }
        let Some(child) = key.kind.shape() else {
            continue;
        };
        let inner = match value {
            Value::List(list) => list.as_slice(),
            one => std::slice::from_ref(one),
        };
        for value in inner {
            if let Value::Record(record) = value {
                references(record, child, ids, sink);
            }
        }
    }
}

fn once(record: &Record, sink: &mut Sink) {
    if record.word("every") == Some(Every::Once) && !record.has("on") {
        sink.at(record, "every", MistakeKind::OnceNeedsDate);
    }
}

fn ordered_dates(
    record: &Record,
    first: &'static str,
    second: &'static str,
    same_day: bool,
    sink: &mut Sink,
) {
    if let (Some(from), Some(until)) = (record.date(first), record.date(second))
        && (until < from || (until == from && !same_day))
    {
        let kind = MistakeKind::DateOrder {
            other: first,
            date: from,
            same_day,
        };
        sink.at(record, second, kind);
    }
}

fn debt(debt: &Record, sink: &mut Sink) {
    if let Some(contract) = debt.record("contract") {
        self::contract(debt, contract, sink);
    } else if debt.records("due").next().is_some() {
        sink.at(debt, "due", MistakeKind::RowsWithoutCustom);
    }
    for claim in debt.records("claim") {
        self::claim(claim, sink);
    }
    for pause in debt.records("pause") {
        ordered_dates(pause, "from", "until", false, sink);
    }
}

fn contract(debt: &Record, contract: &Record, sink: &mut Sink) {
    let method = contract
        .word::<Method>("method")
        .unwrap_or(Method::EqualInstalment);
    // An unknown word for the method has been told already; what it needs is not known.
    let told = contract.has("method") && contract.word::<Method>("method").is_none();
    let rows: Vec<&Record> = debt.records("due").collect();
    if method == Method::Custom {
        if rows.is_empty() && !debt.has("due") {
            let kind = MistakeKind::MethodNeeds {
                method: method.as_str(),
                key: "[[debt.due]]",
            };
            sink.at(contract, "method", kind);
        }
        custom_rows(contract, &rows, sink);
    } else if !told {
        if !rows.is_empty() {
            sink.at(debt, "due", MistakeKind::RowsWithoutCustom);
        }
        for key in ["count", "first-due"] {
            if !contract.has(key) {
                let kind = MistakeKind::MethodNeeds {
                    method: method.as_str(),
                    key,
                };
                sink.add(contract.span.clone(), contract.field(key), kind);
            }
        }
    }
    ordered_dates(contract, "disbursed", "first-due", true, sink);
    let mut last: Option<NaiveDate> = None;
    for rate in contract.records("rate") {
        if let Some(from) = rate.date("from") {
            if let Some(before) = last.filter(|before| from <= *before) {
                let kind = MistakeKind::DateOrder {
                    other: "from",
                    date: before,
                    same_day: false,
                };
                sink.at(rate, "from", kind);
            }
            last = Some(from);
        }
    }
    if let Some(Value::List(list)) = contract.value("allocation")
        && !list.contains(&Value::Broken)
    {
        let said: Vec<Part> = contract.words("allocation");
        let each_once = said.len() == Part::ALL.len() && Part::ALL.iter().all(|p| said.contains(p));
        if !each_once {
            sink.at(contract, "allocation", MistakeKind::IncompleteOrder);
        }
    }
}

/// The rows of a custom contract repay its principal, no more and no less (S2).
fn custom_rows(contract: &Record, rows: &[&Record], sink: &mut Sink) {
    let Some(principal) = contract.money("principal") else {
        return;
    };
    let readable = |row: &&Record| row.value("principal") != Some(&Value::Broken);
    if rows.is_empty() || !rows.iter().all(readable) {
        return;
    }
    let sum: Money = rows.iter().filter_map(|row| row.money("principal")).sum();
    if sum != principal {
        let kind = MistakeKind::RowsDoNotAddUp {
            rows: sum,
            principal,
        };
        sink.at(contract, "principal", kind);
    }
}

fn claim(claim: &Record, sink: &mut Sink) {
    let any = PARTS
        .iter()
        .chain(&["total", "overdue", "payoff"])
        .any(|key| claim.has(key));
    if !any {
        sink.add(
            claim.span.clone(),
            claim.path.clone(),
            MistakeKind::EmptyClaim,
        );
    }
    let parts = PARTS.iter().filter(|key| claim.has(key)).count();
    let sum: Money = PARTS.iter().filter_map(|key| claim.money(key)).sum();
    if let Some(total) = claim.money("total")
        && parts > 0
        && sum != total
    {
        sink.at(claim, "total", MistakeKind::ClaimTotal { parts: sum });
    }
}

fn agreement(root: &Record, agreement: &Record, sink: &mut Sink) {
    if !agreement.has("due") && !agreement.has("offer") {
        sink.add(
            agreement.span.clone(),
            agreement.path.clone(),
            MistakeKind::EmptyAgreement,
        );
    }
    let offer = agreement.text("offer").and_then(|id| {
        root.records("offer")
            .find(|offer| offer.text("id").as_ref() == Some(&id))
    });
    if let (Some(of_offer), Some(own)) =
        (offer.and_then(|o| o.text("debt")), agreement.text("debt"))
        && of_offer != own
    {
        let debt = shown(&of_offer);
        sink.at(agreement, "offer", MistakeKind::OtherDebt { debt });
    }
}

/// What is suspicious, but legal, whatever the day.
#[must_use]
pub(super) fn warnings(ledger: &Ledger) -> Vec<Warning> {
    let mut found = Vec::new();
    if ledger
        .budget
        .share
        .is_some_and(|share| share > Percent::whole(90))
    {
        found.push(Warning::HighShare);
    }
    for debt in &ledger.debts {
        let id = debt.id.to_string();
        if debt.contract.is_none() && debt.claims.is_empty() && debt.oldest_unpaid.is_none() {
            found.push(Warning::NothingKnown { debt: id.clone() });
        }
        for claim in &debt.claims {
            let total = claim.parts().total();
            if let Some(overdue) = claim.overdue.filter(|overdue| *overdue > total) {
                found.push(Warning::OverdueMore {
                    debt: id.clone(),
                    on: claim.on,
                    overdue,
                    total,
                });
            }
        }
        let payout = debt.contract.as_ref().and_then(|c| c.disbursed);
        for (place, payment) in debt.payments.iter().enumerate() {
            if payout.is_some_and(|day| payment.on < day) {
                found.push(Warning::PaidBeforePayout {
                    debt: id.clone(),
                    on: payment.on,
                });
            }
            let twin = |other: &crate::domain::debt::Payment| {
                other.on == payment.on && other.amount == payment.amount
            };
            if debt.payments.iter().take(place).any(twin) {
                found.push(Warning::PaidTwice {
                    debt: id.clone(),
                    on: payment.on,
                    amount: payment.amount,
                });
            }
        }
        if let Some(contract) = &debt.contract
            && contract
                .net_received
                .is_some_and(|net| net > contract.principal)
        {
            found.push(Warning::ReceivedMore { debt: id });
        }
    }
    for evidence in ledger.contacts.iter().flat_map(|c| &c.evidence) {
        if let Some(hash) = &evidence.sha256 {
            let good = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
            if !good {
                found.push(Warning::NotAHash {
                    file: shown(&evidence.file),
                });
            }
        }
    }
    found
}

/// Facts dated after the day that counts as today: nothing is wrong with them, but a slip of the year is likely.
#[must_use]
pub fn future(ledger: &Ledger, as_of: NaiveDate) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut look = |field: String, on: NaiveDate| {
        if on > as_of {
            found.push(Warning::InTheFuture { field, on });
        }
    };
    for debt in &ledger.debts {
        if let Some(missed) = debt.oldest_unpaid {
            look(format!("debt[{}].oldest-unpaid", debt.id), missed);
        }
        for (place, payment) in (1_usize..).zip(&debt.payments) {
            look(format!("debt[{}].payment[{place}].on", debt.id), payment.on);
        }
        for (place, claim) in (1_usize..).zip(&debt.claims) {
            look(format!("debt[{}].claim[{place}].on", debt.id), claim.on);
        }
    }
    for (place, contact) in (1_usize..).zip(&ledger.contacts) {
        look(format!("contact[{place}].at"), contact.at.date());
    }
    for agreement in &ledger.agreements {
        look(
            format!("agreement[{}].signed", agreement.id),
            agreement.signed,
        );
    }
    found
}
