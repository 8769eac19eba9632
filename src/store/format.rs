//! The ledger's format, once, as data: every table and key of the file, what may stand there, and in
//! which order commands write it.
//!
//! It drives the reader (`walk`), the refusal of unknown keys, the JSON Schema
//! ([`mod@super::schema`]) and the order of keys in edits ([`mod@super::edit`]). A key that is not here does not
//! exist. What the keys mean is told in the catalogues (`ledger-about-<shape>-<key>`).
//!
//! Rule of change: keys are only ever added; a key that changes its meaning gets a new `version` and a
//! migration.

use crate::domain::agreement::Form;
use crate::domain::budget::{Category, Every, HardshipKind};
use crate::domain::calendar::DayCount;
use crate::domain::contact::{Channel, Conduct, Direction, Outcome};
use crate::domain::contract::{AllocationScope, Method, NamedOrder};
use crate::domain::debt::{PauseWhat, PaymentKind, Proceedings, Product, Talks};
use crate::domain::ledger::{ClockKind, Currency};
use crate::domain::lender::{LenderKind, Region};
use crate::domain::offer::{OfferStatus, Party};
use crate::domain::parts::Part;
use crate::domain::vocabulary::Vocabulary;

/// The format version this program writes and the newest it reads.
pub const VERSION: u32 = 1;

/// A table that ids belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// `[[lender]]`
    Lender,
    /// `[[debt]]`
    Debt,
    /// `[[offer]]`
    Offer,
    /// `[[agreement]]`
    Agreement,
}

impl Target {
    /// The table's key at the top of the ledger.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Target::Lender => "lender",
            Target::Debt => "debt",
            Target::Offer => "offer",
            Target::Agreement => "agreement",
        }
    }
}

/// Which amounts a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nought or more.
    NotNegative,
    /// More than nought.
    Positive,
}

/// What may stand at a key.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// The format's version.
    Version,
    /// One line of text that is not blank, without control characters.
    Line,
    /// Text that may go over lines.
    Prose,
    /// An id of its own table.
    Id(Target),
    /// The id of a record in a table.
    Reference(Target),
    /// An amount: a quoted decimal or an integer.
    Money(Sign),
    /// A date, bare or quoted.
    Date,
    /// A date with a time of day, bare or quoted; a bare date is midnight.
    DateTime,
    /// A rate with its period.
    Rate,
    /// A percentage, at most so many percent.
    Percent(i32),
    /// A penalty: a multiple of the contract rate or a rate of its own.
    Penalty,
    /// A whole number between bounds, both included.
    Int(u32, u32),
    /// `true` or `false`.
    Bool,
    /// One of fixed words.
    Word(&'static [&'static str]),
    /// The terms of an offer, in the grammar of `--offer`.
    Terms,
    /// A SHA-256 in hexadecimal.
    Sha256,
    /// A list of one kind.
    List(&'static Kind),
    /// A table, written as `[section]`.
    Section(&'static Shape),
    /// Any number of tables, each written as `[[section]]`.
    Sections(&'static Shape),
    /// A table, written `{ inline }`.
    Inline(&'static Shape),
    /// A plain value, or else a list or table.
    Either(&'static Kind, &'static Kind),
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in the file.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether the table is worthless without it.
    pub needed: bool,
}

/// A table: its keys in the order commands write them.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Its name, unique in the format: the middle of its catalogue ids and its name in the JSON Schema.
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Shape {
    /// The key with a name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The shape of a table under a key, whichever way it is written.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&'static Shape> {
        self.key(name).and_then(|key| key.kind.shape())
    }

    /// Where a key stands in the order commands write them.
    #[must_use]
    pub fn place(&self, name: &str) -> usize {
        self.keys
            .iter()
            .position(|key| key.name == name)
            .unwrap_or(usize::MAX)
    }
}

impl Kind {
    /// The shape of the tables at this key, if there are any.
    #[must_use]
    pub fn shape(self) -> Option<&'static Shape> {
        match self {
            Kind::Section(shape) | Kind::Sections(shape) | Kind::Inline(shape) => Some(shape),
            Kind::List(kind) => kind.shape(),
            Kind::Either(_, other) => other.shape(),
            Kind::Version
            | Kind::Line
            | Kind::Prose
            | Kind::Id(_)
            | Kind::Reference(_)
            | Kind::Money(_)
            | Kind::Date
            | Kind::DateTime
            | Kind::Rate
            | Kind::Percent(_)
            | Kind::Penalty
            | Kind::Int(..)
            | Kind::Bool
            | Kind::Word(_)
            | Kind::Terms
            | Kind::Sha256 => None,
        }
    }
}

const fn key(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        needed: false,
    }
}

