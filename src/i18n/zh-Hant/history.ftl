# 賬本的改動
history-title = 賬本的改動紀錄
history-empty = 尚未有改動紀錄。
history-column-number = 編號
history-column-at = 時間
history-column-what = 改動
history-by-hand = 手動編輯
history-restored = 復原：回到第{ $of }號之後的樣子
history-undo = 收回最後一次改動：
