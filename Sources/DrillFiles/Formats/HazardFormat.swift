import EventKernel
import GroundTruth
import Vocabulary

/// Things of a scenario that its hazards refer to by number.
struct HazardLists {
    var fuels: [FuelDefinition] = []
    var substances: [SubstanceDefinition] = []
}

/// How hazards, fuels and sensors stand in scenario files.
enum HazardFormat {
    /// Shape of a hazard.
    static let hazard = Shape.object(
        [
            .id(.hazard), .title,
            .required("site", .reference(.site), "Site to which it belongs.", "所属现场。"),
            .required("zone", .reference(.zone), "Zone in which it lies.", "所在区域。"),
            .required("position", MapFormat.position, "Where it is.", "位置。"),
            .optional("setOffBy", trigger, "What sets it off.", "由何引发。"),
        ],
        oneOf: entries.map { $0.field }
    )

    /// One sort of hazard in files: its key with its shape, and how it is read.
    struct Entry: Sendable {
        let field: Field
        let read: @Sendable (_ value: Checked, _ lists: HazardLists) -> HazardDefinition.Form
    }

    /// Every sort of hazard that files know.
    private static var entries: [Entry] {
        [
            Entry(
                field: .required(
                    "selfHeating",
                    selfHeating,
                    "Waste that heats itself.",
                    "自燃升温。"
                )
            ) { value, _ in .selfHeating(heating(value)) },
            Entry(
                field: .required("explosion", explosion, "An explosion.", "爆炸。")
            ) { value, _ in .explosion(explosion(value)) },
            Entry(
                field: .required("fire", fire, "A pool or tank that can burn.", "池火或罐火。")
            ) { value, lists in .fire(fire(value, fuels: lists.fuels)) },
            CollapseFormat.entry,
            ReleaseFormat.entry,
            FireballFormat.entry,
            FireballFormat.cloud,
            BuildingFireFormat.entry,
            GasLeakFormat.entry,
            MineGasFormat.entry,
        ]
    }

    private static let trigger = Shape.object([
        .required("hazard", .reference(.hazard), "The hazard that sets it off.", "引发者。"),
        .optional(
            "overpressureAtLeastKilopascals",
            .positive(upTo: 1e6),
            "Overpressure that its blast must reach here; without it, that it happens is enough.",
            "此处须达到的超压；不写则引发者发生即可。"
        ),
        .optional(
            "heatAtLeastKilowattsPerSquareMeter",
            .positive(upTo: 1e6),
            "Heat flux that its fire or fireball must bring here.",
            "此处须达到的热辐射强度。"
        ),
        .optional(
            "vesselCubicMeters",
            .positive(upTo: 1e6),
            "Volume of a vessel under pressure that this heat bursts in time.",
            "受热压力容器的容积（按失效时间爆裂）。"
        ),
        .optional(
            "whileBurning",
            .flag,
            otherwise: "false",
            "Whether it is spared where the fire that sets it off has gone out by then: boil-over.",
            "引发它的火灾届时已熄灭则不发生（如沸溢）。"
        ),
        .optional("probability", .share, otherwise: "1", "Chance that it then does.", "引发概率。"),
        .optional("delaySeconds", .time, otherwise: "0", "Time from then to its start.", "时延。"),
    ])

    private static let selfHeating = Shape.object([
        .required(
            "initialCelsius",
            .number(.between(-50, 200), isWhole: false),
            "Temperature at the start.",
            "起始温度。"
        ),
        .required(
            "activationKelvins",
            .number(.between(1000, 100_000), isWhole: false),
            "Activation energy over R.",
            "活化温度 E/R。"
        ),
        .required(
            "inductionHours",
            .uncertain(.above(0), isWhole: false),
            "From the start of heating to runaway.",
            "诱导期。"
        ),
        .required("runawayAfter", .duration(isSigned: false), "Runaway, from the start.", "失控时刻。"),
    ])

    private static let explosion = Shape.object([
        .required(
            "trinitrotolueneKilograms",
            .uncertain(.above(0).upTo(1e9), isWhole: false),
            "Explosive power as TNT.",
            "TNT 当量。"
        )
    ])

    private static let usual = FireDefinition()

