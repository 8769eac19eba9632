//! Reads `words.toml`: the words the linter looks for, what to write instead, and laws known by a mark.

use std::sync::LazyLock;

use serde::Deserialize;

/// What a listed word breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Listed {
    /// Never used.
    Forbidden,
    /// A demand or a threat.
    Demand,
    /// A complaint in a negotiation.
    Complaint,
    /// Terms in a complaint.
    Terms,
    /// A relative who pays.
    Relative,
    /// Hiding, borrowing, forging, flooding.
    Advice,
    /// A condition in an acceptance.
    Condition,
    /// Not said in Hong Kong.
    NotHongKong,
}

/// A row of the list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) rule: Listed,
    pub(super) find: Vec<String>,
    #[serde(default)]
    pub(super) unless: Vec<String>,
    /// Words of which one must stand in the same sentence.
    #[serde(default)]
    pub(super) with: Vec<String>,
    /// Whether it is fine where the clause denies it: `not saying it is illegal`.
    #[serde(default)]
    pub(super) deniable: bool,
    pub(super) instead: String,
}

/// A law that is recognised by a mark rather than by its title.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marked {
    pub(super) marks: Vec<String>,
    pub(super) source: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    pub(super) simplified: String,
    pub(super) traditional: String,
    pub(super) slots: Vec<String>,
    pub(super) words: Vec<Row>,
    pub(super) law: Vec<Marked>,
}

pub(super) const TEXT: &str = include_str!("words.toml");

/// The lists. A test reads the file, so this never falls back.
pub(super) static LISTS: LazyLock<Lists> =
    LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// Signs that end the sentence in which a word may be forbidden.
const ENDS: [char; 9] = ['。', '！', '？', '；', '\n', '.', '!', '?', ';'];
/// What forbids the words that follow it in the same sentence.
const NEGATIONS: &[&str] = &[
    "不",
    "别",
    "別",
    "勿",
    "没",
    "沒",
    "唔",
    "冇",
    "無",
    "无",
    "未",
    "非",
    "禁",
    "绝",
    "絕",
    "防",
    "警",
    "提防",
    "not ",
    "n't ",
    "never ",
    "no ",
    "nobody ",
    "without ",
    "rather than ",
    "instead of ",
    "avoid ",
];
/// How far before a word its negation may stand, in bytes.
const REACH: usize = 60;
/// How far before a word that is denied, not forbidden.
const NEAR: usize = 32;
/// Words with a no in them that forbid nothing: whoever says them may still mean to do what follows.
const NO_NEGATIONS: &[&str] = &[
    "还不上",
    "還不上",
    "还不了",
    "還不了",
    "还不起",
    "還不起",
    "付不了",
    "付不起",
    "畀唔到",
    "还唔到",
    "還唔到",
    "没钱",
    "沒錢",
    "冇錢",
    "冇钱",
    "没有钱",
    "沒有錢",
    "不够",
    "不夠",
    "唔夠",
    "没办法",
    "沒辦法",
    "冇辦法",
    "不减免",
    "不減免",
    "不豁免",
    "不如",
    "不好意思",
    "不过",
    "不過",
    "差不多",
    "不得不",
    "对不起",
    "對不起",
    "唔該",
    "唔该",
    "唔好意思",
    "cannot pay",
    "can't pay",
    "could not pay",
    "no money",
    "not enough",
    "no choice",
    "no other way",
    "no other",
];

/// A word that was found, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) at: usize,
    pub(super) word: &'static str,
}

/// Every place where a text uses a word of one rule.
pub(super) fn hits(text: &str, rule: Listed) -> Vec<Hit> {
    let lower = text.to_ascii_lowercase(); // keeps every byte in its place
    let mut found = Vec::new();
    for row in LISTS.words.iter().filter(|row| row.rule == rule) {
        for word in &row.find {
            let places = places(&lower, word, &row.unless)
                .into_iter()
                .filter(|at| !passes_over(rule) || !negated(&lower, *at))
                .filter(|at| !row.deniable || !denied(&lower, *at))
                .filter(|at| row.with.is_empty() || beside(&lower, *at, &row.with))
                .map(|at| Hit { at, word });
            found.extend(places);
        }
    }
    found
}

/// What to write instead of a listed word.
pub(super) fn instead(rule: Listed, word: &str) -> Option<&'static str> {
    LISTS
        .words
        .iter()
        .find(|row| row.rule == rule && row.find.iter().any(|known| known == word))
        .map(|row| row.instead.as_str())
}

/// Rules whose words may be said to forbid them.
fn passes_over(rule: Listed) -> bool {
    match rule {
        Listed::Advice | Listed::Relative => true,
        Listed::Forbidden
        | Listed::Demand
        | Listed::Complaint
        | Listed::Terms
        | Listed::Condition
        | Listed::NotHongKong => false,
    }
}

