// Open Cap Format, version 1: cases written for these tests from the published schemas of the Open Cap Table Coalition
// (github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF), and its own explainer of vesting terms.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <offerkit/file/ocf/open_cap_format.hpp>
#include <offerkit/timeline/grant.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

struct Imported {
    std::vector<model::Offer> offers{};
    std::vector<std::string> problems{};  ///< "code line:column message"
};

Imported import_texts(std::vector<std::string> texts) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    std::vector<file::NamedText> named;
    for (auto& text : texts) {
        named.push_back({"file" + std::to_string(named.size() + 1) + ".json", std::move(text)});
    }
    Imported result;
    result.offers = file::read_open_cap_format({sources, diagnostics, profiles}, std::move(named));
    for (const auto& problem : diagnostics.all()) {
        result.problems.push_back(std::string{problem.code} + " " + std::to_string(problem.span.line) + ":" +
                                  std::to_string(problem.span.column) + " " + problem.message);
        CHECK_FALSE(problem.help.empty());
    }
    return result;
}

Imported import_objects(const json& objects) { return import_texts({objects.dump()}); }

/// The codes and messages, without places.
std::string problems_of(const json& objects) {
    std::string text;
    for (const auto& problem : import_objects(objects).problems) {
        const auto space = problem.find(' ');
        text += (text.empty() ? "" : "\n") + problem.substr(0, space) + problem.substr(problem.find(' ', space + 1));
    }
    return text;
}

json issuance(const json& more = json::object()) {
    json object{{"object_type", "TX_EQUITY_COMPENSATION_ISSUANCE"},
                {"id", "i1"},
                {"security_id", "s1"},
                {"date", "2026-03-02"},
                {"compensation_type", "RSU"},
                {"quantity", "480"},
                {"vesting_terms_id", "t1"},
                {"expiration_date", nullptr},
                {"termination_exercise_windows", json::array()}};
    object.update(more);
    return object;
}

json record(const std::string& type, const std::string& condition, const std::string& date,
            const std::string& security = "s1") {
    return {{"object_type", type},
            {"id", condition + "-" + security},
            {"security_id", security},
            {"date", date},
            {"vesting_condition_id", condition}};
}
json start(const std::string& date, const std::string& security = "s1") {
    return record("TX_VESTING_START", "start", date, security);
}

json terms(const json& conditions, const std::string& allocation = "CUMULATIVE_ROUND_DOWN") {
    return {{"object_type", "VESTING_TERMS"},
            {"id", "t1"},
            {"name", "Terms"},
            {"description", "for a test"},
            {"allocation_type", allocation},
            {"vesting_conditions", conditions}};
}

json portion(int numerator, int denominator) {
    return {{"numerator", std::to_string(numerator)}, {"denominator", std::to_string(denominator)}};
}

json condition(const std::string& id, const json& amount, const json& trigger, const std::vector<std::string>& next) {
    json object{{"id", id}, {"trigger", trigger}, {"next_condition_ids", next}};
    object[amount.is_string() ? "quantity" : "portion"] = amount;
    return object;
}

json begins(const std::vector<std::string>& next, const json& amount = "0") {
    return condition("start", amount, {{"type", "VESTING_START_DATE"}}, next);
}
json event(const std::string& id, const json& amount, const std::vector<std::string>& next = {}) {
    return condition(id, amount, {{"type", "VESTING_EVENT"}}, next);
}
json on_day(const std::string& id, const json& amount, const std::string& date,
            const std::vector<std::string>& next = {}) {
    return condition(id, amount, {{"type", "VESTING_SCHEDULE_ABSOLUTE"}, {"date", date}}, next);
}

json months(int length, int occurrences, const std::string& day = "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH") {
    return {{"type", "MONTHS"}, {"length", length}, {"occurrences", occurrences}, {"day_of_month", day}};
}
json days(int length, int occurrences) { return {{"type", "DAYS"}, {"length", length}, {"occurrences", occurrences}}; }

json after(const std::string& id, const std::string& before, const json& amount, const json& period,
           const std::vector<std::string>& next = {}) {
    return condition(id, amount,
                     {{"type", "VESTING_SCHEDULE_RELATIVE"}, {"relative_to_condition_id", before}, {"period", period}},
                     next);
}

/// The one offer of objects that must be free of problems.
model::Offer only_offer(const json& objects) {
    auto imported = import_objects(objects);
    INFO((imported.problems.empty() ? "" : imported.problems.front()));
    REQUIRE(imported.problems.empty());
    REQUIRE(imported.offers.size() == 1);
    return std::move(imported.offers.front());
}

/// "2027-03-02 120, 2027-04-02 10": what vests when; an unknown day is "?", a missed one "never".
std::string vests_of(const model::Offer& offer, std::size_t grant = 0) {
    diagnostic::Diagnostics diagnostics;
    const auto resolved =
        timeline::resolve(offer, offer.grants.at(grant), calendar::Date::clamped(2026, 1, 1), diagnostics);
    REQUIRE(resolved.has_value());
    std::string text;
    for (const auto& tranche : resolved->schedule.tranches) {
        text += (text.empty() ? "" : ", ") +
                (tranche.date                                       ? to_string(*tranche.date)
                 : tranche.release == timeline::Release::impossible ? "never"
                                                                    : "?") +
                " " + std::to_string(tranche.quantity.whole());
    }
    return text;
}
std::string vests(const json& objects) { return vests_of(only_offer(objects)); }

}  // namespace

