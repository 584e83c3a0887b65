import EventKernel
import Terrain
import Vocabulary

/// How a gas gets out, drifts and thins.
extension GroundTruth {
    /// Lets a release begin.
    mutating func getsOut(
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let instant = moment.instant
        let fact = moment.record(.began(hazard, secondary: isSecondary(hazard)), because: cause)
        hazards[hazard.index] = .cloud
        clouds[hazard.index].reset(
            receptors: receptors.points.count,
            zones: definition.zones.count,
            teams: teams.count
        )
        func draw(_ law: Distribution, _ purpose: Purpose, atMost most: Double) -> Double {
            min(max(0, instant.sample(law, purpose, hazard.entity)), most)
        }
        let rate = draw(release.kilogramsPerSecond, .outflow, atMost: 1e7)
        let time = draw(release.flow, .outflowTime, atMost: 1e8)
        let inventory = draw(release.inventory, .inventory, atMost: 1e12)
        clouds[hazard.index].kilogramsPerSecond = rate
        clouds[hazard.index].flowSeconds = rate > 0 ? min(time, inventory / rate) : 0
        clouds[hazard.index].lastFact = fact
        let sudden = min(inventory, draw(release.sudden, .fill, atMost: 1e10))
        if sudden > 0 {
            let place = position(of: hazard)
            clouds[hazard.index].slugs.append(
                Slug(
                    kilograms: sudden,
                    head: place,
                    tail: place,
                    headTraveled: 0,
                    tailTraveled: 0,
                    isPuff: true
                )
            )
        }
        alarm(definition.hazards[hazard.index].zone, because: fact, &moment)
        setOff(by: hazard, because: fact, wave: nil, moment.instant)
        var cloud = Cloud()
        swap(&cloud, &clouds[hazard.index])
        schedule(&cloud, hazard, release, moment.now)
        swap(&cloud, &clouds[hazard.index])
    }

    private func position(of hazard: HazardID) -> SIMD2<Double> {
        let position = definition.hazards[hazard.index].position
        return SIMD2(position.eastMeters, position.northMeters)
    }

    /// Schedules the end of the next step: a longer one when nothing drifts any more and gas only lingers
    /// in rooms.
    private mutating func schedule(
        _ cloud: inout Cloud,
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ now: SimTime
    ) {
        let lingers = cloud.slugs.isEmpty && cloud.flowSeconds <= 0
        cloud.stepSeconds = release.stepSeconds * (lingers ? 5 : 1)
        outbox.schedule(
            .hazardChanges(hazard, epoch: cloud.steps),
            at: now + SimDuration(seconds: cloud.stepSeconds),
            .hazard
        )
    }

    /// Follows a cloud over the step that ends now, with what it does to people.
    mutating func cloudDrifts(
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        // Taken out while it is changed, so that nothing is copied.
        var cloud = Cloud()
        swap(&cloud, &clouds[hazard.index])
        defer { swap(&cloud, &clouds[hazard.index]) }
        let step = cloud.stepSeconds
        let middle = moment.now + SimDuration(seconds: -step / 2)
        let (drift, dispersion) = wind(
            at: middle,
            height: release.heightMeters,
            moment.instant.lasting
        )
        advance(&cloud, by: drift * (step / 2), speed: drift)
        emit(&cloud, hazard, for: step / 2, drift)
        breathe(&cloud, release, drift * (step / 2), dispersion)
        advance(&cloud, by: drift * (step / 2), speed: drift)
        emit(&cloud, hazard, for: step / 2, drift)
        joinLastTwo(&cloud)
        expose(&cloud, hazard, release, &moment)
        exposeTeams(&cloud, hazard, release, drift, dispersion, &moment)
        thin(&cloud, release, dispersion)
        cloud.steps += 1
        if goesOn(cloud, release) {
            schedule(&cloud, hazard, release, moment.now)
        } else {
            moment.record(.ceased(hazard), because: cloud.lastFact)
        }
    }

    private func advance(_ cloud: inout Cloud, by way: SIMD2<Double>, speed: SIMD2<Double>) {
        let length = (way * way).sum().squareRoot()
        for index in cloud.slugs.indices {
            cloud.slugs[index].head += way
            cloud.slugs[index].tail += way
            cloud.slugs[index].headTraveled += length
            cloud.slugs[index].tailTraveled += length
        }
    }

    /// Lets out what flows in half a step, as a slug from the source downwind.
    private func emit(
        _ cloud: inout Cloud,
        _ hazard: HazardID,
        for seconds: Double,
        _ drift: SIMD2<Double>
    ) {
        let time = min(seconds, cloud.flowSeconds)
        guard time > 0 else { return }
        cloud.flowSeconds -= time
        let place = position(of: hazard)
        let length = (drift * drift).sum().squareRoot()
        cloud.slugs.append(
            Slug(
                kilograms: cloud.kilogramsPerSecond * time,
                head: place + drift * seconds,
                tail: place + drift * (seconds - time),
                headTraveled: length * seconds,
                tailTraveled: length * (seconds - time),
                isPuff: false
            )
        )
    }

    /// Makes one slug of the two halves that a step has let out.
    private func joinLastTwo(_ cloud: inout Cloud) {
        guard cloud.slugs.count >= 2, let last = cloud.slugs.last, !last.isPuff else { return }
        let before = cloud.slugs[cloud.slugs.count - 2]
        let gap = before.tail - last.head
        guard !before.isPuff, (gap * gap).sum() < 1e-6, isHalf(before, last) else { return }
        cloud.slugs.removeLast()
        cloud.slugs[cloud.slugs.count - 1].kilograms += last.kilograms
        cloud.slugs[cloud.slugs.count - 1].tail = last.tail
        cloud.slugs[cloud.slugs.count - 1].tailTraveled = last.tailTraveled
    }

