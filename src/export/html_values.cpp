#include "export/html_values.h"

#include "export/html_bytes.h"
#include "export/html_text.h"

#include <epochscope/model/error.h>
#include <epochscope/render/compose.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace epochscope {

namespace {

using Json = nlohmann::ordered_json;
using Bytes = std::vector<std::uint8_t>;

constexpr double max_place = 65534;
constexpr std::uint16_t absent_place = 65535;
/// Extents of the frame on each side of it, beyond which places are moved to the edge.
constexpr double most_frames_away = 7.5;
constexpr std::uint8_t unknown_confidence = 255;
constexpr float max_confidence = 254;
constexpr std::size_t max_neighbours = 8;
constexpr std::size_t max_listed = 250'000;
constexpr std::size_t longest_text = 300;
constexpr std::size_t longest_id = 80;
constexpr std::size_t max_text_bytes = std::size_t{4} << 20U;

bool is_finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// From the first to the last place of the axis, in the file's numbers.
struct Axis {
    double min;
    double max;

    [[nodiscard]] std::uint16_t number_of(double value) const {
        const double way = std::clamp((value - min) / (max - min), 0.0, 1.0);
        return static_cast<std::uint16_t>(std::lround(way * max_place));
    }
    [[nodiscard]] bool holds(double value) const { return value >= min && value <= max; }
};

struct Axes2 {
    Axis x;
    Axis y;
};

/// What holds the frame and the places, as far as they are not too far out.
Axes2 axes_of(const EpochSeries& series, const HtmlChoice& choice) {
    const Box frame = series.frame();
    Axes2 axes{{frame.min.x, frame.max.x}, {frame.min.y, frame.max.y}};
    const auto widen = [](Axis& axis, double value, double low, double high) {
        const double away = most_frames_away * (high - low);
        axis.min = std::min(axis.min, std::max(value, low - away));
        axis.max = std::max(axis.max, std::min(value, high + away));
    };
    for (const std::size_t e : choice.epochs)
        for (const std::size_t i : choice.samples) {
            const Point p = series.positions(e)[i];
            if (!is_finite(p)) continue;
            widen(axes.x, p.x, frame.min.x, frame.max.x);
            widen(axes.y, p.y, frame.min.y, frame.max.y);
        }
    return axes;
}

/// 2d for d >= 0, else -2d - 1: small numbers for what moves little.
std::uint16_t zigzag(std::uint16_t from, std::uint16_t to) {
    const auto moved = static_cast<std::int16_t>(static_cast<std::uint16_t>(to - from));
    const auto twice = static_cast<std::uint16_t>(2 * moved);
    return moved < 0 ? static_cast<std::uint16_t>(~twice) : twice;
}

/// Places, see placesIn in resources/web/data.js. Counts those that are moved to the edge.
class PlaceBytes {
  public:
    PlaceBytes(const EpochSeries& series, const HtmlChoice& choice)
        : series_(series),
          choice_(choice),
          axes_(axes_of(series, choice)),
          before_(2 * choice.samples.size()) {
        bytes_.reserve(4 * choice.samples.size() * choice.epochs.size());
    }

    void add(std::size_t epoch) {
        const std::size_t count = choice_.samples.size();
        for (std::size_t axis = 0; axis < 2; ++axis) {
            const std::size_t high = bytes_.size();
            bytes_.resize(high + 2 * count);
            for (std::size_t k = 0; k < count; ++k) {
                const Point p = series_.positions(epoch)[choice_.samples[k]];
                const std::uint16_t place = number_of(p, axis);
                std::uint16_t& before = before_[2 * k + axis];
                const std::uint16_t code = zigzag(before, place);
                before = place;
                bytes_[high + k] = static_cast<std::uint8_t>(code >> 8U);
                bytes_[high + count + k] = static_cast<std::uint8_t>(code & 0xFFU);
                if (axis == 0 && is_finite(p) && !(axes_.x.holds(p.x) && axes_.y.holds(p.y)))
                    ++moved_;
            }
        }
    }

    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    [[nodiscard]] std::size_t moved() const { return moved_; }
    [[nodiscard]] Json box() const { return {axes_.x.min, axes_.y.min, axes_.x.max, axes_.y.max}; }

