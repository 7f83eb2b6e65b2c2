// No number that is printed carries the noise of binary fractions, such as 0.17380016000000004 or -1.1e-16.

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

std::vector<std::string> offers() {
    std::vector<std::string> files;
    const auto top = support::source_path("");
    for (const auto& entry : std::filesystem::recursive_directory_iterator{top / "examples"}) {
        if (entry.path().extension() == ".toml" && entry.path().filename() != "priorities.toml") {
            files.push_back(std::filesystem::relative(entry.path(), top).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Numbers with more digits than a computed one carries and more decimals than an exact one has.
std::vector<std::string> noise_in(const std::string& text) {
    static const std::regex number{R"([0-9]+\.[0-9]+(e[-+]?[0-9]+)?|[0-9]+e[-+][0-9]+)"};
    std::vector<std::string> found;
    for (auto match = std::sregex_iterator{text.begin(), text.end(), number}; match != std::sregex_iterator{};
         ++match) {
        const std::string one = match->str();
        const std::size_t point = one.find('.');
        std::string digits = one;
        std::erase(digits, '.');
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        const bool exponent = one.find('e') != std::string::npos;
        if (exponent || (digits.size() > 12 && one.size() - point - 1 > 10)) {
            found.push_back(one);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("no document and no sheet of any example holds the noise of binary fractions") {
    CHECK(noise_in("1.5 0.132 182000.25 0.333333333333 0.000123456789012").empty());
    CHECK(noise_in("0.17380016000000004, 1.1e-16").size() == 2);
    std::size_t runs = 0;
    const auto look = [&](std::vector<std::string> arguments) {
        for (const char* format : {"json", "csv"}) {
            auto words = arguments;
            words.insert(words.end(), {"--as-of", "2026-01-20", "--format", format});
            const auto outcome = support::run(words);
            if (outcome.status != 0) {
                continue;
            }
            ++runs;
            CAPTURE(arguments, format);
            CHECK(noise_in(outcome.out) == std::vector<std::string>{});
        }
    };
    for (const auto& file : offers()) {
        look({"show", file, "--explain"});
        look({"vest", file, "--refreshers"});
        look({"leave", file, "--on", "2027-09-30"});
        look({"negotiate", file});
        look({"levels", "--offer", file});
    }
    for (const std::string folder : {"three-offers", "career-switch", "euro", "startup", "negotiation"}) {
        std::vector<std::string> together;
        for (const auto& file : offers()) {
            if (file.starts_with("examples/" + folder + "/")) {
                together.push_back(file);
            }
        }
        auto compare = together;
        compare.insert(compare.begin(), "compare");
        look(compare);
        const std::string own = "examples/" + folder + "/priorities.toml";
        const bool has_own = std::filesystem::exists(support::source_path(own));
        auto decide = together;
        decide.insert(decide.begin(), "decide");
        decide.insert(decide.end(), {"--priorities", has_own ? own : "examples/priorities.toml"});
        look(decide);
    }
    look({"levels"});
    CHECK(runs > 60);
}
