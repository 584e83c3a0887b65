import Wording

/// Kinds of things that scenario files name.
extension NameSpace {
    static let place = NameSpace("place", "地点")
    static let zone = NameSpace("zone", "区域")
    static let site = NameSpace("site", "现场")
    static let hazard = NameSpace("hazard", "致灾因子")
    static let fuel = NameSpace("fuel", "燃料")
    static let substance = NameSpace("substance", "有毒物质")
    static let shelter = NameSpace("shelter", "安置点")
    static let sensor = NameSpace("sensor", "传感器")
    static let teamType = NameSpace("team type", "队伍类型")
    static let teamGroup = NameSpace("team group", "队伍编组")
    static let depot = NameSpace("depot", "物资储备点")
    static let hospital = NameSpace("hospital", "医院")
    static let channel = NameSpace("channel", "信息渠道")
    static let post = NameSpace("post", "指挥机构")
    static let goal = NameSpace("goal", "演练目标")
    static let rule = NameSpace("rule", "规则")
    static let inject = NameSpace("inject", "情景注入")
    static let taskPlan = NameSpace("task", "任务")
}

/// Fields that many objects have.
extension Field {
    /// The identifier of the object.
    static func id(_ space: NameSpace) -> Field {
        .required("id", .identifier(space), "Name in files.", "标识。")
    }

    /// The object's name for readers.
    static let title = Field.optional(
        "name",
        .bilingual,
        "Name for readers.",
        "名称。"
    )
}

extension Shape {
    /// A text in English and Chinese.
    static let bilingual = Shape.named("bilingual") {
        .object([
            .required("en", .text(atMost: 200), "English.", "英文。"),
            .required("zh", .text(atMost: 200), "Chinese.", "中文。"),
        ])
    }

    /// A number not below 0; the limit keeps sums and counts in the model within its whole numbers.
    static func amount(upTo most: Double) -> Shape {
        .number(.atLeast(0).upTo(most), isWhole: false)
    }

    /// A number above 0 with a limit like that of an amount.
    static func positive(upTo most: Double) -> Shape {
        .number(.above(0).upTo(most), isWhole: false)
    }

    /// A time that paces what happens again and again: too short a one would never let the drill end.
    static let pace = Shape.number(.atLeast(1).upTo(1e6), isWhole: false)

    /// A standard deviation of a logarithm.
    static let spread = Shape.number(.between(0, 3), isWhole: false)

    /// A whole number not below 0.
    static let count = Shape.number(.atLeast(0).upTo(10_000_000), isWhole: true)

    /// A share between 0 and 1.
    static let share = Shape.number(.between(0, 1), isWhole: false)

    /// A list of things that the model keeps for every post, team and instant; the limit keeps a
    /// drill within the memory of a small machine.
    static func things(of shape: Shape, atLeast count: Int = 0, atMost most: Int = 1000) -> Shape {
        .list(of: shape, count: CountRange(atLeast: count, atMost: most))
    }

    /// A time that may be uncertain.
    static let time = Shape.uncertain(.atLeast(0), isWhole: false)
}

extension Checked {
    /// Name of an object that has `id` and perhaps `name`.
    var asName: Name {
        let id = text("id")
        guard let title = optional("name") else {
            return Name(id: id, title: Bilingual(verbatim: id))
        }
        return Name(id: id, title: Bilingual(title.text("en"), title.text("zh")))
    }
}
