import DrillFiles
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a map as `drill import` does and by Foundation's parser, by turns, and prints both speeds.
func measureReading(_ file: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let megabytes = Double(data.count) / 1e6
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for _ in 0..<5 {
        ours.append(
            timed {
                var diagnostics = Diagnostics()
                _ = MapImport.openStreetMap(file, MapImport.Options(), into: &diagnostics)
            }.seconds
        )
        theirs.append(
            timed {
                let parser = XMLParser(data: data)
                let counter = Counter()
                parser.delegate = counter
                _ = parser.parse()
            }.seconds
        )
    }
    let (our, their) = (median(ours), median(theirs))
    print("\(megabytes) MB: map and sketch \(megabytes / our) MB/s; XMLParser, tags counted, \(megabytes / their) MB/s; ratio \(their / our)")
}

/// Does with every element the least that reading a map needs.
private final class Counter: NSObject, XMLParserDelegate {
    private(set) var nodes = 0
    private(set) var tags = 0

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if element == "node", let latitude = attributes["lat"], Double(latitude) != nil { nodes += 1 }
        if element == "tag", attributes["k"] != nil { tags += 1 }
    }
}
