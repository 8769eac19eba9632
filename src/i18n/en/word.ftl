# The words of the domain's enums: word-<enum>-<word>, with / written -

# A side, a part, a product
word-party-lender = the lender
word-party-borrower = the borrower
word-part-principal = principal
word-part-interest = interest
word-part-penalty = penalty
word-part-fees = fees
word-product-consumer-loan = consumer loan
word-product-credit-card = credit card

# Talks and the five steps
word-talks-not-started = not started
word-talks-preparing = preparing
word-talks-registered = registered
word-talks-waiting = waiting for an answer
word-talks-offered = an offer is on the table
word-talks-agreed = agreed
word-talks-performing = being kept
word-talks-broken = broken
word-talks-completed = paid off
word-talks-refused = refused for now

# How far collection has gone
word-proceedings-none = none
word-proceedings-lender = the lender itself
word-proceedings-outside-collector = outside collector
word-proceedings-lawyer-letter = lawyer's letter
word-proceedings-mediation = mediation
word-proceedings-payment-order = payment order
word-proceedings-arbitration = arbitration
word-proceedings-filed = suit filed
word-proceedings-judgment = judgment
word-proceedings-enforcement = enforcement

# Payments and pauses
word-payment-kind-payment = payment
word-payment-kind-prepayment = prepayment of principal
word-pause-ageing = days do not count as overdue
word-pause-interest = interest stops

# Offers
word-offer-status-open = open
word-offer-status-accepted = accepted
word-offer-status-refused = refused
word-offer-status-countered = answered with a counter-offer
word-offer-status-expired = expired
word-offer-status-planned = planned, not yet said
word-arrears-spread = spread over the instalments
word-arrears-first = paid first
word-arrears-capitalise = added to principal
word-baseline-today = pay everything today
word-baseline-nothing = pay nothing

# Clocks and currencies
word-clock-kind-law = set by law
word-clock-kind-court = set by a court paper
word-clock-kind-asked = only asked for
word-currency-CNY = Chinese yuan (CNY)
word-currency-HKD = Hong Kong dollars (HKD)
word-currency-USD = US dollars (USD)
word-currency-EUR = euros (EUR)
word-currency-GBP = pounds sterling (GBP)

# Calendar
word-day-count-30-360 = 30/360
word-day-count-actual-360 = actual days/360
word-day-count-actual-365 = actual days/365
word-day-count-actual-actual = actual days/actual year
word-period-day = day
word-period-month = month
word-period-year = year
word-every-week = every week
word-every-fortnight = every two weeks
word-every-month = every month
word-every-quarter = every three months
word-every-year = every year
word-every-once = once

# Contacts
word-channel-phone = phone
word-channel-sms = SMS
word-channel-app = app message
word-channel-email = e-mail
word-channel-letter = letter
word-channel-visit = visit
word-channel-court = court
word-direction-in = from them
word-direction-out = to them
word-outcome-no-answer = no answer
word-outcome-wrong-seat = the wrong desk
word-outcome-registered = registered with a case number
word-outcome-menu-read = plans were read out
word-outcome-refused = refused
word-outcome-pending = to be answered
word-outcome-agreed-orally = agreed by voice
word-outcome-agreed-confirmed = agreed and confirmed
word-outcome-disputed = facts are disputed
word-outcome-ended-abusive = ended because of abuse
word-conduct-threat = threat
word-conduct-insult = insult
word-conduct-third-party = third party contacted
word-conduct-disclosure = debt disclosed to others
word-conduct-quiet-hours = contact in quiet hours
word-conduct-too-often = too many contacts
word-conduct-impersonation = posing as an official body
word-conduct-exaggerated-consequence = consequences exaggerated
word-conduct-pushes-new-borrowing = pushed to borrow elsewhere
word-conduct-private-account = asked to pay a private account
word-conduct-unidentified = did not say who they are
word-conduct-entered-home = entered home or workplace without consent
word-conduct-undisclosed-outsourcing = outside collector not announced
word-conduct-after-agreement = collection went on after an agreement
word-conduct-fee-first = asked for a fee first
word-conduct-violence = violence or the threat of it

# Hardship and spending
word-hardship-unemployment = job lost
word-hardship-income-loss = income fell
word-hardship-illness = illness
word-hardship-disability = accident or disability
word-hardship-family = a change in the family
word-hardship-disaster = disaster
word-hardship-business = business closed
word-hardship-care = care or schooling
word-hardship-over-indebted = too many debts for the income
word-hardship-other = other
word-category-housing = housing
word-category-food = food
word-category-utilities = utilities
word-category-transport = transport
word-category-health = health
word-category-education = education
word-category-dependants = dependants
word-category-insurance = insurance
word-category-household = household
word-category-other = other

