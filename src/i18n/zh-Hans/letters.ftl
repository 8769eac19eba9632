# 讲稿和信件的提醒
letters-missing = 还缺“{ $fact }”，先留空。补上账本里的 { $key } 就会填好。
letters-missing-flag = 还缺“{ $fact }”，先留空。在这条命令后面加上 { $key }。
letters-missing-by-hand = 还缺“{ $fact }”：账本里没有这一项，请用笔补上。
letters-above-limit = 方案每期要付 { $offered }，超过了您能守住的 { $limit }。守不住的数先不报。
letters-too-early = { $on } 要付 { $due }，到那天能拿出的只有 { $there }。请把付款日放到 { $payday } 发工资两天以后。
letters-too-early-no-pay-day = { $on } 要付 { $due }，到那天能拿出的只有 { $there }。请把付款日往后放。
letters-limitation = 账本里最近一次让时效重新计算的事是 { $date }，已经很久了。这份文字会承认欠款，可能让诉讼时效重新计算，或放弃这个抗辩。请先请法律援助看材料。
letters-limitation-unknown = 账本里没有催收、扣款、还款或联系的记录。这份文字会承认欠款，可能让诉讼时效重新计算，或放弃这个抗辩。请先请法律援助看材料。
letters-told-reason = { $on } 对 { $debt } 说的原因，和这份文字里的（borrower.hardship.note）不一样。对每一家说同样的事实。
letters-told-income = { $on } 对 { $debt } 说的收入是 { $told }，现在要说的是 { $now }。收入变了，就说从哪天起变了。
letters-told-monthly = { $on } 对同一家说过每月 { $told }，现在是 { $now }。请先说明为什么变了。
letters-error-unknown = 没有名为“{ $name }”的模板。
letters-error-template = 模板“{ $name }”第 { $line } 行：{ $message }
letters-error-not-allowed = 模板“{ $name }”第 { $line } 行：模板里不能用 { $what }。只能用名字、if 和 for。
letters-error-too-long = 模板“{ $name }”太长，或者写出的内容太多。
letters-error-runs-too-long = 模板“{ $name }”运行太久，已停下。
letters-error-front-matter = 模板“{ $name }”的开头读不懂：{ $message }
