#include "gl/pick_marks.h"

namespace epochscope::gl {

void PickMarks::set_attribute(std::uint32_t location,
                              const std::shared_ptr<const PickedSamples>& picked) {
    if (!picked) return gl_.glDisableVertexAttribArray(location);
    if (buffer_ == 0) gl_.glGenBuffers(1, &buffer_);
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    if (picked != held_) {
        const auto marks = picked->marks();
        gl_.glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(marks.size()), marks.data(),
                         GL_DYNAMIC_DRAW);
        uploaded_ += marks.size();
        held_ = picked;
    }
    gl_.glVertexAttribIPointer(location, 1, GL_UNSIGNED_BYTE, 0, nullptr);
    gl_.glEnableVertexAttribArray(location);
}

}  // namespace epochscope::gl
