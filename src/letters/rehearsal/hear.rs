//! What a person typed, understood by plain keywords: a choice, a yes, a figure, an end; or honestly not.
//!
//! Promises: no guess between two choices that fit alike; a sum is heard wherever it is said, in digits or in words,
//! and what the borrower says they cannot pay is no sum said; a code given away, a complaint and despair are heard.

use super::sums;
use super::tree::{Choice, Names};
use crate::domain::Money;
use crate::domain::money::half_width;

/// What was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Understood {
    /// The borrower ends it.
    Stop,
    /// A choice by number or id: its own words are said.
    Chosen(usize),
    /// A choice, said in the borrower's own words.
    Said(usize),
    /// No choice has that number.
    NoSuchChoice,
    /// A plain yes.
    Yes,
    /// A sum, where no line names one.
    Sum,
    /// A code or a password.
    Code,
    /// A complaint, and nothing else.
    Complaint,
    /// That life is too much.
    Despair,
    /// Several choices fit alike, or none.
    Unsure,
}

/// Words that end the practice.
const STOP: &[&str] = &[
    "q",
    "quit",
    "exit",
    "stop",
    "结束",
    "結束",
    "退出",
    "不练了",
    "不練了",
];
/// A plain yes.
const YES: &[&str] = &[
    "好的",
    "好吧",
    "好啊",
    "可以",
    "同意",
    "没问题",
    "沒問題",
    "冇问题",
    "冇問題",
    "我还",
    "我還",
    "我付",
    "ok",
    "okay",
    "yes",
    "fine",
    "agreed",
    "i will pay",
    "i'll pay",
    "all right",
];
/// Whole answers that are a yes and too short to look for inside a sentence.
const YES_ALONE: &[&str] = &["好", "行", "得", "嗯", "对", "對", "成", "y"];
/// A no.
const NO: &[&str] = &[
    "不", "没", "沒", "唔", "冇", "别", "別", " not ", "no ", "n't", "cannot", "never",
];
/// Whoever says this needs another call than this one.
const DESPAIR: &[&str] = &[
    "不想活",
    "活不下去",
    "想死",
    "去死算了",
    "死了算",
    "不如死",
    "自杀",
    "自殺",
    "跳楼",
    "跳樓",
    "轻生",
    "輕生",
    "唔想做人",
    "唔想生存",
    "自盡",
    "自尽",
    "结束生命",
    "結束生命",
    "kill myself",
    "end my life",
    "want to die",
    "don't want to live",
    "don’t want to live",
    "do not want to live",
    "not want to go on living",
    "better off dead",
    "suicide",
    "end it all",
];
/// A complaint spoken of.
const COMPLAINT: &[&str] = &[
    "投诉",
    "投訴",
    "举报",
    "舉報",
    "12378",
    "12363",
    "12345",
    "金管局",
    "消委會",
    "银保监",
    "金融监管",
    "信访",
    "告你们",
    "告你哋",
    "complain",
    "ombudsman",
    "regulator",
    "report you",
    "consumer council",
    "hkma",
];
/// Numbers up to this are the number of a choice; larger ones are a figure.
const MOST_CHOICES: usize = 20;
/// A figure for sure, wherever it stands.
const SURE: usize = 100;

/// What `text` says, with the choices open now and their lines.
pub(super) fn understood(
    text: &str,
    open: &[&'static Choice],
    lines: &[&str],
    figure: Option<Money>,
    next: Option<Money>,
) -> Understood {
    // Both signs for the Cantonese "give" are written.
    let text = half_width(text).trim().to_lowercase().replace('畀', "俾");
    if STOP.contains(&text.as_str()) {
        return Understood::Stop;
    }
    if let Ok(number) = text.trim_end_matches(['.', '、', '。']).parse::<usize>()
        && number <= MOST_CHOICES
    {
        return match number.checked_sub(1).filter(|at| *at < open.len()) {
            Some(at) => Understood::Chosen(at),
            None => Understood::NoSuchChoice,
        };
    }
    if let Some(at) = open.iter().position(|choice| choice.id == text) {
        return Understood::Chosen(at);
    }
    if says(&text, DESPAIR) {
        return Understood::Despair;
    }
    if sums::gives_code(&text) {
        return Understood::Code;
    }
    let scores: Vec<usize> = open
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            score(&text, choice, lines.get(at).copied().unwrap_or_default())
                .saturating_add(for_figure(choice, figure, next))
        })
        .collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    let fits: Vec<usize> = (0..scores.len())
        .filter(|at| scores.get(*at) == Some(&best))
        .collect();
    match fits.as_slice() {
        [at] if best > 0 => Understood::Said(*at),
        _ if best == 0 && figure.is_some() => Understood::Sum,
        _ if best == 0 && says(&text, COMPLAINT) => Understood::Complaint,
        _ if best == 0 && says_yes(&text) => Understood::Yes,
        _ => Understood::Unsure,
    }
}

