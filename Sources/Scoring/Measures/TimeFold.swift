import EventKernel
import Vocabulary

/// Clocks of the response, all from the first harm.
struct TimeFold: Sendable {
    /// First explosion or fire.
    private(set) var onset = SimTime.never
    private let postLevels: [PostLevel]
    private var detected = SimTime.never
    private var reported = SimTime.never
    private var reportedToState = SimTime.never
    private var arrived = SimTime.never
    private var controlled = SimTime.never
    private var fireOut = SimTime.never
    private var settled = SimTime.never
    private var fires = FireCount()
    /// People trapped and alive.
    private var trapped = PersonSet()
    private var reflares = 0
    private var secondary = 0

    init(postLevels: [PostLevel]) {
        self.postLevels = postLevels
    }

    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .exploded: onset = min(onset, fact.time)
        case .began(_, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
        case .ignited(let hazard, let isSecondary):
            onset = min(onset, fact.time)
            secondary += isSecondary ? 1 : 0
            burns(hazard)
        case .reflared(let hazard):
            reflares += 1
            burns(hazard)
        case .controlled(let hazard):
            fires.control(hazard)
            if fires.uncontrolled == 0 { controlled = min(controlled, fact.time) }
        case .extinguished(let hazard, _): goesOut(hazard, at: fact.time)
        case .trapped(let person):
            trapped.insert(person)
            settled = .never
        case .freed(let person, _), .died(let person, _):
            if trapped.remove(person) { settle(at: fact.time) }
        default: foldInformation(fact)
        }
    }

    private mutating func foldInformation(_ fact: Fact) {
        switch fact.content {
        case .observed(_, .incident, _), .decided: detected = min(detected, fact.time)
        case .delivered(_, let post):
            let level = postLevels[post.index]
            if level != .firm, level != .scene { reported = min(reported, fact.time) }
            if level == .state { reportedToState = min(reportedToState, fact.time) }
        case .arrived: arrived = min(arrived, fact.time)
        default: break
        }
    }

    private mutating func burns(_ hazard: HazardID) {
        fires.burn(hazard)
        settled = .never
    }

    private mutating func goesOut(_ hazard: HazardID, at time: SimTime) {
        fires.out(hazard)
        if fires.uncontrolled == 0 { controlled = min(controlled, time) }
        if fires.burning == 0 { fireOut = min(fireOut, time) }
        settle(at: time)
    }

    private mutating func settle(at time: SimTime) {
        if fires.burning == 0, trapped.isEmpty, settled.isNever { settled = time }
    }

    func finish(_ values: inout MeasureValues) {
        func sinceOnset(_ time: SimTime) -> Double {
            onset.isNever ? .infinity : (time - onset).seconds
        }
        values[.secondsToDetect] = sinceOnset(detected)
        values[.secondsToFirstReport] = sinceOnset(reported)
        values[.secondsToStateReport] = sinceOnset(reportedToState)
        values[.secondsToFirstArrival] = sinceOnset(arrived)
        values[.secondsToControl] = sinceOnset(controlled)
        values[.secondsToFireOut] = sinceOnset(fireOut)
        // Where nothing burnt and nobody was trapped, there was nothing to wait for.
        let isSettled = fires.burning == 0 && trapped.isEmpty && settled.isNever
        values[.secondsToResolve] = sinceOnset(isSettled ? onset : settled)
        values[.secondaryIncidents] = Double(secondary)
        values[.reflares] = Double(reflares)
    }
}

/// Which fires burn, and which of them are under control.
struct FireCount: Sendable {
    private var states: [UInt8] = []
    /// Fires that burn.
    private(set) var burning = 0
    /// Fires that burn and are not under control.
    private(set) var uncontrolled = 0

    mutating func burn(_ hazard: HazardID) { set(hazard, 2) }
    mutating func control(_ hazard: HazardID) { set(hazard, 1) }
    mutating func out(_ hazard: HazardID) { set(hazard, 0) }

    private mutating func set(_ hazard: HazardID, _ state: UInt8) {
        while states.count <= hazard.index { states.append(0) }
        let old = states[hazard.index]
        states[hazard.index] = state
        burning += (state > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
        uncontrolled += (state == 2 ? 1 : 0) - (old == 2 ? 1 : 0)
    }
}
