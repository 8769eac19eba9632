//! How the figures of an audit come about: the contract as recorded, the nearest way of counting, the line of law,
//! and what grew between two claims.
//!
//! Promises: both accounts are the engine's own, walked again in small steps; every part is told as claim less
//! computed, so that what stays unexplained can be redone to the cent.
//! Leaves to others: the instrument beside the line (`report`).

use chrono::NaiveDate;

use super::arrears::overdue_parts;
use super::build::{line, money, percent, result_of};
use super::laid::Rows;
use super::owed::{Reading, RowsFrom, find};
use super::pieces::{Rates, by_year, part, written};
use super::status::{amount_of, by_contract};
use super::trace::Trace;
use crate::domain::contract::{Contract, Method, Rounding as LenderRounding};
use crate::domain::debt::{Claim, Debt, PaymentKind};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::quantity::Quantity;
use crate::domain::rate::Percent;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Group, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;
use crate::engine::accrual::Accrual;
use crate::engine::arrears::past_grace;
use crate::engine::audit::growth::pairs;
use crate::engine::audit::screen::share;
use crate::engine::audit::search::{laid_out, opened};
use crate::engine::audit::{Audit, Compared, Convention, Growth, LineScreen};
use crate::engine::rows::{Laid, Layout, contract_rows_rounded, periods};

/// Group: the contract as it is recorded, and what the claim differs from it by.
pub const RECORDED: &str = "recorded";
/// Group: the nearest way of counting, and what it leaves unexplained.
pub const NEAREST: &str = "nearest";
/// Group: everything charged against a yearly line of law.
pub const LINE: &str = "line";
/// Ids of the workings that rest on the line of law.
pub const BY_LINE: [&str; 2] = ["line.most", "line.excess"];

/// The workings of an audit; `line` is the yearly line it was screened against.
///
/// # Errors
/// As [`audit`](crate::engine::audit::audit).
pub fn of_audit(
    debt: &Debt,
    audit: &Audit,
    line: Option<Percent>,
) -> Result<Vec<Group>, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let recorded = by_contract(debt, audit.on, "", true)?.ok_or(EngineError::NoContract)?;
    let against = Against {
        on: audit.on,
        claimed: audit.claimed,
        by_part: audit.by_part,
        compared: audit.compared,
    };
    let mut workings = against.of(&recorded)?;
    let names = (Quantity::Difference, Quantity::DifferenceTotal);
    let differences = against.less(&workings, "contract.", "difference", names);
    workings.extend(differences);
    workings.extend(up_front(contract, audit.up_front));
    let nearest = audit.best.first();
    let mut groups = Vec::new();
    let apart = nearest.filter(|nearest| nearest.convention != audit.recorded);
    if apart.is_none() {
        workings.extend(residual(&workings, "difference", audit));
    }
    groups.push(group(RECORDED, workings));
    if let Some(nearest) = apart {
        let mut workings = by_way(debt, contract, &nearest.convention, (audit, &against))?;
        let names = (Quantity::Remainder, Quantity::Remainder);
        let left = against.less(&workings, "way.", "left", names);
        workings.extend(left);
        workings.extend(residual(&workings, "left", audit));
        groups.push(group(NEAREST, workings));
    }
    if let Some(percent) = line {
        groups.extend(screen(debt, contract, &recorded, percent, audit)?);
    }
    groups.extend(growth(debt, audit)?);
    Ok(groups)
}

fn group(name: &str, workings: Vec<Working>) -> Group {
    Group {
        name: name.to_owned(),
        workings,
    }
}

/// A claim to take what was computed from.
struct Against {
    on: NaiveDate,
    claimed: Parts,
    by_part: bool,
    compared: Compared,
}

impl Against {
    /// What is computed of an account to compare: what is owed, and where the claim says only that, what is overdue.
    fn of(&self, reading: &Reading<'_>) -> Result<Vec<Working>, EngineError> {
        let mut all = reading.owed()?;
        if self.compared == Compared::Overdue {
            let overdue = past_grace(reading.account(), self.on)?;
            let parts = overdue_parts(reading, overdue, self.on, &all)?;
            all.extend(parts);
        }
        Ok(all)
    }

