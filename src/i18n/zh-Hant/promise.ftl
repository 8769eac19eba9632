# 收入不穩時，可以答應多少
promise-title = 守得住的承諾（{ $date }起）
promise-found = 每月最多答應 { $amount }：{ $months }個月內，有任何一個月付不到的可能低於{ $risk }。
promise-certain = 收入每月相同：每月最多答應 { $amount }，{ $months }個月都付得起。
promise-none = 在{ $months }個月內，沒有一個數能以低於{ $risk }的風險守住。先商討停付，或先留一筆備用的錢。
promise-own-risk = 這個數本身的風險
promise-paths = 推算的可能
promise-broken-already = 已答應其他機構的，已有{ $share }的可能守不住。先看 forbear capacity --full。
promise-worst = 最容易斷供的月份：{ $months }。
promise-between = 、
promise-cushion = 想答應 { $amount }，斷供的可能是{ $share }；手上先留 { $cushion }，好的月份補回，才與上面一樣穩。
promise-larger = 答應 { $amount }，斷供的可能是{ $share }。
promise-clause = 請對方寫入協議
promise-clause-say = 可否寫明：每期有3至5日寬限；一年可以有一次順延一期；差幾分錢不算違約。
promise-mark = 按賬內的收入紀錄或高低範圍推算，每個月各自抽取；與真實會有出入。同一個種子，結果一樣。
promise-no-history = 賬內沒有收入的起伏。收入不穩的，請寫上實際紀錄，或最低和最高：forbear income set 名稱 --low 3000 --high 5200
promise-progress = 推算中：{ $done } / { $all }
