# 账本每个键的一句说明，用于 JSON Schema：schema-<表>-<键>

schema-ledger-version = 账本格式的版本，写 1
schema-ledger-currency = 账本的货币，只能有一种；不写就是 CNY
schema-ledger-borrower = 借款人
schema-ledger-case = 辅导员的个案资料
schema-ledger-budget = 每月留多少、能拿出多少
schema-ledger-income = 收入
schema-ledger-expense = 支出
schema-ledger-account = 本人的账户
schema-ledger-person = 与债务有关的人
schema-ledger-lender = 贷款方及后来的债权人
schema-ledger-debt = 债务
schema-ledger-offer = 双方提出的方案
schema-ledger-contact = 联系记录
schema-ledger-agreement = 谈妥的协议
schema-ledger-clock = 正在走的期限：答复、法院文书

schema-borrower-name = 姓名
schema-borrower-phone = 对方登记的电话
schema-borrower-address = 收信地址
schema-borrower-call-times = 方便接电话的时间
schema-borrower-household = 靠这份收入生活的人数
schema-borrower-household-note = 想让对方知道的家庭情况；写进给对方看的收支表
schema-borrower-hardship = 还不上的原因
schema-borrower-note = 备注

schema-hardship-kind = 原因的种类
schema-hardship-since = 从哪天开始
schema-hardship-note = 一句事实
schema-hardship-evidence = 证明材料的文件名
schema-hardship-own-words = 用自己的话写的一段

schema-case-number = 个案编号
schema-case-consent = 当事人同意的日期
schema-case-adviser = 辅导员

schema-budget-reserve = 每月留作应急，不拿来谈
schema-budget-share = 剩余里可以拿出的比例；不写是 80%

schema-income-name = 名称
schema-income-amount = 每次金额
schema-income-every = 多久一次
schema-income-on = 只有一次的日期
schema-income-from = 从哪天起
schema-income-until = 到哪天止
schema-income-low = 最少可能多少
schema-income-high = 最多可能多少
schema-income-pay-day = 每月几号到账
schema-income-account = 到哪个账户
schema-income-evidence = 证明材料的文件名
schema-income-note = 备注
schema-income-history = 实际到账的记录

schema-income-history-on = 到账日期
schema-income-history-amount = 到账金额

schema-expense-name = 名称
schema-expense-amount = 每次金额
schema-expense-every = 多久一次
schema-expense-category = 类别
schema-expense-essential = 是否生活和工作必需
schema-expense-on = 只有一次的日期
schema-expense-from = 从哪天起
schema-expense-until = 到哪天止
schema-expense-evidence = 证明材料的文件名
schema-expense-note = 备注

schema-account-name = 名称
schema-account-bank = 银行
schema-account-living = 房租、伙食是否从这里付

schema-person-name = 姓名
schema-person-relation = 关系：spouse、guarantor 或别的词
schema-person-knows = 是否知道有债务
schema-person-must-not-be-told = 是否不能让其知道

schema-lender-id = 编号，别处用它来指
schema-lender-name = 合同上的全称
schema-lender-kind = 合同主体的种类；不知道就不写
schema-lender-region = 适用哪里的规则；不写是 CN
schema-lender-note = 备注
schema-lender-official = 官方联系和收款方式
schema-lender-alternative = 自己估计的对方其他出路

schema-official-number = 官方电话
schema-official-app = 官方应用
schema-official-payee = 收款户名
schema-official-account = 收款账号
schema-official-verified-how = 怎样核实的
schema-official-verified-on = 核实日期

schema-alternative-recovery = 能收回的比例
schema-alternative-months = 要几个月
schema-alternative-cost = 要花多少
schema-alternative-discount = 折现率

schema-debt-id = 编号，别处用它来指
schema-debt-lender = 贷款方的编号
schema-debt-product = 贷款还是信用卡
schema-debt-talks = 协商到哪一步
schema-debt-retry-on = 被拒后何时再问
schema-debt-proceedings = 催收或诉讼到哪一步
schema-debt-grace-days = 宽限天数；不写贷款 0、信用卡 3
schema-debt-oldest-unpaid = 最早没还的到期日（没有合同时用）
schema-debt-written-off = 核销日期
schema-debt-accelerated = 宣布提前到期的日期
schema-debt-sold = 债权转让
schema-debt-secured = 有什么担保物
schema-debt-guarantors = 保证人
schema-debt-co-borrower = 共同借款人
schema-debt-auto-debit = 自动扣款的账户
schema-debt-priority = 为什么要先处理
schema-debt-note = 备注
schema-debt-contract = 合同
schema-debt-card = 信用卡资料
schema-debt-room = 对方可能答应的范围
schema-debt-due = 照应用抄下的各期（method = "custom"）
schema-debt-fee = 有日期的费用
schema-debt-holder = 债权在谁手里
schema-debt-payment = 已还的款
schema-debt-claim = 对方说欠多少
schema-debt-pause = 谈好的暂停

schema-sold-to = 受让人
schema-sold-on = 转让日期
schema-sold-notice-on = 通知送到的日期

schema-auto-debit-account = 哪个账户
schema-auto-debit-day = 每月几号

