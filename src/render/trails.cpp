#include "render/trails.h"

#include <epochscope/render/contrast.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The epochs after which the strength of a trail is 1/e.
constexpr double fading = 3;
/// The future is slightly fainter than the past.
constexpr float future_fraction = 0.7F;
// Logical pixels; the first of two is far from the playhead, the second near it.
constexpr float far_width = 1.75F;
constexpr float near_width = 3.25F;
/// Of a tone's strength.
constexpr float far_tone = 0.4F;
constexpr float far_dot = 2;
constexpr float near_dot = 3;
constexpr float halo = 1.75F;
constexpr float dot_ring = 1;
/// The minimum distances between dots, and between arrows, along the path.
constexpr float dot_distance = 7;
constexpr float arrow_distance = 64;
/// Pieces shorter than this have no arrow.
constexpr float arrow_room = 18;
constexpr float arrow_length = 6;
/// Half the width of an arrow as a fraction of its length.
constexpr float arrow_slope = 0.5F;
/// An arrow is filled by rays to its tip.
constexpr std::array<float, 5> arrow_rays{-1, -0.5F, 0, 0.5F, 1};
constexpr float ray_width = 2;

float between(float far, float near, float strength) { return far + (near - far) * strength; }

bool is_somewhere(Pixel p) { return std::isfinite(p.x) && std::isfinite(p.y); }

float distance(Pixel a, Pixel b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// A line from one epoch to the next, or to or from the playhead.
struct Piece {
    Pixel from;
    Pixel to;
    Colour colour;
    float strength;
    /// Of a move that is the layout's.
    bool is_false = false;
};

class Trail {
  public:
    Trail(const Scene& scene, std::size_t sample, Frame& frame)
        : scene_(scene), sample_(sample), frame_(frame) {}

    void add() {
        gather();
        for (const Piece& piece : pieces_)
            add_line(piece.from, piece.to, scene_.style().canvas, width_of(piece) + 2 * halo);
        // Near the playhead the path lies over itself.
        std::ranges::stable_sort(pieces_, {}, &Piece::strength);
        for (const Piece& piece : pieces_) add_core(piece);
        for (const Piece& arrow : arrows_) add_arrow(arrow);
        add_dots();
    }

  private:
    [[nodiscard]] Pixel at_epoch(std::size_t e) const {
        return scene_.mapping().to_pixel(scene_.series().positions(e)[sample_]);
    }

    [[nodiscard]] Colour colour_at(std::size_t e, float strength) const {
        const std::span<const std::int32_t> predictions = scene_.series().epoch(e).predictions;
        Colour colour = scene_.label_colour_of(sample_);
        if (!predictions.empty()) {
            const auto c = static_cast<std::size_t>(predictions[sample_]);
            colour = c < scene_.colours().size() ? scene_.colours()[c] : no_class_colour;
        }
        return toned(colour, scene_.style().canvas, between(far_tone, 1, strength));
    }

    [[nodiscard]] static float width_of(const Piece& piece) {
        return between(far_width, near_width, piece.strength);
    }

    void gather() {
        const Moment& now = scene_.moment();
        for (std::size_t e = 0; e + 1 < scene_.series().epoch_count(); ++e) {
            const auto epoch = static_cast<double>(e);
            if (e == now.from && now.t > 0) {
                // Split at the playhead into past and future.
                const Pixel here = scene_.pixel_of(sample_);
                gather(e, at_epoch(e), here, (epoch + scene_.playhead()) / 2);
                gather(e, here, at_epoch(e + 1), (epoch + 1 + scene_.playhead()) / 2);
            } else {
                gather(e, at_epoch(e), at_epoch(e + 1), epoch + 0.5);
            }
        }
    }

    void gather(std::size_t e, Pixel from, Pixel to, double middle) {
        if (!is_somewhere(from) || !is_somewhere(to)) return;
        const float strength = trail_strength(middle - scene_.playhead());
        const Piece piece{from, to, colour_at(e, strength), strength,
                          scene_.is_false_move(e, sample_)};
        pieces_.push_back(piece);
        const float length = distance(from, to);
        since_arrow_ += length;
        if (length < scene_.px(arrow_room) || since_arrow_ < scene_.px(arrow_distance)) return;
        since_arrow_ = 0;
        arrows_.push_back(piece);
    }

    void add_core(const Piece& piece) {
        add_line(piece.from, piece.to, piece.colour, width_of(piece), piece.is_false);
    }

    /// A line with square ends, so that lines that meet have no gap.
    void add_line(Pixel from, Pixel to, Colour colour, float width, bool dashed = false) {
        const float length = distance(from, to);
        if (!(length > 0)) return;
        const float reach = scene_.px(width) / 2 / length;
        const float dx = (to.x - from.x) * reach;
        const float dy = (to.y - from.y) * reach;
        frame_.trails.push_back(
            {{from.x - dx, from.y - dy}, {to.x + dx, to.y + dy}, colour, scene_.px(width), dashed});
    }

    /// An arrow head at the middle of a piece.
    void add_arrow(const Piece& piece) {
        const float length = distance(piece.from, piece.to);
        const float size = scene_.px(arrow_length + width_of(piece));
        const float ux = (piece.to.x - piece.from.x) / length * size;
        const float uy = (piece.to.y - piece.from.y) / length * size;
        const Pixel tip{(piece.from.x + piece.to.x + ux) / 2, (piece.from.y + piece.to.y + uy) / 2};
        const auto add_rays = [&](Colour colour, float width) {
            for (const float ray : arrow_rays) {
                const float side = ray * arrow_slope;
                add_line({tip.x - ux - side * uy, tip.y - uy + side * ux}, tip, colour, width);
            }
        };
        add_rays(scene_.style().canvas, ray_width + 2 * halo);
        add_core(piece);
        add_rays(piece.colour, ray_width);
    }

    void add_dots() {
        std::optional<Pixel> last;
        for (std::size_t e = 0; e < scene_.series().epoch_count(); ++e) {
            const double away = static_cast<double>(e) - scene_.playhead();
            const Pixel centre = at_epoch(e);
            if (away == 0 || !is_somewhere(centre)) continue;
            if (last && distance(*last, centre) < scene_.px(dot_distance)) continue;
            last = centre;
            const float strength = trail_strength(away);
            frame_.markers.push_back({centre, scene_.px(between(far_dot, near_dot, strength)),
                                      colour_at(e, strength), scene_.style().canvas,
                                      scene_.px(dot_ring)});
        }
    }

    const Scene& scene_;
    std::size_t sample_;
    Frame& frame_;
    std::vector<Piece> pieces_;
    std::vector<Piece> arrows_;
    float since_arrow_ = 0;
};

}  // namespace

float trail_strength(double distance) {
    const auto strength = static_cast<float>(std::exp(-std::abs(distance) / fading));
    return distance > 0 ? strength * future_fraction : strength;
}

void add_trail(const Scene& scene, std::size_t sample, Frame& frame) {
    Trail(scene, sample, frame).add();
}

}  // namespace epochscope
