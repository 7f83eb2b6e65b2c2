#include "oracles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <cli/commands/commands.hpp>
#include <cli/line/parse.hpp>
#include <cli/session/session.hpp>
#include <nlohmann/json.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/caret.hpp>

namespace fuzz {

namespace {

using namespace offerkit;
using nlohmann::json;

constexpr std::array<std::string_view, 5> shares{"probability_best", "leader_wins", "steadiness", "index_under_order",
                                                 "chance"};

void check_share(const json& value) {
    if (value.is_number()) {
        const auto number = value.get<double>();
        holds(number >= -1e-9 && number <= 1 + 1e-9, "a chance or a share lies between 0 and 1");
    }
}

/// Whether an object tells one figure without what waits, at its chance, and with all of it: then `chance` is money.
bool are_cases(const json& object) {
    return object.size() == 3 && object.contains("none") && object.contains("chance") && object.contains("all");
}

/// A score is the sum of what each factor adds to it.
void check_score(const json& object) {
    const auto value = object.find("value");
    const auto parts = object.find("contributions");
    if (value == object.end() || parts == object.end() || !value->is_number() || !parts->is_array()) {
        return;
    }
    double sum = 0;
    for (const auto& part : *parts) {
        sum += part.value("product", 0.0);
    }
    holds(std::fabs(sum - value->get<double>()) < 1e-6, "a score is the sum of its parts");
}

void walk(const json& value) {
    if (value.is_object()) {
        check_score(value);
        const bool cases = are_cases(value);
        for (const auto& [key, member] : value.items()) {
            if (!cases && std::find(shares.begin(), shares.end(), key) != shares.end()) {
                check_share(member);
            }
            walk(member);
        }
    } else if (value.is_array()) {
        for (const auto& element : value) {
            walk(element);
        }
    }
}

/// The length of a character that must not reach a screen, or 0.
std::size_t forbidden(std::string_view rest) {
    const auto byte = static_cast<unsigned char>(rest.front());
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
        return 1;
    }
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
        return 2;
    }
    // What follows begins with one of three bytes, which few characters of a screen do.
    if (byte != 0xD8 && byte != 0xE2 && byte != 0xEF) {
        return 0;
    }
    constexpr std::array<std::string_view, 13> directions{"\u2028", "\u2029", "\u202a", "\u202b", "\u202c",
                                                          "\u202d", "\u202e", "\u2066", "\u2067", "\u2068",
                                                          "\u2069", "\u061c", "\ufeff"};
    return std::any_of(directions.begin(), directions.end(), [&](auto one) { return rest.starts_with(one); }) ? 2 : 0;
}

}  // namespace

