#include "analysis/threads.h"
#include "render/bands.h"
#include "render/density_band.h"
#include "render/placed_dots.h"

#include <epochscope/render/density.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>

namespace epochscope {

Image density_image(const Frame& frame, int threads, const std::stop_token& stop) {
    Image image({std::max(frame.size.width, 0), std::max(frame.size.height, 0)});
    if (!frame.density || image.rgba.empty()) return image;
    const DensityLayer& layer = *frame.density;
    const ToneTable tones(layer.full);
    const std::size_t row_bytes = 4 * static_cast<std::size_t>(frame.size.width);
    on_threads(threads, [&] {
        const auto points = bin_points(frame.points, frame.size,
                                       static_cast<float>(DensityBand::margin_of(layer)), stop);
        tbb::parallel_for(std::size_t{0}, band_count(frame.size), [&](std::size_t band) {
            const int top = static_cast<int>(band) * band_height;
            DensityBand density(frame.size.width, top,
                                std::min(top + band_height, frame.size.height), layer,
                                frame.points.stride);
            points.for_each_run(band, [&](auto run) {
                end_if_stopped(stop);
                density.count(run);
            });
            const std::vector<std::uint8_t> rows = density.shown(tones);
            std::copy(rows.begin(), rows.end(),
                      image.rgba.begin() +
                          static_cast<std::ptrdiff_t>(static_cast<std::size_t>(top) * row_bytes));
        });
    });
    return image;
}

}  // namespace epochscope