  private:
    [[nodiscard]] std::uint16_t number_of(Point p, std::size_t axis) const {
        if (!is_finite(p)) return absent_place;
        return axis == 0 ? axes_.x.number_of(p.x) : axes_.y.number_of(p.y);
    }

    const EpochSeries& series_;
    const HtmlChoice& choice_;
    Axes2 axes_;
    std::vector<std::uint16_t> before_;
    Bytes bytes_;
    std::size_t moved_ = 0;
};

/// A value of each sample below `count`; the others are `count`.
void add_numbers(std::span<const std::int32_t> values, const HtmlChoice& choice, std::size_t count,
                 NumberBytes& bytes) {
    for (const std::size_t i : choice.samples) {
        const auto value = values.empty() ? count : static_cast<std::size_t>(values[i]);
        bytes.add(std::min(value, count));
    }
}

void add_confidence(std::span<const float> values, const HtmlChoice& choice, Bytes& bytes) {
    for (const std::size_t i : choice.samples) {
        const bool known = !values.empty() && std::isfinite(values[i]);
        bytes.push_back(known ? static_cast<std::uint8_t>(
                                    std::lround(std::clamp(values[i], 0.0F, 1.0F) * max_confidence))
                              : unknown_confidence);
    }
}

/// The neighbours of one kind, sample by sample, whose lists at its epochs are much alike.
class NeighbourBytes {
  public:
    static constexpr std::size_t nobody = std::numeric_limits<std::uint32_t>::max();

    /// `index` is that of each sample of the series in the page, or nobody.
    NeighbourBytes(const std::vector<std::size_t>& index, std::size_t width, std::size_t samples)
        : index_(index), width_(width), nobody_in_page_(samples), bytes_(samples) {}

    /// The list of a sample at an epoch.
    void add(const NeighbourLists& lists, std::size_t sample) {
        std::size_t added = 0;
        if (!lists.empty())
            for (const std::int32_t other : lists[sample]) {
                if (added == width_) break;
                const std::size_t k = index_[static_cast<std::size_t>(other)];
                if (k == nobody) continue;
                bytes_.add(k);
                ++added;
            }
        for (; added < width_; ++added) bytes_.add(nobody_in_page_);
    }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_.bytes(); }

  private:
    const std::vector<std::size_t>& index_;
    std::size_t width_;
    std::size_t nobody_in_page_;
    NumberBytes bytes_;
};

std::size_t longest_list(const EpochSeries& series, const HtmlChoice& choice) {
    std::size_t longest = 0;
    for (const std::size_t e : choice.epochs)
        for (const NeighbourLists* lists : {&series.epoch(e).intra, &series.epoch(e).inter}) {
            if (lists->empty()) continue;
            for (const std::size_t i : choice.samples)
                longest = std::max(longest, (*lists)[i].size());
        }
    return longest;
}

/// How many neighbours of each kind a sample has in the page.
std::size_t neighbour_count(const EpochSeries& series, const HtmlChoice& choice,
                            std::vector<std::string>& notes) {
    const std::size_t kinds = (series.has_intra() ? 1 : 0) + (series.has_inter() ? 1 : 0);
    if (kinds == 0) return 0;
    const std::size_t longest = longest_list(series, choice);
    const std::size_t lists = kinds * choice.samples.size() * choice.epochs.size();
    const std::size_t count = std::min({longest, max_neighbours, max_listed / lists});
    if (count == 0 && longest > 0)
        notes.emplace_back(
            "the lists of neighbours are too large and are left out; the page shows the nearest in "
            "the plane instead");
    else if (count < longest)
        notes.push_back("the page has the nearest " + std::to_string(count) + " of up to " +
                        std::to_string(longest) + " neighbours of a kind");
    return count;
}

