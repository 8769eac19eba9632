//! What a text offers each month, held against what can be kept.
//!
//! Promises: a sum is read in digits and in words, in the three languages; income, rent, a contract's own figure, a
//! year and what somebody cannot pay are no offers.

use super::Problem;
use crate::domain::Money;
use crate::domain::typed::spoken::{self, Mark, Said};

/// Words that make a sum one of every month.
const MONTHLY: &[&str] = &[
    "每月",
    "每个月",
    "每個月",
    "一个月",
    "一個月",
    "个月",
    "個月",
    "按月",
    "a month",
    "per month",
    "each month",
    "every month",
    "monthly",
];
/// Words of paying.
const PAYS: &[&str] = &[
    "还",
    "還",
    "付",
    "供",
    "畀到",
    "畀得到",
    "可以畀",
    "能畀",
    "俾到",
    "可以俾",
    "過數",
    "过数",
    "转给您",
    "转给你",
    "轉給您",
    "pay",
    "keep up",
    "afford",
    "offer",
    "manage",
    "transfer",
    "send you",
    "repay",
    "put in",
];
/// What a sum may be besides an offer.
const OTHER: &[&str] = &[
    "收入",
    "支出",
    "工资",
    "工資",
    "人工",
    "薪",
    "房租",
    "租金",
    "房贷",
    "合同",
    "合約",
    "原来",
    "原來",
    "原定",
    "最低",
    "超过",
    "超過",
    "高于",
    "高於",
    "应还",
    "應還",
    "需还",
    "需還",
    "家用",
    "父母",
    "学费",
    "學費",
    "生活费",
    "生活費",
    "医药",
    "醫藥",
    "其他贷款",
    "其他貸款",
    "别的贷款",
    "income",
    "rent",
    "landlord",
    "contract",
    "minimum",
    "more than",
    "above",
    "earn",
    "claim",
    "salary",
    "wage",
    "asks for",
    "asked for",
    "other lender",
    "other loan",
    "school",
];
/// What says that it cannot be paid.
const CANNOT: &[&str] = &[
    "还不",
    "還不",
    "付不",
    "不能",
    "不会",
    "不會",
    "无法",
    "無法",
    "没法",
    "冇法",
    "唔到",
    "唔能",
    "唔會",
    "不了",
    "守不住",
    "守唔住",
    "太多",
    "太高",
    "cannot",
    "can't",
    "can’t",
    "could not",
    "couldn't",
    "unable",
    "not able",
    "too much",
    "not pay",
];
/// Questions with a no in them.
const QUESTIONS: &[&str] = &["能不能", "可不可以", "会不会", "會不會", "是不是"];
/// Words before a year.
const BEFORE_A_YEAR: &[&str] = &[
    "in", "from", "until", "by", "of", "since", "before", "after", "to",
];

/// Amounts a text offers each month, above what can be kept.
pub(super) fn above(text: &str, limit: Money) -> Vec<Problem> {
    let mut problems = Vec::new();
    for clause in spoken::clauses(text) {
        if !offers(clause) {
            continue;
        }
        for said in spoken::numbers(clause) {
            let offered = match said.mark {
                Mark::Money | Mark::Large => true,
                Mark::Bare => !is_year(clause, &said),
                Mark::Other => false,
            };
            let problem = Problem::AboveLimit {
                text: clause
                    .get(said.start..said.end)
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                limit,
            };
            if offered && said.sum > limit && !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    problems
}

fn offers(clause: &str) -> bool {
    let mut lower = clause.to_lowercase();
    for question in QUESTIONS {
        lower = lower.replace(question, " ");
    }
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    says(MONTHLY) && says(PAYS) && !says(OTHER) && !says(CANNOT)
}

/// `from 2027`, `20 December 2027`: a year, not a sum.
fn is_year(clause: &str, said: &Said) -> bool {
    let year = (1900..=2100).contains(&(said.sum.minor() / 100));
    let before = clause
        .get(..said.start)
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let word = before.rsplit(' ').next().unwrap_or_default();
    year && (BEFORE_A_YEAR.contains(&word)
        || crate::domain::typed::MONTHS.contains(&word.trim_end_matches(',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        above(text, Money::parse("885.81").unwrap())
            .into_iter()
            .map(|problem| match problem {
                Problem::AboveLimit { text, .. } => text,
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn a_monthly_offer_above_the_limit_is_found_in_digits_and_in_words() {
        for (text, sum) in [
            ("我每个月可以还二千元。", "二千元"),
            ("我每月还两千块", "两千块"),
            ("每月能还一千五百元", "一千五百元"),
            ("每个月还2千元", "2千元"),
            ("每月还0.2万元", "0.2万元"),
            ("每月还2000元", "2000元"),
            ("每月还￥2,000", "￥2,000"),
            ("每月还２０００元", "２０００元"),
            ("我一个月可以还两千", "两千"),
            ("我每个月能不能还一千二", "一千二"),
            ("我每個月可以畀到二千蚊", "二千蚊"),
            ("每個月還千五蚊", "千五蚊"),
            ("我每月可以還廿五萬", "廿五萬"),
            ("I can pay two thousand yuan a month", "two thousand yuan"),
            ("I can pay 2000 a month", "2000"),
            ("I can manage fifteen hundred a month.", "fifteen hundred"),
            ("I could send you 1.2k every month", "1.2k"),
            (
                "From May, I can pay nine hundred yuan a month.",
                "nine hundred yuan",
            ),
            ("I can pay ¥885.82 a month", "¥885.82"),
        ] {
            assert_eq!(found(text), [sum], "{text}");
        }
    }

    #[test]
    fn what_is_no_offer_or_within_it_is_left_alone() {
        for text in [
            "我每月能还885.81元",
            "我每月能还八百八十五块八毛一",
            "我每月收入五千二百元",
            "合同每月要还1,100.16元",
            "每月应还一千一百元",
            "每月还两千我还不上",
            "我每月还不了两千块",
            "我分二十四个月还，每月还800元",
            "我從2027年1月起每月還八百元",
            "每月家用二千蚊要畀父母",
            "The contract asks for ¥1,300 a month",
            "I cannot pay two thousand a month",
            "From 2027 I can pay 800 a month",
            "From 20 January 2027 I can pay eight hundred yuan a month",
            "I can pay eight hundred and eighty-five yuan a month",
            "My rent is 2000 a month",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
