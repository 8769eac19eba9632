//! The names of the facts a text may use, and what in the ledger gives each.

use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// A fact a text may use. In a template its `-` is written `_`.
    Fact, "fact" {
        /// The borrower's name.
        Name = "name",
        /// Their phone number.
        Phone = "phone",
        /// Their address for papers.
        Address = "address",
        /// When calls can be taken.
        CallTimes = "call-times",
        /// Who holds the claim.
        Lender = "lender",
        /// The lender's own number.
        Official = "official",
        /// Who lent, if somebody else holds the claim.
        OriginalLender = "original-lender",
        /// Contract number.
        ContractNo = "contract-no",
        /// What the money was for.
        Purpose = "purpose",
        /// Days overdue.
        Days = "days",
        /// The missed due date, or the next one if none is missed.
        DueDate = "due-date",
        /// The account to pay into: the lender's own.
        Account = "account",
        /// What is owed.
        Owed = "owed",
        /// What is overdue.
        Overdue = "overdue",
        /// The day the figures are true.
        OwedOn = "owed-on",
        /// What the contract asks for each month.
        ContractPayment = "contract-payment",
        /// The card's minimum payment.
        Minimum = "minimum",
        /// The reason in one clause.
        Reason = "reason",
        /// Since when.
        Since = "since",
        /// The papers that prove it.
        Evidence = "evidence",
        /// One paragraph in the borrower's own words.
        OwnWords = "own-words",
        /// Monthly income.
        Income = "income",
        /// Monthly essential spending.
        Essential = "essential",
        /// What can be offered each month.
        Offerable = "offerable",
        /// The monthly figure that may be said.
        Monthly = "monthly",
        /// Number of instalments.
        Months = "months",
        /// What each instalment of the plan comes to.
        Instalment = "instalment",
        /// First date of payment.
        FirstDate = "first-date",
        /// Last date of payment.
        EndsOn = "ends-on",
        /// All that is paid by the plan.
        Total = "total",
        /// All that is waived.
        Waived = "waived",
        /// What can be paid at once.
        PayNow = "pay-now",
        /// Pay day.
        PayDay = "pay-day",
        /// When an answer is asked for.
        ReplyBy = "reply-by",
        /// When the borrower answers in writing.
        AnswerBy = "answer-by",
        /// When a plan follows.
        PlanBy = "plan-by",
        /// Case number.
        Ticket = "ticket",
        /// The day of the case number.
        TicketOn = "ticket-on",
        /// How many lenders there are.
        LenderCount = "lender-count",
        /// What is already agreed or promised elsewhere each month.
        Committed = "committed",
        /// What is owned.
        Assets = "assets",
        /// A public place to meet.
        PublicPlace = "public-place",
        /// Day of the debit.
        DebitDay = "debit-day",
        /// What has changed since a broken plan.
        Changed = "changed",
        /// The amount promised.
        PromiseAmount = "promise-amount",
        /// The day promised.
        PromiseOn = "promise-on",
        /// When it was promised.
        PromisedAt = "promised-at",
        /// When a paper was received.
        PaperOn = "paper-on",
        /// The last day to answer it.
        CourtUntil = "court-until",
        /// A shortfall.
        Short = "short",
        /// When to ask again.
        RetryOn = "retry-on",
        /// Today.
        Today = "today",
        /// Who collects for the lender.
        Collector = "collector",
        /// The day they were in touch.
        CollectorOn = "collector-on",
        /// Who mediates.
        Mediator = "mediator",
        /// The court.
        Court = "court",
        /// The number of its paper.
        CourtNo = "court-no",
        /// The counsellor.
        Adviser = "adviser",
        /// When the lender made its offer.
        TheirOfferOn = "their-offer-on",
        /// What each payment of the lender's offer comes to.
        TheirMonthly = "their-monthly",
        /// The last payment.
        PaidLast = "paid-last",
        /// Its day.
        SettledOn = "settled-on",
        /// The day of the credit report.
        ReportOn = "report-on",
        /// What the credit report says.
        ReportSays = "report-says",
        /// What is true instead.
        ReportTrue = "report-true",
        /// When the lender was complained to.
        ComplaintOn = "complaint-on",
        /// The number it gave the complaint.
        ComplaintNo = "complaint-no",
        /// What the lender answered the complaint.
        TheirAnswer = "their-answer",
        /// Months of more time.
        Extension = "extension",
        /// Where the office of the supervising body is.
        BodyPlace = "body-place",
        /// Who made the credit report.
        ReportFrom = "report-from",
    }
}

