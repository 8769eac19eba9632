# How to talk about one debt: opening, target, limit
solve-title = What to ask for: { $debt } ({ $lender }), { $date }
solve-means-said = With the figure you gave: at most { $amount } a month.
solve-means-once = With the figure you gave: at most { $amount } in one payment.
solve-means-capacity = From your budget, after what others were promised: at most { $amount } next month; every month is checked.
solve-part = { $count ->
    [one] One other debt needs money from the same budget and nothing is planned for it yet
   *[other] { $count } other debts need money from the same budget and nothing is planned for them yet
}, so the figures here are only this debt's part, by what is owed. A plan for all of them:
solve-tightest = The tightest month is { $month } with { $amount }: a plan of equal payments has to pass that month.
solve-promised-all = { $amount } is promised for { $date } and set aside; it pays this debt in full. If you can keep to it, there is nothing more to ask for.
solve-promised = { $amount } is promised on this debt for { $date } and set aside for it. What is asked for here would take the place of that promise.
solve-room-assumed = What the lender may grant is not known; only instalments are assumed. Write down what you hear, for example: forbear debt set { $debt } --room-max-months 24 --room-waive-penalty 100%
solve-retry = Refused last time. You can ask again on { $date }.
solve-column-rung = Step
solve-column-count = Payments
solve-column-payment = Each at most
solve-column-total = In all
solve-column-waived = Waived
solve-no-more-room = The ledger knows of nothing more to ask for: steps that are the same are shown once.
solve-menu = Listen first
solve-menu-why = A desk with fixed plans: let them read out all of them before you name a figure. Write each one down, the refused ones too:
solve-menu-say = Could you please read me every plan there is: first date, number, amount, and whether interest goes on?
solve-say-opening = I would like to ask for: { $terms }; at most { $payment } each, the first on { $date }. Could you register it, please? When may I hear?
solve-say-target = If that is not possible, could this be considered: { $terms }; at most { $payment } each, the first on { $date }?
solve-say-limit = What I can keep up is this: { $terms }; at most { $payment } each, the first on { $date }. More I could not keep, and I do not want to break a promise.
solve-say-once = I would like to ask for: { $terms }. Please send me the offer first, saying that this payment closes the debt.
solve-silence = Say the figure once, then wait. If it is refused, say the next one; stop at the last and add nothing.
solve-judged = The lender's plans
solve-judged-accept = Can be accepted: { $terms }; at most { $payment } each, { $total } in all. Every month can be paid.
solve-judged-better = Can be paid, but costs more than your limit: { $terms }; { $total } in all. Ask for the steps above first, and take this one only if none is granted.
solve-judged-review = Ask for a manual review, do not sign yet: { $terms }; at most { $payment } each, short by { $by } in { $month }.
solve-judged-by = {" "}(answer by { $date })
solve-review-lead = To a plan that is to be reviewed, say:
solve-review-say = That plan is above what I can pay each month; if I sign it, I will break it. Could you please ask for a manual review?
solve-none = Within what the lender may grant, no plan can be kept. Your sums are right.
solve-need = Any one of these would make a plan possible:
solve-need-months = { $months ->
    [one] one instalment
   *[other] { $months } instalments
}
solve-need-money = { $amount } more every month
solve-need-sum = { $amount } more in hand
solve-need-principal = { $percent } of the principal waived
solve-need-nothing = Longer time, more money or a cut of principal alone would not do. Ask for time without payments first, then look at the budget again.
solve-short = In the widest plan the first month that cannot be paid is { $month }, short by { $by }.
solve-mark = The order of asking is common practice, not a rule; the lender need not agree. Amounts are computed, what is waived is assumed until it is confirmed in writing.
