//! Offers: composable terms and their grammar (product.md §5, numbers.md O1–O6).
//!
//! Promises: however terms are typed, they are held in one canonical order; contradictions are refused
//! by name; `parse(display(terms)) == terms`.

use std::fmt;

use chrono::NaiveDate;

use super::contract::Method;
use super::id::{DebtId, OfferId};
use super::money::{Money, MoneyError, half_width};
use super::offer_words;
use super::parts::Part;
use super::rate::{Percent, Rate, RateError};
use super::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// A side of the table.
    Party, "party" {
        /// The lender.
        Lender = "lender",
        /// The borrower.
        Borrower = "borrower",
    }
}

vocabulary! {
    /// What became of an offer.
    OfferStatus, "offer-status" {
        /// On the table.
        Open = "open",
        /// Accepted.
        Accepted = "accepted",
        /// Refused.
        Refused = "refused",
        /// Answered with another.
        Countered = "countered",
        /// Ran out.
        Expired = "expired",
        /// Decided by the borrower in a plan for all lenders, not yet said to the lender.
        Planned = "planned",
    }
}

vocabulary! {
    /// What happens to old interest, penalty and fees in a plan (O4).
    ArrearsMode, "arrears" {
        /// Split over the rows without interest.
        Spread = "spread",
        /// Paid first.
        First = "first",
        /// Added to principal.
        Capitalise = "capitalise",
    }
}

/// How much of a part is waived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// All of it.
    All,
    /// A percentage, rounded half-up once.
    Percent(Percent),
    /// An amount.
    Amount(Money),
}

impl fmt::Display for Portion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Portion::All => f.pad("all"),
            Portion::Percent(percent) => write!(f, "{percent}"),
            Portion::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

/// A settlement: an amount that closes the debt, by a date if it is one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settle {
    /// The amount.
    pub amount: Money,
    /// The day it is to be paid.
    pub by: Option<NaiveDate>,
}

/// The terms of an offer, in canonical order: waive, pay-now, freeze or reprice, defer, then
/// instalments, extend or settle (O1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Waivers, in the order of [`Part::ALL`].
    pub waive: Vec<(Part, Portion)>,
    /// Paid at once.
    pub pay_now: Option<Money>,
    /// No interest during the plan.
    pub freeze: bool,
    /// Another rate during the plan.
    pub rate: Option<Rate>,
    /// Months without payment first.
    pub defer: Option<u32>,
    /// Number of instalments.
    pub instalments: Option<u32>,
    /// Months added to the end of the contract.
    pub extend: Option<u32>,
    /// A settlement.
    pub settle: Option<Settle>,
    /// First due date.
    pub first_due: Option<NaiveDate>,
    /// How the plan is repaid, if not by level payments.
    pub method: Option<Method>,
    /// What happens to arrears, if not spread.
    pub arrears: Option<ArrearsMode>,
}

/// The terms of the grammar, as they are typed.
pub const TERMS: [&str; 11] = [
    "waive",
    "pay-now",
    "freeze",
    "rate",
    "defer",
    "instalments",
    "extend",
    "settle",
    "first-due",
    "method",
    "arrears",
];

/// Why terms are refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermsError {
    /// Not a term.
    #[error("`{0}` is not a term")]
    Unknown(String),
    /// A term without what belongs to it.
    #[error("`{term}` needs {needs}")]
    Needs {
        /// The term.
        term: &'static str,
        /// What it needs, as an example of how to write it.
        needs: &'static str,
    },
    /// Typed twice.
    #[error("`{0}` is said twice")]
    Twice(String),
    /// Two terms that exclude each other.
    #[error("`{0}` and `{1}` contradict each other")]
    Contradiction(&'static str, &'static str),
    /// A part that no debt has.
    #[error("`{0}` is not a part of a debt")]
    NoSuchPart(String),
    /// An amount that is not money.
    #[error("`{text}` in `{term}`: {error}")]
    Money {
        /// The term.
        term: &'static str,
        /// What was typed.
        text: String,
        /// Why not.
        error: MoneyError,
    },
    /// A rate that is none.
    #[error("`{text}` in `{term}`: {error}")]
    Rate {
        /// The term.
        term: &'static str,
        /// What was typed.
        text: String,
        /// Why not.
        error: RateError,
    },
    /// Nothing was typed.
    #[error("no terms were given")]
    Empty,
}

