// No key of an offer does nothing in silence: changing any of them changes something that a command prints. The keys
// come from the field table, so that a new one has to prove itself here.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/line/parse.hpp>
#include <cli/session/session.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/fields/key_tables.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;
using model::Accepts;
using model::Field;
using Words = std::vector<std::string>;

namespace {

constexpr const char* priorities = R"(
horizon = "4 years"
[money]
worst = 100_000
best = 500_000
swing = 100
[[factor]]
id = "growth"
swing = 50
[[factor]]
id = "mentors"
swing = 20
)";

constexpr const char* other = R"(company = "Other"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
price = 40
as_of = 2026-01-02
[[grant]]
quantity = 2_000
vesting = { over = "4 years", every = "3 months" }
[factors]
growth = 5
mentors = 5
)";

/// Offers that hold something of everything; a key that has no meaning in one of them has it in another.
const std::vector<std::string>& contexts() {
    static const std::vector<std::string> all{
        R"(company = "Acme"
currency = "USD"
start = 2026-03-02
received = 2026-01-15
decide_by = 2026-01-29
letter_total = { amount = 400_000, means = "first_year" }
[level]
ladder = "google"
name = "L4"
[base]
salary = 182_000
raise = "3%"
[bonus]
target = "15%"
deferred = { portion = "40%", vesting = { over = "3 years", every = "12 months" } }
[[sign_on]]
amount = 40_000
clawback = { within = "24 months" }
[stock]
price = 170
as_of = 2026-01-15
[[grant]]
id = "new-hire"
value = 240_000
conversion = { price = 173.00 }
vesting = { over = "4 years", every = "3 months", cliff = "1 year" }
[[grant.acceleration]]
trigger = "single"
event = "change_of_control"
amount = "50%"
[[grant]]
id = "waiting"
quantity = 500
gate = "ipo"
vesting = { over = "4 years", every = "3 months" }
[refresher]
value = 60_000
vesting = { over = "4 years", every = "3 months", cliff = "1 year" }
[[event]]
id = "change_of_control"
date = 2027-06-01
[[event]]
id = "ipo"
[[leave_of_absence]]
from = 2027-03-01
to = 2027-06-01
treatment = "extend"
[leaving]
notice = "1 month"
severance = "3 months"
non_compete = "12 months"
non_compete_pay = "50%"
[benefits]
health = 12_000
retirement = "10%"
retirement_match = { rate = "50%", up_to = "6%", limit = 11_750 }
pto_days = 20
espp = { discount = "15%", contribution = "10%", lookback = true, limit = 25_000 }
[[benefits.other]]
name = "Meals"
amount = 4_000
[[cost]]
name = "Move"
amount = 8_000
[fx]
"EUR/USD" = 1.08
as_of = 2026-01-15
[factors]
growth = 8
mentors = { low = 2, likely = 5, high = 8 }
[band]
base = { min = 174_000, mid = 213_000, max = 252_000 }
equity = { max = 400_000 }
sign_on = { max = 100_000 }
source = "posting"
as_of = 2026-01-10
[market]
total = { p25 = 240_000, p50 = 280_000, p75 = 330_000, p90 = 390_000 }
source = "a survey"
as_of = 2026-01-10
)",
        R"(company = "Startup"
currency = "USD"
start = 2025-03-03
[base]
hourly = 95
overtime = { hours_per_week = 5, rate = "150%" }
[[bonus]]
name = "One"
amount = 30_000
[[bonus]]
name = "Two"
target = "5%"
[[sign_on]]
amount = 12_000
over = "12 months"
clawback = { within = "12 months", from = "start", rule = "full" }
[stock]
kind = "private"
price = 3.5
as_of = 2026-01-02
preferred_price = 9
fully_diluted = 50_000_000
dilution = "10%"
rounds = 1
growth = "5%"
[[grant]]
id = "options"
instrument = "nso"
quantity = 20_000
strike = 1.35
gate = "ipo"
grant_date = 2025-03-31
vesting_start = 2025-03-31
expires = { after = "10 years" }
[[grant.segment]]
portion = "50%"
over = "2 years"
every = "1 month"
cliff = { after = "12 months", portion = "25%" }
[[grant.segment]]
portion = "50%"
over = "2 years"
every = "3 months"
start = "event:sale + 6 months"
[[grant.acceleration]]
trigger = "double"
event = "sale"
within = "12 months"
months = 12
[[grant.termination_window]]
reason = "any"
period = "90 days"
[[event]]
id = "ipo"
date = 2025-09-01
deadline = 2033-01-01
[[event]]
id = "sale"
date = 2025-10-01
chance = "40%"
[[event]]
id = "change_of_control"
[benefits]
retirement_match = { tiers = [["100%", "3%"], ["50%", "2%"]] }
[factors]
growth = { chance = "60%", met = 9, unmet = 4 }
mentors = "unknown"
)",
        R"(company = "Perform"