    private func isHalf(_ before: Slug, _ last: Slug) -> Bool {
        let (old, new) = (before.head - before.tail, last.head - last.tail)
        return (old * old).sum() <= (new * new).sum() * 1.01
    }

    /// Computes the air outdoors and indoors at every receptor, with the load of the step.
    private func breathe(
        _ cloud: inout Cloud,
        _ release: ReleaseDefinition,
        _ halfWay: SIMD2<Double>,
        _ dispersion: Dispersion
    ) {
        for index in cloud.air.indices { cloud.air[index].outdoors = 0 }
        for slug in cloud.slugs {
            spread(smeared(slug, halfWay), release.heightMeters, dispersion, into: &cloud)
        }
        let minutes = cloud.stepSeconds / 60
        let normal = Infiltration.share(
            changesPerHour: release.airChangesPerHour,
            minutes: minutes
        )
        let tight = Infiltration.share(
            changesPerHour: release.shutAirChangesPerHour,
            minutes: minutes
        )
        let open = Infiltration.share(
            changesPerHour: release.airedAirChangesPerHour,
            minutes: minutes
        )
        for index in cloud.air.indices {
            var air = cloud.air[index]
            guard air.outdoors > 0 || air.indoors > 0 || air.shut > 0 else { continue }
            let before = (air.indoors, air.shut)
            air.indoors += (air.outdoors - air.indoors) * normal
            let airs = release.airsAfterwards && air.outdoors < air.shut
            air.shut += (air.outdoors - air.shut) * (airs ? open : tight)
            air.loads = SIMD4(
                load(air.outdoors, minutes, release.substance),
                load((before.0 + air.indoors) / 2, minutes, release.substance),
                load((before.1 + air.shut) / 2, minutes, release.substance),
                0
            )
            cloud.air[index] = air
        }
    }

    private func load(
        _ concentration: Double,
        _ minutes: Double,
        _ substance: SubstanceDefinition
    ) -> Float {
        guard concentration > 1e-15 else { return 0 }
        return Float(substance.load(kilogramsPerCubicMeter: concentration, minutes: minutes))
    }

    /// Returns a puff as the mean over a step sees it: drawn out along the way it drifts.
    private func smeared(_ slug: Slug, _ halfWay: SIMD2<Double>) -> Slug {
        guard slug.isPuff else { return slug }
        var drawn = slug
        drawn.head += halfWay
        drawn.tail -= halfWay
        return drawn
    }

    /// Adds a slug to the air of the zones in its reach.
    private func spread(
        _ slug: Slug,
        _ height: Double,
        _ dispersion: Dispersion,
        into cloud: inout Cloud
    ) {
        let middle = (slug.head + slug.tail) * 0.5
        let axis = slug.head - slug.tail
        let half = (axis * axis).sum().squareRoot() / 2
        let way = max(slug.headTraveled, slug.tailTraveled, 1)
        let sigma =
            slug.isPuff
            ? dispersion.puffSigmaY(atMeters: way) : dispersion.plumeSigmaY(atMeters: way)
        let reach = half + Slug.reach * sigma
        for zone in receptors.zones.indices {
            let area = receptors.zones[zone]
            let (east, north, near) = (area.x - middle.x, area.y - middle.y, reach + area.z)
            guard east * east + north * north < near * near else { continue }
            for index in receptors.starts[zone]..<receptors.starts[zone + 1] {
                cloud.air[index].outdoors += slug.concentration(
                    at: receptors.points[index],
                    dispersion,
                    heightMeters: height
                )
            }
        }
    }

    /// Forgets slugs that harm nobody any more even in their middle, or have left the zones so far behind
    /// that no turn of the wind brings them back.
    private func thin(
        _ cloud: inout Cloud,
        _ release: ReleaseDefinition,
        _ dispersion: Dispersion
    ) {
        let least = release.substance.negligible / 100
        cloud.slugs.removeAll { slug in
            guard slug.tailTraveled > 100 else { return false }
            let middle = (slug.head + slug.tail) * 0.5
            let peak = slug.concentration(at: middle, dispersion, heightMeters: 0)
            let off = middle - SIMD2(receptors.extent.x, receptors.extent.y)
            let axis = slug.head - slug.tail
            let reach =
                (axis * axis).sum().squareRoot()
                + Slug.reach * dispersion.plumeSigmaY(atMeters: slug.headTraveled)
            let isGone =
                (off * off).sum().squareRoot() > receptors.extent.z + reach + Self.returnMeters
            return peak < least || isGone
        }
    }

    /// Distance beyond the last zone from which a slug does not come back [m] -- constant (D).
    private static let returnMeters = 2_000.0

    /// Tells whether anything can still happen: gas flows, drifts or lingers in rooms with people.
    private func goesOn(_ cloud: Cloud, _ release: ReleaseDefinition) -> Bool {
        if cloud.flowSeconds > 0 || !cloud.slugs.isEmpty { return true }
        return cloud.zones.contains { $0.isReached && !$0.isSettled }
    }
}

extension SubstanceDefinition {
    /// Concentration below which nothing is computed [kg/m3] -- derived: that which in eight hours does
    /// not even slightly hurt one in a thousand, or a tenth of the lowest guideline.
    var negligible: Double {
        let load = deadlyLoad(tolerance: 0.001) * loadShare(ofConcentrationShare: slightShare)
        let harmless = unit * Elementary.pow(load / 480, 1 / exponent)
        guard let lowest = guidelines.first, lowest > 0 else { return harmless }
        return min(harmless, lowest / 10)
    }
}
