# 各枚举的用词：word-<枚举>-<词>，词中的 / 写作 -

# 各方、款项、产品
word-party-lender = 贷款人
word-party-borrower = 借款人
word-part-principal = 本金
word-part-interest = 利息
word-part-penalty = 罚息及违约金
word-part-fees = 费用
word-product-consumer-loan = 个人消费贷款
word-product-credit-card = 信用卡

# 协商与五个步骤
word-talks-not-started = 还没开始协商
word-talks-preparing = 准备材料
word-talks-registered = 已登记申请
word-talks-waiting = 等待答复
word-talks-offered = 对方已提出方案
word-talks-agreed = 已谈妥
word-talks-performing = 正在按协议还款
word-talks-broken = 协议已违约
word-talks-completed = 已还清
word-talks-refused = 暂时被拒绝

# 催收进展
word-proceedings-none = 没有催收
word-proceedings-lender = 贷款人自行催收
word-proceedings-outside-collector = 外部催收机构
word-proceedings-lawyer-letter = 收到律师函
word-proceedings-mediation = 调解
word-proceedings-payment-order = 支付令
word-proceedings-arbitration = 仲裁
word-proceedings-filed = 已起诉
word-proceedings-judgment = 已判决
word-proceedings-enforcement = 强制执行

# 还款与暂停
word-payment-kind-payment = 还款
word-payment-kind-prepayment = 提前还本
word-pause-ageing = 不计逾期天数
word-pause-interest = 停止计息

# 方案
word-offer-status-open = 待答复
word-offer-status-accepted = 已接受
word-offer-status-refused = 已拒绝
word-offer-status-countered = 已提反提案
word-offer-status-expired = 已过期
word-offer-status-planned = 已定下，还没提
word-arrears-spread = 分摊到各期
word-arrears-first = 最先还清
word-arrears-capitalise = 并入本金
word-baseline-today = 今天全部付清
word-baseline-nothing = 什么也不还

# 期限与货币
word-clock-kind-law = 法定期限
word-clock-kind-court = 法院期限
word-clock-kind-asked = 只是希望的日期
word-currency-CNY = 人民币元
word-currency-HKD = 港元
word-currency-USD = 美元
word-currency-EUR = 欧元
word-currency-GBP = 英镑

# 日历
word-day-count-30-360 = 30/360（每月按30天）
word-day-count-actual-360 = 实际天数/360
word-day-count-actual-365 = 实际天数/365
word-day-count-actual-actual = 实际天数/实际年天数
word-period-day = 天
word-period-month = 月
word-period-year = 年
word-every-week = 每周
word-every-fortnight = 每两周
word-every-month = 每月
word-every-quarter = 每季度
word-every-year = 每年
word-every-once = 一次性

# 沟通
word-channel-phone = 电话
word-channel-sms = 短信
word-channel-app = App 内消息
word-channel-email = 电子邮件
word-channel-letter = 信函
word-channel-visit = 上门
word-channel-court = 法院
word-direction-in = 对方联系我
word-direction-out = 我联系对方
word-outcome-no-answer = 无人接听
word-outcome-wrong-seat = 对方无权处理
word-outcome-registered = 已登记，有工单号
word-outcome-menu-read = 对方念了可选方案
word-outcome-refused = 被拒绝
word-outcome-pending = 等待回复
word-outcome-agreed-orally = 口头谈妥
word-outcome-agreed-confirmed = 已在对方渠道确认
word-outcome-disputed = 事实有争议
word-outcome-ended-abusive = 因辱骂而结束
word-conduct-threat = 威胁
word-conduct-insult = 辱骂
word-conduct-third-party = 联系第三人
word-conduct-disclosure = 向他人透露欠款
word-conduct-quiet-hours = 在禁止催收时段联系
word-conduct-too-often = 联系过于频繁
word-conduct-impersonation = 冒充公检法或官方
word-conduct-exaggerated-consequence = 夸大后果
word-conduct-pushes-new-borrowing = 怂恿再借款
word-conduct-private-account = 要求付到私人账户
word-conduct-unidentified = 不表明身份
word-conduct-entered-home = 未经同意进入住所或单位
word-conduct-undisclosed-outsourcing = 未告知已委托外部催收
word-conduct-after-agreement = 达成协议后仍催收
word-conduct-fee-first = 要求先交费用
word-conduct-violence = 暴力或暴力威胁

# 困难与支出
word-hardship-unemployment = 失业
word-hardship-income-loss = 收入下降
word-hardship-illness = 患病
word-hardship-disability = 意外或伤残
word-hardship-family = 家庭变故
word-hardship-disaster = 灾害
word-hardship-business = 经营困难或停业
word-hardship-care = 照护家人或子女教育
word-hardship-over-indebted = 负债超过收入承受能力
word-hardship-other = 其他
word-category-housing = 住房
word-category-food = 伙食
word-category-utilities = 水电燃气和通信
word-category-transport = 交通
word-category-health = 医疗
word-category-education = 教育
word-category-dependants = 赡养和抚养
word-category-insurance = 保险
word-category-household = 日用
word-category-other = 其他

