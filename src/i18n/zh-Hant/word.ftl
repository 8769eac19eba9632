# 各枚舉的用詞：word-<枚舉>-<詞>，詞中的 / 寫作 -

# 各方、款項、產品
word-party-lender = 貸款人
word-party-borrower = 借款人
word-part-principal = 本金
word-part-interest = 利息
word-part-penalty = 罰息及逾期費
word-part-fees = 費用
word-product-consumer-loan = 私人貸款
word-product-credit-card = 信用卡

# 協商與五個步驟
word-talks-not-started = 尚未開始協商
word-talks-preparing = 準備文件
word-talks-registered = 已登記申請
word-talks-waiting = 等候答覆
word-talks-offered = 對方已提出方案
word-talks-agreed = 已談妥
word-talks-performing = 正按協議還款
word-talks-broken = 已違反協議
word-talks-completed = 已清還
word-talks-refused = 暫時被拒絕

# 追收進展
word-proceedings-none = 沒有追收
word-proceedings-lender = 貸款人自行追收
word-proceedings-outside-collector = 收債公司
word-proceedings-lawyer-letter = 收到律師信
word-proceedings-mediation = 調解
word-proceedings-payment-order = 支付令（內地）
word-proceedings-arbitration = 仲裁
word-proceedings-filed = 已入稟法院
word-proceedings-judgment = 已有判決
word-proceedings-enforcement = 強制執行

# 還款與暫停
word-payment-kind-payment = 還款
word-payment-kind-prepayment = 提前償還本金
word-pause-ageing = 不計逾期日數
word-pause-interest = 停止計息

# 方案
word-offer-status-open = 待答覆
word-offer-status-accepted = 已接受
word-offer-status-refused = 已拒絕
word-offer-status-countered = 已提反建議
word-offer-status-expired = 已過期
word-offer-status-planned = 已定下，尚未提出
word-arrears-spread = 分攤到各期
word-arrears-first = 最先清還
word-arrears-capitalise = 併入本金
word-baseline-today = 今天全數付清
word-baseline-nothing = 完全不還款

# 期限與貨幣
word-clock-kind-law = 法定期限
word-clock-kind-court = 法院期限
word-clock-kind-asked = 只是希望的日期
word-currency-CNY = 人民幣
word-currency-HKD = 港元
word-currency-USD = 美元
word-currency-EUR = 歐元
word-currency-GBP = 英鎊

# 日曆
word-day-count-30-360 = 30/360（每月作30日計）
word-day-count-actual-360 = 實際日數/360
word-day-count-actual-365 = 實際日數/365
word-day-count-actual-actual = 實際日數/實際年日數
word-period-day = 日
word-period-month = 月
word-period-year = 年
word-every-week = 每星期
word-every-fortnight = 每兩星期
word-every-month = 每月
word-every-quarter = 每季
word-every-year = 每年
word-every-once = 一次性

# 聯絡
word-channel-phone = 電話
word-channel-sms = 短訊
word-channel-app = App 內訊息
word-channel-email = 電郵
word-channel-letter = 信件
word-channel-visit = 上門
word-channel-court = 法院
word-direction-in = 對方聯絡我
word-direction-out = 我聯絡對方
word-outcome-no-answer = 無人接聽
word-outcome-wrong-seat = 對方無權處理
word-outcome-registered = 已登記，有個案編號
word-outcome-menu-read = 對方讀出可選方案
word-outcome-refused = 被拒絕
word-outcome-pending = 等候回覆
word-outcome-agreed-orally = 口頭談妥
word-outcome-agreed-confirmed = 已在對方渠道確認
word-outcome-disputed = 事實有爭議
word-outcome-ended-abusive = 因對方辱罵而結束
word-conduct-threat = 威嚇
word-conduct-insult = 辱罵
word-conduct-third-party = 聯絡第三者
word-conduct-disclosure = 向他人披露欠款
word-conduct-quiet-hours = 在禁止追收時段聯絡
word-conduct-too-often = 聯絡過於頻密
word-conduct-impersonation = 冒充警方、法院或官方機構
word-conduct-exaggerated-consequence = 誇大後果
word-conduct-pushes-new-borrowing = 慫恿再借貸
word-conduct-private-account = 要求付款至私人戶口
word-conduct-unidentified = 不表明身份
word-conduct-entered-home = 未經同意進入住所或工作地點
word-conduct-undisclosed-outsourcing = 未告知已委託收債公司
word-conduct-after-agreement = 達成協議後仍然追收
word-conduct-fee-first = 要求先付費用
word-conduct-violence = 暴力或以暴力威嚇

