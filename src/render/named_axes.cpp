#include "render/named_axes.h"

#include <epochscope/model/axes.h>
#include <epochscope/render/ticks.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

// Logical pixels and fractions of the ink.
constexpr float edge_gap = 6;
constexpr float name_height = 13;
constexpr float name_gap = 5;
constexpr float number_height = 11;
constexpr float number_gap = 3;
constexpr float tick_length = 5;
constexpr float column_distance = 100;
constexpr float row_distance = 60;
constexpr int max_ticks = 8;
/// A line this near to the edge of the canvas would look like a border (device pixels).
constexpr float edge_lines = 2;
/// On a smaller canvas, names are not shown.
constexpr float min_width_for_names = 240;
constexpr float min_height_for_names = 180;
constexpr float grid_ink = 0.09F;
constexpr float line_ink = 0.55F;
constexpr float number_ink = 0.75F;
constexpr float name_ink = 0.92F;
constexpr float plate_alpha = 0.82F;
/// The maximum width of numbers, as a fraction of their distance.
constexpr double densest_numbers = 0.8;

/// The numbers of an axis, and the width of the widest.
struct Numbers {
    Ticks ticks;
    std::vector<std::string> words;
    float widest = 0;
};

Numbers numbers_of(const Ticks& ticks, float height) {
    Numbers numbers{ticks, {}, 0};
    for (const double place : ticks.values) {
        numbers.words.push_back(tick_label(place, ticks.step));
        numbers.widest = std::max(numbers.widest, label_width(numbers.words.back(), height));
    }
    return numbers;
}

int ticks_for(float length, float distance) {
    return std::clamp(static_cast<int>(length / distance), 2, max_ticks);
}

bool has_room_for_names(const Scene& scene) {
    return static_cast<float>(scene.size().width) >= scene.px(min_width_for_names) &&
           static_cast<float>(scene.size().height) >= scene.px(min_height_for_names);
}

/// The distance between an axis line and its name, without the numbers.
float room_of_ticks(const Scene& scene) { return scene.px(tick_length + number_gap); }

float room_of_name(const Scene& scene, const std::string& name) {
    const bool is_written = !name.empty() && has_room_for_names(scene);
    return scene.px(edge_gap + (is_written ? name_height + name_gap : 0));
}

class NamedAxes {
  public:
    NamedAxes(const Scene& scene, Frame& frame)
        : scene_(scene),
          frame_(frame),
          width_(static_cast<float>(scene.size().width)),
          height_(static_cast<float>(scene.size().height)),
          line_width_(std::max(1.0F, std::round(scene.px(1)))),
          bottom_(crisp(height_ - lower_room_of_axes(scene))) {
        const Mapping& to = scene.mapping();
        rows_ =
            numbers_of(nice_ticks((bottom_ - to.offset_y) / to.scale_y, -to.offset_y / to.scale_y,
                                  ticks_for(bottom_, scene.px(row_distance))),
                       scene.px(number_height));
        left_ = crisp(room_of_name(scene, scene.axes()->y) + rows_.widest + room_of_ticks(scene));
        columns_ = column_numbers();
    }

    [[nodiscard]] bool have_room() const { return left_ < width_ / 2 && bottom_ > height_ / 2; }

    void add() {
        add_plates();
        for (std::size_t i = 0; i < columns_.words.size(); ++i)
            add_column(columns_.ticks.values[i], columns_.words[i]);
        for (std::size_t i = 0; i < rows_.words.size(); ++i)
            add_row(rows_.ticks.values[i], rows_.words[i]);
        add_names();
    }

  private:
    /// As many as fit side by side: at high zoom, numbers have many digits.
    [[nodiscard]] Numbers column_numbers() const {
        const Mapping& to = scene_.mapping();
        int at_most = ticks_for(width_ - left_, scene_.px(column_distance));
        while (true) {
            Numbers numbers = numbers_of(nice_ticks((left_ - to.offset_x) / to.scale_x,
                                                    (width_ - to.offset_x) / to.scale_x, at_most),
                                         scene_.px(number_height));
            if (at_most == 1 || numbers.widest < densest_numbers * numbers.ticks.step * to.scale_x)
                return numbers;
            --at_most;
        }
    }

