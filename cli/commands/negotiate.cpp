#include <offerkit/report/negotiate/negotiate.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/bargain.hpp>
#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/answer.hpp>
#include <cli/session/level_profiles.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli::commands {
namespace {

using choice::NegotiationTerms;
using choice::negotiation::Metric;

/// "p75": a percentile of the offer's [market].
std::optional<int> percentile_of(const std::optional<std::string>& given) {
    for (const int percentile : {10, 25, 50, 75, 90}) {
        if (given == "p" + std::to_string(percentile)) {
            return percentile;
        }
    }
    return std::nullopt;
}

/// The amount of `--target`, which is in the currency of the results.
std::optional<quantity::Money> target_of(Session& session, quantity::Currency currency) {
    const auto& given = session.invocation().target;
    if (!given || percentile_of(given)) {
        return std::nullopt;
    }
    auto amount = quantity::parse_money(*given, currency);
    if (!amount) {
        session.complain(
            {diagnostic::formatted("`--target` takes an amount of {}, not {}", currency.code(), ticked(*given)),
             "write such as --target 350000, or p75 for that percentile of [market]"});
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

/// The law of each offer's place where what stays after tax is counted; else none.
std::vector<std::optional<choice::TaxLaw>> tax_laws_of(Session& session, std::span<const model::Offer> offers,
                                                       const model::Valuation& valuation) {
    if (!session.invocation().after_tax || session.failed()) {
        return {};
    }
    const auto comparison = choice::rank(offers, valuation, session.problems());
    if (!comparison) {
        return {};
    }
    check_places(offers, session.problems());
    return read_tax_laws(session, *comparison, session.problems());
}

/// The page in as many points as one screen holds.
report::Page page_of(const choice::Negotiation& found, Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.detail || invocation.explain) {
        return report::negotiate_page(found, invocation.explain, session.sources());
    }
    std::size_t points = report::all_points;
    report::Page page = report::negotiate_first_screen(found, points);
    if (invocation.format != Format::table) {
        return page;
    }
    constexpr std::size_t most_points = 16;
    for (points = most_points; points > 4; --points) {
        if (fits_one_screen(page, invocation)) {
            break;
        }
        page = report::negotiate_first_screen(found, points);
    }
    return page;
}

}  // namespace

std::optional<choice::Negotiation> negotiated(Session& session, std::span<const model::Offer> offers,
                                              const model::Valuation& valuation) {
    const auto& invocation = session.invocation();
    const model::Offer& first = offers.front();
    NegotiationTerms terms{.metric = invocation.metric.value_or(Metric::annualized)};
    terms.priorities = session.priorities(&first);
    check_priorities(session, terms.metric, terms.priorities);
    if (session.failed()) {
        return std::nullopt;
    }
    terms.target_percentile = percentile_of(invocation.target);
    terms.target = target_of(session, valuation.currency.value_or(first.currency));
    add_level_facts(session, first, terms);
    const auto practice = session.profiles().practice(first.employer, {session.sources(), session.problems()});
    if (!practice || session.failed()) {
        return std::nullopt;
    }
    const auto taxed = tax_laws_of(session, offers, valuation);
    if (session.failed()) {
        return std::nullopt;
    }
    if (invocation.after_tax) {
        terms.taxes = {taxed, household_of(session, &first)};
    }
    const auto moves = default_price_moves(session);
    terms.price_moves = &moves;
    terms.draws = session.invocation().draws.value_or(terms.draws);
    if (session.failed()) {
        return std::nullopt;
    }
    return choice::negotiate(offers, valuation, std::move(terms), *practice, session.problems());
}

Answer negotiate(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto found = negotiated(session, offers, valuation);
    if (!found || session.failed()) {
        return {};
    }
    if (invocation.mail) {
        return {Output{report::negotiate_mail(*found)}};
    }
    return {rendered(
        invocation, [&] { return page_of(*found, session); },
        [&] { return report::negotiate_document(*found, invocation.explain, session.sources()); },
        [&] { return report::negotiate_sheet(*found); })};
}

}  // namespace offerkit::cli::commands
