//! Where a script is used, and when: one table of channel × moment × region, and what in the ledger makes one fit.
//!
//! Promises: the table alone decides which texts there are; the command, its help, its refusals and the tests read
//! it. What is chosen is said with its reason; what does not fit is refused with what to do.
//! Leaves to others: the words (`templates`), whether a court paper comes first (`brief`).

use chrono::NaiveDate;

use super::brief::Brief;
use super::figures::FigureFrom;
use crate::domain::vocabulary::{Vocabulary, vocabulary};
use crate::domain::{Band, Channel, LenderKind, Proceedings, Region};
use crate::report::blank;

vocabulary! {
    /// The moment a script is for.
    Occasion, "occasion" {
        /// Before the due date, for the first time.
        BeforeDue = "before-due",
        /// Overdue.
        Overdue = "overdue",
        /// A promise was not kept.
        MissedPromise = "missed-promise",
        /// The lender's offer is answered with another.
        Counter = "counter",
        /// Terms are read back and confirmed.
        Confirm = "confirm",
        /// An agreement is broken.
        Broken = "broken",
        /// The debt was sold, or somebody else collects.
        HandedOver = "handed-over",
    }
}

/// A row of the table: the moments a channel has words for in a region, and the template that holds them.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The channel.
    pub channel: Channel,
    /// The region.
    pub region: Region,
    /// The template; Hong Kong has its own where there is one (`template::regional`).
    pub template: &'static str,
    /// The moments it has words for.
    pub occasions: &'static [Occasion],
    /// Most signs a text may have that is sent by this channel; none for what is said.
    pub limit: Option<Limit>,
}

/// How long a text may be that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// One short message: 160 signs of the GSM alphabet, or 70 of any.
    Sms,
    /// One bubble of a chat.
    Chat,
    /// One page.
    Page,
}

const ANY: &[Occasion] = Occasion::ALL;
/// Nobody comes to the door before anything is due.
const AT_THE_DOOR: &[Occasion] = &[
    Occasion::Overdue,
    Occasion::MissedPromise,
    Occasion::Counter,
    Occasion::Confirm,
    Occasion::Broken,
    Occasion::HandedOver,
];
/// Before a mediator or a court a missed promise is part of the story, not a moment of its own.
const AT_THE_TABLE: &[Occasion] = &[
    Occasion::Overdue,
    Occasion::Counter,
    Occasion::Confirm,
    Occasion::Broken,
    Occasion::HandedOver,
];

const fn row(
    channel: Channel,
    region: Region,
    template: &'static str,
    occasions: &'static [Occasion],
    limit: Option<Limit>,
) -> Row {
    Row {
        channel,
        region,
        template,
        occasions,
        limit,
    }
}

/// Every script there is.
pub const TABLE: &[Row] = &[
    row(Channel::Phone, Region::Cn, "script-phone", ANY, None),
    row(Channel::Phone, Region::Hk, "script-phone", ANY, None),
    row(
        Channel::Sms,
        Region::Cn,
        "script-sms",
        ANY,
        Some(Limit::Sms),
    ),
    row(
        Channel::Sms,
        Region::Hk,
        "script-sms",
        ANY,
        Some(Limit::Sms),
    ),
    row(
        Channel::App,
        Region::Cn,
        "script-app",
        ANY,
        Some(Limit::Chat),
    ),
    row(
        Channel::App,
        Region::Hk,
        "script-app",
        ANY,
        Some(Limit::Chat),
    ),
    row(
        Channel::Email,
        Region::Cn,
        "script-email",
        ANY,
        Some(Limit::Page),
    ),
    row(
        Channel::Email,
        Region::Hk,
        "script-email",
        ANY,
        Some(Limit::Page),
    ),
    row(
        Channel::Visit,
        Region::Cn,
        "script-visit",
        AT_THE_DOOR,
        None,
    ),
    row(
        Channel::Visit,
        Region::Hk,
        "script-visit",
        AT_THE_DOOR,
        None,
    ),
    row(
        Channel::Court,
        Region::Cn,
        "script-mediation",
        AT_THE_TABLE,
        None,
    ),
    row(
        Channel::Court,
        Region::Hk,
        "script-mediation",
        AT_THE_TABLE,
        None,
    ),
];