const fn needed(name: &'static str, kind: Kind) -> Key {
    Key {
        name,
        kind,
        needed: true,
    }
}

const AMOUNT: Kind = Kind::Money(Sign::NotNegative);
const SUM: Kind = Kind::Money(Sign::Positive);
const DAY_OF_MONTH: Kind = Kind::Int(1, 31);
const DAYS: Kind = Kind::Int(0, 1200);
const PAPERS: Kind = Kind::List(&Kind::Line);
const EVERY: Kind = Kind::Word(Every::WORDS);

/// The whole file.
pub const LEDGER: Shape = Shape {
    name: "ledger",
    keys: &[
        needed("version", Kind::Version),
        key("currency", Kind::Word(Currency::WORDS)),
        key("borrower", Kind::Section(&BORROWER)),
        key("case", Kind::Section(&CASE)),
        key("budget", Kind::Section(&BUDGET)),
        key("income", Kind::Sections(&INCOME)),
        key("expense", Kind::Sections(&EXPENSE)),
        key("account", Kind::Sections(&ACCOUNT)),
        key("person", Kind::Sections(&PERSON)),
        key("lender", Kind::Sections(&LENDER)),
        key("debt", Kind::Sections(&DEBT)),
        key("offer", Kind::Sections(&OFFER)),
        key("contact", Kind::Sections(&CONTACT)),
        key("agreement", Kind::Sections(&AGREEMENT)),
        key("clock", Kind::Sections(&CLOCK)),
    ],
};

const BORROWER: Shape = Shape {
    name: "borrower",
    keys: &[
        key("name", Kind::Line),
        key("phone", Kind::Line),
        key("address", Kind::Line),
        key("call-times", Kind::Line),
        key("household", Kind::Int(1, 99)),
        key("household-note", Kind::Prose),
        key("hardship", Kind::List(&Kind::Inline(&HARDSHIP))),
        key("note", Kind::Prose),
    ],
};

const HARDSHIP: Shape = Shape {
    name: "hardship",
    keys: &[
        needed("kind", Kind::Word(HardshipKind::WORDS)),
        key("since", Kind::Date),
        key("note", Kind::Prose),
        key("evidence", PAPERS),
        key("own-words", Kind::Prose),
    ],
};

const CASE: Shape = Shape {
    name: "case",
    keys: &[
        key("number", Kind::Line),
        key("consent", Kind::Date),
        key("adviser", Kind::Line),
    ],
};

const BUDGET: Shape = Shape {
    name: "budget",
    keys: &[key("reserve", AMOUNT), key("share", Kind::Percent(100))],
};

const INCOME: Shape = Shape {
    name: "income",
    keys: &[
        needed("name", Kind::Line),
        needed("amount", AMOUNT),
        needed("every", EVERY),
        key("on", Kind::Date),
        key("from", Kind::Date),
        key("until", Kind::Date),
        key("low", AMOUNT),
        key("high", AMOUNT),
        key("pay-day", DAY_OF_MONTH),
        key("account", Kind::Line),
        key("evidence", PAPERS),
        key("note", Kind::Prose),
        key("history", Kind::Sections(&INCOME_HISTORY)),
    ],
};

const INCOME_HISTORY: Shape = Shape {
    name: "income-history",
    keys: &[needed("on", Kind::Date), needed("amount", AMOUNT)],
};

const EXPENSE: Shape = Shape {
    name: "expense",
    keys: &[
        needed("name", Kind::Line),
        needed("amount", AMOUNT),
        needed("every", EVERY),
        key("category", Kind::Word(Category::WORDS)),
        key("essential", Kind::Bool),
        key("on", Kind::Date),
        key("from", Kind::Date),
        key("until", Kind::Date),
        key("evidence", PAPERS),
        key("note", Kind::Prose),
    ],
};

