# What credit really costs
quote-title = What this credit really costs
quote-received = Received
quote-paid = Repaid in all
quote-cost = Cost
quote-simple = Annual rate (simple)
quote-compounded = Annual rate (compounded)
quote-dated = Annual rate (by dates)
quote-other = Another rate that also solves it
quote-none = There is no rate: money flows one way only.
quote-mark = All figures are computed from the amounts given.
quote-flows = Amounts
quote-column-on = On
quote-column-amount = Received, or repaid (-)
