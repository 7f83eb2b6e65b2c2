#include <offerkit/file/replaced_keys.hpp>

namespace offerkit::file {

namespace {

struct Replacement {
    std::string_view table;
    std::string_view key;
    ReplacedKeys gone;
};

constexpr std::array<Replacement, 24> replacements{{
    {"[[grant]]", "quantity", {"ownership", "value", "conversion"}},
    {"[[grant]]", "ownership", {"quantity", "value", "conversion"}},
    {"[[grant]]", "value", {"quantity", "ownership"}},
    {"[[event]]", "date", {"after"}},
    {"[[event]]", "after", {"date"}},
    {"[[grant]]", "vesting", {"segment"}},
    {"[[grant]]", "segment", {"vesting"}},
    {"[base]",
     "salary",
     {"monthly", "months", "extra_paid", "hourly", "daily", "hours_per_week", "weeks_per_year", "overtime",
      "days_per_year"}},
    {"[base]",
     "monthly",
     {"salary", "hourly", "daily", "hours_per_week", "weeks_per_year", "overtime", "days_per_year"}},
    {"[base]", "hourly", {"salary", "monthly", "months", "extra_paid", "daily", "days_per_year"}},
    {"[base]",
     "daily",
     {"salary", "monthly", "months", "extra_paid", "hourly", "hours_per_week", "weeks_per_year", "overtime"}},
    {"[bonus]", "paid", {"every", "paid_after"}},
    {"[bonus]", "every", {"paid"}},
    {"[bonus]", "paid_after", {"paid"}},
    {"[bonus]", "target", {"amount"}},
    {"[bonus]", "amount", {"target"}},
    {"[[sign_on]]", "after", {"on"}},
    {"[[sign_on]]", "on", {"after"}},
    {"vesting", "over", {"yearly", "on"}},
    {"vesting", "yearly", {"over", "on"}},
    {"vesting", "on", {"over", "yearly", "every", "cliff"}},
    {"[[grant.acceleration]]", "amount", {"months", "quantity"}},
    {"[[grant.acceleration]]", "months", {"amount", "quantity"}},
    {"[[grant.acceleration]]", "quantity", {"amount", "months"}},
}};

}  // namespace

ReplacedKeys replaced_by(const model::Schema& schema, std::string_view key) {
    for (const Replacement& each : replacements) {
        if (each.table == schema.name && each.key == key) {
            return each.gone;
        }
    }
    return {};
}

}  // namespace offerkit::file
