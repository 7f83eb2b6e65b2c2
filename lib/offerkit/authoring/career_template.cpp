#include <offerkit/authoring/career_template.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <offerkit/authoring/toml.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::authoring {

namespace {

using diagnostic::formatted;

/// A plan that names no level begins here.
constexpr std::string_view usual_rung = "senior";

/// "Northwind AI" as an id: "northwind-ai".
std::string id_of(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const char letter = diagnostic::to_lower(c);
        if ((letter >= 'a' && letter <= 'z') || diagnostic::is_digit(c)) {
            id += letter;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return id.empty() ? "offer" : id;
}

/// The standard rungs from the lowest of the offers to two above the highest.
std::vector<std::string_view> rungs_of(std::span<const PlannedOffer> offers) {
    const auto all = model::standard_rungs();
    const auto place = [&](std::string_view rung) {
        const auto found = std::find(all.begin(), all.end(), rung.empty() ? usual_rung : rung);
        return static_cast<std::size_t>(found - all.begin());
    };
    std::size_t low = all.size() - 1;
    std::size_t high = 0;
    for (const PlannedOffer& one : offers) {
        const std::size_t at = std::min(place(one.rung), all.size() - 1);
        low = std::min(low, at);
        high = std::max(high, at);
    }
    high = std::min(high + 2, all.size() - 1);
    return {all.begin() + static_cast<std::ptrdiff_t>(low), all.begin() + static_cast<std::ptrdiff_t>(high) + 1};
}

class PlanWriter {
public:
    void line(std::string_view text = {}) {
        text_ += text;
        text_ += '\n';
    }
    /// A line with a question or a remark behind it.
    void line(std::string_view text, std::string_view remark) {
        line(std::string{text} + "  # " + std::string{remark});
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string text_{};
};

void write_top(PlanWriter& out, std::span<const PlannedOffer> offers, calendar::Date today) {
    out.line(
        "# A career plan: what paths of years pay, and what you would have to believe. Each \"?\" is a question that");
    out.line(
        formatted("# only you can answer; `offerkit career` names those that are left. Written by `offerkit init "
                  "--career` on {}.",
                  to_string(today)));
    out.line();
    out.line("currency = " + toml::text(offers.front().offer->currency.code()));
    out.line("horizon = \"10 years\"");
    out.line("look = [\"4 years\", \"7 years\"]");
    out.line("pay_growth = \"prior:pay_growth\"",
             "budgets of US employers; a rate of your own takes precedence over it");
    out.line("#spending = 60_000", "what you need for living, a year: then it is told how often savings run out");
    out.line("#savings = 40_000");
    out.line("#keep = \"70%\"", "what is left of pay after tax, for savings alone");
    out.line();
    out.line("[market]");
    out.line("downturn = \"?\"", "how many years in a hundred are bad ones for your trade? \"0%\" for none");
}

void write_rungs(PlanWriter& out, std::span<const PlannedOffer> offers, std::span<const std::string_view> rungs) {
    out.line();
    out.line("# What each rung would pay you today, a year, the lowest first.");
    for (const std::string_view rung : rungs) {
        const auto own = std::find_if(offers.begin(), offers.end(), [&](const PlannedOffer& one) {
            return one.yearly && (one.rung.empty() ? usual_rung : std::string_view{one.rung}) == rung;
        });
        out.line("[[rung]]");
        out.line("id = " + toml::text(rung));
        if (own != offers.end()) {
            out.line("total = " + toml::amount(*own->yearly),
                     formatted("the yearly average of {}; right if it pays what the rung pays elsewhere", own->file));
        } else {
            out.line(
                "total = \"?\"",
                formatted("what would you be paid as {}, a year? Or {{ low = ..., likely = ..., high = ... }}", rung));
        }
    }
}

void write_promotion(PlanWriter& out, std::string_view rung) {
    out.line("promotion." + std::string{rung} + " = { ever = \"?\", median = \"?\", slow = \"?\" }",
             formatted("how many in your place are ever promoted to {}; after how long half of these, and nine in ten?",
                       rung));
}

void write_path(PlanWriter& out, const PlannedOffer& one, const std::string& id,
                std::span<const std::string_view> rungs) {
    const model::Offer& offer = *one.offer;
    out.line();
    out.line("[[path]]");
    out.line("id = " + toml::text(id));
    const std::string rung = one.rung.empty() ? std::string{usual_rung} : one.rung;
    if (one.rung.empty()) {
        out.line("rung = \"?\"",
                 formatted("which of the rungs above is it? {} names no level of a known ladder", one.file));
    } else {
        out.line("rung = " + toml::text(rung), formatted("from the level in {}", one.file));
    }
    out.line("offer = " + toml::text(one.file));
    for (const std::string_view above : rungs) {
        if (std::find(rungs.begin(), rungs.end(), std::string_view{rung}) <
            std::find(rungs.begin(), rungs.end(), above)) {
            write_promotion(out, above);
        }
    }
    out.line("job_loss = { per_year = \"?\", months_out = \"?\" }",
             "how often a year is such a job lost, and for how many months without pay? \"0%\" and 0 for never");
    out.line("#later_pay = \"0%\"", "what this first job adds to all pay after it, or takes");
    out.line("#switch = { every = \"3 years\", gain = \"5%\" }", "if you would move by choice");
    const bool is_private = offer.stock && offer.stock->kind == model::StockKind::private_company;
    if (is_private && offer.stock->exits.empty()) {
        out.line("# Its shares count for nothing here without exits: sold, listed, closed. Their chances add to 100%.");
        out.line("[[path.exit]]");
        out.line("name = \"sold\"");
        out.line("chance = \"?\"", "how likely is it that your shares are ever worth something?");
        out.line("after = \"?\"", "after how long in the job?");
        out.line("worth = \"?\"", "what would they bring you then?");
        out.line("[[path.exit]]");
        out.line("name = \"closed\"");
        out.line("chance = \"?\"", "the rest");
        out.line("after = \"?\"", "after how long?");
        out.line("worth = 0");
    } else if (is_private) {
        out.line(formatted("# The exits are those of {}.", one.file));
    }
}

}  // namespace

std::string career_template(std::span<const PlannedOffer> offers, calendar::Date today) {
    PlanWriter out;
    const auto rungs = rungs_of(offers);
    write_top(out, offers, today);
    write_rungs(out, offers, rungs);
    std::vector<std::string> ids;
    for (const PlannedOffer& one : offers) {
        std::string id = id_of(one.offer->company);
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
            id += "-" + std::to_string(ids.size() + 1);
        }
        ids.push_back(id);
        write_path(out, one, id, rungs);
    }
    if (offers.size() == 1) {
        out.line();
        out.line("# The path beside it: staying where you are, or another offer.");
        out.line("[[path]]");
        out.line("id = \"other\"");
        out.line("rung = \"?\"", "which rung are you on now?");
        out.line("pay = \"?\"", "what would it pay, year by year? Such as [200_000, 206_000]");
        out.line("job_loss = { per_year = \"?\", months_out = \"?\" }", "how often is it lost, and for how long?");
    } else {
        out.line();
        out.line("#[[turn]]", "may you change your mind after a while? Take the signs away");
        out.line("#at = \"12 months\"");
        out.line("#from = " + toml::text(ids[1]));
        out.line("#to = " + toml::text(ids[0]));
        out.line("#open = \"60%\"", "the chance that the other door is still open then");
    }
    return std::move(out).text();
}

}  // namespace offerkit::authoring