impl Terms {
    /// Reads the grammar of `--offer` and of stored offers: terms separated by `;`.
    ///
    /// `waive PART=AMOUNT|N%|all` · `pay-now AMOUNT` · `freeze` · `rate R` · `defer N` · `instalments N` ·
    /// `extend N` · `settle AMOUNT [by DATE]` · `first-due DATE` · `method M` ·
    /// `arrears spread|first|capitalise`. Full-width signs are understood, and what people say in Chinese:
    /// `免罚息；停息；分24期`.
    ///
    /// # Errors
    /// [`TermsError`] names the term and what to write instead.
    pub fn parse(text: &str) -> Result<Terms, TermsError> {
        let plain = half_width(text).replace('；', ";").replace('＝', "=");
        let mut terms = Terms::default();
        let mut said: Vec<&'static str> = Vec::new();
        let mut any = false;
        for term in plain
            .split(';')
            .map(str::trim)
            .filter(|term| !term.is_empty())
        {
            any = true;
            let said_in_words = offer_words::grammar(term);
            let term = said_in_words.as_deref().unwrap_or(term);
            let (name, rest) = term.split_once(char::is_whitespace).unwrap_or((term, ""));
            let known = terms.read(name, rest.trim())?;
            if known != "waive" && said.contains(&known) {
                return Err(TermsError::Twice(known.to_owned()));
            }
            said.push(known);
        }
        if !any {
            return Err(TermsError::Empty);
        }
        terms.checked()
    }

    fn read(&mut self, name: &str, rest: &str) -> Result<&'static str, TermsError> {
        match name {
            "waive" => {
                for one in rest.split(',').flat_map(str::split_whitespace) {
                    self.read_waive(one)?;
                }
                if rest.is_empty() {
                    return Err(TermsError::Needs {
                        term: "waive",
                        needs: "waive interest=50%",
                    });
                }
                Ok("waive")
            }
            "pay-now" => {
                self.pay_now = Some(amount("pay-now", rest, "pay-now 500")?);
                Ok("pay-now")
            }
            "freeze" if rest.is_empty() => {
                self.freeze = true;
                Ok("freeze")
            }
            "freeze" => Err(TermsError::Unknown(format!("freeze {rest}"))),
            "rate" => {
                let rate = super::typed::rate(rest).map_err(|error| TermsError::Rate {
                    term: "rate",
                    text: rest.to_owned(),
                    error,
                })?;
                self.rate = Some(rate);
                Ok("rate")
            }
            "defer" => {
                self.defer = Some(count("defer", rest, "defer 3")?);
                Ok("defer")
            }
            "instalments" | "installments" => {
                self.instalments = Some(count("instalments", rest, "instalments 12")?);
                Ok("instalments")
            }
            "extend" => {
                self.extend = Some(count("extend", rest, "extend 6")?);
                Ok("extend")
            }
            "settle" => {
                let (sum, by) = match rest.split_once(" by ") {
                    Some((sum, by)) => (
                        sum.trim(),
                        Some(date("settle", by.trim(), "settle 6000 by 2026-12-31")?),
                    ),
                    None => (rest, None),
                };
                self.settle = Some(Settle {
                    amount: amount("settle", sum, "settle 6000 by 2026-12-31")?,
                    by,
                });
                Ok("settle")
            }
            "first-due" => {
                self.first_due = Some(date("first-due", rest, "first-due 2026-12-20")?);
                Ok("first-due")
            }
            "method" => {
                let needs = "method equal-principal · method equal-instalment · method interest-only · method bullet";
                let method = rest.parse().map_err(|_| TermsError::Needs {
                    term: "method",
                    needs,
                })?;
                if matches!(method, Method::Custom | Method::FlatFee) {
                    return Err(TermsError::Needs {
                        term: "method",
                        needs,
                    });
                }
                self.method = Some(method);
                Ok("method")
            }
            "arrears" => {
                let needs = "arrears spread · arrears first · arrears capitalise";
                self.arrears = Some(rest.parse().map_err(|_| TermsError::Needs {
                    term: "arrears",
                    needs,
                })?);
                Ok("arrears")
            }
            other => Err(TermsError::Unknown(other.to_owned())),
        }
    }

    /// Reads one waiver: `interest=50%`.
    ///
    /// # Errors
    /// [`TermsError`] if it is not `PART=AMOUNT|N%|all` or the part was already said.
    pub fn read_waive(&mut self, text: &str) -> Result<(), TermsError> {
        let needs = || TermsError::Needs {
            term: "waive",
            needs: "waive interest=50% · waive penalty=all · waive fees=100.00",
        };
        let plain = half_width(text).replace('＝', "=");
        let (part, portion) = plain.split_once('=').ok_or_else(needs)?;
        let part: Part = part
            .trim()
            .parse()
            .ok()
            .or_else(|| offer_words::part(part.trim()))
            .ok_or_else(|| TermsError::NoSuchPart(part.trim().to_owned()))?;
        let portion = match portion.trim() {
            all if offer_words::is_all(all) => Portion::All,
            percent if percent.ends_with('%') => {
                let value: Percent = percent.parse().map_err(|error| TermsError::Rate {
                    term: "waive",
                    text: percent.to_owned(),
                    error,
                })?;
                if value > Percent::FULL {
                    return Err(TermsError::Rate {
                        term: "waive",
                        text: percent.to_owned(),
                        error: RateError::OutOfRange,
                    });
                }
                Portion::Percent(value)
            }
            sum => match amount("waive", sum, "waive penalty=100.00") {
                Err(TermsError::Money {
                    error: MoneyError::NotANumber,
                    ..
                }) => return Err(needs()),
                read => Portion::Amount(read?),
            },
        };
        if self.waive.iter().any(|(said, _)| *said == part) {
            return Err(TermsError::Twice(format!("waive {part}")));
        }
        self.waive.push((part, portion));
        self.waive
            .sort_by_key(|(part, _)| Part::ALL.iter().position(|known| known == part));
        Ok(())
    }

    /// Refuses contradictions by name (O1, O6).
    ///
    /// # Errors
    /// [`TermsError::Contradiction`].
    pub fn checked(self) -> Result<Terms, TermsError> {
        let clash = |a, b| Err(TermsError::Contradiction(a, b));
        match () {
            () if self.freeze && self.rate.is_some() => clash("freeze", "rate"),
            () if self.instalments.is_some() && self.extend.is_some() => {
                clash("instalments", "extend")
            }
            () if self.settle.is_some() && self.extend.is_some() => clash("settle", "extend"),
            () if self.settle.is_some() && self.rate.is_some() => clash("settle", "rate"),
            () if self.settle.is_some() && !self.waive.is_empty() => clash("settle", "waive"),
            () if self.settle.is_some() && self.defer.is_some() && self.instalments.is_none() => {
                clash("settle", "defer")
            }
            () if self.settle.is_some_and(|settle| settle.by.is_some())
                && self.instalments.is_some() =>
            {
                clash("settle … by", "instalments")
            }
            () if self.settle.is_some_and(|settle| settle.by.is_some())
                && self.first_due.is_some() =>
            {
                clash("settle … by", "first-due")
            }
            () if self.settle.is_some() && self.method.is_some() => clash("settle", "method"),
            () if self.settle.is_some() && self.arrears.is_some() => clash("settle", "arrears"),
            () if self.defer.is_some() && self.first_due.is_some() => clash("defer", "first-due"),
            () => Ok(self),
        }
    }
}

