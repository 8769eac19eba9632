//! The rungs of the ladder as texts say them: what is named first, what may be named next, what is never passed.
//!
//! Promises: only rungs the engine found; none above the limit; the words add no concession.

use std::collections::BTreeMap;

use minijinja::value::Value;

use super::brief::Brief;
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
    vec![
        ("has_next", Value::from(next.is_some())),
        ("next_offer", Value::from(next.unwrap_or_default())),
        ("rungs_left", Value::from(rows)),
        ("has_ladder", Value::from(feasible)),
        ("asks", Value::from(asked)),
    ]
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
        Lang::En => format!("{monthly} a month, {count} times"),
    }
}

/// What has to be granted for it, in one clause; empty where nothing has.
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
            Lang::En => format!("no payment for {months} months"),
        });
    }
    wording::list(&said, lang)
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
