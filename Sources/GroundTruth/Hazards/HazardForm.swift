public import EventKernel
import Vocabulary

/// The register of hazards: every sort there is, and what its file does at each turn of a drill.
///
/// A sort of hazard is one case here and one file beside this one; the compiler asks for its line in
/// every switch. `GroundTruth.docc/ADDING-A-HAZARD.md` lists the steps.
extension HazardDefinition {
    /// What sort of hazard it is, with its parameters.
    public enum Form: Portable, Sendable {
        /// Waste that heats itself until it runs away (自燃升温).
        case selfHeating(SelfHeatingDefinition)
        /// An explosion (爆炸).
        case explosion(ExplosionDefinition)
        /// A pool or tank that can burn (池火、罐火).
        case fire(FireDefinition)
        /// A building that comes down (建筑倒塌).
        case collapse(CollapseDefinition)
        /// A poisonous gas that gets out (有毒气体泄漏).
        case release(ReleaseDefinition)
        /// A vessel that bursts and burns as a fireball (沸腾液体扩展蒸气爆炸火球).
        case fireball(FireballDefinition)
        /// A fire in a building, which may go over to others (建筑火灾).
        case buildingFire(BuildingFireDefinition)
        /// Gas that gathers until it is lit or shut off (燃气泄漏、积聚爆炸).
        case gasLeak(GasLeakDefinition)
        /// Firedamp in a working of a mine whose fan has failed (煤矿瓦斯爆炸).
        case mineGas(MineGasDefinition)

        /// Creates an explosion of nothing.
        public init() { self = .explosion(ExplosionDefinition()) }

        /// Moves the number of the case and its parameters.
        public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
            var number = caseNumber
            try carrier.carry(&number)
            if C.isReading { self = try Self.usual(number) }
            switch self {
            case .selfHeating(var content):
                try carrier.carry(&content)
                self = .selfHeating(content)
            case .explosion(var content):
                try carrier.carry(&content)
                self = .explosion(content)
            case .fire(var content):
                try carrier.carry(&content)
                self = .fire(content)
            case .collapse(var content):
                try carrier.carry(&content)
                self = .collapse(content)
            case .release(var content):
                try carrier.carry(&content)
                self = .release(content)
            case .fireball(var content):
                try carrier.carry(&content)
                self = .fireball(content)
            case .buildingFire(var content):
                try carrier.carry(&content)
                self = .buildingFire(content)
            case .gasLeak(var content):
                try carrier.carry(&content)
                self = .gasLeak(content)
            case .mineGas(var content):
                try carrier.carry(&content)
                self = .mineGas(content)
            }
        }

        /// Returns a form of a number with its usual parameters, to be read into.
        private static func usual(_ number: Int32) throws(ByteFormError) -> Form {
            switch number {
            case 0: .selfHeating(SelfHeatingDefinition())
            case 1: .explosion(ExplosionDefinition())
            case 2: .fire(FireDefinition())
            case 3: .collapse(CollapseDefinition())
            case 4: .release(ReleaseDefinition())
            case 5: .fireball(FireballDefinition())
            case 6: .buildingFire(BuildingFireDefinition())
            case 7: .gasLeak(GasLeakDefinition())
            case 8: .mineGas(MineGasDefinition())
            default: throw .invalid
            }
        }

        private var caseNumber: Int32 {
            switch self {
            case .selfHeating: 0
            case .explosion: 1
            case .fire: 2
            case .collapse: 3
            case .release: 4
            case .fireball: 5
            case .buildingFire: 6
            case .gasLeak: 7
            case .mineGas: 8
            }
        }

        /// Whether it can burn for some time, be attacked and be put out.
        public var burns: Bool {
            switch self {
            case .fire, .buildingFire: true
            case .selfHeating, .explosion, .collapse, .release, .fireball, .gasLeak, .mineGas: false
            }
        }

        /// Whether it is gas that gets out, and goes on until it is over.
        public var isGas: Bool {
            switch self {
            case .release, .gasLeak, .mineGas: true
            case .selfHeating, .explosion, .fire, .collapse, .fireball, .buildingFire: false
            }
        }

        /// Whether its methane can be measured.
        public var hasMethane: Bool {
            if case .mineGas = self { true } else { false }
        }

