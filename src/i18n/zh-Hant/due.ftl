# 到期事項
due-title = { $from }起{ $days }內到期的事
due-empty = 這段時間沒有到期的事。
due-column-on = 日期
due-column-debt = 債務
due-column-what = 事項
due-column-amount = 金額
due-what = { $kind }：{ $what }
due-overdue = 已過期
due-deadline = 法律或法院的期限
due-mark = { $about }（{ $mark }）
due-note = 沒有註明的日期是約定或希望的日期，並非法律期限。金額單位：{ $currency }。
due-clock = { $about }（第 { $number } 號）
due-done = 有編號的辦妥了，就標示為完成，例如：forbear due done { $number }
