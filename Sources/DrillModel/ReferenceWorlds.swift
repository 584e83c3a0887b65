public import Command
import EventKernel
import GroundTruth
import Situation

/// Worlds with which a response is compared, under the same luck.
extension Scenario {
    /// The scenario with information that is complete, right and at once: no delay of observing,
    /// reporting, taking calls, verifying and ordering, no loss and no error.
    ///
    /// Posts still decide in their time and on what they are told; nobody sees the truth. Crews still
    /// turn out, travel and work as they do.
    public var withPerfectInformation: Scenario {
        var scenario = self
        scenario.situation = situation.perfected
        scenario.truth.witnessDelay = .constant(0)
        scenario.truth.alarmDelay = .zero
        scenario.truth.guessSigma = 0
        for index in scenario.truth.staff.indices {
            scenario.truth.staff[index].delay = .constant(0)
        }
        return scenario
    }
}

extension Plan {
    /// The plan of no response: nobody decides anything, and nobody is sent.
    public var withoutResponse: Plan {
        var plan = self
        plan.rules = []
        plan.tasks = []
        return plan
    }

    /// The plan as it is carried out by people who neither hesitate nor conceal.
    public var withHonestReports: Plan {
        var plan = self
        for index in plan.reporting.hesitation.indices {
            plan.reporting.hesitation[index].time = nil
        }
        for index in plan.reporting.concealedShare.indices {
            plan.reporting.concealedShare[index] = 0
        }
        return plan
    }
}

extension SituationDefinition {
    fileprivate var perfected: SituationDefinition {
        var situation = self
        for index in situation.links.indices {
            situation.links[index].channel = ChannelDefinition()
        }
        for index in situation.posts.indices { situation.posts[index] = posts[index].perfected }
        situation.staff = ChannelDefinition()
        situation.radio = ChannelDefinition()
        situation.hospitals = ChannelDefinition()
        situation.depots = ChannelDefinition()
        situation.sensors = ChannelDefinition()
        return situation
    }
}

extension PostDefinition {
    fileprivate var perfected: PostDefinition {
        var post = self
        post.orders = ChannelDefinition()
        post.sceneOrders = ChannelDefinition()
        if post.verification != nil { post.verification = .constant(0) }
        if var centre = post.callCentre {
            // Nobody waits for an operator, and a call takes no time.
            centre.call = .constant(0)
            centre.patience = .constant(.infinity)
            post.callCentre = centre
        }
        return post
    }
}
