//! `plan`: one plan for all lenders, or the proof that there is none and the cheapest way out.

use std::cell::OnceCell;

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::money::Money;
use crate::domain::selection::{Choices, Origin, Selection};
use crate::domain::strategy::Strategy;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::Group;
use crate::engine::as_offers::as_offers;
use crate::engine::explain::part::{of_budget, of_plan};
use crate::engine::plan::{Household, Wishes, cheapest, household, wider};
use crate::engine::plan_base::base_of;
use crate::engine::promises::{days, first_due_proposed};
use crate::engine::room::choice;
use crate::engine::select::{fewest_wider, ways_out};
use crate::engine::strategies::{shared, today};
use crate::i18n::Numbers;
use crate::report::no_plan::AskReport;
use crate::report::plan::{PlanReport, Shown};
use crate::report::plan_level::LevelReport;
use crate::report::plan_watch::open_offers;
use crate::report::today::TodayReport;
use crate::report::workings::Subject;

use super::{completions, facts, planned};
use crate::cli::app::{App, debt};
use crate::cli::args::{count, date, sum, word};
use crate::cli::clock::Patience;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// The rule that is about cards near the facts that matter.
const CARD_RULE: &str = "card-good-faith";
/// Months of the table if none are asked for.
const MONTHS: u32 = 8;
/// Milliseconds for the best plan.
const PATIENCE: u64 = 1_500;
/// Milliseconds for what would make one where there is none, and for what to ask for.
const PATIENCE_FOR_MORE: u64 = 1_000;

#[derive(clap::Args)]
pub(super) struct PlanArgs {
    #[arg(long, value_name = "STRATEGY", value_parser = word::<Strategy>())]
    strategy: Option<Strategy>,
    #[arg(long, value_name = "DEBTS", value_delimiter = ',', add = completions::ids("debt"))]
    order: Vec<DebtId>,
    #[arg(long)]
    offers_only: bool,
    #[arg(long, value_name = "DATE", value_parser = date())]
    deadline: Option<NaiveDate>,
    #[arg(long, value_name = "SECONDS", value_parser = count(1, 600))]
    patience: Option<u32>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 240))]
    months: Option<u32>,
    #[arg(long)]
    compare: bool,
    #[arg(long, conflicts_with = "today")]
    accept: bool,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), conflicts_with_all = ["strategy", "compare", "deadline", "offers_only", "order"])]
    today: Option<Money>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = PlanArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    for id in &args.order {
        debt(&ledger, id)?;
    }
    let wishes = Wishes {
        offers_only: args.offers_only,
        cards: cards(app, &ledger)?,
        first_due: first_due_proposed(&ledger, app.as_of()),
    };
    let home = household(&ledger, app.as_of(), &wishes)?;
    if let Some(amount) = args.today {
        let found = today(amount, &home.claimants());
        app.emit(&TodayReport::new(&home, amount, &found, ledger.currency))?;
        return Ok(Exit::DONE);
    }
    let planning = Planning {
        app,
        ledger: &ledger,
        home: &home,
        wishes: &wishes,
        args: &args,
        cheapest: OnceCell::new(),
    };
    let strategy = planning.strategy()?;
    let mut report = planning.report(strategy)?;
    if args.compare {
        for one in Strategy::ALL {
            if *one != Strategy::Custom || !args.order.is_empty() {
                let line = planning.made(*one)?.compared();
                report.compared.push(line);
            }
        }
    }
    let feasible = report.feasible;
    let how = (Subject::Debts, ledger.currency, false);
    app.emit_with(report.clone(), how, |report| planning.workings(report))?;
    let nothing_owed = home.debts.is_empty();
    if args.accept && !nothing_owed && !accept(app, &ledger, &report)? {
        return Ok(Exit::FOUND);
    }
    if feasible && strategy != Strategy::Optimal && !args.accept && !args.compare {
        app.suggest("forbear plan --compare");
    }
    Ok(if feasible || nothing_owed {
        Exit::DONE
    } else {
        Exit::FOUND
    })
}

