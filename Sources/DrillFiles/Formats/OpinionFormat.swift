import EventKernel
import GroundTruth
import Scoring
import Vocabulary
import Wording

/// How the public stands in scenario files, and what plans tell it (舆情、信息发布).
enum OpinionFormat {
    private static let usual = OpinionDefinition()
    private static let goldenHours = ("golden four hours (黄金四小时)", Confidence.likely)

    /// Shape of what a post publishes; without a kind, the dead it has verified.
    static let release = Shape.object([
        .optional(
            "kind",
            .choice(Cases.of(ReleaseKind.allCases)),
            otherwise: "\"verifiedDeaths\"",
            "What it says.",
            "发布内容。"
        )
    ])

    /// Shape of the public of a scenario.
    static let shape = Shape.object(
        people + talking + official + [
            .optional(
                "credibility",
                .things(of: credibility),
                otherwise: "[]",
                "How far posts are believed; others wholly.",
                "各机构发布的可信程度；未列机构为1。"
            ),
            .optional(
                "satisfaction",
                .object(judgement.fields),
                otherwise: "{}",
                "How the public judges the response.",
                "公众满意度参数。"
            ),
        ]
    )

    private static let people: [Field] = [
        .required(
            "persons",
            .number(.between(2, 100_000_000), isWhole: true),
            "People who talk to each other.",
            "公众人数。"
        ),
        .optional(
            "model",
            .choice([
                Choice(
                    RumourName.makiThompson.rawValue,
                    "Maki and Thompson: whoever tells it to somebody who knows falls silent",
                    "Maki–Thompson 模型：向知情者传播者转为沉默"
                ),
                Choice(
                    RumourName.daleyKendall.rawValue,
                    "Daley and Kendall: of two spreaders who meet both fall silent",
                    "Daley–Kendall 模型：两名传播者相遇则双双沉默"
                ),
            ]),
            otherwise: "\"makiThompson\"",
            "How the rumour dies.",
            "谣言模型。"
        ),
        .optional(
            "scheme",
            .choice([
                Choice(SchemeName.exact.rawValue, "meeting by meeting, exact", "逐次接触（精确）"),
                Choice(SchemeName.steps.rawValue, "in steps of time", "按时间步汇总"),
            ]),
            "How it is played; without it, exact for up to \(RumourScheme.exactAtMost) people.",
            "计算方式；不写则\(RumourScheme.exactAtMost)人及以下逐次接触，以上按时间步汇总。"
        ),
        .defaulted(
            "firstSpreaders",
            .number(.between(1, 1_000_000), isWhole: true),
            to: "\(usual.firstSpreaders)",
            source: "assumption",
            .assumed,
            "People who spread the rumour from the first harm on.",
            "事发时最初传播者人数。"
        ),
    ]

    private static let talking: [Field] = [
        .defaulted(
            "contactsPerHour",
            .uncertain(.above(0).upTo(1000), isWhole: false),
            to: DefaultText.of(usual.contactsPerHour),
            source: "assumption",
            .assumed,
            "People whom one who spreads the rumour calls on.",
            "每名传播者每小时接触人数。"
        ),
        .defaulted(
            "trust",
            .uncertain(.between(0, 1), isWhole: false),
            to: DefaultText.of(usual.trust),
            source: "assumption",
            .assumed,
            "Trust in what is officially said, before anything is: share by which a release slows the "
                + "rumour.",
            "发布前的公信力：发布后谣言传播降低的比例。"
        ),
    ]

    private static let official: [Field] = rhythm.fields

    /// Parameters of releases.
    private static var rhythm: ParameterTable<OpinionDefinition> {
        let make = ParameterMaker(usual: usual)
        return ParameterTable(
            usual: usual,
            entries: [
                make.number(
                    "reachPerHour",
                    \.reachPerHour,
                    in: .atLeast(0).upTo(1000),
                    ("radio and television by day, design set", .assumed),
                    "Rate at which a fresh release reaches a person.",
                    "新发布信息触达每人的速率。"
                ),
                make.number(
                    "freshHours",
                    \.freshHours,
                    in: .above(0).upTo(10_000),
                    Origin.assumption,
                    "Time for which a release is passed on.",
                    "发布信息的热度持续时间。"
                ),
                make.number(
                    "firstReleaseHours",
                    \.firstReleaseHours,
                    in: .above(0).upTo(10_000),
                    goldenHours,
                    "Time from the first harm to the first release, beyond which trust is lost.",
                    "首次发布时限，超过则损失公信力。"
                ),
                make.number(
                    "updateHours",
                    \.updateHours,
                    in: .above(0).upTo(10_000),
                    ("updates at least each 4–12 h", .likely),
                    "Time from release to release, beyond which trust is lost.",
                    "滚动发布间隔时限，超过则损失公信力。"
                ),
                make.share(
                    "trustLostPerDoubling",
                    \.trustLostPerDoubling,
                    Origin.assumption,
                    "Share of trust lost with each doubling of a delay beyond its time.",
                    "发布每迟延一倍所损失的公信力比例。"
                ),
                make.share(
                    "trustLostPerCorrection",
                    \.trustLostPerCorrection,
                    Origin.assumption,
                    "Share of trust lost with each doubling of a number of dead already made public.",
                    "已发布死亡人数每上调一倍所损失的公信力比例。"
                ),
            ]
        )
    }

