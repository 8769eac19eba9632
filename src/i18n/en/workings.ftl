# --explain: how each figure comes about
workings-title = How each figure comes about
workings-how = Every figure can be worked again with a pocket calculator. × is times, ÷ divided by, ^ to the power of, which for a fraction needs a calculator with the key xʸ; min is the smallest and max the largest of what stands in brackets; Σ is the sum of the lines listed below it. 15% is 0.15.
workings-currency = Amounts in { $currency }.
workings-schedule-where = Figures of the schedule: forbear schedule ID --explain.
workings-rules-where = What the rules say:
workings-more = { $count ->
    [one] 1 more working of the same kind: --full, or --json.
   *[other] { $count } more workings of the same kind: --full, or --json.
}
workings-more-lines = { $count ->
    [one] 1 more line: --full, or --json
   *[other] { $count } more lines: --full, or --json
}
workings-all-debts = All debts together
workings-ordinary-month = An ordinary month
workings-nothing = If nothing is paid
workings-rule = { $rules }; { $rounding }.
workings-source = Source: { $title } ({ $level })
workings-line = { $name }: { $worked }
workings-in-lines = In the lines: { $legend }.
workings-lines-cut = Each line whose result has two decimals is rounded half-up to 0.01.
workings-input = { $value }: { $name } ({ $from })
workings-input-any = { $name } ({ $from })
workings-between = {"; "}
workings-row = row { $row }
workings-from-ledger = ledger: { $what }
workings-from-claim = the lender's claim of { $what }
workings-from-above = worked out above
workings-from-schedule-row = schedule, row { $what }
workings-from-schedule = the contract's schedule
workings-from-rule = rule { $what }
workings-from-asked = as asked
workings-from-terms = the terms
workings-from-status = see status --explain
workings-from-simulate = see simulate --explain
workings-from-offer = offer { $what }
workings-from-agreement = agreement { $what }
workings-from-promise = promised on { $what }
workings-from-book = rule book
workings-from-way = this way of counting
workings-from-trial = found by trying; the check shows it is right
workings-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
workings-recorded = By the contract as recorded
workings-nearest = The nearest way of counting (the first of those under “Fits the claim”)
workings-line-of-law = Against the line of law
workings-growth = What grew: { $span }
