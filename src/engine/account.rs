//! A debt's rows walked through time: what falls due, what was paid, what each row still asks for
//! (numbers.md A1–A3, P2–P4, P6–P8, C1, C2).
//!
//! Promises: events are taken in date order, on one day dues and acceleration before payments; what overdue money
//! bears stays exact per row and is rounded once in total; every sum paid is found again in a row, in prepaid
//! principal or in the waiting credit.
//! Leaves to others: building it from a contract (`schedule`) or a claim (`claims`), paying (`payments`).

use chrono::NaiveDate;

use crate::domain::calendar::{days_between, plus_days};
use crate::domain::contract::{AllocationScope, Contract, Method, NamedOrder, Order, Rounding};
use crate::domain::debt::{Debt, PauseWhat, Payment};
use crate::domain::exact::{TooLarge, product};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};

use super::EngineError;
use super::accrual::{Accrual, Late, Period, Stops};
use super::rows::{ContractRow, charged, contract_rows_rounded};

/// How a row's interest grows in its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Growth {
    /// At the contract rate on the row's opening balance.
    Balance,
    /// Evenly over the period's days: a flat fee or a typed amount, `whole` for the whole period, counted from a
    /// day on and added to what was there `before` (P2).
    Even {
        whole: Money,
        from: NaiveDate,
        before: Money,
    },
    /// Not at all: it is all there from the start.
    Fixed,
}

/// A row on its way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// The contract's number of it; 0 for a dated fee or a claim.
    pub(super) n: u32,
    pub(super) period: Period,
    /// When it falls due: its own date, or an earlier one after acceleration or pay-off.
    pub(super) due: NaiveDate,
    /// Days after it that are still on time.
    pub(super) grace: u32,
    pub(super) opening: Money,
    pub(super) growth: Growth,
    /// Interest on top of the opening balance's, over the accrual's denominator.
    pub(super) extra: i128,
    /// What it asks for. Its penalty is only what a claim brought along; what it bears here stands in `late`.
    pub(super) asks: Parts,
    /// What was paid of it, without what was paid of `late`.
    pub(super) paid: Parts,
    /// What was paid of `late`, into whichever part that counts.
    pub(super) late_paid: Money,
    /// What it bore overdue until `late_since`, over the accrual's late denominator.
    pub(super) late: i128,
    pub(super) late_since: NaiveDate,
}

impl Row {
    pub(super) fn of_contract(row: &ContractRow, method: Method, grace: u32) -> Row {
        let growth = match method {
            Method::FlatFee | Method::Custom => Growth::Even {
                whole: row.interest,
                from: row.period.start,
                before: Money::ZERO,
            },
            _ => Growth::Balance,
        };
        Row {
            n: row.n,
            period: row.period,
            due: row.period.due,
            grace,
            opening: row.opening,
            growth,
            extra: 0,
            asks: Parts {
                principal: row.principal,
                interest: row.interest,
                penalty: Money::ZERO,
                fees: row.fee,
            },
            paid: Parts::ZERO,
            late_paid: Money::ZERO,
            late: 0,
            late_since: row.period.due,
        }
    }

    /// A sum that falls due on a day and bears no interest before.
    pub(super) fn dated(on: NaiveDate, asks: Parts, grace: u32) -> Row {
        Row {
            n: 0,
            period: Period {
                start: on,
                due: on,
                units: 0,
            },
            due: on,
            grace,
            opening: Money::ZERO,
            growth: Growth::Fixed,
            extra: 0,
            asks,
            paid: Parts::ZERO,
            late_paid: Money::ZERO,
            late: 0,
            late_since: on,
        }
    }

    /// The last day on which it is on time (C2).
    pub(super) fn on_time_until(&self) -> NaiveDate {
        last_day_on_time(self.due, self.grace)
    }

    /// What is open without what it bore overdue.
    pub(super) fn open(&self) -> Parts {
        self.asks - self.paid
    }

    /// The same of one part.
    pub(super) fn open_of(&self, part: Part) -> Money {
        self.asks.get(part) - self.paid.get(part)
    }
}