TEST_CASE("a schedule of Open Cap Format vests as the same schedule in an offer file") {
    support::holds("the same tranches", [] {
        const auto day = *rc::gen::element<std::pair<std::string, std::string>>(
            std::pair{"VESTING_START_DAY_OR_LAST_DAY_OF_MONTH", "\"vesting_start_day\""}, std::pair{"01", "1"},
            std::pair{"15", "15"}, std::pair{"28", "28"}, std::pair{"31_OR_LAST_DAY_OF_MONTH", "31"});
        const auto allocation = *rc::gen::element<std::pair<std::string, std::string>>(
            std::pair{"CUMULATIVE_ROUNDING", "cumulative_rounding"},
            std::pair{"CUMULATIVE_ROUND_DOWN", "cumulative_round_down"}, std::pair{"FRONT_LOADED", "front_loaded"},
            std::pair{"BACK_LOADED", "back_loaded"},
            std::pair{"FRONT_LOADED_TO_SINGLE_TRANCHE", "front_loaded_to_single_tranche"},
            std::pair{"BACK_LOADED_TO_SINGLE_TRANCHE", "back_loaded_to_single_tranche"});
        const int quantity = *rc::gen::inRange(1, 100'000);
        const auto begin = to_string(
            calendar::Date::clamped(*rc::gen::inRange(2020, 2030), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32)));
        // Weights of the steps make the portions; the first step may vest at once.
        const int steps = *rc::gen::inRange(1, 5);
        const bool in_months = *rc::gen::arbitrary<bool>();
        std::vector<int> lengths;
        std::vector<int> occurrences;
        std::vector<int> weights;
        int whole = 0;
        for (int i = 0; i < steps; ++i) {
            lengths.push_back(*rc::gen::inRange(1, 14));
            occurrences.push_back(*rc::gen::inRange(1, 20));
            weights.push_back(*rc::gen::inRange(1, 9));
            whole += weights.back() * occurrences.back();
        }
        const int at_once = *rc::gen::element(0, 0, 3);
        whole += at_once;

        json conditions = json::array({begins({"c0"}, at_once == 0 ? json("0") : portion(at_once, whole))});
        std::string toml =
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\nid = \"g\"\n"
            "instrument = \"rsu\"\nquantity = " +
            std::to_string(quantity) + "\ngrant_date = 2026-03-02\nvesting_start = " + begin +
            "\nbefore_grant = \"keep\"\nallocation = \"" + allocation.second + "\"\n";
        toml += in_months ? "day_of_month = " + day.second + "\n" : "";
        if (at_once != 0) {
            toml += "[[grant.segment]]\nportion = \"" + std::to_string(at_once) + "/" + std::to_string(whole) +
                    "\"\nover = \"0 days\"\n";
        }
        for (int i = 0; i < steps; ++i) {
            const auto n = static_cast<std::size_t>(i);
            json period = in_months ? months(lengths[n], occurrences[n], day.first) : days(lengths[n], occurrences[n]);
            const int cliff = *rc::gen::inRange(0, occurrences[n] + 1);
            const std::string unit = in_months ? " months" : " days";
            toml += "[[grant.segment]]\nportion = \"" + std::to_string(weights[n] * occurrences[n]) + "/" +
                    std::to_string(whole) + "\"\nover = \"" + std::to_string(lengths[n] * occurrences[n]) + unit +
                    "\"\nevery = \"" + std::to_string(lengths[n]) + unit + "\"\n";
            if (cliff > 0) {
                period["cliff_installment"] = cliff;
            }
            if (cliff > 1) {
                toml += "cliff = \"" + std::to_string(cliff * lengths[n]) + unit + "\"\n";
            }
            conditions.push_back(after(
                "c" + std::to_string(i), i == 0 ? "start" : "c" + std::to_string(i - 1), portion(weights[n], whole),
                period,
                i + 1 == steps ? std::vector<std::string>{} : std::vector<std::string>{"c" + std::to_string(i + 1)}));
        }
        const auto ours = vests_of(offers::read(toml));
        const auto theirs = vests(json::array(
            {issuance({{"quantity", std::to_string(quantity)}}), start(begin), terms(conditions, allocation.first)}));
        RC_ASSERT(theirs == ours);
    });
}

TEST_CASE("the explainer's schedule of four years vests on the days that it names") {
    // docs/explainers/VestingTerms.md, example 3: 480 options from 30 January 2021, a quarter after a year, then 1/48 a
    // month: 30 January 2022, 28 February 2022, and the 30th of each month but February.
    const auto text = vests(json::array(
        {issuance({{"date", "2021-01-01"}}), start("2021-01-30"),
         terms({begins({"cliff"}), after("cliff", "start", portion(12, 48), months(12, 1), {"monthly-thereafter"}),
                after("monthly-thereafter", "cliff", portion(1, 48), months(1, 36))})}));
    CHECK(text.starts_with("2022-01-30 120, 2022-02-28 10, 2022-03-30 10, 2022-04-30 10"));
    CHECK(
        text.ends_with("2024-02-29 10, 2024-03-30 10, 2024-04-30 10, 2024-05-30 10, 2024-06-30 10, 2024-07-30 10, "
                       "2024-08-30 10, 2024-09-30 10, 2024-10-30 10, 2024-11-30 10, 2024-12-30 10, 2025-01-30 10"));
}

