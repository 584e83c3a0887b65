import EventKernel
import Vocabulary

/// What authorities believed of the dead and the seriously injured, against the truth.
///
/// Of each count the highest that any post of a county, city, province or of the state believes is
/// what "the authorities" know.
struct PictureFold: Sendable {
    /// Counts that are followed: dead, serious.
    private static let tallies = 2

    private let isAuthority: [Bool]
    private let zoneCount: Int
    private let placeCount: Int
    /// Believed values by post, tally and place: sites first, then zones, then hospitals.
    private var beliefs: [Int32]
    /// Sums over zones and hospitals by post and tally.
    private var sums: [Int32]
    /// Verified counts by post and tally, summed over sites.
    private var verified: [Int32]
    /// Whether each post believes that something has happened.
    private var knowsIncident: [Bool]
    private let siteCount: Int

    /// Highest count that an authority believes, by tally.
    private(set) var known: (dead: Int32, serious: Int32) = (0, 0)
    private var truth = 0
    /// When the counts last changed.
    private var changedAt = SimTime.never
    /// Relative error of the known dead, integrated from the first death on [s].
    private var errorSeconds = 0.0
    private var seconds = 0.0
    /// Grade that each believed count has reached so far, with when: 1…4 by raw value plus one.
    private var gradeReachedAt: [SimTime] = Array(repeating: .never, count: 5)
    private var grade = IncidentGrade.ordinary

    init(_ definition: ScoringDefinition) {
        isAuthority = definition.postLevels.map { $0.isAuthority }
        siteCount = definition.siteDepots.count
        zoneCount = Int(max(0, definition.zoneCount))
        placeCount = siteCount + zoneCount + Int(max(0, definition.hospitalCount))
        let posts = definition.postLevels.count
        beliefs = Array(repeating: 0, count: posts * Self.tallies * placeCount)
        sums = Array(repeating: 0, count: posts * Self.tallies)
        verified = sums
        knowsIncident = Array(repeating: false, count: posts)
    }

    /// Forgets everything, for another drill.
    mutating func begin() {
        for index in beliefs.indices { beliefs[index] = 0 }
        for index in sums.indices {
            sums[index] = 0
            verified[index] = 0
        }
        for index in knowsIncident.indices { knowsIncident[index] = false }
        known = (0, 0)
        truth = 0
        changedAt = .never
        errorSeconds = 0
        seconds = 0
        for index in gradeReachedAt.indices { gradeReachedAt[index] = .never }
        grade = .ordinary
    }

    /// Takes in a belief.
    @inline(__always)
    mutating func fold(_ post: PostID, _ item: Item, _ value: Int32, at time: SimTime) {
        switch item {
        case .incident: learns(post, value > 0, at: time)
        case .found(let tally, let zone) where zone.index < zoneCount:
            believe(post, tally, siteCount + zone.index, value, at: time)
        case .inCare(let tally, let hospital):
            believe(post, tally, siteCount + zoneCount + hospital.index, value, at: time)
        case .verified(let tally, let site) where site.index < siteCount:
            believe(post, tally, site.index, value, at: time)
        default: break
        }
    }

    /// An incident of which no casualties are known is an ordinary one so far.
    private mutating func learns(_ post: PostID, _ hasHappened: Bool, at time: SimTime) {
        guard isAuthority.indices.contains(post.index), isAuthority[post.index] else { return }
        knowsIncident[post.index] = hasHappened
        if hasHappened { gradeReachedAt[1] = min(gradeReachedAt[1], time) }
    }

    private mutating func believe(
        _ post: PostID,
        _ tally: Headcount,
        _ place: Int,
        _ value: Int32,
        at time: SimTime
    ) {
        guard tally == .dead || tally == .serious, place < placeCount,
            isAuthority.indices.contains(post.index), isAuthority[post.index]
        else { return }
        let row = post.index * Self.tallies + Int(tally.rawValue)
        let before = max(sums[row], verified[row])
        let cell = row * placeCount + place
        let change = value &- beliefs[cell]
        beliefs[cell] = value
        if place < siteCount { verified[row] &+= change } else { sums[row] &+= change }
        if change != 0 { refresh(row, from: before, at: time) }
    }

    /// Finds the highest count anew after that of a row has changed.
    private mutating func refresh(_ changed: Int, from before: Int32, at time: SimTime) {
        let highest = changed % Self.tallies == 0 ? known.dead : known.serious
        let value = max(sums[changed], verified[changed])
        // What neither rises above the highest nor has been it changes nothing.
        if value == before || before < highest && value <= highest { return }
        var dead: Int32 = 0
        var serious: Int32 = 0
        for post in isAuthority.indices where isAuthority[post] {
            let row = post * Self.tallies
            dead = max(dead, sums[row], verified[row])
            serious = max(serious, sums[row + 1], verified[row + 1])
        }
        guard dead != known.dead || serious != known.serious else { return }
        settle(at: time)
        known = (dead, serious)
        let believed = IncidentGrade(
            deaths: Int(dead),
            seriousInjuries: Int(serious),
            directLossYuan: 0
        )
        grade = believed
        for step in 1...Int(believed.rawValue) + 1 {
            gradeReachedAt[step] = min(gradeReachedAt[step], time)
        }
    }

    /// Takes in a death in truth.
    mutating func foldDeath(at time: SimTime) {
        settle(at: time)
        truth += 1
        if changedAt.isNever { changedAt = time }
    }

    /// Accounts for the error up to an instant.
    private mutating func settle(at time: SimTime) {
        guard !changedAt.isNever, time > changedAt else { return }
        let length = (time - changedAt).seconds
        let error = Double(known.dead) - Double(truth)
        errorSeconds += (error < 0 ? -error : error) / Double(max(1, truth)) * length
        seconds += length
        changedAt = time
    }

    mutating func finish(
        _ values: inout MeasureValues,
        trueGrade: Int,
        hasHappened: Bool,
        end: SimTime,
        onset: SimTime
    ) {
        settle(at: end)
        values[.deathsKnown] = Double(known.dead)
        values[.deathCountError] = seconds > 0 ? errorSeconds / seconds : 0
        let isKnown = known.dead > 0 || known.serious > 0 || knowsIncident.contains(true)
        values[.incidentGradeBelieved] = isKnown ? Double(grade.rawValue) + 1 : 0
        if hasHappened, gradeReachedAt.indices.contains(trueGrade),
            !gradeReachedAt[trueGrade].isNever
        {
            values[.secondsToGradeKnown] = (gradeReachedAt[trueGrade] - onset).seconds
        }
    }
}
