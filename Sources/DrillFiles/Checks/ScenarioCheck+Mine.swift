import EventKernel
import GroundTruth
import Wording

/// Checks of a mine: its zones, its air, and the thresholds of its sensors.
extension ScenarioCheck {
    /// Checks a working of a mine with its roadways.
    mutating func checkMine(_ mine: Checked, of hazard: Checked) {
        checkRoadways(mine, of: hazard)
        checkShares(
            ["dead", "serious", "moderate", "slight"],
            in: mine.value("burns"),
            Bilingual("at most 1; the rest is unhurt", "不超过 1，其余未伤")
        )
        checkAir(mine)
        checkThresholds(mine)
    }

    /// Every zone is one stretch of the mine, and crews who search it wear masks.
    private mutating func checkRoadways(_ mine: Checked, of hazard: Checked) {
        var seen: Set<Int> = []
        let roadways = mine.optional("roadways")?.list() ?? []
        let stretches =
            [(hazard.value("zone"), false)]
            + roadways.map { ($0.value("zone"), $0.flag("intake")) }
        for (reference, isIntake) in stretches {
            guard let index = zones.index(of: reference), let zone = zones[reference] else {
                continue
            }
            if !seen.insert(index).inserted {
                report(
                    "zone-twice",
                    Bilingual(
                        "\(quoted(zone.text("id"))) is a stretch of this mine already",
                        "\(quotedChinese(zone.text("id")))已是该矿的另一段巷道"
                    ),
                    at: reference,
                    expected: Bilingual("a zone of its own", "单独的区域")
                )
            }
            if zone.isSound, !isIntake, !zone.flag("needsBreathingAir") {
                doubt(
                    "no-masks",
                    Bilingual(
                        "crews go into the afterdamp at \(quoted(zone.text("id"))) without masks",
                        "救援人员在\(quotedChinese(zone.text("id")))未佩用呼吸器即进入有毒气体"
                    ),
                    at: reference.range,
                    help: Bilingual(
                        "write \"needsBreathingAir\": true in the zone",
                        "请在该区域写明 \"needsBreathingAir\": true"
                    )
                )
            }
        }
    }

    /// The air past the mouth of a working is at least what comes out of it.
    private mutating func checkAir(_ mine: Checked) {
        checkOrder(
            "air",
            mine,
            "returnCubicMetersPerMinute",
            least: "airCubicMetersPerMinute",
            Bilingual(
                "less air goes past the mouth of the working than comes out of it",
                "回风巷风量小于工作面风量"
            )
        )
    }

    private mutating func checkThresholds(_ mine: Checked) {
        checkOrder(
            "not-in-order",
            mine,
            "cutOffPercent",
            least: "alarmPercent",
            Bilingual("the power is cut before the sensors alarm", "断电浓度低于报警浓度")
        )
    }

    /// One number of a mine is no less than another.
    private mutating func checkOrder(
        _ kind: String,
        _ mine: Checked,
        _ key: String,
        least other: String,
        _ problem: Bilingual
    ) {
        let value = mine.value(key)
        let least = mine.number(other)
        guard value.number() < least else { return }
        report(
            kind,
            problem,
            at: value.range,
            expected: Bilingual("at least \(numeral(least))", "不小于 \(numeral(least))")
        )
    }
}
