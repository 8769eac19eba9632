# 账本的改动
history-title = 账本的改动记录
history-empty = 还没有改动记录。
history-column-number = 编号
history-column-at = 时间
history-column-what = 改动
history-by-hand = 手工编辑
history-restored = 撤销：回到第{ $of }号之后的样子
history-undo = 收回最后一次改动：
