import Foundation

/// Seeds for tests that look at many drills.
public let testSeeds: [UInt64] = Array(0..<50)

/// Seeds of what must hold in every drill: as many as `testSeeds`, and ten times as many where the
/// environment variable DRILL_LONG_TESTS allows tests to take minutes.
public let manySeeds: [UInt64] =
    ProcessInfo.processInfo.environment["DRILL_LONG_TESTS"] == nil ? testSeeds : Array(0..<500)

/// Fewer seeds, for drills that take long in a debug build.
public let fewSeeds: [UInt64] = Array(testSeeds.prefix(3))
