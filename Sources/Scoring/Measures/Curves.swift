public import EventKernel
import Vocabulary

/// A quantity followed over the time of a drill.
public enum Curve: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// People dead in truth [persons].
    case deaths = 0
    /// Dead that have been made public [persons].
    case deathsPublished = 1
    /// People admitted to hospitals [persons].
    case admissions = 2
    /// People trapped and not freed [persons].
    case trapped = 3
    /// Fires burning [fires].
    case firesBurning = 4
    /// Teams that have come to a site and not gone home again [teams].
    case teamsAtSite = 5
    /// People found by teams or by those nearby [persons].
    case found = 6

    /// Number of curves -- constant.
    public static let count = 7
}

/// Values of all curves of one drill at equal steps of time.
public struct Curves: Sendable {
    /// Time from point to point.
    public let step: SimDuration
    /// Points of each curve.
    public let pointCount: Int
    /// Values of all points -- derived.
    private let valueCount: Int
    /// Values, point after point, each with all curves in order.
    public private(set) var values: [Float] = []

    private var current = SIMD8<Int32>(repeating: 0)
    private var next = SimTime.start

    init(step: SimDuration, duration: SimDuration) {
        self.step = step
        let steps = step > .zero ? duration.milliseconds / step.milliseconds : 0
        pointCount = Int(steps) + 1
        valueCount = pointCount * Curve.count
    }

    mutating func begin() {
        values.removeAll(keepingCapacity: true)
        current = SIMD8(repeating: 0)
        next = .start
    }

    /// Writes all points before an instant: what happens at a point is part of it.
    @inline(__always)
    mutating func advance(to time: SimTime) {
        while next < time, values.count < valueCount { write() }
    }

    /// Writes the points that are left.
    mutating func close() {
        while values.count < valueCount { write() }
    }

    @inline(never)
    private mutating func write() {
        for curve in 0..<Curve.count { values.append(Float(current[curve])) }
        next = next + step
    }

    /// Takes in a fact, after which so many fires burn.
    mutating func fold(_ fact: Fact, burning: Int) {
        switch fact.content {
        case .died: add(1, to: .deaths)
        case .published(_, let dead): current[Int(Curve.deathsPublished.rawValue)] = dead
        case .trapped: add(1, to: .trapped)
        case .freed: add(-1, to: .trapped)
        case .arrived: add(1, to: .teamsAtSite)
        case .returned: add(-1, to: .teamsAtSite)
        case .ignited, .reflared, .extinguished:
            current[Int(Curve.firesBurning.rawValue)] = Int32(truncatingIfNeeded: burning)
        default: break
        }
    }

    /// Takes in that somebody is admitted to a hospital.
    mutating func admits() { add(1, to: .admissions) }

    /// Takes in that somebody is found.
    mutating func finds() { add(1, to: .found) }

    private mutating func add(_ change: Int32, to curve: Curve) {
        current[Int(curve.rawValue)] += change
    }
}

extension ScoringDefinition {
    /// Points of all curves of one drill.
    public var curvePointCount: Int {
        Curves(step: curveStep, duration: duration).pointCount * Curve.count
    }
}