/// The row of a channel in a region; a letter has none.
#[must_use]
pub fn row_of(channel: Channel, region: Region) -> Option<&'static Row> {
    TABLE
        .iter()
        .find(|row| row.channel == channel && row.region == region)
}

/// Why a channel or a moment was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// They last made contact that way, on a day.
    LastContact(NaiveDate),
    /// Mediation goes on.
    Mediation,
    /// Nothing says otherwise: a call.
    Usual,
    /// An agreement is being kept.
    Agreed,
    /// An offer is accepted, and not written down yet.
    Accepted,
    /// The lender's offer fits.
    TheirsFits(NaiveDate),
    /// The lender's offer is open.
    TheirsOpen(NaiveDate),
    /// The agreement is broken.
    Broken,
    /// A promise of a day is not paid.
    Missed(NaiveDate),
    /// Somebody else holds the debt or collects it.
    HandedOver,
    /// So many days overdue.
    Days(u32),
    /// Nothing is overdue yet.
    NotDue,
    /// How overdue it is is not known.
    DaysUnknown,
}

impl Why {
    /// The id of its message in `letters.ftl`.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Why::Asked => "letters-why-asked",
            Why::LastContact(_) => "letters-why-last-contact",
            Why::Mediation => "letters-why-mediation",
            Why::Usual => "letters-why-usual",
            Why::Agreed => "letters-why-agreed",
            Why::Accepted => "letters-why-accepted",
            Why::TheirsFits(_) => "letters-why-theirs-fits",
            Why::TheirsOpen(_) => "letters-why-theirs-open",
            Why::Broken => "letters-why-broken",
            Why::Missed(_) => "letters-why-missed",
            Why::HandedOver => "letters-why-handed-over",
            Why::Days(_) => "letters-why-days",
            Why::NotDue => "letters-why-not-due",
            Why::DaysUnknown => "letters-why-days-unknown",
        }
    }
}

/// A channel and a moment, each with the reason it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The channel.
    pub channel: Channel,
    /// Why.
    pub channel_why: Why,
    /// The moment.
    pub occasion: Occasion,
    /// Why.
    pub occasion_why: Why,
}

/// Why a channel or a moment does not fit a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Letters are another command.
    Letter,
    /// The channel has no words for the moment.
    NoWords(Channel, Occasion),
    /// It is overdue already.
    AlreadyOverdue(u32),
    /// Nothing is overdue.
    NotOverdue,
    /// No promise is past its day unpaid.
    NoMissedPromise,
    /// The lender has no open offer.
    NoOffer,
    /// The lender's offer fits and is no dearer than what is aimed at: nothing to counter.
    TheirsFits,
    /// Nothing is agreed, accepted or offered that fits.
    NothingAgreed,
    /// No agreement is broken.
    NotBroken,
    /// Nobody else holds or collects the debt.
    NotHandedOver,
}

impl Misfit {
    /// The id of its message in `letters.ftl`; the same with `-hint` says what to do.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Misfit::Letter => "letters-misfit-letter",
            Misfit::NoWords(..) => "letters-misfit-no-words",
            Misfit::AlreadyOverdue(_) => "letters-misfit-already-overdue",
            Misfit::NotOverdue => "letters-misfit-not-overdue",
            Misfit::NoMissedPromise => "letters-misfit-no-missed-promise",
            Misfit::NoOffer => "letters-misfit-no-offer",
            Misfit::TheirsFits => "letters-misfit-theirs-fits",
            Misfit::NothingAgreed => "letters-misfit-nothing-agreed",
            Misfit::NotBroken => "letters-misfit-not-broken",
            Misfit::NotHandedOver => "letters-misfit-not-handed-over",
        }
    }

    /// The id of what to do about it.
    #[must_use]
    pub const fn hint(self) -> &'static str {
        match self {
            Misfit::Letter => "letters-misfit-letter-hint",
            Misfit::NoWords(..) => "letters-misfit-no-words-hint",
            Misfit::AlreadyOverdue(_) => "letters-misfit-already-overdue-hint",
            Misfit::NotOverdue => "letters-misfit-not-overdue-hint",
            Misfit::NoMissedPromise => "letters-misfit-no-missed-promise-hint",
            Misfit::NoOffer => "letters-misfit-no-offer-hint",
            Misfit::TheirsFits => "letters-misfit-theirs-fits-hint",
            Misfit::NothingAgreed => "letters-misfit-nothing-agreed-hint",
            Misfit::NotBroken => "letters-misfit-not-broken-hint",
            Misfit::NotHandedOver => "letters-misfit-not-handed-over-hint",
        }
    }
}

