//! `audit`: the lender's claim rebuilt, what is left unexplained, and what to ask.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use crate::domain::calendar::DayCount;
use crate::domain::contract::{AllocationScope, Order, PenaltyTerm};
use crate::domain::finding::Source;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::vocabulary::Vocabulary;
use crate::engine::audit::{Audit, Candidate, Convention, PenaltyBase};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};
use crate::rules::lines::Line;

/// How one respect of a way of counting is shown.
type OneWay = fn(&Convention, &Words) -> Cell;

/// Candidates beyond these are counted, not shown.
const SHOWN: usize = 3;

/// A claim rebuilt, as data and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditReport {
    debt: DebtId,
    audit: Audit,
    line: Option<Line>,
    no_deduction: Option<Source>,
    currency: Currency,
    full: bool,
}

/// The JSON of an audit (product.md §6).
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Figures<'a> {
    debt: &'a DebtId,
    on: NaiveDate,
    claim: Parts,
    computed: Parts,
    difference: Parts,
    matches: Vec<Match>,
    undetermined: bool,
    #[serde(rename = "line-24")]
    line_24: Option<LineFigures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    up_front: Option<Money>,
    questions: Vec<&'static str>,
}

/// One way of counting, in JSON.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Match {
    allocation: String,
    allocation_scope: AllocationScope,
    day_count: DayCount,
    compound: bool,
    penalty: Option<String>,
    penalty_base: PenaltyBase,
    residual: Money,
}

/// The screen against the line, in JSON.
#[derive(Serialize)]
struct LineFigures {
    max: Money,
    charged: Money,
    excess: Money,
}

impl Serialize for AuditReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let audit = &self.audit;
        Figures {
            debt: &self.debt,
            on: audit.on,
            claim: audit.claimed,
            computed: audit.computed,
            difference: audit.difference,
            matches: audit.best.iter().map(as_match).collect(),
            undetermined: audit.undetermined(),
            line_24: audit
                .line
                .filter(|_| self.line.is_some())
                .map(|line| LineFigures {
                    max: line.most,
                    charged: line.charged,
                    excess: line.excess,
                }),
            up_front: audit.up_front,
            questions: audit
                .questions
                .iter()
                .map(|question| question.as_str())
                .collect(),
        }
        .serialize(serializer)
    }
}

fn as_match(candidate: &Candidate) -> Match {
    let convention = &candidate.convention;
    Match {
        allocation: order_text(&convention.allocation),
        allocation_scope: convention.scope,
        day_count: convention.day_count,
        compound: convention.compound,
        penalty: convention.penalty.map(penalty_text),
        penalty_base: convention.base,
        residual: candidate.residual,
    }
}

