# 合同还款计划
schedule-title = { $id }的合同还款计划
schedule-title-stateless = 合同还款计划
schedule-mark = 各数按合同条款算出；“已付”和“未付”不含罚息。金额单位：{ $currency }。
schedule-column-n = 期
schedule-column-due = 到期日
schedule-column-opening = 期初本金
schedule-column-principal = 本金
schedule-column-interest = 利息
schedule-column-fee = 费用
schedule-column-amount = 应付
schedule-column-closing = 期末本金
schedule-column-paid = 已付
schedule-column-open = 未付
schedule-total = 合计
