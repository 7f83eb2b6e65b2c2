#include <offerkit/report/show_report.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <offerkit/choice/career_levels.hpp>
#include <offerkit/choice/comparison.hpp>

namespace offerkit::cli::commands {
namespace {

std::optional<choice::LevelPlace> place_of(const model::Offer& offer, Session& session) {
    if (!offer.level) {
        return std::nullopt;
    }
    std::vector<model::Ladder> ladders;
    for (const auto& id : session.profiles().ids("ladders")) {
        if (auto ladder = session.profiles().ladder(id, {session.sources(), session.problems()})) {
            ladders.push_back(std::move(*ladder));
        }
    }
    // A ladder may also be a file beside the offer, under no id.
    const bool listed = std::any_of(ladders.begin(), ladders.end(),
                                    [&](const auto& ladder) { return ladder.header.id == offer.level->ladder; });
    if (!listed) {
        const std::size_t slash = offer.file.find_last_of('/');
        const std::string folder = slash == std::string::npos ? "" : offer.file.substr(0, slash);
        if (auto own = session.profiles().ladder(offer.level->ladder,
                                                 {session.sources(), session.problems(), folder, offer.level->span})) {
            own->header.id = offer.level->ladder;
            ladders.push_back(std::move(*own));
        }
    }
    return choice::place_level(*offer.level, ladders);
}

}  // namespace

Answer show(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto shown = choice::compare(offers, valuation, session.problems());
    const auto level = place_of(offers.front(), session);
    if (!shown || session.failed()) {
        return {};
    }
    return {rendered(
        invocation, [&] { return report::show_page(*shown, level, invocation.explain, session.sources()); },
        [&] { return report::show_document(*shown, level, invocation.explain, session.sources()); },
        [&] { return report::show_sheet(*shown); })};
}

}  // namespace offerkit::cli::commands
