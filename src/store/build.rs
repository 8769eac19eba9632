//! Builds the ledger from checked records.
//!
//! Called only when there is no mistake: each needed field is there. `None` would mean that the format
//! and this file disagree; a test over a ledger with every key keeps them together.

use crate::domain::agreement::{Agreement, AgreementDue, Clauses, Form};
use crate::domain::budget::{Borrower, Budget, Expense, Hardship, Income, IncomeRecord};
use crate::domain::calendar::DayCount;
use crate::domain::contact::{Contact, Counterpart, Direction, Evidence, Promise, Told};
use crate::domain::contract::{Contract, CustomDue, Method, Order, RateFrom};
use crate::domain::debt::{
    AutoDebit, Card, Claim, Claimed, Debt, Fee, Holder, Pause, Payment, PaymentKind, Proceedings,
    Room, Sold, Talks,
};
use crate::domain::ledger::{Account, Case, Clock, ClockKind, Currency, Ledger, Person};
use crate::domain::lender::{Alternative, Lender, Official, Region};
use crate::domain::money::Money;
use crate::domain::offer::{Offer, OfferStatus};
use crate::domain::parts::{Part, Parts};
use crate::domain::vocabulary::Vocabulary;

use super::format::VERSION;
use super::record::{Record, Value};

/// The ledger.
pub(super) fn ledger(root: &Record) -> Option<Ledger> {
    Some(Ledger {
        version: VERSION,
        currency: root.word("currency").unwrap_or(Currency::Cny),
        borrower: match root.record("borrower") {
            Some(record) => borrower(record)?,
            None => Borrower::default(),
        },
        case: root.record("case").map(|case| Case {
            number: case.text("number"),
            consent: case.date("consent"),
            adviser: case.text("adviser"),
        }),
        budget: root
            .record("budget")
            .map_or_else(Budget::default, |budget| Budget {
                reserve: budget.money("reserve").unwrap_or(Money::ZERO),
                share: budget.percent("share"),
            }),
        incomes: all(root, "income", income)?,
        expenses: all(root, "expense", expense)?,
        lenders: all(root, "lender", lender)?,
        debts: all(root, "debt", debt)?,
        offers: all(root, "offer", offer)?,
        contacts: all(root, "contact", contact)?,
        agreements: all(root, "agreement", agreement)?,
        clocks: all(root, "clock", clock)?,
        accounts: all(root, "account", |account| {
            Some(Account {
                name: account.text("name")?,
                bank: account.text("bank"),
                living: account.bool("living").unwrap_or(false),
            })
        })?,
        people: all(root, "person", |person| {
            Some(Person {
                name: person.text("name")?,
                relation: person.text("relation"),
                knows: person.bool("knows"),
                must_not_be_told: person.bool("must-not-be-told"),
            })
        })?,
    })
}

fn all<T>(record: &Record, key: &str, build: impl Fn(&Record) -> Option<T>) -> Option<Vec<T>> {
    record.records(key).map(build).collect()
}

fn id<T: std::str::FromStr>(record: &Record, key: &str) -> Option<T> {
    record.text(key)?.parse().ok()
}

fn borrower(record: &Record) -> Option<Borrower> {
    Some(Borrower {
        name: record.text("name"),
        phone: record.text("phone"),
        address: record.text("address"),
        call_times: record.text("call-times"),
        household: record.int("household"),
        household_note: record.text("household-note"),
        hardship: all(record, "hardship", |hardship| {
            Some(Hardship {
                kind: hardship.word("kind")?,
                since: hardship.date("since"),
                note: hardship.text("note"),
                evidence: hardship.texts("evidence"),
                own_words: hardship.text("own-words"),
            })
        })?,
        note: record.text("note"),
    })
}

fn income(record: &Record) -> Option<Income> {
    Some(Income {
        name: record.text("name")?,
        amount: record.money("amount")?,
        every: record.word("every")?,
        on: record.date("on"),
        from: record.date("from"),
        until: record.date("until"),
        low: record.money("low"),
        high: record.money("high"),
        pay_day: record.int("pay-day"),
        account: record.text("account"),
        history: all(record, "history", |history| {
            Some(IncomeRecord {
                on: history.date("on")?,
                amount: history.money("amount")?,
            })
        })?,
        evidence: record.texts("evidence"),
        note: record.text("note"),
    })
}

fn expense(record: &Record) -> Option<Expense> {
    Some(Expense {
        name: record.text("name")?,
        amount: record.money("amount")?,
        every: record.word("every")?,
        category: record.word("category"),
        essential: record.bool("essential").unwrap_or(false),
        on: record.date("on"),
        from: record.date("from"),
        until: record.date("until"),
        evidence: record.texts("evidence"),
        note: record.text("note"),
    })
}

