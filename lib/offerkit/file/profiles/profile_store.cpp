#include <offerkit/file/profiles/profile_store.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/document/text_file.hpp>
#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/priorities/read_priorities.hpp>
#include <offerkit/file/profiles/career_priors.hpp>
#include <offerkit/file/profiles/profile_files.hpp>
#include <offerkit/file/profiles/profile_reading.hpp>
#include <offerkit/file/profiles/read_negotiation.hpp>
#include <offerkit/file/terms/read_volatility.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
namespace fs = std::filesystem;
using diagnostic::formatted;
using model::ProfileHeader;

/// "vesting profile": what one of a kind is called.
std::string_view one_of(std::string_view kind) noexcept {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 13> names{
        {{"vesting", "vesting profile"},
         {"ladders", "ladder"},
         {"bands", "profile of pay bands"},
         {"market", "market profile"},
         {"companies", "company profile"},
         {"claims", "profile of claims"},
         {"priorities", "priorities profile"},
         {"negotiation", "negotiation profile"},
         {"taxes", "tax form"},
         {"places", "place"},
         {"stocks", "profile of share prices"},
         {"exits", "profile of exits"},
         {"career", "profile of priors"}}};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == kind; });
    return found == names.end() ? std::string_view{"profile"} : found->second;
}

/// Something of a person's own that is there and cannot be read, under its own path.
void report_unreadable(const NoProfile& missing, const Naming& naming) {
    UnreadableReason reason = missing.why == NoProfile::Why::leads_away
                                  ? UnreadableReason{"this is a link that leads nowhere, or lies behind one",
                                                     "point it at a profile, or remove it"}
                                  : unreadable_reason(missing.error);
    naming.diagnostics.unreadable(codes::unreadable_file, {naming.sources.add(missing.path, {}), 0, 0, 0},
                                  std::move(reason.message), std::move(reason.help));
}

/// One warning for what cannot be used and nothing has named, with the first of its problems.
void leave_out(const std::string& what, const diagnostic::Diagnostics& problems, diagnostic::Diagnostics& into) {
    const auto sorted = problems.sorted();
    const auto first = std::find_if(sorted.begin(), sorted.end(), [](const diagnostic::Diagnostic& problem) {
        return problem.severity == diagnostic::Severity::error || problem.severity == diagnostic::Severity::unreadable;
    });
    if (first != sorted.end()) {
        into.warning(codes::profile_left_out, first->span, formatted("{} is left out: {}", what, first->message),
                     first->help);
    }
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

void ProfileStore::report_missing(std::string_view kind, const std::string& name, const NoProfile& missing,
                                  const Naming& naming) const {
    switch (missing.why) {
        case NoProfile::Why::unknown: break;
        case NoProfile::Why::leads_out:
            naming.diagnostics.unreadable(
                codes::unreadable_file, naming.span,
                formatted("the profile file `{}` is a link that leads out of the folder of the file that names it",
                          name),
                "copy what it points to into that folder");
            return;
        case NoProfile::Why::leads_away:
        case NoProfile::Why::unreadable: report_unreadable(missing, naming); return;
    }
    std::string message = formatted("there is no {} `{}`", one_of(kind), name);
    std::string help;
    if (name.ends_with(".toml")) {
        message = formatted("there is no profile file `{}`", name);
        help = fs::path{name}.is_absolute() || name.find("..") != std::string::npos
                   ? "a path is relative to the file that names it and holds no `..`"
                   : "the path is relative to the file that names it";
    } else {
        const auto known = ids(kind);
        const std::vector<std::string_view> words{known.begin(), known.end()};
        const std::string near = diagnostic::did_you_mean(name, words);
        help = near.empty() ? "`offerkit profiles` lists them; a file of your own is named by its path, ending in .toml"
                            : near;
        if (kind == "places") {
            help = formatted(
                "{}`offerkit profiles places` lists them, and docs/tax.md, \"Adding a place\", says how to write one",
                near.empty() ? "" : near + " ");
        }
    }
    naming.diagnostics.error(codes::unknown_profile, naming.span, std::move(message), std::move(help));
}

std::optional<model::NegotiationProfile> ProfileStore::negotiation(const std::string& name,
                                                                   const Naming& naming) const {
    return read<model::NegotiationProfile>("negotiation", name, naming, read_negotiation);
}

std::optional<model::NegotiationProfile> ProfileStore::practice(std::optional<model::Employer> employer,
                                                                const Naming& naming) const {
    auto practice = negotiation("practice", naming);
    if (!practice || !employer) {
        return practice;
    }
    auto own = negotiation(std::string{word(*employer)}, naming);
    if (!own) {
        return std::nullopt;
    }
    practice->equity = own->equity;
    practice->sign_on = own->sign_on;
    practice->base = own->base;
    practice->bonus = own->bonus;
    practice->level = own->level;
    practice->room = std::move(own->room);
    practice->claims = std::move(own->claims);
    if (!own->non_cash.empty()) {
        practice->non_cash = std::move(own->non_cash);
    }
    return practice;
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
            profile.claims = read_claims(view);
            return profile;
        });
}

std::optional<model::StocksProfile> ProfileStore::stocks(const std::string& name, const Naming& naming) const {
    return read<model::StocksProfile>(
        "stocks", name, naming, [](const View& view, ProfileHeader header) -> std::optional<model::StocksProfile> {
            const auto volatility = read_volatility(view);
            const auto correlation = view.rate("market_correlation");
            if (!volatility || !correlation) {
                return std::nullopt;
            }
            return model::StocksProfile{std::move(header), volatility->value, correlation->value};
        });
}

