//! What can be wrong with a ledger, as data: where, which field, what, and what to write instead.
//!
//! Promises: `Display` is English for logs; what people read is told by [`super::messages`].

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::money::{Money, MoneyError};
use crate::domain::offer::TermsError;
use crate::domain::rate::RateError;

use super::format::Target;

/// One mistake in a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the source it is about.
    pub span: Range<usize>,
    /// The field, as `debt[zl-1].contract.rate`; empty for the file as a whole.
    pub field: String,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What TOML itself does not understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxKind {
    /// The same key or table twice.
    DuplicateKey,
    /// A sign as Chinese input methods type it: `“`, `＝`, `，`.
    FullWidth {
        /// The sign.
        found: char,
        /// What to type instead.
        write: char,
    },
    /// Text without quotes.
    Unquoted {
        /// The text.
        found: String,
    },
    /// A text that does not end on its line.
    Unclosed,
    /// A key without `=` and a value.
    NoValue,
    /// A date that is not in the calendar.
    ImpossibleDate,
    /// A character that cannot stand there.
    Control,
    /// A key that needs quotes.
    BadKey,
    /// Tables within tables beyond any ledger.
    TooDeep,
    /// A list or a table header that is not closed.
    OpenBracket {
        /// The bracket that is missing.
        write: char,
    },
    /// A list without a comma between its items.
    NoComma,
    /// A number that is not written as TOML writes numbers.
    BadNumber,
    /// Almost `true` or `false`.
    NearlyBool,
    /// A backslash that stands for nothing.
    BadEscape,
    /// Something after the value on the same line.
    Trailing,
    /// Nothing before the `=`.
    NoKey,
    /// More than one `=`.
    TwoEquals,
    /// Anything else, in the parser's words: for logs; people read a sentence of ours and see their line.
    Other {
        /// The parser's words, in English.
        message: String,
    },
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// Not TOML.
    Syntax(SyntaxKind),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Beyond 4 MiB.
    TooLarge,
    /// Nothing but blanks.
    Empty,
    /// A version this program does not know yet.
    NewerVersion {
        /// The version found.
        found: String,
    },
    /// A key that does not exist.
    UnknownKey {
        /// The key.
        found: String,
        /// The nearest known key.
        nearest: Option<&'static str>,
        /// The sub-table in which the key would be right.
        belongs: Option<&'static str>,
    },
    /// A second currency.
    SecondCurrency {
        /// The ledger's currency.
        ledger: String,
    },
    /// Money as a TOML float.
    FloatMoney {
        /// What to write.
        write: String,
    },
    /// Not money.
    NotMoney(MoneyError),
    /// Money below what is possible here.
    MoneyTooSmall {
        /// Whether nought is too small too.
        positive: bool,
    },
    /// Not a date.
    NotADate,
    /// Not a date and time.
    NotADateTime,
    /// Not a rate.
    NotARate(RateError),
    /// Not a percentage.
    NotAPercentage(RateError),
    /// A percentage beyond what is possible here.
    PercentTooLarge {
        /// The most, in percent.
        most: i32,
    },
    /// Not a whole number within bounds.
    OutOfRange {
        /// Least.
        least: u32,
        /// Most.
        most: u32,
    },
    /// Neither `true` nor `false`.
    NotABool,
    /// Not text.
    NotText,
    /// Text that is blank.
    Blank,
    /// Text with control characters or line breaks where none can be.
    ControlCharacter,
    /// Text longer than any use.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// Not an id.
    NotAnId,
    /// None of the fixed words.
    UnknownWord {
        /// What was written.
        found: String,
        /// What could have been written.
        expected: &'static [&'static str],
        /// The nearest of them.
        nearest: Option<&'static str>,
    },
    /// Not a list.
    NotAList,
    /// Not a table.
    NotATable {
        /// How the header is written.
        header: String,
    },
    /// Not tables.
    NotTables {
        /// How the header is written.
        header: String,
    },
    /// A key that must be there.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// An id twice.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An id that nobody has.
    UnknownReference {
        /// The table it should be in.
        target: Target,
        /// The id.
        found: String,
        /// The nearest there is.
        nearest: Option<String>,
    },
    /// Terms that are none.
    BadTerms(TermsError),
    /// A date that must not be after another.
    DateOrder {
        /// The other field.
        other: &'static str,
        /// The other date.
        date: NaiveDate,
        /// Whether the same day is allowed.
        same_day: bool,
    },
    /// An amount that must not be less than another.
    AmountOrder {
        /// The other field.
        other: &'static str,
    },
    /// A method without what it needs.
    MethodNeeds {
        /// The method.
        method: &'static str,
        /// The key it needs.
        key: &'static str,
    },
    /// Rows that only a custom contract has.
    RowsWithoutCustom,
    /// Rows whose principal is not the contract's.
    RowsDoNotAddUp {
        /// The sum of the rows.
        rows: Money,
        /// The contract's principal.
        principal: Money,
    },
    /// A claim without any figure.
    EmptyClaim,
    /// A claim whose parts are not its total.
    ClaimTotal {
        /// The sum of the parts.
        parts: Money,
    },
    /// An allocation that leaves a part out or says it twice.
    IncompleteOrder,
    /// A once-off without a date.
    OnceNeedsDate,
    /// An agreement with neither rows nor an offer.
    EmptyAgreement,
    /// A line that is not a date and an amount.
    NotAFlow,
    /// A line of flows with more than a date and an amount.
    ThirdColumn,
    /// A list of flows without any.
    NoFlows,
    /// Two records about different debts.
    OtherDebt {
        /// The debt the offer is about.
        debt: String,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {:?}", self.field, self.kind)
    }
}

