#pragma once

#include <cstddef>

namespace epochscope {

/// Guards a mapping of a file against SIGBUS. If the file becomes shorter or unreadable, lost bytes
/// read as zeros, and the guard is broken.
class MappingGuard {
  public:
    /// Enough for four arrays at each of 10,000 epochs, and below Linux's limit of mappings.
    static constexpr std::size_t max_mappings = 49'152;

    /// Throws Error if more than max_mappings are guarded.
    MappingGuard(const void* begin, std::size_t size);
    ~MappingGuard();
    MappingGuard(const MappingGuard&) = delete;
    MappingGuard& operator=(const MappingGuard&) = delete;

    [[nodiscard]] bool is_broken() const;

  private:
    std::size_t slot_;
};

}  // namespace epochscope
