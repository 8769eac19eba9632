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
    }
}

impl Fact {
    /// The key of the ledger (product.md §4), or the command, that gives the fact.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Fact::Name => "borrower.name",
            Fact::Phone => "borrower.phone",
            Fact::Address => "borrower.address",
            Fact::CallTimes => "borrower.call-times",
            Fact::Lender | Fact::OriginalLender => "lender.name",
            Fact::Official => "lender.official.number",
            Fact::ContractNo => "debt.contract.number",
            Fact::Purpose => "debt.contract.purpose",
            Fact::Days | Fact::DueDate | Fact::Overdue => "debt.oldest-unpaid",
            Fact::Owed | Fact::OwedOn => "debt.claim",
            Fact::ContractPayment => "debt.contract",
            Fact::Minimum => "debt.card.min-payment",
            Fact::Reason => "borrower.hardship.note",
            Fact::Since => "borrower.hardship.since",
            Fact::Evidence => "borrower.hardship.evidence",
            Fact::OwnWords => "borrower.hardship.own-words",
            Fact::Income => "income",
            Fact::Essential => "expense",
            Fact::Offerable | Fact::Monthly | Fact::Committed => "income, expense",
            Fact::Months
            | Fact::Instalment
            | Fact::EndsOn
            | Fact::Total
            | Fact::Waived
            | Fact::PayNow => "--offer",
            Fact::FirstDate | Fact::PayDay => "income.pay-day",
            Fact::Ticket | Fact::TicketOn => "contact.ticket",
            Fact::DebitDay => "debt.auto-debit.day",
            Fact::PromiseAmount | Fact::PromiseOn | Fact::PromisedAt => "contact.promise",
            Fact::PaperOn => "clock.from",
            Fact::CourtUntil => "clock.until",
            Fact::RetryOn => "debt.retry-on",
            // No key holds these: they are said on the spot.
            Fact::Assets
            | Fact::PublicPlace
            | Fact::Changed
            | Fact::Short
            | Fact::LenderCount
            | Fact::ReplyBy
            | Fact::AnswerBy
            | Fact::PlanBy
            | Fact::Today => "",
        }
    }

    pub(super) fn name_in_templates(self) -> String {
        self.as_str().replace('-', "_")
    }
}
