# 指令說的話
cli-bug = forbear 自己出了錯，已經停下。賬本沒有因此改動。請把您輸入的指令告訴我們，不要帶個人資料。
cli-bad-clock = 讀不到這部電腦的時區。請用 --as-of 日期 寫明今日是哪天。
cli-warning = 注意：{ $text }
cli-waiting = 另一個指令正在使用賬本，請稍候。
cli-written = 已寫入 { $file }。
cli-undo = 復原：{ $command }
cli-output-there = { $file } 已經存在，會被新內容取代。
cli-next = 下一步：{ $command }
cli-nothing-changed = 沒有變化。
cli-mark-given = 按您寫的
cli-go-on = 仍要繼續嗎？
cli-unknown-date = 未知日期
cli-no-debt = 沒有指明的欠款
cli-terms-twice = 條款要麼寫在 --terms 之中，要麼用各個參數寫，不要兩樣都用。
cli-help-topics = 主題：{ $topics }（forbear help 主題）

# 改了什麼
cli-added-lender = 已記入貸款人 { $id }。
cli-added-debt = 已記入欠款 { $id }。
cli-added-income = 已記入收入 { $id }。
cli-added-expense = 已記入開支 { $id }。
cli-set = 已修改 { $id }。
cli-removed = 已刪除 { $id }。
cli-nothing-to-set = 沒有寫要改什麼。
cli-paid = 已記入 { $debt } 的還款：{ $date }，{ $amount }。
cli-paid-within-claim = { $date }的月結單視作已經扣除這筆還款，所以欠款不再減少。如果月結單是還款之前看的，請還款後再看一次，用 forbear claim { $debt } 記下新的數目。
cli-claimed = 已記入：{ $date }，對方稱 { $debt } 欠 { $amount }。
cli-logged = 已記下：{ $channel }，{ $at }。
cli-withdrawn = 第 { $number } 條紀錄之中的承諾已標為收回。
cli-offered = 已記入方案 { $id }（{ $from }提出）：{ $terms }。
cli-offer-became = 方案 { $id }：{ $status }。
cli-planned = 已為 { $debt } 定下、尚未向對方提出：{ $terms }。編號 { $id }；提出之後記一筆：forbear offer make { $id }
cli-offer-not-planned = 方案 { $id } 不屬於「已定下、尚未提出」：{ $status }。
cli-offer-not-planned-hint = 這類方案由計劃寫入：forbear plan --accept
cli-agreed-short = { $month }按協議要付的數，比該月能付的多 { $over }。請在到期之前先與對方商談。
cli-agreed = 已記入協議 { $id }，共 { $count } 期。
cli-made = 賬本在 { $file }。只有您在這部電腦上的賬戶能讀。

# 提問
cli-ask-blank = 請寫一點內容。
cli-ask-read-as = （記作 { $date }）
cli-ask-refused = 請再寫一次：{ $reason }
cli-yes = 是
cli-no = 否
cli-ask-optional = （沒有就按 Enter）
cli-ask-debt = 哪一筆欠款？
cli-ask-pay-amount = 還了多少？
cli-ask-claim-total = 對方說一共欠多少？
cli-ask-log-channel = 用什麼方式聯絡？
cli-ask-log-summary = 說了什麼？一句話
cli-ask-called-debt = 是關於哪一筆欠款？
cli-ask-called-no-debt = 都不是，或者不清楚
cli-ask-called-with = 誰打來？姓名或職員編號
cli-ask-called-company = 代表哪家公司？
cli-ask-called-summary = 對方要您做什麼？
cli-ask-called-conduct = 發生了上面哪些？寫數字，多項用空格隔開，沒有按 Enter
cli-ask-called-promise = 您答應了金額嗎？多少
cli-ask-called-promise-on = 答應哪一天？
cli-ask-offer-from = 誰提出的方案？
cli-ask-offer-terms = 條款，例如：freeze; instalments 24
cli-ask-agree-offer = 簽的是哪個方案？
cli-ask-agree-signed = 哪天簽署或確認？
cli-ask-agree-form = 什麼形式？
cli-ask-letter-kind = 寫哪一種信？
cli-ask-init-name = 您的姓名，和合約上一樣
cli-ask-init-currency = 這個賬本用哪種貨幣
cli-ask-lender-id = 給貸款人起個短編號（字母、數字、-）
cli-ask-lender-name = 全名，和合約上的貸款人一樣
cli-ask-lender-kind = 合約上的貸款人是哪一類機構？
cli-ask-lender-region = 合約適用哪裏的法律？
cli-ask-debt-lender = 哪個貸款人？
cli-ask-debt-product = 哪一類借款？
cli-ask-debt-total = App 上顯示一共欠多少？
cli-ask-numbers-how = 請寫前面的數字（1 至 { $most }），多項用空格隔開；沒有就直接按 Enter
cli-ask-once-on = 哪一天？（例如 12月20日）
cli-ask-income-name = 什麼收入？
cli-ask-income-amount = 每次多少？
cli-ask-income-every = 多久一次？
cli-ask-expense-name = 花在什麼上？
cli-ask-expense-amount = 每次多少？
cli-ask-expense-every = 多久一次？
cli-ask-expense-category = 哪一類？
cli-ask-expense-essential = 生活和工作必需嗎？

