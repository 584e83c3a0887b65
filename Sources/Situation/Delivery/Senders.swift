import EventKernel
public import Vocabulary

/// Who reports over which link: links between posts come first, then those of teams, hospitals,
/// depots, sensors and the staff of enterprises.
extension Situation {
    private var firstTeam: Int { linkEnds.count }
    private var firstHospital: Int { firstTeam + register.teams.count }
    private var firstDepot: Int { firstHospital + register.hospitals.count }
    private var firstSensor: Int { firstDepot + register.depots.count }
    /// First of the links by which staff and callers tell a post.
    var firstStaff: Int { firstSensor + definition.sensorPosts.count }

    /// Returns the link over which an observer reports; nil for witnesses, who call, and for posts,
    /// who see for themselves.
    @inline(__always)
    private func link(of observer: Observer) -> LinkID? {
        let number = Int(observer.number)
        switch observer.kind {
        case .team: return LinkID(firstTeam + number)
        case .hospital: return LinkID(firstHospital + number)
        case .depot: return LinkID(firstDepot + number)
        case .sensor: return LinkID(firstSensor + number)
        case .staff: return LinkID(firstStaff + number)
        case .witness, .post: return nil
        }
    }

    /// Makes the table of channels: those of links between posts first, then one for each sort of
    /// observer, and which of them every link uses.
    static func channels(
        _ definition: SituationDefinition,
        _ register: Register
    ) -> (table: ChannelTable, ofLink: [Int32]) {
        let between = definition.links.map { $0.channel }
        let sorts = [
            (definition.radio, register.teams.count),
            (definition.hospitals, register.hospitals.count),
            (definition.depots, register.depots.count),
            (definition.sensors, definition.sensorPosts.count),
            (definition.staff, definition.posts.count),
        ]
        var ofLink = between.indices.map { Int32($0) }
        for (number, sort) in sorts.enumerated() {
            ofLink += Array(repeating: Int32(between.count + number), count: sort.1)
        }
        return (ChannelTable(between + sorts.map { $0.0 }), ofLink)
    }

    /// Names every link for random streams by who reports to whom.
    ///
    /// A link keeps its luck when teams, depots, posts or links are added behind those there are: the
    /// highest four bits of 32 tell the sort of sender, the others its number, or for links between
    /// posts both posts and which of their links it is.
    static func entities(_ definition: SituationDefinition, _ register: Register) -> [UInt64] {
        var entities: [UInt64] = []
        for (place, link) in definition.links.enumerated() {
            let earlier = definition.links[..<place]
            let twins = earlier.count { $0.from == link.from && $0.to == link.to }
            entities.append(link.from.entity << 16 | link.to.entity << 4 | UInt64(twins & 15))
        }
        let counts = [
            register.teams.count, register.hospitals.count, register.depots.count,
            definition.sensorPosts.count, definition.posts.count,
        ]
        for (sort, count) in counts.enumerated() {
            entities += (0..<count).map { UInt64(sort + 1) << 28 | UInt64($0) }
        }
        return entities
    }

    /// Returns the entity of the so many-th occasion of a link.
    func entity(_ link: LinkID, _ ordinal: Int32) -> UInt64 {
        entityOfLink[link.index] << 32 | UInt64(UInt32(bitPattern: ordinal))
    }

    /// Place in the table of channels of the one by which a link's reports travel.
    func channel(of link: LinkID) -> Int { Int(channelOfLink[link.index]) }

    /// Returns who receives what is sent over a link at this moment, nil for nobody.
    @inline(__always)
    func receiver(of link: LinkID) -> PostID? {
        let number = link.index
        if number < firstTeam { return linkEnds[number].to }
        if number < firstHospital { return receiver(of: TeamID(number - firstTeam)) }
        if number < firstDepot { return definition.hospitalPost }
        if number < firstSensor { return register.depots[number - firstDepot].post }
        if number < firstStaff { return definition.sensorPosts[number - firstSensor] }
        return PostID(number - firstStaff)
    }

    /// A team reports to the post that sent it, and at the site to the one that commands there.
    @inline(__always)
    private func receiver(of team: TeamID) -> PostID {
        let sender = control[team.index]
        guard isAtSite[team.index] else { return sender }
        let commander = plan.commanders[sender.index]
        return isActive[commander.index] ? commander : sender
    }

    /// Tells whether a report cannot leave at present.
    @inline(__always)
    func isCut(_ report: Report) -> Bool {
        if allCut || isCutOff[report.to.index] { return true }
        let link = report.link.index
        return link < linkEnds.count && isCutOff[linkEnds[link].from.index]
    }

    /// Takes up an observation: it becomes a line of the observer's next report, or a call.
    public mutating func notice(_ observation: Observation, _ moment: inout Moment) {
        if observation.observer.kind == .team { noticeTeam(observation, &moment) }
        if let link = link(of: observation.observer) {
            let line = Line(
                item: observation.item,
                place: Int32(truncatingIfNeeded: table.index(of: observation.item)),
                value: observation.value,
                observedAt: moment.now,
                cause: observation.cause
            )
            enqueue(line, on: link, moment.instant)
        } else if observation.observer.kind == .witness {
            call(observation, &moment)
        }
    }

    /// Keeps track of which teams are at a site; the first one there opens the on-scene command.
    private mutating func noticeTeam(_ observation: Observation, _ moment: inout Moment) {
        guard case .team(let team) = observation.item,
            let status = TeamStatus(rawValue: observation.value)
        else { return }
        let isThere = status == .free || status == .working || status == .resting
        isAtSite[team.index] = isThere
        guard isThere else { return }
        let commander = plan.commanders[control[team.index].index]
        activate(commander, because: observation.cause, &moment)
    }

    /// Lets a post begin to work, if it has not.
    mutating func activate(_ post: PostID, because cause: FactID, _ moment: inout Moment) {
        guard !isActive[post.index] else { return }
        isActive[post.index] = true
        let fact = moment.record(.activated(post), because: cause)
        changed[post.index] = .all
        touch(post, because: fact)
    }
}
