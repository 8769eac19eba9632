# 首页
home-title = 今天最要紧的事：{ $date }
home-start-title = 从这里开始
home-start = 还没有账本。先看一遍示例，或者马上建自己的账本：
home-nothing = 没有紧急的事。
home-item = { $debt }，最迟{ $date }：{ $what }
home-item-late = { $debt }（逾期{ $days }），最迟{ $date }：{ $what }
home-more = 还有{ $count }项不那么急。全部情况：
home-all = 全部情况：
