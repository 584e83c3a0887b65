import EventKernel
import Vocabulary

/// What the facts about a team say of where it is.
extension TrackFold {
    /// A team says what it does; from most changes this is the only trace.
    mutating func report(_ team: TeamID, _ status: TeamStatus?, _ fact: Fact) {
        let station = scene.register.teams[team.index].station
        handOverUnseen(team, before: fact)
        switch (status, state(of: team)) {
        case (.ready, _): add(team, .station, .place(station), fact)
        case (.underWay, .station): add(team, .turningOut, .place(station), fact)
        case (.underWay, .free):
            if let site = minds[team.index].next?.site { leave(team, for: site, fact) }
        case (.free, .deploying), (.free, .working), (.free, .carrying), (.free, .atHospital),
            (.free, .comingBack):
            becomeFree(team, fact)
        case (.working, .free), (.working, .comingBack):
            if state(of: team) == .comingBack { becomeFree(team, fact) }
            minds[team.index].deploysFrom = (fact.time, fact.id)
        case (.returning, .returning): break
        case (.returning, _): goHome(team, fact)
        default: break
        }
    }

    mutating func turnOut(_ team: TeamID, _ fact: Fact) {
        guard let site = minds[team.index].next?.site else { return }
        minds[team.index].site = site
        drive(
            team,
            .underWay,
            from: scene.register.teams[team.index].station,
            to: staging(site),
            fact
        )
    }

    /// Leaves a site for another.
    private mutating func leave(_ team: TeamID, for site: SiteID, _ fact: Fact) {
        guard let old = minds[team.index].site, old != site else { return }
        minds[team.index].site = site
        drive(team, .underWay, from: staging(old), to: staging(site), fact)
    }

    mutating func arrive(_ team: TeamID, at site: SiteID, _ fact: Fact) {
        if state(of: team) == .free, let old = minds[team.index].site, old != site,
            let since = tracks[team.index].stretches.last?.time
        {
            // It left its work for another site without a word.
            minds[team.index].trips += 1
            if let way = roads.way(from: staging(old), to: staging(site)) {
                add(team, .underWay, .way(way), at: since, until: fact.time, fact)
            }
        }
        minds[team.index].site = site
        minds[team.index].way = nil
        add(team, .free, .place(staging(site)), fact)
    }

    mutating func becomeFree(_ team: TeamID, _ fact: Fact) {
        minds[team.index].deploysFrom = nil
        minds[team.index].way = nil
        guard let site = minds[team.index].site else { return }
        add(team, .free, .place(staging(site)), fact)
    }

    mutating func goHome(_ team: TeamID, _ fact: Fact) {
        guard let site = minds[team.index].site else { return }
        drive(
            team,
            .returning,
            from: staging(site),
            to: scene.register.teams[team.index].station,
            fact
        )
    }

    /// A team goes into action and is at its target.
    mutating func begin(_ team: TeamID, _ task: Task, _ fact: Fact) {
        let base = staging(task.site)
        let (zone, hazard) = Self.target(of: task)
        minds[team.index].site = task.site
        if let deploys = minds[team.index].deploysFrom, deploys.time < fact.time,
            zone != nil || hazard != nil
        {
            let start = Fact(id: deploys.fact, cause: .none, time: deploys.time, content: .started)
            let place = Track.Place.approach(base, zone: zone, hazard: hazard)
            add(team, .deploying, place, task: task, until: fact.time, start)
        }
        minds[team.index].deploysFrom = nil
        let place: Track.Place =
            zone.map { .zone($0) } ?? hazard.map { .hazard($0) } ?? .place(base)
        add(team, .working, place, task: task, fact)
    }

    private static func target(of task: Task) -> (ZoneID?, HazardID?) {
        switch task.kind {
        case .search, .evacuate: task.target >= 0 ? (task.zone, nil) : (nil, nil)
        case .suppress, .cool: task.target >= 0 ? (nil, task.hazard) : (nil, nil)
        case .stage, .treat, .carry, .pump, .survey, .refill, .release: (nil, nil)
        }
    }

    // MARK: On the road

    private mutating func drive(
        _ team: TeamID,
        _ state: Track.State,
        from start: PlaceID,
        to end: PlaceID,
        at time: SimTime? = nil,
        _ fact: Fact
    ) {
        let trips = minds[team.index].trips
        let factor = max(
            0,
            instant.sample(scene.times.travelFactor, .travel, team.entity(trips))
        )
        minds[team.index].trips += 1
        minds[team.index].factor = factor
        minds[team.index].destination = end
        setOut(team, state, from: start, at: time ?? fact.time, fact)
    }

