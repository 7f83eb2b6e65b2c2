#include <offerkit/report/profiles_report.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/option_values.hpp>
#include <cli/profile_words.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {
namespace {

bool check_kind(Session& session, const std::string& kind) {
    const auto kinds = profile_kind_words();
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
        return true;
    }
    const std::string near = diagnostic::did_you_mean(kind, kinds);
    session.complain({"there is no kind of profile called " + ticked(kind),
                      (near.empty() ? "" : near + " ") + "the kinds are " + diagnostic::listed(kinds, "and")});
    return false;
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
    if (!arguments.empty() && !check_kind(session, arguments[0])) {
        return {};
    }
    if (arguments.size() > 1) {
        return show_one(session, arguments[0], arguments[1]);
    }
    std::vector<model::ProfileHeader> found;
    for (const auto kind : profile_kind_words()) {
        if (arguments.empty() || arguments[0] == kind) {
            auto some = session.profiles().list(kind, session.sources(), session.problems());
            std::move(some.begin(), some.end(), std::back_inserter(found));
        }
    }
    return {rendered(
        session.invocation(), [&] { return report::profiles_page(found); },
        [&] { return report::profiles_document(found); }, [&] { return report::profiles_sheet(found); })};
}

}  // namespace offerkit::cli::commands
