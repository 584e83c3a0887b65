import Testing
import Vocabulary

@Suite struct ItemTableTests {
    @Test func `every item of a scenario has a place of its own`() {
        let table = ItemTable(
            sites: 2,
            zones: 3,
            hazards: 2,
            sensors: 1,
            teams: 4,
            depots: 2,
            hospitals: 2,
            posts: 3
        )
        let places = Self.allItems.map { table.index(of: $0) }
        #expect(Set(places).count == table.count)
        #expect(places.allSatisfy { (0..<table.count).contains($0) })
        #expect(places.count == table.count)
    }

    private static var allItems: [Item] {
        var items: [Item] = []
        for site in (0..<2).map({ SiteID($0) }) {
            items += [.incident(site), .estimate(site), .awaitingTransport(site), .chemicals(site)]
            items += [.buried(site), .missing(site)]
            items += Headcount.allCases.map { .verified($0, site) }
        }
        for zone in (0..<3).map({ ZoneID($0) }) {
            items += [.sweeps(zone)] + Headcount.allCases.map { .found($0, zone) }
        }
        for hospital in (0..<2).map({ HospitalID($0) }) {
            items += [.beds(hospital)] + Headcount.allCases.map { .inCare($0, hospital) }
        }
        items += (0..<2).map { .fire(HazardID($0)) } + [.reading(SensorID(0))]
        items += (0..<4).map { .team(TeamID($0)) }
        for depot in (0..<2).map({ DepotID($0) }) {
            items += SupplyKind.allCases.map { .stock(depot, $0) }
        }
        for post in (0..<3).map({ PostID($0) }) {
            items += [.level(post), .aid(post), .request(post), .approval(post)]
        }
        return items
    }
}
