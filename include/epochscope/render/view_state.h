#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/camera.h>
#include <epochscope/render/colouring.h>
#include <epochscope/render/teacher_links.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope {

/// What samples are coloured by: a class, their preserved neighbours (see
/// model/preserved_levels.h), or a column (see ViewState::colouring). By label if these are
/// unknown.
enum class ColourBy : std::uint8_t { label, prediction, preserved, column };

/// Samples as points or as density. `automatic` is density from 20,000 samples on, if a sample
/// typically shares its pixels with more than 24 others.
enum class PointMode : std::uint8_t { automatic, points, density };

/// How a view is drawn. Lengths are in logical pixels.
struct Style {
    ColourBy colour_by = ColourBy::label;
    PointMode points = PointMode::automatic;
    float point_radius = 3.5F;
    bool opacity_by_confidence = true;
    bool ring_wrong = false;
    bool background = true;
    /// If a folder has no backgrounds, its landscape is painted, if it has one.
    bool landscape = true;
    /// Between epochs, the landscape is painted by interpolated heads, if they are known, and not
    /// cross-faded (see Landscape::paint_between).
    bool landscape_between = false;
    bool axes = true;
    bool class_names = false;
    /// The colours and names of the classes, at the right side.
    bool class_legend = false;
    /// Pictures of the samples in place of discs, if few are visible and they have pictures.
    bool thumbnails = true;
    bool epoch_number = true;
    /// Whether neighbours of this kind are highlighted and linked to the selection.
    bool intra_links = true;
    bool inter_links = true;
    /// Whether the proponents and opponents of a selected sample are highlighted and linked to it,
    /// if they are known (see ViewState::teachers).
    bool teacher_links = false;
    bool trails = true;
    /// The colours of the empty canvas, and of axes, epoch number and rings of the selection.
    Colour canvas{255, 255, 255};
    Colour ink{32, 33, 36};
    friend bool operator==(const Style&, const Style&) = default;
};

/// Which prototypes are shown.
struct PrototypeView {
    bool shown = true;
    /// An index into Prototypes::levels; nothing is shown if it is out of range.
    std::size_t level = 0;
    /// The samples of a batch, in its order, whose collisions are shown. Empty: no batch.
    std::vector<std::size_t> batch;
    friend bool operator==(const PrototypeView&, const PrototypeView&) = default;
};

/// Everything that determines the picture of a series: plain data for the window and the export.
struct ViewState {
    double playhead = 0;
    Camera camera;
    /// The selected samples, in the order of selection, each once.
    std::vector<std::size_t> selection;
    /// The picked samples: they keep their colours, and the others are dimmed. Null: none.
    std::shared_ptr<const PickedSamples> picked;
    /// The samples that are drawn and can be hit, if their class is not hidden. Null: all. The
    /// selection, its neighbours and links are shown anyway.
    std::shared_ptr<const PickedSamples> filter;
    /// The samples without a partner in a comparison, which are grey. Null: none.
    std::shared_ptr<const PickedSamples> alone;
    /// The colours of ColourBy::column. Null if there are none.
    std::shared_ptr<const Colouring> colouring;
    /// What taught a sample, which is shown while the sample is selected. Null: not known.
    std::shared_ptr<const TeacherLinks> teachers;
    /// An inspected point of the plane, marked by a cross.
    std::optional<Point> place;
    /// One entry a category of `colouring`, and one for the samples without a value: the legend
    /// leaves out the true ones. Whoever hides them leaves their samples out of `filter`.
    std::vector<bool> hidden_categories;
    /// One entry a class: true hides its samples. Empty: none are hidden.
    std::vector<bool> hidden;
    /// One colour a class. Empty: colours_of the classes of the series.
    std::vector<Colour> colours;
    Origin background_origin = Origin::lower;
    PrototypeView prototypes;
    Style style;
    /// Device pixels per logical pixel: 2 on a HiDPI display, or for an export at 2x.
    double scale = 1;
};

}  // namespace epochscope
