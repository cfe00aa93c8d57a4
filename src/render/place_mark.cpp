#include "render/place_mark.h"

#include <array>

namespace epochscope {

namespace {

// Logical pixels. The arms leave the centre free.
constexpr float arm_from = 3;
constexpr float arm_to = 10;
constexpr float arm_width = 2;
/// An outline in the canvas colour, visible on any landscape.
constexpr float halo = 1.25F;

}  // namespace

void add_place_mark(const Scene& scene, Frame& frame) {
    if (!scene.view().place) return;
    const Pixel at = scene.mapping().to_pixel(*scene.view().place);
    const auto add_arms = [&](float more, Colour colour) {
        const float from = scene.px(arm_from - more);
        const float to = scene.px(arm_to + more);
        const float width = scene.px(arm_width + 2 * more);
        constexpr std::array<Pixel, 4> ways{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
        for (const Pixel way : ways)
            frame.legend.push_back({{at.x + from * way.x, at.y + from * way.y},
                                    {at.x + to * way.x, at.y + to * way.y},
                                    colour,
                                    width,
                                    false});
    };
    add_arms(halo, scene.style().canvas);
    add_arms(0, scene.style().ink);
}

}  // namespace epochscope
