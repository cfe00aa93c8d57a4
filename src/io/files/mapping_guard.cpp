#include "io/files/mapping_guard.h"

#include <epochscope/model/error.h>

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace epochscope {

namespace {

/// A guarded mapping; free if not `taken`, unknown to the handler while `end` is 0.
struct Slot {
    std::atomic<bool> taken{false};
    std::atomic<std::uintptr_t> begin{0};
    std::atomic<std::uintptr_t> end{0};
    std::atomic<bool> broken{false};
};

/// The state of the signal handler. A handler belongs to the process, and may neither lock nor
/// allocate: hence a fixed table of atomics.
struct Watch {
    std::array<Slot, MappingGuard::max_mappings> slots;
    /// Where a free slot is looked for first.
    std::atomic<std::size_t> next{0};
    struct sigaction before {};
};

Watch& watch() {
    static Watch the_watch;
    return the_watch;
}

/// Maps zeros from the page of this address to the end of its mapping. False if the address is not
/// guarded.
bool cover(Watch& watched, std::uintptr_t address, std::uintptr_t page) {
    for (Slot& slot : watched.slots) {
        const std::uintptr_t end = slot.end.load(std::memory_order_acquire);
        if (address >= end || address < slot.begin.load(std::memory_order_relaxed)) continue;
        const std::uintptr_t first = address / page * page;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the address is what the system gave.
        void* const covered = reinterpret_cast<void*>(first);
        if (::mmap(covered, end - first, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                   0) == MAP_FAILED)
            return false;
        slot.broken.store(true, std::memory_order_release);
        return true;
    }
    return false;
}

void on_bus_error(int signal, siginfo_t* info, void* /*context*/) {
    const int error = errno;
    Watch& watched = watch();
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const bool by_memory = info->si_code > 0;
    if (!by_memory || !cover(watched, reinterpret_cast<std::uintptr_t>(info->si_addr), page)) {
        // Not ours: restores the previous handler, under which the instruction fails again.
        ::sigaction(signal, &watched.before, nullptr);
        if (!by_memory) ::raise(signal);
    }
    errno = error;
}

void install_handler() {
    struct sigaction action {};
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &watch().before);
}

}  // namespace

MappingGuard::MappingGuard(const void* begin, std::size_t size)
    : slot_(watch().next.load() % max_mappings) {
    static const bool installed = (install_handler(), true);
    static_cast<void>(installed);
    auto& slots = watch().slots;
    for (std::size_t tried = 0; slots[slot_].taken.exchange(true);
         slot_ = (slot_ + 1) % slots.size())
        if (++tried == slots.size())
            throw Error("mapping", "too many files are open at once, expected at most ",
                        slots.size());
    watch().next = slot_ + 1;
    Slot& slot = slots[slot_];
    slot.broken = false;
    slot.begin = reinterpret_cast<std::uintptr_t>(begin);
    slot.end.store(reinterpret_cast<std::uintptr_t>(begin) + size, std::memory_order_release);
}

MappingGuard::~MappingGuard() {
    Slot& slot = watch().slots[slot_];
    slot.end = 0;
    slot.taken = false;
}

bool MappingGuard::is_broken() const { return watch().slots[slot_].broken.load(); }

}  // namespace epochscope