    private static let fire = Shape.object([
        .required("fuel", .reference(.fuel), "Fuel.", "燃料。"),
        .required("areaSquareMeters", .positive(upTo: 1e7), "Burning surface.", "燃烧面积。"),
        .required("volumeCubicMeters", .time, "Liquid present.", "液体体积。"),
        .optional(
            "isTank",
            .flag,
            otherwise: "false",
            "Whether heat can bring it to fail.",
            "是否储罐。"
        ),
        .defaulted(
            "foamLitersPerMinutePerSquareMeter",
            .positive(upTo: 1000),
            to: DefaultText.of(usual.foamLitersPerMinutePerSquareMeter),
            source: "NFPA 11",
            .certain,
            "Foam solution needed.",
            "泡沫混合液供给强度。"
        ),
        .defaulted(
            "foamMinutes",
            .positive(upTo: 100000),
            to: DefaultText.of(usual.foamMinutes),
            source: "NFPA 11, low flash point",
            .certain,
            "Time for which it is needed.",
            "连续供给时间。"
        ),
        .defaulted(
            "foamConcentrateShare",
            .share,
            to: DefaultText.of(usual.foamConcentrateShare),
            source: "3 % concentrate",
            .certain,
            "Share of concentrate.",
            "泡沫液混合比。"
        ),
        .defaulted(
            "foamLossMinutes",
            .positive(upTo: 1e4),
            to: DefaultText.of(usual.foamLossMinutes),
            source: "assumption",
            .assumed,
            "Time in which foam is lost once application stops.",
            "停止供泡沫后泡沫层消失的时间。"
        ),
        .optional(
            "coolingLitersPerMinute",
            .amount(upTo: 1e7),
            otherwise: "0",
            "Cooling water needed to keep it safe.",
            "冷却水流量。"
        ),
        .defaulted(
            "reflaresPerHour",
            .amount(upTo: 100),
            to: DefaultText.of(usual.reflaresPerHour),
            source: "assumption",
            .assumed,
            "Rate of flaring up again while hot and not cooled.",
            "未冷却时的复燃率。"
        ),
        .defaulted(
            "reflaresPerHourCooled",
            .amount(upTo: 100),
            to: DefaultText.of(usual.reflaresPerHourCooled),
            source: "assumption",
            .assumed,
            "Rate of flaring up again while hot and cooled.",
            "冷却期间的复燃率。"
        ),
        .defaulted(
            "coolingHours",
            .amount(upTo: 10000),
            to: DefaultText.of(usual.coolingHours),
            source: "assumption",
            .assumed,
            "Cooling after which it no longer does.",
            "防复燃所需冷却时间。"
        ),
    ])

    /// Shape of a fuel.
    static let fuel = Shape.object([
        .id(.fuel), .title,
        .required(
            "massFluxKilogramsPerSquareMeterSecond",
            .positive(upTo: 10),
            "Mass loss of a large pool.",
            "单位面积质量燃烧速率。"
        ),
        .required(
            "extinctionPerMeter",
            .positive(upTo: 10000),
            "Extinction coefficient kβ.",
            "消光系数 kβ。"
        ),
        .required(
            "heatMegajoulesPerKilogram",
            .positive(upTo: 1000),
            "Heat of combustion.",
            "燃烧热。"
        ),
        .required("densityKilogramsPerCubicMeter", .positive(upTo: 100000), "Density.", "密度。"),
        .required("radiativeFraction", .share, "Share of heat radiated.", "辐射分数。"),
    ])

    /// Shape of a sensor.
    static let sensor = Shape.object([
        .id(.sensor), .title,
        .required(
            "hazard",
            .reference(.hazard),
            "Hazard it reads: self-heating, or gas of a mine.",
            "监测对象（自燃升温或矿井瓦斯）。"
        ),
        .required("post", .reference(.post), "Post that receives it.", "接收机构。"),
        .required(
            "periodSeconds",
            .number(.atLeast(1).upTo(1e6), isWhole: false),
            "Time from reading to reading.",
            "采样周期。"
        ),
        .optional(
            "noiseKelvins",
            .amount(upTo: 1000),
            otherwise: "0",
            "Standard deviation of a temperature.",
            "温度标准差。"
        ),
        .optional(
            "noisePercent",
            .amount(upTo: 100),
            otherwise: "0",
            "Standard deviation of a share of methane, in per cent of the air.",
            "甲烷浓度标准差（体积百分点）。"
        ),
    ])

