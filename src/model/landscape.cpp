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

}  // namespace

std::shared_ptr<const BackgroundSource> backgrounds_of(std::shared_ptr<const Landscape> landscape,
                                                       std::vector<Colour> colours, Size size,
                                                       int threads) {
    return std::make_shared<PaintedBackgrounds>(std::move(landscape), std::move(colours), size,
                                                threads);
}

}  // namespace epochscope
