# 账本里有什么不对：ledger-<错误> 说明问题，ledger-<错误>-write 说明该怎么写
ledger-error = 错误
ledger-hint = 提示
ledger-more = ……另外还有 { $count } 处错误

# 不是 TOML
ledger-duplicate-key = 同一个键或表写了两次
ledger-duplicate-key-write = 两处只留一处
ledger-full-width = 这里用了中文输入法的符号 { $found }
ledger-full-width-write = 这里改成半角的 { $write }
ledger-unquoted = 文字要放在半角引号里
ledger-unquoted-write = 写成 "{ $found }"
ledger-unclosed = 这段文字没有收尾的引号
ledger-unclosed-write = 看看这一行的引号是否成对
ledger-no-value = 键后面要有 = 和值
ledger-no-value-write = 写成 键 = "值"
ledger-impossible-date = 没有这个日期或时间，或者写得不全
ledger-impossible-date-write = 写成 2026-11-30
ledger-control = 这一行有看不见的控制字符
ledger-control-write = 删掉这一行，重新输入
ledger-bad-key = 这不能作键名
ledger-bad-key-write = 键名见 forbear help ledger，例如 first-due
ledger-too-deep = 这里的括号或点号嵌套太深，不像账本
ledger-too-deep-write = 是不是选错了文件？
ledger-syntax = 这一行不合 TOML 格式
ledger-syntax-write = 看看这一行的引号、括号和等号；例子见 forbear help ledger
ledger-open-bracket = 括号没有收尾
ledger-open-bracket-write = 在这里补上 { $write }
ledger-no-comma = 列表里的逗号不对
ledger-no-comma-write = 用半角逗号隔开，写成 ["a", "b"]；文字放在引号里
ledger-bad-number = 这个数字的写法读不懂
ledger-bad-number-write = 金额写成 "12000.50"，整数写成 12，前面不加 0
ledger-nearly-bool = 这里读不懂
ledger-nearly-bool-write = 写成 true 或 false；如果是文字，放在引号里
ledger-bad-escape = 引号里的反斜杠后面不能这样写
ledger-bad-escape-write = 反斜杠写成 \\，或把外面的引号改成单引号
ledger-trailing = 值后面还有别的内容
ledger-trailing-write = 一行只写一个键和一个值；备注前面加 #
ledger-no-key = 缺少键名
ledger-no-key-write = 键名见 forbear help ledger
ledger-two-equals = 多了一个 =
ledger-two-equals-write = 只留一个 =
ledger-not-utf8 = 从这里起不是 UTF-8 文字
ledger-not-utf8-write = 请另存为 UTF-8 编码
ledger-too-large = 账本超过 4 MiB
ledger-too-large-write = 是不是选错了文件？
ledger-empty = 账本是空的
ledger-empty-write = 第一行应是 version = 1
ledger-newer-version = 版本 { $found } 比本程序新
ledger-newer-version-write = 本程序能读版本 1

# 键和表
ledger-unknown-key = 没有 { $found } 这个键
ledger-unknown-key-nearest = 是不是想写 { $nearest }？
ledger-unknown-key-belongs = 它应写在 { $belongs } 里
ledger-unknown-key-none = 请删掉；键名见 forbear help ledger
ledger-second-currency = { $field } 用了另一种货币
ledger-second-currency-write = 这个账本用 { $ledger }；另一种货币请另建账本
ledger-missing = 缺少 { $key }
ledger-missing-in = { $field } 缺少 { $key }
ledger-missing-write = 在这里加一行 { $key } = …
ledger-not-a-list = { $field } 不是列表
ledger-not-a-list-write = 写在方括号里：["…"]
ledger-not-a-table = { $field } 不是表
ledger-not-a-table-write = 把它的键写在 { $header } 下面
ledger-not-tables = { $field } 可以有多项
ledger-not-tables-write = 每一项写在自己的 { $header } 下面

