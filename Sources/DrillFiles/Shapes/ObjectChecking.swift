extension Checker {
    /// Checks an object and reads its fields, filling in defaults.
    mutating func checkObject(_ node: SyntaxNode, _ shape: ObjectShape) -> Checked {
        guard node.kind == .object else { return mismatch(node, .object(shape)) }
        let errors = diagnostics.errorCount
        var values = [Checked?](repeating: nil, count: shape.fields.count)
        var isSound = !node.isDamaged
        let matches = shape.match(node, with: &guesser)
        if isOfAnotherVersion(matches, shape) { return .broken(node) }
        for match in matches {
            report(match, among: matches, in: shape)
            if let field = match.field {
                values[field] = check(match, as: shape.fields[field])
            }
        }
        if !node.isDamaged {
            checkAlternatives(matches, of: node, shape)
        }
        for (index, field) in shape.fields.enumerated() where values[index] == nil {
            values[index] = standIn(for: field, in: node)
        }
        noteConfidence(of: node, shape, values)
        isSound =
            isSound && diagnostics.errorCount == errors
            && values.allSatisfy { $0?.isSound ?? true }
        return Checked(.object(shape, values), node, isSound: isSound)
    }

    /// Reports a version of the format that we do not read; all else in the file is then unknown.
    private mutating func isOfAnotherVersion(
        _ matches: [MemberMatch],
        _ shape: ObjectShape
    ) -> Bool {
        for match in matches {
            guard let field = match.field, case .version(let version) = shape.fields[field].shape,
                let given = match.node.integer, given != Int64(version)
            else {
                continue
            }
            diagnostics.error(.unknownVersion(match.node, version))
            return true
        }
        return false
    }

    private mutating func check(_ match: MemberMatch, as field: Field) -> Checked {
        switch match.reading {
        // A value in another unit would only be measured against the wrong range.
        case .otherUnit, .withoutUnit: return .broken(match.node)
        case .exact, .misspelled, .unknown, .reported: break
        }
        let outerUnit = unit
        unit = field.unit
        path.enter(field.key)
        defer {
            unit = outerUnit
            path.leave()
        }
        return check(match.node, as: field.shape)
    }

    /// Returns what holds where a key is left out: its default, or nothing.
    private mutating func standIn(for field: Field, in object: SyntaxNode) -> Checked? {
        switch field.presence {
        case .optional, .alternative:
            return nil
        case .required:
            // What could not be read may be what is missing.
            if !object.isDamaged { diagnostics.error(.missingKey(field, in: object)) }
            return .broken(object)
        case .defaulted(let usual):
            path.enter(field.key)
            assume(usual, in: object)
            path.leave()
            return usual.value
        }
    }

    /// Lists a default among the assumptions, and where it is an object those that its keys have.
    private mutating func assume(_ usual: Default, in object: SyntaxNode) {
        assumptions.add(usual, at: path, in: object)
        guard case .object(let shape, _) = usual.value.content else { return }
        for field in shape.fields {
            guard case .defaulted(let inner) = field.presence else { continue }
            path.enter(field.key)
            assume(inner, in: object)
            path.leave()
        }
    }

    /// Sees to it that exactly one of the alternatives is there.
    private mutating func checkAlternatives(
        _ matches: [MemberMatch],
        of node: SyntaxNode,
        _ shape: ObjectShape
    ) {
        let alternatives = shape.alternatives
        guard !alternatives.isEmpty else { return }
        let present = matches.filter { match in
            match.field.map { shape.fields[$0].isAlternative } ?? false
        }
        guard let first = present.first else {
            // An unknown key was reported along with the keys that are expected.
            let hasUnknown = matches.contains { $0.field == nil }
            if !hasUnknown { diagnostics.error(.noAlternative(alternatives, in: node)) }
            return
        }
        for other in present.dropFirst() {
            diagnostics.error(.secondAlternative(other, besides: first))
        }
    }

    /// Takes down that the author does not vouch for the values of an object.
    private mutating func noteConfidence(
        of node: SyntaxNode,
        _ shape: ObjectShape,
        _ values: [Checked?]
    ) {
        guard
            let confidence = text(Field.confidenceKey, shape, values)
                .flatMap(Confidence.init(rawValue:)), confidence.isWeak
        else {
            return
        }
        let source = text(Field.sourceKey, shape, values) ?? ""
        assumptions.add(node, source: source, confidence, at: path)
    }

    private func text(_ key: String, _ shape: ObjectShape, _ values: [Checked?]) -> String? {
        guard let index = shape.fields.firstIndex(where: { $0.key == key }),
            case .text(let text)? = values[index]?.content
        else {
            return nil
        }
        return text
    }

    /// Reports a key that is not quite, or not at all, one of the shape.
    private mutating func report(
        _ match: MemberMatch,
        among matches: [MemberMatch],
        in shape: ObjectShape
    ) {
        switch match.reading {
        case .exact, .reported: return
        case .misspelled, .unknown:
            diagnostics.error(.unknownKey(match, among: matches, in: shape))
        case .otherUnit(let unit):
            guard let field = match.field else { return }
            diagnostics.error(.wrongUnit(match, unit, shape.fields[field]))
        case .withoutUnit:
            guard let field = match.field else { return }
            diagnostics.error(.missingUnit(match, shape.fields[field]))
        }
    }
}
