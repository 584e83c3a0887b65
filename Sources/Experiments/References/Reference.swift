import Command
import DrillModel
public import Scoring

/// A response with which that of a plan is compared under the same luck.
public enum Reference: CaseIterable, Sendable {
    /// Nobody is sent; people help themselves and each other (无响应).
    case noResponse
    /// The plan, with information that is complete, right and at once; never a plan that sees the
    /// truth (理想响应).
    case idealResponse
}

extension Setup {
    /// Returns the design point of a reference to this one: the same scenario, people and luck.
    public func reference(_ reference: Reference) -> Setup {
        var setup = self
        switch reference {
        case .noResponse: setup.plan = plan.withoutResponse
        case .idealResponse:
            setup.scenario = scenario.withPerfectInformation
            setup.plan = plan.withHonestReports
        }
        return setup
    }
}

/// What a plan does against its references, drill by drill under the same luck.
public struct ReferenceComparison: Sendable {
    /// A measure of the plan beside the same of both references.
    public struct Line: Sendable {
        /// The measure.
        public let measure: Measure
        /// Of the plan.
        public let plan: MeasureSummary
        /// Without any response.
        public let noResponse: MeasureSummary
        /// With ideal information.
        public let idealResponse: MeasureSummary
        /// Without any response minus the plan: what the plan spares.
        public let spared: PairedSummary
        /// The plan minus ideal response: what better information could still spare.
        public let preventable: PairedSummary
        /// Sum over the drills of the plan.
        let sum: Double
        /// Sum over the drills without any response.
        let sumWithoutResponse: Double

        /// Compares the values of a measure, drill by drill.
        ///
        /// - Precondition: All are equally many, at least one, in the order of drills.
        public init(
            _ measure: Measure,
            plan own: [Double],
            noResponse none: [Double],
            idealResponse ideal: [Double]
        ) {
            self.measure = measure
            plan = MeasureSummary(own)
            noResponse = MeasureSummary(none)
            idealResponse = MeasureSummary(ideal)
            spared = PairedSummary(none, baseline: own)
            preventable = PairedSummary(own, baseline: ideal)
            sum = own.reduce(0, +)
            sumWithoutResponse = none.reduce(0, +)
        }
    }

    /// Measures compared, the deaths first.
    public let lines: [Line]
    /// 1 − person-hours in danger over those without any response, of all drills together [0…1]; nil
    /// where nobody was ever in danger (公共安全指数, D).
    public let publicSafetyIndex: Double?

    /// Measures that are compared with references.
    public static let measures: [Measure] = [
        .deaths, .deathsAfterFirstInstant, .seriousInjuries, .personHoursInDanger,
        .trappedRescuedAlive,
    ]

    /// Joins the lines of a comparison, one a measure.
    public init(_ lines: [Line]) {
        self.lines = lines
        let danger = lines.first { $0.measure == .personHoursInDanger }
        publicSafetyIndex = danger.flatMap { line in
            line.sumWithoutResponse > 0 ? 1 - line.sum / line.sumWithoutResponse : nil
        }
    }
}
