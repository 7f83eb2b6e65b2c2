#include <offerkit/file/ocf/grant.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/tree/tree_parts.hpp>

namespace offerkit::file {

namespace {

using calendar::Date;
using diagnostic::formatted;
using diagnostic::Span;
using Need = OcfObject::Need;
using Item = OcfStore::Item;

/// The reasons for which an exercise window may stand, in their words and in ours.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> reasons{{
    {"VOLUNTARY_OTHER", "voluntary"},
    {"VOLUNTARY_GOOD_CAUSE", "good_reason"},
    {"VOLUNTARY_RETIREMENT", "retirement"},
    {"INVOLUNTARY_OTHER", "without_cause"},
    {"INVOLUNTARY_WITH_CAUSE", "with_cause"},
    {"INVOLUNTARY_DEATH", "death"},
    {"INVOLUNTARY_DISABILITY", "disability"},
}};

class GrantReader {
public:
    GrantReader(const Item& item, const OcfStore& store, const OcfHoldings& holdings)
        : item_{item}, object_{item.object}, store_{store}, holdings_{holdings} {}

    std::optional<OcfGrant> read() {
        const auto security = object_.text("security_id");
        const auto granted = object_.date("date");
        const auto shares = object_.count("quantity", 1);
        if (!security || !granted || !shares) {
            return std::nullopt;
        }
        result_.security = security->value;
        result_.file = item_.file;
        result_.span = object_.span();
        result_.earliest = granted->value;
        add("id", text_node(id_of(*security), object_.span(object_.has("custom_id") ? "custom_id" : "security_id")));
        add("quantity", number_node(std::to_string(shares->value), shares->span));
        add("grant_date", date_node(granted->value, granted->span));
        // What vests before the grant date keeps its day in Open Cap Format.
        add("before_grant", text_node("keep", granted->span));
        const bool kind = read_instrument();
        const bool life = read_life(granted->value);
        const bool schedule = read_schedule(*shares, *granted);
        return kind && life && schedule ? std::optional{std::move(result_)} : std::nullopt;
    }

private:
    void add(std::string key, Node value) { result_.keys.push_back(entry(std::move(key), std::move(value))); }

    /// What people call it: the number on its papers, made different where two have the same.
    [[nodiscard]] std::string id_of(const model::Stated<std::string>& security) const {
        const auto custom = object_.text("custom_id", Need::optional);
        std::string id = custom && !custom->value.empty() ? custom->value : security.value;
        return holdings_.ids.contains(id) ? security.value : id;
    }

    bool read_instrument() {
        if (item_.type == "TX_STOCK_ISSUANCE") {
            add("instrument", text_node("rsa", object_.span()));
            return true;
        }
        const auto type = object_.text("compensation_type");
        if (!type) {
            return false;
        }
        const auto option = object_.text("option_grant_type", Need::optional);
        const std::string kind = type->value == "OPTION" && option ? "OPTION_" + option->value : type->value;
        if (kind == "RSU") {
            add("instrument", text_node("rsu", type->span));
            return true;
        }
        if (kind == "OPTION_ISO" || kind == "OPTION_NSO" || kind == "OPTION") {
            if (kind == "OPTION") {
                object_.diagnostics().warning(diagnostic::codes::ocf_not_counted, type->span,
                                              "an option that is neither an ISO nor an NSO is read as `nso`, whose "
                                              "vesting and strike are the same",
                                              "what offerkit says of taxes of the United States does not hold for it");
            }
            add("instrument", text_node(kind == "OPTION_ISO" ? "iso" : "nso", type->span));
            return read_strike("exercise_price");
        }
        if (kind == "CSAR" || kind == "SSAR" || kind == "SAR") {
            add("instrument", text_node("sar", type->span));
            return read_strike("base_price");
        }
        object_.wrong(type->span, formatted("there is no compensation `{}`", type->value),
                      "it is RSU, OPTION_ISO, OPTION_NSO, OPTION, CSAR or SSAR");
        return false;
    }

    bool read_strike(std::string_view key) {
        auto strike = read_ocf_money(object_, key);
        if (!strike) {
            return false;
        }
        result_.currency = strike->currency;
        add("strike", std::move(strike->amount));
        if (const auto early = object_.boolean("early_exercisable")) {
            add("early_exercise", boolean_node(early->value, early->span));
        }
        return true;
    }

