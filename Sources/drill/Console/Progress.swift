import Foundation
import Reports
import Synchronization
import Wording

/// Progress of a batch on standard error, with the time that is left.
final class Progress: Sendable {
    private struct State {
        var shown = Date.distantPast
        var hasShown = false
    }

    private let total: Int
    private let before: Int
    private let language: Language
    private let began = Date()
    private let state = Mutex(State())

    /// Begins to show progress.
    ///
    /// - Parameters:
    ///   - total: Drills altogether.
    ///   - before: Drills that were there before.
    ///   - language: Language.
    init(total: Int, before: Int = 0, language: Language) {
        self.total = total
        self.before = before
        self.language = language
    }

    /// Shows how many drills are done, at most four times a second.
    ///
    /// - Parameters:
    ///   - done: Drills done, those from before included.
    ///   - remark: What else is to be said, made only when it is shown.
    func show(_ done: Int, remark: () -> String = { "" }) {
        guard Console.mayRewrite else { return }
        let now = Date()
        let isDue = state.withLock { state in
            guard now.timeIntervalSince(state.shown) > 0.25 else { return false }
            state.shown = now
            state.hasShown = true
            return true
        }
        guard isDue else { return }
        let elapsed = now.timeIntervalSince(began)
        let left = elapsed / Double(max(1, done - before)) * Double(total - done)
        let text = Bilingual(
            "\(done) of \(total) drills, \(Figures.decimal(left, places: 0)) s left",
            "已完成 \(done)/\(total) 次推演，预计还需 \(Figures.decimal(left, places: 0)) 秒"
        )
        Console.complain("\r\u{1B}[K" + text[language] + remark())
    }

    /// Takes the progress line away.
    func finish() {
        if state.withLock({ $0.hasShown }) { Console.complain("\r\u{1B}[K") }
    }
}
