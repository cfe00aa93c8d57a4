#include <epochscope/render/backgrounds.h>
#include <epochscope/render/palette.h>

namespace epochscope {

bool shows_landscape(const Dataset& dataset, const Style& style) {
    return !dataset.backgrounds && dataset.landscape && style.background && style.landscape;
}

std::shared_ptr<const BackgroundSource> backgrounds_to_show(const Dataset& dataset,
                                                            const ViewState& view, Size landscape,
                                                            int threads) {
    if (shows_landscape(dataset, view.style))
        return backgrounds_of(dataset.landscape, colours_in(view, dataset.series.classes()),
                              landscape, threads);
    return view.style.background ? dataset.backgrounds : nullptr;
}

std::vector<Colour> colours_in(const ViewState& view, const Classes& classes) {
    return view.colours.size() == classes.names.size() ? view.colours : colours_of(classes);
}

}  // namespace epochscope