const ACCOUNT: Shape = Shape {
    name: "account",
    keys: &[
        needed("name", Kind::Line),
        key("bank", Kind::Line),
        key("living", Kind::Bool),
    ],
};

const PERSON: Shape = Shape {
    name: "person",
    keys: &[
        needed("name", Kind::Line),
        key("relation", Kind::Line),
        key("knows", Kind::Bool),
        key("must-not-be-told", Kind::Bool),
    ],
};

const LENDER: Shape = Shape {
    name: "lender",
    keys: &[
        needed("id", Kind::Id(Target::Lender)),
        needed("name", Kind::Line),
        key("kind", Kind::Word(LenderKind::WORDS)),
        key("region", Kind::Word(Region::WORDS)),
        key("note", Kind::Prose),
        key("official", Kind::Section(&OFFICIAL)),
        key("alternative", Kind::Section(&ALTERNATIVE)),
    ],
};

const OFFICIAL: Shape = Shape {
    name: "official",
    keys: &[
        key("number", Kind::Line),
        key("app", Kind::Line),
        key("payee", Kind::Line),
        key("account", Kind::Line),
        key("verified-how", Kind::Line),
        key("verified-on", Kind::Date),
    ],
};

const ALTERNATIVE: Shape = Shape {
    name: "alternative",
    keys: &[
        key("recovery", Kind::Percent(100)),
        key("months", Kind::Int(0, 1200)),
        key("cost", AMOUNT),
        key("discount", Kind::Rate),
    ],
};

const DEBT: Shape = Shape {
    name: "debt",
    keys: &[
        needed("id", Kind::Id(Target::Debt)),
        needed("lender", Kind::Reference(Target::Lender)),
        key("product", Kind::Word(Product::WORDS)),
        key("talks", Kind::Word(Talks::WORDS)),
        key("retry-on", Kind::Date),
        key("proceedings", Kind::Word(Proceedings::WORDS)),
        key("grace-days", DAYS),
        key("oldest-unpaid", Kind::Date),
        key("written-off", Kind::Date),
        key("accelerated", Kind::Date),
        key("sold", Kind::Inline(&SOLD)),
        key("secured", Kind::Line),
        key("guarantors", PAPERS),
        key("co-borrower", Kind::Line),
        key("auto-debit", Kind::Inline(&AUTO_DEBIT)),
        key("priority", Kind::Line),
        key("note", Kind::Prose),
        key("contract", Kind::Section(&CONTRACT)),
        key("card", Kind::Section(&CARD)),
        key("room", Kind::Section(&ROOM)),
        key("due", Kind::Sections(&CUSTOM_DUE)),
        key("fee", Kind::Sections(&FEE)),
        key("holder", Kind::Sections(&HOLDER)),
        key("payment", Kind::Sections(&PAYMENT)),
        key("claim", Kind::Sections(&CLAIM)),
        key("pause", Kind::Sections(&PAUSE)),
    ],
};

const SOLD: Shape = Shape {
    name: "sold",
    keys: &[
        needed("to", Kind::Line),
        needed("on", Kind::Date),
        key("notice-on", Kind::Date),
    ],
};

const AUTO_DEBIT: Shape = Shape {
    name: "auto-debit",
    keys: &[needed("account", Kind::Line), key("day", DAY_OF_MONTH)],
};

const CONTRACT: Shape = Shape {
    name: "contract",
    keys: &[
        needed("principal", SUM),
        key("net-received", SUM),
        key("disbursed", Kind::Date),
        key(
            "rate",
            Kind::Either(&Kind::Rate, &Kind::List(&Kind::Inline(&RATE_FROM))),
        ),
        key("method", Kind::Word(Method::WORDS)),
        key("count", Kind::Int(1, 1200)),
        key("first-due", Kind::Date),
        key("day-count", Kind::Word(DayCount::WORDS)),
        key("penalty", Kind::Penalty),
        key("compound", Kind::Bool),
        key(
            "allocation",
            Kind::Either(
                &Kind::Word(NamedOrder::WORDS),
                &Kind::List(&Kind::Word(Part::WORDS)),
            ),
        ),
        key("allocation-scope", Kind::Word(AllocationScope::WORDS)),
        key("fee-per-instalment", AMOUNT),
        key("purpose", Kind::Line),
        key("number", Kind::Line),
    ],
};