fn order_text(order: &Order) -> String {
    match order {
        Order::Named(named) => named.as_str().to_owned(),
        Order::List(parts) => parts
            .iter()
            .map(|part| part.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn penalty_text(penalty: PenaltyTerm) -> String {
    match penalty {
        PenaltyTerm::Multiple(percent) => percent.to_string(),
        PenaltyTerm::Own(rate) => rate.to_string(),
    }
}

impl AuditReport {
    /// The report of an audit; `line` is the line it was screened against, `no_deduction` the rule against
    /// deductions from principal (INT-20), each only where it may be cited to this lender.
    #[must_use]
    pub fn new(
        debt: DebtId,
        audit: Audit,
        line: Option<Line>,
        no_deduction: Option<Source>,
        currency: Currency,
    ) -> AuditReport {
        AuditReport {
            debt,
            audit,
            line,
            no_deduction,
            currency,
            full: false,
        }
    }

    /// Whether the document shows every candidate.
    #[must_use]
    pub fn full(mut self, full: bool) -> AuditReport {
        self.full = full;
        self
    }

    fn answer(&self, words: &Words) -> String {
        let figures = Numbers::new(words.lang(), self.currency);
        let audit = &self.audit;
        let slots = [
            ("claimed", figures.money(audit.claimed.total()).into()),
            ("computed", figures.money(audit.computed.total()).into()),
            ("residual", figures.money(audit.residual).into()),
            ("count", audit.best.len().into()),
        ];
        let as_recorded = audit.best.first().is_some_and(|best| best.departures == 0);
        let id = match (audit.residual.is_zero(), as_recorded, audit.undetermined()) {
            (true, true, _) => "audit-answer-as-recorded",
            (true, false, false) => "audit-answer-otherwise",
            (true, false, true) => "audit-answer-undetermined",
            (false, _, _) => "audit-answer-unexplained",
        };
        words.with(id, &slots)
    }

    fn parts_table(&self, words: &Words) -> Table {
        let audit = &self.audit;
        let mut table = Table::new([
            words.text("audit-column-part"),
            words.text("audit-column-claimed"),
            words.text("audit-column-computed"),
            words.text("audit-column-difference"),
        ]);
        for &part in Part::ALL {
            table.row(vec![
                numbers::capitalised(&words.word(part)).into(),
                audit.claimed.get(part).into(),
                audit.computed.get(part).into(),
                audit.difference.get(part).into(),
            ]);
        }
        table.total(vec![
            words.text("audit-total").into(),
            audit.claimed.total().into(),
            audit.computed.total().into(),
            audit.difference.total().into(),
        ]);
        table
    }

    fn ways(&self, document: &mut Document, words: &Words) {
        document.heading(words.text("audit-ways"));
        let shown = if self.full { usize::MAX } else { SHOWN };
        let columns = self.audit.best.iter().take(shown);
        let mut table = Table::new(
            std::iter::once(words.text("audit-column-way"))
                .chain((1..).take(columns.len()).map(|k: u32| k.to_string())),
        );
        let rows: [(&str, OneWay); 6] = [
            ("audit-way-allocation", |way, words| {
                allocation(&way.allocation, words).into()
            }),
            ("audit-way-scope", |way, words| words.word(way.scope).into()),
            ("audit-way-day-count", |way, _| {
                way.day_count.as_str().into()
            }),
            ("audit-way-penalty", |way, words| {
                way.penalty
                    .map_or_else(|| words.text("audit-none"), penalty_text)
                    .into()
            }),
            ("audit-way-base", |way, words| words.word(way.base).into()),
            ("audit-way-compound", |way, words| {
                words
                    .text(if way.compound {
                        "audit-yes"
                    } else {
                        "audit-no"
                    })
                    .into()
            }),
        ];
        for (label, cell) in rows {
            let mut cells = vec![words.text(label).into()];
            cells.extend(columns.clone().map(|best| cell(&best.convention, words)));
            table.row(cells);
        }
        let mut cells: Vec<Cell> = vec![words.text("audit-residual").into()];
        cells.extend(columns.map(|best| Cell::Money(best.residual)));
        table.total(cells);
        document.push(Block::Table(table));
        let hidden = self.audit.best.len().saturating_sub(shown);
        if hidden > 0 {
            document.paragraph(words.with("audit-more-ways", &[("count", hidden.into())]));
        }
    }

    fn screen(&self, document: &mut Document, words: &Words) {
        let (Some(screen), Some(line)) = (self.audit.line, &self.line) else {
            return;
        };
        let figures = Numbers::new(words.lang(), self.currency);
        let id = if screen.excess.is_positive() {
            "audit-line-above"
        } else {
            "audit-line-below"
        };
        let text = words.with(
            id,
            &[
                ("line", numbers::exact_percent(line.percent).into()),
                ("charged", figures.money(screen.charged).into()),
                ("most", figures.money(screen.most).into()),
                ("excess", figures.money(screen.excess).into()),
                ("source", line.source.title.get(words.lang()).into()),
                ("level", words.word(line.source.level).into()),
            ],
        );
        document.note(NoteKind::Plain, text);
    }

    fn growth(&self, document: &mut Document, words: &Words) {
        if self.audit.growth.is_empty() {
            return;
        }
        document.heading(words.text("audit-growth"));
        let mut columns = vec![
            words.text("audit-column-from"),
            words.text("audit-column-to"),
        ];
        columns.extend(
            Part::ALL
                .iter()
                .map(|part| numbers::capitalised(&words.word(*part))),
        );
        columns.push(words.text("audit-column-paid"));
        let mut table = Table::new(columns);
        for grown in &self.audit.growth {
            let mut cells: Vec<Cell> = vec![grown.from.into(), grown.to.into()];
            cells.extend(
                Part::ALL
                    .iter()
                    .map(|part| Cell::Money(grown.grew.get(*part))),
            );
            cells.push(grown.paid.into());
            table.row(cells);
        }
        document.push(Block::Table(table));
    }
}

fn allocation(order: &Order, words: &Words) -> String {
    match order {
        Order::Named(named) => words.word(*named),
        Order::List(parts) => parts
            .iter()
            .map(|part| words.word(*part))
            .collect::<Vec<_>>()
            .join(&words.text("audit-then")),
    }
}

impl Report for AuditReport {
    const SCHEMA: &'static str = "forbear.audit.v1";

    fn document(&self, words: &Words) -> Document {
        let date = numbers::long_date(words.lang(), self.audit.on);
        let title = words.with(
            "audit-title",
            &[("debt", self.debt.as_str().into()), ("date", date.into())],
        );
        let mut document = Document::new(title, words.lang());
        document.paragraph(self.answer(words));
        document.push(Block::Table(self.parts_table(words)));
        if !self.audit.by_part {
            document.note(NoteKind::Warning, words.text("audit-no-parts"));
        }
        self.ways(&mut document, words);
        if let Some(gap) = self.audit.up_front {
            let gap = Numbers::new(words.lang(), self.currency).money(gap);
            document.note(
                NoteKind::Warning,
                words.with("audit-up-front", &[("gap", gap.into())]),
            );
            if let Some(source) = &self.no_deduction {
                let slots = [
                    ("source", source.title.get(words.lang()).into()),
                    ("level", words.word(source.level).into()),
                ];
                document.note(NoteKind::Plain, words.with("audit-up-front-law", &slots));
            }
        }
        self.screen(&mut document, words);
        self.growth(&mut document, words);
        if !self.audit.questions.is_empty() {
            document.heading(words.text("audit-questions"));
            let items = self
                .audit
                .questions
                .iter()
                .map(|question| words.text(&format!("audit-ask-{question}")))
                .collect();
            document.push(Block::List {
                ordered: true,
                items,
            });
        }
        document.paragraph(words.text("audit-mark"));
        document
    }
}
