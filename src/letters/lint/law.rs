//! Laws in a text: known to the rule book, and fit for this lender.
//!
//! Promises: an instrument or article that no book holds is found (what is only remembered is in no book); one that
//! the matrix of `rules::applies` gives no row for this lender is found; contracts and papers are no laws.

use super::lists::LISTS;
use super::{Problem, Reader};
use crate::domain::Region;
use crate::domain::finding::Source;
use crate::domain::typed::spoken;
use crate::domain::vocabulary::Vocabulary;
use crate::rules::{Argument, Book, Fit, Standing, applies};

/// A source of either book.
#[cfg(test)]
pub(super) fn source(id: &str) -> Option<&'static Source> {
    Region::ALL
        .iter()
        .find_map(|region| Book::of(*region).source(id))
}

/// A source with its id.
type Known = (&'static str, &'static Source);

fn sources() -> Vec<Known> {
    Region::ALL
        .iter()
        .flat_map(|region| {
            let book = Book::of(*region);
            book.ids("source")
                .filter_map(|id| Some((id, book.source(id)?)))
        })
        .collect()
}

fn titles(source: &Source) -> [&str; 3] {
    [
        source.title.zh_hans.as_str(),
        source.title.zh_hant.as_str(),
        source.title.en.as_str(),
    ]
}

/// A law as a text names it.
struct Cited {
    /// As it stands in the text.
    text: String,
    /// The sources it can be: none if it is in no book.
    sources: Vec<Known>,
    /// What counts as one law: the instrument.
    instrument: String,
}

/// Problems with the laws of a text; `own` are percentages that are facts of the ledger and no law.
pub(super) fn problems(text: &str, reader: &Reader<'_>) -> Vec<Problem> {
    let cited = cited(text, reader);
    let mut problems = Vec::new();
    for one in &cited {
        if one.sources.is_empty() {
            problems.push(Problem::UnverifiedLaw(one.text.clone()));
        } else if let Some(standing) = reader.standing
            && !one.sources.iter().any(|(id, _)| may(id, standing))
        {
            problems.push(Problem::LawDoesNotApply(one.text.clone()));
        }
    }
    let mut instruments: Vec<&str> = cited.iter().map(|one| one.instrument.as_str()).collect();
    instruments.sort_unstable();
    instruments.dedup();
    if instruments.len() > 1 {
        problems.push(Problem::TooManyLaws(instruments.len()));
    }
    problems
}

fn may(id: &str, standing: Standing) -> bool {
    let argument: Option<Argument> = applies::argument(id);
    argument.is_some_and(|argument| applies::fit(argument, standing) != Fit::Never)
}

fn cited(text: &str, reader: &Reader<'_>) -> Vec<Cited> {
    let all = sources();
    let mut found = in_brackets(text, &all);
    let bracketed = !found.is_empty();
    found.extend(in_english(text, &all));
    if !bracketed {
        found.extend(bare_articles(text, &all));
    }
    for law in &LISTS.law {
        let mark = law.marks.iter().find(|mark| text.contains(mark.as_str()));
        let Some(mark) = mark.filter(|mark| !reader.is_own(mark)) else {
            continue;
        };
        let known = all.iter().filter(|(id, _)| *id == law.source).copied();
        // A line that stands beside its own instrument is one law with it.
        let named = |one: &&Cited| one.sources.iter().any(|(id, _)| *id == law.source);
        let instrument = found.iter().find(named).map(|one| one.instrument.clone());
        found.push(Cited {
            text: mark.clone(),
            sources: known.collect(),
            instrument: instrument.unwrap_or_else(|| law.source.clone()),
        });
    }
    found
}

/// What stands in `《》` but is no law.
const PAPERS: [&str; 15] = [
    "合同",
    "协议",
    "協議",
    "合約",
    "明示表",
    "通知书",
    "通知書",
    "承诺书",
    "承諾書",
    "须知",
    "須知",
    "证明",
    "證明",
    "说明",
    "說明",
];

/// `《民法典》第六百七十八条`.
fn in_brackets(text: &str, all: &[Known]) -> Vec<Cited> {
    let mut found = Vec::new();
    for piece in text.split('《').skip(1) {
        let Some((name, rest)) = piece.split_once('》') else {
            continue;
        };
        if PAPERS.iter().any(|paper| name.ends_with(paper)) {
            continue;
        }
        let bare = name
            .trim_start_matches("中华人民共和国")
            .trim_start_matches("中華人民共和國");
        let of_name: Vec<Known> = all
            .iter()
            .filter(|(_, source)| titles(source).iter().any(|title| title.contains(bare)))
            .copied()
            .collect();
        let sentence = rest
            .split(['。', '；', '\n', '《'])
            .next()
            .unwrap_or_default();
        let articles = articles(sentence);
        let sources = of_name
            .into_iter()
            .filter(|(_, source)| {
                articles
                    .iter()
                    .all(|article| holds_article(source, article.number))
            })
            .collect();
        found.push(Cited {
            text: format!(
                "《{name}》{}",
                articles
                    .iter()
                    .map(|article| article.text.as_str())
                    .collect::<String>()
            ),
            sources,
            instrument: bare.to_owned(),
        });
    }
    found
}