    const fn key(&self) -> &'static str {
        match self.compared {
            Compared::Whole => "owed",
            Compared::Overdue => "overdue",
        }
    }

    fn leaf(&self, part: Option<Part>) -> Formula {
        let (name, about, amount) = match part {
            Some(part) => (Quantity::Claimed, About::part(part), self.claimed.get(part)),
            None => (
                Quantity::ClaimedTotal,
                About::default(),
                self.claimed.total(),
            ),
        };
        money(name, about, amount, Origin::Claim(self.on))
    }

    /// Claim less computed, part by part where the claim has parts, and in all.
    fn less(
        &self,
        computed: &[Working],
        prefix: &str,
        id: &str,
        names: (Quantity, Quantity),
    ) -> Vec<Working> {
        let mut all = Vec::new();
        for &part in Part::ALL.iter().filter(|_| self.by_part) {
            let Some(owed) = find(computed, &format!("{prefix}{}.{part}", self.key())) else {
                continue;
            };
            all.push(
                Working::amount(
                    format!("{id}.{part}"),
                    names.0,
                    self.leaf(Some(part)).less(result_of(owed)),
                    self.claimed.get(part) - amount_of(owed),
                    &["P2"],
                )
                .about(About::part(part)),
            );
        }
        if let Some(owed) = find(computed, &format!("{prefix}{}.total", self.key())) {
            all.push(Working::amount(
                format!("{id}.total"),
                names.1,
                self.leaf(None).less(result_of(owed)),
                self.claimed.total() - amount_of(owed),
                &["P1"],
            ));
        }
        all
    }
}

/// What is left unexplained: the remainders without their signs, added up; of a bare total its own.
fn residual(left: &[Working], id: &str, audit: &Audit) -> Option<Working> {
    let size = |working: &Working| {
        let leaf = || result_of(working);
        Formula::Most(vec![leaf(), Formula::Sum(vec![(true, leaf())])])
    };
    let formula = if audit.by_part {
        let parts = Part::ALL
            .iter()
            .filter_map(|part| find(left, &format!("{id}.{part}")));
        Formula::sum(parts.map(size))
    } else {
        size(find(left, &format!("{id}.total"))?)
    };
    Some(Working::amount(
        "residual",
        Quantity::Residual,
        formula,
        audit.residual,
        &["P2"],
    ))
}

/// What was taken before payout.
fn up_front(contract: &Contract, gap: Option<Money>) -> Option<Working> {
    let received = contract.net_received?;
    Some(Working::amount(
        "up-front",
        Quantity::UpFront,
        lent(contract).less(net_received(received)),
        gap?,
        &["R1"],
    ))
}

fn lent(contract: &Contract) -> Formula {
    let key = Origin::Ledger("debt.contract.principal");
    money(Quantity::Lent, About::default(), contract.principal, key)
}

fn net_received(amount: Money) -> Formula {
    let key = Origin::Ledger("debt.contract.net-received");
    money(Quantity::Received, About::default(), amount, key)
}

/// What is owed under a way of counting: its rows, where they are not the contract's own, then its account.
fn by_way(
    debt: &Debt,
    contract: &Contract,
    way: &Convention,
    (audit, against): (&Audit, &Against),
) -> Result<Vec<Working>, EngineError> {
    let recorded = &audit.recorded;
    // Half-up rows are the contract's own, whether its penalty is rounded row by row or not.
    let same_rows = (way.day_count, way.first_period)
        == (recorded.day_count, recorded.first_period)
        && way.rounding != LenderRounding::Cut;
    let ahead = debt
        .payments
        .iter()
        .any(|payment| payment.kind == PaymentKind::Prepayment);
    let typed = contract.method == Method::Custom;
    let laid = laid_out(debt, contract, way.day_count, way.first_period);
    let rows = if same_rows || typed || ahead {
        RowsFrom::Tried
    } else {
        RowsFrom::Above
    };
    let mut all = match (&laid.contract, rows) {
        (Some(contract), RowsFrom::Above) => rows_of_way(contract, way)?,
        _ => Vec::new(),
    };
    let reading = Reading {
        debt,
        claim: None,
        trace: Trace::walk(
            opened(debt, contract, way, audit.on)?,
            &debt.payments,
            audit.on,
        )?,
        written: written(debt),
        prefix: "way.".to_owned(),
        names: (Quantity::Computed, Quantity::ComputedTotal),
        rows,
    };
    all.extend(against.of(&reading)?);
    Ok(all)
}

