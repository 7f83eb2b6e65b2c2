#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/levels/first_screen.hpp>
#include <offerkit/report/levels/levels.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/level_profiles.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/system/clock.hpp>
#include <offerkit/choice/career/beside.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {
namespace {

using model::Ladder;

/// The profiles that the answer rests on.
struct Facts : LevelProfiles {
    std::vector<model::ClaimsProfile> claims{};

    [[nodiscard]] report::LevelFacts seen_from(const Session& session) const {
        const auto& invocation = session.invocation();
        return {ladders,
                bands,
                markets,
                claims,
                invocation.as_of ? *invocation.as_of : today(),
                invocation.to_ladder.value_or("")};
    }
};

Facts facts_of(Session& session) {
    Facts facts{read_level_profiles(session)};
    // Claims about another topic are another command's.
    if (auto claims = session.profiles().claims_about("levels", session.sources(), session.problems())) {
        facts.claims.push_back(std::move(*claims));
    }
    return facts;
}

/// "did you mean ...?", or what there is.
std::string hint(std::string_view written, const std::vector<std::string>& known, const std::string& otherwise) {
    const std::vector<std::string_view> words(known.begin(), known.end());
    const std::string near = diagnostic::did_you_mean(written, words);
    return near.empty() ? otherwise : near;
}

std::vector<std::string> names_of(const Ladder& ladder) {
    std::vector<std::string> names;
    std::transform(ladder.levels.begin(), ladder.levels.end(), std::back_inserter(names),
                   [](const auto& level) { return level.name; });
    return names;
}

std::string listed_names(const std::vector<std::string>& names) {
    const std::vector<std::string_view> words(names.begin(), names.end());
    return diagnostic::listed(words, "and");
}

/// Whether there is the ladder that an option names; a complaint where not. One that is named by its path is read.
bool is_ladder(Session& session, const std::string& name, std::string_view option, Facts& facts) {
    const auto known = session.profiles().ids("ladders");
    // A ladder that is left out as long as nobody names it is named here, and read for its problems.
    if (name.ends_with(".toml") || std::find(known.begin(), known.end(), name) != known.end()) {
        const auto source = session.sources().add(std::string(option), name);
        const diagnostic::Span span{source, 1, 1, static_cast<std::uint32_t>(name.size())};
        add_ladder(session, name, {session.sources(), session.problems(), "", span}, facts.ladders);
    }
    const bool found = choice::find_ladder(facts.ladders, name) != nullptr;
    if (!found && !session.failed()) {
        std::vector<std::string> ids;
        for (const auto& each : facts.ladders) {
            ids.push_back(each.header.id);
        }
        session.complain(
            {"there is no ladder " + ticked(name), hint(name, ids, "the ladders are " + listed_names(ids))});
    }
    return found;
}

/// The levels asked for: the one of `--ladder`, or those of that name on every ladder.
std::vector<model::Level> levels_named(Session& session, const std::string& name, const Ladder* ladder,
                                       const Facts& facts) {
    std::vector<model::Level> levels;
    std::vector<std::string> known;
    for (const auto& each : facts.ladders) {
        if (ladder != nullptr && each.header.id != ladder->header.id) {
            continue;
        }
        const bool is_target = session.invocation().to_ladder == each.header.id;
        if (!is_target && choice::find_level(each, name) != nullptr) {
            levels.push_back({each.header.id, name, {}});
        }
        auto names = names_of(each);
        std::move(names.begin(), names.end(), std::back_inserter(known));
    }
    if (!levels.empty()) {
        return levels;
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const auto elsewhere = std::find_if(facts.ladders.begin(), facts.ladders.end(),
                                        [&](const Ladder& each) { return choice::find_level(each, name) != nullptr; });
    if (elsewhere != facts.ladders.end()) {
        const std::string& id = elsewhere->header.id;
        const std::string whose = ladder != nullptr ? ticked(ladder->header.id) : "no other ladder";
        session.complain({diagnostic::formatted("{} has no level {}", whose, ticked(name)),
                          diagnostic::formatted("{} has one: name it with `--ladder {}`", ticked(id), id)});
    } else if (ladder != nullptr) {
        session.complain({diagnostic::formatted("{} has no level {}", ticked(ladder->header.id), ticked(name)),
                          hint(name, known, "its levels are " + listed_names(names_of(*ladder)))});
    } else {
        std::vector<std::string> words = known;
        for (const auto& each : facts.ladders) {
            words.push_back(each.header.id);
        }
        session.complain({diagnostic::formatted("no ladder has a level {}, and none is called that", ticked(name)),
                          hint(name, words, "`offerkit levels` shows the levels of every ladder")});
    }
    return levels;
}

/// What the words and `--ladder` ask for; both absent for everything.
struct Asked {
    std::optional<std::string> ladder{};
    std::optional<std::string> level{};
};

/// `google L5`, `L5 google`, `google` or `L5`, with or without `--ladder`; a complaint where two ladders are named.
Asked asked_by(Session& session, const Facts& facts) {
    const auto& invocation = session.invocation();
    const auto is_known = [&](const std::string& word) {
        return choice::find_ladder(facts.ladders, word) != nullptr || word.ends_with(".toml");
    };
    std::vector<std::string> words = invocation.arguments;
    Asked asked{.ladder = invocation.ladder};
    auto own = std::find_if(words.begin(), words.end(), is_known);
    if (own == words.end() && words.size() > 1) {
        own = words.begin();
    }
    if (own != words.end()) {
        if (asked.ladder) {
            session.complain({diagnostic::formatted("`--ladder` names {}, and another ladder is given: {}",
                                                    ticked(*asked.ladder), ticked(*own)),
                              "leave one of them out"});
            return asked;
        }
        asked.ladder = *own;
        words.erase(own);
    }
    if (!words.empty()) {
        asked.level = words.back();
    }
    return asked;
}

/// Whether the words of the command line go together.
bool go_together(Session& session, const Asked& asked) {
    const auto& invocation = session.invocation();
    if (invocation.offer && (asked.level || asked.ladder)) {
        const std::string other =
            invocation.ladder ? "`--ladder`" : ticked(asked.ladder ? *asked.ladder : *asked.level);
        session.complain({"`--offer` says which level is meant, and so does " + other, "leave one of them out"});
        return false;
    }
    if (invocation.to_ladder && !invocation.offer && !asked.level && !asked.ladder) {
        session.complain({"`--to` needs to know what is set against " + ticked(*invocation.to_ladder),
                          "name a LEVEL, a `--ladder` or an `--offer`"});
        return false;
    }
    if (invocation.to_ladder && invocation.to_ladder == asked.ladder) {
        const std::string what = invocation.ladder ? "`--ladder` and `--to` name the same ladder, "
                                                   : "`--to` names the ladder that is asked about, ";
        session.complain({what + ticked(*asked.ladder), "leave one of them out"});
        return false;
    }
    if (!invocation.offer && !(invocation.settings.empty() && invocation.events.empty())) {
        const std::string_view option = invocation.settings.empty() ? "--if" : "--set";
        session.complain({ticked(option) + " changes an offer, and none is given", "name one with `--offer`"});
        return false;
    }
    return true;
}

/// The offer in the currency of the figures it is set against, where a rate is at hand; else in its own.
std::optional<choice::Comparison> valued(const std::vector<model::Offer>& offers, model::Valuation valuation,
                                         const choice::LevelUp* up, diagnostic::Diagnostics& problems) {
    const auto pay = up == nullptr || up->pay.empty() ? nullptr : &up->pay.front().next;
    const auto own = valuation.currency;
    if (pay != nullptr && pay->total && !own && pay->total->currency() != offers.front().currency) {
        valuation.currency = pay->total->currency();
        diagnostic::Diagnostics unsaid;
        if (auto converted = choice::compare(offers, valuation, unsaid)) {
            return converted;
        }
        valuation.currency = own;
    }
    return choice::compare(offers, valuation, problems);
}

Answer offer_levels(Session& session, Facts& facts) {
    const auto offers = session.read_offers();
    const auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto& offer = offers.front();
    if (!offer.level) {
        session.problems().error(diagnostic::codes::missing_key, offer.span,
                                 "`level` is missing: one level up needs to know which level this is",
                                 "add [level] with `ladder` and `name`; `offerkit levels` lists them");
        return {};
    }
    add_ladder_of(session, offer, facts.ladders);
    const auto seen = facts.seen_from(session);
    const auto places = choice::places_of({&*offer.level, 1}, seen.ladders, seen.to);
    if (places.empty()) {
        const auto* ladder = choice::find_ladder(facts.ladders, offer.level->ladder);
        if (ladder != nullptr) {
            session.problems().error(diagnostic::codes::unknown_level, offer.level->span,
                                     "what stands above a level that its ladder does not list cannot be told",
                                     diagnostic::formatted("the levels of {} are {}", ticked(ladder->header.id),
                                                           listed_names(names_of(*ladder))));
        }
        return {};
    }
    const auto up = choice::level_up(*offer.level, facts.ladders, facts.bands, facts.markets);
    const auto shown = valued(offers, valuation, std::get_if<choice::LevelUp>(&up), session.problems());
    if (!shown || session.failed()) {
        return {};
    }
    const report::OfferLevel level{&shown->offers.front(), places.front(), up};
    return {rendered(
        session.invocation(),
        [&] {
            return in_full(session.invocation())
                       ? report::offer_level_page(seen, level)
                       : one_screen(report::offer_level_first_screen(seen, level), session.invocation(), 1);
        },
        [&] { return report::offer_level_document(seen, level); }, [&] { return report::offer_level_sheet(level); })};
}

/// Whether a file that is not there bears the name of a ladder, which is then said: `google.toml` for `google`.
bool names_ladder(Session& session, const std::string& file) {
    constexpr std::string_view ending = ".toml";
    const std::string name = file.substr(0, file.size() - ending.size());
    const auto known = session.profiles().ids("ladders");
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored) || std::find(known.begin(), known.end(), name) == known.end()) {
        return false;
    }
    session.complain(
        {diagnostic::formatted("there is no file {} here, and a ladder is named without its ending", ticked(file)),
         diagnostic::formatted("write `offerkit levels {}`", name)});
    return true;
}

}  // namespace

