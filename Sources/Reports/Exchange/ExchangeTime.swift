import EventKernel
import Terrain
import Vocabulary
import Wording

/// Moments of a drill as other programs read them.
struct ExchangeTime {
    let start: AbsoluteInstant

    /// Returns a moment in UTC, to the millisecond, such as `2019-03-21T06:48:00.000Z`.
    func utc(_ time: SimTime) -> String {
        let instant = AbsoluteInstant(
            millisecondsSince1970: start.millisecondsSince1970 + time.milliseconds,
            offsetMinutes: 0
        )
        let rest = (instant.millisecondsSince1970 % 1000 + 1000) % 1000
        return Self.text(instant) + "." + Self.digits(Int(rest), 3) + "Z"
    }

    /// Returns a moment on the local clock with its offset, such as `2019-03-21T14:48:00+08:00`; where
    /// the clock is that of UTC the offset is written `-00:00`, as CAP asks.
    func local(_ time: SimTime) -> String {
        let offset = start.offsetMinutes
        let sign = offset > 0 ? "+" : "-"
        let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
        return Self.text(start.later(milliseconds: time.milliseconds))
            + sign + Self.digits(hours, 2) + ":" + Self.digits(minutes, 2)
    }

    /// Returns a moment as tables show it, such as `2019-03-21 14:48:00`.
    func table(_ time: SimTime) -> String {
        Self.text(start.later(milliseconds: time.milliseconds), between: " ")
    }

    /// Returns the time since the start of the drill as hours, minutes and seconds.
    static func length(_ time: SimTime) -> String {
        let seconds = time.milliseconds / 1000
        return digits(Int(seconds / 3600), 2) + ":" + digits(Int(seconds / 60 % 60), 2) + ":"
            + digits(Int(seconds % 60), 2)
    }

    private static func text(_ instant: AbsoluteInstant, between: String = "T") -> String {
        let now = instant.calendar
        return digits(now.year, 4) + "-" + digits(now.month, 2) + "-" + digits(now.day, 2) + between
            + digits(now.hour, 2) + ":" + digits(now.minute, 2) + ":" + digits(now.second, 2)
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}

/// What an exchange file is made from: a drill on its map, with longitude and latitude.
struct ExchangeSource {
    let scene: ReplayScene
    let drill: ReplayDrill
    let language: Language
    let tracks: TrackFold
    let time: ExchangeTime

    init(_ scene: ReplayScene, _ drill: ReplayDrill, _ language: Language) {
        self.scene = scene
        self.drill = drill
        self.language = language
        tracks = TrackFold(drill, in: scene)
        time = ExchangeTime(start: scene.start)
    }

    /// Longitude and latitude of a point, to 10⁻⁷ of a degree, about a centimetre.
    func position(_ point: Point) -> (longitude: Double, latitude: Double) {
        let degrees = scene.projection.degrees(point)
        return (
            (degrees.longitude * 1e7).rounded() / 1e7, (degrees.latitude * 1e7).rounded() / 1e7
        )
    }

    func point(of place: PlaceID) -> Point { scene.terrain.places[place.index] }

    /// Where a stretch begins and ends.
    func place(of place: Track.Place) -> Point {
        switch place {
        case .place(let place): point(of: place)
        case .zone(let zone), .approach(_, zone: .some(let zone), _):
            scene.terrain.zones[zone.index].center
        case .hazard(let hazard), .approach(_, _, hazard: .some(let hazard)):
            scene.hazards[hazard.index].position
        case .approach(let place, _, _): point(of: place)
        case .way(let way): point(of: tracks.roads.end(of: way))
        }
    }

    /// When and where a way is driven: its places with the instants at which they are reached, in
    /// strictly ascending order of time.
    func passage(_ way: Int, from leaves: SimTime, to arrives: SimTime) -> [(SimTime, Point)] {
        let length = Double((arrives - leaves).milliseconds)
        var result: [(SimTime, Point)] = []
        for (place, share) in zip(tracks.roads.places(of: way), tracks.roads.shares(of: way)) {
            let after = Int64((length * share).rounded(.down))
            let time = SimTime(milliseconds: leaves.milliseconds + after)
            if let last = result.last, last.0 >= time { result.removeLast() }
            result.append((time, point(of: place)))
        }
        return result
    }

    /// Instant at which a stretch of a team ends.
    func end(of place: Int, in stretches: [Track.Stretch]) -> SimTime {
        let end = SimTime.start + scene.duration
        guard place + 1 < stretches.count else { return end }
        return min(stretches[place + 1].time, end)
    }

    func name(_ list: [Name], _ index: Int) -> String {
        list.indices.contains(index)
            ? Escaping.visible(list[index].title[language]) : "\(index)"
    }
}
