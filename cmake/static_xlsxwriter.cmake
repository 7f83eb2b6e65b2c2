# libxlsxwriter for a program that needs no shared library. Distributions have no archive of it, so it is compiled here
# from its source, as they compile it: `apt-get source libxlsxwriter` (`./dev package` does that), and the folder in
# OFFERKIT_XLSXWRITER_SOURCE. Without the source the program says that it writes no workbooks.

set(OFFERKIT_XLSXWRITER_SOURCE "" CACHE PATH "The source of libxlsxwriter, for OFFERKIT_STATIC")
find_library(OFFERKIT_ZLIB_ARCHIVE NAMES libz.a)
mark_as_advanced(OFFERKIT_ZLIB_ARCHIVE)

if(OFFERKIT_XLSXWRITER_SOURCE AND OFFERKIT_ZLIB_ARCHIVE)
    enable_language(C)
    set(offerkit_xlsx_source "${OFFERKIT_XLSXWRITER_SOURCE}")
    file(GLOB offerkit_xlsx_files "${offerkit_xlsx_source}/src/*.c")
    if(NOT offerkit_xlsx_files)
        message(FATAL_ERROR "OFFERKIT_XLSXWRITER_SOURCE has no src/*.c: ${offerkit_xlsx_source}")
    endif()
    add_library(offerkit_xlsxwriter STATIC ${offerkit_xlsx_files}
        "${offerkit_xlsx_source}/third_party/md5/md5.c"
        "${offerkit_xlsx_source}/third_party/minizip/ioapi.c"
        "${offerkit_xlsx_source}/third_party/minizip/zip.c")
    target_include_directories(offerkit_xlsxwriter SYSTEM PUBLIC "${offerkit_xlsx_source}/include")
    target_compile_definitions(offerkit_xlsxwriter PRIVATE NOCRYPT NOUNCRYPT USE_STANDARD_TMPFILE)
    target_compile_options(offerkit_xlsxwriter PRIVATE -w)
    target_link_libraries(offerkit_xlsxwriter PUBLIC "${OFFERKIT_ZLIB_ARCHIVE}")
else()
    message(STATUS "No workbooks: OFFERKIT_XLSXWRITER_SOURCE names no source of libxlsxwriter")
endif()
