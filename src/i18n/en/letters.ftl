# Notes on scripts and letters
letters-missing = Still blank: { $fact }. { $key } in the ledger fills it.
letters-missing-flag = Still blank: { $fact }. Add { $key } to this command.
letters-missing-by-hand = Still blank: { $fact }. The ledger has no place for it; write it in by hand.
letters-above-limit = The plan asks for { $offered }, more than the { $limit } you can keep up. Do not name what you cannot keep.
letters-too-early = { $due } falls due on { $on }, but only { $there } has come by then. Put the day two days after pay day, { $payday }.
letters-too-early-no-pay-day = { $due } falls due on { $on }, but only { $there } has come by then. Put the day later.
letters-limitation = The last event known to restart the time to sue was on { $date }, long ago. This text acknowledges the debt; it may start that time again or give up the defence. Let legal aid see the papers first.
letters-limitation-unknown = No reminder, debit, payment or contact is known. This text acknowledges the debt; it may start the time to sue again or give up the defence. Let legal aid see the papers first.
letters-told-reason = On { $on } another reason was given about { $debt } than the one in this text (borrower.hardship.note). Tell everyone the same facts.
letters-told-income = On { $on } the income given about { $debt } was { $told }, and this text says { $now }. If it changed, say from when.
letters-told-monthly = On { $on } this lender heard { $told } a month; now it is { $now }. Say first why it changed.
letters-error-unknown = There is no template called “{ $name }”.
letters-error-template = Template “{ $name }”, line { $line }: { $message }
letters-error-not-allowed = Template “{ $name }”, line { $line }: { $what } is not allowed in a template. Only names, if and for are.
letters-error-too-long = Template “{ $name }” is too long, or writes too much.
letters-error-runs-too-long = Template “{ $name }” runs too long and was stopped.
letters-error-front-matter = The top of template “{ $name }” cannot be read: { $message }
