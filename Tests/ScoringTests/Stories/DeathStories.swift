import EventKernel
import Vocabulary

@testable import Scoring

/// How the sixteen links kill, and how each of them makes a team late.
extension Story {
    /// Sixteen people die, each for another reason, and one more unfound; seven kinds of teams come late,
    /// each for another reason.
    static var sixteenWays: Story {
        var story = Story("sixteen ways to die, seven to come late", hours: 3)
        story.definition.teamKinds = [
            .fire, .rescue, .machinery, .medical, .ambulance, .police, .chemical, .waterSupply,
        ]
        let blast = story.addSlowSearch()
        story.addDeaths(from: 0, unfound: person(7), because: blast)
        story.addDeath(of: person(16), 3200, 3700, because: blast)
        story.addLateTeams(because: blast)
        for measure in Frame.causesOfDeaths.measures where measure != .deathsBySearch {
            story.expect(measure, 1)
        }
        story.expect(.deathsBySearch, 2)
        for measure in Frame.causesOfLateArrivals.measures { story.expect(measure, 1) }
        story.expectSixteenWays()
        story.expectLateTeams()
        return story
    }

    /// Two die by each of the sixteen links, two of them responders; three are saved; numbers are hidden.
    static var thirtyTwoDead: Story {
        var story = Story("thirty-two dead, and fifteen made public", hours: 3)
        let blast = story.addSlowSearch()
        story.addDeaths(from: 0, unfound: crew(0), because: blast)
        story.addDeaths(from: 100, unfound: crew(1), because: blast)
        for number in 200..<203 {
            story.at(3200, hurt(person(number), .moderate), because: blast)
            story.at(3200, .trapped(person(number)), because: blast)
            story.at(3300, .freed(person(number), alive: true))
            story.at(3400, .admitted(person(number), HospitalID(0)))
        }
        story.at(0, .lost(zone, yuan: 100_000_000), because: blast)
        story.at(3600, .published(Posts.city, dead: 15))
        let found = Item.found(.dead, zone)
        story.at(7200, .believed(Posts.county, found, value: 30, told: .none))
        let sent = story.at(8000, .sent(ReportID(1), LinkID(3), .followUp), because: blast)
        story.at(9000, .delivered(ReportID(1), Posts.state), because: sent)
        for measure in Frame.causesOfDeaths.measures { story.expect(measure, 2) }
        story.expectThirtyTwoDead()
        story.expectWhatIsKnownOfThirtyTwo()
        return story
    }

    // MARK: The record

    /// An explosion, and the way of the news and of the order to the first team: 600 s for each link,
    /// 60 s for turning out and for the road.
    private mutating func addSlowSearch() -> Int {
        let blast = at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        let seen = at(600, Self.sighting(by: .staff), because: blast)
        let sent = at(1200, .sent(ReportID(0), LinkID(0), .first), because: seen)
        at(1210, .reportLost(ReportID(0)), because: sent)
        let told = at(1800, .delivered(ReportID(0), Posts.county), because: sent)
        let item = Item.incident(Self.site)
        let known = at(1800, .believed(Posts.county, item, value: 1, told: .none), because: told)
        let decided = at(2400, .decided(Posts.county, RuleID(0)), because: known)
        let search = Task(.search, at: Self.site, target: 0)
        let order = at(
            2400,
            .ordered(OrderID(0), Posts.county, TeamID(0), search),
            because: decided
        )
        let delivered = at(3000, .orderDelivered(OrderID(0)), because: order)
        let out = at(3060, .turnedOut(TeamID(0)), because: delivered)
        at(3120, .arrived(TeamID(0), Self.site), because: out)
        // The team is taken away from whom it has found.
        at(3300, .stoppedWork(TeamID(0), .reassigned))
        return blast
    }

