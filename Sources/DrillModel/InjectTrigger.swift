public import EventKernel
public import Vocabulary

/// What a conditional inject (条件注入) waits for: something that truly happens, told to nobody.
public enum InjectTrigger: Hashable, BitwiseCopyable, Sendable {
    /// A hazard begins: it ignites or explodes.
    case begins(HazardID)
    /// A fire is out.
    case isOut(HazardID)
    /// The first team arrives at a site.
    case arrival(SiteID)
    /// A post starts this level or a higher one.
    case level(PostID, ResponseLevel)

    /// Tells whether a fact is what the inject waits for.
    func isMet(by content: FactContent) -> Bool {
        switch (self, content) {
        case (.begins(let hazard), .ignited(let other, _)): hazard == other
        case (.begins(let hazard), .exploded(let other, _)): hazard == other
        case (.isOut(let hazard), .extinguished(let other, _)): hazard == other
        case (.arrival(let site), .arrived(_, let other)): site == other
        case (.level(let post, let least), .levelChanged(let other, let level)):
            post == other && level >= least
        default: false
        }
    }
}

extension InjectTrigger: Portable {
    /// Creates the trigger of the first hazard's beginning.
    public init() { self = .begins(HazardID(0)) }

    /// Moves the number of the case and the two numbers that belong to it.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var (number, first, second) = numbers
        try carrier.carry(&number)
        try carrier.carry(&first)
        try carrier.carry(&second)
        guard let trigger = InjectTrigger(number, Int(first), second) else { throw .invalid }
        self = trigger
    }

    private var numbers: (Int32, Int32, Int32) {
        switch self {
        case .begins(let hazard): (0, hazard.number, 0)
        case .isOut(let hazard): (1, hazard.number, 0)
        case .arrival(let site): (2, site.number, 0)
        case .level(let post, let level): (3, post.number, Int32(level.rawValue))
        }
    }

    private init?(_ number: Int32, _ first: Int, _ second: Int32) {
        switch number {
        case 0: self = .begins(HazardID(first))
        case 1: self = .isOut(HazardID(first))
        case 2: self = .arrival(SiteID(first))
        case 3:
            guard let level = ResponseLevel(rawValue: UInt8(truncatingIfNeeded: second)) else {
                return nil
            }
            self = .level(PostID(first), level)
        default: return nil
        }
    }
}