# Position and ageing
word-basis-claim = the lender's claim
word-basis-contract = the contract
word-basis-agreement = the agreement
word-band-current = not overdue
word-band-short = short overdue
word-band-medium = medium overdue
word-band-long = long overdue
word-class-normal = normal
word-class-special-mention = special mention
word-class-substandard = substandard
word-class-doubtful = doubtful
word-class-loss = loss
word-position-note-penalty-not-recorded = The contract records no penalty, so none is counted. If it has one: forbear debt set ID --penalty 150%
word-position-note-no-rate-known = No rate is known, so nothing is added since the claim. To add it: forbear debt set --help
word-position-note-claim-has-no-parts = The claim is one sum without parts; it is counted as principal.
word-position-note-rolled-at-contract-rate = No penalty rate is recorded, so the claim is rolled forward at the contract rate. If there is one: forbear debt set ID --penalty 150%
word-position-note-claim-differs-from-contract = The claim and the contract come to different amounts.
word-position-note-revival-unknown = The agreement is broken, and it is not known what revives.
word-position-note-nothing-known = Nothing is known of what is owed. Write down what the bill says: forbear claim ID --total AMOUNT
word-worsens-overdue = becomes overdue
word-worsens-medium = goes past 30 days overdue
word-worsens-long = goes past 90 days overdue
word-worsens-court-clock = the court's time runs out
word-worsens-offer-expires = the offer ends
word-worsens-promise-due = a promised payment falls due

# Languages, lenders, regions
word-lang-zh-Hans = 简体中文
word-lang-zh-Hant = 繁體中文
word-lang-en = English
word-lender-kind-bank = bank
word-lender-kind-consumer-finance-company = consumer finance company
word-lender-kind-microloan-company = microloan company
word-lender-kind-money-lender = licensed money lender (Hong Kong)
word-lender-kind-guarantor = guarantor that has paid
word-lender-kind-insurer = insurer that has paid
word-lender-kind-assignee = debt purchaser (assignee)
word-lender-kind-private = private lender
word-lender-kind-unlicensed = unlicensed lender
word-region-CN = mainland China
word-region-HK = Hong Kong

# Contracts and agreements
word-method-equal-instalment = equal instalments
word-method-equal-principal = equal principal
word-method-interest-only = interest only, principal last
word-method-bullet = bullet repayment
word-method-flat-fee = flat-fee instalments
word-method-custom = rows as typed
word-allocation-scope-rows = instalment by instalment
word-allocation-scope-debt = part by part over the whole debt
word-allocation-civil-code = fees, interest, penalty, principal
word-allocation-card-art57 = interest first up to 90 days overdue, then principal first
word-allocation-principal-first = principal first
word-form-written = written
word-form-electronic = electronic
word-form-oral = by voice only
word-default-clause-unpaid-only = only the unpaid instalments
word-default-clause-original-debt = the original debt, less what was paid
word-default-clause-unknown = not known

# Findings
word-severity-note = note
word-severity-warning = careful
word-severity-serious = serious
word-level-V-TEXT = read in the instrument
word-level-V-REP = as reported
word-level-practice = common practice, not law

# Agreements, what falls due, the time to sue
word-keeping-kept = being kept
word-keeping-late = a payment is missed and can still be mended
word-keeping-broken = broken
word-keeping-completed = paid to the end
word-upcoming-instalment = instalment
word-upcoming-agreement = agreed payment
word-upcoming-reply = answer to an offer
word-upcoming-clock = clock
word-upcoming-promise = promised payment
word-upcoming-follow-up = to come back to
word-limitation-event-last-due = the last instalment's due date
word-limitation-event-accelerated = the debt was declared due early
word-limitation-event-oldest-unpaid = the missed due date
word-limitation-event-payment = a payment
word-limitation-event-claim = a claim by the lender
word-limitation-event-demand = the other side was in touch
word-limitation-event-acknowledgement = you were in touch or promised
word-limitation-event-court-paper = a court paper
word-limitation-event-sale-notice = notice of the sale
word-limitation-event-offer = an offer by the borrower
word-limitation-event-agreement = an agreement, or its last date
word-court-stage-payment-order = objecting to the payment order
word-court-stage-claim-answer = answering the claim
word-court-stage-appeal = appealing the judgment
word-court-stage-enforcement = the other side's time to ask for enforcement
word-confidence-low = little is known
word-confidence-fair = as far as this ledger knows

