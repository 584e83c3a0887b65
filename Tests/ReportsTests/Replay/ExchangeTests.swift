import EventKernel
import Foundation
import Terrain
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import Reports

/// Files for other programs.
@Suite struct ExchangeTests {
    private static let scene = SmallReplay.scene(SmallReplay.hostileNames)
    private static let drill: ReplayDrill = {
        var drill = SmallReplay.drill()
        drill.rules = SmallReplay.hostileNames.rules
        return drill
    }()

    // MARK: Positions

    @Test func `positions come back where the file put them`() {
        let projection = LocalProjection(longitudeDegrees: 119.78, latitudeDegrees: 34.34)
        let radians = Double.pi / 180
        // The place that lies 0.1 degree east and 0.2 degree north, as scenario files are read.
        let point = Point(
            eastMeters: 0.1 * radians * Elementary.cos(34.34 * radians) * 6_371_000,
            northMeters: 0.2 * radians * 6_371_000
        )
        let degrees = projection.degrees(point)
        #expect(abs(degrees.longitude - 119.88) < 1e-9)
        #expect(abs(degrees.latitude - 34.54) < 1e-9)
        #expect(projection.isUsable)
        #expect(!LocalProjection(longitudeDegrees: 0, latitudeDegrees: 90).isUsable)
    }

    // MARK: GeoJSON

    @Test(arguments: Language.allCases)
    func `GeoJSON parses, lies on the globe and has ascending times`(language: Language) throws {
        let text = GeoJSONExport(Self.scene, Self.drill, language).text
        let file = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        )
        #expect(file["type"] as? String == "FeatureCollection")
        let features = try #require(file["features"] as? [[String: Any]])
        var trips = 0
        for feature in features {
            let geometry = try #require(feature["geometry"] as? [String: Any])
            let properties = try #require(feature["properties"] as? [String: Any])
            for position in Self.positions(geometry["coordinates"]) {
                #expect((119...121).contains(position[0]))
                #expect((33...36).contains(position[1]))
            }
            guard let times = properties["coordTimes"] as? [String] else { continue }
            trips += 1
            let line = try #require(geometry["coordinates"] as? [[Double]])
            #expect(times.count == line.count)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(trips > 10)
        let polygon = features.compactMap { $0["geometry"] as? [String: Any] }
            .first { $0["type"] as? String == "Polygon" }
        let ring = try #require((polygon?["coordinates"] as? [[[Double]]])?.first)
        #expect(ring.first == ring.last)
    }

    /// All positions in a tree of coordinates.
    private static func positions(_ value: Any?) -> [[Double]] {
        if let position = value as? [Double] { return [position] }
        return (value as? [Any] ?? []).flatMap { positions($0) }
    }

    // MARK: CZML