Answer levels(Session& session) {
    if (session.invocation().arguments.size() == 1 && session.invocation().arguments.front().ends_with(".toml") &&
        !session.invocation().offer && !session.invocation().ladder) {
        if (names_ladder(session, session.invocation().arguments.front())) {
            return {};
        }
        session.take_argument_as_offer();
    }
    const auto& invocation = session.invocation();
    Facts facts = facts_of(session);
    const Asked asked = asked_by(session, facts);
    if (session.failed() || !go_together(session, asked) ||
        (invocation.to_ladder && !is_ladder(session, *invocation.to_ladder, "--to", facts)) ||
        (asked.ladder && !is_ladder(session, *asked.ladder, "--ladder", facts))) {
        return {};
    }
    if (invocation.offer) {
        return offer_levels(session, facts);
    }
    const Ladder* ladder = asked.ladder ? choice::find_ladder(facts.ladders, *asked.ladder) : nullptr;
    std::vector<model::Level> levels;
    if (asked.level) {
        levels = levels_named(session, *asked.level, ladder, facts);
    } else {
        for (const auto& each : facts.ladders) {
            if (ladder == nullptr || &each == ladder) {
                std::transform(each.levels.begin(), each.levels.end(), std::back_inserter(levels),
                               [&](const auto& level) { return model::Level{each.header.id, level.name, {}}; });
            }
        }
    }
    if (session.failed()) {
        return {};
    }
    const auto seen = facts.seen_from(session);
    const auto places = choice::places_of(levels, seen.ladders, seen.to);
    const auto page = [&] {
        if (in_full(invocation)) {
            return asked.level         ? report::levels_page(seen, places)
                   : ladder != nullptr ? report::ladder_page(seen, *ladder)
                                       : report::ladders_page(seen);
        }
        return one_screen(asked.level         ? report::levels_first_screen(seen, places)
                          : ladder != nullptr ? report::ladder_first_screen(seen, *ladder)
                                              : report::ladders_first_screen(seen),
                          invocation, 1);
    };
    return {rendered(
        invocation, page, [&] { return report::levels_document(seen, places); },
        [&] { return report::levels_sheet(seen, places); })};
}

}  // namespace offerkit::cli::commands
