# 各種輸出格式共用的標籤
render-note-plain = 提示：
render-note-warning = 注意：
render-note-serious = 請盡快處理：
