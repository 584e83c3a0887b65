import EventKernel
import Vocabulary

@testable import GroundTruth

/// A public by itself, with releases at given hours after the first harm.
struct RumourPlay {
    var definition = OpinionDefinition()
    var releases: [(hours: Double, release: Release)] = []
    var seed: UInt64 = 10

    /// What is left of a play.
    struct Outcome {
        var counts = RumourCounts()
        var peak: Int32 = 0
        var peakHours = 0.0
        var endHours = 0.0
        var trust = 0.0
        var facts: [Fact] = []
    }

    init(_ persons: Int32, _ model: RumourModel, _ scheme: RumourScheme, first: Int32 = 1) {
        definition.persons = persons
        definition.model = model
        definition.scheme = scheme
        definition.firstSpreaders = first
        definition.contactsPerHour = .constant(2)
    }

    /// The same with a release by a post, at an hour.
    func releasing(
        _ kind: ReleaseKind = .first,
        atHours hours: Double,
        dead: Int32 = 0,
        by post: Int = 0
    ) -> RumourPlay {
        var other = self
        let release = Release(by: PostID(post), kind, dead: dead, cause: .none)
        other.releases.append((hours, release))
        return other
    }

    /// Plays until nobody spreads the rumour and all is released, and looks at the public after every
    /// event.
    func play(
        drill: UInt64,
        until hours: Double = 1000,
        look: (RumourCounts) -> Void = { _ in }
    ) -> Outcome {
        var moment = Moment(luck: DrillKey(seed: seed, drill: drill))
        var opinion = PublicOpinion(definition)
        opinion.reset(moment.instant)
        var next = opinion.begin(because: .none, &moment)
        var waiting = releases[...]
        let end = SimTime.start + SimDuration(hours: hours)
        while true {
            let speaks = waiting.first.map { SimTime.start + SimDuration(hours: $0.hours) }
            guard min(next, speaks ?? .never) < end else { break }
            if let speaks, speaks <= next {
                moment.now = speaks
                let changed = opinion.hear(waiting.removeFirst().release, &moment)
                if !changed.isNever { next = changed }
            } else {
                moment.now = next
                next = opinion.move(&moment)
            }
            look(opinion.counts)
        }
        if hours < 1000 { moment.now = end }
        opinion.measure(&moment)
        return outcome(opinion, moment)
    }

    private func outcome(_ opinion: PublicOpinion, _ moment: borrowing Moment) -> Outcome {
        var outcome = Outcome(counts: opinion.counts)
        for index in moment.facts.fresh.indices {
            let fact = moment.facts.fresh[index]
            outcome.facts.append(fact)
            switch fact.content {
            case .rumourPeaked(let persons, let time):
                outcome.peak = persons
                outcome.peakHours = time.hours
            case .rumourCounted: outcome.endHours = fact.time.hours
            case .trustChanged(let trust): outcome.trust = trust
            default: break
            }
        }
        return outcome
    }

    /// Plays many drills and tallies a number of each.
    func tally(_ drills: UInt64, _ number: (Outcome) -> Double) -> Tally {
        var tally = Tally()
        for drill in 0..<drills { tally.add(number(play(drill: drill))) }
        return tally
    }
}

/// How many a rumour leaves out, by the exact chain of its meetings.
struct RumourChain {
    let mean: Double
    let deviation: Double

    /// Goes through all states of a rumour among so many who know nothing and one who spreads it.
    ///
    /// What matters is which meeting comes next, not when: the chain of meetings alone decides how many
    /// are left.
    init(ignorant: Int, _ model: RumourModel) {
        let persons = ignorant + 1
        let none = [Double](repeating: 0, count: persons + 2)
        var (first, second) = ([none], [none])
        for left in 0...ignorant {
            var (row, squares) = (none, none)
            let above = max(0, left - 1)
            row[0] = Double(left)
            squares[0] = Double(left * left)
            if persons - left >= 1 {
                for spreading in 1...(persons - left) {
                    let (hears, alone, both) = Self.chances(left, spreading, persons, model)
                    func mean(_ here: [Double], _ rows: [[Double]]) -> Double {
                        var sum = alone * here[spreading - 1]
                        if hears > 0 { sum += hears * rows[above][spreading + 1] }
                        if both > 0 { sum += both * here[spreading - 2] }
                        return sum
                    }
                    row[spreading] = mean(row, first)
                    squares[spreading] = mean(squares, second)
                }
            }
            if left == 0 {
                (first, second) = ([row], [squares])
            } else {
                first.append(row)
                second.append(squares)
            }
        }
        mean = first[ignorant][1]
        deviation = (second[ignorant][1] - mean * mean).squareRoot()
    }

    private static func chances(
        _ ignorant: Int,
        _ spreading: Int,
        _ persons: Int,
        _ model: RumourModel
    ) -> (hears: Double, alone: Double, both: Double) {
        let others = Double(persons - 1)
        guard model == .daleyKendall else {
            let hears = Double(ignorant) / others
            return (hears, 1 - hears, 0)
        }
        let silent = Double(persons - ignorant - spreading)
        let pairs = Double(spreading - 1) / 2
        let sum = Double(ignorant) + silent + pairs
        return (Double(ignorant) / sum, silent / sum, pairs / sum)
    }
}
