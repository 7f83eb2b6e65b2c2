#include <offerkit/file/profiles/read_negotiation.hpp>

#include <utility>

#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::Flexibility;
using quantity::Rate;

void take(const View& table, std::string_view key, Rate& into) {
    if (const auto rate = table.rate(key)) {
        into = rate->value;
    }
}

void take(const View& table, std::string_view key, Flexibility& into) {
    using F = Flexibility;
    if (const auto word =
            table.choice<F>(key, {{"high", F::high}, {"low", F::low}, {"none", F::none}, {"rare", F::rare}})) {
        into = word->value;
    }
}

void read_ask(const View& table, model::NegotiationProfile& profile) {
    take(table, "low", profile.ask_low);
    take(table, "high", profile.ask_high);
    for (const std::string_view key : {"low", "high"}) {
        if (table.has(key) && (key == "low" ? profile.ask_low : profile.ask_high) > Rate{10}) {
            table.context().error(codes::bad_rate, table.span(key), "over ten times the target is no ask",
                                  "write a share of the target, such as \"120%\"");
        }
    }
    if (table.has("low") && table.has("high") && profile.ask_high < profile.ask_low) {
        table.context().error(codes::wrong_order, table.span("high"), "`high` is below `low`", "check both ends");
    }
}

void read_settlement(const View& table, model::NegotiationProfile& profile) {
    take(table, "share", profile.settlement);
    profile.settlement_source = text_or_empty(table, "source");
    if (table.has("share") && profile.settlement < *Rate::of(1, 100)) {
        table.context().error(codes::bad_rate, table.span("share"),
                              "a share below 1% says that no ask moves the other side, and leaves nothing to ask for",
                              "write how far towards your ask they move, such as \"50%\"");
    }
}

void read_odds(const View& table, model::InterviewOdds& odds) {
    take(table, "low", odds.low);
    take(table, "high", odds.high);
    odds.source = text_or_empty(table, "source");
    odds.as_of = date_of(table, "as_of");
    for (const View& company : table.tables("company")) {
        model::InterviewOdds::OfCompany entry{.company = text_or_empty(company, "company")};
        take(company, "onsite_to_offer", entry.onsite_to_offer);
        odds.companies.push_back(std::move(entry));
    }
}

}  // namespace

std::optional<model::NegotiationProfile> read_negotiation(const View& view, model::ProfileHeader header) {
    model::NegotiationProfile profile{.header = std::move(header)};
    if (const auto ask = view.table("ask")) {
        read_ask(*ask, profile);
    }
    if (const auto settlement = view.table("settlement")) {
        read_settlement(*settlement, profile);
    }
    if (const auto risk = view.table("risk")) {
        take(*risk, "rescind", profile.rescind);
        take(*risk, "success", profile.success);
        profile.rescind_source = text_or_empty(*risk, "rescind_source");
        profile.success_source = text_or_empty(*risk, "success_source");
    }
    if (const auto flexibility = view.table("flexibility")) {
        take(*flexibility, "equity", profile.equity);
        take(*flexibility, "sign_on", profile.sign_on);
        take(*flexibility, "base", profile.base);
        take(*flexibility, "bonus", profile.bonus);
        take(*flexibility, "level", profile.level);
    }
    if (const auto non_cash = view.table("non_cash")) {
        for (auto& text : non_cash->texts("ask")) {
            profile.non_cash.push_back(std::move(text.value));
        }
    }
    if (const auto odds = view.table("odds")) {
        read_odds(*odds, profile.odds);
    }
    return profile;
}

}  // namespace offerkit::file
