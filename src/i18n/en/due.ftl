# What falls due
due-title = What falls due in the { $days } from { $from }
due-empty = Nothing falls due in this time.
due-column-on = On
due-column-debt = Debt
due-column-what = What
due-column-amount = Amount
due-what = { $kind }: { $what }
due-overdue = past its day
due-deadline = set by law or court
due-mark = { $about } ({ $mark })
due-note = Dates without a mark were agreed or asked for; law does not set them. Amounts in { $currency }.
due-clock = { $about } (no. { $number })
due-done = Done with one that has a number? Tick it off: forbear due done { $number }