    /// One death by every link.
    private mutating func addDeaths(from first: Int, unfound: PersonID, because blast: Int) {
        func person(_ number: Int) -> PersonID { Self.person(first + number) }
        at(0, Self.hurt(person(0)), because: blast)
        at(0, .died(person(0), .atOnce), because: blast)
        // Sooner than the 120 s of turning out and driving.
        addDeath(of: person(1), 0, 100, because: blast)
        // 500 s within each link of the chain.
        addDeath(of: person(2), 0, 500, because: blast)
        addDeath(of: person(3), 650, 1150, because: blast)
        addDeath(of: person(4), 1250, 1750, because: blast)
        addDeath(of: person(5), 1850, 2350, because: blast)
        addDeath(of: person(6), 2450, 2950, because: blast)
        // Found by neighbours when the wheels turn, and when the team arrives; surgery 10 s later.
        for (number, hurt) in [(8, Int64(3000)), (9, 3060)] {
            addDeath(of: person(number), hurt, 4000, because: blast)
            at(hurt + 60, .found(person(number), alive: true, by: nil))
            at(hurt + 70, .operated(person(number), HospitalID(0)))
        }
        addDeath(of: unfound, 3200, 3700, because: blast)
        addTrapped(person(10), foundBy: nil, died: 3800, because: blast)
        addTrapped(person(11), foundBy: TeamID(0), died: 4200, because: blast)
        addCollected(person(12), isSupplied: true, because: blast)
        addCollected(person(13), isSupplied: false, because: blast)
        addDriven(person(14), isTurnedAway: true, because: blast)
        addDriven(person(15), isTurnedAway: false, because: blast)
    }

    private mutating func addDeath(
        of person: PersonID,
        _ hurt: Int64,
        _ died: Int64,
        because blast: Int
    ) {
        at(hurt, Self.hurt(person), because: blast)
        at(died, .died(person, .waiting), because: blast)
    }

    /// Found after 10 s and never freed.
    private mutating func addTrapped(
        _ person: PersonID,
        foundBy team: TeamID?,
        died: Int64,
        because blast: Int
    ) {
        addDeath(of: person, 3200, died, because: blast)
        at(3200, .trapped(person), because: blast)
        at(3210, .found(person, alive: true, by: team))
    }

    /// 680 s at the collection point, with what is needed there or without.
    private mutating func addCollected(_ person: PersonID, isSupplied: Bool, because blast: Int) {
        addDeath(of: person, 3200, 3950, because: blast)
        at(3210, .found(person, alive: true, by: nil))
        at(3220, .collected(person, Self.site))
        let triage = at(3220, .triaged(person, .red))
        if !isSupplied {
            at(3220, .demanded(Self.site, .medical, wanted: 1, met: 0), because: triage)
        }
        at(3900, .departed(person, HospitalID(0), with: nil))
    }

    /// At a hospital after 80 s, which sends on or lets wait for 900 s.
    private mutating func addDriven(_ person: PersonID, isTurnedAway: Bool, because blast: Int) {
        addDeath(of: person, 3200, 4200, because: blast)
        at(3210, .found(person, alive: true, by: nil))
        at(3220, .departed(person, HospitalID(0), with: nil))
        let there: FactContent =
            isTurnedAway ? .turnedAway(person, HospitalID(0)) : .admitted(person, HospitalID(0))
        at(3300, there)
    }

    private mutating func addLateTeams(because blast: Int) {
        addTeamLate(1, by: .detection, because: blast)
        addTeamLate(2, by: .reporting, because: blast)
        addTeamLate(3, by: .loss, because: blast)
        addTeamLate(4, by: .deciding, because: blast)
        addTeamLate(5, by: .ordering, because: blast)
        addTeamLate(6, by: .turnout, because: blast)
        addTeamLate(7, by: .travel, because: blast)
    }

    // MARK: Values by hand

    private mutating func expectSixteenWays() {
        expect([.deaths: 17, .deathsAfterFirstInstant: 16, .weightedCasualties: 17])
        expectNone([.seriousInjuries, .trappedRescuedAlive, .collapsedBuildings, .handlingIndex])
        expect([.incidents: 1, .incidentGrade: 3, .hospitalAdmissions: 1])
        // Nobody was cared for in time: hurt at 0 three times, 650, 1250, 1850, 2450, 3000, 3060 and
        // eight times at 3200, which is 37,860; each to the end at 10,800.
        expect(.personHoursInDanger, (17.0 * 10_800 - 37_860) / 3600)
        expect([.publicSafetyIndex: 0, .roboCupRescueScore: 0])
        // The last who is trapped dies at 4200.
        expect([.secondsToResolve: 4200, .isolationIndex: 1])
        expect(.settlementIndex, 1 - 4200.0 / 10_800)
        expectNever([.secondsToControl, .secondsToFireOut])
        expect([.secondsToDetect: 600, .secondsToFirstReport: 1800, .secondsToFirstArrival: 3120])
        // Of four levels of a major accident only the county is told; it tells nobody.
        expect([.deadlinesKeptShare: 0.25, .dutiesKeptShare: 0])
        expect([.secondsPerReportHop: 1200, .firstReportCompleteness: 0.2, .firstReports: 1])
        expect([.reportsSent: 3, .reportsLost: 2])
        // No release in 5 h, and none ever.
        expect([.greatPublicImpact: 1, .incidentGradeBelieved: 1, .deathCountError: 1])
        expect(.communicationIndex, 0.25 / 3)
        // One set was wanted, none was there.
        expect([.unmetDemandShare: 1, .suppliesEnoughShare: 0, .suppliesUsedShare: 1])
        expect(.publicSatisfaction, Self.logistic(-3))
    }