# 寫下或說出之前
cli-guard-overdue-more = 逾期的 { $overdue }比總共欠的 { $total }還多。請看看是不是寫反了，或者少算了一部分。
cli-guard-future-moment = { $at } 還未到：還沒發生的聯絡不記。
cli-guard-future-moment-hint = 請看看日期和時間；以後要做的事用 `--follow-up 日期`
cli-guard-future = { $date } 遲於 { $as-of }：還沒發生的事不記。
cli-guard-future-hint = 承諾或計劃請用 `forbear log add --promise` 或 `forbear offer add`
cli-guard-old-debt-pay = { $debt } 已經很久沒有已知的還款、追收或聯絡；就這個賬本所知，訴訟時效不會早於 { $date } 屆滿。現在還款可能使時效重新計算。建議先諮詢。
cli-guard-old-debt-offer = { $debt } 已經很久沒有已知的還款、追收或聯絡；就這個賬本所知，訴訟時效不會早於 { $date } 屆滿。現在提方案或簽協議可能使時效重新計算。建議先諮詢。
cli-guard-too-much = { $amount }比賬本上 { $debt } 欠的 { $owed }多。請看看金額和編號有沒有寫錯，或先用 forbear claim { $debt } 記下最新的月結單。
cli-guard-promise = { $month }付 { $amount }，比那個月能拿出的 { $limit }多 { $over }。
cli-guard-promise-hint = 請不要答應超過這個數；如果已經說出口，加 --yes 照實記下，當日用 forbear called 之中的話收回
cli-guard-offer = 這個方案在{ $month }要的錢，比那個月能拿出的多 { $over }。
cli-guard-offer-expired = 對方要求在{ $date }前答覆，這日已經過了。先請對方書面確認這個方案仍然有效，才接受。
cli-guard-offer-hint = forbear capacity 列出每個月；期數更長、首期更遲或金額更低的方案也許可行
cli-guard-reserved-agreement = { $date }的 { $amount }要付給協議 { $by }
cli-guard-reserved-offer = { $date }的 { $amount }已在方案 { $by } 之中提出
cli-guard-reserved-promise = { $date }的 { $amount }已在 { $by } 答應
cli-guard-told = 各家會互相核對，前後說法不一會失去信任。這次和以前說的不同：
cli-guard-told-reason = · { $date }談 { $debt } 時說的是另一個原因
cli-guard-told-income = · 收入 { $now }；{ $date }談 { $debt } 時說的是 { $before }
cli-guard-told-monthly = · 每月 { $now }；{ $date }談 { $debt } 時說的是 { $before }

# called
cli-called-title = 接完電話之後
cli-called-verify = 先核實是誰：致電貸款人自己的 App 或合約上的電話。知道您的資料，不等於證明了身份。
cli-called-withdraw = 答應的可以當日收回：把下面這段話從貸款人自己的渠道發出去，再記一筆。
cli-called-withdraw-alone = 答應的可以當日收回。從貸款人自己的渠道發出這段話，再記一筆：「今日電話裏關於還款的說法，我收回。核對清楚我做得到多少之後，會書面答覆。」
cli-called-conduct-noted = 對方的做法已連同時間記下。把來電記在某一筆債下面（forbear called 欠款編號），就會看到涉及哪些規定。
cli-called-next-debt = 接下來，把這次來電說的債記下來，或者看看已有的：
cli-called-no-ledger = 沒有記下任何內容：這裏還未有賬本。要開始一個：
cli-called-no-codes = 只往貸款人自己的賬戶還款。不給驗證碼，不分享螢幕，不同時給身份證和銀行卡。
cli-called-in-writing = 電話裏不必作任何決定。隨時可以說「我書面答覆您」。
cli-called-evidence = 錄音和截圖留在這部裝置上：forbear log add … --evidence 檔案
cli-called-rules = 關於這次來電，規則手冊裏有：
cli-called-answer-by = 已記下：{ $date }前書面答覆對方。到期前 forbear due 會提醒。
cli-called-next = 下次通話用：

