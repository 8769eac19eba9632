//! What the other side says, and good answers: data in three languages, one file a region.
//!
//! Sources: practice.md §2 and §3 (commonly reported practice, not any lender's policy). An answer asks or tells; it
//! never gives more than the figure in play.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use minijinja::value::Value;
use serde::Deserialize;

use super::brief::Brief;
use super::facts::Context;
use super::template::{self, LetterError};
use crate::domain::lang::Lang;
use crate::domain::{Band, LenderKind, Proceedings, Product, Region};

/// How many answers a script holds: more are not found while someone is talking.
const IN_A_SCRIPT: usize = 10;

/// How many follow-ups a script names.
const FOLLOW_UPS: usize = 2;

/// What an answer may do to the ladder of offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// The same offer again.
    Stay,
    /// Find out, offer nothing.
    Ask,
    /// The next rung may be named.
    Next,
    /// End the talk safely.
    Stop,
}

impl Rung {
    /// Its word in the data and in templates.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Rung::Stay => "stay",
            Rung::Ask => "ask",
            Rung::Next => "next",
            Rung::Stop => "stop",
        }
    }
}

/// How often it is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heard {
    /// In this very situation.
    Here,
    /// Often.
    Often,
    /// Sometimes.
    Sometimes,
    /// Only when something special happens; not put into a script by itself.
    Apart,
}

/// An objection in one language. Every line is a template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// What they say.
    pub they: String,
    /// What to say.
    pub say: String,
    /// What not to say or do.
    pub avoid: String,
    /// What to write down.
    pub note: String,
    /// What to say if they insist; bound to the ladder where it may go a rung further.
    pub again: String,
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Objection {
    /// Its id.
    pub id: String,
    /// What the answer may do.
    pub rung: Rung,
    /// How often it is heard.
    pub heard: Heard,
    /// Lender kinds it is for; empty for all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Products it is for; empty for all.
    #[serde(default)]
    pub products: Vec<String>,
    /// Bands it is for; empty for all.
    #[serde(default)]
    pub bands: Vec<String>,
    /// Stages of collection it is for; empty for all.
    #[serde(default)]
    pub proceedings: Vec<String>,
    /// Facts that must be true: names of flags in the context.
    #[serde(default)]
    pub when: Vec<String>,
    /// Facts that must be false.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Where it comes from: rule ids of the research, or `practice`.
    pub basis: String,
    /// What is usually said next, by id: the branches of the tree.
    pub follow: Vec<String>,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: Lines,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: Lines,
    /// English.
    pub en: Lines,
}

impl Objection {
    /// Its lines in a language.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> &Lines {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => &self.zh_hant,
            Lang::En => &self.en,
        }
    }

    /// Whether it can come up about this debt. A kind, product or band that is not known excludes nothing special:
    /// only objections for everyone are then used.
    #[must_use]
    pub fn applies(&self, brief: &Brief) -> bool {
        let among = |listed: &[String], word: Option<&str>| {
            listed.is_empty() || word.is_some_and(|word| listed.iter().any(|one| one == word))
        };
        among(&self.kinds, brief.kind().map(LenderKind::as_str))
            && among(&self.products, brief.product.map(Product::as_str))
            && among(&self.bands, brief.band.map(Band::as_str))
            && among(&self.proceedings, Some(brief.proceedings.as_str()))
            && self.when.iter().all(|flag| holds(flag, brief))
            && !self.unless.iter().any(|flag| holds(flag, brief))
            && self.has_its_figure(brief)
    }

    /// An answer that names a monthly figure waits for one; one that names the offer waits for an offer, unless it
    /// minds for itself what to say without.
    fn has_its_figure(&self, brief: &Brief) -> bool {
        let say = &self.en.say;
        let minds = say.contains("nothing_left");
        let monthly = say.contains("{{ monthly }}") && (brief.settles() || brief.nothing_left());
        let offer = say.contains("{{ offer }}") && brief.nothing_left() && !minds;
        !monthly && !offer
    }
}

/// The flags an objection may ask for.
pub const FLAGS: &[&str] = &[
    "sold",
    "guarantor-paid",
    "accelerated",
    "auto-debit",
    "many",
    "broken-before",
    "minimum-known",
    "evidence",
    "committed",
    "promised",
    "waiver-asked",
    "several-months",
    "nothing-left",
    "settles",
    "outside",
    "private",
    "purpose-known",
];

