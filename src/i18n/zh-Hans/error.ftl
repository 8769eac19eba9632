# 命令行和其他各处的错误
error-line = 错误：{ $message }
error-hint = 提示：{ $hint }
error-did-you-mean = 您是想写 `{ $near }` 吗？
error-there-is = 现有：{ $known }
error-nothing-yet = 现在还没有

# 输入的内容
error-usage-needs-value = { $flag } 后面要写一个值
error-usage-not-a-value = { $flag } 不能写 `{ $value }`
error-usage-unknown-argument = 这里没有 `{ $argument }` 这个参数
error-usage-unknown-command = 没有 `{ $command }` 这个命令
error-usage-no-equals = { $flag } 的值前面要写 `=`
error-usage-bad-value = { $flag } 的 `{ $value }`：{ $reason }
error-usage-too-many-values = { $flag } 不能再写别的值，`{ $value }` 多了
error-usage-too-few-values = { $flag } 的值不够
error-usage-twice = { $flag } 写了两次
error-usage-conflict = { $flag } 和 { $other } 不能一起用
error-explain-elsewhere = `--explain` 列出数字怎么来的，只用于 { $commands }
error-usage-missing = 还缺：{ $flags }
error-usage-missing-command = 还缺一个命令
error-usage-not-utf8 = 有一个参数不是 UTF-8 文字
error-usage-cannot-be-read = 这行命令读不懂
error-usage-possible = 可选：{ $values }
error-usage-line = 写法：{ $usage }
error-usage-help = 更多说明：{ $help }
error-bad-today = FORBEAR_TODAY：`{ $value }` 不是日期，请写成 2026-11-16

# 值
error-value-date = 不是日期，请写成 2026-11-16
error-value-money = 不是金额，请用数字写，例如 1200.50、12000 或 1.2万
error-value-money-unclear = 看不清是多少，请全部用数字写，例如 12000
error-value-money-grouping = 逗号只能隔开三位一组的数字，例如 1,200.50
error-value-currency = “{ $value }”不是这本账的货币（{ $ledger }），另一种货币请另记一本：forbear init --ledger 文件
error-value-day-none = 没有这一天（要在 1900 到 2199 年之间）
error-value-day-short-year = 年份请写四位数字，例如 2026-11-16
error-value-day-two = 可能是 { $one }，也可能是 { $other }，请照其中一个写
error-value-day-unclear = 分不清哪个是月、哪个是日，请写成 2026-11-16
error-value-day-year = 没写年份，请写 { $one } 或 { $other }
error-value-day-relative = 这里请写日期本身（今天是 { $today }）
error-value-time = 不是时间，请写成 2026-11-16T21:40，或只写当天的 21:40
error-value-amount-at = 金额和日期请写成 500@2026-11-20
error-value-parts = 各部分请写成 principal=8120.35,interest=402.10,penalty=655,fees=0
error-value-positive = 金额要大于 0，例如 500
error-value-percent-month = 请带百分号：0.6%（即 6‰、月息6厘）
error-value-portion = 请写 all（全部）、50% 或 1200.50
error-value-negative = 金额不能小于 0
error-value-range = 请写 { $least } 到 { $most } 之间的整数
error-value-text = 文字是空的，或者含有控制字符

# 记录
error-unknown-debt = 没有欠款 `{ $id }`
error-unknown-lender = 没有贷款人 `{ $id }`
error-unknown-income = 没有收入 `{ $id }`
error-unknown-expense = 没有支出 `{ $id }`
error-unknown-offer = 没有方案 `{ $id }`
error-unknown-agreement = 没有协议 `{ $id }`
error-unknown-contact = 没有第 { $id } 条沟通记录
error-unknown-promise = 第 { $id } 条记录里没有承诺
error-unknown-rule = 没有规则 `{ $id }`
error-unknown-topic = 没有主题或命令 `{ $id }`
error-unknown-sample = 没有示例 `{ $id }`
error-taken-debt = 已经有欠款 `{ $id }`
error-taken-lender = 已经有贷款人 `{ $id }`
error-taken-income = 已经有收入 `{ $id }`
error-taken-expense = 已经有支出 `{ $id }`
error-taken-offer = 已经有方案 `{ $id }`

# 提问
error-needs-input = 还缺 { $flag }，这里又没有人可以问
error-needs-input-hint = 请写上 { $flag }，或者在终端里运行，不加 --no-input
error-stopped = 已停下，这一步什么都没有改
error-needs-yes-hint = 仍要继续，请加 --yes

# 系统
error-no-home = 系统没有给出用户文件夹，请用 --ledger 文件 指明账本在哪里
error-write = 结果写不出去：{ $reason }
error-letter = 模板不能用：{ $reason }
error-letter-hint = 把您自己的模板移走，就会重新使用内置的文本

