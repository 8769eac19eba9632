# Where to begin
home-title = Most urgent on { $date }
home-start-title = Where to begin
home-start = There is no ledger yet. See the example first, or begin your own:
home-nothing = Nothing is urgent.
home-item = { $debt }, by { $date }: { $what }
home-item-late = { $debt } ({ $days } overdue), by { $date }: { $what }
home-more = { $count ->
            [one] One more matter is
           *[other] { $count } more matters are
        } less urgent. The whole picture:
home-all = The whole picture:
