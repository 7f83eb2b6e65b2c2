// Offers are nobody's business: the program has no way to send them anywhere.

#include <elf.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

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

constexpr std::array<std::string_view, 9> known_libraries{"libtomlplusplus.so", "libxlsxwriter.so", "libz.so",
                                                          "libutf8proc.so",     "libstdc++.so",     "libm.so",
                                                          "libgcc_s.so",        "libc.so",          "ld-linux"};

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
         {"socket",      "socketpair",    "connect",         "bind",        "listen",      "accept",      "accept4",
          "send",        "sendto",        "sendmsg",         "sendmmsg",    "recv",        "recvfrom",    "recvmsg",
          "getaddrinfo", "gethostbyname", "gethostbyname_r", "getnameinfo", "res_query",   "__res_query", "syscall",
          "dlopen",      "system",        "popen",           "fork",        "vfork",       "clone",       "execve",
          "execv",       "execvp",        "execl",           "execlp",      "posix_spawn", "posix_spawnp"}) {
        INFO("the program imports " << function);
        CHECK_FALSE(contains(imports.functions, function));
    }
    // Nor does a library that could do it on its behalf: all there are parse TOML, write workbooks, know Unicode, or
    // are the language's.
    for (const auto& library : imports.libraries) {
        INFO("the program is linked to " << library);
        const bool known = std::any_of(known_libraries.begin(), known_libraries.end(),
                                       [&](std::string_view name) { return library.starts_with(name); });
        CHECK(known);
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
