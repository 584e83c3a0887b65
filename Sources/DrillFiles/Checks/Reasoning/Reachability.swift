import Command
import DrillModel
import GroundTruth
import Situation
import Vocabulary

/// Which rules of a plan can ever fire, as far as can be seen.
///
/// Begins with nothing and adds rule after rule whose post may be told something and whose condition can
/// hold given what the rules so far bring about, until no rule is added: two rules that wait for each
/// other are left out. Whatever it leaves out never fires.
struct Reachability {
    /// What the posts may bring about by the rules that can fire.
    private(set) var domains: Domains
    /// Rules that can fire.
    private(set) var rules: [Bool]
    /// Posts that may be told something.
    private(set) var posts: Set<PostID> = []

    private let plan: Plan
    private let conditions: [Condition]
    private let scenario: Scenario

    /// Follows the rules of a plan.
    ///
    /// - Complexity: O(rules²) conditions in the worst case, where each rule waits for the next.
    init(_ plan: Plan, _ conditions: [Condition], _ scenario: Scenario) {
        self.plan = plan
        self.conditions = conditions
        self.scenario = scenario
        domains = Domains(scenario)
        domains.doings = scenario.situation.posts.map { _ in Domains.Doing() }
        rules = plan.rules.map { _ in false }
        repeat { findPosts() } while addRules()
    }

    /// Adds the rules that can fire by now.
    ///
    /// - Returns: Whether there were any.
    private mutating func addRules() -> Bool {
        var hasAdded = false
        for (index, rule) in plan.rules.enumerated() where !rules[index] {
            guard posts.contains(rule.post) else { continue }
            let reasoner = Reasoner(domains: domains, post: rule.post)
            guard reasoner.canHold([Claim(conditions[index])]) else { continue }
            rules[index] = true
            hasAdded = true
            for action in rule.actions { domains.doings?[rule.post.index].add(action) }
        }
        return hasAdded
    }

    /// Finds the posts that may be told something, from those who see or own something on along the
    /// links.
    private mutating func findPosts() {
        let situation = scenario.situation
        var told = Array(repeating: [PostID](), count: situation.posts.count)
        for link in situation.links { told[link.from.index].append(link.to) }
        posts = sources.filter { isAtWork($0) }
        var waiting = posts.sorted()
        while let post = waiting.popLast() {
            waiting += told[post.index].filter { isAtWork($0) && posts.insert($0).inserted }
        }
    }

    /// Posts that are told something by others than posts.
    private var sources: Set<PostID> {
        var sources = Set(plan.reporting.commanders)
        let situation = scenario.situation
        if let post = situation.witnessPost { sources.insert(post) }
        if let post = situation.hospitalPost { sources.insert(post) }
        sources.formUnion(situation.callShares.map { $0.post })
        sources.formUnion(scenario.truth.staff.map { $0.post })
        sources.formUnion(plan.monitored.map { situation.sensorPosts[$0.index] })
        sources.formUnion(scenario.register.teams.map { $0.post })
        sources.formUnion(scenario.register.depots.map { $0.post })
        return sources
    }

    /// Tells whether a post works: a command at a site only where it commands, from the arrival of the
    /// first team on.
    private func isAtWork(_ post: PostID) -> Bool {
        guard scenario.situation.posts[post.index].scene != nil else { return true }
        return plan.reporting.commanders.contains(post) && sendsTeams
    }

    /// Whether a rule that can fire sends teams.
    var sendsTeams: Bool {
        zip(rules, plan.rules).contains { canFire, rule in
            canFire
                && rule.actions.contains { action in
                    if case .dispatch = action { true } else { false }
                }
        }
    }
}
