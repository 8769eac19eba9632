# 每笔债务的下一步
next-answer-court = 答复法院文件：{ $about }。
next-record-court-paper = 记下法院文件上的最后期限，再安排答复。
next-answer-offer = 答复对方的方案{ $about }：先算一算，再接受、拒绝或提反提案。
next-keep-promise = 兑现答应过的还款 { $amount }；付不了就在当天之前说明。
next-pay = 按时付 { $amount }。
next-first-contact = 主动联系对方，说明困难，请对方登记。
next-record-facts = 记下对方账单或合同，才能算出金额。
next-work-out-capacity = 理清收支，算出每月能稳定拿出的数，再提方案。
next-ask-for-answer = 问一问申请的进展，记下工单号和答复日期。
next-record-offer = 把对方说的方案逐条记下来，算一算再答复。
next-record-agreement = 把谈妥的内容记下来，付款前要看到书面内容。
next-talk-again = 协议断了就尽早联系对方，说明变化，请求重新安排。
next-ask-for-discharge = 请对方出具结清证明，并核对信用报告。
next-ask-again = 再次申请：准备好变化的情况和材料。
