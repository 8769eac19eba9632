# What can be promised on an uneven income
promise-title = A promise that can be kept, from { $date }
promise-found = Promise at most { $amount } a month: over { $months ->
    [one] one month
   *[other] { $months } months
} the chance of missing even one payment is below { $risk }.
promise-certain = As far as the ledger knows, your budget is certain: at most { $amount } a month can be kept for { $months ->
    [one] one month
   *[other] { $months } months
}.
promise-tightest = The tightest month, { $month }, decides; in most months { $amount } is there.
promise-none = Over { $months ->
    [one] one month
   *[other] { $months } months
} no figure can be kept at a risk below { $risk }. Ask for time without payments, or put a reserve aside first.
promise-none-certain = In { $month } nothing is left after what is already agreed and promised, so no equal payment can be kept through it. Ask for that month to be left out; in most months { $amount } is there.
promise-own-risk = Risk of this figure
promise-paths = Courses looked at
promise-broken-already = There is a { $share } chance that what is already promised elsewhere cannot be kept. See forbear capacity --full first.
promise-broken-certain = In { $month } what is already agreed or promised is more than the share that may be offered. See forbear capacity --full first.
promise-worst = The months that break it most often: { $months }.
promise-between = {", "}
promise-cushion = With { $amount } a month, the chance of missing at least one payment is { $share }; with { $cushion } put aside before, and refilled in good months, it is as safe as the figure above.
promise-larger = With { $amount } a month, the chance of missing at least one payment is { $share }.
promise-clause = Ask for this in the agreement
promise-clause-say = Could it say: three to five days of grace for each payment; one payment a year may move to the end; a few cents short is no breach?
promise-mark = Worked from the income records or ranges in the ledger, each month drawn on its own; real life will differ. The same seed gives the same answer.
promise-no-history = The ledger knows of no ups and downs. If income is uneven, record what really came, or the least and the most: forbear income set NAME --low 3000 --high 5200
promise-progress = Working: { $done } of { $all }
