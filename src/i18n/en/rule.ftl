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
rule-values = Figures and their dates
rule-column-name = Name
rule-column-value = Value
rule-column-from = From
rule-sources = Sources
rule-source = { $title } ({ $level })
rule-not-advice = This is a summary, not legal advice.
rule-none = repealed
rule-until = Until
rule-own = your own figure
rule-own-mark = { " " }(set by you)
rule-unit-days = { $count ->
            [one] { $count } day
           *[other] { $count } days
        }
rule-unit-months = { $count ->
            [one] { $count } month
           *[other] { $count } months
        }
rule-unit-years = { $count ->
            [one] { $count } year
           *[other] { $count } years
        }
