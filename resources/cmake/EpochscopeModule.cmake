# How every part of the project is built, and the one function that makes a module of a folder.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# The interface library that every target of ours links: warnings, sanitizers, include folders.
add_library(epochscope_options INTERFACE)
target_include_directories(epochscope_options INTERFACE "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
target_compile_options(epochscope_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Werror)
if(EPOCHSCOPE_SANITIZE)
    target_compile_options(epochscope_options INTERFACE
        -fsanitize=${EPOCHSCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(epochscope_options INTERFACE -fsanitize=${EPOCHSCOPE_SANITIZE})
endif()
if(EPOCHSCOPE_FUZZ)
    target_compile_options(epochscope_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# epochscope_module(NAME DEPENDS targets...): the static library epochscope::NAME from src/NAME and
# include/epochscope/NAME. What it links is what the architecture allows it to see.
function(epochscope_module name)
    cmake_parse_arguments(MODULE "" "" "PUBLIC;PRIVATE;EXCLUDE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp"
        "${PROJECT_SOURCE_DIR}/src/${name}/*.h"
        "${PROJECT_SOURCE_DIR}/include/epochscope/${name}/*.h")
    foreach(file IN LISTS MODULE_EXCLUDE)
        list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/src/${name}/${file}")
    endforeach()
    add_library(epochscope_${name} STATIC ${sources})
    add_library(epochscope::${name} ALIAS epochscope_${name})
    target_link_libraries(epochscope_${name}
        PUBLIC ${MODULE_PUBLIC} PRIVATE epochscope_options ${MODULE_PRIVATE})
    target_include_directories(epochscope_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
endfunction()
