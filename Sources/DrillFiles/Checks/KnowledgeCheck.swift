import Command
import DrillModel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Finds rules whose condition can never hold because nobody tells the post what it asks about.
///
/// What a post may come to know is followed over the links of the scenario: from those who see, count
/// or decide something to all to whom it is passed on. Teams, stocks and beds are left out, since posts
/// know of them from the start.
struct KnowledgeCheck: FileCheck {
    let plan: Plan
    let root: Checked
    let scenario: ScenarioFile
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    private var situation: SituationDefinition { scenario.scenario.situation }

    /// Runs the check.
    ///
    /// - Precondition: Scenario and plan are sound.
    mutating func run() {
        var knowing: [Asked: Set<PostID>] = [:]
        for (rule, value) in zip(plan.rules, root.list("rules")) {
            var told: Set<Asked> = []
            for case .read(let quantity) in rule.condition.instructions {
                guard let asked = Asked(quantity), told.insert(asked).inserted else { continue }
                let posts = knowing[asked] ?? asked.knowing(from: sources(of: asked), situation)
                knowing[asked] = posts
                if !posts.contains(rule.post) { doubt(asked, rule.post, at: value.value("when")) }
            }
            checkApproval(of: rule, value)
        }
    }

    private mutating func doubt(_ asked: Asked, _ post: PostID, at condition: Checked) {
        let name = scenario.names.posts[post.index].id
        let meaning = asked.category.meaning
        let of = asked.source.map { quoted(scenario.names.posts[$0.index].id) }
        let english = of.map { "\(meaning.0) of \($0)" } ?? meaning.0
        let chinese = of.map { "\($0) 的\(meaning.1)" } ?? meaning.1
        let warning = Diagnostic(
            "never-known",
            at: condition.range,
            Bilingual(
                "nobody tells \(quoted(name)) of this: \(english)",
                "\(quotedChinese(name))无从获知：\(chinese)"
            ),
            help: help(for: asked.category)
        )
        diagnostics.warning(warning)
    }

    private func help(for category: CategoryName) -> Bilingual {
        let key = quoted(category.rawValue)
        return category == .readings && plan.monitored.isEmpty
            ? Bilingual(
                "name the sensor under \"monitoring\"",
                "请在 \"monitoring\" 中接入该传感器"
            )
            : Bilingual(
                "let a link of the scenario to the post carry \(key)",
                "请在情景文件 \"links\" 中通往该机构的报告关系里加上 \(key)"
            )
    }

    /// Posts that come to know something without being told by another post.
    private func sources(of asked: Asked) -> Set<PostID> {
        if let source = asked.source { return [source] }
        var sources: Set<PostID> = []
        switch asked.category {
        case .readings: return Set(plan.monitored.map { situation.sensorPosts[$0.index] })
        case .incident:
            if let post = situation.witnessPost { sources.insert(post) }
            sources.formUnion(situation.callShares.map { $0.post })
            sources.formUnion(scenario.scenario.truth.staff.map { $0.post })
        case .counts:
            if let post = situation.hospitalPost { sources.insert(post) }
        case .fires, .progress, .verified, .teams, .stocks, .beds, .response: break
        }
        return sources.union(whereTeamsReport)
    }

    /// Posts to which teams report: those that command at a site, own teams or send some.
    private var whereTeamsReport: Set<PostID> {
        var posts = Set(plan.reporting.commanders)
        posts.formUnion(scenario.scenario.register.teams.map { $0.post })
        for rule in plan.rules {
            let sends = rule.actions.contains { action in
                if case .dispatch = action { true } else { false }
            }
            if sends { posts.insert(rule.post) }
        }
        return posts
    }
}

/// Something that a condition asks about.
struct Asked: Hashable {
    /// Sort of item that must be passed on.
    let category: CategoryName
    /// Post that it is about, where it is a post's own doing.
    var source: PostID?

    /// Something about the response of a post.
    init(responseOf post: PostID) {
        category = .response
        source = post
    }

    init?(_ quantity: Quantity) {
        switch quantity {
        case .counted, .buried, .missing: category = .counts
        case .estimate, .incident, .chemicals, .minutesKnown: category = .incident
        case .burningFires: category = .fires
        case .reading: category = .readings
        case .sweeps, .awaitingTransport: category = .progress
        case .level(let post), .aid(let post):
            category = .response
            source = post
        case .verified, .stock, .teams, .ownLevel, .published: return nil
        }
    }

    /// Returns the posts that may come to know it.
    ///
    /// - Complexity: O(posts + links).
    func knowing(from sources: Set<PostID>, _ situation: SituationDefinition) -> Set<PostID> {
        var told = Array(repeating: [PostID](), count: situation.posts.count)
        for link in situation.links where carries(link) { told[link.from.index].append(link.to) }
        var knowing = sources
        var waiting = Array(sources)
        while let post = waiting.popLast() {
            waiting += told[post.index].filter { knowing.insert($0).inserted }
        }
        return knowing
    }

    /// Counts of people come as such or verified.
    private func carries(_ link: LinkDefinition) -> Bool {
        link.carries.contains(category.category)
            || category == .counts && link.carries.contains(.verified)
    }
}
