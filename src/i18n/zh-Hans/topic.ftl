# 讲解页
topic-practice = （惯例）
topic-source = [{ $place }] { $title }（{ $level }）
topic-source-since = [{ $place }] { $title }（{ $level }；{ $since } 起）
topic-foot = 规则手册核对于 { $date }。标“惯例”的是常见做法，不是规定；各家不同。这里是摘要，不是法律意见。
topic-questions = 大家最先问的十件事
topic-open = forbear help 名称
