// Written by scripts/make-elementary-tables; change that instead.
// swift-format-ignore-file

/// The correction of a first guess at a cube root.
enum CubeRootTable {
    /// r^(-1/3) for r from 0.90 to 1.12.
    static let series: [Double] = [
        0x1.dea702a2b2121p+0, -0x1.dc1d896378f29p+0, 0x1.955450883d74ap+0, -0x1.772e24588d43ap-1,
        0x1.1dca3bf8caa26p-3,
    ]
}