/// An article as a text names it, and its number: `第七十条`, `第70條` and `第 70 条` are one.
struct Article {
    text: String,
    number: u32,
}

/// `第六百七十八条`, in the order they stand.
fn articles(text: &str) -> Vec<Article> {
    text.split('第')
        .skip(1)
        .filter_map(|piece| {
            let end = piece.find(['条', '條'])?;
            let number = spoken::whole(piece.get(..end)?.trim())?;
            let sign = piece.get(end..)?.chars().next()?;
            let text = format!("第{}{sign}", piece.get(..end)?);
            Some(Article { text, number })
        })
        .collect()
}

/// Whether a source is about an article of that number.
fn holds_article(source: &Source, number: u32) -> bool {
    titles(source).iter().any(|title| {
        articles(title)
            .iter()
            .any(|article| article.number == number)
    })
}

/// An article without its instrument; those of a contract are none.
fn bare_articles(text: &str, all: &[Known]) -> Vec<Cited> {
    let mut found = Vec::new();
    for article in articles(text) {
        let before = text.split(&article.text).next().unwrap_or_default();
        let near: String = before.chars().rev().take(6).collect();
        if ["同合", "议协", "議協", "約合", "款条", "款條"]
            .iter()
            .any(|paper| near.contains(paper))
        {
            continue;
        }
        let sources: Vec<Known> = all
            .iter()
            .filter(|(_, source)| holds_article(source, article.number))
            .copied()
            .collect();
        found.push(Cited {
            instrument: format!("art. {}", article.number),
            text: article.text,
            sources,
        });
    }
    found
}

/// The last words of an English instrument's name.
const ENDINGS: [&str; 9] = [
    "Law",
    "Act",
    "Ordinance",
    "Code",
    "Regulation",
    "Regulations",
    "Measures",
    "Provisions",
    "Rules",
];
/// How many words may stand between an article and the instrument it is of.
const NEAR: usize = 7;
/// Words before a number that make it an article.
const ARTICLE: [&str; 5] = ["art.", "article", "section", "s.", "cap."];

/// `Civil Code, art. 678`.
fn in_english(text: &str, all: &[Known]) -> Vec<Cited> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found: Vec<Cited> = Vec::new();
    let mut before: Option<(usize, String)> = None;
    for (place, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        if ENDINGS.contains(&bare) {
            let name = name_before(&words, place, bare);
            // `article 678 of the Civil Code`: the article came first.
            if let (Some(name), Some((at, number))) = (&name, &before)
                && place.saturating_sub(*at) <= NEAR
                && found
                    .last()
                    .is_some_and(|one| one.text == format!("art. {number}"))
            {
                found.pop();
                found.push(Cited {
                    text: name.clone(),
                    sources: titled(all, name),
                    instrument: name.clone(),
                });
                with_article(&mut found, all, number);
                before = None;
                continue;
            }
            if let Some(name) = name.filter(|name| found.iter().all(|one| one.instrument != *name))
            {
                found.push(Cited {
                    text: name.clone(),
                    sources: titled(all, &name),
                    instrument: name,
                });
            }
        } else if ARTICLE.contains(&word.to_lowercase().trim_start_matches('(')) {
            let number: String = words
                .get(place.saturating_add(1))
                .map_or("", |next| next)
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            let of_contract = place > 0
                && words
                    .get(place.saturating_sub(3)..)
                    .unwrap_or_default()
                    .iter()
                    .take(6)
                    .any(|near| {
                        let near = near.to_lowercase();
                        near.contains("contract") || near.contains("agreement")
                    });
            if !number.is_empty() && !of_contract {
                with_article(&mut found, all, &number);
                before = Some((place, number));
            }
        }
    }
    found
}

/// Narrows the last instrument to an article, or names an article alone.
fn with_article(found: &mut Vec<Cited>, all: &[Known], number: &str) {
    let holds = |source: &Source| {
        source
            .title
            .en
            .split(|sign: char| !sign.is_ascii_digit())
            .any(|run| run == number)
    };
    if let Some(last) = found.last_mut() {
        last.sources.retain(|(_, source)| holds(source));
        last.text = format!("{} {number}", last.text);
        return;
    }
    found.push(Cited {
        text: format!("art. {number}"),
        sources: all
            .iter()
            .filter(|(_, source)| holds(source))
            .copied()
            .collect(),
        instrument: format!("art. {number}"),
    });
}

/// The capitalised words that lead to an ending: `Civil` before `Code`.
fn name_before(words: &[&str], place: usize, ending: &str) -> Option<String> {
    let mut name = vec![ending];
    for word in words.get(..place)?.iter().rev() {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let link = ["of", "on", "the", "and", "in"].contains(word) && name.len() > 1;
        if !(capital || link) || word.ends_with(['.', ',', ':', ';']) {
            break;
        }
        name.push(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    }
    while name.last().is_some_and(|word| {
        [
            "of", "on", "the", "The", "and", "in", "Under", "By", "In", "And",
        ]
        .contains(word)
    }) {
        name.pop();
    }
    name.reverse();
    (name.len() > 1).then(|| name.join(" "))
}

fn titled(all: &[Known], name: &str) -> Vec<Known> {
    let of_name = |source: &Source| source.title.en.contains(name);
    all.iter()
        .filter(|(_, source)| of_name(source))
        .copied()
        .collect()
}