TEST_CASE("18 shares in four parts fall as the schema of allocation types says, for each type") {
    const auto shares = [](const std::string& allocation) {
        std::string text;
        for (const auto& tranche :
             offers::resolve_first(
                 only_offer(
                     json::array({issuance({{"quantity", "18"}}), start("2026-03-02"),
                                  terms({begins({"yearly"}), after("yearly", "start", portion(1, 4), months(12, 4))},
                                        allocation)})))
                 .schedule.tranches) {
            text += std::to_string(tranche.quantity.whole()) + " ";
        }
        return text;
    };
    CHECK(shares("CUMULATIVE_ROUNDING") == "5 4 5 4 ");
    CHECK(shares("CUMULATIVE_ROUND_DOWN") == "4 5 4 5 ");
    CHECK(shares("FRONT_LOADED") == "5 5 4 4 ");
    CHECK(shares("BACK_LOADED") == "4 4 5 5 ");
    CHECK(shares("FRONT_LOADED_TO_SINGLE_TRANCHE") == "6 4 4 4 ");
    CHECK(shares("BACK_LOADED_TO_SINGLE_TRANCHE") == "4 4 4 6 ");
}

TEST_CASE("dates, shares and parts of the rest are taken exactly") {
    CHECK(vests(json::array({issuance(), start("2026-03-02"),
                             terms({begins({"a"}), on_day("a", "80", "2027-02-15", {"b"}),
                                    on_day("b", portion(1, 4), "2027-08-15", {"c"}),
                                    on_day("c", {{"numerator", "1"}, {"denominator", "1"}, {"remainder", true}},
                                           "2028-02-15")})})) == "2027-02-15 80, 2027-08-15 120, 2028-02-15 280");
    // Half of the rest, then all of it: 1/4, 3/8, 3/8 of 480.
    CHECK(vests(json::array({issuance(), start("2026-03-02"),
                             terms({begins({"a"}, portion(1, 4)),
                                    after("a", "start", {{"numerator", "1"}, {"denominator", "2"}, {"remainder", true}},
                                          months(6, 1), {"b"}),
                                    after("b", "a", {{"numerator", "2"}, {"denominator", "2"}, {"remainder", true}},
                                          days(100, 1))})})) == "2026-03-02 120, 2026-09-02 180, 2026-12-11 180");
    // Days and shares of the issuance itself go before its terms.
    CHECK(vests(json::array({issuance(
              {{"vestings",
                {{{"date", "2027-01-01"}, {"amount", "400.00"}}, {{"date", "2026-01-01"}, {"amount", "80"}}}}})})) ==
          "2026-01-01 80, 2027-01-01 400");
    // Without either, all of it is vested when it is issued.
    json at_once = issuance();
    at_once.erase("vesting_terms_id");
    CHECK(vests(json::array({at_once})) == "2026-03-02 480");
}

TEST_CASE("a file may hold items, a list or one object, and several are read together") {
    const json schedule = terms({begins({"a"}), after("a", "start", portion(1, 2), months(12, 2))});
    const std::string expected = "2027-03-02 240, 2028-03-02 240";
    const auto as = [&](std::vector<std::string> texts) {
        auto imported = import_texts(std::move(texts));
        REQUIRE(imported.problems.empty());
        REQUIRE(imported.offers.size() == 1);
        return std::pair{imported.offers[0].company, vests_of(imported.offers[0])};
    };
    const json wrapped{{"file_type", "OCF_TRANSACTIONS_FILE"}, {"items", {issuance(), start("2026-03-02")}}};
    CHECK(as({wrapped.dump(2), json::array({schedule}).dump()}) == std::pair{std::string{"file1.json"}, expected});
    const json manifest{{"file_type", "OCF_MANIFEST_FILE"}, {"issuer", {{"legal_name", "Acme, Inc."}}}};
    CHECK(as({schedule.dump(), issuance().dump(4), start("2026-03-02").dump(), manifest.dump()}) ==
          std::pair{std::string{"Acme, Inc."}, expected});
}

TEST_CASE("options come with their kind, strike, life and windows, and the valuation is the share's price") {
    const auto offer = only_offer(
        json::array({issuance({{"object_type", "TX_PLAN_SECURITY_ISSUANCE"},
                               {"custom_id", "ES-7"},
                               {"compensation_type", "OPTION_ISO"},
                               {"exercise_price", {{"amount", "0.8734000000"}, {"currency", "EUR"}}},
                               {"early_exercisable", true},
                               {"expiration_date", "2036-03-01"},
                               {"termination_exercise_windows",
                                {{{"reason", "VOLUNTARY_OTHER"}, {"period", 90}, {"period_type", "DAYS"}},
                                 {{"reason", "VOLUNTARY_GOOD_CAUSE"}, {"period", 3}, {"period_type", "MONTHS"}}}}}),
                     start("2026-01-15"),
                     terms({begins({"a"}), after("a", "start", portion(1, 4), months(12, 4))}),
                     {{"object_type", "VALUATION"},
                      {"price_per_share", {{"amount", "1.10"}, {"currency", "EUR"}}},
                      {"effective_date", "2025-11-30"}},
                     {{"object_type", "VALUATION"},
                      {"price_per_share", {{"amount", "1.25"}, {"currency", "EUR"}}},
                      {"effective_date", "2026-02-28"}}}));
    const auto& grant = offer.grants.at(0);
    CHECK(grant.id == "ES-7");
    CHECK(grant.instrument == model::Instrument::iso);
    CHECK(to_plain(grant.strike->value) == "0.8734");
    CHECK(grant.early_exercise);
    REQUIRE(grant.expires.has_value());
    CHECK(grant.expires->after == calendar::Period::months(120));
    CHECK(grant.expires->day_before);
    REQUIRE(grant.termination_windows.size() == 2);
    CHECK(grant.termination_windows[0].period == calendar::Period::days(90));
    CHECK(grant.termination_windows[1].reason == model::LeavingReason::good_reason);
    CHECK(offer.currency.code() == "EUR");
    REQUIRE(offer.stock.has_value());
    CHECK(offer.stock->kind == model::StockKind::private_company);
    CHECK(to_plain(offer.stock->price.value) == "1.25");
    // Vesting began before the grant: its dates stay, as Open Cap Format has them.
    CHECK(to_string(offer.start.value) == "2026-01-15");
    CHECK(vests_of(offer).starts_with("2027-01-15 120"));
    CHECK(grant.before_grant == model::BeforeGrant::keep);
}

