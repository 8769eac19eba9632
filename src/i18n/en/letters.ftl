# Notes on scripts and letters
letters-above-limit = The plan asks for { $offered }, more than the { $limit } you can keep up. Do not name what you cannot keep.
letters-too-early = { $due } falls due on { $on }, but only { $there } has come by then. Put the day two days after pay day, { $payday }.
letters-too-early-no-pay-day = { $due } falls due on { $on }, but only { $there } has come by then. Put the day later.
letters-moved = These terms name no first day; counted as usual they would begin on { $from }. Here they begin on { $to }, after pay day and with time for an answer. For another day, write first-due into the terms.
letters-no-time-to-answer = The first payment ({ $on }) is too near for an answer in writing before it. Do not pay before you see the terms in writing, or name a later day.
letters-limitation = The last event known to restart the time to sue was on { $date }, long ago. This text acknowledges the debt; it may start that time again or give up the defence. Let legal aid see the papers first.
letters-limitation-unknown = No reminder, debit, payment or contact is known. This text acknowledges the debt; it may start the time to sue again or give up the defence. Let legal aid see the papers first.
letters-told-reason = On { $on } another reason was given about { $debt } than the one in this text (borrower.hardship.note). Tell everyone the same facts.
letters-told-income = On { $on } the income given about { $debt } was { $told }, and this text says { $now }. If it changed, say from when.
letters-told-monthly = On { $on } this lender heard { $told } a month; now it is { $now }. Say first why it changed.
letters-error-unknown = There is no template called “{ $name }”.
letters-error-template = Template “{ $name }”, line { $line }: { $message }
letters-error-not-allowed = Template “{ $name }”, line { $line }: { $what } is not allowed in a template. Only names, if and for are.
letters-error-too-long = Template “{ $name }” is too long, or writes too much.
letters-error-runs-too-long = Template “{ $name }” runs too long and was stopped.
letters-error-front-matter = The top of template “{ $name }” cannot be read: { $message }
letters-missing = Still blank: { $fact }. To fill it: { $command }
letters-missing-by-hand = Still blank: { $fact }. Write it in by hand.
letters-sent = Noted: “{ $letter }” sent on { $on }.
letters-wait-asked = { $until } is only the day by which an answer is asked for, not a legal deadline. If none comes, ask again.
letters-wait-own = Your letter promises a plan by { $until }; forbear due will show that day.
letters-wait-confirmation = Before you pay, see these terms in their own app or in writing. If they are not there by { $until }, ask again.
letters-wait-law = Set by law: an answer within { $days ->
    [one] one day
   *[other] { $days } days
} of receipt, by about { $until } ({ $source }; { $level }).
letters-wait-law-own = An answer within { $days ->
    [one] one day
   *[other] { $days } days
} of receipt, by about { $until }. The days are your own number; the rule itself: { $source } ({ $level }).
letters-wait-court = Set by the court paper: it has to reach the court by { $until }. Hand it in or send it registered, and keep the receipt.
letters-wait-court-late = The court’s time ended on { $until }; handed in late, this may have no effect. First ask the court today whether it can still be handed in and where the case stands, and have free legal help look at it.
letters-refused-no-licence = “{ $letter }” is not written: whoever claims the money has no licence, so this is no negotiation.
letters-refused-no-licence-hint = see how to stay safe: forbear script { $debt }
letters-refused-other-lender = “{ $letter }” does not fit this kind of lender.
letters-refused-other-lender-hint = if the kind is wrong: forbear lender set … --kind …
letters-refused-other-region = “{ $letter }” is for mainland lenders only; Hong Kong rules apply to this one.
letters-refused-other-region-hint = see what can be done now: forbear script { $debt }
letters-refused-no-conduct = “{ $letter }” is not written: nothing of that kind is in the log. A complaint tells only what happened.
letters-refused-no-conduct-hint = note what happened first: forbear log add { $debt } --channel phone --at … --conduct … --summary …
letters-refused-no-third-party = “{ $letter }” is not written: no contact with somebody else is in the log.
letters-refused-no-third-party-hint = note what happened first: forbear log add { $debt } --channel phone --at … --conduct third-party --summary …
letters-refused-no-collector = “{ $letter }” is not written: the ledger knows of no outside collector.
letters-refused-no-collector-hint = if there is one, note it first: forbear log add { $debt } --channel phone --company … --summary …
letters-refused-no-offer = “{ $letter }” is not written: the ledger holds no open offer of theirs.
letters-refused-no-offer-hint = note their offer first: forbear offer add { $debt } --from lender --terms …
letters-refused-no-promise = “{ $letter }” is not written: no promise stands in the ledger.
letters-refused-no-promise-hint = note what was promised first: forbear log add { $debt } --channel phone --promise …@… --summary …
letters-refused-no-mediation = “{ $letter }” is not written: the ledger knows of no mediation notice.
letters-refused-no-mediation-hint = if one came, note it first: forbear debt set { $debt } --proceedings mediation
letters-refused-no-payment-order = “{ $letter }” is not written: the ledger knows of no payment order.
letters-refused-no-payment-order-hint = if one came, note it first: forbear debt set { $debt } --proceedings payment-order
letters-refused-no-claim = “{ $letter }” is not written: the ledger knows of no claim at court.
letters-refused-no-claim-hint = if one came, note it first: forbear debt set { $debt } --proceedings filed
letters-refused-no-ground = “{ $letter }” is not written: no true ground against the debt itself follows from the ledger. Having no money, wanting time or instalments has no effect (mainland civil procedure interpretation, arts 435, 436). The clock runs on, until { $until }.
letters-refused-no-ground-hint = settle within the time: forbear script { $debt }; if the amount is truly wrong, enter it by part: forbear claim { $debt } --principal … --interest … --penalty … --fees …; if it is not your loan at all, see legal aid today
letters-refused-not-settled = “{ $letter }” is not written: by the ledger this debt is not paid off.
letters-refused-not-settled-hint = if it is, note it first: forbear pay { $debt } … --on …, then forbear debt set { $debt } --talks completed
letters-refused-not-written-off = “{ $letter }” is not written: the ledger does not say that this debt was written off.
letters-refused-not-written-off-hint = if the report says so, note it first: forbear debt set { $debt } --written-off …
letters-refused-no-body = “{ $letter }” is not written: the rule book names no verified body for this kind of lender.
letters-refused-no-body-hint = write to them first: forbear letter { $debt } complaint; threats or violence are for the police

