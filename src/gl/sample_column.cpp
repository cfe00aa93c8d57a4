#include "gl/sample_column.h"

#include <utility>

namespace epochscope::gl {

void SampleColumn::set_attribute(std::uint32_t location, std::span<const std::byte> values,
                                 GLenum type, std::shared_ptr<const void> owner) {
    if (values.empty()) return gl_.glDisableVertexAttribArray(location);
    if (buffer_ == 0) gl_.glGenBuffers(1, &buffer_);
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    if (values.data() != held_.data() || values.size() != held_.size() || owner != owner_) {
        gl_.glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(values.size()), values.data(),
                         GL_DYNAMIC_DRAW);
        uploaded_ += values.size();
        held_ = values;
        owner_ = std::move(owner);
    }
    gl_.glVertexAttribIPointer(location, 1, type, 0, nullptr);
    gl_.glEnableVertexAttribArray(location);
}

}  // namespace epochscope::gl
