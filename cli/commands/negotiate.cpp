#include <offerkit/report/negotiate/negotiate.hpp>

#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/level_profiles.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>

namespace offerkit::cli::commands {
namespace {

using choice::NegotiationTerms;
using choice::negotiation::Metric;

/// The amount of `--target`, which is in the currency of the results.
std::optional<quantity::Money> target_of(Session& session, quantity::Currency currency) {
    const auto& given = session.invocation().target;
    if (!given) {
        return std::nullopt;
    }
    auto amount = quantity::parse_money(*given, currency);
    if (!amount) {
        session.complain({"`--target` takes an amount of " + std::string(currency.code()) + ", not " + ticked(*given),
                          "write such as --target 350000"});
        return std::nullopt;
    }
    return *amount;
}

/// Whether offers can be weighed by more than money.
void check_priorities(Session& session, Metric metric, const model::Priorities* priorities) {
    if (metric != Metric::decide || session.failed()) {
        return;
    }
    if (priorities == nullptr) {
        session.complain({"`--metric decide` needs `--priorities FILE`, which says what else counts",
                          "`offerkit decide --weights -o me.toml` writes one"});
    } else if (!priorities->money || priorities->factors.empty()) {
        session.complain({"`--metric decide` needs priorities that weigh money against something else",
                          priorities->money ? "add a [[factor]] with its `swing`" : "add [money] with its two ends"});
    }
}

/// What bands and medians say about the offer's level and the one above it.
void add_level_facts(Session& session, const model::Offer& offer, NegotiationTerms& terms) {
    if (!offer.level) {
        return;
    }
    auto known = read_level_profiles(session);
    add_ladder_of(session, offer, known.ladders);
    report::add_level_facts(offer, known.ladders, known.bands, known.markets, terms);
}

}  // namespace

Answer negotiate(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto* first = offers.empty() ? nullptr : &offers.front();
    const auto valuation = session.valuation(first);
    NegotiationTerms terms{.metric = invocation.metric};
    terms.priorities = session.priorities(first);
    check_priorities(session, terms.metric, terms.priorities);
    if (session.failed()) {
        return {};
    }
    terms.target = target_of(session, valuation.currency.value_or(first->currency));
    add_level_facts(session, *first, terms);
    const auto practice = session.profiles().practice(first->employer, {session.sources(), session.problems()});
    if (!practice || session.failed()) {
        return {};
    }
    const auto found = choice::negotiate(offers, valuation, std::move(terms), *practice, session.problems());
    if (!found || session.failed()) {
        return {};
    }
    return {rendered(
        invocation, [&] { return report::negotiate_page(*found, invocation.explain, session.sources()); },
        [&] { return report::negotiate_document(*found, invocation.explain, session.sources()); },
        [&] { return report::negotiate_sheet(*found); })};
}

}  // namespace offerkit::cli::commands
