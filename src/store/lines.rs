//! Line ends and byte-order marks: an edit works on plain lines, and each line that it left alone gets back
//! the end it had.

/// The text `after` an edit, with the byte-order mark and line ends of the `original`; new lines end as
/// most of the original's lines do.
pub(super) fn restored(original: &str, after: &str) -> String {
    let mark = original.starts_with('\u{feff}');
    let body = original.strip_prefix('\u{feff}').unwrap_or(original);
    let old: Vec<(&str, bool)> = body
        .split_inclusive('\n')
        .map(|line| match line.strip_suffix("\r\n") {
            Some(line) => (line, true),
            None => (line.strip_suffix('\n').unwrap_or(line), false),
        })
        .collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let windows = old.iter().filter(|(_, crlf)| *crlf).count();
    let mostly_windows = windows.saturating_mul(2) > old.len();
    let bare = |line: &str| line.strip_suffix('\n').unwrap_or(line).to_owned();
    let same = |(old, new): (&(&str, bool), &&str)| old.0 == bare(new);
    let head = old.iter().zip(&new).take_while(|pair| same(*pair)).count();
    let most_tail = old.len().min(new.len()).saturating_sub(head);
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most_tail)
        .take_while(|pair| same(*pair))
        .count();
    let new_tail = new.len().saturating_sub(tail);
    let mut text = String::with_capacity(after.len().saturating_add(after.len() / 16));
    if mark {
        text.push('\u{feff}');
    }
    for (place, line) in new.iter().enumerate() {
        let from_end = new.len().saturating_sub(place);
        let kept = if place < head {
            old.get(place)
        } else if place >= new_tail {
            old.len().checked_sub(from_end).and_then(|at| old.get(at))
        } else {
            None
        };
        let windows = kept.map_or(mostly_windows, |(_, crlf)| *crlf);
        match line.strip_suffix('\n') {
            Some(body) if windows => {
                text.push_str(body);
                text.push_str("\r\n");
            }
            _ => text.push_str(line),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn untouched_lines_keep_their_ends() {
        let case = |original: &str, after: &str, expected: &str| {
            assert_eq!(restored(original, after), expected, "{original:?}");
        };
        case("a\nb\n", "a\nx\nb\n", "a\nx\nb\n");
        case("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n");
        case("\u{feff}a\r\nb\r\n", "a\nb\nx\n", "\u{feff}a\r\nb\r\nx\r\n");
        // Mixed: the two lines left alone keep theirs, the new one ends as most do.
        case("a\r\nb\nc\n", "a\nb\nx\nc\n", "a\r\nb\nx\nc\n");
        case("a\nb", "a\nb\n", "a\nb\n");
        case("a\r\nb\r\nc\r\n", "a\nc\n", "a\r\nc\r\n");
    }
}
