#include <offerkit/file/profile_store.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/builtin_profiles.hpp>
#include <offerkit/file/detail/profile_reading.hpp>
#include <offerkit/file/read_negotiation.hpp>
#include <offerkit/file/read_priorities.hpp>
#include <offerkit/file/read_range.hpp>
#include <offerkit/file/read_vesting.hpp>
#include <offerkit/file/text_file.hpp>
#include <offerkit/file/view.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
namespace fs = std::filesystem;
using model::ProfileHeader;

constexpr std::size_t longest_id = 100;

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
                view.context().error(codes::wrong_order, to->span, "`to` is above `from`", "check both ends");
            }
        } else if (table.has("from") != table.has("to")) {
            table.require(table.has("from") ? "to" : "from", "an interval has two ends");
        } else if (!table.has("from") && !ladder.approximate) {
            table.require("from", "without an interval the ladder is `approximate = true`");
        }
        const auto same = std::find_if(ladder.levels.begin(), ladder.levels.end(),
                                       [&](const auto& other) { return other.name == level.name; });
        if (same != ladder.levels.end() && !level.name.empty()) {
            view.context().error(codes::duplicate_id, table.span("name"), "there are two levels `" + level.name + "`",
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

/// "vesting profile": what one of a kind is called.
std::string_view one_of(std::string_view kind) noexcept {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> names{
        {{"vesting", "vesting profile"},
         {"ladders", "ladder"},
         {"bands", "profile of pay bands"},
         {"market", "market profile"},
         {"companies", "company profile"},
         {"claims", "profile of claims"},
         {"priorities", "priorities profile"},
         {"negotiation", "negotiation profile"},
         {"taxes", "tax form"},
         {"places", "place"}}};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == kind; });
    return found == names.end() ? std::string_view{"profile"} : found->second;
}

}  // namespace

std::optional<ProfileHeader> detail::read_header(const View& view, std::string_view kind, std::string id,
                                                 bool built_in) {
    const auto name = view.text("name");
    const auto source = view.text("source");
    const auto as_of = view.date("as_of");
    const auto note = view.text("note");
    if (!name || !source || !as_of) {
        return std::nullopt;
    }
    return ProfileHeader{std::string{kind}, std::move(id), name->value,
                         source->value,     as_of->value,  note ? note->value : std::string{},
                         built_in};
}

ProfileStore::ProfileStore(std::vector<std::string> folders)
    : folders_{std::move(folders)}, cache_{std::make_shared<Cache>()} {}

bool is_profile_id(std::string_view word) noexcept {
    return !word.empty() && word.size() <= longest_id && word.front() != '.' &&
           std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_' || c == '.';
           });
}

std::optional<ProfileStore::Found> ProfileStore::find(std::string_view kind, const std::string& name,
                                                      const std::string& folder) const {
    if (name.ends_with(".toml")) {
        const fs::path path{name};
        const bool climbs = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
        if (path.is_absolute() || climbs) {
            return std::nullopt;
        }
        const std::string full = folder.empty() ? name : (fs::path{folder} / path).string();
        auto text = slurp(full);
        return text ? std::optional{Found{path.stem().string(), full, std::move(*text), false}} : std::nullopt;
    }
    if (!is_profile_id(name)) {
        return std::nullopt;
    }
    for (const std::string& own : folders_) {
        const std::string path = (fs::path{own} / kind / (name + ".toml")).string();
        if (auto text = slurp(path)) {
            return Found{name, path, std::move(*text), false};
        }
    }
    const auto all = builtin_profiles();
    const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltinProfile& profile) {
        return profile.kind == kind && profile.id == name;
    });
    if (found == all.end()) {
        return std::nullopt;
    }
    return Found{name, "profiles/" + std::string{kind} + "/" + name + ".toml (built in)", std::string{found->text},
                 true};
}

