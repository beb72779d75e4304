# utf8proc as a static library: the extension must not depend on a package of the user's machine.
find_path(UTF8PROC_INCLUDE_DIR utf8proc.h)
find_library(UTF8PROC_LIBRARY NAMES libutf8proc.a)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Utf8proc REQUIRED_VARS UTF8PROC_LIBRARY UTF8PROC_INCLUDE_DIR)
if(Utf8proc_FOUND AND NOT TARGET utf8proc::static)
    add_library(utf8proc::static STATIC IMPORTED)
    set_target_properties(utf8proc::static PROPERTIES
        IMPORTED_LOCATION ${UTF8PROC_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${UTF8PROC_INCLUDE_DIR}
        INTERFACE_COMPILE_DEFINITIONS UTF8PROC_STATIC)
endif()
