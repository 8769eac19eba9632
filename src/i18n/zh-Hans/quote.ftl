# 真实成本
quote-title = 这笔钱真正的成本
quote-received = 实际到手
quote-paid = 一共要还
quote-cost = 成本
quote-simple = 年化利率（单利）
quote-compounded = 年化利率（复利）
quote-dated = 年化利率（按日期）
quote-other = 另一个也成立的利率
quote-none = 只有收或只有付，算不出利率。
quote-mark = 各数由输入的收付算出。
quote-flows = 收付明细
quote-column-on = 日期
quote-column-amount = 收（正）付（负）