/// All mistakes of a ledger, with the text they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes {
    /// The name of the file, as people know it.
    pub file: String,
    /// Its text, without a byte-order mark.
    pub source: String,
    /// The mistakes, in the order of the text. Never empty.
    pub list: Vec<Mistake>,
    /// How many more there are than the list holds.
    pub more: usize,
}

impl Mistakes {
    /// Line and column of a mistake, both from 1, the column in characters.
    #[must_use]
    pub fn place(&self, mistake: &Mistake) -> (usize, usize) {
        place(&self.source, mistake.span.start)
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, mistake) in self.list.iter().enumerate() {
            let (line, column) = self.place(mistake);
            let gap = if number == 0 { "" } else { "; " };
            write!(f, "{gap}{}:{line}:{column}: {mistake}", self.file)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

/// Line and column of a byte, both from 1, the column in characters.
#[must_use]
pub fn place(source: &str, byte: usize) -> (usize, usize) {
    let mut end = byte.min(source.len());
    while !source.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    let before = source.get(..end).unwrap_or_default();
    let line = before
        .bytes()
        .filter(|b| *b == b'\n')
        .count()
        .saturating_add(1);
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        .saturating_add(1);
    (line, column)
}

/// Something suspicious, but legal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A debt of which neither contract, claim nor a missed due date is known.
    NothingKnown {
        /// The debt.
        debt: String,
    },
    /// A payment before the loan was paid out.
    PaidBeforePayout {
        /// The debt.
        debt: String,
        /// The payment's date.
        on: NaiveDate,
    },
    /// Two payments of one amount on one day.
    PaidTwice {
        /// The debt.
        debt: String,
        /// The payments' date.
        on: NaiveDate,
        /// The amount of each.
        amount: Money,
    },
    /// More is said to be overdue than is owed.
    OverdueMore {
        /// The debt.
        debt: String,
        /// The claim's date.
        on: NaiveDate,
        /// What is said to be overdue.
        overdue: Money,
        /// What is said to be owed in all.
        total: Money,
    },
    /// More was received than was lent.
    ReceivedMore {
        /// The debt.
        debt: String,
    },
    /// A share above 90 % (M2).
    HighShare,
    /// A hash that is not 64 hexadecimal digits.
    NotAHash {
        /// The evidence file.
        file: String,
    },
    /// Dated after the day that counts as today.
    InTheFuture {
        /// The field, as `debt[zl-1].claim[1].on`.
        field: String,
        /// Its date.
        on: NaiveDate,
    },
    /// The file ends earlier than when it was last saved.
    CutShort {
        /// Bytes now.
        now: u64,
        /// Bytes when last saved.
        saved: u64,
    },
    /// Another copy of the ledger lies beside it.
    Conflict {
        /// Its file name.
        name: String,
    },
    /// An editor has the ledger open.
    OpenInEditor {
        /// Its swap file.
        name: String,
    },
    /// Others on this computer can read the ledger.
    ReadableByOthers {
        /// The file's mode.
        mode: u32,
    },
}
