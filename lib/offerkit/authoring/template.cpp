#include <offerkit/authoring/template.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/authoring/template_values.hpp>
#include <offerkit/authoring/template_writer.hpp>
#include <offerkit/authoring/toml.hpp>
#include <offerkit/calendar/date.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::authoring {

namespace {

using diagnostic::formatted;
using templates::Block;
using templates::hidden;
using templates::Line;
using templates::shown;
using templates::Writer;

std::string list_of(const std::vector<model::VestDay>& days) {
    std::string out = "[";
    for (const auto& day : days) {
        out += (out.size() > 1 ? ", " : "") + toml::text(to_string(day));
    }
    return out + "]";
}

/// What a company's profile says, or nothing: then every value is an example.
struct Facts {
    calendar::Date today;
    const model::CompanyProfile* company = nullptr;
    const model::VestingProfile* vesting = nullptr;
    const model::Ladder* ladder = nullptr;

    [[nodiscard]] bool is_private() const {
        return company != nullptr && company->stock_kind == model::StockKind::private_company;
    }
    /// How a fact of the profile is marked.
    [[nodiscard]] std::string usual() const {
        expects(company != nullptr);
        return formatted("Usual at {}", company->company);
    }
    [[nodiscard]] bool grants_options() const {
        return company != nullptr && (company->instrument == "iso" || company->instrument == "nso");
    }
};

void introduce(Writer& out, const Facts& facts) {
    if (facts.company == nullptr) {
        out.comment("A job offer, to fill in from your letter.");
    } else {
        out.comment(formatted("A job offer of {}, to fill in from your letter.", facts.company->company));
    }
    out.comment("");
    out.comment(
        "Every value is an example: replace it, or put a # before what your letter does not mention."
        " Remove the # before a key that it does mention. `offerkit check FILE` says what is missing or wrong, and "
        "which"
        " values are still examples: where your letter says the same, take the comment behind the value out.");
    out.comment("");
    out.comment(origin_line(facts.company, facts.today));
    if (facts.company != nullptr) {
        const model::ProfileHeader& header = facts.company->header;
        out.comment("");
        out.comment(
            formatted("What is marked \"{}\" comes from the company profile `{}`, as of {}. Your letter decides.",
                      facts.usual(), header.id, calendar::to_string(header.as_of)));
        out.comment("Source: " + header.source);
        if (!header.note.empty()) {
            out.comment("Note: " + header.note);
        }
    }
    out.gap();
}

Block top(const Facts& facts) {
    return {.table = "",
            .active = true,
            .lines = {shown("company", facts.company != nullptr ? toml::text(facts.company->company) : std::string{}),
                      facts.company != nullptr && facts.company->employer
                          ? shown("employer", toml::text(word(*facts.company->employer)), facts.usual())
                          : hidden("employer"),
                      shown("role"), shown("location"),
                      hidden("place", {},
                             "Where you would live and work, for taxes and living: us-ny-nyc, uk-england, de ...; "
                             "`offerkit profiles places` lists them"),
                      shown("currency"), shown("start"), shown("received"), shown("decide_by"), hidden("end"),
                      hidden("kind", "\"current\""), hidden("evidence", "\"verbal\""), hidden("letter_total")}};
}

/// A level from the middle of the ladder, as an example, and the others beside it.
Block level(const Facts& facts) {
    if (facts.ladder == nullptr || facts.ladder->levels.empty()) {
        return {.table = "level", .lines = {shown("ladder"), shown("name")}};
    }
    const auto& levels = facts.ladder->levels;
    std::vector<std::string> names;
    for (const auto& each : levels) {
        names.push_back(each.name);
    }
    const auto senior =
        std::find_if(levels.begin(), levels.end(), [](const auto& each) { return each.rung == "senior"; });
    const std::string& example = senior != levels.end() ? senior->name : levels[levels.size() / 2].name;
    return {.table = "level",
            .active = true,
            .lines = {shown("ladder", toml::text(facts.company->ladder)),
                      shown("name", toml::text(example), formatted("One of {}", report::joined(names, "or")))}};
}

Block bonus(const Facts& facts) {
    Block block{.table = "bonus",
                .active = true,
                .lines = {shown("target"), hidden("amount"), hidden("payout"), hidden("guaranteed_years"),
                          hidden("year"), hidden("paid")}};
    if (facts.company == nullptr) {
        return block;
    }
    if (facts.company->bonus.empty()) {
        // A part that is commented out as a whole has to work as a whole, so it holds no alternatives.
        block.active = false;
        std::erase_if(block.lines, [](const Line& line) { return line.key == "amount"; });
    } else {
        block.lines.front() = shown("target", toml::text(facts.company->bonus), facts.usual());
    }
    return block;
}

Block stock(const Facts& facts) {
    Block block{.table = "stock", .active = true};
    if (facts.is_private()) {
        block.lines = {shown("kind", "\"private\"", facts.usual()),
                       shown("price", "1.35"),
                       shown("as_of"),
                       shown("fully_diluted"),
                       hidden("preferred_price", "4.80"),
                       hidden("dilution"),
                       hidden("rounds")};
    } else {
        block.lines = {shown("kind"), hidden("symbol"), shown("price"), shown("as_of"), hidden("growth")};
        if (facts.company != nullptr) {
            block.lines.front() = shown("kind", "\"public\"", facts.usual());
        }
    }
    return block;
}

void add_schedule(Block& block, const Facts& facts) {
    if (facts.company == nullptr || facts.company->vesting.empty()) {
        block.lines.push_back(shown("vesting"));
        return;
    }
    const std::string name = facts.vesting != nullptr ? ": " + facts.vesting->header.name : std::string{};
    block.lines.push_back(shown("vesting", toml::text(facts.company->vesting), facts.usual() + name));
    if (!facts.company->align.empty()) {
        block.lines.push_back(shown("align", list_of(facts.company->align), facts.usual()));
    }
    if (!facts.company->day_of_month.empty()) {
        const bool number = facts.company->day_of_month.find_first_not_of("0123456789") == std::string::npos;
        block.lines.push_back(shown("day_of_month",
                                    number ? facts.company->day_of_month : toml::text(facts.company->day_of_month),
                                    facts.usual()));
    }
}

Block grant(const Facts& facts) {
    Block block{.table = "grant", .active = true};
    if (facts.company != nullptr && !facts.company->conversion_note.empty()) {
        block.notes.push_back(formatted("How money becomes shares there: {}", facts.company->conversion_note));
    }
    if (facts.vesting != nullptr && !facts.vesting->header.note.empty()) {
        block.notes.push_back(
            formatted("The schedule: {} Source: {}", facts.vesting->header.note, facts.vesting->header.source));
    }
    block.lines = {shown("id")};
    const std::string instrument = facts.company != nullptr ? facts.company->instrument : std::string{};
    block.lines.push_back(instrument.empty() ? shown("instrument")
                                             : shown("instrument", toml::text(instrument), facts.usual()));
    if (facts.grants_options()) {
        block.lines.push_back(shown("quantity", "20_000"));
        block.lines.push_back(hidden("ownership"));
        block.lines.push_back(shown("strike", "1.35"));
    } else {
        block.lines.push_back(shown("value"));
        block.lines.push_back(hidden("conversion"));
        block.lines.push_back(hidden("quantity"));
    }
    add_schedule(block, facts);
    block.lines.push_back(hidden("grant_date"));
    block.lines.push_back(hidden("vesting_start"));
    if (facts.company == nullptr) {
        block.lines.push_back(hidden("align"));
    }
    if (facts.grants_options()) {
        block.lines.push_back(hidden("expires"));
        block.lines.push_back(hidden("early_exercise", "true"));
    }
    return block;
}

/// What most letters say, part by part.
std::vector<Block> usual_parts(const Facts& facts) {
    return {top(facts),
            level(facts),
            {.table = "base",
             .active = true,
             .lines = {shown("salary"), hidden("hourly"), hidden("hours_per_week"), hidden("daily"), hidden("raise")}},
            bonus(facts),
            {.table = "sign_on",
             .active = true,
             .lines = {shown("name"), shown("amount"), hidden("after"), hidden("over"), hidden("clawback")}},
            stock(facts),
            grant(facts)};
}

/// What fewer letters say.
std::vector<Block> rarer_parts() {
    return {
        {.table = "refresher", .lines = {shown("value"), shown("first_after"), shown("every"), shown("vesting")}},
        {.table = "benefits",
         .lines = {shown("health"), shown("retirement"), shown("retirement_match"), shown("pto_days"), shown("espp")}},
        {.table = "cost", .lines = {shown("name"), shown("amount"), shown("once")}},
        {.table = "event", .lines = {shown("id"), shown("date"), shown("chance")}},
        {.table = "leaving", .lines = {shown("notice"), shown("non_compete"), shown("non_compete_pay")}},
        {.table = "band", .lines = {shown("base"), shown("source"), shown("as_of")}},
        {.table = "market", .lines = {shown("total"), shown("source"), shown("as_of")}}};
}

/// The block with what was answered in it. A key without an answer is commented out, unless it is a fact of the company
/// in a part that was answered.
Block with_answers(Block block, std::span<const Answered> answers, const Facts& facts) {
    bool any = false;
    for (const Answered& answer : answers) {
        if (answer.table != block.table) {
            continue;
        }
        any = true;
        const auto line = std::find_if(block.lines.begin(), block.lines.end(),
                                       [&](const Line& one) { return one.key == answer.key; });
        if (line == block.lines.end()) {
            block.lines.push_back(shown(answer.key, answer.value));
        } else {
            *line = shown(answer.key, answer.value);
        }
    }
    for (Line& line : block.lines) {
        const bool answered = std::any_of(answers.begin(), answers.end(), [&](const Answered& answer) {
            return answer.table == block.table && answer.key == line.key;
        });
        const bool fact = facts.company != nullptr && line.remark.starts_with(facts.usual());
        line.active = answered || (any && fact && line.active);
    }
    block.active = any;
    return block;
}

/// The file with all its parts, with these answers in them.
std::string with_parts(Writer out, const Facts& facts, std::optional<std::span<const Answered>> answers) {
    const auto add = [&](const std::vector<Block>& parts) {
        for (const Block& block : parts) {
            out.block(answers ? with_answers(block, *answers, facts) : block);
        }
    };
    add(usual_parts(facts));
    out.comment("From here on: what fewer letters say. Each part works once its # are gone.");
    out.gap();
    add(rarer_parts());
    std::string text = std::move(out).text();
    text.pop_back();  // the gap behind the last part
    return text;
}

std::string written(const Facts& facts) {
    Writer out{model::offer_schema(), facts.today};
    introduce(out, facts);
    return with_parts(std::move(out), facts, std::nullopt);
}

}  // namespace