const RATE_FROM: Shape = Shape {
    name: "rate-from",
    keys: &[needed("from", Kind::Date), needed("rate", Kind::Rate)],
};

const CARD: Shape = Shape {
    name: "card",
    keys: &[
        key("daily-rate", Kind::Rate),
        key("statement-day", DAY_OF_MONTH),
        key("due-day", DAY_OF_MONTH),
        key("min-payment", AMOUNT),
    ],
};

const ROOM: Shape = Shape {
    name: "room",
    keys: &[
        key("max-months", Kind::Int(1, 1200)),
        key("freeze", Kind::Bool),
        key("waive", Kind::Inline(&WAIVE)),
        key("min-payment", AMOUNT),
        key("latest-start", Kind::Date),
        key("principal-cut", Kind::Percent(100)),
    ],
};

const WAIVE: Shape = Shape {
    name: "waive",
    keys: &[
        key("principal", Kind::Percent(100)),
        key("interest", Kind::Percent(100)),
        key("penalty", Kind::Percent(100)),
        key("fees", Kind::Percent(100)),
    ],
};

const CUSTOM_DUE: Shape = Shape {
    name: "debt-due",
    keys: &[
        needed("on", Kind::Date),
        key("principal", AMOUNT),
        key("interest", AMOUNT),
        key("fee", AMOUNT),
    ],
};

const FEE: Shape = Shape {
    name: "fee",
    keys: &[
        needed("on", Kind::Date),
        needed("amount", SUM),
        key("what", Kind::Line),
    ],
};

const HOLDER: Shape = Shape {
    name: "holder",
    keys: &[
        needed("lender", Kind::Reference(Target::Lender)),
        key("from", Kind::Date),
        key("share", Kind::Percent(100)),
        key("notice-on", Kind::Date),
        key("proof", Kind::Line),
    ],
};

const PAYMENT: Shape = Shape {
    name: "payment",
    keys: &[
        needed("on", Kind::Date),
        needed("amount", SUM),
        key("kind", Kind::Word(PaymentKind::WORDS)),
        key("note", Kind::Prose),
    ],
};

const CLAIM: Shape = Shape {
    name: "claim",
    keys: &[
        needed("on", Kind::Date),
        key("principal", AMOUNT),
        key("interest", AMOUNT),
        key("penalty", AMOUNT),
        key("fees", AMOUNT),
        key("total", AMOUNT),
        key("overdue", AMOUNT),
        key("payoff", AMOUNT),
        key("source", Kind::Line),
        key("note", Kind::Prose),
    ],
};

const PAUSE: Shape = Shape {
    name: "pause",
    keys: &[
        needed("from", Kind::Date),
        needed("until", Kind::Date),
        needed("what", Kind::List(&Kind::Word(PauseWhat::WORDS))),
    ],
};

const OFFER: Shape = Shape {
    name: "offer",
    keys: &[
        needed("id", Kind::Id(Target::Offer)),
        needed("debt", Kind::Reference(Target::Debt)),
        needed("from", Kind::Word(Party::WORDS)),
        needed("on", Kind::Date),
        needed("terms", Kind::Terms),
        key("status", Kind::Word(OfferStatus::WORDS)),
        key("reply-by", Kind::Date),
        key("counters", Kind::Reference(Target::Offer)),
        key("note", Kind::Prose),
    ],
};

const CONTACT: Shape = Shape {
    name: "contact",
    keys: &[
        needed("at", Kind::DateTime),
        key("debt", Kind::Reference(Target::Debt)),
        needed("channel", Kind::Word(Channel::WORDS)),
        key("direction", Kind::Word(Direction::WORDS)),
        key("counterpart", Kind::Inline(&COUNTERPART)),
        needed("summary", Kind::Prose),
        key("conduct", Kind::List(&Kind::Word(Conduct::WORDS))),
        key("promise", Kind::Inline(&PROMISE)),
        key(
            "evidence",
            Kind::List(&Kind::Either(&Kind::Line, &Kind::Inline(&EVIDENCE))),
        ),
        key("follow-up", Kind::Date),
        key("answered", Kind::Bool),
        key("minutes", Kind::Int(0, 1440)),
        key("outcome", Kind::Word(Outcome::WORDS)),
        key("ticket", Kind::Line),
        key("told", Kind::Inline(&TOLD)),
    ],
};

