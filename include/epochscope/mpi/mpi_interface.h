#pragma once

#include <cstddef>

/// What `epochscope_mpi.so` and the program have in common: plain C, so that no exception comes
/// across. All functions are called by one thread.
extern "C" {

/// Is asked again and again while a function waits for another process; it gives up when told so.
struct EpochscopeMpiWait {
    bool (*is_over)(const void* context);
    const void* context;
};

struct EpochscopeMpi {
    /// epochscope_mpi_version of what it was built from; says whether the rest can be relied on.
    int version;
    /// Meets the processes that were started together. Once in a process.
    void (*join)(std::size_t* rank, std::size_t* size);
    // False where the wait is over before it is done; nothing but `abort` may be called then.
    /// Waits until all are there, which may take long: what follows is to be quick.
    bool (*meet)(EpochscopeMpiWait wait);
    bool (*send)(std::size_t to, const void* bytes, std::size_t size, EpochscopeMpiWait wait);
    bool (*receive)(std::size_t from, void* bytes, std::size_t size, EpochscopeMpiWait wait);
    /// From one process to all; `size` is the same for all.
    bool (*broadcast)(std::size_t from, void* bytes, std::size_t size, EpochscopeMpiWait wait);
    /// When all have done their work.
    void (*leave)();
    /// Ends all processes with this exit code. Does not return.
    void (*abort)(int code);
};

inline constexpr int epochscope_mpi_version = 1;

/// The one symbol that is looked for.
const EpochscopeMpi* epochscope_mpi();
}
