#include <epochscope/mpi/mpi_interface.h>

#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace {

/// MPI counts bytes in an int.
constexpr std::size_t most_at_once = std::size_t{1} << 30U;

/// MPI would wait with a core at full load; a rank that works needs it where they share one.
bool is_done(MPI_Request request, const EpochscopeMpiWait& wait) {
    constexpr int looks_without_rest = 200;
    constexpr std::chrono::microseconds longest_rest(500);
    std::chrono::microseconds rest(5);
    for (int looks = 0;; ++looks) {
        int done = 0;
        MPI_Test(&request, &done, MPI_STATUS_IGNORE);
        if (done != 0) return true;
        if (wait.is_over(wait.context)) return false;
        if (looks < looks_without_rest) continue;
        std::this_thread::sleep_for(rest);
        rest = std::min(2 * rest, longest_rest);
    }
}

/// Begins and ends the transfer of one part after another: begin(first byte, bytes, request).
template <typename Begin>
bool by_parts(std::size_t size, const EpochscopeMpiWait& wait, const Begin& begin) {
    for (std::size_t first = 0; first < size; first += most_at_once) {
        MPI_Request request = MPI_REQUEST_NULL;
        begin(first, static_cast<int>(std::min(most_at_once, size - first)), &request);
        if (!is_done(request, wait)) return false;
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
        epochscope_mpi_version, join, send, receive, broadcast, leave, end_all};
    return &functions;
}