const COUNTERPART: Shape = Shape {
    name: "counterpart",
    keys: &[
        key("name", Kind::Line),
        key("company", Kind::Line),
        key("number", Kind::Line),
    ],
};

const PROMISE: Shape = Shape {
    name: "promise",
    keys: &[
        needed("amount", SUM),
        needed("on", Kind::Date),
        key("withdrawn", Kind::Date),
    ],
};

const EVIDENCE: Shape = Shape {
    name: "evidence",
    keys: &[needed("file", Kind::Line), key("sha256", Kind::Sha256)],
};

const TOLD: Shape = Shape {
    name: "told",
    keys: &[
        key("reason", Kind::Line),
        key("income", AMOUNT),
        key("monthly", AMOUNT),
    ],
};

const AGREEMENT: Shape = Shape {
    name: "agreement",
    keys: &[
        needed("id", Kind::Id(Target::Agreement)),
        needed("debt", Kind::Reference(Target::Debt)),
        needed("signed", Kind::Date),
        needed("form", Kind::Word(Form::WORDS)),
        key("proof", Kind::Int(0, 4)),
        key("offer", Kind::Reference(Target::Offer)),
        key("broken", Kind::Date),
        key("evidence", PAPERS),
        key("note", Kind::Prose),
        key("clauses", Kind::Inline(&CLAUSES)),
        key("due", Kind::Sections(&AGREEMENT_DUE)),
    ],
};

const CLAUSES: Shape = Shape {
    name: "clauses",
    keys: &[
        key("allocation", Kind::Line),
        key("default", Kind::Line),
        key("credit-report", Kind::Line),
        key("discharge-days", DAYS),
        key("collection-stops", Kind::Bool),
        key("grace-days", DAYS),
        key("cure-days", DAYS),
        key("tolerance", AMOUNT),
        key("cross-default", Kind::Bool),
        key("account-status", Kind::Line),
        key("update-days", DAYS),
    ],
};

const AGREEMENT_DUE: Shape = Shape {
    name: "agreement-due",
    keys: &[needed("on", Kind::Date), needed("amount", SUM)],
};

const CLOCK: Shape = Shape {
    name: "clock",
    keys: &[
        needed("what", Kind::Line),
        key("debt", Kind::Reference(Target::Debt)),
        key("kind", Kind::Word(ClockKind::WORDS)),
        key("from", Kind::Date),
        needed("until", Kind::Date),
        key("done", Kind::Date),
    ],
};

/// Every shape of the format, the ledger first, each once.
#[must_use]
pub fn shapes() -> Vec<&'static Shape> {
    let mut found: Vec<&'static Shape> = vec![&LEDGER];
    let mut next = 0;
    while let Some(shape) = found.get(next).copied() {
        for child in shape.keys.iter().filter_map(|key| key.kind.shape()) {
            if !found.iter().any(|known| known.name == child.name) {
                found.push(child);
            }
        }
        next = next.saturating_add(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_shapes_and_keys_are_unique() {
        let shapes = shapes();
        for (place, shape) in shapes.iter().enumerate() {
            assert!(
                shapes[place + 1..]
                    .iter()
                    .all(|other| other.name != shape.name),
                "{}",
                shape.name
            );
            for (place, key) in shape.keys.iter().enumerate() {
                assert!(
                    shape.keys[place + 1..]
                        .iter()
                        .all(|other| other.name != key.name),
                    "{}.{}",
                    shape.name,
                    key.name
                );
                assert!(
                    key.name
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                    "{} is kebab-case",
                    key.name
                );
            }
        }
    }

    #[test]
    fn plain_values_stand_before_tables() {
        // A table's plain keys cannot be written after its sub-tables.
        for shape in shapes() {
            let section = |key: &Key| matches!(key.kind, Kind::Section(_) | Kind::Sections(_));
            let first = shape.keys.iter().position(section);
            if let Some(first) = first {
                assert!(shape.keys[first..].iter().all(section), "{}", shape.name);
            }
        }
    }
}
