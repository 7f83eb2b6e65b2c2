# cmake -DSOURCE=<folder> -DVERSION=<x.y.z> -P release_name.cmake, or included with these set
#
# Sets offerkit_release to what `--version` says: the version for a release, and for what is built between two of them
# the release on the way and the commit: 0.2.0-dev+gc0ffee1234. A release is a commit with the tag v<x.y.z>, or a folder
# that is no git tree, as the source archive of a release is. The archive of another commit has its name in the file
# RELEASE. Only the commit counts, so that the same commit gives the same program anywhere.

set(offerkit_release "${VERSION}")
if(EXISTS "${SOURCE}/RELEASE" AND NOT EXISTS "${SOURCE}/.git")
    file(STRINGS "${SOURCE}/RELEASE" offerkit_release LIMIT_COUNT 1 REGEX "^[0-9]+\\.[0-9]+\\.[0-9]+[-+.a-z0-9]*$")
    if(NOT offerkit_release)
        message(FATAL_ERROR "RELEASE holds no version of offerkit")
    endif()
elseif(EXISTS "${SOURCE}/.git")
    find_program(OFFERKIT_GIT git)
    mark_as_advanced(OFFERKIT_GIT)
    set(offerkit_commit "")
    set(offerkit_tags "")
    if(OFFERKIT_GIT)
        execute_process(COMMAND "${OFFERKIT_GIT}" -C "${SOURCE}" rev-parse HEAD
            OUTPUT_VARIABLE offerkit_commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        execute_process(COMMAND "${OFFERKIT_GIT}" -C "${SOURCE}" tag --points-at HEAD
            OUTPUT_VARIABLE offerkit_tags OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        # Another commit configures again, or the name would be that of an older one.
        execute_process(COMMAND "${OFFERKIT_GIT}" -C "${SOURCE}" rev-parse --git-path logs/HEAD
            OUTPUT_VARIABLE offerkit_git_log OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        cmake_path(ABSOLUTE_PATH offerkit_git_log BASE_DIRECTORY "${SOURCE}")
        if(NOT CMAKE_SCRIPT_MODE_FILE AND EXISTS "${offerkit_git_log}" AND NOT IS_DIRECTORY "${offerkit_git_log}")
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${offerkit_git_log}")
        endif()
    endif()
    string(REPLACE "\n" ";" offerkit_tags "${offerkit_tags}")
    list(FIND offerkit_tags "v${VERSION}" offerkit_tag)
    if(offerkit_tag EQUAL -1)
        string(REGEX MATCH "^([0-9]+)\\.([0-9]+)" offerkit_numbers "${VERSION}")
        math(EXPR offerkit_next "${CMAKE_MATCH_2} + 1")
        set(offerkit_release "${CMAKE_MATCH_1}.${offerkit_next}.0-dev")
        if(offerkit_commit MATCHES "^[0-9a-f]+$")
            string(SUBSTRING "${offerkit_commit}" 0 10 offerkit_commit)
            string(APPEND offerkit_release "+g${offerkit_commit}")
        endif()
    endif()
endif()

if(CMAKE_SCRIPT_MODE_FILE)
    execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${offerkit_release}")
endif()
