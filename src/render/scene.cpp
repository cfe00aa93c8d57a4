#include "render/scene.h"

#include <epochscope/render/backgrounds.h>
#include <epochscope/render/colour_map.h>
#include <epochscope/render/contrast.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

std::vector<std::uint8_t> hidden_classes(const std::vector<bool>& hidden, std::size_t classes) {
    std::vector<std::uint8_t> result(classes, 0);
    for (std::size_t c = 0; c < std::min(classes, hidden.size()); ++c)
        result[c] = hidden[c] ? 1 : 0;
    if (std::none_of(result.begin(), result.end(), [](auto h) { return h != 0; })) result.clear();
    return result;
}

/// Up to this many samples pass a filter in full, even in coarse frames.
constexpr std::size_t max_filtered_at_once = 16384;

/// Of PreservedLevels, which have the codes.
std::shared_ptr<const Colouring> kept_neighbours() {
    auto colouring = std::make_shared<Colouring>();
    colouring->title = "Neighbours kept";
    colouring->colours = mapped_colours(ColourMap::viridis, PreservedLevels::levels);
    colouring->unit = ColourUnit::share;
    return colouring;
}

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

}  // namespace

Scene::Scene(const EpochSeries& series, const ViewState& view, Size size, std::size_t stride,
             const PreservedLevels* preserved, const Axes* axes)
    : series_(series),
      view_(view),
      size_(size),
      filter_(view.filter && view.filter->sample_count() == series.sample_count() ? view.filter
                                                                                  : nullptr),
      stride_(filter_ && filter_->count() <= max_filtered_at_once ? 1 : stride),
      preserved_(preserved),
      axes_(view.style.axes ? axes : nullptr),
      playhead_(clamp_playhead(view.playhead, series.epoch_count())),
      moment_(moment_at(view.playhead, series.epoch_count())),
      mapping_(mapping_of(view.camera, series.frame(), size)),
      colours_(colours_in(view, series.classes())),
      colour_index_(series.labels()),
      hidden_(hidden_classes(view.hidden, series.class_count())) {
    palette_ = colours_;
    if (style().colour_by == ColourBy::preserved && preserved != nullptr)
        colour_by(kept_neighbours(), preserved->of(moment_.reached()));
    if (style().colour_by == ColourBy::column && view.colouring)
        colour_by(view.colouring, view.colouring->codes);
    if (style().colour_by == ColourBy::prediction && !reached().predictions.empty())
        colour_index_ = reached().predictions;
    if (view.alone && view.alone->sample_count() == series.sample_count()) grey(*view.alone);
    for (const std::size_t sample : view.selection)
        if (sample < series.sample_count() && is_visible(sample)) selection_.push_back(sample);
}

void Scene::colour_by(std::shared_ptr<const Colouring> colouring,
                      std::span<const std::int32_t> codes) {
    if (codes.size() != series_.sample_count()) return;
    colour_index_ = codes;
    palette_ = colouring->is_categorical() ? colours_on(style().canvas, colouring->colours)
                                           : colouring->colours;
    colouring_ = std::move(colouring);
}

void Scene::grey(const PickedSamples& alone) {
    if (alone.count() == 0) return;
    auto greyed =
        std::make_shared<std::vector<std::int32_t>>(colour_index_.begin(), colour_index_.end());
    for (const std::size_t sample : alone.samples()) (*greyed)[sample] = -1;
    colour_index_ = *greyed;
    greyed_ = std::move(greyed);
}

Pixel Scene::pixel_of(std::size_t sample) const {
    return mapping_.to_pixel(position_at(series_, moment_, sample));
}

bool is_dark(Colour colour) {
    // Luma by the weights of ITU-R BT.709.
    return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b < 128;
}

Colour faded(Colour colour, float fraction) {
    colour.a = to_byte(static_cast<float>(colour.a) * fraction);
    return colour;
}

Colour blended(Colour a, Colour b, float fraction) {
    const auto channel = [fraction](std::uint8_t from, std::uint8_t to) {
        return to_byte(static_cast<float>(from) * (1 - fraction) +
                       static_cast<float>(to) * fraction);
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), a.a};
}

}  // namespace epochscope
