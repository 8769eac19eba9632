# 賬本每個鍵的一句說明，用於 JSON Schema：schema-<表>-<鍵>

schema-ledger-version = 賬本格式的版本，寫 1
schema-ledger-currency = 賬本的貨幣，只能有一種；不寫就是 CNY
schema-ledger-borrower = 借款人
schema-ledger-case = 輔導員的個案資料
schema-ledger-budget = 每月留多少、能拿出多少
schema-ledger-income = 收入
schema-ledger-expense = 支出
schema-ledger-account = 本人的戶口
schema-ledger-person = 與債務有關的人
schema-ledger-lender = 貸款方及後來的債權人
schema-ledger-debt = 債務
schema-ledger-offer = 雙方提出的方案
schema-ledger-contact = 聯絡紀錄
schema-ledger-agreement = 談妥的協議
schema-ledger-clock = 正在走的期限：答覆、法院文件

schema-borrower-name = 姓名
schema-borrower-phone = 對方登記的電話
schema-borrower-address = 收信地址
schema-borrower-call-times = 方便接電話的時間
schema-borrower-household = 靠這份收入生活的人數
schema-borrower-household-note = 想讓對方知道的家庭情況；寫進給對方看的收支表
schema-borrower-hardship = 還不上的原因
schema-borrower-note = 備註

schema-hardship-kind = 原因的種類
schema-hardship-since = 由哪天開始
schema-hardship-note = 一句事實
schema-hardship-evidence = 證明文件的檔案名
schema-hardship-own-words = 用自己的話寫的一段

schema-case-number = 個案編號
schema-case-consent = 當事人同意的日期
schema-case-adviser = 輔導員

schema-budget-reserve = 每月留作應急，不拿來談
schema-budget-share = 剩餘裏可以拿出的比例；不寫是 80%

schema-income-name = 名稱
schema-income-amount = 每次金額
schema-income-every = 多久一次
schema-income-on = 只有一次的日期
schema-income-from = 由哪天起
schema-income-until = 至哪天止
schema-income-low = 最少可能多少
schema-income-high = 最多可能多少
schema-income-pay-day = 每月幾號到賬
schema-income-account = 到哪個戶口
schema-income-evidence = 證明文件的檔案名
schema-income-note = 備註
schema-income-history = 實際到賬的紀錄

schema-income-history-on = 到賬日期
schema-income-history-amount = 到賬金額

schema-expense-name = 名稱
schema-expense-amount = 每次金額
schema-expense-every = 多久一次
schema-expense-category = 類別
schema-expense-essential = 是否生活和工作必需
schema-expense-on = 只有一次的日期
schema-expense-from = 由哪天起
schema-expense-until = 至哪天止
schema-expense-evidence = 證明文件的檔案名
schema-expense-note = 備註

schema-account-name = 名稱
schema-account-bank = 銀行
schema-account-living = 租金、伙食是否由這裏付

schema-person-name = 姓名
schema-person-relation = 關係：spouse、guarantor 或別的詞
schema-person-knows = 是否知道有債務
schema-person-must-not-be-told = 是否不能讓其知道

schema-lender-id = 編號，別處用它來指
schema-lender-name = 合約上的全名
schema-lender-kind = 合約主體的種類；不知道就不寫
schema-lender-region = 適用哪裏的規則；不寫是 CN
schema-lender-note = 備註
schema-lender-official = 官方聯絡和收款方式
schema-lender-alternative = 自己估計的對方其他出路

schema-official-number = 官方電話
schema-official-app = 官方應用程式
schema-official-payee = 收款戶名
schema-official-account = 收款賬號
schema-official-verified-how = 怎樣核實的
schema-official-verified-on = 核實日期

schema-alternative-recovery = 能收回的比例
schema-alternative-months = 要幾個月
schema-alternative-cost = 要花多少
schema-alternative-discount = 折現率

schema-debt-id = 編號，別處用它來指
schema-debt-lender = 貸款方的編號
schema-debt-product = 貸款還是信用卡
schema-debt-talks = 協商到哪一步
schema-debt-retry-on = 被拒後何時再問
schema-debt-proceedings = 追收或訴訟到哪一步
schema-debt-grace-days = 寬限日數；不寫貸款 0、信用卡 3
schema-debt-oldest-unpaid = 最早未還的到期日（沒有合約時用）
schema-debt-written-off = 撇賬日期
schema-debt-accelerated = 宣布提前到期的日期
schema-debt-sold = 債權轉讓
schema-debt-secured = 有什麼抵押品
schema-debt-guarantors = 擔保人
schema-debt-co-borrower = 共同借款人
schema-debt-auto-debit = 自動轉賬的戶口
schema-debt-priority = 為何要先處理
schema-debt-note = 備註
schema-debt-contract = 合約
schema-debt-card = 信用卡資料
schema-debt-room = 對方可能答應的範圍
schema-debt-due = 照應用程式抄下的各期（method = "custom"）
schema-debt-fee = 有日期的費用
schema-debt-holder = 債權在誰手上
schema-debt-payment = 已還的款
schema-debt-claim = 對方說欠多少
schema-debt-pause = 談好的暫停

schema-sold-to = 受讓人
schema-sold-on = 轉讓日期
schema-sold-notice-on = 通知送達的日期

schema-auto-debit-account = 哪個戶口
schema-auto-debit-day = 每月幾號

