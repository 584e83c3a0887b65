// swift-tools-version: 6.2

// Programs that measure and check the kernel. They are built by scripts/benchmark, check-coverage,
// check-directions, check-elementary, check-platforms, check-random and check-sensitivity, and are no part of the product.

import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "BenchmarkParts",
    dependencies: [.package(name: "DisasterDrill", path: "../..")],
    targets: [
        .executableTarget(
            name: "elementary-probe",
            dependencies: [.product(name: "EventKernel", package: "DisasterDrill")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "kernel-probe",
            dependencies: [
                .product(name: "EventKernel", package: "DisasterDrill"),
                .product(name: "Experiments", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "files-probe",
            dependencies: [
                .product(name: "DrillFiles", package: "DisasterDrill"),
                .product(name: "EventKernel", package: "DisasterDrill"),
                .product(name: "Experiments", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "drill-rows",
            dependencies: [
                .product(name: "EventKernel", package: "DisasterDrill"),
                .product(name: "Experiments", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "route-probe",
            dependencies: [
                .product(name: "DrillFiles", package: "DisasterDrill"),
                .product(name: "EventKernel", package: "DisasterDrill"),
                .product(name: "Experiments", package: "DisasterDrill"),
                .product(name: "Terrain", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "statistics-probe",
            dependencies: [
                .product(name: "Experiments", package: "DisasterDrill"),
                .product(name: "Trials", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "direction-probe",
            dependencies: [
                .product(name: "Directions", package: "DisasterDrill"),
                .product(name: "Reports", package: "DisasterDrill"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "random-battery",
            dependencies: [.product(name: "EventKernel", package: "DisasterDrill")],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
