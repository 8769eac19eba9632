# Checking words
wording-title = The words of { $file }
wording-clean = Nothing was found.
wording-count = { $count ->
            [one] One place to look at.
           *[other] { $count } places to look at.
        }
wording-as = Read as { $shape }, in { $lang }.
wording-shape-script = a script
wording-shape-message = a message
wording-shape-negotiation = a negotiation letter
wording-shape-acceptance = an acceptance
wording-shape-request = a request
wording-shape-complaint = a complaint
wording-not-compared = No debt was named: amounts, dates and whether a law fits this lender were not compared. To compare, name it: forbear letter DEBT --check FILE
wording-place = Line { $line }, column { $column }
wording-no-place = The whole text
wording-instead = Write instead: { $instead }
wording-forbidden = “{ $text }” is used in no letter
wording-demand = “{ $text }” orders or threatens; it does not ask
wording-complaint = A letter about money mentions a complaint (“{ $text }”)
wording-terms = A complaint speaks of terms (“{ $text }”)
wording-relative = A relative would pay (“{ $text }”)
wording-advice = Reads like hiding, borrowing, forging or flooding with complaints (“{ $text }”)
wording-condition = The acceptance adds a condition (“{ $text }”): that makes it a new offer
wording-not-hong-kong = “{ $text }” is not said in Hong Kong
wording-simplified = Simplified character “{ $text }”
wording-simplified-write = Write the traditional character used in Hong Kong.
wording-law-does-not-apply = { $text } does not apply to this lender or product
wording-law-does-not-apply-write = Leave it out, or see the sources of this debt in forbear status.
wording-unverified-law = { $text } is in no rule book: not verified
wording-unverified-law-write = Leave it out, or use one from forbear rules list.
wording-too-many-laws = { $count } laws are cited
wording-too-many-laws-write = Keep one at most, in plain words.
wording-unknown-figure = The figure { $text } is not in the ledger and does not follow from it
wording-unknown-figure-write = Check the ledger; without a ground leave a blank (____).
wording-unknown-date = The date { $text } is not in the ledger and does not follow from it
wording-unknown-date-write = Check the ledger; without a ground leave a blank (____).
wording-above-limit = { $text } a month is above the { $limit } that can be kept
wording-above-limit-write = Write a figure of at most { $limit }.
wording-sentence = This sentence has length { $count }; said aloud, { $most } is the most
wording-sentence-write = Make two of it, one idea each.
wording-turn = This turn has length { $count }; { $most } is the most at one time
wording-turn-write = Say it in two turns and wait for the answer between them.
wording-crowded = This turn has { $sentences ->
    [one] one sentence
   *[other] { $sentences } sentences
} and { $figures ->
    [one] one figure
   *[other] { $figures } figures
}
wording-crowded-write = At most four sentences and three figures.
wording-message = The message has length { $count }; { $most } is the most
wording-message-write = Keep who, which debt, one figure, one date.
wording-letter = The body has length { $count }; a page holds { $most }
wording-letter-write = Cut it to one page: the reason in a sentence, the plan, one paragraph of your own.
wording-open-slot = { $text } is not filled in
wording-open-slot-write = Fill in the fact; where there is none, leave a blank (____).
wording-no-own-words = There is no paragraph in your own words
wording-no-own-words-write = Put the paragraph of borrower.hardship.own-words into the letter, or leave a line ____.