# 困難與支出
word-hardship-unemployment = 失業
word-hardship-income-loss = 收入減少
word-hardship-illness = 患病
word-hardship-disability = 意外或傷殘
word-hardship-family = 家庭變故
word-hardship-disaster = 災害
word-hardship-business = 生意困難或結業
word-hardship-care = 照顧家人或子女教育
word-hardship-over-indebted = 負債超出收入可承受程度
word-hardship-other = 其他
word-category-housing = 住屋
word-category-food = 膳食
word-category-utilities = 水電煤及通訊
word-category-transport = 交通
word-category-health = 醫療
word-category-education = 教育
word-category-dependants = 供養家人
word-category-insurance = 保險
word-category-household = 日用
word-category-other = 其他

# 欠款與逾期
word-basis-claim = 對方賬單
word-basis-contract = 合約
word-basis-agreement = 還款協議
word-band-current = 未逾期
word-band-short = 短期逾期
word-band-medium = 中期逾期
word-band-long = 長期逾期
word-class-normal = 正常類
word-class-special-mention = 關注類
word-class-substandard = 次級類
word-class-doubtful = 可疑類
word-class-loss = 虧損類
word-position-note-penalty-not-recorded = 合約沒有記下罰息，所以沒有計算罰息。合約寫了的話：forbear debt set 編號 --penalty 150%
word-position-note-no-rate-known = 沒有記下利率，對方賬單日之後沒有增加任何金額。怎樣補上：forbear debt set --help
word-position-note-claim-has-no-parts = 對方賬單只有一個總額，暫作本金計算。
word-position-note-rolled-at-contract-rate = 沒有記下罰息利率，賬單日之後按合約利率計算。合約寫了的話：forbear debt set 編號 --penalty 150%
word-position-note-claim-differs-from-contract = 對方賬單與按合約計算的金額不一致。
word-position-note-revival-unknown = 協議已被違反，但不知道違反後恢復多少欠款。
word-position-note-nothing-known = 尚未知道欠多少。請記下賬單上的數目：forbear claim 編號 --total 金額
word-worsens-overdue = 開始逾期
word-worsens-medium = 逾期超過30日
word-worsens-long = 逾期超過90日
word-worsens-court-clock = 法院期限屆滿
word-worsens-offer-expires = 方案過期
word-worsens-promise-due = 答應的還款到期

# 語言、貸款人、地區
word-lang-zh-Hans = 简体中文
word-lang-zh-Hant = 繁體中文
word-lang-en = English
word-lender-kind-bank = 銀行
word-lender-kind-consumer-finance-company = 消費金融公司（內地）
word-lender-kind-microloan-company = 小額貸款公司（內地）
word-lender-kind-money-lender = 放債人／財務公司
word-lender-kind-guarantor = 已代償的擔保人
word-lender-kind-insurer = 已代償的保險公司
word-lender-kind-assignee = 債權受讓人
word-lender-kind-private = 私人或非持牌機構
word-lender-kind-unlicensed = 無牌放債者
word-region-CN = 中國內地
word-region-HK = 香港