TEST_CASE("of several valuations the latest counts, wherever it stands, and one without a price does not") {
    const auto price = [](const json& valuations) {
        json objects = json::array({issuance(), start("2026-03-02"),
                                    terms({begins({"a"}), after("a", "start", portion(1, 4), months(12, 4))})});
        for (const auto& each : valuations) {
            objects.push_back(each);
        }
        const auto offer = only_offer(objects);
        return offer.stock ? to_plain(offer.stock->price.value) + " " + to_string(*offer.stock->as_of) : "none";
    };
    const auto valued = [](const char* amount, const char* day) {
        return json{{"object_type", "VALUATION"},
                    {"price_per_share", {{"amount", amount}, {"currency", "USD"}}},
                    {"effective_date", day}};
    };
    const json without = {{"object_type", "VALUATION"}, {"effective_date", "2026-12-31"}};
    CHECK(price({valued("1.10", "2025-11-30"), valued("1.25", "2026-02-28")}) == "1.25 2026-02-28");
    CHECK(price({valued("1.25", "2026-02-28"), valued("1.10", "2025-11-30")}) == "1.25 2026-02-28");
    CHECK(price({valued("1.10", "2025-11-30"), valued("1.25", "2026-02-28"), valued("1.15", "2025-12-31")}) ==
          "1.25 2026-02-28");
    CHECK(price({without, valued("1.10", "2025-11-30")}) == "1.1 2025-11-30");
    CHECK(price(json::array({without})) == "none");
}

TEST_CASE("every kind of compensation becomes one of our instruments") {
    const auto kind = [](const json& more) {
        json object = issuance(more);
        object.erase("vesting_terms_id");
        const auto imported = import_objects(json::array({object}));
        REQUIRE(imported.offers.size() == 1);
        return imported.offers[0].grants[0].instrument;
    };
    const json price{{"amount", "2"}, {"currency", "USD"}};
    CHECK(kind({{"compensation_type", "RSU"}}) == model::Instrument::rsu);
    CHECK(kind({{"compensation_type", "OPTION_NSO"}, {"exercise_price", price}}) == model::Instrument::nso);
    CHECK(kind({{"compensation_type", "OPTION"}, {"option_grant_type", "ISO"}, {"exercise_price", price}}) ==
          model::Instrument::iso);
    CHECK(kind({{"compensation_type", "OPTION"}, {"exercise_price", price}}) == model::Instrument::nso);
    CHECK(kind({{"compensation_type", "CSAR"}, {"base_price", price}}) == model::Instrument::sar);
    CHECK(kind({{"compensation_type", "SSAR"}, {"base_price", price}}) == model::Instrument::sar);
    CHECK(kind({{"object_type", "TX_STOCK_ISSUANCE"}, {"vestings", {{{"date", "2027-01-01"}, {"amount", "480"}}}}}) ==
          model::Instrument::rsa);
}

TEST_CASE("shares that vest at an event wait for its record, and one that comes too late never vests them") {
    const json conditions{begins({"too-late", "sale"}), on_day("too-late", "0", "2028-01-01"),
                          event("sale", portion(1, 1))};
    const json common = json::array({issuance(), start("2026-03-02"), terms(conditions)});
    const auto with = [&](const std::string& date) {
        json objects = common;
        objects.push_back(record("TX_VESTING_EVENT", "sale", date));
        return vests(objects);
    };
    CHECK(vests(common) == "? 480");
    CHECK(with("2027-12-31") == "2027-12-31 480");
    // On the very day the one that is named first wins.
    CHECK(with("2028-01-01") == "never 480");
    // A deadline counted from the start: 24 months after 2 March 2026.
    const json relative{begins({"sale", "late"}), after("late", "start", "0", months(24, 1)),
                        event("sale", portion(1, 1))};
    CHECK(vests(json::array({issuance(), start("2026-03-02"), terms(relative),
                             record("TX_VESTING_EVENT", "sale", "2028-03-02")})) == "2028-03-02 480");
}

TEST_CASE("of several days that end the waiting for an event the earliest counts, named before it or after") {
    const auto with = [](const std::string& before, const std::string& behind, const std::string& sale) {
        return vests(json::array({issuance(), start("2026-03-02"),
                                  terms({begins({"early", "sale", "late"}), on_day("early", "0", before),
                                         event("sale", portion(1, 1)), on_day("late", "0", behind)}),
                                  record("TX_VESTING_EVENT", "sale", sale)}));
    };
    // Named before the event a day ends the waiting the day before, named after it on the day itself.
    CHECK(with("2028-01-01", "2027-06-01", "2027-06-01") == "2027-06-01 480");
    CHECK(with("2028-01-01", "2027-06-01", "2027-06-02") == "never 480");
    CHECK(with("2027-06-01", "2028-01-01", "2027-05-31") == "2027-05-31 480");
    CHECK(with("2027-06-01", "2028-01-01", "2027-06-01") == "never 480");
}

