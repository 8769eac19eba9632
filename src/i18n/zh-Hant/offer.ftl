# 方案
offer-title = 方案（{ $date }）
offer-empty = 尚未記下任何方案。
offer-column-id = 編號
offer-column-debt = 債務
offer-column-from = 誰提出
offer-column-on = 日期
offer-column-terms = 條款
offer-column-status = 狀態
offer-column-reply-by = 答覆期限
offer-note = 方案要對方以書面確認才算數。計算一個方案：