/// What the plan assumes becomes the borrower's own planned offers, of a way of sharing its level payments; what a
/// lender offered is accepted by its command. False where there is nothing that could be kept, and the reason is said.
fn accept(app: &App, ledger: &Ledger, report: &PlanReport) -> Result<bool, CliError> {
    let assumed = report
        .choices
        .iter()
        .filter(|choice| choice.offer.is_none());
    let chosen = assumed.filter_map(|choice| Some((choice.debt.clone(), choice.terms.clone()?)));
    let level = report.level.as_ref();
    let shared = level.into_iter().flat_map(LevelReport::offers);
    let shared = shared.map(|offer| (offer.debt.clone(), offer.terms.clone()));
    let decided: Vec<_> = chosen.chain(shared).collect();
    let offered: Vec<_> = report
        .choices
        .iter()
        .filter_map(|choice| choice.offer.as_ref())
        .collect();
    if decided.is_empty() && offered.is_empty() {
        let figures = Numbers::new(app.words.lang(), ledger.currency);
        let why = level.and_then(|level| level.hindrance(figures, &app.words));
        let (text, command) = why.unwrap_or_else(|| {
            let text = app.words.text("plan-none-to-keep");
            (text, "forbear plan --strategy pro-rata")
        });
        app.say(&format!("{}{text}", app.words.text("plan-not-kept")));
        app.suggest(command);
        return Ok(false);
    }
    if !decided.is_empty() {
        planned::store(app, ledger, &decided)?;
    }
    for offer in offered {
        app.suggest(&format!("forbear offer accept {offer}"));
    }
    if let Some((id, _)) = decided.first() {
        app.suggest(&format!("forbear script {id}"));
    }
    Ok(true)
}

/// Cards near the facts that matter for cards, as the rule book sees them.
fn cards(app: &App, ledger: &Ledger) -> Result<Vec<DebtId>, CliError> {
    let mut cards = Vec::new();
    for one in ledger.debts.iter().filter(|debt| debt.is_card()) {
        let known = facts::Known::of(app, ledger, one)?;
        let findings = crate::rules::findings(&known.case());
        if findings.iter().any(|finding| finding.rule == CARD_RULE) {
            cards.push(one.id.clone());
        }
    }
    Ok(cards)
}

struct Planning<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    home: &'a Household,
    wishes: &'a Wishes,
    args: &'a PlanArgs,
    cheapest: OnceCell<(Vec<Choices>, Selection)>,
}