fn amount(term: &'static str, text: &str, needs: &'static str) -> Result<Money, TermsError> {
    if text.is_empty() {
        return Err(TermsError::Needs { term, needs });
    }
    match super::typed::money(text) {
        Ok(money) if money.is_negative() => Err(TermsError::Needs { term, needs }),
        Ok(money) => Ok(money),
        Err(error) => Err(TermsError::Money {
            term,
            text: text.to_owned(),
            error,
        }),
    }
}

fn count(term: &'static str, text: &str, needs: &'static str) -> Result<u32, TermsError> {
    match text.parse::<u32>() {
        Ok(count @ 1..=1200) => Ok(count),
        _ => Err(TermsError::Needs { term, needs }),
    }
}

fn date(term: &'static str, text: &str, needs: &'static str) -> Result<NaiveDate, TermsError> {
    super::typed::date(text).map_err(|_| TermsError::Needs { term, needs })
}

impl fmt::Display for Terms {
    /// The canonical text: `waive interest=50%; extend 6`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut terms: Vec<String> = self
            .waive
            .iter()
            .map(|(part, portion)| format!("waive {part}={portion}"))
            .collect();
        terms.extend(self.pay_now.map(|amount| format!("pay-now {amount}")));
        terms.extend(self.freeze.then(|| "freeze".to_owned()));
        terms.extend(self.rate.map(|rate| format!("rate {rate}")));
        terms.extend(self.defer.map(|months| format!("defer {months}")));
        terms.extend(self.instalments.map(|count| format!("instalments {count}")));
        terms.extend(self.extend.map(|months| format!("extend {months}")));
        terms.extend(self.settle.map(|settle| match settle.by {
            Some(by) => format!("settle {} by {by}", settle.amount),
            None => format!("settle {}", settle.amount),
        }));
        terms.extend(self.first_due.map(|date| format!("first-due {date}")));
        terms.extend(self.method.map(|method| format!("method {method}")));
        terms.extend(self.arrears.map(|mode| format!("arrears {mode}")));
        f.pad(&terms.join("; "))
    }
}

