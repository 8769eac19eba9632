# 指令列和其他各處的錯誤
error-line = 錯誤：{ $message }
error-hint = 提示：{ $hint }
error-did-you-mean = 您是想寫 `{ $near }` 嗎？
error-there-is = 現有：{ $known }
error-nothing-yet = 現時還沒有

# 輸入的內容
error-usage-needs-value = { $flag } 後面要寫一個值
error-usage-not-a-value = { $flag } 不能寫 `{ $value }`
error-usage-unknown-argument = 這裏沒有 `{ $argument }` 這個參數
error-usage-unknown-command = 沒有 `{ $command }` 這個指令
error-usage-no-equals = { $flag } 的值前面要寫 `=`
error-usage-bad-value = { $flag } 的 `{ $value }`：{ $reason }
error-usage-too-many-values = { $flag } 不能再寫其他值，`{ $value }` 多了
error-usage-too-few-values = { $flag } 的值不足
error-usage-twice = { $flag } 寫了兩次
error-usage-conflict = { $flag } 和 { $other } 不能一起用
error-explain-elsewhere = `--explain` 列出數字如何得出，只適用於 { $commands }
error-usage-missing = 還缺：{ $flags }
error-usage-missing-command = 還缺一個指令
error-usage-not-utf8 = 有一個參數不是 UTF-8 文字
error-usage-cannot-be-read = 這行指令讀不懂
error-usage-possible = 可選：{ $values }
error-usage-line = 寫法：{ $usage }
error-usage-help = 更多說明：{ $help }
error-bad-today = FORBEAR_TODAY：`{ $value }` 不是日期，請寫成 2026-11-16

# 值
error-value-date = 不是日期，請寫成 2026-11-16
error-value-money = 不是金額，請用數字寫，例如 1200.50、12000 或 1.2萬
error-value-money-unclear = 看不清是多少，請全部用數字寫，例如 12000
error-value-money-grouping = 逗號只能隔開三位一組的數字，例如 1,200.50
error-value-currency = 「{ $value }」不是這個賬本的貨幣（{ $ledger }），另一種貨幣請另開一個賬本：forbear init --ledger 檔案
error-value-day-none = 沒有這一天（要在 1900 至 2199 年之間）
error-value-day-short-year = 年份請寫四位數字，例如 2026-11-16
error-value-day-two = 可以是 { $one }，也可以是 { $other }，請照其中一個寫
error-value-day-unclear = 分不清哪個是月、哪個是日，請寫成 2026-11-16
error-value-day-year = 沒有寫年份，請寫 { $one } 或 { $other }
error-value-day-relative = 這裏請寫日期本身（今日是 { $today }）
error-value-time = 不是時間，請寫成 2026-11-16T21:40，或只寫當日的 21:40
error-value-amount-at = 金額和日期請寫成 500@2026-11-20
error-value-parts = 各部分請寫成 principal=8120.35,interest=402.10,penalty=655,fees=0
error-value-positive = 金額要大於 0，例如 500
error-value-percent-month = 請帶百分號：0.6%（即 6‰、月息6厘）
error-value-portion = 請寫 all（全部）、50% 或 1200.50
error-value-negative = 金額不能小於 0
error-value-range = 請寫 { $least } 至 { $most } 之間的整數
error-value-text = 文字是空的，或者含有控制字元

# 紀錄
error-unknown-debt = 沒有欠款 `{ $id }`
error-unknown-lender = 沒有貸款人 `{ $id }`
error-unknown-income = 沒有收入 `{ $id }`
error-unknown-expense = 沒有開支 `{ $id }`
error-unknown-offer = 沒有方案 `{ $id }`
error-unknown-agreement = 沒有協議 `{ $id }`
error-unknown-contact = 沒有第 { $id } 條溝通紀錄
error-unknown-promise = 第 { $id } 條紀錄之中沒有承諾
error-unknown-rule = 沒有規則 `{ $id }`
error-unknown-topic = 沒有主題或指令 `{ $id }`
error-unknown-sample = 沒有示例 `{ $id }`
error-taken-debt = 已經有欠款 `{ $id }`
error-taken-lender = 已經有貸款人 `{ $id }`
error-taken-income = 已經有收入 `{ $id }`
error-taken-expense = 已經有開支 `{ $id }`
error-taken-offer = 已經有方案 `{ $id }`

# 提問
error-needs-input = 還缺 { $flag }，這裏又沒有人可以問
error-needs-input-hint = 請寫上 { $flag }，或者在終端機內執行，不加 --no-input
error-stopped = 已停下，這一步什麼都沒有改
error-needs-yes-hint = 仍要繼續，請加 --yes

# 系統
error-no-home = 系統沒有給出使用者資料夾，請用 --ledger 檔案 指明賬本在哪裏
error-write = 結果寫不出去：{ $reason }
error-letter = 範本不能用：{ $reason }
error-letter-hint = 把您自己的範本移走，便會再用內置的文本

