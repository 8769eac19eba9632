//! A practice call: the other side as a state machine over data, nobody is called and nothing is written down.
//!
//! Promises: every line put into the borrower's mouth is true, lawful and never above the ladder; what the borrower
//! types is noted, never blamed; every way through ends in an outcome; what the other side says that is pushy or
//! false is answered afterwards ([`review`]). The same answers give the same call: nothing is left to chance.
//! Leaves to others: asking a person and reading a file (`cli`), the shape of the review (`report`).

mod hear;
mod law;
pub mod review;
mod sums;
pub mod tree;

use minijinja::value::Value;

use super::brief::{Brief, Moment};
use super::facts::{self, Context};
use super::lint::{self, Problem};
use super::template::LetterError;
use super::{objections, wording};
use crate::domain::lang::Lang;
use crate::domain::vocabulary::vocabulary;
use crate::domain::{LenderKind, Money, Proceedings};
use tree::{Asks, Choice, End, Names, Node, Tree};

vocabulary! {
    /// How the other side speaks.
    Temper, "temper" {
        /// Reads from a menu and can grant nothing.
        ScriptBound = "script-bound",
        /// Presses for money today.
        PushyCollector = "pushy-collector",
        /// Kind, and bound to a process all the same.
        HelpfulOfficer = "helpful-officer",
        /// Can decide.
        Manager = "manager",
    }
}

impl Temper {
    /// The temper one mostly meets about a debt: an outside collector presses, a lender's hotline reads its menu.
    #[must_use]
    pub fn usual(brief: &Brief) -> Temper {
        match brief.proceedings {
            Proceedings::OutsideCollector | Proceedings::LawyerLetter => Temper::PushyCollector,
            _ => Temper::ScriptBound,
        }
    }
}

/// What the other side just said, and what may be said back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The node's id.
    pub node: &'static str,
    /// What they say.
    pub they: String,
    /// What may be said or done.
    pub choices: Vec<Shown>,
}

/// A choice as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its id.
    pub id: &'static str,
    /// The words, filled.
    pub text: String,
    /// Whether it is something done, not said.
    pub act: bool,
}

/// What was made of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was understood, and the call goes on or is over.
    Went,
    /// It could be several things, or none: the choices are shown again.
    Unsure,
    /// There is no choice of that number.
    NoSuchChoice,
    /// The borrower ends it.
    Stopped,
    /// The borrower said that life is too much: the practice is over, and help is named.
    Despair,
}

/// What an answer that is no choice was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A plain yes.
    Yes,
    /// A sum.
    Sum,
    /// A code or a password.
    Code,
    /// A complaint.
    Complaint,
}

impl Taken {
    /// Its word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Taken::Yes => "yes",
            Taken::Sum => "sum",
            Taken::Code => "code",
            Taken::Complaint => "complaint",
        }
    }
}

/// What is on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The figure of the script.
    Offer,
    /// The next rung.
    Next,
    /// What the borrower typed.
    Typed(Money),
    /// What the other side asked for, said yes to; unknown where the ledger does not know it.
    Theirs(Option<Money>),
    /// A sum of the borrower's own that the other side puts down as a promise.
    PutDown(Money),
}

/// One turn of the call.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The node.
    pub node: &'static Node,
    /// What they said.
    pub they: String,
    /// The choice it was understood as.
    pub choice: Option<&'static Choice>,
    /// What else it was taken for, where it is no choice.
    pub taken: Option<Taken>,
    /// What was said or done: the choice's words, or the borrower's own.
    pub you: String,
    /// Whether the words are the borrower's own.
    pub typed: bool,
    /// An amount in the borrower's own words.
    pub figure: Option<Money>,
    /// Whether that amount is above the ladder.
    pub above: bool,
    /// What the borrower's own words hold that a negotiation does better without.
    pub problems: Vec<Problem>,
}

/// Where the call stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Node(&'static Node),
    Over(&'static End),
    Stopped,
}

