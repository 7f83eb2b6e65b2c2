#include <offerkit/authoring/reference.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/authoring/field_kinds.hpp>
#include <offerkit/authoring/keys.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::authoring {

namespace {

using diagnostic::ticked;
using model::Accepts;
using model::Field;
using model::Schema;

/// A cell of a Markdown table: a bar would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '|' ? "\\|" : std::string(1, c);
    }
    return out;
}

/// The page as it grows, and which tables it has told already: a schedule is explained once, however often it is used.
class ReferencePage {
public:
    void line(std::string_view text = {}) {
        text_ += text;
        text_ += '\n';
    }
    void paragraph(std::string_view text) {
        line(text);
        line();
    }

    void kinds() {
        line("| Kind | Written | Rules |");
        line("|---|---|---|");
        for (const FieldKind& kind : field_kinds()) {
            line("| " + std::string{kind.name} + " | " + cell(kind.written) + " | " + cell(kind.rules) + " |");
        }
        line();
    }

    /// A kind of file: its keys, the tables inside it, then those that several of these share.
    void file(const Schema& schema, const std::string& heading, const std::string& path) {
        count_uses(schema);
        table(schema, heading, path);
        for (std::size_t i = 0; i < shared_.size(); ++i) {
            const Schema* shared = shared_[i];
            table(*shared, ticked(shared->name), anchor_of(shared));
        }
        shared_.clear();
    }

    /// One table of keys with a heading, then the tables that stand inside it and nowhere else.
    void table(const Schema& schema, const std::string& heading, const std::string& path) {
        line("<a id=\"" + path + "\"></a>");
        paragraph("### " + heading);
        paragraph(std::string{schema.doc} + ".");
        const auto inner = inner_tables(schema, path);
        line("| Key | Takes | Default | Meaning | Example |");
        line("|---|---|---|---|---|");
        for (const Field* field : fields_of(schema)) {
            const bool chosen_by_people = schema.any_key != nullptr && field == schema.any_key;
            row(*field, chosen_by_people ? "any other" : ticked(field->key));
        }
        line();
        for (const Field* field : inner) {
            expects(field->table != nullptr);
            table(*field->table, heading_of(*field, schema, path.find('-') == std::string::npos),
                  anchor_of(field->table));
        }
    }

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    struct Told {
        const Schema* schema;
        std::string anchor;
    };

    static std::vector<const Field*> fields_of(const Schema& schema) {
        std::vector<const Field*> fields;
        for (const Field& field : schema.fields) {
            fields.push_back(&field);
        }
        if (schema.any_key != nullptr) {
            fields.push_back(schema.any_key);
        }
        return fields;
    }

    void count_uses(const Schema& schema) {
        for (const Field* field : fields_of(schema)) {
            if (field->table != nullptr && std::exchange(uses_[field->table], uses_[field->table] + 1) == 0) {
                count_uses(*field->table);
            }
        }
    }

    [[nodiscard]] std::string anchor_of(const Schema* schema) const {
        const auto told =
            std::find_if(told_.begin(), told_.end(), [&](const Told& entry) { return entry.schema == schema; });
        expects(told != told_.end());
        return told->anchor;
    }

    /// [[grant]], or the key under which an inline table stands.
    static std::string heading_of(const Field& field, const Schema& outer, bool at_the_top) {
        if (field.table->name.starts_with('[')) {
            return ticked(field.table->name);
        }
        const std::string name = ticked(&field == outer.any_key ? field.table->name : field.key);
        return at_the_top ? name : diagnostic::formatted("{} in `{}`", name, outer.name);
    }

    /// The tables that stand inside this one alone. All it holds get their places on the page here, so that its rows
    /// can point at them; what others hold as well is left for the end.
    std::vector<const Field*> inner_tables(const Schema& schema, const std::string& path) {
        std::vector<const Field*> inner;
        for (const Field* field : fields_of(schema)) {
            const bool told = std::any_of(told_.begin(), told_.end(),
                                          [&](const Told& entry) { return entry.schema == field->table; });
            if (field->table == nullptr || told) {
                continue;
            }
            if (uses_[field->table] > 1) {
                std::string name{field->table->name};
                std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
                std::replace(name.begin(), name.end(), ' ', '-');
                told_.push_back({field->table, path.substr(0, path.find('-')) + "-any-" + name});
                shared_.push_back(field->table);
            } else {
                std::string key{field->key};
                std::replace(key.begin(), key.end(), '_', '-');
                told_.push_back({field->table, path + "-" + key});
                inner.push_back(field);
            }
        }
        return inner;
    }

