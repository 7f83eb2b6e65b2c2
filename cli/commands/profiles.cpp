#include <offerkit/report/profiles/profiles.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/option_values.hpp>
#include <cli/registry/profile_words.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/profiles/career_priors.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/report/profiles/priors.hpp>
#include <offerkit/report/profiles/tax_form_text.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::cli::commands {
namespace {

/// The kinds that have a profile of that name.
std::vector<std::string_view> kinds_with(const Session& session, std::string_view id) {
    std::vector<std::string_view> found;
    for (const auto kind : profile_kind_words()) {
        const auto ids = session.profiles().ids(kind);
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
            found.push_back(kind);
        }
    }
    return found;
}

bool is_kind(std::string_view word) {
    const auto kinds = profile_kind_words();
    return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// The prior of that input, where no profile has the name.
std::optional<model::CareerPrior> prior_of(Session& session, const std::string& input) {
    auto priors = file::all_priors(session.profiles(), session.sources(), session.problems());
    const auto found = std::find_if(priors.begin(), priors.end(), [&](const auto& one) { return one.input == input; });
    return found == priors.end() ? std::nullopt : std::optional{std::move(*found)};
}

Answer show_prior(Session& session, const model::CareerPrior& prior) {
    const auto today = session.today();
    return {rendered(
        session.invocation(), [&] { return report::prior_page(prior, today); },
        [&] { return report::prior_document(prior, today); }, [&] { return report::prior_sheet(prior, today); })};
}

/// The first word is neither a kind nor the name of a profile.
void unknown_word(Session& session, const std::vector<std::string>& words) {
    const auto kinds = profile_kind_words();
    std::vector<std::string> ids;
    for (const auto kind : kinds) {
        const auto own = session.profiles().ids(kind);
        ids.insert(ids.end(), own.begin(), own.end());
    }
    for (const auto& prior : file::all_priors(session.profiles(), session.sources(), session.problems())) {
        ids.push_back(prior.input);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<std::string_view> known(kinds.begin(), kinds.end());
    known.insert(known.end(), ids.begin(), ids.end());
    const std::string near = diagnostic::did_you_mean(words[0], known);
    std::string help =
        diagnostic::formatted("{}the kinds are {}", near.empty() ? "" : near + " ", diagnostic::listed(kinds, "and"));
    if (words.size() > 1 && is_kind(words[1])) {
        help = diagnostic::formatted("the kind comes first: `offerkit profiles {} {}`", words[1], words[0]);
    }
    session.complain({"there is no profile and no kind of profile called " + ticked(words[0]), std::move(help)});
}

/// A profile's text below the facts about it, as it is kept: ready to be copied into a file of one's own.
Answer in_words(const Invocation& invocation, const model::ProfileHeader& profile, const std::string& text) {
    if (invocation.format == Format::html) {
        return {render::to_html(report::profile_page(profile).text(text))};
    }
    const bool markdown = invocation.format == Format::markdown;
    const render::Screen screen = output_screen(invocation);
    std::string out = markdown ? render::to_markdown(report::profile_page(profile))
                               : render::to_terminal(report::profile_page(profile), screen);
    out += markdown ? "\n```toml\n" : "\n";
    out += markdown ? text : render::safe_lines(text, screen);
    out += out.ends_with('\n') ? "" : "\n";
    return {out + (markdown ? "```\n" : "")};
}

/// A tax form says little by itself: it is shown with what it takes over, and only when all of it can be computed.
std::optional<std::string> resolved_text(Session& session, const std::string& id) {
    const file::Naming naming{session.sources(), session.problems()};
    if (!session.profiles().tax_form(id, naming)) {
        return std::nullopt;
    }
    const auto written = session.profiles().written_form(id, naming);
    return written ? std::optional{report::tax_form_text(*written)} : std::nullopt;
}

Answer show_one(Session& session, const std::string& kind, const std::string& id) {
    const auto& invocation = session.invocation();
    const auto ids = session.profiles().ids(kind);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        const std::vector<std::string_view> known(ids.begin(), ids.end());
        const std::string near = diagnostic::did_you_mean(id, known);
        session.complain({diagnostic::formatted("there is no profile {} among {}", ticked(id), ticked(kind)),
                          near.empty() ? diagnostic::formatted("`offerkit profiles {}` lists them", kind) : near});
        return {};
    }
    const file::Naming naming{session.sources(), session.problems()};
    const auto profile = session.profiles().header(kind, id, naming);
    if (!profile) {
        return {};
    }
    const auto text = kind == "taxes" ? resolved_text(session, id) : session.profiles().text(kind, id);
    if (!text) {
        return {};
    }
    switch (invocation.format) {
        case Format::json: return {report::to_json(report::profile_document(*profile, *text))};
        case Format::csv: return {render::to_csv(report::profiles_sheet(std::span(&*profile, 1)))};
        case Format::table:
        case Format::markdown:
        case Format::html:
        case Format::icalendar:
        case Format::svg:
        case Format::xlsx:
        case Format::ledger: break;
    }
    return in_words(invocation, *profile, *text);
}

}  // namespace

Answer profiles(Session& session) {
    auto arguments = session.invocation().arguments;
    // `profiles show ID` says in one more word what `profiles ID` does.
    if (arguments.size() > 1 && arguments[0] == "show") {
        arguments.erase(arguments.begin());
    }
    const auto own = arguments.size() == 1 && !is_kind(arguments[0]) ? kinds_with(session, arguments[0])
                                                                     : std::vector<std::string_view>{};
    if (own.empty() && (arguments.size() == 1 || (arguments.size() == 2 && arguments[0] == "career"))) {
        const bool is_profile = arguments.size() == 2 && session.profiles().text("career", arguments[1]).has_value();
        if (const auto prior =
                is_profile || is_kind(arguments.back()) ? std::nullopt : prior_of(session, arguments.back())) {
            return show_prior(session, *prior);
        }
    }
    if (!arguments.empty() && !is_kind(arguments[0]) && own.empty()) {
        unknown_word(session, arguments);
        return {};
    }
    if (arguments.size() > 1) {
        return show_one(session, arguments[0], arguments[1]);
    }
    if (own.size() == 1) {
        return show_one(session, std::string{own[0]}, arguments[0]);
    }
    std::vector<model::ProfileHeader> found;
    for (const auto kind : profile_kind_words()) {
        if (arguments.empty() || arguments[0] == kind || std::find(own.begin(), own.end(), kind) != own.end()) {
            auto some = session.profiles().list(kind, session.sources(), session.problems());
            std::copy_if(std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()),
                         std::back_inserter(found),
                         [&](const model::ProfileHeader& each) { return own.empty() || each.id == arguments[0]; });
        }
    }
    return {rendered(
        session.invocation(), [&] { return report::profiles_page(found); },
        [&] { return report::profiles_document(found); }, [&] { return report::profiles_sheet(found); })};
}

}  // namespace offerkit::cli::commands
