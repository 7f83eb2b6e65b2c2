// What warnings and things left out say.

#include <offerkit/report/tax/tax.hpp>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::report {

std::string sentence_of(const choice::TaxRemark& remark) {
    using Topic = choice::TaxTopic;
    const std::string& what = remark.what;
    switch (remark.topic) {
        case Topic::starts_late:
            return diagnostic::formatted(
                "You start on {}: each year of the offer is taxed as a whole year in one place, so pay that you earned "
                "elsewhere before is not in it.",
                what);
        case Topic::works_elsewhere:
            return diagnostic::formatted(
                "The job is in {}, and its pay is taxed as if you lived and worked in `place`: the place of work may "
                "tax it as well, and home mostly gives a credit for that.",
                what);
        case Topic::released_at_once:
            return diagnostic::formatted(
                "`{}` waits for an event: everything served by then is income of that one year, and its tax is due in "
                "cash.",
                what);
        case Topic::waits_for_event:
            return diagnostic::formatted(
                "`{}` waits for an event without a date and is not taxed; what is served by then is taxed in one year.",
                what);
        case Topic::options_not_planned:
            return diagnostic::formatted(
                "`{}` is not taxed, because nothing says when you exercise it: write `exercise = {{ on = DATE }}`.",
                what);
        case Topic::purchase_plan:
            return "The discount of a purchase plan is taxed as if you sold at once; a price that looks back to an "
                   "earlier day is not counted.";
        case Topic::clawback_gross:
            return "A sign-on that you pay back is paid back in full, although it was taxed; that tax comes back "
                   "later, in part or not at all.";
        case Topic::private_shares:
            return "Shares of a private company are taxed as they vest, and nobody buys them yet: the tax is due in "
                   "cash.";
        case Topic::no_limit_of_deferral:
            return diagnostic::formatted(
                "`deferral = \"max\"` is nothing in {}: its tax form states no limit of what may be paid in before "
                "tax. Write an amount to pay some in.",
                what);
        case Topic::of_form: return (what.empty() ? "" : diagnostic::formatted("`{}`: ", what)) + remark.warning->text;
        case Topic::credits_and_moves:
            return "Left out: credits, moves within a year, work in two places, treaties, and taxes on leaving a "
                   "country.";
        case Topic::sale_of_shares:
            return "Sales of shares are left out, and so is what vests in another place than it was granted in.";
        case Topic::contract:
            return "Not computed for contracts: contributions of the self-employed. The pay is taxed as that of an "
                   "employee.";
        case Topic::benefits: return "Benefits and what the employer pays into a plan are not taxed here.";
        case Topic::form_note: return what;
    }
    return {};
}

std::string short_of(const choice::TaxRemark& remark) {
    using Topic = choice::TaxTopic;
    const std::string& what = remark.what;
    switch (remark.topic) {
        case Topic::starts_late: return diagnostic::formatted("pay before {} is not in it", what);
        case Topic::works_elsewhere: return "the job is in " + what;
        case Topic::released_at_once: return diagnostic::formatted("all of `{}` is income of one year", what);
        case Topic::waits_for_event: return diagnostic::formatted("`{}` waits, untaxed", what);
        case Topic::options_not_planned: return diagnostic::formatted("`{}` is not taxed without `exercise`", what);
        case Topic::purchase_plan: return "the purchase plan's discount";
        case Topic::clawback_gross: return "a sign-on is paid back before tax";
        case Topic::private_shares: return "taxed shares that nobody buys yet";
        case Topic::no_limit_of_deferral: return "`deferral` is 0 in " + what;
        case Topic::of_form:
            return remark.warning->label + (what.empty() ? "" : diagnostic::formatted(" of `{}`", what));
        case Topic::credits_and_moves: return "credits, moves, work in two places";
        case Topic::sale_of_shares: return "sales of shares";
        case Topic::contract: return "contributions of the self-employed";
        case Topic::benefits: return "benefits";
        case Topic::form_note: return {};
    }
    return {};
}

}  // namespace offerkit::report