schema-contract-principal = 貸款本金
schema-contract-net-received = 實際到手金額，與本金不同時寫
schema-contract-disbursed = 放款日期
schema-contract-rate = 利率，或按日期分段的列表
schema-contract-method = 還款方式；不寫是等額本息
schema-contract-count = 期數
schema-contract-first-due = 第一個到期日
schema-contract-day-count = 計息日數規則；不寫是 30/360
schema-contract-penalty = 罰息：合約利率的倍數，或自己的利率
schema-contract-compound = 未付利息是否也計罰息
schema-contract-allocation = 還款先還什麼：一個名稱，或四個部分的列表
schema-contract-allocation-scope = 逐期，還是整筆債務
schema-contract-fee-per-instalment = 每期費用
schema-contract-purpose = 合約寫明的用途
schema-contract-number = 合約編號

schema-rate-from-from = 由哪天起
schema-rate-from-rate = 利率

schema-card-daily-rate = 日利率
schema-card-statement-day = 月結單日
schema-card-due-day = 到期還款日
schema-card-min-payment = 最低還款額

schema-room-max-months = 最長幾個月
schema-room-freeze = 能否停息
schema-room-waive = 每部分能減免多少
schema-room-min-payment = 每月最少還多少
schema-room-latest-start = 首期最遲哪天還
schema-room-principal-cut = 本金能減多少

schema-waive-principal = 本金
schema-waive-interest = 利息
schema-waive-penalty = 罰息及逾期費
schema-waive-fees = 費用

schema-debt-due-on = 到期日
schema-debt-due-principal = 本金
schema-debt-due-interest = 利息
schema-debt-due-fee = 費用

schema-fee-on = 日期
schema-fee-amount = 金額
schema-fee-what = 是什麼費用

schema-holder-lender = 債權人的編號
schema-holder-from = 由哪天起
schema-holder-share = 聯合貸款裏的份額
schema-holder-notice-on = 通知送達的日期
schema-holder-proof = 有什麼證明

schema-payment-on = 到賬日期
schema-payment-amount = 金額
schema-payment-kind = 普通還款還是提前還本
schema-payment-note = 備註

schema-claim-on = 這個數字是哪天的
schema-claim-principal = 本金
schema-claim-interest = 利息
schema-claim-penalty = 罰息及逾期費
schema-claim-fees = 費用
schema-claim-total = 合計
schema-claim-overdue = 其中逾期的
schema-claim-payoff = 結清要多少
schema-claim-source = 在哪裏看到的
schema-claim-note = 備註

schema-pause-from = 第一天
schema-pause-until = 結束後的第一天
schema-pause-what = 停什麼：日數、利息

schema-offer-id = 編號
schema-offer-debt = 債務的編號
schema-offer-from = 誰提出的
schema-offer-on = 提出日期
schema-offer-terms = 條款，寫法同 --offer
schema-offer-status = 結果
schema-offer-reply-by = 答覆期限
schema-offer-counters = 它答覆的方案
schema-offer-note = 備註

schema-contact-at = 日期和時間
schema-contact-debt = 關於哪筆債務
schema-contact-channel = 方式
schema-contact-direction = 誰聯絡誰
schema-contact-counterpart = 對方
schema-contact-summary = 說了什麼
schema-contact-conduct = 發生了什麼不該有的事
schema-contact-promise = 答應了什麼
schema-contact-evidence = 證據檔案
schema-contact-follow-up = 何時再跟進
schema-contact-answered = 有沒有接聽
schema-contact-minutes = 幾分鐘
schema-contact-outcome = 結果
schema-contact-ticket = 個案編號
schema-contact-told = 跟對方說了什麼

schema-counterpart-name = 姓名或職員編號
schema-counterpart-company = 公司
schema-counterpart-number = 電話

schema-promise-amount = 金額
schema-promise-on = 哪天之前
schema-promise-withdrawn = 收回的日期

schema-evidence-file = 檔案名
schema-evidence-sha256 = 檔案的 SHA-256

schema-told-reason = 說的原因
schema-told-income = 說的收入
schema-told-monthly = 說的每月金額

schema-agreement-id = 編號
schema-agreement-debt = 債務的編號
schema-agreement-signed = 簽署或確認日期
schema-agreement-form = 形式
schema-agreement-proof = 證明力：0 口頭 … 4 蓋章
schema-agreement-offer = 來自哪個方案
schema-agreement-broken = 宣布違約的日期
schema-agreement-evidence = 文件
schema-agreement-note = 備註
schema-agreement-clauses = 條款
schema-agreement-due = 談好的各期

schema-clauses-allocation = 還款次序的原文
schema-clauses-default = 違約時怎樣的原文
schema-clauses-credit-report = 信貸報告怎樣呈報的原文
schema-clauses-discharge-days = 幾日內發出結清證明
schema-clauses-collection-stops = 追收是否停止
schema-clauses-grace-days = 到期後幾日內仍算準時
schema-clauses-cure-days = 漏還後幾日內可補
schema-clauses-tolerance = 少多少不算違約
schema-clauses-cross-default = 別處違約是否算這裏違約
schema-clauses-account-status = 戶口狀態的原文
schema-clauses-update-days = 幾日內更新紀錄

schema-agreement-due-on = 到期日
schema-agreement-due-amount = 金額

schema-clock-what = 什麼事
schema-clock-debt = 債務的編號
schema-clock-kind = 法律、法院訂下，還是只是希望的日期；不寫是希望的日期
schema-clock-from = 由哪天起
schema-clock-until = 最後一天
schema-clock-done = 答覆的日期
