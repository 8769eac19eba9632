# What is wrong with a ledger: ledger-<mistake> says what, ledger-<mistake>-write what to write instead
ledger-error = error
ledger-hint = hint
ledger-more = …and { $count ->
        [one] one more mistake
       *[other] { $count } more mistakes
    }

# Not TOML
ledger-duplicate-key = this key or table is there twice
ledger-duplicate-key-write = keep one of the two
ledger-full-width = `{ $found }` is a sign of a Chinese keyboard
ledger-full-width-write = write `{ $write }` here
ledger-unquoted = text must stand in quotes
ledger-unquoted-write = write "{ $found }"
ledger-unclosed = this text is not closed
ledger-unclosed-write = check the quotes on this line
ledger-no-value = a key needs `=` and a value
ledger-no-value-write = write it as `key = "value"`
ledger-impossible-date = there is no such date or time, or it is not complete
ledger-impossible-date-write = write it as 2026-11-30
ledger-control = an invisible control character stands on this line
ledger-control-write = delete the line and type it again
ledger-bad-key = this cannot be a key
ledger-bad-key-write = keys are as in `forbear help ledger`, such as `first-due`
ledger-too-deep = brackets or dots go deeper here than in any ledger
ledger-too-deep-write = is this the right file?
ledger-syntax = this line cannot be read as TOML
ledger-syntax-write = check the quotes, brackets and = on this line; examples are in `forbear help ledger`
ledger-open-bracket = a bracket is not closed
ledger-open-bracket-write = add { $write } here
ledger-no-comma = the commas of this list are not right
ledger-no-comma-write = write ["a", "b"] with plain commas
ledger-bad-number = this number cannot be read
ledger-bad-number-write = write an amount as "12000.50", a whole number as 12, without a 0 before it
ledger-nearly-bool = this cannot be read
ledger-nearly-bool-write = write true or false; text stands in quotes
ledger-bad-escape = a backslash cannot stand here like that
ledger-bad-escape-write = write \\ for a backslash, or use single quotes around the text
ledger-trailing = there is more after the value
ledger-trailing-write = one key and one value on a line; put # before a note
ledger-no-key = there is no key before this
ledger-no-key-write = keys are as in `forbear help ledger`
ledger-two-equals = there is one = too many
ledger-two-equals-write = leave one =
ledger-not-utf8 = the file is not UTF-8 text from here on
ledger-not-utf8-write = save it again with the encoding UTF-8
ledger-too-large = the ledger is larger than 4 MiB
ledger-too-large-write = is this the right file?
ledger-empty = the ledger is empty
ledger-empty-write = its first line is `version = 1`
ledger-newer-version = version { $found } is newer than this program
ledger-newer-version-write = this program reads version 1

# Keys and tables
ledger-unknown-key = unknown key `{ $found }`
ledger-unknown-key-nearest = did you mean `{ $nearest }`?
ledger-unknown-key-belongs = it belongs in `{ $belongs }`
ledger-unknown-key-none = remove it; `forbear help ledger` tells the keys
ledger-second-currency = `{ $field }` brings in a second currency
ledger-second-currency-write = this ledger is in { $ledger }; keep a second ledger for the other
ledger-missing = `{ $key }` is missing
ledger-missing-in = `{ $key }` of `{ $field }` is missing
ledger-missing-write = add a line `{ $key } = …` here
ledger-not-a-list = `{ $field }` is not a list
ledger-not-a-list-write = write it in brackets: ["…"]
ledger-not-a-table = `{ $field }` is not a table
ledger-not-a-table-write = write its keys under a header `{ $header }`
ledger-not-tables = `{ $field }` may stand there several times
ledger-not-tables-write = write each under its own header `{ $header }`

