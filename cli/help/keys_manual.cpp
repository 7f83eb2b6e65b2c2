// The manual page of the file format in roff, section 5: every key of every file, from the table that reads them.

#include <cli/help/help.hpp>
#include <cli/help/roff.hpp>
#include <offerkit/authoring/field_kinds.hpp>
#include <offerkit/authoring/keys.hpp>
#include <offerkit/model/fields/key_tables.hpp>
#include <offerkit/version.hpp>

namespace offerkit::cli {
namespace {

using model::Field;
using model::KeyTable;

std::string key_item(const Field& field, std::string_view key) {
    std::string meaning = authoring::meaning_of(field) + ".";
    if (field.required) {
        meaning += " Required.";
    } else if (!field.fallback.empty()) {
        meaning += " Default: `" + std::string(field.fallback) + "`.";
    }
    if (field.table == nullptr && !field.sample.empty()) {
        meaning += " Example: `" + authoring::example_of(field) + "`.";
    }
    return roff_item(roff_bold(key) + " (" + roff(authoring::kinds_of(field)) + ")", meaning);
}

std::string table_part(const KeyTable& table) {
    const model::Schema& schema = *table.schema;
    const std::string heading =
        schema.name.starts_with("[") ? std::string(schema.name) + " (" + table.name + ")" : table.name;
    std::string out = ".SS \"" + roff(heading) + "\"\n" + roff_sentences(std::string(schema.doc) + ".");
    for (const Field& field : schema.fields) {
        out += key_item(field, field.key);
    }
    if (schema.any_key != nullptr) {
        out += key_item(*schema.any_key, "any other key");
    }
    return out;
}

std::string values_part() {
    std::string out = ".SH VALUES\n";
    for (const auto& kind : authoring::field_kinds()) {
        out += roff_item(roff_bold(kind.name), std::string(kind.written) + ". " + std::string(kind.rules) + ".");
    }
    return out;
}

}  // namespace

std::string keys_manual_page() {
    std::string out = ".\\\" Printed by offerkit help keys \\-\\-man.\n";
    out += ".TH OFFERKIT 5 \"" + std::string(manuals_changed) + "\" \"offerkit " + std::string(version()) +
           "\" \"File Formats\"\n";
    out +=
        ".SH NAME\nofferkit \\- keys of offer files, priorities files, pipeline files, career plans and profiles\n.SH "
        "DESCRIPTION\n";
    out += roff_sentences(
        "offerkit reads TOML files: one for each offer, one for what matters to you, one for a search, one for a "
        "career, and profiles of facts. Only "
        "`company`, `currency` and `start` are required in an offer. An unknown key is an error that names the key "
        "you may have meant. A default that enters a figure is listed under the assumptions of every result.");
    out += values_part();
    std::string_view group;
    for (const KeyTable& table : model::key_tables()) {
        // The tables of a file follow its own.
        const std::string_view now = table.name.starts_with("profiles.") ? "PROFILES"
                                     : table.name == "priorities"        ? "\"PRIORITIES FILE\""
                                     : table.name == "pipeline"          ? "\"PIPELINE FILE\""
                                     : table.name == "plan"              ? "\"CAREER PLAN\""
                                     : group.empty()                     ? "\"OFFER FILE\""
                                                                         : group;
        if (now != group) {
            group = now;
            out += ".SH " + std::string(group) + "\n";
        }
        out += table_part(table);
    }
    return out + ".SH SEE ALSO\n\\fBofferkit\\fR(1)\n";
}

}  // namespace offerkit::cli
