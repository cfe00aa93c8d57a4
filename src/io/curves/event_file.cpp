#include "io/curves/curve_file.h"
#include "io/curves/event_chunk.h"
#include "io/curves/for_each_task.h"
#include "io/files/mapped_file.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

/// The length of a chunk for one thread.
constexpr std::size_t chunk_length = std::size_t{1} << 20U;
/// Further faults are only counted.
constexpr std::size_t max_told = 5;

class EventFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    void read_on(const Job& job, unsigned threads) override;
    [[nodiscard]] CurveSource source() const override { return CurveSource::event_files; }
    [[nodiscard]] std::filesystem::path place() const override { return file().parent_path(); }
    [[nodiscard]] std::vector<std::string> warnings() const override;

  private:
    void take(RecordLayout layout, std::vector<EventChunk> chunks);
    void make_room(const std::vector<EventChunk>& chunks);
    void tell(const RecordFault& fault);

    /// The end of what was read.
    std::size_t end_ = 0;
    bool is_cut_ = false;
    std::size_t events_ = 0;
    /// Points of a curve that a run which was begun again replaced.
    std::size_t replaced_ = 0;
    std::vector<RecordFault> faults_;
    std::size_t fault_count_ = 0;
    /// The offset of the last fault: a fault at the end is found again when the file has grown.
    std::size_t last_fault_ = 0;
};

void EventFile::read_on(const Job& job, unsigned threads) {
    const MappedFile mapped(file());
    RecordLayout layout = lay_out_records(mapped.bytes(), end_, chunk_length, job.stop);
    std::vector<EventChunk> chunks(layout.chunks.size());
    for_each_task(chunks.size(), threads, [&](std::size_t i) {
        if (job.stop.stop_requested()) throw Cancelled();
        const auto [begin, end] = layout.chunks[i];
        chunks[i] = read_events(mapped.bytes(), {begin, end});
        mapped.release(mapped.bytes().subspan(begin, end - begin));
    });
    if (mapped.is_broken()) throw Error(file().string(), "has become shorter while it was read");
    take(std::move(layout), std::move(chunks));
    // No bytes were a record: this is another kind of file.
    if (events_ == 0 && fault_count_ > 0)
        throw Error(file().string(), "byte ", faults_.front().offset, ": ", faults_.front().what,
                    "; no event can be read");
}

void EventFile::take(RecordLayout layout, std::vector<EventChunk> chunks) {
    make_room(chunks);
    // Both kinds of faults, in file order.
    auto damage = layout.faults.begin();
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        EventChunk& chunk = chunks[i];
        for (; damage != layout.faults.end() && damage->offset < layout.chunks[i].begin; ++damage)
            tell(*damage);
        for (const RecordFault& fault : chunk.faults) tell(fault);
        events_ += chunk.events;
        for (ScalarSeries& series : chunk.set.all()) {
            ScalarSeries* mine = set().named(series.name);
            if (mine != nullptr) append(*mine, series);
        }
        chunk = {};
    }
    for (; damage != layout.faults.end(); ++damage) tell(*damage);
    std::size_t most = 0;
    for (ScalarSeries& series : set().all()) most = std::max(most, drop_replaced(series));
    replaced_ += most;
    end_ = layout.end;
    is_cut_ = layout.is_cut;
}

void EventFile::make_room(const std::vector<EventChunk>& chunks) {
    std::map<std::string_view, std::size_t> points;
    for (const EventChunk& chunk : chunks)
        for (const ScalarSeries& series : chunk.set.all()) points[series.name] += series.size();
    for (const EventChunk& chunk : chunks)
        for (const ScalarSeries& series : chunk.set.all()) {
            const std::size_t more = std::exchange(points[series.name], 0);
            ScalarSeries* mine = more > 0 ? set().named(series.name) : nullptr;
            // Small additions are left to the growth of vectors.
            if (mine != nullptr && more > mine->size()) reserve(*mine, more);
        }
}

void EventFile::tell(const RecordFault& fault) {
    if (fault_count_ > 0 && fault.offset <= last_fault_) return;
    last_fault_ = fault.offset;
    if (++fault_count_ <= max_told) faults_.push_back(fault);
}

std::vector<std::string> EventFile::warnings() const {
    std::vector<std::string> sentences;
    for (const RecordFault& fault : faults_)
        sentences.push_back(file().string() + ": byte " + std::to_string(fault.offset) + ": " +
                            fault.what + "; it is left out");
    if (fault_count_ > faults_.size())
        sentences.push_back(file().string() + ": " + std::to_string(fault_count_ - faults_.size()) +
                            " more records are broken; they are left out");
    if (is_cut_)
        sentences.push_back(file().string() +
                            ": ends in the middle of a record, which begins at byte " +
                            std::to_string(end_) + "; what is whole is read");
    if (replaced_ > 0)
        sentences.push_back(file().string() + ": the run was begun again at an earlier step; " +
                            std::to_string(replaced_) +
                            " points of a curve that were written before do not count");
    if (set().is_full())
        sentences.push_back(file().string() + ": has more than " + std::to_string(max_series) +
                            " curves; the others are left out");
    return sentences;
}

}  // namespace

std::unique_ptr<CurveFile> make_event_file(const std::filesystem::path& file) {
    return std::make_unique<EventFile>(file);
}

}  // namespace epochscope
