#include <offerkit/file/keys/guess.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/literal.hpp>
#include <offerkit/file/keys/meant.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::file {

namespace {

using diagnostic::formatted;
using diagnostic::ticked;
using model::Field;
using model::Schema;

/// A few letters are near to some key of some table, whatever they are.
constexpr std::size_t shortest_sought = 5;

/// Whether the key stands in the table at hand; stretches of a schedule share their keys with schedules in short.
bool is_here(const model::OtherName& name, const Schema& schema) {
    return find_field(schema, name.key) != nullptr && (name.table == table_name(schema) || name.table == "vesting");
}

std::vector<std::string_view> keys_of(const Schema& schema) {
    std::vector<std::string_view> keys;
    for (const Field& field : schema.fields) {
        keys.push_back(field.key);
    }
    return keys;
}

/// "[base]"; a table that is written inline has the name of its key: "`vesting`".
std::string name_of(const Schema& table) {
    return table.name.starts_with("[") ? std::string{table.name} : ticked(table.name);
}

/// A key and the tables in which it stands.
struct Homes {
    std::string_view key{};
    std::vector<const Schema*> tables{};

    void add(const Schema& table) {
        if (std::find(tables.begin(), tables.end(), &table) == tables.end()) {
            tables.push_back(&table);
        }
    }
    /// "[base]", "[[grant]] or [refresher]"; a few at most.
    [[nodiscard]] std::string names() const {
        constexpr std::size_t most = 3;
        std::string text;
        const std::size_t shown = std::min(tables.size(), most);
        for (std::size_t i = 0; i < shown; ++i) {
            text += (i == 0 ? "" : i + 1 == shown ? " or " : ", ") + name_of(*tables[i]);
        }
        return text;
    }
};

/// The tables right below one that have a key.
Homes children_with(const Schema& schema, std::string_view key) {
    Homes homes{key};
    for (const Field& field : schema.fields) {
        if (field.table != nullptr && find_field(*field.table, key) != nullptr) {
            homes.add(*field.table);
        }
    }
    return homes;
}

/// The first table anywhere below one that has a key.
void find_below(const Schema& schema, std::string_view key, const Schema& except, Homes& homes, int depth = 0) {
    for (const Field& field : schema.fields) {
        if (depth > 3 || field.table == nullptr || !homes.tables.empty()) {
            continue;
        }
        if (field.table != &except && find_field(*field.table, key) != nullptr) {
            homes.add(*field.table);
        } else {
            find_below(*field.table, key, except, homes, depth + 1);
        }
    }
}

Homes tables_with(std::string_view key, const Schema& schema, const Schema& root) {
    Homes homes = children_with(schema, key);
    if (homes.tables.empty() && &root != &schema) {
        homes = children_with(root, key);
    }
    if (homes.tables.empty()) {
        find_below(root, key, schema, homes);
    }
    return homes;
}

/// The nearest word among the keys of the tables right below one, with all of those tables that have it.
Homes near_below(std::string_view written, const Schema& schema) {
    Homes nearest;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    if (written.size() < shortest_sought) {
        return nearest;
    }
    for (const Field& field : schema.fields) {
        if (field.table == nullptr) {
            continue;
        }
        const auto near = diagnostic::near_words(written, keys_of(*field.table), 1);
        if (near.empty()) {
            continue;
        }
        const std::size_t slips = diagnostic::slips_between(written, near.front());
        if (slips < fewest) {
            fewest = slips;
            nearest = {near.front()};
        }
        if (near.front() == nearest.key) {
            nearest.add(*field.table);
        }
    }
    return nearest;
}

std::string known_keys(const Schema& schema) {
    const auto keys = keys_of(schema);
    return formatted("the keys here are {}", diagnostic::listed(keys, "and", keys.size()));
}

/// Another name that holds where a key was written: its table is one of the file's, or the very table at hand.
const model::OtherName* other_name(std::string_view written, const Schema& schema, const Schema& root) {
    const model::OtherName* name = model::find_other_name(written, schema, true);
    if (name == nullptr) {
        return nullptr;
    }
    const bool holds = &root == &model::offer_schema() || is_here(*name, schema);
    return holds ? name : nullptr;
}

/// What was written, where the key that was meant takes it, as it is or as it was meant.
std::string value_for(const Node* value, const Field& field) {
    if (value == nullptr || value->kind == NodeKind::list || value->kind == NodeKind::table) {
        return {};
    }
    if (literal::fits(*value, field)) {
        return value->kind == NodeKind::text ? likely::quoted(value->text) : value->text;
    }
    if (!field.choices.empty() && value->kind == NodeKind::text) {
        const std::string_view word = model::find_other_word(field, value->text);
        const auto near = diagnostic::near_words(value->text, field.choices, 1);
        if (!word.empty() || !near.empty()) {
            return likely::quoted(word.empty() ? near.front() : word);
        }
    }
    const auto meant = likely::values(*value, field);
    if (meant.empty() && field.table != nullptr) {
        for (const std::string_view key : field.table->short_for) {
            const std::string inner = value_for(value, *find_field(*field.table, key));
            if (!inner.empty()) {
                return formatted("{{ {} }}", literal::pairs_of(*field.table, key, inner, ", "));
            }
        }
    }
    return meant.empty() ? std::string{} : meant.front();
}

}  // namespace

