import EventKernel

/// Channels of reports, field by field, so that what is read for a report is no more than it needs.
struct ChannelTable: Sendable {
    /// Time to compile and approve a report [s], by channel.
    let preparation: [Distribution]
    /// Time on the way [s], by channel.
    let transmission: [Distribution]
    /// Time until the receiver has taken it in [s], by channel.
    let processing: [Distribution]
    /// What is not drawn, by channel.
    let numbers: [Numbers]

    /// Numbers of a channel.
    struct Numbers: BitwiseCopyable, Sendable {
        /// Shortest time from one report to the next [s].
        let rhythmSeconds: Double
        /// Chance that a message is lost [0…1].
        let loss: Double
        /// Spread of clerical errors in counts, standard deviation of the logarithm.
        let distortionSigma: Double
        /// Time after which a lost message is missed and sent again [s].
        let acknowledgmentSeconds: Double
    }

    /// Takes channels apart.
    init(_ channels: [ChannelDefinition]) {
        preparation = channels.map { $0.preparation }
        transmission = channels.map { $0.transmission }
        processing = channels.map { $0.processing }
        numbers = channels.map { channel in
            Numbers(
                rhythmSeconds: channel.rhythmSeconds,
                loss: channel.loss,
                distortionSigma: channel.distortionSigma,
                acknowledgmentSeconds: channel.acknowledgmentSeconds
            )
        }
    }
}