schema-contract-principal = 借款本金
schema-contract-net-received = 实际到手金额，与本金不同时写
schema-contract-disbursed = 放款日期
schema-contract-rate = 利率，或按日期分段的列表
schema-contract-method = 还款方式；不写是等额本息
schema-contract-count = 期数
schema-contract-first-due = 第一个到期日
schema-contract-day-count = 计息天数规则；不写是 30/360
schema-contract-penalty = 罚息：合同利率的倍数，或自己的利率
schema-contract-compound = 未付利息是否也计罚息
schema-contract-allocation = 还款先还什么：一个名称，或四个部分的列表
schema-contract-allocation-scope = 逐期，还是整笔债务
schema-contract-fee-per-instalment = 每期费用
schema-contract-purpose = 合同写明的用途
schema-contract-number = 合同编号

schema-rate-from-from = 从哪天起
schema-rate-from-rate = 利率

schema-card-daily-rate = 日利率
schema-card-statement-day = 账单日
schema-card-due-day = 还款日
schema-card-min-payment = 最低还款额

schema-room-max-months = 最长几个月
schema-room-freeze = 能否停息
schema-room-waive = 每部分能减免多少
schema-room-min-payment = 每月最少还多少
schema-room-latest-start = 首期最迟哪天还
schema-room-principal-cut = 本金能减多少

schema-waive-principal = 本金
schema-waive-interest = 利息
schema-waive-penalty = 罚息及违约金
schema-waive-fees = 费用

schema-debt-due-on = 到期日
schema-debt-due-principal = 本金
schema-debt-due-interest = 利息
schema-debt-due-fee = 费用

schema-fee-on = 日期
schema-fee-amount = 金额
schema-fee-what = 是什么费用

schema-holder-lender = 债权人的编号
schema-holder-from = 从哪天起
schema-holder-share = 联合贷款里的份额
schema-holder-notice-on = 通知送到的日期
schema-holder-proof = 有什么证明

schema-payment-on = 到账日期
schema-payment-amount = 金额
schema-payment-kind = 普通还款还是提前还本
schema-payment-note = 备注

schema-claim-on = 这个数字是哪天的
schema-claim-principal = 本金
schema-claim-interest = 利息
schema-claim-penalty = 罚息及违约金
schema-claim-fees = 费用
schema-claim-total = 合计
schema-claim-overdue = 其中逾期的
schema-claim-payoff = 结清要多少
schema-claim-source = 在哪里看到的
schema-claim-note = 备注

schema-pause-from = 第一天
schema-pause-until = 结束后的第一天
schema-pause-what = 停什么：天数、利息

schema-offer-id = 编号
schema-offer-debt = 债务的编号
schema-offer-from = 谁提出的
schema-offer-on = 提出日期
schema-offer-terms = 条款，写法同 --offer
schema-offer-status = 结果
schema-offer-reply-by = 答复期限
schema-offer-counters = 它答复的方案
schema-offer-note = 备注

schema-contact-at = 日期和时间
schema-contact-debt = 关于哪笔债务
schema-contact-channel = 方式
schema-contact-direction = 谁联系谁
schema-contact-counterpart = 对方
schema-contact-summary = 说了什么
schema-contact-conduct = 发生了什么不该有的事
schema-contact-promise = 答应了什么
schema-contact-evidence = 证据文件
schema-contact-follow-up = 何时再跟进
schema-contact-answered = 有没有接听
schema-contact-minutes = 几分钟
schema-contact-outcome = 结果
schema-contact-ticket = 工单号
schema-contact-told = 跟对方说了什么

schema-counterpart-name = 姓名或工号
schema-counterpart-company = 公司
schema-counterpart-number = 电话

schema-promise-amount = 金额
schema-promise-on = 哪天之前
schema-promise-withdrawn = 收回的日期

schema-evidence-file = 文件名
schema-evidence-sha256 = 文件的 SHA-256

schema-told-reason = 说的原因
schema-told-income = 说的收入
schema-told-monthly = 说的每月金额

schema-agreement-id = 编号
schema-agreement-debt = 债务的编号
schema-agreement-signed = 签署或确认日期
schema-agreement-form = 形式
schema-agreement-proof = 证明力：0 口头 … 4 盖章
schema-agreement-offer = 来自哪个方案
schema-agreement-broken = 宣布违约的日期
schema-agreement-evidence = 文件
schema-agreement-note = 备注
schema-agreement-clauses = 条款
schema-agreement-due = 谈好的各期

schema-clauses-allocation = 还款顺序的原文
schema-clauses-default = 违约时怎样的原文
schema-clauses-credit-report = 征信怎样报送的原文
schema-clauses-discharge-days = 几天内出结清证明
schema-clauses-collection-stops = 催收是否停止
schema-clauses-grace-days = 到期后几天内仍算按时
schema-clauses-cure-days = 漏还后几天内可补
schema-clauses-tolerance = 少多少不算违约
schema-clauses-cross-default = 别处违约是否算这里违约
schema-clauses-account-status = 账户状态的原文
schema-clauses-update-days = 几天内更新记录

schema-agreement-due-on = 到期日
schema-agreement-due-amount = 金额

schema-clock-what = 什么事
schema-clock-debt = 债务的编号
schema-clock-kind = 法律、法院定的，还是只是希望的日期；不写是希望的日期
schema-clock-from = 从哪天起
schema-clock-until = 最后一天
schema-clock-done = 答复的日期
