//! How what is owed comes about: what was there at first, what was paid of it, what it bore (numbers.md P1–P8,
//! A1–A3).

use chrono::NaiveDate;

use super::build::{line, money, number, result_of};
use super::pieces::Rates;
use super::trace::{Stretch, Trace};
use crate::domain::calendar::days_between;
use crate::domain::contract::Rounding as LenderRounding;
use crate::domain::debt::{Claim, Debt};
use crate::domain::exact::{Exact, TooLarge};
use crate::domain::money::Money;
use crate::domain::parts::Part;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Rate;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;
use crate::engine::account::{Account, Growth, Row};
use crate::engine::rows::charged;

/// Where the figures of a contract's rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowsFrom {
    /// In the contract's schedule.
    Schedule,
    /// In the schedule, as a way of counting a claim lays it out too.
    Tried,
    /// In workings before these: a way of counting lays them out otherwise.
    Above,
}

/// One reading of a debt: by its contract, or by a claim.
pub(super) struct Reading<'a> {
    pub(super) debt: &'a Debt,
    /// The claim it rests on; `None` for the contract.
    pub(super) claim: Option<&'a Claim>,
    pub(super) trace: Trace,
    pub(super) written: Vec<Rate>,
    /// What the ids of its workings begin with.
    pub(super) prefix: String,
    /// What its parts, and their total, are called.
    pub(super) names: (Quantity, Quantity),
    /// Where its rows stand.
    pub(super) rows: RowsFrom,
}

