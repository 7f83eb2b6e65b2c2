#include <offerkit/report/words/assumptions.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/review.hpp>

namespace offerkit::report {

namespace {

using value::ValuedOffer;

/// Whether a default's value says something beyond its meaning in words: "paid hours a week (40)", but "no yearly
/// raise".
bool tells_more(const std::string& value) {
    const bool number = !value.empty() && value.front() >= '0' && value.front() <= '9';
    const bool date = value.size() == 10 && value[4] == '-' && value[7] == '-';
    return number && !date && value.find_first_of("123456789") != std::string::npos;
}

/// "Facts older than two years: ladders/amazon and ladders/meta of 2021-01-01"; empty where all are newer.
std::string old_facts(std::span<const model::Offer* const> offers, calendar::Date as_of) {
    std::map<calendar::Date, std::set<std::string>> by_date;
    for (const auto* offer : offers) {
        for (const auto& profile : offer->profiles) {
            if (value::is_old(profile, as_of)) {
                by_date[profile.as_of].insert(profile.kind + "/" + profile.id);
            }
        }
    }
    std::string text;
    for (const auto& [date, profiles] : by_date) {
        text += diagnostic::formatted("{}{} of {}", text.empty() ? "Facts older than two years: " : "; ",
                                      joined({profiles.begin(), profiles.end()}), to_string(date));
    }
    return text;
}

}  // namespace

std::vector<std::string> assumption_lines(const model::Valuation& valuation,
                                          std::span<const model::Offer* const> offers,
                                          std::span<const std::string> names, bool keys) {
    const auto& run = valuation.assumptions;
    const auto text_of = [&](const model::Assumption& assumption) {
        if (keys) {
            return diagnostic::formatted("{} (`{}` {})", assumption.meaning, assumption.key, assumption.value);
        }
        return assumption.meaning +
               (tells_more(assumption.value) ? diagnostic::formatted(" ({})", assumption.value) : "");
    };
    std::vector<std::string> lines;
    if (!run.empty()) {
        std::string line;
        for (const auto& assumption : run) {
            line += (line.empty() ? "" : "; ") +
                    (keys ? text_of(assumption)
                     : assumption.meaning.starts_with("assumes")
                         ? assumption.meaning
                         : diagnostic::formatted("{}: {}", assumption.meaning, assumption.value));
        }
        lines.push_back(capitalised(std::move(line)));
    }
    // Equal assumptions of several offers are told once, with whose they are.
    std::vector<std::pair<std::string, std::vector<std::size_t>>> shared;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const auto& assumption : offers[i]->assumptions) {
            if (!valuation.count_refreshers && assumption.key.starts_with("refresher.")) {
                continue;
            }
            const std::string text = text_of(assumption);
            const auto found =
                std::find_if(shared.begin(), shared.end(), [&](const auto& entry) { return entry.first == text; });
            if (found == shared.end()) {
                shared.push_back({text, {i}});
            } else if (found->second.back() != i) {
                found->second.push_back(i);
            }
        }
    }
    std::vector<std::pair<std::vector<std::size_t>, std::string>> by_owner;
    for (const auto& [text, owners] : shared) {
        const auto found = std::find_if(by_owner.begin(), by_owner.end(),
                                        [&, &whose = owners](const auto& entry) { return entry.first == whose; });
        if (found == by_owner.end()) {
            by_owner.emplace_back(owners, text);
        } else {
            found->second += "; " + text;
        }
    }
    // What holds for most comes first.
    std::stable_sort(by_owner.begin(), by_owner.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const auto& [owners, text] : by_owner) {
        std::string whose;
        if (offers.size() > 1) {
            std::vector<std::string> owner_names;
            for (const auto owner : owners) {
                owner_names.push_back(names[owner]);
            }
            whose = owners.size() == offers.size() ? "All offers: " : joined(owner_names, "and") + ": ";
        }
        lines.push_back(whose.empty() ? capitalised(text) : whose + text);
    }
    if (std::string old = old_facts(offers, valuation.as_of); !old.empty()) {
        lines.push_back(std::move(old));
    }
    return lines;
}

Document assumption_documents(const model::Valuation& valuation, std::span<const model::Offer* const> offers) {
    Document all = Document::array();
    const auto add = [&](const model::Assumption& assumption, const model::Offer* offer) {
        all.push(Document::object({{"company", offer != nullptr ? Document(offer->company) : Document::null()},
                                   {"file", offer != nullptr ? Document(offer->file) : Document::null()},
                                   {"key", assumption.key},
                                   {"value", assumption.value},
                                   {"meaning", assumption.meaning}}));
    };
    for (const auto& assumption : valuation.assumptions) {
        add(assumption, nullptr);
    }
    for (const auto* offer : offers) {
        for (const auto& assumption : offer->assumptions) {
            add(assumption, offer);
        }
        for (const auto& profile : offer->profiles) {
            if (value::is_old(profile, valuation.as_of)) {
                add({offer->company, profile.kind + "/" + profile.id, to_string(profile.as_of),
                     "facts older than two years", profile.span},
                    offer);
            }
        }
    }
    return all;
}

void add_rates(std::vector<std::string>& lines, std::span<const value::Conversion> rates) {
    for (const auto& rate : rates) {
        if (rate.from == rate.to) {
            continue;
        }
        std::string line = diagnostic::formatted("1 {} = {} {} ({})", rate.from.code(), to_decimal(rate.rate),
                                                 rate.to.code(), rate.origin);
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
            lines.push_back(std::move(line));
        }
    }
}

std::vector<std::string> rates_used(std::span<const ValuedOffer> offers) {
    std::vector<std::string> lines;
    for (const auto& offer : offers) {
        add_rates(lines, offer.conversions);
    }
    return lines;
}

}  // namespace offerkit::report
