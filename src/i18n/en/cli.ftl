# What commands say
cli-bug = forbear has met a fault of its own and stopped. Your ledger was not changed by it. Please report what you typed, without personal details.
cli-bad-clock = The time zone of this computer cannot be read. Give the day with --as-of DATE.
cli-warning = note: { $text }
cli-waiting = Another run is using the ledger; waiting.
cli-written = Written to { $file }.
cli-undo = To take it back: { $command }
cli-output-there = { $file } is already there and would be replaced.
cli-next = next: { $command }
cli-nothing-changed = Nothing changed.
cli-mark-given = given by you
cli-go-on = Go on all the same?
cli-unknown-date = an unknown date
cli-no-debt = no particular debt
cli-terms-twice = Give the terms either with --terms or with flags, not both.
cli-help-topics = Topics: { $topics } (forbear help TOPIC)

# What changed
cli-added-lender = Lender { $id } is in the ledger.
cli-added-debt = Debt { $id } is in the ledger.
cli-added-income = Income { $id } is in the ledger.
cli-added-expense = Expense { $id } is in the ledger.
cli-set = { $id } is changed.
cli-removed = { $id } is removed.
cli-nothing-to-set = Nothing was given to set.
cli-paid = Payment on { $debt }: { $amount } on { $date }.
cli-paid-within-claim = The bill of { $date } counts as already less this payment, so what is owed does not fall again. If you saw the bill before you paid, look again and write the new sum down: forbear claim { $debt }
cli-claimed = On { $date } the lender claims { $amount } for { $debt }.
cli-logged = Taken down: { $channel }, { $at }.
cli-withdrawn = The promise of contact { $number } is marked as taken back.
cli-offered = Offer { $id } from { $from }: { $terms }.
cli-offer-became = Offer { $id }: { $status }.
cli-planned = Planned for { $debt }, not yet put to the lender: { $terms }. Its id is { $id }; once you have put it to them: forbear offer make { $id }
cli-offer-not-planned = Offer { $id } is not a planned one: { $status }.
cli-offer-not-planned-hint = A plan writes them: forbear plan --accept
cli-agreed-short = In { $month } this agreement asks for { $over } more than that month can bear. Speak to the lender before it falls due.
cli-agreed = Agreement { $id } is recorded with { $count ->
        [one] one payment
       *[other] { $count } payments
    }.
cli-made = Your ledger is { $file }. Only your account on this computer can read it.

# Questions
cli-ask-blank = Please write something.
cli-ask-read-as = (taken as { $date })
cli-ask-refused = please try again: { $reason }
cli-yes = yes
cli-no = no
cli-ask-optional = (Enter to skip)
cli-ask-debt = Which debt?
cli-ask-pay-amount = How much was paid?
cli-ask-claim-total = How much does the lender say is owed in all?
cli-ask-log-channel = How was the contact?
cli-ask-log-summary = What was said, in a sentence?
cli-ask-called-debt = Which debt was it about?
cli-ask-called-no-debt = none of these, or not known
cli-ask-called-with = Who called? Name or work number
cli-ask-called-company = For which company?
cli-ask-called-summary = What did they want?
cli-ask-called-conduct = Which of these happened? Numbers, with blanks between; Enter for none
cli-ask-called-promise = Did you promise an amount? How much?
cli-ask-called-promise-on = For which day?
cli-ask-offer-from = Whose offer is it?
cli-ask-offer-terms = Its terms, such as: freeze; instalments 24
cli-ask-agree-offer = Which offer was signed?
cli-ask-agree-signed = When was it signed or confirmed?
cli-ask-agree-form = In which form?
cli-ask-letter-kind = Which letter?
cli-ask-init-name = Your name, as in the contracts
cli-ask-init-currency = The currency of this ledger
cli-ask-lender-id = A short name for the lender (letters, digits, -)
cli-ask-lender-name = Its full name, as in the contract
cli-ask-lender-kind = What kind of lender does the contract name?
cli-ask-lender-region = Which law does the contract name?
cli-ask-debt-lender = Which lender?
cli-ask-debt-product = What kind of credit?
cli-ask-debt-total = How much does the lender's app show as owed in all?
cli-ask-numbers-how = write the numbers in front (1 to { $most }), with blanks between; Enter alone for none
cli-ask-once-on = On which day? (like 20 Dec)
cli-ask-income-name = What income is it?
cli-ask-income-amount = How much each time?
cli-ask-income-every = How often?
cli-ask-expense-name = What is it spent on?
cli-ask-expense-amount = How much each time?
cli-ask-expense-every = How often?
cli-ask-expense-category = Which category?
cli-ask-expense-essential = Is it needed to live and work?

