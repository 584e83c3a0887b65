import EventKernel
import Scoring
import Vocabulary

/// Deaths in truth, as each level of authority knows them, and as made public, over the time of a drill.
///
/// A level knows what the best-informed of its posts believes: the greater of what was found and is in
/// care, and of what is verified.
struct KnownDeaths {
    /// A number from an instant on [s from the start].
    typealias Point = (x: Double, y: Double)

    private struct Source: Hashable {
        let post: Int
        let item: Item
    }

    private struct Sums {
        var counted: Int32 = 0
        var verified: Int32 = 0
        var known: Int32 { max(counted, verified) }
    }

    /// Levels that are followed, from below.
    static let levels: [PostLevel] = [.county, .city, .province, .state]

    private let postLevels: [PostLevel]
    private var beliefs: [Source: Int32] = [:]
    private var sums: [Sums]
    private(set) var truth: [Point] = [(0, 0)]
    private(set) var published: [Point] = [(0, 0)]
    /// What each followed level knows.
    private(set) var known: [[Point]]

    /// Prepares for the posts of a scenario.
    init(_ levels: [PostLevel]) {
        postLevels = levels
        sums = Array(repeating: Sums(), count: levels.count)
        known = Self.levels.map { _ in [(0, 0)] }
    }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) {
        let now = fact.time.seconds
        switch fact.content {
        case .died: Self.put((truth.last?.y ?? 0) + 1, now, &truth)
        case .published(_, let dead): Self.put(Double(dead), now, &published)
        case .believed(let post, let item, let value, _): believe(post, item, value, now)
        default: break
        }
    }

    private mutating func believe(_ post: PostID, _ item: Item, _ value: Int32, _ now: Double) {
        guard sums.indices.contains(post.index) else { return }
        let isVerified: Bool
        switch item {
        case .found(.dead, _), .inCare(.dead, _): isVerified = false
        case .verified(.dead, _): isVerified = true
        default: return
        }
        let source = Source(post: post.index, item: item)
        let change = value - beliefs[source, default: 0]
        guard change != 0 else { return }
        beliefs[source] = value
        if isVerified {
            sums[post.index].verified += change
        } else {
            sums[post.index].counted += change
        }
        refresh(postLevels[post.index], now)
    }

    private mutating func refresh(_ level: PostLevel, _ now: Double) {
        guard let place = Self.levels.firstIndex(of: level) else { return }
        let most = sums.indices.filter { postLevels[$0] == level }.map { sums[$0].known }.max()
        Self.put(Double(most ?? 0), now, &known[place])
    }

    /// Adds a point, or changes the last one where it is of the same instant.
    private static func put(_ value: Double, _ now: Double, _ points: inout [Point]) {
        guard let last = points.last, last.y != value else { return }
        if last.x == now {
            points[points.count - 1].y = value
        } else {
            points.append((now, value))
        }
    }
}
