# Run by CPack in the folder that becomes the Debian package, before it is packed: what its policy wants otherwise than
# `cmake --install` does. Manual pages and changelogs are compressed, the licence is named as Debian names it.

file(GLOB offerkit_share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr/share")
list(LENGTH offerkit_share found)
if(NOT found EQUAL 1)
    message(FATAL_ERROR "one component was to be packed, and ${found} are in ${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
endif()
set(offerkit_documentation "${offerkit_share}/doc/offerkit")

# Without name and time, so that the same files give the same package.
function(offerkit_compress file)
    execute_process(COMMAND gzip -9n "${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB manuals "${offerkit_share}/man/man*/*.[0-9]")
foreach(manual IN LISTS manuals)
    offerkit_compress("${manual}")
endforeach()

file(READ "${offerkit_documentation}/LICENSE" licence)
file(REMOVE "${offerkit_documentation}/LICENSE")
string(REGEX REPLACE "^MIT License\n\n(Copyright[^\n]*)\n\n" "" terms "${licence}")
set(holders "${CMAKE_MATCH_1}")
string(REGEX REPLACE "^Copyright (\\(c\\) )?" "" holders "${holders}")
string(STRIP "${terms}" terms)
string(REPLACE "\n\n" "\n.\n" terms "${terms}")
string(REPLACE "\n" "\n " terms "${terms}")
file(WRITE "${offerkit_documentation}/copyright"
    "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
    "Upstream-Name: offerkit\n\n"
    "Files: *\n"
    "Copyright: ${holders}\n"
    "License: Expat\n ${terms}\n")

# What changed is in CHANGELOG.md; Debian's own changelog says which version this is.
file(RENAME "${offerkit_documentation}/CHANGELOG.md" "${offerkit_documentation}/changelog")
offerkit_compress("${offerkit_documentation}/changelog")
set(day_of "-u;-R")
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(day_of "-u;-R;-d;@$ENV{SOURCE_DATE_EPOCH}")
endif()
execute_process(COMMAND date ${day_of} OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
file(WRITE "${offerkit_documentation}/changelog.Debian"
    "offerkit (${CPACK_OFFERKIT_VERSION}) unstable; urgency=medium\n\n"
    "  * Made from the source of this version; changelog.gz says what changed.\n\n"
    " -- ${CPACK_PACKAGE_CONTACT}  ${day}\n")
offerkit_compress("${offerkit_documentation}/changelog.Debian")
