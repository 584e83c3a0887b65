import EventKernel
public import Vocabulary

/// What the public really makes of an incident: a rumour that spreads from person to person, trust,
/// and the official word.
///
/// It stands among what is really the case, since what people believe and say is a fact of the world:
/// command cannot see it and learns of it only through what somebody observes.
struct PublicOpinion: Sendable {
    let definition: OpinionDefinition

    /// People by what they make of the rumour -- state.
    private(set) var counts = RumourCounts()
    /// Trust and the official word -- state.
    private(set) var trust = PublicTrust(0, from: .start)
    /// Number of the event that is due; others are outdated -- state.
    private(set) var epoch: Int32 = 0
    /// Whether the first harm has happened -- state.
    private(set) var hasBegun = false

    /// Rate at which one person calls on one certain other [1/s] -- drawn once a drill.
    private var contact = 0.0
    /// Length of a step -- derived.
    private var step = SimDuration.zero
    /// Steps so far -- state.
    private var stepCount: UInt64 = 0
    /// Whether the next event is a change, not merely the end of a release's freshness -- state.
    private var isChange = false
    private var stream: RandomStream
    /// Most people who spread the rumour at a time, and when [persons] -- state.
    private var peak = (persons: Int32(0), at: SimTime.start)
    /// Height of the peak that is on record [persons] -- state.
    private var toldPeak: Int32 = 0
    /// When the last person fell silent; never before -- state.
    private var endedAt = SimTime.never
    /// Latest fact about the rumour -- state.
    private var fact = FactID.none

    /// Length of a step in the scheme of steps, in contacts of one person -- constant.
    private static let stepContacts = 0.125
    /// Most contacts of one person, so that a drill of steps ends [1/h] -- constant.
    private static let contactsPerHourAtMost = 1000.0

    init(_ definition: OpinionDefinition) {
        self.definition = definition
        stream = DrillKey(seed: 0, drill: 0).stream(.rumourMeeting, 0)
    }

    /// Goes back to a public that knows of nothing.
    mutating func reset(_ instant: Instant) {
        counts = RumourCounts(ignorant: definition.persons)
        stream = instant.luck.stream(.rumourMeeting, 0)
        stepCount = 0
        epoch = 0
        hasBegun = false
        peak = (0, .start)
        toldPeak = 0
        endedAt = .never
    }

    /// Lets the first harm become known: a few people begin to talk.
    ///
    /// - Returns: When the rumour moves next.
    mutating func begin(because cause: FactID, _ moment: inout Moment) -> SimTime {
        let instant = moment.instant
        hasBegun = true
        let drawn = instant.sample(definition.contactsPerHour, .contactRate, 0)
        let perHour = max(1e-6, min(Self.contactsPerHourAtMost, drawn))
        contact = perHour / 3600 / Double(max(1, definition.persons - 1))
        step = SimDuration(hours: Self.stepContacts / perHour)
        let share = instant.sample(definition.trust, .publicTrust, 0)
        trust = PublicTrust(max(0, min(1, share)), from: moment.now)
        let first = min(definition.firstSpreaders, definition.persons)
        counts.ignorant -= first
        counts.spreading = first
        peak = (first, moment.now)
        fact = moment.record(.rumourBegan(persons: first), because: cause)
        return next(moment.now)
    }

    /// Returns when the rumour moves next; draws in the exact scheme.
    private mutating func next(_ now: SimTime) -> SimTime {
        guard endedAt.isNever else { return .never }
        guard definition.scheme == .exact else { return now + step }
        let rates = trust.rates(at: now, contact: contact, definition)
        let total = RumourChances(counts, rates, definition.model).total
        let waits = SimDuration(seconds: -Elementary.log1p(-stream.uniform()) / total)
        // Rates change when the official word is no longer fresh; waiting then begins anew, since what
        // comes at a constant rate has no memory.
        isChange = rates.official == 0 || now + waits < trust.fresh.until
        return isChange ? now + waits : trust.fresh.until
    }

