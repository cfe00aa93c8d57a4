#pragma once

#include <cstddef>

namespace epochscope {

/// While it lives, a piece of a file mapped for reading may lose the file behind it (which was made
/// shorter, or cannot be read any more): instead of ending the program by SIGBUS, what is lost
/// reads as zeros, and the guard is broken.
class MappingGuard {
  public:
    /// Throws Error where more pieces are mapped than can be watched (4096).
    MappingGuard(const void* begin, std::size_t size);
    ~MappingGuard();
    MappingGuard(const MappingGuard&) = delete;
    MappingGuard& operator=(const MappingGuard&) = delete;

    [[nodiscard]] bool is_broken() const;

  private:
    std::size_t slot_;
};

}  // namespace epochscope
