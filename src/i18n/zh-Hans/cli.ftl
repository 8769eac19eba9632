# 命令说的话
cli-bug = forbear 自己出了错，已经停下。账本没有因此改动。请把您输入的命令告诉我们，不要带个人信息。
cli-bad-clock = 读不到这台电脑的时区。请用 --as-of 日期 写明今天是哪天。
cli-warning = 注意：{ $text }
cli-waiting = 另一个命令正在使用账本，请稍等。
cli-written = 已写入 { $file }。
cli-undo = 撤销：{ $command }
cli-output-there = { $file } 已经存在，会被新内容替换。
cli-next = 下一步：{ $command }
cli-nothing-changed = 没有变化。
cli-mark-given = 按您写的
cli-go-on = 仍要继续吗？
cli-unknown-date = 未知日期
cli-no-debt = 没有指明的欠款
cli-terms-twice = 条款要么写在 --terms 里，要么用各个参数写，不要两样都用。
cli-help-topics = 主题：{ $topics }（forbear help 主题）

# 改了什么
cli-added-lender = 已记入贷款人 { $id }。
cli-added-debt = 已记入欠款 { $id }。
cli-added-income = 已记入收入 { $id }。
cli-added-expense = 已记入支出 { $id }。
cli-set = 已修改 { $id }。
cli-removed = 已删除 { $id }。
cli-nothing-to-set = 没有写要改什么。
cli-paid = 已记入 { $debt } 的还款：{ $date }，{ $amount }。
cli-paid-within-claim = { $date }的账单按已经扣掉这笔还款来算，所以欠款不再减少。如果账单是还款之前看的，请还款后再看一次，用 forbear claim { $debt } 记下新的数。
cli-claimed = 已记入：{ $date }，对方称 { $debt } 欠 { $amount }。
cli-logged = 已记下：{ $channel }，{ $at }。
cli-withdrawn = 第 { $number } 条记录里的承诺已标为收回。
cli-offered = 已记入方案 { $id }（{ $from }提出）：{ $terms }。
cli-offer-became = 方案 { $id }：{ $status }。
cli-planned = 已为 { $debt } 定下、还没向对方提：{ $terms }。编号 { $id }；提出之后记一笔：forbear offer make { $id }
cli-offer-not-planned = 方案 { $id } 不是“已定下、还没提”的：{ $status }。
cli-offer-not-planned-hint = 这样的方案由计划写入：forbear plan --accept
cli-agreed-short = { $month }按协议要付的数，比那个月能付的多 { $over }。请在到期之前先和对方谈。
cli-agreed = 已记入协议 { $id }，共 { $count } 期。
cli-made = 账本在 { $file }。只有您在这台电脑上的账户能读。

# 提问
cli-ask-blank = 请写一点内容。
cli-ask-read-as = （记作 { $date }）
cli-ask-refused = 请再写一次：{ $reason }
cli-yes = 是
cli-no = 否
cli-ask-optional = （没有就按回车）
cli-ask-debt = 哪一笔欠款？
cli-ask-pay-amount = 还了多少？
cli-ask-claim-total = 对方说一共欠多少？
cli-ask-log-channel = 用什么方式联系的？
cli-ask-log-summary = 说了什么？一句话
cli-ask-called-debt = 是关于哪一笔欠款？
cli-ask-called-no-debt = 都不是，或者不清楚
cli-ask-called-with = 谁打来的？姓名或工号
cli-ask-called-company = 代表哪家公司？
cli-ask-called-summary = 对方要您做什么？
cli-ask-called-conduct = 发生了上面哪些？写数字，几样用空格隔开，没有按回车
cli-ask-called-promise = 您答应了金额吗？多少
cli-ask-called-promise-on = 答应哪一天？
cli-ask-offer-from = 谁提出的方案？
cli-ask-offer-terms = 条款，例如：freeze; instalments 24
cli-ask-agree-offer = 签的是哪个方案？
cli-ask-agree-signed = 哪天签的或确认的？
cli-ask-agree-form = 什么形式？
cli-ask-letter-kind = 写哪一种信？
cli-ask-init-name = 您的姓名，和合同上一样
cli-ask-init-currency = 这个账本用哪种货币
cli-ask-lender-id = 给贷款人起个短编号（字母、数字、-）
cli-ask-lender-name = 全称，和合同上的贷款人一样
cli-ask-lender-kind = 合同上的贷款人是哪一类机构？
cli-ask-lender-region = 合同适用哪里的法律？
cli-ask-debt-lender = 哪个贷款人？
cli-ask-debt-product = 哪一类借款？
cli-ask-debt-total = App 上显示一共欠多少？
cli-ask-numbers-how = 请写前面的数字（1 到 { $most }），几样用空格隔开；没有就直接按回车
cli-ask-once-on = 哪一天？（例如 12月20日）
cli-ask-income-name = 什么收入？
cli-ask-income-amount = 每次多少？
cli-ask-income-every = 多久一次？
cli-ask-expense-name = 花在什么上？
cli-ask-expense-amount = 每次多少？
cli-ask-expense-every = 多久一次？
cli-ask-expense-category = 哪一类？
cli-ask-expense-essential = 生活和工作必需吗？

