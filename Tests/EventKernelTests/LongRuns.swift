import Foundation

/// Whether the tests may take minutes instead of seconds.
let isLongRun = ProcessInfo.processInfo.environment["DRILL_LONG_TESTS"] != nil
