// The program for platforms without an operating system's Swift: reads its input, plays drills and
// writes their rows. What it needs of a C library is in system.c.

@_extern(c, "system_read")
func systemRead(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int

@_extern(c, "system_write")
func systemWrite(_ bytes: UnsafePointer<UInt8>, _ count: Int)

/// Everything from standard input.
private func readInput() -> [UInt8] {
    var input: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = block.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { systemRead($0, buffer.count) } ?? 0
        }
        if count <= 0 { return input }
        input.append(contentsOf: block[..<count])
    }
}

@_cdecl("play_rows")
func playRows() -> Int32 {
    let isGood = playRows(readInput()) { line in
        line.withUnsafeBufferPointer { buffer in
            if let bytes = buffer.baseAddress { systemWrite(bytes, buffer.count) }
        }
    }
    return isGood ? 0 : 65
}
