import Command
import DrillModel
import Vocabulary
import Wording

/// Approval that a rule waits for must be able to come.
extension KnowledgeCheck {
    /// The request must reach the post that approves, and its answer the post that asks.
    mutating func checkApproval(of rule: Rule, _ value: Checked) {
        guard let approver = rule.approver, let key = value.optional("approvedBy") else { return }
        let situation = scenario.scenario.situation
        checkNumberOfApprovals(of: rule.post, at: key)
        if approver == rule.post {
            report(
                "own-approval",
                Bilingual("a post that approves its own rule", "机构自行批准自己的请示"),
                at: key,
                help: Bilingual(
                    "leave out \"approvedBy\": a post decides by itself",
                    "请删去 \"approvedBy\"：本级即可决定"
                )
            )
            return
        }
        let isAsked = Asked(responseOf: rule.post).knowing(from: [rule.post], situation)
        if !isAsked.contains(approver) { doubtApproval(rule.post, approver, at: key) }
        let isAnswered = Asked(responseOf: approver).knowing(from: [approver], situation)
        if !isAnswered.contains(rule.post) { doubtApproval(approver, rule.post, at: key) }
    }

    /// Requests of a post are told apart by the bits of a number.
    private mutating func checkNumberOfApprovals(of post: PostID, at key: Checked) {
        let count = plan.rules.count { $0.post == post && $0.approver != nil }
        guard count > Command.approvalsAtMost else { return }
        report(
            "too-many-approvals",
            Bilingual(
                "\(count) rules of one post need approval",
                "同一机构有\(count)条规则须经批准"
            ),
            at: key,
            expected: Bilingual(
                "at most \(Command.approvalsAtMost)",
                "至多\(Command.approvalsAtMost)条"
            ),
            help: Bilingual("let some of them do without", "请减少须经批准的规则")
        )
    }

    private mutating func doubtApproval(_ from: PostID, _ to: PostID, at key: Checked) {
        let names = scenario.names.posts
        let (sender, receiver) = (names[from.index].id, names[to.index].id)
        report(
            "no-approval",
            Bilingual(
                "no report of requests and approvals gets from \(quoted(sender)) to \(quoted(receiver))",
                "请示与批复无法从\(quotedChinese(sender))送达\(quotedChinese(receiver))"
            ),
            at: key,
            help: Bilingual(
                "let links of the scenario between the two carry \"response\"",
                "请在情景文件 \"links\" 中让两者之间的报告关系包含 \"response\""
            )
        )
    }
}
