#pragma once

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace epochscope {

/// While it lives, this thread takes numbers too small to be held in full (below 1e-38) for 0: what
/// a network unlearns ends there, and processors take a hundred times as long for them.
class FlushTiny {
  public:
#if defined(__x86_64__)
    FlushTiny() : kept_(_mm_getcsr()) { _mm_setcsr(kept_ | results | operands); }
    ~FlushTiny() { _mm_setcsr(kept_); }
#else
    FlushTiny() = default;
    ~FlushTiny() = default;
#endif
    FlushTiny(const FlushTiny&) = delete;
    FlushTiny& operator=(const FlushTiny&) = delete;

#if defined(__x86_64__)
  private:
    static constexpr unsigned results = 0x8000;
    static constexpr unsigned operands = 0x0040;
    unsigned kept_;
#endif
};

}  // namespace epochscope