# 合約與協議
word-method-equal-instalment = 等額本息
word-method-equal-principal = 等額本金
word-method-interest-only = 先息後本
word-method-bullet = 一次過還本付息
word-method-flat-fee = 平息分期
word-method-custom = 按賬單逐期輸入
word-allocation-scope-rows = 逐期抵銷
word-allocation-scope-debt = 按項目抵銷
word-allocation-civil-code = 費用、利息、罰息、本金
word-allocation-card-art57 = 逾期90日內先息費後本金，之後先本金
word-allocation-principal-first = 先本金
word-form-written = 書面
word-form-electronic = 電子
word-form-oral = 口頭
word-default-clause-unpaid-only = 只有未付的各期
word-default-clause-original-debt = 原欠款，扣除已還
word-default-clause-unknown = 不清楚

# 提示
word-severity-note = 提示
word-severity-warning = 注意
word-severity-serious = 緊要
word-level-V-TEXT = 已核對原文
word-level-V-REP = 據公開報道
word-level-practice = 常見做法，並非法律

# 協議、到期事項、訴訟時效
word-keeping-kept = 正在按約履行
word-keeping-late = 有一期未付，尚可補救
word-keeping-broken = 已被違反
word-keeping-completed = 已全數付清
word-upcoming-instalment = 分期應還
word-upcoming-agreement = 協議應還
word-upcoming-reply = 方案待答覆
word-upcoming-clock = 期限
word-upcoming-promise = 口頭答應的還款
word-upcoming-follow-up = 待跟進
word-limitation-event-last-due = 最後一期的到期日
word-limitation-event-accelerated = 被宣布提前到期
word-limitation-event-oldest-unpaid = 未還的到期日
word-limitation-event-payment = 一筆還款
word-limitation-event-claim = 貸款人主張欠款
word-limitation-event-demand = 對方來聯絡
word-limitation-event-acknowledgement = 您去聯絡或作出承諾
word-limitation-event-court-paper = 法庭文件
word-limitation-event-sale-notice = 債權轉讓通知
word-limitation-event-offer = 借款人提出的方案
word-limitation-event-agreement = 一份協議，或它的最後一期
word-court-stage-payment-order = 對支付令提出異議
word-court-stage-claim-answer = 對起訴狀答辯
word-court-stage-appeal = 對判決上訴
word-court-stage-enforcement = 對方申請執行的期間
word-confidence-low = 所知甚少
word-confidence-fair = 以本賬本所記為限

word-fact-name = 姓名
word-fact-phone = 電話
word-fact-address = 收件地址
word-fact-call-times = 方便聽電話的時間
word-fact-lender = 貸款人全名
word-fact-official = 貸款人的官方電話
word-fact-original-lender = 原來的貸款人
word-fact-contract-no = 合約編號
word-fact-purpose = 借款用途
word-fact-days = 逾期日數
word-fact-due-date = 還款日
word-fact-owed = 欠款金額
word-fact-overdue = 逾期金額
word-fact-owed-on = 金額的日期
word-fact-contract-payment = 合約每期應還
word-fact-minimum = 最低還款額
word-fact-reason = 困難的原因
word-fact-since = 由何時起
word-fact-evidence = 證明文件
word-fact-own-words = 您自己寫的一段話
word-fact-income = 每月收入
word-fact-essential = 必要開支
word-fact-offerable = 每月最多能拿出的數
word-fact-monthly = 今次報的每月金額
word-fact-months = 期數
word-fact-instalment = 每期金額
word-fact-first-date = 最早付款日
word-fact-ends-on = 付清的日子
word-fact-total = 合計要付
word-fact-waived = 豁免金額
word-fact-pay-now = 先付的金額
word-fact-pay-day = 發薪日
word-fact-reply-by = 希望對方答覆的日子
word-fact-answer-by = 您書面答覆的日子
word-fact-plan-by = 方案給出的日子
word-fact-ticket = 個案編號
word-fact-ticket-on = 登記的日子
word-fact-lender-count = 有幾家
word-fact-committed = 別處已答應的金額
word-fact-assets = 財產
word-fact-public-place = 見面的公共場所
word-fact-debit-day = 扣款日
word-fact-changed = 與上次比有什麼變化
word-fact-promise-amount = 答應過的金額
word-fact-promise-on = 答應過的日子
word-fact-promised-at = 何時答應的
word-fact-paper-on = 收到文件的日子
word-fact-court-until = 文件期限的最後一日
word-fact-short = 差額
word-fact-retry-on = 再申請的日子
word-fact-today = 今日的日期