# 写下或说出之前
cli-guard-overdue-more = 逾期的 { $overdue }比一共欠的 { $total }还多。请看看是不是写反了，或者少算了一部分。
cli-guard-future-moment = { $at } 还没到：还没发生的联系不记。
cli-guard-future-moment-hint = 请看看日期和时间；以后要做的事用 `--follow-up 日期`
cli-guard-future = { $date } 晚于 { $as-of }：还没发生的事不记。
cli-guard-future-hint = 承诺或计划请用 `forbear log add --promise` 或 `forbear offer add`
cli-guard-old-debt-pay = { $debt } 已经很久没有已知的还款、催收或联系；就这个账本所知，诉讼时效不会早于 { $date } 届满。现在还款可能使时效重新计算。建议先咨询。
cli-guard-old-debt-offer = { $debt } 已经很久没有已知的还款、催收或联系；就这个账本所知，诉讼时效不会早于 { $date } 届满。现在提方案或签协议可能使时效重新计算。建议先咨询。
cli-guard-too-much = { $amount }比账本上 { $debt } 欠的 { $owed }多。请看看金额和编号有没有写错，或先用 forbear claim { $debt } 记下最新的账单。
cli-guard-promise = { $month }付 { $amount }，比那个月能拿出的 { $limit }多 { $over }。
cli-guard-promise-hint = 请不要答应超过这个数；如果已经说出口，加 --yes 照实记下，当天用 forbear called 里的话收回
cli-guard-offer = 这个方案在{ $month }要的钱，比那个月能拿出的多 { $over }。
cli-guard-offer-expired = 对方要求在{ $date }前答复，这天已经过了。先请对方书面确认这个方案还有效，再接受。
cli-guard-offer-hint = forbear capacity 列出每个月；期数更长、首期更晚或金额更低的方案也许可行
cli-guard-reserved-agreement = { $date }的 { $amount }要付给协议 { $by }
cli-guard-reserved-offer = { $date }的 { $amount }已在方案 { $by } 里提出
cli-guard-reserved-promise = { $date }的 { $amount }已在 { $by } 答应
cli-guard-told = 各家会互相核对，前后说法不一会失去信任。这次和以前说的不同：
cli-guard-told-reason = · { $date }谈 { $debt } 时说的是另一个原因
cli-guard-told-income = · 收入 { $now }；{ $date }谈 { $debt } 时说的是 { $before }
cli-guard-told-monthly = · 每月 { $now }；{ $date }谈 { $debt } 时说的是 { $before }

# called
cli-called-title = 接完电话之后
cli-called-verify = 先核实是谁：拨打贷款人自己的 App 或合同上的电话。知道您的资料，不等于证明了身份。
cli-called-withdraw = 答应的可以当天收回：把下面这段话从贷款人自己的渠道发出去，再记一笔。
cli-called-withdraw-alone = 答应的可以当天收回。从贷款人自己的渠道发这段话，再记一笔：“今天电话里关于还款的说法，我收回。核对清楚我能做到多少之后，会书面答复。”
cli-called-conduct-noted = 对方的做法已连同时间记下。把来电记在某一笔债下面（forbear called 欠款编号），就能看到涉及哪些规定。
cli-called-next-debt = 接下来，把这通电话说的债记下来，或者看看已有的：
cli-called-no-ledger = 没有记下任何内容：这里还没有账本。要开始一个：
cli-called-no-codes = 只往贷款人自己的账户还款。不给验证码，不共享屏幕，不同时给身份证和银行卡。
cli-called-in-writing = 电话里不必做任何决定。随时可以说“我书面答复您”。
cli-called-evidence = 录音和截图留在这台设备上：forbear log add … --evidence 文件
cli-called-rules = 关于这通电话，规则手册里有：
cli-called-answer-by = 已记下：{ $date }前书面答复对方。到期前 forbear due 会提醒。
cli-called-next = 下次通话用：