# Channel and moment of a script
letters-chosen-channel = Channel: { $channel } ({ $why }).
letters-chosen-moment = Moment: { $moment } ({ $why }).
letters-stopped-court = A court paper is there: its time limit comes first, so this is the script for it.
letters-stopped-old = Nothing has happened with this debt for a long time: papers come first, so this is the script for it.
letters-stopped-unlicensed = They have no licence: your safety comes first, so this is the script for it.
letters-why-asked = as you asked
letters-why-last-contact = how they last made contact, on { $date }
letters-why-mediation = mediation goes on
letters-why-usual = nothing says otherwise: a call
letters-why-agreed = an agreement is being kept
letters-why-accepted = an offer is accepted and not yet written down as an agreement
letters-why-theirs-fits = the lender's offer of { $date } can be kept
letters-why-theirs-open = the lender's offer of { $date } is not answered yet
letters-why-broken = the agreement in the ledger is broken
letters-why-missed = what was promised for { $date } is not paid
letters-why-handed-over = it was sold, or somebody else collects
letters-why-days = { $days ->
    [one] one day overdue
   *[other] { $days } days overdue
}
letters-why-not-due = nothing is overdue yet
letters-why-days-unknown = it is not known how overdue it is
letters-message-too-long = This is { $over ->
    [one] one character
   *[other] { $over } characters
} longer than one text message: a name or an amount is long. Send it in two, or shorten it.
letters-misfit-letter = Letters are not written here.
letters-misfit-letter-hint = Use: forbear letter { $debt }
letters-misfit-no-words = There is no “{ $channel }” script for “{ $moment }”.
letters-misfit-no-words-hint = Channels that have one: { $channels }
letters-misfit-already-overdue = This moment does not fit: the debt is { $days ->
    [one] one day
   *[other] { $days } days
} overdue.
letters-misfit-already-overdue-hint = Use: forbear script { $debt } --moment overdue
letters-misfit-not-overdue = This moment does not fit: the debt is not overdue.
letters-misfit-not-overdue-hint = Use: forbear script { $debt } --moment before-due
letters-misfit-no-missed-promise = This moment does not fit: no promise in the ledger is past its day and unpaid.
letters-misfit-no-missed-promise-hint = If you promised a payment, note it first: forbear log add { $debt } --promise AMOUNT@DATE
letters-misfit-no-offer = This moment does not fit: no offer of the lender's is waiting for an answer.
letters-misfit-no-offer-hint = Note their offer first: forbear offer add { $debt } --from lender
letters-misfit-theirs-fits = This moment does not fit: what the lender offers can be kept and costs no more than you aim at.
letters-misfit-theirs-fits-hint = To check its terms: --moment confirm. To propose something else, add --offer "TERMS"
letters-misfit-nothing-agreed = This moment does not fit: no agreement in the ledger, nor an offer that is accepted or can be kept.
letters-misfit-nothing-agreed-hint = Note what was agreed first: forbear offer accept ID, or forbear agree add { $debt }
letters-misfit-not-broken = This moment does not fit: no agreement in the ledger is broken.
letters-misfit-not-broken-hint = See how agreements are kept: forbear agree check
letters-misfit-not-handed-over = This moment does not fit: the debt was not sold, and nobody else collects it.
letters-misfit-not-handed-over-hint = If somebody else collects now, note it first: forbear debt set { $debt } --proceedings outside-collector
letters-refused-all = Only the holding message goes to every lender; any other letter is about one debt.
letters-refused-all-hint = forbear letter { $all } holding, or name the debt
letters-refused-good-offer = “{ $letter }” is not written: you can keep their offer, and it costs no more than what you aim at. Asking again may lose it.
letters-refused-good-offer-hint = to accept: forbear letter { $debt } acceptance; to ask for other terms all the same: add --offer "…"
