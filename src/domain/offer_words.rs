//! How offers are said in Chinese, in the words of the one grammar: `免罚息` is `waive penalty=all`.
//!
//! Promises: what is said without its meaning being plain (`延期`, put off or extended) is not in the table, and is
//! refused by the grammar with what to write.

use super::parts::Part;
use super::typed::numeral;

/// How a term may be said, the longer ones first, and its name.
const TERMS: [(&str, &str); 24] = [
    ("减免", "waive"),
    ("減免", "waive"),
    ("免除", "waive"),
    ("免", "waive"),
    ("先付", "pay-now"),
    ("先还", "pay-now"),
    ("先還", "pay-now"),
    ("停止计息", "freeze"),
    ("停止計息", "freeze"),
    ("停息", "freeze"),
    ("利率", "rate"),
    ("暂缓", "defer"),
    ("暫緩", "defer"),
    ("分期", "instalments"),
    ("分", "instalments"),
    ("延长", "extend"),
    ("延長", "extend"),
    ("展期", "extend"),
    ("一次结清", "settle"),
    ("一次結清", "settle"),
    ("结清", "settle"),
    ("結清", "settle"),
    ("首期", "first-due"),
    ("首次还款", "first-due"),
];

/// How a part may be said.
const PARTS: [(&str, Part); 8] = [
    ("本金", Part::Principal),
    ("利息", Part::Interest),
    ("罚息", Part::Penalty),
    ("罰息", Part::Penalty),
    ("违约金", Part::Penalty),
    ("違約金", Part::Penalty),
    ("费用", Part::Fees),
    ("費用", Part::Fees),
];

/// A part said in Chinese.
pub(super) fn part(text: &str) -> Option<Part> {
    PARTS
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, part)| *part)
}

/// Whether a portion is all of it.
pub(super) fn is_all(text: &str) -> bool {
    matches!(text, "all" | "全部" | "全免")
}

/// A term said in Chinese, in the grammar; `None` for one that is not.
pub(super) fn grammar(term: &str) -> Option<String> {
    let (rest, name) = TERMS
        .iter()
        .find_map(|(word, name)| Some((term.strip_prefix(word)?, *name)))?;
    let rest = rest.trim_start_matches([':', '：']).trim();
    Some(match name {
        "freeze" if rest.is_empty() => name.to_owned(),
        "waive" => match PARTS
            .iter()
            .find_map(|(word, part)| Some((rest.strip_prefix(word)?, part)))
        {
            Some((portion, part)) => {
                let portion = portion.trim().trim_start_matches('=').trim();
                let portion = if portion.is_empty() { "all" } else { portion };
                format!("waive {part}={portion}")
            }
            None => format!("waive {rest}"),
        },
        "defer" | "instalments" | "extend" => {
            let number = ["个月", "個月", "月", "期"]
                .iter()
                .find_map(|word| rest.strip_suffix(word))
                .unwrap_or(rest);
            let number = numeral(number).unwrap_or_else(|| number.to_owned());
            format!("{name} {number}")
        }
        "settle" => {
            let parted = ["于", "於"].iter().find_map(|word| rest.split_once(word));
            match parted {
                Some((sum, by)) => {
                    let by = by.trim().trim_end_matches(['前']);
                    format!("settle {} by {by}", sum.trim())
                }
                None => format!("settle {rest}"),
            }
        }
        _ => format!("{name} {rest}"),
    })
}
