import Wording

/// One member of an object in a file, and the field it stands for.
struct MemberMatch {
    /// How a key fits.
    enum Reading {
        /// It is the key of the field.
        case exact
        /// It is nearly the key of the field.
        case misspelled
        /// It says the same in another unit.
        case otherUnit(KeyUnit)
        /// It says the same without a unit, or with one that we do not know.
        case withoutUnit
        /// It stands for no field.
        case unknown
        /// It was there before, or could not be read; reported already.
        case reported
    }

    let node: SyntaxNode
    let key: String

    /// Index of the field it stands for, or nil.
    let field: Int?

    let reading: Reading
}

extension ObjectShape {
    /// Finds for every member of an object the field it stands for.
    ///
    /// A misspelled key is read as the field it must mean, unless that one is there as well, so that
    /// one slip of the pen does not hide what stands behind it.
    func match(_ node: SyntaxNode, with guesser: inout Guesser) -> [MemberMatch] {
        var isTaken = Array(repeating: false, count: fields.count)
        var matches: [MemberMatch] = []
        var strangers: [Int] = []
        for member in node.children {
            guard let key = member.key else {
                matches.append(MemberMatch(node: member, key: "", field: nil, reading: .reported))
                continue
            }
            let field = fields.firstIndex { $0.key == key }
            if let field, !isTaken[field] {
                isTaken[field] = true
                matches.append(MemberMatch(node: member, key: key, field: field, reading: .exact))
            } else {
                if field == nil { strangers.append(matches.count) }
                matches.append(MemberMatch(node: member, key: key, field: nil, reading: .reported))
            }
        }
        for index in strangers {
            let match = guess(matches[index], isTaken, &guesser)
            if let field = match.field { isTaken[field] = true }
            matches[index] = match
        }
        return matches
    }

    /// Fields that may still be written: of alternatives none when one is there.
    func free(besides isTaken: [Bool]) -> [Int] {
        let hasAlternative = fields.indices.contains { isTaken[$0] && fields[$0].isAlternative }
        return fields.indices.filter { index in
            !isTaken[index] && !(hasAlternative && fields[index].isAlternative)
        }
    }

    /// Guesses the field an unknown key means, among those that are not there.
    private func guess(
        _ match: MemberMatch,
        _ isTaken: [Bool],
        _ guesser: inout Guesser
    ) -> MemberMatch {
        let free = free(besides: isTaken)
        if let (field, reading) = unitReading(of: match.key, among: free, &guesser) {
            return MemberMatch(node: match.node, key: match.key, field: field, reading: reading)
        }
        let name = guesser.name(to: match.key, among: free.map { fields[$0].key })
        let field = free.first { fields[$0].key == name }
        return MemberMatch(
            node: match.node,
            key: match.key,
            field: field,
            reading: field == nil ? .unknown : .misspelled
        )
    }

    /// Finds the field whose quantity a key names with another unit, or with none.
    private func unitReading(
        of key: String,
        among free: [Int],
        _ guesser: inout Guesser
    ) -> (field: Int, reading: MemberMatch.Reading)? {
        guard guesser.takesAnother(KeyUnit.all.count) else { return nil }
        let key = Self.camelCased(key)
        let ending = KeyUnit.ending(key)
        let stem = (ending?.stem ?? key).lowercased()
        for index in free where !fields[index].stem.isEmpty {
            let wanted = fields[index].stem
            if let unit = ending?.unit {
                guard stem == wanted, unit != fields[index].unit else { continue }
                return (index, .otherUnit(unit))
            }
            // Behind the stem nothing, or an abbreviated unit: `speed`, `speedKmh`.
            let rest = key.dropFirst(wanted.count)
            let isUnit = rest.isEmpty || rest.count <= 4 && rest.first?.isUppercase == true
            if stem.hasPrefix(wanted), isUnit { return (index, .withoutUnit) }
        }
        return nil
    }

    /// Turns `speed_meters_per_second` into `speedMetersPerSecond`.
    private static func camelCased(_ key: String) -> String {
        let words = key.prefix(100).split { $0 == "_" || $0 == "-" || $0 == " " }
        guard words.count > 1 else { return key }
        return words[0]
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined()
    }
}