    private mutating func setOut(
        _ team: TeamID,
        _ state: Track.State,
        from start: PlaceID,
        at time: SimTime,
        _ fact: Fact
    ) {
        minds[team.index].setOut = time
        minds[team.index].roadState = state
        guard let end = minds[team.index].destination, let way = roads.way(from: start, to: end)
        else {
            minds[team.index].way = nil
            add(team, .held, .place(start), at: time, fact)
            return
        }
        minds[team.index].way = way
        minds[team.index].times = roads.times(of: way)
        let arrival = time + roads.time(of: way) * minds[team.index].factor
        add(team, state, .way(way), at: time, until: arrival, fact)
    }

    /// Roads have changed: from the next place on the way is another one.
    ///
    /// As crews do: on a road that has been closed they turn round to where they entered it, on one
    /// whose speed has changed they go on at the new speed.
    mutating func reroute(
        _ team: TeamID,
        isHeld: Bool,
        turnsRound: Bool = false,
        _ fact: Fact
    ) {
        let mind = minds[team.index]
        guard let last = tracks[team.index].stretches.last else { return }
        guard let way = mind.way else {
            if case .place(let place) = last.place, !isHeld {
                setOut(team, mind.roadState, from: place, at: max(fact.time, last.time), fact)
            }
            return
        }
        guard let driven = mind.driven(at: fact.time) else { return }
        tracks[team.index].stretches.removeLast()
        let road = roads.ways[way].roads[driven.number]
        let time = roads.time(on: road)
        let old = mind.times[driven.number]
        let leaves: SimTime
        let begun: Int
        if time.isNever || turnsRound {
            begun = roads.way(way, first: driven.number)
            leaves = fact.time + (fact.time - driven.entered)
            passes(team, begun, last, until: driven.entered)
            add(team, last.state, .place(roads.end(of: begun)), at: driven.entered, fact)
        } else {
            begun = roads.way(way, first: driven.number + 1)
            let rest = driven.leaves - fact.time
            leaves =
                old == time || old == .zero
                ? driven.leaves : fact.time + rest * (time.seconds / old.seconds)
            passes(team, begun, last, until: leaves)
        }
        let place = roads.end(of: begun)
        if isHeld {
            minds[team.index].way = nil
            add(team, .held, .place(place), at: leaves, fact)
        } else {
            setOut(team, mind.roadState, from: place, at: leaves, fact)
        }
    }

    /// A team on the road makes for another site, or for home.
    mutating func divert(_ team: TeamID, to site: SiteID?, turnsRound: Bool, _ fact: Fact) {
        minds[team.index].destination =
            site.map { staging($0) } ?? scene.register.teams[team.index].station
        minds[team.index].roadState = site == nil ? .returning : .underWay
        if let site { minds[team.index].site = site }
        reroute(team, isHeld: false, turnsRound: turnsRound, fact)
    }

    /// Puts a stretch along the part of a way that was driven in place of the whole way.
    private mutating func passes(
        _ team: TeamID,
        _ begun: Int,
        _ whole: Track.Stretch,
        until: SimTime
    ) {
        guard !roads.ways[begun].roads.isEmpty else { return }
        var part = Track.Stretch(
            time: whole.time,
            state: whole.state,
            place: .way(begun),
            task: whole.task,
            fact: whole.fact
        )
        part.until = until
        tracks[team.index].stretches.append(part)
    }

    // MARK: Carrying casualties

    /// A casualty is taken on board; with the first one loading begins.
    mutating func load(_ team: TeamID, _ person: PersonID, _ fact: Fact) {
        carry(person, with: team)
        guard minds[team.index].passenger == nil, let site = minds[team.index].site,
            case .departed(_, let hospital, _) = fact.content
        else { return }
        minds[team.index].passenger = person
        minds[team.index].hospital = hospital
        let loading = instant.duration(scene.times.loading, .ambulanceLoading, person.entity)
        drive(
            team,
            .carrying,
            from: staging(site),
            to: scene.register.hospitals[hospital.index].place,
            at: fact.time + loading,
            fact
        )
    }

    /// Hands over casualties of whom none came alive, which leaves no fact: when the way was to end.
    private mutating func handOverUnseen(_ team: TeamID, before fact: Fact) {
        guard state(of: team) == .carrying, let last = tracks[team.index].stretches.last,
            last.until < fact.time, let hospital = minds[team.index].hospital
        else { return }
        let arrival = Fact(id: last.fact, cause: .none, time: last.until, content: .started)
        arriveAtHospital(team, hospital, arrival)
    }

    /// Casualties are handed over; then the team goes back to the site.
    mutating func arriveAtHospital(_ team: TeamID, _ hospital: HospitalID, _ fact: Fact) {
        minds[team.index].passenger = nil
        let place = scene.register.hospitals[hospital.index].place
        add(team, .atHospital, .place(place), fact)
        let handover = instant.duration(
            scene.times.handover,
            .ambulanceHandover,
            team.entity(minds[team.index].trips)
        )
        guard let site = minds[team.index].site else { return }
        drive(team, .comingBack, from: place, to: staging(site), at: fact.time + handover, fact)
    }
}
