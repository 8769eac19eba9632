# A statement for creditors
statement-title = Statement of income and expenses ({ $date })
statement-to = For
statement-name = Name
statement-blank = ____________________
statement-household = People living from this income
statement-case = Case number
statement-adviser = Adviser
statement-currency = Amounts in
statement-situation = Situation
statement-since = { $kind } since { $date }
statement-noted = { $before }: { $note }
statement-proved = { $before } (papers { $numbers })
statement-column-category = For
statement-column-papers = Papers
statement-column-on = On
statement-column-lender = Lender
statement-column-owed = Owed
statement-column-share = Share
statement-item = { $item } ({ $limits })
statement-between = between { $low } and { $high }
statement-from = from { $date }
statement-until = until { $date }
statement-list-comma = {", "}
statement-once = Once, on a date
statement-sum = What can be offered
statement-reserve = Kept for emergencies
statement-share = Share of it offered
statement-agreed = Already agreed or promised
statement-result = Can be offered
statement-column-once = Once
statement-offer = In most months { $amount } can be offered{ $count ->
    [0] , once every lender is counted.
    [one] {" to one lender."}
   *[other] {" to "}{ $count } lenders together.
}
statement-less = In these months it is less: { $months }.
statement-yours = Shared by what is owed, { $share } of each month's sum is for { $lender }: { $amount } in most months. Every lender has its share of the same sum.
statement-margin = The rest of what is left, and what is kept for emergencies, is a margin for what no list foresees, so that what is promised can be kept.
statement-nothing = On these figures nothing can be offered each month at present. What can be asked for is time without payments.
statement-lenders = All lenders
statement-lenders-mark = What is owed is as the lenders state it or as computed, not checked or accepted here. Debts under an agreement that is being kept are not in this list.
statement-total = Total
statement-papers = Papers that can be shown
statement-true = These figures come from my own records and are true as far as I know. If they change, I will say so.
statement-signature = Signature: ______________________    Date: ________________