# 计算
error-engine-too-large = 数字太大，无法精确计算
error-engine-schedule = 这些行排不成一个还到零的计划
error-engine-no-contract = 这里需要合同内容：本金、期数、首期日期
error-engine-no-contract-hint = forbear debt set { $debt } --principal … --count … --first-due …
error-engine-nothing-known = 还不知道欠多少
error-engine-nothing-known-hint = forbear claim { $debt } --total 金额
error-engine-no-claim = 账本里还没有对方说的欠款
error-engine-no-claim-hint = forbear claim { $debt } --principal … --interest … --penalty … --fees …；只知道一个总数就写 --total 金额
error-engine-claim-before-payout = 对方说的欠款是{ $on }的，那时还没放款（{ $payout }），没有可以比的
error-engine-claim-before-payout-hint = 请在账本里改正日期（forbear help ledger），或用 forbear undo 撤回后重记：forbear claim { $debt } --on 日期 …
error-quote-card = 信用卡没有分期合同可以测算
error-quote-card-hint = 可以测算一个方案：forbear quote { $debt } --offer "instalments 12"
error-audit-ask-hint = 也可以请对方把账列出来：forbear letter { $debt } statement-request
error-audit-card-hint = 信用卡没有可以重算的分期，要看每月账单
error-engine-payment-too-small = 每期 { $payment } 不够付第一期的利息 { $interest }
error-engine-payment-too-small-most = ；最多 { $count } 期时可行
error-engine-waives-too-much = { $part }不能减免 { $asked }：只欠 { $there }
error-engine-pays-too-much = { $asked } 比欠的 { $there } 还多
error-engine-date-in-past = { $date } 早于 { $as-of }
error-engine-no-payments = 条款没有说剩下的怎么还：请加上 instalments、extend 或 settle
error-engine-extend-needs-end = extend 需要合同的最后一期日期，或用 --remaining 写剩余期数
error-engine-too-many-rows = 一个计划最多 1200 期
error-engine-first-due-after-end = 首期日期 { $first } 晚于展期后的最后日期 { $last }
error-engine-defers-past-end = 延后 { $defer } 个月之后，在展期后的最后日期 { $last } 之前已没有可还的日子
error-engine-in-offer = 在 `{ $terms }` 里：{ $reason }
error-terms-hint = forbear help offers
error-own-numbers = { $file } 里您自己的数值不能用：{ $reason }
error-own-numbers-syntax = 写法读不懂，或者有 [param.编号] 和 values 以外的内容
error-own-numbers-unknown = 规则里没有叫 `{ $id }` 的数值
error-own-numbers-value = `{ $id }` 的 `{ $value }` 不合它的单位（{ $unit }）
error-own-numbers-overlap = `{ $id }` 在 { $date } 有两个数值
error-own-numbers-twice = 其中一个数值已经在另一个文件里设定
error-own-numbers-hint = 写法见 forbear help numbers，编号见 forbear rules show 规则
error-own-numbers-away = 把这个文件移走，就只用内置的数值
error-engine-no-contract-card = 信用卡没有分期表，按账单记。欠多少看 forbear status { $debt }，新账单用 forbear claim { $debt } 记下。

# 带日期的金额
error-flow-no-date = 金额要带日期，如 1120@2026-12-20
error-flow-not-a-date = “{ $text }”不是日期；写成 1120@2026-12-20，在 1900 到 2199 年之间
error-flow-not-a-count = “{ $text }”不是 1 到 1200 之间的期数，如 1120x12@2026-12-20
error-flow-not-a-step = “{ $text }”不是间隔；写 /monthly（每月）、/weekly（每周）、/fortnightly（每两周）、/quarterly（每季）或 /30-days
error-flow-money = “{ $text }”：{ $reason }
error-flow-not-positive = “{ $text }”要大于 0；收到的写在 --receive，还出去的写在 --repay，都不带正负号
error-flow-past-calendar = 还款会排到 2199 年以后
error-flow-takes-too-much = 从 { $principal } 里扣不了 { $taken }
error-answers = { $file } 第 { $line } 行：{ $reason }
error-answers-unsure = 对不上这里的任何一句：{ $text }
error-answers-no-such = 这里没有第 { $text } 句
error-answers-short = 回答到这里用完了，通话还没有结束
error-answers-over = 通话已经结束，后面还有回答
error-answers-choices = 这里可以写：{ $choices }
error-answers-stop = 想在这里结束，写 q。
error-no-such-file = 找不到文件 { $file }
error-no-such-file-hint = 看一下路径和文件名。
error-unknown-clock = 没有编号为“{ $id }”、还没办完的期限。看编号：forbear due
