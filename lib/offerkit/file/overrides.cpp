#include <offerkit/file/overrides.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/keys/guess.hpp>
#include <offerkit/file/keys/literal.hpp>
#include <offerkit/file/override_path.hpp>
#include <offerkit/file/replaced_keys.hpp>
#include <offerkit/model/fields/career_fields.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Span;
using model::Accepts;
using model::Field;
using model::Schema;

/// Follows one path through the tree and sets its value.
class Editor {
public:
    Editor(const Override& setting, std::string_view file, diagnostic::Diagnostics& diagnostics)
        : setting_{setting}, file_{file}, diagnostics_{diagnostics} {}

    [[nodiscard]] bool apply(Node& root, const Schema& schema) {
        const auto steps = parse_override_path(setting_.path);
        if (!steps) {
            return fail(formatted("`{}` is not a path", setting_.path),
                        "write such as base.salary, grant.new-hire.value or sign_on[0].amount");
        }
        steps_ = *steps;
        root_ = &schema;
        // A path that leads nowhere must leave nothing behind, such as the tables it would have begun.
        Node edited = root;
        const bool done = in_table(edited, schema, 0);
        if (done) {
            root = std::move(edited);
        }
        return done;
    }

private:
    bool fail(std::string message, std::string help) {
        diagnostics_.error(codes::bad_override, setting_.span, std::move(message), std::move(help));
        return false;
    }

    [[nodiscard]] std::string shown(std::size_t until) const { return path_text(steps_, until); }

    [[nodiscard]] Node value() const {
        if (auto parsed = parse_toml_value(setting_.value, setting_.span)) {
            return std::move(*parsed);
        }
        Node node;
        node.kind = NodeKind::text;
        node.text = setting_.value;
        node.span = setting_.span;
        return node;
    }

    void set(Node& table, const Schema& schema, const std::string& key) const {
        const auto gone = replaced_by(schema, key);
        Node set = value();
        auto kept = beside(table, schema, key, set);
        std::erase_if(table.entries, [&](const Entry& entry) {
            return entry.key == key || std::find(gone.begin(), gone.end(), entry.key) != gone.end();
        });
        table.entries.push_back({key, setting_.span, std::move(set)});
        if (kept) {
            table.entries.push_back(std::move(*kept));
        }
    }

    /// Where a grant says both how many shares it is and which part of the company, setting one of them keeps the other
    /// in proportion: the company is as large as before. Nothing where it says only one, or says it wrongly.
    [[nodiscard]] std::optional<Entry> beside(const Node& table, const Schema& schema, std::string_view key,
                                              const Node& set) const {
        const Node* quantity = find_entry(table, "quantity");
        const Node* ownership = find_entry(table, "ownership");
        if (schema.name != "[[grant]]" || quantity == nullptr || ownership == nullptr ||
            (key != "quantity" && key != "ownership")) {
            return std::nullopt;
        }
        const Field& counted = *find_field(schema, "quantity");
        const Field& share = *find_field(schema, "ownership");
        const auto shares = literal::count(*quantity, counted);
        const auto part = literal::rate(*ownership, share);
        if (!shares || !part || *shares == 0 || part->is_zero()) {
            return std::nullopt;
        }
        const auto each = part->over(quantity::Fraction{*shares});
        Node node;
        node.span = setting_.span;
        if (key == "quantity") {
            const auto now = literal::count(set, counted);
            const auto moved = now && each ? each->times(quantity::Fraction{*now}) : std::nullopt;
            if (!moved || *moved > quantity::Fraction{1}) {
                return std::nullopt;
            }
            node.kind = NodeKind::text;
            node.text = std::to_string(moved->numerator()) + "/" + std::to_string(moved->denominator());
            return Entry{"ownership", setting_.span, std::move(node)};
        }
        const auto now = literal::rate(set, share);
        const auto moved = now && each ? now->over(*each) : std::nullopt;
        if (!moved) {
            return std::nullopt;
        }
        node.kind = NodeKind::number;
        node.text = std::to_string(moved->numerator() / moved->denominator());
        return Entry{"quantity", setting_.span, std::move(node)};
    }

    [[nodiscard]] Node& created(Node& table, const std::string& key, NodeKind kind) const {
        Node node;
        node.kind = kind;
        node.span = setting_.span;
        table.entries.push_back({key, setting_.span, std::move(node)});
        return table.entries.back().value;
    }

    bool in_table(Node& table, const Schema& schema, std::size_t at) {
        const OverrideStep& step = steps_[at];
        if (step.index) {
            return fail(formatted("`{}` is one table, not several", shown(at - 1)),
                        formatted("leave out [{}]", std::to_string(*step.index)));
        }
        const Field* field = find_field(schema, step.name);
        if (field == nullptr) {
            field = schema.any_key;
        }
        if (field == nullptr) {
            const std::string_view whole = root_ == &model::pipeline_schema() ? "a pipeline file"
                                           : root_ == &model::career_schema() ? "a career plan"
                                                                              : "an offer";
            const std::string where = at == 0 ? std::string{whole} : formatted("`{}`", shown(at - 1));
            return fail(formatted("there is no `{}` in {}", step.name, where),
                        guess_key(step.name, schema, *root_).help);
        }
        if (at + 1 == steps_.size()) {
            set(table, schema, step.name);
            return true;
        }
        Node* next = find_entry(table, step.name);
        const bool several = model::accepts(field->accepts, Accepts::tables);
        const bool single = model::accepts(field->accepts, Accepts::table);
        if (!several && !single) {
            return fail(formatted("`{}` holds no keys", shown(at)),
                        formatted("set it whole: {}={}", shown(at), field->sample));
        }
        const bool by_place = steps_[at + 1].index.has_value();
        if (several && next == nullptr && !by_place && !single) {
            return fail(formatted("there is no `{}` in {}", shown(at + 1), file_),
                        formatted("the file has none of {}; {}[0] would begin one", shown(at), shown(at)));
        }
        if (several && (next == nullptr ? by_place : next->kind == NodeKind::list)) {
            return in_list(next != nullptr ? *next : created(table, step.name, NodeKind::list), *field, at + 1);
        }
        if (next == nullptr) {
            next = &created(table, step.name, NodeKind::table);
        }
        if (next->kind != NodeKind::table) {
            return fail(formatted("`{}` is {} in {}, and holds no keys", shown(at), described(next->kind), file_),
                        formatted("set it whole: {}={}", shown(at), field->sample));
        }
        // One [bonus] may be called bonus[0] as well.
        const bool first = several && steps_[at + 1].index == std::size_t{0};
        return in_table(*next, *field->table, first && at + 2 < steps_.size() ? at + 2 : at + 1);
    }

