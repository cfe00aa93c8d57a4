#include "render/prototype_stars.h"

#include "render/legend_bar.h"

#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

namespace {

// Logical pixels, and alphas.
constexpr float star_radius = 9;
constexpr float star_width = 3;
constexpr float rim = 1.5F;
constexpr float link_width = 1.5F;
constexpr float link_alpha = 0.9F;
constexpr float join_width = 1.25F;
constexpr float join_alpha = 0.75F;
constexpr float drawn_size = 1.35F;
constexpr float drawn_ring = 1.25F;
/// The size of a star grows with the root of its number of samples relative to the mean, within
/// these bounds.
constexpr float min_size = 0.5F;
constexpr float max_size = 2;
constexpr int points = 3;
/// The stars of the legend: their size, and where they are as a fraction of its height.
struct LegendStar {
    float size;
    double way;
};
constexpr std::array<LegendStar, 3> legend_stars{{{0.5F, 0.06}, {1, 0.4}, {1.5F, 0.86}}};
constexpr float legend_grey = 0.45F;

bool is_somewhere(Point place) { return std::isfinite(place.x) && std::isfinite(place.y); }

void add_rays(const Scene& scene, Pixel centre, float radius, float width, Colour colour,
              Frame& frame) {
    const float reach = scene.px(radius);
    for (int i = 0; i < points; ++i) {
        const float angle =
            std::numbers::pi_v<float> * (0.5F + static_cast<float>(i) / static_cast<float>(points));
        const float dx = reach * std::cos(angle);
        const float dy = reach * std::sin(angle);
        frame.legend.push_back({{centre.x - dx, centre.y - dy},
                                {centre.x + dx, centre.y + dy},
                                colour,
                                scene.px(width),
                                false});
    }
}

void add_star(const Scene& scene, Pixel centre, float size, Colour colour, Frame& frame) {
    add_rays(scene, centre, star_radius * size + rim, star_width + 2 * rim, scene.style().ink,
             frame);
    add_rays(scene, centre, star_radius * size, star_width, colour, frame);
}

class Stars {
  public:
    Stars(const Scene& scene, const PrototypeLevel& level, Frame& frame)
        : scene_(scene),
          level_(level),
          frame_(frame),
          colours_(colours_apart(scene.colours(), level.count, scene.style().canvas)),
          from_(level.epochs[scene.moment().from]),
          to_(level.epochs[scene.moment().to]) {}

    void add() {
        if (from_.positions.empty()) return;
        join_batch();
        for (const std::size_t sample : scene_.selection()) link(sample);
        for (std::size_t k = 0; k < level_.count; ++k) add_star(k);
    }

    /// Stars of three sizes, with the number of samples that a prototype of that size has.
    [[nodiscard]] bool add_legend() {
        if (from_.positions.empty() || !LegendBar::has_room(scene_)) return false;
        const LegendBar bar(scene_, legend_bars(scene_, frame_));
        bar.add_title("Samples of a prototype", frame_);
        const Colour grey = blended(scene_.style().ink, scene_.style().canvas, legend_grey);
        for (const auto& [size, way] : legend_stars) {
            epochscope::add_star(scene_, bar.middle(way), size, grey, frame_);
            const double samples = std::round(static_cast<double>(size * size * mean()));
            bar.add_label(std::to_string(static_cast<long long>(std::max(samples, 1.0))), way,
                          frame_);
        }
        return true;
    }

  private:
    /// The position of a prototype; it stays if it is empty at the next epoch.
    [[nodiscard]] std::optional<Pixel> pixel_of(std::size_t k) const {
        const Point from = from_.positions[k];
        if (!is_somewhere(from)) return std::nullopt;
        const Point to = to_.positions.empty() ? from : to_.positions[k];
        const Point place = is_somewhere(to) ? mix(from, to, scene_.moment().t) : from;
        return scene_.mapping().to_pixel(place);
    }

    [[nodiscard]] std::optional<std::size_t> name_of(std::int32_t entry) const {
        const auto name = static_cast<std::size_t>(entry);
        return name < level_.count ? std::optional(name) : std::nullopt;
    }

    /// The mean number of samples of a prototype.
    [[nodiscard]] float mean() const {
        return static_cast<float>(from_.assignments.size()) / static_cast<float>(level_.count);
    }

    void add_star(std::size_t k) {
        const auto centre = pixel_of(k);
        if (!centre) return;
        const auto samples = static_cast<float>(std::max(0, from_.counts[k]));
        const float size = std::clamp(std::sqrt(samples / mean()), min_size, max_size);
        epochscope::add_star(scene_, *centre, size, colours_[k], frame_);
    }

    /// Links to the K nearest, which pull the sample, are solid; those that push it are dashed.
    void link(std::size_t sample) {
        for (std::size_t i = 0; i < level_.listed; ++i) {
            const std::size_t entry = sample * level_.listed + i;
            const auto name = name_of(from_.nearest[entry]);
            const bool pulls = i < level_.loss.nearest;
            const bool pushes = static_cast<double>(from_.squares[entry]) < level_.loss.alpha;
            if (!name || (!pulls && !pushes)) continue;
            const auto place = pixel_of(*name);
            if (!place) continue;
            const Colour colour = colours_[*name];
            frame_.lines.push_back({scene_.pixel_of(sample), *place, faded(colour, link_alpha),
                                    scene_.px(link_width), !pulls});
        }
    }

    /// Samples of the batch that share a prototype are linked to the first of them.
    void join_batch() {
        const float radius = scene_.px(scene_.style().point_radius * drawn_size);
        std::map<std::size_t, std::size_t> first;
        for (const std::size_t sample : scene_.view().prototypes.batch) {
            if (sample >= from_.assignments.size() || !scene_.is_visible(sample)) continue;
            const auto name = name_of(from_.assignments[sample]);
            if (!name) continue;
            const Colour colour = colours_[*name];
            const auto [met, is_first] = first.try_emplace(*name, sample);
            if (!is_first)
                frame_.lines.push_back({scene_.pixel_of(met->second), scene_.pixel_of(sample),
                                        faded(colour, join_alpha), scene_.px(join_width), false});
            frame_.markers.push_back({scene_.pixel_of(sample), radius, scene_.colour_of(sample),
                                      colour, scene_.px(drawn_ring)});
        }
    }

    const Scene& scene_;
    const PrototypeLevel& level_;
    Frame& frame_;
    std::vector<Colour> colours_;
    const PrototypeEpoch& from_;
    const PrototypeEpoch& to_;
};

}  // namespace

bool add_prototypes(const Scene& scene, const Prototypes& prototypes, Frame& frame) {
    const PrototypeView& view = scene.view().prototypes;
    if (!view.shown || view.level >= prototypes.levels.size()) return false;
    const PrototypeLevel& level = prototypes.levels[view.level];
    if (level.epochs.size() != scene.series().epoch_count()) return false;
    Stars stars(scene, level, frame);
    stars.add();
    return stars.add_legend();
}

}  // namespace epochscope
