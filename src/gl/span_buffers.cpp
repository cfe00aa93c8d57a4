#include "gl/span_buffers.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace epochscope::gl {

void SpanBuffers::bind(std::span<const std::byte> column) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [column](const Entry& entry) {
        return entry.address == column.data() && entry.bytes == column.size();
    });
    if (found == entries_.end()) {
        upload(column);
    } else {
        entries_.splice(entries_.begin(), entries_, found);
    }
    entries_.front().used_in = frame_;
    entries_.front().buffer.bind();
}

void SpanBuffers::upload(std::span<const std::byte> column) {
    if (column.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error("OpenGL", "a column of ", column.size(), " bytes does not fit in a buffer");
    make_room(column.size());
    Entry entry{column.data(), column.size(), frame_, QOpenGLBuffer(QOpenGLBuffer::VertexBuffer)};
    if (!entry.buffer.create()) throw Error("OpenGL", "no vertex buffer could be made");
    entry.buffer.setUsagePattern(QOpenGLBuffer::StaticDraw);
    entry.buffer.bind();
    entry.buffer.allocate(column.data(), static_cast<int>(column.size()));
    held_ += column.size();
    entries_.push_front(std::move(entry));
}

void SpanBuffers::make_room(std::size_t bytes) {
    while (!entries_.empty() && held_ + bytes > budget_ && entries_.back().used_in != frame_) {
        held_ -= entries_.back().bytes;
        entries_.pop_back();
    }
}

void SpanBuffers::forget() {
    entries_.clear();
    held_ = 0;
}

}  // namespace epochscope::gl
