#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The samples of an epoch by the pixel of a frame that they lie in, and what those of each pixel
/// vote for together: so it does not matter how many lie in one place.
class VotingCells {
  public:
    /// What the samples of one class in a pixel say: the sum of their confidence.
    struct Vote {
        std::int32_t cls = 0;
        float weight = 0;
    };

    /// With more than most_a_pixel samples a pixel on average, as many of them, evenly chosen.
    VotingCells(const Epoch& epoch, std::size_t classes, const Box& frame, Size size);

    /// How many samples lie in a pixel.
    [[nodiscard]] std::uint32_t count(std::size_t pixel) const { return counts_[pixel]; }
    [[nodiscard]] std::span<const Vote> votes(std::size_t pixel) const {
        return std::span(votes_).subspan(first_[pixel], first_[pixel + 1] - first_[pixel]);
    }

    static constexpr std::size_t most_a_pixel = 2;

  private:
    std::vector<std::uint32_t> counts_;
    /// Where the votes of each pixel begin, and at last where they end.
    std::vector<std::uint32_t> first_;
    std::vector<Vote> votes_;
};

}  // namespace epochscope
