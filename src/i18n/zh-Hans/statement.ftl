# 给对方看的收支表
statement-title = 收支表（{ $date }）
statement-to = 致
statement-name = 姓名
statement-blank = ____________________
statement-household = 靠这份收入生活的人数
statement-case = 个案编号
statement-adviser = 辅导员
statement-currency = 金额单位
statement-situation = 目前情况
statement-since = { $kind }（{ $date }起）
statement-noted = { $before }：{ $note }
statement-proved = { $before }（材料{ $numbers }）
statement-column-category = 用途
statement-column-papers = 材料
statement-column-on = 日期
statement-column-lender = 对方
statement-column-owed = 欠款
statement-column-share = 占比
statement-item = { $item }（{ $limits }）
statement-between = { $low } 至 { $high }
statement-from = { $date } 起
statement-until = 到 { $date } 止
statement-list-comma = 、
statement-once = 一次性收支
statement-sum = 可以拿来还款的数
statement-reserve = 留作急用
statement-share = 其中用来还款的比例
statement-agreed = 已签协议或已答应的
statement-result = 可以还款
statement-column-once = 另有一次
statement-offer = 多数月份一共可以拿出 { $amount }，{ $count ->
    [0] 由各家分配。
    [1] 还给一家。
   *[other] 由{ $count }家分配。
}
statement-less = 这些月份会少一些：{ $months }。
statement-yours = 按欠款比例，每月总数的 { $share } 归{ $lender }，多数月份是 { $amount }。每一家都从同一笔钱里按比例分。
statement-margin = 剩余里没有拿出的部分和留作急用的钱，是为清单上想不到的事留的，这样答应的数才能一直还得上。
statement-nothing = 按目前的收支，暂时每月拿不出钱来还款；希望可以申请一段时间暂缓还款。
statement-lenders = 各家情况
statement-lenders-mark = 欠款是对方所说的数或计算所得，列在这里不等于已核对或认可。已签协议并在履行的不在其中。
statement-total = 合计
statement-papers = 可以提供的材料
statement-true = 以上数字来自本人的记录，据本人所知属实；如有变化，会主动说明。
statement-signature = 签名：____________________    日期：________________
