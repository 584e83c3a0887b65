import EventKernel
import Vocabulary

/// Ends of a link between posts, as a plain value.
struct LinkEnds: BitwiseCopyable, Sendable {
    let from: PostID
    let to: PostID
}

/// Links out of every post, those of one post in a row, as plain values.
struct LinksOut: Sendable {
    /// A link with what it carries.
    struct Entry: BitwiseCopyable, Sendable {
        let link: LinkID
        let carries: ItemCategories
    }

    private var entries: [Entry] = []
    /// Place of the first link of each post; last, that after all -- derived.
    private var first: [Int32] = [0]

    init(_ definition: SituationDefinition) {
        for post in definition.posts.indices {
            for (number, link) in definition.links.enumerated() where link.from == PostID(post) {
                entries.append(Entry(link: LinkID(number), carries: link.carries))
            }
            first.append(Int32(entries.count))
        }
    }

    /// Places of the links out of a post.
    @inline(__always)
    func places(of post: PostID) -> Range<Int> {
        Int(first[post.index])..<Int(first[post.index + 1])
    }

    /// The link at a place.
    subscript(place: Int) -> Entry { entries[place] }
}

/// What waits to be reported over one link.
struct LinkState: BitwiseCopyable, Sendable {
    /// First line that waits; -1 for none -- state.
    var first: Int32 = -1
    /// Last line that waits; -1 for none -- state.
    var last: Int32 = -1
    /// Whether a report is being compiled -- state.
    var isPreparing = false
    /// Reports sent so far -- state.
    var ordinal: Int32 = 0
    /// Whether a verified count waits -- state.
    var hasVerified = false
    /// Reports given up since one last got through -- state.
    var givenUp: Int32 = 0
    /// Earliest instant for the next report -- state.
    var notBefore = SimTime.start
    /// Fact of the first delivery that told of an incident; `none` before -- state.
    var told = FactID.none
}

/// A report on its way or arrived.
struct Report: BitwiseCopyable, Sendable {
    let link: LinkID
    let to: PostID
    let kind: ReportKind
    let ordinal: Int32
    let firstLine: Int32
    /// Fact of its sending.
    let fact: FactID
    /// Times it has been sent -- state.
    var attempts: Int32 = 1
}

/// Numbers of messages, for the balance: what was sent is delivered, lost for good, or on its way.
public struct MessageCounts: Hashable, BitwiseCopyable, Sendable {
    /// Messages sent, each counted once.
    public internal(set) var sent: Int64 = 0
    /// Messages delivered.
    public internal(set) var delivered: Int64 = 0
    /// Messages given up.
    public internal(set) var lost: Int64 = 0
    /// Messages on their way.
    public internal(set) var onTheWay: Int64 = 0

    /// Whether every message is accounted for.
    public var isBalanced: Bool { sent == delivered + lost + onTheWay }
}

extension Situation {
    /// Begins to compile a report, unless one is being compiled already.
    @inline(__always)
    mutating func prepare(_ link: LinkID, _ instant: Instant) {
        if !links[link.index].isPreparing { beginPreparing(link, instant) }
    }

    private mutating func beginPreparing(_ link: LinkID, _ instant: Instant) {
        links[link.index].isPreparing = true
        let ordinal = links[link.index].ordinal
        var time = instant.duration(
            channels.preparation[channel(of: link)],
            .preparation,
            entity(link, ordinal)
        )
        if ordinal == 0, let hesitation = hesitation(on: link) {
            let sender = linkEnds[link.index].from
            time = time + instant.duration(hesitation, .hesitation, sender.entity)
        }
        let ready = max(instant.now, links[link.index].notBefore) + time
        outbox.schedule(.closes(link), at: ready, .delivery)
    }

    private func hesitation(on link: LinkID) -> Distribution? {
        guard link.index < linkEnds.count else { return nil }
        return plan.hesitation[linkEnds[link.index].from.index].time
    }

    /// A report is compiled: whatever waits by now goes into it, and it leaves.
    mutating func close(_ link: LinkID, _ moment: inout Moment) {
        let state = links[link.index]
        links[link.index].isPreparing = false
        guard state.first >= 0, let receiver = receiver(of: link) else { return }
        let kind: ReportKind =
            state.ordinal == 0 ? .first : (state.hasVerified ? .verified : .followUp)
        let id = ReportID(reports.count)
        let cause = lines[Int(state.first)].cause
        let fact = moment.record(.sent(id, link, kind), because: cause)
        reports.append(
            Report(
                link: link,
                to: receiver,
                kind: kind,
                ordinal: state.ordinal,
                firstLine: state.first,
                fact: fact
            )
        )
        links[link.index].first = -1
        links[link.index].last = -1
        links[link.index].hasVerified = false
        links[link.index].ordinal += 1
        links[link.index].notBefore =
            moment.now + SimDuration(seconds: channels.numbers[channel(of: link)].rhythmSeconds)
        messages.sent += 1
        messages.onTheWay += 1
        transmit(id, &moment)
    }

