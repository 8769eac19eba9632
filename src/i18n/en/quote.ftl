# What an offer of credit costs
quote-title = What this really costs
quote-answer = You receive { $received } and repay { $paid }. It costs { $cost }, which is { $rate } a year with compounding.
quote-answer-less = You receive { $received } and repay { $paid }: less than you receive. That is { $rate } a year with compounding.
quote-answer-no-rate = You receive { $received } and repay { $paid }. It costs { $cost }. These amounts have no annual rate: money has to go both ways, at different times.
quote-simple = Annual rate, simple
quote-compounded = Annual rate, compounded
quote-dated = Annual rate, by real dates
quote-other = A second rate, by real dates
quote-two-rates = Money goes to and fro more than once, so two rates fit. Look at the cost in money.
quote-irregular = The payments do not come at equal steps, so only the rate by real dates is given.
quote-line-above = { $title }: { $line }. This is above it. ({ $source }; { $level })
quote-line-below = { $title }: { $line }. This is not above it. ({ $source }; { $level })
quote-line-between = { $title }: { $line }. This is above it compounded, not above it simple; the text names no method. ({ $source }; { $level })
quote-line-unknown = { $title }: { $line }. It cannot be compared. ({ $source }; { $level })
quote-column-date = Date
quote-column-amount = Received (+) or repaid (−)
quote-more = { $count ->
    [one] One more payment; --full shows it.
   *[other] { $count } more payments; --full shows them.
}
quote-mark = All figures are computed from the amounts and dates you gave.
