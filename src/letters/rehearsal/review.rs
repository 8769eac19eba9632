//! After the call: what went well, what was said and promised, whether it was inside the ladder, what would be
//! logged, and one thing to try next.
//!
//! Promises: nothing is written down; the line shown for the log is refused as it stands (its time is left open), so
//! that a practice call never lands among the real ones by accident; no blame.

use minijinja::value::Value;

pub use super::law::Asked;
use super::law::cited;
use super::tree::{End, Follow, PointKind};
use super::{At, Call, Figure, Taken, Temper};
use crate::domain::contact::Direction;
use crate::domain::ladder::RungName;
use crate::domain::lang::Lang;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::{Conduct, Level, Money};
use crate::i18n::Words;
use crate::letters::lint::Problem;
use crate::letters::template::LetterError;
use crate::letters::{objections, wording};
use crate::report::rehearse::{
    Answer, Figures, LogLine, Promised, RehearseReport, Review, Source, Turn,
};

/// Points a review names: more are not remembered.
const MOST_POINTS: usize = 5;

impl Call<'_> {
    /// The transcript and the review.
    ///
    /// # Errors
    /// [`LetterError`] if a line of the data is no template; tests render them all.
    pub fn report(&self, asked: Asked<'_>, words: &Words) -> Result<RehearseReport, LetterError> {
        let end = match self.at {
            At::Over(end) => Some(end),
            At::Node(_) | At::Stopped => None,
        };
        let rung = |name| {
            self.brief
                .rung(name)
                .map(|rung| rung.simulation.peak_payment)
        };
        Ok(RehearseReport {
            as_of: self.brief.as_of,
            debt: self.brief.debt.clone(),
            lender: self.brief.lender.as_ref().map(|one| one.name.clone()),
            temper: (!self.is_special()).then(|| self.temper.as_str().to_owned()),
            direction: self.direction(),
            figures: Figures {
                opening: rung(RungName::Opening),
                target: rung(RungName::Target),
                limit: self.limit(),
            },
            turns: self.transcript(),
            finished: end.is_some(),
            log: end.map(|end| self.log(end, words)).transpose()?,
            review: Review {
                went_well: self.points(PointKind::Well),
                said: self.said().or(self.typed()),
                promised: self.promised(end),
                inside_ladder: self.inside(end),
                notes: self.notes(words),
                write_down: end
                    .map(|end| {
                        objections::filled(end.write.get(self.lang), self.lang, &self.context())
                    })
                    .transpose()?,
                try_next: self.try_next(words),
                answers: self.answers(asked)?,
            },
            currency: self.brief.currency,
            with_transcript: true,
        })
    }

    fn direction(&self) -> Direction {
        if self.incoming {
            Direction::In
        } else {
            Direction::Out
        }
    }

    fn transcript(&self) -> Vec<Turn> {
        self.turns
            .iter()
            .map(|turn| Turn {
                node: turn.node.id.clone(),
                they: turn.they.clone(),
                choice: match (turn.choice, turn.taken) {
                    (Some(choice), _) => choice.id.clone(),
                    (None, taken) => taken.unwrap_or(Taken::Yes).as_str().to_owned(),
                },
                you: turn.you.clone(),
                done: turn.choice.is_some_and(|choice| choice.act) && !turn.typed,
                typed: turn.typed,
                amount: turn.figure,
                above_limit: turn.above,
            })
            .collect()
    }

    /// The points of the choices that were taken, each once, in the order of the file.
    fn points(&self, kind: PointKind) -> Vec<String> {
        self.tree
            .points()
            .iter()
            .filter(|point| point.kind == kind)
            .filter(|point| {
                self.turns
                    .iter()
                    .filter(|turn| !turn.above || kind == PointKind::Try)
                    .filter_map(|turn| turn.choice)
                    .any(|choice| choice.point == point.id)
            })
            .take(MOST_POINTS)
            .map(|point| point.text.get(self.lang).clone())
            .collect()
    }

    /// The figure on the table.
    fn said(&self) -> Option<Money> {
        match self.figure? {
            Figure::Offer if self.brief.settles() => {
                self.brief.proposal.as_ref().map(|plan| plan.total)
            }
            Figure::Offer => self.brief.monthly(),
            Figure::Next => self.next_monthly(),
            Figure::Typed(sum) => Some(sum),
            Figure::Theirs(_) | Figure::PutDown(_) => None,
        }
    }

    /// The sum in the borrower's own words, the last one.
    fn typed(&self) -> Option<Money> {
        self.turns.iter().rev().find_map(|turn| turn.figure)
    }

    /// What was promised: a yes that was not taken back stands, also where the practice was ended early.
    fn promised(&self, end: Option<&End>) -> Option<Promised> {
        let asked = end.is_none_or(|end| end.asked);
        match self.figure? {
            Figure::Theirs(amount) if asked => amount.map(|amount| Promised {
                amount,
                on: Some(self.brief.as_of),
            }),
            // On which day was said in words, if at all.
            Figure::PutDown(amount) if asked => Some(Promised { amount, on: None }),
            _ if end.is_some_and(|end| end.promise) => self.said().map(|amount| Promised {
                amount,
                on: self.brief.first_date(),
            }),
            _ => None,
        }
    }

    /// Whether everything said stays inside the ladder; `None` where nothing was said or nothing is known.
    fn inside(&self, end: Option<&End>) -> Option<bool> {
        let limit = self.limit()?;
        let typed = self.turns.iter().filter_map(|turn| turn.figure);
        let promised = self.promised(end).map(|one| one.amount);
        let mut sums: Vec<Money> = typed.chain(self.said()).chain(promised).collect();
        // A yes to a figure the ledger does not know cannot be vouched for.
        if end.is_some_and(|end| end.asked) && promised.is_none() {
            return None;
        }
        sums.sort_unstable();
        sums.last().map(|most| *most <= limit)
    }

    /// What the borrower's own words hold that does better elsewhere, each once.
    fn notes(&self, words: &Words) -> Vec<String> {
        let money = |sum: Money| wording::money(sum, self.brief.currency, self.lang);
        let mut notes: Vec<String> = Vec::new();
        if self.despair {
            notes.extend(
                crate::rules::safety(self.tree.region)
                    .map(|safety| safety.text.get(self.lang).to_owned()),
            );
        }
        for turn in &self.turns {
            if turn.taken == Some(Taken::Code) {
                notes.push(words.text("rehearse-code"));
            }
            if let (Some(sum), true, Some(limit)) = (turn.figure, turn.above, self.limit()) {
                notes.push(words.with(
                    "rehearse-above",
                    &[
                        ("amount", money(sum).into()),
                        ("limit", money(limit).into()),
                    ],
                ));
            }
            for problem in &turn.problems {
                let (id, word) = match problem {
                    Problem::Demand(word) => ("rehearse-demand", *word),
                    Problem::Complaint(word) => ("rehearse-complaint", *word),
                    Problem::RelativePays(word) => ("rehearse-relative", *word),
                    _ => continue,
                };
                notes.push(words.with(id, &[("word", word.trim().into())]));
            }
        }
        let mut once: Vec<String> = Vec::new();
        for note in notes {
            if !once.contains(&note) {
                once.push(note);
            }
        }
        once
    }

    /// One thing to try next: what can go better, else another temper.
    fn try_next(&self, words: &Words) -> String {
        if let Some(first) = self.points(PointKind::Try).into_iter().next() {
            return first;
        }
        if self.turns.iter().any(|turn| turn.above) {
            return words.text("rehearse-try-figure");
        }
        if self.is_special() {
            return words.text("rehearse-try-own-words");
        }
        let next = match self.temper {
            Temper::ScriptBound => Temper::HelpfulOfficer,
            Temper::HelpfulOfficer => Temper::PushyCollector,
            Temper::PushyCollector => Temper::Manager,
            Temper::Manager => Temper::ScriptBound,
        };
        words.with(
            "rehearse-try-temper",
            &[
                ("temper", words.word(next).into()),
                ("debt", self.brief.debt.as_str().into()),
                ("word", next.as_str().into()),
            ],
        )
    }

    /// What is behind each line of the other side that wants an answer.
    fn answers(&self, asked: Asked<'_>) -> Result<Vec<Answer>, LetterError> {
        let context = self.context();
        let mut answers: Vec<Answer> = Vec::new();
        for turn in &self.turns {
            if turn.taken == Some(Taken::Complaint) {
                if let Some(aside) = self.tree.aside("complaint") {
                    answers.push(Answer {
                        they: aside.they.get(self.lang).clone(),
                        text: aside.answer.get(self.lang).clone(),
                        level: Level::Practice,
                        sources: Vec::new(),
                    });
                }
                // Their question comes again, and its answer with it.
                continue;
            }
            let Some(text) = &turn.node.answer else {
                continue;
            };
            let sources: Vec<Source> = cited(asked, &turn.node.conduct, &turn.node.rules)
                .into_iter()
                .map(|one| Source {
                    rule: one.rule,
                    title: one.source.title.get(self.lang).to_owned(),
                    level: one.source.level,
                })
                .collect();
            answers.push(Answer {
                they: turn.they.clone(),
                text: objections::filled(text.get(self.lang), self.lang, &context)?,
                level: sources.first().map_or(Level::Practice, |one| one.level),
                sources,
            });
        }
        Ok(answers)
    }

    /// What would be logged, had it been a real call.
    fn log(&self, end: &End, words: &Words) -> Result<LogLine, LetterError> {
        let context = self.context();
        let follow_up = match end.follow {
            Follow::None => None,
            Follow::Today => Some(self.brief.as_of),
            Follow::AnswerBy => Some(self.brief.answer_by()),
            Follow::ReplyBy => Some(self.brief.reply_by()),
        };
        let mut conduct: Vec<Conduct> = Vec::new();
        for turn in &self.turns {
            // Asked who it was, they would have said.
            let asked = turn.choice.is_some_and(|choice| choice.point == "verify");
            for one in &turn.node.conduct {
                let answered = asked && *one == Conduct::Unidentified;
                if !answered && !conduct.contains(one) {
                    conduct.push(*one);
                }
            }
        }
        let told_monthly = self.said().filter(|_| !self.brief.settles());
        let promised = self.promised(Some(end));
        let summary = objections::filled(end.summary.get(self.lang), self.lang, &context)?;
        let mut line = format!(
            "forbear log add {} --at HH:MM --channel phone --direction {} --outcome {}",
            self.brief.debt,
            self.direction().as_str(),
            end.outcome.as_str(),
        );
        line.push_str(&format!(" --with {}", words.text("rehearse-slot-name")));
        if end.ticket {
            line.push_str(&format!(" --ticket {}", words.text("rehearse-slot-number")));
        }
        for one in &conduct {
            line.push_str(&format!(" --conduct {}", one.as_str()));
        }
        if let Some(sum) = told_monthly {
            line.push_str(&format!(" --told-monthly {sum}"));
        }
        if let Some(Promised {
            amount,
            on: Some(on),
        }) = promised
        {
            line.push_str(&format!(" --promise {amount}@{on}"));
        }
        if let Some(on) = follow_up {
            line.push_str(&format!(" --follow-up {on}"));
        }
        line.push_str(&format!(" --summary \"{}\"", plain(&summary)));
        Ok(LogLine {
            direction: self.direction(),
            outcome: end.outcome,
            summary,
            conduct,
            told_monthly,
            promise: promised,
            follow_up,
            line,
        })
    }
}

/// A summary inside the quotes of a command line: nothing in it that a shell reads.
fn plain(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '"' | '`' | '$' | '\\' => ' ',
            sign => sign,
        })
        .collect()
}

/// The first screen: that it is practice, who answers, and what may be said at most.
#[must_use]
pub fn numbers(call: &Call<'_>) -> Option<(String, String)> {
    let known = |name: &str| {
        call.facts
            .get(name)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let limit = call.limit()?;
    if call.holds(super::tree::Flag::Figure) {
        let limit = wording::money(limit, call.brief.currency, call.lang);
        let limit = match (call.brief.settles(), call.lang) {
            (true, _) => limit,
            (false, Lang::ZhHans | Lang::ZhHant) => format!("每月{limit}"),
            (false, Lang::En) => format!("{limit} a month"),
        };
        return Some((known("offer")?, limit));
    }
    None
}

/// Every temper, for whoever offers a choice.
#[must_use]
pub fn tempers() -> &'static [Temper] {
    Temper::ALL
}
