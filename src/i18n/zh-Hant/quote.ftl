# 真實成本
quote-title = 這筆錢真正的成本
quote-received = 實收
quote-paid = 一共要還
quote-cost = 成本
quote-simple = 實際年利率（單利口徑）
quote-compounded = 實際年利率（複利口徑）
quote-dated = 實際年利率（按日期）
quote-other = 另一個亦成立的利率
quote-none = 只有收或只有付，計不出利率。
quote-mark = 各數由輸入的收付計出。
quote-flows = 收付明細
quote-column-on = 日期
quote-column-amount = 收（正）付（負）
