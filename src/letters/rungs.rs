//! What is on the table as texts say it: the figure's own place, the rungs that may be named after it, the other
//! side's offer, a promise that was missed.
//!
//! Promises: only rungs the engine found; none above the limit; the words add no concession.

use std::collections::BTreeMap;

use minijinja::value::Value;

use super::brief::Brief;
use super::figures::FigureFrom;
use super::wording;
use crate::domain::lang::Lang;
use crate::domain::{Money, Product, Simulation};

/// What may be named after the figure that is spoken of, and what the figure itself asks for.
pub(super) fn values(brief: &Brief, lang: Lang) -> Vec<(&'static str, Value)> {
    let left = brief.rungs_left();
    let next = left
        .first()
        .map(|rung| spoken(brief, &rung.simulation, lang));
    let rows: Vec<Value> = left
        .into_iter()
        .map(|rung| row(brief, &rung.simulation, lang))
        .collect();
    let asked = brief
        .proposal
        .as_ref()
        .map_or_else(String::new, |plan| asks(brief, plan, lang));
    let feasible = brief
        .ladder
        .as_ref()
        .is_some_and(crate::domain::ladder::Ladder::is_feasible);
    let mut values = standing(brief, lang);
    values.extend([
        ("has_next", Value::from(next.is_some())),
        ("next_offer", Value::from(next.unwrap_or_default())),
        ("rungs_left", Value::from(rows)),
        ("has_ladder", Value::from(feasible)),
        ("asks", Value::from(asked)),
    ]);
    values
}

/// What the moment of a script is about.
fn standing(brief: &Brief, lang: Lang) -> Vec<(&'static str, Value)> {
    let date = |on: Option<chrono::NaiveDate>| {
        on.map_or_else(String::new, |on| {
            wording::spoken_date(on, brief.as_of, lang)
        })
    };
    let theirs = brief.theirs.as_ref();
    let plan = theirs.and_then(|theirs| theirs.plan.as_ref());
    let missed = brief.missed.map(|(promise, _)| promise);
    let planned = !matches!(
        brief.from,
        FigureFrom::Rung(_) | FigureFrom::Countering(..) | FigureFrom::Capacity
    );
    vec![
        (
            "agreed",
            Value::from(matches!(brief.from, FigureFrom::Agreement(_))),
        ),
        (
            "accepted",
            Value::from(matches!(brief.from, FigureFrom::Accepted(_))),
        ),
        ("theirs", Value::from(theirs.is_some())),
        (
            "their_on",
            Value::from(date(theirs.map(|theirs| theirs.on))),
        ),
        (
            "their_reply",
            Value::from(date(theirs.and_then(|theirs| theirs.reply_by))),
        ),
        (
            "their_offer",
            Value::from(plan.map_or_else(String::new, |plan| spoken(brief, plan, lang))),
        ),
        (
            "their_misfit",
            Value::from(plan.is_some_and(|plan| plan.fits == Some(false))),
        ),
        (
            "missed_amount",
            Value::from(
                missed.map_or_else(String::new, |promise| money(brief, promise.amount, lang)),
            ),
        ),
        (
            "missed_on",
            Value::from(date(missed.map(|promise| promise.on))),
        ),
        ("unplanned", Value::from(brief.debt_count > 1 && !planned)),
        ("tail", Value::from(tail(brief))),
    ]
}

/// The last four signs of the contract's number: enough to say which debt, not enough for a stranger.
fn tail(brief: &Brief) -> String {
    let signs: Vec<char> = brief
        .contract_number
        .as_deref()
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let from = signs.len().saturating_sub(4);
    let last: String = signs.into_iter().skip(from).collect();
    if last.is_empty() {
        super::facts::blank(super::fact::Fact::ContractNo)
    } else {
        last
    }
}

fn row(brief: &Brief, plan: &Simulation, lang: Lang) -> Value {
    Value::from(BTreeMap::from([
        ("offer".to_owned(), Value::from(spoken(brief, plan, lang))),
        (
            "total".to_owned(),
            Value::from(money(brief, plan.total, lang)),
        ),
        ("asks".to_owned(), Value::from(asks(brief, plan, lang))),
    ]))
}

fn money(brief: &Brief, amount: Money, lang: Lang) -> String {
    wording::money(amount, brief.currency, lang)
}

/// So much a month, so many times.
fn spoken(brief: &Brief, plan: &Simulation, lang: Lang) -> String {
    let monthly = money(brief, plan.peak_payment, lang);
    let count = plan.count;
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("每月{monthly}，共{count}期"),
        Lang::En if count == 1 => format!("{monthly}, once"),
        Lang::En => format!("{monthly} a month, {count} times"),
    }
}

/// What has to be granted for it, each thing in a clause of its own; empty where nothing has.
fn asks(brief: &Brief, plan: &Simulation, lang: Lang) -> String {
    let terms = &plan.terms;
    let mut said: Vec<String> = waivers(brief, plan, lang).into_iter().collect();
    if terms.freeze {
        let stop = match lang {
            Lang::ZhHans => "停止计息",
            Lang::ZhHant => "停止計息",
            Lang::En => "no interest during the plan",
        };
        said.push(stop.to_owned());
    }
    if let Some(rate) = terms.rate {
        said.push(match lang {
            Lang::ZhHans | Lang::ZhHant => format!("利率{}", rate.percent),
            Lang::En => format!("a rate of {}", rate.percent),
        });
    }
    if let Some(months) = terms.defer {
        said.push(match lang {
            Lang::ZhHans => format!("前{months}个月不付"),
            Lang::ZhHant => format!("首{months}個月不付"),
            Lang::En if months == 1 => "no payment for one month".to_owned(),
            Lang::En => format!("no payment for {months} months"),
        });
    }
    said.join(match lang {
        Lang::ZhHans | Lang::ZhHant => "；",
        Lang::En => "; ",
    })
}

fn waivers(brief: &Brief, plan: &Simulation, lang: Lang) -> Option<String> {
    let card = brief.product == Some(Product::CreditCard);
    let parts: Vec<String> = plan
        .terms
        .waive
        .iter()
        .filter(|(part, _)| plan.waived.get(*part).is_positive())
        .map(|(part, _)| {
            let sum = money(brief, plan.waived.get(*part), lang);
            let name = wording::part(*part, card, lang);
            match lang {
                Lang::ZhHans | Lang::ZhHant => format!("{name}{sum}"),
                Lang::En => format!("{sum} of {name}"),
            }
        })
        .collect();
    let list = wording::list(&parts, lang);
    (!parts.is_empty()).then(|| match lang {
        Lang::ZhHans => format!("减免{list}"),
        Lang::ZhHant => format!("豁免{list}"),
        Lang::En => format!("a waiver of {list}"),
    })
}
