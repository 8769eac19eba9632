# Pages that teach
topic-practice = (practice)
topic-source = [{ $place }] { $title } ({ $level })
topic-source-since = [{ $place }] { $title } ({ $level }; since { $since })
topic-foot = The rule books were checked on { $date }. What is marked as practice is what commonly happens, not a rule; lenders differ. This is a summary, not legal advice.
topic-questions = Ten things people ask first
topic-open = forbear help NAME
