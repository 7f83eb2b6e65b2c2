#include <offerkit/authoring/keys.hpp>

#include <utility>
#include <vector>

#include <offerkit/authoring/field_kinds.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::authoring {

namespace {

using diagnostic::formatted;
using diagnostic::ticked;
using model::Accepts;
using model::Field;
using model::KeyTable;

/// The group of a table by its name: an offer's, those of priorities, those of profiles.
std::string_view group_of(const KeyTable& table) { return table.name.starts_with("profiles.") ? "Profiles" : ""; }

report::Fact fact_of(const Field& field, std::string_view key) {
    std::string text = formatted("{}. {}.", kinds_of(field), meaning_of(field));
    if (field.required) {
        text += " Required.";
    } else if (!field.fallback.empty()) {
        text += formatted(" Default: `{}`.", field.fallback);
    }
    if (field.table != nullptr) {
        text += formatted(" Its keys: `offerkit help keys {}`.", table_name(*field.table));
    } else if (!field.sample.empty()) {
        text += formatted(" Example: `{}`.", example_of(field));
    }
    return {std::string{key}, report::Cell{text}};
}

}  // namespace

std::string meaning_of(const Field& field) {
    std::string text{field.doc};
    if (model::accepts(field.accepts, Accepts::choice) && !field.choices.empty()) {
        text += ": ";
        for (std::size_t i = 0; i < field.choices.size(); ++i) {
            text += (i == 0 ? "" : ", ") + ticked(field.choices[i]);
        }
    }
    if (model::accepts(field.accepts, Accepts::count)) {
        const std::string joint = model::accepts(field.accepts, Accepts::choice) ? ", or " : "; ";
        const Field any{};
        if (field.most < any.most) {
            text +=
                formatted("{}from {} to {}", joint, diagnostic::grouped(field.least), diagnostic::grouped(field.most));
        } else if (field.least > any.least) {
            text += formatted("{}at least {}", joint, diagnostic::grouped(field.least));
        }
    }
    return text;
}

std::string example_of(const Field& field) {
    if (field.sample.empty()) {
        return field.table != nullptr ? std::string{field.table->name} : std::string{field.key};
    }
    // A key with a sign in it, such as "EUR/USD", stands in quotation marks.
    const bool bare = field.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos;
    return (bare ? std::string{field.key} : "\"" + std::string{field.key} + "\"") + " = " + std::string{field.sample};
}

report::Page key_tables_page() {
    report::Page page;
    page.title("Tables of keys");
    page.text("`offerkit help keys TABLE` lists the keys of one; `man 5 offerkit` has all of them.");
    std::vector<report::Fact> own;
    std::vector<report::Fact> profiles;
    for (const KeyTable& table : model::key_tables()) {
        (group_of(table).empty() ? own : profiles)
            .push_back({table.name, report::Cell{std::string{table.schema->doc}}});
    }
    page.heading("Offers and priorities").facts(std::move(own));
    page.heading("Profiles").facts(std::move(profiles));
    return page;
}

report::Page keys_page(std::span<const KeyTable> tables) {
    report::Page page;
    for (const KeyTable& table : tables) {
        const model::Schema& schema = *table.schema;
        page.title(schema.name.starts_with("[") ? std::string{schema.name} : table.name);
        page.text(std::string{schema.doc} + ".");
        std::vector<report::Fact> facts;
        for (const Field& field : schema.fields) {
            facts.push_back(fact_of(field, field.key));
        }
        if (schema.any_key != nullptr) {
            facts.push_back(fact_of(*schema.any_key, "any other"));
        }
        page.facts(std::move(facts));
    }
    return page;
}

}  // namespace offerkit::authoring
