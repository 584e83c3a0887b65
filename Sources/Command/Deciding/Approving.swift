import EventKernel
import Situation
import Vocabulary

/// Approval (请示批准): what a post may not decide by itself it asks of another, by report, and waits.
///
/// Request and answer travel over the links between the two posts like all that concerns the response;
/// both take time and may be lost. Once given, an approval holds for the rest of the drill.
extension Command {
    /// Numbers the rules of every post that need approval by one bit each.
    static func approvalBits(of rules: [Rule]) -> [Int32] {
        rules.indices.map { number in
            guard rules[number].approver != nil else { return 0 }
            let earlier = rules[..<number].count {
                $0.post == rules[number].post && $0.approver != nil
            }
            return 1 << Int32(earlier)
        }
    }

    /// Most rules of one post that may need approval: bits of a positive number.
    public static var approvalsAtMost: Int { 31 }

    /// Lets a post ask for approval.
    mutating func ask(
        _ approver: PostID,
        for rule: RuleID,
        at post: PostID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        rules[rule.index].isAwaiting = true
        concerns[post.index] = currentConcerns(of: post)
        let fact = moment.record(.requested(post, rule, of: approver), because: cause)
        let bit = approvalBits[rule.index]
        doings.append(OwnDoing(post: post, item: .request(post), value: bit, cause: fact))
    }

    /// Lets a post take up the requests that have reached it.
    mutating func takeUpRequests(at post: PostID, _ picture: borrowing Picture, _ instant: Instant)
    {
        for rule in approvedBy[post.index] where !rules[rule.index].isBeforeApprover {
            let request = picture[.request(plan.rules[rule.index].post)]
            guard request.isKnown, request.value & approvalBits[rule.index] != 0 else { continue }
            rules[rule.index].isBeforeApprover = true
            let entity = UInt64(UInt32(bitPattern: plan.rules[rule.index].streamKey))
            let time = instant.duration(posts[post.index].decision, .approval, entity)
            outbox.schedule(
                .approves(post, rule, because: request.fact),
                at: instant.now + time,
                .decision
            )
        }
    }

    /// A post approves what a rule of another would do.
    mutating func approve(
        _ rule: RuleID,
        at post: PostID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        concerns[post.index] = currentConcerns(of: post)
        let fact = moment.record(.approved(post, rule), because: cause)
        let item = Item.approval(plan.rules[rule.index].post)
        let bit = approvalBits[rule.index]
        doings.append(OwnDoing(post: post, item: item, value: bit, cause: fact))
    }

    /// Lets a post do what has been approved.
    mutating func followApproved(
        at post: PostID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        for place in postEntries[post.index].rules.all {
            let rule = rankedRules[place]
            guard rules[rule.index].isAwaiting else { continue }
            let approval = picture[.approval(post)]
            guard approval.isKnown, approval.value & approvalBits[rule.index] != 0 else { continue }
            rules[rule.index].isAwaiting = false
            rules[rule.index].isApproved = true
            carryOut(rule, at: post, because: approval.fact, seeing: picture, &moment)
        }
    }
}
