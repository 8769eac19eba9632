//! An account walked again, step by step, writing down what each payment paid and what each overdue row bore.
//!
//! Promises: the walk is the engine's own (`account`, `payments`), only in smaller steps; what is written down is
//! read off before and after each step.

use chrono::NaiveDate;

use crate::domain::contract::AllocationScope;
use crate::domain::debt::Payment;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::engine::EngineError;
use crate::engine::account::{Account, Row};

/// What one payment, or what waited of it, took from one part of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Take {
    /// The row's number; 0 for a claim or a dated fee.
    pub(super) n: u32,
    /// The row's due date.
    pub(super) due: NaiveDate,
    pub(super) part: Part,
    /// Whether it is what the row bore overdue, not what it asked for.
    pub(super) late: bool,
    /// What was open of it before.
    pub(super) open: Money,
    pub(super) amount: Money,
}

/// A payment, or waiting credit used on a due date.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) on: NaiveDate,
    /// What is paid; nought where only waiting credit is used.
    pub(super) amount: Money,
    /// Waiting credit that is used with it.
    pub(super) waited: Money,
    /// Principal paid ahead (A3).
    pub(super) prepaid: Money,
    pub(super) takes: Vec<Take>,
}

/// A stretch on which an overdue row bore on one base.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Place of the row.
    pub(super) place: usize,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) base: Money,
    /// What the base is the open part of: principal, with compounding interest too.
    pub(super) asked: Parts,
    /// What of it was paid by then.
    pub(super) paid: Parts,
}

/// A walk with everything that was written down on it.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    pub(super) account: Account,
    /// What the rows asked for before the first event.
    pub(super) first: Parts,
    pub(super) events: Vec<Event>,
    pub(super) stretches: Vec<Stretch>,
}

impl Trace {
    /// Walks an opened account to a day.
    pub(super) fn walk(
        account: Account,
        payments: &[Payment],
        to: NaiveDate,
    ) -> Result<Trace, EngineError> {
        let first = account.rows.iter().map(|row| row.asks).sum();
        let mut trace = Trace {
            account,
            first,
            events: Vec::new(),
            stretches: Vec::new(),
        };
        let begin = trace.account.now;
        let mut known: Vec<&Payment> = payments
            .iter()
            .filter(|payment| begin < payment.on && payment.on <= to)
            .collect();
        known.sort_by_key(|payment| payment.on);
        for payment in known {
            trace.advance(payment.on)?;
            trace.pay(payment)?;
        }
        trace.advance(to)?;
        trace.last_stretches();
        Ok(trace)
    }

    /// Moves to a day, one due date after another.
    fn advance(&mut self, to: NaiveDate) -> Result<(), EngineError> {
        let now = self.account.now;
        let mut days: Vec<NaiveDate> = self.account.rows.iter().map(|row| row.due).collect();
        days.extend(self.account.accelerate_on);
        days.push(to);
        days.retain(|day| now < *day && *day <= to);
        days.sort_unstable();
        days.dedup();
        for day in days {
            let before = self.account.clone();
            self.account.advance(day)?;
            if before.waiting.is_positive() {
                let mut there = before.clone();
                there.now = day;
                if self.account.accelerated && !before.accelerated {
                    there.call_in(day)?;
                }
                self.note(&there, Money::ZERO, before.waiting)?;
            }
        }
        Ok(())
    }

    fn pay(&mut self, payment: &Payment) -> Result<(), EngineError> {
        let mut before = self.account.clone();
        let owed = before.owed()?.total();
        let closes = owed.is_positive() && payment.amount >= owed;
        if closes {
            before.call_in(before.now)?;
        }
        self.account.pay(payment.amount, payment.kind)?;
        let waited = if closes { before.waiting } else { Money::ZERO };
        self.note(&before, payment.amount, waited)
    }

    /// Reads off what changed since `before`.
    fn note(&mut self, before: &Account, amount: Money, waited: Money) -> Result<(), EngineError> {
        let after = &self.account;
        let late = before.late_open()?;
        let part_of_late = before.late_part();
        let due: Vec<usize> = (0..before.rows.len())
            .filter(|&place| {
                before
                    .rows
                    .get(place)
                    .is_some_and(|row| row.due <= before.now)
            })
            .collect();
        let order = before.order_today()?;
        let mut takes = Vec::new();
        let mut look = |place: usize, part: Part| {
            let (Some(old), Some(new)) = (before.rows.get(place), after.rows.get(place)) else {
                return;
            };
            let mut take = |late: bool, open: Money, amount: Money| {
                if amount.is_positive() {
                    takes.push(Take {
                        n: old.n,
                        due: old.due,
                        part,
                        late,
                        open,
                        amount,
                    });
                }
            };
            take(
                false,
                old.open().get(part),
                new.paid.get(part) - old.paid.get(part),
            );
            if part == part_of_late {
                let open = late.get(place).copied().unwrap_or(Money::ZERO);
                take(true, open, new.late_paid - old.late_paid);
            }
        };
        match before.scope_today() {
            AllocationScope::Rows => {
                for &place in &due {
                    order.iter().for_each(|part| look(place, *part));
                }
            }
            AllocationScope::Debt => {
                for &part in &order {
                    due.iter().for_each(|place| look(*place, part));
                }
            }
        }
        let asked = |account: &Account| -> Money {
            account.rows.iter().map(|row| row.asks.principal).sum()
        };
        let event = Event {
            on: before.now,
            amount,
            waited,
            prepaid: asked(before) - asked(after),
            takes,
        };
        if amount.is_positive() || !event.takes.is_empty() {
            self.events.push(event);
        }
        let moved: Vec<usize> = before
            .rows
            .iter()
            .zip(&after.rows)
            .enumerate()
            .filter(|(_, (old, new))| old.late_since < new.late_since)
            .map(|(place, _)| place)
            .collect();
        for place in moved {
            if let Some(old) = before.rows.get(place) {
                self.stretch(before, place, old, before.now);
            }
        }
        Ok(())
    }

    fn last_stretches(&mut self) {
        let account = self.account.clone();
        for (place, row) in account.rows.iter().enumerate() {
            if row.due <= account.now {
                self.stretch(&account, place, row, account.now);
            }
        }
    }

    fn stretch(&mut self, account: &Account, place: usize, row: &Row, to: NaiveDate) {
        let base = account.late_base(row);
        if base.is_positive() && to > row.on_time_until() && row.late_since < to {
            let bears = |parts: Parts| Parts {
                principal: parts.principal,
                interest: if account.compound {
                    parts.interest
                } else {
                    Money::ZERO
                },
                ..Parts::ZERO
            };
            self.stretches.push(Stretch {
                place,
                from: row.late_since,
                to,
                base,
                asked: bears(row.asks),
                paid: bears(row.paid),
            });
        }
    }

    /// What was paid of a part by all events.
    pub(super) fn paid(&self, part: Part) -> Money {
        self.events
            .iter()
            .flat_map(|event| &event.takes)
            .filter(|take| take.part == part)
            .map(|take| take.amount)
            .sum()
    }

    /// Principal paid ahead by all events.
    pub(super) fn prepaid(&self) -> Money {
        self.events.iter().map(|event| event.prepaid).sum()
    }
}