    /// Aligns a line of line_width_ to pixels.
    [[nodiscard]] float crisp(double place) const {
        const bool is_odd = static_cast<int>(line_width_) % 2 == 1;
        return static_cast<float>(is_odd ? std::floor(place) + 0.5 : std::round(place));
    }
    [[nodiscard]] Colour ink(float fraction) const { return faded(scene_.style().ink, fraction); }

    void add_plates() {
        const Colour plate = faded(scene_.style().canvas, plate_alpha);
        const float left = std::floor(left_);
        const float bottom = std::floor(bottom_);
        const float below = (bottom + height_) / 2;
        frame_.legend.push_back({{0, height_ / 2}, {left, height_ / 2}, plate, height_, false});
        frame_.legend.push_back({{left, below}, {width_, below}, plate, height_ - bottom, false});
        const float reach = line_width_ / 2;
        add_line({left_, 0}, {left_, bottom_ + reach});
        add_line({left_ + reach, bottom_}, {width_, bottom_});
    }

    /// A line of the axes, over the samples.
    void add_line(Pixel from, Pixel to) {
        frame_.legend.push_back({from, to, ink(line_ink), line_width_, false});
    }

    void add_grid(Pixel from, Pixel to) {
        frame_.lines.push_back({from, to, ink(grid_ink), line_width_, false});
    }

    void add_number(std::string words, Pixel at, TextRole role) {
        frame_.texts.push_back(
            {std::move(words), at, role, ink(number_ink), scene_.px(number_height)});
    }

    void add_column(double place, std::string words) {
        const float x = crisp(scene_.mapping().scale_x * place + scene_.mapping().offset_x);
        if (x < left_ || x > width_ - edge_lines) return;
        if (x > left_ + 1) add_grid({x, 0}, {x, bottom_});
        const float reach = line_width_ / 2;
        add_line({x, bottom_ + reach}, {x, bottom_ + reach + scene_.px(tick_length)});
        // A cut number is left out.
        const float half = label_width(words, scene_.px(number_height)) / 2;
        if (x + half > width_ - scene_.px(edge_gap) / 2) return;
        add_number(std::move(words), {x, bottom_ + room_of_ticks(scene_)}, TextRole::axis_x);
    }

    void add_row(double place, std::string words) {
        const float y = crisp(scene_.mapping().scale_y * place + scene_.mapping().offset_y);
        if (y < edge_lines || y > bottom_) return;
        if (y < bottom_ - 1) add_grid({left_, y}, {width_, y});
        const float reach = line_width_ / 2;
        add_line({left_ - reach - scene_.px(tick_length), y}, {left_ - reach, y});
        if (y < scene_.px(number_height + edge_gap) / 2) return;
        add_number(std::move(words), {left_ - room_of_ticks(scene_), y}, TextRole::axis_y);
    }

    void add_names() {
        if (!has_room_for_names(scene_)) return;
        const Axes& axes = *scene_.axes();
        const float height = scene_.px(name_height);
        const Pixel below{(left_ + width_) / 2,
                          bottom_ + room_of_ticks(scene_) + scene_.px(number_height + name_gap)};
        if (!axes.x.empty())
            frame_.texts.push_back({axes.x, below, TextRole::axis_name_x, ink(name_ink), height});
        if (!axes.y.empty())
            frame_.texts.push_back({axes.y,
                                    {scene_.px(edge_gap), bottom_ / 2},
                                    TextRole::axis_name_y,
                                    ink(name_ink),
                                    height});
    }

    const Scene& scene_;
    Frame& frame_;
    float width_;
    float height_;
    float line_width_;
    /// The positions of the two axis lines.
    float bottom_;
    float left_ = 0;
    Numbers rows_;
    Numbers columns_;
};

}  // namespace

float lower_room_of_axes(const Scene& scene) {
    if (scene.axes() == nullptr) return 0;
    return room_of_ticks(scene) + scene.px(number_height) + room_of_name(scene, scene.axes()->x);
}

void add_named_axes(const Scene& scene, Frame& frame) {
    NamedAxes axes(scene, frame);
    if (axes.have_room()) axes.add();
}

}  // namespace epochscope
