// What warnings and things left out say.

#include <offerkit/report/tax/tax.hpp>

namespace offerkit::report {

std::string sentence_of(const choice::TaxRemark& remark) {
    using Topic = choice::TaxTopic;
    const std::string& what = remark.what;
    switch (remark.topic) {
        case Topic::starts_late:
            return "You start on " + what +
                   ": each year of the offer is taxed as a whole year in one place, so pay that you earned elsewhere "
                   "before is not in it.";
        case Topic::social_security_again:
            return "A new employer withholds social security from zero again; what exceeds the year's ceiling comes "
                   "back "
                   "with the tax return.";
        case Topic::released_at_once:
            return "`" + what +
                   "` waits for an event: everything served by then is income of that one year, and its tax "
                   "is due in cash.";
        case Topic::waits_for_event:
            return "`" + what +
                   "` waits for an event without a date and is not taxed; what is served by then is taxed in "
                   "one year.";
        case Topic::options_not_planned:
            return "`" + what +
                   "` is not taxed, because nothing says when you exercise it: write `exercise = { on = DATE }`.";
        case Topic::incentive_exercise:
            return "Exercising `" + what +
                   "` is no income, but its gain counts for the alternative minimum tax, also when "
                   "the price falls afterwards. The credit of later years, the yearly limit of 100,000 and state "
                   "minimum "
                   "taxes are left out.";
        case Topic::clawback_gross:
            return "A sign-on that you pay back is paid back in full, although it was taxed; that tax comes back "
                   "later, in part or not at all.";
        case Topic::private_shares:
            return "Shares of a private company are taxed as they vest, and nobody buys them yet: the tax is due in "
                   "cash.";
        case Topic::childcare_line:
            return "Above 100,000 of income, free childcare for working parents ends; that loss is not counted.";
        case Topic::package_includes:
            return "Ask whether the figure is a package that includes super: then it is about 12% less pay.";
        case Topic::cost_to_company:
            return "Cost to company counts provident fund, gratuity and insurance: only what is paid as salary belongs "
                   "in "
                   "the file.";
        case Topic::restricted_stock_election:
            return "`" + what +
                   "` is taxed as it vests. An election within 30 days of the grant, section 83(b), taxes it "
                   "at once instead; a day late cannot be repaired, and tax on shares that end worthless stays paid.";
        case Topic::german_class:
            return "Church tax of 8 or 9% of the income tax, private health insurance and the choice of tax classes "
                   "are left out; of pay for several years you may get some back.";
        case Topic::dutch_ruling:
            return "The ruling is for five years, needs a minimum salary, is capped, and falls to 27% from 2027.";
        case Topic::singapore_exercise:
            return "When a foreigner leaves Singapore, shares that have not vested are taxed as if they had.";
        case Topic::canadian_options:
            return "The gain of `" + what + "` is taxed in full; half of it may be deductible within the yearly limit.";
        case Topic::no_limit_of_deferral:
            return "`deferral = \"max\"` is nothing in " + what +
                   ": its tax form states no limit of what may be paid in before tax. Write an amount to pay some in.";
        case Topic::credits_and_moves: return "Left out: credits, moves within a year, work in two places.";
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

}  // namespace offerkit::report
