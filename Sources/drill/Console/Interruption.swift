import Foundation
import Synchronization

/// Asks from outside to end: Ctrl-C, or what a cluster sends before it takes the machine away.
///
/// The first one is a request, so that what is done is kept; a second one ends the program at once.
enum Interruption {
    private static let signal = Atomic<Int32>(0)

    /// Begins to listen.
    static func listen() {
        // Touched once here, so that the handler finds it made.
        signal.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            Foundation.signal(number) { number in
                Interruption.signal.store(number, ordering: .relaxed)
                Foundation.signal(number, SIG_DFL)
            }
        }
    }

    /// Whether somebody has asked.
    static var isAsked: Bool { signal.load(ordering: .relaxed) != 0 }

    /// What the program tells the shell when it ends because it was asked to; a cluster tries again.
    static var status: ExitStatus {
        signal.load(ordering: .relaxed) == SIGTERM ? .tryAgain : .interrupted
    }
}
