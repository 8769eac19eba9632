# One line on every key of the ledger, for the JSON Schema: schema-<table>-<key>

schema-ledger-version = version of the ledger format: 1
schema-ledger-currency = the ledger's one currency; CNY if left out
schema-ledger-borrower = who owes
schema-ledger-case = a counsellor's case
schema-ledger-budget = what is kept back each month and what may be offered
schema-ledger-income = incomes
schema-ledger-expense = expenses
schema-ledger-account = the borrower's accounts
schema-ledger-person = people around the debts
schema-ledger-lender = lenders and later holders of a claim
schema-ledger-debt = debts
schema-ledger-offer = offers from either side
schema-ledger-contact = contacts: who said what, and when
schema-ledger-agreement = what was agreed
schema-ledger-clock = running clocks: replies, court papers

schema-borrower-name = name
schema-borrower-phone = phone number the lenders have
schema-borrower-address = address for papers
schema-borrower-call-times = times when calls can be taken
schema-borrower-household = people who live from this budget
schema-borrower-household-note = what a lender should know of the household; stands on the statement for creditors
schema-borrower-hardship = why payments cannot be met
schema-borrower-note = anything else

schema-hardship-kind = the kind of reason
schema-hardship-since = since when
schema-hardship-note = one sentence of fact
schema-hardship-evidence = papers that prove it
schema-hardship-own-words = one paragraph in the borrower's own words

schema-case-number = case number
schema-case-consent = when the client agreed
schema-case-adviser = the adviser

schema-budget-reserve = kept for emergencies each month, never offered
schema-budget-share = share of what is left that may be offered; 80% if left out

schema-income-name = what it is
schema-income-amount = how much each time
schema-income-every = how often
schema-income-on = the date, if it comes once
schema-income-from = first day it comes
schema-income-until = last day it comes
schema-income-low = least it may be
schema-income-high = most it may be
schema-income-pay-day = day of the month it is paid
schema-income-account = the account it is paid into
schema-income-evidence = papers that prove it
schema-income-note = anything else
schema-income-history = what it really was

schema-income-history-on = when
schema-income-history-amount = how much

schema-expense-name = what it is
schema-expense-amount = how much each time
schema-expense-every = how often
schema-expense-category = its category
schema-expense-essential = whether it is needed to live and work
schema-expense-on = the date, if it comes once
schema-expense-from = first day it is due
schema-expense-until = last day it is due
schema-expense-evidence = papers that prove it
schema-expense-note = anything else

schema-account-name = its name
schema-account-bank = the bank
schema-account-living = whether rent and food are paid from it

schema-person-name = name
schema-person-relation = spouse, guarantor, or another word
schema-person-knows = whether they know of the debts
schema-person-must-not-be-told = whether they must not be told

schema-lender-id = its id, used elsewhere in the ledger
schema-lender-name = full name as in the contract
schema-lender-kind = what kind of lender the contract names; leave out if unknown
schema-lender-region = whose rules apply; CN if left out
schema-lender-note = anything else
schema-lender-official = how to reach and pay it safely
schema-lender-alternative = the user's own assumptions of what it would recover otherwise

schema-official-number = official phone number
schema-official-app = official app
schema-official-payee = name on the account to pay
schema-official-account = account to pay
schema-official-verified-how = how it was checked
schema-official-verified-on = when it was checked

schema-alternative-recovery = share recovered
schema-alternative-months = months until then
schema-alternative-cost = what it costs the lender
schema-alternative-discount = discount rate

schema-debt-id = its id, used elsewhere in the ledger
schema-debt-lender = the lender's id
schema-debt-product = loan or card
schema-debt-talks = where the talks stand
schema-debt-retry-on = when to ask again after a refusal
schema-debt-proceedings = how far collection or court has gone
schema-debt-grace-days = grace days; 0 if left out, for cards 3
schema-debt-oldest-unpaid = the missed due date, for a debt without a contract
schema-debt-written-off = written off on
schema-debt-accelerated = declared due early on
schema-debt-sold = sold to a buyer
schema-debt-secured = what secures it
schema-debt-guarantors = who guarantees it
schema-debt-co-borrower = who owes it too
schema-debt-auto-debit = an account from which it is taken
schema-debt-priority = why it comes before others
schema-debt-note = anything else
schema-debt-contract = the contract
schema-debt-card = the card account
schema-debt-room = what the lender is known or believed to grant
schema-debt-due = rows copied from the lender's app (method = "custom")
schema-debt-fee = dated fees
schema-debt-holder = who holds the claim, from when
schema-debt-payment = payments made
schema-debt-claim = what the lender says is owed
schema-debt-pause = agreed breathing space

schema-sold-to = the buyer
schema-sold-on = when
schema-sold-notice-on = when the notice reached the borrower

schema-auto-debit-account = which account
schema-auto-debit-day = day of the month