/// How well a choice fits: the keywords found, or its own line written out.
fn score(text: &str, choice: &Choice, line: &str) -> usize {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (said, own) = (bare(text), bare(&half_width(line).to_lowercase()));
    if said.chars().count() >= 4 && (own.contains(&said) || said.contains(&own)) && !own.is_empty()
    {
        return SURE;
    }
    choice
        .hear
        .iter()
        .filter(|word| text.contains(word.as_str()))
        .count()
}

/// A figure speaks for the line that names one.
fn for_figure(choice: &Choice, figure: Option<Money>, next: Option<Money>) -> usize {
    match (choice.names, figure) {
        (Some(Names::Next), Some(sum)) if Some(sum) == next => 3,
        (Some(Names::Offer), Some(_)) => 2,
        (Some(Names::Next), Some(_)) => 1,
        _ => 0,
    }
}

fn says_yes(text: &str) -> bool {
    let alone = text.trim_end_matches(['.', '。', ',', '，', '!', '！', '吧', '啊', '呀', '嘅']);
    if YES_ALONE.contains(&alone) {
        return true;
    }
    let clear = ["没问题", "沒問題", "冇问题", "冇問題"]
        .iter()
        .any(|word| text.contains(word));
    let no = NO.iter().any(|word| text.contains(word));
    YES.iter().any(|word| text.contains(word)) && (clear || !no)
}

/// Whether one of some words stands in a text.
fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::domain::vocabulary::Vocabulary;

    /// How many of a choice's words stand in a line; its own line is not compared.
    fn words(choice: &Choice, line: &str) -> usize {
        score(&half_width(line).to_lowercase(), choice, "")
    }

    #[test]
    fn each_line_is_heard_as_itself_by_its_words_in_three_languages() {
        let mut deaf = Vec::new();
        for region in [crate::domain::Region::Cn, crate::domain::Region::Hk] {
            for node in super::super::tree::of(region).nodes() {
                for choice in node.choices.iter().filter(|choice| !choice.act) {
                    for lang in Lang::ALL {
                        let line = choice.line(region);
                        let line = line.get(*lang);
                        let own = words(choice, line);
                        let other = node
                            .choices
                            .iter()
                            .filter(|one| one.id != choice.id)
                            .map(|one| words(one, line))
                            .max();
                        // A line that names a figure is known by the figure besides.
                        let figure = usize::from(choice.names.is_some()) * 2;
                        if own + figure == 0 || own + figure < other.unwrap_or(0) {
                            deaf.push(format!("{region} {}/{} {lang}: {line}", node.id, choice.id));
                        }
                    }
                }
            }
        }
        assert!(deaf.is_empty(), "{}:\n{}", deaf.len(), deaf.join("\n"));
    }

    #[test]
    fn a_yes_is_a_yes_and_a_no_is_not() {
        for yes in [
            "好",
            "好吧",
            "行",
            "可以",
            "没问题",
            "OK",
            "yes, fine",
            "我还",
        ] {
            assert!(says_yes(&yes.to_lowercase()), "{yes}");
        }
        for no in ["不行", "不可以", "今天没有钱", "I will not", "冇"] {
            assert!(!says_yes(&no.to_lowercase()), "{no}");
        }
    }
}