word-fact-name = name
word-fact-phone = phone
word-fact-address = address for papers
word-fact-call-times = good times to call
word-fact-lender = full name of the lender
word-fact-official = the lender's own number
word-fact-original-lender = original lender
word-fact-contract-no = contract number
word-fact-purpose = purpose of the loan
word-fact-days = days overdue
word-fact-due-date = due date
word-fact-owed = amount owed
word-fact-overdue = amount overdue
word-fact-owed-on = date of the amount
word-fact-contract-payment = contract instalment
word-fact-minimum = minimum payment
word-fact-reason = reason for the hardship
word-fact-since = since when
word-fact-evidence = papers that prove it
word-fact-own-words = a paragraph in your own words
word-fact-income = monthly income
word-fact-essential = essential spending
word-fact-offerable = the most you can offer a month
word-fact-monthly = the monthly figure you say
word-fact-months = number of payments
word-fact-instalment = each payment of the plan
word-fact-first-date = earliest day to pay
word-fact-ends-on = last payment date
word-fact-total = total to pay
word-fact-waived = amount waived
word-fact-pay-now = amount paid at once
word-fact-pay-day = pay day
word-fact-reply-by = date by which you hope for an answer
word-fact-answer-by = date of your own written answer
word-fact-plan-by = date by which a plan follows
word-fact-ticket = case number
word-fact-ticket-on = date of the case number
word-fact-lender-count = number of lenders
word-fact-committed = amount already promised elsewhere
word-fact-assets = what you own
word-fact-public-place = a public place to meet
word-fact-debit-day = day of the debit
word-fact-changed = what has changed since last time
word-fact-promise-amount = amount promised
word-fact-promise-on = day promised
word-fact-promised-at = when it was promised
word-fact-paper-on = day the paper was received
word-fact-court-until = last day to answer the paper
word-fact-short = missing difference
word-fact-retry-on = day to ask again
word-fact-today = today's date

word-letter-hardship = hardship statement
word-letter-proposal = repayment proposal

word-origin-offered = offered by the lender
word-origin-assumed = assumed, offered by no one yet
# Marks of figures
word-mark-claimed = claimed
word-mark-computed = computed
word-mark-assumed = assumed

word-rung-opening = what you ask for first
word-rung-target = what you aim for
word-rung-limit = the least you can keep

word-strategy-triage = what hurts most first
word-strategy-pro-rata = by what is owed to each
word-strategy-contractual = as the contracts ask
word-strategy-avalanche = highest rate first
word-strategy-snowball = smallest debt first
word-strategy-custom = in your own order
word-strategy-optimal = the cheapest plan

word-triage-court-clock = a court’s time is running
word-triage-card = a card near the facts that matter for cards
word-triage-guaranteed = someone of the family stands for it
word-triage-wages-bank = the bank that holds the wages
word-triage-priority = marked as coming first
word-triage-cliff = a known sum keeps it from getting worse
word-triage-closes = can be closed outright
word-triage-share = takes its share

# Checking the lender's figures
word-penalty-base-overdue-principal = principal of overdue instalments
word-penalty-base-whole-principal = all principal not repaid
word-audit-question-breakdown = could you split the amount into principal, interest, penalty and fees
word-audit-question-principal = how is the principal made up
word-audit-question-interest = how was the interest worked out
word-audit-question-penalty = what are the rate, the base and the days of the penalty
word-audit-question-fees = what is each fee based on, and who receives it
word-audit-question-allocation = which part was each payment applied to
word-audit-question-up-front = what was taken before payout
word-audit-question-above-line = could the part above the line be reduced

# The five steps of the talks
word-step-contact = getting in touch
word-step-capacity = what you can pay
word-step-proposal = the proposal
word-step-agreement = the written agreement
word-step-keeping = keeping it

word-verdict-accept = can be accepted
word-verdict-better = ask for better first
word-verdict-review = ask for a manual review
word-letter-statement-request = request for a statement of account
word-letter-group-negotiation = negotiation
word-letter-group-request = requests
word-letter-group-complaint = complaint
word-letter-group-court = court papers
word-ground-settled = paid to the end
word-ground-payment-missing = a payment not counted
word-ground-amount = the amount differs
word-ground-received-less = less was received than the contract says
word-ground-no-notice = no notice of assignment
word-ground-agreement = an agreement is being kept
word-ground-not-due = not yet due
word-ground-limitation = limitation
word-ground-reduction = above the line where a court may be asked to reduce
word-fact-collector = company that collects
word-fact-collector-on = day they were in touch
word-fact-mediator = mediation body
word-fact-court = name of the court
word-fact-court-no = number on the court paper
word-fact-adviser = name of the counsellor
word-fact-their-offer-on = day of their offer
word-fact-their-monthly = each payment of their offer
word-fact-paid-last = last payment
word-fact-settled-on = day it was paid off
word-fact-report-on = date of the credit report
word-fact-report-says = what the credit report says
word-fact-report-true = what is true instead
word-fact-complaint-on = day of the complaint to them
word-fact-complaint-no = number of the complaint
word-fact-extension = months of more time
