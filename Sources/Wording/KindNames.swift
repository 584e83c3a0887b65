public import Vocabulary

/// Kinds as they are called in files and for readers.
public protocol Named {
    /// Name in files, name in English, name in Chinese.
    var described: (name: String, english: String, chinese: String) { get }
}

extension Named {
    /// Name in files.
    public var name: String { described.name }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.english, described.chinese) }
}

extension TeamKind: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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
    /// Unit in which it is counted.
    public var unit: Bilingual {
        switch self {
        case .water, .foam, .fuel: Bilingual("L", "升")
        case .breathingAir: Bilingual("cylinders", "只")
        case .medical: Bilingual("kits", "套")
        }
    }

    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .stage: ("stage", "wait at the staging area", "集结待命")
        case .search: ("search", "search", "搜救")
        case .suppress: ("suppress", "attack", "灭火")
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
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
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

extension InjuryCause: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .lungBlast: ("lungBlast", "blast on the lung", "肺冲击伤")
        case .bodyImpact: ("bodyImpact", "thrown by the blast", "抛掷撞击")
        case .fragments: ("fragments", "fragments", "破片")
        case .collapse: ("collapse", "collapsed building", "建筑倒塌")
        case .structure: ("structure", "damaged building", "建筑破坏")
        case .glass: ("glass", "glass", "玻璃")
        case .heat: ("heat", "heat", "烧伤")
        case .inject: ("inject", "exercise control", "导调设定")
        case .poison: ("poison", "poisonous gas", "中毒")
        case .smoke: ("smoke", "smoke", "烟气中毒")
        }
    }
}

extension DeathPlace: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .atOnce: ("atOnce", "at once", "当场")
        case .trapped: ("trapped", "while trapped", "被埋压期间")
        case .waiting: ("waiting", "waiting to be found", "等待救援")
        case .collectionPoint: ("collectionPoint", "at the collection point", "伤员集中点")
        case .transport: ("transport", "on the way to hospital", "转运途中")
        case .hospital: ("hospital", "in hospital", "医院")
        }
    }
}

extension TriageCategory: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .red: ("red", "red", "红")
        case .yellow: ("yellow", "yellow", "黄")
        case .green: ("green", "green", "绿")
        case .black: ("black", "black", "黑")
        }
    }
}

extension StopReason: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .done: ("done", "done", "完成")
        case .reassigned: ("reassigned", "another order", "改派")
        case .rest: ("rest", "rest", "休整")
        case .outOfSupplies: ("outOfSupplies", "out of supplies", "物资耗尽")
        case .losses: ("losses", "members hurt", "队员受伤")
        case .danger: ("danger", "gas that may explode", "有爆炸危险撤出")
        }
    }
}

extension ReportKind: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .first: ("first", "first report", "初报")
        case .followUp: ("followUp", "follow-up report", "续报")
        case .verified: ("verified", "verified report", "核报")
        case .final: ("final", "final report", "终报")
        }
    }
}

extension Headcount: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .dead: ("dead", "dead", "死亡")
        case .serious: ("serious", "seriously injured", "重伤")
        case .slight: ("slight", "otherwise injured", "轻伤")
        case .rescued: ("rescued", "rescued", "获救")
        case .trapped: ("trapped", "trapped", "被困")
        }
    }
}

extension IncidentGrade: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .ordinary: ("ordinary", "ordinary", "一般")
        case .larger: ("larger", "larger", "较大")
        case .major: ("major", "major", "重大")
        case .extraordinary: ("extraordinary", "extraordinarily serious", "特别重大")
        }
    }
}
