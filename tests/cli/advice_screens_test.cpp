// First screens of offers that nobody wrote: each stands on a terminal at once. Figures of one year beside an offer of
// another.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <offerkit/diagnostic/text.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

class Writer {
public:
    explicit Writer(unsigned seed) : random_{seed} {}

    int any(int least, int most) {
        return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
    }
    bool maybe() { return any(0, 1) == 1; }

    /// An offer that says much, of a company with a long name.
    std::string offer(int number) {
        const std::vector<std::string> names{"Google", "Consolidated Northwestern Analytics", "Ö", "Tern AI"};
        std::string text = "company = \"" + names[static_cast<std::size_t>(any(0, 3))] + " " + std::to_string(number) +
                           "\"\ncurrency = \"USD\"\nstart = 2026-03-02\nreceived = 2026-01-" +
                           std::to_string(any(10, 19)) + "\ndecide_by = 2026-01-" + std::to_string(any(21, 30)) + "\n";
        text += maybe() ? "employer = \"large\"\n" : "";
        text += maybe() ? "[level]\nladder = \"google\"\nname = \"L" + std::to_string(any(3, 9)) + "\"\n" : "";
        text += "[base]\nsalary = " + std::to_string(any(90'000, 999'999)) + "\n";
        text += maybe() ? "raise = \"3%\"\n" : "";
        text += maybe() ? "[bonus]\ntarget = \"20%\"\npaid = 3\n" : "";
        text += maybe() ? "[[sign_on]]\namount = 50_000\nclawback = { within = \"36 months\" }\n" : "";
        const bool waits = maybe();
        const bool stock = maybe();
        if (stock) {
            text += "[stock]\nkind = \"" + std::string(waits ? "private" : "public") +
                    "\"\nprice = 123.45\n[[grant]]\nvalue = " + std::to_string(any(10'000, 9'999'999)) +
                    "\nvesting = { over = \"4 years\", every = \"3 months\", cliff = \"1 year\" }\n" +
                    (waits ? "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\nchance = \"40%\"\n" : "");
        }
        text += maybe() ? "[benefits]\nhealth = 12_000\nretirement = \"5%\"\n" : "";
        text += stock && maybe()
                    ? "[refresher]\nvalue = 60_000\nfirst_after = \"12 months\"\nvesting = { over = \"4 years\", "
                      "every = \"3 months\" }\n"
                    : "";
        text += maybe() ? "[[cost]]\nname = \"Moving\"\namount = 9_000\nonce = true\n" : "";
        text += maybe() ? "[leaving]\nnotice = \"3 months\"\nnon_compete = \"18 months\"\n" : "";
        text += maybe() ? "[market]\ntotal = { p25 = 200_000, p50 = 300_000, p75 = 400_000, p90 = 500_000 }\n" : "";
        return text + "[factors]\ngrowth = " + std::to_string(any(0, 10)) + "\n";
    }

private:
    std::mt19937 random_;
};

const std::string priorities =
    "[money]\nworst = 100_000\nbest = 900_000\nswing = 60\n[[factor]]\nid = \"growth\"\nworst_means = "
    "\"w\"\nbest_means "
    "= \"b\"\nswing = 100\n[[factor]]\nid = \"people\"\nworst_means = \"w\"\nbest_means = \"b\"\nswing = 30\n";

}  // namespace

TEST_CASE("each first screen of up to three random offers stands on 24 lines of 80 columns") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const support::ScratchFolder folder;
        Writer writer{seed};
        std::vector<std::string> files;
        for (int i = 1; i <= static_cast<int>(seed % 3) + 1; ++i) {
            files.push_back("offer" + std::to_string(i) + ".toml");
            folder.write(files.back(), writer.offer(i));
        }
        folder.write("me.toml", priorities);
        std::vector<std::vector<std::string>> commands{
            {"compare"}, {"show"}, {"leave"}, {"vest"}, {"decide", "--priorities", "me.toml"}};
        for (auto& words : commands) {
            words.insert(words.begin() + 1, files.begin(), files.end());
        }
        commands.push_back({"negotiate", files.front()});
        for (std::size_t i = 1; i < files.size(); ++i) {
            commands.back().insert(commands.back().end(), {"--against", files[i]});
        }
        for (auto& words : commands) {
            support::Run run;
            run.folder = folder.path();
            run.arguments = words;
            run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
            run.environment["COLUMNS"] = "80";
            const auto outcome = support::run(run);
            INFO(words.front() << " with seed " << seed << "\n" << outcome.err << outcome.out);
            CHECK(outcome.status == 0);
            CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') <= 24);
            for (std::size_t at = 0; at < outcome.out.size();) {
                const std::size_t end = outcome.out.find('\n', at);
                CHECK(offerkit::diagnostic::display_width(outcome.out.substr(at, end - at)) <= 80);
                at = end + 1;
            }
        }
    }
}