    /// Sends a report on its way; it may be lost.
    mutating func transmit(_ id: ReportID, _ moment: inout Moment) {
        let report = reports[id.index]
        let channel = channel(of: report.link)
        let entity = entity(report.link, report.ordinal << 2 | report.attempts & 3)
        let draws = moment.instant.uniforms(.loss, .transmission, .processing, entity)
        guard !isCut(report), draws.0 >= channels.numbers[channel].loss else {
            moment.record(.reportLost(id), because: report.fact)
            let missed = SimDuration(seconds: channels.numbers[channel].acknowledgmentSeconds)
            outbox.schedule(.isMissed(id), at: moment.now + missed, .delivery)
            return
        }
        let way = Instant.duration(channels.transmission[channel], draw: draws.1)
        let taking = Instant.duration(channels.processing[channel], draw: draws.2)
        outbox.schedule(.arrives(id), at: moment.now + way + taking, .delivery)
    }

    /// Reports given up one after another before a sender stops -- constant (D).
    private static let reportsGivenUpAtMost: Int32 = 50

    /// A lost report is missed: it is sent again, or given up for a new one.
    mutating func isMissed(_ id: ReportID, _ moment: inout Moment) {
        guard reports[id.index].attempts <= definition.repeats else {
            messages.onTheWay -= 1
            messages.lost += 1
            let link = reports[id.index].link.index
            links[link].givenUp += 1
            if links[link].givenUp <= Self.reportsGivenUpAtMost {
                putBack(reports[id.index], moment.instant)
            }
            return
        }
        reports[id.index].attempts += 1
        transmit(id, &moment)
    }

    /// A report arrives and changes the picture of its receiver.
    mutating func deliver(_ id: ReportID, _ moment: inout Moment) {
        let report = reports[id.index]
        messages.onTheWay -= 1
        messages.delivered += 1
        links[report.link.index].givenUp = 0
        let fact = moment.record(.delivered(id, report.to), because: report.fact)
        let spoiling = Spoiling(
            sigma: channels.numbers[channel(of: report.link)].distortionSigma,
            concealed: concealedShare(on: report.link),
            entity: entity(report.link, report.ordinal)
        )
        var place = report.firstLine
        var number: UInt64 = 0
        while place >= 0 {
            let line = lines[Int(place)]
            if case .incident = line.item, links[report.link.index].told == .none {
                links[report.link.index].told = fact
            }
            let value =
                spoiling.isAbout(line) ? spoiling.value(of: line, number, moment.luck) : line.value
            number += 1
            believe(
                line.item,
                place: Int(line.place),
                value,
                observedAt: line.observedAt,
                because: fact,
                told: line.cause,
                at: report.to,
                &moment
            )
            if line.next < 0 { release(from: report.firstLine, to: place) }
            place = line.next
        }
        touch(report.to, because: fact)
    }

    private func concealedShare(on link: LinkID) -> Double {
        guard link.index < linkEnds.count else { return 0 }
        return plan.concealedShare[linkEnds[link.index].from.index]
    }
}

/// What happens to the counts of a report on its way: clerical error and concealment.
private struct Spoiling: BitwiseCopyable {
    /// Spread of clerical errors, standard deviation of the logarithm.
    let sigma: Double
    /// Share that the sender conceals [0…1].
    let concealed: Double
    /// The report, for the streams.
    let entity: UInt64

    /// Tells whether the value of a line arrives as another one: only counts do.
    @inline(__always)
    func isAbout(_ line: Line) -> Bool {
        guard sigma > 0 || concealed > 0, line.value > 0 else { return false }
        switch line.item {
        case .found, .inCare, .estimate: return true
        default: return false
        }
    }

    /// Returns the value of the so many-th line of the report as it arrives.
    func value(of line: Line, _ number: UInt64, _ luck: DrillKey) -> Int32 {
        let draw = sigma > 0 ? luck.uniform(.distortion, entity, index: number) : 0.5
        let error = Elementary.exp(sigma * Elementary.normalQuantile(draw))
        let value = Double(line.value) * (1 - concealed) * error
        return Int32(Elementary.floor(min(value, 1e9) + 0.5))
    }
}