impl Reading<'_> {
    pub(super) fn rates(&self) -> Rates<'_> {
        let accrual = &self.trace.account.accrual;
        match self.rows {
            RowsFrom::Schedule => Rates::of(accrual, &self.written),
            RowsFrom::Tried | RowsFrom::Above => Rates::tried(accrual, &self.written),
        }
    }

    /// How amounts are cut off.
    pub(super) fn cut(&self) -> Rounding {
        match self.account().accrual.rounding() {
            LenderRounding::HalfUp | LenderRounding::HalfUpRows => Rounding::HalfUp,
            LenderRounding::Cut => Rounding::Down,
        }
    }

    pub(super) fn account(&self) -> &Account {
        &self.trace.account
    }

    /// Every step to what is owed, the total last.
    pub(super) fn owed(&self) -> Result<Vec<Working>, EngineError> {
        let mut all = self.paid()?;
        let owed = self.account().owed()?;
        let before = self.account().parts()?;
        all.extend(self.waiting(&all));
        let mut parts = Vec::new();
        for &part in Part::ALL {
            let taken = before.get(part) - owed.get(part);
            parts.push(self.part(part, owed.get(part), taken, &all)?);
        }
        let total = Working::amount(
            self.id("owed.total"),
            self.names.1,
            Formula::sum(parts.iter().map(result_of)),
            owed.total(),
            &["P1"],
        );
        all.extend(parts);
        all.push(total);
        Ok(all)
    }

    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What is owed of one part.
    fn part(
        &self,
        part: Part,
        owed: Money,
        waiting: Money,
        steps: &[Working],
    ) -> Result<Working, EngineError> {
        let (mut formula, lines, rounding) = match part {
            Part::Principal => (self.at_first(part), Vec::new(), Rounding::Exact),
            Part::Fees => (Formula::Lines, self.fee_lines(), Rounding::Exact),
            Part::Interest => {
                let mut lines = self.interest_lines()?;
                let late = self.late_lines(part, self.account().now)?;
                let rounding = if late.is_empty() {
                    Rounding::Exact
                } else {
                    self.cut()
                };
                lines.extend(late);
                (Formula::Lines, lines, rounding)
            }
            Part::Penalty => {
                let lines = self.late_lines(part, self.account().now)?;
                let claimed = self.trace.first.penalty;
                let formula = match (claimed.is_zero(), lines.is_empty()) {
                    (true, _) => Formula::Lines,
                    (false, true) => self.at_first(part),
                    (false, false) => self.at_first(part).plus(Formula::Lines),
                };
                (formula, lines, self.cut())
            }
        };
        if matches!(part, Part::Principal | Part::Penalty) || self.late_paid(part) {
            if part == Part::Principal
                && let Some(prepaid) = find(steps, &self.id("prepaid"))
            {
                formula = formula.less(result_of(prepaid));
            }
            if let Some(paid) = find(steps, &self.id(&format!("paid.{part}"))) {
                formula = formula.less(result_of(paid));
            }
        }
        if !waiting.is_zero() {
            formula = formula.less(money(
                Quantity::WaitingTaken,
                About::part(part),
                waiting,
                Origin::Working(self.id("waiting")),
            ));
        }
        if lines.is_empty() && formula == Formula::Lines {
            formula = Formula::Number(0);
        }
        let rules: &'static [&'static str] = match part {
            Part::Principal => &["P2", "A3"],
            Part::Interest => &["P2", "P3"],
            Part::Penalty => &["P4"],
            Part::Fees => &["P2", "S3"],
        };
        Ok(Working::amount(
            self.id(&format!("owed.{part}")),
            self.names.0,
            formula,
            owed,
            rules,
        )
        .about(About::part(part))
        .rounded(rounding)
        .adding(lines))
    }

    /// What a part is before anything is paid: of the contract what was lent, of a claim what is claimed.
    fn at_first(&self, part: Part) -> Formula {
        let amount = self.trace.first.get(part);
        match self.claim {
            Some(claim) => money(
                Quantity::Claimed,
                About::part(part),
                amount,
                Origin::Claim(claim.on),
            ),
            None => money(
                Quantity::Lent,
                About::default(),
                amount,
                Origin::Ledger("debt.contract.principal"),
            ),
        }
    }

    fn late_paid(&self, part: Part) -> bool {
        part == Part::Interest && self.account().late_part() == Part::Interest
    }

    /// Open interest: of rows fallen due, and of the running period.
    fn interest_lines(&self) -> Result<Vec<Line>, EngineError> {
        let account = self.account();
        let mut lines = Vec::new();
        for row in &account.rows {
            if row.due <= account.now {
                let lines_too = self.late_paid(Part::Interest);
                let open = if lines_too {
                    row.asks.interest
                } else {
                    row.open().interest
                };
                if !open.is_zero() {
                    lines.push(self.due_interest(row, lines_too)?);
                }
            } else {
                let grown = account.grown(row, account.now)?.min(row.asks.interest);
                if !grown.is_zero() {
                    let (formula, rounding) = self.grown(row, account.now, grown)?;
                    lines.push(
                        line(self.span(row, account.now), formula, grown)
                            .rounded(rounding)
                            .called(Quantity::RunningInterest),
                    );
                }
            }
        }
        Ok(lines)
    }

    /// Interest of a row fallen due, less what was paid of it unless that is taken off at the end.
    fn due_interest(&self, row: &Row, gross: bool) -> Result<Line, EngineError> {
        let about = self.span(row, row.due);
        let asked = row.asks.interest;
        let (formula, rounding) = self.grown(row, row.due, asked)?;
        let paid = row.paid.interest;
        if gross || paid.is_zero() {
            return Ok(line(about, formula, asked)
                .rounded(rounding)
                .called(self.interest_name(row)));
        }
        // The row's interest is rounded before what was paid is taken off: a sum of amounts keeps that.
        Ok(line(
            about,
            formula.less(money(
                Quantity::PaidOfRow,
                About::row(row.n, row.due).in_part(Part::Interest),
                paid,
                Origin::Working(self.id("paid.interest")),
            )),
            asked - paid,
        )
        .rounded(rounding)
        .called(self.interest_name(row)))
    }

    /// The day a row's interest is counted from: what came before a claim is in it, unless it says only what is
    /// overdue.
    fn counted_from(&self, row: &Row) -> NaiveDate {
        match self.claim {
            Some(claim) if row.period.start < claim.on && !claim.only_overdue() => claim.on,
            _ => row.period.start,
        }
    }

    /// The days a row's interest is counted over; of a claim or a fee, its day.
    pub(super) fn span(&self, row: &Row, until: NaiveDate) -> About {
        let from = self.counted_from(row);
        if row.n == 0 || until <= from {
            return About::row(row.n, row.due);
        }
        About {
            until: Some(until),
            ..About::row(row.n, from)
        }
    }

    fn interest_name(&self, row: &Row) -> Quantity {
        if row.n == 0 && self.claim.is_some() {
            Quantity::Claimed
        } else {
            Quantity::RowInterest
        }
    }

    /// A row's interest up to a day, as a formula that gives `amount`.
    pub(super) fn grown(
        &self,
        row: &Row,
        until: NaiveDate,
        amount: Money,
    ) -> Result<(Formula, Rounding), EngineError> {
        let account = self.account();
        if let Growth::Even {
            whole,
            from,
            before,
        } = row.growth
        {
            return Ok((self.even(row, (whole, from, before), until), self.cut()));
        }
        let from = self.counted_from(row);
        let factor = account.accrual.stopped_factor(&row.period, until)?;
        let on_balance = charged(&account.accrual, row.opening, factor, row.extra)?;
        let prepaid = row.extra > 0; // what was paid ahead bore interest of its own: not a plain product
        if row.n == 0 || row.opening.is_zero() || prepaid || on_balance != amount {
            return Ok((self.as_asked(row, amount), Rounding::Exact));
        }
        let balance = money(
            Quantity::Balance,
            About::row(row.n, row.due),
            row.opening,
            self.balance_origin(row),
        );
        let share = self.rates().contract(&row.period, from, until);
        Ok((times(balance, share), self.cut()))
    }

    /// A row's interest as the schedule or the claim has it.
    fn as_asked(&self, row: &Row, amount: Money) -> Formula {
        let name = self.interest_name(row);
        money(
            name,
            About::part(Part::Interest),
            amount,
            self.row_origin(row),
        )
    }

    /// Evenly over the period's days: a flat fee or a typed amount.
    fn even(&self, row: &Row, growth: (Money, NaiveDate, Money), until: NaiveDate) -> Formula {
        let (whole, from, before) = growth;
        let end = until.min(row.period.due);
        let stopped = self.account().accrual.stops().days(from, end);
        let passed = days_between(from, end).saturating_sub(stopped).max(0);
        let days = days_between(row.period.start, row.period.due);
        let whole = money(
            Quantity::RowInterest,
            About::row(row.n, row.due),
            whole,
            self.row_origin(row),
        );
        if days <= 0 || (passed == days && before.is_zero()) {
            return whole;
        }
        let grown = whole
            .times(number(
                Quantity::Days,
                i128::from(passed),
                Origin::Rule("P2"),
            ))
            .over(number(
                Quantity::PeriodDays,
                i128::from(days),
                Origin::Rule("P2"),
            ));
        if before.is_zero() {
            return grown;
        }
        let so_far = money(
            Quantity::RunningInterest,
            About::on(from),
            before,
            Origin::Rule("A3"),
        );
        so_far.plus(grown)
    }

    /// Where a row's interest stands.
    fn row_origin(&self, row: &Row) -> Origin {
        self.part_origin(row.n, Part::Interest)
    }

    /// Where the balance stands that bears a row's interest.
    fn balance_origin(&self, row: &Row) -> Origin {
        match (self.rows, row.n) {
            (RowsFrom::Above, 1) => Origin::Ledger("debt.contract.principal"),
            (RowsFrom::Above, n) if n > 1 => {
                let before = n.saturating_sub(1);
                Origin::Working(self.id(&format!("row-{before}.closing")))
            }
            _ => self.row_origin(row),
        }
    }

    /// Where what a row asks for in a part stands.
    pub(super) fn part_origin(&self, n: u32, part: Part) -> Origin {
        match (n, self.claim, self.rows) {
            (0, Some(claim), _) => Origin::Claim(claim.on),
            (0, None, _) => Origin::Ledger("debt.fee"),
            (n, _, RowsFrom::Above) => match part {
                Part::Principal | Part::Interest => {
                    Origin::Working(self.id(&format!("row-{n}.{part}")))
                }
                Part::Penalty | Part::Fees => Origin::Ledger("debt.contract.fee-per-instalment"),
            },
            (n, _, RowsFrom::Schedule | RowsFrom::Tried) => Origin::Schedule(n),
        }
    }

    fn is_called_in(&self, n: u32) -> bool {
        let rows = &self.account().rows;
        rows.iter()
            .any(|row| row.n == n && row.due < row.period.due)
    }

    fn fee_lines(&self) -> Vec<Line> {
        let account = self.account();
        let due = account.rows.iter().filter(|row| row.due <= account.now);
        due.filter(|row| !row.open().fees.is_zero())
            .map(|row| {
                let about = About::row(row.n, row.due);
                let asked = money(
                    Quantity::RowFee,
                    about.clone(),
                    row.asks.fees,
                    self.part_origin(row.n, Part::Fees),
                );
                let formula = if row.paid.fees.is_zero() {
                    asked
                } else {
                    asked.less(money(
                        Quantity::PaidOfRow,
                        about.clone().in_part(Part::Fees),
                        row.paid.fees,
                        Origin::Working(self.id("paid.fees")),
                    ))
                };
                line(about, formula, row.open().fees)
            })
            .collect()
    }

    /// What overdue rows bore up to a day, stretch by stretch, where it counts as `part`; nothing is rounded.
    pub(super) fn late_lines(
        &self,
        part: Part,
        until: NaiveDate,
    ) -> Result<Vec<Line>, EngineError> {
        if self.account().late_part() != part {
            return Ok(Vec::new());
        }
        if self.account().accrual.rounding() == LenderRounding::HalfUpRows {
            return self.late_lines_by_row(until);
        }
        let stretches = self.trace.stretches.iter();
        stretches
            .filter(|stretch| stretch.to <= until)
            .map(|stretch| self.late_line(stretch))
            .filter(
                |line| !matches!(line, Ok(line) if line.result == Value::Unrounded(Exact::ZERO)),
            )
            .collect()
    }

    /// The same with a line a row, rounded by itself: how some lenders do it.
    fn late_lines_by_row(&self, until: NaiveDate) -> Result<Vec<Line>, EngineError> {
        let accrual = &self.account().accrual;
        let mut lines = Vec::new();
        for place in 0..self.account().rows.len() {
            let mut formulas = Vec::new();
            let mut about = None;
            let mut exact = Exact::ZERO;
            let stretches = self.trace.stretches.iter();
            for stretch in stretches.filter(|one| one.place == place && one.to <= until) {
                let line = self.late_line(stretch)?;
                if let Value::Unrounded(amount) = line.result {
                    exact = exact.plus(amount)?;
                }
                about.get_or_insert(line.about);
                formulas.push(line.formula);
            }
            let Some(about) = about.filter(|_| exact != Exact::ZERO) else {
                continue;
            };
            let about = About {
                until: Some(until),
                ..about
            };
            let amount = accrual.settle(exact.numerator(), exact.denominator());
            lines.push(line(about, Formula::sum(formulas), amount).rounded(self.cut()));
        }
        Ok(lines)
    }

    /// The same of some rows alone, whatever it counts as.
    pub(super) fn late_lines_of(&self, places: &[usize]) -> Result<Vec<Line>, EngineError> {
        let stretches = self.trace.stretches.iter();
        stretches
            .filter(|stretch| places.contains(&stretch.place))
            .map(|stretch| {
                let mut line = self.late_line(stretch)?;
                line.about.part = Some(self.account().late_part());
                Ok(line)
            })
            .collect()
    }

    fn late_line(&self, stretch: &Stretch) -> Result<Line, EngineError> {
        let accrual = &self.account().accrual;
        let factor = accrual.late_factor(stretch.from, stretch.to)?;
        let exact = stretch.base.minor().checked_mul(factor).ok_or(TooLarge)?;
        let row = self.account().rows.get(stretch.place);
        let (n, due) = row.map_or((0, stretch.from), |row| (row.n, row.due));
        let base = self.bearing(stretch, n, due);
        let share = self.rates().late(stretch.from, stretch.to);
        Ok(Line {
            name: None,
            about: About {
                until: Some(stretch.to),
                ..About::row(n, stretch.from)
            },
            formula: times(base, share),
            result: Value::Unrounded(Exact::new(exact, accrual.late_denominator())?),
            rounding: Rounding::Shown,
        })
    }
}

