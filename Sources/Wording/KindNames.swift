public import Vocabulary

/// Kinds as they are called in files and for readers.
public protocol Named {
    /// Name in files.
    var name: String { get }
    /// Name for readers.
    var title: Bilingual { get }
}

extension TeamKind: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .fire: ("fire", "fire squadron", "消防救援队")
        case .rescue: ("rescue", "search and rescue team", "搜救队")
        case .machinery: ("machinery", "heavy machines", "大型工程机械")
        case .medical: ("medical", "medical team", "医疗队")
        case .ambulance: ("ambulance", "ambulance", "救护车")
        case .police: ("police", "police", "公安")
        case .chemical: ("chemical", "chemical survey team", "危化侦检队")
        case .waterSupply: ("waterSupply", "long-distance water supply", "远程供水编队")
        case .logistics: ("logistics", "logistics", "战勤保障队")
        }
    }
}

extension SupplyKind: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    /// Unit in which it is counted.
    public var unit: Bilingual {
        switch self {
        case .water, .foam, .fuel: Bilingual("L", "升")
        case .breathingAir: Bilingual("cylinders", "只")
        case .medical: Bilingual("kits", "套")
        }
    }

    private var described: (String, String, String) {
        switch self {
        case .water: ("water", "water", "水")
        case .foam: ("foam", "foam concentrate", "泡沫液")
        case .fuel: ("fuel", "diesel", "柴油")
        case .breathingAir: ("breathingAir", "breathing air", "空气呼吸器气瓶")
        case .medical: ("medical", "medical kits", "急救包")
        }
    }
}

extension TaskKind: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .stage: ("stage", "wait at the staging area", "集结待命")
        case .search: ("search", "search", "搜救")
        case .suppress: ("suppress", "attack with foam", "灭火")
        case .cool: ("cool", "cool", "冷却")
        case .treat: ("treat", "treat casualties", "检伤救治")
        case .carry: ("carry", "carry casualties to", "转运伤员至")
        case .evacuate: ("evacuate", "evacuate", "疏散")
        case .pump: ("pump", "bring water", "供水")
        case .survey: ("survey", "identify the chemicals", "侦检")
        case .refill: ("refill", "fill air cylinders", "充气保障")
        case .release: ("release", "go home", "归队")
        }
    }
}

extension PostLevel: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .firm: ("firm", "enterprise", "企业")
        case .community: ("community", "village or community", "村、社区")
        case .township: ("township", "township or park", "乡镇、街道、园区")
        case .county: ("county", "county", "县级")
        case .city: ("city", "prefecture city", "市级")
        case .province: ("province", "province", "省级")
        case .state: ("state", "state", "国家层面")
        case .scene: ("scene", "on-scene command", "现场指挥部")
        case .callCentre: ("callCentre", "call centre", "接处警中心")
        }
    }
}

extension ResponseLevel: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .none: ("none", "no response", "未启动响应")
        case .four: ("IV", "level IV response", "四级响应")
        case .three: ("III", "level III response", "三级响应")
        case .two: ("II", "level II response", "二级响应")
        case .one: ("I", "level I response", "一级响应")
        }
    }
}

extension Severity: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .unhurt: ("unhurt", "unhurt", "未受伤")
        case .slight: ("slight", "slightly hurt", "轻微伤")
        case .moderate: ("moderate", "in need of a hospital", "需住院治疗")
        case .serious: ("serious", "life in danger", "生命危险")
        case .dead: ("dead", "dead", "死亡")
        }
    }
}

extension TeamStatus: Named {
    /// Name in files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    private var described: (String, String, String) {
        switch self {
        case .ready: ("ready", "ready at the station", "在站待命")
        case .underWay: ("underWay", "under way", "途中")
        case .free: ("free", "free at the site", "到场待命")
        case .working: ("working", "at work", "作业")
        case .resting: ("resting", "resting", "休整")
        case .returning: ("returning", "on the way home", "返回")
        }
    }
}
