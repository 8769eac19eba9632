# 講解頁
topic-practice = （慣例）
topic-source = [{ $place }] { $title }（{ $level }）
topic-source-since = [{ $place }] { $title }（{ $level }；{ $since } 起）
topic-foot = 規則手冊核對於 { $date }。標「慣例」的是常見做法，並非規定；各家不同。這裏是摘要，並非法律意見。
topic-questions = 大家最先問的十件事
topic-open = forbear help 名稱
