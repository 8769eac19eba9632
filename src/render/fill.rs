//! Breaks a text into lines.
//!
//! Promises: no line is wider than asked (a single word longer than the line is broken); Chinese breaks between
//! characters, and no line begins with a comma or full stop (UAX #14); a figure keeps its Chinese unit.
//! Leaves to others: where a line may break (`textwrap`), what must not be broken at all (`text`).

use textwrap::WordSeparator::UnicodeBreakProperties;
use unicode_width::UnicodeWidthStr;

/// The text in lines of at most `width` columns.
#[must_use]
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_after(text, width, "", "")
}

/// The same, with what the first and the other lines begin with.
#[must_use]
pub(super) fn wrap_after(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    // What fits needs no places to break; looking for them is the dearest part of a short answer.
    if first.width().saturating_add(text.width()) <= width && !text.is_empty() {
        return vec![format!("{first}{}", text.trim_end())];
    }
    filled(text, width, first, rest).unwrap_or_else(|| broken(text, width, first, rest))
}

/// Fills line by line where every piece has room in a line; `None` where one has not. It gives what `broken`
/// gives (a test holds them together) in a third of the time.
fn filled(text: &str, width: usize, first: &str, rest: &str) -> Option<Vec<String>> {
    let (first_room, rest_room) = (
        width.saturating_sub(first.width()),
        width.saturating_sub(rest.width()),
    );
    let narrowest = first_room.min(rest_room);
    let mut lines: Vec<String> = Vec::new();
    let (mut start, mut at, mut taken) = (0_usize, 0_usize, 0_usize);
    let mut words = UnicodeBreakProperties.find_words(text).peekable();
    while let Some(word) = words.next() {
        let piece = at;
        let (mut piece_width, mut blanks) = (word.word.width(), word.whitespace.len());
        at = at.saturating_add(word.word.len()).saturating_add(blanks);
        while let Some(next) = words.next_if(|next| bound(text.get(..at), next.word)) {
            piece_width = piece_width
                .saturating_add(blanks)
                .saturating_add(next.word.width());
            blanks = next.whitespace.len();
            at = at.saturating_add(next.word.len()).saturating_add(blanks);
        }
        if piece_width > narrowest {
            return None;
        }
        let (lead, room) = if lines.is_empty() {
            (first, first_room)
        } else {
            (rest, rest_room)
        };
        if taken.saturating_add(piece_width) > room {
            lines.push(line(lead, text.get(start..piece)?));
            (start, taken) = (piece, 0);
        }
        taken = taken.saturating_add(piece_width).saturating_add(blanks);
    }
    let lead = if lines.is_empty() { first } else { rest };
    lines.push(line(lead, text.get(start..)?));
    Some(lines)
}

fn line(lead: &str, text: &str) -> String {
    let mut line = String::with_capacity(lead.len().saturating_add(text.len()));
    line.push_str(lead);
    line.push_str(text);
    line.truncate(line.trim_end().len());
    line
}

/// Breaks also inside a word that is wider than the line.
fn broken(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(UnicodeBreakProperties)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(&with_bonds(text), options)
        .into_iter()
        .map(|line| line.trim_end().replace(BOND, " "))
        .collect()
}

/// A blank at which no line breaks.
const BOND: char = '\u{a0}';

/// Whether a figure and the Chinese unit after it meet here: `1,200.00 元` stays on one line.
fn bound(before: Option<&str>, unit: &str) -> bool {
    before
        .and_then(|before| before.strip_suffix(' '))
        .is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()))
        && unit.starts_with(is_chinese)
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// The text with each such blank made one at which no line breaks.
fn with_bonds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let after = text.get(at.saturating_add(1)..).unwrap_or_default();
        let bound = letter == ' ' && bound(text.get(..=at), after);
        out.push(if bound { BOND } else { letter });
    }
    out
}

/// The width of the longest piece that has no place to break.
pub(super) fn longest_word(text: &str) -> usize {
    UnicodeBreakProperties
        .find_words(text)
        .map(|word| word.word.width())
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            "[一-龥]{1,12}[，。；：]?",
            "[a-z]{1,9}[,.]?",
            "[0-9]{1,3},[0-9]{3}\\.[0-9]{2} 元",
            "[0-9]{1,4}",
            " {1,3}",
            "“[一-龥]{1,4}”",
            "forbear script [a-z]{1,5}-[0-9]",
        ]
    }

    proptest! {
        #[test]
        fn filling_gives_the_lines_the_library_gives(
            pieces in prop::collection::vec(piece(), 1..30),
            width in 8_usize..90,
            (first, rest) in prop_oneof![Just(("", "")), Just(("- ", "  ")), Just(("", "  "))],
        ) {
            let text = pieces.concat();
            if let Some(lines) = filled(&text, width, first, rest) {
                prop_assert_eq!(lines, broken(&text, width, first, rest));
            }
        }
    }

    #[test]
    fn ordinary_lines_are_filled_without_the_library() {
        let text = "在那天之前付 1,890.00 元可以避免，也可以先联系对方一次：说明困难，请他们登记，要工单号。";
        let lines = filled(text, 40, "- ", "  ").unwrap();
        assert!(lines.len() > 1 && lines.iter().all(|line| line.width() <= 40));
    }
}
