public import EventKernel
import Vocabulary

extension Expression: Portable {
    /// Creates the condition that always holds.
    public init() { self = .always }

    /// Moves the steps; a sequence that does not leave one number is refused.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var instructions = instructions
        try carrier.carry(&instructions)
        guard Expression.isSound(instructions) else { throw .invalid }
        self = Expression(instructions)
    }

    /// Tells whether steps leave one number and never take more than there are.
    public static func isSound(_ instructions: [Instruction]) -> Bool {
        var depth = 0
        for instruction in instructions {
            switch instruction {
            case .push, .read: depth += 1
            case .not, .negate: if depth < 1 { return false }
            default:
                if depth < 2 { return false }
                depth -= 1
            }
            if depth > deepestStack { return false }
        }
        return depth == 1
    }
}

extension Instruction: Portable {
    /// Creates the step that puts nothing on the stack.
    public init() { self = .push(0) }

    /// Moves the number of the case and what belongs to it.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var number = caseNumber
        try carrier.carry(&number)
        switch number {
        case 0:
            var value = 0.0
            if case .push(let held) = self { value = held }
            try carrier.carry(&value)
            self = .push(value)
        case 1:
            var quantity = Quantity()
            if case .read(let held) = self { quantity = held }
            try carrier.carry(&quantity)
            self = .read(quantity)
        default:
            guard let plain = Self.plain(number) else { throw .invalid }
            self = plain
        }
    }

    private var caseNumber: Int32 {
        switch self {
        case .push: 0
        case .read: 1
        case .add: 2
        case .subtract: 3
        case .multiply: 4
        case .divide: 5
        case .less: 6
        case .lessOrEqual: 7
        case .equal: 8
        case .and: 9
        case .or: 10
        case .not: 11
        case .negate: 12
        }
    }

    private static func plain(_ number: Int32) -> Instruction? {
        switch number {
        case 2: .add
        case 3: .subtract
        case 4: .multiply
        case 5: .divide
        case 6: .less
        case 7: .lessOrEqual
        case 8: .equal
        case 9: .and
        case 10: .or
        case 11: .not
        case 12: .negate
        default: nil
        }
    }
}

extension Quantity: Portable {
    /// Creates the number of burning fires.
    public init() { self = .burningFires }

    /// Moves the number of the case and the two numbers that belong to it.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var (number, first, second) = numbers
        try carrier.carry(&number)
        try carrier.carry(&first)
        try carrier.carry(&second)
        guard let quantity = Quantity(number, Int(first), second) else { throw .invalid }
        self = quantity
    }

    /// Number of the case and what belongs to it.
    private var numbers: (Int32, Int32, Int32) {
        switch self {
        case .counted(let tally): (0, 0, Int32(tally.rawValue))
        case .verified(let tally, let site): (1, site.number, Int32(tally.rawValue))
        case .estimate(let site): (2, site.number, 0)
        case .incident(let site): (3, site.number, 0)
        case .chemicals(let site): (4, site.number, 0)
        case .burningFires: (5, 0, 0)
        case .reading(let sensor): (6, sensor.number, 0)
        case .stock(let depot, let kind): (7, depot.number, Int32(kind.rawValue))
        case .sweeps(let zone): (8, zone.number, 0)
        case .awaitingTransport(let site): (9, site.number, 0)
        case .teams(let kind, let status): (10, Int32(kind.rawValue), status.rawValue)
        case .ownLevel: (11, 0, 0)
        case .level(let post): (12, post.number, 0)
        case .aid(let post): (13, post.number, 0)
        case .minutesKnown: (14, 0, 0)
        case .published: (15, 0, 0)
        case .buried(let site): (16, site.number, 0)
        case .missing(let site): (17, site.number, 0)
        }
    }

    private init?(_ number: Int32, _ first: Int, _ second: Int32) {
        let small = UInt8(truncatingIfNeeded: second)
        switch number {
        case 0:
            guard let tally = Headcount(rawValue: small) else { return nil }
            self = .counted(tally)
        case 1:
            guard let tally = Headcount(rawValue: small) else { return nil }
            self = .verified(tally, SiteID(first))
        case 2: self = .estimate(SiteID(first))
        case 3: self = .incident(SiteID(first))
        case 4: self = .chemicals(SiteID(first))
        case 5: self = .burningFires
        case 6: self = .reading(SensorID(first))
        case 7:
            guard let kind = SupplyKind(rawValue: small) else { return nil }
            self = .stock(DepotID(first), kind)
        case 8: self = .sweeps(ZoneID(first))
        case 9: self = .awaitingTransport(SiteID(first))
        case 10:
            guard let kind = TeamKind(rawValue: UInt8(truncatingIfNeeded: first)),
                let status = TeamStatus(rawValue: second)
            else { return nil }
            self = .teams(kind, status)
        case 11: self = .ownLevel
        case 12: self = .level(PostID(first))
        case 13: self = .aid(PostID(first))
        case 14: self = .minutesKnown
        case 15: self = .published
        case 16: self = .buried(SiteID(first))
        case 17: self = .missing(SiteID(first))
        default: return nil
        }
    }
}