std::string help_for(const model::OtherName& name, std::string_view value) {
    const Schema* table = model::named_table(name.table);
    expects(table != nullptr);
    const Field* field = find_field(*table, name.key);
    expects(field != nullptr || table->any_key != nullptr);
    const std::string_view sample = field != nullptr ? field->sample : table->any_key->sample;
    const std::string pair = formatted("`{} = {}`{}", name.key, value.empty() ? sample : value,
                                       name.beside.empty() ? "" : formatted(" and `{}`", name.beside));
    if (!table->name.starts_with("[")) {
        return table == &model::offer_schema() ? formatted("write {} at the top of the file", pair)
                                               : formatted("write {} in `{}`", pair, table->name);
    }
    return formatted("write {} on a line of its own and {} below it", table->name, pair);
}

Guess guess_key(std::string_view written, const Schema& schema, const Schema& root, const Node* value) {
    Guess guess;
    if (const model::OtherName* name = other_name(written, schema, root)) {
        const Schema& table = is_here(*name, schema) ? schema : *model::named_table(name->table);
        const Field* field = find_field(table, name->key);
        const std::string meant = field == nullptr ? std::string{} : value_for(value, *field);
        if (&table != &schema) {
            guess.elsewhere = name->key;
            guess.help = help_for(*name, meant);
            return guess;
        }
        guess.here.push_back(name->key);
        guess.help = formatted("write `{} = {}`{}", name->key, meant.empty() ? std::string{field->sample} : meant,
                               name->beside.empty() ? "" : formatted(" and `{}`", name->beside));
        return guess;
    }
    guess.here = diagnostic::near_words(written, keys_of(schema));
    const model::OtherName* usual = model::find_other_name(written, schema, false);
    if (guess.here.empty() && usual != nullptr && find_field(schema, usual->key) != nullptr) {
        guess.here.push_back(usual->key);
    }
    if (!guess.here.empty()) {
        guess.help = formatted("did you mean {}?", diagnostic::listed(guess.here));
        return guess;
    }
    if (const Field* top = &root != &schema ? find_field(root, written) : nullptr) {
        guess.elsewhere = top->key;
        guess.help = top->table != nullptr
                         ? formatted("`{}` is a table of its own: {}", written, name_of(*top->table))
                         : formatted("`{}` stands at the top of the file, before the first [table]", written);
        return guess;
    }
    if (const Homes homes = tables_with(written, schema, root); !homes.tables.empty()) {
        guess.elsewhere = find_field(*homes.tables.front(), written)->key;
        guess.help = formatted("`{}` belongs in {}", written, homes.names());
        return guess;
    }
    Homes near = usual == nullptr ? Homes{} : tables_with(usual->key, schema, root);
    if (near.tables.empty()) {
        near = near_below(written, schema);
    }
    if (near.tables.empty() && &root != &schema) {
        near = near_below(written, root);
    }
    if (!near.tables.empty()) {
        guess.elsewhere = near.key;
        guess.help = formatted("did you mean `{}` in {}?", near.key, near.names());
        return guess;
    }
    guess.help = known_keys(schema);
    return guess;
}

}  // namespace offerkit::file
