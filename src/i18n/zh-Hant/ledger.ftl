# 賬本裏有什麼不對：ledger-<錯誤> 說明問題，ledger-<錯誤>-write 說明該怎麼寫
ledger-error = 錯誤
ledger-hint = 提示
ledger-more = ……另外還有 { $count } 處錯誤

# 不是 TOML
ledger-duplicate-key = 同一個鍵或表寫了兩次
ledger-duplicate-key-write = 兩處只留一處
ledger-full-width = 這裏用了中文輸入法的符號 { $found }
ledger-full-width-write = 這裏改成半形的 { $write }
ledger-unquoted = 文字要放在半形引號裏
ledger-unquoted-write = 寫成 "{ $found }"
ledger-unclosed = 這段文字沒有收尾的引號
ledger-unclosed-write = 看看這一行的引號是否成對
ledger-no-value = 鍵後面要有 = 和值
ledger-no-value-write = 寫成 鍵 = "值"
ledger-impossible-date = 沒有這個日期或時間，或者寫得不全
ledger-impossible-date-write = 寫成 2026-11-30
ledger-control = 這一行有看不見的控制字元
ledger-control-write = 刪掉這一行，重新輸入
ledger-bad-key = 這不能作鍵名
ledger-bad-key-write = 鍵名見 forbear help ledger，例如 first-due
ledger-too-deep = 這裏的括號或點號嵌套太深，不像賬本
ledger-too-deep-write = 是不是選錯了檔案？
ledger-syntax = 這一行不合 TOML 格式
ledger-syntax-write = 看看這一行的引號、括號和等號；例子見 forbear help ledger
ledger-open-bracket = 括號沒有收尾
ledger-open-bracket-write = 在這裏補上 { $write }
ledger-no-comma = 列表之中的逗號不對
ledger-no-comma-write = 用半形逗號隔開，寫成 ["a", "b"]；文字放在引號內
ledger-bad-number = 這個數字的寫法讀不懂
ledger-bad-number-write = 金額寫成 "12000.50"，整數寫成 12，前面不加 0
ledger-nearly-bool = 這裏讀不懂
ledger-nearly-bool-write = 寫成 true 或 false；如果是文字，放在引號內
ledger-bad-escape = 引號內的反斜線後面不能這樣寫
ledger-bad-escape-write = 反斜線寫成 \\，或將外面的引號改成單引號
ledger-trailing = 值後面還有其他內容
ledger-trailing-write = 一行只寫一個鍵和一個值；備註前面加 #
ledger-no-key = 缺少鍵名
ledger-no-key-write = 鍵名見 forbear help ledger
ledger-two-equals = 多了一個 =
ledger-two-equals-write = 只留一個 =
ledger-not-utf8 = 從這裏起不是 UTF-8 文字
ledger-not-utf8-write = 請另存為 UTF-8 編碼
ledger-too-large = 賬本超過 4 MiB
ledger-too-large-write = 是不是選錯了檔案？
ledger-empty = 賬本是空的
ledger-empty-write = 第一行應是 version = 1
ledger-newer-version = 版本 { $found } 比本程式新
ledger-newer-version-write = 本程式能讀版本 1

# 鍵和表
ledger-unknown-key = 沒有 { $found } 這個鍵
ledger-unknown-key-nearest = 是不是想寫 { $nearest }？
ledger-unknown-key-belongs = 它應寫在 { $belongs } 裏
ledger-unknown-key-none = 請刪掉；鍵名見 forbear help ledger
ledger-second-currency = { $field } 用了另一種貨幣
ledger-second-currency-write = 這個賬本用 { $ledger }；另一種貨幣請另建賬本
ledger-missing = 缺少 { $key }
ledger-missing-in = { $field } 缺少 { $key }
ledger-missing-write = 在這裏加一行 { $key } = …
ledger-not-a-list = { $field } 不是列表
ledger-not-a-list-write = 寫在方括號裏：["…"]
ledger-not-a-table = { $field } 不是表
ledger-not-a-table-write = 把它的鍵寫在 { $header } 下面
ledger-not-tables = { $field } 可以有多項
ledger-not-tables-write = 每一項寫在自己的 { $header } 下面

