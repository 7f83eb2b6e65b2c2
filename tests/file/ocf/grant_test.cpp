// Grants of Open Cap Format, and what stands beside them: how long an option runs, what people call a grant, whose it
// is and in which currency.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <offerkit/file/ocf/open_cap_format.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

struct Imported {
    std::vector<model::Offer> offers{};
    std::string problems{};  ///< "code message", a line each

    [[nodiscard]] const model::Grant& grant(std::size_t at = 0) const {
        CAPTURE(problems);
        REQUIRE(offers.size() == 1);
        return offers[0].grants.at(at);
    }
};

Imported import_of(const std::vector<json>& objects) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    Imported result;
    result.offers =
        file::read_open_cap_format({sources, diagnostics, profiles}, {{"export.json", json(objects).dump()}});
    for (const auto& problem : diagnostics.all()) {
        result.problems += (result.problems.empty() ? "" : "\n") + std::string{problem.code} + " " + problem.message;
    }
    return result;
}

/// 480 shares that are vested when they are issued, on 2 March 2026, with more keys.
json shares(const json& more = json::object()) {
    json object{{"object_type", "TX_EQUITY_COMPENSATION_ISSUANCE"},
                {"id", "i"},
                {"security_id", "s"},
                {"date", "2026-03-02"},
                {"compensation_type", "RSU"},
                {"quantity", "480"}};
    object.update(more);
    return object;
}

json price(const std::string& amount, const std::string& currency = "USD") {
    return {{"amount", amount}, {"currency", currency}};
}

json option(const json& more = json::object()) {
    json object = shares({{"compensation_type", "OPTION_NSO"}, {"exercise_price", price("2")}});
    object.update(more);
    return object;
}

json terms(const json& conditions) {
    return {{"object_type", "VESTING_TERMS"},
            {"id", "t"},
            {"name", "Terms"},
            {"description", "for a test"},
            {"allocation_type", "CUMULATIVE_ROUND_DOWN"},
            {"vesting_conditions", conditions}};
}

json condition(const std::string& id, const std::string& quantity, const json& trigger, const json& next) {
    return {{"id", id}, {"quantity", quantity}, {"trigger", trigger}, {"next_condition_ids", next}};
}

json record(const std::string& type, const std::string& of, const std::string& date,
            const std::string& security = "s") {
    return {{"object_type", type},
            {"id", of + security},
            {"security_id", security},
            {"date", date},
            {"vesting_condition_id", of}};
}

const json sale = condition("sale", "480", {{"type", "VESTING_EVENT"}}, json::array());

}  // namespace

TEST_CASE("an option of Open Cap Format runs for whole months, for months but their last day, or else for days") {
    const auto life = [](const std::string& end) {
        const auto imported = import_of({option({{"expiration_date", end}})});
        CHECK(imported.problems.empty());
        const auto& expires = imported.grant().expires;
        REQUIRE(expires);
        return to_string(expires->after) + (expires->day_before ? ", the day before" : "");
    };
    // From 2 March 2026.
    CHECK(life("2036-03-02") == "10 years");
    CHECK(life("2036-03-01") == "10 years, the day before");
    CHECK(life("2026-04-02") == "1 month");
    CHECK(life("2026-04-01") == "1 month, the day before");
    CHECK(life("2026-03-20") == "18 days");
    CHECK(life("2026-03-03") == "1 day");
    const std::string early =
        "ocf-shape TX_EQUITY_COMPENSATION_ISSUANCE `i` expires before it is granted, on 2026-03-02";
    CHECK(import_of({option({{"expiration_date", "2026-03-02"}})}).problems == early);
    CHECK(import_of({option({{"expiration_date", "2026-03-01"}})}).problems == early);
    CHECK(import_of({option({{"expiration_date", "2026-02-30"}})}).problems.ends_with("from 1900 to 2999"));
    CHECK(import_of({option({{"expiration_date", nullptr}})}).problems.empty());
}

