// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target: warnings are errors, imports are private unless they say otherwise.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of the engine: small functions of one room may be built into another, which makes drills
/// about a tenth faster.
let engineSettings =
    settings + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// One room of the house, the rooms it may look into, and files that the program holds as they are.
func room(
    _ name: String,
    seesInto rooms: [String] = [],
    holding files: [String] = []
) -> Target {
    .target(
        name: name,
        dependencies: rooms.map { .init(stringLiteral: $0) },
        resources: files.map { .embedInCode($0) },
        swiftSettings: engineSettings,
        // Square roots are calls in debug builds.
        linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
    )
}

/// The tests of one room, with the rooms they look into and the folders of files they read.
func tests(
    of name: String,
    seeingInto rooms: [String] = [],
    reading folders: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: ([name, "TestSupport"] + rooms).map { .init(stringLiteral: $0) },
        exclude: folders,
        swiftSettings: settings
    )
}

/// Files of the replay page; scripts in the order in which they run.
let replayPage = [
    "data.js", "words.js", "symbols.js", "camera.js", "ground.js", "map.js", "app.js", "panels.js",
    "charts.js", "main.js", "page.css", "page.html",
]

/// The rooms below the files' door: no Foundation, no threads, no files.
let engine = [
    "EventKernel", "Vocabulary", "Terrain", "GroundTruth", "Situation", "Command", "DrillModel",
]

let package = Package(
    name: "DisasterDrill",
    products: [
        .executable(name: "drill", targets: ["drill"]),
        // For the programs under scripts, which are packages of their own.
        .library(name: "EventKernel", targets: ["EventKernel"]),
        .library(name: "Experiments", targets: ["Experiments", "DrillModel", "Scoring"]),
        .library(name: "DrillFiles", targets: ["DrillFiles"]),
        .library(name: "Reports", targets: ["Reports", "Wording"]),
        .library(name: "Terrain", targets: ["Terrain", "Vocabulary"]),
        .library(name: "Trials", targets: ["Trials"]),
        .library(name: "Directions", targets: ["Directions"]),
    ],
    targets: [
        room("EventKernel"),
        room("Vocabulary", seesInto: ["EventKernel"]),
        room("Terrain", seesInto: ["EventKernel", "Vocabulary"]),
        room("GroundTruth", seesInto: ["EventKernel", "Vocabulary", "Terrain"]),
        room("Situation", seesInto: ["EventKernel", "Vocabulary", "Terrain"]),
        room("Command", seesInto: ["EventKernel", "Vocabulary", "Terrain", "Situation"]),
        room("DrillModel", seesInto: engine.dropLast()),
        room("Scoring", seesInto: ["EventKernel", "Vocabulary"]),
        room(
            "Experiments",
            seesInto: ["EventKernel", "Vocabulary", "Command", "DrillModel", "Scoring"]
        ),
        room("Wording", seesInto: ["EventKernel", "Vocabulary", "Scoring"]),
        room("DrillFiles", seesInto: engine + ["Scoring", "Experiments", "Wording"]),
        room(
            "Reports",
            seesInto: [
                "EventKernel", "Vocabulary", "Terrain", "Scoring", "Experiments", "Wording",
            ],
            holding: replayPage.map { "Replay/Page/" + $0 }
        ),
        .executableTarget(
            name: "drill",
            dependencies: (engine + ["Scoring", "Experiments", "Wording", "DrillFiles", "Reports"])
                .map { .init(stringLiteral: $0) },
            swiftSettings: settings
        ),

        .target(
            name: "TestSupport",
            dependencies: (engine + ["Scoring", "Experiments", "Wording", "DrillFiles"])
                .map { .init(stringLiteral: $0) },
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .target(
            name: "Trials",
            dependencies: ["EventKernel", "Experiments", "Scoring"],
            path: "Tests/Trials",
            swiftSettings: settings
        ),
        .target(
            name: "Directions",
            dependencies: (engine + ["TestSupport", "Wording"]).map { .init(stringLiteral: $0) },
            path: "Tests/Directions",
            swiftSettings: settings
        ),
        tests(of: "EventKernel"),
        tests(of: "Vocabulary", seeingInto: ["EventKernel"]),
        tests(of: "GroundTruth", seeingInto: ["EventKernel", "Vocabulary", "Terrain"]),
        tests(of: "Terrain", seeingInto: ["EventKernel", "Vocabulary"]),
        tests(of: "Situation", seeingInto: ["EventKernel", "Vocabulary", "Terrain"]),
        tests(of: "Command", seeingInto: ["EventKernel", "Vocabulary", "Terrain", "Situation"]),
        tests(
            of: "DrillModel",
            seeingInto: engine.dropLast() + [
                "Scoring", "Experiments", "Wording", "DrillFiles", "Directions",
            ]
        ),
        tests(of: "Scoring", seeingInto: ["EventKernel", "Vocabulary"]),
        tests(of: "Experiments", seeingInto: engine + ["Scoring", "Trials"]),
        tests(
            of: "DrillFiles",
            seeingInto: engine + ["Experiments", "Scoring", "Wording"],
            reading: ["Broken", "Golden", "Small"]
        ),
        tests(
            of: "Reports",
            seeingInto: [
                "EventKernel", "Vocabulary", "Terrain", "GroundTruth", "Situation", "DrillModel",
                "Scoring", "Experiments", "Wording",
            ],
            reading: ["Golden"]
        ),
        .testTarget(
            name: "DrillCommandTests",
            dependencies: ["drill", "DrillFiles", "TestSupport"],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
