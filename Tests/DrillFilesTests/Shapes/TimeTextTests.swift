import Testing
import Wording

@testable import DrillFiles

@Suite struct TimeTextTests {
    @Test(arguments: [
        ("PT1H30M", 5_400_000), ("PT45S", 45_000), ("P2D", 172_800_000), ("P1W", 604_800_000),
        ("P1DT1S", 86_401_000), ("PT0.5S", 500), ("PT1.5H", 5_400_000), ("PT0S", 0),
        ("PT90M", 5_400_000), ("-PT30M", -1_800_000), ("01:30", 5_400_000), ("1:30", 5_400_000),
        ("01:30:15", 5_415_000), ("36:00", 129_600_000), ("-00:30", -1_800_000),
    ])
    func `lengths of time are read`(text: String, milliseconds: Int64) {
        #expect(TimeText.duration(text) == milliseconds)
    }

    @Test(arguments: [
        "", "P", "PT", "P1", "1H", "PT1", "P1H", "PT1D", "PT1M1H", "P1DT", "PT1H ", "pt1h", "P1Y",
        "P1M", "01:60", "01:3", "01", "01:30:60", "1:2:3:4", "PT.5S", "PT1.S", "PT1.2345S",
        "--PT1H",
        "P99999999D", "9999999:00", "PT１H",
    ])
    func `what is no length of time is refused`(text: String) {
        #expect(TimeText.duration(text) == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T08:00+08:00", 0),
        ("2019-03-21T14:48:00+08:00", 1_553_150_880_000),
        ("2000-02-29T23:59:59.25Z", 951_868_799_250), ("1969-12-31T23:59:59-00:30", 1_799_000),
        ("2100-03-01T00:00:00Z", 4_107_542_400_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
    ])
    func `moments are read`(text: String, milliseconds: Int64) {
        #expect(TimeText.instant(text)?.millisecondsSince1970 == milliseconds)
    }

    @Test(arguments: [
        "", "2019-03-21", "2019-03-21T14:48:00", "2019-03-21 14:48:00+08:00",
        "2019-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2019-13-01T00:00:00Z",
        "2019-00-01T00:00:00Z", "2019-04-31T00:00:00Z", "2019-03-00T00:00:00Z",
        "2019-03-21T24:00:00Z", "2019-03-21T23:60:00Z", "2019-03-21T14:48:00+15:00",
        "2019-03-21T14:48:00+08:00 ", "2019-03-21T14:48:00.Z",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(TimeText.instant(text) == nil)
    }
}
