import Command
import Vocabulary

/// Finds out whether conditions can hold, by intervals.
///
/// Sound in one direction: what it calls impossible never happens in a drill. Where it does not
/// understand a condition, or would have to look at too many cases, it takes the condition for possible.
struct Reasoner {
    /// Values that occur.
    let domains: Domains
    /// Post that knows.
    let post: PostID

    /// Tells whether all of some claims can hold at once, as far as can be seen.
    func canHold(_ claims: [Claim]) -> Bool {
        var search = Search(domains: domains, post: post)
        return search.canHold(claims, [])
    }

    /// Tells whether a condition cannot hold but another does.
    func implies(_ premise: Condition, _ conclusion: Condition) -> Bool {
        !canHold([Claim(premise), Claim(conclusion, holds: false)])
    }

    /// Returns the parts of a condition that cannot hold at once, as few as can be found; nil where the
    /// condition can hold.
    func conflict(in condition: Condition) -> [ConditionNode]? {
        guard let node = condition.node, !canHold([Claim(node)]) else { return nil }
        var parts = node.parts(joinedBy: .and)
        guard parts.count <= Self.mostParts else { return parts }
        var index = parts.count - 1
        while index >= 0, parts.count > 1 {
            var fewer = parts
            fewer.remove(at: index)
            if !canHold(fewer.map { Claim($0) }) { parts = fewer }
            index -= 1
        }
        return parts
    }

    /// Most parts among which a conflict is looked for -- constant.
    private static let mostParts = 60
}

/// A search through the cases of claims.
private struct Search {
    let domains: Domains
    let post: PostID
    /// Cases that may still be looked at -- state.
    private var casesLeft = 400
    /// Times ranges are narrowed by all constraints -- constant.
    private static let rounds = 10

    init(domains: Domains, post: PostID) {
        self.domains = domains
        self.post = post
    }

    /// Tells whether claims can hold beside constraints.
    mutating func canHold(_ claims: [Claim], _ given: [Constraint]) -> Bool {
        var constraints = given
        var waiting = claims
        var choices: [[Claim]] = []
        while let claim = waiting.popLast() {
            switch claim {
            case .all(let parts): waiting += parts
            case .any(let parts): choices.append(parts)
            case .constraint(let constraint): constraints.append(constraint)
            case .unknown: break
            }
        }
        casesLeft -= 1
        guard casesLeft >= 0 else { return true }
        guard isFeasible(constraints) else { return false }
        guard let choice = choices.popLast() else { return true }
        let rest = choices.map { Claim.any($0) }
        for part in choice where canHold(rest + [part], constraints) { return true }
        return false
    }

    /// Tells whether no two constraints exclude each other, and no range is narrowed to nothing.
    private func isFeasible(_ constraints: [Constraint]) -> Bool {
        !hasOpposites(constraints) && canNarrow(constraints)
    }

    /// Tells whether two constraints add up to something that is never so, as in a < b and b < a.
    private func hasOpposites(_ constraints: [Constraint]) -> Bool {
        guard constraints.count <= Self.mostCompared else { return false }
        return constraints.indices.contains { later in
            constraints[..<later].contains { $0.isOpposite(to: constraints[later]) }
        }
    }

    /// Most constraints that are compared with each other -- constant.
    private static let mostCompared = 40

    /// Narrows the ranges of all quantities until nothing changes; false where one has no value left.
    private func canNarrow(_ constraints: [Constraint]) -> Bool {
        var ranges: [Quantity: ValueRange] = [:]
        for constraint in constraints {
            for term in constraint.form.terms where ranges[term.quantity] == nil {
                ranges[term.quantity] = domains.range(of: term.quantity, at: post)
            }
        }
        for _ in 0..<Self.rounds {
            var hasChanged = false
            for constraint in constraints {
                guard let changed = Self.narrow(&ranges, by: constraint) else { return false }
                hasChanged = hasChanged || changed
            }
            if !hasChanged { break }
        }
        return true
    }

    /// Greatest number that is reckoned with -- constant.
    private static let greatest = 1e12

    /// Narrows ranges by one constraint.
    ///
    /// - Returns: Whether anything was taken away; nil where a range is empty.
    private static func narrow(
        _ ranges: inout [Quantity: ValueRange],
        by constraint: Constraint
    ) -> Bool? {
        let (terms, form) = (constraint.form.terms, constraint.form)
        if terms.isEmpty { return form.isAboveZero ? nil : false }
        let least = terms.map { term in
            let range = ranges[term.quantity]
            return term.factor * ((term.factor > 0 ? range?.lower : range?.upper) ?? 0)
        }
        var hasChanged = false
        for (index, term) in terms.enumerated() {
            var (others, magnitude) = (form.constant, form.magnitude)
            for (other, value) in least.enumerated() where other != index {
                others += value
                magnitude += value.magnitude
            }
            guard magnitude < greatest, var range = ranges[term.quantity] else { continue }
            let bound = -others / term.factor
            let isSure = constraint.isExact || form.isWhole
            let slack = isSure ? 0 : LinearForm.roundingShare * magnitude / term.factor.magnitude
            let changed =
                term.factor > 0
                ? range.limit(above: bound, slack: slack, isStrict: constraint.isStrict)
                : range.limit(below: bound, slack: slack, isStrict: constraint.isStrict)
            ranges[term.quantity] = range
            if range.isEmpty { return nil }
            hasChanged = hasChanged || changed
        }
        return hasChanged
    }
}
