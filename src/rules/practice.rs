//! What usually happens next, what helps and what does not, by band or stage and kind of holder.
//!
//! Promises: whole texts in three languages, marked practice; nothing in them is a rule, a promise or the
//! policy of any lender. What happened (a court paper, a sale, a write-off) comes before the band.
//! Leaves to others: law (`checks`), dates (`stage`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::applies::Standing;
use super::book::{PRACTICE, sections};
use super::case::Case;
use super::written::Words;
use crate::domain::debt::{Proceedings, Talks};
use crate::domain::finding::Level;
use crate::domain::lang::Localized;
use crate::domain::lender::Region;
use crate::domain::position::Band;

/// Days from which the practice of a band changes once more; practice, not law.
const BEYOND: u32 = 181;
/// Days from which Hong Kong lenders usually go further; practice, not law.
const LATE_IN_HONG_KONG: u32 = 60;

/// What usually happens next, what to do and what not to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextSteps {
    /// Its id in the book of practice.
    pub id: &'static str,
    /// What usually happens next.
    pub usually: Localized,
    /// What to do.
    pub act: Localized,
    /// What not to do.
    pub avoid: Localized,
}

impl NextSteps {
    /// Practice is never more than practice.
    pub const LEVEL: Level = Level::Practice;
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NextSection {
    usually: Words,
    r#do: Words,
    avoid: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkSection {
    r#do: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenSection {
    text: Words,
}

/// A section of the book of practice.
pub(super) fn body(name: &str) -> Option<&'static str> {
    static INDEX: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    INDEX
        .get_or_init(|| sections(PRACTICE).collect())
        .get(name)
        .copied()
}

/// What usually happens next for a debt.
#[must_use]
pub fn next_steps(case: &Case<'_>) -> NextSteps {
    read(next_id(case))
}

/// The ways on when no plan fits.
#[must_use]
pub fn no_plan_fits(region: Region) -> NextSteps {
    read(match region {
        Region::Cn => "no-plan-mainland",
        Region::Hk => "no-plan-hong-kong",
    })
}

fn read(id: &'static str) -> NextSteps {
    let section: Option<NextSection> =
        body(&format!("next.{id}")).and_then(|body| toml::from_str(body).ok());
    // The tests walk every id, so the fallback is never shown.
    let (usually, act, avoid) = section.map_or_else(Default::default, |section| {
        (
            section.usually.localized(),
            section.r#do.localized(),
            section.avoid.localized(),
        )
    });
    NextSteps {
        id,
        usually,
        act,
        avoid,
    }
}

/// The next step of a place in the talks.
pub(crate) fn talk(id: &str) -> Localized {
    body(&format!("talk.{id}"))
        .and_then(|body| toml::from_str::<TalkSection>(body).ok())
        .map_or_else(Localized::default, |section| section.r#do.localized())
}

/// Where a date comes from.
pub(crate) fn when(id: &str) -> Localized {
    body(&format!("when.{id}"))
        .and_then(|body| toml::from_str::<WhenSection>(body).ok())
        .map_or_else(Localized::default, |section| section.text.localized())
}

fn next_id(case: &Case<'_>) -> &'static str {
    if case.is_closed() {
        return "closed";
    }
    let kept = matches!(case.talks(), Talks::Agreed | Talks::Performing) && !case.is_overdue();
    let standing = case.standing();
    let mainland = standing.region() == Region::Cn;
    match case.debt.proceedings {
        Proceedings::Enforcement => return "enforcement",
        Proceedings::PaymentOrder
        | Proceedings::Arbitration
        | Proceedings::Filed
        | Proceedings::Judgment => return "court-paper",
        Proceedings::Mediation if mainland => return "mediation",
        Proceedings::LawyerLetter => return "lawyer-letter",
        Proceedings::Mediation
        | Proceedings::None
        | Proceedings::Lender
        | Proceedings::OutsideCollector => {}
    }
    if kept {
        return "performing";
    }
    match standing {
        Standing::Unlicensed => return "unlicensed",
        Standing::Private => return "private",
        Standing::Paid => return "guarantor-paid",
        Standing::Buyer => return "sold",
        _ if case.is_written_off() => return "written-off",
        _ => {}
    }
    by_band(
        standing,
        case.arrears.and_then(|arrears| arrears.band),
        case.days(),
    )
}

fn by_band(standing: Standing, band: Option<Band>, days: Option<u32>) -> &'static str {
    let beyond = days.is_some_and(|days| days >= BEYOND);
    let late = days.is_some_and(|days| days >= LATE_IN_HONG_KONG);
    let Some(band) = band else {
        return "overdue-unknown"; // nothing is known of the days: what is overdue is the safer reading
    };
    match (standing, band) {
        (Standing::BankCard, Band::Current) => "current-card",
        (Standing::BankCard, Band::Short) => "short-card",
        (Standing::BankCard, Band::Medium) => "medium-card",
        (Standing::BankCard, Band::Long) if beyond => "beyond-card",
        (Standing::BankCard, Band::Long) => "long-card",
        (Standing::BankLoan | Standing::ConsumerFinance | Standing::Microloan, Band::Current) => {
            "current-loan"
        }
        (Standing::BankLoan | Standing::ConsumerFinance, Band::Short) => "short-loan",
        (Standing::BankLoan | Standing::ConsumerFinance, Band::Medium) => "medium-loan",
        (Standing::BankLoan | Standing::ConsumerFinance, Band::Long) if beyond => "beyond-loan",
        (Standing::BankLoan | Standing::ConsumerFinance, Band::Long) => "long-loan",
        (Standing::Microloan, Band::Short) => "short-microloan",
        (Standing::Microloan, Band::Medium) => "medium-microloan",
        (Standing::Microloan, Band::Long) => "long-microloan",
        (Standing::HongKongBank | Standing::MoneyLender | Standing::HongKong, Band::Current) => {
            "current-hong-kong"
        }
        (Standing::HongKongBank | Standing::MoneyLender | Standing::HongKong, _) if late => {
            "late-hong-kong"
        }
        (Standing::MoneyLender, _) => "short-money-lender",
        (Standing::HongKongBank | Standing::HongKong, _) => "early-hong-kong",
        (_, Band::Current) => "current-unknown",
        (_, Band::Short | Band::Medium | Band::Long) => "overdue-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every id that [`next_id`], [`no_plan_fits`], `stage` and the texts of talks can ask for.
    fn asked() -> BTreeSet<String> {
        let mut ids: BTreeSet<String> = [
            "closed",
            "performing",
            "enforcement",
            "court-paper",
            "mediation",
            "lawyer-letter",
            "unlicensed",
            "private",
            "guarantor-paid",
            "sold",
            "written-off",
            "no-plan-mainland",
            "no-plan-hong-kong",
        ]
        .map(str::to_owned)
        .into();
        for standing in Standing::ALL {
            for days in [0, 1, 30, 31, 59, 60, 90, 91, 180, 181, 400] {
                let id = by_band(standing, Some(Band::of_days(days)), Some(days));
                ids.insert(id.to_owned());
            }
            ids.insert(by_band(standing, None, None).to_owned());
        }
        ids
    }

    #[test]
    fn every_step_asked_for_stands_in_the_book_and_the_reverse() {
        let there: BTreeSet<String> = sections(PRACTICE)
            .filter_map(|(name, _)| name.strip_prefix("next.").map(str::to_owned))
            .collect();
        assert_eq!(asked(), there);
        for id in there {
            let id: &'static str = Box::leak(id.into_boxed_str());
            let steps = read(id);
            for text in [steps.usually, steps.act, steps.avoid] {
                assert!(!text.en.is_empty() && !text.zh_hans.is_empty(), "{id}");
                assert!(!text.zh_hant.is_empty() && !text.en.contains('{'), "{id}");
            }
        }
    }

    #[test]
    fn hong_kong_never_reads_mainland_practice() {
        for standing in [
            Standing::HongKongBank,
            Standing::MoneyLender,
            Standing::HongKong,
        ] {
            for days in [0, 1, 31, 60, 91, 181] {
                let id = by_band(standing, Some(Band::of_days(days)), Some(days));
                assert!(
                    id.ends_with("hong-kong") || id == "short-money-lender",
                    "{standing:?} {days} {id}"
                );
            }
        }
        assert_eq!(
            by_band(Standing::HongKongBank, Some(Band::Medium), Some(59)),
            "early-hong-kong"
        );
        assert_eq!(
            by_band(Standing::HongKongBank, Some(Band::Medium), Some(60)),
            "late-hong-kong"
        );
    }

    #[test]
    fn the_band_changes_on_its_day() {
        let id = |standing, days| by_band(standing, Some(Band::of_days(days)), Some(days));
        assert_eq!(id(Standing::BankCard, 30), "short-card");
        assert_eq!(id(Standing::BankCard, 31), "medium-card");
        assert_eq!(id(Standing::BankCard, 90), "medium-card");
        assert_eq!(id(Standing::BankCard, 91), "long-card");
        assert_eq!(id(Standing::BankCard, 180), "long-card");
        assert_eq!(id(Standing::BankCard, 181), "beyond-card");
        assert_eq!(id(Standing::ConsumerFinance, 45), "medium-loan");
        assert_eq!(id(Standing::Microloan, 400), "long-microloan");
        assert_eq!(id(Standing::Bank, 45), "overdue-unknown");
    }
}
