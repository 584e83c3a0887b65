import EventKernel
import Foundation
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// First and second pumps at the 6,708 dwelling fires of London in 2009: turnout, speed and their spread
/// are fitted on one half of the fires, and trips of the model attend the other half.
///
/// Where the data are not beside the checkout, the test is skipped.
@Suite(.enabled(if: LondonFires.isThere, "the fires of London are not beside the checkout"))
struct AttendanceTests {
    @Test func `median and ninetieth percentile of the first pump come out within a tenth`() throws
    {
        let fires = try LondonFires()
        let halves = fires.halves(seed: 1)
        let fit = AttendanceFit(halves.fitted)
        let first = try fit.comparison(halves.other, pump: 0)
        let second = try fit.comparison(halves.other, pump: 1)
        #expect(abs(first.medianError) < 0.1 && abs(first.ninetiethError) < 0.1)
        if let path = ProcessInfo.processInfo.environment["DRILL_ATTENDANCE_TABLE"] {
            let text = AttendanceTable(fires, fit, first, second).text
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    @Test func `the data are those of their source`() throws {
        let fires = try LondonFires()
        #expect(fires.all.count == 6708)
        let times = fires.all.compactMap { $0.seconds[0] }
        #expect(quantile(times, 0.5) == 296 && quantile(times, 0.9) == 471)
    }
}

/// Returns a quantile of a sample.
private func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
}

/// The fires with the times of their pumps and the distances of the nearest stations.
private struct LondonFires {
    struct Fire {
        /// Time from call to arrival of the first and the second pump [s], where there was one.
        let seconds: [Double?]
        /// Straight distance of the nearest and the second nearest station [m].
        let meters: [Double]
    }

    let all: [Fire]
    let stations: Int

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("shared/data/incidents_london_dwelling_fires_2009").path

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    init() throws {
        let stations = try Self.rows("fire_stations.csv")
            .filter { $0["Description"] == "Fire Station" }
            .compactMap { Self.point($0["Easting"], $0["Northing"]) }
        self.stations = stations.count
        all = try Self.rows("dwelling_fires_2009.csv").compactMap { row in
            guard let place = Self.point(row["Easting_m"], row["Northing_m"]) else { return nil }
            let meters = stations.map { $0.distanceMeters(to: place) }.sorted().prefix(2)
            let keys = ["FirstPumpArriving_AttendanceTime", "SecondPumpArriving_AttendanceTime"]
            let seconds = keys.map { row[$0].flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil } }
            return Fire(seconds: seconds, meters: Array(meters))
        }
    }

    private static func point(_ east: String?, _ north: String?) -> Point? {
        guard let east = east.flatMap({ Double($0) }), let north = north.flatMap({ Double($0) })
        else { return nil }
        return Point(eastMeters: east, northMeters: north)
    }