void holds(bool condition, const char* what) {
    if (!condition) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

void check_problems(const diagnostic::Diagnostics& problems, const diagnostic::Sources& sources) {
    for (const diagnostic::Diagnostic& problem : problems.all()) {
        holds(!problem.message.empty(), "a problem says what is wrong");
        holds(problem.message.size() <= diagnostic::longest_sentence + 10, "a problem is said in a sentence");
        holds(problem.span.source < sources.size(), "a problem lies in a source");
        holds(problem.span.line <= sources[problem.span.source].line_count(), "a problem lies on a line");
    }
}

void check_screen(std::string_view text, const render::Screen& screen) {
    holds(diagnostic::is_valid_utf8(text), "a screen gets UTF-8");
    for (std::size_t i = 0; i < text.size(); ++i) {
        holds(forbidden(text.substr(i)) == 0, "no control character reaches a screen");
        holds(screen.unicode || static_cast<unsigned char>(text[i]) < 0x80, "a screen of ASCII gets ASCII");
    }
}

void check_json(const std::string& text) {
    const json parsed = json::parse(text, nullptr, false);
    holds(!parsed.is_discarded(), "JSON parses back");
    walk(parsed);
}

void check_csv(std::string_view text) {
    std::size_t columns = 0;
    std::size_t cells = 1;
    bool quoted = false;
    char before = '\n';
    for (const char c : text) {
        if ((before == '\n' || before == ',') && !quoted) {
            const bool formula = c == '=' || c == '+' || c == '@';
            holds(!formula, "no cell is a formula");
        }
        quoted = c == '"' ? !quoted : quoted;
        if (!quoted && c == ',') {
            ++cells;
        }
        if (!quoted && c == '\n') {
            holds(columns == 0 || columns == cells, "every row has a cell for each column");
            columns = cells;
            cells = 1;
        }
        before = quoted ? '"' : c;
    }
    holds(!quoted && cells == 1, "a sheet ends with its last row");
}

void run_command(const cli::Invocation& invocation, const Files& files) {
    cli::Session session(invocation, files);
    const cli::Answer answer = cli::commands::find(invocation.command->name)(session);
    const render::Screen screen = cli::output_screen(invocation);
    check_problems(session.problems(), session.sources());
    check_screen(render::to_text(session.problems().sorted(), session.sources(), screen), screen);
    if (session.complaint()) {
        holds(!session.complaint()->message.empty(), "a refusal has a reason");
    }
    const std::string text = answer.output.text();
    holds(!text.empty() || session.failed(), "a command gives a result or says why not");
    if (session.failed() && !answer.despite_problems) {
        return;
    }
    switch (invocation.format) {
        case cli::Format::table: check_screen(text, screen); break;
        case cli::Format::markdown: check_screen(text, {}); break;
        case cli::Format::json: check_json(text); break;
        case cli::Format::csv: check_csv(text); break;
        case cli::Format::html: holds(text.starts_with("<!DOCTYPE html>\n"), "a page of HTML begins"); break;
        case cli::Format::svg: holds(text.starts_with("<?xml "), "a picture begins"); break;
        case cli::Format::icalendar: holds(text.starts_with("BEGIN:VCALENDAR\r\n"), "a calendar begins"); break;
        case cli::Format::xlsx: holds(text.starts_with("PK"), "a workbook begins"); break;
        case cli::Format::ledger: check_screen(text, {}); break;
    }
}

std::span<const Look> looks() {
    using cli::Format;
    static const std::array<Look, 11> all{{{Format::table, {.width = 80}},
                                           {Format::table, {.width = 20, .unicode = false}},
                                           {Format::table, {.width = 133}},
                                           {Format::markdown, {}},
                                           {Format::json, {}},
                                           {Format::csv, {}},
                                           {Format::html, {}},
                                           {Format::svg, {}},
                                           {Format::xlsx, {}},
                                           {Format::ledger, {}},
                                           {Format::icalendar, {}}}};
    return all;
}

/// Whether `--format` of a command takes a word.
bool takes(const cli::Command& command, cli::Format format) {
    for (const auto* option : command.common_options) {
        if (option->id == cli::OptionId::format) {
            return std::any_of(option->choices.begin(), option->choices.end(),
                               [&](const cli::Choice& choice) { return choice.word == word(format); });
        }
    }
    return format == cli::Format::table;
}

cli::Invocation invocation_of(const std::vector<std::string>& words) {
    auto invocation = cli::parse(words);
    holds(invocation.has_value(), "the words of a target are understood");
    invocation->screen = render::Screen{};
    invocation->draws = few_draws;
    return std::move(*invocation);
}

void run_with_look(cli::Invocation invocation, const Look& look, const Files& files) {
    if (!takes(*invocation.command, look.format)) {
        return;
    }
    invocation.format = look.format;
    if (look.format == cli::Format::icalendar) {
        invocation.step.reset();
    }
    invocation.screen = look.screen;
    run_command(invocation, files);
}

std::size_t hash_of(std::string_view input) noexcept {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    for (const char c : input) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

const Files& sound_files() {
    static const Files files{
        {"a.toml",
         "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 182_000\n[bonus]\ntarget = "
         "\"15%\"\n[stock]\nprice = 100.00\nas_of = 2026-06-01\n[[grant]]\nquantity = 4_800\nvesting = \"standard\"\n"
         "[factors]\ngrowth = 7\ncalm = { chance = \"60%\" }\n"},
        {"b.toml",
         "company = \"Bolt\"\ncurrency = \"USD\"\nstart = 2026-04-01\ndecide_by = 2026-06-30\n[base]\nsalary = "
         "170_000\n[[sign_on]]\namount = 20_000\n[factors]\ngrowth = [4, 6, 9]\ncalm = \"unknown\"\n"},
        {"me.toml",
         "[money]\nworst = 100_000\nbest = 400_000\nswing = 80\n[[factor]]\nid = \"growth\"\nswing = 100\n"
         "worst_means = \"none\"\nbest_means = \"much\"\n[[factor]]\nid = \"calm\"\nswing = 40\nworst_means = "
         "\"none\"\nbest_means = \"much\"\n"}};
    return files;
}

}  // namespace fuzz