std::optional<ProfileHeader> ProfileStore::check(std::string_view kind, const std::string& path,
                                                 const std::string& text, const Naming& naming) const {
    ProfileStore one{folders_};
    one.given_ = std::make_shared<const ProfileText>(ProfileText{fs::path{path}.stem().string(), path, text, false});
    const auto header_of = [](const auto& profile) { return profile ? std::optional{profile->header} : std::nullopt; };
    if (kind == "vesting") {
        return header_of(one.vesting(path, naming));
    }
    if (kind == "ladders") {
        return header_of(one.ladder(path, naming));
    }
    if (kind == "bands") {
        return header_of(one.band(path, naming));
    }
    if (kind == "market") {
        return header_of(one.market(path, naming));
    }
    if (kind == "companies") {
        return header_of(one.company(path, naming));
    }
    if (kind == "claims") {
        return header_of(one.claims(path, naming));
    }
    if (kind == "negotiation") {
        return header_of(one.negotiation(path, naming));
    }
    if (kind == "priorities") {
        return header_of(one.priorities(path, naming, *quantity::Currency::of("USD")));
    }
    if (kind == "stocks") {
        return header_of(one.stocks(path, naming));
    }
    if (kind == "exits") {
        return header_of(one.exits(path, naming));
    }
    if (kind == "places") {
        return header_of(one.place(path, naming));
    }
    if (kind == "taxes") {
        return header_of(one.tax_form(path, naming));
    }
    if (kind == "career") {
        return one.read<ProfileHeader>(kind, path, naming, [](const View& view, ProfileHeader header) {
            static_cast<void>(read_priors(view));
            return std::optional{std::move(header)};
        });
    }
    return one.header(kind, path, naming);
}

std::vector<std::string> ProfileStore::ids(std::string_view kind) const { return profile_ids(folders_, kind); }

std::optional<std::string> ProfileStore::text(std::string_view kind, const std::string& name) const {
    auto found = find_profile(folders_, kind, name, {});
    return found ? std::optional{std::move(found->text)} : std::nullopt;
}

std::optional<ProfileHeader> ProfileStore::header(std::string_view kind, const std::string& name,
                                                  const Naming& naming) const {
    return read<ProfileHeader>(kind, name, naming,
                               [](const View&, ProfileHeader header) { return std::optional{std::move(header)}; });
}

template <class T, class One>
std::vector<T> ProfileStore::every(std::string_view kind, const std::optional<std::string>& only,
                                   diagnostic::Sources& sources, diagnostic::Diagnostics& diagnostics, One one) const {
    ProfileStore readable{*this};
    for (const NoProfile& folder : unreadable_folders(folders_, kind)) {
        diagnostic::Diagnostics problems;
        report_unreadable(folder, {sources, problems});
        leave_out("this folder of profiles", problems, diagnostics);
        std::erase_if(readable.folders_,
                      [&](const std::string& own) { return folder_of_kind(own, kind) == folder.path; });
    }
    std::vector<T> result;
    for (const std::string& id : readable.ids(kind)) {
        if (only && id != *only) {
            continue;
        }
        diagnostic::Diagnostics problems;
        if (auto profile = one(readable, id, Naming{sources, problems})) {
            result.push_back(std::move(*profile));
            for (const auto& problem : problems.all()) {
                diagnostics.add(problem);
            }
        } else {
            leave_out("this " + std::string{one_of(kind)}, problems, diagnostics);
        }
    }
    return result;
}

std::vector<ProfileHeader> ProfileStore::list(std::string_view kind, diagnostic::Sources& sources,
                                              diagnostic::Diagnostics& diagnostics) const {
    return every<ProfileHeader>(kind, {}, sources, diagnostics,
                                [&](const ProfileStore& store, const std::string& id, const Naming& naming) {
                                    return store.header(kind, id, naming);
                                });
}

std::vector<model::Ladder> ProfileStore::ladders(diagnostic::Sources& sources,
                                                 diagnostic::Diagnostics& diagnostics) const {
    return every<model::Ladder>("ladders", {}, sources, diagnostics,
                                [](const ProfileStore& store, const std::string& id, const Naming& naming) {
                                    return store.ladder(id, naming);
                                });
}

std::vector<model::BandProfile> ProfileStore::bands(diagnostic::Sources& sources,
                                                    diagnostic::Diagnostics& diagnostics) const {
    return every<model::BandProfile>(
        "bands", {}, sources, diagnostics,
        [](const ProfileStore& store, const std::string& id, const Naming& naming) { return store.band(id, naming); });
}

std::vector<model::MarketProfile> ProfileStore::markets(diagnostic::Sources& sources,
                                                        diagnostic::Diagnostics& diagnostics) const {
    return every<model::MarketProfile>("market", {}, sources, diagnostics,
                                       [](const ProfileStore& store, const std::string& id, const Naming& naming) {
                                           return store.market(id, naming);
                                       });
}

std::optional<model::ClaimsProfile> ProfileStore::claims_about(const std::string& topic, diagnostic::Sources& sources,
                                                               diagnostic::Diagnostics& diagnostics) const {
    auto found = every<model::ClaimsProfile>("claims", topic, sources, diagnostics,
                                             [](const ProfileStore& store, const std::string& id,
                                                const Naming& naming) { return store.claims(id, naming); });
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::optional<model::VestingProfile> schedule_named(const Context& context, const model::Stated<std::string>& name) {
    return context.profiles.vesting(name.value, {context.sources, context.diagnostics, context.folder, name.span});
}

}  // namespace offerkit::file
