#include "gl/point_pass.h"

#include "gl/program.h"

#include <epochscope/model/error.h>

#include <QVector2D>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace epochscope::gl {
namespace {

// The places of the attributes in points.vert.
enum Attribute : GLuint { from, to, colour_index, confidence, label, is_picked, passes };

/// The middle of the canvas in the plane, as the sum of two floats for each axis: at a close look
/// one is not enough.
struct Middle {
    QVector2D coarse;
    QVector2D rest;
};

Middle middle_of(const Mapping& mapping, Size size) {
    const double x = (size.width / 2.0 - mapping.offset_x) / mapping.scale_x;
    const double y = (size.height / 2.0 - mapping.offset_y) / mapping.scale_y;
    const QVector2D coarse(static_cast<float>(x), static_cast<float>(y));
    return {
        coarse,
        {static_cast<float>(x - double{coarse.x()}), static_cast<float>(y - double{coarse.y()})}};
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

template <typename Source>
bool shows_confidence(const PointLayer& points, const Source& source) {
    return !points.confidence.empty() && !source.from.confidence.empty();
}

/// A disc's coverage ends half a pixel beyond its radius, and OpenGL rounds the square's edges to
/// some part of a pixel.
constexpr float reach_beyond = 0.5F + 1.0F / 32;

/// As wide as frames may look ahead: what comes later is not worth the reading, since the hand may
/// turn round.
constexpr std::size_t max_ahead = 8;

}  // namespace

PointPass::PointPass(Functions& gl, std::size_t budget, std::function<void()> arrived)
    : gl_(gl),
      program_(make_program("points")),
      buffers_(gl, budget, std::move(arrived)),
      palette_(gl, 4),
      hidden_(gl, 1),
      marks_(gl),
      filter_(gl),
      codes_(gl) {
    if (!attributes_.create()) throw Error("OpenGL", "no vertex array could be made");
}

void PointPass::show(std::optional<EpochSeries> series) {
    // First, since what is being read is kept alive by the old one.
    buffers_.forget();
    series_.reset();
    if (series) series_.emplace(*std::move(series));
    plan_ = {};
}

bool PointPass::draw(const PointLayer& points, Size size,
                     std::optional<std::chrono::milliseconds> patience) {
    if (points.from.empty()) return true;
    const auto start = std::chrono::steady_clock::now();
    buffers_.begin_frame();
    const auto pair = series_ ? epochs_of(*series_, points) : std::nullopt;
    const Source source = source_of(points, pair);
    need(source);
    if (pair) prefetch(*pair, points.t);
    // Nobody else keeps alive what is of no series: it is waited for.
    const bool all_there = buffers_.wait(pair ? patience : std::nullopt);
    kept_waiting_ += std::chrono::steady_clock::now() - start;
    if (all_there) {
        render(points, source, size);
    } else if (const auto other = nearest_loaded(points, *pair)) {
        render(points, *other, size);
    }
    return all_there;
}

PointPass::Source PointPass::source_of(const PointLayer& points,
                                       const std::optional<EpochPair>& pair) const {
    if (!pair) {
        const std::size_t bytes = class_bytes_for(class_count_of(points));
        const std::span<const std::int32_t> none;
        const Batch from{points.from, points.confidence,
                         points.colour_owner ? none : points.colour_index, bytes};
        return {from, {points.to, {}, {}, bytes}, from, {{}, {}, points.labels, bytes}, points.t};
    }
    const Batch from = batch_of(*series_, pair->from);
    const Batch labels = labels_of(*series_);
    const bool by_label = points.colour_index.data() == series_->labels().data();
    return {from, batch_of(*series_, pair->to), by_label ? labels : from, labels, points.t};
}

void PointPass::need(const Source& source) {
    for (const Batch* batch : {&source.from, &source.to, &source.labels}) buffers_.need(*batch);
}

void PointPass::prefetch(const EpochPair& pair, float t) {
    plan_.reach(pair, t);
    const std::size_t bytes = batch_of(*series_, pair.from).bytes();
    const std::size_t room = buffers_.budget() / bytes;
    const std::size_t max = std::clamp<std::size_t>(room, 2, max_ahead + 2) - 2;
    for (const std::size_t epoch : plan_.ahead(series_->epoch_count(), max))
        buffers_.want(batch_of(*series_, epoch));
}

std::optional<PointPass::Source> PointPass::nearest_loaded(const PointLayer& points,
                                                           const EpochPair& pair) const {
    const Batch labels = labels_of(*series_);
    if (buffers_.find(labels) == 0) return std::nullopt;
    const double playhead = static_cast<double>(pair.from) + static_cast<double>(points.t);
    std::optional<Source> nearest;
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t e = 0; e < series_->epoch_count(); ++e) {
        const double distance = std::abs(static_cast<double>(e) - playhead);
        const Batch batch = batch_of(*series_, e);
        if (distance >= best || buffers_.find(batch) == 0) continue;
        const bool by_label = points.colour_index.data() == series_->labels().data();
        nearest =
            Source{batch, batch, by_label || batch.classes.empty() ? labels : batch, labels, 0};
        best = distance;
    }
    return nearest;
}

