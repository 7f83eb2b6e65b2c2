#include "support/catch.hpp"
#include "support/golden.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <offerkit/authoring/template.hpp>
#include <offerkit/authoring/template_values.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace model = offerkit::model;
namespace authoring = offerkit::authoring;
using offerkit::file::ProfileStore;

namespace {

const auto today = *offerkit::calendar::Date::of(2026, 1, 20);

/// The lines of a file whose values are still examples.
std::vector<std::uint32_t> examples_in(const std::string& text) {
    std::vector<std::uint32_t> lines;
    for (const auto& value :
         authoring::template_values(offerkit::diagnostic::Source{"offer.toml", text}, ProfileStore{})) {
        lines.push_back(value.line);
    }
    return lines;
}

/// The problems that reading a text finds, warnings too.
std::string problems(const std::string& text) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const ProfileStore profiles;
    const auto offer = offerkit::file::read_offer({sources, diagnostics, profiles}, "offer.toml", text);
    std::string told = offer ? "" : "nothing was read\n";
    for (const auto& problem : diagnostics.sorted()) {
        told += std::to_string(problem.span.line) + ": " + problem.message + "\n";
    }
    return told;
}

std::string template_of(const std::string& company) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const auto text = authoring::company_template(ProfileStore{}, company, {sources, diagnostics}, today);
    REQUIRE(text.has_value());
    REQUIRE(diagnostics.all().empty());
    return *text;
}

std::vector<std::string> company_ids() { return ProfileStore{}.ids("companies"); }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += line + "\n";
    }
    return text;
}

/// A key or a header that is commented out: its # stands right before it.
bool is_hidden(const std::string& line) {
    return line.size() > 1 && line[0] == '#' && (line[1] == '[' || (line[1] >= 'a' && line[1] <= 'z'));
}

std::string key_of(const std::string& line) {
    const std::size_t from = line.find_first_not_of("#");
    return from == std::string::npos ? std::string{} : line.substr(from, line.find(' ', from) - from);
}

/// The lines of the parts of the file, which blank lines part.
std::vector<std::pair<std::size_t, std::size_t>> parts_of(const std::vector<std::string>& lines) {
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (i == lines.size() || lines[i].empty()) {
            if (i > begin) {
                parts.emplace_back(begin, i);
            }
            begin = i + 1;
        }
    }
    return parts;
}

bool holds(const std::vector<std::string>& lines, std::size_t begin, std::size_t end, char first) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const std::string& line) { return line.starts_with(first); });
}

bool is_active(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const std::string& line) { return !line.empty() && line[0] != '#' && line[0] != ' '; });
}

// Keys that exclude others, and keys that need one: what a person changes together with them.
const std::map<std::string, std::vector<std::string>> takes_the_place_of{
    {"hourly", {"salary"}}, {"hours_per_week", {"salary"}}, {"daily", {"salary"}},
    {"amount", {"target"}}, {"quantity", {"value"}},        {"ownership", {"quantity"}}};
const std::map<std::string, std::string> needs{{"hours_per_week", "hourly"}};

}  // namespace

TEST_CASE("the template is read without a problem as it is, for every company and for none") {
    CHECK(problems(authoring::offer_template(today)) == "");
    REQUIRE(company_ids().size() >= 15);
    for (const auto& id : company_ids()) {
        CAPTURE(id);
        CHECK(problems(template_of(id)) == "");
    }
}

TEST_CASE("each part of the template that is commented out works once its # are gone") {
    std::vector<std::string> companies = company_ids();
    companies.emplace_back();
    for (const auto& company : companies) {
        const auto lines = lines_of(company.empty() ? authoring::offer_template(today) : template_of(company));
        int parts = 0;
        for (const auto& [begin, end] : parts_of(lines)) {
            if (is_active(lines, begin, end) || !holds(lines, begin, end, '#')) {
                continue;
            }
            auto changed = lines;
            bool any = false;
            for (std::size_t i = begin; i < end; ++i) {
                if (is_hidden(changed[i])) {
                    changed[i].erase(0, 1);
                    any = true;
                }
            }
            CAPTURE(company, lines[begin]);
            CHECK(problems(joined(changed)) == "");
            parts += any ? 1 : 0;
        }
        CHECK(parts >= 7);
    }
}

