# What can be promised on an uneven income
promise-title = A promise that can be kept, from { $date }
promise-found = Promise at most { $amount } a month: over { $months } months the chance of missing even one payment is below { $risk }.
promise-certain = Your income is the same each month: at most { $amount } a month can be kept for { $months } months.
promise-none = Over { $months } months no figure can be kept at a risk below { $risk }. Ask for time without payments, or put a reserve aside first.
promise-own-risk = Risk of this figure
promise-paths = Courses looked at
promise-broken-already = What is already promised elsewhere breaks in { $share } of them. See forbear capacity --full first.
promise-worst = The months that break it most often: { $months }.
promise-between = {", "}
promise-cushion = { $amount } would be missed in { $share } of them; with { $cushion } put aside before, and refilled in good months, it is as safe as the figure above.
promise-larger = { $amount } would be missed in { $share } of them.
promise-clause = Ask for this in the agreement
promise-clause-say = Could it say: three to five days of grace for each payment; one payment a year may move to the end; a few cents short is no breach?
promise-mark = Worked from the income records or ranges in the ledger, each month drawn on its own; real life will differ. The same seed gives the same answer.
promise-no-history = The ledger knows of no ups and downs. If income is uneven, record what really came, or the least and the most: forbear income set NAME --low 3000 --high 5200
promise-progress = Working: { $done } of { $all }
