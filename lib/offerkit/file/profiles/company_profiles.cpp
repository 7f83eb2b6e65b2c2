// Profiles of what companies do: schedules, ladders, medians and bands, and the companies themselves.

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/profiles/profile_reading.hpp>
#include <offerkit/file/terms/read_pay_range.hpp>
#include <offerkit/file/terms/read_vesting.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::ProfileHeader;

std::optional<model::PayRange> read_range(const View& owner, std::string_view key) {
    const auto table = owner.table(key);
    if (!table) {
        return std::nullopt;
    }
    return read_pay_range(*table);
}

/// A word as the file writes it: reading it as a choice only checks it.
std::string word_of(const View& view, std::string_view key) {
    const Node* node = view.find(key);
    if (node == nullptr) {
        return {};
    }
    const model::Field& field = *find_field(view.schema(), key);
    if (node->kind == NodeKind::number && model::accepts(field.accepts, model::Accepts::count)) {
        return view.count(key) ? node->text : std::string{};
    }
    if (auto fault = literal::choice(*node, field); !fault) {
        view.context().error(fault.error(), node->span);
        return {};
    }
    return node->text;
}

std::optional<quantity::Money> money_of(const View& view, std::string_view key) {
    const auto amount = view.money(key);
    return amount ? std::optional{amount->value} : std::nullopt;
}

void take_currency(const View& view) {
    if (const auto currency = view.currency("currency")) {
        view.context().currency = currency->value;
        view.context().stock_currency = currency->value;
    }
}

void read_levels(const View& view, model::Ladder& ladder) {
    for (const View& table : view.tables("level")) {
        model::LadderLevel level{.name = text_or_empty(table, "name"),
                                 .title = text_or_empty(table, "title"),
                                 .rung = word_of(table, "rung")};
        const auto from = table.count("from");
        const auto to = table.count("to");
        if (from && to) {
            level.from = from->value;
            level.to = to->value;
            if (from->value >= to->value) {
                view.context().error(codes::wrong_order, to->span, "`to` must be above `from`", "check both ends");
            }
        } else if (table.has("from") != table.has("to")) {
            table.require(table.has("from") ? "to" : "from", "an interval has two ends");
        } else if (!table.has("from") && !ladder.approximate) {
            table.require("from", "without an interval the ladder is `approximate = true`");
        }
        const auto same = std::find_if(ladder.levels.begin(), ladder.levels.end(),
                                       [&](const auto& other) { return other.name == level.name; });
        if (same != ladder.levels.end() && !level.name.empty()) {
            view.context().error(codes::duplicate_id, table.span("name"),
                                 diagnostic::formatted("there are two levels `{}`", level.name),
                                 "give each its own name");
        }
        ladder.levels.push_back(std::move(level));
    }
}

void read_medians(const View& view, std::string_view key, model::MarketProfile& market) {
    for (const View& table : view.tables(key)) {
        const auto total = table.money("total");
        model::MarketMedian median{.total = total ? total->value : quantity::Money::zero(market.currency)};
        median.title = text_or_empty(table, "title");
        if (key == "rung") {
            median.rung = word_of(table, "rung");
        } else {
            median.ladder = text_or_empty(table, "ladder");
            median.level = text_or_empty(table, "level");
        }
        median.base = money_of(table, "base");
        median.stock = money_of(table, "stock");
        median.bonus = money_of(table, "bonus");
        market.medians.push_back(std::move(median));
    }
}

}  // namespace

std::optional<model::VestingProfile> ProfileStore::vesting(const std::string& name, const Naming& naming) const {
    return read<model::VestingProfile>(
        "vesting", name, naming, [](const View& view, ProfileHeader header) -> std::optional<model::VestingProfile> {
            auto terms = read_schedule(view);
            if (!terms) {
                return std::nullopt;
            }
            terms->profile = header.id;
            return model::VestingProfile{std::move(header), std::move(*terms)};
        });
}

std::optional<model::Ladder> ProfileStore::ladder(const std::string& name, const Naming& naming) const {
    return read<model::Ladder>("ladders", name, naming,
                               [](const View& view, ProfileHeader header) -> std::optional<model::Ladder> {
                                   model::Ladder ladder{.header = std::move(header)};
                                   const auto approximate = view.boolean("approximate");
                                   const auto scale = view.count("scale_max");
                                   ladder.approximate = approximate && approximate->value;
                                   ladder.scale_max = scale ? scale->value : 0;
                                   if (!ladder.approximate) {
                                       view.require("scale_max", "without it the ladder is `approximate = true`");
                                   }
                                   read_levels(view, ladder);
                                   return ladder;
                               });
}

std::optional<model::MarketProfile> ProfileStore::market(const std::string& name, const Naming& naming) const {
    return read<model::MarketProfile>(
        "market", name, naming, [](const View& view, ProfileHeader header) -> std::optional<model::MarketProfile> {
            take_currency(view);
            model::MarketProfile market{.header = std::move(header), .currency = view.context().currency};
            read_medians(view, "rung", market);
            read_medians(view, "level", market);
            return market;
        });
}

std::optional<model::BandProfile> ProfileStore::band(const std::string& name, const Naming& naming) const {
    return read<model::BandProfile>("bands", name, naming,
                                    [](const View& view, ProfileHeader header) -> std::optional<model::BandProfile> {
                                        take_currency(view);
                                        model::BandProfile profile{.header = std::move(header),
                                                                   .company = text_or_empty(view, "company"),
                                                                   .currency = view.context().currency};
                                        for (const View& table : view.tables("band")) {
                                            model::PostedBand band{.title = text_or_empty(table, "title"),
                                                                   .ladder = text_or_empty(table, "ladder"),
                                                                   .level = text_or_empty(table, "level")};
                                            band.base = read_range(table, "base").value_or(model::PayRange{});
                                            band.total = read_range(table, "total").value_or(model::PayRange{});
                                            if (const auto bonus = table.rate("bonus")) {
                                                band.bonus = bonus->value;
                                            }
                                            profile.bands.push_back(std::move(band));
                                        }
                                        return profile;
                                    });
}

std::optional<model::CompanyProfile> ProfileStore::company(const std::string& name, const Naming& naming) const {
    return read<model::CompanyProfile>(
        "companies", name, naming, [](const View& view, ProfileHeader header) -> std::optional<model::CompanyProfile> {
            model::CompanyProfile profile{.header = std::move(header), .company = text_or_empty(view, "company")};
            profile.ladder = text_or_empty(view, "ladder");
            profile.vesting = text_or_empty(view, "vesting");
            for (const auto& day : view.vest_days("align")) {
                profile.align.push_back(day.value);
            }
            profile.day_of_month = word_of(view, "day_of_month");
            profile.instrument = word_of(view, "instrument");
            const auto kind = view.choice<model::StockKind>("stock_kind");
            profile.stock_kind = kind ? kind->value : model::StockKind::public_market;
            if (const auto employer = view.choice<model::Employer>("employer")) {
                profile.employer = employer->value;
            }
            if (view.rate("bonus")) {
                profile.bonus = view.find("bonus")->text;
            }
            profile.conversion_note = text_or_empty(view, "conversion_note");
            return profile;
        });
}

}  // namespace offerkit::file
