# 到期事项
due-title = { $from }起{ $days }内到期的事
due-empty = 这段时间没有到期的事。
due-column-on = 日期
due-column-debt = 债务
due-column-what = 事项
due-column-amount = 金额
due-what = { $kind }：{ $what }
due-overdue = 已过期
due-deadline = 法律或法院的期限
due-mark = { $about }（{ $mark }）
due-note = 没有注明的日期是约定或希望的日期，不是法律期限。金额单位：{ $currency }。
due-clock = { $about }（第 { $number } 号）
due-done = 有编号的办完了就勾掉，例如：forbear due done { $number }
