import Wording

/// What can be wrong with a study.
extension Diagnostic {
    static func unknown(
        _ what: String,
        _ chinese: String,
        _ name: String,
        among names: [String],
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            "unknown-" + what,
            at: range,
            Bilingual("there is no \(what) \"\(name)\"", "没有名为“\(name)”的\(chinese)"),
            expected: names.isEmpty
                ? nil
                : Bilingual(
                    "one of " + names.prefix(20).joined(separator: ", "),
                    names.prefix(20).joined(separator: "、") + " 之一"
                ),
            help: Nearest.name(to: name, among: names).map {
                Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？")
            }
        )
    }

    static func twice(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "named-twice",
            at: range,
            Bilingual("\"\(name)\" stands there twice", "“\(name)”重复出现"),
            help: Bilingual("leave one of them out", "请删去其中之一")
        )
    }

    static func contradictoryStop(_ least: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "contradictory-stop",
            at: range,
            Bilingual(
                "at most \(most) drills are fewer than at least \(least)",
                "次数上限 \(most) 小于下限 \(least)"
            ),
            help: Bilingual(
                "make atMost \(least) or more, or atLeast smaller",
                "请将 atMost 改为不小于 \(least)，或减小 atLeast"
            )
        )
    }

    static func noPath(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "no-path",
            at: range,
            Bilingual("the factor does not say which value it changes", "因子未说明改动哪个值"),
            help: Bilingual(
                "add \"path\", such as \"depots[*].stock.foamLiters\"",
                "请加上 \"path\"，如 \"depots[*].stock.foamLiters\""
            )
        )
    }

    static func noWay(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unreadable-path",
            at: range,
            Bilingual("this is no way to a value", "这不是值的路径"),
            help: Bilingual(
                "join keys by points, and choose elements by [id], [0] or [*]",
                "键之间用点连接，列表元素用 [标识]、[0] 或 [*] 选取"
            )
        )
    }

    static func emptyRange(_ from: Double, _ to: Double, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "empty-range",
            at: range,
            Bilingual(
                "the range from \(numeral(from)) to \(numeral(to)) is empty",
                "范围 \(numeral(from)) 至 \(numeral(to)) 为空"
            ),
            help: Bilingual("\"to\" must be greater than \"from\"", "to 须大于 from")
        )
    }

    static func missing(_ key: String, for procedure: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-key",
            at: range,
            Bilingual("\(procedure) needs \"\(key)\"", "\(procedure) 需要 \"\(key)\""),
            help: Bilingual("add \"\(key)\"", "请加上 \"\(key)\"")
        )
    }

    static func selectionWithUntil(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "selection-with-until",
            at: range,
            Bilingual(
                "a selection decides itself how many drills it needs; \"until\" contradicts it",
                "择优方法自行决定推演次数，与 until 矛盾"
            ),
            help: Bilingual("leave out \"until\" or \"selection\"", "请删去 until 或 selection")
        )
    }

    static func searchOverRange(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "search-over-range",
            at: range,
            Bilingual("a search exchanges levels, and a range has none", "交换搜索逐个更换水平，而连续范围没有水平"),
            help: Bilingual("give \"values\" or \"times\"", "请改用 values 或 times")
        )
    }

    static func rangeWithoutLevels(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "range-without-levels",
            at: range,
            Bilingual("this design combines levels, and a range has none", "该设计组合各水平，而连续范围没有水平"),
            help: Bilingual(
                "give \"values\" or \"times\", or choose latinHypercube",
                "请改用 values 或 times，或选择 latinHypercube"
            )
        )
    }

    static func noFactors(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "no-factors",
            at: range,
            Bilingual("this design needs at least one factor", "该设计至少需要一个因子"),
            help: Bilingual("add a factor, or choose factorial", "请增加因子，或选择 factorial")
        )
    }

    static func notTwoLevels(_ count: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "not-two-levels",
            at: range,
            Bilingual("a fraction needs two levels, not \(count)", "部分因子设计要求两个水平，此处有 \(count) 个"),
            help: Bilingual("keep two of them, or choose factorial", "请保留两个，或选择 factorial")
        )
    }

    static func fractionOfFactors(_ count: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "fraction-of-factors",
            at: range,
            Bilingual(
                "a fraction is made of 3 to 30 factors, not of \(count)",
                "部分因子设计需 3 至 30 个因子，此处为 \(count) 个"
            ),
            help: Bilingual("choose factorial", "请选择 factorial")
        )
    }

    static func tooManyPoints(_ count: Int?, at range: SourceRange) -> Diagnostic {
        let text = count.map { "\($0)" } ?? "10^18"
        let sign = count == nil ? ("more than ", "超过 ") : ("", "")
        return Diagnostic(
            "too-many-points",
            at: range,
            Bilingual("the design has \(sign.0)\(text) points", "该设计有\(sign.1)\(text) 个点"),
            expected: Bilingual(
                "at most \(StudyFile.pointLimit) for all plans together",
                "全部预案合计不超过 \(StudyFile.pointLimit)"
            ),
            help: Bilingual(
                "choose fewer levels, or a fraction, latinHypercube or sobolSequence",
                "请减少水平，或选择 fraction、latinHypercube、sobolSequence"
            )
        )
    }

    static func tooManyDrills(_ points: Int, _ drills: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "too-many-drills",
            at: range,
            Bilingual(
                "\(points) points with \(drills) drills each are more than \(StudyFile.drillLimit) drills",
                "\(points) 个点、每点 \(drills) 次，超过 \(StudyFile.drillLimit) 次推演"
            ),
            help: Bilingual("choose fewer points or drills", "请减少设计点或推演次数")
        )
    }

    static func factorMissing(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "factor-missing",
            at: range,
            Bilingual("the point does not say anything of \"\(name)\"", "该点未给出因子“\(name)”"),
            help: Bilingual("name a level or value of every factor", "请给出每个因子的水平或取值")
        )
    }

    static func noNumber(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "no-number",
            at: range,
            Bilingual("a factor with a range takes a number", "连续因子须取数值")
        )
    }

    static func leadsNowhere(_ problem: KeyPath.Problem, at range: SourceRange) -> Diagnostic {
        let names = problem.names.prefix(20)
        return Diagnostic(
            "unknown-factor",
            at: range,
            Bilingual("there is nothing to vary: ", "没有可改动的值：") + problem.message,
            expected: names.isEmpty
                ? nil
                : Bilingual(
                    "one of " + names.joined(separator: ", "),
                    names.joined(separator: "、") + " 之一"
                ),
            help: Nearest.name(to: problem.wanted, among: problem.names).map {
                Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？")
            },
            notes: [Diagnostic.Note(Bilingual("it ends here", "止于此处"), at: problem.end)]
        )
    }

    static func unsuited(_ problem: UnsuitedChange, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "not-a-number",
            at: range,
            problem.message,
            help: Bilingual("give \"values\" instead of \"times\"", "请改用 values"),
            notes: [Diagnostic.Note(Bilingual("this stands there", "该处原值"), at: problem.range)]
        )
    }

    static func changedTwice(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "changed-twice",
            at: range,
            Bilingual("two changes concern the same value", "同一个值被改动了两次"),
            help: Bilingual("let one factor change it", "请只由一个因子改动")
        )
    }

    static func levelDoesNotFit(
        _ level: StudyFactor.Level,
        _ factor: StudyFactor,
        _ found: Diagnostics
    ) -> Diagnostic {
        let what =
            factor.isOfPlan ? Bilingual("the plan", "预案") : Bilingual("the scenario", "情景")
        return Diagnostic(
            "level-does-not-fit",
            at: level.range,
            Bilingual(
                "with this level \(what.english) is not in order",
                "采用该水平后\(what.chinese)有误"
            ),
            expected: found.sorted.first?.expected,
            help: found.sorted.first?.help,
            notes: found.sorted.prefix(3).map { Diagnostic.Note($0.message, at: $0.range) }
        )
    }
}
