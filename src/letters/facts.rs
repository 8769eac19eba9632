//! The facts as templates see them: one name each, formatted for one language, a marked blank where missing.
//!
//! Promises: every name of [`Fact`] is always there, so a text never fails for want of a fact; a blank carries the
//! name of its fact until [`super::markup`] shows it and reports it; what people typed cannot become markup.

mod letter;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minijinja::value::Value;

use super::brief::{Brief, Mark};
use super::fact::Fact;
use super::kinds::Letter;
use super::wording;
use crate::domain::lang::Lang;
use crate::domain::offer::Terms;
use crate::domain::parts::Part;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::{Band, Finding, LenderKind, Money, Proceedings, Product, Region, Simulation};
use crate::i18n::capitals::capitals;

/// Opens a blank; the fact's word follows.
pub(super) const BLANK_OPEN: char = '\u{e000}';
/// Closes a blank.
pub(super) const BLANK_CLOSE: char = '\u{e001}';
/// Stands before what people typed, so that it never begins a heading or a list.
pub(super) const TYPED: char = '\u{e002}';

/// The names of what templates are given.
pub type Context = BTreeMap<String, Value>;

/// The facts of a brief for one language.
#[must_use]
pub fn context(brief: &Brief, lang: Lang) -> Context {
    let mut page = Page {
        brief,
        lang,
        values: Context::new(),
        known: BTreeMap::new(),
    };
    page.person();
    page.debt();
    page.money();
    page.dates();
    page.plan();
    page.flags();
    for (name, value) in super::rungs::values(brief, lang) {
        page.set(name, value);
    }
    page.finish()
}

/// The facts of a brief for one letter: those of every text, and what the letter rests on.
#[must_use]
pub fn letter_context(brief: &Brief, lang: Lang, kind: Letter) -> Context {
    let mut page = Page {
        brief,
        lang,
        values: context(brief, lang),
        known: BTreeMap::new(),
    };
    page.letter(kind);
    page.values
}

/// Whom a message for all goes to: one lender for each debt, with the lender's own channel where it is known.
#[must_use]
pub fn recipients(briefs: &[Brief]) -> Value {
    let one = |brief: &Brief| {
        let lender = brief.lender.as_ref();
        let official = lender.and_then(|lender| lender.official.as_ref());
        let channel = official.and_then(|it| it.number.as_deref().or(it.app.as_deref()));
        let name = lender.map_or(brief.debt.as_str(), |lender| lender.name.as_str());
        Value::from(BTreeMap::from([
            ("debt", Value::from(brief.debt.as_str())),
            ("lender", Value::from(typed(name))),
            (
                "channel",
                Value::from(channel.map(typed).unwrap_or_default()),
            ),
        ]))
    };
    briefs.iter().map(one).collect::<Vec<_>>().into()
}

/// What the safety line is given.
#[must_use]
pub fn crisis(region: Region) -> Value {
    Value::from(BTreeMap::from([(
        "hk".to_owned(),
        Value::from(region == Region::Hk),
    )]))
}

/// What people typed, made harmless: one line, no control or direction signs, never markup.
pub(super) fn typed(text: &str) -> String {
    let mut clean = String::from(TYPED);
    for sign in text.trim().chars() {
        match sign {
            '\u{e000}'..='\u{f8ff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            sign if sign.is_control() || sign.is_whitespace() => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            sign => clean.push(sign),
        }
    }
    clean
}

struct Page<'a> {
    brief: &'a Brief,
    lang: Lang,
    values: Context,
    known: BTreeMap<String, Value>,
}

