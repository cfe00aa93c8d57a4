#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace epochscope {

/// Calls part(index) for all of `count` parts on `threads` threads (0: all), including this one. An
/// exception of a part ends the others and is rethrown.
template <typename Part>
void for_each_task(std::size_t count, unsigned threads, const Part& part) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr error;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) part(i);
        } catch (...) {
            const std::lock_guard lock(mutex);
            error = std::current_exception();
            next = count;
        }
    };
    const std::size_t wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
    {
        std::vector<std::jthread> others;
        try {
            for (std::size_t t = 1; t < wanted && t < count; ++t) others.emplace_back(work);
        } catch (const std::system_error&) {  // Fewer will do.
        }
        work();
    }
    if (error) std::rethrow_exception(error);
}

}  // namespace epochscope