/// The rows of the contract as a way of counting lays them out.
fn rows_of_way(contract: &Contract, way: &Convention) -> Result<Vec<Working>, EngineError> {
    let written: Vec<_> = contract.rates.iter().map(|rate| rate.rate).collect();
    let accrual = Accrual::of_contract(contract).rounded(way.rounding);
    let laid: Vec<Laid> = contract_rows_rounded(contract, way.rounding)?
        .iter()
        .map(|row| Laid {
            principal: row.principal,
            interest: row.interest,
        })
        .collect();
    let rows = Rows {
        layout: Layout {
            accrual: &accrual,
            method: contract.method,
            original: contract.principal,
            principal: contract.principal,
            periods: &periods(contract).collect::<Vec<_>>(),
            extra: 0,
        },
        rates: Rates::of(&accrual, &written),
        laid: &laid,
        capital: lent(contract),
        prefix: "way.".to_owned(),
        counted: Origin::Ledger("debt.contract.count"),
    };
    Ok(rows.workings()?.into_iter().flatten().collect())
}

/// Everything charged against the most a line leaves on the principal in use, by the contract's day count.
fn screen(
    debt: &Debt,
    contract: &Contract,
    recorded: &Reading<'_>,
    line_of_law: Percent,
    audit: &Audit,
) -> Result<Option<Group>, EngineError> {
    let screen = audit.line.filter(LineScreen::charges);
    let (Some(screen), Some(disbursed)) = (screen, contract.disbursed) else {
        return Ok(None);
    };
    let mut days: Vec<NaiveDate> = debt
        .payments
        .iter()
        .map(|payment| payment.on)
        .filter(|on| disbursed < *on && *on < audit.on)
        .collect();
    days.push(disbursed);
    days.sort_unstable();
    days.dedup();
    let ends = days.iter().skip(1).copied().chain([audit.on]);
    let gap = contract
        .net_received
        .map(|net| contract.principal.less(net))
        .filter(|gap| gap.is_positive());
    let mut lines = Vec::new();
    for (&from, to) in days.iter().zip(ends) {
        let (mut in_use, left) = in_use(debt, contract, recorded, from, disbursed)?;
        if let Some(gap) = gap {
            let from = Origin::Working("up-front".to_owned());
            in_use = in_use.less(money(Quantity::UpFront, About::default(), gap, from));
            in_use = Formula::Most(vec![Formula::Number(0), in_use]);
        }
        let left = left.less(gap.unwrap_or(Money::ZERO));
        let day_count = contract.day_count;
        let share = share(day_count, from, to)?.times(line_of_law.factor())?;
        let span = About::span(from, to);
        let a_year = || {
            let yearly = i128::from(line_of_law.millionths());
            percent(Quantity::LineOfLaw, yearly, Origin::Book)
        };
        let parts = by_year(day_count, from, to);
        let formula = Formula::sum(parts.map(|(days, year, span)| {
            part(in_use.clone().times(a_year()), days, year, span, "P4")
        }));
        lines.push(Line {
            name: None,
            about: span,
            formula,
            result: Value::Unrounded(left.share(share)?),
            rounding: Rounding::Shown,
        });
    }
    let most = Working::amount(
        "line.most",
        Quantity::MostByLine,
        Formula::Lines,
        screen.most,
        &[],
    )
    .rounded(Rounding::HalfUp)
    .adding(lines);
    let charged = charged(debt, contract, audit, &screen);
    let excess = Working::amount(
        "line.excess",
        Quantity::AboveLine,
        Formula::Most(vec![
            Formula::Number(0),
            result_of(&charged).less(result_of(&most)),
        ]),
        screen.excess,
        &[],
    );
    Ok(Some(group(LINE, vec![charged, most, excess])))
}

