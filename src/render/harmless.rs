//! Makes text from outside harmless to show: no control characters, no direction overrides.
//!
//! A name in a ledger can come from a lender's message. Escape sequences could rewrite the screen, a
//! right-to-left override could make one amount look like another. Such characters are shown as `�`.

/// What stands for a character that is not shown.
pub const REPLACEMENT: char = '\u{fffd}';

/// Whether a character may not reach a terminal or a page as it is.
#[must_use]
pub fn is_hazard(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' // soft hyphen: there, but not seen
            | '\u{61c}' | '\u{200e}' | '\u{200f}' // direction marks
            | '\u{200b}' // zero-width space
            | '\u{2028}' | '\u{2029}' // line and paragraph separators
            | '\u{202a}'..='\u{202e}' // direction embeddings and overrides
            | '\u{2060}'..='\u{206f}' // invisible operators, direction isolates
            | '\u{feff}' // byte order mark
            | '\u{fff9}'..='\u{fffb}' // interlinear annotation
            | '\u{e0000}'..='\u{e007f}') // tag characters
}

/// The text on one line: line breaks and tabs become blanks.
#[must_use]
pub fn line(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' | '\t' => ' ',
            c if is_hazard(c) => REPLACEMENT,
            c => c,
        })
        .collect()
}

/// The text with its line breaks kept; tabs become blanks.
#[must_use]
pub fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' => '\n',
            '\t' => ' ',
            c if is_hazard(c) => REPLACEMENT,
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_overrides_are_seen_and_do_nothing() {
        assert_eq!(line("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(line("\u{202e}05.1"), "\u{fffd}05.1");
        assert_eq!(line("\u{9b}2J\u{7f}\0"), "\u{fffd}2J\u{fffd}\u{fffd}");
        assert_eq!(line("a\r\nb\tc"), "a b c");
        assert_eq!(lines("a\r\nb\rc"), "a\nb\u{fffd}c");
        assert_eq!(lines("李娜 👩‍👧"), "李娜 👩‍👧", "names and pictures stay");
    }
}
