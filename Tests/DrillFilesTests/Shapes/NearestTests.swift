import Testing

@testable import DrillFiles
import Wording

@Suite struct NearestTests {
    private let keys = ["id", "at", "teams", "depots", "speedKilometersPerHour", "onDuty"]

    @Test(arguments: [
        ("team", "teams"), ("depost", "depots"),
        ("speedKilometrePerHour", "speedKilometersPerHour"),
        ("ON_DUTY", "onDuty"), ("on-duty", "onDuty"), ("ids", "id"),
    ])
    func `a slip of the pen is understood`(written: String, meant: String) {
        #expect(Nearest.name(to: written, among: keys) == meant)
    }

    @Test(arguments: ["", "xy", "vehicles", "speed", String(repeating: "teams", count: 20)])
    func `what is far from everything is not guessed at`(written: String) {
        #expect(Nearest.name(to: written, among: keys) == nil)
    }

    @Test func `of equally near names the first is taken`() {
        #expect(Nearest.name(to: "engine-3", among: ["engine-1", "engine-2"]) == "engine-1")
        #expect(Nearest.name(to: "消防站三", among: ["消防站一", "消防站二"]) == "消防站一")
    }

    @Test func `units convert exactly`() throws {
        let speed = try #require(KeyUnit.ending("speedMetersPerSecond"))
        let wanted = try #require(KeyUnit.ending("speedKilometersPerHour"))
        #expect(speed.stem == "speed" && speed.unit.symbol.english == "m/s")
        #expect(speed.unit.convert(10, to: wanted.unit) == 36)
        let mass = try #require(KeyUnit.ending("massTonnes")?.unit)
        #expect(mass.convert(1, to: wanted.unit) == nil)
        let celsius = try #require(KeyUnit.ending("airDegreesCelsius")?.unit)
        let kelvin = try #require(KeyUnit.ending("airKelvin")?.unit)
        #expect(celsius.convert(20, to: kelvin) == 293.15)
        #expect(KeyUnit.ending("kindergartens") == nil)
        #expect(KeyUnit.ending("parameters") == nil)
    }

    @Test func `no two units share an ending`() {
        #expect(Set(KeyUnit.all.map(\.keyEnding)).count == KeyUnit.all.count)
    }
}