TEST_CASE("each key of the template that is commented out works once its # is gone") {
    for (const std::string company : {"", "meta", "startup"}) {
        const auto lines = lines_of(company.empty() ? authoring::offer_template(today) : template_of(company));
        int keys = 0;
        for (const auto& [begin, end] : parts_of(lines)) {
            if (!is_active(lines, begin, end)) {
                continue;
            }
            for (std::size_t i = begin; i < end; ++i) {
                if (!is_hidden(lines[i])) {
                    continue;
                }
                auto changed = lines;
                changed[i].erase(0, 1);
                const std::string key = key_of(lines[i]);
                const auto other = takes_the_place_of.find(key);
                const auto partner = needs.find(key);
                for (std::size_t j = begin; j < end; ++j) {
                    if (other != takes_the_place_of.end() && key_of(lines[j]) == other->second.front() &&
                        !is_hidden(lines[j])) {
                        changed[j].insert(0, "#");
                    }
                    if (partner != needs.end() && key_of(lines[j]) == partner->second) {
                        changed[j].erase(0, 1);
                    }
                }
                CAPTURE(company, lines[i]);
                CHECK(problems(joined(changed)) == "");
                ++keys;
            }
        }
        CHECK(keys >= 15);
    }
}

TEST_CASE("a key that is added to offer files has to find its place in the template, or be left out on purpose") {
    const std::map<std::string, std::set<std::string>> left_out{
        {"",
         {"employment", "employer_ni", "chance", "expected", "stage", "open_days", "leave_of_absence", "exit", "fx",
          "factors"}},
        {"base", {"monthly", "months", "extra_paid", "weeks_per_year", "overtime", "days_per_year", "as_of", "change"}},
        {"bonus", {"name", "first_year", "every", "paid_after", "on_leaving", "deferred"}},
        {"sign_on", {"on"}},
        {"stock",
         {"currency", "volatility", "market_correlation", "dividend_yield", "discount", "path", "exits", "series",
          "options"}},
        {"grant",
         {"allocation", "before_grant", "gate", "day_of_month", "after_leaving", "forfeits_vested", "segment",
          "acceleration", "termination_window", "performance", "exercise"}},
        {"refresher", {"on", "day_of_month", "probability"}},
        {"event", {"deadline", "after"}},
        {"leaving", {"severance", "severance_for", "unused_holiday_days"}},
        {"benefits", {"other"}},
        {"band", {"equity", "sign_on"}},
    };
    std::map<std::string, std::set<std::string>> present;
    for (const std::string company : {"", "meta", "startup"}) {
        std::string table;
        for (const auto& line : lines_of(company.empty() ? authoring::offer_template(today) : template_of(company))) {
            if (line.empty() || line[0] == ' ' || (line[0] == '#' && !is_hidden(line))) {
                continue;
            }
            std::string key = key_of(line);
            if (key.starts_with('[')) {
                std::erase_if(key, [](char c) { return c == '[' || c == ']'; });
                present[""].insert(key);
                table = key;
            } else {
                present[table].insert(key);
            }
        }
    }
    const auto check = [&](const model::Schema& schema, const std::string& table) {
        for (const auto& field : schema.fields) {
            CAPTURE(table, field.key);
            const bool out = left_out.contains(table) && left_out.at(table).contains(std::string{field.key});
            CHECK(present[table].contains(std::string{field.key}) != out);
        }
    };
    check(model::offer_schema(), "");
    for (const auto& field : model::offer_schema().fields) {
        if (field.table != nullptr && field.table->name.starts_with('[') &&
            present[""].contains(std::string{field.key})) {
            check(*field.table, std::string{field.key});
        }
    }
}

