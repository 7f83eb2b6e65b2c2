#include <offerkit/report/profiles_report.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/option_values.hpp>
#include <cli/profile_words.hpp>
#include <offerkit/diagnostic/suggest.hpp>

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

/// The first word is neither a kind nor the name of a profile.
void unknown_word(Session& session, const std::vector<std::string>& words) {
    const auto kinds = profile_kind_words();
    const std::string near = diagnostic::did_you_mean(words[0], kinds);
    std::string help = (near.empty() ? "" : near + " ") + "the kinds are " + diagnostic::listed(kinds, "and");
    if (words.size() > 1 && is_kind(words[1])) {
        help = "the kind comes first: `offerkit profiles " + words[1] + " " + words[0] + "`";
    }
    session.complain({"there is no kind of profile called " + ticked(words[0]), std::move(help)});
}

/// A profile's text below the facts about it, as it is kept: ready to be copied into a file of one's own.
Answer in_words(const Invocation& invocation, const model::ProfileHeader& profile, const std::string& text) {
    const bool markdown = invocation.format == Format::markdown;
    const Screen screen = output_screen(invocation);
    std::string out =
        markdown ? to_markdown(report::profile_page(profile)) : to_terminal(report::profile_page(profile), screen);
    out += markdown ? "\n```toml\n" : "\n";
    out += markdown ? text : safe_lines(text, screen);
    out += out.ends_with('\n') ? "" : "\n";
    return {out + (markdown ? "```\n" : "")};
}

Answer show_one(Session& session, const std::string& kind, const std::string& id) {
    const auto& invocation = session.invocation();
    const auto ids = session.profiles().ids(kind);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        const std::vector<std::string_view> known(ids.begin(), ids.end());
        const std::string near = diagnostic::did_you_mean(id, known);
        session.complain({"there is no profile " + ticked(id) + " among " + ticked(kind),
                          near.empty() ? "`offerkit profiles " + kind + "` lists them" : near});
        return {};
    }
    const auto profile = session.profiles().header(kind, id, {session.sources(), session.problems()});
    const auto text = session.profiles().text(kind, id);
    if (!profile || !text) {
        return {};
    }
    switch (invocation.format) {
        case Format::json: return {report::to_json(report::profile_document(*profile, *text))};
        case Format::csv: return {to_csv(report::profiles_sheet(std::span(&*profile, 1)))};
        case Format::table:
        case Format::markdown:
        case Format::icalendar: break;
    }
    return in_words(invocation, *profile, *text);
}

}  // namespace

Answer profiles(Session& session) {
    const auto& arguments = session.invocation().arguments;
    const auto own = arguments.size() == 1 && !is_kind(arguments[0]) ? kinds_with(session, arguments[0])
                                                                     : std::vector<std::string_view>{};
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
