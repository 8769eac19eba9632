# 給對方看的收支表
statement-title = 收支表（{ $date }）
statement-to = 致
statement-name = 姓名
statement-blank = ____________________
statement-household = 靠這份收入生活的人數
statement-case = 個案編號
statement-adviser = 輔導員
statement-currency = 金額單位
statement-situation = 目前情況
statement-since = { $kind }（由{ $date }起）
statement-noted = { $before }：{ $note }
statement-proved = { $before }（文件{ $numbers }）
statement-column-category = 用途
statement-column-papers = 文件
statement-column-on = 日期
statement-column-lender = 對方
statement-column-owed = 欠款
statement-column-share = 佔比
statement-item = { $item }（{ $limits }）
statement-between = { $low } 至 { $high }
statement-from = 由 { $date } 起
statement-until = 至 { $date } 止
statement-list-comma = 、
statement-once = 一次性收支
statement-sum = 可用作還款的金額
statement-reserve = 留作急用
statement-share = 其中用作還款的比例
statement-agreed = 已簽協議或已答應的
statement-result = 可以還款
statement-column-once = 另有一次
statement-offer = 多數月份合共可以拿出 { $amount }，{ $count ->
    [0] 由各貸款人攤分。
    [1] 全數還給一個貸款人。
   *[other] 由{ $count }個貸款人攤分。
}
statement-less = 以下月份會少一些：{ $months }。
statement-yours = 按欠款比例，每月總數的 { $share } 歸{ $lender }，多數月份是 { $amount }。每個貸款人都從同一筆錢按比例攤分。
statement-margin = 餘額中沒有拿出的部分，以及留作急用的錢，是為清單上想不到的事而留，答應的數才能一直還得上。
statement-nothing = 按目前的收支，暫時每月拿不出錢還款；希望可以申請暫停還款一段時間。
statement-lenders = 各貸款人的情況
statement-lenders-mark = 欠款是對方所說或計算所得，列在這裏不等於已核對或承認。已簽協議並正在履行的不在其中。
statement-total = 合計
statement-papers = 可以提供的文件
statement-true = 以上數字來自本人的紀錄，據本人所知屬實；如有變化，會主動說明。
statement-signature = 簽署：____________________    日期：________________
