# Everything comes from the system; the build downloads nothing.

find_package(tomlplusplus REQUIRED)
find_package(date REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(Boost REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET GLOBAL libutf8proc)
# For our own programs its archive where there is one: a library less to load
# is a tenth of a millisecond of each start. What is installed asks for the
# system's.
find_library(OFFERKIT_UTF8PROC_ARCHIVE NAMES libutf8proc.a HINTS ${utf8proc_LIBRARY_DIRS})
mark_as_advanced(OFFERKIT_UTF8PROC_ARCHIVE)
add_library(offerkit_utf8proc INTERFACE)
if(OFFERKIT_UTF8PROC_ARCHIVE AND NOT BUILD_SHARED_LIBS)
    target_include_directories(offerkit_utf8proc SYSTEM INTERFACE ${utf8proc_INCLUDE_DIRS})
    target_link_libraries(offerkit_utf8proc INTERFACE "${OFFERKIT_UTF8PROC_ARCHIVE}")
else()
    target_link_libraries(offerkit_utf8proc INTERFACE PkgConfig::utf8proc)
endif()

# Workbooks (--format xlsx) are optional: without the library the program says
# so. It is loaded when it is needed, under the name of the version found here.
option(OFFERKIT_XLSX "Write workbooks, with libxlsxwriter where it is found" ON)
unset(OFFERKIT_XLSX_SONAME)
if(OFFERKIT_XLSX AND OFFERKIT_STATIC)
    include(cmake/static_xlsxwriter.cmake)
elseif(OFFERKIT_XLSX)
    pkg_check_modules(xlsxwriter xlsxwriter)
    find_library(OFFERKIT_XLSX_LIBRARY NAMES xlsxwriter HINTS ${xlsxwriter_LIBRARY_DIRS})
    mark_as_advanced(OFFERKIT_XLSX_LIBRARY)
    if(xlsxwriter_FOUND AND OFFERKIT_XLSX_LIBRARY AND CMAKE_READELF)
        execute_process(COMMAND "${CMAKE_READELF}" -d "${OFFERKIT_XLSX_LIBRARY}" OUTPUT_VARIABLE offerkit_dynamic)
        if(offerkit_dynamic MATCHES "SONAME[^[]*\\[([^]]+)\\]")
            set(OFFERKIT_XLSX_SONAME "${CMAKE_MATCH_1}")
        endif()
    endif()
endif()

# toml++ compiled into our own files asserts on some malformed input; the
# compiled library reports it. So the shared library it is, and nothing else.
get_target_property(offerkit_toml_type tomlplusplus::tomlplusplus TYPE)
if(offerkit_toml_type STREQUAL "INTERFACE_LIBRARY")
    get_target_property(offerkit_toml_defs tomlplusplus::tomlplusplus INTERFACE_COMPILE_DEFINITIONS)
    get_target_property(offerkit_toml_opts tomlplusplus::tomlplusplus INTERFACE_COMPILE_OPTIONS)
    if(NOT "${offerkit_toml_defs};${offerkit_toml_opts}" MATCHES "TOML_HEADER_ONLY=0")
        message(FATAL_ERROR
            "offerkit needs toml++ as a compiled library; this one is header-only. "
            "On Debian it is the package libtomlplusplus-dev.")
    endif()
endif()

set(offerkit_toml tomlplusplus::tomlplusplus)
if(OFFERKIT_STATIC)
    # Distributions have no archive of it: one unit of ours, built as their library is.
    add_library(offerkit_toml STATIC "${PROJECT_SOURCE_DIR}/cmake/toml_implementation.cpp")
    target_compile_definitions(offerkit_toml PUBLIC TOML_HEADER_ONLY=0 PRIVATE TOML_IMPLEMENTATION NDEBUG)
    target_include_directories(offerkit_toml SYSTEM PUBLIC
        "$<TARGET_PROPERTY:tomlplusplus::tomlplusplus,INTERFACE_INCLUDE_DIRECTORIES>")
    target_link_libraries(offerkit_toml PRIVATE offerkit_options)
    set(offerkit_toml "$<INSTALL_INTERFACE:tomlplusplus::tomlplusplus>" "$<BUILD_INTERFACE:offerkit_toml>")
endif()

if(OFFERKIT_PYTHON)
    find_package(Python 3.9 REQUIRED COMPONENTS Interpreter Development.Module)
    find_package(pybind11 2.10 REQUIRED)
endif()
