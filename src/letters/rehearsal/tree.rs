//! The data of the practice call: nodes, choices, ends and what the review says, in three languages.
//!
//! Promises: read once; a test reads every file, walks every node and renders every line.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::Temper;
use crate::domain::lang::Lang;
use crate::domain::{Conduct, Outcome, Region};
use crate::letters::objections;

/// Reads one of an enum's fixed words.
fn word<'de, D, V>(deserializer: D) -> Result<V, D::Error>
where
    D: Deserializer<'de>,
    V: std::str::FromStr<Err = crate::domain::vocabulary::UnknownWord>,
{
    String::deserialize(deserializer)?
        .parse()
        .map_err(D::Error::custom)
}

/// Reads several.
fn words<'de, D, V>(deserializer: D) -> Result<Vec<V>, D::Error>
where
    D: Deserializer<'de>,
    V: std::str::FromStr<Err = crate::domain::vocabulary::UnknownWord>,
{
    Vec::<String>::deserialize(deserializer)?
        .iter()
        .map(|text| text.parse().map_err(D::Error::custom))
        .collect()
}

/// A text in three languages; each is a template of the facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: String,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &String {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => &self.zh_hant,
            Lang::En => &self.en,
        }
    }
}

/// A fact a choice waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// The ledger has a figure that can be kept.
    Figure,
    /// A figure is on the table.
    Said,
    /// The first figure is on the table, and the ladder has another.
    Next,
    /// There are papers.
    Evidence,
}

/// Which figure a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// The figure of the script.
    Offer,
    /// The next rung.
    Next,
}

/// What the other side asks for, so that a plain yes is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    /// What is overdue.
    Overdue,
    /// The instalment of the contract.
    ContractPayment,
}

/// Something that may be said or done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// Its id, one of its kind in its node.
    pub id: String,
    /// Whether it is done, not said.
    #[serde(default)]
    pub act: bool,
    /// Its own words.
    #[serde(default)]
    pub text: Option<Text>,
    /// Or a line of the answers to objections: `id:say` or `id:again`.
    #[serde(default)]
    pub says: Option<String>,
    /// Facts that must hold.
    #[serde(default)]
    pub when: Vec<Flag>,
    /// Facts that must not.
    #[serde(default)]
    pub unless: Vec<Flag>,
    /// The figure it names.
    #[serde(default)]
    pub names: Option<Names>,
    /// The next node.
    #[serde(default)]
    pub to: Option<String>,
    /// Or the end of the call.
    #[serde(default)]
    pub end: Option<String>,
    /// What the review says of it.
    pub point: String,
    /// Plain words by which it is known in free text.
    #[serde(default)]
    pub hear: Vec<String>,
}

impl Choice {
    /// Its words in the three languages: its own, or those of the answer it takes.
    #[must_use]
    pub fn line(&self, region: Region) -> Text {
        if let Some(text) = &self.text {
            return text.clone();
        }
        let said = self.says.as_deref().and_then(|says| says.split_once(':'));
        let Some((objection, again)) = said.and_then(|(id, which)| {
            objections::find(region, id).map(|objection| (objection, which == "again"))
        }) else {
            // A test looks up every line, so this is never seen.
            return Text::default();
        };
        let of = |lang| {
            let lines = objection.lines(lang);
            if again {
                lines.again.clone()
            } else {
                lines.say.clone()
            }
        };
        Text {
            zh_hans: of(Lang::ZhHans),
            zh_hant: of(Lang::ZhHant),
            en: of(Lang::En),
        }
    }
}

/// Something the other side says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// Facts without which it has no place in the call.
    #[serde(default)]
    pub needs: Vec<Flag>,
    /// The node that stands instead.
    #[serde(default)]
    pub otherwise: Option<String>,
    /// What they say.
    pub they: Text,
    /// What they ask for, if it is money.
    #[serde(default)]
    pub asks: Option<Asks>,
    /// What in it the rule book has a word for.
    #[serde(default, deserialize_with = "words")]
    pub conduct: Vec<Conduct>,
    /// What is behind it, said afterwards.
    #[serde(default)]
    pub answer: Option<Text>,
    /// Rules of the book that go with the answer.
    #[serde(default)]
    pub rules: Vec<String>,
    /// What may be said or done.
    #[serde(rename = "choice")]
    pub choices: Vec<Choice>,
}

/// What the other side says to something that is no answer to their question, before they ask it again.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aside {
    /// Its id.
    pub id: String,
    /// What they say; their question follows.
    pub they: Text,
    /// What is behind it, said afterwards.
    pub answer: Text,
}

