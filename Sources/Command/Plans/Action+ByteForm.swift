public import EventKernel
import Vocabulary

extension Action: Portable {
    /// Creates the action of making the dead public.
    public init() { self = .publish }

    /// Moves the number of the case and what belongs to it.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var number = caseNumber
        try carrier.carry(&number)
        switch number {
        case 0:
            var dispatch = Dispatch()
            if case .dispatch(let held) = self { dispatch = held }
            try carrier.carry(&dispatch)
            self = .dispatch(dispatch)
        case 1:
            var level = ResponseLevel.none
            if case .level(let held) = self { level = held }
            try carrier.carry(&level)
            self = .level(level)
        case 2:
            var zones: [ZoneID] = []
            if case .warn(let held) = self { zones = held }
            try carrier.carry(&zones)
            self = .warn(zones)
        case 3:
            var teams: Int32 = 0
            if case .request(let held) = self { teams = held }
            try carrier.carry(&teams)
            self = .request(teams: teams)
        case 4: try carrySupply(by: &carrier)
        case 5: self = .publish
        case 6: try carryRelease(by: &carrier)
        case 7:
            var level = ResponseLevel.none
            if case .raise(let held) = self { level = held }
            try carrier.carry(&level)
            self = .raise(level)
        case 8:
            var level = ResponseLevel.none
            if case .lower(let held) = self { level = held }
            try carrier.carry(&level)
            self = .lower(level)
        case 9:
            var zones: [ZoneID] = []
            if case .shelter(let held) = self { zones = held }
            try carrier.carry(&zones)
            self = .shelter(zones)
        case 10:
            var kind = ReleaseKind.first
            if case .announce(let held) = self { kind = held }
            try carrier.carry(&kind)
            self = .announce(kind)
        default: throw .invalid
        }
    }

    private mutating func carrySupply<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var kind = SupplyKind.water
        var amount: Int32 = 0
        var site = SiteID(0)
        if case .supply(let heldKind, let heldAmount, let heldSite) = self {
            (kind, amount, site) = (heldKind, heldAmount, heldSite)
        }
        try carrier.carry(&kind)
        try carrier.carry(&amount)
        try carrier.carry(&site)
        self = .supply(kind, amount: amount, site: site)
    }

    private mutating func carryRelease<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var kinds: [TeamKind] = []
        var site = SiteID(0)
        var underWay = false
        if case .release(let heldKinds, let heldSite, let heldUnderWay) = self {
            (kinds, site, underWay) = (heldKinds, heldSite, heldUnderWay)
        }
        try carrier.carry(cases: &kinds, placeholder: .fire)
        try carrier.carry(&site)
        try carrier.carry(&underWay)
        self = .release(kinds, site: site, underWay: underWay)
    }

    private var caseNumber: Int32 {
        switch self {
        case .dispatch: 0
        case .level: 1
        case .warn: 2
        case .request: 3
        case .supply: 4
        case .publish: 5
        case .release: 6
        case .raise: 7
        case .lower: 8
        case .shelter: 9
        case .announce: 10
        }
    }
}