# 計算
error-engine-too-large = 數字太大，無法精確計算
error-engine-schedule = 這些行排不成一個還到零的計劃
error-engine-no-contract = 這裏需要合約內容：本金、期數、首期日期
error-engine-no-contract-hint = forbear debt set { $debt } --principal … --count … --first-due …
error-engine-nothing-known = 還不知道欠多少
error-engine-nothing-known-hint = forbear claim { $debt } --total 金額
error-engine-no-claim = 賬本內尚未有對方所說的欠款
error-engine-no-claim-hint = forbear claim { $debt } --principal … --interest … --penalty … --fees …；只知道一個總數便寫 --total 金額
error-engine-claim-before-payout = 對方所說的欠款是{ $on }的，當時尚未放款（{ $payout }），沒有可以比較的
error-engine-claim-before-payout-hint = 請在賬本內更正日期（forbear help ledger），或以 forbear undo 撤回後重記：forbear claim { $debt } --on 日期 …
error-quote-card = 信用卡沒有分期合約可供計算
error-quote-card-hint = 可以計算一個方案：forbear quote { $debt } --offer "instalments 12"
error-audit-ask-hint = 亦可請對方列出賬目：forbear letter { $debt } statement-request
error-audit-card-hint = 信用卡沒有可以重算的分期，要看每月月結單
error-engine-payment-too-small = 每期 { $payment } 不足以付第一期的利息 { $interest }
error-engine-payment-too-small-most = ；最多 { $count } 期時可行
error-engine-waives-too-much = { $part }不能豁免 { $asked }：只欠 { $there }
error-engine-pays-too-much = { $asked } 比所欠的 { $there } 還多
error-engine-date-in-past = { $date } 早於 { $as-of }
error-engine-no-payments = 條款沒有說餘下的怎樣還：請加上 instalments、extend 或 settle
error-engine-extend-needs-end = extend 需要合約的最後一期日期，或用 --remaining 寫剩餘期數
error-engine-too-many-rows = 一個計劃最多 1200 期
error-engine-first-due-after-end = 首期日期 { $first } 遲於展期後的最後日期 { $last }
error-engine-defers-past-end = 延後 { $defer } 個月之後，在展期後的最後日期 { $last } 之前已沒有可還的日子
error-engine-in-offer = 在 `{ $terms }` 之中：{ $reason }
error-terms-hint = forbear help offers
error-own-numbers = { $file } 之中您自己的數值不能用：{ $reason }
error-own-numbers-syntax = 寫法讀不懂，或者有 [param.編號] 和 values 以外的內容
error-own-numbers-unknown = 規則之中沒有叫 `{ $id }` 的數值
error-own-numbers-value = `{ $id }` 的 `{ $value }` 不合它的單位（{ $unit }）
error-own-numbers-overlap = `{ $id }` 在 { $date } 有兩個數值
error-own-numbers-twice = 其中一個數值已經在另一個檔案之中設定
error-own-numbers-hint = 寫法見 forbear help numbers，編號見 forbear rules show 規則
error-own-numbers-away = 將這個檔案移走，就只用內置的數值
error-engine-no-contract-card = 信用卡沒有分期表，按月結單記錄。欠多少看 forbear status { $debt }，新月結單用 forbear claim { $debt } 記下。

# 附日期的金額
error-flow-no-date = 金額要附日期，如 1120@2026-12-20
error-flow-not-a-date = 「{ $text }」不是日期；寫成 1120@2026-12-20，在 1900 至 2199 年之間
error-flow-not-a-count = 「{ $text }」不是 1 至 1200 之間的期數，如 1120x12@2026-12-20
error-flow-not-a-step = 「{ $text }」不是間隔；寫 /monthly（每月）、/weekly（每星期）、/fortnightly（每兩星期）、/quarterly（每季）或 /30-days
error-flow-money = 「{ $text }」：{ $reason }
error-flow-not-positive = 「{ $text }」要大於 0；收到的寫在 --receive，還出去的寫在 --repay，都不帶正負號
error-flow-past-calendar = 還款會排到 2199 年以後
error-flow-takes-too-much = 從 { $principal } 中扣不了 { $taken }
error-answers = { $file } 第 { $line } 行：{ $reason }
error-answers-unsure = 對不上這裏的任何一句：{ $text }
error-answers-no-such = 這裏沒有第 { $text } 句
error-answers-short = 回答到這裏用完了，通話還沒有結束
error-answers-over = 通話已經結束，後面還有回答
error-answers-choices = 這裏可以寫：{ $choices }
error-answers-stop = 想在這裏結束，寫 q。
error-no-such-file = 找不到檔案 { $file }
error-no-such-file-hint = 看看路徑及檔案名稱。
error-unknown-clock = 沒有編號為「{ $id }」、尚未辦妥的期限。看編號：forbear due
