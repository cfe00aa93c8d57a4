#pragma once

#include "gl/batch_buffers.h"
#include "gl/class_texture.h"
#include "gl/functions.h"
#include "gl/pick_marks.h"
#include "gl/prefetch_plan.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/render/frame.h>

#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace epochscope::gl {

/// Draws all samples with one call.
class PointPass {
  public:
    /// `budget` and `arrived` as in GlRenderer.
    PointPass(Functions& gl, std::size_t budget, std::function<void()> arrived);

    /// Epochs of it are loaded ahead from now on; nothing for none.
    void show(std::optional<EpochSeries> series);
    /// Waits as long as `patience` says (for ever without one) for what is not loaded. False where
    /// that was not enough: then the nearest epoch that is there was drawn, or nothing.
    bool draw(const PointLayer& points, Size size,
              std::optional<std::chrono::milliseconds> patience);

    [[nodiscard]] const BatchBuffers& buffers() const { return buffers_; }
    [[nodiscard]] std::uint64_t table_bytes() const {
        return palette_.uploaded_bytes() + hidden_.uploaded_bytes() + marks_.uploaded_bytes();
    }

    [[nodiscard]] std::chrono::nanoseconds kept_waiting() const { return kept_waiting_; }

  private:
    /// Which batches the attributes come from.
    struct Source {
        Batch from;
        Batch to;
        Batch colours;
        Batch labels;
        float t = 0;
    };

    [[nodiscard]] Source source_of(const PointLayer& points,
                                   const std::optional<Station>& station) const;
    void need(const Source& source);
    void want_ahead(const Station& station, float t);
    /// The epoch nearest to the playhead that is there.
    [[nodiscard]] std::optional<Source> stand_in(const PointLayer& points,
                                                 const Station& station) const;
    void render(const PointLayer& points, const Source& source, Size size);
    void draw_samples(const PointLayer& points, Size size, float margin);
    void set_uniforms(const PointLayer& points, const Source& source, Size size);
    void set_attributes(const PointLayer& points, const Source& source, GLuint divisor);
    void set_classes(GLuint place, const Batch& batch);
    [[nodiscard]] float margin_for(float reach, Size size) const;

    Functions& gl_;
    std::unique_ptr<QOpenGLShaderProgram> program_;
    QOpenGLVertexArrayObject attributes_;
    std::optional<EpochSeries> series_;
    PrefetchPlan course_;
    BatchBuffers buffers_;
    ClassTexture palette_;
    ClassTexture hidden_;
    PickMarks marks_;
    std::chrono::nanoseconds kept_waiting_{0};
};

}  // namespace epochscope::gl
