#include <offerkit/report/leave/leave.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::cli::commands {

Answer leave(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.leaving_valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const bool by_month = invocation.by == "month";
    const auto windows = choice::windows_of(offers, valuation);
    const auto currency = valuation.currency.value_or(offers.front().currency);
    const timeline::Departure departure{invocation.on.value_or(valuation.as_of), invocation.reason};
    std::vector<value::LeavingBook> books;
    std::vector<value::LeavingAnswer> entries;
    books.reserve(offers.size());
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto sources = choice::rate_sources(offers, i, valuation);
        const value::LeavingTimes times{departure, std::max(departure.on, windows[i].start()),
                                        by_month ? std::optional{valuation.horizon} : std::nullopt};
        auto book = value::LeavingBook::open(offers[i], windows[i], {valuation, currency, sources}, times.last(),
                                             session.problems());
        if (!book) {
            continue;
        }
        books.push_back(std::move(*book));
        auto answer = value::leaving_answer(books.back(), times, session.problems());
        if (!answer) {
            continue;
        }
        if (offers[i].leaving && offers[i].leaving->non_compete) {
            // A ban is set against a year's pay, so the offer is valued as `compare` does.
            auto discounting = choice::discounting_of(windows, valuation);
            const auto valued = value::value_offer(offers[i], windows[i], {valuation, discounting, currency, sources},
                                                   session.problems());
            answer->non_compete = valued ? valued->non_compete : std::nullopt;
        }
        entries.push_back(std::move(*answer));
    }
    if (session.failed()) {
        return {};
    }
    const report::LeaveView view{invocation.explain, valuation, session.sources()};
    return {rendered(
        invocation, [&] { return report::leave_page(entries, view); },
        [&] { return report::leave_document(entries, view); }, [&] { return report::leave_sheet(entries); })};
}

}  // namespace offerkit::cli::commands