/// A debt's rows, walked up to a day.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) accrual: Accrual,
    pub(super) method: Method,
    /// Principal of the whole contract.
    pub(super) original: Money,
    /// Whether overdue interest bears too.
    pub(super) compound: bool,
    pub(super) order: Order,
    pub(super) scope: Option<AllocationScope>,
    pub(super) card: bool,
    pub(super) ageing: Stops,
    /// The missed due date of a debt without rows to count from.
    pub(super) oldest_unpaid: Option<NaiveDate>,
    /// Grace of the debt.
    pub(super) grace: u32,
    /// In order of due date.
    pub(super) rows: Vec<Row>,
    /// Room for what rows bore, used anew at each payment.
    pub(super) late: Vec<Money>,
    /// The rows that are over.
    pub(super) over: Over,
    pub(super) waiting: Money,
    /// All events up to this day are in.
    pub(super) now: NaiveDate,
    /// Nothing is owed before.
    pub(super) begins: NaiveDate,
    pub(super) accelerate_on: Option<NaiveDate>,
    pub(super) accelerated: bool,
    pub(super) closed: bool,
}

impl Account {
    /// The contract and its payments, walked to a day (D6).
    pub(super) fn of_contract(
        debt: &Debt,
        contract: &Contract,
        as_of: NaiveDate,
    ) -> Result<Account, EngineError> {
        let mut account = Account::unpaid(debt, contract, Rounding::HalfUp)?;
        account.walk(&debt.payments, as_of)?;
        Ok(account)
    }

    /// The contract and its dated fees before any event. The debt holds the same contract.
    pub(super) fn unpaid(
        debt: &Debt,
        contract: &Contract,
        rounding: Rounding,
    ) -> Result<Account, EngineError> {
        let late = contract.penalty.map_or(Late::Nothing, Late::Penalty);
        let mut account = Account::empty(debt, late);
        account.accrual = account.accrual.rounded(rounding);
        let rows = contract_rows_rounded(contract, rounding)?;
        account.begins = rows.first().map_or(NaiveDate::MAX, |row| row.period.start);
        account.add_rows(&rows, contract.method, debt)?;
        Ok(account)
    }

    pub(super) fn empty(debt: &Debt, late: Late) -> Account {
        let contract = debt.contract.as_ref();
        let default_order = if debt.is_card() {
            NamedOrder::CardArt57
        } else {
            NamedOrder::CivilCode
        };
        Account {
            accrual: Accrual::of_debt(debt, late),
            method: contract.map_or(Method::Bullet, |contract| contract.method),
            original: contract.map_or(Money::ZERO, |contract| contract.principal),
            compound: contract.is_some_and(|contract| contract.compound),
            order: contract
                .and_then(|contract| contract.allocation.clone())
                .unwrap_or(Order::Named(default_order)),
            scope: contract.and_then(|contract| contract.allocation_scope),
            card: debt.is_card(),
            ageing: Stops::of(&debt.pauses, PauseWhat::Ageing),
            oldest_unpaid: None,
            grace: debt.grace(),
            rows: Vec::new(),
            late: Vec::new(),
            over: Over::default(),
            waiting: Money::ZERO,
            now: NaiveDate::MIN,
            begins: NaiveDate::MIN,
            accelerate_on: debt.accelerated,
            accelerated: false,
            closed: false,
        }
    }

    /// Adds contract rows and the debt's dated fees that fall after `now` (S3): a fee on a due date belongs to
    /// the last row of that date, another makes a row of its own.
    pub(super) fn add_rows(
        &mut self,
        rows: &[ContractRow],
        method: Method,
        debt: &Debt,
    ) -> Result<(), EngineError> {
        for row in rows {
            let mut row = Row::of_contract(row, method, self.grace);
            row.asks.interest = self.grown(&row, row.due)?;
            self.rows.push(row);
        }
        let now = self.now;
        for fee in debt.fees.iter().filter(|fee| fee.on > now) {
            let same_day = self.rows.iter_mut().rev().find(|row| row.due == fee.on);
            match same_day {
                Some(row) => row.asks.fees += fee.amount,
                None => {
                    let asks = Parts {
                        fees: fee.amount,
                        ..Parts::ZERO
                    };
                    self.rows.push(Row::dated(fee.on, asks, self.grace));
                }
            }
        }
        self.rows.sort_by_key(|row| row.due); // stable: rows of one date keep their order
        Ok(())
    }

