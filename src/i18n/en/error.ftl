# Errors of the command line and of the rooms behind it
error-line = error: { $message }
error-hint = hint: { $hint }
error-did-you-mean = did you mean `{ $near }`?
error-there-is = choose from: { $known }
error-nothing-yet = there is none yet

# What was typed
error-usage-needs-value = { $flag } needs a value
error-usage-not-a-value = `{ $value }` cannot be given to { $flag }
error-usage-unknown-argument = `{ $argument }` is not known here
error-usage-unknown-command = there is no command `{ $command }`
error-usage-no-equals = the value of { $flag } needs `=` before it
error-usage-bad-value = `{ $value }` for { $flag }: { $reason }
error-usage-too-many-values = { $flag } takes no further value; `{ $value }` is one too many
error-usage-too-few-values = { $flag } needs more values
error-usage-twice = { $flag } is said twice
error-usage-conflict = { $flag } and { $other } cannot be used together
error-explain-elsewhere = `--explain` shows how figures come about, and works with { $commands }
error-usage-missing = this is missing: { $flags }
error-usage-missing-command = a command is missing
error-usage-not-utf8 = an argument is not UTF-8 text
error-usage-cannot-be-read = the command line cannot be read
error-usage-possible = possible: { $values }
error-usage-line = typed like this: { $usage }
error-usage-help = more: { $help }
error-bad-today = FORBEAR_TODAY: `{ $value }` is not a date; write it like 2026-11-16

# Values
error-value-date = not a date; write it like 2026-11-16
error-value-money = not an amount; write digits, like 1200.50 or 12000
error-value-money-unclear = not clear how much that is; write it all in digits, like 12000
error-value-money-grouping = commas only separate groups of three digits, like 1,200.50
error-value-currency = `{ $value }` is not in this ledger's currency ({ $ledger }); keep a second ledger for the other: forbear init --ledger FILE
error-value-day-none = there is no such day (from 1900 to 2199)
error-value-day-short-year = write the year with four digits, like 2026-11-16
error-value-day-two = could be { $one } or { $other }; write the one you mean
error-value-day-unclear = not clear which is the month; write it like 2026-11-16
error-value-day-year = the year is missing; write { $one } or { $other }
error-value-day-relative = write the date itself here (today is { $today })
error-value-time = not a time; write it like 2026-11-16T21:40, or 21:40 for today
error-value-amount-at = write an amount and its date like 500@2026-11-20
error-value-parts = write parts like principal=8120.35,interest=402.10,penalty=655,fees=0
error-value-positive = the amount must be more than 0, such as 500
error-value-percent-month = write it with a percent sign: 0.6% (or 6‰)
error-value-portion = write all, 50% or 1200.50
error-value-negative = the amount must not be below 0
error-value-range = a whole number from { $least } to { $most }
error-value-text = the text is blank or holds control characters

# Records
error-unknown-debt = there is no debt `{ $id }`
error-unknown-lender = there is no lender `{ $id }`
error-unknown-income = there is no income `{ $id }`
error-unknown-expense = there is no expense `{ $id }`
error-unknown-offer = there is no offer `{ $id }`
error-unknown-agreement = there is no agreement `{ $id }`
error-unknown-contact = there is no contact number { $id }
error-unknown-promise = contact { $id } holds no promise
error-unknown-rule = there is no rule `{ $id }`
error-unknown-topic = there is no topic or command `{ $id }`
error-unknown-sample = there is no sample `{ $id }`
error-taken-debt = there is a debt `{ $id }` already
error-taken-lender = there is a lender `{ $id }` already
error-taken-income = there is an income `{ $id }` already
error-taken-expense = there is an expense `{ $id }` already
error-taken-offer = there is an offer `{ $id }` already

# Questions
error-needs-input = { $flag } is missing, and nobody can be asked here
error-needs-input-hint = give { $flag }, or run the command in a terminal without --no-input
error-stopped = stopped; this step changed nothing
error-needs-yes-hint = to go on all the same, add --yes

# The system
error-no-home = the system names no home folder; say where the ledger is with --ledger FILE
error-write = the output cannot be written: { $reason }
error-letter = a template cannot be used: { $reason }
error-letter-hint = built-in texts are used again once your own template is moved away

