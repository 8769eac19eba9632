# Changes to the ledger
history-title = Changes to the ledger
history-empty = No changes are recorded yet.
history-column-number = No.
history-column-at = When
history-column-what = What changed
history-by-hand = edited by hand
history-restored = undone: as no. { $of } left it
history-undo = To take the last change back:
