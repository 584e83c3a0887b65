import DrillFiles
import DrillModel
import GroundTruth
import Reports
import Scoring
import Situation
import Terrain
import Vocabulary
import Wording

/// Description of the model for a paper, from the scenario and the code: what the check-list STRESS-DES
/// (Monks and others, 2018) asks for, as far as the program knows it.
struct ModelText {
    private let inputs: StudyInputs

    init(_ inputs: StudyInputs) {
        self.inputs = inputs
    }

    private func say(_ english: String, _ chinese: String) -> String {
        Bilingual(english, chinese)[inputs.language]
    }

    /// The description as Markdown.
    var text: String {
        let sections = [
            purpose, outputs, aims, logic, entities, data, experimentation, implementation,
        ]
        let title = say("Model description (STRESS-DES)", "模型说明（STRESS-DES）")
        return "# \(title)\n\n" + sections.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        "## \(title)\n\n" + lines.map { "* \($0)\n" }.joined()
    }

    private var purpose: String {
        let name = inputs.scenario.title
        return section(
            say("1.1 Purpose", "1.1 目的"),
            [
                say(
                    "Scenario “\(name.english)”: how plans change casualties and times of response. "
                        + "Its README says what is sourced, calibrated and assumed.",
                    "情景“\(name.chinese)”：比较各预案对伤亡和响应用时的影响。数据来源、标定与假定见情景的 README。"
                )
            ]
        )
    }

    private var outputs: String {
        let measures = Measure.allCases.map { "`\($0.name)` " + $0.title[inputs.language] }
        return section(
            say("1.2 Outputs", "1.2 输出"),
            [
                say("One row a drill: ", "每次推演一行：") + measures.joined(separator: "; "),
                say(
                    "Means with Student intervals over independent drills; quantiles with order-statistic "
                        + "intervals; shares with Wilson intervals; differences paired by drill.",
                    "均值用 Student 区间，分位数用次序统计量区间，比例用 Wilson 区间，差值按推演配对。"
                ),
            ]
        )
    }

    private var aims: String {
        let factors = inputs.study.factors.map { factor in
            "\(factor.name.title[inputs.language]) (`\(factor.name.id)`): "
                + (factor.isContinuous
                    ? say("a range", "连续范围")
                    : factor.levels.map { $0.title[inputs.language] }.joined(separator: "; "))
        }
        let plans = inputs.titles.map { $0[inputs.language] }.joined(separator: "; ")
        return section(
            say("1.3 Aims of experimentation", "1.3 试验目的"),
            [say("Plans: ", "预案：") + plans] + factors
        )
    }

    private var logic: String {
        section(
            say("2.1–2.3 Logic", "2.1–2.3 逻辑"),
            [
                say(
                    "Discrete events in integer milliseconds. Hazards harm people and start others; witnesses, "
                        + "sensors and crews observe; reports travel late, get lost and distort; posts decide by "
                        + "the plan's rules on what they were told; orders travel back; teams turn out, drive, "
                        + "work and run dry.",
                    "离散事件，时间以整毫秒计。致灾因子伤人并引发次生事故；目击者、传感器、队伍观测；报告会迟到、丢失、失真；"
                        + "各机构按预案规则、依所知信息决策；命令下达；队伍出动、行进、作业、消耗。"
                ),
                say(
                    "Events of one instant in this order: inject, hazard, movement, work, observation, delivery, "
                        + "decision, measurement.",
                    "同一时刻的次序：注入、灾情、行动、作业、观测、送达、决策、计量。"
                ),
            ]
        )
    }

    private var entities: String {
        let (scenario, truth) = (inputs.scenario.scenario, inputs.scenario.scenario.truth)
        let register = scenario.register
        return section(
            say("2.4–2.5 Components", "2.4–2.5 组成"),
            [
                say(
                    "\(truth.zones.count) zones, \(truth.hazards.count) hazards, \(register.teams.count) teams, "
                        + "\(register.depots.count) depots, \(register.hospitals.count) hospitals, "
                        + "\(scenario.situation.posts.count) posts, \(scenario.terrain.places.count) places, "
                        + "\(scenario.terrain.roads.count) roads.",
                    "区域 \(truth.zones.count)、致灾因子 \(truth.hazards.count)、队伍 \(register.teams.count)、"
                        + "储备点 \(register.depots.count)、医院 \(register.hospitals.count)、"
                        + "机构 \(scenario.situation.posts.count)、地点 \(scenario.terrain.places.count)、"
                        + "道路 \(scenario.terrain.roads.count)。"
                ),
                say(
                    "Entry and exit: nobody and nothing appears or vanishes; every drill checks it at its end.",
                    "进入与退出：人员、队伍、物资、信息守恒，每次推演结束时校验。"
                ),
            ]
        )
    }

    private var data: String {
        let all = inputs.scenario.assumptions
        let weak = all.filter { $0.confidence.isWeak }
        return section(
            say("3 Data", "3 数据"),
            [
                say(
                    "\(weak.count) values of the scenario are assumed or unverified (of \(all.count) listed with "
                        + "source and confidence in `manifest.json` of every batch).",
                    "情景中有 \(weak.count) 项取值为假定或未经核实（共列出 \(all.count) 项，来源与可信度见批次的 `manifest.json`）。"
                ),
                say(
                    "Initial state: as in the scenario file, teams at their stations; no warm-up; the drill ends "
                        + "after a fixed time.",
                    "初始状态同情景文件，队伍在驻地；无预热期；到规定时长结束。"
                ),
            ]
        )
    }

    private var experimentation: String {
        section(
            say("4 Experimentation", "4 试验"),
            [
                say(
                    "\(inputs.study.points.count) points, up to \(inputs.study.drills) independent drills each, "
                        + "seed \(inputs.study.seed).",
                    "\(inputs.study.points.count) 个设计点，每点至多 \(inputs.study.drills) 次独立推演，种子 \(inputs.study.seed)。"
                ),
                say(
                    "Random numbers: Philox 2×64-10, addressed by seed, drill, purpose, entity and index, "
                        + "inverted; all points meet the same luck (common random numbers).",
                    "随机数：Philox 2×64-10，按种子、推演编号、用途、对象、序号寻址，反函数法；各设计点使用公共随机数。"
                ),
            ]
        )
    }

    private var implementation: String {
        section(
            say("5–6 Implementation and access", "5–6 实现与获取"),
            [
                say(
                    "\(DrillProgram.title), Swift without packages; the same bytes on any machine and number of "
                        + "threads.",
                    "\(DrillProgram.title)，Swift 实现，无第三方库；任何机器、任意线程数结果逐字节相同。"
                ),
                say("Scenario SHA-256 ", "情景 SHA-256 ") + SHA256.of(inputs.scenario.source.bytes),
                say("Study SHA-256 ", "研究文件 SHA-256 ") + SHA256.of(inputs.study.source.bytes),
            ]
        )
    }
}
