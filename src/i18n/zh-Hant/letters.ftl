# 講稿和信件的提醒
letters-missing = 還缺「{ $fact }」，先留空。補上賬本內的 { $key } 便會填好。
letters-missing-flag = 還缺「{ $fact }」，先留空。在這條指令後面加上 { $key }。
letters-missing-by-hand = 還缺「{ $fact }」：賬本內沒有這一項，請用筆補上。
letters-above-limit = 方案每期要付 { $offered }，超過您能守住的 { $limit }。守不住的數先不報。
letters-too-early = { $on } 要付 { $due }，到當日能拿出的只有 { $there }。請把付款日放到 { $payday } 發薪兩日之後。
letters-too-early-no-pay-day = { $on } 要付 { $due }，到當日能拿出的只有 { $there }。請把付款日往後放。
letters-limitation = 賬本內最近一次令時效重新計算的事是 { $date }，已經很久。這份文字會承認欠款，可能令訴訟時效重新計算，或放棄這個抗辯。請先請法律援助看文件。
letters-limitation-unknown = 賬本內沒有追收、扣款、還款或聯絡的紀錄。這份文字會承認欠款，可能令訴訟時效重新計算，或放棄這個抗辯。請先請法律援助看文件。
letters-told-reason = { $on } 對 { $debt } 說的原因，與這份文字內的（borrower.hardship.note）不同。對每一家說同樣的事實。
letters-told-income = { $on } 對 { $debt } 說的收入是 { $told }，現在要說的是 { $now }。收入變了，就說由哪日起變了。
letters-told-monthly = { $on } 對同一家說過每月 { $told }，現在是 { $now }。請先說明為何變了。
letters-error-unknown = 沒有名為「{ $name }」的範本。
letters-error-template = 範本「{ $name }」第 { $line } 行：{ $message }
letters-error-not-allowed = 範本「{ $name }」第 { $line } 行：範本內不能用 { $what }。只能用名稱、if 和 for。
letters-error-too-long = 範本「{ $name }」太長，或者寫出的內容太多。
letters-error-runs-too-long = 範本「{ $name }」運行太久，已停下。
letters-error-front-matter = 範本「{ $name }」的開頭讀不懂：{ $message }
