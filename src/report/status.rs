//! `status`: per debt how late it is, what is owed, where the talks stand, what worsens next (product.md §5).
//!
//! Promises: exactly the JSON of product.md §6; `null` is unknown.
//! Leaves to others: how it reads (`status_document`), the figures (`engine`), the law (`rules`).

use chrono::NaiveDate;
use serde::Serialize;

use super::clocks::ClocksReport;
use super::figure;
use super::next::{NextStep, next_step};
use crate::domain::clocks::Clocks;
use crate::domain::debt::{Debt, Proceedings, Talks};
use crate::domain::finding::{Finding, Level, Severity};
use crate::domain::id::{DebtId, LenderId};
use crate::domain::lang::Lang;
use crate::domain::ledger::{Clock, ClockKind, Currency, Ledger};
use crate::domain::lender::Lender;
use crate::domain::parts::Parts;
use crate::domain::position::{Arrears, Band, Basis, Class, DueAmount, Position, Worsens};
use crate::engine::keeping;
use crate::report::next::unanswered;
use crate::rules::practice::NextSteps;
use crate::rules::{Books, Case, classify, clocks, findings_from, next_steps};

/// How much a report asks the rule books for. A glance is what people ask for most often, and most of what
/// the books could say is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What the short document shows: findings that are more than notes, no classes of the lender's.
    Glance,
    /// Every fact of the data: all findings, class and bucket.
    Data,
    /// Practice and the clocks of law too, as the full document shows them.
    Whole,
}

/// What is known of one debt on the day, worked out by `engine` and `rules`.
#[derive(Clone, Debug)]
pub struct DebtFacts<'a> {
    /// The debt.
    pub debt: &'a Debt,
    /// Who holds it on the day.
    pub holder: Option<&'a Lender>,
    /// What is owed; `None` where it cannot be worked out.
    pub position: Option<Position>,
    /// How overdue it is; `None` where it cannot be worked out.
    pub arrears: Option<Arrears>,
    /// Why not, told in the reader's language.
    pub trouble: Option<String>,
    /// The lender's class.
    pub class: Option<Class>,
    /// The M bucket, approximate: `M2`.
    pub bucket: Option<String>,
    /// The next cliff.
    pub worsens: Option<Worsens>,
    /// The clocks of law; asked for where practice is.
    pub clocks: Option<Clocks>,
    /// What the rule book has to say.
    pub findings: Vec<Finding>,
    /// What often comes next, what to do and what not.
    pub practice: Option<Practice>,
    /// How much of what is not given above is asked for.
    pub depth: Depth,
    /// The rule books asked for all that is not given above.
    pub books: &'a Books,
}

impl<'a> DebtFacts<'a> {
    /// A debt of which nothing is worked out yet.
    #[must_use]
    pub fn new(debt: &'a Debt, holder: Option<&'a Lender>) -> DebtFacts<'a> {
        DebtFacts {
            debt,
            holder,
            position: None,
            arrears: None,
            trouble: None,
            class: None,
            bucket: None,
            worsens: None,
            clocks: None,
            findings: Vec::new(),
            practice: None,
            depth: Depth::Whole,
            books: Books::built_in(),
        }
    }

    /// Asks the rule books for all that is not known yet, and gives the next step.
    fn consulted(&mut self, ledger: &Ledger, as_of: NaiveDate, lang: Lang) -> NextStep {
        let (position, arrears) = (self.position.clone(), self.arrears.clone());
        let case = Case::new(
            ledger,
            self.debt,
            position.as_ref(),
            arrears.as_ref(),
            as_of,
        )
        .by(self.books);
        if self.class.is_none() && self.depth > Depth::Glance {
            self.class = classify::class(&case);
        }
        if self.bucket.is_none() && self.depth > Depth::Glance {
            self.bucket = classify::bucket(&case).map(|bucket| bucket.to_string());
        }
        if self.clocks.is_none() && self.depth == Depth::Whole {
            self.clocks = Some(clocks(&case));
        }
        if self.findings.is_empty() {
            let least = match self.depth {
                Depth::Glance => Severity::Warning,
                Depth::Data | Depth::Whole => Severity::Note,
            };
            self.findings = findings_from(&case, least);
        }
        if self.practice.is_none() && self.depth == Depth::Whole {
            self.practice = Some(Practice::new(&next_steps(&case), lang));
        }
        next_step(&case, lang)
    }
}

