#include <offerkit/file/guess.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::file {

namespace {

using model::Field;
using model::Schema;

constexpr std::size_t most_keys_told = 8;
/// A few letters are near to some key of some table, whatever they are.
constexpr std::size_t shortest_sought = 5;

/// Words of letters and guides that people try, and the key that says it here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> other_names{{
    {"shares", "quantity"},
    {"units", "quantity"},
    {"options", "quantity"},
    {"amount", "value"},
    {"start_date", "start"},
    {"end_date", "end"},
    {"deadline", "decide_by"},
    {"title", "role"},
    {"schedule", "vesting"},
    {"vest", "vesting"},
    {"cliff_months", "cliff"},
    {"frequency", "every"},
    {"duration", "over"},
    {"exercise_price", "strike"},
    {"strike_price", "strike"},
    {"signon", "sign_on"},
    {"signing_bonus", "sign_on"},
    {"percent", "portion"},
    {"percentage", "portion"},
    {"share_price", "price"},
    {"fmv", "price"},
    {"ticker", "symbol"},
    {"type", "instrument"},
    {"base_salary", "salary"},
    {"annual", "salary"},
    {"match", "retirement_match"},
}};

std::string_view usual_word(std::string_view key) noexcept {
    const auto other =
        std::find_if(other_names.begin(), other_names.end(), [&](const auto& name) { return name.first == key; });
    return other == other_names.end() ? std::string_view{} : other->second;
}

std::vector<std::string_view> keys_of(const Schema& schema) {
    std::vector<std::string_view> keys;
    for (const Field& field : schema.fields) {
        keys.push_back(field.key);
    }
    return keys;
}

std::string quoted(std::string_view word) { return "`" + std::string{word} + "`"; }

/// "[base]"; a table that is written inline has the name of its key: "`vesting`".
std::string name_of(const Schema& table) {
    return table.name.starts_with("[") ? std::string{table.name} : quoted(table.name);
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

/// A few of the keys of a table, and where to find the others.
std::string known_keys(const Schema& schema, const Schema& root) {
    const auto keys = keys_of(schema);
    if (keys.size() <= most_keys_told) {
        return "the keys here are " + diagnostic::listed(keys, "and");
    }
    std::string command = "offerkit schema";
    for (const std::string_view kind : model::profile_kinds()) {
        if (model::profile_schema(kind) == &root) {
            command += " " + std::string{kind};
        }
    }
    if (&root == &model::priorities_schema()) {
        command += " priorities";
    }
    return "the keys here are " + diagnostic::listed(keys, "and", most_keys_told - 2) + "; " + quoted(command) +
           " prints them all";
}

}  // namespace

Guess guess_key(std::string_view written, const Schema& schema, const Schema& root) {
    Guess guess{.here = diagnostic::near_words(written, keys_of(schema))};
    const std::string_view usual = usual_word(written);
    if (guess.here.empty() && !usual.empty() && find_field(schema, usual) != nullptr) {
        guess.here.push_back(usual);
    }
    if (!guess.here.empty()) {
        guess.help = "did you mean " + diagnostic::listed(guess.here) + "?";
        return guess;
    }
    if (const Field* top = &root != &schema ? find_field(root, written) : nullptr) {
        guess.elsewhere = top->key;
        guess.help = top->table != nullptr
                         ? quoted(written) + " is a table of its own: " + name_of(*top->table)
                         : quoted(written) + " stands at the top of the file, before the first [table]";
        return guess;
    }
    if (const Homes homes = tables_with(written, schema, root); !homes.tables.empty()) {
        guess.elsewhere = find_field(*homes.tables.front(), written)->key;
        guess.help = quoted(written) + " belongs in " + homes.names();
        return guess;
    }
    Homes near = usual.empty() ? Homes{} : tables_with(usual, schema, root);
    if (near.tables.empty()) {
        near = near_below(written, schema);
    }
    if (near.tables.empty() && &root != &schema) {
        near = near_below(written, root);
    }
    if (!near.tables.empty()) {
        guess.elsewhere = near.key;
        guess.help = "did you mean " + quoted(near.key) + " in " + near.names() + "?";
        return guess;
    }
    guess.help = known_keys(schema, root);
    return guess;
}

}  // namespace offerkit::file
