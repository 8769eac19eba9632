# 方案
offer-title = 方案（{ $date }）
offer-empty = 还没有记下任何方案。
offer-column-id = 编号
offer-column-debt = 债务
offer-column-from = 谁提出
offer-column-on = 日期
offer-column-terms = 条款
offer-column-status = 状态
offer-column-reply-by = 答复期限
offer-note = 方案要对方以书面确认才算数。算一算一个方案：
