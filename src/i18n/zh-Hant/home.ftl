# 首頁
home-title = 今日最要緊的事：{ $date }
home-start-title = 由這裏開始
home-start = 尚未有賬本。先看一遍示例，或者馬上建立自己的賬本：
home-nothing = 沒有緊急的事。
home-item = { $debt }，最遲{ $date }：{ $what }
home-item-late = { $debt }（逾期{ $days }），最遲{ $date }：{ $what }
home-more = 尚有{ $count }項不太急。全部情況：
home-all = 全部情況：