schema-contract-principal = original principal
schema-contract-net-received = what was really received, if it differs
schema-contract-disbursed = day of payout
schema-contract-rate = the rate, or a list of dated rates
schema-contract-method = how it is repaid; equal-instalment if left out
schema-contract-count = number of instalments
schema-contract-first-due = first due date
schema-contract-day-count = day count; 30/360 if left out
schema-contract-penalty = penalty: a multiple of the contract rate, or a rate of its own
schema-contract-compound = penalty rate also on unpaid interest
schema-contract-allocation = order in which payments are applied: a name, or a list of the four parts
schema-contract-allocation-scope = row by row, or across the whole debt
schema-contract-fee-per-instalment = a fee in every instalment
schema-contract-purpose = what the money was for, as the contract says
schema-contract-number = the contract number

schema-rate-from-from = first day in force
schema-rate-from-rate = the rate

schema-card-daily-rate = daily rate on what is claimed
schema-card-statement-day = day of the month of the statement
schema-card-due-day = day of the month it is due
schema-card-min-payment = minimum payment

schema-room-max-months = longest plan in months
schema-room-freeze = whether interest can be frozen
schema-room-waive = how much of each part can be waived
schema-room-min-payment = smallest monthly payment
schema-room-latest-start = latest day for the first payment of a plan
schema-room-principal-cut = how much principal can be cut

schema-waive-principal = of principal
schema-waive-interest = of interest
schema-waive-penalty = of penalty
schema-waive-fees = of fees

schema-debt-due-on = due date
schema-debt-due-principal = principal
schema-debt-due-interest = interest
schema-debt-due-fee = fee

schema-fee-on = the day it falls due
schema-fee-amount = how much
schema-fee-what = what for

schema-holder-lender = the holder's id
schema-holder-from = from when
schema-holder-share = share of a joint loan
schema-holder-notice-on = when notice reached the borrower
schema-holder-proof = what proves it

schema-payment-on = the day it arrived
schema-payment-amount = how much
schema-payment-kind = ordinary, or at once against principal
schema-payment-note = anything else

schema-claim-on = the date it was true
schema-claim-principal = principal
schema-claim-interest = interest
schema-claim-penalty = penalty
schema-claim-fees = fees
schema-claim-total = the total
schema-claim-overdue = how much of it is overdue
schema-claim-payoff = what would close the debt
schema-claim-source = where it was seen
schema-claim-note = anything else

schema-pause-from = first day
schema-pause-until = first day after it
schema-pause-what = what it stops: ageing, interest

schema-offer-id = its id
schema-offer-debt = the debt's id
schema-offer-from = who made it
schema-offer-on = when
schema-offer-terms = its terms, written as for --offer
schema-offer-status = what became of it
schema-offer-reply-by = answer wanted by
schema-offer-counters = the offer it answers
schema-offer-note = anything else

schema-contact-at = date and time
schema-contact-debt = about which debt
schema-contact-channel = how
schema-contact-direction = who began it
schema-contact-counterpart = the other side
schema-contact-summary = what was said
schema-contact-conduct = what happened that should not
schema-contact-promise = what was promised
schema-contact-evidence = files
schema-contact-follow-up = when to come back to it
schema-contact-answered = whether it was answered
schema-contact-minutes = minutes
schema-contact-outcome = how it ended
schema-contact-ticket = case number
schema-contact-told = what they were told

schema-counterpart-name = name or work number
schema-counterpart-company = company
schema-counterpart-number = phone number

schema-promise-amount = how much
schema-promise-on = by when
schema-promise-withdrawn = when it was taken back

schema-evidence-file = the file's name
schema-evidence-sha256 = the file's SHA-256

schema-told-reason = the reason given
schema-told-income = the income given
schema-told-monthly = the monthly figure given

schema-agreement-id = its id
schema-agreement-debt = the debt's id
schema-agreement-signed = when it was signed or confirmed
schema-agreement-form = its form
schema-agreement-proof = how well it can be proved: 0 a voice … 4 stamped
schema-agreement-offer = the offer it came from
schema-agreement-broken = when it was declared broken
schema-agreement-evidence = papers
schema-agreement-note = anything else
schema-agreement-clauses = its clauses
schema-agreement-due = the schedule as agreed

schema-clauses-allocation = order in which payments are applied, as written
schema-clauses-default = what happens on a missed payment, as written
schema-clauses-credit-report = how it is reported, as written
schema-clauses-discharge-days = days until the discharge certificate
schema-clauses-collection-stops = whether collection stops
schema-clauses-grace-days = days after a due date still on time
schema-clauses-cure-days = days to mend a missed payment
schema-clauses-tolerance = a shortfall that does no harm
schema-clauses-cross-default = whether a default elsewhere breaks this one
schema-clauses-account-status = what happens to the account, as written
schema-clauses-update-days = days until the record is updated

schema-agreement-due-on = due date
schema-agreement-due-amount = amount

schema-clock-what = what it is about
schema-clock-debt = the debt's id
schema-clock-kind = set by law, by a court, or only asked for; asked if left out
schema-clock-from = when it began
schema-clock-until = its last day
schema-clock-done = when it was answered
