import EventKernel

/// A way to take numbers from keyed streams: what becomes of two draws that follow each other.
///
/// A batch never takes a long run from one stream. What matters is that draws whose keys are
/// neighbours look as independent as draws of one stream.
enum NumberSource: String, CaseIterable, Sendable {
    /// One stream, drawn in turn.
    case indices = "one stream in turn"
    /// The first draw of entity after entity.
    case entities = "entity after entity"
    /// The first draw of purpose after purpose, then of the next entity.
    case purposes = "purpose after purpose"
    /// The first draw of drill after drill.
    case drills = "drill after drill"
    /// The first draw of seed after seed.
    case seeds = "seed after seed"
    /// Two draws of entity after entity.
    case pairs = "two draws of entity after entity"
    /// Draws of entities whose numbers differ in high bits alone, as packed numbers do.
    case packed = "entities that differ in high bits"

    /// Returns 64-bit numbers.
    func bits(_ count: Int) -> [UInt64] {
        var stream = RandomStream(DrillKey(seed: 0, drill: 0), purpose: 1, entity: 0)
        return (0..<UInt64(count)).map { place in
            self == .indices ? stream.bits() : draw(place)
        }
    }

    private func draw(_ place: UInt64) -> UInt64 {
        let key = DrillKey(seed: 0, drill: 0)
        var stream =
            switch self {
            case .indices, .entities: RandomStream(key, purpose: 1, entity: place)
            case .purposes:
                RandomStream(key, purpose: UInt16(place & 0xFFFF), entity: place >> 16)
            case .drills: RandomStream(DrillKey(seed: 0, drill: place), purpose: 1, entity: 0)
            case .seeds: RandomStream(DrillKey(seed: place, drill: 0), purpose: 1, entity: 0)
            case .pairs: RandomStream(key, purpose: 1, entity: place >> 1)
            case .packed: RandomStream(key, purpose: 1, entity: place << 40)
            }
        if self == .pairs, place & 1 == 1 { _ = stream.bits() }
        return stream.bits()
    }
}
