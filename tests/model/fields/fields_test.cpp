#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <offerkit/file/keys/literal.hpp>
#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <support/catch.hpp>

using namespace offerkit;
using file::Node;
using file::NodeKind;
using model::Accepts;
using model::Field;
using model::Schema;

namespace {

bool takes(const Field& field, Accepts one) { return model::accepts(field.accepts, one); }

/// Calls with every table that a kind of file can hold, and where it stands.
void each_schema(const std::function<void(const Schema&)>& call) {
    std::set<const Schema*> seen;
    std::function<void(const Schema&)> visit = [&](const Schema& schema) {
        if (!seen.insert(&schema).second) {
            return;
        }
        call(schema);
        for (const Field& field : schema.fields) {
            if (field.table != nullptr) {
                visit(*field.table);
            }
        }
        if (schema.any_key != nullptr && schema.any_key->table != nullptr) {
            visit(*schema.any_key->table);
        }
    };
    visit(model::offer_schema());
    visit(model::priorities_schema());
    visit(model::pipeline_schema());
    visit(model::career_schema());
    for (const std::string_view kind : model::profile_kinds()) {
        visit(*model::profile_schema(kind));
    }
}

void each_field(const std::function<void(const Schema&, const Field&)>& call) {
    each_schema([&](const Schema& schema) {
        for (const Field& field : schema.fields) {
            call(schema, field);
        }
        if (schema.any_key != nullptr) {
            call(schema, *schema.any_key);
        }
    });
}

std::string why_not(const Node& node, const Field& field);

template <class T>
std::string reason(const file::literal::Read<T>& read) {
    return read ? std::string{} : read.error().message;
}

std::string why_not_table(const Node& node, const Schema& schema) {
    for (const file::Entry& entry : node.entries) {
        const Field* named = find_field(schema, entry.key);
        const Field* field = named != nullptr ? named : schema.any_key;
        if (field == nullptr) {
            return "unknown key " + entry.key;
        }
        if (std::string why = why_not(entry.value, *field); !why.empty()) {
            return why;
        }
    }
    for (const Field& field : schema.fields) {
        if (field.required && find_entry(node, field.key) == nullptr) {
            return "without " + std::string{field.key};
        }
    }
    return {};
}

/// Why a value cannot be read for a field by one of the ways it accepts; empty when it can.
std::string why_not(const Node& node, const Field& field) {
    const auto usd = *quantity::Currency::of("USD");
    if (node.kind == NodeKind::table && (takes(field, Accepts::table) || takes(field, Accepts::tables))) {
        return why_not_table(node, *field.table);
    }
    if (node.kind == NodeKind::list) {
        if (takes(field, Accepts::pairs)) {
            for (const Node& pair : node.items) {
                Field rate = field;
                rate.accepts = Accepts::rate;
                if (pair.items.size() != 2 || !file::literal::rate(pair.items[1], rate)) {
                    return "not a pair";
                }
            }
            return {};
        }
        if (takes(field, Accepts::number_pairs)) {
            Field number = field;
            number.accepts = Accepts::number;
            const bool good = std::all_of(node.items.begin(), node.items.end(), [&](const Node& pair) {
                return pair.items.size() == 2 && file::literal::number(pair.items[0], number) &&
                       file::literal::number(pair.items[1], number);
            });
            return good ? "" : "not pairs of numbers";
        }
        if (takes(field, Accepts::rows)) {
            Field rate = field;
            rate.accepts = Accepts::growth_rate;
            const bool good = std::all_of(node.items.begin(), node.items.end(), [&](const Node& pair) {
                return pair.items.size() == 2 && file::literal::number(pair.items[0], field) &&
                       (pair.items[1].kind == NodeKind::number ? bool{file::literal::number(pair.items[1], field)}
                                                               : bool{file::literal::rate(pair.items[1], rate)});
            });
            return good ? "" : "not rows";
        }
        if (!takes(field, Accepts::list) && !takes(field, Accepts::tables)) {
            return "a list";
        }
        for (const Node& item : node.items) {
            if (std::string why = why_not(item, field); !why.empty()) {
                return why;
            }
        }
        return {};
    }
    std::vector<std::string> reasons;
    const auto attempt = [&](Accepts one, const auto& read) {
        if (takes(field, one)) {
            reasons.push_back(reason(read(node, field)));
        }
    };
    attempt(Accepts::text, file::literal::text);
    attempt(Accepts::profile, file::literal::text);
    attempt(Accepts::choice, file::literal::choice);
    attempt(Accepts::boolean, file::literal::boolean);
    attempt(Accepts::date, file::literal::date);
    attempt(Accepts::day_of_year, file::literal::day_of_year);
    attempt(Accepts::vest_day, file::literal::vest_day);
    attempt(Accepts::period, file::literal::period);
    attempt(Accepts::money, [&](const Node& n, const Field& f) { return file::literal::money(n, f, usd); });
    attempt(Accepts::stock_money, [&](const Node& n, const Field& f) { return file::literal::money(n, f, usd); });
    attempt(Accepts::price, [&](const Node& n, const Field& f) { return file::literal::price(n, f, usd); });
    attempt(Accepts::rate, file::literal::rate);
    attempt(Accepts::growth_rate, file::literal::rate);
    attempt(Accepts::share, file::literal::rate);
    attempt(Accepts::correlation, file::literal::rate);
    attempt(Accepts::number, file::literal::number);
    attempt(Accepts::count, file::literal::count);
    attempt(Accepts::currency, file::literal::currency);
    if (std::find(reasons.begin(), reasons.end(), std::string{}) != reasons.end()) {
        return {};
    }
    return reasons.empty() ? "nothing takes it" : reasons.front();
}

}  // namespace