# Before it is written or said
cli-guard-overdue-more = { $overdue } overdue is more than the { $total } owed in all. Please see whether the two changed places or a part is missing.
cli-guard-future-moment = { $at } has not come yet: a contact that has not happened is not recorded.
cli-guard-future-moment-hint = please look at the date and time; what is to be done later goes into `--follow-up DATE`
cli-guard-future = { $date } is after { $as-of }: what has not happened yet is not recorded.
cli-guard-future-hint = a promise or plan belongs in `forbear log add --promise` or `forbear offer add`
cli-guard-old-debt-pay = This ledger knows of no payment, letter or contact on { $debt } for a long time; as far as it knows, the time to sue does not end before { $date }. A payment now can start that time afresh. It is worth getting advice first.
cli-guard-old-debt-offer = This ledger knows of no payment, letter or contact on { $debt } for a long time; as far as it knows, the time to sue does not end before { $date }. An offer or agreement now can start that time afresh. It is worth getting advice first.
cli-guard-too-much = { $amount } is more than the { $owed } owed for { $debt } in the ledger. Check the amount and the debt, or write down the newest bill first: forbear claim { $debt }.
cli-guard-promise = { $amount } in { $month } is { $over } more than that month can bear ({ $limit }).
cli-guard-promise-hint = promise no more than that; if it was said already, add --yes to take it down as it was, and withdraw it the same day (forbear called)
cli-guard-offer = In { $month } this offer asks for { $over } more than that month can bear.
cli-guard-offer-expired = This offer was to be answered by { $date }, which is past. First ask them to confirm in writing that it still stands.
cli-guard-offer-hint = forbear capacity shows each month; a longer plan, a later first date or a lower sum may fit
cli-guard-reserved-agreement = { $amount } on { $date } belongs to agreement { $by }
cli-guard-reserved-offer = { $amount } on { $date } is offered in { $by }
cli-guard-reserved-promise = { $amount } on { $date } was promised on { $by }
cli-guard-told = Lenders compare notes, and a story that changes costs trust. This differs from what was told before:
cli-guard-told-reason = · another reason was given about { $debt } on { $date }
cli-guard-told-income = · income { $now }; about { $debt } on { $date } it was { $before }
cli-guard-told-monthly = · { $now } a month; about { $debt } on { $date } it was { $before }

# called
cli-called-title = After the call
cli-called-verify = Check who it was: call the lender on the number in its own app or contract. Someone who knows your data has not proved who they are.
cli-called-withdraw = The promise can be taken back the same day: send the message below through the lender's own channel, then log it.
cli-called-withdraw-alone = The promise can be taken back the same day. Send this through the lender's own channel, then log it: “I withdraw what I said in today's call about paying. I will answer in writing once I have checked what I can keep.”
cli-called-conduct-noted = What was done in the call is written down with its time. Which rules it touches is shown once the call stands under a debt (forbear called DEBT).
cli-called-next-debt = Next, write down the debt it was about, or look at those you have:
cli-called-no-ledger = Nothing was written down: there is no ledger here yet. To begin one:
cli-called-no-codes = Pay only into the lender's own account. Give no verification code, no screen, no ID together with a bank card.
cli-called-in-writing = Nothing has to be decided on the phone. "I will answer in writing" is always allowed.
cli-called-evidence = Keep the recording and screenshots on this device: forbear log add … --evidence FILE
cli-called-rules = What the rule book says of this call
cli-called-answer-by = Noted: your answer in writing by { $date }. Until then forbear due reminds you.
cli-called-next = For the next call:

