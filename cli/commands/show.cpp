#include <offerkit/report/show_report.hpp>

#include <optional>

#include <cli/commands/commands.hpp>
#include <cli/commands/sweeping.hpp>
#include <cli/level_profiles.hpp>
#include <offerkit/choice/career_levels.hpp>
#include <offerkit/choice/comparison.hpp>
#include <offerkit/report/sweep_report.hpp>

namespace offerkit::cli::commands {
namespace {

std::optional<choice::LevelPlace> place_of(const model::Offer& offer, Session& session) {
    if (!offer.level) {
        return std::nullopt;
    }
    auto ladders = read_ladders(session);
    add_ladder_of(session, offer, ladders);
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
    const auto rows = swept(session, *shown);
    if (session.failed()) {
        return {};
    }
    const auto document = [&] {
        auto whole = report::show_document(*shown, level, invocation.explain, session.sources());
        if (rows) {
            report::add_sweep(whole, *shown, *rows);
        }
        return whole;
    };
    return {rendered(
        invocation,
        [&] {
            return rows ? report::sweep_page(*shown, *rows)
                        : report::show_page(*shown, level, invocation.explain, session.sources());
        },
        document, [&] { return rows ? report::sweep_sheet(*shown, *rows) : report::show_sheet(*shown); })};
}

}  // namespace offerkit::cli::commands
