import Command
import DrillModel
import EventKernel
import GroundTruth
import Vocabulary

/// Values that the quantities of conditions can have.
///
/// Wider than the truth where that is not known: what lies outside never occurs in a drill.
struct Domains {
    /// Most fires that can burn.
    var fires = Double.infinity
    /// Teams by kind; nil where any number may be.
    var teams: [Double]?
    /// Most minutes since something is known.
    var minutes = Double.infinity
    /// What posts bring about by their rules; nil where that is left open.
    var doings: [Doing]?

    /// What a post may bring about.
    struct Doing {
        /// Levels it may have, one bit each.
        var levels: UInt8 = 1
        /// Most teams it may ask for.
        var aid = 0.0
        /// Whether it may make numbers public.
        var publishes = false

        /// Takes in what an action may bring about.
        mutating func add(_ action: Action) {
            switch action {
            case .level(let level), .raise(let level), .lower(let level):
                levels |= 1 << level.rawValue
            case .request(let teams): aid = max(aid, Double(teams))
            case .publish: publishes = true
            case .dispatch, .warn, .supply, .release, .shelter: break
            }
        }
    }

    /// Creates what holds in every scenario.
    init() {}

    /// Creates what holds in one scenario, whatever the plan does.
    init(_ scenario: Scenario) {
        fires = Double(scenario.truth.hazards.count)
        minutes = scenario.duration.minutes
        teams = TeamKind.allCases.map { kind in
            Double(scenario.register.teams.count { $0.kind == kind })
        }
    }

    /// Returns the values of a quantity as a post may know it.
    func range(of quantity: Quantity, at post: PostID) -> ValueRange {
        switch quantity {
        case .reading: ValueRange(-.infinity, .infinity, isWhole: false)
        case .minutesKnown: ValueRange(0, minutes, isWhole: false)
        case .incident, .chemicals: ValueRange(0, 1, isWhole: true)
        case .burningFires: ValueRange(0, fires, isWhole: true)
        case .teams(let kind, _):
            ValueRange(0, teams?[Int(kind.rawValue)] ?? .infinity, isWhole: true)
        case .ownLevel: levels(of: post)
        case .level(let other): levels(of: other)
        case .aid(let other): ValueRange(0, doing(of: other)?.aid ?? .infinity, isWhole: true)
        case .published:
            ValueRange(0, doing(of: post)?.publishes ?? true ? .infinity : 0, isWhole: true)
        case .counted, .verified, .estimate, .stock, .sweeps, .awaitingTransport, .buried,
            .missing:
            ValueRange(0, .infinity, isWhole: true)
        }
    }

    private func levels(of post: PostID) -> ValueRange {
        ValueRange(occurring: doing(of: post)?.levels ?? 0b1_1111)
    }

    private func doing(of post: PostID) -> Doing? {
        guard let doings, doings.indices.contains(post.index) else { return nil }
        return doings[post.index]
    }
}
