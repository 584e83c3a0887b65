public import Vocabulary

extension GroundTruth {
    /// Lets those whom an order has reached carry it out.
    ///
    /// - Parameters:
    ///   - order: The order.
    ///   - cause: Fact of its delivery.
    ///   - moment: The instant.
    public mutating func carryOut(
        _ order: Order,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        switch order.action {
        case .task(let team, let task):
            receive(task, for: team, from: order.post, order: order.id, because: cause, &moment)
        case .supplies(let kind, let amount, let from, let to):
            sendSupplies(kind, amount: amount, from: from, to: to, because: cause, &moment)
        case .warning(let zone): warn(zone, takesShelter: false, because: cause, &moment)
        case .shelter(let zone): warn(zone, takesShelter: true, because: cause, &moment)
        }
    }
}
