#pragma once

#include "gl/functions.h"

#include <epochscope/model/picked_samples.h>

#include <cstdint>
#include <memory>

namespace epochscope::gl {

/// The picked samples, one byte a sample in a vertex buffer, uploaded when they change.
class PickMarks {
  public:
    explicit PickMarks(Functions& gl) : gl_(gl) {}
    ~PickMarks() { gl_.glDeleteBuffers(1, &buffer_); }
    PickMarks(const PickMarks&) = delete;
    PickMarks& operator=(const PickMarks&) = delete;

    /// Sets the attribute at `location` of the bound vertex array to 1 for picked samples, else 0;
    /// null: the attribute is undefined.
    void set_attribute(std::uint32_t location, const std::shared_ptr<const PickedSamples>& picked);
    [[nodiscard]] std::uint64_t uploaded_bytes() const { return uploaded_; }

  private:
    Functions& gl_;
    GLuint buffer_ = 0;
    /// Held, so that no other set can take its address.
    std::shared_ptr<const PickedSamples> held_;
    std::uint64_t uploaded_ = 0;
};

}  // namespace epochscope::gl