/// Everything paid and claimed less what was received.
fn charged(debt: &Debt, contract: &Contract, audit: &Audit, screen: &LineScreen) -> Working {
    let lines = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= audit.on)
        .map(|payment| {
            let about = About::on(payment.on);
            let from = Origin::Payment(payment.on);
            let leaf = money(Quantity::Payment, about.clone(), payment.amount, from);
            line(about, leaf, payment.amount).called(Quantity::Payment)
        })
        .collect::<Vec<_>>();
    let (name, from) = match audit.compared {
        Compared::Whole => (Quantity::ClaimedTotal, Origin::Claim(audit.on)),
        // With what is not yet due.
        Compared::Overdue => (Quantity::OwedTotal, Origin::Rule("P5")),
    };
    let claimed = money(name, About::default(), screen.owed, from);
    let received = contract
        .net_received
        .map_or_else(|| lent(contract), net_received);
    let formula = if lines.is_empty() {
        claimed.less(received)
    } else {
        Formula::Lines.plus(claimed).less(received)
    };
    let id = "line.charged";
    Working::amount(id, Quantity::Charged, formula, screen.charged, &["A1"]).adding(lines)
}

/// Principal in use on a day: what was lent less what was repaid of it by then, and what waits.
fn in_use(
    debt: &Debt,
    contract: &Contract,
    recorded: &Reading<'_>,
    on: NaiveDate,
    disbursed: NaiveDate,
) -> Result<(Formula, Money), EngineError> {
    if on == disbursed {
        return Ok((lent(contract), contract.principal));
    }
    let left = by_contract(debt, on, "", true)?
        .ok_or(EngineError::NoContract)?
        .account()
        .owed()?
        .principal;
    let by_then = || recorded.trace.events.iter().filter(|event| event.on <= on);
    let takes = by_then().flat_map(|event| &event.takes);
    let paid: Money = takes
        .filter(|take| take.part == Part::Principal)
        .map(|take| take.amount)
        .sum();
    let ahead: Money = by_then().map(|event| event.prepaid).sum();
    let waits = contract.principal - paid - ahead - left;
    let mut formula = lent(contract);
    for (amount, name, from) in [
        (
            paid,
            Quantity::PaidBefore,
            Origin::Working(recorded.id("paid.principal")),
        ),
        (
            ahead,
            Quantity::Prepaid,
            Origin::Working(recorded.id("prepaid")),
        ),
        (waits, Quantity::WaitingTaken, Origin::Rule("A3")),
    ] {
        if !amount.is_zero() {
            let about = About::on(on).in_part(Part::Principal);
            formula = formula.less(money(name, about, amount, from));
        }
    }
    Ok((formula, left))
}

/// What grew between each pair of claims; the contract on the earlier day is worked out too.
fn growth(debt: &Debt, audit: &Audit) -> Result<Vec<Group>, EngineError> {
    let mut groups = Vec::new();
    let last = audit.growth.len().saturating_sub(1);
    let pairs = pairs(debt, audit.on);
    for (place, (grown, (earlier, later))) in audit.growth.iter().zip(pairs).enumerate() {
        let name = format!("{} → {}", grown.from, grown.to);
        let mut workings = Vec::new();
        for on in [grown.from, grown.to] {
            if on != audit.on && !known(&groups, &workings, on) {
                workings.extend(on_day(debt, on)?);
            }
        }
        for working in &mut workings {
            working.detail = true; // the account of another day: only a full page tells it
        }
        let grew = Grew {
            debt,
            grown,
            earlier,
            later,
            on: audit.on,
            place,
        };
        let mut found = grew.workings();
        for working in &mut found {
            working.detail = place != last;
        }
        workings.extend(found);
        groups.push(group(&name, workings));
    }
    Ok(groups)
}

