#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>

/// What people get wrong about taxes of an offer and the files give reason to say (docs/tax.md, "Warnings").
namespace offerkit::choice {

enum class TaxTopic {
    // warnings
    starts_late,                ///< the first year is split with another employer, and perhaps another place
    social_security_again,      ///< withheld again from zero by the new employer
    released_at_once,           ///< shares that waited for an event are income of one year
    waits_for_event,            ///< shares whose event has no date are not taxed
    options_not_planned,        ///< options without a planned exercise are not taxed
    incentive_exercise,         ///< the alternative minimum tax of an exercise
    clawback_gross,             ///< what is paid back was taxed
    private_shares,             ///< taxed as they vest, and nobody buys them
    childcare_line,             ///< the United Kingdom's 100,000
    package_includes,           ///< super inside a package (Australia)
    cost_to_company,            ///< CTC counts more than pay (India)
    restricted_stock_election,  ///< 83(b)
    german_class,               ///< tax class and church tax
    dutch_ruling,               ///< the 30% ruling changes
    singapore_exercise,         ///< deemed exercise on leaving
    canadian_options,           ///< options may be half taxed
    no_limit_of_deferral,       ///< "max" where the law states no limit: nothing is paid in
    // left out
    credits_and_moves,
    sale_of_shares,
    contract,
    benefits,
    form_note,
};

/// One thing to be said; `what` is what it is about: a grant, a form, an amount.
struct TaxRemark {
    TaxTopic topic = TaxTopic::credits_and_moves;
    std::string what{};
};

[[nodiscard]] std::vector<TaxRemark> tax_warnings(const AfterTax& after);
[[nodiscard]] std::vector<TaxRemark> tax_left_out(const AfterTax& after);

}  // namespace offerkit::choice