    @Test func `CZML begins with its document, and samples ascend`() throws {
        let text = CZMLExport(Self.scene, Self.drill, .chinese).text
        let packets = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        )
        #expect(packets.first?["id"] as? String == "document")
        #expect(packets.first?["version"] as? String == "1.0")
        #expect(Set(packets.compactMap { $0["id"] as? String }).count == packets.count)
        var moving = 0
        for packet in packets {
            guard let position = packet["position"] as? [String: Any],
                position["epoch"] != nil,
                let samples = position["cartographicDegrees"] as? [Double]
            else { continue }
            moving += 1
            #expect(samples.count % 4 == 0)
            let times = stride(from: 0, to: samples.count, by: 4).map { samples[$0] }
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
            #expect(times.first == 0 || packet["id"] as? String != "team/0")
        }
        #expect(moving >= 10)
    }

    // MARK: CAP

    /// A drill in which a county warns a village to leave and a plant to stay in.
    private static let warned: ReplayDrill = {
        var drill = ReplayDrill()
        drill.planID = "plan <&>"
        drill.seed = 7
        drill.drill = 3
        drill.rules = SmallReplay.hostileNames.rules
        drill.shelteredZones = [[], [ZoneID(0)], []]
        let county = PostID(2)
        let contents: [FactContent] = [
            .started, .exploded(HazardID(0), trinitrotolueneKilograms: 1000),
            .levelChanged(county, .two), .decided(county, RuleID(1)),
            .orderedWarning(OrderID(0), county, ZoneID(0)),
            .orderedWarning(OrderID(1), county, ZoneID(1)),
            .orderedWarning(OrderID(2), county, ZoneID(1)), .orderDelivered(OrderID(0)),
            .orderDelivered(OrderID(1)), .orderLost(OrderID(2)), .ended,
        ]
        let causes = [-1, -1, 1, 1, 3, 1, 1, 4, 5, 6, -1]
        drill.facts = contents.enumerated().map { number, content in
            Fact(
                id: FactID(number),
                cause: causes[number] < 0 ? .none : FactID(causes[number]),
                time: SimTime(milliseconds: Int64(number) * 60_000),
                content: content
            )
        }
        return drill
    }()

    @Test func `alerts follow CAP in their elements, their order and their codes`() throws {
        let alerts = AlertExport(Self.scene, Self.warned).alerts
        // The order that was lost warned nobody.
        try #require(alerts.count == 2)
        #expect(Set(alerts.map(\.identifier)).count == 2)
        for alert in alerts {
            let root = try XMLElements.parse(alert.text)
            #expect(root.name == "alert")
            #expect(root.attributes == "xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"")
            #expect(
                root.children.map(\.name) == [
                    "identifier", "sender", "sent", "status", "msgType", "scope", "note", "info",
                    "info",
                ]
            )
            #expect(root.text("status") == "Exercise")
            #expect(root.text("msgType") == "Alert")
            #expect(root.text("scope") == "Public")
            #expect(
                root.text("sent").wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d/)
                    != nil
            )
            for name in ["identifier", "sender"] {
                #expect(root.text(name).allSatisfy { $0.isASCII && !" ,<&".contains($0) })
            }
            for info in root.children.filter({ $0.name == "info" }) { try expect(info) }
        }
        let advice = try alerts.map { alert in
            try #require(XMLElements.parse(alert.text).children.last).text("responseType")
        }
        #expect(advice == ["Shelter", "Evacuate"])
        #expect(alerts[0].text.contains("<sent>2019-03-21T12:07:00+08:00</sent>"))
    }

    private func expect(_ info: XMLElements) throws {
        let order = [
            "language", "category", "event", "responseType", "urgency", "severity", "certainty",
            "senderName", "headline", "instruction", "parameter", "area",
        ]
        #expect(info.children.map(\.name) == order)
        let categories = [
            "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport",
            "Infra", "CBRNE", "Other",
        ]
        #expect(categories.contains(info.text("category")))
        #expect(
            ["Immediate", "Expected", "Future", "Past", "Unknown"].contains(info.text("urgency"))
        )
        #expect(info.text("severity") == "Severe")
        #expect(
            ["Observed", "Likely", "Possible", "Unlikely", "Unknown"].contains(
                info.text("certainty")
            )
        )
        let area = try #require(info.children.last)
        #expect(!area.text("areaDesc").isEmpty)
        let circle = area.text("circle")
        #expect(circle.wholeMatch(of: /-?\d+\.\d+,-?\d+\.\d+ \d+\.\d+/) != nil)
    }

    @Test func `where nobody is warned there are no alerts`() {
        #expect(AlertExport(Self.scene, Self.drill).alerts.isEmpty)
    }

    // MARK: Events

    @Test(arguments: Language.allCases)
    func `events as played are a table in order of time`(language: Language) throws {
        var scene = SmallReplay.scene(SampleStory.names)
        scene.names.injects.append(Name(id: "late", title: Bilingual("never", "从未")))
        var drill = ReplayDrill()
        drill.rules = SampleStory.names.rules
        drill.facts = SampleStory.facts
        let text = PlayedEvents(scene, drill, language).text
        let lines = text.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count == 16)
        let clocks = lines.dropFirst().dropLast().map { $0.split(separator: ",")[1] }
        #expect(clocks == clocks.sorted())
        #expect(lines.contains { $0.contains("2019-03-21 13:00:00,01:00:00") })
        #expect(lines.last?.contains(Bilingual("never came", "未触发")[language]) == true)
    }

    @Test func `hostile names are cells, never formulas, in the table of events`() {
        let text = PlayedEvents(Self.scene, Self.drill, .english).text
        for line in text.components(separatedBy: "\r\n") {
            #expect(!line.contains(",=") && !line.contains("\",=") && !line.contains("\"="))
        }
        #expect(!text.unicodeScalars.contains { $0.value < 9 || $0 == "\u{202E}" })
    }
}

/// XML taken apart as far as tests need it: elements, their first attributes and texts.
struct XMLElements {
    var name: String
    var attributes = ""
    var children: [XMLElements] = []
    var content = ""

    /// Text of the first child of a name.
    func text(_ name: String) -> String { children.first { $0.name == name }?.content ?? "" }

    struct Malformed: Error {}

    /// Reads a document; what is not well-formed is an error.
    static func parse(_ text: String) throws -> XMLElements {
        var rest = Substring(text)
        guard rest.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") else {
            throw Malformed()
        }
        rest = rest[(rest.firstIndex(of: "\n") ?? rest.startIndex)...].dropFirst()
        var open: [XMLElements] = []
        while let start = rest.firstIndex(of: "<"), let end = rest.firstIndex(of: ">"), start < end
        {
            if !open.isEmpty { open[open.count - 1].content += rest[..<start] }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            guard tag.hasPrefix("/") else {
                let parts = tag.split(separator: " ", maxSplits: 1)
                guard let name = parts.first else { throw Malformed() }
                open.append(
                    XMLElements(
                        name: String(name),
                        attributes: parts.count > 1 ? String(parts[1]) : ""
                    )
                )
                continue
            }
            guard let element = open.popLast(), element.name == tag.dropFirst() else {
                throw Malformed()
            }
            guard !open.isEmpty else { return element }
            open[open.count - 1].children.append(element)
        }
        throw Malformed()
    }
}
