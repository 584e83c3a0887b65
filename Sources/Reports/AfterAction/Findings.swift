import Experiments
import Scoring
import Vocabulary
import Wording

/// One finding with what it rests on.
struct Finding {
    /// Whether something went well or is to be mended.
    let isStrength: Bool
    /// Item of evaluation that it belongs to, after AQ/T 9009.
    let area: Bilingual
    /// What was found.
    let statement: Bilingual
    /// Numbers that show it.
    let evidence: [(label: Bilingual, value: Cell)]
}

/// Reads findings off the results, by rules that are said in the report (assumption D).
struct Findings {
    private let report: AfterActionReport
    private var words: ReportWords { report.words }
    private var results: Results { report.results }

    init(_ report: AfterActionReport) {
        self.report = report
    }

    /// All findings, what is to be mended first.
    var all: [Finding] {
        let found = goals + responders + causes + lateArrivals + information + supplies + command
        return found.filter { !$0.isStrength } + found.filter(\.isStrength)
    }

    /// Least share of deaths or late arrivals that makes a cause a finding -- constant.
    static let leastShare = 0.05
    /// Most links that are named -- constant.
    private static let mostCauses = 4

    // MARK: Goals

    private var goals: [Finding] {
        zip(zip(report.input.scoring.goals, report.names.goals), results.goals).enumerated()
            .map { number, pair in
                let ((goal, name), summary) = pair
                return finding(goal, name, summary, "goals.\(number).")
            }
    }

    private func finding(
        _ goal: Goal,
        _ name: Name,
        _ summary: GoalSummary,
        _ source: String
    ) -> Finding {
        let title = name.title
        let statement =
            switch summary.verdict {
            case .met:
                Bilingual(
                    "The goal “\(title.english)” is met.",
                    "目标“\(title.chinese)”达标。"
                )
            case .notMet:
                Bilingual(
                    "The goal “\(title.english)” is not met as surely as wanted.",
                    "目标“\(title.chinese)”未达到要求的概率。"
                )
            case .undecided:
                Bilingual(
                    "Whether the goal “\(title.english)” is met cannot be told from these drills.",
                    "目标“\(title.chinese)”能否达标，现有推演次数尚不能判定。"
                )
            }
        return Finding(
            isStrength: summary.verdict == .met,
            area: Self.area(of: goal.measure),
            statement: statement,
            evidence: [
                (
                    Bilingual("kept in", "达标概率"),
                    words.percent(summary.probability, source + "probability")
                ),
                (Bilingual("wanted", "要求概率"), words.percent(goal.probability)),
            ]
        )
    }

    // MARK: Causes

    private var responders: [Finding] {
        guard let mean = results.summary(.responderDeaths)?.mean, mean > 0 else { return [] }
        return [
            improvement(
                Bilingual("Protection of personnel", "人员保护"),
                Bilingual("Responders die in some drills.", "部分推演中出现救援人员死亡。"),
                [(Bilingual("mean a drill", "次均"), .responderDeaths)]
            )
        ]
    }

    private var causes: [Finding] {
        leading(.causesOfDeaths, leavingOut: [.deathsByHazard, .deathsByBeyondReach]).map { cause in
            let title = cause.cause?.title ?? cause.title
            return improvement(
                Self.area(of: cause),
                Bilingual(
                    "Some deaths are laid to “\(title.english)”.",
                    "部分死亡归因于“\(title.chinese)”。"
                ),
                [(Bilingual("deaths a drill", "次均死亡"), cause), (Bilingual("of", "总死亡"), .deaths)]
            )
        }
    }

    private var lateArrivals: [Finding] {
        leading(.causesOfLateArrivals, leavingOut: []).prefix(2).map { cause in
            let title = cause.cause?.title ?? cause.title
            return improvement(
                Bilingual("Mobilisation", "紧急动员"),
                Bilingual(
                    "First teams of some kinds come late: “\(title.english)”.",
                    "部分队种首支队伍到场超时，归因于“\(title.chinese)”。"
                ),
                [
                    (Bilingual("kinds a drill", "次均队种数"), cause),
                    (Bilingual("of", "超时队种合计"), .lateFirstArrivals),
                ]
            )
        }
    }

    /// Columns of a frame that make up a telling share of their total, the greatest first.
    private func leading(_ frame: Frame, leavingOut: [Measure]) -> [Measure] {
        guard let total = frame.total, let whole = results.summary(total)?.mean, whole > 0 else {
            return []
        }
        let means = frame.measures.filter { !leavingOut.contains($0) }.compactMap { measure in
            results.summary(measure)?.mean.map { (measure: measure, mean: $0) }
        }
        let telling = means.filter { $0.mean >= Self.leastShare * whole }
        let ordered = telling.sorted {
            $0.mean != $1.mean
                ? $0.mean > $1.mean : $0.measure.rawValue < $1.measure.rawValue
        }
        return ordered.prefix(Self.mostCauses).map(\.measure)
    }

    // MARK: Information, supplies, command

