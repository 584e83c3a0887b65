import Wording

/// Checks of a scenario that need more than one value at a time.
///
/// Works on what was read, whether or not all of it is sound, so that an author sees everything that
/// is wrong in one pass; every check leaves alone what was reported already.
struct ScenarioCheck: FileCheck {
    /// The file as read.
    let root: Checked
    /// Road network beside the file, if it names one and it could be read.
    let network: MapNetwork?
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    let places: Defined
    let zones: Defined
    let sites: Defined
    let hazards: Defined
    let substances: Defined
    let teamTypes: Defined
    let depots: Defined
    let posts: Defined

    init(root: Checked, network: MapNetwork?, diagnostics: Diagnostics) {
        self.root = root
        self.network = network
        self.diagnostics = diagnostics
        places = Defined(root.value("map").list("places"))
        zones = Defined(root.list("zones"))
        sites = Defined(root.list("sites"))
        hazards = Defined(root.list("hazards"))
        substances = Defined(root.list("substances"))
        teamTypes = Defined(root.list("teamTypes"))
        depots = Defined(root.list("depots"))
        posts = Defined(root.list("posts"))
    }

    /// Runs all checks.
    mutating func run() {
        checkTimes()
        checkSizes()
        checkChains()
        checkRoads()
        checkReachability()
        checkHazards()
        checkSubstances()
        checkInformation()
        checkInjects()
        checkGoals()
        checkOpinion()
    }
}

/// Things of one kind that a file defines, with their names.
struct Defined {
    /// In the order of the file.
    let values: [Checked]
    private var indexes: [String: Int] = [:]

    init(_ values: [Checked]) {
        self.values = values
        for (index, value) in values.enumerated() {
            guard let id = value.sound("id")?.text(), indexes[id] == nil else { continue }
            indexes[id] = index
        }
    }

    /// Returns the place in the list of what a reference names, or nil where the reference or the
    /// definition could not be read.
    func index(of reference: Checked?) -> Int? {
        guard let reference, reference.isSound else { return nil }
        return indexes[reference.text()]
    }

    /// Returns what a reference names, or nil.
    subscript(reference: Checked?) -> Checked? {
        index(of: reference).map { values[$0] }
    }
}

extension Checked {
    /// Returns what stands under a key if it is there and nothing is wrong with it, or nil.
    func sound(_ key: String) -> Checked? {
        guard let value = optional(key), value.isSound else { return nil }
        return value
    }
}