# Values
ledger-float-money = `{ $field }` is a decimal number without quotes
ledger-float-money-write = TOML would round this; write "{ $write }"
ledger-not-money = `{ $field }` is not an amount of money
ledger-money-not-a-number = write it as "1200.50"
ledger-money-too-fine = write at most two decimals
ledger-money-grouping = a comma may only part groups of three digits: "1,200.50"
ledger-money-too-large = at most 10000000000000
ledger-money-unclear = not clear how much; write "12000"
ledger-money-negative = `{ $field }` is below zero
ledger-money-negative-write = write 0 or more
ledger-money-not-positive = `{ $field }` is not more than zero
ledger-money-not-positive-write = write an amount above 0
ledger-not-a-date = `{ $field }` is not a date
ledger-not-a-date-write = write a date from 1900 to 2199 as 2026-11-30
ledger-not-a-flow = this line is not a date and an amount
ledger-third-column = this line has more than a date and an amount
ledger-not-a-flow-write = write a line as 2026-12-20,-1120.00; received without a sign, repaid with a minus
ledger-no-flows = there is no amount in this file
ledger-not-a-datetime = `{ $field }` is not a date with a time
ledger-not-a-datetime-write = write it as 2026-11-05T21:40:00
ledger-not-a-rate = `{ $field }` is not a rate
ledger-rate-not-a-percentage = write it as "18%/year"
ledger-rate-no-period = add the period: "18%/year", "1.5%/month" or "0.05%/day"
ledger-rate-unclear = by the year or day this has two readings; write it in percent: "8%/year" or "0.05%/day"
ledger-rate-too-fine = at most six decimals of a percent
ledger-rate-out-of-range = from 0% to 1000%
ledger-not-a-percentage = `{ $field }` is not a percentage
ledger-not-a-percentage-write = write it with a percent sign: "80%"
ledger-percent-too-large = `{ $field }` is too large
ledger-percent-too-large-write = write at most "{ $most }%"
ledger-out-of-range = `{ $field }` is not a whole number in its range
ledger-out-of-range-write = write { $least } to { $most }, without quotes
ledger-out-of-range-one = write { $least }, without quotes
ledger-not-a-bool = `{ $field }` is neither true nor false
ledger-not-a-bool-write = write true or false, without quotes
ledger-not-text = `{ $field }` is not text
ledger-not-text-write = write it in quotes
ledger-blank = `{ $field }` is blank
ledger-blank-write = write something, or remove the line
ledger-control-character = `{ $field }` has a tab, a line break or another control character in it
ledger-control-character-write = type the text again without it
ledger-too-long = `{ $field }` is too long
ledger-too-long-write = at most { $most } characters
ledger-not-an-id = `{ $field }` cannot be an id
ledger-not-an-id-write = 1 to 64 letters, digits, `-`, `_` or `.`, a letter or digit first
ledger-unknown-word = `{ $field }` cannot be `{ $found }`
ledger-unknown-word-nearest = did you mean "{ $nearest }"?
ledger-unknown-word-none = write one of the words below
ledger-unknown-word-list = one of { $list }

# Facts that must agree
ledger-duplicate-id = the id `{ $id }` is taken
ledger-duplicate-id-write = choose another id
ledger-unknown-reference = there is no `{ $target }` with the id `{ $found }`
ledger-unknown-reference-nearest = did you mean "{ $nearest }"?
ledger-unknown-reference-none = add it as [[{ $target }]], or correct the id
ledger-bad-terms = `{ $field }` cannot be understood
ledger-date-order = `{ $field }` is before `{ $other }` ({ $date })
ledger-date-order-write = write that day or a later one
ledger-date-order-strict = `{ $field }` is not after `{ $other }` ({ $date })
ledger-date-order-strict-write = write a later day
ledger-amount-order = `{ $field }` is less than `{ $other }`
ledger-amount-order-write = write `{ $other }` or more
ledger-method-needs = the method `{ $method }` needs `{ $key }`
ledger-method-needs-write = add `{ $key }`
ledger-rows-without-custom = rows `[[debt.due]]` belong to a contract with method = "custom"
ledger-rows-without-custom-write = set the method to "custom", or remove the rows
ledger-rows-do-not-add-up = the rows repay { $rows } of principal, the contract says { $principal }
ledger-rows-do-not-add-up-write = correct this or the rows
ledger-empty-claim = this claim has no figure
ledger-empty-claim-write = add `total`, or principal, interest, penalty, fees
ledger-claim-total = `{ $field }` is not the sum of its parts
ledger-claim-total-write = the parts come to "{ $parts }"
ledger-incomplete-order = `{ $field }` must name each part once
ledger-incomplete-order-write = put principal, interest, penalty, fees in order
ledger-once-needs-date = what comes once needs its date
ledger-once-needs-date-write = add `on = 2026-11-30`
ledger-empty-agreement = this agreement has no rows and no offer
ledger-empty-agreement-write = add rows [[agreement.due]], or `offer = "…"`
ledger-other-debt = this offer is about another debt
ledger-other-debt-write = it is about `{ $debt }`

# Terms of an offer, and typed values
ledger-terms-unknown = `{ $term }` is not a term; six months longer is `extend 6`, half the interest waived is `waive interest=50%`, with `;` between two
ledger-terms-unknown-near = `{ $term }` is not a term; do you mean `{ $near }`?
ledger-terms-part = `{ $part }` in `waive` is no part of a debt; there are { $known }
ledger-terms-part-near = `{ $part }` in `waive` is no part of a debt; do you mean `{ $near }`? There are { $known }
ledger-terms-needs = `{ $term }` is incomplete; write it as: { $needs }
ledger-terms-twice = `{ $term }` is said twice
ledger-terms-clash = `{ $one }` and `{ $other }` exclude each other
ledger-terms-value = `{ $text }` in `{ $term }`: { $why }
ledger-terms-empty = no terms were given

