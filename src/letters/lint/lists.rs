//! The words the linter looks for, and the laws it knows by their marks.

use crate::domain::{LenderKind, Product, Region};
use crate::letters::brief::Brief;

/// Never used, in any text.
pub(super) const FORBIDDEN: &[&str] = &[
    "上岸",
    "老赖",
    "老賴",
    "停息挂账",
    "停息掛賬",
    "强制停催",
    "強制停催",
    "铁证",
    "鐵證",
    "必过",
    "必過",
    "内部渠道",
    "內部渠道",
    "征信修复成功",
    "洗白",
    "blacklist",
    "bulletproof",
    "guaranteed",
    "crush",
    "unbeatable",
    "滞纳金",
    "滯納金",
    "！",
    "!",
];
/// Demands and threats, in words to say or send.
pub(super) const DEMANDS: &[&str] = &[
    "必须",
    "必須",
    "要求你们",
    "要求你們",
    "要求贵",
    "要求貴",
    "立即",
    "立刻",
    "马上给我",
    "否则",
    "否則",
    "依法",
    "限你",
    "责令",
    "責令",
    "尽量",
    "盡量",
    "尽快",
    "盡快",
    "起诉你们",
    "曝光",
    "媒体",
    "媒體",
    " must ",
    "demand",
    "or else",
    "immediately",
    "as soon as possible",
    "I insist",
];
/// A negotiation never mentions a complaint.
pub(super) const COMPLAINTS: &[&str] = &[
    "投诉",
    "投訴",
    "举报",
    "舉報",
    "12378",
    "12345",
    "12363",
    "信访",
    "complain",
    "regulator",
    "ombudsman",
];
/// Nobody but the borrower pays.
pub(super) const RELATIVES: &[&str] = &[
    "家里人会还",
    "家人會還",
    "父母还",
    "父母還",
    "爱人还",
    "配偶还",
    "帮我还",
    "幫我還",
    "替我还",
    "替我還",
    "代我還",
    "my family will pay",
    "my parents will pay",
    "my spouse will pay",
    "pay for me",
    "pay on my behalf",
];
/// Mainland terms that a Hong Kong reader does not use (practice.md §5.5).
pub(super) const NOT_HONG_KONG: &[&str] = &[
    "短信",
    "流水",
    "客服",
    "工單",
    "首付",
    "減免",
    "一次性",
    "徵信",
    "征信",
    "催收",
    "委外",
    "對公",
    "律師函",
    "保證人",
    "手機",
    "轉帳",
    "聯繫",
    "短訊息",
    "帳單",
    "賬單",
    "聯系",
    "這裏",
    "視頻",
    "信息",
];

/// Marks by which a law is recognised, and for whom it may be cited (the matrix of rules.md §4).
pub(super) struct Law {
    pub(super) marks: &'static [&'static str],
    pub(super) name: &'static str,
    pub(super) for_whom: fn(&Brief) -> bool,
}

pub(super) const LAWS: &[Law] = &[
    Law {
        name: "art. 70 of the card measures",
        marks: &["第七十条", "第七十條", "article 70"],
        for_whom: |brief| {
            brief.region == Region::Cn
                && brief.kind() == Some(LenderKind::Bank)
                && brief.product == Some(Product::CreditCard)
        },
    },
    Law {
        name: "art. 57 of the card measures",
        marks: &["第五十七条", "第五十七條", "article 57"],
        for_whom: |brief| {
            brief.region == Region::Cn
                && brief.kind() == Some(LenderKind::Bank)
                && brief.product == Some(Product::CreditCard)
        },
    },
    Law {
        name: "the 24 % line",
        marks: &["24%"],
        for_whom: |brief| {
            brief.region == Region::Cn
                && matches!(
                    brief.kind(),
                    Some(
                        LenderKind::Bank
                            | LenderKind::ConsumerFinanceCompany
                            | LenderKind::MicroloanCompany
                    )
                )
        },
    },
    Law {
        name: "LPR×4",
        marks: &["LPR"],
        for_whom: |brief| brief.region == Region::Cn && brief.kind() == Some(LenderKind::Private),
    },
    Law {
        name: "the Civil Code",
        marks: &["民法典", "Civil Code"],
        for_whom: |brief| brief.region == Region::Cn,
    },
];
