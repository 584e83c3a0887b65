import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// An explosion and a fire to which nobody comes; neighbours do what they can, and the incident never
    /// ends.
    static var nobodyComes: Story {
        var story = Story("nobody comes, and the incident never ends")
        var opinion = OpinionScoring()
        opinion.persons = 1000
        story.definition.opinion = opinion
        let blast = story.at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        story.at(0, .exposed(zone, persons: 10), because: blast)
        story.at(0, .ignited(HazardID(1), secondary: false), because: blast)
        story.at(0, .damaged(zone, collapsed: 2, badly: 1, windows: 5), because: blast)
        story.at(0, .lost(zone, yuan: 10_000_000), because: blast)
        story.at(0, hurt(person(0)), because: blast)
        story.at(0, .trapped(person(0)), because: blast)
        let victim = story.at(0, hurt(person(1), .moderate), because: blast)
        story.at(0, hurt(person(2), .slight), because: blast)
        story.at(0, hurt(person(3), .slight), because: blast)
        story.at(0, .trapped(person(3)), because: blast)
        story.at(0, .rumourBegan(persons: 20), because: blast)
        let seen = story.at(60, sighting(by: .witness), because: blast)
        story.at(60, .abandonedCall(Posts.callCentre, Observer(.witness, 0)), because: seen)
        story.at(900, .freed(person(3), alive: true))
        story.at(1200, .extinguished(HazardID(1), burnedOut: false))
        story.at(1500, .reflared(HazardID(1)))
        story.at(1800, .extinguished(HazardID(1), burnedOut: false))
        story.at(1800, .died(person(1), .waiting), because: victim)
        story.at(2100, .reflared(HazardID(1)))
        story.at(2400, .rumourPeaked(persons: 400, at: SimTime(milliseconds: 1_800_000)))
        story.at(3600, .rumourCounted(believed: 600, spreading: 100, informed: 0))
        story.at(3600, .trustChanged(0.25))
        story.expectCasualtiesWhereNobodyComes()
        story.expectSilence()
        return story
    }

    private mutating func expectCasualtiesWhereNobodyComes() {
        // Person 1, who needed a hospital and could not walk, dies: dead and not injured.
        expect([.deaths: 1, .deathsAfterFirstInstant: 1, .seriousInjuries: 1, .slightInjuries: 2])
        expect(.weightedCasualties, 1 + 1.0 / 10 + 2.0 / 200)
        expect([.trappedRescuedAlive: 1, .responderDeaths: 0, .collapsedBuildings: 2])
        // One serious accident by its loss of ten million, on the bound.
        expect([.directLossYuan: 1e7, .incidents: 1, .incidentGrade: 2, .secondaryIncidents: 0])
        // Out at 1200 for the first time; burns from 0, 1500 and 2100: 1200 + 300 + 1500 of 3600.
        expect([.secondsToControl: 1200, .secondsToFireOut: 1200, .reflares: 2])
        expect(.isolationIndex, 1 - 3000.0 / 3600)
        expect([.secondsToResolve: .infinity, .settlementIndex: 0])
        // Persons 0 and 1 for an hour, person 3 for 900 s; 3 person-hours at risk.
        expect([.personHoursInDanger: 2.25, .publicSafetyIndex: 0.25])
        // Four hurt and alive, one died.
        expect(.handlingIndex, 0.75)
        // 10 at risk, 1 dead; lost 1 + 0.7 + 0.1 + 0.1.
        expect(.roboCupRescueScore, 90 * Elementary.exp(-5 * 1.9 / 10))
        // Seen, and never reported.
        expect(.deathsByReporting, 1)
    }

    private mutating func expectSilence() {
        expect(.secondsToDetect, 60)
        expectNever([
            .secondsToFirstReport, .secondsToStateReport, .secondsToTargetLevel,
            .secondsToFirstArrival, .secondsToFirstRelease, .secondsToGradeKnown,
            .dutiesKeptShare, .firstReportCompleteness, .teamIdleShare,
        ])
        // Silence keeps no deadline; the one death is never known.
        expect([.deadlinesKeptShare: 0, .deathCountError: 1, .communicationIndex: 0])
        expectNone([
            .incidentGradeBelieved, .deathsKnown, .firstReports, .followUpReports,
            .verifiedReports, .finalReports, .reportsSent, .teamsArrived, .ordersGiven,
            .movedInVain, .warningReachShare, .evacuatedShare, .longestDutyHours,
        ])
        // 400 of 1000 spread the rumour at a time.
        expect([.rumourFinalShare: 0.6, .rumourPeakShare: 0.4, .trustAtEnd: 0.25])
        expect(.greatPublicImpact, 1)
        // No word 0, not believed by 0.4, nothing lacking 1, trust 0.25: mean 1.65 / 4 = 0.4125.
        expect(.publicSatisfaction, Self.logistic(8 * -0.0875))
    }

    /// A fire sets off another, is put out, flares up again and kills one of the crew.
    static var fireFlaresUp: Story {
        var story = Story("fire that flares up again", hours: 2)
        story.definition.goals = goalsMissedOnce
        let (one, other) = (HazardID(0), HazardID(1))
        let fire = story.at(0, .ignited(one, secondary: false))
        story.at(0, .lost(zone, yuan: 4_000_000), because: fire)
        let arrived = story.addAttendance(to: fire)
        let attack = Task(.suppress, at: site, target: 0)
        let work = story.at(660, .beganWork(TeamID(0), attack), because: arrived)
        story.at(900, .ignited(other, secondary: true), because: fire)
        story.at(1200, .controlled(one), because: work)
        story.at(1800, .extinguished(one, burnedOut: false), because: work)
        story.at(1800, .stoppedWork(TeamID(0), .done))
        let again = story.at(2400, .reflared(one))
        let victim = story.at(2400, hurt(crew(0)), because: again)
        story.at(2700, .beganWork(TeamID(0), attack), because: arrived)
        story.at(3000, .controlled(other))
        story.at(3000, .died(crew(0), .waiting), because: victim)
        story.at(3600, .extinguished(one, burnedOut: false))
        story.at(4200, .extinguished(other, burnedOut: false))
        story.at(4200, .stoppedWork(TeamID(0), .outOfSupplies))
        story.at(4200, .ranOut(siteStock, .foam))
        let order = FactContent.orderedSupplies(
            OrderID(1),
            Posts.callCentre,
            from: store,
            to: siteStock,
            .foam,
            amount: 10
        )
        story.at(4210, order)
        let home = Task(.release, at: site)
        story.at(4500, .ordered(OrderID(2), Posts.callCentre, TeamID(0), home))
        story.at(4500, .contradicted(TeamID(0), OrderID(2)))
        story.at(5000, .returned(TeamID(0)))
        story.expectFire()
        story.expectCrew()
        story.expectGoalsMissedOnce()
        return story
    }

    /// From a call to the arrival of a squadron.
    private mutating func addAttendance(to fire: Int) -> Int {
        let seen = at(30, Self.sighting(by: .witness), because: fire)
        let call = at(40, .sent(ReportID(0), Self.telephone, .first), because: seen)
        let told = at(60, .delivered(ReportID(0), Posts.callCentre), because: call)
        let attack = Task(.suppress, at: Self.site, target: 0)
        let order = at(
            100,
            .ordered(OrderID(0), Posts.callCentre, TeamID(0), attack),
            because: told
        )
        let delivered = at(120, .orderDelivered(OrderID(0)), because: order)
        let out = at(180, .turnedOut(TeamID(0)), because: delivered)
        return at(600, .arrived(TeamID(0), Self.site), because: out)
    }

    private mutating func expectFire() {
        expect([.incidents: 2, .secondaryIncidents: 1, .reflares: 1, .directLossYuan: 4e6])
        // At 1200 and 1800 the other burns, at 3000 the first again; both are under control at 3600.
        expect([.secondsToControl: 3600, .secondsToFireOut: 4200, .secondsToResolve: 4200])
        // The first burns free 0–1200 and 2400–3600, the other 900–3000: 4500 of 7200 + 6300.
        expect(.isolationIndex, 1 - 4500.0 / 13_500)
        expect(.settlementIndex, 1 - 4200.0 / 7200)
        expect([.incidentGrade: 1, .greatPublicImpact: 0])
    }

    private mutating func expectCrew() {
        expect([.deaths: 1, .responderDeaths: 1, .deathsAfterFirstInstant: 1])
        expect([.weightedCasualties: 1, .seriousInjuries: 0, .handlingIndex: 0])
        // From 2400 to the end at 7200; nobody else was at risk.
        expect(.personHoursInDanger, 4800.0 / 3600)
        expect([.publicSafetyIndex: 0, .deathCountError: 1, .communicationIndex: 0])
        // Not found for 600 s, longer than turning out and driving takes.
        expect(.deathsBySearch, 1)
        // A call centre is told, no authority: 1 call, no report.
        expect([.secondsToDetect: 30, .secondsToFirstReport: .infinity, .reportsSent: 1])
        expect([.deadlinesKeptShare: 0, .dutiesKeptShare: .infinity])
        expect(.publicSatisfaction, Self.logistic(-1))
        // To attack, for foam, to go home; nothing was sent.
        expect([.ordersGiven: 3, .contradictoryOrders: 1, .stockouts: 1, .suppliesFoundShare: 0])
        expect([.secondsToFirstArrival: 600, .teamsArrived: 1, .lateFirstArrivals: 0])
        expect([.secondsPerTurnout: 60, .secondsPerTravel: 420])
        // Idle 600–660, 1800–2700, 4200–4500 of 600–4500.
        expect(.teamIdleShare, 1260.0 / 3900)
        expect(.longestDutyHours, 4820.0 / 3600)
    }

    /// Nine goals, each missed through something else.
    private static var goalsMissedOnce: [Goal] {
        [
            goal(.directLossYuan, atMost: 1e6), goal(.secondsToDetect, atMost: 10),
            goal(.secondsToFirstReport, atMost: 3600), goal(.contradictoryOrders, atMost: 0),
            goal(.secondsToFirstArrival, atMost: 500),
            goal(.deathsAfterFirstInstant, atMost: 0), goal(.hospitalAdmissions, atLeast: 1),
            goal(.stockouts, atMost: 0), goal(.secondsToFireOut, atMost: 1800),
        ]
    }

    private mutating func expectGoalsMissedOnce() {
        expect(.goalsMissed, 9)
        for measure in Frame.causesOfMissedGoals.measures { expect(measure, 1) }
        // Degrees: 1 of 4 million, 10 of 30 s, never, 1 where 0 is asked, 500 of 600 s, again 1 for 0,
        // 0 of 1, again, 1800 of 4200 s.
        expect(.score, 100.0 / 9 * (1.0 / 4 + 1.0 / 3 + 5.0 / 6 + 3.0 / 7))
        // Of four times one is kept by four fifths: 100 s late of 500.
        expect(.responseEfficiency, 0.8 / 4)
    }
}
