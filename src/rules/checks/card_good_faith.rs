//! A card whose facts come near the 2018 decision: which of them are present, calmly (CRT-06).
//!
//! # What it finds
//! A mainland bank card of 50,000 or more of principal, more than a month overdue, and which of the other facts
//! the ledger shows: two demands at least 30 days apart, more than three months unpaid after them.
//! # Why it matters
//! Staying reachable, offers and payments are what shows good faith; changing numbers and moving property is
//! what counts against it. Non-payment alone is not intent.
//! # When it does not apply
//! To loans of any kind: the decision is about cards only. Below the principal nothing is said: the facts must
//! all come together, and one alone means nothing. The words never threaten.
//! # Example
//! Principal 60,000, demands on 1 June and 5 July, nothing paid since: all three facts are named.

use chrono::NaiveDate;

use crate::domain::calendar::{days_between, plus_months};
use crate::domain::contact::{Channel, Outcome};
use crate::domain::finding::Finding;
use crate::domain::lang::Localized;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::{Fact, fill};

const RULE: &str = "card-good-faith";
/// Days from which it is worth saying, as the first formal demands come after about a month.
const WORTH_SAYING: u32 = 31;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::CardOnly) || case.days()? < WORTH_SAYING {
        return None;
    }
    let book = case.book();
    let least = book.money("card-offence-principal", case.as_of)?;
    let principal = case.position?.parts.principal;
    if principal < least {
        return None;
    }
    let amounts = [
        ("amount", Fact::Money(principal)),
        ("least", Fact::Money(least)),
    ];
    let mut present = vec![words(case, "principal", &amounts)?];
    let wanted = book.whole("card-offence-demands", case.as_of)?;
    let gap = book.whole("card-offence-demand-gap", case.as_of)?;
    let months = book.whole("card-offence-months", case.as_of)?;
    if let Some(last) = demands_apart(case, wanted, gap) {
        let facts = [
            ("count", Fact::Count(wanted.into())),
            ("gap", Fact::Count(gap.into())),
        ];
        present.push(words(case, "demands", &facts)?);
        let paid = case.debt.payments.iter().any(|payment| payment.on >= last);
        if !paid && plus_months(last, months.into()) < case.as_of {
            let facts = [("months", Fact::Count(months.into()))];
            present.push(words(case, "months", &facts)?);
        }
    }
    let facts = [("facts", Fact::Words(joined(&present)))];
    case.finding(RULE, "card-decision-2018", &facts)
}

/// The day of the last of `wanted` demands that are each at least `gap` days after the one before.
fn demands_apart(case: &Case<'_>, wanted: u32, gap: u32) -> Option<NaiveDate> {
    let mut days: Vec<NaiveDate> = case
        .incoming()
        .filter(|contact| contact.channel != Channel::Court)
        .filter(|contact| contact.answered != Some(false))
        .filter(|contact| contact.outcome != Some(Outcome::NoAnswer))
        .map(|contact| contact.at.date())
        .collect();
    days.sort_unstable();
    let mut counted: u32 = 0;
    let mut last: Option<NaiveDate> = None;
    for day in days {
        if last.is_none_or(|last| days_between(last, day) >= i64::from(gap)) {
            counted = counted.saturating_add(1);
            last = Some(day);
            if counted == wanted {
                return last;
            }
        }
    }
    None
}

fn words(case: &Case<'_>, variant: &str, facts: &[(&str, Fact)]) -> Option<Localized> {
    let text = case.book().rule(RULE)?.variants.get(variant)?.localized();
    Some(fill(&text, facts, case.ledger.currency))
}

fn joined(all: &[Localized]) -> Localized {
    let join = |pick: fn(&Localized) -> &String, between: &str| {
        let words: Vec<&str> = all.iter().map(|words| pick(words).as_str()).collect();
        words.join(between)
    };
    Localized {
        zh_hans: join(|words| &words.zh_hans, "；"),
        zh_hant: join(|words| &words.zh_hant, "；"),
        en: join(|words| &words.en, "; "),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::domain::{Money, Parts};
    use crate::rules::checks::tests::World;

    fn owing(mut world: World, principal: i128) -> World {
        world.overdue(120);
        world.owes(Parts {
            principal: Money::from_minor(principal),
            ..Parts::ZERO
        });
        world
    }

    fn said(world: &World) -> String {
        world.run(check).unwrap().text.en
    }

    #[test]
    fn it_names_the_facts_that_are_present() {
        let mut world = owing(World::card(), 5_000_000);
        assert!(said(&world).contains("¥50,000.00 or more"));
        world.contact("2026-06-01T10:00:00", &[]);
        world.contact("2026-06-30T10:00:00", &[]); // 29 days later: not yet two
        assert!(!said(&world).contains("recorded demands"));
        world.contact("2026-07-01T10:00:00", &[]);
        assert!(said(&world).contains("2 recorded demands"));
        assert!(said(&world).contains("more than 3 months"));
        world.paid("2026-10-20", 100);
        assert!(!said(&world).contains("more than 3 months"));
    }

    #[test]
    fn below_the_principal_or_for_a_loan_nothing_is_said() {
        assert!(owing(World::card(), 4_999_999).run(check).is_none());
        let loan = owing(World::loan(LenderKind::Bank), 9_000_000);
        assert!(loan.run(check).is_none());
    }

    #[test]
    fn the_words_do_not_threaten() {
        let text = owing(World::card(), 9_000_000).run(check).unwrap().text;
        for word in ["crime", "criminal", "prison", "jail"] {
            assert!(!text.en.contains(word), "{word}");
        }
        for word in ["犯罪", "坐牢", "刑事", "抓"] {
            assert!(!text.zh_hans.contains(word), "{word}");
            assert!(!text.zh_hant.contains(word), "{word}");
        }
    }
}
