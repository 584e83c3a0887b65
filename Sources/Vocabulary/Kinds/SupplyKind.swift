public import EventKernel

/// Kind of supplies (应急物资); GB/T 38565-2020 gives the classes.
public enum SupplyKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Extinguishing and cooling water [L] (水).
    case water = 0
    /// Foam concentrate [L] (泡沫液).
    case foam = 1
    /// Diesel for engines and pumps [L] (燃油).
    case fuel = 2
    /// Filled cylinders of breathing air [pieces] (空气呼吸器气瓶).
    case breathingAir = 3
    /// Sets for the field treatment of one casualty [pieces] (医疗急救包).
    case medical = 4

    /// Number of kinds.
    public static let count = 5
}

/// An amount of every kind of supplies, in the unit of the kind, whole units.
public struct SupplyAmounts: Hashable, BitwiseCopyable, Portable, Sendable {
    private var amounts = SIMD8<Int32>(repeating: 0)

    /// Creates nothing of everything.
    public init() {}

    /// Moves the amounts of all kinds.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        for kind in SupplyKind.allCases { try carrier.carry(&self[kind]) }
    }

    /// Amount of one kind [units of the kind].
    public subscript(kind: SupplyKind) -> Int32 {
        get { amounts[Int(kind.rawValue)] }
        set { amounts[Int(kind.rawValue)] = newValue }
    }

    /// Whether there is nothing of any kind.
    public var isEmpty: Bool { amounts == SIMD8(repeating: 0) }
}
