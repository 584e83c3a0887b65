import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// A way from place 0 over the bridge 1–2 to 3, or round by 4.
@Suite struct TripTests {
    private static let ends = [(0, 1), (1, 2), (2, 3), (1, 4), (4, 3)]

    /// Roads of a thousand metres, ten metres a second, there at even numbers and back at odd ones.
    private static let terrain = Terrain(
        places: Array(repeating: Point(), count: 5),
        roads: ends.flatMap { from, to in
            [(from, to), (to, from)].map { start, end in
                Road(
                    from: PlaceID(start),
                    to: PlaceID(end),
                    lengthMeters: start + end == 7 ? 4000 : 1000,
                    speedMetersPerSecond: 10,
                    kind: start + end == 3 ? .primary : .unclassified
                )
            }
        },
        zones: []
    )

    private static let bridge = RoadID(2)

    private static func time(_ seconds: Double) -> SimTime {
        .start + SimDuration(seconds: seconds)
    }

    /// Changes the roads at an instant.
    private func change(
        _ trip: inout Trip,
        _ routes: inout RouteTable,
        at seconds: Double,
        _ change: (inout RouteTable) -> Void
    ) -> Bool {
        let rest = trip.advance(to: Self.time(seconds), &routes)
        change(&routes)
        return trip.replan(since: rest, at: Self.time(seconds), &routes)
    }

    private func trip(_ routes: inout RouteTable, factor: Double = 1) -> Trip {
        Trip(from: PlaceID(0), to: PlaceID(3), factor: factor, at: .start, &routes)
    }

    @Test func `a trip takes the time of its route, times its luck`() {
        var routes = RouteTable(Self.terrain)
        #expect(trip(&routes, factor: 1.5).arrives == Self.time(450))
    }

    @Test func `a bridge that is closed ahead is driven round`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        #expect(change(&trip, &routes, at: 30) { $0.set(Self.bridge, closed: true) })
        #expect(trip.arrives == Self.time(100 + 100 + 400))
    }

    @Test func `a bridge that is closed behind changes nothing`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        #expect(!change(&trip, &routes, at: 230) { $0.set(Self.bridge, closed: true) })
        #expect(trip.arrives == Self.time(300))
    }

    @Test func `who is on a road that is closed turns round`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        #expect(change(&trip, &routes, at: 140) { $0.set(Self.bridge, closed: true) })
        #expect(trip.arrives == Self.time(140 + 40 + 500))
    }

    @Test func `a road that opens again ahead is taken`() {
        var routes = RouteTable(Self.terrain)
        routes.set(Self.bridge, closed: true)
        var trip = trip(&routes)
        #expect(trip.arrives == Self.time(600))
        #expect(change(&trip, &routes, at: 50) { $0.set(Self.bridge, closed: false) })
        #expect(trip.arrives == Self.time(300))
    }

    @Test func `who is held up goes on when a road opens`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        #expect(
            change(&trip, &routes, at: 30) { table in
                table.set(Self.bridge, closed: true)
                table.set(RoadID(6), closed: true)
            }
        )
        #expect(trip.arrives.isNever)
        // The crossing before the bridge was reached at 100 s.
        #expect(change(&trip, &routes, at: 1000) { $0.set(Self.bridge, closed: false) })
        #expect(trip.arrives == Self.time(1200))
        #expect(!change(&trip, &routes, at: 1050) { $0.set(RoadID(6), closed: false) })
    }

    @Test func `slower traffic holds from the instant on, also on the road being driven`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        #expect(change(&trip, &routes, at: 150) { $0.set(.primary, speedFactor: 0.5) })
        // Half of the bridge at half the speed takes 100 s instead of 50.
        #expect(trip.arrives == Self.time(350))
        #expect(change(&trip, &routes, at: 200) { $0.set(.primary, speedFactor: 1) })
        #expect(trip.arrives == Self.time(325))
    }

    @Test func `who is sent elsewhere turns round on the road, or goes on where that is quicker`() {
        var routes = RouteTable(Self.terrain)
        var back = trip(&routes)
        // Forty seconds on the bridge: back to its near end and home.
        let turnsRound = back.divert(to: PlaceID(0), at: Self.time(140), &routes)
        #expect(turnsRound)
        #expect(back.arrives == Self.time(140 + 40 + 100))
        var onward = trip(&routes)
        let goesOn = !onward.divert(to: PlaceID(2), at: Self.time(140), &routes)
        #expect(goesOn)
        #expect(onward.arrives == Self.time(200))
        // On the way back it may be sent on once more.
        _ = back.divert(to: PlaceID(3), at: Self.time(150), &routes)
        #expect(back.arrives == Self.time(180 + 200))
    }

    @Test func `on a road of one direction nobody turns round`() {
        var routes = RouteTable(Self.terrain)
        // The way back over the bridge is closed: round by place 4.
        routes.set(RoadID(3), closed: true)
        var trip = trip(&routes)
        let goesOn = !trip.divert(to: PlaceID(0), at: Self.time(140), &routes)
        #expect(goesOn)
        #expect(trip.arrives == Self.time(200 + 100 + 400 + 100 + 100))
    }

    @Test func `several changes at one instant are as one`() {
        var routes = RouteTable(Self.terrain)
        var trip = trip(&routes)
        _ = change(&trip, &routes, at: 140) { $0.set(Self.bridge, closed: true) }
        _ = change(&trip, &routes, at: 140) { $0.set(RoadID(3), closed: true) }
        #expect(trip.arrives == Self.time(680))
        _ = change(&trip, &routes, at: 150) { $0.set(RoadID(4), closed: true) }
        #expect(trip.arrives == Self.time(680))
    }
}