void add_neighbours(const EpochSeries& series, const HtmlChoice& choice, Json& page,
                    std::vector<std::string>& notes) {
    Json& neighbours = page["neighbours"];
    neighbours = {{"width", 0}, {"intra", nullptr}, {"inter", nullptr}};
    const std::size_t width = neighbour_count(series, choice, notes);
    if (width == 0) return;
    std::vector<std::size_t> index(series.sample_count(), NeighbourBytes::nobody);
    for (std::size_t k = 0; k < choice.samples.size(); ++k) index[choice.samples[k]] = k;
    neighbours["width"] = width;
    const auto add = [&](const char* kind, NeighbourLists Epoch::*lists) {
        NeighbourBytes bytes(index, width, choice.samples.size());
        for (const std::size_t i : choice.samples)
            for (const std::size_t e : choice.epochs) bytes.add(series.epoch(e).*lists, i);
        neighbours[kind] = packed(bytes.bytes());
    };
    if (series.has_intra()) add("intra", &Epoch::intra);
    if (series.has_inter()) add("inter", &Epoch::inter);
}

/// The words of a column; null if it is not there or too large.
Json words_of(const Dataset& dataset, std::string_view name, const HtmlChoice& choice,
              std::size_t longest, std::vector<std::string>& notes) {
    const Column* column = dataset.metadata ? dataset.metadata->find(name) : nullptr;
    if (column == nullptr) return nullptr;
    Json all = Json::array();
    std::size_t bytes = 0;
    bool is_cut = false;
    for (const std::size_t i : choice.samples) {
        std::string words = shortened(column->words(i), longest, is_cut);
        bytes += words.size();
        if (bytes > max_text_bytes) {
            notes.push_back("the column " + column->name() + " is too large and is left out");
            return nullptr;
        }
        all.push_back(std::move(words));
    }
    if (is_cut)
        notes.push_back("the column " + column->name() + " is cut at " + std::to_string(longest) +
                        " bytes of each sample");
    return all;
}

}  // namespace

void add_values(const Dataset& dataset, const ViewState& view, const HtmlChoice& choice, Json& page,
                std::vector<std::string>& notes, const Job& job) {
    const EpochSeries& series = dataset.series;
    const std::size_t classes = series.class_count();
    ViewState moment = view;
    moment.selection.clear();
    const auto frame_at = [&](std::size_t epoch) {
        moment.playhead = static_cast<double>(epoch);
        return compose(series, moment, {1, 1}, {}, 1, dataset.preserved.get());
    };
    const bool colours_move =
        view.style.colour_by == ColourBy::prediction || view.style.colour_by == ColourBy::preserved;
    const std::size_t colours = frame_at(choice.epochs.front()).points.palette.size();
    PlaceBytes places(series, choice);
    NumberBytes labels(classes);
    NumberBytes predictions(classes);
    NumberBytes codes(colours);
    Bytes confidence;
    add_numbers(series.labels(), choice, classes, labels);
    for (std::size_t e = 0; e < choice.epochs.size(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(choice.epochs.size()));
        const std::size_t epoch = choice.epochs[e];
        check_values(series, epoch);
        places.add(epoch);
        add_numbers(series.epoch(epoch).predictions, choice, classes, predictions);
        add_confidence(series.epoch(epoch).confidence, choice, confidence);
        if (e == 0 || colours_move)
            add_numbers(frame_at(epoch).points.colour_index, choice, colours, codes);
    }
    page["box"] = places.box();
    page["places"] = packed(places.bytes());
    page["labels"] = packed(labels.bytes());
    page["predictions"] = series.has_predictions() ? Json(packed(predictions.bytes())) : Json();
    page["confidence"] = series.has_confidence() ? Json(packed(confidence)) : Json();
    page["coloursMove"] = colours_move;
    page["colours"] =
        view.style.colour_by == ColourBy::label ? Json() : Json(packed(codes.bytes()));
    if (places.moved() > 0)
        notes.push_back(
            std::to_string(places.moved()) +
            " places are far outside of the frame and lie at the edge of the page's plane");
    add_neighbours(series, choice, page, notes);
    page["numbers"] = nullptr;
    if (choice.samples.size() == series.sample_count()) return;
    NumberBytes numbers(series.sample_count());
    for (const std::size_t i : choice.samples) numbers.add(i);
    page["numbers"] = packed(numbers.bytes());
}

void add_texts(const Dataset& dataset, const HtmlChoice& choice, Json& page,
               std::vector<std::string>& notes) {
    page["ids"] = words_of(dataset, "id", choice, longest_id, notes);
    page["texts"] = words_of(dataset, "text", choice, longest_text, notes);
}

}  // namespace epochscope
