# Finds LibreOffice and its SDK from one variable, LIBREOFFICE_ROOT.
set(LIBREOFFICE_ROOT /usr/lib/libreoffice CACHE PATH "Installation folder of LibreOffice")
set(LIBREOFFICE_PROGRAM ${LIBREOFFICE_ROOT}/program)
set(LIBREOFFICE_SDK ${LIBREOFFICE_ROOT}/sdk)
find_program(CPPUMAKER cppumaker HINTS ${LIBREOFFICE_SDK}/bin NO_DEFAULT_PATH)
find_program(UNOIDL_WRITE unoidl-write HINTS ${LIBREOFFICE_SDK}/bin NO_DEFAULT_PATH)
find_path(LIBREOFFICE_INCLUDE_DIR cppuhelper/implbase1.hxx HINTS ${LIBREOFFICE_SDK}/include /usr/include/libreoffice)
find_library(LIBREOFFICE_SAL uno_sal HINTS ${LIBREOFFICE_SDK}/lib NO_DEFAULT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibreOfficeSDK
    REQUIRED_VARS CPPUMAKER UNOIDL_WRITE LIBREOFFICE_INCLUDE_DIR LIBREOFFICE_SAL)

if(LibreOfficeSDK_FOUND AND NOT TARGET LibreOffice::uno)
    set(UNO_TYPES ${LIBREOFFICE_PROGRAM}/types.rdb ${LIBREOFFICE_PROGRAM}/types/offapi.rdb)
    set(UNO_GENERATED ${CMAKE_BINARY_DIR}/uno-headers)
    add_custom_command(OUTPUT ${UNO_GENERATED}/office.stamp
        COMMAND ${CMAKE_COMMAND} -E make_directory ${UNO_GENERATED}
        COMMAND ${CPPUMAKER} -Gc -O${UNO_GENERATED} ${UNO_TYPES}
        COMMAND ${CMAKE_COMMAND} -E touch ${UNO_GENERATED}/office.stamp
        DEPENDS ${UNO_TYPES}
        COMMENT "C++ headers of the office's types")
    add_custom_target(uno_headers DEPENDS ${UNO_GENERATED}/office.stamp)

    add_library(LibreOffice::uno INTERFACE IMPORTED)
    target_include_directories(LibreOffice::uno SYSTEM INTERFACE ${LIBREOFFICE_INCLUDE_DIR} ${UNO_GENERATED})
    target_compile_definitions(LibreOffice::uno INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
    target_link_directories(LibreOffice::uno INTERFACE ${LIBREOFFICE_SDK}/lib)
    target_link_libraries(LibreOffice::uno INTERFACE uno_cppuhelpergcc3 uno_cppu uno_salhelpergcc3 uno_sal)
endif()