    bool in_list(Node& list, const Field& field, std::size_t at) {
        const OverrideStep& step = steps_[at];
        if (step.index) {
            if (*step.index > list.items.size()) {
                return fail(formatted("there is no `{}` in {}", shown(at), file_),
                            formatted("it has {} of them; they are counted from 0", std::to_string(list.items.size())));
            }
            if (*step.index == list.items.size()) {
                Node fresh;
                fresh.span = setting_.span;
                list.items.push_back(std::move(fresh));
            }
            return in_item(list.items[*step.index], field, at);
        }
        std::vector<std::string_view> ids;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            Node& item = list.items[i];
            const Node* id = find_entry(item, "id");
            if (id == nullptr) {
                id = find_entry(item, "name");
            }
            if (id != nullptr && id->kind == NodeKind::text) {
                ids.push_back(id->text);
                if (id->text == step.name) {
                    return in_item(item, field, at);
                }
            } else if (field.key == "grant" && step.name == "grant-" + std::to_string(i + 1)) {
                return in_item(item, field, at);
            }
        }
        // The only one needs no name: bonus.target.
        if (list.items.size() == 1 && find_field(*field.table, step.name) != nullptr) {
            return in_item(list.items.front(), field, at - 1);
        }
        const std::string near = diagnostic::did_you_mean(step.name, ids);
        std::string help = near;
        if (help.empty()) {
            help = ids.empty() ? formatted("name it by its place: {}[0]", shown(at - 1))
                               : formatted("there are {}", diagnostic::listed(ids, "and"));
        }
        return fail(formatted("there is no `{}` in {}", shown(at), file_), std::move(help));
    }

    bool in_item(Node& item, const Field& field, std::size_t at) {
        if (item.kind != NodeKind::table) {
            return fail(formatted("`{}` is {} in {}", shown(at), described(item.kind), file_), "it should be a table");
        }
        if (at + 1 == steps_.size()) {
            item = value();
            return true;
        }
        return in_table(item, *field.table, at + 1);
    }

    const Override& setting_;
    std::string_view file_;
    diagnostic::Diagnostics& diagnostics_;
    OverridePath steps_{};
    const Schema* root_ = nullptr;
};

std::string_view basename_of(std::string_view path) noexcept {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

bool concerns(const Override& setting, std::string_view file) noexcept {
    return setting.file.empty() || setting.file == file || setting.file == basename_of(file);
}

std::optional<Override> parse_override(const std::string& argument, diagnostic::Sources& sources,
                                       diagnostic::Diagnostics& diagnostics) {
    const auto id = sources.add("--set", argument);
    const auto wrong = [&](std::string message, std::string help) {
        diagnostics.error(codes::bad_override,
                          {id, 1, 1, std::max<std::uint32_t>(diagnostic::utf8::length(argument), 1)},
                          std::move(message), std::move(help));
        return std::nullopt;
    };
    if (diagnostic::utf8::first_invalid(argument) != std::string::npos) {
        return wrong("this argument is not UTF-8", "check the terminal's encoding");
    }
    if (argument.size() > most_bytes || find_too_deep(argument) != std::string::npos) {
        return wrong("this value is too large or nested too deep", "set one key at a time");
    }
    bool quoted = false;
    std::size_t equals = std::string::npos;
    for (std::size_t i = 0; i < argument.size() && equals == std::string::npos; ++i) {
        quoted = quoted != (argument[i] == '"');
        if (argument[i] == '=' && !quoted) {
            equals = i;
        }
    }
    if (equals == std::string::npos || equals == 0) {
        return wrong("`--set` takes PATH=VALUE",
                     "write such as --set base.salary=200000 or --set acme.toml:base.salary=200000");
    }
    Override result;
    std::string_view path = std::string_view{argument}.substr(0, equals);
    const std::size_t colon = path.find_last_of(':');
    if (colon != std::string_view::npos) {
        result.file = path.substr(0, colon);
        path.remove_prefix(colon + 1);
    }
    result.path = path;
    result.value = argument.substr(equals + 1);
    result.span = {id, 1, 1, std::max<std::uint32_t>(diagnostic::utf8::length(argument), 1)};
    return result;
}

bool apply_overrides(Document& document, const Schema& schema, std::string_view file,
                     std::span<const Override> overrides, diagnostic::Diagnostics& diagnostics) {
    bool all = true;
    for (const Override& setting : overrides) {
        if (concerns(setting, file)) {
            all = Editor{setting, file, diagnostics}.apply(document.root, schema) && all;
        }
    }
    return all;
}

}  // namespace offerkit::file