impl serde::Serialize for Terms {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An offer from either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id in the ledger.
    pub id: OfferId,
    /// The debt it is about.
    pub debt: DebtId,
    /// Who made it.
    pub from: Party,
    /// When.
    pub on: NaiveDate,
    /// Its terms.
    pub terms: Terms,
    /// What became of it.
    pub status: OfferStatus,
    /// Answer wanted by.
    pub reply_by: Option<NaiveDate>,
    /// The offer it answers.
    pub counters: Option<OfferId>,
    /// Anything else.
    pub note: Option<String>,
}

impl Offer {
    /// Its status on a date: an open offer past its reply-by date has expired.
    #[must_use]
    pub fn status_on(&self, as_of: NaiveDate) -> OfferStatus {
        if self.status == OfferStatus::Open && self.reply_by.is_some_and(|by| by < as_of) {
            OfferStatus::Expired
        } else {
            self.status
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_held_in_one_order() {
        let case = |typed: &str, held: &str| {
            let terms = Terms::parse(typed).unwrap();
            assert_eq!(terms.to_string(), held, "{typed}");
            assert_eq!(Terms::parse(held).unwrap(), terms, "{held} goes round");
        };
        case(
            "extend 6; waive interest=50%",
            "waive interest=50%; extend 6",
        );
        case("instalments 24;freeze", "freeze; instalments 24");
        case("settle 6000 by 2026-11-30", "settle 6000.00 by 2026-11-30");
        case(
            "waive penalty=all, interest=50%",
            "waive interest=50%; waive penalty=all",
        );
        case(
            "ｗ"
                .replace('ｗ', "waive penalty＝１００；defer 3")
                .as_str(),
            "waive penalty=100.00; defer 3",
        );
        case(
            "rate 9%/year; instalments 12; first-due 2026-12-31; arrears first",
            "rate 9%/year; instalments 12; first-due 2026-12-31; arrears first",
        );
    }

    #[test]
    fn chinese_words_are_the_same_grammar() {
        for (said, held) in [
            (
                "免罚息；停息；分24期",
                "waive penalty=all; freeze; instalments 24",
            ),
            ("分期24", "instalments 24"),
            ("分二十四期", "instalments 24"),
            ("減免利息50%；展期6個月", "waive interest=50%; extend 6"),
            ("waive penalty=全部", "waive penalty=all"),
            ("结清5000元于2026-12-31前", "settle 5000.00 by 2026-12-31"),
            ("暂缓3个月；分12期", "defer 3; instalments 12"),
            ("利率 年利率9%；分期12", "rate 9%/year; instalments 12"),
        ] {
            let terms = Terms::parse(said).unwrap();
            assert_eq!(terms.to_string(), held, "{said}");
        }
        for text in [
            "延期6",
            "停息挂账",
            "免了吧",
            "分几期",
            "waive penalty=一半",
        ] {
            assert!(Terms::parse(text).is_err(), "{text}");
        }
        let half = Terms::parse("waive penalty=half").unwrap_err().to_string();
        assert!(
            half.contains("penalty=all") && half.contains("50%"),
            "{half}"
        );
    }

    #[test]
    fn contradictions_are_refused_by_name() {
        let case = |typed: &str, message: &str| {
            assert_eq!(
                Terms::parse(typed).unwrap_err().to_string(),
                message,
                "{typed}"
            )
        };
        case(
            "freeze; rate 3%/year",
            "`freeze` and `rate` contradict each other",
        );
        case(
            "instalments 6; extend 6",
            "`instalments` and `extend` contradict each other",
        );
        case(
            "defer 2; first-due 2026-12-01; instalments 6",
            "`defer` and `first-due` contradict each other",
        );
        case(
            "instalments 6; instalments 7",
            "`instalments` is said twice",
        );
        case(
            "waive interest=all; waive interest=50%",
            "`waive interest` is said twice",
        );
        case("forgive 5", "`forgive` is not a term");
        case("instalments 0", "`instalments` needs instalments 12");
        case("", "no terms were given");
        case("settle -5", "`settle` needs settle 6000 by 2026-12-31");
    }
}
