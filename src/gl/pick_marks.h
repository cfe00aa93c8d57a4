#pragma once

#include "gl/functions.h"

#include <epochscope/model/picked_samples.h>

#include <cstdint>
#include <memory>

namespace epochscope::gl {

/// Which samples are picked, a byte a sample in a vertex buffer, uploaded when others are.
class PickMarks {
  public:
    explicit PickMarks(Functions& gl) : gl_(gl) {}
    ~PickMarks() { gl_.glDeleteBuffers(1, &buffer_); }
    PickMarks(const PickMarks&) = delete;
    PickMarks& operator=(const PickMarks&) = delete;

    /// Makes the attribute at `place` of the vertex array that is bound say whether a sample is
    /// picked (1, else 0); null: nothing is said, and it may be whatever Qt's painting left there.
    void set_attribute(std::uint32_t place, const std::shared_ptr<const PickedSamples>& picked);
    [[nodiscard]] std::uint64_t uploaded_bytes() const { return uploaded_; }

  private:
    Functions& gl_;
    GLuint buffer_ = 0;
    /// Kept alive, so that no other set can lie where this one did.
    std::shared_ptr<const PickedSamples> held_;
    std::uint64_t uploaded_ = 0;
};

}  // namespace epochscope::gl
