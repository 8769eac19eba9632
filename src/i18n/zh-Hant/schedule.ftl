# 合約還款計劃
schedule-title = { $id }的合約還款計劃
schedule-title-stateless = 合約還款計劃
schedule-mark = 各數按合約條款計出；「已付」和「未付」不含罰息。金額單位：{ $currency }。
schedule-column-n = 期
schedule-column-due = 到期日
schedule-column-opening = 期初本金
schedule-column-principal = 本金
schedule-column-interest = 利息
schedule-column-fee = 費用
schedule-column-amount = 應付
schedule-column-closing = 期末本金
schedule-column-paid = 已付
schedule-column-open = 未付
schedule-total = 合計
