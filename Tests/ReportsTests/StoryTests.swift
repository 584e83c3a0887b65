import EventKernel
import Reports
import TestSupport
import Testing
import Vocabulary
import Wording

/// Stories of a made-up drill, as planners read them.
@Suite struct StoryTests {
    @Test(arguments: Language.allCases)
    func `a drill is told in order, with what matters`(language: Language) throws {
        var timeline = Timeline(
            names: SampleStory.names,
            start: SampleStory.start,
            language: language
        )
        for fact in SampleStory.facts { timeline.add(fact) }
        timeline.finish()
        try expect(timeline.text, "timeline.\(language.rawValue).txt")
    }

    @Test(arguments: Language.allCases)
    func `causes are told from the first to the fact asked for`(language: Language) throws {
        let why = WhyChain(
            names: SampleStory.names,
            start: SampleStory.start,
            language: language
        )
        let chains = [32, 36, 49].map { number in
            "#\(number)\n" + why.text(Fact.chain(to: number, in: SampleStory.facts))
        }
        try expect(chains.joined(separator: "\n"), "why.\(language.rawValue).txt")
    }

    @Test(arguments: Language.allCases)
    func `every fact has a sentence`(language: Language) throws {
        let wording = FactWording(names: SampleStory.names)
        let sentences = Self.everything.map { wording.text($0)[language] }
        try expect(sentences.joined(separator: "\n") + "\n", "facts.\(language.rawValue).txt")
    }

    private func expect(_ text: String, _ file: String) throws {
        #expect(try Golden.difference(of: text, from: "ReportsTests/Golden/" + file) == nil)
    }

    /// Facts that are not in the made-up drill, and items of every sort.
    private static let everything: [FactContent] = {
        let (person, responder) = (
            PersonID(in: ZoneID(1), number: 7), PersonID(of: TeamID(0), number: 2)
        )
        let people: [FactContent] = [
            .exposed(ZoneID(0), persons: 160), .hurt(responder, .moderate, .heat, canWalk: true),
            .trapped(person), .found(person, alive: false, by: nil), .freed(person, alive: false),
            .collected(person, SiteID(0)), .triaged(person, .yellow), .stabilised(person),
            .departed(person, HospitalID(0), with: nil), .admitted(person, HospitalID(0)),
            .treatedAndSentHome(person, HospitalID(0)), .operated(person, HospitalID(0)),
            .died(responder, .transport), .evacuated(ZoneID(1), persons: 300),
        ]
        let means: [FactContent] = [
            .lost(ZoneID(0), yuan: 12_340_000), .ignited(HazardID(1), secondary: true),
            .damaged(ZoneID(0), collapsed: 0, badly: 0, windows: 0), .returned(TeamID(0)),
            .stoppedWork(TeamID(0), .outOfSupplies),
            .demanded(SiteID(0), .breathingAir, wanted: 1, met: 0),
            .stocked(DepotID(0), .medical, onHand: 20), .levelChanged(PostID(0), .none),
        ]
        let reports: [FactContent] = [
            .reportLost(ReportID(3)), .abandonedCall(PostID(0), Observer(.witness, 1)),
            .observed(Observer(.team, 0), .team(TeamID(0)), value: TeamStatus.free.rawValue),
        ]
        let items: [(Item, Int32)] = [
            (.estimate(SiteID(0)), 40), (.inCare(.serious, HospitalID(0)), 5),
            (.fire(HazardID(1)), 1),
            (.fire(HazardID(1)), 3), (.reading(SensorID(0)), 315), (.sweeps(ZoneID(0)), 2),
            (.awaitingTransport(SiteID(0)), 1), (.chemicals(SiteID(0)), 1),
            (.team(TeamID(1)), TeamStatus.resting.rawValue), (.stock(DepotID(0), .foam), 8000),
            (.beds(HospitalID(0)), 12), (.level(PostID(1)), Int32(ResponseLevel.two.rawValue)),
            (.aid(PostID(1)), 20),
        ]
        return people + means + reports
            + items.map { .believed(PostID(2), $0, value: $1, told: .none) }
    }()
}
