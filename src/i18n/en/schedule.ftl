# The contract's instalments
schedule-title = The contract's instalments of { $id }
schedule-title-stateless = The contract's instalments
schedule-mark = All figures are computed from the contract; paid and open leave out penalty. Amounts in { $currency }.
schedule-column-n = No.
schedule-column-due = Due
schedule-column-opening = Opening
schedule-column-principal = Principal
schedule-column-interest = Interest
schedule-column-fee = Fee
schedule-column-amount = Amount
schedule-column-closing = Closing
schedule-column-paid = Paid
schedule-column-open = Open
schedule-total = Total