/// Commonly reported practice, in the reader's language; shown as practice, never as law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Practice {
    /// What often comes next.
    pub usually: Vec<String>,
    /// What to do.
    pub to_do: Vec<String>,
    /// What not to do.
    pub to_avoid: Vec<String>,
}

impl Practice {
    /// Practice in one language.
    #[must_use]
    pub fn new(steps: &NextSteps, lang: Lang) -> Practice {
        Practice {
            usually: vec![steps.usually.get(lang).to_owned()],
            to_do: vec![steps.act.get(lang).to_owned()],
            to_avoid: vec![steps.avoid.get(lang).to_owned()],
        }
    }
}

/// The status of all debts, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StatusReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The ledger's currency.
    pub currency: Currency,
    /// The debts, in the order of the ledger.
    pub debts: Vec<StatusDebt>,
    /// What is owed in all, as far as known.
    pub totals: Parts,
    #[serde(skip)]
    pub(super) overdue: Option<Parts>,
    #[serde(skip)]
    pub(super) asked: Vec<DebtId>,
    #[serde(skip)]
    pub(super) clocks: Vec<Clock>,
    #[serde(skip)]
    pub(super) full: bool,
}

/// One debt.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StatusDebt {
    /// Its id.
    pub id: DebtId,
    /// Its lender's id.
    pub lender: LenderId,
    /// Days overdue.
    pub days_overdue: Option<u32>,
    /// The band.
    pub band: Option<Band>,
    /// The lender's class.
    pub class: Option<Class>,
    /// Written off on.
    pub written_off: Option<NaiveDate>,
    /// Where the talks stand.
    pub talks: Talks,
    /// How far collection has gone.
    pub proceedings: Proceedings,
    /// The next cliff.
    pub worsens: Option<Worsens>,
    /// The first unpaid due date.
    pub oldest_unpaid: Option<NaiveDate>,
    /// What the position rests on.
    pub basis: Option<Basis>,
    /// What is owed in all.
    pub position: Option<Parts>,
    /// What is overdue of it.
    pub overdue: Option<Parts>,
    /// What falls due next.
    pub next_due: Option<DueAmount>,
    /// What the rule book has to say.
    pub findings: Vec<StatusFinding>,
    /// The clocks of law, in a full status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clocks: Option<ClocksReport>,
    #[serde(skip)]
    pub(super) more: More,
}

/// What the document tells beyond the JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct More {
    pub(super) debt: Debt,
    pub(super) lender_name: String,
    pub(super) lender_kind: Option<crate::domain::lender::LenderKind>,
    pub(super) position: Option<Position>,
    pub(super) arrears: Option<Arrears>,
    pub(super) trouble: Option<String>,
    pub(super) bucket: Option<String>,
    pub(super) practice: Option<Practice>,
    pub(super) clocks: Option<Clocks>,
    pub(super) sold_to: Option<String>,
    pub(super) next: NextStep,
}

/// A finding in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusFinding {
    /// The rule's id.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it says.
    pub text: String,
    /// The instrument it rests on.
    pub source: String,
    /// Whether it rests on a number the user set; absent where it does not.
    #[serde(rename = "own-numbers", skip_serializing_if = "std::ops::Not::not")]
    pub own_numbers: bool,
    #[serde(skip)]
    pub(super) level: Level,
}

impl StatusFinding {
    /// A finding in one language.
    #[must_use]
    pub fn new(finding: &Finding, lang: Lang) -> StatusFinding {
        StatusFinding {
            rule: finding.rule.clone(),
            severity: finding.severity,
            text: finding.text.get(lang).to_owned(),
            source: finding.source.title.get(lang).to_owned(),
            own_numbers: finding.own_numbers,
            level: finding.source.level,
        }
    }
}

