#include <epochscope/model/landscape.h>

#include <cmath>
#include <cstdint>
#include <utility>

namespace epochscope {

namespace {

class PaintedBackgrounds : public BackgroundSource {
  public:
    PaintedBackgrounds(std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours,
                       Cutout cutout, int threads)
        : landscape_(std::move(landscape)),
          colours_(std::move(colours)),
          cutout_(cutout),
          threads_(threads) {}

    [[nodiscard]] bool has(std::size_t epoch) const override { return landscape_->has(epoch); }
    [[nodiscard]] Image load(std::size_t epoch) const override {
        return landscape_->paint(epoch, colours_, cutout_, threads_);
    }
    [[nodiscard]] Orientation orientation() const override {
        return {.origin = Origin::lower, .agreement = {}, .problem = {}};
    }

  protected:
    std::shared_ptr<const Landscape> landscape_;
    std::vector<Colour> colours_;
    Cutout cutout_;
    int threads_;
};

Image faded(Image from, const Image& to, double t) {
    const auto share = static_cast<float>(t);
    for (std::size_t i = 0; i < from.rgba.size(); ++i) {
        const auto a = static_cast<float>(from.rgba[i]);
        const auto b = static_cast<float>(to.rgba[i]);
        from.rgba[i] = static_cast<std::uint8_t>(std::lround(a + share * (b - a)));
    }
    return from;
}

class BackgroundsBetween : public PaintedBackgrounds {
  public:
    BackgroundsBetween(std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours,
                       Cutout cutout, std::size_t steps, int threads)
        : PaintedBackgrounds(std::move(landscape), std::move(colours), cutout, threads),
          steps_(steps) {}

    [[nodiscard]] bool has(std::size_t step) const override {
        const std::size_t epoch = step / steps_;
        return landscape_->has(epoch) && (step % steps_ == 0 || landscape_->has(epoch + 1));
    }
    [[nodiscard]] Image load(std::size_t step) const override {
        const std::size_t epoch = step / steps_;
        if (step % steps_ == 0) return PaintedBackgrounds::load(epoch);
        const double t = static_cast<double>(step % steps_) / static_cast<double>(steps_);
        if (landscape_->has_between(epoch, epoch + 1))
            return landscape_->paint_between(epoch, epoch + 1, t, colours_, cutout_, threads_);
        return faded(PaintedBackgrounds::load(epoch), PaintedBackgrounds::load(epoch + 1), t);
    }

  private:
    std::size_t steps_;
};

constexpr Size live_by_planes{500, 400};
constexpr Size live_from_points{250, 200};

}  // namespace

Image Landscape::paint_between(std::size_t from, std::size_t to, double t,
                               std::span<const Colour> colours, const Cutout& cutout,
                               int threads) const {
    return paint(t < 0.5 ? from : to, colours, cutout, threads);
}

bool has_between(const Landscape& landscape, std::size_t epoch_count) {
    for (std::size_t e = 0; e + 1 < epoch_count; ++e)
        if (landscape.has_between(e, e + 1)) return true;
    return false;
}

Size live_size(const Landscape& landscape, std::size_t epoch_count) {
    for (std::size_t e = 0; e < epoch_count; ++e)
        if (landscape.is_from_points(e)) return live_from_points;
    return live_by_planes;
}

std::shared_ptr<const BackgroundSource> backgrounds_of(std::shared_ptr<const Landscape> landscape,
                                                       std::vector<Colour> colours, Cutout cutout,
                                                       int threads) {
    return std::make_shared<PaintedBackgrounds>(std::move(landscape), std::move(colours), cutout,
                                                threads);
}

std::shared_ptr<const BackgroundSource> backgrounds_between(
    std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours, Cutout cutout,
    std::size_t steps, int threads) {
    return std::make_shared<BackgroundsBetween>(std::move(landscape), std::move(colours), cutout,
                                                steps, threads);
}

}  // namespace epochscope
