import Situation
import Vocabulary

/// Names of kinds of teams in files.
enum TeamKindName: String, CaseIterable {
    case fire, rescue, machinery, medical, ambulance, police, chemical, waterSupply, logistics

    var kind: TeamKind {
        switch self {
        case .fire: .fire
        case .rescue: .rescue
        case .machinery: .machinery
        case .medical: .medical
        case .ambulance: .ambulance
        case .police: .police
        case .chemical: .chemical
        case .waterSupply: .waterSupply
        case .logistics: .logistics
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .fire: ("fire squadron", "消防救援队")
        case .rescue: ("search and rescue team", "搜救队")
        case .machinery: ("heavy machines", "大型工程机械")
        case .medical: ("medical team", "医疗队")
        case .ambulance: ("ambulance", "救护车")
        case .police: ("police", "公安")
        case .chemical: ("chemical survey team", "危化侦检队")
        case .waterSupply: ("long-distance water supply", "远程供水编队")
        case .logistics: ("logistics", "战勤保障")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// Names of kinds of supplies in plans.
enum SupplyKindName: String, CaseIterable {
    case water, foam, fuel, breathingAir, medical

    var kind: SupplyKind {
        switch self {
        case .water: .water
        case .foam: .foam
        case .fuel: .fuel
        case .breathingAir: .breathingAir
        case .medical: .medical
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .water: ("water", "水")
        case .foam: ("foam concentrate", "泡沫液")
        case .fuel: ("diesel", "柴油")
        case .breathingAir: ("breathing-air cylinders", "空气呼吸器气瓶")
        case .medical: ("medical kits", "急救包")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// Names of tasks in plans.
enum TaskName: String, CaseIterable {
    case stage, search, suppress, cool, treat, carry, evacuate, pump, survey, refill

    var kind: TaskKind {
        switch self {
        case .stage: .stage
        case .search: .search
        case .suppress: .suppress
        case .cool: .cool
        case .treat: .treat
        case .carry: .carry
        case .evacuate: .evacuate
        case .pump: .pump
        case .survey: .survey
        case .refill: .refill
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .stage: ("wait at the staging area", "集结待命")
        case .search: ("sweep a zone and free the trapped", "搜救")
        case .suppress: ("attack a fire with foam", "灭火")
        case .cool: ("cool what a fire heats", "冷却")
        case .treat: ("triage and stabilise", "检伤救治")
        case .carry: ("carry casualties to hospitals", "转运")
        case .evacuate: ("clear a zone of people", "疏散")
        case .pump: ("bring water", "供水")
        case .survey: ("identify the chemicals", "侦检")
        case .refill: ("fill breathing-air cylinders", "充气保障")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// Names of levels of posts in files.
enum PostLevelName: String, CaseIterable {
    case firm, community, township, county, city, province, state, scene, callCentre

    var level: PostLevel {
        switch self {
        case .firm: .firm
        case .community: .community
        case .township: .township
        case .county: .county
        case .city: .city
        case .province: .province
        case .state: .state
        case .scene: .scene
        case .callCentre: .callCentre
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .firm: ("enterprise", "企业")
        case .community: ("village or community", "村、社区")
        case .township: ("township or park", "乡镇、街道、园区")
        case .county: ("county", "县级")
        case .city: ("prefecture city", "市级")
        case .province: ("province", "省级")
        case .state: ("state", "国家层面")
        case .scene: ("on-scene command", "现场指挥部")
        case .callCentre: ("call centre", "接处警中心")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// Names of response levels in plans.
enum ResponseLevelName: String, CaseIterable {
    case none
    case four = "IV"
    case three = "III"
    case two = "II"
    case one = "I"

    var level: ResponseLevel {
        switch self {
        case .none: .none
        case .four: .four
        case .three: .three
        case .two: .two
        case .one: .one
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .none: ("no response", "未启动")
        case .four: ("level IV, the lowest", "四级响应")
        case .three: ("level III", "三级响应")
        case .two: ("level II", "二级响应")
        case .one: ("level I, the highest", "一级响应")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// Names of sorts of items that a link carries.
enum CategoryName: String, CaseIterable {
    case incident, counts, verified, fires, progress, teams, stocks, beds, readings, response

    var category: ItemCategories {
        switch self {
        case .incident: .incident
        case .counts: .counts
        case .verified: .verified
        case .fires: .fires
        case .progress: .progress
        case .teams: .teams
        case .stocks: .stocks
        case .beds: .beds
        case .readings: .readings
        case .response: .response
        }
    }

    private var meaning: (String, String) {
        switch self {
        case .incident: ("that something has happened", "事件信息")
        case .counts: ("counts of people", "伤亡清点")
        case .verified: ("verified counts", "核报数")
        case .fires: ("fires", "火情")
        case .progress: ("progress at the site", "现场进展")
        case .teams: ("teams", "队伍状态")
        case .stocks: ("stocks", "物资库存")
        case .beds: ("free beds", "空床")
        case .readings: ("readings of sensors", "监测数据")
        case .response: ("levels and requests", "响应级别与请求")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}
