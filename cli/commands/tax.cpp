#include <offerkit/report/tax/tax.hpp>

#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/tax_laws.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::cli::commands {

Answer tax(Session& session) {
    const auto& invocation = session.invocation();
    const auto offers = session.read_offers();
    const auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto comparison = choice::rank(offers, valuation, session.problems());
    if (!comparison || session.failed()) {
        return {};
    }
    auto taxed = tax_offers(session, offers, *comparison, true);
    const auto* household = household_of(session, &offers.front());
    const auto level = spending_level(session, household, session.problems());
    if (session.failed()) {
        return {};
    }
    value::Discounting discounting{comparison->present, valuation.discount_rate, valuation.exit_per_year};
    std::vector<std::vector<value::RateSource>> rates;
    std::vector<report::TaxedOffer> all;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        rates.push_back(choice::rate_sources(offers, i, valuation));
        report::TaxedOffer one{.after = std::move(*taxed.after[i])};
        one.warnings = choice::tax_warnings(one.after);
        one.left_out = choice::tax_left_out(one.after);
        if (household != nullptr) {
            one.living = choice::living_in(taxed.laws[i]->place, taxed.laws[i]->currency(), *household, level, rates[i],
                                           session.problems());
        }
        all.push_back(std::move(one));
    }
    bool living = true;
    for (const auto& one : all) {
        living = living && one.living.has_value();
    }
    std::vector<choice::EquivalentCase> cases;
    for (std::size_t i = 0; i < all.size(); ++i) {
        cases.push_back(
            {&all[i].after, living ? &*all[i].living : nullptr, {valuation, discounting, household, rates[i]}});
    }
    const auto left = choice::left_in_results(cases);
    const auto same = choice::equivalents(cases);
    if (session.failed()) {
        return {};
    }
    const report::TaxView view{all, same, left, household, invocation.explain};
    return {rendered(
        invocation,
        [&] {
            return in_full(invocation)
                       ? report::tax_page(view)
                       : one_screen(report::tax_first_screen(view, width_of(invocation)), invocation, all.size());
        },
        [&] { return report::tax_document(view); }, [&] { return report::tax_sheet(view); })};
}

}  // namespace offerkit::cli::commands