/// Days within which the other side's own channel is answered by the same one.
const RECENT_DAYS: i64 = 14;

/// The channel and the moment for a debt: as asked, else by the ledger.
///
/// # Errors
/// [`Misfit`] names what the ledger lacks for what was asked, or that the channel has no words for it.
pub fn choose(
    brief: &Brief,
    channel: Option<Channel>,
    occasion: Option<Occasion>,
) -> Result<Chosen, Misfit> {
    if channel == Some(Channel::Letter) {
        return Err(Misfit::Letter);
    }
    let (occasion, occasion_why) = match occasion {
        Some(asked) => (asked, fits(brief, asked).map(|()| Why::Asked)?),
        None => occasion_of(brief),
    };
    let (channel, channel_why) = match channel {
        Some(asked) if has(asked, brief.region, occasion) => (asked, Why::Asked),
        Some(asked) => return Err(Misfit::NoWords(asked, occasion)),
        None => channel_of(brief, occasion),
    };
    Ok(Chosen {
        channel,
        channel_why,
        occasion,
        occasion_why,
    })
}

fn has(channel: Channel, region: Region, occasion: Occasion) -> bool {
    row_of(channel, region).is_some_and(|row| row.occasions.contains(&occasion))
}

/// By how they last made contact, if lately; else a call.
fn channel_of(brief: &Brief, occasion: Occasion) -> (Channel, Why) {
    if brief.proceedings == Proceedings::Mediation && has(Channel::Court, brief.region, occasion) {
        return (Channel::Court, Why::Mediation);
    }
    // A paper of a court is not answered in its own channel by a script: `brief.moment()` minds it.
    brief
        .last_in
        .filter(|(channel, on)| {
            *channel != Channel::Court
                && (brief.as_of - *on).num_days() <= RECENT_DAYS
                && has(*channel, brief.region, occasion)
        })
        .map_or((Channel::Phone, Why::Usual), |(channel, on)| {
            (channel, Why::LastContact(on))
        })
}

/// What the ledger says of the moment: what is agreed, then what is on the table, then what went wrong, then the days.
fn occasion_of(brief: &Brief) -> (Occasion, Why) {
    match (&brief.from, &brief.theirs) {
        (FigureFrom::Agreement(_), _) => return (Occasion::Confirm, Why::Agreed),
        (FigureFrom::Accepted(_), _) => return (Occasion::Confirm, Why::Accepted),
        (FigureFrom::Theirs(_), Some(theirs)) => {
            return (Occasion::Confirm, Why::TheirsFits(theirs.on));
        }
        (_, Some(theirs)) => return (Occasion::Counter, Why::TheirsOpen(theirs.on)),
        _ => {}
    }
    if brief.broken_before {
        return (Occasion::Broken, Why::Broken);
    }
    if let Some((promise, _)) = brief.missed {
        return (Occasion::MissedPromise, Why::Missed(promise.on));
    }
    if is_handed_over(brief) {
        return (Occasion::HandedOver, Why::HandedOver);
    }
    match (brief.band, brief.days) {
        (Some(Band::Current), _) | (_, Some(0)) => (Occasion::BeforeDue, Why::NotDue),
        (_, Some(days)) => (Occasion::Overdue, Why::Days(days)),
        (_, None) => (Occasion::Overdue, Why::DaysUnknown),
    }
}

