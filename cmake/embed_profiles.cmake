# cmake -DLIST=<file of paths> -DOUTPUT=<file.cpp> -P embed_profiles.cmake
#
# Writes the profiles as hexadecimal character arrays: no limit on the length
# of a literal, no delimiter that a profile could contain, every byte as it is.
# Everything is constant-initialised, so start-up runs no code for it.

file(STRINGS "${LIST}" paths)

# Order by (kind, id), not by path: '/' sorts after '-', so "a-b/x" and "a/x"
# would come out the wrong way round.
set(keys "")
foreach(path IN LISTS paths)
    cmake_path(GET path STEM id)
    cmake_path(GET path PARENT_PATH folder)
    cmake_path(GET folder FILENAME kind)
    if(NOT kind MATCHES "^[a-z][a-z0-9_-]*$" OR NOT id MATCHES "^[a-z0-9][a-z0-9_-]*$")
        message(FATAL_ERROR "${path}: a profile's folder and name are lower-case words joined by '-' or '_'")
    endif()
    list(APPEND keys "${kind} ${id}")
    set("path_of_${kind} ${id}" "${path}")
endforeach()
list(SORT keys COMPARE STRING)

set(arrays "")
set(rows "")
set(index 0)
foreach(key IN LISTS keys)
    string(REPLACE " " ";" parts "${key}")
    list(GET parts 0 kind)
    list(GET parts 1 id)
    file(READ "${path_of_${key}}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    if(size EQUAL 0)
        message(FATAL_ERROR "${path_of_${key}}: the profile is empty")
    endif()
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char text_${index}[${size}] = {${bytes}};\n")
    string(APPEND rows "    {\"${kind}\", \"${id}\", {text_${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()

set(source "// Generated from profiles/ by cmake/embed_profiles.cmake.\n")
string(APPEND source "#include <offerkit/file/profiles/builtin_profiles.hpp>\n\nnamespace offerkit::file {\nnamespace {\n\n")
if(index EQUAL 0)
    string(APPEND source "}  // namespace\n\nstd::span<const BuiltinProfile> builtin_profiles() {\n    return {};\n}\n")
else()
    string(APPEND source "${arrays}\nconstexpr BuiltinProfile profiles[] = {\n${rows}};\n\n")
    string(APPEND source "}  // namespace\n\nstd::span<const BuiltinProfile> builtin_profiles() {\n    return profiles;\n}\n")
endif()
string(APPEND source "\n}  // namespace offerkit::file\n")

file(WRITE "${OUTPUT}" "${source}")
