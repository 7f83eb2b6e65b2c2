#include <offerkit/choice/after_tax/remarks.hpp>

#include <algorithm>
#include <string_view>

namespace offerkit::choice {

namespace {

using Topic = TaxTopic;

// Childcare for working parents in the United Kingdom ends for who earns more.
constexpr std::int64_t childcare_line = 100'000;

bool of_country(const AfterTax& after, std::string_view country) {
    const auto& taxes = after.law->place.taxes;
    return !taxes.empty() && taxes.front().substr(0, taxes.front().find('-')) == country;
}

bool says(const model::Offer& offer, std::string_view word) {
    const auto found = [&](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return text.find(word) != std::string::npos;
    };
    return found(offer.role) || found(offer.location) ||
           std::any_of(offer.benefits.others.begin(), offer.benefits.others.end(),
                       [&](const auto& other) { return found(other.name); });
}

bool reads(const AfterTax& after, tax::Component component) {
    return !after.years.front().taxes.components[static_cast<std::size_t>(component)].is_zero();
}

void warn_of_start(const AfterTax& after, std::vector<TaxRemark>& all) {
    const model::Offer& offer = *after.offer->offer;
    if (offer.kind == model::OfferKind::current || offer.start.value.month() == 1) {
        return;
    }
    all.push_back({Topic::starts_late, calendar::to_string(offer.start.value)});
    if (of_country(after, "us") && reads(after, tax::Component::social_security)) {
        const TaxYear& first = after.years.front();
        const auto flat = static_cast<double>(first.pay.cash.minor() + first.pay.equity.minor()) * 0.062;
        const auto taken = static_cast<double>(
            first.taxes.components[static_cast<std::size_t>(tax::Component::social_security)].minor());
        if (taken < flat - 1) {
            all.push_back({Topic::social_security_again, {}});
        }
    }
}

void warn_of_grants(const AfterTax& after, std::vector<TaxRemark>& all) {
    const bool american = of_country(after, "us");
    for (const auto& grant : after.offer->grants) {
        const auto model = std::find_if(after.offer->offer->grants.begin(), after.offer->offer->grants.end(),
                                        [&](const auto& each) { return each.id == grant.id; });
        const bool option = model::is_option(grant.instrument);
        const bool planned = model != after.offer->offer->grants.end() && model->exercise.has_value();
        if (option && !planned) {
            all.push_back({Topic::options_not_planned, grant.id});
        }
        if (option && planned && grant.instrument == model::Instrument::iso) {
            all.push_back({Topic::incentive_exercise, grant.id});
        }
        if (option && of_country(after, "ca")) {
            all.push_back({Topic::canadian_options, grant.id});
        }
        if (grant.instrument == model::Instrument::rsa && american) {
            all.push_back({Topic::restricted_stock_election, grant.id});
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
    // Options are taxed when they are exercised, which their holder decides.
    const auto taxed_unsold = [&](const timeline::CashFlow& flow) {
        return flow.category == timeline::Category::equity && !flow.payable &&
               std::none_of(after.offer->grants.begin(), after.offer->grants.end(), [&](const auto& grant) {
                   return grant.id == flow.label && model::is_option(grant.instrument);
               });
    };
    if (std::any_of(after.offer->flows.begin(), after.offer->flows.end(), taxed_unsold)) {
        all.push_back({Topic::private_shares, {}});
    }
    if (!after.offer->grants.empty() && of_country(after, "sg")) {
        all.push_back({Topic::singapore_exercise, {}});
    }
}

void warn_of_place(const AfterTax& after, std::vector<TaxRemark>& all) {
    const model::Offer& offer = *after.offer->offer;
    const bool british = of_country(after, "uk");
    if (british && after.household.children > 0) {
        const auto line = Money{childcare_line * after.law->currency().minor_per_major(), after.law->currency()};
        if (std::any_of(after.years.begin(), after.years.end(),
                        [&](const TaxYear& year) { return year.pay.cash + year.pay.equity > line; })) {
            all.push_back({Topic::childcare_line, {}});
        }
    }
    if (of_country(after, "au") && (says(offer, "package") || says(offer, "super"))) {
        all.push_back({Topic::package_includes, {}});
    }
    if (of_country(after, "in") && (says(offer, "ctc") || says(offer, "cost to company"))) {
        all.push_back({Topic::cost_to_company, {}});
    }
    if (of_country(after, "de")) {
        all.push_back({Topic::german_class, {}});
    }
    if (after.law->place.header.id == "nl-30") {
        all.push_back({Topic::dutch_ruling, {}});
    }
}

}  // namespace

std::vector<TaxRemark> tax_warnings(const AfterTax& after) {
    std::vector<TaxRemark> all;
    warn_of_start(after, all);
    warn_of_grants(after, all);
    const model::Offer& offer = *after.offer->offer;
    if (std::any_of(offer.sign_ons.begin(), offer.sign_ons.end(),
                    [](const auto& sign_on) { return sign_on.clawback.has_value(); })) {
        all.push_back({Topic::clawback_gross, {}});
    }
    if (after.household.most_deferral && !after.law->limits_deferral()) {
        all.push_back({Topic::no_limit_of_deferral, after.law->place.header.id});
    }
    warn_of_place(after, all);
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
