// Offers are nobody's business: the program has no way to send them anywhere.

#include <elf.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/render/xlsx.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"
#include "support/shell.hpp"

namespace {

/// What a program asks the system's loader for: names of functions that other libraries give it, and those libraries.
struct Imports {
    std::vector<std::string> functions{};
    std::vector<std::string> libraries{};
};

template <class T>
T part(const std::string& image, std::size_t offset) {
    REQUIRE(offset + sizeof(T) <= image.size());
    T value;
    std::memcpy(&value, image.data() + offset, sizeof value);
    return value;
}

Imports imports_of(const std::string& image) {
    REQUIRE(image.starts_with(ELFMAG));
    REQUIRE(image[EI_CLASS] == ELFCLASS64);
    const auto header = part<Elf64_Ehdr>(image, 0);
    const auto section = [&](std::size_t index) {
        return part<Elf64_Shdr>(image, header.e_shoff + index * header.e_shentsize);
    };
    Imports imports;
    for (std::size_t i = 0; i < header.e_shnum; ++i) {
        const auto table = section(i);
        if (table.sh_type != SHT_DYNSYM && table.sh_type != SHT_DYNAMIC) {
            continue;
        }
        const auto names = section(table.sh_link);
        const auto name = [&](std::size_t at) { return std::string{image.c_str() + names.sh_offset + at}; };
        for (std::size_t at = table.sh_offset; at < table.sh_offset + table.sh_size; at += table.sh_entsize) {
            if (table.sh_type == SHT_DYNAMIC) {
                const auto entry = part<Elf64_Dyn>(image, at);
                if (entry.d_tag == DT_NEEDED) {
                    imports.libraries.push_back(name(entry.d_un.d_val));
                }
            } else if (const auto symbol = part<Elf64_Sym>(image, at); symbol.st_shndx == SHN_UNDEF) {
                imports.functions.push_back(name(symbol.st_name));
            }
        }
    }
    return imports;
}

constexpr std::array<std::string_view, 8> known_libraries{
    "libtomlplusplus.so", "libutf8proc.so", "libstdc++.so", "libm.so",
    "libgcc_s.so",        "libc.so",        "ld-linux",     "linux-vdso.so"};

/// What the workbook library brings along. Its ciphers are for workbooks with a password, of which there are none here.
constexpr std::array<std::string_view, 4> workbook_libraries{"libxlsxwriter.so", "libminizip.so", "libcrypto.so",
                                                             "libz.so"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view file) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return file.starts_with(name); });
}

/// The files that the system's loader maps for a command, libraries of libraries and those that are loaded late
/// included.
std::vector<std::string> loaded_by(const std::string& command) {
    std::vector<std::string> names;
    std::istringstream told{
        support::shell("LD_DEBUG=files " + command + " 2>&1 >/dev/null", support::source_path("")).text};
    for (std::string line; std::getline(told, line);) {
        constexpr std::string_view mark = "calling init: ";
        if (const auto at = line.find(mark); at != std::string::npos) {
            const std::string path = line.substr(at + mark.size());
            names.push_back(path.substr(path.find_last_of('/') + 1));
        }
    }
    return names;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("the program imports nothing that reaches a network or starts another program") {
    const Imports imports = imports_of(support::read_file(support::program()));
    const auto sanitized = [](const std::string& function) {
        return function.starts_with("__asan_") || function.starts_with("__ubsan_");
    };
    if (std::any_of(imports.functions.begin(), imports.functions.end(), sanitized) ||
        contains(imports.libraries, "libasan.so.8")) {
        WARN("a sanitizer brings imports of its own");
        return;
    }
    REQUIRE_FALSE(imports.functions.empty());
    for (const char* function :
         {"socket",    "socketpair",  "connect",     "bind",          "listen",          "accept",
          "accept4",   "send",        "sendto",      "sendmsg",       "sendmmsg",        "recv",
          "recvfrom",  "recvmsg",     "getaddrinfo", "gethostbyname", "gethostbyname_r", "getnameinfo",
          "res_query", "__res_query", "syscall",     "system",        "popen",           "fork",
          "vfork",     "clone",       "execve",      "execv",         "execvp",          "execl",
          "execlp",    "posix_spawn", "posix_spawnp"}) {
        INFO("the program imports " << function);
        CHECK_FALSE(contains(imports.functions, function));
    }
    // Nor does a library that could do it on its behalf: all there are parse TOML, know Unicode, or are the
    // language's.
    for (const auto& library : imports.libraries) {
        INFO("the program is linked to " << library);
        CHECK(is_one_of(known_libraries, library));
    }
}

TEST_CASE("no library is loaded but those of the program, and those of workbooks for a workbook alone") {
    const std::string compare = "offerkit compare examples/three-offers/*.toml --as-of 2026-01-20";
    const auto usual = loaded_by(compare);
    if (std::any_of(usual.begin(), usual.end(), [](const auto& name) { return name.find("san.so") < name.size(); })) {
        WARN("a sanitizer brings libraries of its own");
        return;
    }
    REQUIRE(contains(usual, "libc.so.6"));
    for (const auto& library : usual) {
        INFO("loaded: " << library);
        CHECK(is_one_of(known_libraries, library));
    }
    const auto workbook = loaded_by(compare + " --format xlsx");
    CHECK(std::any_of(workbook.begin(), workbook.end(), [](const auto& name) {
              return name.starts_with("libxlsxwriter.so");
          }) == offerkit::render::has_xlsx());
    for (const auto& library : workbook) {
        INFO("loaded for a workbook: " << library);
        CHECK((is_one_of(known_libraries, library) || is_one_of(workbook_libraries, library)));
    }
}

TEST_CASE("the program gives the same answer on a machine without any network") {
    const auto top = support::source_path("");
    const std::string compare =
        "offerkit compare examples/three-offers/meta.toml examples/three-offers/google.toml "
        "examples/three-offers/amazon.toml --as-of 2026-01-20";
    const auto usual = support::shell(compare, top);
    CHECK(usual.status == 0);
    REQUIRE_FALSE(usual.text.empty());
    // A network namespace of its own holds no device but a loopback that is down. Where the system does not let one be
    // made, as in some containers, the imports above are the proof.
    if (support::shell("unshare --user --map-root-user --net true", top).status != 0) {
        WARN("network namespaces are not allowed here");
        return;
    }
    const auto alone = support::shell("unshare --user --map-root-user --net " + compare, top);
    CHECK(alone.status == 0);
    CHECK(alone.text == usual.text);
}
