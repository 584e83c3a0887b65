import DrillFiles
import Foundation
import Testing

/// Replay pages and exchange files of the built program.
@Suite struct ReplayTests {
    private static let xiangshui = BuiltProgram.tests.deletingLastPathComponent()
        .appendingPathComponent("Scenarios/xiangshui-2019").path

    private func page(_ words: [String]) throws -> (outcome: BuiltProgram.Outcome, page: String) {
        try BuiltProgram.withFolder { folder in
            let file = folder.appendingPathComponent("page.html").path
            let outcome = try BuiltProgram.run(["replay"] + words + ["--out", file])
            let page = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            return (outcome, page)
        }
    }

    @Test func `the replay of Xiangshui under two plans is one small file`() throws {
        let plans = ["--plan", "baseline", "--plan", "early-warning"]
        let (outcome, page) = try page([Self.xiangshui, "--drill", "7"] + plans)
        #expect(outcome.status == 0)
        #expect(page.utf8.count < 3_000_000)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(!page.contains("src=\"http") && !page.contains("href=\"http"))
        #expect(
            page.contains(
                "drill replay Scenarios/xiangshui-2019 --plan baseline --plan early-warning"
            )
        )
        #expect(page.contains("Not placed in a distribution"))
    }

    @Test func `the same drill makes the same page`() throws {
        let first = try page([BuiltProgram.small, "--drill", "3"])
        let second = try page([BuiltProgram.small, "--drill", "3"])
        #expect(first.page == second.page)
        #expect(!first.page.isEmpty)
    }

    @Test func `a drill is placed among the results of its batch, and of no other`() throws {
        try BuiltProgram.withFolder { folder in
            let results = folder.appendingPathComponent("results").path
            let out = folder.appendingPathComponent("page.html").path
            let batch = ["batch", BuiltProgram.small, "--drills", "12", "--out", results]
            #expect(try BuiltProgram.run(batch).status == 0)
            let words = ["replay", BuiltProgram.small, "--results", results, "--out", out]
            #expect(try BuiltProgram.run(words).status == 0)
            let page = try String(contentsOfFile: out, encoding: .utf8)
            #expect(page.contains("Among 12 drills"))
            let other = ["replay", Self.xiangshui, "--results", results, "--out", out]
            #expect(try BuiltProgram.run(other).status == 65)
            let nowhere = ["replay", BuiltProgram.small, "--results", folder.path, "--out", out]
            #expect(try BuiltProgram.run(nowhere).status != 0)
        }
    }

    @Test func `three plans are one too many`() throws {
        let words = ["replay", BuiltProgram.small, "--plan", "a,b", "--plan", "c"]
        #expect(try BuiltProgram.run(words).status == 2)
    }

    @Test(arguments: ["geojson", "czml"])
    func `a played drill is exported as JSON that parses`(kind: String) throws {
        let outcome = try BuiltProgram.run(["export", kind, BuiltProgram.small, "--drill", "2"])
        #expect(outcome.status == 0)
        let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        #expect(value is [String: Any] || value is [Any])
    }

    @Test func `warnings and events of a played drill are exported`() throws {
        let release = BuiltProgram.tests.deletingLastPathComponent()
            .appendingPathComponent("Scenarios/small/release").path
        try BuiltProgram.withFolder { folder in
            let words = ["export", "cap", release, "--out", folder.path]
            let outcome = try BuiltProgram.run(words)
            #expect(outcome.status == 0)
            let files = outcome.output.split(separator: "\n")
            #expect(files.count == 2)
            for file in files {
                let text = try String(contentsOfFile: String(file), encoding: .utf8)
                #expect(text.contains("<status>Exercise</status>"))
                #expect(text.contains("<category>CBRNE</category>"))
            }
        }
        #expect(try BuiltProgram.run(["export", "cap", release]).status == 2)
        let list = try BuiltProgram.run(["export", "played-msel", release, "--lang", "zh"])
        #expect(list.status == 0)
        #expect(list.output.hasPrefix("序号,时刻,情景时间,类型"))
        #expect(list.output.contains("情景注入"))
    }
}
