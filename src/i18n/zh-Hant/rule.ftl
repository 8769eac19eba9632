# 規則
rule-title = 規則（{ $region }）
rule-empty = 沒有符合的規則。
rule-column-id = 編號
rule-column-severity = 輕重
rule-column-text = 內容
rule-checked = 規則核對日期：{ $date }。
rule-show-title = 規則 { $id }
rule-region = 適用地區
rule-severity = 輕重
rule-applies = 適用於
rule-values = 數值及生效日期
rule-column-name = 名稱
rule-column-value = 數值
rule-column-from = 自
rule-sources = 來源
rule-source = { $title }（{ $level }）
rule-not-advice = 這裡是摘要，並非法律意見。
