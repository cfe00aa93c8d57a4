#pragma once

#include <epochscope/render/frame.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// How a number of samples is drawn.
struct Tone {
    /// 0..1.
    float alpha = 0;
    /// The fraction of ink in the colour, 0..1.
    float ink = 0;
};

/// By the formulas of density.h; `samples` is in 2 x 2 pixels.
Tone tone_of(double samples, double full);

/// A lookup table of it.
class ToneTable {
  public:
    explicit ToneTable(double full);
    /// Indexed by quarters of a sample.
    [[nodiscard]] Tone operator()(float quarters) const {
        const auto entry = static_cast<std::size_t>(quarters);
        return entry < tones_.size() ? tones_[entry] : tone_of(double{quarters} / 4, full_);
    }

  private:
    double full_;
    std::vector<Tone> tones_;
};

}  // namespace epochscope
