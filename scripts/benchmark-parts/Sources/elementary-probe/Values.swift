import EventKernel
import Foundation

/// Reads arguments as raw doubles from standard input and writes the values the same way.
func writeValues(of name: String) {
    let data = FileHandle.standardInput.readDataToEndOfFile()
    let arguments = data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    let values = evaluate(name, arguments)
    FileHandle.standardOutput.write(values.withUnsafeBytes { Data($0) })
}

private func evaluate(_ name: String, _ arguments: [Double]) -> [Double] {
    let pairs = stride(from: 0, to: arguments.count, by: 2)
    switch name {
    case "pow": return pairs.map { Elementary.pow(arguments[$0], arguments[$0 + 1]) }
    case "atan2": return pairs.map { Elementary.atan2(arguments[$0], arguments[$0 + 1]) }
    case "logGammaNegative": return arguments.map(Elementary.logGamma)
    default: break
    }
    guard let function = functions.first(where: { $0.name == name }) else { return [] }
    return arguments.map(function.ours)
}
