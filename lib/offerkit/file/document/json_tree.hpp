#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>

namespace offerkit::file {

struct JsonMember;

/// One value of a JSON file as it was written, with its place. Numbers keep their digits, so that no quantity ever
/// passes through a binary double.
struct Json {
    enum class Kind { null, boolean, number, text, list, object };

    Kind kind = Kind::null;
    std::string text{};               ///< of a text: what it says; of a number or boolean: as written
    diagnostic::Span span{};          ///< of the value; of a list or an object: of its opening bracket
    std::vector<Json> items{};        ///< of a list
    std::vector<JsonMember> members;  ///< of an object, in the order of the file

    /// The value of a key of an object; null when it is not there, or when it is JSON's own `null`.
    [[nodiscard]] const Json* find(std::string_view key) const noexcept;
};

struct JsonMember {
    std::string key;
    diagnostic::Span key_span{};
    Json value;
};

/// "text", "a number", "a list": what a value is, to people.
[[nodiscard]] std::string_view described(Json::Kind kind) noexcept;

/// Reads a JSON text: checks its size (8 MiB), its UTF-8 and its nesting (64), and that no key of an object is written
/// twice. What is wrong is reported with its line and column, and nothing is given. Never throws.
[[nodiscard]] std::optional<Json> read_json(std::string name, std::string text, diagnostic::Sources& sources,
                                            diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::file