# 值
ledger-float-money = { $field } 是沒有引號的小數
ledger-float-money-write = TOML 會把它捨入；寫成 "{ $write }"
ledger-not-money = { $field } 不是金額
ledger-money-not-a-number = 寫成 "1200.50"
ledger-money-too-fine = 最多兩位小數
ledger-money-grouping = 逗號只能隔開三位一組的數字："1,200.50"
ledger-money-too-large = 最多 10000000000000
ledger-money-unclear = 看不清是多少，寫成 "12000"
ledger-money-negative = { $field } 小於零
ledger-money-negative-write = 寫 0 或更大的數
ledger-money-not-positive = { $field } 不大於零
ledger-money-not-positive-write = 寫大於 0 的金額
ledger-not-a-date = { $field } 不是日期
ledger-not-a-date-write = 寫 1900 至 2199 年間的日期，如 2026-11-30
ledger-not-a-flow = 這一行不是日期加金額
ledger-third-column = 這一行除了日期及金額還有其他內容
ledger-not-a-flow-write = 每行寫成 2026-12-20,-1120.00；收到的不帶符號，還出去的帶負號
ledger-no-flows = 這個檔案內沒有金額
ledger-not-a-datetime = { $field } 不是日期加時間
ledger-not-a-datetime-write = 寫成 2026-11-05T21:40:00
ledger-not-a-rate = { $field } 不是利率
ledger-rate-not-a-percentage = 寫成 "18%/year"
ledger-rate-no-period = 要寫明期間："18%/year"、"1.5%/month" 或 "0.05%/day"
ledger-rate-unclear = 按年或按日說的「厘」「分」有兩種讀法；請寫成百分數："8%/year" 或 "0.05%/day"
ledger-rate-too-fine = 百分比最多六位小數
ledger-rate-out-of-range = 由 0% 至 1000%
ledger-not-a-percentage = { $field } 不是百分比
ledger-not-a-percentage-write = 要帶百分號："80%"
ledger-percent-too-large = { $field } 太大
ledger-percent-too-large-write = 最多 "{ $most }%"
ledger-out-of-range = { $field } 不是範圍內的整數
ledger-out-of-range-write = 寫 { $least } 至 { $most }，不加引號
ledger-out-of-range-one = 寫 { $least }，不加引號
ledger-not-a-bool = { $field } 不是 true 或 false
ledger-not-a-bool-write = 寫 true 或 false，不加引號
ledger-not-text = { $field } 不是文字
ledger-not-text-write = 放在半形引號裏
ledger-blank = { $field } 是空白
ledger-blank-write = 寫上內容，或刪掉這一行
ledger-control-character = { $field } 裏有定位符號、換行或別的控制字元
ledger-control-character-write = 不帶它，重新輸入
ledger-too-long = { $field } 太長
ledger-too-long-write = 最多 { $most } 個字
ledger-not-an-id = { $field } 不能作編號
ledger-not-an-id-write = 1 至 64 個文字、數字、-、_ 或 .，以文字或數字開頭
ledger-unknown-word = { $field } 不能是「{ $found }」
ledger-unknown-word-nearest = 是不是想寫 "{ $nearest }"？
ledger-unknown-word-none = 從下面的詞裏選一個
ledger-unknown-word-list = 可以寫：{ $list }

# 要互相一致的事實
ledger-duplicate-id = 編號 { $id } 已經用過
ledger-duplicate-id-write = 換一個編號
ledger-unknown-reference = 沒有編號為 { $found } 的 { $target }
ledger-unknown-reference-nearest = 是不是想寫 "{ $nearest }"？
ledger-unknown-reference-none = 用 [[{ $target }]] 加上它，或改正編號
ledger-bad-terms = { $field } 看不懂
ledger-date-order = { $field } 早於 { $other }（{ $date }）
ledger-date-order-write = 寫那一天或更遲
ledger-date-order-strict = { $field } 不遲於 { $other }（{ $date }）
ledger-date-order-strict-write = 寫更遲的日子
ledger-amount-order = { $field } 小於 { $other }
ledger-amount-order-write = 不能小於 { $other }
ledger-method-needs = 還款方式 { $method } 要有 { $key }
ledger-method-needs-write = 加上 { $key }
ledger-rows-without-custom = [[debt.due]] 各行只用於 method = "custom" 的合約
ledger-rows-without-custom-write = 把還款方式改成 "custom"，或刪掉各行
ledger-rows-do-not-add-up = 各行本金合計 { $rows }，合約本金是 { $principal }
ledger-rows-do-not-add-up-write = 改正這裏或各行
ledger-empty-claim = 這條對方所說的欠款沒有任何數字
ledger-empty-claim-write = 寫上 total，或 principal、interest、penalty、fees
ledger-claim-total = { $field } 不等於各部分之和
ledger-claim-total-write = 各部分合計 "{ $parts }"
ledger-incomplete-order = { $field } 要把每個部分各寫一次
ledger-incomplete-order-write = 排好 principal、interest、penalty、fees
ledger-once-needs-date = 只有一次的收支要寫日期
ledger-once-needs-date-write = 加上 on = 2026-11-30
ledger-empty-agreement = 這份協議既沒有各期也沒有方案
ledger-empty-agreement-write = 加上 [[agreement.due]] 各期，或 offer = "…"
ledger-other-debt = 這個方案是另一筆債務的
ledger-other-debt-write = 它是 { $debt } 的

