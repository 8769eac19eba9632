//! Claims made by a lender with hidden conventions, and whether the audit finds them.
//!
//! Each claim is worked out by the second engine, in decimals, one day at a time: the audit never sees its own figures.
//! The same engine proves that what is called a tie is one. `FORBEAR_CLAIMS=5000 cargo test hidden_conventions`
//! makes as many claims as asked for.

use chrono::{Datelike, NaiveDate};
use forbear::domain::calendar::{plus_days, plus_months};
use forbear::domain::contract::{FirstPeriod, NamedOrder, PenaltyTerm, RateFrom, Rounding};
use forbear::domain::debt::{Claim, Claimed};
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{
    AllocationScope, Contract, DayCount, Debt, Method, Money, Order, Part, Parts, Payment,
    PaymentKind, Percent, Rate,
};
use forbear::engine::audit::{Convention, PenaltyBase, audit};
use rust_decimal::prelude::ToPrimitive;

use crate::second_engine::{FEES, INTEREST, PENALTY, PRINCIPAL, Second};

/// SplitMix64: the same claims every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()].clone()
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What the borrower wrote down: the paper contract, without a word on how the lender counts.
fn recorded(random: &mut Random) -> Contract {
    let first_due = plus_days(
        date("2026-12-05"),
        i64::try_from(random.below(500)).unwrap(),
    );
    // A month before the 31st may be three days short of one: whole months are told from odd ones by hand below.
    let first_due = first_due.with_day(first_due.day().min(28)).unwrap();
    let odd = if random.below(4) == 0 { 11 } else { 0 };
    Contract {
        principal: Money::from_minor(i128::from(random.below(30_000) + 6_000) * 100),
        net_received: None,
        disbursed: Some(plus_days(plus_months(first_due, -1), -odd)),
        rates: vec![RateFrom {
            from: None,
            rate: Rate::yearly(Percent::whole(
                i32::try_from(12 + random.below(12)).unwrap(),
            )),
        }],
        method: random.of(&[
            Method::EqualInstalment,
            Method::EqualPrincipal,
            Method::InterestOnly,
        ]),
        count: u32::try_from(4 + random.below(3)).unwrap(),
        first_due,
        day_count: DayCount::Thirty360,
        penalty: Some(PenaltyTerm::Multiple(Percent::whole(150))),
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::from_minor(i128::from(random.below(2)) * 1250),
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

/// How the lender counts.
fn hidden(random: &mut Random, contract: &Contract) -> Convention {
    let multiple = |times| Some(PenaltyTerm::Multiple(Percent::whole(times)));
    let penalty = random.of(&[
        None,
        multiple(100),
        multiple(130),
        multiple(140),
        multiple(150),
        multiple(200),
    ]);
    let odd = contract.disbursed != Some(plus_months(contract.first_due, -1));
    Convention {
        allocation: random.of(&[
            Order::Named(NamedOrder::CivilCode),
            Order::Named(NamedOrder::PrincipalFirst),
            Order::Named(NamedOrder::CardArt57),
            Order::List(vec![
                Part::Fees,
                Part::Penalty,
                Part::Interest,
                Part::Principal,
            ]),
        ]),
        scope: random.of(AllocationScope::ALL),
        day_count: random.of(DayCount::ALL),
        penalty,
        base: if penalty.is_some() {
            random.of(PenaltyBase::ALL)
        } else {
            PenaltyBase::OverduePrincipal
        },
        compound: penalty.is_some() && random.below(2) == 0,
        rounding: random.of(Rounding::ALL),
        first_period: if odd {
            random.of(FirstPeriod::ALL)
        } else {
            FirstPeriod::OwnDays
        },
    }
}

/// The lender's own contract: the borrower's, counted as the lender counts.
fn counted(contract: &Contract, way: &Convention) -> Contract {
    Contract {
        disbursed: match way.first_period {
            FirstPeriod::OwnDays => contract.disbursed,
            FirstPeriod::WholeMonth => Some(plus_months(contract.first_due, -1)),
        },
        day_count: way.day_count,
        penalty: way.penalty,
        compound: way.compound,
        allocation: Some(way.allocation.clone()),
        allocation_scope: Some(way.scope),
        ..contract.clone()
    }
}

/// A payment in time, then late and in parts: few larger ones, or many small ones that tell more.
fn payments(random: &mut Random, contract: &Contract) -> Vec<(NaiveDate, Money)> {
    let each = contract.principal.minor() / i128::from(contract.count);
    let mut on = plus_days(contract.first_due, -1);
    let (count, most) = random.of(&[(3, 90), (6, 45)]);
    (0..count)
        .map(|_| {
            let share = 5 + i128::from(random.below(most));
            let paid = (on, Money::from_minor(each * share / 100));
            on = plus_days(on, i64::try_from(30 + random.below(60)).unwrap());
            paid
        })
        .collect()
}

/// What a lender counting this way says is owed, by the second engine; `None` of a debt paid off, or never missed
/// though the way counts from what is missed.
fn said(
    contract: &Contract,
    way: &Convention,
    payments: &[(NaiveDate, Money)],
    on: NaiveDate,
) -> Option<Parts> {
    let theirs = counted(contract, way);
    let laid_out = || Second::rounding(&theirs, &[], way.rounding);
    let mut second = laid_out();
    second.walk(payments, on)?;
    if way.base == PenaltyBase::WholePrincipal {
        let missed = second.first_missed(on)?;
        second = laid_out().called_in(missed);
        second.walk(payments, on)?;
    }
    let owed = second.owed_after_waiting(on);
    let money = |part: usize| {
        let hundredths = owed[part] * rust_decimal::Decimal::ONE_HUNDRED;
        Money::from_minor(hundredths.to_i128().unwrap())
    };
    Some(Parts {
        principal: money(PRINCIPAL),
        interest: money(INTEREST),
        penalty: money(PENALTY),
        fees: money(FEES),
    })
}

/// A claim with hidden conventions.
pub(crate) struct Case {
    pub(crate) debt: Debt,
    way: Convention,
    payments: Vec<(NaiveDate, Money)>,
    pub(crate) on: NaiveDate,
}

impl Case {
    fn contract(&self) -> &Contract {
        self.debt.contract.as_ref().unwrap()
    }

    fn claimed(&self) -> Parts {
        self.debt.claims[0].parts()
    }
}

/// The same claim for the same seed.
pub(crate) fn case(seed: u64) -> Case {
    let mut random = Random(seed);
    loop {
        let contract = recorded(&mut random);
        let way = hidden(&mut random, &contract);
        let payments = payments(&mut random, &contract);
        let months = i64::from(contract.count) + i64::try_from(4 + random.below(4)).unwrap();
        let on = plus_days(plus_months(contract.first_due, months), 9);
        let Some(parts) = said(&contract, &way, &payments, on) else {
            continue;
        };
        let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
        debt.contract = Some(contract);
        debt.payments = payments
            .iter()
            .map(|&(on, amount)| Payment {
                on,
                amount,
                kind: PaymentKind::Payment,
                note: None,
            })
            .collect();
        debt.claims = vec![Claim {
            on,
            claimed: Claimed::Parts(parts),
            overdue: None,
            payoff: None,
            source: None,
            note: None,
        }];
        return Case {
            debt,
            way,
            payments,
            on,
        };
    }
}

/// Whether the hidden way was named; panics if another one was, if it is not among those that fit, or if of those
/// that are said to fit the nearest to the contract or the farthest from it does not.
fn found(seed: u64) -> bool {
    let case = case(seed);
    let Case { debt, way, on, .. } = &case;
    let audit = audit(debt, None, *on).unwrap();
    assert!(
        audit.residual.is_zero(),
        "{seed}: {way:?} leaves {}",
        audit.residual
    );
    let fits = audit.best.iter().any(|best| best.convention == *way);
    assert!(
        fits,
        "{seed}: {way:?} is not among {} ways",
        audit.best.len()
    );
    match audit.named() {
        Some(named) => assert_eq!(named.convention, *way, "{seed}"),
        None => {
            assert!(audit.undetermined() && audit.best.len() > 1, "{seed}");
            for tied in [audit.best.first(), audit.best.last()] {
                let tied = &tied.unwrap().convention;
                let said = said(case.contract(), tied, &case.payments, *on);
                assert_eq!(said, Some(case.claimed()), "{seed}: {tied:?}");
            }
        }
    }
    audit.named().is_some()
}

/// How many claims are made.
fn claims() -> u64 {
    let asked = std::env::var("FORBEAR_CLAIMS").ok();
    asked.and_then(|claims| claims.parse().ok()).unwrap_or(500)
}

#[test]
fn hidden_conventions_are_named_or_said_to_be_undetermined() {
    let claims = claims();
    let halves: Vec<_> = [0, 1]
        .map(|half| {
            std::thread::spawn(move || {
                (0..claims)
                    .filter(|seed| seed % 2 == half && found(*seed))
                    .count()
            })
        })
        .into_iter()
        .collect();
    let named: usize = halves.into_iter().map(|half| half.join().unwrap()).sum();
    println!("{named} of {claims} claims have exactly one explanation");
    let least = usize::try_from(claims / 10).unwrap();
    assert!(named >= least, "only {named} of {claims} were named");
}

/// 37.80 too much in one part, while the borrower knows how the lender counts: that sum in that part alone.
#[test]
fn a_planted_error_is_found_to_the_cent_in_each_part() {
    let mut planted = 0;
    for seed in 0..60 {
        let Case {
            mut debt, way, on, ..
        } = case(seed);
        // Rounding, first period and base have no key in the contract.
        if way.rounding != Rounding::HalfUp
            || way.first_period != FirstPeriod::OwnDays
            || way.base != PenaltyBase::OverduePrincipal
        {
            continue;
        }
        debt.contract = Some(counted(debt.contract.as_ref().unwrap(), &way));
        let part = Part::ALL[planted % Part::ALL.len()];
        let Claimed::Parts(parts) = &mut debt.claims[0].claimed else {
            panic!("a claim by part")
        };
        *parts.get_mut(part) += Money::parse("37.80").unwrap();
        let audit = audit(&debt, None, on).unwrap();
        for other in Part::ALL {
            let expected = if *other == part { "37.80" } else { "0.00" };
            assert_eq!(
                audit.difference.get(*other).to_string(),
                expected,
                "{seed} {part}"
            );
        }
        planted += 1;
        if planted == 8 {
            return;
        }
    }
    panic!("only {planted} errors were planted");
}