TEST_CASE("every default of a field can be read as that field, so that no reader meets one it cannot use") {
    int defaults = 0;
    each_field([&](const Schema& schema, const Field& field) {
        if (field.fallback.empty()) {
            return;
        }
        ++defaults;
        CAPTURE(schema.name, field.key, field.fallback);
        CHECK(why_not(file::literal::fallback_node(field, {}), field) == "");
    });
    CHECK(defaults > 30);
}

TEST_CASE("every sample of a field is a valid value of it, so that hints and templates can be copied") {
    int samples = 0;
    each_field([&](const Schema& schema, const Field& field) {
        if (field.sample.empty()) {
            return;
        }
        ++samples;
        CAPTURE(schema.name, field.key, field.sample);
        const auto node = file::parse_toml_value(field.sample, {});
        REQUIRE(node);
        CHECK(why_not(*node, field) == "");
    });
    CHECK(samples > 100);
}

TEST_CASE("every field that is not a table with a header carries a sample and a sentence") {
    each_field([](const Schema& schema, const Field& field) {
        CAPTURE(schema.name, field.key);
        CHECK_FALSE(field.doc.empty());
        CHECK_FALSE(field.doc.ends_with('.'));
        const bool headed = field.table != nullptr && field.table->name.starts_with("[");
        CHECK((headed || !field.sample.empty()));
    });
}

TEST_CASE("no table has a key twice, and choices stand where they are taken") {
    each_schema([](const Schema& schema) {
        std::set<std::string_view> keys;
        CAPTURE(schema.name);
        CHECK_FALSE(schema.doc.empty());
        for (const Field& field : schema.fields) {
            CAPTURE(field.key);
            CHECK(keys.insert(field.key).second);
            CHECK((takes(field, Accepts::choice) || takes(field, Accepts::profile)) == !field.choices.empty());
            CHECK((takes(field, Accepts::table) || takes(field, Accepts::tables)) == (field.table != nullptr));
            CHECK(find_field(schema, field.key) == &field);
        }
    });
}

TEST_CASE("an assumption belongs to a default, or to a key whose default depends on another") {
    const std::set<std::string_view> dependent{"price", "grant_date", "vesting_start", "as_of"};
    each_field([&](const Schema& schema, const Field& field) {
        CAPTURE(schema.name, field.key);
        CHECK((field.assumption.empty() || !field.fallback.empty() || dependent.contains(field.key)));
    });
}

TEST_CASE("only three keys of an offer are required at its top") {
    std::vector<std::string_view> required;
    for (const Field& field : model::offer_schema().fields) {
        if (field.required) {
            required.push_back(field.key);
        }
    }
    CHECK(required == std::vector<std::string_view>{"company", "currency", "start"});
}

TEST_CASE("a kind of profile that does not exist has no keys") {
    CHECK(model::profile_schema("vesting") != nullptr);
    CHECK(model::profile_schema("vestings") == nullptr);
    CHECK(model::profile_kinds().size() == 13);
}