# 方案條款和輸入的值
ledger-terms-unknown = 沒有「{ $term }」這個條款；例如延期 6 個月寫成 extend 6，豁免一半利息寫成 waive interest=50%，兩樣用 ; 隔開
ledger-terms-unknown-near = 沒有「{ $term }」這個條款，您是想寫 { $near } 嗎？
ledger-terms-part = waive 裏的「{ $part }」不是欠款的一部分，可寫 { $known }
ledger-terms-part-near = waive 裏的「{ $part }」不是欠款的一部分，您是想寫 { $near } 嗎？可寫 { $known }
ledger-terms-needs = { $term } 沒寫完整，應寫成：{ $needs }
ledger-terms-twice = { $term } 寫了兩次
ledger-terms-clash = { $one } 和 { $other } 不能同時用
ledger-terms-value = { $term } 裏的「{ $text }」：{ $why }
ledger-terms-empty = 沒有寫任何條款

# 存取
ledger-store-would-break = 沒有改動：改了之後賬本就不合格式了
ledger-store-no-record = 沒有這一項 { $table }：{ $which }
ledger-store-id-taken = { $table } 裏已經有編號 { $id }
ledger-store-no-key = 賬本的這個位置沒有 { $key } 這個鍵
ledger-store-inline = { $key } 寫在一行裏，指令無法加入；請直接編輯檔案
ledger-store-not-found = { $path } 沒有賬本
ledger-store-not-found-hint = 用 forbear init 新建，或用 --ledger 指定另一個
ledger-store-not-found-kept = 以前有過：forbear undo 可以找回來
ledger-store-file-not-found = 沒有檔案 { $path }
ledger-store-exists = { $path } 已經有賬本，沒有動它
ledger-store-folder = { $path } 是資料夾，不是檔案
ledger-store-special = { $path } 是管道或裝置，不是檔案
ledger-store-dangling = { $path } 是連結，但目標檔案不在
ledger-store-loop = { $path } 是繞成一圈的連結
ledger-store-too-large = { $path } 超過 4 MiB，不像賬本
ledger-store-busy = 另一個 forbear 一分鐘來一直在改 { $path }；沒有改動
ledger-store-busy-hint = 等它結束後再試
ledger-store-cut = { $path }：檔案到第 { $line } 行就結束了，比上次儲存時短（{ $now } / { $saved } 位元組）；沒有改動
ledger-store-cut-undo = forbear undo 可以找回完整的賬本
ledger-store-cut-keep = 如果是您自己刪短的：forbear check --accept
ledger-store-changed = { $path } 這時被別的程式改了；本指令沒有改動
ledger-store-changed-hint = 請再試一次
ledger-store-not-confirmed = { $path } 已儲存，但磁碟沒有確認：{ $why }
ledger-store-not-confirmed-hint = 改動已在檔案裏；請先檢查磁碟，再放心使用
ledger-store-nothing-to-undo = { $path } 沒有更早的狀態可以退回
ledger-store-no-state = { $path } 的歷史裏沒有第 { $number } 個狀態
ledger-store-no-state-hint = forbear history 列出各個狀態
ledger-step-read = 讀不了 { $path }：{ $why }
ledger-step-folder = 建不了資料夾 { $path }：{ $why }
ledger-step-lock = 鎖不了 { $path }：{ $why }；沒有改動
ledger-step-history = 歷史 { $path } 存不了：{ $why }；沒有改動
ledger-step-write = 寫不了 { $path }：{ $why }；原檔案沒有變
ledger-step-replace = 替換不了 { $path }：{ $why }；原檔案沒有變
ledger-io-denied = 沒有權限
ledger-io-full = 磁碟滿了
ledger-io-read-only = 磁碟是唯讀的
ledger-io-not-found = 它不在那裏
ledger-io-damaged = 寫下的內容讀不回來
ledger-io-not-utf8 = 不是 UTF-8 文字；請另存為 UTF-8 編碼（試算表軟件選「CSV UTF-8」）
ledger-io-other = 系統說 "{ $text }"

# 可疑但不算錯
ledger-warn-nothing-known = 債務 { $debt } 還什麼都不知道：請加上對方所說的金額、合約或 oldest-unpaid
ledger-warn-paid-before-payout = 債務 { $debt }：{ $on } 的還款早於放款日
ledger-warn-paid-twice = 債務 { $debt }：{ $on } 有兩筆 { $amount } 的還款，是這樣嗎？
ledger-warn-overdue-more = 債務 { $debt }：{ $on } 說逾期 { $overdue }，比總共欠的 { $total } 還多，請核對一下
ledger-warn-received-more = 債務 { $debt }：到手的比借的還多，是這樣嗎？
ledger-warn-high-share = budget.share 高於 90%：留給意外的錢很少
ledger-warn-not-a-hash = 證據 { $file }：sha256 不是 64 位十六進制數，還證明不了什麼
ledger-warn-future = { $field } 在將來（{ $on }），年份對嗎？
ledger-warn-cut = 賬本比上次儲存時短（{ $now } / { $saved } 位元組）：forbear undo 可以找回來，forbear check --accept 就按現在的算
ledger-warn-conflict = 旁邊有賬本的另一個副本：{ $name }；請看哪個是對的
ledger-warn-editor = 賬本好像在編輯器裏開着（{ $name }）：請先儲存並關閉
ledger-warn-readable = 這部電腦上的其他人能讀賬本（權限 { $mode }）
