import EventKernel
import Foundation

let usage = """
    usage: files-probe setup SCENARIO-FOLDER PLAN FILE            the compact byte form of a scenario with a plan
           files-probe writing SCENARIO-FOLDER PLAN COUNT FOLDER  s with rows written, s without, share
    """

let words = Array(CommandLine.arguments.dropFirst())

switch words.first {
case "setup" where words.count == 4:
    try Data(setup(words[1], plan: words[2]).byteForm).write(to: URL(fileURLWithPath: words[3]))
case "writing" where words.count == 5:
    try printWriting(setup(words[1], plan: words[2]), count: Int(words[3]) ?? 0, in: words[4])
default:
    print(usage)
    exit(64)
}
