//! What a letter rests on, as its template sees it.
//!
//! Promises: a complaint repeats no words about money, but what else a note says; a law is named with how well it is verified, and the user's
//! own numbers as the user's own; a party the ledger does not name is a blank.

use std::collections::BTreeMap;

use minijinja::value::Value;

use super::{Page, blank, typed};
use crate::domain::calendar::plus_months;
use crate::domain::contact::{Contact, Counterpart};
use crate::domain::finding::{Finding, Level, Source};
use crate::domain::lang::Lang;
use crate::domain::parts::Part;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::{LenderKind, Parts, Product};
use crate::i18n::capitals::capitals;
use crate::i18n::{Words, numbers};
use crate::letters::dossier::{Body, LawDays};
use crate::letters::fact::Fact;
use crate::letters::grounds::{self, Ground, GroundKind};
use crate::letters::kinds::{self, Group, Letter, To, Waits};
use crate::letters::wording;

/// Months for which a counsellor may ask and be told, counted from the letter.
const AUTHORITY_MONTHS: i64 = 6;
/// Events told in a letter of one page, the newest ones.
const EVENTS: usize = 6;
/// Words by which a note on an event speaks of money: it then stays out of a complaint.
const MONEY: &[&str] = &[
    "元", "￥", "¥", "$", "块钱", "塊錢", "还清", "還清", "还款", "還款", "结清", "結清", "减免",
    "減免", "豁免", "分期", "利息", "罚息", "罰息", "本金", "全额", "全額", "首付", "pay",
    "instal", "waive", "interest", "amount", "yuan",
];