fn holds(flag: &str, brief: &Brief) -> bool {
    match flag {
        "sold" => brief.sold,
        "guarantor-paid" => matches!(
            brief.kind(),
            Some(LenderKind::Guarantor | LenderKind::Insurer)
        ),
        "accelerated" => brief.accelerated,
        "auto-debit" => brief.auto_debit,
        "many" => brief.lender_count > 1,
        "broken-before" => brief.broken_before,
        "minimum-known" => brief.minimum.is_some(),
        "evidence" => brief
            .borrower
            .hardship
            .iter()
            .any(|ground| !ground.evidence.is_empty()),
        "committed" => brief.capacity.as_ref().is_some_and(|capacity| {
            capacity
                .months
                .iter()
                .any(|month| (month.agreed + month.promised).is_positive())
        }),
        "promised" => brief.promise_passed(),
        "waiver-asked" => brief
            .proposal
            .as_ref()
            .is_some_and(|plan| !plan.waived.is_zero()),
        "several-months" => brief.proposal.as_ref().is_some_and(|plan| plan.count > 1),
        "nothing-left" => brief.nothing_left(),
        "settles" => brief.settles(),
        "private" => brief.kind() == Some(LenderKind::Private),
        "purpose-known" => brief.purpose.is_some(),
        "outside" => brief.proceedings == Proceedings::OutsideCollector,
        _ => false,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    objection: Vec<Objection>,
}

/// The texts of the files, for tests: region and content.
pub const FILES: [(Region, &str); 2] = [
    (Region::Cn, include_str!("objections/cn.toml")),
    (Region::Hk, include_str!("objections/hk.toml")),
];

static BOOKS: LazyLock<BTreeMap<Region, Vec<Objection>>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(region, text)| {
            // A test reads both files, so this never falls back.
            let file = toml::from_str::<File>(text).map_or_else(|_| Vec::new(), |f| f.objection);
            (*region, file)
        })
        .collect()
});

/// Every objection of a region, in the order of the file.
#[must_use]
pub fn all(region: Region) -> &'static [Objection] {
    BOOKS.get(&region).map_or(&[], Vec::as_slice)
}

/// Those most likely to be heard about this debt, the most particular first.
#[must_use]
pub fn likely(brief: &Brief) -> Vec<&'static Objection> {
    let mut found: Vec<&Objection> = all(brief.region)
        .iter()
        .filter(|objection| objection.heard != Heard::Apart && objection.applies(brief))
        .collect();
    found.sort_by_key(|objection| objection.heard);
    found.truncate(IN_A_SCRIPT);
    found
}

/// An objection and what is usually said after its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// What they say, and the answer.
    pub objection: &'static Objection,
    /// What usually comes next about this debt, in the order of the file.
    pub follow: Vec<&'static Objection>,
}

/// An objection of a region by its id.
#[must_use]
pub fn find(region: Region, id: &str) -> Option<&'static Objection> {
    all(region).iter().find(|objection| objection.id == id)
}

/// The answers to [`likely`] objections as a tree one step deep: each follow-up can be looked up again.
#[must_use]
pub fn tree(brief: &Brief) -> Vec<Branch> {
    likely(brief)
        .into_iter()
        .map(|objection| branch(objection, brief))
        .collect()
}

/// One node of the tree, with the follow-ups that can come up about this debt.
#[must_use]
pub fn branch(objection: &'static Objection, brief: &Brief) -> Branch {
    Branch {
        objection,
        follow: objection
            .follow
            .iter()
            .filter_map(|id| find(brief.region, id))
            .filter(|next| next.applies(brief))
            .collect(),
    }
}

/// Objections with their slots filled, as templates list them.
///
/// # Errors
/// [`LetterError`] names the objection.
pub fn written(branches: &[Branch], lang: Lang, context: &Context) -> Result<Value, LetterError> {
    let context = Value::from(context.clone());
    let mut answers = Vec::new();
    for Branch { objection, follow } in branches {
        let lines = objection.lines(lang);
        let fill = |text: &str| line(&objection.id, text, &context);
        let next: Vec<String> = follow
            .iter()
            .take(FOLLOW_UPS)
            .map(|next| line(&next.id, &next.lines(lang).they, &context))
            .collect::<Result<_, _>>()?;
        let answer = BTreeMap::from([
            ("id".to_owned(), Value::from(objection.id.as_str())),
            ("they".to_owned(), Value::from(fill(&lines.they)?)),
            ("say".to_owned(), Value::from(fill(&lines.say)?)),
            ("avoid".to_owned(), Value::from(fill(&lines.avoid)?)),
            ("note".to_owned(), Value::from(fill(&lines.note)?)),
            ("again".to_owned(), Value::from(fill(&lines.again)?)),
            ("rung".to_owned(), Value::from(objection.rung.as_str())),
            ("follow".to_owned(), Value::from(next)),
        ]);
        answers.push(Value::from(answer));
    }
    Ok(Value::from(answers))
}

/// One line with its slots filled, as it is said. Blanks are drawn.
///
/// # Errors
/// [`LetterError`] if the line is not a template.
pub fn filled(text: &str, lang: Lang, context: &Context) -> Result<String, LetterError> {
    let filled = line("objection", text, &Value::from(context.clone()))?;
    let read = super::markup::document(&filled, lang);
    Ok(read
        .document
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            crate::report::document::Block::Paragraph(text) => Some(text),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join("\n"))
}

fn line(id: &str, text: &str, context: &Value) -> Result<String, LetterError> {
    template::fill(id, text, 0, context).map(|filled| filled.trim().to_owned())
}