    private static func rows(_ file: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map(cells)
        return lines.dropFirst().map { cells in
            Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// Divides the fires by lot.
    func halves(seed: UInt64) -> (fitted: [Fire], other: [Fire]) {
        var stream = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
        var (fitted, other): ([Fire], [Fire]) = ([], [])
        for fire in all {
            if stream.uniform() < 0.5 { fitted.append(fire) } else { other.append(fire) }
        }
        return (fitted, other)
    }
}

/// Turnout, speed and spread that fit a sample of fires.
private struct AttendanceFit {
    /// Road against straight line -- assumed: 1.3.
    static let detour = 1.3

    /// Median time from call to leaving [s].
    private(set) var turnoutSeconds = 160.0
    /// Median speed on the road [km/h].
    private(set) var kilometersPerHour = 80.0
    /// Spread of both, standard deviation of the logarithm.
    private(set) var sigma = 0.0

    /// Takes the medians with the least sum of errors of the logarithm, on finer and finer grids, and
    /// the spread that leaves the errors as large as they are.
    init(_ fires: [LondonFires.Fire]) {
        let sample = fires.compactMap { fire in fire.seconds[0].map { ($0, fire.meters[0]) } }
        var (turnouts, speeds) = (20.0...300.0, 20.0...140.0)
        for _ in 0..<5 {
            var best = Double.infinity
            let grid = (turnouts, speeds)
            for row in 0...8 {
                for column in 0...8 {
                    let turnout = Self.step(grid.0, row)
                    let speed = Self.step(grid.1, column)
                    let error = sample.reduce(0) { sum, fire in
                        sum + abs(Elementary.log(fire.0 / Self.seconds(turnout, speed, fire.1)))
                    }
                    guard error < best else { continue }
                    best = error
                    (turnoutSeconds, kilometersPerHour) = (turnout, speed)
                }
            }
            turnouts = Self.around(turnoutSeconds, grid.0)
            speeds = Self.around(kilometersPerHour, grid.1)
        }
        sigma = spread(sample)
    }

    private static func step(_ range: ClosedRange<Double>, _ step: Int) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 8
    }

    private static func around(_ value: Double, _ range: ClosedRange<Double>) -> ClosedRange<Double>
    {
        let width = (range.upperBound - range.lowerBound) / 4
        return max(1, value - width)...(value + width)
    }

    private static func seconds(_ turnout: Double, _ speed: Double, _ meters: Double) -> Double {
        turnout + meters * detour / (speed / 3.6)
    }

    /// Turnout and travel vary by themselves, so that their sum varies less than each.
    private func spread(_ sample: [(seconds: Double, meters: Double)]) -> Double {
        var (errors, shares) = (0.0, 0.0)
        for (seconds, meters) in sample {
            let whole = Self.seconds(turnoutSeconds, kilometersPerHour, meters)
            let error = Elementary.log(seconds / whole)
            let travel = whole - turnoutSeconds
            errors += error * error
            shares += (turnoutSeconds * turnoutSeconds + travel * travel) / (whole * whole)
        }
        return (errors / shares).squareRoot()
    }

    struct Comparison {
        let fires: Int
        let observed: [Double]
        let modelled: [Double]
        var medianError: Double { modelled[0] / observed[0] - 1 }
        var ninetiethError: Double { modelled[1] / observed[1] - 1 }
    }

    /// Attends fires by trips of the model, five drills each, from the nearest station for the first
    /// pump and the second nearest for the second.
    func comparison(_ fires: [LondonFires.Fire], pump: Int) throws -> Comparison {
        let attended = fires.filter { $0.seconds[pump] != nil }
        let roads = attended.enumerated().map { number, fire in
            Road(
                from: PlaceID(2 * number),
                to: PlaceID(2 * number + 1),
                lengthMeters: max(1, fire.meters[pump] * Self.detour),
                speedMetersPerSecond: kilometersPerHour / 3.6
            )
        }
        let places = Array(repeating: Point(), count: 2 * roads.count)
        var routes = RouteTable(Terrain(places: places, named: 0, roads: roads, zones: []))
        var modelled: [Double] = []
        for drill in 0..<5 {
            let instant = Instant(luck: DrillKey(seed: 1, drill: UInt64(drill)))
            for number in roads.indices {
                let entity = UInt64(number)
                let turnout = Distribution.lognormal(median: turnoutSeconds, sigma: sigma)
                let travel = Distribution.lognormal(median: 1, sigma: sigma)
                let leaves = SimTime.start + instant.duration(turnout, .turnout, entity)
                let trip = Trip(
                    from: PlaceID(2 * number),
                    to: PlaceID(2 * number + 1),
                    factor: instant.sample(travel, .travel, entity),
                    at: leaves,
                    &routes
                )
                modelled.append(trip.arrives.seconds)
            }
        }
        let observed = attended.compactMap { $0.seconds[pump] }
        return Comparison(
            fires: attended.count,
            observed: [quantile(observed, 0.5), quantile(observed, 0.9)],
            modelled: [quantile(modelled, 0.5), quantile(modelled, 0.9)]
        )
    }
}

/// The comparison as a page for `Results`.
private struct AttendanceTable {
    let text: String

    init(
        _ fires: LondonFires,
        _ fit: AttendanceFit,
        _ first: AttendanceFit.Comparison,
        _ second: AttendanceFit.Comparison
    ) {
        func row(_ name: String, _ pump: AttendanceFit.Comparison) -> String {
            let cells = [
                name, "\(pump.fires)", Self.whole(pump.observed[0]), Self.whole(pump.modelled[0]),
                Self.percent(pump.medianError), Self.whole(pump.observed[1]),
                Self.whole(pump.modelled[1]), Self.percent(pump.ninetiethError),
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        text = """
            # Attendance

            Pumps at the \(fires.all.count) dwelling fires of London in 2009, \(fires.stations) stations
            (London Fire Brigade, Open Government Licence). Written by `scripts/attendance`.

            Fitted on one half of the fires, drawn by lot (calibration): turnout \(Self.whole(fit.turnoutSeconds)) s in
            the median, from the call on; \(Self.tenth(fit.kilometersPerHour)) km/h on roads \(AttendanceFit.detour) times as long as the
            straight line (assumed); both lognormal with sigma \(Self.hundredth(fit.sigma)). Trips of the model then attend the other
            half (validation), five drills each: the first pump from the nearest station, the second,
            for which nothing was fitted, from the second nearest.

            | pump | fires | median observed [s] | model [s] | difference | P90 observed [s] | model [s] | difference |
            |---|---:|---:|---:|---:|---:|---:|---:|
            \(row("first", first))
            \(row("second", second))

            Limits: the nearest station is not always the one that sends a pump, no pump is out at another
            fire, and stations with two pumps send the second from next door here.

            """
    }

    private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }
    private static func tenth(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    private static func hundredth(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    private static func percent(_ value: Double) -> String {
        (value < 0 ? "−" : "+") + "\((abs(value) * 1000).rounded() / 10) %"
    }
}
