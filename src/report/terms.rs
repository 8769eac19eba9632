//! The terms of an offer in words: `减免利息的50%；延期6个月`.

use crate::domain::offer::{Portion, Terms};
use crate::domain::parts::Part;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// The terms as people say them, in their canonical order.
#[must_use]
pub fn in_words(terms: &Terms, figures: Numbers, words: &Words) -> String {
    let mut said: Vec<String> = terms
        .waive
        .iter()
        .map(|(part, portion)| waiver(*part, *portion, figures, words))
        .collect();
    if let Some(amount) = terms.pay_now {
        said.push(words.with("terms-pay-now", &[("amount", figures.money(amount).into())]));
    }
    if terms.freeze {
        said.push(words.text("terms-freeze"));
    }
    if let Some(rate) = terms.rate {
        let rate = numbers::rate(figures.lang, rate);
        said.push(words.with("terms-rate", &[("rate", rate.into())]));
    }
    if let Some(months) = terms.defer {
        said.push(words.with("terms-defer", &[("months", months.into())]));
    }
    if let Some(settle) = terms.settle {
        let amount = figures.money(settle.amount);
        said.push(match settle.by {
            Some(by) => words.with(
                "terms-settle-by",
                &[("amount", amount.into()), ("date", figures.date(by).into())],
            ),
            None => words.with("terms-settle", &[("amount", amount.into())]),
        });
    }
    if let Some(count) = terms.instalments {
        said.push(words.with("terms-instalments", &[("count", count.into())]));
    }
    if let Some(months) = terms.extend {
        said.push(words.with("terms-extend", &[("months", months.into())]));
    }
    if let Some(date) = terms.first_due {
        said.push(words.with("terms-first-due", &[("date", figures.date(date).into())]));
    }
    if let Some(method) = terms.method {
        said.push(words.with("terms-method", &[("method", words.word(method).into())]));
    }
    if let Some(mode) = terms.arrears {
        said.push(words.with("terms-arrears", &[("mode", words.word(mode).into())]));
    }
    said.join(&words.text("terms-between"))
}

fn waiver(part: Part, portion: Portion, figures: Numbers, words: &Words) -> String {
    let part = words.word(part);
    match portion {
        Portion::All => words.with("terms-waive-all", &[("part", part.into())]),
        Portion::Percent(percent) => words.with(
            "terms-waive-percent",
            &[
                ("part", part.into()),
                ("portion", percent.to_string().into()),
            ],
        ),
        Portion::Amount(amount) => words.with(
            "terms-waive-amount",
            &[
                ("part", part.into()),
                ("portion", figures.money(amount).into()),
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::domain::ledger::Currency;

    #[test]
    fn terms_are_said_in_three_languages() {
        let terms = Terms::parse("waive interest=50%; waive penalty=all; extend 6").unwrap();
        let case = |lang, said: &str| {
            let figures = Numbers::new(lang, Currency::Cny);
            assert_eq!(in_words(&terms, figures, &Words::new(lang)), said);
        };
        case(
            Lang::ZhHans,
            "减免50%的利息；减免全部罚息及违约金；延期6个月",
        );
        case(
            Lang::ZhHant,
            "豁免50%的利息；豁免全部罰息及逾期費；延期6個月",
        );
        case(
            Lang::En,
            "waive 50% of interest; waive all penalty; extend by 6 months",
        );
    }

    #[test]
    fn every_term_is_said() {
        let text = "pay-now 500; rate 9%/year; defer 1; instalments 12; method equal-principal; \
                    arrears first";
        let terms = Terms::parse(text).unwrap();
        let figures = Numbers::new(Lang::En, Currency::Hkd);
        assert_eq!(
            in_words(&terms, figures, &Words::new(Lang::En)),
            "pay HK$500.00 now; interest at 9% a year; 1 month without payment; 12 instalments; \
             equal principal; old interest and charges paid first"
        );
        let settle = Terms::parse("settle 6000 by 2026-11-30").unwrap();
        assert_eq!(
            in_words(
                &settle,
                Numbers::new(Lang::ZhHans, Currency::Cny),
                &Words::new(Lang::ZhHans)
            ),
            "2026年11月30日前付 6,000.00 元一次性结清"
        );
    }
}