TEST_CASE("a window for exercising has a reason for leaving, and a time in years, months or days") {
    const auto windows = [](const json& list) { return import_of({option({{"termination_exercise_windows", list}})}); };
    const auto window = [](const std::string& reason, const json& period, const std::string& type) {
        return json{{"reason", reason}, {"period", period}, {"period_type", type}};
    };
    using R = model::LeavingReason;
    const std::vector<std::pair<std::string, R>> reasons{
        {"VOLUNTARY_OTHER", R::voluntary},         {"VOLUNTARY_GOOD_CAUSE", R::good_reason},
        {"VOLUNTARY_RETIREMENT", R::retirement},   {"INVOLUNTARY_OTHER", R::without_cause},
        {"INVOLUNTARY_WITH_CAUSE", R::with_cause}, {"INVOLUNTARY_DEATH", R::death},
        {"INVOLUNTARY_DISABILITY", R::disability}};
    for (const auto& [theirs, ours] : reasons) {
        CAPTURE(theirs);
        const auto read = windows(json::array({window(theirs, 3, "MONTHS")}));
        CHECK(read.problems.empty());
        REQUIRE(read.grant().termination_windows.size() == 1);
        CHECK(read.grant().termination_windows[0].reason == ours);
        CHECK(read.grant().termination_windows[0].period == calendar::Period::months(3));
    }
    CHECK(windows(json::array({window("VOLUNTARY_OTHER", 0, "DAYS")}))
              .grant()
              .termination_windows.at(0)
              .period.is_zero());
    CHECK(windows(json::array({window("BOREDOM", 3, "MONTHS")})).problems ==
          "ocf-shape there is no reason for leaving `BOREDOM`");
    CHECK(windows(json::array({window("VOLUNTARY_OTHER", 3, "WEEKS")})).problems ==
          "ocf-shape there is no period in `WEEKS`");
    CHECK(windows(json::array({window("", 3, "MONTHS")})).problems == "ocf-shape there is no reason for leaving ``");
    CHECK(windows(json::array({window("VOLUNTARY_OTHER", 3, "")})).problems == "ocf-shape there is no period in ``");
    CHECK(windows(json::array({window("VOLUNTARY_OTHER", -1, "DAYS")}))
              .problems.ends_with("a whole number of at least 0"));
    CHECK(windows(json::array({{{"period", 3}, {"period_type", "DAYS"}}})).problems.ends_with("lacks `reason`"));
    CHECK(windows(json::array({{{"reason", "VOLUNTARY_OTHER"}, {"period_type", "DAYS"}}}))
              .problems.ends_with("lacks `period`"));
    CHECK(windows(json::array({{{"reason", "VOLUNTARY_OTHER"}, {"period", 3}}}))
              .problems.ends_with("lacks `period_type`"));
    CHECK(windows(json::array({7})).problems == "ocf-shape an exercise window is an object, not a number");
    CHECK(windows("none").problems.ends_with("takes a list, not text"));
    CHECK(windows(json::array()).problems.empty());
    CHECK(windows(nullptr).problems.empty());
    // What is not exercised has no window.
    const auto unit =
        import_of({shares({{"termination_exercise_windows", json::array({window("VOLUNTARY_OTHER", 3, "MONTHS")})}})});
    CHECK(unit.problems.empty());
    CHECK(unit.grant().termination_windows.empty());
}

TEST_CASE("a grant is called by the number on its papers, and by its security where that is taken or empty") {
    const auto named = [](const json& custom) { return import_of({shares({{"custom_id", custom}})}).grant().id; };
    CHECK(named("RSU-1") == "RSU-1");
    CHECK(named("") == "s");
    CHECK(named(nullptr) == "s");
    const auto two = import_of(
        {shares({{"custom_id", "RSU-1"}}), shares({{"id", "i2"}, {"security_id", "s2"}, {"custom_id", "RSU-1"}})});
    CHECK(two.grant(0).id == "RSU-1");
    CHECK(two.grant(1).id == "s2");
}

TEST_CASE("stock is a grant where it vests, and otherwise somebody's own") {
    const json own = shares({{"object_type", "TX_STOCK_ISSUANCE"}});
    json vesting = own;
    vesting["vestings"] = json::array({{{"date", "2027-01-01"}, {"amount", "480"}}});
    CHECK(import_of({own}).problems.starts_with("ocf-no-grants there is no grant in these files"));
    CHECK(import_of({vesting}).grant().instrument == model::Instrument::rsa);
    const auto beside = import_of({own, shares({{"id", "i2"}, {"security_id", "s2"}})});
    CHECK(beside.problems.empty());
    CHECK(beside.grant().id == "s2");
}

