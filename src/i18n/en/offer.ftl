# Offers
offer-title = Offers, on { $date }
offer-empty = No offers are recorded yet.
offer-column-id = Offer
offer-column-debt = Debt
offer-column-from = From
offer-column-on = On
offer-column-terms = Terms
offer-column-status = Status
offer-column-reply-by = Reply by
offer-note = An offer counts once it is confirmed in writing. To work one out:
