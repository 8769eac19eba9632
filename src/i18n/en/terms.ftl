# The terms of an offer
terms-waive-all = waive all { $part }
terms-waive-percent = waive { $portion } of { $part }
terms-waive-amount = waive { $portion } of { $part }
terms-pay-now = pay { $amount } now
terms-freeze = no interest during the plan
terms-rate = interest at { $rate }
terms-defer = { $months ->
            [one] { $months } month
           *[other] { $months } months
        } without payment
terms-instalments = { $count ->
            [one] { $count } instalment
           *[other] { $count } instalments
        }
terms-extend = extend by { $months ->
            [one] { $months } month
           *[other] { $months } months
        }
terms-settle = settle for { $amount }
terms-settle-by = settle for { $amount } by { $date }
terms-first-due = first payment on { $date }
terms-method = { $method }
terms-arrears = old interest and charges { $mode }
terms-between = {"; "}
