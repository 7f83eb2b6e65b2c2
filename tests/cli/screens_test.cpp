// Whole screens, each read by a person before it was kept. The comparisons of the examples are kept beside them.

#include <string>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/markdown.hpp"
#include "support/run.hpp"

namespace {

struct Screen {
    std::string name;
    std::vector<std::string> words;
    int columns = 80;
};

std::vector<std::string> three_offers(const std::vector<std::string>& options) {
    std::vector<std::string> words{"decide",
                                   "examples/three-offers/amazon.toml",
                                   "examples/three-offers/google.toml",
                                   "examples/three-offers/meta.toml",
                                   "--priorities",
                                   "examples/priorities.toml"};
    words.insert(words.end(), options.begin(), options.end());
    return words;
}

const std::vector<Screen> screens{
    {"show-three-offers-google.txt", {"show", "examples/three-offers/google.toml"}},
    {"show-three-offers-google-detail.txt", {"show", "examples/three-offers/google.toml", "--detail"}},
    {"show-startup-quillstone-explained.txt", {"show", "examples/startup/quillstone.toml", "--explain"}, 120},
    {"show-euro-zurich.csv", {"show", "examples/euro/zurich.toml", "--format", "csv"}},
    {"vest-three-offers-meta.txt", {"vest", "examples/three-offers/meta.toml"}},
    {"vest-three-offers-meta-detail.txt", {"vest", "examples/three-offers/meta.toml", "--detail"}},
    {"vest-startup.txt", {"vest", "examples/startup/harborline.toml", "examples/startup/nvidia.toml", "--by", "year"}},
    {"vest-startup-harborline.json", {"vest", "examples/startup/harborline.toml", "--format", "json"}},
    {"vest-job-held-now-explained.txt",
     {"vest", "examples/job-held-now/current.toml", "--by", "quarter", "--explain"},
     120},
    {"vest-three-offers-amazon.csv", {"vest", "examples/three-offers/amazon.toml", "--format", "csv"}},
    {"compare-job-held-now.md",
     {"compare", "examples/job-held-now/current.toml", "examples/job-held-now/apple.toml", "--format", "markdown"}},
    {"compare-three-offers.csv",
     {"compare", "examples/three-offers/meta.toml", "examples/three-offers/google.toml",
      "examples/three-offers/amazon.toml", "--format", "csv"}},
    {"levels.txt", {"levels"}},
    {"levels-detail.txt", {"levels", "--detail"}},
    {"levels-wide.txt", {"levels", "--detail"}, 120},
    {"levels-l4.txt", {"levels", "L4"}},
    {"levels-microsoft.txt", {"levels", "--ladder", "microsoft"}},
    {"levels-microsoft-wide.txt", {"levels", "--ladder", "microsoft", "--detail"}, 120},
    {"levels-google-l10.txt", {"levels", "L10", "--ladder", "google"}},
    {"levels-l4-detail.txt", {"levels", "L4", "--detail"}},
    {"levels-offer-nvidia.txt", {"levels", "--offer", "examples/startup/nvidia.toml"}},
    {"levels-offer-nvidia-wide.txt", {"levels", "--offer", "examples/startup/nvidia.toml", "--detail"}, 120},
    {"levels-offer-microsoft.txt", {"levels", "--offer", "examples/job-held-now/microsoft.toml"}},
    {"levels-offer-google.md", {"levels", "--offer", "examples/three-offers/google.toml", "--format", "markdown"}},
    {"levels-google-l4.json", {"levels", "L4", "--ladder", "google", "--format", "json"}},
    {"leave-job-held-now.txt", {"leave", "examples/job-held-now/current.toml", "--on", "2027-01-10"}},
    {"leave-job-held-now-detail.txt",
     {"leave", "examples/job-held-now/current.toml", "--on", "2027-01-10", "--detail"}},
    {"leave-job-held-now-by-month.txt",
     {"leave", "examples/job-held-now/current.toml", "--by", "month", "--horizon", "18 months"},
     120},
    {"leave-job-held-now.json",
     {"leave", "examples/job-held-now/current.toml", "--on", "2027-01-10", "--format", "json"}},
    {"leave-startup-let-go.txt",
     {"leave", "examples/startup/quillstone.toml", "examples/startup/harborline.toml", "--on", "2028-09-30", "--reason",
      "without_cause"}},
    {"leave-three-offers-explained.txt",
     {"leave", "examples/three-offers/amazon.toml", "--on", "2027-09-01", "--explain"},
     120},
    {"leave-three-offers-by-month.csv",
     {"leave", "examples/three-offers/google.toml", "--by", "month", "--horizon", "1 year", "--format", "csv"}},
    {"compare-decided.md",
     {"compare", "examples/research-to-applied/dialogue.toml", "examples/research-to-applied/translation.toml",
      "--priorities", "examples/research-to-applied/priorities.toml", "--format", "markdown"}},
    {"decide-three-offers.txt", three_offers({})},
    {"decide-three-offers-wide.txt", three_offers({}), 120},
    {"decide-three-offers-detail.txt", three_offers({"--detail"})},
    {"decide-three-offers-explained.txt", three_offers({"--explain"}), 120},
    {"decide-three-offers.md", three_offers({"--format", "markdown"})},
    {"decide-three-offers.csv", three_offers({"--format", "csv"})},
    {"decide-three-offers.json", three_offers({"--format", "json"})},
    {"decide-alone.txt",
     {"decide", "examples/career-switch/platform.toml", "--priorities", "examples/career-switch/priorities.toml"}},
    {"decide-career-switch-survival.txt",
     {"decide", "examples/career-switch/lead.toml", "examples/career-switch/platform.toml", "--priorities",
      "examples/career-switch/priorities.toml", "--by", "survival_weighted"}},
    {"compare-refreshers-counted.txt", {"compare", "examples/refreshers/yearly.toml", "--refreshers"}},
    {"negotiate-northwind.txt",
     {"negotiate", "examples/negotiation/northwind.toml", "--against", "examples/negotiation/contoso.toml", "--against",
      "examples/negotiation/tailspin.toml"},
     120},
    {"negotiate-alone.txt", {"negotiate", "examples/negotiation/contoso.toml"}},
    {"negotiate-northwind.md",
     {"negotiate", "examples/negotiation/northwind.toml", "--against", "examples/negotiation/contoso.toml", "--target",
      "450000", "--format", "markdown"}},
    {"negotiate-northwind.json",
     {"negotiate", "examples/negotiation/northwind.toml", "--against", "examples/negotiation/current.toml",
      "--priorities", "examples/negotiation/priorities.toml", "--metric", "decide", "--format", "json"}},
};

std::string shown(const Screen& screen) {
    support::Run run;
    run.arguments = screen.words;
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
    run.environment["COLUMNS"] = std::to_string(screen.columns);
    const auto outcome = support::run(run);
    INFO(screen.name << ": " << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

}  // namespace

TEST_CASE("screens, sheets and documents are what they were when somebody last read them") {
    for (const auto& screen : screens) {
        golden::check("screens/" + screen.name, shown(screen));
    }
}

TEST_CASE("screens of levels fit 80 columns, and 120 as well") {
    const std::vector<std::vector<std::string>> commands{
        {"levels"},
        {"levels", "L4"},
        {"levels", "--ladder", "nvidia"},
        {"levels", "--offer", "examples/three-offers/google.toml"},
        {"levels", "--offer", "examples/startup/nvidia.toml"},
    };
    for (auto command : commands) {
        command.emplace_back("--detail");
        for (const int columns : {80, 120}) {
            for (const auto& line : support::lines_of(shown({command.back(), command, columns}))) {
                INFO(command.back() << ": " << line);
                CHECK(offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns));
            }
        }
    }
}

TEST_CASE("the advice on three offers is one screen of 24 lines, in colour as well") {
    const auto lines = support::lines_of(shown({"decide", three_offers({})}));
    CHECK(lines.size() <= 24);
    support::Run run;
    run.arguments = three_offers({"--as-of", "2026-01-20"});
    run.environment["NO_COLOR"] = "1";
    const auto plain = support::run_in_terminal(run, 80);
    CHECK(plain.out.find("\x1b[") == std::string::npos);
    run.environment.erase("NO_COLOR");
    run.environment["TERM"] = "xterm-256color";
    run.environment["LANG"] = "C.UTF-8";
    const auto coloured = support::run_in_terminal(run, 80);
    CHECK(coloured.out.find("\x1b[") != std::string::npos);
    CHECK(support::lines_of(coloured.out).size() <= 24);
}

TEST_CASE("screens fit 80 columns, and 120 as well") {
    for (const char* option : {"--color=never", "--detail", "--explain"}) {
        for (const int columns : {80, 120}) {
            for (const auto& line : support::lines_of(shown({"decide", three_offers({option}), columns}))) {
                INFO("decide " << option << ": " << line);
                CHECK(offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns));
            }
        }
    }
    for (const char* file : {"examples/three-offers/google.toml", "examples/startup/quillstone.toml",
                             "examples/job-held-now/current.toml", "examples/euro/zurich.toml"}) {
        for (const char* command : {"show", "vest", "compare", "leave"}) {
            for (const int columns : {80, 120}) {
                for (const auto& line : support::lines_of(shown({file, {command, file}, columns}))) {
                    INFO(command << " " << file << ": " << line);
                    CHECK(offerkit::diagnostic::display_width(line) <= static_cast<std::size_t>(columns));
                }
            }
        }
    }
}
