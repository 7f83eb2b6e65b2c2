#include <offerkit/report/words/wording.hpp>

#include <cmath>
#include <cstddef>

#include <offerkit/diagnostic/letters.hpp>

namespace offerkit::report {

std::string joined(const std::vector<std::string>& words, std::string_view joiner) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i == 0 ? "" : i + 1 == words.size() ? " " + std::string(joiner) + " " : ", ";
        text += words[i];
    }
    return text;
}

std::string in_a_row(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const auto& word : words) {
        text += text.empty() ? "" : between;
        text += word;
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string uncapitalised(std::string text) {
    if (!text.empty()) {
        text.front() = diagnostic::to_lower(text.front());
    }
    return text;
}

std::string chance_text(double share) {
    constexpr double same = 1e-12;
    const long long percent = std::llround(share * 100);
    if (percent <= 0 && share > same) {
        return "<1%";
    }
    if (percent >= 100 && share < 1 - same) {
        return ">99%";
    }
    return std::to_string(percent) + "%";
}

}  // namespace offerkit::report
