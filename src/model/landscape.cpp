#include <epochscope/model/landscape.h>

#include <utility>

namespace epochscope {

namespace {

class PaintedBackgrounds : public BackgroundSource {
  public:
    PaintedBackgrounds(std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours,
                       Size size, int threads)
        : landscape_(std::move(landscape)),
          colours_(std::move(colours)),
          size_(size),
          threads_(threads) {}

    [[nodiscard]] bool has(std::size_t epoch) const override { return landscape_->has(epoch); }
    [[nodiscard]] Image load(std::size_t epoch) const override {
        return landscape_->paint(epoch, colours_, size_, threads_);
    }
    [[nodiscard]] Orientation orientation() const override {
        return {.origin = Origin::lower, .agreement = {}, .problem = {}};
    }

  private:
    std::shared_ptr<const Landscape> landscape_;
    std::vector<Colour> colours_;
    Size size_;
    int threads_;
};

constexpr Size live_by_planes{500, 400};
constexpr Size live_from_points{250, 200};

}  // namespace

Size live_size(const Landscape& landscape, std::size_t epoch_count) {
    for (std::size_t e = 0; e < epoch_count; ++e)
        if (landscape.is_from_points(e)) return live_from_points;
    return live_by_planes;
}

std::shared_ptr<const BackgroundSource> backgrounds_of(std::shared_ptr<const Landscape> landscape,
                                                       std::vector<Colour> colours, Size size,
                                                       int threads) {
    return std::make_shared<PaintedBackgrounds>(std::move(landscape), std::move(colours), size,
                                                threads);
}

}  // namespace epochscope
