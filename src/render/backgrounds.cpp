#include "render/backdrop.h"

#include <epochscope/render/backgrounds.h>
#include <epochscope/render/palette.h>

#include <utility>

namespace epochscope {

bool shows_landscape(const Dataset& dataset, const Style& style) {
    return !dataset.backgrounds && dataset.landscape && style.background && style.landscape;
}

bool shows_between(const Dataset& dataset, const Style& style) {
    return style.landscape_between && shows_landscape(dataset, style) &&
           has_between(*dataset.landscape, dataset.series.epoch_count());
}

std::shared_ptr<const BackgroundSource> backgrounds_to_show(const Dataset& dataset,
                                                            const ViewState& view,
                                                            const Cutout& landscape, int threads,
                                                            std::size_t steps) {
    if (!shows_landscape(dataset, view.style))
        return view.style.background ? dataset.backgrounds : nullptr;
    std::vector<Colour> colours = colours_in(view, dataset.series.classes());
    if (steps == 1)
        return backgrounds_of(dataset.landscape, std::move(colours), landscape, threads);
    return backgrounds_between(dataset.landscape, std::move(colours), landscape, steps, threads);
}

bool paints_parts(const Dataset& dataset, const ViewState& view, const Moment& moment) {
    return shows_landscape(dataset, view.style) && dataset.landscape->is_by_model(moment.from) &&
           dataset.landscape->is_by_model(moment.to);
}

std::optional<Cutout> visible_cutout(const Box& frame, const Camera& camera, Size canvas) {
    const Mapping mapping = mapping_of(camera, frame, canvas);
    const Pixel low = mapping.to_pixel({frame.min.x, frame.max.y});
    const Pixel high = mapping.to_pixel({frame.max.x, frame.min.y});
    const auto [left, right] = centres_within(low.x, high.x, canvas.width);
    const auto [top, bottom] = centres_within(low.y, high.y, canvas.height);
    if (left >= right || top >= bottom) return std::nullopt;
    const auto corner = [&](int column, int row) {
        return mapping.to_plane({static_cast<float>(column), static_cast<float>(row)});
    };
    const Box part{corner(left, bottom), corner(right, top)};
    // The precision limit of positions at high zoom.
    if (!(part.min.x < part.max.x && part.min.y < part.max.y)) return std::nullopt;
    return Cutout({right - left, bottom - top}, part);
}

std::vector<Colour> colours_in(const ViewState& view, const Classes& classes) {
    return view.colours.size() == classes.names.size() ? view.colours : colours_of(classes);
}

}  // namespace epochscope