# 值
ledger-float-money = { $field } 是没有引号的小数
ledger-float-money-write = TOML 会把它舍入；写成 "{ $write }"
ledger-not-money = { $field } 不是金额
ledger-money-not-a-number = 写成 "1200.50"
ledger-money-too-fine = 最多两位小数
ledger-money-grouping = 逗号只能隔开三位一组的数字："1,200.50"
ledger-money-too-large = 最多 10000000000000
ledger-money-unclear = 看不清是多少，写成 "12000"
ledger-money-negative = { $field } 小于零
ledger-money-negative-write = 写 0 或更大的数
ledger-money-not-positive = { $field } 不大于零
ledger-money-not-positive-write = 写大于 0 的金额
ledger-not-a-date = { $field } 不是日期
ledger-not-a-date-write = 写 1900 到 2199 年间的日期，如 2026-11-30
ledger-not-a-flow = 这一行不是日期加金额
ledger-third-column = 这一行除了日期和金额还有别的
ledger-not-a-flow-write = 每行写成 2026-12-20,-1120.00；收到的不带符号，还出去的带负号
ledger-no-flows = 这个文件里没有金额
ledger-not-a-datetime = { $field } 不是日期加时间
ledger-not-a-datetime-write = 写成 2026-11-05T21:40:00
ledger-not-a-rate = { $field } 不是利率
ledger-rate-not-a-percentage = 写成 "18%/year"
ledger-rate-no-period = 要写明期间："18%/year"、"1.5%/month" 或 "0.05%/day"
ledger-rate-unclear = 按年或按日说的“厘”“分”有两种读法；请写成百分数："8%/year" 或 "0.05%/day"
ledger-rate-too-fine = 百分数最多六位小数
ledger-rate-out-of-range = 从 0% 到 1000%
ledger-not-a-percentage = { $field } 不是百分数
ledger-not-a-percentage-write = 要带百分号："80%"
ledger-percent-too-large = { $field } 太大
ledger-percent-too-large-write = 最多 "{ $most }%"
ledger-out-of-range = { $field } 不是范围内的整数
ledger-out-of-range-write = 写 { $least } 到 { $most }，不加引号
ledger-out-of-range-one = 写 { $least }，不加引号
ledger-not-a-bool = { $field } 不是 true 或 false
ledger-not-a-bool-write = 写 true 或 false，不加引号
ledger-not-text = { $field } 不是文字
ledger-not-text-write = 放在半角引号里
ledger-blank = { $field } 是空白
ledger-blank-write = 写上内容，或删掉这一行
ledger-control-character = { $field } 里有制表符、换行或别的控制字符
ledger-control-character-write = 不带它，重新输入
ledger-too-long = { $field } 太长
ledger-too-long-write = 最多 { $most } 个字
ledger-not-an-id = { $field } 不能作编号
ledger-not-an-id-write = 1 到 64 个文字、数字、-、_ 或 .，以文字或数字开头
ledger-unknown-word = { $field } 不能是“{ $found }”
ledger-unknown-word-nearest = 是不是想写 "{ $nearest }"？
ledger-unknown-word-none = 从下面的词里选一个
ledger-unknown-word-list = 可以写：{ $list }

# 要互相一致的事实
ledger-duplicate-id = 编号 { $id } 已经用过
ledger-duplicate-id-write = 换一个编号
ledger-unknown-reference = 没有编号为 { $found } 的 { $target }
ledger-unknown-reference-nearest = 是不是想写 "{ $nearest }"？
ledger-unknown-reference-none = 用 [[{ $target }]] 加上它，或改正编号
ledger-bad-terms = { $field } 看不懂
ledger-date-order = { $field } 早于 { $other }（{ $date }）
ledger-date-order-write = 写那一天或更晚
ledger-date-order-strict = { $field } 不晚于 { $other }（{ $date }）
ledger-date-order-strict-write = 写更晚的日子
ledger-amount-order = { $field } 小于 { $other }
ledger-amount-order-write = 不能小于 { $other }
ledger-method-needs = 还款方式 { $method } 要有 { $key }
ledger-method-needs-write = 加上 { $key }
ledger-rows-without-custom = [[debt.due]] 各行只用于 method = "custom" 的合同
ledger-rows-without-custom-write = 把还款方式改成 "custom"，或删掉各行
ledger-rows-do-not-add-up = 各行本金合计 { $rows }，合同本金是 { $principal }
ledger-rows-do-not-add-up-write = 改正这里或各行
ledger-empty-claim = 这条对方说的欠款没有任何数字
ledger-empty-claim-write = 写上 total，或 principal、interest、penalty、fees
ledger-claim-total = { $field } 不等于各部分之和
ledger-claim-total-write = 各部分合计 "{ $parts }"
ledger-incomplete-order = { $field } 要把每个部分各写一次
ledger-incomplete-order-write = 排好 principal、interest、penalty、fees
ledger-once-needs-date = 只有一次的收支要写日期
ledger-once-needs-date-write = 加上 on = 2026-11-30
ledger-empty-agreement = 这份协议既没有各期也没有方案
ledger-empty-agreement-write = 加上 [[agreement.due]] 各期，或 offer = "…"
ledger-other-debt = 这个方案是另一笔债务的
ledger-other-debt-write = 它是 { $debt } 的