impl Page<'_> {
    /// Everything a letter is given besides the facts of every text.
    pub(super) fn letter(&mut self, letter: Letter) {
        self.parties(letter);
        self.events(letter);
        self.law(letter);
        self.settled();
        self.their_offer();
        self.figures(letter);
        self.by_hand();
        let wait = kinds::wait(letter, self.brief, self.brief.as_of);
        if let Some(until) = wait.until {
            self.put_date(Fact::ReplyBy, Some(until));
        }
    }

    /// Who is written to, and how they are called.
    fn parties(&mut self, letter: Letter) {
        let brief = self.brief;
        let dossier = &brief.dossier;
        let collector = dossier.collector.as_ref();
        self.put(Fact::Collector, collector.and_then(|(who, _)| company(who)));
        self.put_date(Fact::CollectorOn, collector.map(|(_, on)| *on));
        let person = collector.and_then(|(who, _)| who.name.as_deref());
        self.set("collector_person", person.map(typed).unwrap_or_default());
        self.set("has_collector", collector.is_some());
        let mediator = dossier.mediator.as_ref();
        let named = mediator.and_then(|contact| company(&contact.counterpart));
        self.put(Fact::Mediator, named);
        if letter == Letter::Mediation {
            let on = mediator.map(|contact| contact.at.date());
            self.put_date(Fact::PaperOn, on.or(brief.paper_on));
        }
        let court = dossier.court.as_ref();
        self.put(
            Fact::Court,
            court.and_then(|contact| company(&contact.counterpart)),
        );
        self.put_typed(
            Fact::CourtNo,
            court.and_then(|contact| contact.ticket.as_deref()),
        );
        if brief.paper_on.is_none() && letter != Letter::Mediation {
            self.put_date(Fact::PaperOn, court.map(|contact| contact.at.date()));
        }
        self.put_typed(Fact::Adviser, dossier.adviser.as_deref());
        let number = dossier.case_number.as_deref().map(typed);
        self.set("case_number", number.unwrap_or_default());
        let until = plus_months(brief.as_of, AUTHORITY_MONTHS);
        self.set("authority_until", wording::long_date(until, self.lang));
        self.set(
            "microloan",
            brief.kind() == Some(LenderKind::MicroloanCompany),
        );
        self.set("you", self.you());
        let addressee = self.addressee(letter);
        self.set("addressee", addressee);
        self.set("to_person", brief.kind() == Some(LenderKind::Private));
    }

    fn addressee(&self, letter: Letter) -> Value {
        let known = |fact: Fact| {
            let name = fact.name_in_templates();
            self.values.get(&name).cloned().unwrap_or_default()
        };
        match kinds::kind(letter).to {
            To::Lender => known(Fact::Lender),
            To::Collector => known(Fact::Collector),
            To::Mediator => known(Fact::Mediator),
            To::Court => known(Fact::Court),
            To::Body => Value::from(body(self.brief.dossier.body, self.lang)),
        }
    }

    /// How the lender is addressed.
    fn you(&self) -> &'static str {
        let kind = self.brief.kind();
        match (self.lang, kind) {
            (Lang::ZhHans, Some(LenderKind::Bank)) => "贵行",
            (Lang::ZhHans, Some(LenderKind::Private)) => "您",
            (Lang::ZhHans, _) => "贵公司",
            (Lang::ZhHant, Some(LenderKind::Bank)) => "貴行",
            (Lang::ZhHant, Some(LenderKind::Private)) => "閣下",
            (Lang::ZhHant, _) => "貴公司",
            (Lang::En, _) => "you",
        }
    }

    /// What happened, item by item, and the papers that go with the letter.
    fn events(&mut self, letter: Letter) {
        let dossier = &self.brief.dossier;
        let group = kinds::kind(letter).group;
        let chosen: Vec<&Contact> = match letter {
            Letter::StopContacts => dossier.third_party_events().collect(),
            _ => dossier.events.iter().collect(),
        };
        let skipped = chosen.len().saturating_sub(EVENTS);
        let chosen: Vec<&Contact> = chosen.into_iter().skip(skipped).collect();
        let words = Words::new(self.lang);
        let events: Vec<Value> = chosen.iter().map(|one| self.event(one, &words)).collect();
        self.set("events", events);
        let papers = match group {
            Group::Complaint => chosen
                .iter()
                .flat_map(|contact| &contact.evidence)
                .map(|evidence| typed(wording::paper(&evidence.file)))
                .collect(),
            Group::Negotiation if letter != Letter::Acceptance => self.hardship_papers(),
            Group::Negotiation | Group::Request => Vec::new(),
            Group::Court => self.court_papers(),
        };
        self.set("enclosed", papers);
    }

    fn hardship_papers(&self) -> Vec<String> {
        let grounds = self.brief.borrower.hardship.iter();
        grounds
            .flat_map(|ground| &ground.evidence)
            .map(|file| typed(wording::paper(file)))
            .collect()
    }

    /// The papers behind the grounds: where the claim was seen, and what the agreement names.
    fn court_papers(&self) -> Vec<String> {
        let dossier = &self.brief.dossier;
        let claim = dossier.debt.newest_claim(self.brief.as_of);
        let source = claim.and_then(|claim| claim.source.as_deref());
        let agreed = dossier.agreement.iter().flat_map(|one| &one.evidence);
        source
            .into_iter()
            .chain(agreed.map(String::as_str))
            .map(|file| typed(wording::paper(file)))
            .collect()
    }

    fn event(&self, contact: &Contact, words: &Words) -> Value {
        let lang = self.lang;
        let what: Vec<String> = contact
            .conduct
            .iter()
            .map(|conduct| words.word(*conduct))
            .collect();
        let who = wording::person(
            contact.counterpart.company.as_deref(),
            contact.counterpart.name.as_deref(),
            lang,
        );
        let said = without_money(&contact.summary);
        let said = if !said.is_empty() && speaks(&said, lang) {
            typed(&said)
        } else {
            String::new()
        };
        Value::from(BTreeMap::from([
            ("when", Value::from(numbers::moment(lang, contact.at))),
            ("channel", Value::from(words.word(contact.channel))),
            (
                "who",
                Value::from(if who.is_empty() { who } else { typed(&who) }),
            ),
            ("what", Value::from(wording::list(&what, lang))),
            ("said", Value::from(said)),
        ]))
    }

    /// The one law a letter may name.
    fn law(&mut self, letter: Letter) {
        let brief = self.brief;
        let dossier = &brief.dossier;
        let days = match kinds::kind(letter).waits {
            Waits::Complaint => dossier.complaint_days.as_ref(),
            Waits::Objection => dossier.objection_days.as_ref(),
            Waits::Asked(_) | Waits::OwnPlan(_) | Waits::Confirmation(_) | Waits::Court => None,
        };
        self.set("law_days", days.map_or(0, |law| law.days));
        self.set("days_law", self.source(days.map(|law| &law.source)));
        self.set("days_own", days.is_some_and(|law: &LawDays| law.own));
        let conduct = conduct_law(&brief.findings, letter);
        self.set(
            "conduct_law",
            self.source(conduct.map(|finding| &finding.source)),
        );
        self.set(
            "conduct_own",
            conduct.is_some_and(|finding| finding.own_numbers),
        );
        self.set("rate_law", self.source(dossier.rate_source.as_ref()));
        let line = dossier.line.as_ref();
        self.set("line_law", self.source(line.map(|line| &line.source)));
        let percent = line.map(|line| line.percent.to_string());
        self.set("line_percent", percent.unwrap_or_default());
    }

    /// A source as it is named: its title, and whether it was only read in reports. Nothing from memory stands in a
    /// book.
    fn source(&self, source: Option<&Source>) -> Value {
        let Some(source) = source else {
            return Value::from(false);
        };
        Value::from(BTreeMap::from([
            ("title", Value::from(typed(source.title.get(self.lang)))),
            ("reported", Value::from(source.level != Level::VText)),
        ]))
    }

    fn settled(&mut self) {
        let dossier = &self.brief.dossier;
        self.set("is_settled", dossier.settled);
        let last = dossier.last_payment.filter(|_| dossier.settled);
        self.put_date(Fact::SettledOn, last.map(|(on, _)| on));
        self.put_money(Fact::PaidLast, last.map(|(_, amount)| amount));
        let agreed = dossier.agreement.as_ref().map(|agreement| agreement.signed);
        let agreed = agreed.map(|on| wording::long_date(on, self.lang));
        let written_off = dossier
            .debt
            .written_off
            .filter(|on| *on <= self.brief.as_of);
        let written_off = written_off.map(|on| wording::long_date(on, self.lang));
        self.set("written_off_on", written_off.unwrap_or_default());
        self.set("agreed_on", agreed.unwrap_or_default());
    }

    /// The lender's offer as it was made.
    fn their_offer(&mut self) {
        let dossier = &self.brief.dossier;
        let offer = dossier.their_offer.as_ref();
        self.put_date(Fact::TheirOfferOn, offer.map(|offer| offer.on));
        let plan = dossier.their_plan.as_ref();
        self.put_money(Fact::TheirMonthly, plan.map(|plan| plan.peak_payment));
        self.set("their_settle", plan.is_some_and(|plan| plan.count <= 1));
        let short = plan.and_then(|plan| plan.short);
        self.set("their_short", short.is_some());
        let month = short.map(|short| numbers::month(self.lang, short.month));
        self.set("their_short_month", month.unwrap_or_default());
    }

    /// The claim against the contract, and the grounds that follow.
    fn figures(&mut self, letter: Letter) {
        let brief = self.brief;
        let asks = matches!(letter, Letter::Statement);
        let audit = if asks { grounds::audited(brief) } else { None };
        let differs = audit
            .filter(|audit| audit.by_part && !audit.residual.is_zero())
            .filter(|_| brief.limitation_question().is_none());
        let rows = differs
            .as_ref()
            .map(|audit| self.differences(audit.claimed, audit.computed));
        self.set("differences", rows.unwrap_or_default());
        let court = kinds::kind(letter).group == Group::Court;
        let found = if court {
            grounds::grounds(brief, letter)
        } else {
            Vec::new()
        };
        self.set("ground_law", self.ground_law(&found));
        let found: Vec<Value> = found.iter().map(|ground| self.ground(ground)).collect();
        self.set("grounds", found);
    }

    /// The one law that a court paper names: that of the request for a reduction, which names its line, else that of
    /// the first ground which has one.
    fn ground_law(&self, found: &[Ground]) -> Value {
        let laws = &self.brief.dossier.ground_laws;
        let numbered = || (1_u32..).zip(found);
        let of = |(number, ground): (u32, &Ground)| {
            let (_, source) = laws.iter().find(|(kind, _)| *kind == ground.kind)?;
            Some((number, source))
        };
        let law = numbered()
            .filter(|(_, ground)| ground.kind == GroundKind::Reduction)
            .find_map(of)
            .or_else(|| numbered().find_map(of));
        let Some((number, source)) = law else {
            return Value::from(false);
        };
        Value::from(BTreeMap::from([
            ("number", Value::from(number)),
            ("title", Value::from(typed(source.title.get(self.lang)))),
        ]))
    }

    fn differences(&self, claimed: Parts, computed: Parts) -> Vec<Value> {
        let card = self.brief.product == Some(Product::CreditCard);
        let differing = Part::ALL
            .iter()
            .filter(|part| claimed.get(**part) != computed.get(**part));
        differing
            .map(|part| {
                Value::from(BTreeMap::from([
                    ("part", Value::from(wording::part(*part, card, self.lang))),
                    ("claimed", Value::from(self.money_text(claimed.get(*part)))),
                    (
                        "computed",
                        Value::from(self.money_text(computed.get(*part))),
                    ),
                ]))
            })
            .collect()
    }

    fn ground(&self, ground: &Ground) -> Value {
        let Ground {
            kind,
            on,
            amount,
            figures,
        } = ground;
        let money = |sum| self.money_text(sum);
        let in_words = amount.and_then(|sum| capitals(self.lang, self.brief.currency, sum));
        let (claimed, computed) = figures.unwrap_or_default();
        let rows = figures.map(|(claimed, computed)| self.differences(claimed, computed));
        let on = on.map(|on| wording::long_date(on, self.lang));
        let fallback = match kind {
            GroundKind::Settled => blank(Fact::SettledOn),
            _ => String::new(),
        };
        Value::from(BTreeMap::from([
            ("kind", Value::from(kind.as_str())),
            ("on", Value::from(on.unwrap_or(fallback))),
            ("amount", Value::from(amount.map(money).unwrap_or_default())),
            ("capitals", Value::from(in_words.unwrap_or_default())),
            ("claimed", Value::from(money(claimed.total()))),
            ("computed", Value::from(money(computed.total()))),
            ("rows", Value::from(rows.unwrap_or_default())),
        ]))
    }

    /// What the ledger has no place for.
    fn by_hand(&mut self) {
        self.put_date(Fact::ReportOn, None);
        for fact in [
            Fact::ReportFrom,
            Fact::ReportSays,
            Fact::ReportTrue,
            Fact::Extension,
            Fact::TheirAnswer,
        ] {
            self.put(fact, None);
        }
        let sent = self.brief.dossier.sent.iter();
        let complaint = sent.rev().find(|(letter, ..)| *letter == Letter::Complaint);
        self.put_date(Fact::ComplaintOn, complaint.map(|(_, on, _)| *on));
        let number = complaint.and_then(|(.., number)| number.as_deref());
        self.put_typed(Fact::ComplaintNo, number);
    }
}

