# The build of tools/mutate.py, in which one file after the other is compiled with a fault: quickly, and with what
# ./dev test looks for. CMake reads this as CMAKE_PROJECT_offerkit_INCLUDE; it changes no other build.

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g0")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    string(APPEND CMAKE_CXX_FLAGS_DEBUG " -Xclang -fno-pch-timestamp")  # ccache keeps no other
endif()
find_program(OFFERKIT_LINKER NAMES mold ld.lld)
if(OFFERKIT_LINKER)
    cmake_path(GET OFFERKIT_LINKER FILENAME linker)
    string(REPLACE "ld." "" linker "${linker}")
    string(APPEND CMAKE_EXE_LINKER_FLAGS " -fuse-ld=${linker}")
endif()

function(offerkit_compile_fast)
    foreach(target IN ITEMS offerkit offerkit_cli_parts)
        target_precompile_headers(${target} PRIVATE
            <algorithm> <array> <charconv> <cmath> <functional> <limits> <map> <memory> <numeric> <optional> <set> <span>
            <string> <string_view> <tl/expected.hpp> <unordered_map> <utility> <variant> <vector>)
        # What reads beyond an end is seen; warnings are not, since they differ from one compiler to the next.
        target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
        target_compile_options(${target} PRIVATE -w)
    endforeach()
endfunction()
cmake_language(DEFER CALL offerkit_compile_fast)