TEST_CASE("an ending may be counted in days over a life, and not beyond the calendar") {
    const auto with = [](const json& period) {
        return json::array(
            {issuance(), start("2026-03-02"),
             terms({begins({"sale", "late"}), after("late", "start", "0", period), event("sale", portion(1, 1))}),
             record("TX_VESTING_EVENT", "sale", "2126-01-01")});
    };
    CHECK(vests(with(days(40'000, 1))) == "2126-01-01 480");  // 40,000 days end in 2135
    CHECK(vests(with(months(12, 99))) == "never 480");
    CHECK(vests(with(months(12, 973))) == "2126-01-01 480");
    const std::string too_late = "ocf-not-expressible `late` ends vesting after the year 2999, and so never";
    CHECK(problems_of(with(months(12, 974))) == too_late);
    CHECK(problems_of(with(days(366, 1'000))) == too_late);
    CHECK(problems_of(with(days(1'000'000, 1'000'000))) == too_late);
}

TEST_CASE("steps that follow each other at events, and periods that begin at one, keep their order") {
    const json conditions{begins({"first"}), event("first", portion(1, 4), {"second"}),
                          event("second", portion(1, 4), {"then"}),
                          after("then", "second", portion(1, 4), months(6, 2))};
    CHECK(vests(json::array({issuance(), start("2026-03-02"), terms(conditions),
                             record("TX_VESTING_EVENT", "first", "2026-08-31"),
                             record("TX_VESTING_EVENT", "second", "2026-10-31")})) ==
          "2026-08-31 120, 2026-10-31 120, 2027-04-30 120, 2027-10-31 120");
    CHECK(vests(json::array({issuance(), start("2026-03-02"), terms(conditions),
                             record("TX_VESTING_EVENT", "first", "2026-08-31")})) == "2026-08-31 120, ? 120, ? 240");
}

TEST_CASE("an event that vests all of the rest is an acceleration, wherever the schedule is") {
    const auto offer = only_offer(
        json::array({issuance(), start("2026-03-02"),
                     terms({begins({"sale", "a"}), after("a", "start", portion(1, 4), months(12, 1), {"sale", "b"}),
                            after("b", "a", portion(1, 4), months(12, 3)),
                            event("sale", {{"numerator", "1"}, {"denominator", "1"}, {"remainder", true}})}),
                     record("TX_VESTING_EVENT", "sale", "2027-09-01")}));
    REQUIRE(offer.grants[0].accelerations.size() == 1);
    CHECK(offer.grants[0].accelerations[0].event == "sale");
    CHECK(offer.grants[0].accelerations[0].trigger == model::AccelerationTrigger::single_trigger);
    REQUIRE(model::find_event(offer, "sale") != nullptr);
    CHECK(to_string(*model::find_event(offer, "sale")->date) == "2027-09-01");
    CHECK(vests_of(offer) == "2027-03-02 120, 2027-09-01 360");
}

TEST_CASE("events of two grants by the same terms are told apart when they come on different days") {
    const json schedule = terms(json::array({event("sale of all", portion(1, 1))}));
    const auto offer = only_offer(json::array({issuance(), issuance({{"id", "i2"}, {"security_id", "s2"}}), schedule,
                                               record("TX_VESTING_EVENT", "sale of all", "2027-01-01"),
                                               record("TX_VESTING_EVENT", "sale of all", "2028-01-01", "s2")}));
    CHECK(vests_of(offer, 0) == "2027-01-01 480");
    CHECK(vests_of(offer, 1) == "2028-01-01 480");
    CHECK(offer.events.size() == 2);
    CHECK(offer.events[0].id == "sale-of-all");
    CHECK(offer.events[1].id == "sale-of-all-s2");
}

TEST_CASE("a schedule without a recorded start waits for one, and says so") {
    const auto imported = import_objects(
        json::array({issuance(), terms({begins({"a"}), after("a", "start", portion(1, 4), months(12, 4))})}));
    REQUIRE(imported.offers.size() == 1);
    CHECK(vests_of(imported.offers[0]) == "? 480");
    REQUIRE(imported.problems.size() == 1);
    CHECK(imported.problems[0].starts_with("ocf-no-start "));
    model::Offer supposed = imported.offers[0];
    supposed.events[0].date = offers::date(2026, 3, 31);
    CHECK(vests_of(supposed) == "2027-03-31 120, 2028-03-31 120, 2029-03-31 120, 2030-03-31 120");
}

TEST_CASE("a currency is assumed where no grant names one") {
    const auto assumed = [](const json& first, const json& second) {
        json array = json::array({issuance(first), issuance(second)});
        for (json& object : array) {
            object.erase("vesting_terms_id");
        }
        const auto imported = import_objects(array);
        REQUIRE(imported.offers.size() == 1);
        const auto& all = imported.offers[0].assumptions;
        return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.key == "currency"; });
    };
    const json rsu{{"compensation_type", "RSU"}};
    const json option{{"id", "i2"},
                      {"security_id", "s2"},
                      {"compensation_type", "OPTION_NSO"},
                      {"exercise_price", {{"amount", "2"}, {"currency", "EUR"}}}};
    CHECK_FALSE(assumed(rsu, option));
    CHECK_FALSE(assumed(option, rsu));
    CHECK(assumed(rsu, {{"id", "i2"}, {"security_id", "s2"}, {"compensation_type", "RSU"}}));
}

TEST_CASE("each holder has grants of their own") {
    json other = issuance({{"id", "i2"}, {"security_id", "s2"}, {"stakeholder_id", "jo"}});
    other.erase("vesting_terms_id");
    json mine = issuance({{"stakeholder_id", "me"}});
    mine.erase("vesting_terms_id");
    const auto imported = import_objects(
        json::array({{{"object_type", "ISSUER"}, {"legal_name", "Acme"}},
                     {{"object_type", "STAKEHOLDER"}, {"id", "jo"}, {"name", {{"legal_name", "Jo Doe"}}}},
                     mine,
                     other}));
    REQUIRE(imported.offers.size() == 2);
    CHECK(imported.offers[0].company == "Acme: me");
    CHECK(imported.offers[1].company == "Acme: Jo Doe");
}

TEST_CASE("what our terms cannot say is reported for each shape, never guessed") {
    const auto with = [](const json& conditions) {
        const auto objects = json::array({issuance(), start("2026-03-02"), terms(conditions)});
        CHECK(import_objects(objects).offers.empty());
        return problems_of(objects);
    };
    const std::string no = "ocf-not-expressible ";
    CHECK(with({begins({"a", "b"}), event("a", portion(1, 2)), after("b", "start", portion(1, 1), months(12, 1))}) ==
          no + "after `start` vesting may go on by `a` or by `b`, whichever comes first");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 4), months(12, 3))}) ==
          no + "the conditions of VESTING_TERMS `t1` vest 75% of the security, and say nothing of the rest");
    CHECK(with({begins({"a"}),
                after("a", "start", {{"numerator", "1"}, {"denominator", "4"}, {"remainder", true}}, months(12, 4))}) ==
          no + "`a` vests a part of what is left, again and again, so that each is smaller");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 2), months(12, 1, "01"), {"b"}),
                after("b", "a", portion(1, 2), months(12, 1, "15"))}) ==
          no + "the conditions fall on different days of the month, `01` and `15`");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 2), months(12, 1, "01"), {"b"}),
                after("b", "a", portion(1, 2), days(30, 1))}) ==
          no + "`b` counts days from a day of the month that `a` was moved to");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 2), months(12, 1), {"b"}),
                after("b", "start", portion(1, 2), months(24, 1))}) ==
          no + "`b` counts from `start`, and comes after `a`");
    CHECK(with({begins({"a"}), on_day("a", portion(1, 2), "2027-01-01", {"b"}),
                after("b", "a", portion(1, 2), months(1, 1))}) ==
          no + "`b` stands in one chain with fixed dates, and has none");
    CHECK(with({begins({"late", "a"}), on_day("late", "0", "2027-01-01"),
                after("a", "start", portion(1, 4), months(12, 4))}) ==
          no + "`late` may end vesting while `a` only waits for a day");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 2), months(12, 1), {"b", "sale"}),
                after("b", "a", portion(1, 2), months(12, 1)),
                event("sale", {{"numerator", "1"}, {"denominator", "1"}, {"remainder", true}})}) ==
          no + "`sale` vests all of the rest, but not after `start`");
    CHECK(with({begins({"a"}), after("a", "start", portion(1, 1), months(12, 1)), event("b", portion(1, 2), {"c"}),
                event("c", portion(1, 2))}) == no + "no way from `start` leads to `b`");
}