void PointPass::render(const PointLayer& points, const Source& source, Size size) {
    const float reach = points.radius + reach_beyond;
    const float margin = margin_for(reach, size);
    const bool sprites = margin > 0;
    set_uniforms(points, source, size);
    program_->setUniformValue("reach", reach);
    program_->setUniformValue("margin", margin);
    program_->setUniformValue("sprites", sprites);
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    set_attributes(points, source, sprites ? 0 : 1);
    // Those picked come over all others.
    program_->setUniformValue("share", points.picked ? 0 : -1);
    program_->setUniformValue("opacity", points.opacity);
    draw_samples(points, size, margin);
    if (!points.picked) return;
    program_->setUniformValue("share", 1);
    program_->setUniformValue("opacity", points.picked_opacity);
    draw_samples(points, size, margin);
}

/// As sprites where the margin is not 0.
void PointPass::draw_samples(const PointLayer& points, Size size, float margin) {
    const auto count = static_cast<GLsizei>(points.from.size());
    if (margin == 0) {
        gl_.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count);
        return;
    }
    // OpenGL leaves out sprites whose middle is outside: so the outside begins farther out.
    const auto edge = static_cast<GLint>(margin);
    gl_.glViewport(-edge, -edge, size.width + 2 * edge, size.height + 2 * edge);
    gl_.glEnable(GL_PROGRAM_POINT_SIZE);
    gl_.glDrawArrays(GL_POINTS, 0, count);
    gl_.glDisable(GL_PROGRAM_POINT_SIZE);
    gl_.glViewport(0, 0, size.width, size.height);
}

/// By how much the viewport has to be larger than the canvas where samples are sprites that reach
/// so far; 0 where they are too large for that.
float PointPass::margin_for(float reach, Size size) const {
    std::array<GLfloat, 2> sizes{};
    gl_.glGetFloatv(GL_POINT_SIZE_RANGE, sizes.data());
    std::array<GLint, 2> max{};
    gl_.glGetIntegerv(GL_MAX_VIEWPORT_DIMS, max.data());
    const float margin = std::ceil(reach);
    const bool fits = 2 * reach <= sizes[1] &&
                      static_cast<float>(size.width) + 2 * margin <= static_cast<float>(max[0]) &&
                      static_cast<float>(size.height) + 2 * margin <= static_cast<float>(max[1]);
    return fits ? margin : 0;
}

void PointPass::set_uniforms(const PointLayer& points, const Source& source, Size size) {
    use(*program_, size);
    const Middle middle = middle_of(points.mapping, size);
    const QVector2D scale(static_cast<float>(points.mapping.scale_x),
                          static_cast<float>(points.mapping.scale_y));
    program_->setUniformValue("t", source.t);
    program_->setUniformValue("scale", scale);
    program_->setUniformValue("centre", middle.coarse);
    program_->setUniformValue("centre_rest", middle.rest);
    program_->setUniformValue("radius", points.radius);
    // Where there is no confidence, all of it counts.
    program_->setUniformValue("confidence_floor",
                              shows_confidence(points, source) ? points.confidence_floor : 1.0F);
    program_->setUniformValue("some_hidden", !points.hidden.empty());
    program_->setUniformValue("some_filtered", points.filter != nullptr);
    program_->setUniformValue("classes", static_cast<GLint>(points.palette.size()));
    program_->setUniformValue("no_class", to_vector(no_class_colour));
    program_->setUniformValue("palette", 0);
    program_->setUniformValue("hidden", 1);
    palette_.bind(0, std::as_bytes(std::span(points.palette)));
    hidden_.bind(1, std::as_bytes(std::span(points.hidden)));
}

void PointPass::set_attributes(const PointLayer& points, const Source& source, GLuint divisor) {
    for (const GLuint place : {from, to, colour_index, confidence, label, is_picked, passes})
        gl_.glVertexAttribDivisor(place, divisor);
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffers_.find(source.to));
    gl_.glVertexAttribPointer(to, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    gl_.glEnableVertexAttribArray(to);
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffers_.find(source.from));
    gl_.glVertexAttribPointer(from, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    gl_.glEnableVertexAttribArray(from);
    if (shows_confidence(points, source)) {
        gl_.glVertexAttribPointer(confidence, 1, GL_FLOAT, GL_FALSE, 0,
                                  offset(source.from.confidence_at()));
        gl_.glEnableVertexAttribArray(confidence);
    } else {
        gl_.glDisableVertexAttribArray(confidence);
    }
    if (points.colour_owner)
        codes_.set_attribute(colour_index, std::as_bytes(points.colour_index), GL_UNSIGNED_INT,
                             points.colour_owner);
    else
        set_classes(colour_index, source.colours);
    set_classes(label, source.labels);
    const auto marks = [](const auto& some) {
        return some ? std::as_bytes(some->marks()) : std::span<const std::byte>{};
    };
    marks_.set_attribute(is_picked, marks(points.picked), GL_UNSIGNED_BYTE, points.picked);
    filter_.set_attribute(passes, marks(points.filter), GL_UNSIGNED_BYTE, points.filter);
}

void PointPass::set_classes(GLuint place, const Batch& batch) {
    if (batch.classes.empty()) {
        gl_.glDisableVertexAttribArray(place);
        return;
    }
    const GLenum type = batch.class_bytes == 1   ? GL_UNSIGNED_BYTE
                        : batch.class_bytes == 2 ? GL_UNSIGNED_SHORT
                                                 : GL_UNSIGNED_INT;
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffers_.find(batch));
    gl_.glVertexAttribIPointer(place, 1, type, 0, offset(batch.classes_at()));
    gl_.glEnableVertexAttribArray(place);
}

}  // namespace epochscope::gl
