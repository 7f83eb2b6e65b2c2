#include <cli/registry/profile_words.hpp>

#include <algorithm>
#include <iterator>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::cli {

std::vector<std::string_view> profile_kind_words() {
    const auto kinds = model::profile_kinds();
    return {kinds.begin(), kinds.end()};
}

std::vector<std::string_view> schema_kind_words() {
    std::vector<std::string_view> words{"offer", "priorities", "pipeline", "plan"};
    const auto kinds = model::profile_kinds();
    std::copy_if(kinds.begin(), kinds.end(), std::back_inserter(words),
                 [](std::string_view kind) { return kind != "priorities"; });
    return words;
}

}  // namespace offerkit::cli
