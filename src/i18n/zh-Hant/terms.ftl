# 方案條款
terms-waive-all = 豁免全部{ $part }
terms-waive-percent = 豁免{ $portion }的{ $part }
terms-waive-amount = 豁免{ $part } { $portion }
terms-pay-now = 先付 { $amount }
terms-freeze = 停止計息
terms-rate = 改按{ $rate }計息
terms-defer = 先停付{ $months }個月
terms-instalments = 分{ $count }期
terms-extend = 延期{ $months }個月
terms-settle = 付 { $amount }結清
terms-settle-by = { $date }前付 { $amount }一筆過清還
terms-first-due = 首期{ $date }
terms-method = { $method }
terms-arrears = 原欠的息費{ $mode }
terms-between = ；
