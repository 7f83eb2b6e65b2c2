#include <offerkit/choice/after_tax/remarks.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::choice {

namespace {

using Topic = TaxTopic;

bool says(const model::Offer& offer, std::string_view word) {
    const auto found = [&](const std::string& text) {
        return diagnostic::to_lower(text).find(diagnostic::to_lower(word)) != std::string::npos;
    };
    return found(offer.role) || found(offer.location) ||
           std::any_of(offer.benefits.others.begin(), offer.benefits.others.end(),
                       [&](const auto& other) { return found(other.name); });
}

/// The parts of a text between the marks, in small letters, without the spaces around them.
std::vector<std::string> parts_of(const std::string& text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : diagnostic::to_lower(text)) {
        if (c == mark) {
            parts.emplace_back();
        } else if (c != ' ' || !parts.back().empty()) {
            parts.back() += c;
        }
    }
    return parts;
}

/// "us-ny" of "New York, NY, US", and "de" of "Berlin, DE": the place that a location ends in, as places are named;
/// empty where it does not end in the code of a country.
std::string place_in(const std::string& location) {
    const auto parts = parts_of(location, ',');
    constexpr std::size_t code = 2;
    if (parts.size() < 2 || parts.back().size() != code) {
        return {};
    }
    const std::string& region = parts[parts.size() - 2];
    return parts.size() > 2 && region.size() == code ? parts.back() + "-" + region : parts.back();
}

/// Whether a location is in another place than home, as far as their names tell. What follows a country is its region
/// where it is in letters: "nl-30" is a rule for all of the Netherlands.
bool is_elsewhere(const std::string& place, const std::string& home) {
    const auto there = parts_of(place, '-');
    const auto here = parts_of(home, '-');
    if (there.front() != here.front()) {
        // "San Francisco, CA" names no country.
        return there.size() > 1 || std::find(here.begin(), here.end(), there.front()) == here.end();
    }
    return there.size() > 1 && here.size() > 1 && there[1].size() == here[1].size() && there[1] != here[1] &&
           !diagnostic::is_digit(here[1].front());
}

bool starts_late(const AfterTax& after) {
    const model::Offer& offer = *after.offer->offer;
    const auto begins = after.years.front().plan->forms().front().begins;
    return offer.kind != model::OfferKind::current && offer.start.value.month() != begins.month;
}

bool any_year_above(const AfterTax& after, Money line) {
    return std::any_of(after.years.begin(), after.years.end(),
                       [&](const TaxYear& year) { return year.counted() > line; });
}