# 欠款与逾期
word-basis-claim = 对方账单
word-basis-contract = 合同
word-basis-agreement = 还款协议
word-band-current = 未逾期
word-band-short = 短期逾期
word-band-medium = 中期逾期
word-band-long = 长期逾期
word-class-normal = 正常类
word-class-special-mention = 关注类
word-class-substandard = 次级类
word-class-doubtful = 可疑类
word-class-loss = 损失类
word-position-note-penalty-not-recorded = 合同没有记下罚息，所以没有计算罚息。合同写了的话：forbear debt set 编号 --penalty 150%
word-position-note-no-rate-known = 没有记下利率，对方账单日之后没有增加任何金额。怎样补上：forbear debt set --help
word-position-note-claim-has-no-parts = 对方账单只有一个总额，暂按本金计算。
word-position-note-rolled-at-contract-rate = 没有记下罚息利率，账单日之后按合同利率计算。合同写了的话：forbear debt set 编号 --penalty 150%
word-position-note-claim-differs-from-contract = 对方账单与按合同算出的金额不一致。
word-position-note-revival-unknown = 协议已违约，但不知道违约后恢复多少欠款。
word-position-note-nothing-known = 还不知道欠多少。请记下账单上的数：forbear claim 编号 --total 金额
word-worsens-overdue = 开始逾期
word-worsens-medium = 逾期超过30天
word-worsens-long = 逾期超过90天
word-worsens-court-clock = 法院期限届满
word-worsens-offer-expires = 方案过期
word-worsens-promise-due = 答应的还款到期

# 语言、贷款人、地区
word-lang-zh-Hans = 简体中文
word-lang-zh-Hant = 繁體中文
word-lang-en = English
word-lender-kind-bank = 银行
word-lender-kind-consumer-finance-company = 消费金融公司
word-lender-kind-microloan-company = 小额贷款公司
word-lender-kind-money-lender = 放债人（香港）
word-lender-kind-guarantor = 代偿的保证人或担保公司
word-lender-kind-insurer = 代偿的保险公司
word-lender-kind-assignee = 债权受让人
word-lender-kind-private = 个人或非持牌单位
word-lender-kind-unlicensed = 无牌放贷者
word-region-CN = 中国内地
word-region-HK = 香港

# 合同与协议
word-method-equal-instalment = 等额本息
word-method-equal-principal = 等额本金
word-method-interest-only = 先息后本
word-method-bullet = 一次性还本付息
word-method-flat-fee = 等本等息
word-method-custom = 按账单逐期录入
word-allocation-scope-rows = 逐期冲抵
word-allocation-scope-debt = 按项目冲抵
word-allocation-civil-code = 费用、利息、罚息、本金
word-allocation-card-art57 = 逾期90天内先息费后本金，之后先本金
word-allocation-principal-first = 先本金
word-form-written = 书面
word-form-electronic = 电子
word-form-oral = 口头
word-default-clause-unpaid-only = 只有未付的各期
word-default-clause-original-debt = 原欠款，扣除已还
word-default-clause-unknown = 不清楚

# 提示
word-severity-note = 提示
word-severity-warning = 注意
word-severity-serious = 要紧
word-level-V-TEXT = 已核对原文
word-level-V-REP = 据公开报道
word-level-practice = 常见做法，并非法律

# 协议、到期事项、诉讼时效
word-keeping-kept = 正在按约履行
word-keeping-late = 有一期未付，尚可补救
word-keeping-broken = 已被违反
word-keeping-completed = 已全部付清
word-upcoming-instalment = 分期应还
word-upcoming-agreement = 协议应还
word-upcoming-reply = 方案待答复
word-upcoming-clock = 期限
word-upcoming-promise = 口头答应的还款
word-upcoming-follow-up = 待跟进
word-limitation-event-last-due = 最后一期的到期日
word-limitation-event-accelerated = 被宣布提前到期
word-limitation-event-oldest-unpaid = 未还的到期日
word-limitation-event-payment = 一笔还款
word-limitation-event-claim = 贷款人主张欠款
word-limitation-event-demand = 对方来联系
word-limitation-event-acknowledgement = 您去联系或作出承诺
word-limitation-event-court-paper = 法院文书
word-limitation-event-sale-notice = 债权转让通知
word-limitation-event-offer = 借款人提出的方案
word-limitation-event-agreement = 一份协议，或它的最后一期
word-court-stage-payment-order = 对支付令提出异议
word-court-stage-claim-answer = 对起诉状答辩
word-court-stage-appeal = 对判决上诉
word-court-stage-enforcement = 对方申请执行的期间
word-confidence-low = 所知甚少
word-confidence-fair = 以本账本所记为限

