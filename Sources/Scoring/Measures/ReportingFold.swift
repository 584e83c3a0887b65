import EventKernel
import Vocabulary

/// Reports from post to post, up the chain and in time; and what was made public of the dead.
struct ReportingFold: ~Copyable {
    /// Level of every post.
    private let levels: [PostLevel]
    /// For every link the place in the chain from which it leads to the next level; -1 for others.
    private let steps: [Int8]
    /// First report delivered at a post of each level.
    private(set) var reachedAt: [Milestone]
    /// First report delivered from each level of the chain to the next.
    private var toldNext: [SimTime]
    /// All reports, by number.
    private var reports = Shelf<SentReport>()

    /// What is kept of a report that was sent.
    struct SentReport: BitwiseCopyable {
        /// Link between posts, −1 for reports of observers.
        var link: Int32 = -1
        /// When that happened which it passes on; never where nobody knows.
        var passedOn = SimTime.never
    }

    private var kinds = InlineArray<4, Int32>(repeating: 0)
    private var hops: Int64 = 0
    private var hopTime: Int64 = 0
    /// Which contents the first report at an authority had, one bit a sort.
    private var contents: UInt8 = 0
    private var releases: [(time: SimTime, dead: Int32)] = []
    /// Reports over links that fell due, and those of them that had come.
    private var due: (all: Int32, inTime: Int32) = (0, 0)

    /// Levels of the chain from the firm upward (Order 493, Articles 9–13) -- constant.
    static let chain: [PostLevel] = [.firm, .county, .city, .province, .state]
    /// Legal time of each level to report onward, from being told [h]; C -- constant.
    static let dutyHours: [Double] = [1, 2, 2, 2]
    /// Latest legal time at which each level above the firm is told, from the first harm [h] (D: the
    /// law counts from being told) -- constant.
    static let deadlineHours: [Double] = [1, 3, 5, 7]
    /// Sorts of contents due in a first report (Order 493, Article 12) -- constant.
    static let contentSorts = 5

    init(_ definition: ScoringDefinition) {
        let levels = definition.postLevels
        self.levels = levels
        steps = definition.links.map { link in
            let from = Self.chain.firstIndex(of: definition.level(of: link.from)) ?? -1
            guard from >= 0, from + 1 < Self.chain.count,
                Self.nextLevel(above: from, levels) == definition.level(of: link.to)
            else { return -1 }
            return Int8(from)
        }
        reachedAt = Array(repeating: Milestone(), count: PostLevel.allCases.count)
        toldNext = Array(repeating: .never, count: Self.chain.count)
    }

    /// Forgets everything, for another drill.
    mutating func begin() {
        for index in reachedAt.indices { reachedAt[index].clear() }
        for index in toldNext.indices { toldNext[index] = .never }
        reports.clear()
        kinds = InlineArray(repeating: 0)
        (hops, hopTime, contents) = (0, 0, 0)
        releases.removeAll(keepingCapacity: true)
        due = (0, 0)
    }

    /// Returns the place of an authority in the chain: 1 county … 4 state; 0 for what is none.
    static func rank(of level: PostLevel) -> Int {
        switch level {
        case .county: 1
        case .city: 2
        case .province: 3
        case .state: 4
        case .firm, .community, .township, .scene, .callCentre: 0
        }
    }

    /// Level of a post; that of a firm, which is no authority, where it is not known.
    func level(of post: PostID) -> PostLevel {
        levels.indices.contains(post.index) ? levels[post.index] : .firm
    }

    /// Takes in the sending of a report by a fact of a number.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - link: Over which it is sent.
    ///   - kind: Its kind.
    ///   - fact: The sending.
    ///   - passedOn: When that happened which it passes on; never where nobody knows.
    @inline(__always)
    mutating func foldSending(
        _ report: ReportID,
        _ link: LinkID,
        _ kind: ReportKind,
        number fact: FactID,
        _ passedOn: SimTime
    ) {
        let isBetweenPosts = steps.indices.contains(link.index)
        let sent = SentReport(link: isBetweenPosts ? link.number : -1, passedOn: passedOn)
        if reports.count == report.index, report.index <= fact.index {
            reports.append(sent)
        } else if !note(sent, of: report, before: fact) {
            return
        }
        if isBetweenPosts { kinds[Int(kind.rawValue)] += 1 }
    }

    /// Notes a report that is not the next.
    ///
    /// Reports are numbered as they are sent, and there are never more of them than facts; a record that
    /// says so is not followed.
    ///
    /// - Returns: Whether the report is counted.
    private mutating func note(
        _ sent: SentReport,
        of report: ReportID,
        before fact: FactID
    ) -> Bool {
        guard reports.count < report.index, report.index <= fact.index else {
            guard sent.link >= 0, reports.indices.contains(report.index) else { return false }
            reports[report.index] = sent
            return true
        }
        while reports.count < report.index { reports.append(SentReport()) }
        reports.append(sent)
        return true
    }

    /// Whether a report went from post to post.
    func isBetweenPosts(_ report: ReportID) -> Bool {
        reports.indices.contains(report.index) && reports[report.index].link >= 0
    }

    /// Takes in the delivery of a report to a post of a level.
    @inline(__always)
    mutating func foldDelivery(_ level: PostLevel, _ fact: FactID, _ time: SimTime) {
        let place = Int(level.rawValue)
        if time < reachedAt[place].time { reachedAt[place].note(fact, time) }
    }

