import EventKernel

/// SIR epidemic in a closed group, each person's infection and recovery an event of its own.
///
/// The general stochastic epidemic of Bartlett (1949): an infectious person meets the others at rate β,
/// evenly, and recovers at rate γ = 1. The next infection is drawn anew, and its event moved, whenever
/// its rate changes; so the model tries tickets as much as streams.
final class Epidemic {
    private enum Event: BitwiseCopyable {
        case infection
        case recovery
    }

    private var calendar = EventCalendar<Event>()
    private let key: DrillKey
    private var infections: RandomStream
    private var next: EventTicket?
    private var infected: UInt64 = 0

    private let contactRate: Double
    private let persons: Int
    private(set) var susceptible: Int
    private(set) var infectious = 0

    /// Mean duration of the illness [s]; only ratios of rates matter -- constant.
    private static let meanIllness = 1e6

    init(drill: UInt64, contactRate: Double, persons: Int) {
        key = DrillKey(seed: 112, drill: drill)
        infections = RandomStream(key, purpose: 1, entity: 0)
        self.contactRate = contactRate
        self.persons = persons
        susceptible = persons
        infect()
    }

    /// Runs until nobody is infectious.
    ///
    /// - Returns: How many the first person's illness has spread to.
    func run() -> Int {
        while infectious > 0, let event = calendar.next() {
            switch event {
            case .infection: infect()
            case .recovery: infectious -= 1
            }
            moveInfection()
        }
        return persons - 1 - susceptible
    }

    private func infect() {
        susceptible -= 1
        infectious += 1
        infected += 1
        let draw = RandomStream.uniform(key, purpose: 2, entity: infected, index: 0)
        let illness = Distribution.exponential(mean: Self.meanIllness).quantile(draw)
        calendar.schedule(.recovery, at: calendar.now + SimDuration(seconds: illness), rank: 0)
        if infected == 1 { moveInfection() }
    }

    /// Draws the instant of the next infection by the present rate; exponential laws do not remember.
    private func moveInfection() {
        let rate = contactRate * Double(susceptible * infectious) / Double(persons)
        let delay =
            rate > 0
            ? SimDuration(
                seconds: Distribution.exponential(mean: Self.meanIllness / rate)
                    .quantile(infections.uniform())
            ) : SimDuration.never
        let time = calendar.now + delay
        if let next, let moved = calendar.reschedule(next, at: time, rank: 1) {
            self.next = moved
        } else {
            next = calendar.scheduleCancellable(.infection, at: time, rank: 1)
        }
    }
}