    /// Reads a hazard.
    static func definition(_ hazard: Checked, _ lists: HazardLists) -> HazardDefinition {
        var definition = HazardDefinition()
        definition.site = SiteID(hazard.reference("site"))
        definition.zone = ZoneID(hazard.reference("zone"))
        definition.position = MapFormat.point(hazard.value("position"))
        definition.trigger = hazard.optional("setOffBy").map(cascade)
        let (key, value) = hazard.alternative()
        if let entry = entries.first(where: { $0.field.key == key }) {
            definition.form = entry.read(value, lists)
        }
        return definition
    }

    private static func cascade(_ value: Checked) -> CascadeDefinition {
        var definition = CascadeDefinition()
        definition.hazard = HazardID(value.reference("hazard"))
        definition.overpressureKilopascals =
            value.optional("overpressureAtLeastKilopascals")?.number()
        definition.heatKilowattsPerSquareMeter =
            value.optional("heatAtLeastKilowattsPerSquareMeter")?.number()
        definition.vesselCubicMeters = value.optional("vesselCubicMeters")?.number()
        definition.whileBurning = value.flag("whileBurning")
        definition.probability = value.number("probability")
        definition.delay = value.uncertain("delaySeconds").drawn()
        return definition
    }

    private static func heating(_ value: Checked) -> SelfHeatingDefinition {
        var definition = SelfHeatingDefinition()
        definition.initialCelsius = value.number("initialCelsius")
        definition.activationKelvins = value.number("activationKelvins")
        definition.induction = value.uncertain("inductionHours").drawn(times: 3600)
        definition.runaway = .constant(Double(value.milliseconds("runawayAfter")) / 1000)
        return definition
    }

    private static func explosion(_ value: Checked) -> ExplosionDefinition {
        var definition = ExplosionDefinition()
        definition.trinitrotolueneKilograms =
            value.uncertain("trinitrotolueneKilograms").drawn()
        return definition
    }

    private static func fire(_ value: Checked, fuels: [FuelDefinition]) -> FireDefinition {
        var definition = FireDefinition()
        let fuel = value.reference("fuel")
        if fuels.indices.contains(fuel) { definition.fuel = fuels[fuel] }
        definition.areaSquareMeters = value.number("areaSquareMeters")
        definition.volumeCubicMeters = value.uncertain("volumeCubicMeters").drawn()
        definition.isTank = value.flag("isTank")
        definition.foamLitersPerMinutePerSquareMeter =
            value.number("foamLitersPerMinutePerSquareMeter")
        definition.foamMinutes = value.number("foamMinutes")
        definition.foamConcentrateShare = value.number("foamConcentrateShare")
        definition.foamLossMinutes = value.number("foamLossMinutes")
        definition.coolingLitersPerMinute = value.number("coolingLitersPerMinute")
        definition.reflaresPerHour = value.number("reflaresPerHour")
        definition.reflaresPerHourCooled = value.number("reflaresPerHourCooled")
        definition.coolingHours = value.number("coolingHours")
        return definition
    }

    /// Reads a fuel.
    static func fuelDefinition(_ value: Checked) -> FuelDefinition {
        var definition = FuelDefinition()
        definition.massFluxLimit = value.number("massFluxKilogramsPerSquareMeterSecond")
        definition.extinctionPerMeter = value.number("extinctionPerMeter")
        definition.heatMegajoulesPerKilogram = value.number("heatMegajoulesPerKilogram")
        definition.densityKilogramsPerCubicMeter =
            value.number("densityKilogramsPerCubicMeter")
        definition.radiativeFraction = value.number("radiativeFraction")
        return definition
    }

    /// Reads a sensor.
    static func sensorDefinition(_ value: Checked) -> SensorDefinition {
        var definition = SensorDefinition()
        definition.hazard = HazardID(value.reference("hazard"))
        definition.periodSeconds = value.number("periodSeconds")
        definition.noise = max(value.number("noiseKelvins"), value.number("noisePercent"))
        return definition
    }
}
