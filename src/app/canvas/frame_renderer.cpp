#include "app/canvas/frame_renderer.h"

#include <epochscope/model/playhead.h>

#include <algorithm>
#include <chrono>

namespace epochscope::app {
namespace {

/// Longer than between two moves of a hand.
constexpr std::chrono::milliseconds rest(32);
/// How many epochs stay in memory: a hand moves to and fro between them.
constexpr std::size_t max_resident = 4;
/// Panels and trails read epochs too: whenever an epoch is left, so many are released in turn.
constexpr std::size_t swept_at_once = 8;

}  // namespace

void EpochFootprint::drawn(const FrameRequest& request) {
    if (!request.dataset) return;
    const Dataset& dataset = *request.dataset;
    const Moment moment = moment_at(request.view.playhead, dataset.series.epoch_count());
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
    while (recent_.size() > max_resident) {
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
      worker_([this](const Request& request,
                     const std::stop_token& stop) { return draw(request, stop); },
              rest) {}

std::optional<FrameRenderer::Request> FrameRenderer::draw(const Request& request,
                                                          const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const auto& dataset = request.frame.dataset;
    const std::size_t samples = dataset ? dataset->series.sample_count() : 0;
    const std::size_t stride = request.exact ? 1 : level_of_detail_.stride_for(samples);
    const auto start = Clock::now();
    Picture picture = app::drawn(request.frame, stride, stop);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const auto& filter = request.frame.view.filter;
    level_of_detail_.took(std::min(samples / stride, filter ? filter->count() : samples), seconds);
    // The format of the window's backing store, so that painting only copies.
    picture.image.convertTo(QImage::Format_RGB32);
    deliver_(std::move(picture), request.number);
    footprint_.drawn(request.frame);
    if (stride == 1) return std::nullopt;
    return Request{request.frame, request.number, true};
}

}  // namespace epochscope::app