/// Whether the ledger holds what a moment is about.
///
/// # Errors
/// [`Misfit`] names what is missing.
pub fn fits(brief: &Brief, occasion: Occasion) -> Result<(), Misfit> {
    let agreed = matches!(
        brief.from,
        FigureFrom::Agreement(_) | FigureFrom::Accepted(_) | FigureFrom::Theirs(_)
    );
    let misfit = match (occasion, brief.days) {
        (Occasion::BeforeDue, Some(days)) if days > 0 => Some(Misfit::AlreadyOverdue(days)),
        (Occasion::Overdue, Some(0)) => Some(Misfit::NotOverdue),
        (Occasion::MissedPromise, _) if brief.missed.is_none() => Some(Misfit::NoMissedPromise),
        (Occasion::Counter, _) if brief.theirs.is_none() => Some(Misfit::NoOffer),
        (Occasion::Counter, _) if agreed => Some(Misfit::TheirsFits),
        (Occasion::Confirm, _) if !agreed => Some(Misfit::NothingAgreed),
        (Occasion::Broken, _) if !brief.broken_before => Some(Misfit::NotBroken),
        (Occasion::HandedOver, _) if !is_handed_over(brief) => Some(Misfit::NotHandedOver),
        _ => None,
    };
    misfit.map_or(Ok(()), Err)
}

/// Whether somebody other than the lender holds the debt or collects it.
fn is_handed_over(brief: &Brief) -> bool {
    brief.sold
        || matches!(
            brief.kind(),
            Some(LenderKind::Guarantor | LenderKind::Insurer)
        )
        || matches!(
            brief.proceedings,
            Proceedings::OutsideCollector | Proceedings::LawyerLetter
        )
}

/// The length of a text as a network counts it: signs of the GSM alphabet, or 16-bit units where one is not in it.
/// Gives the length and the most one message holds.
#[must_use]
pub fn sms_length(text: &str) -> (usize, usize) {
    if text.chars().all(is_gsm) {
        let length = text
            .chars()
            .map(|sign| if GSM_TWICE.contains(sign) { 2 } else { 1 })
            .sum();
        (length, 160)
    } else {
        (text.encode_utf16().count(), 70)
    }
}

/// The GSM 03.38 basic alphabet beyond ASCII letters and digits.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
/// Its extension: each takes the room of two.
const GSM_TWICE: &str = "^{}\\[~]|€";

fn is_gsm(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || GSM.contains(sign) || GSM_TWICE.contains(sign)
}

/// Most signs in a bubble of a chat.
const CHAT_SIGNS: usize = 300;

impl Limit {
    /// By how many signs a text is too long, if it is. A page is measured by the linter.
    #[must_use]
    pub fn over(self, text: &str) -> Option<usize> {
        let (length, most) = match self {
            Limit::Sms => sms_length(&blank::unlabelled(text)),
            Limit::Chat => (blank::unlabelled(text).chars().count(), CHAT_SIGNS),
            Limit::Page => return None,
        };
        length.checked_sub(most).filter(|over| *over > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_but_the_letter_has_a_row_in_each_region() {
        for channel in Channel::ALL {
            for region in [Region::Cn, Region::Hk] {
                let rows = TABLE
                    .iter()
                    .filter(|row| row.channel == *channel && row.region == region)
                    .count();
                assert_eq!(rows, usize::from(*channel != Channel::Letter), "{channel}");
            }
        }
    }

    #[test]
    fn a_message_is_counted_as_the_network_counts_it() {
        // GSM 03.38: the yen sign and the underscore are in it, an e-acute too; € takes two; a Chinese sign makes
        // all of it 16-bit, where an emoji takes two units.
        assert_eq!(sms_length("¥1,200_é"), (8, 160));
        assert_eq!(sms_length("10€"), (4, 160));
        assert_eq!(sms_length("李娜 10"), (5, 70));
        assert_eq!(sms_length("“a”"), (3, 70));
        assert_eq!(sms_length("😀"), (2, 70));
        assert_eq!(Limit::Sms.over(&"好".repeat(71)), Some(1));
        assert_eq!(Limit::Sms.over(&"a".repeat(160)), None);
    }
}
