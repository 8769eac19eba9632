//! `promise`: the largest instalment that can be kept at a given risk, piece by piece, with progress.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;

use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::outlook::{Outlook, PathResult};
use crate::domain::rate::Percent;
use crate::engine::capacity::capacity;
use crate::engine::outlook::outlook;
use crate::engine::plan::budget;
use crate::engine::promise::{cushion, misses, paths, promised};
use crate::engine::statement::usual;
use crate::i18n::numbers;
use crate::report::promise::{Asked, PromiseReport, WithCushion};

use super::completions;
use crate::cli::app::{App, debt};
use crate::cli::args::{count, sum};
use crate::cli::clock::Patience;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::prompt::mind_interrupts;

/// Paths looked at where an income is uncertain, if no number is given.
const PATHS: u32 = 40_000;
/// The most paths looked at: a path's result takes 32 bytes.
const MOST_PATHS: u32 = 2_000_000;
/// The most threads that work.
const MOST_THREADS: u32 = 64;
/// Paths worked between two looks at the clock.
const PIECE: u32 = 1_000;
/// Months if none are asked for.
const MONTHS: u32 = 24;
/// Milliseconds before progress is told, and between two lines of it.
const QUIET: u64 = 1_000;

#[derive(clap::Args)]
pub(super) struct PromiseArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "PERCENT")]
    risk: Option<Percent>,
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 240))]
    months: Option<u32>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum())]
    instalment: Option<Money>,
    #[arg(long, value_name = "NUMBER", value_parser = count(100, MOST_PATHS))]
    paths: Option<u32>,
    #[arg(long, value_name = "NUMBER", value_parser = count(1, MOST_THREADS))]
    threads: Option<u32>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let mut args = PromiseArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    if let (None, [only]) = (&args.debt, ledger.debts.as_slice()) {
        args.debt = Some(only.id.clone()); // what was offered on it is what is asked about
    }
    if let Some(id) = &args.debt {
        debt(&ledger, id)?;
    }
    let months = args.months.unwrap_or(MONTHS);
    let as_of = app.as_of();
    let coming = outlook(&ledger, as_of, months, args.debt.as_ref())?;
    let asked = Asked {
        as_of,
        risk: args.risk.unwrap_or(Percent::whole(5)),
        seed: args.seed.unwrap_or(1),
        months,
        certain: coming.is_certain(),
        usual: usual(&budget(&capacity(
            &ledger,
            as_of,
            months,
            args.debt.as_ref(),
        )?)),
        currency: ledger.currency,
    };
    let count = if asked.certain {
        1
    } else {
        args.paths.unwrap_or(PATHS)
    };
    let results = worked(app, &coming, asked.seed, count, args.threads.unwrap_or(1));
    let found = promised(&results, asked.risk);
    let larger =
        larger(&ledger, &args, as_of, months, found.instalment)?.map(|instalment| WithCushion {
            instalment,
            misses: misses(&results, instalment),
            cushion: cushion(&coming, asked.seed, 0..count, instalment, asked.risk),
        });
    let broken = results
        .iter()
        .filter(|path| path.most.is_negative())
        .count();
    let first = coming.months.first().map_or(as_of, |month| month.month);
    let broken = u32::try_from(broken).unwrap_or(u32::MAX);
    app.emit(&PromiseReport::new(asked, &found, first, larger, broken))?;
    if asked.certain && !ledger.incomes.is_empty() {
        app.say(&app.words.text("promise-no-history"));
    }
    Ok(Exit::DONE)
}

/// The instalment to look at with a cushion: the one asked for, else what an ordinary month offers, where it is
/// more than what is safe.
fn larger(
    ledger: &Ledger,
    args: &PromiseArgs,
    as_of: chrono::NaiveDate,
    months: u32,
    safe: Money,
) -> Result<Option<Money>, CliError> {
    let usual = capacity(ledger, as_of, months, args.debt.as_ref())?.offerable;
    Ok(args
        .instalment
        .or_else(|| Some(usual).filter(|usual| *usual > safe)))
}

/// The paths, piece by piece; after a second it says how far it is, and an interruption ends it with a sentence.
/// A path depends on the seed and its number alone: any number of threads gives the same.
fn worked(app: &App, coming: &Outlook, seed: u64, count: u32, threads: u32) -> Vec<PathResult> {
    mind_interrupts(&app.words);
    let pieces = count.div_ceil(PIECE);
    let next = AtomicU32::new(0);
    let (done, finished) = mpsc::channel::<(u32, Vec<PathResult>)>();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let done = done.clone();
            let next = &next;
            scope.spawn(move || {
                loop {
                    let piece = next.fetch_add(1, Ordering::Relaxed);
                    let from = piece.saturating_mul(PIECE);
                    if from >= count {
                        return;
                    }
                    let to = from.saturating_add(PIECE).min(count);
                    if done.send((piece, paths(coming, seed, from..to))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut quiet = Patience::of(QUIET);
        let mut results: Vec<(u32, Vec<PathResult>)> = Vec::new();
        for piece in finished {
            results.push(piece);
            let so_far = u32::try_from(results.len()).unwrap_or(pieces);
            if quiet.is_over() && so_far < pieces {
                let slots = [
                    (
                        "done",
                        numbers::count(u64::from(so_far.saturating_mul(PIECE))).into(),
                    ),
                    ("all", numbers::count(u64::from(count)).into()),
                ];
                app.say(&app.word("promise-progress", &slots));
                quiet = Patience::of(QUIET);
            }
        }
        results.sort_unstable_by_key(|(piece, _)| *piece);
        results.into_iter().flat_map(|(_, paths)| paths).collect()
    })
}