impl Page<'_> {
    fn put(&mut self, fact: Fact, value: Option<String>) {
        let name = fact.name_in_templates();
        let value = value.filter(|text| !text.is_empty());
        self.known
            .insert(name.clone(), Value::from(value.is_some()));
        self.values
            .insert(name, Value::from(value.unwrap_or_else(|| blank(fact))));
    }

    fn put_typed(&mut self, fact: Fact, value: Option<&str>) {
        let value = value
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(typed);
        self.put(fact, value);
    }

    fn put_money(&mut self, fact: Fact, value: Option<Money>) {
        let value = value.map(|amount| self.money_text(amount));
        self.put(fact, value);
    }

    /// A date as it is said, and as a letter writes it under the name with `_long`.
    fn put_date(&mut self, fact: Fact, value: Option<NaiveDate>) {
        let as_of = self.brief.as_of;
        self.put(
            fact,
            value.map(|date| wording::spoken_date(date, as_of, self.lang)),
        );
        let long = value.map_or_else(|| blank(fact), |date| wording::long_date(date, self.lang));
        self.values
            .insert(format!("{}_long", fact.name_in_templates()), long.into());
    }

    fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.values.insert(name.to_owned(), value.into());
    }

    fn money_text(&self, amount: Money) -> String {
        wording::money(amount, self.brief.currency, self.lang)
    }

    fn person(&mut self) {
        let brief = self.brief;
        let borrower = &brief.borrower;
        self.put_typed(Fact::Name, borrower.name.as_deref());
        self.put_typed(Fact::Phone, borrower.phone.as_deref());
        self.put_typed(Fact::Address, borrower.address.as_deref());
        self.put_typed(Fact::CallTimes, borrower.call_times.as_deref());
        let hardship = brief.hardship();
        let reason = hardship.and_then(|h| wording::reason(h, brief.as_of, self.lang));
        self.put(Fact::Reason, reason.map(|text| typed(&text)));
        let since = hardship.and_then(|h| h.since);
        self.put(
            Fact::Since,
            since.map(|date| wording::spoken_month(date, brief.as_of, self.lang)),
        );
        let papers: Vec<String> = borrower
            .hardship
            .iter()
            .flat_map(|ground| &ground.evidence)
            .map(|file| typed(wording::paper(file)))
            .collect();
        self.put(Fact::Evidence, self.papers_in_short(&papers));
        self.set("papers", papers);
        self.put_typed(
            Fact::OwnWords,
            borrower
                .hardship
                .iter()
                .find_map(|ground| ground.own_words.as_deref()),
        );
        self.set(
            "hardship",
            hardship.map_or("unknown", |ground| ground.kind.as_str()),
        );
    }

    /// The papers as they are said: two by name, the rest as a number.
    fn papers_in_short(&self, papers: &[String]) -> Option<String> {
        let named: Vec<String> = papers.iter().take(2).cloned().collect();
        let named = wording::list(&named, self.lang);
        Some(match (papers.len(), self.lang) {
            (0, _) => return None,
            (1 | 2, _) => named,
            (count, Lang::ZhHans | Lang::ZhHant) => format!("{named}等{count}份"),
            (count, Lang::En) => {
                let rest = count.saturating_sub(2);
                let first: Vec<String> = papers.iter().take(2).cloned().collect();
                format!("{} and {rest} more", first.join(", "))
            }
        })
    }

    fn debt(&mut self) {
        let brief = self.brief;
        let lender = brief.lender.as_ref();
        self.put_typed(Fact::Lender, lender.map(|l| l.name.as_str()));
        let official = lender.and_then(|l| l.official.as_ref());
        self.put_typed(
            Fact::Official,
            official.and_then(|o| o.number.as_deref().or(o.app.as_deref())),
        );
        let account = official.map(|o| [o.payee.as_deref(), o.account.as_deref()]);
        let account: Vec<&str> = account.into_iter().flatten().flatten().collect();
        let whole = account.join(" ");
        self.put_typed(Fact::Account, (account.len() == 2).then_some(&whole));
        self.put_typed(Fact::OriginalLender, brief.original_lender.as_deref());
        self.put_typed(Fact::ContractNo, brief.contract_number.as_deref());
        self.put_typed(Fact::Purpose, brief.purpose.as_deref());
        self.put(Fact::Days, brief.days.map(|days| days.to_string()));
        self.put_date(
            Fact::DueDate,
            brief.oldest_unpaid.or(brief.next_due.map(|due| due.on)),
        );
        self.put(
            Fact::Ticket,
            brief.ticket.as_ref().map(|(number, _)| typed(number)),
        );
        self.put_date(Fact::TicketOn, brief.ticket.as_ref().map(|(_, on)| *on));
        let caller = brief.caller.clone().unwrap_or_default();
        let caller = wording::person(caller.company.as_deref(), caller.name.as_deref(), self.lang);
        self.set("caller", typed(&caller));
        self.set("has_caller", !caller.is_empty());
        self.set("debt", brief.debt.as_str());
    }

    fn money(&mut self) {
        let brief = self.brief;
        let capacity = brief.capacity.as_ref();
        self.put_money(Fact::Owed, brief.owed.map(|(parts, _)| parts.total()));
        self.put_money(Fact::Overdue, brief.overdue);
        self.put_money(Fact::ContractPayment, brief.contract_payment);
        self.put_money(Fact::Minimum, brief.minimum);
        self.put_money(Fact::Income, capacity.map(|c| c.income));
        self.put_money(Fact::Essential, capacity.map(|c| c.essential));
        self.put_money(Fact::Offerable, brief.offerable());
        self.put_money(Fact::Monthly, brief.monthly());
        let limit = brief
            .limit_monthly()
            .map_or_else(|| blank(Fact::Offerable), |sum| self.money_text(sum));
        self.set("limit", limit);
        let offer = self.offer();
        self.set("offer", offer);
        let committed = capacity
            .and_then(|c| c.months.get(1).or(c.months.first()))
            .map(|month| month.agreed + month.promised)
            .filter(|sum| sum.is_positive());
        self.put_money(Fact::Committed, committed);
        let mut parts = Vec::new();
        for part in Part::ALL {
            if let Some(amount) = brief.owed_part(*part)
                && amount.is_positive()
            {
                parts.push(self.part_and_amount(*part, amount));
            }
        }
        self.set("owed_parts", parts);
        // A part of what is owed only where the two are not from sources that contradict each other.
        let owed = brief.owed.map(|(parts, _)| parts.total());
        let of =
            |is: fn(&(Money, Money)) -> bool| brief.overdue.zip(owed).is_some_and(|two| is(&two));
        self.set("overdue_all", of(|(overdue, owed)| overdue == owed));
        self.set("overdue_of_owed", of(|(overdue, owed)| overdue <= owed));
        let mark = brief.owed.map(|(_, mark)| mark);
        self.set("owed_claimed", mark == Some(Mark::Claimed));
        let rolled = brief.claimed_on.is_some_and(|on| on < brief.as_of);
        self.set("owed_rolled", mark == Some(Mark::Claimed) && rolled);
        self.set("owed_computed", mark == Some(Mark::Computed));
        self.set("owed_assumed", mark == Some(Mark::Assumed));
        self.put(Fact::LenderCount, Some(brief.lender_count.to_string()));
        for unsaid in [Fact::Assets, Fact::PublicPlace, Fact::Changed, Fact::Short] {
            self.put(unsaid, None);
        }
    }

    /// What is offered, as it is said: so much a month, or one payment.
    fn offer(&self) -> String {
        let brief = self.brief;
        if let (true, Some(plan)) = (brief.settles(), &brief.proposal) {
            let total = self.money_text(plan.total);
            return match self.lang {
                Lang::ZhHans => format!("一次付{total}"),
                Lang::ZhHant => format!("一筆過付{total}"),
                Lang::En => format!("one payment of {total}"),
            };
        }
        let monthly = brief
            .monthly()
            .map_or_else(|| blank(Fact::Monthly), |sum| self.money_text(sum));
        match self.lang {
            Lang::ZhHans | Lang::ZhHant => format!("每月{monthly}"),
            Lang::En => format!("{monthly} a month"),
        }
    }

    fn part_and_amount(&self, part: Part, amount: Money) -> Value {
        let card = self.brief.product == Some(Product::CreditCard);
        Value::from(BTreeMap::from([
            (
                "part".to_owned(),
                Value::from(wording::part(part, card, self.lang)),
            ),
            ("amount".to_owned(), Value::from(self.money_text(amount))),
        ]))
    }

    fn dates(&mut self) {
        let brief = self.brief;
        self.put_date(Fact::Today, Some(brief.as_of));
        self.put_date(Fact::FirstDate, brief.first_date());
        self.put_date(Fact::ReplyBy, Some(brief.reply_by()));
        self.put_date(Fact::AnswerBy, Some(brief.answer_by()));
        self.put_date(Fact::PlanBy, Some(brief.plan_by()));
        self.put_date(Fact::OwedOn, brief.claimed_on.or(Some(brief.as_of)));
        self.put_date(Fact::RetryOn, brief.retry_on);
        self.put_date(Fact::CourtUntil, brief.court_until);
        self.put_date(Fact::PaperOn, brief.paper_on);
        let day = |day: u32| wording::day_of_month(day, self.lang);
        let (pay, debit) = (brief.pay_day.map(day), brief.debit_day.map(day));
        self.put(Fact::PayDay, pay);
        self.put(Fact::DebitDay, debit);
        let promise = brief.promise;
        self.put_money(
            Fact::PromiseAmount,
            promise.map(|(promise, _)| promise.amount),
        );
        self.put_date(Fact::PromiseOn, promise.map(|(promise, _)| promise.on));
        self.put_date(Fact::PromisedAt, promise.map(|(_, at)| at));
        self.set("reply_by_iso", brief.reply_by().to_string());
        self.set("answer_by_iso", brief.answer_by().to_string());
        self.set("plan_by_iso", brief.plan_by().to_string());
    }

    fn plan(&mut self) {
        let brief = self.brief;
        let plan = brief.proposal.as_ref();
        let count = plan.map(|plan| plan.count);
        self.put(Fact::Months, count.map(|count| count.to_string()));
        self.put_money(Fact::Total, plan.map(|plan| plan.total));
        self.put_money(
            Fact::Waived,
            plan.map(|plan| plan.waived.total())
                .filter(|sum| sum.is_positive()),
        );
        let pay_now = plan
            .map(|plan| plan.paid_now)
            .filter(|sum| sum.is_positive());
        self.put_money(Fact::PayNow, pay_now);
        self.put_date(Fact::EndsOn, plan.map(|plan| plan.ends_on));
        self.set("has_plan", plan.is_some());
        self.set("settles", brief.settles());
        let terms = plan.map(|plan| plan.terms.clone()).unwrap_or_default();
        self.terms(&terms);
        self.rows(plan);
        let mut waives = Vec::new();
        if let Some(plan) = plan {
            for (part, _) in &plan.terms.waive {
                let amount = plan.waived.get(*part);
                if amount.is_positive() {
                    waives.push(self.part_and_amount(*part, amount));
                }
            }
        }
        self.set("waives", waives);
        let capitals = plan.and_then(|plan| capitals(self.lang, brief.currency, plan.total));
        self.set("total_capitals", capitals.unwrap_or_default());
    }

    fn terms(&mut self, terms: &Terms) {
        let number = |count: Option<u32>| count.unwrap_or_default().to_string();
        self.set("defers", terms.defer.is_some());
        self.set("defer", number(terms.defer));
        self.set("extends", terms.extend.is_some());
        self.set("extend", number(terms.extend));
        self.set("freezes", terms.freeze);
        self.set("reprices", terms.rate.is_some());
        self.set(
            "rate",
            terms
                .rate
                .map_or_else(String::new, |rate| rate.percent.to_string()),
        );
        self.set("pays_now", terms.pay_now.is_some());
    }

    fn rows(&mut self, plan: Option<&Simulation>) {
        let even = plan.is_none_or(|plan| plan.first_payment == plan.last_payment);
        self.set("even", even);
        // All alike but the last, which takes up the cents.
        let last_differs = plan.is_some_and(|plan| {
            let before_last = plan.rows.len().saturating_sub(1);
            !even
                && plan
                    .rows
                    .iter()
                    .take(before_last)
                    .all(|row| row.amount == plan.first_payment)
        });
        self.set("last_differs", last_differs);
        let amount = |of: fn(&Simulation) -> Money| {
            plan.map_or_else(|| blank(Fact::Instalment), |plan| self.money_text(of(plan)))
        };
        let (first, last, peak) = (
            amount(|plan| plan.first_payment),
            amount(|plan| plan.last_payment),
            amount(|plan| plan.peak_payment),
        );
        self.set("first_payment", first);
        self.set("last_payment", last);
        self.set("peak_payment", peak);
    }

    fn flags(&mut self) {
        let brief = self.brief;
        self.set("kind", brief.kind().map_or("unknown", LenderKind::as_str));
        self.set("bank", brief.kind() == Some(LenderKind::Bank));
        self.set("private", brief.kind() == Some(LenderKind::Private));
        self.set("card", brief.product == Some(Product::CreditCard));
        self.set("loan", brief.product != Some(Product::CreditCard));
        self.set("band", brief.band.map_or("unknown", Band::as_str));
        self.set(
            "overdue_now",
            brief.band.is_some_and(|b| b != Band::Current),
        );
        self.set("early", brief.band == Some(Band::Current));
        // What came after the first missed payment was not its reason.
        let since = brief.hardship().and_then(|ground| ground.since);
        let missed = brief
            .oldest_unpaid
            .filter(|_| brief.days.is_some_and(|days| days > 0));
        self.set(
            "reason_later",
            since
                .zip(missed)
                .is_some_and(|(since, missed)| since > missed),
        );
        self.set("proceedings", brief.proceedings.as_str());
        let over = brief.court_until.is_some_and(|until| until < brief.as_of);
        self.set("court_late", over);
        self.set(
            "outside",
            brief.proceedings == Proceedings::OutsideCollector,
        );
        self.set("talks", brief.talks.as_str());
        self.set("sold", brief.sold);
        self.set(
            "guarantor_paid",
            matches!(
                brief.kind(),
                Some(LenderKind::Guarantor | LenderKind::Insurer)
            ),
        );
        self.set("surety", brief.surety);
        self.set("written_off", brief.written_off);
        self.set("accelerated", brief.accelerated);
        self.set("auto_debit", brief.auto_debit);
        self.set("many", brief.lender_count > 1);
        self.set("nothing_left", brief.nothing_left());
        // Said only where a plan was held against the months of a budget, and each of them bore it,
        // no payment before its money.
        let kept = |plan: &Simulation| plan.fits == Some(true) && plan.days.short.is_none();
        self.set("checked", brief.proposal.as_ref().is_some_and(kept));
        self.set(
            "no_figure",
            brief.monthly().is_none() && !brief.nothing_left(),
        );
        self.set("broken_before", brief.broken_before);
        self.set("has_promise", brief.promise.is_some());
        let findings: Vec<Value> = brief.findings.iter().map(|f| self.finding(f)).collect();
        self.set("findings", findings);
        self.set("cn", brief.region == Region::Cn);
        self.set("hk", brief.region == Region::Hk);
    }

    fn finding(&self, finding: &Finding) -> Value {
        let text = |text: &str| Value::from(typed(text));
        Value::from(BTreeMap::from([
            ("rule".to_owned(), text(&finding.rule)),
            (
                "severity".to_owned(),
                Value::from(finding.severity.as_str()),
            ),
            ("text".to_owned(), text(finding.text.get(self.lang))),
            (
                "source".to_owned(),
                text(finding.source.title.get(self.lang)),
            ),
            (
                "level".to_owned(),
                Value::from(finding.source.level.as_str()),
            ),
        ]))
    }

    fn finish(mut self) -> Context {
        let known = Value::from(std::mem::take(&mut self.known));
        self.values.insert("known".to_owned(), known);
        for (name, word) in [("occasion", "overdue"), ("channel", "phone")] {
            self.values.insert(name.to_owned(), Value::from(word));
        }
        self.values.insert("tight".to_owned(), Value::from(false));
        self.values
            .insert("objections".to_owned(), Value::from(Vec::<Value>::new()));
        self.values
    }
}

pub(super) fn blank(fact: Fact) -> String {
    format!("{BLANK_OPEN}{fact}{BLANK_CLOSE}")
}