/// Whether a thousand more of pay leave a line of the first year as it is, which is not nothing.
bool at_ceiling(const AfterTax& after, const tax::Form& form, const std::string& id) {
    const TaxYear& year = after.years.front();
    TaxedPay more = year.pay;
    const auto currency = year.plan->currency();
    more.cash += Money{1'000 * currency.minor_per_major(), currency};
    diagnostic::Diagnostics unheard;  // what cannot be computed is not warned of
    const auto with = taxes_of(more, *year.plan, after.household, unheard);
    const auto line_in = [&](const std::vector<tax::LineValue>& lines) {
        return std::find_if(lines.begin(), lines.end(),
                            [&](const tax::LineValue& one) { return one.form->id == form.id && one.line->id == id; });
    };
    const auto before = line_in(year.taxes.lines);
    if (!with || before == year.taxes.lines.end()) {
        return false;
    }
    const auto then = line_in(with->lines);
    const auto earned = [](const tax::LineValue& one) {
        return one.line->per_earner ? one.of_earner.front() : one.value;
    };
    return then != with->lines.end() && earned(*before) == earned(*then) && earned(*before) != tax::Exact{};
}

bool is_planned(const AfterTax& after, const timeline::ResolvedGrant& grant) {
    const auto& written = after.offer->offer->grants;
    const auto found =
        std::find_if(written.begin(), written.end(), [&](const auto& each) { return each.id == grant.id; });
    return found != written.end() && found->exercise.has_value();
}

/// Shares that are taxed when they vest and nobody buys yet. Options are taxed when they are exercised, which their
/// holder decides.
bool taxed_unsold(const AfterTax& after) {
    const auto unsold = [&](const timeline::CashFlow& flow) {
        return flow.category == timeline::Category::equity && !flow.payable &&
               std::none_of(after.offer->grants.begin(), after.offer->grants.end(), [&](const auto& grant) {
                   return grant.id == flow.label && model::is_option(grant.instrument);
               });
    };
    return std::any_of(after.offer->flows.begin(), after.offer->flows.end(), unsold);
}

void warn_of_grants(const AfterTax& after, std::vector<TaxRemark>& all) {
    for (const auto& grant : after.offer->grants) {
        const bool option = model::is_option(grant.instrument);
        if (option && !is_planned(after, grant)) {
            all.push_back({Topic::options_not_planned, grant.id});
        }
        const auto any = [&](timeline::Release release) {
            return std::any_of(grant.schedule.tranches.begin(), grant.schedule.tranches.end(),
                               [&](const auto& tranche) { return tranche.release == release; });
        };
        if (any(timeline::Release::pending)) {
            all.push_back({Topic::waits_for_event, grant.id});
        } else if (!option && !grant.events.empty() && any(timeline::Release::dated)) {
            all.push_back({Topic::released_at_once, grant.id});
        }
    }
    if (taxed_unsold(after)) {
        all.push_back({Topic::private_shares, {}});
    }
}

/// Whether all that a warning asks for holds, but what it asks of a grant.
bool has_reason(const AfterTax& after, const tax::Form& form, const tax::Warning& warning) {
    const model::Offer& offer = *after.offer->offer;
    const std::string& home = after.law->place.header.id;
    const std::string there = place_in(offer.location);
    const auto contains = [&](const std::string& word) { return says(offer, word); };
    const auto works_there = [&](const std::string& place) { return place == there && is_elsewhere(place, home); };
    return (!warning.unsold || taxed_unsold(after)) && (!warning.late_start || starts_late(after)) &&
           (!warning.children || after.household.children > 0) &&
           (!warning.above || any_year_above(after, *warning.above)) &&
           (warning.says.empty() || std::any_of(warning.says.begin(), warning.says.end(), contains)) &&
           (warning.works_in.empty() || std::any_of(warning.works_in.begin(), warning.works_in.end(), works_there)) &&
           (!warning.at_ceiling || at_ceiling(after, form, warning.at_ceiling->name));
}

void warn_as_form(const AfterTax& after, const tax::Form& form, const tax::Warning& warning,
                  std::vector<TaxRemark>& all) {
    if (!has_reason(after, form, warning)) {
        return;
    }
    if (warning.grants.empty() && !warning.planned) {
        all.push_back({Topic::of_form, {}, &warning});
        return;
    }
    for (const auto& grant : after.offer->grants) {
        const bool kind = warning.grants.empty() || std::find(warning.grants.begin(), warning.grants.end(),
                                                              grant.instrument) != warning.grants.end();
        if (kind && (!warning.planned || *warning.planned == is_planned(after, grant))) {
            all.push_back({Topic::of_form, grant.id, &warning});
        }
    }
}

}  // namespace

std::vector<TaxRemark> tax_warnings(const AfterTax& after) {
    std::vector<TaxRemark> all;
    const model::Offer& offer = *after.offer->offer;
    if (starts_late(after)) {
        all.push_back({Topic::starts_late, calendar::to_string(offer.start.value)});
    }
    if (const std::string there = place_in(offer.location);
        !there.empty() && is_elsewhere(there, after.law->place.header.id)) {
        all.push_back({Topic::works_elsewhere, offer.location});
    }
    warn_of_grants(after, all);
    if (std::any_of(after.years.begin(), after.years.end(),
                    [](const TaxYear& year) { return !year.pay.no_payroll.is_zero(); })) {
        all.push_back({Topic::purchase_plan, {}});
    }
    if (std::any_of(offer.sign_ons.begin(), offer.sign_ons.end(),
                    [](const auto& sign_on) { return sign_on.clawback.has_value(); })) {
        all.push_back({Topic::clawback_gross, {}});
    }
    if (after.household.most_deferral && !after.law->limits_deferral()) {
        all.push_back({Topic::no_limit_of_deferral, after.law->place.header.id});
    }
    for (const tax::Form& form : after.years.front().plan->forms()) {
        for (const tax::Warning& warning : form.warnings) {
            warn_as_form(after, form, warning, all);
        }
    }
    return all;
}

std::vector<TaxRemark> tax_left_out(const AfterTax& after) {
    std::vector<TaxRemark> all{{Topic::credits_and_moves, {}}};
    const model::Offer& offer = *after.offer->offer;
    if (offer.employment == model::Employment::contract && !after.years.front().plan->reads(tax::Input::se)) {
        all.push_back({Topic::contract, {}});
    }
    if (!after.offer->grants.empty()) {
        all.push_back({Topic::sale_of_shares, {}});
    }
    if (offer.benefits.health || offer.benefits.retirement || offer.benefits.retirement_match ||
        !offer.benefits.others.empty()) {
        all.push_back({Topic::benefits, {}});
    }
    for (const auto& use : after.years.front().plan->uses()) {
        if (!use.note.empty()) {
            all.push_back({Topic::form_note, use.name + ": " + use.note});
        }
    }
    return all;
}

}  // namespace offerkit::choice
