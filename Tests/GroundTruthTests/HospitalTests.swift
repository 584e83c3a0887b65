import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Beds, corridors and what hospitals open in reserve.
@Suite struct HospitalTests {
    private func hospital(beds: Int32) -> HospitalState {
        var definition = HospitalDefinition()
        definition.beds = beds
        return HospitalState(definition)
    }

    @Test func `who finds no bed lies in a corridor, and free beds do not become negative`() {
        var state = hospital(beds: 2)
        for _ in 0..<5 { state.take() }
        #expect(state.freeBeds == 0)
        #expect(state.inCorridor == 3)
    }

    @Test func `an empty bed goes to somebody in the corridor first`() {
        var state = hospital(beds: 1)
        for _ in 0..<3 { state.take() }
        state.vacate()
        state.vacate()
        #expect((state.inCorridor, state.freeBeds) == (0, 0))
        state.vacate()
        #expect((state.inCorridor, state.freeBeds) == (0, 1))
    }

    @Test(arguments: [(0.0, Severity.dead), (0.001, .serious), (0.3, .moderate), (0.9, .slight)])
    func `members of crews are hurt by the shares of the fireground`(
        draw: Double,
        severity: Severity
    ) {
        #expect(CrewHarm.severity(draw) == severity)
        #expect(CrewHarm.severity(0.9999999) == .slight)
    }
}