/// On which day the next step falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Follow {
    /// Nothing follows.
    None,
    /// The same day.
    Today,
    /// The borrower's own answer.
    AnswerBy,
    /// The answer that is asked for.
    ReplyBy,
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct End {
    /// Its id.
    pub id: String,
    /// The outcome in the words of the log.
    #[serde(deserialize_with = "word")]
    pub outcome: Outcome,
    /// The next step.
    pub follow: Follow,
    /// Whether a case number was asked for.
    #[serde(default)]
    pub ticket: bool,
    /// Whether the figure on the table was promised.
    #[serde(default)]
    pub promise: bool,
    /// Whether the other side's figure was said yes to.
    #[serde(default)]
    pub asked: bool,
    /// What the log would say.
    pub summary: Text,
    /// What to write down.
    pub write: Text,
}

/// Whether something went well or can go better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointKind {
    /// It went well.
    Well,
    /// It can go better.
    Try,
}

/// What the review says of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Its id.
    pub id: String,
    /// Which list it stands in.
    pub kind: PointKind,
    /// The words.
    pub text: Text,
}

/// Situations in which what may be said is narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Special {
    /// A court paper is there.
    Court,
    /// A debt from long ago.
    OldDebt,
    /// Somebody without a licence.
    NotALender,
    /// Somebody one knows.
    Private,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CallStart {
    #[serde(deserialize_with = "word")]
    temper: Temper,
    start: String,
    #[serde(default)]
    incoming: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpecialStart {
    moment: Special,
    start: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkFile {
    call: Vec<CallStart>,
    special: Vec<SpecialStart>,
    node: Vec<Node>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AfterFile {
    aside: Vec<Aside>,
    end: Vec<End>,
    point: Vec<Point>,
}

/// The files, for tests: the talk of the mainland and of Hong Kong, and what comes after.
pub const FILES: [&str; 3] = [
    include_str!("cn.toml"),
    include_str!("hk.toml"),
    include_str!("after.toml"),
];

/// Everything about the calls of one region.
#[derive(Debug)]
pub struct Tree {
    /// Whose.
    pub region: Region,
    talk: TalkFile,
    after: AfterFile,
}

impl Tree {
    fn read(region: Region, talk: &str, after: &str) -> Tree {
        // A test reads the files, so this never falls back.
        Tree {
            region,
            talk: toml::from_str(talk).unwrap_or_default(),
            after: toml::from_str(after).unwrap_or_default(),
        }
    }

    /// Where a call begins, and whether the other side rings.
    #[must_use]
    pub fn start(&self, special: Option<Special>, temper: Temper) -> (Option<&Node>, bool) {
        if let Some(special) = special {
            let begun = self.talk.special.iter().find(|one| one.moment == special);
            return (begun.and_then(|one| self.node(&one.start)), true);
        }
        let begun = self.talk.call.iter().find(|one| one.temper == temper);
        (
            begun.and_then(|one| self.node(&one.start)),
            begun.is_some_and(|one| one.incoming),
        )
    }

    /// A node by its id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.talk.node.iter().find(|node| node.id == id)
    }

    /// Every node.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.talk.node
    }

    /// An end by its id.
    #[must_use]
    pub fn end(&self, id: &str) -> Option<&End> {
        self.after.end.iter().find(|end| end.id == id)
    }

    /// What they say to something that is no answer.
    #[must_use]
    pub fn aside(&self, id: &str) -> Option<&Aside> {
        self.after.aside.iter().find(|aside| aside.id == id)
    }

    /// The line that names the first figure, where the talk would come to it from a node.
    #[must_use]
    pub fn offer_after<'a>(&'a self, node: &'a Node) -> Option<&'a Choice> {
        let mut seen: Vec<&str> = Vec::new();
        let mut next: Vec<&Node> = vec![node];
        while !next.is_empty() {
            let mut further: Vec<&Node> = Vec::new();
            for node in next {
                let offers = |choice: &&Choice| choice.names == Some(Names::Offer);
                if let Some(offer) = node.choices.iter().find(offers) {
                    return Some(offer);
                }
                for to in node
                    .choices
                    .iter()
                    .filter_map(|choice| choice.to.as_deref())
                {
                    if !seen.contains(&to) {
                        seen.push(to);
                        further.extend(self.node(to));
                    }
                }
            }
            next = further;
        }
        None
    }

    /// Every end.
    #[must_use]
    pub fn ends(&self) -> &[End] {
        &self.after.end
    }

    /// What the review says, in the order in which one is chosen to be tried next.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.after.point
    }
}

static CN: LazyLock<Tree> = LazyLock::new(|| Tree::read(Region::Cn, FILES[0], FILES[2]));
static HK: LazyLock<Tree> = LazyLock::new(|| Tree::read(Region::Hk, FILES[1], FILES[2]));

/// The calls of a region.
#[must_use]
pub fn of(region: Region) -> &'static Tree {
    match region {
        Region::Cn => &CN,
        Region::Hk => &HK,
    }
}
