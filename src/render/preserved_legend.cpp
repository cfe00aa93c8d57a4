#include "render/preserved_legend.h"

#include "render/legend_bar.h"

#include <epochscope/render/preserved_colours.h>

namespace epochscope {

void add_preserved_legend(const Scene& scene, Frame& frame) {
    if (!scene.is_by_preserved() || !LegendBar::has_room(scene)) return;
    // Beside the density legend, if there is one.
    const LegendBar bar(scene, frame.density ? 1 : 0);
    bar.add_title("Neighbours kept", frame);
    bar.add_rows([](double way) { return preserved_colour(way); }, frame);
    bar.add_label("0 %", 0, frame);
    bar.add_label("50 %", 0.5, frame);
    bar.add_label("100 %", 1, frame);
}

}  // namespace epochscope