impl Planning<'_> {
    /// As asked; else the cheapest where whole offers are chosen, pro-rata in Hong Kong, triage on the mainland.
    fn strategy(&self) -> Result<Strategy, CliError> {
        let whole = self.args.offers_only || self.args.deadline.is_some();
        match self.args.strategy {
            Some(strategy) if whole && strategy != Strategy::Optimal => Err(CliError::Refused {
                kind: "plan-needs-optimal",
                message: self.app.word(
                    "cli-plan-needs-optimal",
                    &[("strategy", strategy.as_str().into())],
                ),
                hints: Vec::new(),
            }),
            Some(strategy) => Ok(strategy),
            None if whole => Ok(Strategy::Optimal),
            None if !self.args.order.is_empty() => Ok(Strategy::Custom),
            None if self.args.accept => Ok(Strategy::Optimal),
            None if self.region() == Region::Hk => Ok(Strategy::ProRata),
            None => Ok(Strategy::Triage),
        }
    }

    /// Hong Kong where every holder is there.
    fn region(&self) -> Region {
        let as_of = self.app.as_of();
        let mut holders = self
            .ledger
            .debts
            .iter()
            .filter_map(|debt| self.ledger.holder(debt, as_of))
            .peekable();
        if holders.peek().is_some() && holders.all(|holder| holder.region == Region::Hk) {
            Region::Hk
        } else {
            Region::Cn
        }
    }

    fn shown(&self, strategy: Strategy) -> Result<Shown, CliError> {
        let region = self.region();
        let next = self.home.capacity.months.get(1);
        let check = days(
            self.ledger,
            self.app.as_of(),
            &self.home.capacity,
            &[],
            None,
        )?;
        Ok(Shown {
            currency: self.ledger.currency,
            months: usize::try_from(self.args.months.unwrap_or(MONTHS)).unwrap_or(1),
            bars: self.app.plain(),
            next: next.map_or(Money::ZERO, |month| month.offerable),
            nothing: self.home.has_nothing() && !self.home.debts.is_empty(),
            courts: self
                .home
                .debts
                .iter()
                .filter(|planned| planned.claimant.urgency.court.is_some())
                .map(|planned| planned.debt.clone())
                .collect(),
            no_plan: Some(crate::rules::no_plan_fits(region)),
            help: crate::rules::safety(region)
                .map(|safety| safety.text.get(self.app.words.lang()).to_owned()),
            offers: open_offers(self.home),
            accept: self.accept_command(strategy),
            swept: check
                .swept
                .into_iter()
                .map(|swept| (swept.income, swept.debt))
                .collect(),
        })
    }

    /// How the figures come about: the first months of the budget, then each lender's terms.
    fn workings(&self, report: &PlanReport) -> Result<Vec<Group>, CliError> {
        let mut groups = of_budget(self.ledger, &self.home.capacity)?;
        let level = report.level.iter().flat_map(LevelReport::offers);
        let level = level.map(|offer| (&offer.debt, None, &offer.terms));
        let chosen = report.choices.iter().filter_map(|choice| {
            let terms = choice.terms.as_ref()?;
            Some((&choice.debt, choice.offer.as_ref(), terms))
        });
        for (id, offer, terms) in chosen.chain(level) {
            let found = debt(self.ledger, id)?;
            let on = offer
                .and_then(|offer| self.ledger.offers.iter().find(|one| one.id == *offer))
                .map_or(self.app.as_of(), |offer| offer.on);
            let base = base_of(self.ledger, found, on)?;
            groups.push(of_plan(id.as_str(), &base, terms)?);
        }
        Ok(groups)
    }

    /// As long as was asked for, else so many milliseconds.
    fn patience(&self, usual: u64) -> Patience {
        let asked = self.args.patience;
        Patience::of(asked.map_or(usual, |seconds| u64::from(seconds).saturating_mul(1_000)))
    }

    fn accept_command(&self, strategy: Strategy) -> String {
        let order: Vec<&str> = self.args.order.iter().map(DebtId::as_str).collect();
        let how = match strategy {
            Strategy::Custom => format!("--order {}", order.join(",")),
            _ => format!("--strategy {}", strategy.as_str()),
        };
        format!("forbear plan {how} --accept")
    }

    fn choices(&self) -> Vec<Choices> {
        self.home.choices_by(self.args.deadline)
    }

    /// The cheapest plan, looked for once.
    fn cheapest(&self) -> Result<&(Vec<Choices>, Selection), CliError> {
        if let Some(found) = self.cheapest.get() {
            return Ok(found);
        }
        let patience = self.patience(PATIENCE);
        let found = cheapest(self.home, &self.choices(), &|| patience.is_over())?;
        Ok(self.cheapest.get_or_init(|| found))
    }

    /// A plan by one strategy, without reasons where there is none.
    fn made(&self, strategy: Strategy) -> Result<PlanReport, CliError> {
        let report = PlanReport::new(self.home, strategy, self.shown(strategy)?);
        if strategy == Strategy::Optimal {
            let (choices, found) = self.cheapest()?;
            return Ok(match found {
                Selection::Found(found) => report.chosen(self.home, choices, found),
                Selection::Impossible(_) => report,
                Selection::Undecided => report.undecided(),
            });
        }
        let order: Vec<usize> = self
            .args
            .order
            .iter()
            .filter_map(|id| self.home.debts.iter().position(|one| one.debt == *id))
            .collect();
        let plan = shared(strategy, &self.home.claimants(), &order, &self.home.budget)
            .map_err(crate::engine::EngineError::from)?;
        let level = as_offers(self.home, &plan, self.wishes.first_due)?;
        let level = LevelReport::new(self.app.as_of(), level);
        Ok(report.shared(self.home, &plan).level(level))
    }

    /// A plan by one strategy; where no plan exists at all, why, and what would make one.
    fn report(&self, strategy: Strategy) -> Result<PlanReport, CliError> {
        let report = self.made(strategy)?;
        if report.feasible || report.shown.nothing || self.home.debts.is_empty() {
            return Ok(report);
        }
        let choices = self.choices();
        let Selection::Impossible(certificate) = &self.cheapest()?.1 else {
            return Ok(report);
        };
        let patience = self.patience(PATIENCE_FOR_MORE);
        let known = Some(certificate);
        let out = ways_out(&choices, &self.home.budget, known, &|| patience.is_over())
            .map_err(crate::engine::EngineError::from)?;
        let ask = self.concessions(&choices)?;
        Ok(report.impossible(self.home, certificate, &out, ask))
    }

    /// The concessions beyond the lenders' rooms that would make a plan, for the fewest lenders.
    fn concessions(&self, choices: &[Choices]) -> Result<Vec<AskReport>, CliError> {
        let as_of = self.app.as_of();
        let wide = wider(self.home, self.wishes)?;
        let more: Vec<Choices> = wide
            .iter()
            .map(|plans| Choices {
                all: plans
                    .iter()
                    .enumerate()
                    .map(|(at, plan)| choice(plan, as_of, Origin::Assumed, at))
                    .collect(),
                ..Choices::default()
            })
            .collect();
        let patience = self.patience(PATIENCE_FOR_MORE);
        let found = fewest_wider(choices, &more, &self.home.budget, &|| patience.is_over())
            .map_err(crate::engine::EngineError::from)?;
        let Selection::Found(found) = found else {
            return Ok(Vec::new());
        };
        Ok(found
            .picks
            .iter()
            .zip(choices)
            .zip(wide.iter().zip(&self.home.debts))
            .filter_map(|((pick, own), (plans, planned))| {
                let plan = plans.get(pick.checked_sub(own.all.len())?)?;
                Some(AskReport {
                    debt: planned.debt.clone(),
                    terms: plan.terms.clone(),
                    payment: plan.peak_payment,
                })
            })
            .collect())
    }
}
