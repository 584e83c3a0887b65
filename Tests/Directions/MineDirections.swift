import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Vocabulary

extension Directions {
    /// What must not cost more miners' lives in a mine in which the gas explodes.
    public static func mine(_ drills: Int) throws -> [PairedOutcome] {
        try selfRescuers(drills) + strongerAir(drills) + earlierSquads(drills)
    }

    /// Self-rescuers that more of the miners have on in time.
    private static func selfRescuers(_ drills: Int) throws -> [PairedOutcome] {
        let shares = [0, 0.5, 1]
        return try zip(shares, shares.dropFirst()).map { fewer, more in
            PairedOutcome(
                "small/mine: self-rescuers on \(percent(more)), not \(percent(fewer))",
                "deaths of miners",
                drills: drills,
                from: Side(try exploding { $0.selfRescuerShare = fewer }),
                to: Side(try exploding { $0.selfRescuerShare = more })
            ) { $0.deadHelped }
        }
    }

    private static func percent(_ share: Double) -> String { "\(Int(share * 100)) %" }

    /// More air for the working and the roadways: in good order, and so also of what is left.
    private static func strongerAir(_ drills: Int) throws -> [PairedOutcome] {
        let factors = [1.0, 2, 4]
        return try zip(factors, factors.dropFirst()).map { less, more in
            PairedOutcome(
                "small/mine: \(Int(more)) times the air left, not \(Int(less))",
                "deaths of miners",
                drills: drills,
                from: Side(try airing(less)),
                to: Side(try airing(more))
            ) { $0.deadHelped }
        }
    }

    /// The fan still brings a fiftieth of its air, which with more air thins the gas more.
    private static func airing(_ factor: Double) throws -> RealWorld {
        try exploding {
            $0.airLeftShare = 0.02
            $0.airCubicMetersPerMinute *= factor
            $0.returnCubicMetersPerMinute *= factor
        }
    }

    /// Squads that come sooner.
    private static func earlierSquads(_ drills: Int) throws -> [PairedOutcome] {
        let factors = [16.0, 4, 1]
        return try zip(factors, factors.dropFirst()).map { slower, faster in
            PairedOutcome(
                "small/mine: \(Int(faster)) times the usual way, not \(Int(slower))",
                "deaths of miners",
                drills: drills,
                from: Side(travelling(slower, in: try exploding { _ in })),
                to: Side(travelling(faster, in: try exploding { _ in }))
            ) { $0.deadHelped }
        }
    }

    /// The small mine whose fan nobody mends, so that the gas explodes in nearly every drill.
    private static func exploding(
        _ change: (inout MineGasDefinition) -> Void
    ) throws -> RealWorld {
        var world = try RealWorld("small/mine")
        guard case .mineGas(var mine) = world.scenario.truth.hazards[0].form else { return world }
        mine.repair = .constant(1e7)
        mine.ignitionsWithoutPower = 1
        change(&mine)
        world.scenario.truth.hazards[0].form = .mineGas(mine)
        return world
    }
}