TEST_CASE("a condition whose amount is no amount is reported, and what it would vest is not shown") {
    const auto with = [](const json& amount) {
        json step = after("a", "start", portion(1, 4), months(12, 4));
        step.erase("portion");
        step.update(amount);
        const auto objects = json::array({issuance(), start("2026-03-02"), terms({begins({"a"}), step})});
        CHECK(import_objects(objects).offers.empty());
        return problems_of(objects);
    };
    const auto part = [](const char* numerator, const char* denominator) {
        return json{{"portion", {{"numerator", numerator}, {"denominator", denominator}}}};
    };
    CHECK(with(json::object()) == "ocf-shape condition `a` has neither `portion` nor `quantity`");
    CHECK(with({{"quantity", "120"}, {"portion", portion(1, 4)}}) ==
          "ocf-shape condition `a` has both `portion` and `quantity`");
    CHECK(with(part("-1", "4")) == "ocf-shape the portion of condition `a` is not a share of a whole");
    CHECK(with(part("1", "0")) == "ocf-shape the portion of condition `a` is not a share of a whole");
    CHECK(with(part("0.000000000000000001", "987654321987654321")) ==
          "ocf-shape the portion of condition `a` is too fine to be exact");
}

TEST_CASE("an object that is not as its schema says is reported with its place") {
    const auto first = [](const std::string& text) {
        const auto imported = import_texts({text});
        REQUIRE_FALSE(imported.problems.empty());
        return imported.problems.front();
    };
    CHECK(first("[\n  {\"id\": \"x\"}\n]") ==
          "ocf-shape 2:3 this is no object of Open Cap Format: it lacks `object_type`");
    CHECK(first("7") == "ocf-shape 1:1 an object of Open Cap Format is expected here, not a number");
    CHECK(first("{\"object_type\": \"TX_EQUITY_COMPENSATION_ISSUANCE\"}") ==
          "ocf-shape 1:1 TX_EQUITY_COMPENSATION_ISSUANCE lacks `security_id`");
    const auto with = [](const json& more) { return problems_of(json::array({issuance(more)})); };
    CHECK(with({{"quantity", "0"}}) ==
          "ocf-shape `quantity` of TX_EQUITY_COMPENSATION_ISSUANCE `i1` must be a whole number of at least 1");
    CHECK(with({{"quantity", "1e3"}}) ==
          "ocf-shape `quantity` of TX_EQUITY_COMPENSATION_ISSUANCE `i1` is not a plain number");
    CHECK(with({{"date", "2026-02-30"}}) ==
          "ocf-shape `date` of TX_EQUITY_COMPENSATION_ISSUANCE `i1` is not a day from 1900 to 2999");
    CHECK(with(json::object()) == "ocf-shape no file holds the VESTING_TERMS `t1`");
    const auto circle = problems_of(
        json::array({issuance(), start("2026-03-02"),
                     terms({begins({"a"}), after("a", "start", portion(1, 1), months(12, 1), {"start"})})}));
    CHECK(circle == "ocf-shape the conditions lead back to `start`");
    CHECK(problems_of(json::array({issuance(), start("2026-03-02"), start("2026-04-02"),
                                   terms(json::array({begins({}, portion(1, 1))}))})) ==
          "ocf-shape condition `start` is recorded twice for one security");
    CHECK(problems_of(json::array({issuance(), terms(json::array({begins({"b"}, portion(1, 1))}))})) ==
          "ocf-shape no condition of these terms has the id `b`");
}

