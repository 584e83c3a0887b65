import EventKernel
import Vocabulary

/// Clocks of the response, all from the first harm.
struct TimeFold: Sendable {
    /// First harm: the first explosion, fire or beginning of another hazard.
    private(set) var onset = SimTime.never
    private(set) var detected = Milestone()
    /// First report at an authority, which is what the completeness of the first report is about as well.
    private(set) var reported = Milestone()
    private(set) var reportedToState = Milestone()
    private(set) var arrived = Milestone()
    private(set) var controlled = Milestone()
    private(set) var fireOut = Milestone()
    private(set) var settled = Milestone()
    /// Fires that burn, of which the curves tell as well.
    private(set) var fires = HazardCount()
    /// Other hazards that go on until they are over.
    private var clouds = HazardCount()
    /// Whether each hazard is such a one -- derived.
    private let isLasting: [Bool]
    private var reflares = 0
    private(set) var secondary = 0
    /// Whether somebody alive is trapped -- state.
    private var hasTrapped = false

    init(_ definition: ScoringDefinition) {
        let last = definition.lastingHazards.reduce(-1) { max($0, $1.index) }
        isLasting = (0..<last + 1).map { definition.lastingHazards.contains(HazardID($0)) }
    }

    /// Forgets everything and keeps the storage.
    mutating func begin() {
        fires.begin()
        clouds.begin()
        (onset, hasTrapped, reflares, secondary) = (.never, false, 0, 0)
        detected.clear()
        reported.clear()
        reportedToState.clear()
        arrived.clear()
        controlled.clear()
        fireOut.clear()
        settled.clear()
    }

    /// Whether the first detection is known, after which observations tell nothing new.
    var isDetected: Bool { !detected.time.isNever }

    /// Takes in a fact of the world or of a response.
    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .exploded: onset = min(onset, fact.time)
        case .began(let hazard, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
            if lasts(hazard) { goesOn(hazard, at: fact.time) }
        case .ceased(let hazard): if lasts(hazard) { isOver(hazard, fact) }
        case .ignited(let hazard, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
            burns(hazard, at: fact.time)
        case .reflared(let hazard):
            reflares += 1
            burns(hazard, at: fact.time)
        case .controlled(let hazard):
            fires.control(hazard, at: fact.time)
            noteControl(fact)
        case .extinguished(let hazard, _): goesOut(hazard, fact)
        case .arrived: arrived.note(fact)
        case .decided: detected.note(fact)
        default: break
        }
    }

    /// Takes in that somebody alive is trapped, or no longer is.
    mutating func fold(_ fact: Fact, _ change: PeopleFold.Change, trapped: Int) {
        hasTrapped = trapped > 0
        switch change {
        case .trapped: settled.clear()
        case .released: settle(fact)
        case .none: break
        }
    }

    /// Takes in an observation of an incident.
    mutating func detects(_ fact: Fact) { detected.note(fact) }

    /// Takes in a delivered report.
    @inline(__always)
    mutating func foldDelivery(_ fact: FactID, _ time: SimTime, at level: PostLevel) {
        if time < reported.time, level.isAuthority { reported.note(fact, time) }
        if level == .state { reportedToState.note(fact, time) }
    }

    private mutating func burns(_ hazard: HazardID, at time: SimTime) {
        fires.begins(hazard, at: time)
        settled.clear()
    }

    private func lasts(_ hazard: HazardID) -> Bool {
        isLasting.indices.contains(hazard.index) && isLasting[hazard.index]
    }

    private mutating func goesOn(_ hazard: HazardID, at time: SimTime) {
        clouds.begins(hazard, at: time)
        settled.clear()
    }

    private mutating func isOver(_ hazard: HazardID, _ fact: Fact) {
        clouds.ends(hazard, at: fact.time)
        noteControl(fact)
        settle(fact)
    }

    private mutating func noteControl(_ fact: Fact) {
        if fires.uncontrolled == 0, clouds.uncontrolled == 0 { controlled.note(fact) }
    }

    private mutating func goesOut(_ hazard: HazardID, _ fact: Fact) {
        fires.ends(hazard, at: fact.time)
        noteControl(fact)
        if fires.open == 0 { fireOut.note(fact) }
        settle(fact)
    }

    /// Whether a fire burns, another hazard goes on or somebody alive is trapped.
    private var isOpen: Bool { fires.open > 0 || clouds.open > 0 || hasTrapped }

    private mutating func settle(_ fact: Fact) {
        if !isOpen, settled.time.isNever { settled.note(fact) }
    }

