#include "export/picture.h"

#include <epochscope/compute/threads.h>
#include <epochscope/io/png.h>
#include <epochscope/render/backgrounds.h>
#include <epochscope/render/raster.h>
#include <epochscope/render/sample_pictures.h>

#include <algorithm>
#include <utility>

namespace epochscope {

void check_size(Size size) {
    if (size.width < 1 || size.height < 1)
        throw Error("size", "is ", size.width, "x", size.height, ", expected at least 1x1");
    const auto width = static_cast<std::size_t>(size.width);
    if (static_cast<std::size_t>(size.height) > max_image_pixels / width)
        throw Error("size", "is ", size.width, "x", size.height, ", expected at most ",
                    max_image_pixels, " pixels in all");
}

PictureMaker::PictureMaker(const Dataset& dataset, const FrameRun& run)
    : dataset_(dataset), run_(run), threads_(threads_of(run.threads)) {
    check_size(run.size);
    prepare(run.view);
}

void PictureMaker::prepare(ViewState view) {
    view_ = std::move(view);
    const auto shown = backgrounds_to_show(dataset_, view_, landscape_size, threads_);
    // Pictures are told apart by their source, whose place another one may take.
    if (shown != backgrounds_ || seen_landscape_) kept_ = {};
    backgrounds_ = shown;
    seen_.reset();
    seen_landscape_.reset();
    // A landscape is painted with row 0 at the bottom.
    if (!shows_landscape(dataset_, view_.style)) return;
    view_.background_origin = Origin::lower;
    between_ = shows_between(dataset_, view_.style);
    seen_ = visible_cutout(dataset_.series.frame(), view_.camera, run_.size);
    if (seen_) seen_landscape_ = backgrounds_to_show(dataset_, view_, *seen_, threads_);
}

std::shared_ptr<const Image> PictureMaker::background(const BackgroundSource& source,
                                                      std::size_t epoch) const {
    for (const Kept& kept : kept_)
        if (kept.source == &source && kept.epoch == epoch) return kept.picture;
    if (!source.has(epoch)) return nullptr;
    return std::make_shared<const Image>(source.load(epoch));
}

BackgroundPair PictureMaker::pair_of(const BackgroundSource& source, const Moment& moment) {
    const auto from = background(source, moment.from);
    const auto to = moment.to == moment.from ? from : background(source, moment.to);
    kept_ = {Kept{&source, moment.from, from}, Kept{&source, moment.to, to}};
    return {from, to};
}

BackgroundPair PictureMaker::landscape(const Moment& moment) {
    if (!seen_) return {};
    BackgroundPair pair;
    if (between_ && moment.t > 0 && moment.t < 1 &&
        dataset_.landscape->has_between(moment.from, moment.to)) {
        pair.from = std::make_shared<const Image>(dataset_.landscape->paint_between(
            moment.from, moment.to, static_cast<double>(moment.t),
            colours_in(view_, dataset_.series.classes()), *seen_, threads_));
        pair.t = 0.0F;
    } else {
        pair = pair_of(*seen_landscape_, moment);
    }
    pair.part = seen_->part;
    return pair;
}

BackgroundPair PictureMaker::backgrounds(const Moment& moment) {
    if (!backgrounds_) return {};
    if (paints_parts(dataset_, view_, moment)) return landscape(moment);
    return pair_of(*backgrounds_, moment);
}

void PictureMaker::read_pictures(Frame& frame) {
    const auto read = [this](std::size_t sample) -> std::shared_ptr<const Image> {
        const ThumbnailSource& source = *dataset_.thumbnails;
        try {
            if (!source.has(sample)) return nullptr;
            return std::make_shared<const Image>(source.load(sample));
        } catch (const Error&) {
            return nullptr;
        }
    };
    decltype(pictures_) shown;
    set_images(frame, [&](std::size_t sample) {
        const auto kept = pictures_.find(sample);
        return shown.emplace(sample, kept != pictures_.end() ? kept->second : read(sample))
            .first->second;
    });
    pictures_ = std::move(shown);
}

Frame PictureMaker::frame_at(double playhead) {
    if (run_.stops.empty()) {
        view_.playhead = playhead;
    } else {
        prepare(run_.view_at(playhead));
    }
    Frame frame = compose(dataset_, view_, run_.size,
                          backgrounds(moment_at(view_.playhead, dataset_.series.epoch_count())));
    read_pictures(frame);
    return frame;
}

Image PictureMaker::at(double playhead) {
    const Frame frame = frame_at(playhead);
    const Moment moment = moment_at(view_.playhead, dataset_.series.epoch_count());
    Image picture(run_.size);
    raster(frame, picture, threads_);
    if (run_.paint_text) run_.paint_text(picture, frame);
    // Lost data would have been drawn as zeros.
    if (const auto what = dataset_.series.fault()) throw Error(*what);
    for (const std::size_t epoch : {last_.from, last_.to})
        if (epoch != moment.from && epoch != moment.to) dataset_.series.release(epoch);
    last_ = moment;
    return picture;
}

Image render_picture(const Dataset& dataset, const ViewState& view, Size size,
                     const TextPainter& paint_text) {
    const FrameRun run{.view = view, .size = size, .playheads = {}, .paint_text = paint_text};
    return PictureMaker(dataset, run).at(view.playhead);
}

}  // namespace epochscope
