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
                                                            const ViewState& view, Size landscape,
                                                            int threads, std::size_t steps) {
    if (!shows_landscape(dataset, view.style))
        return view.style.background ? dataset.backgrounds : nullptr;
    std::vector<Colour> colours = colours_in(view, dataset.series.classes());
    if (steps == 1)
        return backgrounds_of(dataset.landscape, std::move(colours), landscape, threads);
    return backgrounds_between(dataset.landscape, std::move(colours), landscape, steps, threads);
}

std::vector<Colour> colours_in(const ViewState& view, const Classes& classes) {
    return view.colours.size() == classes.names.size() ? view.colours : colours_of(classes);
}

}  // namespace epochscope
