import EventKernel
import Vocabulary
import Wording

/// A made-up drill of few facts, with a fact of every kind that is told.
enum SampleStory {
    /// Start of the drill.
    static let start = AbsoluteInstant(millisecondsSince1970: 1_553_140_800_000, offsetMinutes: 480)

    /// Names of everything.
    static let names: ScenarioNames = {
        var names = ScenarioNames()
        names.places = [name("gate", "Gate", "厂门")]
        names.zones = [name("plant", "Plant", "厂区"), name("village", "Village", "村庄")]
        names.sites = [name("park", "Chemical park", "化工园区")]
        names.hazards = [
            name("blast", "Explosion of the store", "仓库爆炸"), name("tank", "Tank 1", "1号储罐"),
        ]
        names.sensors = [name("thermometer", "Thermometer", "温度计")]
        names.teams = [
            name("fire-1", "Squadron 1", "一中队"), name("fire-2", "Squadron 2", "二中队"),
            name("ambulance", "Ambulance", "救护车"),
        ]
        names.depots = [
            name("site-stock", "Stock at the site", "现场物资点"), name("store", "County store", "县物资库"),
        ]
        names.hospitals = [name("hospital", "County hospital", "县医院")]
        names.posts = [
            name("call-119", "Fire command centre", "119指挥中心"), name("county", "County", "县"),
            name("scene", "On-scene command", "现场指挥部"),
        ]
        names.rules = [name("alarm", "First alarm", "第一出动"), name("publish", "Publish", "信息发布")]
        names.injects = [name("road", "road Gate–Town is closed", "厂门—镇区道路中断")]
        return names
    }()

    private static func name(_ id: String, _ english: String, _ chinese: String) -> Name {
        Name(id: id, title: Bilingual(english, chinese))
    }

    private static let (plant, village) = (ZoneID(0), ZoneID(1))
    private static let (blast, tank) = (HazardID(0), HazardID(1))
    private static let (centre, county, scene) = (PostID(0), PostID(1), PostID(2))
    private static let (first, second, ambulance) = (TeamID(0), TeamID(1), TeamID(2))
    private static let (stock, store) = (DepotID(0), DepotID(1))
    private static let (site, hospital) = (SiteID(0), HospitalID(0))

    private static func person(_ number: Int) -> PersonID { PersonID(in: plant, number: number) }

    /// The facts: minute, fact it follows from, what happened.
    private static let happenings: [(Double, Int, FactContent)] = [
        (0, -1, .started),
        (60, -1, .exploded(blast, trinitrotolueneKilograms: 26_400)),
        (60, 1, .damaged(plant, collapsed: 1, badly: 3, windows: 0)),
        (60, 1, .hurt(person(0), .dead, .lungBlast, canWalk: false)),
        (60, 1, .died(person(0), .atOnce)),
        (60, 1, .hurt(person(1), .serious, .collapse, canWalk: false)),
        (60, 1, .trapped(person(1))),
        (60, 1, .hurt(person(2), .slight, .glass, canWalk: true)),
        (60, 1, .damaged(village, collapsed: 0, badly: 0, windows: 12)),
        (60.5, 1, .ignited(tank, secondary: false)),
        (62, 1, .observed(Observer(.witness, 0), .incident(site), value: 1)),
        (62, 10, .sent(ReportID(0), LinkID(4), .first)),
        (63.5, 11, .delivered(ReportID(0), centre)),
        (63.5, 12, .believed(centre, .incident(site), value: 1, told: .none)),
        (64, 13, .decided(centre, RuleID(0))),
        (64, 14, .levelChanged(centre, .three)),
        (64, 14, .ordered(OrderID(0), centre, first, Task(.stage, at: site))),
        (64, 14, .ordered(OrderID(1), centre, second, Task(.stage, at: site))),
        (65, 16, .orderDelivered(OrderID(0))),
        (66, 18, .turnedOut(first)),
        (66, 17, .orderLost(OrderID(1))),
        (75, -1, .injected(InjectID(0))),
        (80, 19, .arrived(first, site)),
        (80, 22, .activated(scene)),
        (81, 22, .ordered(OrderID(2), scene, first, Task(.search, at: site, target: 0))),
        (82, 24, .beganWork(first, Task(.search, at: site, target: 0))),
        (90, 25, .found(person(1), alive: true, by: first)),
        (95, 26, .freed(person(1), alive: true)),
        (97, 22, .believed(county, .aid(centre), value: 6, told: .none)),
        (98, 22, .believed(county, .found(.dead, plant), value: 1, told: .none)),
        (99, 22, .ordered(OrderID(3), scene, second, Task(.search, at: site, target: 0))),
        (99, 22, .ordered(OrderID(4), scene, ambulance, Task(.carry, at: site, target: 0))),
        (110, 31, .departed(person(1), hospital, with: ambulance)),
        (
            120, 14,
            .orderedSupplies(OrderID(5), county, from: store, to: stock, .foam, amount: 9000)
        ),
        (125, 33, .convoyLeft(ConvoyID(0), from: store, .foam, amount: 9000)),
        (130, 22, .ranOut(stock, .foam)),
        (140, 34, .convoyArrived(ConvoyID(0), at: stock, .foam, amount: 9000)),
        (150, 22, .contradicted(first, OrderID(6))),
        (160, 22, .surveyed(site)),
        (170, 32, .turnedAway(person(1), hospital)),
        (180, 36, .controlled(tank)),
        (200, 40, .extinguished(tank, burnedOut: false)),
        (210, 41, .reflared(tank)),
        (220, 42, .extinguished(tank, burnedOut: true)),
        (230, 25, .swept(plant, sweeps: 1)),
        (240, 14, .orderedWarning(OrderID(7), county, village)),
        (241, 45, .warned(village)),
        (300, 29, .believed(county, .verified(.dead, site), value: 1, told: .none)),
        (301, 47, .decided(county, RuleID(1))),
        (301, 48, .published(county, dead: 1)),
        (720, -1, .ended),
    ]

    /// The facts with their numbers.
    static let facts: [Fact] = happenings.enumerated().map { number, happening in
        let (minute, cause, content) = happening
        return Fact(
            id: FactID(number),
            cause: cause < 0 ? .none : FactID(cause),
            time: SimTime(milliseconds: Int64(minute * 60_000)),
            content: content
        )
    }
}
