import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Terrain
public import TestSupport
import Vocabulary

/// What must make things no worse: changes of small scenarios, each played against the unchanged under the
/// same luck.
public enum Directions {
    /// All of them.
    ///
    /// - Parameter drills: Pairs for each.
    /// - Returns: What came of each, in a fixed order.
    /// - Throws: Where a small scenario cannot be read.
    public static func all(drills: Int) throws -> [PairedOutcome] {
        try earlierWarning(drills) + shelterAgainstLeaving(drills) + moreBeds(drills)
            + earlierArrival(drills) + knownChemical(drills) + noHazard(drills)
            + supplies(drills) + mine(drills)
    }

    // MARK: Earlier warning, not more exposed

    /// Warnings each earlier than the one before: before an explosion, and before a cloud.
    public static func earlierWarning(_ drills: Int) throws -> [PairedOutcome] {
        let leads: [Double?] = [nil, 5, 20, 50]
        let blast = zip(leads, leads.dropFirst()).map { later, sooner in
            PairedOutcome(
                "explosion: warned \(text(sooner)), not \(text(later))",
                "exposed",
                drills: drills,
                from: Side(warned(minutesBefore: later)),
                to: Side(warned(minutesBefore: sooner))
            ) { $0.exposed }
        }
        let delays = [120.0, 60, 30, 0]
        let cloud = try zip(delays, delays.dropFirst()).flatMap { later, sooner in
            let (before, after) = (try told(after: later), try told(after: sooner))
            return [
                PairedOutcome(
                    "chlorine: call after \(Int(sooner)) min, not \(Int(later))",
                    "exposed",
                    drills: drills,
                    from: before,
                    to: after
                ) { $0.exposed },
                PairedOutcome(
                    "chlorine: call after \(Int(sooner)) min, not \(Int(later))",
                    "hurt",
                    drills: drills,
                    from: before,
                    to: after
                ) { $0.hurt },
            ]
        }
        return blast + cloud
    }

    private static func text(_ lead: Double?) -> String {
        lead.map { "\(Int($0)) min before" } ?? "never"
    }

    /// The small world in which waste heats itself until it explodes, and the county, which reads its
    /// temperature, has people warned so many minutes before.
    public static func warned(minutesBefore lead: Double?) -> SmallWorld {
        var world = SmallWorld()
        world.scenario.injects = []
        var waste = SelfHeatingDefinition()
        waste.initialCelsius = 25
        waste.activationKelvins = 14_000
        waste.induction = .constant(10 * 3600)
        waste.runaway = .constant(SmallWorld.blastTime.seconds)
        var hazard = HazardDefinition()
        hazard.form = .selfHeating(waste)
        world.scenario.truth.hazards.append(hazard)
        var trigger = CascadeDefinition()
        trigger.hazard = HazardID(3)
        world.scenario.truth.hazards[0].trigger = trigger
        var sensor = SensorDefinition()
        sensor.hazard = HazardID(3)
        sensor.periodSeconds = 60
        world.scenario.truth.sensors = [sensor]
        world.scenario.situation.sensorPosts = [SmallWorld.Posts.county]
        guard let lead else { return world }
        world.plan.monitored = [SensorID(0)]
        var rule = Rule()
        rule.post = SmallWorld.Posts.county
        let celsius = 25 + 298.15 * 298.15 / 14_000 * Elementary.log(600 / lead)
        rule.condition = Expression([
            .push(celsius), .read(.reading(SensorID(0))), .lessOrEqual,
        ])
        rule.actions = [.warn([ZoneID(0), ZoneID(1)])]
        world.plan.rules.append(rule)
        return world
    }

    /// The release, of which the first call comes after so many minutes.
    private static func told(after minutes: Double) throws -> Side {
        var world = try RealWorld("small/release")
        world.scenario.truth.witnessDelay = .constant(max(minutes * 60, 10))
        return Side(world)
    }

    // MARK: Shelter against leaving

    /// Minutes of release over which shelter and leaving are compared.
    public static let minutes = [10.0, 20, 40, 80, 160, 320, 480]

    /// Shelter against leaving by how long the gas flows: leaving is the change.
    ///
    /// - Parameters:
    ///   - minutes: Time for which it flows [min].
    ///   - drills: Pairs.
    /// - Returns: What comes of leaving.
    /// - Throws: Where the small scenario cannot be read.
    public static func leaving(inRelease minutes: Double, _ drills: Int) throws -> PairedOutcome {
        PairedOutcome(
            "chlorine for \(Int(minutes)) min: leave, not shelter",
            "hurt",
            drills: drills,
            from: Side(try flowing(for: minutes, plan: "shelter")),
            to: Side(try flowing(for: minutes, plan: "baseline"))
        ) { $0.hurt }
    }

    /// The shortest release, in which shelter must be no worse, and the longest, in which leaving must not.
    private static func shelterAgainstLeaving(_ drills: Int) throws -> [PairedOutcome] {
        let (short, long) = (minutes[1], minutes[minutes.count - 1])
        return [
            PairedOutcome(
                "chlorine for \(Int(short)) min: shelter, not leave",
                "hurt",
                drills: drills,
                from: Side(try flowing(for: short, plan: "baseline")),
                to: Side(try flowing(for: short, plan: "shelter"))
            ) { $0.hurt },
            try leaving(inRelease: long, drills),
        ]
    }

