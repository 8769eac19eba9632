# The rule book
rule-title = The rule book ({ $region })
rule-empty = No rule matches.
rule-column-id = Rule
rule-column-severity = Weight
rule-column-text = What it says
rule-checked = The rule book was checked on { $date }.
rule-show-title = Rule { $id }
rule-region = Region
rule-severity = Weight
rule-applies = Applies to
rule-values = Figures and their dates
rule-column-name = Name
rule-column-value = Value
rule-column-from = From
rule-sources = Sources
rule-source = { $title } ({ $level })
rule-not-advice = This is a summary, not legal advice.
