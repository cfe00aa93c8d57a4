#pragma once

#include "gl/batch_buffers.h"
#include "gl/class_texture.h"
#include "gl/functions.h"
#include "gl/prefetch_plan.h"
#include "gl/sample_column.h"

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

    /// Prefetches the epochs of this series from now on; nothing: of none.
    void show(std::optional<EpochSeries> series);
    /// Waits for batches that are not loaded, at most `patience` (without one as long as it takes).
    /// False on timeout: then the nearest loaded epoch was drawn, or nothing.
    bool draw(const PointLayer& points, Size size,
              std::optional<std::chrono::milliseconds> patience);

    [[nodiscard]] const BatchBuffers& buffers() const { return buffers_; }
    [[nodiscard]] std::uint64_t table_bytes() const {
        return palette_.uploaded_bytes() + hidden_.uploaded_bytes() + marks_.uploaded_bytes() +
               filter_.uploaded_bytes() + codes_.uploaded_bytes();
    }

    [[nodiscard]] std::chrono::nanoseconds kept_waiting() const { return kept_waiting_; }

  private:
    /// The batches of the attributes.
    struct Source {
        Batch from;
        Batch to;
        Batch colours;
        Batch labels;
        float t = 0;
    };

    [[nodiscard]] Source source_of(const PointLayer& points,
                                   const std::optional<EpochPair>& pair) const;
    void need(const Source& source);
    void prefetch(const EpochPair& pair, float t);
    /// The loaded epoch nearest to the playhead.
    [[nodiscard]] std::optional<Source> nearest_loaded(const PointLayer& points,
                                                       const EpochPair& pair) const;
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
    PrefetchPlan plan_;
    BatchBuffers buffers_;
    ClassTexture palette_;
    ClassTexture hidden_;
    SampleColumn marks_;
    SampleColumn filter_;
    SampleColumn codes_;
    std::chrono::nanoseconds kept_waiting_{0};
};

}  // namespace epochscope::gl