fn places(lower: &str, word: &str, unless: &[String]) -> Vec<usize> {
    let word = word.to_ascii_lowercase();
    let (stem, open) = match word.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (word.as_str(), false),
    };
    let curly = stem.replace('\'', "’");
    let fine: Vec<(usize, usize)> = unless
        .iter()
        .flat_map(|phrase| {
            let phrase = phrase.to_ascii_lowercase();
            lower
                .match_indices(&phrase)
                .map(|(at, found)| (at, at.saturating_add(found.len())))
                .collect::<Vec<_>>()
        })
        .collect();
    let typed = lower.match_indices(stem);
    let typeset = lower
        .match_indices(curly.as_str())
        .filter(|_| curly != stem);
    typed
        .chain(typeset)
        .map(|(at, found)| (at, at.saturating_add(found.len())))
        .filter(|(start, end)| alone(lower, stem, *start, *end, open))
        .filter(|(start, end)| !fine.iter().any(|(from, to)| from <= start && end <= to))
        .map(|(start, _)| start)
        .collect()
}

/// A Latin word is not part of a longer one.
fn alone(lower: &str, stem: &str, start: usize, end: usize, open: bool) -> bool {
    let letter = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    if !letter(stem.chars().next()) {
        return true;
    }
    let before = lower.get(..start).and_then(|text| text.chars().next_back());
    let after = lower.get(end..).and_then(|text| text.chars().next());
    !letter(before) && (open || !letter(after))
}

fn negated(lower: &str, at: usize) -> bool {
    let before = lower.get(..at).unwrap_or_default();
    let sentence = before.rsplit(ENDS).next().unwrap_or_default();
    says_no(last(sentence, REACH))
}

/// Whether the clause right before a word denies it.
fn denied(lower: &str, at: usize) -> bool {
    let before = lower.get(..at).unwrap_or_default();
    let clause = before.rsplit(ENDS).next().unwrap_or_default();
    let clause = clause.rsplit(['，', ',', '、']).next().unwrap_or_default();
    says_no(last(clause, NEAR))
}

fn says_no(text: &str) -> bool {
    let mut text = text.to_owned();
    for word in NO_NEGATIONS {
        text = text.replace(word, " ");
    }
    NEGATIONS.iter().any(|word| text.contains(word))
}

/// The last so many bytes of a text, whole characters.
fn last(text: &str, most: usize) -> &str {
    let mut near = text;
    while near.len() > most {
        let Some(sign) = near.chars().next() else {
            break;
        };
        near = near.get(sign.len_utf8()..).unwrap_or_default();
    }
    near
}

/// Whether one of some words stands in the sentence around a place.
fn beside(lower: &str, at: usize, with: &[String]) -> bool {
    let (before, after) = lower.split_at_checked(at).unwrap_or((lower, ""));
    let sentence = format!(
        "{}{}",
        before.rsplit(ENDS).next().unwrap_or_default(),
        after.split(ENDS).next().unwrap_or_default()
    );
    with.iter().any(|word| {
        let word = word.to_ascii_lowercase();
        sentence.match_indices(&word).any(|(from, found)| {
            alone(
                &sentence,
                &word,
                from,
                from.saturating_add(found.len()),
                false,
            )
        })
    })
}

/// Whether a line forbids what is listed under it.
pub(super) fn forbids(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    NEGATIONS.iter().any(|word| lower.contains(word)) || lower.starts_with("not ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_no_word_stands_twice() {
        let lists: Lists = toml::from_str(TEXT).unwrap();
        let mut words: Vec<(Listed, &str)> = lists
            .words
            .iter()
            .flat_map(|row| row.find.iter().map(|word| (row.rule, word.as_str())))
            .collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(lists.words.iter().all(|row| !row.instead.is_empty()));
        for law in &lists.law {
            assert!(super::super::law::source(&law.source).is_some(), "{law:?}");
        }
    }

    #[test]
    fn latin_words_stand_alone_and_phrases_excuse_them() {
        let found = |text: &str, rule| hits(text, rule).len();
        assert_eq!(found("We musty", Listed::Demand), 0);
        assert_eq!(found("You MUST stop", Listed::Demand), 1);
        assert_eq!(found("A statutory demand came", Listed::Demand), 0);
        assert_eq!(found("my complaints", Listed::Complaint), 1);
        assert_eq!(found("uncomplaining", Listed::Complaint), 0);
    }

    #[test]
    fn what_is_forbidden_is_no_advice() {
        let found = |text: &str| hits(text, Listed::Advice).len();
        assert_eq!(found("可以再借一笔"), 1);
        assert_eq!(found("不要再借一笔"), 0);
        assert_eq!(found("不急。再借一笔"), 1);
        assert_eq!(found("Do not take out a new loan."), 0);
        assert_eq!(found("You could take out a new loan."), 1);
    }
}
