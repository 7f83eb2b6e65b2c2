#include <offerkit/file/profiles/read_negotiation.hpp>

#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

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
    if (const auto word = table.choice<F>(key)) {
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

std::optional<Rate> rate_of(const View& table, std::string_view key) {
    const auto rate = table.rate(key);
    return rate ? std::optional{rate->value} : std::nullopt;
}

void read_room(const View& table, model::NegotiationProfile& profile) {
    model::UsualRoom room{.base = rate_of(table, "base"),
                          .equity = rate_of(table, "equity"),
                          .sign_on = rate_of(table, "sign_on"),
                          .source = text_or_empty(table, "source"),
                          .as_of = date_of(table, "as_of").value_or(profile.header.as_of)};
    for (const auto& [key, share] : {std::pair{"base", room.base}, std::pair{"equity", room.equity}}) {
        if (share && *share < Rate{1}) {
            table.context().error(codes::bad_rate, table.span(key),
                                  diagnostic::formatted("`{}` is a share of what is offered, at least 100%", key),
                                  "write the highest it comes to, such as \"110%\"");
        }
    }
    if (const auto guaranteed = table.boolean("guaranteed_bonus")) {
        room.guaranteed_bonus = guaranteed->value;
    }
    profile.room = std::move(room);
}

}  // namespace

std::vector<model::Claim> read_claims(const View& view) {
    std::vector<model::Claim> claims;
    for (const View& table : view.tables("claim")) {
        const auto text = table.text("text");
        const auto source = table.text("source");
        const auto as_of = table.date("as_of");
        const auto contested = table.text("contested");
        if (text && source && as_of) {
            claims.push_back({text->value, source->value, as_of->value, contested ? contested->value : std::string{}});
        }
    }
    return claims;
}

std::optional<model::NegotiationProfile> read_negotiation(const View& view, model::ProfileHeader header) {
    model::NegotiationProfile profile{.header = std::move(header)};
    // Practice for everybody states all its rules; that of one kind of employer only how it differs.
    if (!view.has("room")) {
        for (const std::string_view key : {"ask", "settlement", "risk", "odds"}) {
            view.require(key, "practice without [room] is for every employer");
        }
    }
    if (const auto ask = view.table("ask")) {
        read_ask(*ask, profile);
    }
    if (const auto settlement = view.table("settlement")) {
        read_settlement(*settlement, profile);
    }
    if (const auto risk = view.table("risk")) {
        take(*risk, "rescind", profile.rescind);
        profile.rescind_low = rate_of(*risk, "rescind_low");
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
    if (const auto room = view.table("room")) {
        read_room(*room, profile);
    }
    profile.claims = read_claims(view);
    return profile;
}

}  // namespace offerkit::file
