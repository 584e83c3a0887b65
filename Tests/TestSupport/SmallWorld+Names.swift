public import Wording

extension SmallWorld {
    /// Names of everything in the small world, for records that are read by people.
    public static var names: ScenarioNames {
        func list(_ ids: [String]) -> [Name] {
            ids.map { Name(id: $0, title: Bilingual(verbatim: $0)) }
        }
        var names = ScenarioNames()
        names.places = list(["staging", "station", "hospital", "depot"])
        names.zones = list(["plant", "village"])
        names.sites = list(["site"])
        names.hazards = list(["blast", "tank-1", "tank-2"])
        names.teams = list(
            (1...6).map { "fire-\($0)" } + ["medical"] + (1...3).map { "ambulance-\($0)" }
        )
        names.depots = list(["site-stock", "depot"])
        names.hospitals = list(["hospital"])
        names.posts = list(["firm", "centre", "county", "province", "scene"])
        names.rules = list(["first-alarm", "county-response", "county-foam"])
        return names
    }
}
