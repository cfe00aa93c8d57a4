#include "render/highlight.h"

#include "render/picture_places.h"
#include "render/trails.h"

#include <epochscope/analysis/nearest.h>
#include <epochscope/model/playhead.h>

#include <cmath>

namespace epochscope {

namespace {

// Logical pixels, fractions of the point radius, and alphas.
constexpr float link_width = 1.5F;
constexpr float link_alpha = 0.8F;
/// Of the links to teachers: their width grows from the first to the second, and weaker ones than
/// the third are not drawn.
constexpr float least_teacher_width = 0.75F;
constexpr float most_teacher_width = 3;
constexpr float least_strength = 0.01F;
constexpr float neighbour_size = 1.25F;
constexpr float neighbour_ring = 1.25F;
constexpr float selected_size = 1.7F;
constexpr float selected_ring = 2;
constexpr float wrong_gap = 1.25F;
constexpr float wrong_ring = 1.25F;
constexpr float wrong_alpha = 0.8F;
constexpr float picture_rim = 2;

/// How a sample is highlighted; later ones take precedence.
enum class Standing : std::uint8_t { plain, neighbour, selected };

/// One entry a sample, or empty if none is highlighted.
using Standings = std::vector<Standing>;

Standing standing_of(const Standings& standings, std::size_t sample) {
    return standings.empty() ? Standing::plain : standings[sample];
}

/// The radius of a drawn sample with its ring.
float outer_radius(const Scene& scene, Standing standing) {
    const float radius = scene.style().point_radius;
    switch (standing) {
        case Standing::neighbour:
            return scene.px(radius * neighbour_size + neighbour_ring);
        case Standing::selected:
            return scene.px(radius * selected_size + selected_ring);
        case Standing::plain:
            break;
    }
    return scene.px(radius);
}

/// Whether a sample is there now: it has no place at epochs where it is absent.
bool is_somewhere(const Scene& scene, std::size_t sample) {
    const Pixel place = scene.pixel_of(sample);
    return std::isfinite(place.x) && std::isfinite(place.y);
}

/// Links a sample with the visible ones of a list, and highlights these as neighbours.
void link(const Scene& scene, std::size_t sample, const std::vector<std::int32_t>& list,
          bool same_class, Standings& standings, Frame& frame) {
    for (const std::int32_t entry : list) {
        const auto other = static_cast<std::size_t>(entry);
        if (!scene.is_visible(other) || !is_somewhere(scene, other)) continue;
        const Colour colour = scene.label_colour_of(same_class ? sample : other);
        frame.lines.push_back({scene.pixel_of(sample), scene.pixel_of(other),
                               faded(colour, link_alpha), scene.px(link_width), !same_class});
        if (standings[other] == Standing::plain) standings[other] = Standing::neighbour;
    }
}

void link_neighbours(const Scene& scene, std::size_t sample, Standings& standings, Frame& frame) {
    const Style& style = scene.style();
    if (!style.intra_links && !style.inter_links) return;
    const Neighbourhood near = neighbours_at(scene.series(), scene.playhead(), sample);
    if (style.inter_links) link(scene, sample, near.inter, false, standings, frame);
    if (style.intra_links) link(scene, sample, near.intra, true, standings, frame);
}

/// Links a sample with those that taught it until now, in ink: with opponents by dashes.
void link_teachers(const Scene& scene, std::size_t sample, Standings& standings, Frame& frame) {
    const TeacherLinks* const teachers = scene.view().teachers.get();
    if (!scene.style().teacher_links || teachers == nullptr || teachers->sample != sample) return;
    const double number = epoch_number_at(scene.series(), scene.playhead());
    for (const TeacherLink& link : teachers->links) {
        const auto other = static_cast<std::size_t>(link.sample);
        const float strength = teachers->strength_at(link, number);
        if (strength < least_strength || other >= standings.size()) continue;
        if (!scene.is_visible(other) || !is_somewhere(scene, other)) continue;
        const float width =
            least_teacher_width + strength * (most_teacher_width - least_teacher_width);
        frame.lines.push_back({scene.pixel_of(sample), scene.pixel_of(other),
                               faded(scene.style().ink, link_alpha), scene.px(width),
                               link.is_opponent});
        if (standings[other] == Standing::plain) standings[other] = Standing::neighbour;
    }
}

Standings add_links(const Scene& scene, Frame& frame) {
    Standings standings;
    if (scene.selection().empty()) return standings;
    standings.assign(scene.series().sample_count(), Standing::plain);
    for (const std::size_t sample : scene.selection()) standings[sample] = Standing::selected;
    for (const std::size_t sample : scene.selection()) {
        if (!is_somewhere(scene, sample)) continue;
        link_teachers(scene, sample, standings, frame);
        link_neighbours(scene, sample, standings, frame);
    }
    return standings;
}

void add_wrong_rings(const Scene& scene, const Standings& standings,
                     const PicturesBySample& pictures, const Frame& frame) {
    const std::span<const std::int32_t> predictions = scene.reached().predictions;
    const std::span<const std::int32_t> labels = scene.series().labels();
    const Classes& classes = scene.series().classes();
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const bool is_known = predictions[i] >= 0 && classes.is_labelled(labels[i]);
        if (!is_known || predictions[i] == labels[i]) continue;
        const Standing standing = standing_of(standings, i);
        const bool is_there = standing == Standing::plain ? scene.is_shown(i) : scene.is_visible(i);
        if (!is_there) continue;
        if (standing == Standing::plain && !frame.points.is_drawn(i)) continue;
        if (!is_somewhere(scene, i)) continue;
        const bool others_stand_out = !standings.empty() || frame.points.picked;
        const bool back =
            others_stand_out && standing == Standing::plain && !frame.points.is_picked(i);
        Marker ring;
        ring.centre = scene.pixel_of(i);
        ring.radius = outer_radius(scene, standing) + scene.px(wrong_gap);
        ring.fill = Colour{0, 0, 0, 0};
        ring.ring = faded(scene.style().ink, back ? wrong_alpha * stepped_back : wrong_alpha);
        ring.ring_width = scene.px(wrong_ring);
        pictures.add_marker(i, ring);
        if (SamplePicture* picture = pictures.find(i)) {
            picture->rim = ring.ring;
            picture->rim_width = ring.ring_width;
        }
    }
}

void add_neighbours(const Scene& scene, const Standings& standings,
                    const PicturesBySample& pictures) {
    const float radius = scene.px(scene.style().point_radius * neighbour_size);
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (standings[i] == Standing::neighbour)
            pictures.add_marker(i, {scene.pixel_of(i), radius, scene.colour_of(i),
                                    scene.style().canvas, scene.px(neighbour_ring)});
}

void add_selected(const Scene& scene, const PicturesBySample& pictures) {
    const float radius = scene.px(scene.style().point_radius * selected_size);
    for (const std::size_t sample : scene.selection()) {
        if (!is_somewhere(scene, sample)) continue;
        pictures.add_marker(sample, {scene.pixel_of(sample), radius, scene.colour_of(sample),
                                     scene.style().ink, scene.px(selected_ring)});
        if (SamplePicture* picture = pictures.find(sample)) {
            picture->rim = scene.style().ink;
            picture->rim_width = scene.px(picture_rim);
        }
    }
}

void dim_pictures(const Standings& standings, Frame& frame) {
    if (standings.empty() && !frame.points.picked) return;
    for (SamplePicture& picture : frame.pictures)
        if (standing_of(standings, picture.sample) == Standing::plain &&
            !frame.points.is_picked(picture.sample))
            picture.opacity = stepped_back;
}

}  // namespace

void add_highlights(const Scene& scene, Frame& frame) {
    if (scene.style().trails)
        for (const std::size_t sample : scene.selection()) add_trail(scene, sample, frame);
    const PicturesBySample pictures(frame);
    const Standings standings = add_links(scene, frame);
    if (scene.style().ring_wrong) add_wrong_rings(scene, standings, pictures, frame);
    add_neighbours(scene, standings, pictures);
    add_selected(scene, pictures);
    dim_pictures(standings, frame);
}

}  // namespace epochscope
