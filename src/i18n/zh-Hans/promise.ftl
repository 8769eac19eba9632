# 收入不稳时，能答应多少
promise-title = 能守住的承诺（{ $date }起）
promise-found = 每月最多答应 { $amount }：{ $months }个月里，有哪怕一个月付不上的可能低于{ $risk }。
promise-certain = 收入每月一样：每月最多答应 { $amount }，{ $months }个月都付得出。
promise-none = 在{ $months }个月里，没有一个数能以低于{ $risk }的风险守住。先谈停付，或先留一笔备用的钱。
promise-own-risk = 这个数自己的风险
promise-paths = 推演的可能
promise-broken-already = 已经答应别家的，就有{ $share }的可能守不住。先看 forbear capacity --full。
promise-worst = 最容易断的月份：{ $months }。
promise-between = 、
promise-cushion = 想答应 { $amount }，断的可能是{ $share }；手上先留 { $cushion }，好的月份补回去，才和上面一样稳。
promise-larger = 答应 { $amount }，断的可能是{ $share }。
promise-clause = 请对方写进协议
promise-clause-say = 能不能写明：每期有3到5天宽限；一年可以有一次顺延一期；差几分钱不算违约。
promise-mark = 按账里的收入记录或高低范围推演，每个月各自抽取；和真实会有出入。同一个种子，结果一样。
promise-no-history = 账里没有收入的起伏。收入不稳的，写上实际记录，或最低和最高：forbear income set 名称 --low 3000 --high 5200
promise-progress = 推演中：{ $done } / { $all }
