import DrillModel
import EventKernel
import Foundation
import Scoring
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import Reports

/// What a replay page holds, read back as its script reads it.
@Suite struct ReplayDataTests {
    /// Numbers out of packed bytes.
    private struct Reader {
        private let bytes: [UInt8]
        private var place = 0

        init(_ base64: String) throws { bytes = Array(try #require(Data(base64Encoded: base64))) }

        var isAtEnd: Bool { place == bytes.count }

        mutating func next() -> Int {
            var (value, shift) = (0, 0)
            while true {
                let byte = Int(bytes[place])
                place += 1
                value |= (byte & 127) << shift
                if byte < 128 { return value }
                shift += 7
            }
        }

        mutating func signed() -> Int {
            let value = next()
            return value % 2 == 1 ? -(value + 1) / 2 : value / 2
        }
    }

    @Test func `numbers come back as they were packed`() throws {
        let numbers = [0, 1, 127, 128, 300, 1_000_000, 345_600_000, 1 << 40]
        var packed = PackedBytes()
        for number in numbers {
            packed.add(number)
            packed.add(signed: -number)
        }
        var reader = try Reader(packed.base64)
        for number in numbers {
            #expect(reader.next() == number)
            #expect(reader.signed() == -number)
        }
        #expect(reader.isAtEnd)
    }

    /// Texts with their holes filled, as the page fills them.
    private func filled(
        _ pattern: String,
        _ holes: [FactTemplates.Hole],
        _ texts: [String],
        _ names: ScenarioNames,
        _ language: Language
    ) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let start = rest.firstIndex(of: "{"), let end = rest.firstIndex(of: "}") {
            result += rest[..<start]
            let hole = holes[Int(rest[rest.index(after: start)..<end]) ?? 0]
            result += text(hole, texts, names, language)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private func text(
        _ hole: FactTemplates.Hole,
        _ texts: [String],
        _ names: ScenarioNames,
        _ language: Language
    ) -> String {
        func name(_ list: [Name]) -> String { list[hole.value].title[language] }
        return switch hole.kind {
        case .zone: name(names.zones)
        case .site: name(names.sites)
        case .hazard: name(names.hazards)
        case .sensor: name(names.sensors)
        case .team: name(names.teams)
        case .depot: name(names.depots)
        case .hospital: name(names.hospitals)
        case .shelter: name(names.shelters)
        case .post: name(names.posts)
        case .inject: name(names.injects)
        case .rule: name(names.rules)
        case .number: "\(hole.value)"
        case .text: texts[hole.value]
        }
    }

    @Test(arguments: [SampleStory.facts, DrillRecord(SmallWorld()).facts])
    func `patterns filled in are the sentences of the wording`(facts: [Fact]) {
        let names = facts.count == SampleStory.facts.count ? SampleStory.names : named
        let wording = FactWording(names: names)
        var templates = FactTemplates(names)
        for fact in facts {
            let (place, holes) = templates.parts(of: fact.content)
            let template = templates.templates[place]
            let sentence = wording.text(fact.content)
            #expect(
                filled(template.english, holes, templates.texts, names, .english)
                    == sentence.english
            )
            #expect(
                filled(template.chinese, holes, templates.texts, names, .chinese)
                    == sentence.chinese
            )
        }
        #expect(templates.templates.count < 200)
    }

    private var named: ScenarioNames {
        var names = SmallWorld.names
        names.injects = [Name(id: "blast", title: Bilingual("the blast", "爆炸"))]
        return names
    }

    @Test(arguments: testSeeds.prefix(8))
    func `ways found again end when teams arrive`(seed: UInt64) {
        let tracks = TrackFold(SmallReplay.drill(seed: seed), in: SmallReplay.scene())
        var trips = 0
        for track in tracks.tracks {
            for (stretch, next) in zip(track.stretches, track.stretches.dropFirst()) {
                #expect(stretch.time < next.time)
                guard case .way = stretch.place else { continue }
                trips += 1
                #expect(abs((next.time - stretch.until).milliseconds) <= 1)
            }
        }
        #expect(trips > 10)
    }