# 方案条款和输入的值
ledger-terms-unknown = 没有“{ $term }”这个条款；例如延期 6 个月写成 extend 6，减免一半利息写成 waive interest=50%，两样用 ; 隔开
ledger-terms-unknown-near = 没有“{ $term }”这个条款，您是想写 { $near } 吗？
ledger-terms-part = waive 里的“{ $part }”不是欠款的一部分，可写 { $known }
ledger-terms-part-near = waive 里的“{ $part }”不是欠款的一部分，您是想写 { $near } 吗？可写 { $known }
ledger-terms-needs = { $term } 没写完整，应写成：{ $needs }
ledger-terms-twice = { $term } 写了两次
ledger-terms-clash = { $one } 和 { $other } 不能同时用
ledger-terms-value = { $term } 里的“{ $text }”：{ $why }
ledger-terms-empty = 没有写任何条款

# 存取
ledger-store-would-break = 没有改动：改了之后账本就不合格式了
ledger-store-no-record = 没有这一项 { $table }：{ $which }
ledger-store-id-taken = { $table } 里已经有编号 { $id }
ledger-store-no-key = 账本的这个位置没有 { $key } 这个键
ledger-store-inline = { $key } 写在一行里，命令无法添加；请直接编辑文件
ledger-store-not-found = { $path } 没有账本
ledger-store-not-found-hint = 用 forbear init 新建，或用 --ledger 指定另一个
ledger-store-not-found-kept = 以前有过：forbear undo 可以找回来
ledger-store-file-not-found = 没有文件 { $path }
ledger-store-exists = { $path } 已经有账本，没有动它
ledger-store-folder = { $path } 是文件夹，不是文件
ledger-store-special = { $path } 是管道或设备，不是文件
ledger-store-dangling = { $path } 是链接，但目标文件不在
ledger-store-loop = { $path } 是绕成一圈的链接
ledger-store-too-large = { $path } 超过 4 MiB，不像账本
ledger-store-busy = 另一个 forbear 一分钟来一直在改 { $path }；没有改动
ledger-store-busy-hint = 等它结束后再试
ledger-store-cut = { $path }：文件到第 { $line } 行就结束了，比上次保存时短（{ $now } / { $saved } 字节）；没有改动
ledger-store-cut-undo = forbear undo 可以找回完整的账本
ledger-store-cut-keep = 如果是您自己删短的：forbear check --accept
ledger-store-changed = { $path } 这时被别的程序改了；本命令没有改动
ledger-store-changed-hint = 请再试一次
ledger-store-not-confirmed = { $path } 已保存，但磁盘没有确认：{ $why }
ledger-store-not-confirmed-hint = 改动已在文件里；请先检查磁盘，再放心使用
ledger-store-nothing-to-undo = { $path } 没有更早的状态可以退回
ledger-store-no-state = { $path } 的历史里没有第 { $number } 个状态
ledger-store-no-state-hint = forbear history 列出各个状态
ledger-step-read = 读不了 { $path }：{ $why }
ledger-step-folder = 建不了文件夹 { $path }：{ $why }
ledger-step-lock = 锁不了 { $path }：{ $why }；没有改动
ledger-step-history = 历史 { $path } 存不了：{ $why }；没有改动
ledger-step-write = 写不了 { $path }：{ $why }；原文件没有变
ledger-step-replace = 替换不了 { $path }：{ $why }；原文件没有变
ledger-io-denied = 没有权限
ledger-io-full = 磁盘满了
ledger-io-read-only = 磁盘是只读的
ledger-io-not-found = 它不在那里
ledger-io-damaged = 写下的内容读不回来
ledger-io-not-utf8 = 不是 UTF-8 文字；请另存为 UTF-8 编码（表格软件里选“CSV UTF-8”）
ledger-io-other = 系统说 "{ $text }"

# 可疑但不算错
ledger-warn-nothing-known = 债务 { $debt } 还什么都不知道：请加上对方说的金额、合同或 oldest-unpaid
ledger-warn-paid-before-payout = 债务 { $debt }：{ $on } 的还款早于放款日
ledger-warn-paid-twice = 债务 { $debt }：{ $on } 有两笔 { $amount } 的还款，是这样吗？
ledger-warn-overdue-more = 债务 { $debt }：{ $on } 说逾期 { $overdue }，比一共欠的 { $total } 还多，请对一下
ledger-warn-received-more = 债务 { $debt }：到手的比借的还多，是这样吗？
ledger-warn-high-share = budget.share 高于 90%：留给意外的钱很少
ledger-warn-not-a-hash = 证据 { $file }：sha256 不是 64 位十六进制数，还证明不了什么
ledger-warn-future = { $field } 在将来（{ $on }），年份对吗？
ledger-warn-cut = 账本比上次保存时短（{ $now } / { $saved } 字节）：forbear undo 可以找回来，forbear check --accept 就按现在的算
ledger-warn-conflict = 旁边有账本的另一个副本：{ $name }；请看哪个是对的
ledger-warn-editor = 账本好像在编辑器里开着（{ $name }）：请先保存并关闭
ledger-warn-readable = 这台电脑上的其他人能读账本（权限 { $mode }）