TEST_CASE("a cancellation of a grant that was read is told, and the grant shown as issued") {
    json object = issuance();
    object.erase("vesting_terms_id");
    const auto imported = import_objects(json::array(
        {object, {{"object_type", "TX_EQUITY_COMPENSATION_CANCELLATION"}, {"id", "c"}, {"security_id", "s1"}}}));
    REQUIRE(imported.offers.size() == 1);
    REQUIRE(imported.problems.size() == 1);
    CHECK(imported.problems[0].starts_with("ocf-not-counted 1:"));
}

TEST_CASE("an exercise window may be in years") {
    const auto offer = only_offer(json::array(
        {issuance({{"compensation_type", "OPTION_NSO"},
                   {"exercise_price", {{"amount", "1.00"}, {"currency", "USD"}}},
                   {"termination_exercise_windows",
                    json::array({{{"reason", "VOLUNTARY_RETIREMENT"}, {"period", 5}, {"period_type", "YEARS"}}})}}),
         start("2026-03-02"), terms(json::array({begins({}, portion(1, 1))}))}));
    REQUIRE(offer.grants.at(0).termination_windows.size() == 1);
    CHECK(offer.grants[0].termination_windows[0].period == calendar::Period::months(60));
}

TEST_CASE("a key of vesting terms that Open Cap Format does not know is named, wherever it stands") {
    const auto with = [](const std::function<void(json&)>& change) {
        json object = terms(json::array({begins({"a"}), after("a", "start", portion(1, 4), months(12, 4))}));
        change(object);
        return problems_of(json::array({issuance(), start("2026-03-02"), object}));
    };
    const auto unknown = [](const std::string& where, const std::string& key) {
        return "ocf-shape " + where + " has the key `" + key + "`, which Open Cap Format does not know there";
    };
    CHECK(with([](json& object) { object["comments"] = json::array({"fine"}); }).empty());
    CHECK(with([](json& object) { object["note"] = nullptr; }).empty());
    CHECK(with([](json& object) { object["grace"] = 1; }) == unknown("VESTING_TERMS `t1`", "grace"));
    CHECK(with([](json& object) { object["vesting_conditions"][1]["cap"] = "5"; }) == unknown("condition `a`", "cap"));
    CHECK(with([](json& object) { object["vesting_conditions"][1]["portion"]["of"] = "rest"; }) ==
          unknown("`portion` of condition `a`", "of"));
    CHECK(with([](json& object) { object["vesting_conditions"][0]["trigger"]["delay"] = 3; }) ==
          unknown("`trigger` of condition `start`", "delay"));
    CHECK(with([](json& object) { object["vesting_conditions"][1]["trigger"]["period"]["skip"] = 2; }) ==
          unknown("`period` of `trigger` of condition `a`", "skip"));
}

TEST_CASE("a grant that cannot be said is reported, and the others are read") {
    json fork = terms(json::array(
        {begins({"a", "b"}), event("a", portion(1, 2)), after("b", "start", portion(1, 1), months(12, 1))}));
    fork["id"] = "t2";
    const auto imported = import_objects(json::array(
        {issuance({{"security_id", "s2"}, {"id", "i2"}, {"vesting_terms_id", "t2"}, {"custom_id", "RSU-2"}}),
         issuance(), start("2026-03-02"), start("2026-03-02", "s2"), terms(json::array({begins({}, portion(1, 1))})),
         fork}));
    REQUIRE(imported.offers.size() == 1);
    REQUIRE(imported.offers[0].grants.size() == 1);
    CHECK(imported.offers[0].grants[0].id == "s1");
    REQUIRE(imported.problems.size() == 2);
    CHECK(imported.problems[0].starts_with("ocf-not-expressible "));
    CHECK(imported.problems[1].starts_with("ocf-not-counted "));
    CHECK(imported.problems[1].find("`RSU-2` is left out") != std::string::npos);
}

