# 每筆債務的下一步
next-answer-court = 答覆法院文件：{ $about }。
next-record-court-paper = 記下法院文件上的最後期限，再安排答覆。
next-answer-offer = 答覆對方的方案{ $about }：先計算，再接受、拒絕或提反建議。
next-keep-promise = 兌現答應過的還款 { $amount }；付不到就在當日之前說明。
next-pay = 按時付 { $amount }。
next-first-contact = 主動聯絡對方，說明困難，請對方登記。
next-record-facts = 記下對方賬單或合約，才能計出金額。
next-work-out-capacity = 理清收支，計出每月能穩定拿出的數，再提方案。
next-ask-for-answer = 查詢申請的進展，記下個案編號及答覆日期。
next-record-offer = 把對方說的方案逐條記下，計算後再答覆。
next-record-agreement = 把談妥的內容記下，付款前要看到書面內容。
next-talk-again = 協議斷了就盡早聯絡對方，說明變化，請求重新安排。
next-ask-for-discharge = 請對方發出結清證明，並核對信貸報告。
next-ask-again = 再次申請：準備好變化的情況及文件。