TEST_CASE("first screens of levels stand on 24 lines of 80 columns") {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"levels"},
                                                  {"levels", "L4"},
                                                  {"levels", "L4", "--ladder", "google"},
                                                  {"levels", "microsoft"},
                                                  {"levels", "apple"},
                                                  {"levels", "80"},
                                                  {"levels", "google", "--to", "meta"},
                                                  {"levels", "--offer", "examples/startup/nvidia.toml"},
                                                  {"levels", "--offer", "examples/job-held-now/microsoft.toml"},
                                                  {"levels", "--offer", "examples/three-offers/google.toml"}}) {
        support::Run run;
        run.arguments = words;
        run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
        run.environment["COLUMNS"] = "80";
        const auto outcome = support::run(run);
        INFO(words.back() << "\n" << outcome.err << outcome.out);
        CHECK(outcome.status == 0);
        CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') <= 24);
        CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') >= 5);
        for (std::size_t at = 0; at < outcome.out.size();) {
            const std::size_t end = outcome.out.find('\n', at);
            CHECK(offerkit::diagnostic::display_width(outcome.out.substr(at, end - at)) <= 80);
            at = end + 1;
        }
        run.arguments.emplace_back("--detail");
        CHECK(support::run(run).out.size() > outcome.out.size());
    }
}

TEST_CASE("a median is subtracted from an offer of its own year alone") {
    const support::ScratchFolder folder;
    for (const int published : {2024, 2025, 2026}) {
        folder.write("own/market/mine.toml",
                     "name = \"Mine\"\nsource = \"a survey\"\nas_of = " + std::to_string(published) +
                         "-06-01\ncurrency = \"USD\"\n[[level]]\nladder = \"google\"\nlevel = "
                         "\"L5\"\ntotal = 400_000\n");
        for (const int year : {2024, 2025, 2026}) {
            folder.write("offer.toml", "company = \"G\"\ncurrency = \"USD\"\nstart = " + std::to_string(year) +
                                           "-03-02\n[level]\nladder = \"google\"\nname = \"L4\"\n[base]\nsalary = "
                                           "300_000\n");
            support::Run run;
            run.folder = folder.path();
            run.arguments = {"levels",  "--offer",    "offer.toml", "--profiles", "own",
                             "--as-of", "2026-07-01", "--format",   "json"};
            const auto outcome = support::run(run);
            INFO(outcome.err);
            REQUIRE(outcome.status == 0);
            const auto result = nlohmann::json::parse(outcome.out);
            for (const auto& pay : result["one_up"]["pay"]) {
                const bool same = pay["as_of"].get<std::string>().substr(0, 4) == std::to_string(year);
                INFO(pay.dump() << " beside an offer of " << year);
                CHECK((same || pay["less_this_offer"]["total"].is_null()));
            }
            CHECK(result["one_up"]["pay"][0]["less_this_offer"]["total"].is_null() == (published != year));
        }
    }
}
