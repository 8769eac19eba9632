//! Contacts: who said what, when, and what was promised. Only ever added to.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::id::DebtId;
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How contact was made.
    Channel, "channel" {
        /// Phone.
        Phone = "phone",
        /// SMS.
        Sms = "sms",
        /// Chat in an app.
        App = "app",
        /// E-mail.
        Email = "email",
        /// Letter.
        Letter = "letter",
        /// A visit.
        Visit = "visit",
        /// Court or its papers.
        Court = "court",
    }
}

vocabulary! {
    /// Who began it.
    Direction, "direction" {
        /// They contacted the borrower.
        In = "in",
        /// The borrower contacted them.
        Out = "out",
    }
}

vocabulary! {
    /// How a contact ended (practice.md §1.1).
    Outcome, "outcome" {
        /// Nobody answered.
        NoAnswer = "no-answer",
        /// The wrong desk.
        WrongSeat = "wrong-seat",
        /// Registered, with a case number.
        Registered = "registered",
        /// Plans were read out.
        MenuRead = "menu-read",
        /// Refused.
        Refused = "refused",
        /// To be answered.
        Pending = "pending",
        /// Agreed by voice.
        AgreedOrally = "agreed-orally",
        /// Agreed and seen in the lender's channel.
        AgreedConfirmed = "agreed-confirmed",
        /// Facts are disputed.
        Disputed = "disputed",
        /// Ended because of abuse.
        EndedAbusive = "ended-abusive",
    }
}

vocabulary! {
    /// What happened, in fixed words; the rule book says which rule it touches.
    Conduct, "conduct" {
        /// A threat.
        Threat = "threat",
        /// Insults.
        Insult = "insult",
        /// Someone else was contacted, or threatened to be.
        ThirdParty = "third-party",
        /// The debt was disclosed to someone else.
        Disclosure = "disclosure",
        /// Contact in quiet hours.
        QuietHours = "quiet-hours",
        /// Too many calls.
        TooOften = "too-often",
        /// Posing as police, court or an official body.
        Impersonation = "impersonation",
        /// Consequences made bigger than they are.
        ExaggeratedConsequence = "exaggerated-consequence",
        /// Pushed to borrow elsewhere.
        PushesNewBorrowing = "pushes-new-borrowing",
        /// Asked to pay a private account.
        PrivateAccount = "private-account",
        /// Did not say who they are.
        Unidentified = "unidentified",
        /// Entered a home or workplace without consent.
        EnteredHome = "entered-home",
        /// Collection by an outside agency without notice.
        UndisclosedOutsourcing = "undisclosed-outsourcing",
        /// Collection went on after an agreement.
        AfterAgreement = "after-agreement",
        /// Asked for a fee first.
        FeeFirst = "fee-first",
        /// Violence or the threat of it.
        Violence = "violence",
    }
}

/// The other side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counterpart {
    /// Name or work number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// A promise made by voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// How much.
    pub amount: Money,
    /// By when.
    pub on: NaiveDate,
    /// When it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<NaiveDate>,
}

/// A file that proves something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its name.
    pub file: String,
    /// Its SHA-256 in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// What a lender was told, so that all are told the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Told {
    /// The reason given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The income given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Money>,
    /// The monthly figure given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly: Option<Money>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// When.
    pub at: NaiveDateTime,
    /// About which debt, if one.
    pub debt: Option<DebtId>,
    /// How.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// The other side.
    pub counterpart: Counterpart,
    /// What was said.
    pub summary: String,
    /// What happened that should not.
    pub conduct: Vec<Conduct>,
    /// What was promised.
    pub promise: Option<Promise>,
    /// Files.
    pub evidence: Vec<Evidence>,
    /// When to come back to it.
    pub follow_up: Option<NaiveDate>,
    /// Whether it was answered.
    pub answered: Option<bool>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Case number.
    pub ticket: Option<String>,
    /// What they were told.
    pub told: Option<Told>,
}