/// A practice call.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    brief: &'a Brief,
    lang: Lang,
    temper: Temper,
    tree: &'static Tree,
    incoming: bool,
    facts: Context,
    at: At,
    figure: Option<Figure>,
    aside: Option<&'static tree::Aside>,
    despair: bool,
    turns: Vec<Turn>,
}

impl<'a> Call<'a> {
    /// Begins a call.
    #[must_use]
    pub fn new(brief: &'a Brief, temper: Temper, lang: Lang) -> Call<'a> {
        let tree = tree::of(brief.region);
        let (start, incoming) = tree.start(special(brief), temper);
        Call {
            brief,
            lang,
            temper,
            tree,
            incoming,
            facts: facts::context(brief, lang),
            at: start.map_or(At::Stopped, At::Node),
            figure: None,
            aside: None,
            despair: false,
            turns: Vec::new(),
        }
    }

    /// How the other side speaks.
    #[must_use]
    pub fn temper(&self) -> Temper {
        self.temper
    }

    /// Whether what may be said is so narrow that the temper plays no part: a court paper, an old debt, somebody
    /// without a licence, somebody one knows.
    #[must_use]
    pub fn is_special(&self) -> bool {
        special(self.brief).is_some()
    }

    /// Whether the other side rings.
    #[must_use]
    pub fn is_incoming(&self) -> bool {
        self.incoming
    }

    /// What was said so far.
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Whether nothing more is said.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !matches!(self.at, At::Node(_))
    }

    /// Ends it.
    pub fn stop(&mut self) {
        if let At::Node(_) = self.at {
            self.at = At::Stopped;
        }
    }

    /// What the other side says now; `None` once the call is over.
    ///
    /// # Errors
    /// [`LetterError`] if a line of the data is no template; tests render them all.
    pub fn scene(&self) -> Result<Option<Scene>, LetterError> {
        let At::Node(node) = self.at else {
            return Ok(None);
        };
        let context = self.context();
        let mut choices = Vec::new();
        for choice in self.open(node) {
            choices.push(Shown {
                id: &choice.id,
                text: self.words_of(choice, &context)?,
                act: choice.act,
            });
        }
        let mut they = objections::filled(node.they.get(self.lang), self.lang, &context)?;
        if let Some(aside) = self.aside {
            let first = aside.they.get(self.lang);
            they = match self.lang {
                Lang::ZhHans | Lang::ZhHant => format!("{first}{they}"),
                Lang::En => format!("{first} {they}"),
            };
        }
        Ok(Some(Scene {
            node: &node.id,
            they,
            choices,
        }))
    }

    /// Takes an answer: a number, a choice's id, or words of the borrower's own.
    ///
    /// # Errors
    /// [`LetterError`] as for [`Call::scene`].
    pub fn hear(&mut self, text: &str) -> Result<Heard, LetterError> {
        let At::Node(node) = self.at else {
            return Ok(Heard::Stopped);
        };
        let open = self.open(node);
        let Some(scene) = self.scene()? else {
            return Ok(Heard::Stopped);
        };
        let lines: Vec<&str> = scene.choices.iter().map(|one| one.text.as_str()).collect();
        let asks = node.choices.iter().any(|one| one.names.is_some());
        let figure = sums::amount(text, asks);
        let heard = hear::understood(text, &open, &lines, figure, self.next_monthly());
        let (choice, taken) = match heard {
            hear::Understood::Stop => {
                self.stop();
                return Ok(Heard::Stopped);
            }
            hear::Understood::Despair => {
                self.despair = true;
                self.stop();
                return Ok(Heard::Despair);
            }
            hear::Understood::NoSuchChoice => return Ok(Heard::NoSuchChoice),
            hear::Understood::Chosen(at) => {
                return self.take_line(node, scene.they, open.get(at).copied());
            }
            hear::Understood::Said(at) => (open.get(at).copied(), None),
            hear::Understood::Sum => match self.offer_ahead(node, figure) {
                Some(offer) => (Some(offer), None),
                None => (None, Some(Taken::Sum)),
            },
            hear::Understood::Code => (None, Some(Taken::Code)),
            hear::Understood::Complaint => (None, Some(Taken::Complaint)),
            hear::Understood::Yes if node.asks.is_some() => (None, Some(Taken::Yes)),
            hear::Understood::Yes | hear::Understood::Unsure => return Ok(Heard::Unsure),
        };
        let figure = figure.filter(|_| taken != Some(Taken::Code));
        let limit = self.limit();
        let turn = Turn {
            node,
            they: scene.they,
            choice,
            taken,
            you: text.trim().to_owned(),
            typed: true,
            figure,
            above: figure.is_some_and(|sum| limit.is_some_and(|limit| sum > limit)),
            problems: self.problems(text),
        };
        self.take(turn);
        Ok(Heard::Went)
    }

