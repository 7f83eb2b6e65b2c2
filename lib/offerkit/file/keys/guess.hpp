#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/fields/other_names.hpp>

namespace offerkit::file {

/// What somebody who wrote an unknown key probably meant.
struct Guess {
    std::vector<std::string_view> here{};  ///< keys of the same table
    std::string_view elsewhere{};          ///< else a key of another table; empty when nothing is near
    std::string help{};                    ///< always there: what to write, or which keys there are
};

/// Looks for a key that `written` may stand for: the one that letters call so, a near word in its own table, the table
/// that has it, a near word in the tables beside and below. `root` is the schema of the whole file; `value` is what was
/// written for the key, if anything, so that the help can be pasted.
[[nodiscard]] Guess guess_key(std::string_view written, const model::Schema& schema, const model::Schema& root,
                              const Node* value = nullptr);

/// How to write what letters call by another name: "write [[sign_on]] on a line of its own and `amount = 40_000` below
/// it". `value` is as TOML; the key's example where it is empty.
[[nodiscard]] std::string help_for(const model::OtherName& name, std::string_view value);

}  // namespace offerkit::file
