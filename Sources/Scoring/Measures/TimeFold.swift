import EventKernel
import Vocabulary

/// Clocks of the response, all from the first harm.
struct TimeFold: Sendable {
    /// First explosion or fire.
    private(set) var onset = SimTime.never
    private(set) var detected = Milestone()
    private(set) var reported = Milestone()
    private(set) var reportedToState = Milestone()
    private(set) var arrived = Milestone()
    private(set) var controlled = Milestone()
    private(set) var fireOut = Milestone()
    private(set) var settled = Milestone()
    /// Fires that burn, of which the curves tell as well.
    private(set) var fires = FireCount()
    private var reflares = 0
    private(set) var secondary = 0
    /// Whether somebody alive is trapped -- state.
    private var hasTrapped = false

    /// Forgets everything and keeps the storage.
    mutating func begin() {
        var fresh = TimeFold()
        fires.begin()
        swap(&fresh.fires, &fires)
        self = fresh
    }

    /// Whether the first detection is known, after which observations tell nothing new.
    var isDetected: Bool { !detected.time.isNever }

    /// Takes in a fact of the world or of a response.
    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .exploded: onset = min(onset, fact.time)
        case .began(_, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
        case .ignited(let hazard, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
            burns(hazard, at: fact.time)
        case .reflared(let hazard):
            reflares += 1
            burns(hazard, at: fact.time)
        case .controlled(let hazard):
            fires.control(hazard, at: fact.time)
            if fires.uncontrolled == 0 { controlled.note(fact) }
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
    mutating func foldDelivery(_ fact: Fact, at level: PostLevel) {
        if level != .firm, level != .scene { reported.note(fact) }
        if level == .state { reportedToState.note(fact) }
    }

    private mutating func burns(_ hazard: HazardID, at time: SimTime) {
        fires.burn(hazard, at: time)
        settled.clear()
    }

    private mutating func goesOut(_ hazard: HazardID, _ fact: Fact) {
        fires.out(hazard, at: fact.time)
        if fires.uncontrolled == 0 { controlled.note(fact) }
        if fires.burning == 0 { fireOut.note(fact) }
        settle(fact)
    }

    private mutating func settle(_ fact: Fact) {
        if fires.burning == 0, !hasTrapped, settled.time.isNever { settled.note(fact) }
    }

    /// When the incident was resolved.
    ///
    /// Where nothing burnt and nobody was trapped, there was nothing to wait for.
    var resolved: SimTime {
        let hadNothing = fires.burning == 0 && !hasTrapped && settled.time.isNever
        return hadNothing ? onset : settled.time
    }

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
        values[.isolationIndex] = fires.controlledShare(until: end)
        let whole = (end - onset).seconds
        let open = (min(resolved, end) - onset).seconds
        values[.settlementIndex] = whole > 0 ? max(0, min(1, 1 - open / whole)) : 1
    }
}

/// Which fires burn, which of them are under control, and how long they were not.
struct FireCount: Sendable {
    private struct State: BitwiseCopyable, Sendable {
        /// 0 out, 1 under control, 2 burning out of control.
        var stage: UInt8 = 0
        var litAt = SimTime.never
    }

    private var states: [State] = []
    /// Fires that burn.
    private(set) var burning = 0
    /// Fires that burn and are not under control.
    private(set) var uncontrolled = 0
    /// Time that fires burnt out of control, summed over fires, up to the latest change [ms].
    private var uncontrolledTime: Int64 = 0
    private var changedAt = SimTime.start

    /// Forgets all fires and keeps the storage.
    mutating func begin() {
        var fresh = FireCount()
        states.removeAll(keepingCapacity: true)
        swap(&fresh.states, &states)
        self = fresh
    }

    mutating func burn(_ hazard: HazardID, at time: SimTime) { set(hazard, 2, time) }
    mutating func control(_ hazard: HazardID, at time: SimTime) { set(hazard, 1, time) }
    mutating func out(_ hazard: HazardID, at time: SimTime) { set(hazard, 0, time) }

    private mutating func set(_ hazard: HazardID, _ stage: UInt8, _ time: SimTime) {
        while states.count <= hazard.index { states.append(State()) }
        uncontrolledTime += Int64(uncontrolled) * (time - changedAt).milliseconds
        changedAt = time
        let old = states[hazard.index].stage
        states[hazard.index].stage = stage
        states[hazard.index].litAt = min(states[hazard.index].litAt, time)
        burning += (stage > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
        uncontrolled += (stage == 2 ? 1 : 0) - (old == 2 ? 1 : 0)
    }

    /// Returns the share of the time from the lighting of each fire to the end in which it was under
    /// control or out [0…1]; 1 where nothing burnt.
    func controlledShare(until end: SimTime) -> Double {
        var whole: Int64 = 0
        for state in states where !state.litAt.isNever {
            whole += max(0, (end - state.litAt).milliseconds)
        }
        let rest = max(0, (end - changedAt).milliseconds)
        let open = uncontrolledTime + Int64(uncontrolled) * rest
        return whole > 0 ? max(0, min(1, 1 - Double(open) / Double(whole))) : 1
    }
}
