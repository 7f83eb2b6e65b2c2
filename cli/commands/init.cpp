#include <offerkit/authoring/template.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/commands/sitting.hpp>
#include <cli/dialogue/letter_questions.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/input.hpp>
#include <offerkit/authoring/career_template.hpp>
#include <offerkit/authoring/priorities_template.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::cli::commands {
namespace {

/// What to do with the file that was written; nothing where it went to standard output.
std::string next_step_with(const Invocation& invocation, const std::string& command) {
    return writes_file(invocation) ? diagnostic::formatted("wrote {}; fill it in, then run {}", *invocation.output,
                                                           ticked(command + typed(*invocation.output)))
                                   : "";
}
std::string next_step(const Invocation& invocation) { return next_step_with(invocation, "offerkit check "); }

/// Whether there is no such company, which is complained of.
bool is_unknown_company(Session& session, const std::string& company) {
    const auto ids = session.profiles().ids("companies");
    if (company.ends_with(".toml") || std::find(ids.begin(), ids.end(), company) != ids.end()) {
        return false;
    }
    const std::vector<std::string_view> known(ids.begin(), ids.end());
    const std::string near = diagnostic::did_you_mean(company, known);
    session.complain({"there is no company profile " + ticked(company),
                      near.empty()
                          ? "`offerkit profiles companies` lists them; without `--company` the file is for any company"
                          : near});
    return true;
}

std::string company_file(Session& session, const std::string& company) {
    const auto& profiles = session.profiles();
    if (is_unknown_company(session, company)) {
        return {};
    }
    const auto source = session.sources().add("--company", company);
    const diagnostic::Span span{source, 1, 1, static_cast<std::uint32_t>(company.size())};
    return authoring::company_template(profiles, company, {session.sources(), session.problems(), "", span},
                                       session.today())
        .value_or("");
}

/// For editors: where the schema of offers is installed. Nothing where it is not.
std::string schema_line() {
    const std::string schema = installed_schema("offer");
    return schema.empty() ? "" : "#:schema " + schema + "\n";
}

/// A letter that is asked for, part by part.
Answer asked_file(Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.company && is_unknown_company(session, *invocation.company)) {
        return {};
    }
    Sitting sitting{invocation, writes_file(invocation) ? invocation.output : std::nullopt};
    Dialogue& dialogue = sitting.dialogue();
    const auto letter =
        dialogue.talk([&] { return ask_letter(dialogue, session.profiles(), invocation.company, session.today()); });
    if (!letter) {
        return sitting.left(session);
    }
    dialogue.gap();
    return sitting.done(
        {.output = schema_line() + authoring::answered_offer(
                                       letter->answers, letter->company ? &*letter->company : nullptr, session.today()),
         .once_written = writes_file(invocation)
                             ? diagnostic::formatted("wrote {}; look it over, then run `offerkit show {}`",
                                                     *invocation.output, typed(*invocation.output))
                             : "",
         .new_file = true,
         .answered = true});
}

std::string next_plan_step(const Invocation& invocation) {
    return writes_file(invocation) ? diagnostic::formatted("wrote {}; answer each \"?\", then run `offerkit career {}`",
                                                           *invocation.output, typed(*invocation.output))
                                   : "";
}

/// The standard rung of an offer's level; empty where it names none of a known ladder.
std::string rung_of(const Session& session, const model::Offer& offer) {
    if (!offer.level) {
        return {};
    }
    diagnostic::Sources sources;
    diagnostic::Diagnostics unheard;
    const auto ladder = session.profiles().ladder(
        offer.level->ladder, {sources, unheard, std::filesystem::path{offer.file}.parent_path().string()});
    const auto* level = ladder ? choice::find_level(*ladder, offer.level->name) : nullptr;
    return level == nullptr ? std::string{} : level->rung;
}

/// How the plan names an offer's file: from its own folder.
std::string named_from_plan(const Invocation& invocation, const std::string& file) {
    namespace fs = std::filesystem;
    const auto folder = writes_file(invocation) ? fs::absolute(*invocation.output).parent_path() : fs::current_path();
    const auto relative = fs::absolute(file).lexically_normal().lexically_relative(folder.lexically_normal());
    return relative.empty() ? file : relative.generic_string();
}

std::string plan_file(Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.company || invocation.arguments.empty()) {
        session.complain({invocation.company ? "`--company` begins an offer, and `--career` a plan"
                                             : "`init --career` needs the offers that its paths begin with",
                          "write `offerkit init --career OFFER OFFER -o plan.toml`"});
        return {};
    }
    const auto offers = session.read_offers();
    if (session.failed() || offers.empty()) {
        return {};
    }
    auto valuation = session.valuation(&offers.front());
    diagnostic::Diagnostics unheard;  // what an offer's pay rests on is told where it is looked at
    const auto compared = choice::rank(offers, valuation, unheard);
    std::vector<authoring::PlannedOffer> planned;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        planned.push_back({&offers[i], named_from_plan(invocation, offers[i].file), rung_of(session, offers[i])});
        if (compared) {
            planned.back().yearly = compared->offers[i].definitions.average;
        }
    }
    return authoring::career_template(planned, session.today());
}

}  // namespace

Answer init(Session& session) {
    const auto& invocation = session.invocation();
    if (cannot_write_output(session)) {
        return {};
    }
    const bool priorities = !invocation.career && invocation.arguments == std::vector<std::string>{"priorities"};
    if (invocation.asks && (invocation.career || priorities)) {
        session.complain({"`--ask` asks for an offer",
                          priorities ? "`offerkit decide --weights` asks for priorities" : "leave `--career` out"});
        return {};
    }
    if (priorities && invocation.company) {
        session.complain(
            {"`--company` begins an offer, and `priorities` is what matters to you", "leave one of them out"});
        return {};
    }
    if (!invocation.career && !priorities && !invocation.arguments.empty()) {
        session.complain(
            {"`init` begins from a file only with `--career`",
             diagnostic::formatted("write `offerkit init --career {}`", typed(invocation.arguments.front()))});
        return {};
    }
    if (priorities) {
        return {.output = authoring::priorities_template(session.today()),
                .once_written = next_step_with(invocation, "offerkit check --priorities "),
                .new_file = true};
    }
    if (invocation.asks) {
        return asked_file(session);
    }
    if (invocation.career) {
        return {.output = plan_file(session), .once_written = next_plan_step(invocation), .new_file = true};
    }
    const std::string file =
        invocation.company ? company_file(session, *invocation.company) : authoring::offer_template(session.today());
    return {
        .output = file.empty() ? file : schema_line() + file, .once_written = next_step(invocation), .new_file = true};
}

}  // namespace offerkit::cli::commands