# 保管
cli-check-good = 账本没有问题：{ $debts } 笔欠款，{ $lenders } 个贷款人，{ $contacts } 条沟通记录。
cli-undone = 已撤销：{ $what }。
cli-purge-sure = 这个账本以前的状态都会删除，之后撤销不能回到今天以前。
cli-purged = 已删除 { $count } 个以前的状态。
cli-history-by-hand = 手工修改
cli-history-restored = 回到第{ $number }号之后的样子

# 首页
cli-home-begin-debt = 账本有了。接着记下欠谁的、欠多少：

# 演示
cli-demo-intro = 下面是编的故事，在一份副本上运行，结束后删除。今天是 2026-11-16：{ $name }夏天病了一场，收入少了，有三期没还上。
cli-demo-status = 1. 现在的情况
cli-demo-capacity = 2. 每个月真正能还多少
cli-demo-simulate = 3. 谁都还没答应之前，先看一个方案要花多少
cli-demo-script = 4. 打电话用的十秒卡
cli-demo-log = 5. 挂电话十分钟之内：记下来
cli-demo-summary = 已登记还款困难申请，等对方书面答复
cli-demo-end = 演示结束，这台电脑上没有留下任何东西。建立自己的账本：forbear init

# 新账本的开头
cli-init-header = 您的账本。可以手写，也可以用命令写，注释会保留。说明：forbear help ledger
cli-init-share = 剩下的钱里拿去谈的比例，其余留作意外
cli-init-reserve = 每月留给急用，不拿去谈

# 规则里的数字

# debt add
cli-next-after-debts = 下一步：forbear status 看哪一笔最急
    要打电话：forbear script { $debt } --short
    刚接到电话：forbear called
cli-added-debt-and-lender = 已记入欠款 { $id } 和贷款人 { $lender }。
cli-ask-debt-another = 还有别的欠款要记吗？
cli-ask-debt-new-lender = （新的贷款人）
cli-ask-lender-short = 起个短编号，以后打命令用（直接按回车：{ $id }）
cli-ask-taken = 这个编号已经有了
cli-ask-date-future = { $as-of } 之后还没到期，不算没还
cli-ask-debt-oldest-unpaid = 最早没还上的那一期是哪天到期？（没逾期写 0，不清楚按回车）
cli-ask-debt-oldest-unpaid-how = 日期请写成 2026-08-10 或 20260810；没逾期写 0；不清楚就按回车
cli-lender-add-hint = 先记贷款人：forbear lender add { $id } --name 全称 --kind 种类 --region 地区
cli-debt-add-hint = 或者一步记好：forbear debt add { $id }-1 --lender { $id } --lender-name 全称 --lender-kind 种类 --lender-region 地区
cli-guard-currency = 这个账本用{ $ledger }，{ $region }的合同通常用{ $usual }。一个账本只用一种货币：另一种货币的欠款请另建账本：forbear init --ledger 文件 --currency { $code }
cli-plan-needs-optimal = --offers-only 和 --deadline 要从整套方案里挑，只能用 --strategy optimal，不能用 { $strategy }。
cli-borrower-set = 借款人资料已改。
cli-hardship-set = 困难事由已记下：{ $kind }。
cli-ask-hardship-kind = 是哪一种困难？
cli-nothing-owed = 按账本，{ $debt } 已经不欠了，没有什么要谈的
cli-nothing-owed-hint = 对方说还欠，就把它说的数记下：forbear claim { $debt } --total 金额；已经还清的，请对方出具书面结清证明
cli-ask-clock-what = 什么事要到期？
cli-ask-clock-until = 最后一天是哪天？
cli-clock-added = 已记下期限：{ $what }，到{ $until }为止。
cli-clock-done = 已勾掉：{ $what }。
cli-case-set = 个案资料已改。
