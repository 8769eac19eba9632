# The next step of each debt
next-answer-court = answer the court paper: { $about }.
next-record-court-paper = note the last day the court paper gives, then prepare the answer.
next-answer-offer = answer the lender's offer { $about }: work it out, then accept, refuse or counter it.
next-keep-promise = keep the promise of { $amount }, or say before the day that it cannot be kept.
next-pay = pay { $amount } on time.
next-first-contact = contact the lender first, explain, and ask for the request to be registered.
next-record-facts = record a claim or the contract, so that amounts can be worked out.
next-work-out-capacity = work out what can be paid every month, then propose it.
next-ask-for-answer = ask how the request stands; note the case number and when an answer will come.
next-record-offer = write down the offer term by term, and work it out before answering.
next-record-agreement = record what was agreed, and see it in writing before paying.
next-talk-again = contact the lender soon, say what has changed, and ask for a new arrangement.
next-ask-for-discharge = ask for the discharge certificate, and check the credit report.
next-ask-again = ask again: have ready what has changed, with papers.
