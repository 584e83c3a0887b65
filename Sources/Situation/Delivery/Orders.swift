import EventKernel
public import Vocabulary

/// An order on its way or arrived.
struct OrderState: BitwiseCopyable, Sendable {
    let order: Order
    /// Orders of the same post to the same receiver before this one.
    let ordinal: Int32
    /// Times it has been given -- state.
    var attempts: Int32 = 1
}

extension Situation {
    /// Sends an order on its way.
    public mutating func send(_ order: Order, _ moment: inout Moment) {
        precondition(order.id.index == orders.count, "Orders are numbered as they are given.")
        let place = order.post.index * receiverCount + receiver(of: order)
        let ordinal = orderOrdinals[place]
        orderOrdinals[place] += 1
        orders.append(OrderState(order: order, ordinal: ordinal))
        messages.sent += 1
        messages.onTheWay += 1
        transmitOrder(order.id, &moment)
    }

    /// Number of those who can receive orders: teams, depots and the people of zones.
    var receiverCount: Int { register.teams.count + register.depots.count + zoneCount }

    /// Returns the place of an order's receiver among all receivers.
    private func receiver(of order: Order) -> Int {
        switch order.action {
        case .task(let team, _): team.index
        case .supplies(_, _, let from, _): register.teams.count + from.index
        case .warning(let zone), .shelter(let zone):
            register.teams.count + register.depots.count + zone.index
        }
    }

    /// Channels of the orders of every post: to teams away from the site, then to those at the site.
    static func orderChannels(_ posts: [PostDefinition]) -> ChannelTable {
        ChannelTable(posts.flatMap { [$0.orders, $0.sceneOrders] })
    }

    /// Place of an order's channel among those of orders.
    private func channel(of order: Order) -> Int {
        let atSite =
            if case .task(let team, _) = order.action { isAtSite[team.index] } else { false }
        return 2 * order.post.index + (atSite ? 1 : 0)
    }

    private mutating func transmitOrder(_ id: OrderID, _ moment: inout Moment) {
        let state = orders[id.index]
        let channel = channel(of: state.order)
        let entity = entity(of: state)
        let loss = orderChannels.numbers[channel].loss
        guard !allCut, !isCutOff[state.order.post.index],
            loss <= 0 || moment.instant.uniform(.orderLoss, entity) >= loss
        else {
            moment.record(.orderLost(id), because: state.order.cause)
            let missed = SimDuration(seconds: orderChannels.numbers[channel].acknowledgmentSeconds)
            outbox.schedule(.orderIsMissed(id), at: moment.now + missed, .delivery)
            return
        }
        let transmission = orderChannels.transmission[channel]
        let way = moment.instant.duration(transmission, .orderTransmission, entity)
        outbox.schedule(.orderArrives(id), at: moment.now + way, .delivery)
    }

    /// The order as an entity of random streams: by who gives it to whom, so that it keeps its luck
    /// when others are added who get none.
    private func entity(of state: OrderState) -> UInt64 {
        let number = UInt64(UInt32(bitPattern: state.ordinal << 10 | state.attempts & 1023))
        let receiver: UInt64 =
            switch state.order.action {
            case .task(let team, _): team.entity
            case .supplies(_, _, let from, _): 1 << 26 | from.entity
            case .warning(let zone), .shelter(let zone): 2 << 26 | zone.entity
            }
        return state.order.post.entity << 52 | receiver << 24 | number & 0xFF_FFFF
    }

    /// Times an order that nobody acknowledges is given before its sender stops -- constant (D).
    private static let orderAttemptsAtMost: Int32 = 200

    /// A lost order is missed, since nobody acknowledges it: it is given again, as a rule until it gets
    /// through.
    mutating func orderIsMissed(_ id: OrderID, _ moment: inout Moment) {
        guard orders[id.index].attempts < Self.orderAttemptsAtMost else {
            messages.onTheWay -= 1
            messages.lost += 1
            return
        }
        orders[id.index].attempts += 1
        transmitOrder(id, &moment)
    }

    /// An order reaches those who carry it out.
    mutating func orderArrives(_ id: OrderID, _ moment: inout Moment) {
        let order = orders[id.index].order
        messages.onTheWay -= 1
        messages.delivered += 1
        let fact = moment.record(.orderDelivered(id), because: order.cause)
        if case .task(let team, _) = order.action { control[team.index] = order.post }
        arrivedOrders.append(ArrivedOrder(order: order, fact: fact))
    }
}
