#include "app/canvas/landscape_detail.h"

#include "app/tasks/post.h"

#include <epochscope/model/playhead.h>
#include <epochscope/render/backgrounds.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace epochscope::app {
namespace {

/// Whether a picture has a higher resolution than that of the whole landscape.
bool is_finer(const Cutout& seen, const Box& frame, Size whole) {
    const auto a_unit = [](int pixels, float low, float high) {
        return pixels / (static_cast<double>(high) - static_cast<double>(low));
    };
    const Box& part = *seen.part;
    return a_unit(seen.size.width, part.min.x, part.max.x) >
               a_unit(whole.width, frame.min.x, frame.max.x) ||
           a_unit(seen.size.height, part.min.y, part.max.y) >
               a_unit(whole.height, frame.min.y, frame.max.y);
}

}  // namespace

bool LandscapeDetail::serves(const Painted& painted, const Request& request) {
    return painted.tile && painted.tile->look == request.tile->look && painted.has(request.from) &&
           painted.has(request.to);
}

bool LandscapeDetail::Request::contains(std::size_t index) const {
    return index == from || index == to || std::ranges::find(ahead, index) != ahead.end();
}

LandscapeDetail::LandscapeDetail()
    : worker_([this](const Request& request, const std::stop_token& stop) {
          return paint_next(request, stop);
      }) {
    rest_.setSingleShot(true);
    rest_.setTimerType(Qt::PreciseTimer);
    rest_.setInterval(LandscapeDetailPacing::rest + std::chrono::milliseconds(10));
    connect(&rest_, &QTimer::timeout, this, [this] {
        if (!pacing_.shows()) emit changed();
    });
}

void LandscapeDetail::forget() {
    tile_.reset();
    requested_.reset();
    shown_ = {};
    worker_.request({});
}

std::shared_ptr<const BackgroundPair> LandscapeDetail::of(const Dataset& dataset,
                                                          const ViewState& view, Size canvas,
                                                          std::size_t steps) {
    const std::size_t epochs = dataset.series.epoch_count();
    const bool can = paints_parts(dataset, view, moment_at(view.playhead, epochs)) &&
                     view.background_origin == Origin::lower;
    const auto seen =
        can ? visible_cutout(dataset.series.frame(), view.camera, canvas) : std::nullopt;
    if (!seen || !is_finer(*seen, dataset.series.frame(), live_size(*dataset.landscape, epochs)))
        return nullptr;
    aim_at(dataset, view, *seen, steps);
    const std::size_t count = (epochs - 1) * steps + 1;
    const double place = view.playhead * static_cast<double>(steps);
    const Moment moment = moment_at(place, count);
    Request request{tile_, moment.from, moment.to, {}};
    const bool painted = serves(shown_, request);
    if (pacing_.at(place, painted, LandscapeDetailPacing::Clock::now())) rest_.start();
    if (pacing_.is_worth_it()) send(std::move(request), count);
    if (!painted || !pacing_.shows()) return nullptr;
    return std::make_shared<const BackgroundPair>(
        BackgroundPair{.from = shown_.pictures.at(moment.from),
                       .to = shown_.pictures.at(moment.to),
                       .t = moment.t,
                       .part = shown_.tile->cutout.part});
}

void LandscapeDetail::aim_at(const Dataset& dataset, const ViewState& view, const Cutout& seen,
                             std::size_t steps) {
    Look look{dataset.landscape, colours_in(view, dataset.series.classes()), steps};
    if (tile_ && tile_->cutout == seen && tile_->look == look) return;
    // One thread paints, since the others draw samples.
    tile_ = std::make_shared<const Tile>(
        Tile{std::move(look), seen, backgrounds_to_show(dataset, view, seen, 1, steps)});
}

void LandscapeDetail::send(Request request, std::size_t count) {
    if (requested_ && requested_->tile == request.tile && requested_->from == request.from &&
        requested_->to == request.to)
        return;
    const Look& look = request.tile->look;
    const auto can = [&look](std::size_t index) {
        const std::size_t epoch = index / look.steps;
        return look.landscape->is_by_model(epoch) &&
               (index % look.steps == 0 || look.landscape->is_by_model(epoch + 1));
    };
    if (request.to + 1 < count && can(request.to + 1)) request.ahead.push_back(request.to + 1);
    if (request.from > 0 && can(request.from - 1)) request.ahead.push_back(request.from - 1);
    requested_ = request;
    worker_.request(std::move(request));
}

void LandscapeDetail::take(const Painted& painted) {
    pacing_.took(painted.seconds_a_picture);
    // It was begun before forget(), or before the colours changed.
    if (!requested_ || painted.tile->look != requested_->tile->look) return;
    // The playhead has moved on, and what is shown still serves.
    const bool served = serves(shown_, *requested_);
    if (served && !serves(painted, *requested_)) return;
    const bool is_other = !served || shown_.tile != painted.tile;
    shown_ = painted;
    if (is_other) emit changed();
}

std::vector<std::size_t> LandscapeDetail::missing_of(const Request& request) const {
    std::vector<std::size_t> missing;
    if (!held_.has(request.from)) missing.push_back(request.from);
    if (request.to != request.from && !held_.has(request.to)) missing.push_back(request.to);
    for (const std::size_t index : request.ahead)
        if (missing.empty() && !held_.has(index)) missing.push_back(index);
    return missing;
}

void LandscapeDetail::paint(std::size_t index) {
    const auto start = std::chrono::steady_clock::now();
    held_.pictures[index] = std::make_shared<const Image>(held_.tile->pictures->load(index));
    held_.seconds_a_picture =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::optional<LandscapeDetail::Request> LandscapeDetail::paint_next(const Request& request,
                                                                    const std::stop_token& stop) {
    if (held_.tile != request.tile) held_ = {request.tile, {}, held_.seconds_a_picture};
    if (!request.tile) return std::nullopt;
    std::erase_if(held_.pictures,
                  [&](const auto& entry) { return !request.contains(entry.first); });
    const std::vector<std::size_t> next = missing_of(request);
    if (next.empty() || stop.stop_requested()) return std::nullopt;
    try {
        for (const std::size_t index : next) paint(index);
    } catch (const std::exception&) {
        // Painting the whole landscape reports the problem.
        return std::nullopt;
    }
    post(this, [this, painted = held_] { take(painted); });
    return request;
}

}  // namespace epochscope::app
