import EventKernel
import Situation
import Vocabulary

/// How posts, channels, links and the ways of observers stand in scenario files.
enum PostFormat {
    /// Shape of a channel.
    static let channel = Shape.object([
        .id(.channel), .title,
        .optional(
            "preparationMinutes",
            .time,
            otherwise: "0",
            "Time to compile and approve.",
            "编制审批时间。"
        ),
        .optional(
            "rhythmMinutes",
            .amount(upTo: 1e6),
            otherwise: "0",
            "Least time between reports.",
            "最短报送间隔。"
        ),
        .optional("transmissionMinutes", .time, otherwise: "0", "Time on the way.", "传输时间。"),
        .optional("processingMinutes", .time, otherwise: "0", "Time to take it in.", "接收处理时间。"),
        .optional("loss", .share, otherwise: "0", "Chance that a message is lost.", "丢失概率。"),
        .optional(
            "distortionSigma",
            .spread,
            otherwise: "0",
            "Spread of clerical errors.",
            "数字误差（对数标准差）。"
        ),
        .defaulted(
            "acknowledgmentMinutes",
            .positive(upTo: 1e6),
            to: "10",
            source: "assumption",
            .assumed,
            "Time after which a lost message is missed.",
            "未收到回执后的补发时间。"
        ),
    ])

    private static let callCentre = Shape.object([
        .required(
            "operators",
            .number(.atLeast(1).upTo(1000), isWhole: true),
            "Operators.",
            "接警席位。"
        ),
        .required("callSeconds", .time, "Length of a call.", "通话时长。"),
        .required("patienceSeconds", .time, "How long a caller waits.", "等待耐心。"),
    ])

    /// Shape of a post.
    static let post = Shape.object([
        .id(.post), .title,
        .required("level", .choice(Cases.of(PostLevel.allCases)), "Its level.", "层级。"),
        .optional("superior", .reference(.post), "Post above it.", "上级。"),
        .optional("site", .reference(.site), "Site that it commands on the spot.", "所指挥的现场。"),
        .optional("callCentre", callCentre, "Its call centre.", "接处警中心。"),
        .optional("decisionMinutes", .time, otherwise: "0", "Time to decide.", "决策时间。"),
        .optional("verificationHours", .time, "Time to verify counts of the dead.", "核报时间。"),
        .optional(
            "trustsCertificates",
            .flag,
            otherwise: "false",
            "Whether verified dead are at least those that hospitals certify, without waiting for a round.",
            "核定死亡人数是否不低于医院出具死亡证明的人数（无须等待核实）。"
        ),
        .required("orders", .reference(.channel), "How its orders travel.", "指令渠道。"),
        .optional(
            "sceneOrders",
            .reference(.channel),
            "How its orders travel at the site.",
            "现场指令渠道。"
        ),
    ])

    /// Shape of a link between posts.
    static let link = Shape.object([
        .required("from", .reference(.post), "Post that reports.", "报告方。"),
        .required("to", .reference(.post), "Post that is told.", "接收方。"),
        .required("channel", .reference(.channel), "How reports travel.", "渠道。"),
        .required(
            "carries",
            .list(of: .choice(CategoryName.choices), atLeast: 1),
            "What is reported.",
            "报告内容。"
        ),
        .optional(
            "deadlineMinutes",
            .positive(upTo: 1e6),
            "Time within which the receiver must be told of an incident, from when the sender knows.",
            "报送时限：自报告方获知事件起至接收方获知。"
        ),
    ])

    /// Shape of the ways in which observers report.
    static let reporting = Shape.object([
        .optional(
            "staff",
            .object([
                .required("zone", .reference(.zone), "Where they are.", "所在区域。"),
                .required("post", .reference(.post), "Post whom they tell.", "报告对象。"),
                .required("channel", .reference(.channel), "How.", "渠道。"),
                .required("delayMinutes", .time, "Time until they notice.", "发现时延。"),
            ]),
            "Staff of an enterprise.",
            "企业员工。"
        ),
        .required("teams", .reference(.channel), "How teams report.", "队伍报告渠道。"),
        .optional(
            "hospitals",
            .object([
                .required("channel", .reference(.channel), "How.", "渠道。"),
                .required("post", .reference(.post), "To whom.", "报告对象。"),
            ]),
            "How hospitals report.",
            "医院报告方式。"
        ),
        .required("depots", .reference(.channel), "How depots report.", "储备点报告渠道。"),
        .required("sensors", .reference(.channel), "How sensors report.", "传感器传输渠道。"),
        .optional(
            "repeatsAtMost",
            .number(.between(0, 3), isWhole: true),
            otherwise: "3",
            "Times a lost message is sent again.",
            "补发次数上限。"
        ),
    ])

