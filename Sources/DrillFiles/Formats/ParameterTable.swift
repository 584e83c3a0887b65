import EventKernel
import Wording

/// Parameters of the model as keys of a file: each stands once, with its key, unit, default and
/// source, and is both explained and read from here.
struct ParameterTable<Root> {
    /// A number or draw of the model.
    enum Place {
        case number(WritableKeyPath<Root, Double>)
        case draw(WritableKeyPath<Root, EventKernel.Distribution>)
    }

    /// One parameter.
    struct Entry {
        let place: Place
        /// Size of the file's unit in the model's.
        let unit: Double
        let field: Field
    }

    let usual: Root
    let entries: [Entry]

    /// Fields of the file, with the model's values as defaults.
    var fields: [Field] { entries.map { $0.field } }

    /// Reads all parameters.
    func read(_ value: Checked) -> Root {
        var result = usual
        for entry in entries {
            switch entry.place {
            case .number(let path):
                result[keyPath: path] = value.number(entry.field.key) * entry.unit
            case .draw(let path):
                result[keyPath: path] = value.uncertain(entry.field.key).drawn(times: entry.unit)
            }
        }
        return result
    }
}

/// Makes entries of one table, with the defaults of a usual value.
struct ParameterMaker<Root> {
    let usual: Root

    /// Makes an entry for a number.
    func number(
        _ key: String,
        _ path: WritableKeyPath<Root, Double>,
        in range: NumberRange = .atLeast(0).upTo(1e6),
        unit: Double = 1,
        _ source: (String, Confidence),
        _ english: String,
        _ chinese: String
    ) -> ParameterTable<Root>.Entry {
        ParameterTable.Entry(
            place: .number(path),
            unit: unit,
            field: .defaulted(
                key,
                .number(range, isWhole: false),
                to: DefaultText.of(usual[keyPath: path] / unit),
                source: source.0,
                source.1,
                english,
                chinese
            )
        )
    }

    /// Makes an entry for a share between 0 and 1.
    func share(
        _ key: String,
        _ path: WritableKeyPath<Root, Double>,
        _ source: (String, Confidence),
        _ english: String,
        _ chinese: String
    ) -> ParameterTable<Root>.Entry {
        number(key, path, in: .between(0, 1), source, english, chinese)
    }

    /// Makes an entry for a share between 0 and 1 that may be uncertain.
    func uncertainShare(
        _ key: String,
        _ path: WritableKeyPath<Root, EventKernel.Distribution>,
        _ source: (String, Confidence),
        _ english: String,
        _ chinese: String
    ) -> ParameterTable<Root>.Entry {
        time(key, path, in: .between(0, 1), unit: 1, source, english, chinese)
    }

    /// Makes an entry for a time that may be uncertain.
    func time(
        _ key: String,
        _ path: WritableKeyPath<Root, EventKernel.Distribution>,
        in range: NumberRange = .atLeast(0),
        unit: Double,
        _ source: (String, Confidence),
        _ english: String,
        _ chinese: String
    ) -> ParameterTable<Root>.Entry {
        ParameterTable.Entry(
            place: .draw(path),
            unit: unit,
            field: .defaulted(
                key,
                .uncertain(range, isWhole: false),
                to: DefaultText.of(usual[keyPath: path], per: unit),
                source: source.0,
                source.1,
                english,
                chinese
            )
        )
    }
}

/// Sources of defaults.
enum Origin {
    static let assumption = ("assumption", Confidence.assumed)
    static let triage = ("ACS over- and undertriage targets", Confidence.certain)
    static let breathing = ("NFPA 1584", Confidence.certain)
    static let rogers = ("Rogers and Sorensen 1988, design set", Confidence.assumed)
}