    private static let credibility = Shape.object([
        .required("post", .reference(.post), "The post.", "机构。"),
        .required("share", .share, "How far it is believed, as a factor on trust.", "可信程度（公信力系数）。"),
    ])

    /// Weights of satisfaction.
    private static var judgement: ParameterTable<OpinionScoring> {
        let usual = OpinionScoring()
        let make = ParameterMaker(usual: usual)
        return ParameterTable(
            usual: usual,
            entries: [
                make.number(
                    "timelinessWeight",
                    \.timelinessWeight,
                    Origin.assumption,
                    "Weight of the timeliness of the first release.",
                    "首次发布及时性的权重。"
                ),
                make.number(
                    "rumourWeight",
                    \.rumourWeight,
                    Origin.assumption,
                    "Weight of those who never believed the rumour.",
                    "未信谣比例的权重。"
                ),
                make.number(
                    "needsWeight",
                    \.needsWeight,
                    Origin.assumption,
                    "Weight of needs that were met.",
                    "需求满足程度的权重。"
                ),
                make.number(
                    "trustWeight",
                    \.trustWeight,
                    Origin.assumption,
                    "Weight of trust at the end.",
                    "期末公信力的权重。"
                ),
                make.number(
                    "steepness",
                    \.steepness,
                    in: .above(0).upTo(100),
                    Origin.assumption,
                    "Steepness of the logistic.",
                    "满意度曲线陡度。"
                ),
                make.share(
                    "greatImpactShare",
                    \.greatImpactShare,
                    Origin.assumption,
                    "Share of the public that spreads the rumour at a time, from which the impact is "
                        + "great.",
                    "重大社会影响的判定标准：同时传谣的公众比例。"
                ),
            ]
        )
    }

    // MARK: Reading

    /// Reads the public.
    static func definition(_ value: Checked) -> OpinionDefinition {
        var definition = rhythm.read(value)
        definition.persons = Int32(value.count("persons"))
        definition.model = value.choice("model", as: RumourName.self).model
        let usual = definition.persons > RumourScheme.exactAtMost ? SchemeName.steps : .exact
        definition.scheme =
            (value.optional("scheme")?.choice(as: SchemeName.self) ?? usual).scheme
        definition.firstSpreaders = Int32(value.count("firstSpreaders"))
        definition.contactsPerHour = value.uncertain("contactsPerHour").drawn()
        definition.trust = value.uncertain("trust").drawn()
        for entry in value.list("credibility") {
            let post = entry.reference("post")
            while definition.credibility.count <= post { definition.credibility.append(1) }
            definition.credibility[post] = entry.number("share")
        }
        return definition
    }

    /// Reads how the public judges.
    static func scoring(_ value: Checked) -> OpinionScoring {
        var scoring = judgement.read(value.value("satisfaction"))
        scoring.persons = Int32(value.count("persons"))
        scoring.firstReleaseHours = value.number("firstReleaseHours")
        return scoring
    }
}

/// How the judgement of a public stands in the header of a record.
extension OpinionFormat {
    /// Shape of the judgement.
    static var recorded: Shape {
        .object(
            [
                .required("persons", .whole(.between(2, 100_000_000)), "People.", "公众人数。"),
                .required("firstReleaseHours", .positive(upTo: 10_000), "Time.", "首次发布时限。"),
            ] + judgement.fields
        )
    }

    /// Writes the judgement.
    static func record(_ scoring: OpinionScoring) -> JSONValue {
        .object([
            ("persons", .integer(Int(scoring.persons))),
            ("firstReleaseHours", .number(scoring.firstReleaseHours)),
            ("timelinessWeight", .number(scoring.timelinessWeight)),
            ("rumourWeight", .number(scoring.rumourWeight)),
            ("needsWeight", .number(scoring.needsWeight)),
            ("trustWeight", .number(scoring.trustWeight)),
            ("steepness", .number(scoring.steepness)),
            ("greatImpactShare", .number(scoring.greatImpactShare)),
        ])
    }

    /// Reads the judgement.
    static func scoring(recorded value: Checked) -> OpinionScoring {
        var scoring = judgement.read(value)
        scoring.persons = Int32(value.count("persons"))
        scoring.firstReleaseHours = value.number("firstReleaseHours")
        return scoring
    }
}

/// Names of the models of a rumour in files.
private enum RumourName: String, CaseIterable {
    case makiThompson, daleyKendall

    var model: RumourModel {
        switch self {
        case .makiThompson: .makiThompson
        case .daleyKendall: .daleyKendall
        }
    }
}

/// Names of the schemes in files.
private enum SchemeName: String, CaseIterable {
    case exact, steps

    var scheme: RumourScheme {
        switch self {
        case .exact: .exact
        case .steps: .steps
        }
    }
}
