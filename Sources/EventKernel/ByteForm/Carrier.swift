/// What is wrong with bytes that should be a value's compact form.
public enum ByteFormError: Error, Equatable, Sendable {
    /// The bytes end before the value does, or say that there is more than they hold.
    case truncated
    /// A case number stands for no case, or a number is out of its range.
    case invalid
    /// Bytes follow the value.
    case tooLong
}

/// Moves values out of or into bytes, one field after another.
///
/// The same description of a type serves both directions, so that writing and reading cannot differ.
/// All numbers are little-endian and of fixed width.
public protocol Carrier {
    /// Moves a whole number.
    mutating func carry(_ number: inout UInt64, bytes: Int) throws(ByteFormError)
    /// Whether values are read from bytes; else they are written.
    static var isReading: Bool { get }
    /// Bytes that are left to be read; no bound while writing.
    var remaining: Int { get }
}

/// A value with a compact byte form.
public protocol Portable {
    /// Creates a value to be read into.
    init()

    /// Moves all fields, in a fixed order.
    mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError)
}

extension Carrier {
    /// Moves a value.
    public mutating func carry<T: Portable>(_ value: inout T) throws(ByteFormError) {
        try value.carry(by: &self)
    }

    /// Moves an array: its count, then its elements.
    public mutating func carry<T: Portable>(_ array: inout [T]) throws(ByteFormError) {
        var count = UInt64(array.count)
        try carry(&count, bytes: 4)
        if Self.isReading {
            // An element has at least one byte: a count beyond what is left is nonsense, and must not
            // make us allocate.
            guard count <= UInt64(remaining) else { throw .truncated }
            array = []
            array.reserveCapacity(Int(count))
            for _ in 0..<Int(count) {
                var element = T()
                try element.carry(by: &self)
                array.append(element)
            }
        } else {
            for index in array.indices { try array[index].carry(by: &self) }
        }
    }

    /// Moves a value that may be missing.
    public mutating func carry<T: Portable>(_ value: inout T?) throws(ByteFormError) {
        var isThere = value != nil
        try carry(&isThere)
        if isThere {
            var content = value ?? T()
            try content.carry(by: &self)
            value = content
        } else {
            value = nil
        }
    }

    /// Moves a case of an enumeration by its raw value.
    public mutating func carry<T: RawRepresentable>(_ value: inout T) throws(ByteFormError)
    where T.RawValue: FixedWidthInteger {
        var raw = UInt64(truncatingIfNeeded: value.rawValue)
        try carry(&raw, bytes: 2)
        guard let number = T.RawValue(exactly: raw), let read = T(rawValue: number) else {
            throw .invalid
        }
        value = read
    }

    /// Moves an array of cases.
    public mutating func carry<T: RawRepresentable>(
        cases array: inout [T],
        placeholder: T
    ) throws(ByteFormError) where T.RawValue: FixedWidthInteger {
        var count = UInt64(array.count)
        try carry(&count, bytes: 4)
        if Self.isReading {
            guard count <= UInt64(remaining) else { throw .truncated }
            array = Array(repeating: placeholder, count: Int(count))
        }
        for index in array.indices { try carry(&array[index]) }
    }

    /// Moves a truth value.
    public mutating func carry(_ flag: inout Bool) throws(ByteFormError) {
        var number: UInt64 = flag ? 1 : 0
        try carry(&number, bytes: 1)
        guard number <= 1 else { throw .invalid }
        flag = number == 1
    }
}

/// Writes values to bytes.
public struct ByteWriter: Carrier, Sendable {
    /// Bytes written so far.
    public private(set) var bytes: [UInt8] = []

    /// Creates a writer with nothing written.
    public init() {}

    /// False: values are written.
    public static var isReading: Bool { false }
    /// No bound.
    public var remaining: Int { .max }

    /// Appends a whole number of so many bytes.
    public mutating func carry(_ number: inout UInt64, bytes count: Int) throws(ByteFormError) {
        for byte in 0..<count {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * byte)))
        }
    }
}

/// Reads values from bytes.
public struct ByteReader: Carrier, Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Creates a reader of bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// True: values are read.
    public static var isReading: Bool { true }
    /// Bytes that are left.
    public var remaining: Int { bytes.count - position }

    /// Reads a whole number of so many bytes.
    public mutating func carry(_ number: inout UInt64, bytes count: Int) throws(ByteFormError) {
        guard count <= remaining else { throw .truncated }
        number = 0
        for byte in 0..<count {
            number |= UInt64(bytes[position + byte]) << UInt64(8 * byte)
        }
        position += count
    }
}

extension Portable {
    /// Compact byte form of the value.
    public var byteForm: [UInt8] {
        var writer = ByteWriter()
        var copy = self
        do throws(ByteFormError) {
            try copy.carry(by: &writer)
        } catch {
            preconditionFailure("Writing to memory cannot fail.")
        }
        return writer.bytes
    }

    /// Creates a value from its compact byte form.
    ///
    /// - Throws: `ByteFormError` for bytes that are no such form; never traps on bytes of any kind.
    public init(byteForm: [UInt8]) throws(ByteFormError) {
        self.init()
        var reader = ByteReader(byteForm)
        try carry(by: &reader)
        guard reader.remaining == 0 else { throw .tooLong }
    }
}

extension Double: Portable {
    /// Moves the number by its bits.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var bits = bitPattern
        try carrier.carry(&bits, bytes: 8)
        self = Double(bitPattern: bits)
    }
}

extension Int32: Portable {
    /// Moves the number in four bytes.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var bits = UInt64(UInt32(bitPattern: self))
        try carrier.carry(&bits, bytes: 4)
        self = Int32(bitPattern: UInt32(truncatingIfNeeded: bits))
    }
}

extension Int64: Portable {
    /// Moves the number in eight bytes.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var bits = UInt64(bitPattern: self)
        try carrier.carry(&bits, bytes: 8)
        self = Int64(bitPattern: bits)
    }
}

extension SimTime: Portable {
    /// Creates the start of a drill.
    public init() { self = .start }

    /// Moves the instant.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var number = milliseconds
        try carrier.carry(&number)
        self = SimTime(milliseconds: number)
    }
}

extension SimDuration: Portable {
    /// Creates no time at all.
    public init() { self = .zero }

    /// Moves the length.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var number = milliseconds
        try carrier.carry(&number)
        self = SimDuration(milliseconds: number)
    }
}
