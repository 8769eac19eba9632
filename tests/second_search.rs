//! The cheapest plan held against a mixed-integer solver that others wrote.
//!
//! The model shares nothing with `engine::select`: one variable of nought or one for each choice, and for each month
//! one for what is drawn from one-offs. The solver computes in floating point, so money is handed over in currency
//! units, and a month may be passed by a small part of a hundredth, which no sum of whole hundredths can use. Its
//! choice is then added up in integers here. Two hundred problems of 10 to 20 debts.

use forbear::domain::money::Money;
use forbear::domain::selection::{Choice, Choices, MonthBudget, Origin, Proof, Selection};
use forbear::engine::select::{holds, optimal};
use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};

const PROBLEMS: u64 = 200;
const MONTHS: usize = 24;

/// SplitMix64: the same problems every time.
struct Random(u64);

impl Random {
    fn between(&mut self, from: i64, to: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        from + i64::try_from(mixed % u64::try_from(to - from).unwrap()).unwrap()
    }
}

/// A way to pay, in hundredths.
#[derive(Clone, Debug)]
struct Way {
    payments: Vec<i64>,
    total: i64,
}

/// What a month may bear: ordinary money, and a one-off that arrives.
type Months = Vec<(i64, i64)>;

/// Debts as ledgers hold them: 500.00 to 20,000.00, plans of 3 to 24 months with some interest, perhaps waived in
/// part, perhaps after months without payment; months with less, and a bonus now and then.
fn problem(seed: u64) -> (Vec<Vec<Way>>, Months) {
    let mut random = Random(seed);
    let count = random.between(10, 21);
    let mut debts = Vec::new();
    let (mut least, mut cheapest) = (0, 0);
    for _ in 0..count {
        let balance = random.between(50_000, 2_000_000);
        let yearly = random.between(0, 25); // percent
        let mut ways = Vec::new();
        for _ in 0..random.between(3, 7) {
            let months = [3, 6, 9, 12, 18, 24][usize::try_from(random.between(0, 6)).unwrap()];
            let wait = random.between(0, 2).min(24 - months);
            let waived = balance * random.between(0, 4) * random.between(0, 2) / 50;
            let interest = balance * yearly * months / 2400;
            let total = balance + interest - waived;
            let mut payments = vec![0; usize::try_from(wait).unwrap()];
            payments.extend((0..months).map(|k| total / months + i64::from(k < total % months)));
            ways.push(Way { payments, total });
        }
        let peak = |way: &Way| way.payments.iter().copied().max().unwrap();
        least += ways.iter().map(peak).min().unwrap();
        cheapest += peak(ways.iter().min_by_key(|way| way.total).unwrap());
        debts.push(ways);
    }
    // From less than the least payments together to what the cheapest ways take.
    let ordinary = least + (cheapest - least).max(1) * random.between(-20, 90) / 100;
    let months = (0..MONTHS)
        .map(|month| {
            let once = if month % 12 == 2 && random.between(0, 2) == 0 {
                ordinary
            } else {
                0
            };
            let share = if month % 12 == 4 {
                random.between(80, 96)
            } else {
                100
            };
            (ordinary * share / 100, once)
        })
        .collect();
    (debts, months)
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "the solver takes nothing else; its answer is checked in integers"
)]
fn units(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}

#[expect(
    clippy::float_arithmetic,
    reason = "as above: what a month may bear, and a little"
)]
fn limit(hundredths: i64) -> f64 {
    units(hundredths) + SPARE
}

/// Far below a hundredth even if it is used in every month, far above what the solver lets pass anyway.
const SPARE: f64 = 1e-4;