currency = "EUR"
start = 2025-03-03
kind = "current"
end = 2029-03-02
[base]
daily = 650
[[base.change]]
on = 2027-03-02
salary = 200_000
[bonus]
target = "10%"
guaranteed_years = 1
paid = 3
[stock]
currency = "USD"
price = 20
as_of = 2026-01-02
[[stock.path]]
on = 2027-03-02
price = 30
[[grant]]
id = "psu"
instrument = "psu"
quantity = 1_001
vesting = { yearly = ["38%", "32%", "20%", "10%"], every = "3 months", cliff = { after = "6 months" } }
[grant.performance]
measure = "EBITDA"
curve = [[8_000_000, "0%"], [10_000_000, "100%"], [12_000_000, "150%"]]
expected = 10_500_000
[[grant]]
id = "cash"
instrument = "cash"
value = 30_000
vesting = { on = [{ date = 2027-02-15, portion = "40%" }, { date = 2028-02-15, portion = "60%" }] }
[fx]
"EUR/USD" = 1.08
as_of = 2026-01-15
[factors]
growth = 4
mentors = 5
)",
        R"(company = "Interview"
place = "us-tx"
currency = "USD"
start = 2026-06-01
evidence = "process"
chance = "40%"
expected = 2026-02-10
[base]
salary = 200_000
[stock]
price = 10
as_of = 2026-01-02
[[grant]]
instrument = "rsu"
quantity = 1_000
vesting = { on = [{ date = 2027-02-15, quantity = 400 }, { date = 2028-02-15, quantity = 600 }] }
[[grant]]
instrument = "nso"
strike = 2
quantity = 1_000
grant_date = 2026-09-01
vesting_start = 2026-06-01
expires = { after = "2 years" }
vesting = { over = "2 years", every = "1 month" }
[factors]
growth = 8
mentors = 5
)",
        R"(company = "Monthly"
currency = "USD"
start = 2026-03-02
[base]
monthly = 12_000
months = 14
extra_paid = [5, 11]
[bonus]
target = "10%"
year = "04-01"
[[sign_on]]
amount = 40_000
clawback = { rule = "steps", steps = [["12 months", "100%"], ["18 months", "50%"]] }
[stock]
price = 10
as_of = 2026-01-02
[[grant]]
instrument = "rsu"
quantity = 1_000
gate = "lockup"
vesting = { over = "4 years", every = "3 months" }
[[event]]
id = "lockup"
after = { event = "ipo", plus = "6 months" }
[[event]]
id = "ipo"
date = 2027-06-01
[factors]
growth = 8
mentors = 5
)",
        R"(company = "Process"
currency = "USD"
start = 2026-03-02
evidence = "process"
stage = "onsite"
expected = 2026-02-10
[base]
salary = 250_000
[stock]
price = 100
as_of = 2026-01-02
[[grant]]
quantity = 4_000
vesting = { over = "4 years", every = "3 months" }
[factors]
growth = 8
mentors = 5
)",
        R"(company = "Exits"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 3.5
as_of = 2026-01-02
fully_diluted = 50_000_000
dilution = "10%"
rounds = 1
[[stock.series]]
name = "A"
shares = 10_000_000
invested = 20_000_000
participation = "capped"
cap = 2
[[stock.options]]
shares = 1_000_000
strike = 1
[[exit]]
name = "sold"
chance = "60%"
on = 2029-03-02
value = { low = 60_000_000, likely = 120_000_000, high = 300_000_000 }
rounds = 1
raised = 5_000_000
[[exit]]
name = "nothing"
chance = "40%"
on = 2029-03-02
value = 0
rounds = 0
[[grant]]
instrument = "nso"
quantity = 20_000
strike = 1
vesting = { over = "4 years", every = "1 month" }
[[event]]
id = "sale"
[factors]
growth = 8
mentors = 5
)",
        R"(company = "Tender"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 3.5
as_of = 2026-01-02
fully_diluted = 50_000_000
[[stock.series]]
shares = 10_000_000
price = 2
[[exit]]
chance = "60%"
after = "2 years"
how = "tender"
price = 9
sellable = "20%"
[[exit]]
chance = "40%"
after = "2 years"
value = 0
[[grant]]
instrument = "nso"
quantity = 20_000
strike = 1
vesting = { over = "4 years", every = "1 month" }
[factors]
growth = 8
mentors = 5
)",
    };
    return all;
}