# 保管
cli-check-good = 賬本沒有問題：{ $debts } 筆欠款，{ $lenders } 個貸款人，{ $contacts } 條溝通紀錄。
cli-undone = 已復原：{ $what }。
cli-purge-sure = 這個賬本以前的狀態都會刪除，之後復原不能回到今日以前。
cli-purged = 已刪除 { $count } 個以前的狀態。
cli-history-by-hand = 手動修改
cli-history-restored = 回到第{ $number }號之後的樣子

# 首頁
cli-home-begin-debt = 賬本有了。接着記下欠誰的、欠多少：

# 示範
cli-demo-intro = 下面是編的故事，在一份副本上執行，結束後刪除。今日是 2026-11-16：{ $name }夏天病了一場，收入少了，有三期未能還上。
cli-demo-status = 1. 現時的情況
cli-demo-capacity = 2. 每個月真正能還多少
cli-demo-simulate = 3. 誰都還沒答應之前，先看一個方案要花多少
cli-demo-script = 4. 打電話用的十秒卡
cli-demo-log = 5. 掛電話十分鐘之內：記下來
cli-demo-summary = 已登記還款困難申請，等對方書面答覆
cli-demo-end = 示範結束，這部電腦上沒有留下任何東西。建立自己的賬本：forbear init

# 新賬本的開頭
cli-init-header = 您的賬本。可以手寫，也可以用指令寫，註解會保留。說明：forbear help ledger
cli-init-share = 餘下的錢之中拿去談的比例，其餘留作意外
cli-init-reserve = 每月留給急用，不拿去談

# 規則之中的數字

# debt add
cli-next-after-debts = 下一步：forbear status 看哪一筆最急
    要打電話：forbear script { $debt } --short
    剛接到電話：forbear called
cli-added-debt-and-lender = 已記入欠款 { $id } 和貸款人 { $lender }。
cli-ask-debt-another = 還有其他欠款要記嗎？
cli-ask-debt-new-lender = （新的貸款人）
cli-ask-lender-short = 起個短編號，以後輸入指令用（直接按 Enter：{ $id }）
cli-ask-taken = 這個編號已經有了
cli-ask-date-future = { $as-of } 之後還未到期，不算沒還
cli-ask-debt-oldest-unpaid = 最早沒還上的那一期是哪一天到期？（沒有逾期寫 0，不清楚按 Enter）
cli-ask-debt-oldest-unpaid-how = 日期請寫成 2026-08-10 或 20260810；沒有逾期寫 0；不清楚就按 Enter
cli-lender-add-hint = 先記貸款人：forbear lender add { $id } --name 全名 --kind 種類 --region 地區
cli-debt-add-hint = 或者一步記好：forbear debt add { $id }-1 --lender { $id } --lender-name 全名 --lender-kind 種類 --lender-region 地區
cli-guard-currency = 這個賬本用{ $ledger }，{ $region }的合約通常用{ $usual }。一個賬本只用一種貨幣：另一種貨幣的欠款請另建賬本：forbear init --ledger 檔案 --currency { $code }
cli-plan-needs-optimal = --offers-only 和 --deadline 要從整套方案中選，只能用 --strategy optimal，不能用 { $strategy }。
cli-borrower-set = 借款人資料已更改。
cli-hardship-set = 困難理由已記下：{ $kind }。
cli-ask-hardship-kind = 是哪一種困難？
cli-nothing-owed = 按賬本，{ $debt } 已經不欠，沒有什麼要談
cli-nothing-owed-hint = 對方如說仍欠，請把對方所說的數目記下：forbear claim { $debt } --total 金額；已經還清的，請對方出具書面結清證明
cli-ask-clock-what = 什麼事要到期？
cli-ask-clock-until = 最後一日是哪日？
cli-clock-added = 已記下期限：{ $what }，至{ $until }為止。
cli-clock-done = 已標示為完成：{ $what }。
cli-case-set = 個案資料已更改。