/// Where a fact is filled in: the ids that its command names.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The debt.
    pub debt: &'a str,
    /// Whoever holds it.
    pub lender: Option<&'a str>,
    /// The command that wrote the text, after `forbear`: `letter zl-1 settlement`.
    pub command: &'a str,
    /// Terms as they are typed for it, with a gap for each figure.
    pub terms: &'a str,
}

impl Fact {
    /// The command that fills the fact, with `…` where something is typed. `None`: it is written in by hand.
    #[must_use]
    pub fn command(self, place: Place<'_>) -> Option<String> {
        let Place {
            debt,
            command,
            terms,
            ..
        } = place;
        let lender = place.lender.unwrap_or("…");
        Some(match self {
            Fact::Name => "forbear borrower set --name …".to_owned(),
            Fact::Phone => "forbear borrower set --phone …".to_owned(),
            Fact::Address => "forbear borrower set --address …".to_owned(),
            Fact::CallTimes => "forbear borrower set --call-times …".to_owned(),
            Fact::Reason => "forbear borrower hardship … --note …".to_owned(),
            Fact::Since => "forbear borrower hardship … --since …".to_owned(),
            Fact::Evidence => "forbear borrower hardship … --evidence …".to_owned(),
            Fact::OwnWords => "forbear borrower hardship … --own-words …".to_owned(),
            Fact::Lender | Fact::OriginalLender => format!("forbear lender set {lender} --name …"),
            Fact::Official => format!("forbear lender set {lender} --official-number …"),
            Fact::Account => {
                format!("forbear lender set {lender} --official-payee … --official-account …")
            }
            Fact::ContractNo => format!("forbear debt set {debt} --number …"),
            Fact::Purpose => format!("forbear debt set {debt} --purpose …"),
            Fact::Days | Fact::DueDate | Fact::Overdue => {
                format!("forbear debt set {debt} --oldest-unpaid …")
            }
            Fact::Owed | Fact::OwedOn => format!("forbear claim {debt} --total …"),
            Fact::ContractPayment => {
                format!("forbear debt set {debt} --principal … --rate … --count … --first-due …")
            }
            Fact::Minimum => format!("forbear debt set {debt} --card-min-payment …"),
            Fact::DebitDay => format!("forbear debt set {debt} --auto-debit-day …"),
            Fact::RetryOn => format!("forbear debt set {debt} --retry-on …"),
            Fact::Income => "forbear income add … --amount … --every month".to_owned(),
            Fact::Essential => {
                "forbear expense add … --amount … --every month --essential".to_owned()
            }
            Fact::Offerable | Fact::Monthly | Fact::Committed => {
                "forbear income add … --amount … --every month".to_owned()
            }
            Fact::FirstDate | Fact::PayDay => "forbear income set … --pay-day …".to_owned(),
            Fact::Months
            | Fact::Instalment
            | Fact::EndsOn
            | Fact::Total
            | Fact::Waived
            | Fact::PayNow
            | Fact::Extension => format!("forbear {command} --offer \"{terms}\""),
            Fact::TheirOfferOn | Fact::TheirMonthly => {
                format!("forbear offer add {debt} --from lender --terms …")
            }
            Fact::Ticket | Fact::TicketOn => {
                format!("forbear log add {debt} --channel phone --ticket … --summary …")
            }
            Fact::PromiseAmount | Fact::PromiseOn | Fact::PromisedAt => {
                format!("forbear log add {debt} --channel phone --promise …@… --summary …")
            }
            Fact::Collector | Fact::CollectorOn | Fact::Mediator => {
                format!("forbear log add {debt} --channel phone --company … --summary …")
            }
            Fact::Court | Fact::CourtNo | Fact::PaperOn | Fact::CourtUntil => {
                format!("forbear log add {debt} --channel court --company … --ticket … --summary …")
            }
            Fact::PaidLast | Fact::SettledOn => format!("forbear pay {debt} … --on …"),
            Fact::Adviser => "forbear borrower case --adviser …".to_owned(),
            // No command holds these: they are said on the spot, or written in.
            Fact::ReportOn
            | Fact::ReportFrom
            | Fact::BodyPlace
            | Fact::ReportSays
            | Fact::ReportTrue
            | Fact::ComplaintOn
            | Fact::ComplaintNo
            | Fact::TheirAnswer
            | Fact::Assets
            | Fact::PublicPlace
            | Fact::Changed
            | Fact::Short
            | Fact::LenderCount
            | Fact::ReplyBy
            | Fact::AnswerBy
            | Fact::PlanBy
            | Fact::Today => return None,
        })
    }

    pub(super) fn name_in_templates(self) -> String {
        self.as_str().replace('-', "_")
    }
}
