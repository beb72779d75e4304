# The extension: thethuc-VERSION-PLATFORM.oxt, from a staging folder `oxt` in the build folder. The command line
# reads rulesets and messages from the same staging folder, so both always agree.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    set(THETHUC_PLATFORM linux-x86_64)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
    set(THETHUC_PLATFORM linux-aarch64)
else()
    string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" THETHUC_PLATFORM)
endif()
set(THETHUC_OXT ${CMAKE_BINARY_DIR}/thethuc-${PROJECT_VERSION}-${THETHUC_PLATFORM}.oxt)
set(THETHUC_STAGE ${CMAKE_BINARY_DIR}/oxt)

file(GLOB_RECURSE oxt_inputs CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/extension/* ${CMAKE_SOURCE_DIR}/registry/* ${CMAKE_SOURCE_DIR}/templates/*)
add_custom_command(OUTPUT ${THETHUC_OXT}
    COMMAND ${CMAKE_COMMAND}
        -D SOURCE=${CMAKE_SOURCE_DIR} -D STAGE=${THETHUC_STAGE} -D OXT=${THETHUC_OXT}
        -D LIBRARY=$<TARGET_FILE:thethuc_uno> -D TYPES=${UNO_OWN_TYPES} -D STRIP=${CMAKE_STRIP}
        -D VERSION=${PROJECT_VERSION} -D PLATFORM=${THETHUC_PLATFORM} -D SANITIZE=${THETHUC_SANITIZE}
        -P ${CMAKE_SOURCE_DIR}/tools/cmake/PackOxt.cmake
    DEPENDS ${oxt_inputs} ${UNO_OWN_TYPES} thethuc_uno ${CMAKE_SOURCE_DIR}/tools/cmake/PackOxt.cmake
    COMMENT "Extension thethuc-${PROJECT_VERSION}-${THETHUC_PLATFORM}.oxt"
    VERBATIM)
add_custom_target(oxt ALL DEPENDS ${THETHUC_OXT})
