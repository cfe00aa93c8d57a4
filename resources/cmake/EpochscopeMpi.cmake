# The part of the program that knows MPI: epochscope_mpi.so, which is loaded when mpirun or srun started several processes.
option(EPOCHSCOPE_MPI "Build what shares work out among processes (needs MPI)" OFF)

# epochscope_mpi_module(): adds the target epochscope_mpi where it is wanted.
function(epochscope_mpi_module)
    if(NOT EPOCHSCOPE_MPI)
        return()
    endif()
    set(MPI_CXX_SKIP_MPICXX TRUE)
    find_package(MPI REQUIRED COMPONENTS CXX)
    add_library(epochscope_mpi MODULE "${PROJECT_SOURCE_DIR}/src/mpi/mpi_module.cpp")
    target_compile_options(epochscope_mpi PRIVATE -Wall -Wextra "$<$<BOOL:${EPOCHSCOPE_WERROR}>:-Werror>" -fvisibility=hidden)
    target_include_directories(epochscope_mpi PRIVATE "${PROJECT_SOURCE_DIR}/include")
    target_link_libraries(epochscope_mpi PRIVATE MPI::MPI_CXX)
    # Installed, it still finds an MPI of the cluster's own.
    set_target_properties(epochscope_mpi PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}"
        INSTALL_RPATH_USE_LINK_PATH ON)
endfunction()