    [[nodiscard]] std::string takes(const Field& field) const {
        std::string text = kinds_of(field);
        if (field.table != nullptr) {
            const std::size_t word = text.rfind("table");
            const std::size_t end = word + (text.substr(word).starts_with("tables") ? 6 : 5);
            text = text.substr(0, word) + "[" + text.substr(word, end - word) + "](#" + anchor_of(field.table) + ")" +
                   text.substr(end);
        }
        return text;
    }

    void row(const Field& field, const std::string& name) {
        const std::string fallback = field.required ? "required" : field.fallback.empty() ? "" : ticked(field.fallback);
        const std::string sample = field.sample.empty() ? "" : ticked(field.sample);
        line("| " + name + " | " + takes(field) + " | " + fallback + " | " + cell(meaning_of(field)) + " | " +
             cell(sample) + " |");
    }

    std::string text_{};
    std::vector<Told> told_{};
    std::vector<const Schema*> shared_{};
    std::map<const Schema*, int> uses_{};
};

}  // namespace

std::string file_reference() {
    ReferencePage page;
    page.paragraph("# File reference");
    page.paragraph(
        "Every key of every file that offerkit reads. The program writes this page from the table of keys it reads "
        "files by, so the two never differ;"
        " a test holds the page to it. `offerkit init` writes an offer file to fill in, and `offerkit schema` a JSON "
        "schema for your editor.");
    page.paragraph(
        "Files are [TOML](https://toml.io). An unknown key is an error that names the key you may have meant. A "
        "default that enters a figure is listed"
        " under the assumptions of every result.");
    page.paragraph(
        "- [How values are written](#values)\n- [Offer file](#offer)\n- [Priorities file](#priorities)\n- "
        "[Pipeline file](#pipeline)\n- [Career plan](#plan)\n- [Profiles](#profiles)");
    page.line("<a id=\"values\"></a>");
    page.paragraph("## How values are written");
    page.kinds();
    page.paragraph(
        "A number carries no exponent, no hexadecimal digits and no thousands separators but `_`. A file is at most 8 "
        "MiB and its tables at most 64 deep.");
    page.paragraph("## Offer file");
    page.file(model::offer_schema(), "The top of an offer file", "offer");
    page.paragraph("## Priorities file");
    page.file(model::priorities_schema(), "The top of a priorities file", "priorities");
    page.paragraph("## Pipeline file");
    page.paragraph(
        "What a search holds beside offer files, or instead of them: `offerkit pipeline` reads it, alone or with offer "
        "files.");
    page.file(model::pipeline_schema(), "The top of a pipeline file", "pipeline");
    page.paragraph("## Career plan");
    page.paragraph("Paths of years and what you believe about each: `offerkit career` reads it.");
    page.file(model::career_schema(), "The top of a career plan", "plan");
    page.line("<a id=\"profiles\"></a>");
    page.paragraph("## Profiles");
    page.paragraph(
        "A profile lies in `profiles/<kind>/<id>.toml`: of a folder given by `--profiles`, of your own configuration "
        "folder, or built into the program,"
        " in that order. `offerkit profiles` lists them. A fact without a source and a date is hearsay, so every "
        "profile carries both.");
    for (const std::string_view kind : model::profile_kinds()) {
        const Schema* schema = model::profile_schema(kind);
        page.file(*schema, diagnostic::formatted("`profiles/{}/`", kind), "profile-" + std::string{kind});
    }
    std::string text = std::move(page).text();
    while (text.ends_with("\n\n")) {
        text.pop_back();
    }
    return text;
}

}  // namespace offerkit::authoring