std::string offer_template(calendar::Date today) { return written({.today = today}); }

std::string offer_template(const model::CompanyProfile& company, const model::VestingProfile* vesting,
                           const model::Ladder* ladder, calendar::Date today) {
    return written({today, &company, vesting, ladder});
}

std::string answered_offer(std::span<const Answered> answers, const model::CompanyProfile* company,
                           calendar::Date today) {
    const Facts facts{today, company};
    Writer out{model::offer_schema(), today};
    out.comment(
        formatted("A job offer, from your answers to `offerkit init --ask` on {}.", calendar::to_string(today)));
    out.comment("");
    out.comment(
        "A key behind a # has no answer yet: where your letter does say it, take the # away and put the letter's value"
        " in the place of the example. `offerkit check FILE` says what is missing or wrong.");
    if (company != nullptr) {
        out.comment("");
        out.comment(formatted(
            "What is marked \"{}\" comes from the company profile `{}`, as of {}. Your letter decides. Source: {}",
            facts.usual(), company->header.id, calendar::to_string(company->header.as_of), company->header.source));
    }
    out.gap();
    return with_parts(std::move(out), facts, answers);
}

std::optional<std::string> company_template(const file::ProfileStore& profiles, const std::string& name,
                                            const file::Naming& naming, calendar::Date today) {
    const auto company = profiles.company(name, naming);
    if (!company) {
        return std::nullopt;
    }
    const auto vesting = company->vesting.empty() ? std::nullopt : profiles.vesting(company->vesting, naming);
    const auto ladder = company->ladder.empty() ? std::nullopt : profiles.ladder(company->ladder, naming);
    if ((!company->vesting.empty() && !vesting) || (!company->ladder.empty() && !ladder)) {
        return std::nullopt;
    }
    return offer_template(*company, vesting ? &*vesting : nullptr, ladder ? &*ladder : nullptr, today);
}

}  // namespace offerkit::authoring
