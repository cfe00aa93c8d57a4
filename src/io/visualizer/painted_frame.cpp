#include "io/visualizer/painted_frame.h"

#include "io/pictures/backgrounds.h"
#include "io/places.h"

#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <optional>
#include <sstream>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The bounding box of all places that are numbers; nothing if there is none.
std::optional<Box> bounding_box(std::span<const Epoch> epochs) {
    // Larger values cannot be scaled in float.
    constexpr float farthest = 1e30F;
    constexpr float nearest = -farthest;
    Box box{{farthest, farthest}, {nearest, nearest}};
    for (const Epoch& epoch : epochs)
        for (const Point position : epoch.positions) {
            if (!std::isfinite(position.x) || !std::isfinite(position.y)) continue;
            const Point point{std::clamp(position.x, nearest, farthest),
                              std::clamp(position.y, nearest, farthest)};
            box.min = {std::min(box.min.x, point.x), std::min(box.min.y, point.y)};
            box.max = {std::max(box.max.x, point.x), std::max(box.max.y, point.y)};
        }
    return box.min.x <= box.max.x ? std::optional(box) : std::nullopt;
}

/// The share of points on the colour of their prediction, with the better orientation; nothing if
/// it is not known.
std::optional<double> best_agreement(const Image& picture, const Classes& classes,
                                     const Epoch& epoch, Box frame) {
    const auto found = agreement_with(picture, classes, epoch.positions, epoch.predictions, frame);
    return found ? std::optional(std::max(found->lower, found->upper)) : std::nullopt;
}

std::string percent(double share) {
    constexpr double whole = 100;
    std::ostringstream text;
    text << std::fixed << std::setprecision(0) << whole * share << " %";
    return text.str();
}

/// The last epoch with a picture and predictions.
std::optional<std::size_t> deciding_epoch(std::span<const Epoch> epochs,
                                          std::span<const fs::path> pictures) {
    for (std::size_t e = epochs.size(); e-- > 0;)
        if (!pictures[e].empty() && !epochs[e].predictions.empty()) return e;
    return std::nullopt;
}

}  // namespace

Box painted_frame(const EpochSeries& series, std::span<const fs::path> pictures,
                  std::vector<std::string>& warnings) {
    constexpr std::size_t parts = 3;
    // Smaller differences of agreement are no evidence against what the generator does.
    constexpr double clearly = 0.01;
    const std::span<const Epoch> epochs = series.epochs();
    const Classes& classes = series.classes();
    const Box around = box_around(series).value_or(default_frame);
    const std::span<const Epoch> later = epochs.subspan(epochs.size() / parts);
    const std::optional<Box> painted = bounding_box(later);
    if (!painted || !(painted->min.x < painted->max.x && painted->min.y < painted->max.y))
        return around;
    std::string evidence = "its agreement with the predictions is not known";
    if (const auto e = deciding_epoch(epochs, pictures)) {
        try {
            const Image picture = read_png(pictures[*e]);
            const auto as_painted = best_agreement(picture, classes, epochs[*e], *painted);
            const auto as_all = best_agreement(picture, classes, epochs[*e], around);
            if (as_painted && as_all) {
                if (*as_all > *as_painted + clearly) return around;
                evidence = percent(*as_painted) +
                           " of the points of the last epoch lie on the colour of their "
                           "prediction, against " +
                           percent(*as_all) + " in the box around all epochs";
            }
        } catch (const Error&) {
            // The warning about a broken picture is that of open_background_files.
            return *painted;
        }
    }
    warnings.push_back("background: taken to cover the box around the places of epochs " +
                       std::to_string(later.front().number) + " to " +
                       std::to_string(later.back().number) +
                       ", which time-travelling-visualizer paints (" + evidence +
                       "); \"frame\" in info.json decides");
    return *painted;
}

}  // namespace epochscope
