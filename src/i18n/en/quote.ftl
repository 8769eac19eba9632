# What an offer of credit costs
quote-title = What this really costs
quote-answer = You get { $received } and repay { $paid }. It costs you { $cost }: { $rate } a year with compounding.
quote-answer-taken = You get { $received } in hand ({ $taken } is taken first) and repay { $paid }. It costs you { $cost }: { $rate } a year with compounding.
quote-answer-less = You get { $received } and repay { $paid }: { $less } less than you get. That is { $rate } a year with compounding.
quote-answer-no-rate = You get { $received } and repay { $paid }. There is no annual rate: money has to come and go, on different days.
quote-answer-unchecked = You get { $received } and repay { $paid }; the difference is { $cost }. Money comes and goes so often that no annual rate can be checked. Look at the difference.
quote-answer-all-taken = Nothing arrives in your hand: { $taken } is taken first, and you repay { $paid }. It costs you { $cost }. There is no annual rate, because no money is received.
quote-answer-postponed-no-rate = Putting off { $put-off } costs you { $cost }, as much as is put off or more. There is no annual rate: no money is left to you for the time.
quote-answer-out-first = Money goes out first: you pay { $paid }, then get { $received } back, { $difference } less. That is no credit. Your money would bear { $rate } a year. If you did get money first, please check the dates.
quote-answer-out-first-gain = Money goes out first: you pay { $paid }, then get { $received } back, { $difference } more. That is no credit. Your money would bear { $rate } a year. If you did get money first, please check the dates.
quote-answer-postponed = Putting off { $put-off } costs you { $cost }: { $rate } a year with compounding.
quote-answer-plan = After what is waived and paid at once, { $received } is left. The plan pays { $paid } for it, { $cost } more: { $rate } a year with compounding.
quote-answer-plan-less = After what is waived and paid at once, { $received } is left. The plan pays { $paid } for it, { $less } less.
quote-answer-plan-no-rate = After what is waived and paid at once, { $received } is left, and the plan pays { $paid } for it. There is no annual rate: nothing is left to run over time.
quote-simple = Annual rate, simple
quote-compounded = Annual rate, compounded
quote-dated = Annual rate, by real dates
quote-other = A second rate, by real dates
quote-other-simple = A second annual rate, simple
quote-other-compounded = A second annual rate, compounded
quote-day-count = The rate by real dates counts days by { $day-count }.
quote-two-rates = Money goes to and fro more than once, so { $count } rates fit; the two nearest to zero are shown. Look at the cost in money.
quote-irregular = Only the rate by real dates is given: the payments have no equal step.
quote-line-above = { $title }: { $line }. This is { $distance } points or more above it. ({ $source }; { $level })
quote-line-below = { $title }: { $line }. This is { $distance } points or more below it. ({ $source }; { $level })
quote-line-between = { $title }: { $line }. Compounded this is above it, simple it is not; the text names no method. ({ $source }; { $level })
quote-line-unknown = { $title }: { $line }. There is no rate to compare with it. ({ $source }; { $level })
quote-lpr-unknown = For private lending the line is four times the one-year LPR of the day of the contract. This book does not know the LPR of that day: look it up and multiply by four.
quote-line-none = This book knows no yearly line for this kind of lender.
quote-no-lender = Lines of law depend on who lends: add --kind to see the one that applies.
quote-column-date = Date
quote-column-amount = Received (+) or repaid (−)
quote-more = { $count ->
    [one] One more payment; --full shows it.
   *[other] { $count } more payments; --full shows them.
}
quote-mark = All figures are computed from the amounts and dates given.
quote-mark-plan = All figures are computed from what is owed on the day of the offer and from its terms.
