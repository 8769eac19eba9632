# 各种输出格式共用的标签
render-note-plain = 提示：
render-note-warning = 注意：
render-note-serious = 请尽快处理：
