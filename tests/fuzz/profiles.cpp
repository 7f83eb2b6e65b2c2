// The kind of a profile on the first line, then any bytes as its file, in a folder of one's own. What is read is used
// where an offer can name it.

#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/tax/form.hpp>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

namespace {

namespace fs = std::filesystem;
using namespace offerkit;

/// A folder in memory where there is one, and gone at the end.
class OwnFolder {
public:
    OwnFolder() {
        std::string pattern = (fs::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") + std::string{"/offerkit-XXXXXX"};
        holds(::mkdtemp(pattern.data()) != nullptr, "a folder can be made");
        path_ = pattern;
        for (const auto kind : model::profile_kinds()) {
            fs::create_directory(path_ / kind);
        }
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    ~OwnFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

bool read(const file::ProfileStore& store, std::string_view kind, const file::Naming& naming) {
    const std::string id = "mine";
    if (kind == "vesting") {
        return store.vesting(id, naming).has_value();
    }
    if (kind == "ladders") {
        return store.ladder(id, naming).has_value();
    }
    if (kind == "market") {
        return store.market(id, naming).has_value();
    }
    if (kind == "bands") {
        return store.band(id, naming).has_value();
    }
    if (kind == "companies") {
        return store.company(id, naming).has_value();
    }
    if (kind == "claims") {
        return store.claims(id, naming).has_value();
    }
    if (kind == "negotiation") {
        return store.negotiation(id, naming).has_value();
    }
    if (kind == "stocks") {
        return store.stocks(id, naming).has_value();
    }
    if (kind == "exits") {
        return store.exits(id, naming).has_value();
    }
    if (kind == "places") {
        return store.place(id, naming).has_value();
    }
    if (kind == "taxes") {
        return store.tax_form(id, naming).has_value();
    }
    if (kind == "priorities") {
        return store.priorities(id, naming, *quantity::Currency::of("USD")).has_value();
    }
    return store.header(kind, id, naming).has_value();
}

}  // namespace

void profiles(std::string_view input) {
    static const OwnFolder folder;
    const std::size_t end = std::min(input.find('\n'), input.size());
    const auto kinds = model::profile_kinds();
    const auto named = std::find(kinds.begin(), kinds.end(), input.substr(0, end));
    const std::string kind{named != kinds.end() ? *named : kinds[hash_of(input) % kinds.size()]};
    const fs::path path = folder.path() / kind / "mine.toml";
    std::ofstream{path, std::ios::binary} << input.substr(std::min(end + 1, input.size()));

    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const file::ProfileStore store{{folder.path().string()}};
    const bool is_read = read(store, kind, {sources, problems, {}, {}});
    check_problems(problems, sources);
    holds(is_read || problems.has_errors(), "a profile is read or refused with a reason");

    static const auto vest =
        invocation_of({"vest", "a.toml", "--as-of", "2026-06-15", "--profiles", folder.path().string()});
    static const auto compare = invocation_of({"compare", "a.toml", "b.toml", "--priorities", "mine", "--as-of",
                                               "2026-06-15", "--profiles", folder.path().string()});
    static const auto levels =
        invocation_of({"levels", "--ladder", "mine", "--profiles", folder.path().string(), "L4"});
    static const auto list = invocation_of({"profiles", "--profiles", folder.path().string()});
    Files files = sound_files();
    const auto& look = looks()[hash_of(input) % looks().size()];
    if (kind == "vesting") {
        std::string& text = files["a.toml"];
        text.replace(text.find("\"standard\""), std::string_view{"\"standard\""}.size(), "\"mine\"");
        run_with_look(vest, look, files);
    } else if (kind == "priorities") {
        run_with_look(compare, look, files);
    } else if (kind == "ladders") {
        run_with_look(levels, look, files);
    }
    if (thorough()) {
        run_with_look(list, look, files);
    }
    fs::remove(path);
}

}  // namespace fuzz
