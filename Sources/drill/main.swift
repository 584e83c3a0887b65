import DrillFiles
import DrillModel
import EventKernel
import Experiments
import Foundation
import Scoring
import Vocabulary
import Wording

let args = CommandLine.arguments
var diagnostics = Diagnostics()
func load(_ path: String) -> SourceText {
    SourceText(path: path, bytes: Array(FileManager.default.contents(atPath: path) ?? Data()))
}
let file = ScenarioFile.read(load(args[1] + "/scenario.jsonc"), into: &diagnostics)
let plan = PlanFile.read(
    load(args[1] + "/plans/" + args[2] + ".jsonc"),
    for: file,
    into: &diagnostics
)
print(DiagnosticRenderer(language: .english).text(diagnostics))
if diagnostics.errorCount > 0 { exit(65) }
var setup = Setup()
setup.scenario = file.scenario; setup.plan = plan.plan; setup.scoring = file.scoring
let bytes = setup.byteForm
if args.count > 4, args[4] == "facts" {
    var player = try Player(bytes)
    _ = player.play(seed: 1, drill: UInt64(args[3])!) { f in
        print((f.time.seconds / 60).rounded(), f.id.number, "<-", f.cause.number, f.content)
    }
    exit(0)
}
let n = UInt64(args[3])!
let threads = args.count > 4 ? Int(args[4])! : 2
nonisolated(unsafe) var rows: [DrillRow] = []
let begin = Date()
try Batch(setup: bytes, seed: 1, drills: 0..<n, threads: threads).run { row in
    rows.append(row); return true
}
let took = Date().timeIntervalSince(begin)
print(
    "drills/s",
    Double(n) / took,
    "events",
    Double(rows.map { $0.eventCount }.reduce(0, +)) / Double(n),
    "facts",
    Double(rows.map { $0.factCount }.reduce(0, +)) / Double(n),
    "violations",
    rows.filter { $0.violation != nil }.count
)
func q(_ v: [Double], _ p: Double) -> Double {
    let s = v.sorted(); return s[min(s.count - 1, Int(p * Double(s.count)))]
}
for m in Measure.allCases {
    let v = rows.map { $0.values[m] }
    let f = m.isTime ? 3600.0 : 1.0
    print(
        m.name.padding(toLength: 24, withPad: " ", startingAt: 0),
        (q(v, 0.05) / f * 100).rounded() / 100,
        (q(v, 0.5) / f * 100).rounded() / 100,
        (q(v, 0.95) / f * 100).rounded() / 100
    )
}
for k in file.scoring.checkpointHours.indices {
    let v = rows.map { $0.knownDeathShares[k] };
    print("known", file.scoring.checkpointHours[k], q(v, 0.05), q(v, 0.5), q(v, 0.95))
}
