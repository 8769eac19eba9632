//! Numbers in digits, Chinese numerals, or both mixed: `2,000`, `一千二`, `1万2千`, `廿五`, `七百三十一点九五`.

use super::{FINE, Value, any};

/// The value of a numeral.
pub(in crate::domain::typed) const fn digit(sign: char) -> Option<i128> {
    Some(match sign {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a unit.
const fn unit(sign: char) -> Option<i128> {
    Some(match sign {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Tens that are one sign.
const fn tens(sign: char) -> Option<i128> {
    match sign {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}

pub(super) fn is_number(sign: char) -> bool {
    sign.is_ascii_digit() || digit(sign).is_some() || unit(sign).is_some() || tens(sign).is_some()
}

/// What was read so far, in hundred-millionths.
#[derive(Default)]
struct Read {
    /// Above the last ten thousand.
    total: i128,
    /// Below it.
    section: i128,
    /// A numeral that waits for its unit, and whether it is one numeral alone.
    waiting: Option<(i128, bool)>,
    /// The last unit.
    last: i128,
    /// Whether a zero stood before what waits: 一千零二 is 1,002.
    zero: bool,
    /// Whether a hundred or more was said.
    large: bool,
}

impl Read {
    /// Takes a unit; `None` where the number would pass every bound.
    fn unit(&mut self, unit: i128) -> Option<()> {
        let waiting = self.waiting.take().map(|(value, _)| value);
        self.large |= unit >= 100;
        match unit {
            10_000 | 100_000_000 => {
                let mut sum = self.section.checked_add(waiting.unwrap_or(0))?;
                if unit > 10_000 {
                    sum = sum.checked_add(self.total)?;
                    self.total = 0;
                }
                if sum == 0 {
                    sum = FINE;
                }
                self.total = self.total.checked_add(sum.checked_mul(unit)?)?;
                self.section = 0;
            }
            _ => {
                let sum = waiting.unwrap_or(FINE).checked_mul(unit)?;
                self.section = self.section.checked_add(sum)?;
            }
        }
        (self.last, self.zero) = (unit, false);
        Some(())
    }

    /// The sum, with what still waits: 一千二 is 1,200, 一千零二 is 1,002, 1万2000 is 12,000.
    fn sum(&self) -> Option<i128> {
        let left = match self.waiting {
            Some((value, true)) if self.last >= 10 && !self.zero => {
                value.checked_mul(self.last / 10)?
            }
            Some((value, _)) => value,
            None => 0,
        };
        self.total.checked_add(self.section)?.checked_add(left)
    }
}

/// The value that begins at a place.
pub(super) fn value(signs: &[char], from: usize) -> Option<Value> {
    if !opens(signs, from) {
        return None;
    }
    let mut read = Read::default();
    let mut at = from;
    while let Some(sign) = signs.get(at) {
        if let Some(unit) = unit(*sign) {
            read.unit(unit)?;
            at = at.saturating_add(1);
        } else if let Some(tens) = tens(*sign).filter(|_| read.waiting.is_none()) {
            read.section = read.section.checked_add(FINE.saturating_mul(tens))?;
            (read.last, read.zero) = (10, false);
            at = at.saturating_add(1);
        } else if sign.is_ascii_digit() && read.waiting.is_none() {
            let (value, end) = arabic(signs, at)?;
            read.waiting = Some((value, end == at.saturating_add(1)));
            at = end;
            // `2 千` may stand apart; `2 12` are two numbers.
            if signs.get(at) == Some(&' ')
                && signs
                    .get(at.saturating_add(1))
                    .is_some_and(|sign| unit(*sign).is_some())
            {
                at = at.saturating_add(1);
            }
            if let Some((times, end)) = short(signs, at) {
                read.waiting = read
                    .waiting
                    .and_then(|(value, _)| Some((value.checked_mul(times)?, false)));
                read.large = true;
                at = end;
                break;
            }
        } else if digit(*sign).is_some() && read.waiting.is_none() {
            let (value, alone, zero, end) = numerals(signs, at, read.last > 0)?;
            read.waiting = Some((value, alone));
            read.zero |= zero;
            at = end;
        } else {
            break;
        }
    }
    let value = Value {
        fine: read.sum()?,
        end: at,
        large: read.large,
    };
    Some(pointed(signs, value).unwrap_or(value))
}

/// Whether a number can begin here. A unit alone begins one only where a numeral or money follows: 千二, 万元, but
/// neither 千万 (by all means) nor 万一 (in case) nor the end of 几千.
fn opens(signs: &[char], at: usize) -> bool {
    let Some(sign) = signs.get(at) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|before| signs.get(before));
    // The rest of what was not a number: the 一 of 万一, the 五百 of 几千五百.
    if before.is_some_and(|sign| unit(*sign).is_some()) {
        return false;
    }
    if sign.is_ascii_digit()
        || digit(*sign).is_some()
        || tens(*sign).is_some()
        || matches!(sign, '十' | '拾')
    {
        return true;
    }
    if unit(*sign).is_none() {
        return false;
    }
    let vague = before
        .is_some_and(|sign| "几幾数數上好成多若每半整".contains(*sign) || digit(*sign).is_some());
    let money = |at: usize| any(signs, at, &["元", "块", "塊", "蚊"]).is_some();
    let follows = match signs.get(at.saturating_add(1)) {
        Some('一') => money(at.saturating_add(2)),
        Some(next) => digit(*next).is_some() || money(at.saturating_add(1)),
        None => false,
    };
    !vague && follows
}

/// Digits with commas between groups of three, and a decimal point.
fn arabic(signs: &[char], from: usize) -> Option<(i128, usize)> {
    let digits = |at: usize| {
        signs
            .iter()
            .skip(at)
            .take_while(|sign| sign.is_ascii_digit())
            .count()
    };
    let mut end = from.saturating_add(digits(from));
    let mut text: String = signs.get(from..end)?.iter().collect();
    if end.saturating_sub(from) <= 3 {
        while signs.get(end) == Some(&',') && digits(end.saturating_add(1)) == 3 {
            text.extend(signs.get(end.saturating_add(1)..end.saturating_add(4))?);
            end = end.saturating_add(4);
        }
    }
    let mut value: i128 = text.parse().ok()?;
    value = value.checked_mul(FINE)?;
    if signs.get(end) == Some(&'.') {
        let count = digits(end.saturating_add(1));
        if (1..=8).contains(&count) {
            value = value.checked_add(decimals(
                signs,
                end.saturating_add(1),
                end.saturating_add(1).saturating_add(count),
            )?)?;
            end = end.saturating_add(1).saturating_add(count);
        }
    }
    Some((value, end))
}

/// What stands behind a point.
fn decimals(signs: &[char], from: usize, end: usize) -> Option<i128> {
    let mut worth = FINE;
    let mut sum = 0_i128;
    for sign in signs.get(from..end)? {
        worth /= 10;
        let digit = sign.to_digit(10).map(i128::from).or_else(|| digit(*sign))?;
        sum = sum.checked_add(digit.checked_mul(worth)?)?;
    }
    Some(sum)
}

/// `k` and `w` behind digits.
fn short(signs: &[char], at: usize) -> Option<(i128, usize)> {
    let times = match signs.get(at)? {
        'k' => 1_000,
        'w' => 10_000,
        _ => return None,
    };
    let goes_on = signs
        .get(at.saturating_add(1))
        .is_some_and(char::is_ascii_alphanumeric);
    (!goes_on).then_some((times, at.saturating_add(1)))
}

/// A run of numerals: its value, whether it is one alone, whether a zero led it, and its end. 二零零零 is read place by
/// place; of 两三千 the larger counts.
fn numerals(signs: &[char], from: usize, behind_unit: bool) -> Option<(i128, bool, bool, usize)> {
    let count = signs
        .iter()
        .skip(from)
        .take_while(|sign| digit(**sign).is_some())
        .count();
    let end = from.saturating_add(count);
    let run: Vec<i128> = signs
        .get(from..end)?
        .iter()
        .filter_map(|sign| digit(*sign))
        .collect();
    let zero = run.first() == Some(&0) && behind_unit;
    let before_unit = signs.get(end).is_some_and(|sign| unit(*sign).is_some());
    let last = run.last().copied()?;
    let value = match run.as_slice() {
        [one, two] if !zero && (before_unit || behind_unit) && *two == one.saturating_add(1) => {
            *two
        }
        _ if zero && before_unit => last,
        run => run.iter().try_fold(0_i128, |sum, digit| {
            sum.checked_mul(10)?.checked_add(*digit)
        })?,
    };
    // 一千零 十五: the zero waits for nothing.
    let alone = count == 1 || (run.len() == 2 && value == last && !zero);
    Some((value.checked_mul(FINE)?, alone, zero, end))
}

/// 七百三十一点九五, 三点五万: a point in words. 六点三十 is a time.
fn pointed(signs: &[char], whole: Value) -> Option<Value> {
    if !matches!(signs.get(whole.end), Some('点' | '點')) {
        return None;
    }
    let from = whole.end.saturating_add(1);
    let is_digit = |sign: &&char| digit(**sign).is_some() || sign.is_ascii_digit();
    let count = signs.iter().skip(from).take_while(is_digit).count();
    if !(1..=8).contains(&count) {
        return None;
    }
    let end = from.saturating_add(count);
    let fine = whole.fine.checked_add(decimals(signs, from, end)?)?;
    if let Some(unit) = signs
        .get(end)
        .and_then(|sign| unit(*sign))
        .filter(|unit| *unit >= 100)
    {
        return Some(Value {
            fine: fine.checked_mul(unit)?,
            end: end.saturating_add(1),
            large: true,
        });
    }
    let money = any(signs, end, &["元", "块", "塊", "蚊"]).is_some();
    (money || whole.fine > FINE.saturating_mul(24)).then_some(Value { fine, end, ..whole })
}