    @Test(arguments: [14.0, 17, 20])
    func `a closed road holds teams up, and ways end when they arrive`(minutes: Double) {
        let (closes, opens) = (minutes, minutes + 40)
        var world = SmallWorld()
        for (minute, isClosed) in [(closes, true), (opens, false)] {
            let time = SmallWorld.blastTime + SimDuration(minutes: minute)
            world.scenario.injects.append(Inject(at: time, .road(RoadID(1), closed: isClosed)))
        }
        var scene = SmallReplay.scene()
        scene.roadChanges = [.none, .closing(RoadID(1), true), .closing(RoadID(1), false)]
        var drill = SmallReplay.drill()
        drill.facts = DrillRecord(world).facts
        let held = drill.facts.filter {
            if case .rerouted(_, isHeld: true) = $0.content { true } else { false }
        }
        #expect(!held.isEmpty)
        let tracks = TrackFold(drill, in: scene)
        for track in tracks.tracks {
            for (stretch, next) in zip(track.stretches, track.stretches.dropFirst()) {
                #expect(stretch.time < next.time)
                guard case .way = stretch.place else { continue }
                #expect(abs((next.time - stretch.until).milliseconds) <= 1)
            }
        }
        let states = tracks.tracks.flatMap { $0.stretches.map(\.state) }
        #expect(states.contains(.held))
    }

    @Test func `truth and beliefs follow the record`() throws {
        let facts = SampleStory.facts
        let scene = SmallReplay.scene()
        let json = TruthFold(facts, scene).series.json.source
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        )
        let names = try #require(object["names"] as? [String])
        var reader = try Reader(try #require(object["bytes"] as? String))
        var last: [String: Int] = [:]
        for name in names {
            var value = 0
            for _ in 0..<reader.next() {
                _ = reader.next()
                value += reader.signed()
                _ = reader.next()
            }
            last[name] = value
        }
        #expect(reader.isAtEnd)
        #expect(last["dead"] == 1)
        #expect(last["trapped"] == 0)
        #expect(last["rescued"] == 1)
        #expect(last["burning"] == 0)
        #expect(last["hazard:1"] == 3)
        let beliefs = StepSeries.beliefs(facts).json.source
        #expect(beliefs.contains("\"1/found.0:0\""))
        #expect(beliefs.contains("\"1/verified.0:0\""))
    }

    // MARK: The page

    @Test func `the page holds all its files, and nothing that ends a script early`() throws {
        for sign in ["const DATA", "const MAP", "function translate"] {
            #expect(ReplayFiles.script.contains(sign), "\(sign)")
        }
        #expect(ReplayFiles.styles.contains("{") && ReplayFiles.body.contains("id=\"tip\""))
        for part in [ReplayFiles.script, ReplayFiles.styles] {
            #expect(!part.lowercased().contains("</s") && !part.contains("<!--"))
        }
    }

    @Test(arguments: Language.allCases)
    func `hostile names are data in the page, never markup`(language: Language) throws {
        let names = SmallReplay.hostileNames
        var drill = SmallReplay.drill()
        drill.rules = names.rules
        drill.plan = Bilingual(verbatim: "</script><script>alert(2)</script>")
        var scene = SmallReplay.scene(names)
        scene.title = Bilingual(verbatim: "<img src=x onerror=alert(3)>")
        let replay = Replay(scene, [drill, drill], standingNote: Bilingual(verbatim: "<b>"))
        let page = replay.page(language)
        #expect(!page.contains("<script>alert"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("<b>"))
        #expect(!page.unicodeScalars.contains { $0.value < 9 || $0 == "\u{202E}" })
        // The page's own script and the data, each ended once.
        #expect(page.components(separatedBy: "</script>").count == 3)
        let data = try #require(page.components(separatedBy: "id=\"drill-data\">").last)
        let json = try #require(data.components(separatedBy: "</script>").first)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let posts = try #require((object?["names"] as? [String: Any])?["p"] as? [String])
        #expect(posts.contains { $0.contains("<") || $0.contains("&") || $0.contains("⟦") })
    }

    @Test func `a drill is placed among those of a batch`() throws {
        let batch = [10.0, 20, 20, 30, .infinity]
        let standing = ReplayStanding(folder: "x", drills: 5, [(.deaths, batch, 20)])
        let line = try #require(standing.lines.first)
        #expect(line.rank == 0.4)
        #expect(line.never == 1)
        #expect(line.bars.reduce(0, +) == 4)
        #expect(line.bars.first == 1)
        #expect(line.bars.last == 1)
    }
}
