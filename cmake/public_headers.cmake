# Which headers are installed: those that a program may name, and what they include.

# Sets the variable PUBLIC to the headers under FOLDER that the roots behind (relative to FOLDER) reach through their
# includes, and INTERNAL to the rest of the list HEADERS. A new include counts from the next configuration on.
function(offerkit_public_headers folder headers public internal)
    set(pending ${ARGN})
    set(reached "")
    while(pending)
        list(POP_FRONT pending header)
        if("${folder}/${header}" IN_LIST reached)
            continue()
        endif()
        list(APPEND reached "${folder}/${header}")
        file(STRINGS "${folder}/${header}" lines REGEX "^#include <offerkit/")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^#include <([^>]+)>.*" "\\1" included "${line}")
            list(APPEND pending "${included}")
        endforeach()
    endwhile()
    set(others ${${headers}})
    list(REMOVE_ITEM others ${reached})
    set(${public} ${reached} PARENT_SCOPE)
    set(${internal} ${others} PARENT_SCOPE)
endfunction()
