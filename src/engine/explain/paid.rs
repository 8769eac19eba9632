//! What each payment paid, and what of it waits (numbers.md A1–A3).

use super::build::{line, money, result_of};
use super::owed::Reading;
use super::trace::{Event, Take};
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::domain::parts::Part;
use crate::domain::quantity::Quantity;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;

impl Reading<'_> {
    /// What was paid of each part, payment by payment, and what was paid ahead.
    pub(super) fn paid(&self) -> Result<Vec<Working>, EngineError> {
        let mut all = Vec::new();
        for &part in Part::ALL {
            let paid = self.trace.paid(part);
            if paid.is_zero() {
                continue;
            }
            let mut lines = Vec::new();
            for event in &self.trace.events {
                if event
                    .takes
                    .iter()
                    .any(|take| take.late && take.part == part)
                {
                    all.push(self.late_then(event, part)?);
                }
                let mut before: Vec<&Take> = Vec::new();
                for take in &event.takes {
                    if take.part == part {
                        lines.push(self.take_line(event, take, &before));
                    }
                    before.push(take);
                }
            }
            let id = self.id(&format!("paid.{part}"));
            all.push(
                Working::amount(id, Quantity::Paid, Formula::Lines, paid, &["A1", "A2"])
                    .about(About::part(part))
                    .adding(lines),
            );
        }
        if !self.trace.prepaid().is_zero() {
            let ahead = self.trace.events.iter();
            let lines = ahead
                .filter(|event| !event.prepaid.is_zero())
                .map(|event| {
                    let paid = payment(event, event.prepaid);
                    line(About::on(event.on), paid, event.prepaid)
                })
                .collect();
            let id = self.id("prepaid");
            all.push(
                Working::amount(
                    id,
                    Quantity::Prepaid,
                    Formula::Lines,
                    self.trace.prepaid(),
                    &["A3"],
                )
                .adding(lines),
            );
        }
        Ok(all)
    }

    fn late_id(&self, event: &Event) -> String {
        self.id(&format!("late-{}", event.on))
    }

    /// What overdue rows had borne by the day of a payment and was still open: it is paid in its turn (P4, A2).
    fn late_then(&self, event: &Event, part: Part) -> Result<Working, EngineError> {
        let lines = self.late_lines(part, event.on)?;
        let mut exact = Exact::ZERO;
        for line in &lines {
            exact = exact.plus(match line.result {
                Value::Unrounded(amount) => amount,
                Value::Money(amount) => Exact::from(amount), // a row rounded by itself
                _ => Exact::ZERO,
            })?;
        }
        let accrual = &self.account().accrual;
        let bore = accrual.settle(exact.numerator(), exact.denominator());
        let earlier: Money = self
            .trace
            .events
            .iter()
            .filter(|other| other.on < event.on)
            .flat_map(|other| &other.takes)
            .filter(|take| take.late)
            .map(|take| take.amount)
            .sum();
        let mut formula = Formula::Lines;
        if !earlier.is_zero() {
            let before = About::on(event.on).in_part(part);
            formula = formula.less(money(
                Quantity::PaidBefore,
                before,
                earlier,
                Origin::Working(self.id(&format!("paid.{part}"))),
            ));
        }
        Ok(Working::amount(
            self.late_id(event),
            Quantity::Open,
            formula,
            bore - earlier,
            &["P4"],
        )
        .about(About {
            part: Some(part),
            ..About::on(event.on)
        })
        .rounded(self.cut())
        .adding(lines))
    }

    /// The smaller of what is left of the payment and what is open.
    fn take_line(&self, event: &Event, take: &Take, before: &[&Take]) -> Line {
        let mut left = payment(event, event.amount);
        if event.waited.is_positive() {
            let waited = money(
                Quantity::Waiting,
                About::default(),
                event.waited,
                Origin::Rule("A3"),
            );
            left = if event.amount.is_zero() {
                waited
            } else {
                left.plus(waited)
            };
        }
        if event.prepaid.is_positive() {
            let ahead = Origin::Working(self.id("prepaid"));
            left = left.less(money(
                Quantity::Prepaid,
                About::on(event.on),
                event.prepaid,
                ahead,
            ));
        }
        for earlier in before {
            left = left.less(money(
                Quantity::Paid,
                About::row(earlier.n, earlier.due).in_part(earlier.part),
                earlier.amount,
                Origin::Working(self.id(&format!("paid.{}", earlier.part))),
            ));
        }
        let open = money(
            Quantity::Open,
            About::row(take.n, take.due).in_part(take.part),
            take.open,
            if take.late {
                Origin::Working(self.late_id(event))
            } else {
                self.part_origin(take.n, take.part)
            },
        );
        Line {
            name: Some(Quantity::Payment),
            about: About {
                row: (take.n > 0).then_some(take.n),
                ..About::on(event.on)
            },
            formula: Formula::Least(vec![left, open]),
            result: Value::Money(take.amount),
            rounding: Rounding::Exact,
        }
    }

    /// What waits for the next due date: all that was paid less what was used (A3).
    pub(super) fn waiting(&self, steps: &[Working]) -> Option<Working> {
        if self.account().waiting.is_zero() {
            return None;
        }
        let paid = self
            .trace
            .events
            .iter()
            .filter(|event| event.amount.is_positive());
        let lines: Vec<Line> = paid
            .map(|event| {
                line(
                    About::on(event.on),
                    payment(event, event.amount),
                    event.amount,
                )
            })
            .collect();
        let came: Money = self.trace.events.iter().map(|event| event.amount).sum();
        let used: Money = steps.iter().map(super::status::amount_of).sum();
        let waits = self.account().waiting;
        let (formula, lines) = if came - used == waits {
            let formula = steps.iter().fold(Formula::Lines, |formula, used| {
                formula.less(result_of(used))
            });
            (formula, lines)
        } else {
            // It was paid before the claim that this starts from, and waits by the contract's account.
            let from = Origin::Rule("A3");
            let all = money(Quantity::Waiting, About::default(), waits, from);
            (all, Vec::new())
        };
        Some(
            Working::amount(
                self.id("waiting"),
                Quantity::Waiting,
                formula,
                self.account().waiting,
                &["A3"],
            )
            .adding(lines),
        )
    }
}

fn payment(event: &Event, amount: Money) -> Formula {
    money(
        Quantity::Payment,
        About::on(event.on),
        amount,
        Origin::Payment(event.on),
    )
}