impl Reading<'_> {
    /// What an overdue row bears on: its principal, with compounding its interest too, less what was paid of both.
    fn bearing(&self, stretch: &Stretch, n: u32, due: NaiveDate) -> Formula {
        let mut base: Option<Formula> = None;
        for (part, asked) in [
            (Part::Principal, Quantity::RowPrincipal),
            (Part::Interest, Quantity::RowInterest),
        ] {
            let about = || About::row(n, due).in_part(part);
            let (amount, paid) = (stretch.asked.get(part), stretch.paid.get(part));
            if amount == paid {
                continue; // nothing of it bears
            }
            let name = if n == 0 { Quantity::Claimed } else { asked };
            // A row called in early asks for interest to that day only, which no schedule shows.
            let origin = if part == Part::Interest && self.is_called_in(n) {
                Origin::Rule("P6")
            } else {
                self.part_origin(n, part)
            };
            let leaf = money(name, about(), amount, origin);
            let mut sum = match base {
                Some(sum) => sum.plus(leaf),
                None => leaf,
            };
            if !paid.is_zero() {
                let from = Origin::Working(self.id(&format!("paid.{part}")));
                sum = sum.less(money(Quantity::PaidOfRow, about(), paid, from));
            }
            base = Some(sum);
        }
        base.unwrap_or(Formula::Number(0))
    }
}

/// A balance times a share of it; a sum of shares keeps its brackets.
pub(super) fn times(balance: Formula, share: Formula) -> Formula {
    match share {
        // One stretch reads best as one product: 12000 × 18% × 30 ÷ 360.
        Formula::Over(top, bottom) => balance.times(*top).over(*bottom),
        other => balance.times(other),
    }
}

/// A working by its id.
pub(super) fn find<'a>(all: &'a [Working], id: &str) -> Option<&'a Working> {
    all.iter().find(|working| working.id == id)
}
