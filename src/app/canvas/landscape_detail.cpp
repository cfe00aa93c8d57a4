#include "app/canvas/landscape_detail.h"

#include <epochscope/model/playhead.h>
#include <epochscope/render/backgrounds.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace epochscope::app {
namespace {

/// Whether a picture shows more than the whole landscape does, as it is painted for the window.
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

bool LandscapeDetail::serves(const Painted& painted, const Wish& wish) {
    return painted.plate && painted.plate->look == wish.plate->look && painted.has(wish.from) &&
           painted.has(wish.to);
}

bool LandscapeDetail::Wish::names(std::size_t index) const {
    return index == from || index == to || std::ranges::find(ahead, index) != ahead.end();
}

LandscapeDetail::LandscapeDetail()
    : worker_(
          [this](const Wish& wish, const std::stop_token& stop) { return fulfil(wish, stop); }) {
    rest_.setSingleShot(true);
    rest_.setTimerType(Qt::PreciseTimer);
    rest_.setInterval(LandscapeDetailPacing::rest + std::chrono::milliseconds(10));
    connect(&rest_, &QTimer::timeout, this, [this] {
        if (!pace_.shows()) emit changed();
    });
}

void LandscapeDetail::forget() {
    plate_.reset();
    asked_.reset();
    shown_ = {};
    worker_.wish({});
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
    Wish wish{plate_, moment.from, moment.to, {}};
    const bool painted = serves(shown_, wish);
    if (pace_.at(place, painted, LandscapeDetailPacing::Clock::now())) rest_.start();
    if (pace_.is_worth_it()) ask(std::move(wish), count);
    if (!painted || !pace_.shows()) return nullptr;
    return std::make_shared<const BackgroundPair>(
        BackgroundPair{.from = shown_.pictures.at(moment.from),
                       .to = shown_.pictures.at(moment.to),
                       .t = moment.t,
                       .part = shown_.plate->cutout.part});
}

void LandscapeDetail::aim_at(const Dataset& dataset, const ViewState& view, const Cutout& seen,
                             std::size_t steps) {
    Look look{dataset.landscape, colours_in(view, dataset.series.classes()), steps};
    if (plate_ && plate_->cutout == seen && plate_->look == look) return;
    // One thread paints, so that others draw samples meanwhile.
    plate_ = std::make_shared<const Plate>(
        Plate{std::move(look), seen, backgrounds_to_show(dataset, view, seen, 1, steps)});
}

void LandscapeDetail::ask(Wish wish, std::size_t count) {
    if (asked_ && asked_->plate == wish.plate && asked_->from == wish.from && asked_->to == wish.to)
        return;
    const Look& look = wish.plate->look;
    const auto can = [&look](std::size_t index) {
        const std::size_t epoch = index / look.steps;
        return look.landscape->is_by_model(epoch) &&
               (index % look.steps == 0 || look.landscape->is_by_model(epoch + 1));
    };
    if (wish.to + 1 < count && can(wish.to + 1)) wish.ahead.push_back(wish.to + 1);
    if (wish.from > 0 && can(wish.from - 1)) wish.ahead.push_back(wish.from - 1);
    asked_ = wish;
    worker_.wish(std::move(wish));
}

void LandscapeDetail::take(const Painted& painted) {
    pace_.took(painted.seconds_a_picture);
    // Begun before it was forgotten, or before there were other colours.
    if (!asked_ || painted.plate->look != asked_->plate->look) return;
    // Or the playhead is elsewhere by now, where what is shown still serves.
    const bool served = serves(shown_, *asked_);
    if (served && !serves(painted, *asked_)) return;
    const bool is_other = !served || shown_.plate != painted.plate;
    shown_ = painted;
    // What comes later is not seen yet.
    if (is_other) emit changed();
}

std::vector<std::size_t> LandscapeDetail::missing_of(const Wish& wish) const {
    std::vector<std::size_t> missing;
    if (!held_.has(wish.from)) missing.push_back(wish.from);
    if (wish.to != wish.from && !held_.has(wish.to)) missing.push_back(wish.to);
    for (const std::size_t index : wish.ahead)
        if (missing.empty() && !held_.has(index)) missing.push_back(index);
    return missing;
}

void LandscapeDetail::paint(std::size_t index) {
    const auto start = std::chrono::steady_clock::now();
    held_.pictures[index] = std::make_shared<const Image>(held_.plate->pictures->load(index));
    held_.seconds_a_picture =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::optional<LandscapeDetail::Wish> LandscapeDetail::fulfil(const Wish& wish,
                                                             const std::stop_token& stop) {
    if (held_.plate != wish.plate) held_ = {wish.plate, {}, held_.seconds_a_picture};
    if (!wish.plate) return std::nullopt;
    std::erase_if(held_.pictures, [&](const auto& entry) { return !wish.names(entry.first); });
    const std::vector<std::size_t> next = missing_of(wish);
    if (next.empty() || stop.stop_requested()) return std::nullopt;
    try {
        for (const std::size_t index : next) paint(index);
    } catch (const std::exception&) {
        // Whoever paints the whole landscape says what is wrong.
        return std::nullopt;
    }
    QMetaObject::invokeMethod(
        this, [this, painted = held_] { take(painted); }, Qt::QueuedConnection);
    return wish;
}

}  // namespace epochscope::app
