# The lender's claim rebuilt
audit-title = { $debt }: the claim of { $date }, rebuilt
audit-answer-as-recorded = The claim of { $claimed } is what the contract and the payments in your ledger give, to the last cent.
audit-answer-otherwise = The contract as recorded gives { $computed }; the lender claims { $claimed }. Exactly one other way of counting gives the claim. It is shown below.
audit-answer-undetermined = The contract as recorded gives { $computed }; the lender claims { $claimed }. { $count } other ways of counting give the claim, so which one was used is undetermined.
audit-answer-unexplained = The contract as recorded gives { $computed }; the lender claims { $claimed }. No way of counting that was tried gives the claim: the nearest leaves { $residual } unexplained.
audit-column-part = Part
audit-column-claimed = Claimed
audit-column-computed = Computed
audit-column-difference = Difference
audit-total = Total
audit-no-parts = The claim is one sum without parts, so only totals can be compared. Ask for the parts.
audit-ways = Ways of counting that come nearest
audit-column-way = Way
audit-way-allocation = Payments go to
audit-way-scope = Payments work
audit-way-day-count = Days
audit-way-penalty = Penalty
audit-way-base = Penalty on
audit-way-compound = Also on overdue interest
audit-residual = Unexplained
audit-none = none
audit-yes = yes
audit-no = no
audit-then = , then { "" }
audit-more-ways = { $count ->
    [one] One more way fits as well; --full shows it.
   *[other] { $count } more ways fit as well; --full shows them.
}
audit-up-front = You received { $gap } less than the principal of the contract. Ask what it was for.
audit-up-front-law = Interest may not be deducted from principal beforehand. ({ $source }; { $level })
audit-line-above = Everything charged so far, paid and claimed, is { $charged }. At { $line } a year on the money in use it would be { $most }; { $excess } is above that. You may ask for that part to be reduced; a court decides if it comes to that. An estimate: the text names no way of counting days. ({ $source }; { $level })
audit-line-below = Everything charged so far, paid and claimed, is { $charged }. At { $line } a year on the money in use it would be { $most }: not above it. An estimate. ({ $source }; { $level })
audit-growth = How the claims grew
audit-column-from = From
audit-column-to = To
audit-column-paid = Paid between
audit-questions = What to ask the lender
audit-mark = “Claimed” is what the lender says. “Computed” follows from the contract and payments in your ledger; if those are incomplete, so is this.
audit-ask-breakdown = Please list principal, interest, penalty and each fee of this claim separately.
audit-ask-principal = Please show how the principal was worked out, payment by payment.
audit-ask-interest = Please show the interest: rate, days and balance for each period.
audit-ask-penalty = Please show the penalty: its rate, what it is counted on, and from which day to which.
audit-ask-fees = Please name each fee, its basis in the contract, and who receives it.
audit-ask-allocation = Please say in which order each payment was applied, and where the contract says so.
audit-ask-up-front = Please say what was taken before payout, why, and by whom.
audit-ask-above-line = May I ask whether the part above the line can be reduced?
