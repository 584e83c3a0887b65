import EventKernel
import GroundTruth
import Wording

/// Checks of a mine: its zones, its air, and the thresholds of its sensors.
extension ScenarioCheck {
    /// Checks a working of a mine with its roadways.
    mutating func checkMine(_ mine: Checked, of hazard: Checked) {
        checkRoadways(mine, of: hazard)
        checkBurns(mine.value("burns"))
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

    private mutating func checkBurns(_ burns: Checked) {
        let sum = ["dead", "serious", "moderate", "slight"].map { burns.number($0) }.reduce(0, +)
        guard sum > 1 + 1e-9 else { return }
        report(
            "shares",
            Bilingual("these shares add up to more than 1", "各比例之和大于 1"),
            at: burns.range,
            expected: Bilingual("at most 1; the rest is unhurt", "不超过 1，其余未伤")
        )
    }

    /// The air past the mouth of a working is at least what comes out of it.
    private mutating func checkAir(_ mine: Checked) {
        let past = mine.value("returnCubicMetersPerMinute")
        let least = mine.number("airCubicMetersPerMinute")
        guard past.number() < least else { return }
        report(
            "air",
            Bilingual(
                "less air goes past the mouth of the working than comes out of it",
                "回风巷风量小于工作面风量"
            ),
            at: past.range,
            expected: Bilingual("at least \(numeral(least))", "不小于 \(numeral(least))")
        )
    }

    private mutating func checkThresholds(_ mine: Checked) {
        let cutOff = mine.value("cutOffPercent")
        let alarm = mine.number("alarmPercent")
        guard cutOff.number() < alarm else { return }
        report(
            "not-in-order",
            Bilingual(
                "the power is cut before the sensors alarm",
                "断电浓度低于报警浓度"
            ),
            at: cutOff.range,
            expected: Bilingual("at least \(numeral(alarm))", "不小于 \(numeral(alarm))")
        )
    }
}
