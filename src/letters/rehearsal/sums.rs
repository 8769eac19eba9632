//! What a borrower's own words give away: a sum, or a code.
//!
//! Promises: the largest sum that is said as one's own; what cannot be paid, what the other side wants, the number of
//! a help line and a code are no sums.

use crate::domain::Money;
use crate::domain::money::half_width;
use crate::domain::typed::spoken::{self, Mark, Said};

/// Below this a number without a word of money is no sum; below one unit nothing is.
const LEAST: i128 = 1_000;
/// One unit of money, in minor units.
const ONE: i128 = 100;
/// Numbers one rings.
const LINES: &[i128] = &[
    110, 999, 12309, 12315, 12338, 12345, 12348, 12355, 12356, 12363, 12368, 12378, 18111, 18222,
    96110,
];
/// Words of paying.
const PAYS: &[&str] = &[
    "还",
    "還",
    "付",
    "转",
    "轉",
    "过数",
    "過數",
    "给你",
    "給你",
    "给您",
    "給您",
    "畀",
    "俾",
    "凑",
    "湊",
    "每月",
    "每个月",
    "每個月",
    "pay",
    "transfer",
    "send",
    "afford",
    "manage",
    "a month",
    "give you",
];
/// What says that a sum cannot be paid, or is not one's own.
const NOT_SAID: &[&str] = &[
    "不了",
    "不起",
    "不上",
    "拿不出",
    "付不",
    "还不",
    "還不",
    "没有",
    "沒有",
    "哪有",
    "冇",
    "唔到",
    "唔起",
    "不可能",
    "要我",
    "让我",
    "叫我",
    "你要",
    "您要",
    "你们要",
    "你哋要",
    "欠",
    "收入",
    "工资",
    "工資",
    "人工",
    "cannot",
    "can't",
    "can’t",
    "could not",
    "couldn't",
    "couldn’t",
    "not able",
    "don't have",
    "don’t have",
    "do not have",
    "no way",
    "you want",
    "i owe",
    "i earn",
    "my income",
    "my wage",
];
/// Words with a no in them that say yes.
const NO_PROBLEM: &[&str] = &[
    "没有问题",
    "沒有問題",
    "冇問題",
    "冇问题",
    "少不了",
    "no problem",
];

/// The largest amount that is said as one's own. A bare number counts only where a figure was asked for, or with a
/// word of paying beside it.
pub(super) fn amount(text: &str, asked: bool) -> Option<Money> {
    let mut largest = None;
    for clause in spoken::clauses(text) {
        let mut lower = half_width(clause).to_lowercase();
        for word in NO_PROBLEM {
            lower = lower.replace(word, " ");
        }
        if says(&lower, NOT_SAID) {
            continue;
        }
        for said in spoken::numbers(clause) {
            let alone = clause
                .get(..said.start)
                .zip(clause.get(said.end..))
                .is_some_and(|(before, after)| {
                    !before.contains(char::is_alphanumeric)
                        && !after.contains(char::is_alphanumeric)
                });
            let counts = match said.mark {
                Mark::Money => said.sum.minor() >= ONE,
                Mark::Large => true,
                Mark::Bare => (asked || alone || says(&lower, PAYS)) && is_sum(&said),
                Mark::Other => false,
            };
            if counts {
                largest = largest.max(Some(said.sum));
            }
        }
    }
    largest
}

fn is_sum(said: &Said) -> bool {
    let minor = said.sum.minor();
    minor >= LEAST && !LINES.contains(&(minor / ONE))
}

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Names of codes nobody reads out.
const CODES: &[&str] = &[
    "验证码",
    "驗證碼",
    "密码",
    "密碼",
    "动态码",
    "動態碼",
    "短信码",
    "校验码",
    "校驗碼",
    "认证码",
    "認證碼",
    "口令",
    "verification code",
    "security code",
    "one-time code",
    "the code",
    "code is",
    "my code",
    "otp",
    "password",
    "passcode",
    "my pin",
    "pin is",
];
/// Digits that make a code.
const DIGITS: usize = 4;

/// Whether a code or a password is read out.
pub(super) fn gives_code(text: &str) -> bool {
    let lower = half_width(text).to_lowercase();
    CODES.iter().any(|code| {
        lower.match_indices(code).any(|(at, found)| {
            let after = lower
                .get(at.saturating_add(found.len())..)
                .unwrap_or_default();
            digits(after) >= DIGITS
        })
    })
}

/// The longest run of digits or numerals, spaces and hyphens between them left out.
fn digits(text: &str) -> usize {
    let (mut run, mut longest) = (0_usize, 0_usize);
    for sign in text.chars() {
        if sign.is_ascii_digit() || "零〇一二三四五六七八九".contains(sign) {
            run = run.saturating_add(1);
            longest = longest.max(run);
        } else if !matches!(sign, ' ' | '-') {
            run = 0;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_heard_as_people_say_them() {
        let case = |text: &str, asked, sum: Option<&str>| {
            let expected = sum.map(|sum| Money::parse(sum).unwrap());
            assert_eq!(amount(text, asked), expected, "{text}");
        };
        case("每月1200元", false, Some("1200"));
        case("我每个月还１，２００块", false, Some("1200"));
        case("HK$3,000 from 12 December", true, Some("3000"));
        case("两千", false, Some("2000"));
        case("一千零五十", false, Some("1050"));
        case("我每个月还八百二十块一毛二", false, Some("820.12"));
        case("七百三十一块九毛五", false, Some("731.95"));
        case("3月5号之前还清三万", false, Some("30000"));
        case("我今天就转五万", false, Some("50000"));
        case("我今個月過數一萬蚊畀你", false, Some("10000"));
        case("I can pay two thousand a month", false, Some("2000"));
        case("我每个月一千五没有问题", false, Some("1500"));
        case("I can pay 800", false, Some("800"));
        case("800", false, Some("800"));
        case("maybe 800", true, Some("800"));
        case("maybe 800", false, None);
        case("12月20日，24期", true, None);
        case("六点前打来", true, None);
        case("20 December at 18:00", true, None);
        case("我要投诉你到12378", true, None);
        case("第一百货", false, None);
        case("一分钱都没有", true, None);
        case("两千我还不上", true, None);
        case("我没有两千块，只能还五百", true, Some("500"));
        case("你要我今天还五万，我做不到", true, None);
        case("I cannot pay two thousand a month", true, None);
        case(
            "I cannot pay two thousand, I can pay 500",
            true,
            Some("500"),
        );
        case("千万别打给我妈", true, None);
    }

    #[test]
    fn a_code_is_heard_when_it_is_read_out() {
        for text in [
            "验证码是123456",
            "驗證碼係 1 2 3 4 5 6",
            "密码一二三四五六",
            "The code is 123 456",
            "my pin is 4821",
            "OTP: 998877",
        ] {
            assert!(gives_code(text), "{text}");
        }
        for text in [
            "验证码我不会告诉你",
            "what code?",
            "工号是多少",
            "我每月还1200元",
            "The code is secret",
        ] {
            assert!(!gives_code(text), "{text}");
        }
    }
}