/// The solver's choice, debt by debt; `None` where it proves that there is none.
fn chosen(debts: &[Vec<Way>], months: &Months) -> Option<Vec<usize>> {
    let mut model = Problem::new(OptimizationDirection::Minimize);
    let takes: Vec<Vec<Variable>> = debts
        .iter()
        .map(|ways| {
            let own: Vec<Variable> = ways
                .iter()
                .map(|way| model.add_binary_var(units(way.total)))
                .collect();
            let one: Vec<(Variable, f64)> = own.iter().map(|take| (*take, 1.0)).collect();
            model.add_constraint(&one, ComparisonOp::Eq, 1.0);
            own
        })
        .collect();
    let mut drawn: Vec<(Variable, f64)> = Vec::new();
    let mut arrived = 0;
    for (month, (ordinary, once)) in months.iter().enumerate() {
        let mut paid: Vec<(Variable, f64)> = Vec::new();
        for (ways, takes) in debts.iter().zip(&takes) {
            for (way, take) in ways.iter().zip(takes) {
                if let Some(payment) = way.payments.get(month) {
                    paid.push((*take, units(*payment)));
                }
            }
        }
        let draw = model.add_var(0.0, (0.0, f64::INFINITY));
        paid.push((draw, -1.0));
        model.add_constraint(&paid, ComparisonOp::Le, limit(*ordinary));
        arrived += once;
        drawn.push((draw, 1.0));
        model.add_constraint(&drawn, ComparisonOp::Le, limit(arrived));
    }
    let solution = match model.solve() {
        Ok(outcome) => outcome.into_solution().expect("nothing stops it"),
        Err(Error::Infeasible) => return None,
        Err(error) => panic!("{error}"),
    };
    let taken = |takes: &Vec<Variable>| {
        let ones: Vec<usize> = (0..takes.len())
            .filter(|k| solution.var_value(takes[*k]).round() == 1.0)
            .collect();
        assert_eq!(ones.len(), 1, "one choice per debt");
        ones[0]
    };
    Some(takes.iter().map(taken).collect())
}

/// What the picks cost, if every month keeps within what there is; all in integers.
fn total_kept(debts: &[Vec<Way>], months: &Months, picks: &[usize]) -> Option<i64> {
    let taken: Vec<&Way> = debts.iter().zip(picks).map(|(d, pick)| &d[*pick]).collect();
    let mut purse = 0;
    for (month, (ordinary, once)) in months.iter().enumerate() {
        let paid: i64 = taken.iter().filter_map(|way| way.payments.get(month)).sum();
        purse += once - (paid - ordinary).max(0);
        if purse < 0 {
            return None;
        }
    }
    Some(taken.iter().map(|way| way.total).sum())
}

fn money(hundredths: i64) -> Money {
    Money::from_minor(hundredths.into())
}

fn as_choices(debts: &[Vec<Way>]) -> Vec<Choices> {
    let choice = |(at, way): (usize, &Way)| Choice {
        payments: way.payments.iter().copied().map(money).collect(),
        total: money(way.total),
        ends: way.payments.len() - 1,
        origin: Origin::Assumed,
        terms: at,
    };
    debts
        .iter()
        .map(|ways| Choices {
            all: ways.iter().enumerate().map(choice).collect(),
            ..Choices::default()
        })
        .collect()
}

#[test]
fn the_cheapest_plan_equals_that_of_a_solver_of_others() {
    let (mut found, mut none, mut by_combinations) = (0, 0, 0);
    for seed in 1..=PROBLEMS {
        let (debts, months) = problem(seed);
        let choices = as_choices(&debts);
        let budget: Vec<MonthBudget> = months
            .iter()
            .map(|(ordinary, once)| MonthBudget {
                ordinary: money(*ordinary),
                once: money(*once),
            })
            .collect();
        let ours = optimal(&choices, &budget, &|| false).unwrap();
        let theirs = chosen(&debts, &months);
        match (ours, theirs) {
            (Selection::Found(ours), Some(picks)) => {
                found += 1;
                assert!(ours.is_proven(), "problem {seed}");
                let total = total_kept(&debts, &months, &picks);
                assert!(total.is_some(), "problem {seed}: theirs breaks a month");
                assert_eq!(total.map(money), Some(ours.total), "problem {seed}");
                let own = total_kept(&debts, &months, &ours.picks);
                assert_eq!(own, total, "problem {seed}: ours, added up apart");
            }
            (Selection::Impossible(certificate), None) => {
                none += 1;
                by_combinations += u32::from(certificate.proof == Proof::Combinations);
                assert!(holds(&certificate, &choices, &budget), "problem {seed}");
            }
            (ours, theirs) => panic!("problem {seed}: {ours:?}, but {theirs:?}"),
        }
    }
    // The problems are not all of one kind.
    assert!(found >= 100, "{found} with a plan, {none} without");
    assert!(none >= 20, "{found} with a plan, {none} without");
    println!("{found} with a plan, {none} without ({by_combinations} by combinations)");
}