TEST_CASE(
    "days that are written out are objects with a day and shares, and the first of them may come before the grant") {
    const auto vestings = [](const json& list) { return import_of({shares({{"vestings", list}})}); };
    const auto day = [](const std::string& date, const json& amount) {
        return json{{"date", date}, {"amount", amount}};
    };
    const auto start = [](const Imported& imported) {
        CAPTURE(imported.problems);
        REQUIRE(imported.offers.size() == 1);
        return to_string(imported.offers[0].start.value);
    };
    CHECK(start(vestings(json::array({day("2027-01-01", "480")}))) == "2026-03-02");
    CHECK(start(vestings(json::array({day("2027-01-01", "400"), day("2025-12-01", "80")}))) == "2025-12-01");
    CHECK(vestings(json::array({7})).problems == "ocf-shape a vesting is an object, not a number");
    CHECK(vestings("soon").problems.ends_with("takes a list, not text"));
    CHECK(vestings(json::array({{{"date", "2027-01-01"}}})).problems.ends_with("lacks `amount`"));
    CHECK(vestings(json::array({{{"amount", "480"}}})).problems.ends_with("lacks `date`"));
    CHECK(vestings(json::array({day("2027-01-01", "-1")})).problems.ends_with("must be a whole number of at least 0"));
}

TEST_CASE("an option that says nothing of its kind is read as one without favours, and is told so") {
    const auto plain = import_of({option({{"compensation_type", "OPTION"}})});
    CHECK(plain.grant().instrument == model::Instrument::nso);
    CHECK(plain.problems.starts_with("ocf-not-counted an option that is neither an ISO nor an NSO "));
    const auto named = import_of({option({{"compensation_type", "OPTION"}, {"option_grant_type", "NSO"}})});
    CHECK(named.grant().instrument == model::Instrument::nso);
    CHECK(named.problems.empty());
    CHECK(import_of({option({{"compensation_type", "LOTTERY"}})}).offers.empty());
    CHECK(import_of({option({{"compensation_type", "LOTTERY"}})}).problems ==
          "ocf-shape there is no compensation `LOTTERY`");
    CHECK(import_of({shares({{"compensation_type", "SAR"}, {"base_price", price("1")}})}).grant().instrument ==
          model::Instrument::sar);
    CHECK_FALSE(import_of({option()}).grant().early_exercise);
    CHECK_FALSE(import_of({option({{"early_exercisable", false}})}).grant().early_exercise);
    CHECK(import_of({shares({{"compensation_type", "OPTION_NSO"}})}).problems.ends_with("lacks `exercise_price`"));
    CHECK(import_of({option({{"exercise_price", {{"amount", "2"}}}})}).problems.ends_with("lacks `currency`"));
    CHECK(to_plain(import_of({option({{"exercise_price", price("+2.5")}})}).grant().strike->value) == "2.5");
}

TEST_CASE("all prices of one holder are in one currency, and where none is named that is said") {
    const json euros = option({{"id", "i2"}, {"security_id", "s2"}, {"exercise_price", price("2", "EUR")}});
    CHECK(import_of({option(), euros}).problems ==
          "ocf-not-expressible prices in `EUR` and in `USD` stand in one set of grants");
    const json valuation{
        {"object_type", "VALUATION"}, {"price_per_share", price("3", "EUR")}, {"effective_date", "2026-01-01"}};
    CHECK(import_of({option(), valuation}).problems ==
          "ocf-not-expressible prices in `USD` and in `EUR` stand in one set of grants");
    const auto currency = [](const std::vector<json>& objects) {
        const auto imported = import_of(objects);
        CAPTURE(imported.problems);
        REQUIRE(imported.offers.size() == 1);
        const auto& all = imported.offers[0].assumptions;
        const bool guessed = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.key == "currency"; });
        return std::string{imported.offers[0].currency.code()} + (guessed ? ", guessed" : "");
    };
    CHECK(currency({euros}) == "EUR");
    CHECK(currency({euros, valuation}) == "EUR");
    CHECK(currency({shares(), valuation}) == "EUR");
    CHECK(currency({shares()}) == "USD, guessed");
    CHECK(currency({option()}) == "USD");
}

TEST_CASE("an event that two grants wait for is one where it comes on the same day for both") {
    const auto both = [](const std::string& second) {
        const json of_terms{{"vesting_terms_id", "t"}};
        json other = of_terms;
        other.update({{"id", "i2"}, {"security_id", "s2"}});
        const auto imported = import_of({shares(of_terms), shares(other), terms(json::array({sale})),
                                         record("TX_VESTING_EVENT", "sale", "2027-01-01"),
                                         record("TX_VESTING_EVENT", "sale", second, "s2")});
        CHECK(imported.problems.empty());
        REQUIRE(imported.offers.size() == 1);
        std::string names;
        for (const auto& event : imported.offers[0].events) {
            names += event.id + " ";
        }
        return names;
    };
    CHECK(both("2027-01-01") == "sale ");
    CHECK(both("2028-01-01") == "sale sale-s2 ");
}