# Keeping
cli-check-good = The ledger is in order: { $debts ->
        [one] one debt
       *[other] { $debts } debts
    }, { $lenders ->
        [one] one lender
       *[other] { $lenders } lenders
    }, { $contacts ->
        [one] one contact
       *[other] { $contacts } contacts
    }.
cli-undone = Taken back: { $what }.
cli-purge-sure = All earlier states of this ledger will be forgotten; undo will not go back past today.
cli-purged = { $count ->
        [one] One earlier state is
       *[other] { $count } earlier states are
    } forgotten.
cli-history-by-hand = changed by hand
cli-history-restored = back to how no. { $number } left it

# Home
cli-home-begin-debt = The ledger is there. Next, whom you owe and how much:

# Demo
cli-demo-intro = A made-up story on a copy that is deleted at the end. Today is 2026-11-16: Chen Xiao ({ $name }) was ill in summer, earns less, and is three instalments behind.
cli-demo-status = 1. Where things stand
cli-demo-capacity = 2. What can truly be paid each month
cli-demo-simulate = 3. What an arrangement would cost, before anyone agrees to it
cli-demo-script = 4. The ten-second card for the call
cli-demo-log = 5. Ten minutes after the call: taken down
cli-demo-summary = registered a hardship request; wait for an answer in writing
cli-demo-end = That was all; nothing was left on this computer. To begin your own: forbear init

# The start of a new ledger
cli-init-header = Your ledger. It belongs to you: write in it by hand or with commands; comments stay. Help: forbear help ledger
cli-init-share = share of what is left that may be offered; the rest is for surprises
cli-init-reserve = kept for emergencies each month, never offered

# Figures of rules

# debt add
cli-next-after-debts = next: forbear status shows which is most urgent
    before a call: forbear script { $debt } --short
    after a call: forbear called
cli-added-debt-and-lender = Debt { $id } and lender { $lender } are in the ledger.
cli-ask-debt-another = Is there another debt to write down?
cli-ask-debt-new-lender = (a new lender)
cli-ask-lender-short = A short name for it, to type in commands (Enter alone: { $id })
cli-ask-taken = this id is taken
cli-ask-date-future = what falls due after { $as-of } is not missed yet
cli-ask-debt-oldest-unpaid = When did the oldest payment you missed fall due? (0 if none is overdue, Enter if you do not know)
cli-ask-debt-oldest-unpaid-how = write a date like 2026-08-10 or 20260810; 0 if nothing is overdue; Enter alone if you do not know
cli-lender-add-hint = the lender first: forbear lender add { $id } --name NAME --kind KIND --region REGION
cli-debt-add-hint = or both at once: forbear debt add { $id }-1 --lender { $id } --lender-name NAME --lender-kind KIND --lender-region REGION
cli-guard-currency = this ledger is in { $ledger }; contracts in { $region } are usually in { $usual }. A ledger has one currency: for debts in another, keep a second ledger: forbear init --ledger FILE --currency { $code }
cli-plan-needs-optimal = --offers-only and --deadline choose among whole offers: they need --strategy optimal, not { $strategy }.
cli-borrower-set = Changed: the borrower’s details.
cli-hardship-set = Hardship noted: { $kind }.
cli-ask-hardship-kind = Which hardship?
cli-nothing-owed = nothing is owed on { $debt }, as far as the ledger knows: there is nothing to ask for
cli-nothing-owed-hint = if the lender says otherwise, write down what it claims: forbear claim { $debt } --total AMOUNT; if it is paid, ask for that in writing
cli-ask-clock-what = What falls due?
cli-ask-clock-until = What is its last day?
cli-clock-added = Noted: { $what }, until { $until }.
cli-clock-done = Ticked off: { $what }.
cli-case-set = Changed: the case.