void ProfileStore::report_unknown(std::string_view kind, const std::string& name, const Naming& naming) const {
    std::string message = "there is no " + std::string{one_of(kind)} + " `" + name + "`";
    std::string help;
    if (name.ends_with(".toml")) {
        message = "there is no profile file `" + name + "`";
        help = fs::path{name}.is_absolute() || name.find("..") != std::string::npos
                   ? "a path is relative to the file that names it and holds no `..`"
                   : "the path is relative to the file that names it";
    } else {
        const auto known = ids(kind);
        const std::vector<std::string_view> words{known.begin(), known.end()};
        const std::string near = diagnostic::did_you_mean(name, words);
        help = near.empty() ? "`offerkit profiles` lists them; a file of your own is named by its path, ending in .toml"
                            : near;
    }
    naming.diagnostics.error(codes::unknown_profile, naming.span, std::move(message), std::move(help));
}

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
            profile.align = view.days_of_year("align");
            profile.day_of_month = word_of(view, "day_of_month");
            profile.instrument = word_of(view, "instrument");
            const auto kind = view.choice<model::StockKind>(
                "stock_kind",
                {{"public", model::StockKind::public_market}, {"private", model::StockKind::private_company}});
            profile.stock_kind = kind ? kind->value : model::StockKind::public_market;
            if (view.rate("bonus")) {
                profile.bonus = view.find("bonus")->text;
            }
            profile.conversion_note = text_or_empty(view, "conversion_note");
            return profile;
        });
}

std::optional<model::NegotiationProfile> ProfileStore::negotiation(const std::string& name,
                                                                   const Naming& naming) const {
    return read<model::NegotiationProfile>("negotiation", name, naming, read_negotiation);
}

std::optional<model::PrioritiesProfile> ProfileStore::priorities(const std::string& name, const Naming& naming,
                                                                 quantity::Currency currency) const {
    return read<model::PrioritiesProfile>(
        "priorities", name, naming,
        [&](const View& view, ProfileHeader header) -> std::optional<model::PrioritiesProfile> {
            model::Priorities priorities = read_priorities(view, naming.sources[view.span().source].name());
            priorities.profile = header.id;
            return model::PrioritiesProfile{std::move(header), std::move(priorities)};
        },
        currency);
}

std::optional<model::ClaimsProfile> ProfileStore::claims(const std::string& name, const Naming& naming) const {
    return read<model::ClaimsProfile>(
        "claims", name, naming, [](const View& view, ProfileHeader header) -> std::optional<model::ClaimsProfile> {
            model::ClaimsProfile profile{.header = std::move(header)};
            for (const View& table : view.tables("claim")) {
                const auto text = table.text("text");
                const auto source = table.text("source");
                const auto as_of = table.date("as_of");
                if (text && source && as_of) {
                    profile.claims.push_back({text->value, source->value, as_of->value});
                }
            }
            return profile;
        });
}

std::vector<std::string> ProfileStore::ids(std::string_view kind) const {
    std::vector<std::string> result;
    for (const BuiltinProfile& profile : builtin_profiles()) {
        if (profile.kind == kind) {
            result.emplace_back(profile.id);
        }
    }
    for (const std::string& folder : folders_) {
        std::error_code error;
        fs::directory_iterator entry{fs::path{folder} / kind, error};
        for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
            const fs::path& path = entry->path();
            if (path.extension() == ".toml" && is_profile_id(path.stem().string())) {
                result.push_back(path.stem().string());
            }
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::optional<std::string> ProfileStore::text(std::string_view kind, const std::string& name) const {
    auto found = find(kind, name, {});
    return found ? std::optional{std::move(found->text)} : std::nullopt;
}

std::optional<ProfileHeader> ProfileStore::header(std::string_view kind, const std::string& name,
                                                  const Naming& naming) const {
    return read<ProfileHeader>(kind, name, naming,
                               [](const View&, ProfileHeader header) { return std::optional{std::move(header)}; });
}

std::vector<ProfileHeader> ProfileStore::list(std::string_view kind, diagnostic::Sources& sources,
                                              diagnostic::Diagnostics& diagnostics) const {
    std::vector<ProfileHeader> result;
    for (const std::string& id : ids(kind)) {
        if (auto one = header(kind, id, {sources, diagnostics, {}, {}})) {
            result.push_back(std::move(*one));
        }
    }
    return result;
}

}  // namespace offerkit::file