fn known(groups: &[Group], workings: &[Working], on: NaiveDate) -> bool {
    let id = format!("on-{on}.contract.owed.total");
    let before = groups.iter().flat_map(|group| &group.workings);
    before.chain(workings).any(|working| working.id == id)
}

fn on_day(debt: &Debt, on: NaiveDate) -> Result<Vec<Working>, EngineError> {
    let reading = by_contract(debt, on, &format!("on-{on}."), true)?;
    reading.map_or(Ok(Vec::new()), |reading| reading.owed())
}

/// One pair of claims.
struct Grew<'a> {
    debt: &'a Debt,
    grown: &'a Growth,
    earlier: &'a Claim,
    later: &'a Claim,
    /// The day of the claim that is rebuilt.
    on: NaiveDate,
    place: usize,
}

impl Grew<'_> {
    fn workings(&self) -> Vec<Working> {
        let mut all = Vec::new();
        if self.grown.by_part {
            let moved = |part: &Part| {
                let (grew, expected) = (&self.grown.grew, &self.grown.expected);
                !grew.get(*part).is_zero() || !expected.get(*part).is_zero()
            };
            for &part in Part::ALL.iter().filter(|part| moved(part)) {
                all.extend(self.of(Some(part)));
            }
        } else {
            all.extend(self.of(None));
        }
        all
    }

    fn claimed(claim: &Claim, part: Option<Part>) -> Formula {
        let amount = match part {
            Some(part) => claim.parts().get(part),
            None => claim.parts().total(),
        };
        let name = part.map_or(Quantity::ClaimedTotal, |_| Quantity::Claimed);
        let about = About {
            part,
            ..About::on(claim.on)
        };
        money(name, about, amount, Origin::Claim(claim.on))
    }

    /// What the contract gives on a day, and the amount.
    fn computed(&self, on: NaiveDate, part: Option<Part>, amount: Money) -> Formula {
        let what = part.map_or("total".to_owned(), |part| part.to_string());
        let id = if on == self.on {
            format!("contract.owed.{what}")
        } else {
            format!("on-{on}.contract.owed.{what}")
        };
        let name = part.map_or(Quantity::ComputedTotal, |_| Quantity::Computed);
        let about = About {
            part,
            ..About::on(on)
        };
        money(name, about, amount, Origin::Working(id))
    }

    /// What grew, what the contract makes of it, and what is left: of a part, or in all.
    fn of(&self, part: Option<Part>) -> Vec<Working> {
        let grown = self.grown;
        let get = |parts: Parts| part.map_or_else(|| parts.total(), |part| parts.get(part));
        let what = part.map_or("total".to_owned(), |part| part.to_string());
        let id = |name: &str| format!("growth-{}.{name}.{what}", self.place.saturating_add(1));
        let about = About {
            part,
            ..About::default()
        };
        let grew = Working::amount(
            id("grew"),
            Quantity::Grew,
            Grew::claimed(self.later, part).less(Grew::claimed(self.earlier, part)),
            get(grown.grew),
            &["P1"],
        )
        .about(about.clone());
        let later = self.owed(grown.to, part);
        let earlier = later - get(grown.expected);
        let expected = Working::amount(
            id("expected"),
            Quantity::Expected,
            self.computed(grown.to, part, later)
                .less(self.computed(grown.from, part, earlier)),
            get(grown.expected),
            &["P2"],
        )
        .about(about.clone());
        let more = Formula::Most(vec![
            Formula::Number(0),
            result_of(&grew).less(result_of(&expected)),
        ]);
        let outgrew = Working::amount(
            id("outgrew"),
            Quantity::Outgrew,
            more,
            get(grown.grew).less(get(grown.expected)),
            &["P1"],
        )
        .about(about);
        vec![grew, expected, outgrew]
    }

    /// What the contract gives on a day.
    fn owed(&self, on: NaiveDate, part: Option<Part>) -> Money {
        let owed = by_contract(self.debt, on, "", true)
            .ok()
            .flatten()
            .and_then(|reading| reading.account().owed().ok())
            .unwrap_or(Parts::ZERO);
        part.map_or_else(|| owed.total(), |part| owed.get(part))
    }
}