    /// Takes payments after `now` up to a day in date order, those of one day as typed, then stands on that day.
    pub(super) fn walk(&mut self, payments: &[Payment], to: NaiveDate) -> Result<(), EngineError> {
        let now = self.now;
        let mut known: Vec<&Payment> = payments
            .iter()
            .filter(|payment| now < payment.on && payment.on <= to)
            .collect();
        known.sort_by_key(|payment| payment.on);
        self.take_all(known, to)
    }

    /// Takes payments that come after `now`, not after a day, and in the order of their dates; then stands on that day.
    pub(super) fn take_all<'a>(
        &mut self,
        payments: impl IntoIterator<Item = &'a Payment>,
        to: NaiveDate,
    ) -> Result<(), EngineError> {
        for payment in payments {
            self.advance(payment.on)?;
            self.pay(payment.amount, payment.kind)?;
        }
        self.advance(to)
    }

    /// Moves to a day: rows fall due and take waiting credit, and the debt is accelerated if its day is reached.
    pub(super) fn advance(&mut self, to: NaiveDate) -> Result<(), EngineError> {
        if let Some(on) = self.accelerate_on
            && self.now < on
            && on <= to
            && !self.closed
        {
            self.fall_due(on)?;
            self.call_in(on)?;
            self.accelerated = true;
            self.spend_waiting()?;
        }
        self.fall_due(to)
    }

    fn fall_due(&mut self, to: NaiveDate) -> Result<(), EngineError> {
        while self.waiting.is_positive() {
            let now = self.now;
            let next = self
                .rows
                .iter()
                .find(|row| row.due > now && row.due <= to && row.open().total().is_positive())
                .map(|row| row.due);
            let Some(due) = next else { break };
            self.now = due;
            self.spend_waiting()?;
        }
        self.now = self.now.max(to);
        Ok(())
    }

    fn spend_waiting(&mut self) -> Result<(), EngineError> {
        let waiting = std::mem::take(&mut self.waiting);
        let left = self.apply(waiting)?;
        self.waiting += left;
        Ok(())
    }

    /// Every later row falls due on a day with interest to that day, no later interest or fees, and no grace of
    /// its own (P6, P8).
    pub(super) fn call_in(&mut self, on: NaiveDate) -> Result<(), EngineError> {
        self.now = on;
        let mut called = std::mem::take(&mut self.rows);
        for row in called.iter_mut().filter(|row| row.due > on) {
            row.asks.interest = self.grown(row, on)?;
            row.asks.fees = Money::ZERO;
            row.growth = Growth::Fixed;
            row.due = on;
            row.grace = 0;
            row.late_since = on;
        }
        self.rows = called;
        Ok(())
    }

    /// A row's interest from its start to a day, pauses left out; all of it at its due date (P2, P7).
    pub(super) fn grown(&self, row: &Row, to: NaiveDate) -> Result<Money, EngineError> {
        match row.growth {
            Growth::Fixed => Ok(row.asks.interest),
            Growth::Balance if to <= row.period.start => Ok(Money::ZERO),
            Growth::Balance => {
                let factor = self.accrual.stopped_factor(&row.period, to)?;
                let grown = charged(&self.accrual, row.opening, factor, row.extra)?;
                Ok(grown.max(Money::ZERO))
            }
            Growth::Even {
                whole,
                from,
                before,
            } => {
                let end = to.min(row.period.due);
                let days = days_between(row.period.start, row.period.due);
                let stopped = self.accrual.stops().days(from, end);
                let passed = days_between(from, end).saturating_sub(stopped).max(0);
                if days <= 0 {
                    let all = before + whole;
                    return Ok(if to >= row.period.due {
                        all
                    } else {
                        Money::ZERO
                    });
                }
                let product = whole
                    .minor()
                    .checked_mul(i128::from(passed))
                    .ok_or(TooLarge)?;
                Ok(before + self.accrual.settle(product, i128::from(days)))
            }
        }
    }

    /// Everything owed on `now`, due and not yet due, before the waiting credit (P2).
    pub(super) fn parts(&self) -> Result<Parts, EngineError> {
        let mut parts = Parts::ZERO;
        if self.now < self.begins {
            return Ok(parts);
        }
        let late = self.late_open()?;
        for (row, late) in self.rows.iter().zip(late).skip(self.over.rows) {
            let open = row.open();
            parts.principal += open.principal;
            if row.due <= self.now {
                parts.interest += open.interest;
                parts.fees += open.fees;
                parts.penalty += open.penalty;
                *parts.get_mut(self.late_part()) += late;
            } else {
                parts.interest += self.grown(row, self.now)?.min(row.asks.interest);
            }
        }
        Ok(parts)
    }

    /// What is owed on `now` after the waiting credit, which is taken off in the order of allocation (A3).
    pub(super) fn owed(&self) -> Result<Parts, EngineError> {
        let mut parts = self.parts()?;
        parts.take(self.waiting, &self.order_today()?);
        Ok(parts)
    }

    /// The part in which overdue money's growth counts.
    pub(super) fn late_part(&self) -> Part {
        match self.accrual.late() {
            Late::Nothing | Late::Penalty(_) => Part::Penalty,
            Late::ContractRate | Late::Card(_) => Part::Interest,
        }
    }

    /// What a row bore overdue until a day, exact: nothing while it is on time, else from its due date (C2, P4). Most
    /// rows were last settled on one day, and share the factor since.
    pub(super) fn late_of(
        &self,
        row: &Row,
        on: NaiveDate,
        shared: &mut Factor,
    ) -> Result<i128, EngineError> {
        if on <= row.on_time_until() {
            return Ok(0);
        }
        if row.late_since >= on {
            return Ok(row.late);
        }
        let base = self.late_base(row);
        if base.is_zero() {
            return Ok(row.late);
        }
        let factor = shared.since(row.late_since, || {
            self.accrual.late_factor(row.late_since, on)
        })?;
        let more = product(base.minor(), factor)?;
        Ok(row.late.checked_add(more).ok_or(TooLarge)?)
    }

    pub(super) fn late_base(&self, row: &Row) -> Money {
        let principal = row.open_of(Part::Principal);
        if self.compound {
            principal + row.open_of(Part::Interest)
        } else {
            principal
        }
    }

    /// What each row bore overdue and is still open on `now`. The sum is rounded once, what was paid is taken off
    /// after, and the rows' amounts add up to it (P4).
    pub(super) fn late_open(&self) -> Result<Vec<Money>, EngineError> {
        let mut open = Vec::new();
        self.late_open_into(&mut open)?;
        Ok(open)
    }

    /// The same into a list that is there already: one is filled anew at each payment.
    pub(super) fn late_open_into(&self, open: &mut Vec<Money>) -> Result<(), EngineError> {
        open.clear();
        open.resize(self.over.rows, Money::ZERO);
        if self.accrual.rounding() == Rounding::HalfUpRows {
            self.late_open_by_row(open)?;
        } else {
            self.late_open_in_all(open)?;
        }
        open.resize(self.rows.len(), Money::ZERO); // what is not yet due bears nothing
        Ok(())
    }

    fn late_open_in_all(&self, open: &mut Vec<Money>) -> Result<(), EngineError> {
        let denominator = self.accrual.late_denominator();
        let mut shared = Factor::default();
        let (mut exact, mut paid) = (self.over.exact, self.over.paid);
        let mut sum = self.accrual.settle(exact, denominator) - paid;
        for row in self.due_and_open() {
            let late = self.late_of(row, self.now, &mut shared)?;
            if late != 0 || !row.late_paid.is_zero() {
                exact = exact.checked_add(late).ok_or(TooLarge)?;
                paid += row.late_paid;
                sum = self.accrual.settle(exact, denominator) - paid;
            }
            open.push(sum);
        }
        let total = sum.max(Money::ZERO);
        let mut before = Money::ZERO;
        for sum in open.iter_mut().skip(self.over.rows) {
            let so_far = (*sum).max(before).min(total);
            *sum = so_far - before;
            before = so_far;
        }
        Ok(())
    }

    /// The same, each row rounded by itself: how some lenders do it.
    fn late_open_by_row(&self, open: &mut Vec<Money>) -> Result<(), EngineError> {
        let denominator = self.accrual.late_denominator();
        let mut shared = Factor::default();
        for row in self.due_and_open() {
            let bore = self.late_of(row, self.now, &mut shared)?;
            open.push(self.accrual.settle(bore, denominator).less(row.late_paid));
        }
        Ok(())
    }

    /// Rows due by `now` that are not over.
    fn due_and_open(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .skip(self.over.rows)
            .take_while(|row| row.due <= self.now)
    }

    /// Counts rows that are paid for good as over: nothing of them is open, so that they bear no more, and what they
    /// bore so far is paid however the sum is rounded. What comes later never has to look at them again.
    pub(super) fn count_over(&mut self) {
        let denominator = self.accrual.late_denominator();
        let by_row = self.accrual.rounding() == Rounding::HalfUpRows;
        while let Some(row) = self.rows.get(self.over.rows)
            && row.due <= self.now
            && row.open().is_zero()
        {
            let (exact, paid) = if by_row {
                (row.late, row.late_paid)
            } else {
                let Some(exact) = self.over.exact.checked_add(row.late) else {
                    return;
                };
                (exact, self.over.paid + row.late_paid)
            };
            if self.accrual.settle(exact, denominator) > paid {
                return;
            }
            self.over = Over {
                rows: self.over.rows.saturating_add(1),
                exact,
                paid,
            };
        }
    }

    /// Rows due by `now`, each with all that is open of it, penalty included.
    pub(super) fn due_rows(&self) -> Result<Vec<(Row, Parts)>, EngineError> {
        let late = self.late_open()?;
        Ok(self
            .rows
            .iter()
            .zip(late)
            .filter(|(row, _)| row.due <= self.now)
            .map(|(row, late)| {
                let mut open = row.open();
                *open.get_mut(self.late_part()) += late;
                (*row, open)
            })
            .collect())
    }

    /// Days a row would be overdue on a day if it is still open (C1, C2).
    pub(super) fn days_of(&self, row: &Row, on: NaiveDate) -> u32 {
        days_late(row.due, row.grace, &self.ageing, on)
    }

    /// Days overdue on `now`: the largest count of the open rows (C1, P6).
    pub(super) fn days_overdue(&self) -> Result<u32, EngineError> {
        if let Some(oldest) = self.oldest_unpaid {
            return Ok(days_late(oldest, self.grace, &self.ageing, self.now));
        }
        let late = self.late_open()?;
        let rows = self.rows.iter().zip(late);
        Ok(rows
            .take_while(|(row, _)| row.due <= self.now)
            .filter(|(row, late)| !row.open().is_zero() || !late.is_zero())
            .map(|(row, _)| self.days_of(row, self.now))
            .max()
            .unwrap_or(0))
    }

    /// Whether it is more days overdue than `days`. Mostly the oldest rows tell, without what each of them bore.
    pub(super) fn overdue_beyond(&self, days: u32) -> Result<bool, EngineError> {
        let mut beyond = self
            .due_and_open()
            .take_while(|row| days_between(row.due, self.now) > i64::from(days))
            .filter(|row| self.days_of(row, self.now) > days)
            .peekable();
        if self.oldest_unpaid.is_none() {
            if beyond.peek().is_none() {
                return Ok(false);
            }
            if beyond.any(|row| !row.open().is_zero()) {
                return Ok(true);
            }
        }
        Ok(self.days_overdue()? > days)
    }
}

