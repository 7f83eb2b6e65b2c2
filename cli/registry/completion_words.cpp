#include <cli/registry/completion_words.hpp>

#include <cli/registry/profile_words.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::cli {

std::vector<const Option*> options_of(const Command& command) {
    std::vector<const Option*> all(command.options.begin(), command.options.end());
    all.insert(all.end(), command.common_options.begin(), command.common_options.end());
    return all;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
    std::string out;
    for (const auto word : words) {
        out += (out.empty() ? "" : std::string(between)) + std::string(word);
    }
    return out;
}

std::string words_of(std::span<const Choice> choices) {
    std::vector<std::string_view> words;
    for (const auto& choice : choices) {
        words.push_back(choice.word);
    }
    return joined(words);
}

std::string command_words() {
    std::vector<std::string_view> words;
    for (const auto& command : all_commands()) {
        words.push_back(command.name);
    }
    return joined(words);
}

std::string shell_quoted(std::string_view text, std::string_view quote) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += quote;
        } else if (c != '`') {
            out += c;
        }
    }
    return out + "'";
}

std::string key_table_words() {
    std::vector<std::string_view> words;
    for (const auto& table : model::key_tables()) {
        words.push_back(table.name);
    }
    return joined(words);
}

std::string argument_words(const Argument& argument) {
    switch (argument.takes) {
        case Takes::choice: return words_of(argument.choices);
        case Takes::profile_kind: return joined(profile_kind_words());
        case Takes::schema_kind: return joined(schema_kind_words());
        case Takes::command: return command_words() + " keys";
        case Takes::key_table: return key_table_words();
        default: return "";
    }
}

}  // namespace offerkit::cli