    /// `expiration_date` as a time after the grant date, and the windows for exercising after leaving.
    bool read_life(Date granted) {
        if (object_.has("expiration_date")) {
            const auto end = object_.date("expiration_date");
            if (!end) {
                return false;
            }
            if (end->value <= granted) {
                object_.wrong(end->span,
                              formatted("{} expires before it is granted, on {}", object_.name(), to_string(granted)),
                              "check both dates");
                return false;
            }
            add_expiry(granted, end->value, end->span);
        }
        const Json* windows = object_.value("termination_exercise_windows", Json::Kind::list, Need::optional);
        if (windows == nullptr) {
            return !object_.has("termination_exercise_windows");
        }
        std::vector<Node> found;
        for (const Json& item : windows->items) {
            auto window = read_window(item);
            if (!window) {
                return false;
            }
            found.push_back(std::move(*window));
        }
        if (!found.empty() && result_.currency) {
            add("termination_window", list_node(std::move(found), windows->span));
        }
        return true;
    }

    void add_expiry(Date granted, Date end, Span span) {
        const auto whole_months = [&](Date day) {
            const int months = day.whole_months_since(granted);
            return months > 0 && granted.plus_months(months) == day ? months : 0;
        };
        if (const int months = whole_months(end)) {
            add("expires", text_node(std::to_string(months) + " months", span));
        } else if (const int to_next = whole_months(end.plus_days(1))) {
            add("expires", table_node({entry("after", text_node(std::to_string(to_next) + " months", span)),
                                       entry("day_before", boolean_node(true, span))},
                                      span));
        } else {
            add("expires", text_node(std::to_string(end.days_since(granted)) + " days", span));
        }
    }

    std::optional<Node> read_window(const Json& item) {
        if (item.kind != Json::Kind::object) {
            object_.wrong(item.span, formatted("an exercise window is an object, not {}", described(item.kind)),
                          "compare it with the schema of Open Cap Format");
            return std::nullopt;
        }
        const OcfObject window{item, "an exercise window of " + object_.name(), object_.diagnostics()};
        const auto reason = window.text("reason");
        const auto period = window.count("period", 0);
        const auto type = window.text("period_type");
        if (!reason || !period || !type) {
            return std::nullopt;
        }
        const auto known =
            std::find_if(reasons.begin(), reasons.end(), [&](const auto& pair) { return pair.first == reason->value; });
        if (known == reasons.end()) {
            object_.wrong(reason->span, formatted("there is no reason for leaving `{}`", reason->value),
                          "it is such as VOLUNTARY_OTHER, INVOLUNTARY_OTHER or INVOLUNTARY_DEATH");
            return std::nullopt;
        }
        constexpr std::array<std::pair<std::string_view, std::string_view>, 3> units{
            {{"YEARS", " years"}, {"MONTHS", " months"}, {"DAYS", " days"}}};
        const auto unit =
            std::find_if(units.begin(), units.end(), [&](const auto& pair) { return pair.first == type->value; });
        if (unit == units.end()) {
            object_.wrong(type->span, formatted("there is no period in `{}`", type->value),
                          "it is YEARS, MONTHS or DAYS");
            return std::nullopt;
        }
        return table_node(
            {entry("reason", text_node(std::string{known->second}, reason->span)),
             entry("period", text_node(std::to_string(period->value) + std::string{unit->second}, period->span))},
            item.span);
    }

    bool read_schedule(const model::Stated<std::int64_t>& shares, const model::Stated<Date>& granted) {
        if (object_.has("vestings")) {
            return read_vestings();
        }
        const auto id = object_.text("vesting_terms_id", Need::optional);
        if (!id) {
            if (object_.has("vesting_terms_id")) {
                return false;
            }
            // Without terms a security is vested when it is issued.
            add("vesting", table_node({entry("over", text_node("0 days", granted.span))}, granted.span));
            return true;
        }
        const Item* terms = store_.find("VESTING_TERMS", id->value);
        if (terms == nullptr) {
            object_.wrong(id->span, formatted("no file holds the VESTING_TERMS `{}`", id->value),
                          "give the file with the vesting terms as well");
            return false;
        }
        const auto records = recorded();
        if (!records) {
            return false;
        }
        auto schedule = read_ocf_schedule(terms->object, shares.value, *records, "");
        if (schedule && clashes(schedule->events)) {
            schedule = read_ocf_schedule(terms->object, shares.value, *records, "-" + result_.keys.front().value.text);
        }
        if (!schedule) {
            return false;
        }
        if (schedule->awaits_start) {
            object_.diagnostics().warning(
                diagnostic::codes::ocf_no_start, id->span,
                formatted("no TX_VESTING_START is recorded for `{}`, so all of it waits for one", result_.security),
                formatted("add the file that records it, or suppose a day with `--if {}=2026-03-02`",
                          schedule->events.front().id));
        }
        if (schedule->start) {
            result_.earliest = std::min(result_.earliest, *schedule->start);
            add("vesting_start", date_node(*schedule->start, id->span));
        } else {
            add("vesting_start", date_node(granted.value, granted.span));
        }
        std::move(schedule->keys.begin(), schedule->keys.end(), std::back_inserter(result_.keys));
        result_.events = std::move(schedule->events);
        return true;
    }