TEST_CASE("a thousand conditions that name each other are read at once") {
    json conditions = json::array({begins({})});
    std::vector<std::string> sides;
    for (int i = 0; i < 500; ++i) {
        const std::string id = "sale-" + std::to_string(i);
        sides.push_back(id);
        conditions.push_back(event(id, {{"numerator", "1"}, {"denominator", "1"}, {"remainder", true}}));
    }
    constexpr int steps = 499;
    for (int i = 0; i < steps; ++i) {
        std::vector<std::string> next = sides;
        next.push_back("step-" + std::to_string(i));
        conditions[i == 0 ? 0 : static_cast<std::size_t>(i) + 500]["next_condition_ids"] = next;
        conditions.push_back(after("step-" + std::to_string(i), i == 0 ? "start" : "step-" + std::to_string(i - 1),
                                   portion(1, steps), days(1, 1)));
    }
    const auto offer = only_offer(json::array({issuance(), start("2026-03-02"), terms(conditions)}));
    CHECK(offer.grants.at(0).accelerations.size() == 500);
    CHECK(offer.grants[0].vesting.segments.size() == steps);
}

TEST_CASE("any tree of JSON is read or refused, never fatal") {
    support::holds("hostile objects", [] {
        // Objects of the right kinds with parts taken out or exchanged.
        json objects = json::array(
            {issuance(
                 {{"compensation_type", "OPTION_NSO"}, {"exercise_price", {{"amount", "1"}, {"currency", "USD"}}}}),
             start("2026-03-02"),
             terms({begins({"late", "sale"}), on_day("late", "0", "2028-01-01"), event("sale", portion(1, 2), {"then"}),
                    after("then", "sale", portion(1, 4), months(6, 2))})});
        std::vector<json*> places;
        const std::function<void(json&)> gather = [&](json& value) {
            places.push_back(&value);
            for (auto& part : value) {
                if (part.is_structured()) {
                    gather(part);
                } else {
                    places.push_back(&part);
                }
            }
        };
        gather(objects);
        json& place = *places[*rc::gen::inRange<std::size_t>(0, places.size())];
        place =
            *rc::gen::element<json>(json(), json(true), json(-3), json("start"), json("sale"), json(""), json("2/3"),
                                    json::array(), json::object(), json::array({"start"}), json(99999999999));
        const auto imported = import_objects(objects);
        RC_ASSERT(!imported.offers.empty() || !imported.problems.empty());
    });
}

TEST_CASE("a record of a condition that waits for none is told, and its grant is not shown") {
    const auto with = [](const json& more) {
        const auto objects = json::array({issuance(), start("2026-03-02"), more,
                                          terms({begins({"a"}), after("a", "start", portion(1, 4), months(12, 4))})});
        CHECK(import_objects(objects).offers.empty());
        return problems_of(objects);
    };
    CHECK(with(record("TX_VESTING_EVENT", "nowhere", "2027-01-01")) ==
          "ocf-shape `nowhere` is no start and no event of VESTING_TERMS `t1`");
    CHECK(with(record("TX_VESTING_EVENT", "a", "2027-01-01")) ==
          "ocf-shape `a` is no start and no event of VESTING_TERMS `t1`");
    json dateless = record("TX_VESTING_EVENT", "start", "2027-01-01");
    dateless.erase("date");
    CHECK(with(dateless).ends_with(" lacks `date`"));
}

TEST_CASE("events whose names become one are told apart by numbers from 2 on") {
    const auto offer = only_offer(json::array(
        {issuance(), terms({event("sale of", portion(1, 4), {"sale-of"}), event("sale-of", portion(1, 4), {"sale+of"}),
                            event("sale+of", portion(1, 2), {"leave"}), event("leave", "0")})}));
    REQUIRE(offer.events.size() >= 3);
    CHECK(offer.events[0].id == "sale-of");
    CHECK(offer.events[1].id == "sale-of-2");
    CHECK(offer.events[2].id == "sale-of-3");
}

TEST_CASE("a number of Open Cap Format may have a plus sign, and no sign parts its digits") {
    const auto with = [](const json& quantity) {
        json object = issuance({{"quantity", quantity}});
        object.erase("vesting_terms_id");
        return json::array({object});
    };
    CHECK(vests(with("+480")) == "2026-03-02 480");
    CHECK(vests(with("480.000")) == "2026-03-02 480");
    CHECK(vests(with(480)) == "2026-03-02 480");
    CHECK(problems_of(with("4_80")).ends_with("is not a plain number"));
    CHECK(problems_of(with("480.5")).ends_with("must be a whole number of at least 1"));
    CHECK(problems_of(with(true)).ends_with("takes text, not true or false"));
}

TEST_CASE("the conditions of a schedule may stand in any order: it begins with the one that no other leads to") {
    const json first = begins({"year"});
    const json second = after("year", "start", portion(1, 4), months(12, 1), {"rest"});
    const json third = after("rest", "year", portion(1, 4), months(12, 3));
    const auto in_order = [](const std::vector<json>& conditions) {
        return vests(json::array({issuance(), start("2026-03-02"), terms(conditions)}));
    };
    const std::string all = "2027-03-02 120, 2028-03-02 120, 2029-03-02 120, 2030-03-02 120";
    CHECK(in_order({first, second, third}) == all);
    CHECK(in_order({third, second, first}) == all);
    CHECK(in_order({second, first, third}) == all);
}