    /// A line of ours, taken as it stands.
    fn take_line(
        &mut self,
        node: &'static Node,
        they: String,
        choice: Option<&'static Choice>,
    ) -> Result<Heard, LetterError> {
        let context = self.context();
        let you = choice
            .map(|choice| self.words_of(choice, &context))
            .transpose()?;
        self.take(Turn {
            node,
            they,
            choice,
            taken: None,
            you: you.unwrap_or_default(),
            typed: false,
            figure: None,
            above: false,
            problems: Vec::new(),
        });
        Ok(Heard::Went)
    }

    /// Notes a turn and goes on from it.
    fn take(&mut self, turn: Turn) {
        self.figure = self.figure_after(&turn);
        let after = |id: &str| self.tree.node(id).map_or(At::Stopped, At::Node);
        let (at, aside) = match (turn.choice, turn.taken) {
            (Some(choice), _) => (self.after(choice), None),
            (None, Some(Taken::Complaint)) => (self.at, self.tree.aside("complaint")),
            (None, Some(Taken::Code)) => (after("gave-code"), None),
            (None, Some(Taken::Yes | Taken::Sum) | None) => (after("said-yes"), None),
        };
        (self.at, self.aside) = (at, aside);
        self.turns.push(turn);
    }

    /// A sum said before it was asked for, where it can be kept: the talk goes on as if it had been asked for.
    fn offer_ahead(&self, node: &'static Node, figure: Option<Money>) -> Option<&'static Choice> {
        let kept = figure
            .zip(self.limit())
            .is_some_and(|(sum, limit)| sum <= limit);
        let offer = self
            .tree
            .offer_after(node)
            .filter(|_| kept && self.figure.is_none())?;
        offer
            .when
            .iter()
            .all(|flag| self.holds(*flag))
            .then_some(offer)
    }

    fn problems(&self, text: &str) -> Vec<Problem> {
        let mut problems = lint::spoken(text, self.lang);
        problems.retain(|problem| {
            matches!(
                problem,
                Problem::Demand(_) | Problem::Complaint(_) | Problem::RelativePays(_)
            )
        });
        problems
    }

    /// Whether the borrower said that life is too much.
    #[must_use]
    pub fn is_despair(&self) -> bool {
        self.despair
    }

    /// The most that may be said: a month's, or the whole where one payment closes the debt.
    #[must_use]
    pub fn limit(&self) -> Option<Money> {
        if self.brief.settles() {
            return self.brief.proposal.as_ref().map(|plan| plan.total);
        }
        self.brief.limit_monthly()
    }

    fn figure_after(&self, turn: &Turn) -> Option<Figure> {
        let choice = match (turn.choice, turn.taken) {
            (Some(choice), _) => choice,
            (None, Some(Taken::Code | Taken::Complaint)) => return self.figure,
            (None, _) => {
                let theirs = match turn.node.asks {
                    Some(Asks::Overdue) => self.brief.overdue,
                    Some(Asks::ContractPayment) => self.brief.contract_payment,
                    None => None,
                };
                return Some(match turn.figure {
                    Some(own) => Figure::PutDown(own),
                    None => Figure::Theirs(theirs),
                });
            }
        };
        match (turn.figure, choice.names) {
            (Some(sum), _) => Some(Figure::Typed(sum)),
            (None, Some(Names::Offer)) => Some(Figure::Offer),
            (None, Some(Names::Next)) => Some(Figure::Next),
            (None, None) => self.figure,
        }
    }

    /// What comes after a choice: an end, or the next node.
    fn after(&self, choice: &'static Choice) -> At {
        if let Some(end) = choice.end.as_deref() {
            return self.tree.end(end).map_or(At::Stopped, At::Over);
        }
        let next = choice.to.as_deref().and_then(|id| self.tree.node(id));
        let next = match next {
            Some(node) if !node.needs.iter().all(|flag| self.holds(*flag)) => {
                node.otherwise.as_deref().and_then(|id| self.tree.node(id))
            }
            other => other,
        };
        next.map_or(At::Stopped, At::Node)
    }

    /// The choices that are open now.
    fn open(&self, node: &'static Node) -> Vec<&'static Choice> {
        node.choices
            .iter()
            .filter(|choice| {
                choice.when.iter().all(|flag| self.holds(*flag))
                    && !choice.unless.iter().any(|flag| self.holds(*flag))
            })
            .collect()
    }

    fn holds(&self, flag: tree::Flag) -> bool {
        match flag {
            tree::Flag::Figure => self.brief.monthly().is_some() || self.brief.settles(),
            tree::Flag::Said => self.figure.is_some(),
            tree::Flag::Next => {
                self.figure == Some(Figure::Offer) && !self.brief.rungs_left().is_empty()
            }
            tree::Flag::Evidence => self
                .brief
                .borrower
                .hardship
                .iter()
                .any(|ground| !ground.evidence.is_empty()),
        }
    }

    fn next_monthly(&self) -> Option<Money> {
        self.brief
            .rungs_left()
            .first()
            .map(|rung| rung.simulation.peak_payment)
    }

    fn words_of(&self, choice: &Choice, context: &Context) -> Result<String, LetterError> {
        objections::filled(
            choice.line(self.tree.region).get(self.lang).as_str(),
            self.lang,
            context,
        )
    }

    /// The facts, with what is on the table as it is said.
    fn context(&self) -> Context {
        let mut context = self.facts.clone();
        let known = |name: &str| self.facts.get(name).cloned().unwrap_or_default();
        let monthly = |sum: Money| {
            let sum = wording::money(sum, self.brief.currency, self.lang);
            Value::from(match self.lang {
                Lang::ZhHans | Lang::ZhHant => format!("每月{sum}"),
                Lang::En => format!("{sum} a month"),
            })
        };
        let said = match self.figure {
            Some(Figure::Offer) => known("offer"),
            Some(Figure::Next) => known("next_offer"),
            Some(Figure::Typed(sum)) => monthly(sum),
            Some(Figure::Theirs(_) | Figure::PutDown(_)) | None => Value::from(""),
        };
        let named = matches!(
            self.figure,
            Some(Figure::Offer | Figure::Next | Figure::Typed(_))
        );
        context.insert("named".to_owned(), Value::from(named));
        context.insert("said".to_owned(), said);
        context
    }
}

/// The call's own beginning where what may be said is narrow.
fn special(brief: &Brief) -> Option<tree::Special> {
    match brief.moment() {
        Moment::Court => Some(tree::Special::Court),
        Moment::OldDebt => Some(tree::Special::OldDebt),
        Moment::NotALender => Some(tree::Special::NotALender),
        Moment::Talk => {
            (brief.kind() == Some(LenderKind::Private)).then_some(tree::Special::Private)
        }
    }
}
