public import Vocabulary

/// What can happen in the world by itself, once scheduled.
///
/// Events name things by number. An event whose `epoch` is no longer that of the thing it concerns
/// is outdated and does nothing.
public enum GroundTruthEvent: BitwiseCopyable, Sendable {
    // Hazards and sites
    /// A hazard begins: runs away, explodes, ignites.
    case hazardBegins(HazardID, because: FactID)
    /// Something that was foreseen for a hazard is due; its meaning and that of the epoch are the
    /// hazard's own.
    case hazardChanges(HazardID, epoch: Int32)
    /// Something that was foreseen for a site is due: a stock runs dry, a fire is out.
    case siteChanges(SiteID, epoch: Int32)
    /// The stock-keeper of a site looks round.
    case siteLook(SiteID)
    /// A sensor reads for the so many-th time.
    case sensorReads(SensorID, ordinal: Int32)

    // People
    /// A witness calls.
    case witnessCalls(ZoneID, caller: Int32, because: FactID)
    /// Staff of an enterprise notice what has happened.
    case staffNotice(Int32, because: FactID)
    /// The last household that leaves a zone on a warning has left.
    case zoneClears(ZoneID, because: FactID)
    /// Those nearby have helped a casualty.
    case helped(casualty: Int32, epoch: Int32)
    /// A walking casualty sets out.
    case setsOut(casualty: Int32, epoch: Int32)
    /// A casualty dies.
    case succumbs(casualty: Int32, epoch: Int32)
    /// A casualty who lies in the heat of a fire has had more than a person bears, if the fire has not
    /// gone out in the meantime.
    case burns(casualty: Int32, epoch: Int32, HazardID, timesOut: Int32)
    /// A casualty reaches the collection point.
    case collected(casualty: Int32)
    /// Field treatment of a casualty ends.
    case treated(casualty: Int32, supplied: Bool)
    /// A casualty reaches a hospital by private means, or sent on from another.
    case reachesHospital(casualty: Int32, HospitalID)
    /// A patient leaves the bed.
    case leavesBed(casualty: Int32)
    /// A place of definitive care becomes free.
    case careEnds(HospitalID)
    /// What a hospital holds in reserve is open.
    case opensReserve(HospitalID)

    // Teams
    /// The search of a zone reaches the next casualty or the end of the sweep.
    case searchAdvances(ZoneID, epoch: Int32)
    /// A team is ready to leave its station.
    case turnedOut(TeamID, epoch: Int32)
    /// A team arrives where it was going.
    case arrives(TeamID, epoch: Int32)
    /// A team has gone into action at its target.
    case deployed(TeamID, epoch: Int32)
    /// A team must rest, or its rest is over.
    case spellEnds(TeamID, epoch: Int32)
    /// A piece of work of a team ends: somebody freed, casualties loaded or handed over.
    case workEnds(TeamID, epoch: Int32)

    // Supplies
    /// A depot's standing request is before the depot that is asked.
    case supplyRequested(Int32, because: FactID)
    /// A convoy is loaded.
    case convoyLoaded(ConvoyID)
    /// A convoy arrives.
    case convoyArrives(ConvoyID)

    // Public opinion
    /// A rumour moves on: by one meeting, or by all of a step of time.
    case rumourMoves(epoch: Int32)
}
