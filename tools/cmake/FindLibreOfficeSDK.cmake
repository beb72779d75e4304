# Finds LibreOffice and its SDK from one variable, LIBREOFFICE_ROOT. Gives
#   LibreOffice::uno   headers, defines and libraries; targets that use it depend on uno_headers
#   UNO_OWN_TYPES      our own type library (from idl/), empty while idl/ is
#   LIBREOFFICE_PROGRAM, UNO_TYPES
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
    file(MAKE_DIRECTORY ${UNO_GENERATED})
    add_custom_command(OUTPUT ${UNO_GENERATED}/office.stamp
        COMMAND ${CMAKE_COMMAND} -E make_directory ${UNO_GENERATED}
        COMMAND ${CPPUMAKER} -Gc -O${UNO_GENERATED} ${UNO_TYPES}
        COMMAND ${CMAKE_COMMAND} -E touch ${UNO_GENERATED}/office.stamp
        DEPENDS ${UNO_TYPES}
        COMMENT "C++ headers of the office's types")

    # our own types
    file(GLOB_RECURSE idl_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/idl/*.idl)
    set(UNO_OWN_TYPES "")
    set(own_stamp "")
    if(idl_files)
        set(UNO_OWN_TYPES ${CMAKE_BINARY_DIR}/thethuc.rdb)
        set(own_stamp ${UNO_GENERATED}/own.stamp)
        add_custom_command(OUTPUT ${UNO_OWN_TYPES}
            COMMAND ${UNOIDL_WRITE} ${UNO_TYPES} ${CMAKE_SOURCE_DIR}/idl ${UNO_OWN_TYPES}
            DEPENDS ${UNO_TYPES} ${idl_files}
            COMMENT "Type library thethuc.rdb")
        set(own_x "")
        foreach(types ${UNO_TYPES})
            list(APPEND own_x -X${types})
        endforeach()
        add_custom_command(OUTPUT ${own_stamp}
            COMMAND ${CPPUMAKER} -Gc -nD -O${UNO_GENERATED} "-Tvn.thethuc.*" ${UNO_OWN_TYPES} ${own_x}
            COMMAND ${CMAKE_COMMAND} -E touch ${own_stamp}
            DEPENDS ${UNO_OWN_TYPES} ${UNO_GENERATED}/office.stamp
            COMMENT "C++ headers of our own types"
            VERBATIM)
    endif()
    add_custom_target(uno_headers DEPENDS ${UNO_GENERATED}/office.stamp ${own_stamp})

    add_library(LibreOffice::uno INTERFACE IMPORTED)
    target_include_directories(LibreOffice::uno SYSTEM INTERFACE ${LIBREOFFICE_INCLUDE_DIR} ${UNO_GENERATED})
    target_compile_definitions(LibreOffice::uno INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
    target_link_directories(LibreOffice::uno INTERFACE ${LIBREOFFICE_SDK}/lib)
    target_link_libraries(LibreOffice::uno INTERFACE uno_cppuhelpergcc3 uno_cppu uno_salhelpergcc3 uno_sal)
endif()
