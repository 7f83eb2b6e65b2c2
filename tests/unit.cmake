# All tests written in C++ are one program; ctest runs it once for each file of
# tests, so that files run side by side and a failure names its file.

find_package(Catch2 2 REQUIRED)
find_package(rapidcheck REQUIRED)
pkg_check_modules(libical REQUIRED IMPORTED_TARGET libical)
foreach(target IN ITEMS Catch2::Catch2 nlohmann_json::nlohmann_json rapidcheck_catch)
    # rapidcheck has no namespace: were it missing, CMake would only notice at link time.
    if(NOT TARGET ${target})
        message(FATAL_ERROR "The tests need the library behind ${target}")
    endif()
endforeach()

file(GLOB_RECURSE offerkit_test_files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp")
file(GLOB offerkit_support_files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/support/*.cpp")
list(FILTER offerkit_support_files EXCLUDE REGEX "_test\\.cpp$")
if(OFFERKIT_SANITIZERS STREQUAL "thread")
    # It looks for one thing, in what several threads may use.
    list(FILTER offerkit_test_files INCLUDE REGEX "/threads/")
endif()

add_executable(offerkit_tests ${offerkit_test_files} ${offerkit_support_files})
add_dependencies(offerkit_tests offerkit_cli)
target_include_directories(offerkit_tests PRIVATE
    "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(offerkit_tests PRIVATE
    offerkit_whole
    Catch2::Catch2
    nlohmann_json::nlohmann_json
    rapidcheck_catch
    PkgConfig::libical
    Boost::headers
    fmt::fmt-header-only
    offerkit_options
    offerkit_warnings
    util)
if(TARGET offerkit_cli_parts)
    target_link_libraries(offerkit_tests PRIVATE offerkit_cli_parts)
endif()
# Where the tests find the program, their data and a place to write. Only the
# support files see these, so that the paths are not spread over the tests.
set_source_files_properties(${offerkit_support_files} PROPERTIES COMPILE_DEFINITIONS
    "OFFERKIT_PROGRAM=\"$<TARGET_FILE:offerkit_cli>\";OFFERKIT_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";OFFERKIT_SCRATCH_DIR=\"${PROJECT_BINARY_DIR}/scratch\"")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/scratch")

if(OFFERKIT_SANITIZERS)
    # What they test is worth optimizing, and they are not.
    target_compile_options(offerkit_tests PRIVATE -O0)
endif()

target_precompile_headers(offerkit_tests PRIVATE
    "${CMAKE_CURRENT_SOURCE_DIR}/support/catch.hpp" <rapidcheck.h>)
# main.cpp includes Catch2 in another mode than everybody else.
set_source_files_properties("${CMAKE_CURRENT_SOURCE_DIR}/support/main.cpp" PROPERTIES
    SKIP_PRECOMPILE_HEADERS ON)

foreach(file IN LISTS offerkit_test_files)
    cmake_path(GET file STEM stem)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE relative)
    cmake_path(GET relative PARENT_PATH storey)
    string(REGEX REPLACE "_test$" "" topic "${stem}")
    add_test(NAME "${storey}/${topic}"
        COMMAND offerkit_tests "[#${storey}/${topic}]" --warn NoTests --use-colour no
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties("${storey}/${topic}" PROPERTIES
        LABELS "unit;${storey}" TIMEOUT 300
        # Random cases are the same in every run of ctest; the program by itself draws new ones.
        ENVIRONMENT "TZ=Pacific/Kiritimati;LC_ALL=C.UTF-8;RC_PARAMS=seed=20260120")
endforeach()
