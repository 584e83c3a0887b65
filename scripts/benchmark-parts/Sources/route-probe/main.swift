import DrillFiles
import DrillModel
import EventKernel
import Foundation
import Terrain
import Vocabulary

// route-probe SCENARIO PAIRS       times of routes on the map of a scenario, one row a way of finding them
// route-probe --import FILE DIR    an OpenStreetMap file as a scenario folder
// route-probe --city N DIR         makes up a city of about so many crossings, as a scenario folder
// route-probe --read FILE          speed of reading an OpenStreetMap file, against Foundation's XMLParser

let words = CommandLine.arguments.dropFirst()
guard let first = words.first else {
    print("usage: route-probe SCENARIO PAIRS | route-probe --read FILE")
    exit(2)
}
if first == "--read", let file = words.dropFirst().first {
    try measureReading(file)
} else if first == "--city", words.count == 3 {
    let count = Int(Array(words)[1]) ?? 1000
    try write(to: Array(words)[2]) { MapImport.city(crossings: count, seed: 1, $0) }
} else if first == "--import", words.count == 3 {
    var diagnostics = Diagnostics()
    try write(to: Array(words)[2]) {
        MapImport.openStreetMap(Array(words)[1], $0, into: &diagnostics)
    }
} else {
    try measureRoutes(first, pairs: words.dropFirst().first.flatMap { Int($0) } ?? 10_000)
}

/// Makes a map and writes it as a scenario folder.
func write(to folder: String, _ make: (MapImport.Options) -> MapImport?) throws {
    for inner in ["map", "plans"] {
        try FileManager.default.createDirectory(
            atPath: folder + "/" + inner,
            withIntermediateDirectories: true
        )
    }
    var options = MapImport.Options()
    options.name = "city"
    let (seconds, map) = timed { make(options) }
    try map?.write(to: folder)
    print("map made in \(seconds) s")
}

/// Returns the seconds that something takes, and what it gives.
func timed<Result>(_ action: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try action()
    let spent = (clock.now - start).components
    return (Double(spent.seconds) + Double(spent.attoseconds) / 1e18, result)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func measureRoutes(_ folder: String, pairs count: Int) throws {
    var diagnostics = Diagnostics()
    guard let source = SourceText.read(at: folder + "/scenario.jsonc", into: &diagnostics) else {
        exit(65)
    }
    let (reading, file) = timed { ScenarioFile.read(source, into: &diagnostics) }
    let terrain = file.scenario.terrain
    print("scenario read and checked in \(reading) s")
    let named = terrain.namedPlaceCount
    let crossings = terrain.places.count - named
    var stream = RandomStream(DrillKey(seed: 11, drill: 0), purpose: 1, entity: 0)
    let pairs = (0..<count).map { _ in
        (
            named + Int(stream.whole(below: UInt64(crossings))),
            named + Int(stream.whole(below: UInt64(crossings)))
        )
    }
    print("crossings \(crossings), directions of roads \(terrain.roads.count), turns \(terrain.turnBans.count)")

    let (preparing, prepared) = timed { RouteTable(terrain) }
    var table = prepared
    let (selecting, landmarks) = timed { Landmarks(terrain, count: 16) }
    var plain = Search(terrain)

    var times: [[Double]] = [[], [], [], []]
    var wrong = 0
    for (from, to) in pairs {
        let quick = timed { table.travelTime(from: PlaceID(from), to: PlaceID(to)) }
        let route = timed { table.route(from: PlaceID(from), to: PlaceID(to)) }
        let dijkstra = timed { plain.milliseconds(from: from, to: to, nil) }
        let alt = timed { plain.milliseconds(from: from, to: to, landmarks) }
        times[0].append(quick.seconds)
        times[1].append(route.seconds)
        times[2].append(dijkstra.seconds)
        times[3].append(alt.seconds)
        let expected = quick.result.isNever ? nil : quick.result.milliseconds
        if dijkstra.result != expected || alt.result != expected { wrong += 1 }
    }
    let medians = times.map { median($0) * 1e6 }
    print("way | prepare s | median us | ratio to Dijkstra")
    let rows = [("hierarchy, time", preparing, 0), ("hierarchy, route", preparing, 1), ("Dijkstra", 0, 2), ("ALT, 16 landmarks", selecting, 3)]
    for (name, seconds, row) in rows {
        print("\(name) | \(seconds) | \(medians[row]) | \(medians[2] / medians[row])")
    }
    print("answers that differ: \(wrong)")
    measureChanges(&table, terrain, &stream)
}

/// Closures, changes of speed, and rows of answers to one place.
func measureChanges(_ table: inout RouteTable, _ terrain: Terrain, _ stream: inout RandomStream) {
    var closing: [Double] = []
    var opening: [Double] = []
    for _ in 0..<500 {
        let road = RoadID(Int(stream.whole(below: UInt64(terrain.roads.count))))
        closing.append(timed { table.set(road, closed: true) }.seconds)
        opening.append(timed { table.set(road, closed: false) }.seconds)
    }
    let slowing = (0..<20).map { step in
        timed { table.set(.secondary, speedFactor: step % 2 == 0 ? 0.6 : 1) }.seconds
    }
    let all = closing + opening
    let late = all.sorted()[all.count * 99 / 100] * 1e6
    print("closing or opening a road: median \(median(all) * 1e6) us, 99 of 100 within \(late) us")
    print("another speed on a class of roads: median \(median(slowing) * 1e6) us")
}
