//! Amounts in capital numerals, as Chinese agreements and receipts write them (大写金额).
//!
//! Promises: the rules of 《正确填写票据和结算凭证的基本规定》 (People's Bank of China, 1997, part of the
//! 《支付结算办法》): 整 after 元 or 角, none after 分; zeros inside a number read 零 once; its optional 零
//! after 元 is written, its optional 整 after 角 is not. Traditional Chinese follows Hong Kong cheques: 正
//! for 整. No float, no rounding.

use crate::domain::lang::Lang;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;

/// An amount in capitals with its currency: `人民币壹仟贰佰元整`, `港幣壹仟貳佰元正`.
///
/// English has no such form: `None`.
#[must_use]
pub fn capitals(lang: Lang, currency: Currency, amount: Money) -> Option<String> {
    let script = match lang {
        Lang::ZhHans => &SIMPLIFIED,
        Lang::ZhHant => &TRADITIONAL,
        Lang::En => return None,
    };
    let mut out = script.currency(currency).to_owned();
    if amount.is_negative() {
        out.push_str(script.minus);
    }
    out.push_str(&script.amount(amount.minor().unsigned_abs()));
    Some(out)
}

/// The signs of one script.
struct Script {
    digits: [&'static str; 10],
    /// 拾, 佰, 仟 from the right.
    tens: [&'static str; 4],
    ten_thousand: &'static str,
    hundred_million: &'static str,
    whole: &'static str,
    minus: &'static str,
    currencies: [&'static str; 5],
}

const SIMPLIFIED: Script = Script {
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"],
    tens: ["", "拾", "佰", "仟"],
    ten_thousand: "万",
    hundred_million: "亿",
    whole: "整",
    minus: "负",
    currencies: ["人民币", "港币", "美元", "欧元", "英镑"],
};

const TRADITIONAL: Script = Script {
    digits: ["零", "壹", "貳", "叁", "肆", "伍", "陸", "柒", "捌", "玖"],
    tens: ["", "拾", "佰", "仟"],
    ten_thousand: "萬",
    hundred_million: "億",
    whole: "正",
    minus: "負",
    currencies: ["人民幣", "港幣", "美元", "歐元", "英鎊"],
};

impl Script {
    fn currency(&self, currency: Currency) -> &'static str {
        let [cny, hkd, usd, eur, gbp] = self.currencies;
        match currency {
            Currency::Cny => cny,
            Currency::Hkd => hkd,
            Currency::Usd => usd,
            Currency::Eur => eur,
            Currency::Gbp => gbp,
        }
    }

    fn digit(&self, digit: u128) -> &'static str {
        usize::try_from(digit)
            .ok()
            .and_then(|place| self.digits.get(place))
            .copied()
            .unwrap_or("零")
    }

    fn amount(&self, minor: u128) -> String {
        let (units, cents) = (minor.div_euclid(100), minor.rem_euclid(100));
        let (tenths, hundredths) = (cents.div_euclid(10), cents.rem_euclid(10));
        let mut out = String::new();
        if units > 0 || cents == 0 {
            out.push_str(&self.number(units));
            out.push('元');
        }
        if cents == 0 {
            out.push_str(self.whole);
            return out;
        }
        // A zero between what is said and what follows is read once: 零肆分 after 元, 元零叁角 after 拾.
        let gap = units > 0 && (tenths == 0 || units.rem_euclid(10) == 0);
        if gap {
            out.push_str(self.digit(0));
        }
        if tenths > 0 {
            out.push_str(self.digit(tenths));
            out.push('角');
        }
        if hundredths > 0 {
            out.push_str(self.digit(hundredths));
            out.push('分');
        }
        out
    }

    /// A whole number: groups of eight digits by 亿, of four by 万.
    fn number(&self, units: u128) -> String {
        const HUNDRED_MILLION: u128 = 100_000_000;
        const TEN_THOUSAND: u128 = 10_000;
        if units >= HUNDRED_MILLION {
            return self.joined(units, HUNDRED_MILLION, self.hundred_million);
        }
        if units >= TEN_THOUSAND {
            return self.joined(units, TEN_THOUSAND, self.ten_thousand);
        }
        self.below_ten_thousand(units)
    }

    fn joined(&self, units: u128, by: u128, name: &str) -> String {
        let (high, low) = (units.div_euclid(by), units.rem_euclid(by));
        let mut out = format!("{}{name}", self.number(high));
        if low > 0 {
            if low < by.div_euclid(10) {
                out.push_str(self.digit(0));
            }
            out.push_str(&self.number(low));
        }
        out
    }

    fn below_ten_thousand(&self, units: u128) -> String {
        if units == 0 {
            return self.digit(0).to_owned();
        }
        let mut out = String::new();
        let mut gap = false;
        for (place, name) in self.tens.iter().enumerate().rev() {
            let power = 10_u128.saturating_pow(u32::try_from(place).unwrap_or(0));
            let digit = units.div_euclid(power).rem_euclid(10);
            if digit == 0 {
                gap = !out.is_empty();
                continue;
            }
            if gap {
                out.push_str(self.digit(0));
                gap = false;
            }
            out.push_str(self.digit(digit));
            out.push_str(name);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simplified(minor: i128) -> String {
        capitals(Lang::ZhHans, Currency::Cny, Money::from_minor(minor)).unwrap()
    }

    /// The examples of the regulation itself, and where it allows two forms, the one chosen above.
    #[test]
    fn follows_the_examples_of_the_regulation() {
        let case = |minor, shown: &str| assert_eq!(simplified(minor), format!("人民币{shown}"));
        case(140_950, "壹仟肆佰零玖元伍角");
        case(600_714, "陆仟零柒元壹角肆分");
        case(168_032, "壹仟陆佰捌拾元零叁角贰分");
        case(10_700_053, "壹拾万柒仟元零伍角叁分");
        case(1_640_902, "壹万陆仟肆佰零玖元零贰分");
        case(32_504, "叁佰贰拾伍元零肆分");
    }

    #[test]
    fn whole_amounts_end_in_their_sign() {
        let case = |minor, shown: &str| assert_eq!(simplified(minor), format!("人民币{shown}"));
        case(0, "零元整");
        case(120_000, "壹仟贰佰元整");
        case(100_000_000_000_000, "壹万亿元整");
        case(1_000_000_100, "壹仟万零壹元整");
        case(50, "伍角");
        case(5, "伍分");
        case(-120_000, "负壹仟贰佰元整");
        assert_eq!(
            capitals(Lang::ZhHant, Currency::Hkd, Money::from_minor(12_003_400)).unwrap(),
            "港幣壹拾貳萬零叁拾肆元正"
        );
        assert_eq!(capitals(Lang::En, Currency::Cny, Money::ZERO), None);
    }

    /// Reads capitals back: an inverse written on its own, by place values.
    fn read(text: &str) -> Option<i128> {
        let (mut total, mut section, mut digit) = (0_i128, 0_i128, 0_i128);
        let mut minor = 0_i128;
        for sign in text.chars() {
            match sign {
                '零' => {}
                '壹' => digit = 1,
                '贰' | '貳' => digit = 2,
                '叁' => digit = 3,
                '肆' => digit = 4,
                '伍' => digit = 5,
                '陆' | '陸' => digit = 6,
                '柒' => digit = 7,
                '捌' => digit = 8,
                '玖' => digit = 9,
                '拾' | '佰' | '仟' => {
                    section += digit
                        * match sign {
                            '拾' => 10,
                            '佰' => 100,
                            _ => 1000,
                        };
                    digit = 0;
                }
                '万' | '萬' => {
                    total += (section + digit) * 10_000;
                    (section, digit) = (0, 0);
                }
                '亿' | '億' => {
                    total = (total + section + digit) * 100_000_000;
                    (section, digit) = (0, 0);
                }
                '元' => {
                    minor = (total + section + digit) * 100;
                    (section, digit) = (0, 0);
                }
                '角' => (minor, digit) = (minor + digit * 10, 0),
                '分' => (minor, digit) = (minor + digit, 0),
                '整' | '正' => {}
                _ => return None,
            }
        }
        Some(minor)
    }

    proptest! {
        #[test]
        fn capitals_go_round(minor in 0_i128..=1_000_000_000_000_000) {
            for lang in [Lang::ZhHans, Lang::ZhHant] {
                let text = capitals(lang, Currency::Cny, Money::from_minor(minor)).unwrap();
                let body: String = text.chars().skip(3).collect();
                prop_assert_eq!(read(&body), Some(minor), "{}", text);
                prop_assert!(!text.contains("零零"), "{}", text);
            }
        }
    }
}
