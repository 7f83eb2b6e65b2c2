#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace offerkit::diagnostic {

/// How many single slips (a letter too many, too few, another one, or two swapped) lie between two words; letters' case
/// and `-` for `_` count for nothing. The restricted form of F. J. Damerau's distance (1964).
[[nodiscard]] std::size_t slips_between(std::string_view a, std::string_view b);

/// The candidates that somebody who wrote `written` may have meant, nearest first, at most `most` of them.
[[nodiscard]] std::vector<std::string_view> near_words(std::string_view written,
                                                       std::span<const std::string_view> candidates,
                                                       std::size_t most = 3);

/// "did you mean `a`?", "did you mean `a` or `b`?", or nothing when no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view written, std::span<const std::string_view> candidates);

/// "`a`, `b` or `c`": at most `most` of the words, then how many more there are.
[[nodiscard]] std::string listed(std::span<const std::string_view> words, std::string_view joiner = "or",
                                 std::size_t most = 12);

}  // namespace offerkit::diagnostic
