import EventKernel
import Vocabulary

/// One line of a report: an item with its value as the sender believes it.
struct Line: BitwiseCopyable, Sendable {
    let item: Item
    /// Place of the item in a picture, by which lines are compared.
    let place: Int32
    var value: Int32
    var observedAt: SimTime
    /// Fact that the line passes on.
    var cause: FactID
    /// Next line of the same report; -1 at the end.
    var next: Int32 = -1
}

/// Ends of a link between posts, and what it carries, as a plain value.
struct LinkEnds: BitwiseCopyable, Sendable {
    let from: PostID
    let to: PostID
    let carries: ItemCategories
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
    /// Puts a line among those that wait on a link; a newer value of an item replaces the older one.
    ///
    /// Compiling begins if nobody is at it.
    mutating func enqueue(_ line: Line, on link: LinkID, _ instant: Instant) {
        if case .verified = line.item { links[link.index].hasVerified = true }
        if !replace(line, on: link) { append(line, to: link) }
        prepare(link, instant)
    }

    /// Replaces the line that waits about the same item, if there is one.
    private mutating func replace(_ line: Line, on link: LinkID) -> Bool {
        var place = links[link.index].first
        while place >= 0 {
            if lines[Int(place)].place == line.place {
                lines[Int(place)].value = line.value
                lines[Int(place)].observedAt = line.observedAt
                lines[Int(place)].cause = line.cause
                return true
            }
            place = lines[Int(place)].next
        }
        return false
    }

    private mutating func append(_ line: Line, to link: LinkID) {
        let place = Int32(lines.count)
        lines.append(line)
        if links[link.index].last >= 0 {
            lines[Int(links[link.index].last)].next = place
        } else {
            links[link.index].first = place
        }
        links[link.index].last = place
    }

    /// Begins to compile a report, unless one is being compiled already.
    private mutating func prepare(_ link: LinkID, _ instant: Instant) {
        guard !links[link.index].isPreparing else { return }
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
        guard !isCut(report.link),
            moment.instant.uniform(.loss, entity) >= channels.numbers[channel].loss
        else {
            moment.record(.reportLost(id), because: report.fact)
            let missed = SimDuration(seconds: channels.numbers[channel].acknowledgmentSeconds)
            outbox.schedule(.isMissed(id), at: moment.now + missed, .delivery)
            return
        }
        let way = moment.instant.duration(channels.transmission[channel], .transmission, entity)
        let taking = moment.instant.duration(channels.processing[channel], .processing, entity)
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

    /// Puts the lines of a report that was given up among those that wait, but for what is known anew
    /// by now.
    private mutating func putBack(_ report: Report, _ instant: Instant) {
        var place = report.firstLine
        while place >= 0 {
            var line = lines[Int(place)]
            place = line.next
            line.next = -1
            if !isWaiting(line.place, on: report.link) { append(line, to: report.link) }
        }
        if links[report.link.index].first >= 0 { prepare(report.link, instant) }
    }

    /// Tells whether a line about an item waits on a link.
    private func isWaiting(_ item: Int32, on link: LinkID) -> Bool {
        var place = links[link.index].first
        while place >= 0 {
            if lines[Int(place)].place == item { return true }
            place = lines[Int(place)].next
        }
        return false
    }

    /// A report arrives and changes the picture of its receiver.
    mutating func deliver(_ id: ReportID, _ moment: inout Moment) {
        let report = reports[id.index]
        messages.onTheWay -= 1
        messages.delivered += 1
        links[report.link.index].givenUp = 0
        let fact = moment.record(.delivered(id, report.to), because: report.fact)
        let sigma = channels.numbers[channel(of: report.link)].distortionSigma
        let concealed = concealedShare(on: report.link)
        var errors = moment.luck.stream(
            .distortion,
            entity(report.link, report.ordinal)
        )
        var place = report.firstLine
        while place >= 0 {
            let line = lines[Int(place)]
            if case .incident = line.item, links[report.link.index].told == .none {
                links[report.link.index].told = fact
            }
            let error = sigma > 0 ? errors.uniform() : 0.5
            let value = distorted(line, sigma: sigma, draw: error, concealed: concealed)
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
            place = line.next
        }
        touch(report.to, because: fact)
    }

    private func concealedShare(on link: LinkID) -> Double {
        guard link.index < linkEnds.count else { return 0 }
        return plan.concealedShare[linkEnds[link.index].from.index]
    }

    /// Returns a count as it arrives, with clerical error and concealment; other lines arrive as they
    /// are.
    private func distorted(
        _ line: Line,
        sigma: Double,
        draw: Double,
        concealed: Double
    ) -> Int32 {
        switch line.item {
        case .found, .inCare, .estimate:
            guard sigma > 0 || concealed > 0, line.value > 0 else { return line.value }
            let error = Elementary.exp(sigma * Elementary.normalQuantile(draw))
            let value = Double(line.value) * (1 - concealed) * error
            return Int32(Elementary.floor(min(value, 1e9) + 0.5))
        default: return line.value
        }
    }
}