    /// When the incident was resolved.
    ///
    /// Where nothing burnt or went on and nobody was trapped, there was nothing to wait for.
    var resolved: SimTime { !isOpen && settled.time.isNever ? onset : settled.time }

    /// Returns the time from the first harm to an instant [s].
    func sinceOnset(_ time: SimTime) -> Double {
        onset.isNever || time.isNever ? .infinity : (time - onset).seconds
    }

    func finish(_ values: inout MeasureValues, end: SimTime) {
        values[.secondsToDetect] = sinceOnset(detected.time)
        values[.secondsToFirstReport] = sinceOnset(reported.time)
        values[.secondsToStateReport] = sinceOnset(reportedToState.time)
        values[.secondsToFirstArrival] = sinceOnset(arrived.time)
        values[.secondsToControl] = sinceOnset(controlled.time)
        values[.secondsToFireOut] = sinceOnset(fireOut.time)
        values[.secondsToResolve] = sinceOnset(resolved)
        values[.secondaryIncidents] = Double(secondary)
        values[.reflares] = Double(reflares)
        values[.incidents] = onset.isNever ? 0 : Double(1 + secondary)
        guard !onset.isNever else { return }
        values[.isolationIndex] = controlledShare(until: end)
        let whole = (end - onset).seconds
        let open = (min(resolved, end) - onset).seconds
        values[.settlementIndex] = whole > 0 ? max(0, min(1, 1 - open / whole)) : 1
    }

    /// Returns the share of the time from the beginning of each fire and lasting hazard to the end in
    /// which it was under control or over [0…1]; 1 where there was none.
    private func controlledShare(until end: SimTime) -> Double {
        let whole = fires.wholeTime(until: end) + clouds.wholeTime(until: end)
        let open = fires.openTime(until: end) + clouds.openTime(until: end)
        return whole > 0 ? max(0, min(1, 1 - Double(open) / Double(whole))) : 1
    }
}

extension PostLevel {
    /// Whether posts of the level are authorities to which an accident is reported: departments of a
    /// government from the county upward (Order 493, Article 9).
    ///
    /// A call centre takes calls and sends teams; with a call there the incident is not yet reported.
    var isAuthority: Bool { ReportingFold.rank(of: self) > 0 }
}

/// Which hazards go on, which of them are under control, and how long they were not.
struct HazardCount: Sendable {
    private struct State: BitwiseCopyable, Sendable {
        /// 0 over, 1 under control, 2 out of control.
        var stage: UInt8 = 0
        var beganAt = SimTime.never
    }

    private var states: [State] = []
    /// Hazards that go on.
    private(set) var open = 0
    /// Hazards that go on and are not under control.
    private(set) var uncontrolled = 0
    /// Time that hazards were out of control, summed over them, up to the latest change [ms].
    private var uncontrolledTime: Int64 = 0
    private var changedAt = SimTime.start

    /// Forgets all hazards and keeps the storage.
    mutating func begin() {
        states.removeAll(keepingCapacity: true)
        (open, uncontrolled, uncontrolledTime, changedAt) = (0, 0, 0, .start)
    }

    mutating func begins(_ hazard: HazardID, at time: SimTime) { set(hazard, 2, time) }
    mutating func control(_ hazard: HazardID, at time: SimTime) { set(hazard, 1, time) }
    mutating func ends(_ hazard: HazardID, at time: SimTime) { set(hazard, 0, time) }

    private mutating func set(_ hazard: HazardID, _ stage: UInt8, _ time: SimTime) {
        while states.count <= hazard.index { states.append(State()) }
        uncontrolledTime += Int64(uncontrolled) * (time - changedAt).milliseconds
        changedAt = time
        let old = states[hazard.index].stage
        states[hazard.index].stage = stage
        states[hazard.index].beganAt = min(states[hazard.index].beganAt, time)
        open += (stage > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
        uncontrolled += (stage == 2 ? 1 : 0) - (old == 2 ? 1 : 0)
    }

    /// Returns the time from the beginning of each hazard to an instant, summed over them [ms].
    func wholeTime(until end: SimTime) -> Int64 {
        var whole: Int64 = 0
        for state in states where !state.beganAt.isNever {
            whole += max(0, (end - state.beganAt).milliseconds)
        }
        return whole
    }

    /// Returns the time that hazards were out of control up to an instant, summed over them [ms].
    func openTime(until end: SimTime) -> Int64 {
        let rest = max(0, (end - changedAt).milliseconds)
        return uncontrolledTime + Int64(uncontrolled) * rest
    }
}