fn company(who: &Counterpart) -> Option<String> {
    who.company
        .as_deref()
        .or(who.name.as_deref())
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(typed)
}

/// The name of the supervising body; which office is in charge depends on the place, which is written in by hand.
fn body(body: Option<Body>, lang: Lang) -> String {
    let place = blank(Fact::BodyPlace);
    match (body, lang) {
        (Some(Body::National), Lang::ZhHans) => format!("国家金融监督管理总局{place}监管局"),
        (Some(Body::National), Lang::ZhHant) => format!("國家金融監督管理總局{place}監管局"),
        (Some(Body::National), Lang::En) => {
            format!("the National Financial Regulatory Administration, office of {place}")
        }
        (Some(Body::Local), Lang::ZhHans) => format!("{place}地方金融管理部门"),
        (Some(Body::Local), Lang::ZhHant) => format!("{place}地方金融管理部門"),
        (Some(Body::Local), Lang::En) => format!("the local financial authority of {place}"),
        (None, _) => String::new(),
    }
}

/// The finding on conduct that weighs most: the one law of a complaint. Of equal ones the better verified, then the
/// first.
fn conduct_law(findings: &[Finding], letter: Letter) -> Option<&Finding> {
    const ANY: &[&str] = &[
        "third-party",
        "disclosure",
        "threat",
        "impersonation",
        "quiet-hours",
        "exaggerated",
        "entered-home",
        "unidentified",
        "outsourcing",
        "borrow-elsewhere",
        "after-agreement",
        "too-often",
        "many-calls",
        "many-tries",
        "hk-conduct",
    ];
    const OTHERS: &[&str] = &["third-party", "disclosure"];
    let wanted = match letter {
        Letter::StopContacts => OTHERS,
        _ => ANY,
    };
    findings
        .iter()
        .filter(|finding| wanted.contains(&finding.rule.as_str()))
        .filter(|finding| finding.source.level != Level::Practice)
        .rev()
        .max_by_key(|finding| (finding.severity, finding.source.level == Level::VText))
}

