/// A command to a team, a depot or a warning office (指令).
public struct Order: BitwiseCopyable, Sendable {
    /// What is ordered.
    public enum Action: BitwiseCopyable, Sendable {
        /// A team shall carry out a task.
        case task(TeamID, Task)
        /// Supplies shall go from one depot to another [units of the kind].
        case supplies(SupplyKind, amount: Int32, from: DepotID, to: DepotID)
        /// The people of a zone shall be warned and leave.
        case warning(ZoneID)
        /// The people of a zone shall be warned to stay in and shut the windows.
        case shelter(ZoneID)
    }

    /// Number of the order, in the order of giving.
    public let id: OrderID
    /// Post that gives it.
    public let post: PostID
    /// What is ordered.
    public let action: Action
    /// Fact of its giving, the cause of what follows.
    public let cause: FactID

    /// Creates an order.
    public init(id: OrderID, post: PostID, action: Action, cause: FactID) {
        self.id = id
        self.post = post
        self.action = action
        self.cause = cause
    }
}
