#include <epochscope/mpi/mpi_interface.h>

#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace {

/// MPI counts bytes in an int.
constexpr std::size_t most_at_once = std::size_t{1} << 30U;

/// Looks whether it is done until it is, with `rest()` between.
template <typename Rest>
bool is_done(MPI_Request request, const EpochscopeMpiWait& wait, const Rest& rest) {
    while (true) {
        int done = 0;
        MPI_Test(&request, &done, MPI_STATUS_IGNORE);
        if (done != 0) return true;
        if (wait.is_over(wait.context)) return false;
        rest();
    }
}

/// Begins and ends the transfer of one part after another: begin(first byte, bytes, request).
template <typename Begin>
bool by_parts(std::size_t size, const EpochscopeMpiWait& wait, const Begin& begin) {
    for (std::size_t first = 0; first < size; first += most_at_once) {
        MPI_Request request = MPI_REQUEST_NULL;
        begin(first, static_cast<int>(std::min(most_at_once, size - first)), &request);
        // Each look moves a piece of what is on its way.
        if (!is_done(request, wait, [] { std::this_thread::yield(); })) return false;
    }
    return true;
}

void join(std::size_t* rank, std::size_t* size) {
    int had = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &had);
    int number = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &number);
    *rank = static_cast<std::size_t>(number);
    MPI_Comm_size(MPI_COMM_WORLD, &number);
    *size = static_cast<std::size_t>(number);
}

bool meet(EpochscopeMpiWait wait) {
    // MPI would wait with a core at full load, which a rank that works needs where they share one.
    constexpr std::chrono::microseconds longest(500);
    std::chrono::microseconds time(1);
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Ibarrier(MPI_COMM_WORLD, &request);
    return is_done(request, wait, [&] {
        std::this_thread::sleep_for(time);
        time = std::min(2 * time, longest);
    });
}

bool send(std::size_t to, const void* bytes, std::size_t size, EpochscopeMpiWait wait) {
    return by_parts(size, wait, [&](std::size_t first, int count, MPI_Request* request) {
        MPI_Isend(static_cast<const char*>(bytes) + first, count, MPI_BYTE, static_cast<int>(to), 0,
                  MPI_COMM_WORLD, request);
    });
}

bool receive(std::size_t from, void* bytes, std::size_t size, EpochscopeMpiWait wait) {
    return by_parts(size, wait, [&](std::size_t first, int count, MPI_Request* request) {
        MPI_Irecv(static_cast<char*>(bytes) + first, count, MPI_BYTE, static_cast<int>(from), 0,
                  MPI_COMM_WORLD, request);
    });
}

bool broadcast(std::size_t from, void* bytes, std::size_t size, EpochscopeMpiWait wait) {
    return by_parts(size, wait, [&](std::size_t first, int count, MPI_Request* request) {
        MPI_Ibcast(static_cast<char*>(bytes) + first, count, MPI_BYTE, static_cast<int>(from),
                   MPI_COMM_WORLD, request);
    });
}

void leave() { MPI_Finalize(); }

void end_all(int code) { MPI_Abort(MPI_COMM_WORLD, code); }

}  // namespace

extern "C" __attribute__((visibility("default"))) const EpochscopeMpi* epochscope_mpi() {
    static constexpr EpochscopeMpi functions{
        epochscope_mpi_version, join, meet, send, receive, broadcast, leave, end_all};
    return &functions;
}
