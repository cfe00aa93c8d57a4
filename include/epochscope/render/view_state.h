#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/camera.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope {

/// What samples are coloured by: a class, or how many of their true neighbours the picture keeps
/// (see model/preserved_levels.h). Where that is not known, by label.
enum class ColourBy : std::uint8_t { label, prediction, preserved };

/// Samples one by one, or how many there are. `automatic` shows how many there are (density) where
/// there are 20,000 or more and a sample typically shares its pixels with more than 24 others.
enum class PointMode : std::uint8_t { automatic, points, density };

/// How things are drawn. Lengths are in logical pixels.
struct Style {
    ColourBy colour_by = ColourBy::label;
    PointMode points = PointMode::automatic;
    float point_radius = 3.5F;
    bool opacity_by_confidence = true;
    bool ring_wrong = false;
    bool background = true;
    /// Where a folder has no backgrounds, its landscape is painted in their place, if there is one.
    bool landscape = true;
    /// Between epochs, that landscape is painted by heads between theirs instead of one picture
    /// being faded into the other, where they are known (see Landscape::paint_between).
    bool landscape_between = false;
    bool axes = true;
    bool class_names = false;
    bool epoch_number = true;
    /// Whether neighbours of this kind stand out and are linked with the selection.
    bool intra_links = true;
    bool inter_links = true;
    bool trails = true;
    /// The empty canvas, and what is written on it (axes, epoch number, rings of the selection).
    Colour canvas{255, 255, 255};
    Colour ink{32, 33, 36};
    friend bool operator==(const Style&, const Style&) = default;
};

/// Which prototypes are seen of a set that has some.
struct PrototypeView {
    bool shown = true;
    /// An index into Prototypes::levels; one that is none shows nothing.
    std::size_t level = 0;
    /// The samples of a batch, in its order, whose collisions are shown. Empty: none was drawn.
    std::vector<std::size_t> batch;
    friend bool operator==(const PrototypeView&, const PrototypeView&) = default;
};

/// All that decides what is seen of a series: plain data that the window and the export share.
struct ViewState {
    double playhead = 0;
    Camera camera;
    /// The samples selected, in the order of selection, each once.
    std::vector<std::size_t> selection;
    /// Those that somebody picked from all, to be looked at by themselves: they keep their colours
    /// while the others step back. Null: none.
    std::shared_ptr<const PickedSamples> picked;
    /// A place of the plane that is looked at, which a cross marks.
    std::optional<Point> place;
    /// One entry a class: true hides the samples labelled with it. Empty: all are shown.
    std::vector<bool> hidden;
    /// One colour a class. Empty: colours_of the series' classes.
    std::vector<Colour> colours;
    Origin background_origin = Origin::lower;
    PrototypeView prototypes;
    Style style;
    /// Device pixels a logical pixel: 2 on a HiDPI display, or for an export at 2x.
    double scale = 1;
};

}  // namespace epochscope
