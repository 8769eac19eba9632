//! The page for people, read as a person reads it: every sum on it is worked again from its words and digits alone,
//! in each language.

use rust_decimal::Decimal;

use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::working::Rounding;
use forbear::domain::{Lang, Money};
use forbear::i18n::Words;

use super::calculator::{Shown, cut_off, worked};
use crate::support::Sandbox;

/// A working as it stands on the page: its heading's result, its formula, its lines, and how it is cut off.
#[derive(Debug, Default)]
struct OnPage {
    heading: String,
    formula: Option<String>,
    lines: Vec<String>,
    rounding: String,
}

/// The workings of a Markdown page.
fn read(page: &str, words: &Words) -> Vec<OnPage> {
    let mut found: Vec<OnPage> = Vec::new();
    for line in page.lines().map(|line| line.replace('\\', "")) {
        let line = line.trim_end().to_owned();
        if let Some(heading) = line.strip_prefix("### ") {
            found.push(OnPage {
                heading: heading.to_owned(),
                ..OnPage::default()
            });
        } else if let Some(working) = found.last_mut() {
            let said = Rounding::ALL
                .iter()
                .find(|rounding| line.contains(&words.word(**rounding)));
            if let Some(item) = line.strip_prefix("- ") {
                working.lines.push(item.to_owned());
            } else if let (Some(rounding), true) = (said, working.rounding.is_empty()) {
                working.rounding = rounding.as_str().to_owned();
            } else if working.formula.is_none() && line.contains(" = ") {
                working.formula = Some(line);
            }
        }
    }
    found
}

/// An amount, a percentage or a number as it is printed.
fn printed(text: &str) -> Option<Decimal> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let number: Decimal = digits.replace(',', "").parse().ok()?;
    Some(if percent {
        number / Decimal::ONE_HUNDRED
    } else {
        number
    })
}

impl OnPage {
    /// Works it again; an error says what does not come out.
    fn check(&self) -> Result<(), String> {
        let mut sum = Decimal::ZERO;
        for line in &self.lines {
            // What a line is called ends with the last colon.
            let said = line.rsplit([':', '：']).next().unwrap().trim();
            sum += self.line(said)?;
        }
        let result = self.heading.rsplit(" = ").next().unwrap();
        let Some(shown) = &self.formula else {
            return Ok(()); // a value taken as it is: the heading says it and the legend where from
        };
        let (formula, again) = shown.rsplit_once(" = ").unwrap();
        if again != result {
            return Err(format!("{again} is not {result}"));
        }
        let found = worked(formula, sum)?;
        let same = match found {
            Shown::Between(holds) => holds,
            Shown::Years(_) => false, // no figure is a number of years
            Shown::Date(date) => date.to_string() == result,
            Shown::Number(number) => {
                let wanted = printed(result).ok_or_else(|| format!("{result} is no number"))?;
                let found = cut_off(number, &self.rounding);
                (found - wanted).abs() <= slack(&self.rounding)
            }
        };
        if same {
            Ok(())
        } else {
            Err(format!("{formula} with {sum} is {found:?}, not {result}"))
        }
    }

    /// A line's value: unrounded where it is shown with more than two decimals.
    fn line(&self, said: &str) -> Result<Decimal, String> {
        let Some((formula, result)) = said.rsplit_once(" = ") else {
            return printed(said).ok_or_else(|| format!("{said} is no number"));
        };
        let exact = worked(formula, Decimal::ZERO)?.number();
        let wanted = printed(result).ok_or_else(|| format!("{result} is no number"))?;
        let places = result
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        let rounding = match places {
            0..=2 => "half-up",
            3..=6 => "shown-6",
            _ => "shown-12",
        };
        if (cut_off(exact, rounding) - wanted).abs() > slack(rounding) {
            return Err(format!("{formula} is {exact}, not {result}"));
        }
        Ok(if places > 2 { exact } else { wanted })
    }
}

/// A calculator's last digit of a power may differ by one.
fn slack(rounding: &str) -> Decimal {
    match rounding {
        "shown-6" | "percent" => Decimal::new(1, 6),
        "shown-12" => Decimal::new(1, 12),
        _ => Decimal::ZERO,
    }
}

/// The page of a run in Markdown, where no line is wrapped.
fn page(example: &str, lang: Lang, args: &[String]) -> Option<String> {
    let mut all: Vec<&str> = args.iter().map(String::as_str).collect();
    let offered = all.contains(&"--offer");
    all.extend(["--explain", "--format", "markdown", "--lang", lang.as_str()]);
    let output = Sandbox::new().with_example(example).run(&all);
    let refused = output.code == 1 && offered;
    assert!(output.code == 0 || refused, "{all:?}: {output:?}");
    (output.code == 0).then_some(output.out)
}

#[test]
fn every_sum_on_the_page_comes_out_again_in_each_language() {
    let (mut count, mut wrong) = (0, Vec::new());
    // Each run in one language, in turn: every command is read in all three.
    for ((example, args), lang) in super::runs().into_iter().zip(Lang::ALL.iter().cycle()) {
        let words = Words::new(*lang);
        // Lines beyond the first dozen are only on a full page.
        if !args.iter().any(|arg| arg == "--full") {
            continue;
        }
        let Some(page) = page(&example, *lang, &args) else {
            continue;
        };
        for working in read(&page, &words) {
            count += 1;
            if let Err(error) = working.check() {
                let what = args.join(" ");
                wrong.push(format!("{example} {what} ({lang}): {error}\n{working:#?}"));
            }
        }
    }
    let first: Vec<&String> = wrong.iter().take(5).collect();
    assert!(wrong.is_empty(), "{} wrong: {first:#?}", wrong.len());
    assert!(count > 5_000, "{count}");
}

/// The reader can find a wrong page: each heading's amount changed by 0.01 is noticed.
#[test]
fn a_wrong_page_is_found() {
    let args = ["status".to_owned(), "--full".to_owned()];
    let good = page("suning-four-channels", Lang::ZhHant, &args).unwrap();
    let words = Words::new(Lang::ZhHant);
    let mut planted = 0;
    for mut working in read(&good, &words) {
        working.check().unwrap();
        let (label, result) = working.heading.rsplit_once(" = ").unwrap();
        let (Ok(amount), Some(formula)) = (Money::parse(result), &working.formula) else {
            continue;
        };
        let wrong = forbear::i18n::numbers::grouped(amount + Money::CENT);
        let (formula, _) = formula.rsplit_once(" = ").unwrap();
        let (heading, formula) = (format!("{label} = {wrong}"), format!("{formula} = {wrong}"));
        working.heading = heading;
        working.formula = Some(formula);
        assert!(working.check().is_err(), "{working:#?}");
        planted += 1;
    }
    assert!(planted > 10, "{planted}");
}
