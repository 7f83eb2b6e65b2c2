# The Debian package that `cpack -G DEB` makes of the program, without the library. `./dev package` calls it.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME offerkit)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "what a job offer is worth, when, and how sure that is")
set(CPACK_DEBIAN_OFFERKIT_PROGRAM_PACKAGE_SYNOPSIS "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}")
set(CPACK_DEBIAN_OFFERKIT_PROGRAM_DESCRIPTION
    "offerkit reads job offers from plain text files and says what each pays, when,
by whose definition, and how certain it is: vesting, taxes, uncertain share
prices, leaving, deciding and negotiating. It works offline and counts every
share and every cent by rules that can be looked up.")

# A build on the way to a release is older than the release.
string(REPLACE "-dev" "~dev" offerkit_debian_version "${offerkit_release}")
set(CPACK_DEBIAN_PACKAGE_VERSION "${offerkit_debian_version}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(OFFERKIT_MAINTAINER "offerkit contributors <offerkit@example.org>" CACHE STRING
    "Who makes the Debian package: a name and an address")
set(CPACK_PACKAGE_CONTACT "${OFFERKIT_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded for a workbook alone, so no tool sees that it is used: libxlsxwriter.so.4 is in libxlsxwriter4.
if(OFFERKIT_XLSX_SONAME)
    string(REPLACE ".so." "" CPACK_DEBIAN_OFFERKIT_PROGRAM_PACKAGE_RECOMMENDS "${OFFERKIT_XLSX_SONAME}")
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# One package, of the program's component alone.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_OFFERKIT_PROGRAM_PACKAGE_NAME offerkit)
set(CPACK_COMPONENTS_ALL offerkit_program)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR OFF)

# Files that Debian wants otherwise than an installation from source lays them down.
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian_files.cmake")
set(CPACK_OFFERKIT_SOURCE "${PROJECT_SOURCE_DIR}")
set(CPACK_OFFERKIT_VERSION "${offerkit_debian_version}-1")

include(CPack)
