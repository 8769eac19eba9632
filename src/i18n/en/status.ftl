# Where things stand
status-title = Where things stand on { $date }
status-empty = No debts are recorded yet.
status-amounts = Amounts in { $currency }.
status-column-debt = Debt
status-column-days = Days overdue
status-column-band = Band
status-column-owed = Owed in all
status-column-overdue = Overdue part
status-column-mark = Figure
status-column-part = Part
status-column-computed = Computed
status-column-agreed = By the agreement
status-total = Total
status-mark-rolled = claimed + computed
status-legend = “Claimed” is what the lender's bill says; “computed” follows from contract, payments and rates.
status-heading = { $id }: { $lender }
status-stage = Step { $step } of 5: { $stage }. Talks: { $talks }.
status-next-by = Next, by { $date } ({ $because }): { $what }
status-worsens = What worsens next: on { $date } it { $to }.
status-worsens-event = What comes next: on { $date } { $to }.
status-prevented = Paying { $amount } before then prevents it.
status-next-due = Due next on { $date }: { $amount }.
status-days-unknown = Days overdue are not known. Write down the oldest due date that was missed: forbear debt set { $debt } --oldest-unpaid DATE
status-overdue-unknown = { $debts }: the bill does not say how much of it is overdue. If you can see it: forbear claim { $debt } --total TOTAL --overdue PART
status-residue = Only penalty or fees of the oldest instalment are open: { $amount } clears it.
status-written-off = The lender wrote it off on { $date }. That is the lender's bookkeeping: it is still owed.
status-sold = The debt was sold to { $to } on { $date }.
status-accelerated = The lender declared everything due on { $date }.
status-no-payments = No payment is written down for this debt, so every instalment since the first counts as missed. If you did pay, write each payment down: forbear pay { $debt } AMOUNT --on DATE.
status-trouble = The amounts cannot be worked out: { $why }
status-court-open = A court paper is unanswered: { $what }. The last day is { $date }, in { $days }.
status-court-today = A court paper is unanswered: { $what }. Today is the last day.
status-court-late = A court paper was not answered in time: { $what }. Its time ended on { $date }, { $days } ago. Contact the court now and have someone look at the papers.
status-court-about = { $what } ({ $debt })
status-law-open = A time limit set by law: { $what }, by { $date }, in { $days }.
status-law-today = A time limit set by law: { $what }. Today is the last day.
status-lender-kind = Kind of lender
status-product = Product
status-class = Lender's class (computed)
status-bucket = M bucket (approximate)
status-proceedings = Collection
status-basis = Figures rest on
status-oldest-unpaid = Oldest unpaid due date
status-paused = Days paused by agreement
status-waiting = Paid ahead, waiting
status-limitation = Time to sue: { $years ->
        [one] one year
       *[other] { $years } years
    } from the last event below, so not over before { $date }, as far as this ledger knows. Source: { $source }.
status-limitation-low = Time to sue: { $years ->
        [one] one year
       *[other] { $years } years
    } from the last event below, so not over before { $date }, as far as this ledger knows. Little is known: a message or debit that was not recorded counts too. Source: { $source }.
status-limitation-unknown = Time to sue: this ledger holds no event to count from.
status-clock-event = { $date }: { $event }.
status-clock-event-known = { $date }: { $event } ({ $known }).
status-clock-source = Source: { $source }.
status-clock-more = Earlier events: { $count } (all with --json).
status-clock-recorded = { $stage }: the last day is { $date }, as recorded. Source: { $source }.
status-clock-recorded-over = { $stage }: the last day was { $date }, as recorded, and it is over. Source: { $source }.
status-clock-days = { $stage }: { $days } from receipt. The paper was logged on { $from }, so count on { $date } as the last day and check it against the paper. Source: { $source }.
status-clock-days-over = { $stage }: { $days } from receipt. The paper was logged on { $from }, so the last day was { $date }, and it is over; check it against the paper. Source: { $source }.
status-clock-days-unknown = { $stage }: { $days } from receipt. Record the day the paper came. Source: { $source }.
status-clock-years = { $stage }: { $years ->
        [one] one year
       *[other] { $years } years
    } from the last day the judgment allows for paying; with instalments, from the last of them. Not over before { $date }, as far as this ledger knows. Source: { $source }.
status-clock-years-unknown = { $stage }: { $years ->
        [one] one year
       *[other] { $years } years
    } from the last day the judgment allows for paying; with instalments, from the last of them. Record the day the paper came. Source: { $source }.
status-clock-record = Credit record: { $years ->
        [one] one year
       *[other] { $years } years
    } from pay-off on { $paid }; it must be deleted by { $date }. Source: { $source }.
status-clock-record-expected = Credit record: { $years ->
        [one] one year
       *[other] { $years } years
    } from pay-off. If the agreement is kept to its end on { $paid }, the record must be deleted by { $date }. Source: { $source }.
status-clock-record-open = Credit record: { $years ->
        [one] one year
       *[other] { $years } years
    }, counted from the day the debt is paid off, not from the first missed payment. Source: { $source }.
status-limitation-near = Nothing has been recorded about this debt for a long time. A payment, a promise or a written acknowledgment can start the time anew: get advice first.
status-usually = What often comes next (common practice, not law; lenders differ): { $what }
status-to-do = What to do: { $what }
status-to-avoid = What not to do: { $what }
status-source = Source: { $title } ({ $level })
status-because-court = a court paper is to be answered by { $date }
status-because-court-late = a court paper was not answered by { $date }
status-because-worsens = something is due by { $date }
status-because-late = it is the longest overdue
status-because-step = its next step falls due first, by { $date }
status-first = If you do one thing today, begin with { $debt } ({ $reason }):
status-full = More: class, parts, sources and what often comes next.
status-not-advice = This is not legal advice. Before an important decision, ask a lawyer, legal aid or a financial counsellor you trust.
status-note-about = { $debts }: { $note }
status-between = {", "}
status-own-numbers = { " " }(with a number you set yourself)
