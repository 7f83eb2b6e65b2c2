#include <offerkit/report/ledger/ledger.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <offerkit/report/words/offer_names.hpp>

namespace offerkit::report {
namespace {

using timeline::Category;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// A part of an account's name that hledger and Beancount both take: letters, digits and hyphens, a capital first.
std::string account_part(std::string_view text, std::string_view otherwise) {
    std::string part;
    for (const char c : text) {
        const bool kept = is_letter(c) || (c >= '0' && c <= '9');
        if (kept) {
            part += part.empty() ? upper(c) : c;
        } else if (!part.empty() && part.back() != '-') {
            part += '-';
        }
    }
    while (part.ends_with('-')) {
        part.pop_back();
    }
    return part.empty() ? std::string(otherwise) : part;
}

/// What shares of an offer are called: letters alone, for hledger wants anything else between quotation marks, which
/// Beancount does not take.
std::string commodity_of(const model::Offer& offer, model::Instrument instrument) {
    const std::string& symbol = offer.stock && !offer.stock->symbol.empty() ? offer.stock->symbol : offer.company;
    std::string name;
    for (const char c : symbol) {
        name += is_letter(c) ? std::string(1, upper(c)) : "";
    }
    constexpr std::size_t most = 12;  // of the 24 that Beancount takes
    name.resize(std::min(name.size(), most));
    return (name.size() < 2 ? "SHARES" + name : name) + (model::has_strike(instrument) ? "OPTIONS" : "");
}

/// The accounts of offers: each has a name of its own. `Offers` are of anything that refers to its `offer`.
template <class Offers>
std::vector<std::string> roots(const Offers& offers) {
    std::vector<const model::Offer*> papers;
    for (const auto& offer : offers) {
        papers.push_back(offer.offer);
    }
    const auto names = offer_names(papers);
    std::vector<std::string> all;
    std::set<std::string> used;
    for (const auto& name : names) {
        const std::string plain = account_part(name, "Offer");
        std::string own = plain;
        for (int i = 2; !used.insert(own).second; ++i) {
            own = plain + "-" + std::to_string(i);
        }
        all.push_back(std::move(own));
    }
    return all;
}

std::string_view income_of(Category category) {
    switch (category) {
        case Category::base: return "Base";
        case Category::bonus: return "Bonus";
        case Category::sign_on: return "Sign-on";
        case Category::equity: return "Equity";
        case Category::refreshers: return "Refreshers";
        case Category::benefits: return "Benefits";
        case Category::costs: return "Costs";
    }
    return "Base";
}

/// Finds the tranche that an amount of equity is of: of several on one day each is taken once, in their order.
class TranchesTaken {
public:
    explicit TranchesTaken(const value::ValuedOffer& offer) : offer_(offer) {}

    [[nodiscard]] std::optional<LedgerShares> of(const timeline::CashFlow& flow) {
        for (const auto* grants : {&offer_.grants, &offer_.refreshers}) {
            for (const auto& grant : *grants) {
                if (grant.id != flow.label || grant.instrument == model::Instrument::cash) {
                    continue;
                }
                std::size_t& next = taken_[{grant.id, flow.date}];
                std::size_t seen = 0;
                for (const auto& tranche : grant.schedule.tranches) {
                    if (tranche.date == flow.date && tranche.forfeiture == timeline::Forfeiture::none &&
                        !tranche.quantity.is_zero() && seen++ == next) {
                        ++next;
                        return LedgerShares{tranche.quantity, commodity_of(*offer_.offer, grant.instrument)};
                    }
                }
            }
        }
        return std::nullopt;
    }

private:
    const value::ValuedOffer& offer_;
    std::map<std::pair<std::string, calendar::Date>, std::size_t> taken_{};
};

LedgerEntry entry_of(const timeline::CashFlow& flow, const std::string& company, const std::string& root,
                     std::optional<LedgerShares> shares) {
    const bool equity = flow.category == Category::equity || flow.category == Category::refreshers;
    const std::string_view income = income_of(flow.category);
    LedgerEntry entry{.date = flow.date,
                      .company = company,
                      .what = std::string(word(flow.category)) + (flow.label.empty() ? "" : ": " + flow.label),
                      .to = "Assets:" + root + ":Pay",
                      .from = "Income:" + root + ":" + std::string(income),
                      .amount = flow.amount,
                      .shares = std::move(shares)};
    if (equity) {
        entry.what = flow.label + " vests";
        entry.to = "Assets:" + root + ":Shares:" + account_part(flow.label, "Grant");
    } else if (flow.category == Category::benefits) {
        entry.to = "Assets:" + root + ":Benefits";
    } else if (flow.category == Category::costs) {
        entry.from = "Expenses:" + root + ":Costs";
    }
    return entry;
}

void by_date(std::vector<LedgerEntry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const LedgerEntry& a, const LedgerEntry& b) { return a.date < b.date; });
}

}  // namespace

std::vector<LedgerEntry> ledger_entries(std::span<const value::ValuedOffer> offers) {
    const auto names = roots(offers);
    std::vector<LedgerEntry> entries;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        TranchesTaken tranches{offers[i]};
        for (const auto& flow : offers[i].flows) {
            const bool equity = flow.category == Category::equity || flow.category == Category::refreshers;
            auto shares = equity ? tranches.of(flow) : std::nullopt;
            if (!flow.amount.is_zero() || shares) {
                entries.push_back(entry_of(flow, offers[i].offer->company, names[i], std::move(shares)));
            }
        }
    }
    by_date(entries);
    return entries;
}

std::vector<LedgerEntry> ledger_entries(std::span<const value::OfferTimeline> offers) {
    const auto names = roots(offers);
    std::vector<LedgerEntry> entries;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const auto& grant : offers[i].grants) {
            const bool cash = grant.grant.instrument == model::Instrument::cash;
            for (const auto& each : grant.tranches) {
                const bool comes = each.state != value::VestState::forfeited &&
                                   each.state != value::VestState::pending &&
                                   each.state != value::VestState::impossible;
                if (!comes || !each.tranche.date || !each.value || each.tranche.quantity.is_zero()) {
                    continue;
                }
                entries.push_back(
                    {.date = *each.tranche.date,
                     .company = offers[i].offer->company,
                     .what = grant.grant.id + " vests",
                     .to = "Assets:" + names[i] + ":Shares:" + account_part(grant.grant.id, "Grant"),
                     .from = "Income:" + names[i] + ":" + (grant.grant.refresher ? "Refreshers" : "Equity"),
                     .amount = *each.value,
                     .shares =
                         cash ? std::nullopt
                              : std::optional{LedgerShares{each.tranche.quantity,
                                                           commodity_of(*offers[i].offer, grant.grant.instrument)}}});
            }
        }
    }
    by_date(entries);
    return entries;
}

}  // namespace offerkit::report
