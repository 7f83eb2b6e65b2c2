#include <offerkit/authoring/json_schema.hpp>

#include <optional>
#include <utility>
#include <vector>

#include <offerkit/authoring/field_kinds.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/profiles/builtin_profiles.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/report/product/datum.hpp>
#include <offerkit/report/product/document.hpp>

namespace offerkit::authoring {

namespace {

using report::array_of;
using report::Document;

using model::Accepts;
using model::Field;
using model::Schema;

/// What the file is that a field stands in.
struct Place {
    bool names_priors = false;
};

Document table_schema(const Schema& schema, Place place);

// A decimal as the reader takes it: "0.15", "1_000.5". The pieces of the patterns below.
constexpr std::string_view digits = "[0-9](_?[0-9])*";

std::string decimal() { return std::string{digits} + "(\\." + std::string{digits} + ")?"; }

std::string rate_pattern(bool signs) {
    return std::string{signs ? "^[+-]?(" : "^\\+?("} + decimal() + "%?|" + std::string{digits} + "/" +
           std::string{digits} + ")$";
}

Document words(auto&& range) {
    return array_of(range, [&](const auto& word) { return Document{std::string_view{word}}; });
}

Document string_of(std::string pattern) {
    return Document::object({{"type", "string"}, {"pattern", std::move(pattern)}});
}

Document number_between(std::string_view least, std::string_view most) {
    return Document::object(
        {{"type", "number"}, {"minimum", Document::number(least)}, {"maximum", Document::number(most)}});
}

// The ids built into the program are offered; any other id or path is taken, since a person may have profiles of their
// own.
void add_profiles(std::vector<Document>& alternatives, const Field& field) {
    Document ids = Document::array();
    for (const auto& profile : file::builtin_profiles()) {
        if (!field.choices.empty() && profile.kind == field.choices.front()) {
            ids.push(Document{profile.id});
        }
    }
    if (!ids.elements().empty()) {
        alternatives.push_back(Document::object({{"enum", std::move(ids)}}));
    }
    alternatives.push_back(Document::object({{"type", "string"}}));
}

void add_rates(std::vector<Document>& alternatives, const Field& field, Place place) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    if (place.names_priors && (takes(Accepts::rate) || takes(Accepts::share) || takes(Accepts::growth_rate))) {
        alternatives.push_back(string_of("^prior:.+$"));
    }
    if (takes(Accepts::rate) || takes(Accepts::share)) {
        alternatives.push_back(string_of(rate_pattern(false)));
        alternatives.push_back(number_between("0", "1"));
    }
    if (takes(Accepts::growth_rate)) {
        alternatives.push_back(string_of(rate_pattern(true)));
        alternatives.push_back(Document::object({{"type", "number"}, {"exclusiveMinimum", -1}, {"maximum", 1}}));
    }
    if (takes(Accepts::correlation)) {
        alternatives.push_back(string_of(rate_pattern(true)));
        alternatives.push_back(number_between("-1", "1"));
    }
}

/// What one value may be, apart from lists and tables.
std::vector<Document> literals(const Field& field, Place place = {}) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    std::vector<Document> alternatives;
    if (takes(Accepts::choice)) {
        alternatives.push_back(Document::object({{"enum", words(field.choices)}}));
    }
    if (takes(Accepts::profile)) {
        add_profiles(alternatives, field);
    }
    if (takes(Accepts::currency)) {
        alternatives.push_back(Document::object({{"enum", words(quantity::currency_codes())}}));
    }
    if (takes(Accepts::text)) {
        alternatives.push_back(Document::object({{"type", "string"}, {"maxLength", 10'000}}));
    }
    if (takes(Accepts::boolean)) {
        alternatives.push_back(Document::object({{"type", "boolean"}}));
    }
    if (takes(Accepts::date)) {
        alternatives.push_back(Document::object({{"type", "string"}, {"format", "date"}}));
    }
    if (takes(Accepts::day_of_year)) {
        alternatives.push_back(string_of("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));
    }
    if (takes(Accepts::vest_day)) {
        alternatives.push_back(
            string_of("^(0[1-9]|1[0-2])-((0[1-9]|[12][0-9]|3[01])|([1-5]|last)(mon|tue|wed|thu|fri|sat|sun))$"));
    }
    if (takes(Accepts::period)) {
        alternatives.push_back(string_of("^[0-9]{1,7} (day|week|month|year)s?$"));
    }
    if (takes(Accepts::money) || takes(Accepts::stock_money) || takes(Accepts::price)) {
        alternatives.push_back(number_between("0", "1000000000000"));
    }
    if (takes(Accepts::number)) {
        alternatives.push_back(number_between("-1000000000000", "1000000000000"));
    }
    if (takes(Accepts::count)) {
        alternatives.push_back(
            Document::object({{"type", "integer"}, {"minimum", field.least}, {"maximum", field.most}}));
    }
    add_rates(alternatives, field, place);
    return alternatives;
}

Document any_of(std::vector<Document> alternatives) {
    if (alternatives.size() == 1) {
        return std::move(alternatives.front());
    }
    Document list = Document::array();
    for (Document& alternative : alternatives) {
        list.push(std::move(alternative));
    }
    return Document::object({{"anyOf", std::move(list)}});
}

Document list_of(Document items) {
    return Document::object({{"type", "array"}, {"minItems", 1}, {"items", std::move(items)}});
}

Document pairs_of(const Field& field) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    Field rate = field;
    rate.accepts = takes(Accepts::share) ? Accepts::share : Accepts::rate;
    Field first = field;
    first.accepts = takes(Accepts::number) ? Accepts::number : takes(Accepts::period) ? Accepts::period : Accepts::rate;
    return list_of(Document::object({{"type", "array"},
                                     {"items", Document::array({any_of(literals(first)), any_of(literals(rate))})},
                                     {"minItems", 2},
                                     {"maxItems", 2}}));
}

Document number_pairs_of(const Field& field) {
    Field number = field;
    number.accepts = Accepts::number;
    return list_of(
        Document::object({{"type", "array"}, {"items", any_of(literals(number))}, {"minItems", 2}, {"maxItems", 2}}));
}

// What counts from a threshold on: the rate of a slice, which the law may let fall below 0, or an amount.
Document rows_of(const Field& field) {
    Field first = field;
    first.accepts = Accepts::number;
    Field second = field;
    second.accepts = Accepts::number | Accepts::growth_rate;
    return list_of(Document::object({{"type", "array"},
                                     {"items", Document::array({any_of(literals(first)), any_of(literals(second))})},
                                     {"minItems", 2},
                                     {"maxItems", 2}}));
}

/// A default or a sample as JSON, where it is one value; both are written as in a file, a default without quotation
/// marks.
std::optional<Document> one_value(const Field& field, std::string_view written) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    if (written.empty() || written.starts_with('{') || written.starts_with('[')) {
        return std::nullopt;
    }
    if (written.starts_with('"')) {
        return Document{written.substr(1, written.size() - 2)};
    }
    if (takes(Accepts::boolean)) {
        return Document{written == "true"};
    }
    const auto number = quantity::parse_decimal(written);
    return number ? Document::number(quantity::to_decimal(*number, 18)) : Document{written};
}

/// What an editor shows beside the key.
std::string told(const Field& field) {
    std::string text = diagnostic::formatted("{}.\n\nTakes: {}.", field.doc, kinds_of(field));
    if (!field.fallback.empty()) {
        text += diagnostic::formatted(" Default: {}.", field.fallback);
    }
    return text;
}

Document field_schema(const Field& field, Place place) {
    const auto takes = [&](Accepts kind) { return model::accepts(field.accepts, kind); };
    std::vector<Document> alternatives;
    if (takes(Accepts::pairs)) {
        alternatives.push_back(pairs_of(field));
    } else if (takes(Accepts::number_pairs)) {
        alternatives.push_back(number_pairs_of(field));
    } else {
        alternatives = literals(field, place);
        if (takes(Accepts::list)) {
            alternatives.push_back(list_of(any_of(literals(field, place))));
        }
        if (takes(Accepts::rows)) {
            alternatives.push_back(rows_of(field));
        }
    }
    if (takes(Accepts::table)) {
        alternatives.push_back(table_schema(*field.table, place));
    }
    if (takes(Accepts::tables)) {
        alternatives.push_back(list_of(table_schema(*field.table, place)));
    }
    Document schema = Document::object();
    schema.set("description", told(field));
    const Document value = any_of(std::move(alternatives));
    for (const auto& member : value.members()) {
        if (member.key != "description") {
            schema.set(member.key, member.value);
        }
    }
    if (auto fallback = one_value(field, field.fallback)) {
        schema.set("default", *std::move(fallback));
    }
    if (auto sample = one_value(field, field.sample)) {
        schema.set("examples", Document::array({*std::move(sample)}));
    }
    return schema;
}

Document table_schema(const Schema& schema, Place place) {
    Document properties = Document::object();
    Document required = Document::array();
    for (const Field& field : schema.fields) {
        properties.set(field.key, field_schema(field, place));
        if (field.required) {
            required.push(Document{field.key});
        }
    }
    Document table =
        Document::object({{"description", schema.doc}, {"type", "object"}, {"properties", std::move(properties)}});
    if (!required.elements().empty()) {
        table.set("required", std::move(required));
    }
    table.set("additionalProperties",
              schema.any_key != nullptr ? field_schema(*schema.any_key, place) : Document{false});
    return table;
}

}  // namespace

std::string json_schema(const Schema& schema) {
    Document document = Document::object(
        {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "offerkit: " + std::string{schema.name}}});
    const Document table = table_schema(schema, {model::may_name_priors(schema)});
    for (const auto& member : table.members()) {
        document.set(member.key, member.value);
    }
    return to_json(document);
}

}  // namespace offerkit::authoring
