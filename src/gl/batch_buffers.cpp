#include "gl/batch_buffers.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace epochscope::gl {
namespace {

/// One that is being filled, and one that follows it without a frame in between.
constexpr std::ptrdiff_t most_under_way = 2;

/// Of the buffer that is bound; empty where it cannot be had.
std::span<std::byte> mapped(Functions& gl, std::size_t bytes) {
    // What was in it is let go, so that nobody waits for a frame that is still drawn from it.
    void* const memory = gl.glMapBufferRange(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(bytes),
                                             GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT);
    if (memory == nullptr) return {};
    return {static_cast<std::byte*>(memory), bytes};
}

}  // namespace

BatchBuffers::BatchBuffers(Functions& gl, std::size_t budget, std::function<void()> arrived)
    : gl_(gl), budget_(budget), loader_(std::move(arrived)) {}

void BatchBuffers::begin_frame() {
    ++frame_;
    one_more_ = true;
    collect();
}

void BatchBuffers::collect() {
    for (auto entry = entries_.begin(); entry != entries_.end();)
        entry = entry->load && entry->load->is_over() ? take_over(entry) : std::next(entry);
}

BatchBuffers::Entries::iterator BatchBuffers::take_over(Entries::iterator entry) {
    gl_.glBindBuffer(GL_ARRAY_BUFFER, entry->buffer);
    const bool kept = gl_.glUnmapBuffer(GL_ARRAY_BUFFER) == GL_TRUE;
    const bool whole = entry->load->state == Load::State::loaded;
    entry->load.reset();
    if (!kept || !whole || entry->dropped) return erase(entry);
    loaded_ += entry->batch.bytes();
    return std::next(entry);
}

BatchBuffers::Entries::iterator BatchBuffers::erase(Entries::iterator entry) {
    gl_.glDeleteBuffers(1, &entry->buffer);
    held_ -= entry->batch.bytes();
    return entries_.erase(entry);
}

bool BatchBuffers::touch(const Batch& batch) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return !entry.dropped && entry.batch.is(batch);
    });
    if (found == entries_.end()) return false;
    entries_.splice(entries_.begin(), entries_, found);
    found->used_in = frame_;
    return true;
}

void BatchBuffers::need(const Batch& batch) {
    if (batch.bytes() == 0) return;
    if (!touch(batch)) start(batch);
    if (entries_.front().load) loader_.need(*entries_.front().load);
}

void BatchBuffers::want(const Batch& batch) {
    if (batch.bytes() == 0 || touch(batch) || !one_more_) return;
    std::size_t stays = batch.bytes();
    std::ptrdiff_t under_way = 0;
    for (const Entry& entry : entries_) {
        if (entry.load) ++under_way;
        if (entry.load || entry.used_in == frame_) stays += entry.batch.bytes();
    }
    if (stays > budget_ || under_way >= most_under_way) return;
    start(batch);
    one_more_ = false;
}

void BatchBuffers::start(const Batch& batch) {
    const std::size_t bytes = batch.bytes();
    GLuint buffer = make_room(bytes);
    const bool is_new = buffer == 0;
    if (is_new) gl_.glGenBuffers(1, &buffer);
    gl_.glBindBuffer(GL_ARRAY_BUFFER, buffer);
    if (is_new)
        gl_.glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes), nullptr, GL_STATIC_DRAW);
    const auto memory = mapped(gl_, bytes);
    if (memory.empty()) {
        gl_.glDeleteBuffers(1, &buffer);
        throw Error("OpenGL", "no memory for a vertex buffer of ", bytes, " bytes");
    }
    held_ += bytes;
    entries_.push_front({batch, buffer, frame_, std::make_shared<Load>(batch, memory), false});
    loader_.add(entries_.front().load);
}

GLuint BatchBuffers::make_room(std::size_t bytes) {
    auto entry = entries_.end();
    while (entry != entries_.begin() && held_ + bytes > budget_) {
        --entry;
        if (entry->load || entry->used_in == frame_) continue;
        if (entry->batch.bytes() == bytes) {
            const GLuint buffer = entry->buffer;
            held_ -= bytes;
            entries_.erase(entry);
            return buffer;
        }
        entry = erase(entry);
    }
    return 0;
}

bool BatchBuffers::wait(std::optional<std::chrono::milliseconds> patience) {
    for (Entry& entry : entries_) {
        if (!entry.load || entry.used_in == frame_) continue;
        entry.dropped = true;
        loader_.drop(*entry.load);
    }
    const bool all_there = loader_.wait(patience);
    collect();
    return all_there;
}

GLuint BatchBuffers::find(const Batch& batch) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return !entry.load && entry.batch.is(batch);
    });
    return found == entries_.end() ? 0 : found->buffer;
}

void BatchBuffers::forget() {
    loader_.drop_all();
    while (!entries_.empty()) erase(entries_.begin());
}

}  // namespace epochscope::gl