fn lender(record: &Record) -> Option<Lender> {
    Some(Lender {
        id: id(record, "id")?,
        name: record.text("name")?,
        kind: record.word("kind"),
        region: record.word("region").unwrap_or(Region::Cn),
        official: record.record("official").map(|official| Official {
            number: official.text("number"),
            app: official.text("app"),
            payee: official.text("payee"),
            account: official.text("account"),
            verified_how: official.text("verified-how"),
            verified_on: official.date("verified-on"),
        }),
        alternative: record.record("alternative").map(|alternative| Alternative {
            recovery: alternative.percent("recovery"),
            months: alternative.int("months"),
            cost: alternative.money("cost"),
            discount: alternative.rate("discount"),
        }),
        note: record.text("note"),
    })
}

fn debt(record: &Record) -> Option<Debt> {
    let contract = match record.record("contract") {
        Some(contract) => Some(self::contract(record, contract)?),
        None => None,
    };
    Some(Debt {
        id: id(record, "id")?,
        lender: id(record, "lender")?,
        product: record.word("product"),
        talks: record.word("talks").unwrap_or(Talks::NotStarted),
        retry_on: record.date("retry-on"),
        proceedings: record.word("proceedings").unwrap_or(Proceedings::None),
        grace_days: record.int("grace-days"),
        written_off: record.date("written-off"),
        accelerated: record.date("accelerated"),
        sold: match record.record("sold") {
            Some(sold) => Some(Sold {
                to: sold.text("to")?,
                on: sold.date("on")?,
                notice_on: sold.date("notice-on"),
            }),
            None => None,
        },
        oldest_unpaid: record.date("oldest-unpaid"),
        secured: record.text("secured"),
        guarantors: record.texts("guarantors"),
        co_borrower: record.text("co-borrower"),
        auto_debit: match record.record("auto-debit") {
            Some(debit) => Some(AutoDebit {
                account: debit.text("account")?,
                day: debit.int("day"),
            }),
            None => None,
        },
        priority: record.text("priority"),
        contract,
        card: record.record("card").map(|card| Card {
            daily_rate: card.rate("daily-rate"),
            statement_day: card.int("statement-day"),
            due_day: card.int("due-day"),
            min_payment: card.money("min-payment"),
        }),
        payments: all(record, "payment", payment)?,
        claims: all(record, "claim", claim)?,
        pauses: all(record, "pause", |pause| {
            Some(Pause {
                from: pause.date("from")?,
                until: pause.date("until")?,
                what: pause.words("what"),
            })
        })?,
        fees: all(record, "fee", |fee| {
            Some(Fee {
                on: fee.date("on")?,
                amount: fee.money("amount")?,
                what: fee.text("what"),
            })
        })?,
        holders: all(record, "holder", holder)?,
        room: record.record("room").map(room),
        note: record.text("note"),
    })
}

fn payment(record: &Record) -> Option<Payment> {
    Some(Payment {
        on: record.date("on")?,
        amount: record.money("amount")?,
        kind: record.word("kind").unwrap_or(PaymentKind::Payment),
        note: record.text("note"),
    })
}

fn holder(record: &Record) -> Option<Holder> {
    Some(Holder {
        lender: id(record, "lender")?,
        from: record.date("from"),
        share: record.percent("share"),
        notice_on: record.date("notice-on"),
        proof: record.text("proof"),
    })
}

fn room(record: &Record) -> Room {
    let waive = record.record("waive").map(|waive| {
        Part::ALL
            .iter()
            .filter_map(|part| Some((*part, waive.percent(part.as_str())?)))
            .collect()
    });
    Room {
        max_months: record.int("max-months"),
        freeze: record.bool("freeze"),
        waive: waive.unwrap_or_default(),
        min_payment: record.money("min-payment"),
        latest_start: record.date("latest-start"),
        principal_cut: record.percent("principal-cut"),
    }
}

fn contract(debt: &Record, record: &Record) -> Option<Contract> {
    let mut rows: Vec<CustomDue> = all(debt, "due", |row| {
        Some(CustomDue {
            on: row.date("on")?,
            principal: row.money("principal").unwrap_or(Money::ZERO),
            interest: row.money("interest").unwrap_or(Money::ZERO),
            fee: row.money("fee").unwrap_or(Money::ZERO),
        })
    })?;
    rows.sort_by_key(|row| row.on);
    let mut rates: Vec<RateFrom> = match record.rate("rate") {
        Some(rate) => vec![RateFrom { from: None, rate }],
        None => all(record, "rate", |rate| {
            Some(RateFrom {
                from: rate.date("from"),
                rate: rate.rate("rate")?,
            })
        })?,
    };
    rates.sort_by_key(|rate| rate.from);
    // The rows of a custom contract say themselves how many they are and when they begin.
    let count = record
        .int("count")
        .or_else(|| u32::try_from(rows.len()).ok())?;
    let first_due = record
        .date("first-due")
        .or_else(|| rows.first().map(|row| row.on))?;
    Some(Contract {
        principal: record.money("principal")?,
        net_received: record.money("net-received"),
        disbursed: record.date("disbursed"),
        rates,
        method: record.word("method").unwrap_or(Method::EqualInstalment),
        count,
        first_due,
        day_count: record.word("day-count").unwrap_or(DayCount::Thirty360),
        penalty: record.penalty("penalty"),
        compound: record.bool("compound").unwrap_or(false),
        allocation: match record.value("allocation") {
            Some(Value::List(_)) => Some(Order::List(record.words("allocation"))),
            _ => record.word("allocation").map(Order::Named),
        },
        allocation_scope: record.word("allocation-scope"),
        fee_per_instalment: record.money("fee-per-instalment").unwrap_or(Money::ZERO),
        rows,
        purpose: record.text("purpose"),
        number: record.text("number"),
    })
}