TEST_CASE("a company's usual terms stand in its template, marked, with their source and date") {
    const std::string meta = template_of("meta");
    CHECK(meta.find("company = \"Meta\"") != std::string::npos);
    CHECK(meta.find("vesting = \"meta\"") != std::string::npos);
    CHECK(meta.find("align = [\"02-15\", \"05-15\", \"08-15\", \"11-15\"]") != std::string::npos);
    CHECK(meta.find("target = \"15%\"                      # Usual at Meta") != std::string::npos);
    CHECK(meta.find("ladder = \"meta\"") != std::string::npos);
    CHECK(meta.find("`meta`, as of 2026-01-01") != std::string::npos);
    CHECK(meta.find("# Source: S: salaryscript.com (2026)") != std::string::npos);
    const std::string startup = template_of("startup");
    CHECK(startup.find("instrument = \"iso\"") != std::string::npos);
    CHECK(startup.find("kind = \"private\"") != std::string::npos);
    CHECK(startup.find("strike = ") != std::string::npos);
}

TEST_CASE("what a company profile says cannot break out of its place in the template") {
    model::CompanyProfile company{.header = {.kind = "companies",
                                             .id = "odd",
                                             .name = "Odd",
                                             .source = "a\ncompany = \"injected\"",
                                             .as_of = *offerkit::calendar::Date::of(2026, 1, 1),
                                             .note = "\x1b[31mred"},
                                  .company = "O\"dd \\ & \xE6\x9D\xB1\xE4\xBA\xAC"};
    company.conversion_note = "first\nstart = 1900-01-01";
    const std::string text = authoring::offer_template(company, nullptr, nullptr, today);
    CHECK(problems(text) == "");
    CHECK(text.find("company = \"O\\\"dd \\\\ & \xE6\x9D\xB1\xE4\xBA\xAC\"") != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    for (const auto& line : lines_of(text)) {
        CHECK_FALSE(line.starts_with("start = 1900"));
        CHECK_FALSE(line.starts_with("company = \"injected"));
    }
}

TEST_CASE("an unknown company is a problem with a hint, never a template") {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(authoring::company_template(ProfileStore{}, "metta", {sources, diagnostics}, today));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].help.find("meta") != std::string::npos);
}

TEST_CASE("the template fits a window: no line of prose is over 98 columns") {
    for (const auto& line : lines_of(template_of("meta"))) {
        CAPTURE(line);
        CHECK(offerkit::diagnostic::display_width(line) <= 98);
    }
}

TEST_CASE("the template looks as it was designed") {
    golden::check("init/offer.toml", authoring::offer_template(today));
    golden::check("init/meta.toml", template_of("meta"));
    golden::check("init/startup.toml", template_of("startup"));
}

TEST_CASE("the days of the template follow from the day on which it is written") {
    const std::string text = authoring::offer_template(*offerkit::calendar::Date::of(2031, 5, 7));
    CHECK(text.find("received = 2031-05-07 ") != std::string::npos);
    CHECK(text.find("decide_by = 2031-05-21 ") != std::string::npos);
    // 23 June 2031 is the first Monday from 45 days on.
    CHECK(text.find("start = 2031-06-23 ") != std::string::npos);
    CHECK(text.find(" = 2026-") == std::string::npos);
}

TEST_CASE("no value of the template passes as filled in, until it is changed or its comment is taken out") {
    std::vector<std::string> companies = company_ids();
    companies.emplace_back();
    for (const auto& company : companies) {
        CAPTURE(company);
        const std::string text = company.empty() ? authoring::offer_template(today) : template_of(company);
        const auto examples = examples_in(text);
        CHECK(examples.size() >= 10);
        auto lines = lines_of(text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool value = !lines[i].empty() && lines[i][0] >= 'a' && lines[i][0] <= 'z';
            const bool told = std::find(examples.begin(), examples.end(), i + 1) != examples.end();
            CAPTURE(lines[i]);
            const bool label = key_of(lines[i]) == "id" || lines[i].starts_with("name = \"Sign-on\"");
            const bool fact = lines[i].find("Usual at") != std::string::npos ||
                              (i > 0 && lines[i].find("  # ") == std::string::npos &&
                               lines[i - 1].find("Usual at") != std::string::npos);
            CHECK(told == (value && !label && !fact));
        }
        // The salary of the letter happens to be that of the template: without its comment it is the person's own.
        for (auto& line : lines) {
            if (line.starts_with("salary = ")) {
                line.resize(line.find("  #"));
            }
        }
        CHECK(examples_in(joined(lines)).size() == examples.size() - 1);
    }
    CHECK(examples_in("company = \"Northwind AI\"            # Who makes the offer\n").empty());
}