word-letter-hardship = 還款困難說明
word-letter-proposal = 還款方案

word-origin-offered = 對方提出
word-origin-assumed = 假設，沒有人提出過

# 數字的來源
word-mark-claimed = 對方所稱
word-mark-computed = 算出
word-mark-assumed = 假設
word-rung-opening = 先提的方案
word-rung-target = 想傾成的方案
word-rung-limit = 最多能守住的方案

word-strategy-triage = 先處理後果最嚴重的
word-strategy-pro-rata = 按欠款比例
word-strategy-contractual = 按合約
word-strategy-avalanche = 先還利率最高的
word-strategy-snowball = 先還最細的一筆
word-strategy-custom = 按自己的次序
word-strategy-optimal = 總額最少的方案

word-triage-court-clock = 法院期限正在計算
word-triage-card = 信用卡，接近需要留意的情況
word-triage-guaranteed = 有家人擔保或共同借款
word-triage-wages-bank = 出糧戶口所在的銀行
word-triage-priority = 標記為優先
word-triage-cliff = 還一筆確定的錢可以不再惡化
word-triage-closes = 可以一次還清
word-triage-share = 按比例分

# 核對對方的數字
word-penalty-base-overdue-principal = 逾期各期的本金
word-penalty-base-whole-principal = 全部未還本金
word-audit-question-breakdown = 請把金額按本金、利息、逾期利息、費用分開列出
word-audit-question-principal = 請說明本金怎樣來的
word-audit-question-interest = 請說明利息怎樣計的
word-audit-question-penalty = 請說明逾期利息的利率、基數和日數
word-audit-question-fees = 請說明每項費用的依據和收款方
word-audit-question-allocation = 請說明每筆還款先抵銷了哪一部分
word-audit-question-up-front = 請說明放款前扣了什麼
word-audit-question-above-line = 高出的部分能否協商調低

# 協商的五步
word-step-contact = 聯絡
word-step-capacity = 計算能力
word-step-proposal = 提出方案
word-step-agreement = 寫成書面
word-step-keeping = 跟進到底

word-verdict-accept = 可以接受
word-verdict-better = 先請求較好的
word-verdict-review = 請求人手覆核
word-letter-statement-request = 索取賬目明細
word-letter-group-negotiation = 商討
word-letter-group-request = 索取文件
word-letter-group-complaint = 投訴
word-letter-group-court = 法院文件
word-ground-settled = 已經清還
word-ground-payment-missing = 有付款沒有入賬
word-ground-amount = 金額不符
word-ground-received-less = 實收少於合約本金
word-ground-no-notice = 沒有收到債權轉讓通知
word-ground-agreement = 正在履行協議
word-ground-not-due = 還沒有到期
word-ground-limitation = 訴訟時效
word-ground-reduction = 總計超過可請求調減的線
word-fact-collector = 來追收的公司
word-fact-collector-on = 對方聯絡的日子
word-fact-mediator = 調解機構
word-fact-court = 法院名稱
word-fact-court-no = 文件上的案件編號
word-fact-adviser = 輔導員姓名
word-fact-their-offer-on = 對方提出方案的日子
word-fact-their-monthly = 對方方案每期的金額
word-fact-paid-last = 最後一筆付款
word-fact-settled-on = 清還的日子
word-fact-report-on = 信貸報告的日期
word-fact-report-says = 信貸報告上的寫法
word-fact-report-true = 實際情況
word-fact-complaint-on = 向對方投訴的日子
word-fact-complaint-no = 投訴編號
word-fact-extension = 希望延長幾個月
