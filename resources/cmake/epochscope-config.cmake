# find_package(epochscope): epochscope::opening opens folders, epochscope::export writes pictures; src/README.md has the others.
include(CMakeFindDependencyMacro)
foreach(dependency IN ITEMS Threads TBB hwy simdjson Protobuf SQLite3 ZLIB)
    find_dependency(${dependency})
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/epochscope-targets.cmake")