        /// Whether it needs the air to be followed.
        var isRelease: Bool {
            if case .release = self { true } else { false }
        }
    }
}

/// What has become of a hazard in this drill.
enum HazardState: BitwiseCopyable, Sendable {
    /// Nothing yet.
    case dormant
    /// Heating itself.
    case heating(SelfHeating)
    /// Exploded or run away, over in an instant.
    case spent(FactID)
    /// A pool or tank, or a building with what stands around it, burning or not.
    case fire(FireState)
    /// A building that has come down.
    case rubble(RubbleState)
    /// A release that has begun; what has become of it stands in its cloud.
    case cloud
    /// Gas that gathers.
    case leak(GasLeakState)
    /// A mine whose fan has failed; what has become of it stands in its list.
    case mine
}

extension GroundTruth {
    /// Puts all hazards to the start and schedules those that begin by themselves.
    mutating func beginHazards(_ moment: inout Moment) {
        hazards.removeAll(keepingCapacity: true)
        for index in definition.hazards.indices {
            let hazard = HazardID(index)
            switch definition.hazards[index].form {
            case .selfHeating(let heating):
                hazards.append(.heating(start(heating, of: hazard, moment.instant)))
            case .fire(let fire):
                let volume = moment.instant.sample(fire.volumeCubicMeters, .fill, hazard.entity)
                hazards.append(.fire(FireState(liquidCubicMeters: max(0, volume))))
            case .buildingFire: hazards.append(.fire(FireState(liquidCubicMeters: 0)))
            case .explosion, .collapse, .release, .fireball, .gasLeak, .mineGas:
                hazards.append(.dormant)
            }
        }
    }

    /// Lets a hazard begin, if it has not.
    mutating func hazardBegins(_ hazard: HazardID, _ cause: FactID, _ moment: inout Moment) {
        if isSparedFromHeat(hazard) { return }
        switch (definition.hazards[hazard.index].form, hazards[hazard.index]) {
        case (.selfHeating, .heating):
            hazards[hazard.index] = .spent(cause)
            setOff(by: hazard, because: cause, wave: nil, moment.instant)
        case (.explosion(let explosion), .dormant):
            explode(hazard, explosion, cause, &moment)
        case (.fire, .fire(let fire)) where fire.status == .unlit:
            let site = definition.hazards[hazard.index].site
            settle(site, &moment)
            ignite(hazard, secondary: isSecondary(hazard), because: cause, &moment)
            replan(site, &moment)
        case (.buildingFire(let house), .fire(let fire)) where fire.status == .unlit:
            let site = definition.hazards[hazard.index].site
            settle(site, &moment)
            catchesFire(hazard, house, cause, &moment)
            replan(site, &moment)
        case (.collapse(let collapse), .dormant):
            comesDown(hazard, collapse, cause, &moment)
        case (.release(let release), .dormant): getsOut(hazard, release, cause, &moment)
        case (.fireball(let fireball), .dormant):
            flares(hazard, fireball, cause, &moment)
        case (.gasLeak(let leak), .dormant): leaks(hazard, leak, cause, &moment)
        case (.mineGas(let mine), .dormant): fanFails(hazard, mine, cause, &moment)
        default: break
        }
    }

    /// Whether a hazard counts as a secondary incident when it begins.
    func isSecondary(_ hazard: HazardID) -> Bool {
        definition.hazards[hazard.index].trigger?.isDomino ?? false
    }

    /// Something that was foreseen for a hazard is due.
    mutating func hazardChanges(_ hazard: HazardID, _ epoch: Int32, _ moment: inout Moment) {
        switch definition.hazards[hazard.index].form {
        case .collapse(let collapse): rubbleMoves(hazard, collapse, &moment)
        case .release(let release):
            if clouds[hazard.index].steps == epoch { cloudDrifts(hazard, release, &moment) }
        case .buildingFire(let house):
            if buildingFires[hazard.index].steps == epoch { buildingsBurn(hazard, house, &moment) }
        case .gasLeak(let leak): gasGathers(hazard, leak, epoch, &moment)
        case .mineGas(let mine):
            if mines[hazard.index].steps == epoch { mineGoesOn(hazard, mine, &moment) }
        case .selfHeating, .explosion, .fire, .fireball: break
        }
    }
}