/// A key at a place of an offer, by the path that `--set` takes.
struct Place {
    std::string path;
    const model::Schema* schema;
    const Field* field;
};

void add_places(const std::string& path, const model::Schema& schema, int depth, std::vector<Place>& places) {
    std::vector<const Field*> fields;
    for (const Field& field : schema.fields) {
        fields.push_back(&field);
    }
    if (schema.any_key != nullptr) {
        fields.push_back(schema.any_key);
    }
    for (const Field* field : fields) {
        const std::string here = (path.empty() ? "" : path + ".") + std::string{field->key};
        places.push_back({here, &schema, field});
        if (field == schema.any_key && path == "factors") {
            add_places("factors.mentors", *field->table, depth + 1, places);
        }
        if (field->table == nullptr || depth > 4) {
            continue;
        }
        const bool several = model::accepts(field->accepts, Accepts::tables);
        add_places(several ? here + "[0]" : here, *field->table, depth + 1, places);
        if (several && field->table->name == "[[grant]]") {
            add_places(here + "[1]", *field->table, depth + 1, places);
        }
        if (several && field->table->name == "[[event]]") {
            add_places(here + "[1]", *field->table, depth + 1, places);
        }
    }
}

/// Values that a key may have beside the one in the context.
Words values_of(const Field& field) {
    Words values;
    const auto takes = [&](Accepts one) { return model::accepts(field.accepts, one); };
    const auto add = [&](std::initializer_list<const char*> some) {
        values.insert(values.end(), some.begin(), some.end());
    };
    for (const auto word : field.choices) {
        if (takes(Accepts::choice)) {
            const std::string one = "\"" + std::string{word} + "\"";
            values.push_back(takes(Accepts::list) ? "[" + one + "]" : one);
        }
    }
    if (takes(Accepts::boolean)) {
        add({"true", "false"});
    }
    if (takes(Accepts::money) || takes(Accepts::stock_money)) {
        add({"123_456", "7_000", "210_000", "400_000_000"});
    }
    if (takes(Accepts::price)) {
        add({"2.25", "200", "0.5"});
    }
    if (takes(Accepts::rate) || takes(Accepts::growth_rate) || takes(Accepts::share) || takes(Accepts::correlation)) {
        add(takes(Accepts::list)    ? std::initializer_list<const char*>{R"(["40%", "30%", "20%", "10%"])"}
            : takes(Accepts::pairs) ? std::initializer_list<const char*>{R"([["100%", "2%"], ["50%", "2%"]])"}
                                    : std::initializer_list<const char*>{"\"7%\"", "\"60%\"", "\"0.5%\""});
    }
    if (takes(Accepts::number) && takes(Accepts::pairs)) {
        add({R"([[8_000_000, "0%"], [10_000_000, "100%"], [12_000_000, "200%"]])"});
    } else if (takes(Accepts::number) || takes(Accepts::count)) {
        add({"3", "9", "1_001", "11_500_000"});
    }
    if (takes(Accepts::date)) {
        add({"2025-08-01", "2025-12-15", "2026-02-20", "2027-04-15", "2028-06-30"});
    }
    if (takes(Accepts::day_of_year)) {
        add({"\"03-20\"", "\"08-31\""});
    }
    if (takes(Accepts::period)) {
        add({"\"6 months\"", "\"2 years\"", "\"1 month\"", "\"30 days\"", "\"3 years\""});
    }
    if (takes(Accepts::currency)) {
        add({"\"EUR\"", "\"USD\""});
    }
    if (takes(Accepts::text)) {
        add({"\"Something else\"", "\"sale\"", "\"change_of_control\"", "\"ipo\"", "\"L5\"", "\"event:sale\""});
    }
    if (takes(Accepts::profile)) {
        add({"\"microsoft\"", "\"even-yearly\""});
    }
    if (!field.sample.empty()) {
        values.emplace_back(field.sample);
    }
    return values;
}

/// What a command prints of a context with some settings; nothing where it refuses them.
std::optional<std::string> printed(Words words, const std::string& setting) {
    if (!setting.empty()) {
        words.insert(words.end(), {"--set", setting});
    }
    auto invocation = cli::parse(words);
    if (!invocation) {
        return std::nullopt;
    }
    cli::Session session{std::move(*invocation)};
    const auto answer = cli::commands::find(session.invocation().command->name)(session);
    if (session.failed()) {
        return std::nullopt;
    }
    return answer.output.text();
}

