import EventKernel
import Testing
import Vocabulary

@Suite struct FactLogTests {
    @Test func `facts are numbered in order, whether or not anybody keeps them`() {
        var log = FactLog()
        let first = log.record(.started, at: .start, because: .none)
        log.clear()
        let second = log.record(.ended, at: SimTime(milliseconds: 5), because: first)
        #expect(first.index == 0 && second.index == 1)
        #expect(log.fresh.count == 1)
        #expect(log.fresh[0].cause == first)
        #expect(log.count == 2)
        log.reset()
        #expect(log.count == 0)
        #expect(log.record(.started, at: .start, because: .none).index == 0)
    }

    @Test func `every fresh fact is found under its topic, each topic in order`() {
        let contents: [FactContent] = [
            .started, .sent(ReportID(0), LinkID(0), .first),
            .hurt(person, .slight, .lungBlast, canWalk: true),
            .delivered(ReportID(0), PostID(0)), .departed(person, HospitalID(0), with: nil),
            .believed(PostID(0), .incident(SiteID(0)), value: 1, told: .none),
            .believed(PostID(0), .beds(HospitalID(0)), value: 1, told: .none),
            .observed(Observer(.witness, 0), .incident(SiteID(0)), value: 1),
            .observed(Observer(.team, 0), .beds(HospitalID(0)), value: 1),
            .demanded(SiteID(0), .foam, wanted: 2, met: 1), .died(person, .waiting),
            .sent(ReportID(1), LinkID(0), .first),
        ]
        var log = FactLog()
        for turn in 0..<3 {
            for _ in 0..<40 * turn {
                for content in contents { log.record(content, at: .start, because: .none) }
            }
            var places: Set<Int> = []
            for topic in FactTopic.allCases {
                var last = -1
                var next = log.first(of: topic)
                while let place = next {
                    #expect(place > last)
                    #expect(log.fresh[place].content.topic == topic)
                    places.insert(place)
                    last = place
                    next = log.next(after: place)
                }
            }
            #expect(places == Set(log.fresh.indices))
            log.clear()
        }
    }

    private let person = PersonID(in: ZoneID(0), number: 4)

    @Test func `each topic holds what its name says`() {
        let others: [FactContent] = [
            .believed(PostID(0), .found(.dead, ZoneID(0)), value: 1, told: .none),
            .believed(PostID(0), .verified(.serious, SiteID(0)), value: 1, told: .none),
            .observed(Observer(.team, 0), .incident(SiteID(0)), value: 1), .died(person, .waiting),
        ]
        #expect(others.allSatisfy { $0.topic == .others })
        let slight = FactContent.believed(
            PostID(0),
            .found(.slight, ZoneID(0)),
            value: 1,
            told: .none
        )
        #expect(slight.topic == .beliefs)
        #expect(FactContent.orderDelivered(OrderID(0)).topic == .links)
    }

    @Test func `levels rise to level one, grades to extraordinary, triage from red`() {
        #expect(ResponseLevel.allCases == [.none, .four, .three, .two, .one])
        #expect(
            zip(ResponseLevel.allCases, ResponseLevel.allCases.dropFirst()).allSatisfy { $0 < $1 }
        )
        #expect(IncidentGrade.ordinary < .larger && IncidentGrade.major < .extraordinary)
        #expect(TriageCategory.red < .yellow && TriageCategory.green < .black)
        #expect(Severity.slight < .moderate && Severity.serious < .dead)
    }

    @Test func `phases keep the order in which the world moves, is seen and is decided on`() {
        let order: [Phase] = [
            .inject, .hazard, .movement, .work, .observation, .delivery, .decision, .measurement,
        ]
        #expect(Phase.allCases == order)
        #expect(order.map { $0.rawValue } == Array(0..<8))
    }

    @Test func `amounts are kept by kind`() {
        var amounts = SupplyAmounts()
        #expect(amounts.isEmpty)
        for kind in SupplyKind.allCases { amounts[kind] = Int32(kind.rawValue) + 1 }
        #expect(SupplyKind.allCases.map { amounts[$0] } == [1, 2, 3, 4, 5])
        #expect(!amounts.isEmpty)
    }

    @Test func `an outcome drops what never happens`() {
        var outcome = Outcome<Int32>()
        outcome.schedule(1, at: .never, .work)
        outcome.schedule(2, at: .start, .work)
        #expect(outcome.scheduled.count == 1)
        outcome.clear()
        #expect(outcome.scheduled.isEmpty)
    }

    @Test(arguments: TaskKind.allCases)
    func `every team may wait and go home, other tasks need a capability`(kind: TaskKind) {
        let allowed = TeamCapability().allows(kind)
        #expect(allowed == (kind == .stage || kind == .release))
    }
}
