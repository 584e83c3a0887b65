import EventKernel
import Vocabulary

/// Which teams are at which site, in order of arrival: all of them, those who may wait for air, and those
/// whom each post has sent.
///
/// Each of these is a set of arrivals, which are numbered over all sites. So none of what is asked of it at
/// every event takes longer where more teams are there.
struct Roster: Sendable {
    /// A group of the teams at a site that is asked for.
    enum Group: Int {
        /// All of them.
        case present = 0
        /// Those who wait for air, and perhaps some who have gone on since.
        case waiting = 1
    }

    /// Where one team is.
    private struct Entry: BitwiseCopyable {
        /// Its latest arrival; -1 while it is at no site.
        var arrival: Int32 = -1
        var site = SiteID(0)
        var sender: PostID?
    }

    private let posts: Int
    /// Arrivals that can be told apart.
    private let width: Int
    private var sets: NumberSet
    /// Where each team is -- state.
    private var entries: [Entry]
    /// Team of each arrival -- state.
    private var arrived: [TeamID] = []
    /// The fewest cylinders that anybody wants of those who wait at each site, or fewer; who finds half of what it
    /// wants goes on -- state.
    private var leastWanted: [Int32]

    /// Creates a roster on which nobody is at any site.
    init(teams: Int, sites: Int, posts: Int) {
        self.posts = posts
        width = (2 * teams + 64) / 64 * 64
        sets = NumberSet(below: sites * (posts + 3) * width)
        entries = Array(repeating: Entry(), count: teams)
        leastWanted = Array(repeating: .max, count: sites)
    }

    /// Lets nobody be at any site, as at the start of a drill.
    mutating func reset() {
        sets.clear()
        entries.fill(Entry(), count: entries.count)
        arrived.removeAll(keepingCapacity: true)
        leastWanted.fill(.max, count: leastWanted.count)
    }

    /// Site at which a team is; nil where it is at none.
    func site(of team: TeamID) -> SiteID? {
        let entry = entries[team.index]
        return entry.arrival >= 0 ? entry.site : nil
    }

    /// Returns the first team of a group behind one, whose arrival is `last` -- -1 before the first --
    /// and puts its own there.
    ///
    /// - Precondition: Nobody has arrived since the walk began: arrivals may be numbered anew then.
    @inline(__always)
    func next(_ group: Group, at site: SiteID, after last: inout Int) -> TeamID? {
        let start = row(group.rawValue, at: site)
        guard let place = sets.first(in: start + last + 1..<start + width) else { return nil }
        last = place - start
        return arrived[last]
    }

    /// Returns the first team that was sent by a post, or by none, of those at a site.
    @inline(__always)
    func spokesman(of sender: PostID?, at site: SiteID) -> TeamID? {
        let start = row(of: sender, at: site)
        return sets.first(in: start..<start + width).map { arrived[$0 - start] }
    }

    /// Returns the first team behind one, of those who are the first of all whom their post has sent.
    ///
    /// Goes on from team to team like `next`.
    func nextSpokesman(at site: SiteID, after last: inout Int) -> TeamID? {
        var nearest = width
        for sender in 0...posts {
            let start = row(2 + sender, at: site)
            guard let place = sets.first(in: start..<start + width) else { continue }
            if place - start > last { nearest = min(nearest, place - start) }
        }
        guard nearest < width else { return nil }
        last = nearest
        return arrived[nearest]
    }

    /// Tells whether a stock of so many cylinders may let anybody go on of those who wait at a site: half of what is
    /// wanted suffices.
    @inline(__always)
    func mayAnyGoOn(with cylinders: Int32, at site: SiteID) -> Bool {
        let wanted = leastWanted[site.index]
        return cylinders >= wanted / 2 + wanted % 2
    }

    // MARK: Coming and going

    /// A team comes to a site.
    mutating func arrive(_ team: TeamID, at site: SiteID, sentBy sender: PostID?) {
        if arrived.count == width { closeRanks() }
        arrived.append(team)
        put(team, arrived.count - 1, Entry(site: site, sender: sender))
    }

    /// A team goes, if it is at a site.
    mutating func leave(_ team: TeamID) {
        let entry = entries[team.index]
        guard entry.arrival >= 0 else { return }
        sets.remove(place(of: entry, in: .present))
        sets.remove(place(of: entry, in: .waiting))
        sets.remove(placeAmongSent(entry))
        entries[team.index].arrival = -1
    }

    /// A post gives an order to a team, which is its own from now on.
    @inline(__always)
    mutating func follow(_ team: TeamID, _ sender: PostID) {
        let entry = entries[team.index]
        guard entry.arrival >= 0, entry.sender != sender else { return }
        sets.remove(placeAmongSent(entry))
        entries[team.index].sender = sender
        sets.insert(placeAmongSent(entries[team.index]))
    }

    /// A team at a site begins to wait, wanting so many cylinders.
    ///
    /// - Precondition: The team is at a site.
    mutating func wait(_ team: TeamID, for cylinders: Int32) {
        let entry = entries[team.index]
        sets.insert(place(of: entry, in: .waiting))
        leastWanted[entry.site.index] = min(leastWanted[entry.site.index], cylinders)
    }

    /// A team no longer waits, if it is still there.
    mutating func goOn(_ team: TeamID) {
        let entry = entries[team.index]
        guard entry.arrival >= 0 else { return }
        sets.remove(place(of: entry, in: .waiting))
    }

    /// All who wait at a site have been looked at, and each wants so many cylinders or more.
    mutating func note(leastWanted cylinders: Int32, at site: SiteID) {
        leastWanted[site.index] = cylinders
    }

    /// Numbers the arrivals of those who are still there anew, in the same order.
    private mutating func closeRanks() {
        var count = 0
        for arrival in arrived.indices {
            let team = arrived[arrival]
            guard Int(entries[team.index].arrival) == arrival else { continue }
            move(team, to: count)
            count += 1
        }
        arrived.removeLast(arrived.count - count)
    }

    private mutating func move(_ team: TeamID, to arrival: Int) {
        let entry = entries[team.index]
        let isWaiting = sets.contains(place(of: entry, in: .waiting))
        leave(team)
        put(team, arrival, entry)
        if isWaiting { sets.insert(place(of: entries[team.index], in: .waiting)) }
    }

    private mutating func put(_ team: TeamID, _ arrival: Int, _ entry: Entry) {
        entries[team.index] = entry
        entries[team.index].arrival = Int32(arrival)
        arrived[arrival] = team
        sets.insert(place(of: entries[team.index], in: .present))
        sets.insert(placeAmongSent(entries[team.index]))
    }

    // MARK: Places in the sets

    private func place(of entry: Entry, in group: Group) -> Int {
        row(group.rawValue, at: entry.site) + Int(entry.arrival)
    }

    private func placeAmongSent(_ entry: Entry) -> Int {
        row(of: entry.sender, at: entry.site) + Int(entry.arrival)
    }

    @inline(__always)
    private func row(of sender: PostID?, at site: SiteID) -> Int {
        row(2 + (sender.map { $0.index + 1 } ?? 0), at: site)
    }

    @inline(__always)
    private func row(_ number: Int, at site: SiteID) -> Int {
        (site.index * (posts + 3) + number) * width
    }
}