    private var information: [Finding] {
        var found: [Finding] = []
        let reporting = Bilingual("Warning and reporting", "预警与信息报告")
        if isBelow(.deadlinesKeptShare, 0.999) {
            found.append(
                improvement(
                    reporting,
                    Bilingual(
                        "Not every level of the chain is told within the legal time.",
                        "部分层级未在法定时限内获报。"
                    ),
                    [(Bilingual("levels told in time", "按时获报率"), .deadlinesKeptShare)]
                )
            )
        }
        if isBelow(.dueReportsKeptShare, 0.95) {
            found.append(
                improvement(
                    reporting,
                    Bilingual(
                        "Reports with a time of their own come late.",
                        "设有时限的报告未全部按时报出。"
                    ),
                    [(Bilingual("in time", "按时率"), .dueReportsKeptShare)]
                )
            )
        }
        if isAbove(.deathCountError, 0.2) {
            found.append(
                improvement(
                    Bilingual("Assessment of the situation", "事故监测与研判"),
                    Bilingual(
                        "What the authorities know of the dead lags far behind the truth.",
                        "各级掌握的死亡人数明显滞后于真实情况。"
                    ),
                    [(Bilingual("mean relative error", "平均相对误差"), .deathCountError)]
                )
            )
        }
        return found
    }

    private var supplies: [Finding] {
        guard isAbove(.unmetDemandShare, 0.01) || isAbove(.stockouts, 0.5) else { return [] }
        return [
            improvement(
                Bilingual("Management of resources", "应急资源管理"),
                Bilingual("Supplies run short at the site.", "现场物资出现短缺。"),
                [
                    (Bilingual("unmet demand", "缺口率"), .unmetDemandShare),
                    (Bilingual("stock-outs a drill", "次均缺货次数"), .stockouts),
                ]
            )
        ]
    }

    private var command: [Finding] {
        var found: [Finding] = []
        let area = Bilingual("Command and coordination", "指挥和协调")
        if isAbove(.contradictoryOrders, 0.5) {
            found.append(
                improvement(
                    area,
                    Bilingual(
                        "Teams get orders that contradict each other.",
                        "队伍收到相互矛盾的指令。"
                    ),
                    [(Bilingual("a drill", "次均"), .contradictoryOrders)]
                )
            )
        }
        if isAbove(.teamIdleShare, 0.5) {
            found.append(
                improvement(
                    area,
                    Bilingual(
                        "Teams spend most of their time at the site without a task.",
                        "队伍到场后大部分时间无任务。"
                    ),
                    [(Bilingual("share of team-hours", "闲置队时占比"), .teamIdleShare)]
                )
            )
        }
        return found
    }

    private func isAbove(_ measure: Measure, _ bound: Double) -> Bool {
        (results.summary(measure)?.mean ?? 0) > bound
    }

    private func isBelow(_ measure: Measure, _ bound: Double) -> Bool {
        (results.summary(measure)?.mean ?? .infinity) < bound
    }

    private func improvement(
        _ area: Bilingual,
        _ statement: Bilingual,
        _ evidence: [(Bilingual, Measure)]
    ) -> Finding {
        Finding(
            isStrength: false,
            area: area,
            statement: statement,
            evidence: evidence.compactMap { label, measure in
                guard let mean = results.summary(measure)?.mean else { return nil }
                return (label, words.cell(mean, measure, "measures.\(measure.name).mean"))
            }
        )
    }

    /// Item of AQ/T 9009 to which a measure belongs (D).
    static func area(of measure: Measure) -> Bilingual {
        switch measure {
        case .responderDeaths, .evacuatedPersons, .evacuatedShare, .warningReachShare:
            Bilingual("Protection of personnel", "人员保护")
        case .deaths, .seriousInjuries, .slightInjuries, .hospitalAdmissions,
            .trappedRescuedAlive, .deathsAfterFirstInstant, .weightedCasualties, .deathsByQueue,
            .deathsByHospital, .deathsByCare, .deathsBySearch, .deathsByFreeing:
            Bilingual("Rescue and medical aid", "搜救与医疗救护")
        case .deathsByDetection, .deathsByReporting, .deathsByLoss:
            Bilingual("Warning and reporting", "预警与信息报告")
        case .deathsByDeciding, .deathsByOrdering, .deathsByWithdrawal:
            Bilingual("Command and coordination", "指挥和协调")
        case .deathsByTurnout, .deathsByTravel, .secondsToFirstArrival:
            Bilingual("Mobilisation", "紧急动员")
        case .deathsByStock: Bilingual("Management of resources", "应急资源管理")
        default: area(of: measure.frame)
        }
    }

    private static func area(of frame: Frame) -> Bilingual {
        switch frame {
        case .reporting: Bilingual("Warning and reporting", "预警与信息报告")
        case .picture: Bilingual("Assessment of the situation", "事故监测与研判")
        case .supplies: Bilingual("Management of resources", "应急资源管理")
        case .teams: Bilingual("Command and coordination", "指挥和协调")
        case .communication, .neither: Bilingual("Public information", "信息公开")
        case .warning: Bilingual("Protection of personnel", "人员保护")
        default: Bilingual("Handling of the accident", "事故处置")
        }
    }
}
