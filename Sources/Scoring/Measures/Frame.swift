/// What a measure belongs to in the standing frame of evaluation.
public enum Frame: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// 三降: incidents, casualties, loss.
    case down = 0
    /// 三升: public safety, efficiency, satisfaction.
    case up = 1
    /// 两个不发生: no accident of the top grades, no incident of great impact.
    case neither = 2
    /// 四早: detect, report, control, resolve.
    case early = 3
    /// Warning to the last household.
    case warning = 4
    /// Reports up the chain.
    case reporting = 5
    /// Picture against truth.
    case picture = 6
    /// Supplies: enough, found, moved, used.
    case supplies = 7
    /// Teams and orders.
    case teams = 8
    /// The four principles of handling.
    case principles = 9
    /// What was made public.
    case communication = 10
    /// Score and goals.
    case judgement = 11
    /// What deaths are laid to.
    case causesOfDeaths = 12
    /// What late first arrivals are laid to.
    case causesOfLateArrivals = 13
    /// What missed goals are laid to.
    case causesOfMissedGoals = 14

    /// Measures of the frame, in their order of columns.
    public var measures: [Measure] { Measure.allCases.filter { $0.frame == self } }
}

extension Measure {
    /// What the measure belongs to.
    public var frame: Frame {
        switch self {
        case .deaths, .responderDeaths, .seriousInjuries, .slightInjuries, .hospitalAdmissions,
            .trappedRescuedAlive, .secondaryIncidents, .directLossYuan, .incidents,
            .weightedCasualties, .deathsAfterFirstInstant, .collapsedBuildings, .reflares:
            .down
        case .publicSafetyIndex, .personHoursInDanger, .responseEfficiency, .publicSatisfaction:
            .up
        case .incidentGrade, .greatPublicImpact, .rumourFinalShare, .rumourPeakShare, .trustAtEnd:
            .neither
        case .secondsToDetect, .secondsToFirstReport, .secondsToFirstArrival, .secondsToControl,
            .secondsToFireOut, .secondsToResolve:
            .early
        case .warningReachShare, .evacuatedShare, .evacuatedPersons, .movedInVain: .warning
        case .reportsSent, .reportsLost, .secondsToStateReport, .secondsToTargetLevel,
            .deadlinesKeptShare, .dutiesKeptShare, .dueReportsKeptShare, .secondsPerReportHop,
            .firstReportCompleteness, .firstReports, .followUpReports, .verifiedReports,
            .finalReports:
            .reporting
        case .incidentGradeBelieved, .secondsToGradeKnown, .deathCountError, .deathsKnown:
            .picture
        case .secondsToFirstRelease: .communication
        case .unmetDemandShare, .stockouts, .suppliesEnoughShare, .suppliesFoundShare,
            .secondsPerSupplyRun, .suppliesUsedShare:
            .supplies
        case .teamsArrived, .ordersGiven, .contradictoryOrders, .secondsPerTurnout,
            .secondsPerTravel, .teamIdleShare, .longestDutyHours, .lateFirstArrivals:
            .teams
        case .isolationIndex, .handlingIndex, .communicationIndex, .settlementIndex: .principles
        case .score, .goalsMissed, .roboCupRescueScore: .judgement
        default: causeFrame
        }
    }

    private var causeFrame: Frame {
        switch rawValue {
        case Measure.deathsByHazard.rawValue...Measure.deathsByWithdrawal.rawValue:
            .causesOfDeaths
        case Measure.lateArrivalsByDetection.rawValue...Measure.lateArrivalsByTravel.rawValue:
            .causesOfLateArrivals
        default: .causesOfMissedGoals
        }
    }
}