# The engine
error-engine-too-large = the figures are too large to be worked out exactly
error-engine-schedule = the rows do not make a schedule that closes at zero
error-engine-no-contract = this needs the contract of the debt: principal, count and first due date
error-engine-no-contract-hint = forbear debt set { $debt } --principal … --count … --first-due …
error-engine-nothing-known = nothing is known of what is owed
error-engine-nothing-known-hint = forbear claim { $debt } --total AMOUNT
error-engine-no-claim = nothing is written down of what the lender says is owed
error-engine-no-claim-hint = forbear claim { $debt } --principal … --interest … --penalty … --fees …, or --total AMOUNT if that is all you were told
error-engine-claim-before-payout = the claim is of { $on }, before the loan was paid out ({ $payout }): there is nothing to compare it with
error-engine-claim-before-payout-hint = put the date right in the ledger file (forbear help ledger), or take it back with forbear undo and write it down again: forbear claim { $debt } --on DATE …
error-quote-card = a card has no contract of instalments to quote
error-quote-card-hint = an offer on it can be quoted: forbear quote { $debt } --offer "instalments 12"
error-audit-ask-hint = or ask the lender for the figures: forbear letter { $debt } statement-request
error-audit-card-hint = a card has no instalments that could be worked out again; its monthly statements are what counts
error-engine-payment-too-small = a payment of { $payment } does not exceed the first period's interest of { $interest }
error-engine-payment-too-small-most = ; with { $count ->
    [one] one instalment
   *[other] { $count } instalments or fewer
} it does
error-engine-waives-too-much = { $asked } of { $part } cannot be waived: only { $there } is owed
error-engine-pays-too-much = { $asked } is more than the { $there } owed
error-engine-date-in-past = { $date } is before { $as-of }
error-engine-no-payments = the terms do not say how the rest is paid: add instalments, extend or settle
error-engine-extend-needs-end = extend needs the contract's last due date, or --remaining with the number of instalments left
error-engine-too-many-rows = a plan has at most 1200 payments
error-engine-first-due-after-end = the first due date { $first } is after the extended end { $last }
error-engine-defers-past-end = deferring { $defer ->
    [one] one month
   *[other] { $defer } months
} leaves no payment before the extended end { $last }
error-engine-in-offer = in `{ $terms }`: { $reason }
error-terms-hint = forbear help offers
error-own-numbers = your own numbers in { $file } cannot be used: { $reason }
error-own-numbers-syntax = it cannot be read, or holds more than [param.ID] sections with values
error-own-numbers-unknown = no rule has a number called `{ $id }`
error-own-numbers-value = `{ $value }` for `{ $id }` is not in its unit ({ $unit })
error-own-numbers-overlap = `{ $id }` has two values on { $date }
error-own-numbers-twice = one of its numbers is set in another file already
error-own-numbers-hint = how to write it: forbear help numbers; the ids: forbear rules show RULE
error-own-numbers-away = without this file the built-in numbers are used
error-engine-no-contract-card = A card has no instalments: it is kept by what the bill says. See what is owed with forbear status { $debt }, and write down a new bill with forbear claim { $debt }.

# Amounts on dates
error-flow-no-date = an amount needs its date, as in 1120@2026-12-20
error-flow-not-a-date = `{ $text }` is not a date; write it like 1120@2026-12-20, from 1900 to 2199
error-flow-not-a-count = `{ $text }` is not a number of payments from 1 to 1200, as in 1120x12@2026-12-20
error-flow-not-a-step = `{ $text }` is not a step; write /monthly, /weekly, /fortnightly, /quarterly or /30-days
error-flow-money = `{ $text }`: { $reason }
error-flow-not-positive = `{ $text }` must be more than 0; what you receive goes to --receive, what you repay to --repay, both without a sign
error-flow-past-calendar = the payments run past the year 2199
error-flow-takes-too-much = { $taken } cannot be taken out of { $principal }
error-answers = { $file }, line { $line }: { $reason }
error-answers-unsure = this fits none of the choices here: { $text }
error-answers-no-such = there is no choice { $text } here
error-answers-short = the answers end here, but the call goes on
error-answers-over = the call is over, but there are more answers
error-answers-choices = Here you can write: { $choices }
error-answers-stop = To end the call here, write q.
error-no-such-file = There is no file { $file }
error-no-such-file-hint = Check the path and the name.
error-unknown-clock = There is no open date with the number “{ $id }”. See the numbers: forbear due
