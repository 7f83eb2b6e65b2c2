#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>

/// What people get wrong about taxes of an offer and the files give reason to say (docs/tax.md, "Warnings"). What is so
/// everywhere is here; what is so in one place stands in its form.
namespace offerkit::choice {

enum class TaxTopic {
    // warnings
    starts_late,           ///< the first year is split with another employer, and perhaps another place
    works_elsewhere,       ///< the location is in another place than the one that taxes
    released_at_once,      ///< shares that waited for an event are income of one year
    waits_for_event,       ///< shares whose event has no date are not taxed
    options_not_planned,   ///< options without a planned exercise are not taxed
    purchase_plan,         ///< the discount is taxed when the shares are sold
    clawback_gross,        ///< what is paid back was taxed
    private_shares,        ///< taxed as they vest, and nobody buys them
    no_limit_of_deferral,  ///< "max" where the law states no limit: nothing is paid in
    of_form,               ///< what a form of the place warns of
    // left out
    credits_and_moves,
    sale_of_shares,
    contract,
    benefits,
    form_note,
};

/// One thing to be said; `what` is what it is about: a grant, a form, an amount, or nothing.
struct TaxRemark {
    TaxTopic topic = TaxTopic::credits_and_moves;
    std::string what{};
    const tax::Warning* warning = nullptr;  ///< of a form: leads into the law
};

[[nodiscard]] std::vector<TaxRemark> tax_warnings(const AfterTax& after);
[[nodiscard]] std::vector<TaxRemark> tax_left_out(const AfterTax& after);

}  // namespace offerkit::choice
