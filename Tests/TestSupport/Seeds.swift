/// Seeds for tests that look at many drills.
public let testSeeds: [UInt64] = Array(0..<50)

/// Fewer seeds, for drills that take long in a debug build.
public let fewSeeds: [UInt64] = Array(testSeeds.prefix(4))
