import DrillModel
import EventKernel
import GroundTruth
import Situation
import Terrain
import Vocabulary
import Wording

/// Checks of a scenario that need more than one value at a time.
struct ScenarioCheck {
    let file: ScenarioFile
    let root: Checked
    var diagnostics: Diagnostics

    /// Runs all checks.
    mutating func run() {
        checkChains()
        checkRoads()
        checkReachability()
        checkPosts()
        checkHazards()
        checkInjects()
    }

    private mutating func report(
        _ code: String,
        _ message: Bilingual,
        at value: Checked,
        expected: Bilingual? = nil,
        help: Bilingual? = nil
    ) {
        diagnostics.error(
            Diagnostic(code, at: value.range, message, expected: expected, help: help)
        )
    }

    // MARK: Chains

    /// Nobody stands above himself, and no hazard sets itself off.
    private mutating func checkChains() {
        let posts = root.list("posts")
        let superiors = posts.map { $0.optional("superior")?.reference() }
        for post in Self.loops(superiors) {
            let chain = Self.chain(from: post, superiors).map { file.names.posts[$0].id }
            let text = chain.joined(separator: " → ")
            report(
                "cycle",
                Bilingual("cycle in the reporting chain: \(text)", "报告链出现循环：\(text)"),
                at: posts[post].optional("superior") ?? posts[post],
                expected: Bilingual(
                    "a chain that ends at a post without superior",
                    "报告链应终止于没有上级的机构"
                ),
                help: Bilingual(
                    "remove \"superior\" from the highest post of the chain",
                    "删去链中最高一级机构的 \"superior\""
                )
            )
        }
        let hazards = root.list("hazards")
        let triggers = hazards.map { $0.optional("setOffBy")?.reference("hazard") }
        for hazard in Self.loops(triggers) {
            report(
                "cycle",
                Bilingual("hazards set each other off in a circle", "致灾因子互相引发，形成循环"),
                at: hazards[hazard].value("setOffBy"),
                help: Bilingual(
                    "let one of them begin by itself or by an inject",
                    "让其中之一自行发生或由情景注入引发"
                )
            )
        }
    }

    /// Returns the first member of every loop in a table of successors.
    private static func loops(_ next: [Int?]) -> [Int] {
        next.indices.filter { start in
            let chain = chain(from: start, next)
            return chain.count > 1 && chain.last == start && chain.min() == start
        }
    }

    /// Follows successors until they end or repeat.
    private static func chain(from start: Int, _ next: [Int?]) -> [Int] {
        var chain = [start]
        while let last = chain.last, let successor = next[last] {
            if chain.contains(successor) { return chain + [successor] }
            chain.append(successor)
        }
        return chain
    }

    // MARK: Map

    private mutating func checkRoads() {
        for road in root.value("map").list("roads") {
            let ends = road.list("between")
            guard ends.count == 2, ends[0].reference() == ends[1].reference() else { continue }
            report(
                "road",
                Bilingual("a road from a place to itself", "道路两端为同一地点"),
                at: road.value("between"),
                expected: Bilingual("two different places", "两个不同的地点")
            )
        }
    }

    /// From every place that matters a road must lead to every staging area.
    private mutating func checkReachability() {
        var routes = RouteTable(file.scenario.terrain)
        for site in root.list("sites") {
            let staging = PlaceID(site.reference("staging"))
            for (list, key) in [
                ("zones", "place"), ("teams", "station"), ("depots", "place"),
                ("hospitals", "place"),
            ] {
                for value in root.list(list) {
                    let place = value.value(key)
                    let origin = PlaceID(place.reference())
                    guard routes.travelTime(from: origin, to: staging).isNever else { continue }
                    reportUnreachable(place, from: site)
                }
            }
        }
    }

    private mutating func reportUnreachable(_ place: Checked, from site: Checked) {
        let name = place.text()
        let target = site.text("staging")
        report(
            "unreachable",
            Bilingual(
                "no road leads from \"\(name)\" to \"\(target)\"",
                "从“\(name)”没有道路可达“\(target)”"
            ),
            at: place,
            expected: Bilingual("a place connected to the staging area", "与集结点连通的地点"),
            help: Bilingual("add a road under map.roads", "在 map.roads 中补充道路")
        )
    }

    // MARK: Posts

    private mutating func checkPosts() {
        let posts = file.scenario.situation.posts
        if let witnesses = root.optional("witnesses") {
            let post = witnesses.reference("callPost")
            if posts[post].callCentre == nil {
                report(
                    "no-call-centre",
                    Bilingual(
                        "the post \"\(file.names.posts[post].id)\" has no call centre",
                        "机构“\(file.names.posts[post].id)”没有接处警中心"
                    ),
                    at: witnesses.value("callPost"),
                    help: Bilingual(
                        "give the post a \"callCentre\", or name another post",
                        "为该机构设置 \"callCentre\"，或改为其他机构"
                    )
                )
            }
        }
        for link in root.list("links") where link.reference("from") == link.reference("to") {
            report(
                "link",
                Bilingual("a post that reports to itself", "机构向自身报告"),
                at: link.value("to"),
                expected: Bilingual("another post", "其他机构")
            )
        }
    }

    // MARK: Hazards

    private mutating func checkHazards() {
        let hazards = root.list("hazards")
        for sensor in root.list("sensors") {
            let hazard = sensor.reference("hazard")
            guard hazards[hazard].optional("selfHeating") == nil else { continue }
            report(
                "sensor",
                Bilingual("a sensor of something that does not heat itself", "监测对象不是自燃升温"),
                at: sensor.value("hazard"),
                expected: Bilingual("a hazard with \"selfHeating\"", "含有 \"selfHeating\" 的致灾因子")
            )
        }
        for hazard in hazards {
            guard let trigger = hazard.optional("setOffBy"),
                let threshold = trigger.optional("overpressureAtLeastKilopascals"),
                hazards[trigger.reference("hazard")].optional("explosion") == nil
            else { continue }
            report(
                "overpressure",
                Bilingual("an overpressure of something that does not explode", "引发者不是爆炸，没有超压"),
                at: threshold,
                help: Bilingual("leave the key out", "删去此键")
            )
        }
    }

    // MARK: Injects

    private mutating func checkInjects() {
        for inject in root.list("injects") {
            if let road = inject.optional("road"),
                InjectFormat.roadsBetween(road, file.scenario.terrain.roads).isEmpty
            {
                report(
                    "road",
                    Bilingual("no road joins these two places", "这两个地点之间没有道路"),
                    at: road.value("between"),
                    expected: Bilingual("two places joined under map.roads", "map.roads 中相连的两个地点")
                )
            }
            checkCasualty(inject)
            if inject.milliseconds("at") > root.milliseconds("duration") {
                diagnostics.warning(
                    Diagnostic(
                        "late-inject",
                        at: inject.value("at").range,
                        Bilingual("the drill ends before this inject", "情景注入晚于演练结束")
                    )
                )
            }
        }
    }

    private mutating func checkCasualty(_ inject: Checked) {
        guard let casualty = inject.optional("casualty") else { return }
        let zone = file.scenario.truth.zones[casualty.reference("zone")]
        let persons = zone.groups.reduce(0) { $0 + Int($1.persons) }
        guard casualty.count("person") >= persons else { return }
        report(
            "person",
            Bilingual("the zone has only \(persons) persons", "该区域只有\(persons)人"),
            at: casualty.value("person"),
            expected: Bilingual("a number below \(persons)", "小于\(persons)的序号")
        )
    }
}
