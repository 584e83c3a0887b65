import Wording

/// Finds the name an author most likely meant.
public enum Nearest {
    /// Longest name that is compared [Unicode scalars] -- constant.
    private static let lengthLimit = 64

    /// Returns the candidate nearest to a misspelled name, or nil where none is near.
    ///
    /// Names that differ only in case, `_`, `-` or blanks are the same to it; otherwise letters
    /// changed, added, left out or swapped are counted, and one in three is too many. Of equally near
    /// candidates the first is taken.
    ///
    /// - Complexity: O(*n* · *m*²) for *n* candidates of length *m*, which is bounded.
    public static func name(to name: String, among candidates: [String]) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= lengthLimit else { return nil }
        var best: String?
        var least = max(1, wanted.count / 3) + 1
        for candidate in candidates where candidate != name {
            let letters = folded(candidate)
            guard letters.count <= lengthLimit, abs(letters.count - wanted.count) < least else {
                continue
            }
            let distance = distance(wanted, letters)
            if distance < least, distance < max(letters.count, wanted.count) {
                least = distance
                best = candidate
            }
        }
        return best
    }

    /// Letters of a name without what does not count, at most one more than is compared.
    private static func folded(_ name: String) -> [UInt32] {
        var letters: [UInt32] = []
        for scalar in name.unicodeScalars where letters.count <= lengthLimit {
            switch scalar {
            case "_", "-", " ": break
            case "A"..."Z": letters.append(scalar.value + 32)
            default: letters.append(scalar.value)
            }
        }
        return letters
    }

    /// Counts the letters to change, add, leave out or swap with their neighbour.
    ///
    /// Restricted Damerau–Levenshtein distance, row by row.
    private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var beforeLast = Array(repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for (row, letter) in left.enumerated() {
            current[0] = row + 1
            for (column, other) in right.enumerated() {
                var cost = last[column] + (letter == other ? 0 : 1)
                cost = min(cost, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count]
    }
}

/// Guesses names as long as its patience lasts, so that a file with millions of unknown names is
/// refused in seconds.
struct Guesser {
    /// Comparisons that are left -- state.
    private var patience = 500_000

    /// Returns the candidate nearest to a misspelled name; nil where none is near, or when patience
    /// is at an end.
    mutating func name(to name: String, among candidates: [String]) -> String? {
        takesAnother(candidates.count) ? Nearest.name(to: name, among: candidates) : nil
    }

    /// Tells whether patience allows for so many comparisons more, and if so uses it up.
    mutating func takesAnother(_ count: Int) -> Bool {
        guard patience >= count else { return false }
        patience -= count
        return true
    }
}
