import Testing
import Vocabulary

/// Check values 001, 002, 004, 005, 007 and 008, and the bounds beside them: State Council Order 493,
/// Article 3.
@Suite struct GradeTests {
    @Test(
        arguments: [
            (29, 120, 50e6, IncidentGrade.extraordinary), (30, 0, 0, .extraordinary),
            (3, 0, 0, .larger), (0, 10, 0, .larger), (10, 0, 0, .major), (0, 0, 10e6, .larger),
            (2, 9, 9.9e6, .ordinary), (9, 49, 49.9e6, .larger), (29, 99, 99.9e6, .major),
            (0, 100, 0, .extraordinary), (0, 0, 100e6, .extraordinary), (0, 50, 0, .major),
        ]
    )
    func `the grade is the highest that any criterion reaches`(
        deaths: Int,
        serious: Int,
        lossYuan: Double,
        grade: IncidentGrade
    ) {
        let found = IncidentGrade(
            deaths: deaths,
            seriousInjuries: serious,
            directLossYuan: lossYuan
        )
        #expect(found == grade)
    }
}
