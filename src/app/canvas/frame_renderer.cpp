#include "app/canvas/frame_renderer.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <chrono>

namespace epochscope::app {
namespace {

/// A hand that moves is not at rest between two of its moves.
constexpr std::chrono::milliseconds rest(32);
/// How many epochs stay in memory: those that a hand goes to and fro between.
constexpr std::size_t most_resident = 4;
/// Others look at epochs too (neighbours an epoch earlier, trails): whenever one is left, so many
/// are released in turn.
constexpr std::size_t swept_at_once = 8;

}  // namespace

void EpochFootprint::looked_at(const Dataset& dataset, const Moment& moment) {
    if (dataset_ != &dataset) {
        dataset_ = &dataset;
        recent_.clear();
        swept_ = 0;
    }
    bool came = false;
    for (const std::size_t epoch : {moment.to, moment.from}) {
        came = std::erase(recent_, epoch) == 0 || came;
        recent_.push_front(epoch);
    }
    if (came) release_old(dataset);
}

void EpochFootprint::release_old(const Dataset& dataset) {
    const EpochSeries& series = dataset.series;
    while (recent_.size() > most_resident) {
        series.release(recent_.back());
        recent_.pop_back();
    }
    for (std::size_t i = 0; i < std::min(swept_at_once, series.epoch_count()); ++i) {
        swept_ = (swept_ + 1) % series.epoch_count();
        if (std::find(recent_.begin(), recent_.end(), swept_) == recent_.end())
            series.release(swept_);
    }
}

FrameRenderer::FrameRenderer(Deliver deliver)
    : deliver_(std::move(deliver)),
      worker_([this](const Wish& wish, const std::stop_token& stop) { return fulfil(wish, stop); },
              rest) {}

std::optional<FrameRenderer::Wish> FrameRenderer::fulfil(const Wish& wish,
                                                         const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const Dataset* dataset = wish.shot.dataset.get();
    const std::size_t samples = dataset != nullptr ? dataset->series.sample_count() : 0;
    const std::size_t stride = wish.exact ? 1 : pace_.stride_for(samples);
    try {
        const auto start = Clock::now();
        Picture picture = drawn(wish.shot, stride, stop);
        pace_.took(samples / stride, std::chrono::duration<double>(Clock::now() - start).count());
        // As the window's store has it, so that painting it is copying it.
        picture.image.convertTo(QImage::Format_RGB32);
        deliver_(std::move(picture), wish.number);
    } catch (const Cancelled&) {
        return std::nullopt;
    }
    if (dataset != nullptr)
        footprint_.looked_at(*dataset,
                             moment_at(wish.shot.view.playhead, dataset->series.epoch_count()));
    if (stride == 1) return std::nullopt;
    return Wish{wish.shot, wish.number, true};
}

}  // namespace epochscope::app
