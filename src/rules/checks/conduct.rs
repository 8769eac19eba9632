//! What the checks on conduct share: the first source that fits the holder and was in force on the day.

use crate::domain::contact::{Conduct, Contact};
use crate::domain::finding::Finding;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;
use crate::rules::fill::Fact;

/// A source a rule may be said with, and the wording that goes with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    argument: Argument,
    source: &'static str,
    variant: Option<&'static str>,
    says_limit: bool,
}

impl Ground {
    /// A ground in the rule's main wording, for holders the argument may be cited to.
    pub(super) const fn new(argument: Argument, source: &'static str) -> Ground {
        Ground {
            argument,
            source,
            variant: None,
            says_limit: false,
        }
    }

    /// The wording names the condition under which the source fits, so that [`Fit::Limited`] will do.
    pub(super) const fn saying_its_limit(mut self) -> Ground {
        self.says_limit = true;
        self
    }

    /// In another wording of the rule.
    pub(super) const fn worded(mut self, variant: &'static str) -> Ground {
        self.variant = Some(variant);
        self
    }

    fn fits(self, case: &Case<'_>) -> bool {
        match case.fit(self.argument) {
            Fit::Cite => true,
            Fit::Limited => self.says_limit,
            Fit::Never => false,
        }
    }

    /// Whether the source was in force on the day of a contact; one of an unknown start was.
    fn covers(self, case: &Case<'_>, contact: &Contact) -> bool {
        case.book()
            .source(self.source)
            .and_then(|source| source.in_force.as_deref())
            .is_none_or(|from| contact.at.date().to_string().as_str() >= from)
    }
}

/// The finding of a conduct rule: the first ground that fits the holder and was in force for at least one of
/// the contacts, told with how many (`{count}`) and the last of them (`{last}`).
pub(super) fn told(
    case: &Case<'_>,
    rule: &str,
    contacts: &[&Contact],
    grounds: &[Ground],
    facts: &[(&str, Fact)],
) -> Option<Finding> {
    let fitting = grounds.iter().filter(|ground| ground.fits(case));
    for ground in fitting {
        let covered: Vec<&&Contact> = contacts
            .iter()
            .filter(|contact| ground.covers(case, contact))
            .collect();
        let Some(last) = covered.iter().map(|contact| contact.at).max() else {
            continue;
        };
        let mut all = vec![
            ("count", Fact::count(covered.len())),
            ("last", Fact::Moment(last)),
        ];
        all.extend(facts.iter().cloned());
        return match ground.variant {
            Some(variant) => case.variant(rule, variant, ground.source, &all),
            None => case.finding(rule, ground.source, &all),
        };
    }
    None
}

/// [`told`] for contacts in which one of these words was noted.
pub(super) fn noted(
    case: &Case<'_>,
    rule: &str,
    words: &[Conduct],
    grounds: &[Ground],
) -> Option<Finding> {
    let contacts = case.with_conduct(words);
    if contacts.is_empty() {
        return None;
    }
    told(case, rule, &contacts, grounds, &[])
}
