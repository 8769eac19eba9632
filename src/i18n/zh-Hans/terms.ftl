# 方案条款
terms-waive-all = 减免全部{ $part }
terms-waive-percent = 减免{ $portion }的{ $part }
terms-waive-amount = 减免{ $part } { $portion }
terms-pay-now = 先付 { $amount }
terms-freeze = 停止计息
terms-rate = 改按{ $rate }计息
terms-defer = 先停付{ $months }个月
terms-instalments = 分{ $count }期
terms-extend = 延期{ $months }个月
terms-settle = 付 { $amount }结清
terms-settle-by = { $date }前付 { $amount }一次性结清
terms-first-due = 首期{ $date }
terms-method = { $method }
terms-arrears = 原欠的息费{ $mode }
terms-between = ；
