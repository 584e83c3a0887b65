/// Response level (应急响应级别), level I the highest.
public enum ResponseLevel: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    /// No response started (未启动).
    case none = 0
    /// Level IV (四级).
    case four = 1
    /// Level III (三级).
    case three = 2
    /// Level II (二级).
    case two = 3
    /// Level I (一级).
    case one = 4

    /// Orders by height: `four < one`.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Grade of an accident (事故等级), State Council Order 493 (2007), Article 3.
public enum IncidentGrade: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    /// Ordinary (一般).
    case ordinary = 0
    /// Larger (较大).
    case larger = 1
    /// Major (重大).
    case major = 2
    /// Extraordinarily serious (特别重大).
    case extraordinary = 3

    /// Orders by seriousness.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Returns the grade of an accident: the highest that any of the three criteria reaches.
    ///
    /// Bounds include the number itself ("以上" includes, "以下" excludes; Order 493, Article 44).
    ///
    /// - Parameters:
    ///   - deaths: People dead [persons].
    ///   - seriousInjuries: People seriously injured, acute poisoning included [persons].
    ///   - directLossYuan: Direct economic loss [CNY].
    public init(deaths: Int, seriousInjuries: Int, directLossYuan: Double) {
        if deaths >= 30 || seriousInjuries >= 100 || directLossYuan >= 100e6 {
            self = .extraordinary
        } else if deaths >= 10 || seriousInjuries >= 50 || directLossYuan >= 50e6 {
            self = .major
        } else if deaths >= 3 || seriousInjuries >= 10 || directLossYuan >= 10e6 {
            self = .larger
        } else {
            self = .ordinary
        }
    }
}

/// Level of a post in the chain of command.
public enum PostLevel: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Control room or office of an enterprise (企业).
    case firm = 0
    /// Village or community (村、社区).
    case community = 1
    /// Township, subdistrict or industrial park (乡镇、街道、园区).
    case township = 2
    /// County (县级).
    case county = 3
    /// Prefecture city (设区的市).
    case city = 4
    /// Province (省级).
    case province = 5
    /// State (国家).
    case state = 6
    /// On-scene command (现场指挥部).
    case scene = 7
    /// Call centre of 110, 119, 120 or 122 (接处警中心).
    case callCentre = 8
}
