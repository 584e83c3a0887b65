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
    /// Link on which it waits.
    var link: Int32 = -1
    /// Report of the link into which it goes.
    var ordinal: Int32 = 0
}

/// Lines that wait on links: each in the list of its link, and for links between posts to be found by
/// their item at once. Lines of reports that have been delivered are used again.
extension Situation {
    /// Forgets all lines.
    mutating func beginLines() {
        lines.clear()
        firstFree = -1
        latestLine.fill(-1, count: linkEnds.count * table.count)
    }

    /// Puts a line among those that wait on a link; a newer value of an item replaces the older one.
    ///
    /// Compiling begins if nobody is at it.
    mutating func enqueue(_ line: Line, on link: LinkID, _ instant: Instant) {
        let waiting = waiting(line.place, on: link)
        if waiting >= 0 {
            lines[waiting].value = line.value
            lines[waiting].observedAt = line.observedAt
            lines[waiting].cause = line.cause
        } else {
            append(line, to: link)
        }
        prepare(link, instant)
    }

    /// Returns the line about an item that waits on a link; -1 where there is none.
    @inline(__always)
    private func waiting(_ item: Int32, on link: LinkID) -> Int {
        guard link.index >= linkEnds.count else {
            return waitingBetweenPosts(item, on: link)
        }
        var place = links[link.index].first
        while place >= 0, lines[Int(place)].place != item { place = lines[Int(place)].next }
        return Int(place)
    }

    /// The same over a link between posts, where many lines may wait: the latest line about the item,
    /// if it still waits.
    @inline(__always)
    private func waitingBetweenPosts(_ item: Int32, on link: LinkID) -> Int {
        let latest = Int(latestLine[link.index * table.count + Int(item)])
        guard latest >= 0 else { return -1 }
        let line = lines[latest]
        let isWaiting =
            line.place == item && line.link == link.number
            && line.ordinal == links[link.index].ordinal
        return isWaiting ? latest : -1
    }

    private mutating func append(_ line: Line, to link: LinkID) {
        if case .verified = line.item { links[link.index].hasVerified = true }
        var line = line
        line.next = -1
        line.link = link.number
        line.ordinal = links[link.index].ordinal
        let place = store(line)
        if link.index < linkEnds.count {
            latestLine[link.index * table.count + Int(line.place)] = place
        }
        if links[link.index].last >= 0 {
            lines[Int(links[link.index].last)].next = place
        } else {
            links[link.index].first = place
        }
        links[link.index].last = place
    }

    /// Stores a line where one is free, or behind all others.
    private mutating func store(_ line: Line) -> Int32 {
        guard firstFree >= 0 else {
            lines.append(line)
            return Int32(lines.count - 1)
        }
        let place = firstFree
        firstFree = lines[Int(place)].next
        lines[Int(place)] = line
        return place
    }

    /// Gives back the lines of a report that has been delivered.
    mutating func release(from first: Int32, to last: Int32) {
        lines[Int(last)].next = firstFree
        firstFree = first
    }

    /// Puts the lines of a report that was given up among those that wait, but for what is known anew
    /// by now.
    mutating func putBack(_ report: Report, _ instant: Instant) {
        var place = report.firstLine
        while place >= 0 {
            let line = lines[Int(place)]
            if waiting(line.place, on: report.link) < 0 { append(line, to: report.link) }
            if line.next < 0 { release(from: report.firstLine, to: place) }
            place = line.next
        }
        if links[report.link.index].first >= 0 { prepare(report.link, instant) }
    }
}