fn claim(record: &Record) -> Option<Claim> {
    let part = |part: Part| record.money(part.as_str());
    let split = Part::ALL.iter().any(|p| part(*p).is_some());
    let claimed = if split {
        Claimed::Parts(Parts {
            principal: part(Part::Principal).unwrap_or(Money::ZERO),
            interest: part(Part::Interest).unwrap_or(Money::ZERO),
            penalty: part(Part::Penalty).unwrap_or(Money::ZERO),
            fees: part(Part::Fees).unwrap_or(Money::ZERO),
        })
    } else {
        // What closes the debt is one sum too; what is late is not the debt.
        let one = record.money("total").or_else(|| record.money("payoff"));
        match one {
            Some(sum) => Claimed::Total(sum),
            None => Claimed::Overdue(record.money("overdue")?),
        }
    };
    Some(Claim {
        on: record.date("on")?,
        claimed,
        overdue: record.money("overdue"),
        payoff: record.money("payoff"),
        source: record.text("source"),
        note: record.text("note"),
    })
}

fn offer(record: &Record) -> Option<Offer> {
    Some(Offer {
        id: id(record, "id")?,
        debt: id(record, "debt")?,
        from: record.word("from")?,
        on: record.date("on")?,
        terms: record.terms("terms")?,
        status: record.word("status").unwrap_or(OfferStatus::Open),
        reply_by: record.date("reply-by"),
        counters: id(record, "counters"),
        note: record.text("note"),
    })
}

fn contact(record: &Record) -> Option<Contact> {
    let counterpart = record
        .record("counterpart")
        .map_or_else(Counterpart::default, |other| Counterpart {
            name: other.text("name"),
            company: other.text("company"),
            number: other.text("number"),
        });
    let promise = match record.record("promise") {
        Some(promise) => Some(Promise {
            amount: promise.money("amount")?,
            on: promise.date("on")?,
            withdrawn: promise.date("withdrawn"),
        }),
        None => None,
    };
    let evidence = record
        .list("evidence")
        .iter()
        .filter_map(|item| match item {
            Value::Text(file) => Some(Evidence {
                file: file.clone(),
                sha256: None,
            }),
            Value::Record(item) => Some(Evidence {
                file: item.text("file")?,
                sha256: item.text("sha256"),
            }),
            _ => None,
        });
    Some(Contact {
        at: record.datetime("at")?,
        debt: id(record, "debt"),
        channel: record.word("channel")?,
        direction: record.word("direction").unwrap_or(Direction::In),
        counterpart,
        summary: record.text("summary")?,
        conduct: record.words("conduct"),
        promise,
        evidence: evidence.collect(),
        follow_up: record.date("follow-up"),
        answered: record.bool("answered"),
        minutes: record.int("minutes"),
        outcome: record.word("outcome"),
        ticket: record.text("ticket"),
        told: record.record("told").map(|told| Told {
            reason: told.text("reason"),
            income: told.money("income"),
            monthly: told.money("monthly"),
        }),
    })
}

fn agreement(record: &Record) -> Option<Agreement> {
    let mut dues = all(record, "due", |row| {
        Some(AgreementDue {
            on: row.date("on")?,
            amount: row.money("amount")?,
        })
    })?;
    dues.sort_by_key(|row| row.on);
    let clauses = record
        .record("clauses")
        .map_or_else(Clauses::default, |clauses| Clauses {
            allocation: clauses.text("allocation"),
            default: clauses.text("default"),
            credit_report: clauses.text("credit-report"),
            discharge_days: clauses.int("discharge-days"),
            collection_stops: clauses.bool("collection-stops"),
            grace_days: clauses.int("grace-days"),
            cure_days: clauses.int("cure-days"),
            tolerance: clauses.money("tolerance"),
            cross_default: clauses.bool("cross-default"),
            account_status: clauses.text("account-status"),
            update_days: clauses.int("update-days"),
        });
    Some(Agreement {
        id: id(record, "id")?,
        debt: id(record, "debt")?,
        signed: record.date("signed")?,
        form: record.word::<Form>("form")?,
        proof: record.int("proof"),
        offer: id(record, "offer"),
        dues,
        clauses,
        broken: record.date("broken"),
        evidence: record.texts("evidence"),
        note: record.text("note"),
    })
}

fn clock(record: &Record) -> Option<Clock> {
    Some(Clock {
        what: record.text("what")?,
        debt: id(record, "debt"),
        kind: record.word("kind").unwrap_or(ClockKind::Asked),
        from: record.date("from"),
        until: record.date("until")?,
        done: record.date("done"),
    })
}