TEST_CASE("a day that ends the waiting counts from what is recorded, and falls on its day of the month") {
    const auto never = [](const json& trigger, const json& start_next, const std::string& day) {
        const auto imported =
            import_of({shares({{"vesting_terms_id", "t"}}), record("TX_VESTING_START", "start", "2026-03-02"),
                       terms({condition("start", "0", {{"type", "VESTING_START_DATE"}}, start_next), sale,
                              condition("late", "0", trigger, json::array())}),
                       record("TX_VESTING_EVENT", "sale", day)});
        if (imported.offers.empty()) {
            return imported.problems;
        }
        const auto resolved = offers::resolve_first(imported.offers[0]);
        return std::string{resolved.schedule.tranches.at(0).date ? "vests" : "never"};
    };
    const auto after = [](const std::string& of, const json& period) {
        return json{{"type", "VESTING_SCHEDULE_RELATIVE"}, {"relative_to_condition_id", of}, {"period", period}};
    };
    const json months{
        {"type", "MONTHS"}, {"length", 12}, {"occurrences", 2}, {"day_of_month", "31_OR_LAST_DAY_OF_MONTH"}};
    // 24 months after 2 March 2026, on the last day of the month: 31 March 2028.
    CHECK(never(after("start", months), {"sale", "late"}, "2028-03-31") == "vests");
    CHECK(never(after("start", months), {"sale", "late"}, "2028-04-01") == "never");
    const json days{{"type", "DAYS"}, {"length", 10}, {"occurrences", 3}};
    // 30 days after 2 March: 1 April.
    CHECK(never(after("start", days), {"sale", "late"}, "2026-04-01") == "vests");
    CHECK(never(after("start", days), {"sale", "late"}, "2026-04-02") == "never");
    CHECK(never(after("late", days), {"sale", "late"}, "2026-04-01") ==
          "ocf-not-expressible `late` ends vesting on a day that is not known: `late` is not recorded");
    // A day in 2999 is one, and one in 3000 never comes.
    const json last{{"type", "VESTING_SCHEDULE_ABSOLUTE"}, {"date", "2999-12-31"}};
    CHECK(never(last, {"sale", "late"}, "2026-04-01") == "vests");
}

TEST_CASE("of a security that was read every other change is told, and its acceptance is none") {
    const auto with = [](const std::string& type) {
        return import_of({shares(), {{"object_type", type}, {"id", "c"}, {"security_id", "s"}}}).problems;
    };
    CHECK(with("TX_EQUITY_COMPENSATION_ACCEPTANCE").empty());
    CHECK(
        with("TX_EQUITY_COMPENSATION_EXERCISE") ==
        "ocf-not-counted TX_EQUITY_COMPENSATION_EXERCISE `c` changes `s` and is not counted: the grant is shown as it "
        "was issued");
    CHECK(with("STOCK_PLAN").empty());
}

TEST_CASE("a company is called by the first name its files give, and each holder of several by their own") {
    const auto company = [](const std::vector<json>& objects) {
        std::string all;
        for (const auto& offer : import_of(objects).offers) {
            all += (all.empty() ? "" : ", ") + offer.company;
        }
        return all;
    };
    const auto issuer = [](const std::string& name) { return json{{"object_type", "ISSUER"}, {"legal_name", name}}; };
    CHECK(company({shares()}) == "export.json");
    CHECK(company({issuer("Acme"), issuer("Other"), shares()}) == "Acme");
    CHECK(company({issuer(""), issuer("Other"), shares()}) == "Other");
    // One holder alone needs no name.
    CHECK(company({issuer("Acme"), shares({{"stakeholder_id", "me"}})}) == "Acme");
    const json other = shares({{"id", "i2"}, {"security_id", "s2"}, {"stakeholder_id", "jo"}});
    CHECK(company({issuer("Acme"),
                   shares({{"stakeholder_id", "me"}}),
                   other,
                   {{"object_type", "STAKEHOLDER"}, {"id", "jo"}, {"name", {{"legal_name", ""}}}},
                   {{"object_type", "STAKEHOLDER"}, {"id", "me"}}}) == "Acme: me, Acme: jo");
}

TEST_CASE("more than a thousand grants are a whole cap table") {
    const auto many = [](std::size_t count) {
        std::vector<json> objects;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            objects.push_back(shares({{"id", "i" + number}, {"security_id", "s" + number}}));
        }
        return import_of(objects);
    };
    CHECK(many(1'001).problems == "ocf-not-expressible these files hold more than 1,000 grants");
    CHECK(many(1'000).offers.at(0).grants.size() == 1'000);
}
