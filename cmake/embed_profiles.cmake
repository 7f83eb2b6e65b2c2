# cmake -DLIST=<file of paths> -DOUTPUT=<file.cpp> -P embed_profiles.cmake
#
# Writes the profiles as one source file.

include("${CMAKE_CURRENT_LIST_DIR}/byte_array.cmake")

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
    offerkit_byte_array("${path_of_${key}}" ${index} declaration size)
    string(APPEND arrays "${declaration}")
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