/// The first rows of an account, paid for good.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Over {
    /// How many.
    pub(super) rows: usize,
    /// What they bore together.
    pub(super) exact: i128,
    /// What was paid of that.
    pub(super) paid: Money,
}

/// The factor of a span that ends today, kept for the next row that asks for the same.
#[derive(Default)]
pub(super) struct Factor(Option<(NaiveDate, i128)>);

impl Factor {
    fn since(
        &mut self,
        from: NaiveDate,
        worked: impl FnOnce() -> Result<i128, TooLarge>,
    ) -> Result<i128, TooLarge> {
        match self.0 {
            Some((known, factor)) if known == from => Ok(factor),
            _ => {
                let factor = worked()?;
                self.0 = Some((from, factor));
                Ok(factor)
            }
        }
    }
}

/// Days overdue of a due date: nothing up to its grace, then from the date itself, less paused days (C1, C2).
pub(super) fn days_late(due: NaiveDate, grace: u32, ageing: &Stops, on: NaiveDate) -> u32 {
    if on <= last_day_on_time(due, grace) {
        return 0;
    }
    let days = days_between(due, on).saturating_sub(ageing.days(due, on));
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

/// The last day on which a due date is on time (C2).
pub(super) fn last_day_on_time(due: NaiveDate, grace: u32) -> NaiveDate {
    if grace == 0 {
        return due;
    }
    plus_days(due, i64::from(grace))
}