/// Whether a note is in the script of the letter: one in another language would not be read.
fn speaks(text: &str, lang: Lang) -> bool {
    let han = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    han != (lang == Lang::En)
}

/// A note without its clauses about money. What stood after one begins without the word that joined them.
fn without_money(text: &str) -> String {
    const JOINS: &[&str] = &[
        "否则",
        "否則",
        "不然",
        "并且",
        "並且",
        "而且",
        "还说",
        "還說",
        "并",
        "並",
        "otherwise ",
        "or else ",
        "and ",
        "or ",
        "but ",
    ];
    let ends = |sign: char| ['，', '。', '；', '、', ',', ';', '.'].contains(&sign);
    let mut kept: Vec<String> = Vec::new();
    let mut dropped = false;
    // A sign between two digits divides a number, not clauses.
    let mut from = 0_usize;
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut clauses: Vec<&str> = Vec::new();
    for (place, (at, sign)) in signs.iter().enumerate() {
        let digit = |near: Option<usize>| {
            let near = near.and_then(|near| signs.get(near));
            near.is_some_and(|(_, sign)| sign.is_ascii_digit())
        };
        if ends(*sign) && !(digit(place.checked_sub(1)) && digit(place.checked_add(1))) {
            clauses.extend(text.get(from..*at));
            from = at.saturating_add(sign.len_utf8());
        }
    }
    clauses.extend(text.get(from..));
    for clause in clauses {
        let clause = clause.trim();
        if clause.is_empty() {
            continue;
        }
        if of_money(clause) {
            dropped = true;
            continue;
        }
        let said = clause
            .chars()
            .next()
            .filter(|sign| dropped && "说說".contains(*sign));
        let rest = said.map_or(clause, |sign| clause.trim_start_matches(sign));
        let join = JOINS.iter().filter(|_| dropped);
        let rest = join
            .filter_map(|join| rest.strip_prefix(join))
            .next()
            .unwrap_or(rest);
        kept.push(said.into_iter().chain(rest.trim_start().chars()).collect());
        dropped = false;
    }
    let han = kept.iter().any(|clause| speaks(clause, Lang::ZhHans));
    kept.join(if han { "，" } else { ", " })
}

fn of_money(text: &str) -> bool {
    let lower = text.to_lowercase();
    MONEY.iter().any(|word| lower.contains(word))
}