impl StatusReport {
    /// The report of these debts on a day; findings are told in `lang`.
    #[must_use]
    pub fn new(
        ledger: &Ledger,
        as_of: NaiveDate,
        facts: Vec<DebtFacts<'_>>,
        lang: Lang,
    ) -> StatusReport {
        let debts: Vec<StatusDebt> = facts
            .into_iter()
            .map(|facts| status_debt(ledger, as_of, facts, lang))
            .collect();
        let mut clocks: Vec<Clock> = Vec::new();
        for kind in [ClockKind::Court, ClockKind::Law] {
            clocks.extend(unanswered(ledger, kind).into_iter().cloned());
        }
        StatusReport {
            as_of,
            currency: ledger.currency,
            totals: figure::sum(debts.iter().filter_map(|debt| debt.position.as_ref())),
            overdue: overdue_in_all(&debts),
            debts,
            asked: Vec::new(),
            clocks,
            full: false,
        }
    }

    /// The debts that were asked for by id; the command for more names them again.
    #[must_use]
    pub fn about(mut self, asked: &[DebtId]) -> StatusReport {
        self.asked = asked.to_vec();
        self
    }

    /// Whether the document shows everything.
    #[must_use]
    pub fn full(mut self, full: bool) -> StatusReport {
        self.full = full;
        self
    }

    /// The gravest finding, for `--fail-on`.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.debts
            .iter()
            .flat_map(|debt| debt.findings.iter().map(|finding| finding.severity))
            .max()
    }
}

impl StatusDebt {
    /// Its next step.
    #[must_use]
    pub fn next(&self) -> &NextStep {
        &self.more.next
    }

    /// The name of who holds it.
    #[must_use]
    pub fn lender_name(&self) -> &str {
        &self.more.lender_name
    }
}

/// What is overdue in all; not known where it is not known of one of the debts.
fn overdue_in_all(debts: &[StatusDebt]) -> Option<Parts> {
    let unknown = debts
        .iter()
        .any(|debt| debt.position.is_some() && debt.overdue.is_none());
    (!unknown).then(|| figure::sum(debts.iter().filter_map(|debt| debt.overdue.as_ref())))
}

fn status_debt(
    ledger: &Ledger,
    as_of: NaiveDate,
    mut facts: DebtFacts<'_>,
    lang: Lang,
) -> StatusDebt {
    let next = facts.consulted(ledger, as_of, lang);
    let debt = facts.debt;
    let arrears = facts.arrears.as_ref();
    let mut findings: Vec<StatusFinding> = facts
        .findings
        .iter()
        .map(|finding| StatusFinding::new(finding, lang))
        .collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    StatusDebt {
        id: debt.id.clone(),
        lender: debt.lender.clone(),
        days_overdue: arrears.and_then(|arrears| arrears.days_overdue),
        band: arrears.and_then(|arrears| arrears.band),
        class: facts.class,
        written_off: debt.written_off.filter(|on| *on <= as_of),
        talks: keeping::talks(ledger, debt, as_of),
        proceedings: debt.proceedings,
        worsens: facts.worsens,
        oldest_unpaid: arrears.and_then(|arrears| arrears.oldest_unpaid),
        basis: facts.position.as_ref().map(|position| position.basis),
        position: facts
            .position
            .as_ref()
            .filter(|position| position.is_whole())
            .map(|position| position.parts),
        overdue: arrears.and_then(|arrears| arrears.overdue),
        next_due: arrears.and_then(|arrears| arrears.next_due),
        findings,
        clocks: facts
            .clocks
            .clone()
            .map(|clocks| ClocksReport::new(clocks, lang)),
        more: More {
            clocks: facts.clocks,
            debt: debt.clone(),
            lender_name: facts
                .holder
                .map_or_else(|| debt.lender.to_string(), |lender| lender.name.clone()),
            lender_kind: facts.holder.and_then(|lender| lender.kind),
            position: facts.position,
            arrears: facts.arrears,
            trouble: facts.trouble,
            bucket: facts.bucket,
            practice: facts.practice,
            sold_to: sold_to(ledger, debt),
            next,
        },
    }
}

/// The name of the buyer: that of the lender with this id, else as written.
fn sold_to(ledger: &Ledger, debt: &Debt) -> Option<String> {
    let to = &debt.sold.as_ref()?.to;
    let lender = to.parse().ok().and_then(|id| ledger.lender(&id));
    Some(lender.map_or_else(|| to.clone(), |lender| lender.name.clone()))
}