/// The commands that tell of an offer, the quick ones first.
std::vector<Words> commands(const std::string& file, const std::string& against, const std::string& me) {
    const auto with = [&](Words words) {
        words.insert(words.end(), {"--as-of", "2026-01-20", "--format", "json"});
        return words;
    };
    std::vector<Words> all{with({"show", file, "--refreshers"}),
                           with({"vest", file}),
                           with({"leave", file, "--on", "2027-09-10"}),
                           with({"leave", file, "--on", "2027-09-10", "--reason", "with_cause"}),
                           with({"leave", file, "--on", "2025-12-20", "--reason", "without_cause"}),
                           with({"leave", file, "--on", "2026-03-02", "--reason", "without_cause"}),
                           with({"compare", file, against}),
                           with({"check", file}),
                           with({"decide", file, against, "--priorities", me}),
                           with({"negotiate", file, "--against", against}),
                           with({"pipeline", file, against})};
    all.push_back({"vest", file, "--as-of", "2026-01-20", "--format", "ics"});
    // What pages say beside the figures of the documents.
    all.push_back({"show", file, "--as-of", "2026-01-20", "--refreshers", "--explain"});
    all.push_back({"leave", file, "--as-of", "2026-01-20", "--on", "2027-09-10", "--detail"});
    all.push_back({"negotiate", file, "--as-of", "2026-01-20"});
    all.push_back({"negotiate", against, "--against", file, "--as-of", "2026-01-20"});
    all.push_back({"levels", "--offer", file, "--as-of", "2026-01-20", "--format", "json"});
    return all;
}

/// Keys that change nothing that is printed, and why that is right.
const std::map<std::string, std::string>& exceptions() {
    static const std::map<std::string, std::string> all{
        {"offer.employer_ni", "it counts for shares that vest in the United Kingdom: tests/tax/other_pay_test.cpp"},
        {"event.id", "gates and triggers call the event by it: changed alone, they call nothing, which is an error"},
        {"exit.chance", "the chances add to exactly 1: one of them alone cannot change"},
        {"grant.segment.portion", "the portions add to exactly 1: one of them alone cannot change"},
        {"vesting.on.portion", "the portions add to exactly 1: one of them alone cannot change"},
        {"vesting.on.quantity", "the quantities add to the grant: one of them alone cannot change"},
    };
    return all;
}

}  // namespace

TEST_CASE("changing any key of an offer changes something that is printed") {
    const support::ScratchFolder folder;
    const std::string against = folder.write("other.toml", other).string();
    const std::string me = folder.write("me.toml", priorities).string();
    std::vector<std::string> files;
    std::vector<std::vector<Words>> runs;
    std::map<std::pair<std::size_t, std::size_t>, std::optional<std::string>> before;
    for (const std::string& text : contexts()) {
        files.push_back(folder.write("offer-" + std::to_string(runs.size()) + ".toml", text).string());
        runs.push_back(commands(files.back(), against, me));
        REQUIRE(printed(runs.back()[0], "").has_value());
    }
    std::vector<Place> places;
    add_places("", model::offer_schema(), 0, places);
    std::set<std::string> proven;
    std::set<std::string> wanted;
    const auto name_of = [](const Place& place) {
        return std::string{model::table_name(*place.schema)} + "." + std::string{place.field->key};
    };
    const auto proves = [&](const Place& place) {
        const auto values = values_of(*place.field);
        for (std::size_t context = 0; context < runs.size(); ++context) {
            for (const auto& value : values) {
                // What the context would be refused with is no proof; the first command tells.
                const std::string setting = files[context] + ":" + place.path + "=" + value;
                const auto first = printed(runs[context][0], setting);
                if (!first && !printed(runs[context][1], setting)) {
                    continue;
                }
                for (std::size_t command = 0; command < runs[context].size(); ++command) {
                    auto& old = before[{context, command}];
                    if (!old) {
                        old = printed(runs[context][command], "").value_or("");
                    }
                    const auto now = command == 0 ? first : printed(runs[context][command], setting);
                    if (now && *now != *old) {
                        return true;
                    }
                }
            }
        }
        return false;
    };
    for (const Place& place : places) {
        const std::string name = name_of(place);
        const bool holds_keys = place.field->table != nullptr && values_of(*place.field).empty();
        if (holds_keys || proven.count(name) != 0) {
            continue;
        }
        wanted.insert(name);
        if (exceptions().count(name) == 0 && proves(place)) {
            proven.insert(name);
        }
    }
    for (const std::string& name : wanted) {
        INFO(name << " changes nothing that any command prints: let it count, or name it among "
                     "the exceptions with its reason");
        CHECK((proven.count(name) != 0 || exceptions().count(name) != 0));
    }
}
