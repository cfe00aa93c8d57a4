#include "render/class_legend.h"

#include "render/legend_bar.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

namespace {

// Logical pixels and fractions.
constexpr float edge_gap = 16;
constexpr float lower_gap = 32;
/// The room of the colour bars in the lower right corner.
constexpr float bar_room = 150;
constexpr float plate_margin = 9;
constexpr float row_height = 19;
constexpr float name_height = 12;
constexpr float swatch = 10;
constexpr float swatch_edge = 1;
constexpr float swatch_edge_ink = 0.4F;
constexpr float name_gap = 8;
constexpr float column_gap = 14;
/// The maximum width of a legend as a fraction of the canvas.
constexpr float max_width = 0.5F;
constexpr float name_ink = 0.9F;

/// A row of the legend.
struct Entry {
    std::string words;
    Colour colour;
    bool is_title = false;
};

class ClassLegend {
  public:
    ClassLegend(const Scene& scene, float top, Frame& frame)
        : scene_(scene), frame_(frame), entries_(entries_of(scene)), top_(top) {}

    /// `has_bar`: whether the lower right corner is taken.
    void add(bool has_bar) {
        const float bottom =
            static_cast<float>(scene_.size().height) - scene_.px(has_bar ? bar_room : lower_gap);
        const float room = bottom - top_ - 2 * scene_.px(plate_margin);
        rows_ = static_cast<std::size_t>(std::max(0.0F, room / scene_.px(row_height)));
        if (rows_ == 0 || entries_.empty()) return;
        fit();
        add_plate();
        for (std::size_t k = 0; k < entries_.size(); ++k) add_entry(k);
    }

  private:
    static std::vector<Entry> entries_of(const Scene& scene) {
        if (scene.colouring() != nullptr) return categories_of(scene);
        std::vector<Entry> entries;
        const std::vector<std::string>& names = scene.series().classes().names;
        for (std::size_t c = 0; c < names.size(); ++c)
            if (scene.hidden().empty() || scene.hidden()[c] == 0)
                entries.push_back({names[c], scene.colours()[c]});
        return entries;
    }

    static std::vector<Entry> categories_of(const Scene& scene) {
        const Colouring& colouring = *scene.colouring();
        const std::vector<bool>& hidden = scene.view().hidden_categories;
        std::vector<Entry> entries{{colouring.title, Colour{0, 0, 0, 0}, true}};
        const auto add = [&](std::size_t index, const std::string& name, Colour colour) {
            if (index >= hidden.size() || !hidden[index]) entries.push_back({name, colour});
        };
        const std::size_t count = colouring.names.size();
        for (std::size_t c = 0; c < count; ++c) add(c, colouring.names[c], scene.palette()[c]);
        if (!colouring.missing_name.empty()) add(count, colouring.missing_name, no_class_colour);
        return entries;
    }

    [[nodiscard]] float column_width() const {
        float width = 0;
        for (const Entry& entry : entries_) width = std::max(width, estimated_width(entry.words));
        return scene_.px(swatch + name_gap + name_height * width);
    }

    /// Decides on columns and rows, and replaces the entries that do not fit by their number.
    void fit() {
        const float pitch = column_width() + scene_.px(column_gap);
        const float room = max_width * static_cast<float>(scene_.size().width);
        const auto max_columns = static_cast<std::size_t>(std::max(1.0F, room / pitch));
        const std::size_t shown = max_columns * rows_;
        if (entries_.size() > shown) {
            const std::size_t left_out = entries_.size() - shown + 1;
            entries_.resize(shown - 1);
            entries_.push_back({"+ " + std::to_string(left_out), Colour{0, 0, 0, 0}});
        }
        const std::size_t columns = (entries_.size() + rows_ - 1) / rows_;
        rows_ = (entries_.size() + columns - 1) / columns;
        width_ = static_cast<float>(columns) * pitch - scene_.px(column_gap);
        left_ = std::round(static_cast<float>(scene_.size().width) -
                           scene_.px(edge_gap + plate_margin) - width_);
        pitch_ = pitch;
    }

    void add_plate() {
        const float margin = scene_.px(plate_margin);
        const float height = scene_.px(row_height) * static_cast<float>(rows_) + 2 * margin;
        add_legend_box(scene_, {left_ - margin, top_},
                       {std::round(left_ + width_ + margin), std::round(top_ + height)}, frame_);
    }

    void add_entry(std::size_t k) {
        const std::size_t column = k / rows_;
        const std::size_t row = k % rows_;
        const float x = left_ + static_cast<float>(column) * pitch_;
        const float y = std::round(
            top_ + scene_.px(plate_margin + (static_cast<float>(row) + 0.5F) * row_height));
        const Colour colour = entries_[k].colour;
        if (colour.a > 0) {
            add_square(x, y, swatch_edge, faded(scene_.style().ink, swatch_edge_ink));
            add_square(x, y, 0, colour);
        }
        frame_.texts.push_back({entries_[k].words,
                                {entries_[k].is_title ? x : x + scene_.px(swatch + name_gap), y},
                                TextRole::class_legend,
                                faded(scene_.style().ink, name_ink),
                                scene_.px(name_height)});
    }

    void add_square(float left, float middle, float edge, Colour colour) {
        frame_.legend.push_back({{left - scene_.px(edge), middle},
                                 {left + scene_.px(swatch + edge), middle},
                                 colour,
                                 scene_.px(swatch + 2 * edge),
                                 false});
    }

    const Scene& scene_;
    Frame& frame_;
    std::vector<Entry> entries_;
    float top_;
    std::size_t rows_ = 0;
    float left_ = 0;
    float width_ = 0;
    float pitch_ = 0;
};

}  // namespace

void add_class_legend(const Scene& scene, float top, bool has_bar, Frame& frame) {
    const bool by_numbers = scene.colouring() != nullptr && !scene.colouring()->is_categorical();
    if (by_numbers || !LegendBar::has_room(scene)) return;
    ClassLegend(scene, std::max(top, scene.px(edge_gap)), frame).add(has_bar);
}

}  // namespace epochscope
