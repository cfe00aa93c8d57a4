#include "cli/failing_calls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>

namespace epochscope::tests {

namespace {

/// Read by the calls below, which every thread may make.
struct Plan {
    std::atomic<bool> is_on{false};
    std::atomic<std::size_t> calls{0};
    std::atomic<std::size_t> at{0};
    std::atomic<int> error{0};
};

Plan& plan() {
    static Plan the_plan;
    return the_plan;
}

/// Counts a call; whether it is the one that fails.
[[maybe_unused]] bool fails(bool can_be_interrupted = false) {
    Plan& now = plan();
    if (!now.is_on || (now.error == EINTR && !can_be_interrupted)) return false;
    if (now.calls++ != now.at) return false;
    errno = now.error;
    return true;
}

[[maybe_unused]] bool is_file(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

template <typename Function>
[[maybe_unused]] Function* real_call(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

FailingCalls::FailingCalls(std::size_t at, int error) {
    plan().calls = 0;
    plan().at = at;
    plan().error = error;
    plan().is_on = true;
}

FailingCalls::~FailingCalls() { plan().is_on = false; }

bool FailingCalls::has_failed() const { return plan().calls > plan().at; }

}  // namespace epochscope::tests

// A program's functions come before those of the libraries that it and they call.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define EPOCHSCOPE_CALLS_MAY_FAIL
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#undef EPOCHSCOPE_CALLS_MAY_FAIL
#endif
#endif
#ifdef EPOCHSCOPE_CALLS_MAY_FAIL
extern "C" {

int open(const char* path, int flags, ...) {
    static auto* const real = epochscope::tests::real_call<int(const char*, int, ...)>("open");
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
        if (epochscope::tests::fails()) return -1;
    }
    return real(path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    static auto* const real =
        epochscope::tests::real_call<ssize_t(int, const void*, size_t)>("write");
    return epochscope::tests::is_file(descriptor) && epochscope::tests::fails(true)
               ? -1
               : real(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
    static auto* const real =
        epochscope::tests::real_call<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return epochscope::tests::fails(true) ? -1 : real(descriptor, bytes, count, at);
}

int fdatasync(int descriptor) {
    static auto* const real = epochscope::tests::real_call<int(int)>("fdatasync");
    return epochscope::tests::fails() ? -1 : real(descriptor);
}

int rename(const char* from, const char* to) noexcept {
    static auto* const real = epochscope::tests::real_call<int(const char*, const char*)>("rename");
    return epochscope::tests::fails() ? -1 : real(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
    static auto* const real = epochscope::tests::real_call<int(const char*, mode_t)>("mkdir");
    return epochscope::tests::fails() ? -1 : real(path, mode);
}
}
#endif
