//! Words of money behind a number, and the small money behind them: `块`, `元`, `蚊`, `一毛二`, `and 12 cents`.

use super::{FINE, HALF, TENTH, Value, any, chinese, english};

/// A hundredth of a major unit.
const CENT: i128 = 1_000_000;

/// Words of money, whole units: the longer first.
const UNITS: [&str; 24] = [
    "元人民币",
    "元人民幣",
    "人民币",
    "人民幣",
    "港元",
    "港币",
    "港幣",
    "港纸",
    "港紙",
    "元钱",
    "元錢",
    "元",
    "圆",
    "圓",
    "蚊鸡",
    "蚊雞",
    "蚊",
    "yuan",
    "rmb",
    "cny",
    "hkd",
    "hong kong dollars",
    "dollars",
    "dollar",
];
/// `块` may also mean "together": money where nothing else follows.
const PIECES: [&str; 4] = ["块钱", "塊錢", "块", "塊"];
/// What may stand between a number and its word of money.
const ABOUT: [char; 9] = ['多', '余', '餘', '来', '來', '几', '幾', '整', '大'];

/// Words of money behind a value, with the small money behind them: the sum, and where it ends.
pub(super) fn tail(signs: &[char], value: &Value) -> Option<(i128, usize)> {
    let mut at = value.end;
    if signs.get(at).is_some_and(|sign| ABOUT.contains(sign)) {
        at = at.saturating_add(1);
    }
    if let Some(end) = any(signs, at, &UNITS).or_else(|| any(signs, at, &["kuai", "bucks"])) {
        return Some(small(signs, value.fine, end, false));
    }
    if let Some(end) = any(signs, at, &PIECES) {
        let (sum, last) = small(signs, value.fine, end, true);
        let said = end.saturating_sub(at) > 1 || last > end || value.fine >= FINE.saturating_mul(2);
        let stops = signs.get(end).is_none_or(|sign| !sign.is_alphanumeric());
        return (said || stops).then_some((sum, last));
    }
    // 五毛, 一毫, 三角钱, 一分钱, 50 cents.
    if let Some(end) = any(signs, at, &["毛", "毫", "角"]) {
        let cash = signs.get(end).is_some_and(|sign| "钱錢子".contains(*sign));
        let coin = signs.get(at).is_some_and(|sign| *sign != '角');
        if cash || coin {
            let (more, last) = cents(signs, end);
            let end = any(signs, last, &["钱", "錢"]).unwrap_or(last);
            return Some(((value.fine / 10).saturating_add(more), end));
        }
    }
    any(signs, at, &["分钱", "分錢", "cents", "cent"]).map(|end| (value.fine / 100, end))
}

/// The small money behind a word of money: `一毛二`, `9角5分`, `零五分`, a bare `五` after 块, `and 12 cents`.
fn small(signs: &[char], fine: i128, end: usize, spoken: bool) -> (i128, usize) {
    let whole = (fine, end);
    if let Some(cents) = english::cents(signs, end) {
        return (fine.saturating_add(CENT.saturating_mul(cents.0)), cents.1);
    }
    if spoken && signs.get(end) == Some(&'半') {
        return (fine.saturating_add(HALF), end.saturating_add(1));
    }
    let zero = matches!(signs.get(end), Some('零' | '〇'));
    let from = if zero { end.saturating_add(1) } else { end };
    let Some((digit, after)) = one_digit(signs, from) else {
        return whole;
    };
    if let Some(at) = any(signs, after, &["毛钱", "毛錢", "毫子", "毛", "毫", "角"]) {
        let (more, last) = cents(signs, at);
        return (
            fine.saturating_add(TENTH.saturating_mul(digit))
                .saturating_add(more),
            last,
        );
    }
    if let Some(at) = any(signs, after, &["分钱", "分錢", "分", "仙"]) {
        return (fine.saturating_add(CENT.saturating_mul(digit)), at);
    }
    let stops = |at: usize| signs.get(at).is_none_or(|sign| !sign.is_alphanumeric());
    if !spoken || zero {
        return whole;
    }
    if let Some((second, last)) = one_digit(signs, after)
        && stops(last)
    {
        return (
            fine.saturating_add(TENTH.saturating_mul(digit))
                .saturating_add(CENT.saturating_mul(second)),
            last,
        );
    }
    if stops(after) {
        return (fine.saturating_add(TENTH.saturating_mul(digit)), after);
    }
    whole
}

/// What stands behind 毛: `二`, `二分`, `半`, or nothing.
fn cents(signs: &[char], at: usize) -> (i128, usize) {
    if signs.get(at) == Some(&'半') {
        return (CENT.saturating_mul(5), at.saturating_add(1));
    }
    let Some((digit, after)) = one_digit(signs, at) else {
        return (0, at);
    };
    if let Some(end) = any(signs, after, &["分", "仙"]) {
        return (CENT.saturating_mul(digit), end);
    }
    let goes_on = signs
        .get(after)
        .is_some_and(|sign| chinese::is_number(*sign) || "个個期次月天日".contains(*sign));
    if goes_on {
        (0, at)
    } else {
        (CENT.saturating_mul(digit), after)
    }
}

fn one_digit(signs: &[char], at: usize) -> Option<(i128, usize)> {
    let sign = signs.get(at)?;
    let digit = sign
        .to_digit(10)
        .map(i128::from)
        .or_else(|| chinese::digit(*sign))?;
    Some((digit, at.saturating_add(1)))
}