    /// Lets the rumour move on.
    ///
    /// - Returns: When it moves next.
    mutating func move(_ moment: inout Moment) -> SimTime {
        if definition.scheme == .steps {
            advance(moment.instant)
        } else if isChange {
            let rates = trust.rates(at: moment.now, contact: contact, definition)
            let chances = RumourChances(counts, rates, definition.model)
            counts.apply(chances.change(at: stream.uniform()))
        }
        note(&moment)
        return next(moment.now)
    }

    private mutating func advance(_ instant: Instant) {
        let start = SimTime(milliseconds: instant.now.milliseconds - step.milliseconds)
        let passing = RumourStep(
            model: definition.model,
            rates: trust.rates(from: start, to: instant.now, contact: contact, definition),
            seconds: step.seconds,
            number: stepCount,
            instant: instant
        )
        passing.advance(&counts)
        stepCount += 1
    }

    /// Puts on record that the rumour has passed its peak, or is over.
    private mutating func note(_ moment: inout Moment) {
        if counts.spreading > peak.persons { peak = (counts.spreading, moment.now) }
        if 2 * counts.spreading <= peak.persons { tellPeak(&moment) }
        guard counts.spreading == 0 else { return }
        endedAt = moment.now
        tellCounts(&moment)
    }

    private mutating func tellPeak(_ moment: inout Moment) {
        guard peak.persons > toldPeak else { return }
        toldPeak = peak.persons
        fact = moment.record(.rumourPeaked(persons: peak.persons, at: peak.at), because: fact)
    }

    private mutating func tellCounts(_ moment: inout Moment) {
        let content = FactContent.rumourCounted(
            believed: counts.believed,
            spreading: counts.spreading,
            informed: counts.informed
        )
        fact = moment.record(content, because: fact)
    }

    /// Lets the public hear a release about what has happened.
    ///
    /// - Returns: When the rumour moves next, where that changes; else never.
    mutating func hear(_ release: Release, _ moment: inout Moment) -> SimTime {
        let waitedUntil = trust.firstRelease.isNever ? moment.now : min(moment.now, endedAt)
        trust.take(release, at: moment.now, waitedUntil: waitedUntil, definition)
        moment.record(.trustChanged(trust.atRelease), because: release.cause)
        guard definition.scheme == .exact else { return .never }
        epoch += 1
        return next(moment.now)
    }

    /// Puts on record what the public makes of the incident at the end of a drill.
    mutating func measure(_ moment: inout Moment) {
        tellPeak(&moment)
        if endedAt.isNever { tellCounts(&moment) }
        let waitedUntil = trust.firstRelease.isNever ? moment.now : min(moment.now, endedAt)
        moment.record(.trustChanged(trust.value(at: waitedUntil, definition)), because: fact)
    }
}

extension GroundTruth {
    /// Lets the public begin to talk, if it does not yet.
    mutating func rumourBegins(because cause: FactID, _ moment: inout Moment) {
        guard opinion?.hasBegun == false else { return }
        expectRumour(at: opinion?.begin(because: cause, &moment))
    }

    /// Lets a rumour move on.
    mutating func rumourMoves(_ epoch: Int32, _ moment: inout Moment) {
        guard opinion?.epoch == epoch else { return }
        expectRumour(at: opinion?.move(&moment))
    }

    private mutating func expectRumour(at time: SimTime?) {
        guard let time, let epoch = opinion?.epoch else { return }
        outbox.schedule(.rumourMoves(epoch: epoch), at: time, .hazard)
    }

    /// Lets the public hear an official release; before anything has happened nobody listens.
    public mutating func hear(_ release: Release, _ moment: inout Moment) {
        guard opinion?.hasBegun == true else { return }
        expectRumour(at: opinion?.hear(release, &moment))
    }

    /// Puts on record what the public makes of the incident, at the end of the drill.
    public mutating func measureOpinion(_ moment: inout Moment) {
        guard opinion?.hasBegun == true else { return }
        opinion?.measure(&moment)
    }
}