    /// Shape of witnesses.
    static let witnesses = Shape.object([
        .required("callPost", .reference(.post), "Post whose call centre they call.", "接警机构。"),
        .optional(
            "otherCallPosts",
            .list(
                of: .object([
                    .required("post", .reference(.post), "Post with a call centre.", "接警机构。"),
                    .required("share", .share, "Share of callers who dial it.", "拨打比例。"),
                ])
            ),
            otherwise: "[]",
            "Other call centres that some callers dial.",
            "群众也会拨打的其他接处警中心。"
        ),
        .required("delaySeconds", .time, "From the first harm to a call.", "报警时延。"),
        .optional(
            "callsPerZoneAtMost",
            .number(.between(0, 255), isWhole: true),
            otherwise: "30",
            "Largest number of calls from one zone.",
            "每个区域报警电话上限。"
        ),
        .optional(
            "guessSigma",
            .spread,
            otherwise: "0.8",
            "Spread of guesses at casualties.",
            "伤亡估计误差（对数标准差）。"
        ),
    ])

    // MARK: Reading

    /// Reads a channel.
    static func channelDefinition(_ value: Checked) -> ChannelDefinition {
        var channel = ChannelDefinition()
        channel.preparation = value.uncertain("preparationMinutes").drawn(times: 60)
        channel.rhythmSeconds = value.number("rhythmMinutes") * 60
        channel.transmission = value.uncertain("transmissionMinutes").drawn(times: 60)
        channel.processing = value.uncertain("processingMinutes").drawn(times: 60)
        channel.loss = value.number("loss")
        channel.distortionSigma = value.number("distortionSigma")
        channel.acknowledgmentSeconds = value.number("acknowledgmentMinutes") * 60
        return channel
    }

    /// Reads everything about information.
    static func situation(_ root: Checked) -> SituationDefinition {
        let channels = root.list("channels").map { channelDefinition($0) }
        func channel(_ value: Checked, _ key: String) -> ChannelDefinition {
            let number = value.reference(key)
            return channels.indices.contains(number) ? channels[number] : ChannelDefinition()
        }
        var situation = SituationDefinition()
        situation.posts = root.list("posts").map { postDefinition($0, channel) }
        situation.links = root.list("links").map { linkDefinition($0, channel) }
        situation.witnessPost = root.optional("witnesses").map { PostID($0.reference("callPost")) }
        situation.callShares = (root.optional("witnesses")?.list("otherCallPosts") ?? []).map {
            var other = CallShare()
            other.post = PostID($0.reference("post"))
            other.share = $0.number("share")
            return other
        }
        let reporting = root.value("reporting")
        if let staff = reporting.optional("staff") { situation.staff = channel(staff, "channel") }
        situation.radio = channel(reporting, "teams")
        if let hospitals = reporting.optional("hospitals") {
            situation.hospitals = channel(hospitals, "channel")
            situation.hospitalPost = PostID(hospitals.reference("post"))
        }
        situation.depots = channel(reporting, "depots")
        situation.sensors = channel(reporting, "sensors")
        situation.sensorPosts = root.list("sensors").map { PostID($0.reference("post")) }
        situation.repeats = Int32(reporting.count("repeatsAtMost"))
        return situation
    }

    private static func postDefinition(
        _ value: Checked,
        _ channel: (Checked, String) -> ChannelDefinition
    ) -> PostDefinition {
        var post = PostDefinition()
        post.level = value.named("level")
        post.superior = value.optional("superior").map { PostID($0.reference()) }
        post.scene = value.optional("site").map { SiteID($0.reference()) }
        post.callCentre = value.optional("callCentre").map(callCentreDefinition)
        post.decision = value.uncertain("decisionMinutes").drawn(times: 60)
        post.verification = value.optional("verificationHours")?.uncertain().drawn(times: 3600)
        post.trustsCertificates = value.flag("trustsCertificates")
        post.orders = channel(value, "orders")
        post.sceneOrders =
            value.optional("sceneOrders") == nil ? post.orders : channel(value, "sceneOrders")
        return post
    }

    private static func callCentreDefinition(_ value: Checked) -> CallCentreDefinition {
        var centre = CallCentreDefinition()
        centre.operators = Int32(value.count("operators"))
        centre.call = value.uncertain("callSeconds").drawn()
        centre.patience = value.uncertain("patienceSeconds").drawn()
        return centre
    }

    private static func linkDefinition(
        _ value: Checked,
        _ channel: (Checked, String) -> ChannelDefinition
    ) -> LinkDefinition {
        var link = LinkDefinition()
        link.from = PostID(value.reference("from"))
        link.to = PostID(value.reference("to"))
        link.channel = channel(value, "channel")
        link.deadlineSeconds = value.optional("deadlineMinutes").map { $0.number() * 60 }
        for category in value.list("carries") {
            link.carries.insert(category.choice(as: CategoryName.self).category)
        }
        return link
    }
}
