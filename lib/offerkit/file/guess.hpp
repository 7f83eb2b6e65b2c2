#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/model/fields.hpp>

namespace offerkit::file {

/// What somebody who wrote an unknown key probably meant.
struct Guess {
    std::vector<std::string_view> here{};  ///< keys of the same table
    std::string_view elsewhere{};          ///< else a key of another table; empty when nothing is near
    std::string help{};                    ///< always there: what to write, or which keys there are
};

/// Looks for a key that `written` may stand for: a near word in its own table, the usual word for another name, the
/// table that has it, a near word in the tables beside and below. `root` is the schema of the whole file.
[[nodiscard]] Guess guess_key(std::string_view written, const model::Schema& schema, const model::Schema& root);

}  // namespace offerkit::file
