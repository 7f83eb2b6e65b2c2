#include <offerkit/diagnostic/suggest.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/letters.hpp>

namespace offerkit::diagnostic {

namespace {

/// Longer words are compared by their beginnings only: nobody misspells a name of that length by a letter or two.
constexpr std::size_t longest_compared = 64;

std::string plain(std::string_view word) {
    std::string result{word.substr(0, longest_compared)};
    for (char& c : result) {
        c = c == '-' || c == ' ' ? '_' : to_lower(c);
    }
    return result;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::size_t slips_between(std::string_view a, std::string_view b) { return distance(plain(a), plain(b)); }

std::vector<std::string_view> near_words(std::string_view written, std::span<const std::string_view> candidates,
                                         std::size_t most) {
    const std::string word = plain(written);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    if (word.empty()) {
        return {};
    }
    for (const std::string_view candidate : candidates) {
        const std::string other = plain(candidate);
        const std::size_t slips = distance(word, other);
        const std::size_t allowed = std::max<std::size_t>(1, std::min(word.size(), other.size()) / 3);
        if (slips <= allowed && slips < std::min(word.size(), other.size())) {
            near.emplace_back(slips, candidate);
        } else if (std::min(word.size(), other.size()) >= 4 &&
                   (other.find(word) != std::string::npos || word.find(other) != std::string::npos)) {
            // One holds the other whole: `vest_start` is no slip of `start`, but nearer to it than to anything else.
            near.emplace_back(100 + slips, candidate);
        }
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string_view> result;
    for (const auto& [slips, candidate] : near) {
        // The word itself in other letters beats everything, and a slip or two away what is merely similar.
        const std::size_t furthest = near.front().first == 0 ? 0 : near.front().first + 1;
        if (result.size() < most && slips <= furthest &&
            std::find(result.begin(), result.end(), candidate) == result.end()) {
            result.push_back(candidate);
        }
    }
    return result;
}

std::string listed(std::span<const std::string_view> words, std::string_view joiner, std::size_t most) {
    std::string result;
    const std::size_t shown = std::min(words.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown && shown == words.size();
        if (i != 0) {
            result += last ? " " + std::string{joiner} + " " : ", ";
        }
        result += "`" + std::string{words[i]} + "`";
    }
    if (shown < words.size()) {
        result += " and " + std::to_string(words.size() - shown) + " more";
    }
    return result;
}

std::string did_you_mean(std::string_view written, std::span<const std::string_view> candidates) {
    const auto near = near_words(written, candidates);
    return near.empty() ? std::string{} : "did you mean " + listed(near) + "?";
}

}  // namespace offerkit::diagnostic
