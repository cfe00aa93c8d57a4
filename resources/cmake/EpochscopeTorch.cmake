# The part of the program that knows libtorch: epochscope_torch.so, which is loaded when a head.pt is read, so that nothing
# else waits for libtorch to start (half a second).
option(EPOCHSCOPE_TORCH "Build the reader of head.pt (needs libtorch)" OFF)

# epochscope_links_torch(TARGET): the target links libtorch. In a function, since libtorch's package sets variables for all
# that is around it.
function(epochscope_links_torch target)
    find_package(Torch QUIET REQUIRED)
    separate_arguments(flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
    target_compile_options(${target} PRIVATE ${flags} -Wall -Wextra "$<$<BOOL:${EPOCHSCOPE_WERROR}>:-Werror>" -fvisibility=hidden)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/include")
    target_include_directories(${target} SYSTEM PRIVATE ${TORCH_INCLUDE_DIRS})
    target_link_libraries(${target} PRIVATE ${TORCH_LIBRARIES} ${CMAKE_DL_LIBS})
    # The newest that all its versions can be read as.
    set_target_properties(${target} PROPERTIES CXX_STANDARD 17)
endfunction()

# epochscope_torch_module(): adds the target epochscope_torch where it is wanted.
function(epochscope_torch_module)
    if(NOT EPOCHSCOPE_TORCH)
        return()
    endif()
    add_library(epochscope_torch MODULE "${PROJECT_SOURCE_DIR}/src/torch/torch_module.cpp")
    epochscope_links_torch(epochscope_torch)
    # Installed, it still finds a libtorch that was unpacked somewhere.
    set_target_properties(epochscope_torch PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}"
        INSTALL_RPATH_USE_LINK_PATH ON)
endfunction()
