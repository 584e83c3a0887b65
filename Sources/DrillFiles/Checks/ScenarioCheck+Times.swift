import Wording

/// Checks of times and of the size of a drill.
extension ScenarioCheck {
    private static let day: Int64 = 86_400_000

    /// Longest drill [ms] -- constant.
    private static let longest = 366 * day

    /// Most points of a curve -- constant.
    private static let mostPoints = 20_000.0

    /// Times of the file must fit into the drill.
    mutating func checkTimes() {
        checkHours()
        guard let duration = root.sound("duration") else { return }
        let length = duration.milliseconds()
        if length == 0 || length > Self.longest {
            report(
                "duration",
                length == 0
                    ? Bilingual("the drill has no length", "演练时长为零")
                    : Bilingual("the drill is longer than a year", "演练时长超过一年"),
                at: duration,
                expected: Bilingual("more than 0 and at most 366 days", "大于 0，不超过 366 天")
            )
            return
        }
        checkOutputs(length)
        checkRunaways(length)
    }

    private mutating func checkOutputs(_ length: Int64) {
        guard let outputs = root.optional("outputs") else { return }
        if let step = outputs.sound("curveStepMinutes"),
            Double(length) / 60_000 / step.number() > Self.mostPoints
        {
            report(
                "too-many-points",
                Bilingual(
                    "curves would have more than \(Int(Self.mostPoints)) points",
                    "曲线点数超过 \(Int(Self.mostPoints))"
                ),
                at: step,
                help: Bilingual("take a longer step", "请加大步长")
            )
        }
        var last = -1.0
        for checkpoint in outputs.list("checkpointHours") where checkpoint.isSound {
            let hours = checkpoint.number()
            if hours * 3_600_000 > Double(length) {
                reportLate(checkpoint, "this checkpoint", "该对比时刻")
            } else if hours <= last {
                report(
                    "not-in-order",
                    Bilingual("checkpoints are not in order of time", "对比时刻未按先后排列"),
                    at: checkpoint,
                    expected: Bilingual("more than \(numeral(last))", "大于 \(numeral(last))")
                )
            }
            last = max(last, hours)
        }
    }

    private mutating func checkRunaways(_ length: Int64) {
        for hazard in hazards.values {
            guard let runaway = hazard.sound("selfHeating")?.sound("runawayAfter"),
                runaway.milliseconds() > length
            else { continue }
            doubt(
                "late-hazard",
                Bilingual("the drill ends before this runaway", "演练结束前不会失控"),
                at: runaway.range,
                help: Bilingual("put it earlier, or lengthen the drill", "请提前失控时刻，或延长演练时长")
            )
        }
    }

    /// Reports something that the end of the drill comes before.
    mutating func reportLate(_ value: Checked, _ english: String, _ chinese: String) {
        report(
            "after-the-end",
            Bilingual("the drill ends before \(english)", "\(chinese)晚于演练结束"),
            at: value,
            expected: Bilingual(
                "a time within the \"duration\" of the drill",
                "演练时长（\"duration\"）以内的时刻"
            ),
            help: Bilingual("put it earlier, or lengthen the drill", "请提前，或延长演练时长"),
            notes: [
                Diagnostic.Note(
                    Bilingual("the length of the drill", "演练时长"),
                    at: root.value("duration").range
                )
            ]
        )
    }

    // MARK: Sizes

    /// Most people and most teams of a scenario -- constant.
    private static let most = (people: 2_000_000.0, teams: 10_000.0)

    /// A drill must fit into the memory of a small machine.
    mutating func checkSizes() {
        let people = zones.values.map { persons(in: $0) }.reduce(0, +)
        if people > Self.most.people {
            reportSize(people, Self.most.people, "people", "人", at: root.value("zones"))
        }
        let teams = root.list("teams").compactMap { $0.sound("count")?.number() }.reduce(0, +)
        if teams > Self.most.teams {
            reportSize(teams, Self.most.teams, "teams", "支队伍", at: root.value("teams"))
        }
    }

    /// Returns how many people a zone has after calibration, as far as they could be read.
    func persons(in zone: Checked) -> Double {
        let calibration = root.optional("calibration")
        let fitted = calibration?.sound("zones")?.list().map { zones.index(of: $0) } ?? []
        let isFitted = fitted.isEmpty || fitted.contains(zones.index(of: zone.value("id")))
        let factor = isFitted ? calibration?.sound("peopleAtRiskFactor")?.number() ?? 1 : 1
        return (zone.optional("people")?.list() ?? [])
            .compactMap { $0.sound("persons")?.number() }
            .reduce(0) { $0 + ($1 * factor).rounded() }
    }

    private mutating func reportSize(
        _ count: Double,
        _ most: Double,
        _ english: String,
        _ chinese: String,
        at value: Checked
    ) {
        diagnostics.error(
            Diagnostic(
                "too-many",
                at: value.node.opening,
                Bilingual(
                    "\(numeral(count)) \(english) altogether",
                    "合计 \(numeral(count)) \(chinese)"
                ),
                expected: Bilingual("at most \(numeral(most))", "不超过 \(numeral(most))")
            )
        )
    }

    /// Times of day lie within the day.
    private mutating func checkHours() {
        for type in teamTypes.values {
            for span in type.sound("hours")?.list() ?? [] {
                for key in ["from", "to"] {
                    guard let time = span.sound(key), time.milliseconds() > 86_400_000 else {
                        continue
                    }
                    report(
                        "time-of-day",
                        Bilingual("a day has 24 hours", "一天只有24小时"),
                        at: time,
                        expected: Bilingual("a time of day up to 24:00", "不晚于24:00的时刻"),
                        help: nil
                    )
                }
            }
        }
    }
}
