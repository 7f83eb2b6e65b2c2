#include <offerkit/file/override_path.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>

#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

std::optional<OverridePath> parse_override_path(std::string_view path) {
    OverridePath steps;
    std::size_t i = 0;
    bool expects_name = true;
    while (i < path.size()) {
        if (path[i] == '[') {
            std::size_t index = 0;
            const char* const begin = path.data() + i + 1;
            const char* const end = path.data() + path.size();
            const auto [rest, error] = std::from_chars(begin, end, index);
            if (expects_name || error != std::errc{} || rest == end || *rest != ']' || index > 100'000) {
                return std::nullopt;
            }
            steps.push_back({{}, index});
            i = static_cast<std::size_t>(rest - path.data()) + 1;
        } else if (path[i] == '.') {
            if (expects_name) {
                return std::nullopt;
            }
            expects_name = true;
            ++i;
        } else {
            if (!expects_name) {
                return std::nullopt;
            }
            std::size_t end = 0;
            if (path[i] == '"') {
                end = path.find('"', i + 1);
                if (end == std::string_view::npos) {
                    return std::nullopt;
                }
                steps.push_back({std::string{path.substr(i + 1, end - i - 1)}, std::nullopt});
                i = end + 1;
            } else {
                end = std::min(path.find_first_of(".[", i), path.size());
                steps.push_back({std::string{path.substr(i, end - i)}, std::nullopt});
                i = end;
            }
            if (steps.back().name.empty()) {
                return std::nullopt;
            }
            expects_name = false;
        }
    }
    if (expects_name || steps.size() > static_cast<std::size_t>(most_nesting)) {
        return std::nullopt;
    }
    return steps;
}

std::string path_text(const OverridePath& path, std::size_t until) {
    std::string text;
    for (std::size_t i = 0; i <= until && i < path.size(); ++i) {
        if (path[i].index) {
            text += "[" + std::to_string(*path[i].index) + "]";
        } else {
            text += (i == 0 ? "" : ".") + path[i].name;
        }
    }
    return text;
}

}  // namespace offerkit::file