    private static func flowing(for minutes: Double, plan: String) throws -> RealWorld {
        var world = try RealWorld("small/release", plan: plan)
        world.scenario.truth.weather.winds.removeLast()
        guard case .release(var release) = world.scenario.truth.hazards[0].form else {
            return world
        }
        release.kilogramsPerSecond = .constant(0.6)
        release.flow = .constant(minutes * 60)
        release.inventory = .constant(1e9)
        world.scenario.truth.hazards[0].form = .release(release)
        return world
    }

    // MARK: More beds, not more deaths

    /// Hospitals with more beds, and with more places of definitive care.
    public static func moreBeds(_ drills: Int) throws -> [PairedOutcome] {
        let steps: [Int32] = [2, 10, 40, 200]
        return try ["small/surge", "small/domino", "small/release"].flatMap { name in
            try zip(steps, steps.dropFirst()).map { fewer, more in
                PairedOutcome(
                    "\(name): \(more) beds, not \(fewer)",
                    "deaths",
                    drills: drills,
                    from: Side(try hospital(of: name, beds: fewer)),
                    to: Side(try hospital(of: name, beds: more))
                ) { $0.deaths }
            } + [
                PairedOutcome(
                    "\(name): 6 places of definitive care, not 1",
                    "deaths",
                    drills: drills,
                    from: Side(try hospital(of: name, beds: 200, places: 1)),
                    to: Side(try hospital(of: name, beds: 200, places: 6))
                ) { $0.deaths }
            ]
        }
    }

    private static func hospital(
        of name: String,
        beds: Int32,
        places: Int32 = 6
    ) throws -> RealWorld {
        var world = try RealWorld(name)
        for index in world.scenario.register.hospitals.indices {
            world.scenario.register.hospitals[index].beds = beds
            world.scenario.register.hospitals[index].criticalPlaces = places
        }
        return world
    }

    // MARK: Earlier arrival, not more deaths

    /// Teams that come sooner, to a collapse, a tank farm and a fire in an old town: deaths of those whom
    /// they come for.
    public static func earlierArrival(_ drills: Int) throws -> [PairedOutcome] {
        try arrival(drills, "deaths, without responders") { $0.deadHelped }
    }

    /// Teams that come sooner, and those of their own who die.
    ///
    /// Not demanded to be fewer: who comes in time has more to fight, and fighting costs lives too.
    public static func respondersOfEarlierArrival(_ drills: Int) throws -> [PairedOutcome] {
        try arrival(drills, "dead responders") { $0.deadResponders }
            + arrival(drills, "deaths, with responders") { $0.deaths }
    }

    private static func arrival(
        _ drills: Int,
        _ measure: String,
        _ number: (DrillRecord) -> Double
    ) throws -> [PairedOutcome] {
        let factors = [16.0, 4, 1]
        return try ["small/collapse", "small/domino", "small/building-fire"].flatMap { name in
            try zip(factors, factors.dropFirst()).map { slower, faster in
                PairedOutcome(
                    "\(name): \(Int(faster)) times the usual way, not \(Int(slower))",
                    measure,
                    drills: drills,
                    from: Side(travelling(slower, in: try RealWorld(name))),
                    to: Side(travelling(faster, in: try RealWorld(name))),
                    number
                )
            }
        }
    }

    /// A world in which ways take so many times as long as usual.
    static func travelling(_ factor: Double, in usual: RealWorld) -> RealWorld {
        var world = usual
        world.scenario.truth.work.travelFactor = .lognormal(median: 1.1 * factor, sigma: 0.25)
        return world
    }

    // MARK: The chemical known, fewer responders dead

    /// Crews downwind of a strong release whose chemical is identified at once, or never.
    public static func knownChemical(_ drills: Int) throws -> [PairedOutcome] {
        func surveyed(after seconds: Double) throws -> Side {
            var world = try RealWorld("small/release")
            world.scenario.truth.weather.winds.removeLast()
            // Towards the staging area.
            world.scenario.truth.weather.winds[0].fromDegrees = 180
            if case .release(var release) = world.scenario.truth.hazards[0].form {
                release.kilogramsPerSecond = .constant(20)
                release.flow = .constant(3600)
                release.inventory = .constant(1e9)
                world.scenario.truth.hazards[0].form = .release(release)
            }
            world.scenario.truth.work.survey = .constant(seconds)
            return Side(world)
        }
        let (known, unknown) = (try surveyed(after: 0), try surveyed(after: 1e7))
        return [
            PairedOutcome(
                "chlorine towards the crews: known before they go in, not never",
                "dead responders",
                drills: drills,
                from: unknown,
                to: known
            ) { $0.deadResponders }
        ]
    }

    // MARK: No hazard, no harm

    /// Every small scenario without what sets its hazards off.
    public static func noHazard(_ drills: Int) throws -> [PairedOutcome] {
        let names = ["domino", "collapse", "release", "building-fire", "rumour", "mine"]
        return try names.map { name in
            let usual = try RealWorld("small/" + name)
            var quiet = usual
            quiet.scenario.injects = []
            return PairedOutcome(
                "small/\(name): without the hazard, not with it",
                "facts of harm",
                drills: drills,
                from: Side(usual),
                to: Side(quiet)
            ) { $0.harm }
        }
    }
}