    private mutating func expectLateTeams() {
        expect([.lateFirstArrivals: 7, .ordersGiven: 8, .teamsArrived: 8, .teamIdleShare: 1])
        // 3000 to 3060, 20 to 3720, 20 to 30.
        expect(.secondsPerTurnout, (60.0 + 3700 + 10) / 3)
        // 3060 to 3120, 3720 to 3730, 30 to 3730.
        expect(.secondsPerTravel, (60.0 + 10 + 3700) / 3)
        expect(.longestDutyHours, (10_800.0 - 30) / 3600)
    }

    private mutating func expectThirtyTwoDead() {
        expect([.deaths: 32, .deathsAfterFirstInstant: 30, .responderDeaths: 2])
        expect([.seriousInjuries: 3, .trappedRescuedAlive: 3, .hospitalAdmissions: 5])
        expect(.weightedCasualties, 32 + 3.0 / 10)
        expect([.incidents: 1, .incidentGrade: 4, .directLossYuan: 1e8])
        // Twice sixteen who were hurt at 34,660 together, and three for the 200 s to care.
        let dead = 2 * (16.0 * 10_800 - 34_660)
        expect(.personHoursInDanger, (dead + 600) / 3600)
        expect(.publicSafetyIndex, 1 - (dead + 600) / (dead + 3 * 7600))
        // 33 outlived the first instant, 30 died.
        expect(.handlingIndex, 1 - 30.0 / 33)
        // Of 33 of the zone 30 died, 3 lost 0.7.
        expect(.roboCupRescueScore, 100 * 3.0 / 33 * Elementary.exp(-5 * 32.1 / 33))
        expect([.secondsToResolve: 4200, .isolationIndex: 1])
        expect(.settlementIndex, 1 - 4200.0 / 10_800)
        expect([.secondsToDetect: 600, .secondsToFirstArrival: 3120])
        expect([.teamsArrived: 1, .ordersGiven: 1, .secondsPerTurnout: 60, .secondsPerTravel: 60])
        // From 3060 to the end at 10,800.
        expect([.longestDutyHours: 2.15, .teamIdleShare: 1])
        expect([.unmetDemandShare: 1, .suppliesEnoughShare: 0, .suppliesUsedShare: 1])
    }

    private mutating func expectWhatIsKnownOfThirtyTwo() {
        expect([.secondsToFirstReport: 1800, .secondsToStateReport: 9000])
        expect([.secondsToTargetLevel: 8400, .firstReportCompleteness: 0.2])
        // County and state in time, city and province never; the county told nobody.
        expect([.deadlinesKeptShare: 0.5, .dutiesKeptShare: 0])
        // 1800 - 600 and 9000 - 0.
        expect(.secondsPerReportHop, (1200.0 + 9000) / 2)
        expect([.reportsSent: 2, .reportsLost: 1, .firstReports: 1, .followUpReports: 1])
        expect([.finalReports: 0, .deathsKnown: 30, .incidentGradeBelieved: 4])
        expect(.secondsToGradeKnown, 7200)
        // All unknown for 7200 s, then 2 of 32.
        let error = (7200 + 3600 * 2.0 / 32) / 10_800
        expect(.deathCountError, error)
        // Released after an hour; fifteen are less than half of 32.
        expect([.secondsToFirstRelease: 3600, .greatPublicImpact: 1])
        expect(.communicationIndex, (0.5 + (1 - error) + 1) / 3)
        // Timely 1, nothing of what was wanted: -3 + 4 + 0.
        expect(.publicSatisfaction, Self.logistic(1))
    }
}
