import EventKernel
import Vocabulary

/// A pool or tank in a drill.
struct FireState: BitwiseCopyable {
    /// Whether it burns.
    enum Status: BitwiseCopyable {
        /// Has not burnt.
        case unlit
        /// Burns.
        case burning
        /// Has burnt and is out.
        case out
    }

    /// Whether it burns -- state.
    var status = Status.unlit
    /// Liquid left [m3] -- state.
    var liquidCubicMeters: Double
    /// Share of the foam application that is done [0…1] -- state.
    var foamProgress = 0.0
    /// Whether the fire has been called under control -- state.
    var isControlled = false
    /// Damage to the tank by the heat of other fires, 1 at failure -- state.
    var heatDamage = 0.0
    /// Cooling since it went out [h] -- state.
    var cooledHours = 0.0
    /// Hours while it is hot, times the rate, until it flares up again; drawn each time it goes out -- state.
    var reflareMargin = Double.infinity
    /// Times it has gone out -- state.
    var timesOut: Int32 = 0
    /// Foam solution the teams on it can apply [L/min] -- state.
    var attackCapacity = 0.0
    /// Cooling water the teams on it can apply [L/min] -- state.
    var coolingCapacity = 0.0
    /// Whether foam is being applied at the needed rate -- derived at each change of the site.
    var isUnderAttack = false
    /// Whether cooling water is being applied at the needed rate -- derived likewise.
    var isCooled = false
    /// Heat flux from other fires [kW/m2] -- derived likewise.
    var receivedFlux = 0.0
    /// Fact of the fire from which most of that heat comes.
    var heatedBy = FactID.none
    /// Latest fact about the fire.
    var lastFact = FactID.none

    /// State of the fire as a crew sees it.
    var visible: FireStatus {
        switch status {
        case .unlit: .none
        case .burning: isControlled ? .controlled : .burning
        case .out: .out
        }
    }
}
