//! The names of figures and of what goes into them: the words of a working.

use super::vocabulary::vocabulary;

vocabulary! {
    /// What a figure, or an input of one, is. Money unless its doc says days, dates, rates or counts.
    Quantity, "quantity" {
        /// The day that counts as today.
        AsOf = "as-of",
        /// A due date.
        Due = "due",
        /// The oldest unpaid due date.
        OldestUnpaid = "oldest-unpaid",
        /// Days after a due date that are still on time.
        GraceDays = "grace-days",
        /// Days taken out by pauses.
        PausedDays = "paused-days",
        /// Days overdue.
        DaysOverdue = "days-overdue",
        /// The band.
        BandOfDays = "band",
        /// The lender's class.
        ClassOfDays = "class",
        /// The M bucket.
        Bucket = "bucket",
        /// What an overdue debt costs a year.
        RateInAll = "rate-in-all",
        /// Days at which it worsens.
        Threshold = "threshold",
        /// The day it worsens.
        WorsensOn = "worsens-on",
        /// What paid before that day prevents it.
        Prevents = "prevents",
        /// Principal lent.
        Lent = "lent",
        /// What is owed.
        Owed = "owed",
        /// What is owed in all.
        OwedTotal = "owed-total",
        /// What is overdue.
        Overdue = "overdue",
        /// What is overdue in all.
        OverdueTotal = "overdue-total",
        /// Owed by the contract, where the claim is the base.
        Computed = "computed",
        /// All that is owed by the contract.
        ComputedTotal = "computed-total",
        /// All debts together.
        AllDebts = "all-debts",
        /// What a row asks for.
        Asked = "asked",
        /// What was paid.
        Paid = "paid",
        /// What was paid before a day.
        PaidBefore = "paid-before",
        /// What was paid of a row.
        PaidOfRow = "paid-of-row",
        /// Principal paid ahead.
        Prepaid = "prepaid",
        /// What is left of a payment.
        Left = "left",
        /// What is still open.
        Open = "open",
        /// A payment.
        Payment = "payment",
        /// Paid ahead and waiting for a due date.
        Waiting = "waiting",
        /// Waiting credit taken off a part.
        WaitingTaken = "waiting-taken",
        /// What the lender claims.
        Claimed = "claimed",
        /// What the lender claims in all.
        ClaimedTotal = "claimed-total",
        /// Claim less computed.
        Difference = "difference",
        /// Claim less computed, in all.
        DifferenceTotal = "difference-total",
        /// What a way of counting leaves unexplained of a part.
        Remainder = "remainder",
        /// The sum of what it leaves, without signs.
        Residual = "residual",
        /// Principal less what was received.
        UpFront = "up-front",
        /// Everything charged: paid and claimed, less what was received.
        Charged = "charged",
        /// The most that a line of law leaves.
        MostByLine = "most-by-line",
        /// What is above a line of law.
        AboveLine = "above-line",
        /// What a claim grew by.
        Grew = "grew",
        /// What the contract makes of the same days.
        Expected = "expected",
        /// What of a growth the contract does not explain.
        Outgrew = "outgrew",
        /// The day a clock of law is counted from.
        ClockFrom = "clock-from",
        /// How long a clock of law runs.
        ClockLasts = "clock-lasts",
        /// The day before which the time to sue does not end.
        SueUntil = "sue-until",
        /// The last day of a stage at court.
        CourtUntil = "court-until",
        /// The day by which a credit record must be deleted.
        RecordUntil = "record-until",
        /// The rate a year.
        RateYear = "rate-year",
        /// A monthly rate.
        RateMonth = "rate-month",
        /// A daily rate.
        RateDay = "rate-day",
        /// The penalty's own rate a year.
        PenaltyRate = "penalty-rate",
        /// The penalty as a multiple of the contract rate.
        PenaltyMultiple = "penalty-multiple",
        /// Days that bear interest.
        Days = "days",
        /// Days that make a year.
        YearDays = "year-days",
        /// Days of a period.
        PeriodDays = "period-days",
        /// The balance that bears interest.
        Balance = "balance",
        /// The level payment.
        Level = "level",
        /// The same principal in each row.
        EvenPart = "even-part",
        /// A number of instalments.
        Count = "count",
        /// What 1 paid on a due date is worth at the start.
        Discount = "discount",
        /// Interest of a row.
        RowInterest = "row-interest",
        /// Interest the level payment counts on in row 1.
        RegularInterest = "regular-interest",
        /// Interest of the running period.
        RunningInterest = "running-interest",
        /// Principal of a row.
        RowPrincipal = "row-principal",
        /// Fee of a row.
        RowFee = "row-fee",
        /// Old interest, penalty and fees in a row.
        RowArrears = "row-arrears",
        /// All of a row.
        RowAmount = "row-amount",
        /// The balance after a row.
        RowClosing = "row-closing",
        /// What was paid of a row.
        RowPaid = "row-paid",
        /// What is still open of a row.
        RowOpen = "row-open",
        /// The sum of a column.
        ColumnTotal = "column-total",
        /// What falls due next.
        NextDue = "next-due",
        /// An instalment of an agreement.
        Agreed = "agreed",
        /// The share that is waived.
        Shared = "waived-share",
        /// What is waived.
        Waived = "waived",
        /// All that is waived.
        WaivedTotal = "waived-total",
        /// What is paid at once.
        PaidNow = "paid-now",
        /// What settles the debt.
        Settlement = "settlement",
        /// What the plan starts from.
        Base = "base",
        /// All that the plan starts from.
        BaseTotal = "base-total",
        /// Interest of the months without payment.
        Deferral = "deferral",
        /// Old interest and charges to spread.
        ArrearsSpread = "arrears",
        /// All that the plan pays.
        PlanTotal = "plan-total",
        /// The largest payment.
        Most = "peak",
        /// The first payment.
        First = "first",
        /// The last payment.
        Last = "last",
        /// What is owed on a later day if nothing is paid.
        Nothing = "nothing",
        /// One debt's part of what can be offered.
        OwnPart = "own-part",
        /// Saved against paying everything today.
        SavedToday = "saved-today",
        /// Saved against paying nothing.
        SavedNothing = "saved-nothing",
        /// What a plan asks of a month.
        AskedOfMonth = "asked-of-month",
        /// What is missing in a month.
        Short = "short",
        /// What is left in a month.
        Spare = "spare",
        /// Used by earlier months of the plan.
        Drawn = "drawn",
        /// Cash in hand.
        Received = "received",
        /// An amount received.
        ReceivedOnce = "received-once",
        /// An amount repaid.
        Repaid = "repaid",
        /// What is taken at the start.
        Taken = "taken",
        /// All that is repaid.
        TotalPaid = "total-paid",
        /// What is repaid beyond what is received.
        Cost = "cost",
        /// The rate a period.
        PeriodRate = "period-rate",
        /// Periods a year.
        PeriodsYear = "periods-a-year",
        /// The odd part of the first period.
        OddPart = "odd-part",
        /// What an amount is worth on the first day.
        Present = "present",
        /// The check of a rate: nought.
        Check = "check",
        /// The annual rate, simple.
        Simple = "simple",
        /// The annual rate, compounded.
        Compounded = "compounded",
        /// The annual rate on real dates.
        Dated = "dated",
        /// The second annual rate on real dates.
        OtherDated = "other-dated",
        /// A yearly line of law.
        LineOfLaw = "line",
        /// How far a rate is from a line.
        Distance = "distance",
        /// Income.
        Income = "income",
        /// Essential spending.
        Essential = "essential",
        /// Other spending.
        OtherSpending = "other",
        /// Kept back.
        Reserve = "reserve",
        /// What is left.
        Surplus = "surplus",
        /// The share that may be offered.
        Share = "share",
        /// The share of what is left.
        SharedSurplus = "shared",
        /// What is left of a month without one-offs.
        Ordinary = "ordinary",
        /// A dated one-off.
        OneOff = "one-off",
        /// The last due date of a plan.
        EndsOn = "ends-on",
        /// One-offs left from earlier months.
        Carried = "carried",
        /// What one-offs leave after a month.
        CarriedOn = "carried-on",
        /// Already spoken for.
        Reserved = "reserved",
        /// Taken by agreements.
        AgreedTaken = "agreed-taken",
        /// Taken by open offers and promises.
        PromisedTaken = "promised-taken",
        /// Already paid this month.
        PaidMonth = "paid-this-month",
        /// What can be offered.
        Offerable = "offerable",
        /// What can be offered in an ordinary month.
        OfferableOrdinary = "offerable-ordinary",
    }
}