    /// Days and shares written out, which go before any terms.
    bool read_vestings() {
        const Json* list = object_.value("vestings", Json::Kind::list);
        if (list == nullptr) {
            return false;
        }
        std::vector<Node> days;
        for (const Json& item : list->items) {
            if (item.kind != Json::Kind::object) {
                object_.wrong(item.span, formatted("a vesting is an object, not {}", described(item.kind)),
                              "compare it with the schema of Open Cap Format");
                return false;
            }
            const OcfObject vesting{item, "a vesting of " + object_.name(), object_.diagnostics()};
            const auto day = vesting.date("date");
            const auto amount = vesting.count("amount", 0);
            if (!day || !amount) {
                return false;
            }
            result_.earliest = std::min(result_.earliest, day->value);
            days.push_back(table_node({entry("date", date_node(day->value, day->span)),
                                       entry("quantity", number_node(std::to_string(amount->value), amount->span))},
                                      item.span));
        }
        add("vesting", table_node({entry("on", list_node(std::move(days), list->span))}, list->span));
        return true;
    }

    /// What is recorded of this security.
    [[nodiscard]] std::optional<std::vector<OcfRecord>> recorded() const {
        std::vector<OcfRecord> records;
        bool sound = true;
        for (const auto* item : store_.records_of(result_.security)) {
            const auto condition = item->object.text("vesting_condition_id");
            const auto date = item->object.date("date");
            sound = sound && condition && date;
            if (condition && date) {
                records.push_back({condition->value, date->value, condition->span});
            }
        }
        return sound ? std::optional{std::move(records)} : std::nullopt;
    }

    /// Whether another grant awaits something else under the same name.
    [[nodiscard]] bool clashes(const std::vector<OcfEvent>& events) const {
        return std::any_of(events.begin(), events.end(), [&](const OcfEvent& event) {
            const auto theirs = holdings_.events.find(event.id);
            return theirs != holdings_.events.end() &&
                   (theirs->second.date != event.date || theirs->second.deadline != event.deadline);
        });
    }

    const Item& item_;
    const OcfObject& object_;
    const OcfStore& store_;
    const OcfHoldings& holdings_;
    OcfGrant result_{.security = {}, .file = {}, .earliest = Date::clamped(2000, 1, 1)};
};

}  // namespace

std::optional<OcfMoney> read_ocf_money(const OcfObject& owner, std::string_view key) {
    const auto money = owner.object(key);
    const auto amount = money ? money->numeric("amount") : std::nullopt;
    const auto currency = money ? money->text("currency") : std::nullopt;
    if (!amount || !currency) {
        return std::nullopt;
    }
    std::string digits = money->json().find("amount")->text;
    if (digits.starts_with('+')) {
        digits.erase(0, 1);
    }
    return OcfMoney{number_node(std::move(digits), amount->span), text_node(currency->value, currency->span)};
}

bool is_ocf_grant(const Item& item) {
    if (item.type == "TX_STOCK_ISSUANCE") {
        return item.object.has("vesting_terms_id") || item.object.has("vestings");
    }
    return item.type == "TX_EQUITY_COMPENSATION_ISSUANCE" || item.type == "TX_PLAN_SECURITY_ISSUANCE";
}

bool add_ocf_grant(const Item& item, const OcfStore& store, OcfHoldings& holdings) {
    auto grant = GrantReader{item, store, holdings}.read();
    if (!grant) {
        return false;
    }
    if (!grant->keys.empty()) {
        holdings.ids.insert(grant->keys.front().value.text);
    }
    for (const auto& event : grant->events) {
        holdings.events.emplace(event.id, event);
    }
    holdings.grants.push_back(std::move(*grant));
    return true;
}

}  // namespace offerkit::file
