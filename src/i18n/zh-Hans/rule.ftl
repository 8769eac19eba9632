# 规则
rule-title = 规则（{ $region }）
rule-empty = 没有符合的规则。
rule-column-id = 编号
rule-column-severity = 轻重
rule-column-text = 内容
rule-checked = 规则核对日期：{ $date }。
rule-show-title = 规则 { $id }
rule-region = 适用地区
rule-severity = 轻重
rule-applies = 适用于
rule-values = 数值和生效日期
rule-column-name = 名称
rule-column-value = 数值
rule-column-from = 自
rule-sources = 来源
rule-source = { $title }（{ $level }）
rule-not-advice = 这里是摘要，不是法律意见。
