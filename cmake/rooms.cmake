# A folder compiled as one piece takes a fraction of the time of its files one by one: for what is built whole, as CI
# and the slow runs of ./dev do. A changed file costs its whole folder then, so people work without.

# offerkit_compile_by_room(TARGET [APART REGEX]): what matches is compiled file by file all the same.
function(offerkit_compile_by_room target)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "APART" "")
    get_target_property(sources "${target}" SOURCES)
    foreach(source IN LISTS sources)
        if(NOT source MATCHES "\\.cpp$" OR (room_APART AND source MATCHES "${room_APART}"))
            continue()
        endif()
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
        string(MAKE_C_IDENTIFIER "${folder}" group)
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
    endforeach()
    set_target_properties("${target}" PROPERTIES UNITY_BUILD "${OFFERKIT_COMPILE_BY_ROOM}" UNITY_BUILD_MODE GROUP)
endfunction()