    /// Takes in the delivery of a report from post to post.
    ///
    /// - Parameters:
    ///   - report: The report, which is between posts.
    ///   - isCaused: Whether the record says which sending it follows from.
    ///   - time: When it was delivered.
    mutating func foldHop(_ report: ReportID, isCaused: Bool, _ time: SimTime) {
        let sent = reports[report.index]
        if isCaused, !sent.passedOn.isNever {
            hops += 1
            hopTime += (time - sent.passedOn).milliseconds
        }
        let step = Int(steps[Int(sent.link)])
        if step >= 0, time < toldNext[step] { toldNext[step] = time }
    }

    /// Level to which one of the chain reports: the next above it of which there is a post.
    private static func nextLevel(above place: Int, _ levels: [PostLevel]) -> PostLevel? {
        chain[(place + 1)...].first { levels.contains($0) }
    }

    /// Notes what the first report at an authority said.
    mutating func foldContent(_ item: Item) {
        switch item {
        case .incident: contents |= 1
        case .estimate, .found, .inCare, .verified, .buried, .missing: contents |= 2
        case .fire, .reading: contents |= 4
        case .chemicals: contents |= 8
        case .team, .level, .aid, .sweeps, .awaitingTransport, .request, .approval: contents |= 16
        case .stock, .beds: break
        }
    }

    mutating func foldRelease(_ dead: Int32, at time: SimTime) { releases.append((time, dead)) }

    /// Notes that the time for a report over a link is over.
    mutating func foldDue(inTime: Bool) {
        due.all += 1
        due.inTime += inTime ? 1 : 0
    }

    /// Returns the dead that were public at an instant [persons].
    func published(at instant: SimTime) -> Int32 {
        releases.last { $0.time <= instant }?.dead ?? 0
    }

    /// Returns the first release about an incident that began at an instant; never where there was
    /// none.
    func firstRelease(since onset: SimTime) -> SimTime {
        releases.first { $0.time >= onset }?.time ?? .never
    }

    /// Dead that were public at the end [persons].
    var lastPublished: Int32 { releases.last?.dead ?? 0 }

    // MARK: Deadlines

    /// Rank of the highest level that an incident of a grade must be reported to: 2 city … 4 state;
    /// no higher than there are posts.
    func target(of grade: IncidentGrade) -> Int {
        let wanted =
            switch grade {
            case .ordinary: 2
            case .larger: 3
            case .major, .extraordinary: 4
            }
        var rank = wanted
        while rank > 0, !levels.contains(Self.chain[rank]) { rank -= 1 }
        return rank
    }

    /// Share of the levels of the chain that were told in time, or need not be told [0…1].
    ///
    /// A level that hears nothing is missed. Levels that need not be told count as kept, so that no death
    /// betters the share; but where no level at all was told in time it is 0: silence earns nothing.
    /// Infinite where there is no chain.
    func deadlinesKept(_ grade: IncidentGrade, onset: SimTime) -> Double {
        let target = target(of: grade)
        var asked = 0.0
        var missed = 0.0
        var isSilent = true
        for rank in 1..<Self.chain.count where levels.contains(Self.chain[rank]) {
            asked += 1
            let latest = onset + SimDuration(hours: Self.deadlineHours[rank - 1])
            let told = reachedAt[Int(Self.chain[rank].rawValue)].time
            if told <= latest { isSilent = false }
            if rank <= target, told > latest { missed += 1 }
        }
        guard asked > 0 else { return .infinity }
        return isSilent ? 0 : 1 - missed / asked
    }

    /// Share of the duties to report onward that were kept, each from being told [0…1].
    ///
    /// Who was told and stays silent keeps none. Infinite where nobody had one.
    private func dutiesKept(_ grade: IncidentGrade) -> Double {
        var duties = 0.0
        var kept = 0.0
        for place in 0..<target(of: grade) {
            let told = reachedAt[Int(Self.chain[place].rawValue)].time
            guard !told.isNever, Self.nextLevel(above: place, levels) != nil else { continue }
            duties += 1
            let latest = told + SimDuration(hours: Self.dutyHours[place])
            if toldNext[place] <= latest { kept += 1 }
        }
        return duties > 0 ? kept / duties : .infinity
    }

    func finish(
        _ values: inout MeasureValues,
        _ grade: IncidentGrade,
        _ times: TimeFold
    ) {
        let onset = times.onset
        values[.firstReports] = Double(kinds[Int(ReportKind.first.rawValue)])
        values[.followUpReports] = Double(kinds[Int(ReportKind.followUp.rawValue)])
        values[.verifiedReports] = Double(kinds[Int(ReportKind.verified.rawValue)])
        values[.finalReports] = Double(kinds[Int(ReportKind.final.rawValue)])
        if due.all > 0 { values[.dueReportsKeptShare] = Double(due.inTime) / Double(due.all) }
        if hops > 0 { values[.secondsPerReportHop] = Double(hopTime) / Double(hops) / 1000 }
        if !times.reported.time.isNever {
            values[.firstReportCompleteness] =
                Double(contents.nonzeroBitCount) / Double(Self.contentSorts)
        }
        guard !onset.isNever else { return }
        let firstRelease = firstRelease(since: onset)
        if !firstRelease.isNever {
            values[.secondsToFirstRelease] = (firstRelease - onset).seconds
        }
        values[.deadlinesKeptShare] = deadlinesKept(grade, onset: onset)
        values[.dutiesKeptShare] = dutiesKept(grade)
        let target = target(of: grade)
        guard target > 0 else { return }
        let told = reachedAt[Int(Self.chain[target].rawValue)].time
        if !told.isNever, times.isDetected {
            values[.secondsToTargetLevel] = (told - times.detected.time).seconds
        }
    }
}