# What the store could not do
ledger-store-would-break = the change was not made: the ledger would not be valid with it
ledger-store-no-record = there is no { $table } `{ $which }`
ledger-store-id-taken = there is already a { $table } with the id `{ $id }`
ledger-store-no-key = the ledger has no key `{ $key }` there
ledger-store-inline = `{ $key }` is written in one line and cannot be added to by a command; edit the file
ledger-store-not-found = there is no ledger at { $path }
ledger-store-not-found-hint = `forbear init` begins one; --ledger names another
ledger-store-not-found-kept = it was there before: `forbear undo` brings it back
ledger-store-file-not-found = there is no file { $path }
ledger-store-exists = there is already a ledger at { $path }; it was left as it is
ledger-store-folder = { $path } is a folder, not a file
ledger-store-special = { $path } is a pipe or a device, not a file
ledger-store-dangling = { $path } is a link to a file that is not there
ledger-store-loop = { $path } is a link that leads in a circle
ledger-store-too-large = { $path } is larger than 4 MiB, which no ledger is
ledger-store-busy = another forbear has been changing { $path } for a minute; nothing was changed
ledger-store-busy-hint = try again when it has finished
ledger-store-cut = { $path }: the file ends at line { $line }, earlier than when it was last saved ({ $now } of { $saved } bytes); nothing was changed
ledger-store-cut-undo = `forbear undo` brings the whole ledger back
ledger-store-cut-keep = if you shortened it yourself: `forbear check --accept`
ledger-store-changed = { $path } was changed by another program meanwhile; nothing was changed by this command
ledger-store-changed-hint = try again
ledger-store-not-confirmed = { $path } is saved, but not confirmed on disk: { $why }
ledger-store-not-confirmed-hint = the change is in the file; check the disk before you rely on it
ledger-store-nothing-to-undo = there is no earlier state of { $path } to go back to
ledger-store-no-state = the history of { $path } has no state { $number }
ledger-store-no-state-hint = `forbear history` lists the states
ledger-step-read = { $path } cannot be read: { $why }
ledger-step-folder = the folder { $path } cannot be made: { $why }
ledger-step-lock = { $path } cannot be locked: { $why }; nothing was changed
ledger-step-history = the history { $path } cannot be kept: { $why }; nothing was changed
ledger-step-write = { $path } cannot be written: { $why }; the old file is as it was
ledger-step-replace = { $path } cannot be replaced: { $why }; the old file is as it was
ledger-io-denied = not allowed
ledger-io-full = the disk is full
ledger-io-read-only = the disk is read-only
ledger-io-not-found = it is not there
ledger-io-damaged = what was written could not be read back
ledger-io-not-utf8 = it is not UTF-8 text; save it again with the encoding UTF-8 (in a spreadsheet: “CSV UTF-8”)
ledger-io-other = the system says "{ $text }"

# Suspicious, but legal
ledger-warn-nothing-known = nothing is known of debt `{ $debt }` yet: add a claim, a contract or oldest-unpaid
ledger-warn-paid-before-payout = debt `{ $debt }`: the payment of { $on } is before the loan was paid out
ledger-warn-paid-twice = debt `{ $debt }`: { $amount } was paid twice on { $on }; is that so?
ledger-warn-overdue-more = debt `{ $debt }`: on { $on } { $overdue } is said to be overdue, more than the { $total } owed in all; please compare
ledger-warn-received-more = debt `{ $debt }`: more was received than was lent; is that so?
ledger-warn-high-share = `budget.share` is above 90%: little is left for what cannot be foreseen
ledger-warn-not-a-hash = evidence `{ $file }`: its sha256 is not 64 hexadecimal digits, so it proves nothing yet
ledger-warn-future = `{ $field }` is in the future ({ $on }); is the year right?
ledger-warn-cut = the ledger ends earlier than when it was last saved ({ $now } of { $saved } bytes): `forbear undo` brings it back, `forbear check --accept` takes it as it is
ledger-warn-conflict = another copy of the ledger lies beside it: { $name }; see which one is right
ledger-warn-editor = an editor seems to have the ledger open ({ $name }): save and close it first
ledger-warn-readable = others on this computer can read the ledger (mode { $mode })
