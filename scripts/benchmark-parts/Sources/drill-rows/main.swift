import Foundation

// drill-rows < INPUT    rows of the first drills as scripts/check-platforms compares them

let input = Array(FileHandle.standardInput.readDataToEndOfFile())
let isGood = playRows(input) { FileHandle.standardOutput.write(Data($0)) }
exit(isGood ? 0 : 65)