word-fact-name = 姓名
word-fact-phone = 电话
word-fact-address = 收件地址
word-fact-call-times = 方便接电话的时间
word-fact-lender = 贷款人全称
word-fact-official = 贷款人的官方电话
word-fact-original-lender = 原来的贷款人
word-fact-contract-no = 合同编号
word-fact-purpose = 借款用途
word-fact-days = 逾期天数
word-fact-due-date = 还款日
word-fact-owed = 欠款金额
word-fact-overdue = 逾期金额
word-fact-owed-on = 金额的日期
word-fact-contract-payment = 合同每期应还
word-fact-minimum = 最低还款额
word-fact-reason = 困难的原因
word-fact-since = 从什么时候起
word-fact-evidence = 证明材料
word-fact-own-words = 您自己写的一段话
word-fact-income = 每月收入
word-fact-essential = 必要开支
word-fact-offerable = 每月最多能拿出的数
word-fact-monthly = 这次报的每月金额
word-fact-months = 期数
word-fact-instalment = 每期金额
word-fact-first-date = 最早付款日
word-fact-ends-on = 付清的日子
word-fact-total = 合计要付
word-fact-waived = 减免金额
word-fact-pay-now = 先付的金额
word-fact-pay-day = 发工资的日子
word-fact-reply-by = 希望对方答复的日子
word-fact-answer-by = 您书面答复的日子
word-fact-plan-by = 方案给出的日子
word-fact-ticket = 工单号
word-fact-ticket-on = 登记的日子
word-fact-lender-count = 有几家
word-fact-committed = 别处已答应的金额
word-fact-assets = 财产
word-fact-public-place = 见面的公共场所
word-fact-debit-day = 扣款日
word-fact-changed = 跟上次比有什么变化
word-fact-promise-amount = 答应过的金额
word-fact-promise-on = 答应过的日子
word-fact-promised-at = 什么时候答应的
word-fact-paper-on = 收到文书的日子
word-fact-court-until = 文书期限的最后一天
word-fact-short = 差额
word-fact-retry-on = 再申请的日子
word-fact-today = 今天的日期

word-letter-hardship = 还款困难说明
word-letter-proposal = 还款方案

word-origin-offered = 对方提出
word-origin-assumed = 假设，没有人提出过
# 数字的来源
word-mark-claimed = 对方所称
word-mark-computed = 算出
word-mark-assumed = 假设

word-rung-opening = 先提的方案
word-rung-target = 想谈成的方案
word-rung-limit = 最多能守住的方案

word-strategy-triage = 先处理后果最重的
word-strategy-pro-rata = 按欠款比例
word-strategy-contractual = 按合同
word-strategy-avalanche = 先还利率最高的
word-strategy-snowball = 先还最小的一笔
word-strategy-custom = 按自己的顺序
word-strategy-optimal = 总额最少的方案

word-triage-court-clock = 法院期限在走
word-triage-card = 信用卡，接近需要留意的情形
word-triage-guaranteed = 有家人担保或共同借款
word-triage-wages-bank = 工资所在的银行
word-triage-priority = 标记为优先
word-triage-cliff = 还一笔确定的钱可以不再恶化
word-triage-closes = 可以一次还清
word-triage-share = 按比例分

# 核对对方的数字
word-penalty-base-overdue-principal = 逾期各期的本金
word-penalty-base-whole-principal = 全部未还本金
word-audit-question-breakdown = 请把金额按本金、利息、罚息、费用分开列出
word-audit-question-principal = 请说明本金怎么来的
word-audit-question-interest = 请说明利息怎么算的
word-audit-question-penalty = 请说明罚息的利率、基数和天数
word-audit-question-fees = 请说明每项费用的依据和收款方
word-audit-question-allocation = 请说明每笔还款先抵了哪一部分
word-audit-question-up-front = 请说明放款前扣了什么
word-audit-question-above-line = 高出的部分能否协商调减

# 协商的五步
word-step-contact = 联系
word-step-capacity = 算能力
word-step-proposal = 提方案
word-step-agreement = 写下来
word-step-keeping = 跟到底

word-verdict-accept = 可以接受
word-verdict-better = 先请求更好的
word-verdict-review = 请求人工复核
word-letter-statement-request = 要账目明细
word-letter-group-negotiation = 协商
word-letter-group-request = 要材料
word-letter-group-complaint = 投诉
word-letter-group-court = 法院文书
word-ground-settled = 已经结清
word-ground-payment-missing = 有付款没有入账
word-ground-amount = 金额不符
word-ground-received-less = 实际到账少于合同本金
word-ground-no-notice = 没有收到债权转让通知
word-ground-agreement = 正在履行协议
word-ground-not-due = 还没有到期
word-ground-limitation = 诉讼时效
word-ground-reduction = 总计超过可请求调减的线
word-fact-collector = 来收款的公司
word-fact-collector-on = 对方联系的日子
word-fact-mediator = 调解机构
word-fact-court = 法院名称
word-fact-court-no = 文书上的案号
word-fact-adviser = 辅导员姓名
word-fact-their-offer-on = 对方提出方案的日子
word-fact-their-monthly = 对方方案每期的金额
word-fact-paid-last = 最后一笔付款
word-fact-settled-on = 付清的日子
word-fact-report-on = 信用报告的日期
word-fact-report-says = 信用报告上的写法
word-fact-report-true = 实际情况
word-fact-complaint-on = 向对方投诉的日子
word-fact-complaint-no = 投诉编号
word-fact-extension = 想延长几个月
