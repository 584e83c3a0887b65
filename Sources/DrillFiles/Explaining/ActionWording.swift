import Command
import Situation
import Vocabulary
import Wording

/// Puts what a post does into plain words.
struct ActionWording {
    let names: ScenarioNames

    /// Returns what an action of a post does, without a full stop.
    func words(for action: Action, of post: PostID) -> Bilingual {
        switch action {
        case .dispatch(let dispatch): words(for: dispatch, of: post)
        case .level(.none): Bilingual("end the response", "终止响应")
        case .level(let level):
            Bilingual("start a \(level.title.english)", "启动\(level.title.chinese)")
        case .raise(let level):
            Bilingual(
                "start, or raise to, a \(level.title.english)",
                "启动或提级至\(level.title.chinese)"
            )
        case .lower(let level):
            Bilingual(
                "lower it to a \(level.title.english)",
                "响应降至\(level.chineseName)"
            )
        case .warn(let zones):
            list(zones.map { names.zones[$0.index].title }) { english, chinese in
                Bilingual(
                    "warn these zones and have people leave: \(english)",
                    "向\(chinese)发布预警，组织人员撤离"
                )
            }
        case .shelter(let zones):
            list(zones.map { names.zones[$0.index].title }) { english, chinese in
                Bilingual(
                    "tell the people of these zones to stay in and shut the windows: \(english)",
                    "通知\(chinese)人员关闭门窗、就地避险"
                )
            }
        case .request(let teams):
            Bilingual("ask the superior for \(teams) teams", "请求上级增援队伍\(teams)支")
        case .supply(let kind, let amount, let site): supply(kind, Int(amount), site)
        case .publish: Bilingual("make the verified deaths public", "对外发布核报死亡人数")
        case .release(let kinds, let site, let underWay):
            list(kinds.map(\.title)) { english, chinese in
                let place = names.sites[site.index].title
                return Bilingual(
                    "send home those who are free at \(place.english)\(underWay ? " or on the road" : ""): \(english)",
                    "撤收\(place.chinese)待命\(underWay ? "及途中" : "")的\(chinese)"
                )
            }
        case .announce(let kind):
            Bilingual("tell the public: \(kind.title.english)", "对外发布：\(kind.title.chinese)")
        }
    }

    private func words(for dispatch: Dispatch, of post: PostID) -> Bilingual {
        let site = names.sites[dispatch.site.index].title
        let kinds = listed(dispatch.kinds.map(\.title))
        let single = dispatch.kinds.count == 1 ? dispatch.kinds.first : nil
        let who =
            single.map {
                Bilingual(
                    "\(dispatch.count) × \($0.title.english)",
                    "\($0.title.chinese)\(dispatch.count)\($0.measureWord)"
                )
            }
            ?? Bilingual(
                "\(dispatch.count) teams (\(kinds.english))",
                "各类队伍\(dispatch.count)支（\(kinds.chinese)）"
            )
        let details = owners(of: dispatch, post) + reserve(of: dispatch) + arrival(of: dispatch)
        return Bilingual(
            "send \(who.english) to \(site.english), the nearest first\(details.english)",
            "就近调派\(who.chinese)赴\(site.chinese)\(details.chinese)"
        )
    }

    private func owners(of dispatch: Dispatch, _ post: PostID) -> Bilingual {
        guard !dispatch.owners.isEmpty else { return Bilingual("", "") }
        if dispatch.owners == [post] {
            return Bilingual(", out of its own forces", "，从本级力量中调派")
        }
        let owners = listed(dispatch.owners.map { names.posts[$0.index].title })
        return Bilingual(
            ", out of the forces of \(owners.english)",
            "，从\(owners.chinese)所属力量中调派"
        )
    }

    private func reserve(of dispatch: Dispatch) -> Bilingual {
        guard dispatch.reserve > 0 else { return Bilingual("", "") }
        return Bilingual(
            ", keeping \(dispatch.reserve) ready at every owner",
            "，各派出机构留守\(dispatch.reserve)支"
        )
    }

    private func arrival(of dispatch: Dispatch) -> Bilingual {
        guard dispatch.task != .stage else { return Bilingual("", "") }
        return Bilingual(
            "; on arrival: \(dispatch.task.title.english)",
            "，到场后即\(dispatch.task.title.chinese)"
        )
    }

    private func supply(_ kind: SupplyKind, _ amount: Int, _ site: SiteID) -> Bilingual {
        let place = names.sites[site.index].title
        return Bilingual(
            "bring \(kind.english(amount)) to \(place.english) from the nearest depots",
            "就近调运\(kind.title.chinese)\(amount)\(kind.unit.chinese)至\(place.chinese)"
        )
    }

    private func list(
        _ items: [Bilingual],
        _ sentence: (String, String) -> Bilingual
    ) -> Bilingual {
        let listed = listed(items)
        return sentence(listed.english, listed.chinese)
    }

    /// Joins names and other items of a list.
    func listed(_ items: [Bilingual]) -> Bilingual {
        Bilingual(
            items.map(\.english).joined(separator: ", "),
            items.map(\.chinese).joined(separator: "、")
        )
    }
}

extension SupplyKind {
    /// An amount with its unit in English: `8,000 L of diesel`, `400 medical kits`.
    func english(_ amount: Int) -> String {
        let number = Bilingual.grouped(amount)
        return title.english.hasSuffix(unit.english)
            ? "\(number) \(title.english)" : "\(number) \(unit.english) of \(title.english)"
    }
}
