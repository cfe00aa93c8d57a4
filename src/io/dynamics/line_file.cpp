#include "io/dynamics/line_file.h"

#include "io/files/mapped_file.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

/// Splits a text into chunks of complete lines.
class LineCutter {
  public:
    LineCutter(std::string_view text, std::size_t length) : text_(text), length_(length) {}

    /// One empty chunk for an empty text.
    [[nodiscard]] std::size_t count() const {
        return std::max<std::size_t>(1, (text_.size() + length_ - 1) / length_);
    }
    /// The lines that begin within the chunk of this index.
    [[nodiscard]] std::string_view chunk(std::size_t index) const {
        const std::size_t begin = line_from(index * length_);
        return text_.substr(begin, line_from((index + 1) * length_) - begin);
    }

    /// Whether this is the last chunk.
    [[nodiscard]] bool is_end(std::string_view chunk) const {
        return chunk.data() + chunk.size() == text_.data() + text_.size();
    }

  private:
    /// The beginning of the first line at or after a byte.
    [[nodiscard]] std::size_t line_from(std::size_t byte) const {
        if (byte == 0) return 0;
        if (byte >= text_.size()) return text_.size();
        const std::size_t end = text_.find('\n', byte - 1);
        return end == std::string_view::npos ? text_.size() : end + 1;
    }

    std::string_view text_;
    std::size_t length_;
};

/// A file in progress.
struct OpenFile {
    OpenFile(const LineSource& source, std::size_t which, const LineSlicing& slicing,
             unsigned threads)
        : layout(*source.layout),
          index(which),
          file(source.path),
          cutter({reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()},
                 std::clamp(file.bytes().size() / (4UL * threads), slicing.min, slicing.max)) {}

    const LineLayout& layout;
    const std::size_t index;
    const MappedFile file;
    const LineCutter cutter;
    /// The number of chunks that were begun.
    std::size_t begun = 0;
    std::size_t taken = 0;
    std::size_t lines_taken = 0;
};

/// A chunk in progress.
struct Delivery {
    std::shared_ptr<OpenFile> file;
    /// Its index in the file and among all chunks.
    std::size_t index = 0;
    std::size_t turn = 0;
    LineChunk chunk = {};
    /// Set if the file cannot be read; then there is no chunk.
    std::exception_ptr error = nullptr;
};

/// Several threads read chunks; the thread that has the next one passes it on, with those after it
/// that are ready.
class LineReader {
  public:
    LineReader(std::span<const LineSource> sources, const TakeChunk& take,
               const LineSlicing& slicing, const Job& job)
        : sources_(sources), take_(take), slicing_(slicing), job_(job) {
        std::error_code error;
        for (const LineSource& source : sources) {
            const std::uintmax_t size = std::filesystem::file_size(source.path, error);
            // Opening the file reports the fault.
            if (!error) bytes_ += static_cast<std::size_t>(size);
        }
    }

    void read(unsigned threads) {
        threads_ = threads;
        const std::size_t useful = std::min<std::size_t>(threads, bytes_ / slicing_.min + 1);
        std::vector<std::thread> others;
        try {
            for (std::size_t t = 1; t < useful; ++t) others.emplace_back([this] { work(false); });
        } catch (const std::system_error&) {  // Fewer will do.
        }
        work(true);
        for (std::thread& other : others) other.join();
        if (error_) std::rethrow_exception(error_);
    }

  private:
    void work(bool tells) {
        try {
            while (auto next = next_to_read()) {
                if (next->file) read(*next);
                hand_over(std::move(*next), tells);
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            ended_ = true;
            turned_.notify_all();
        }
    }

    static void read(Delivery& delivery) {
        const OpenFile& file = *delivery.file;
        const std::string_view text = file.cutter.chunk(delivery.index);
        delivery.chunk = read_chunk(delivery.index == 0 ? without_mark(text) : text, file.layout,
                                    std::move(delivery.chunk));
        if (delivery.chunk.fault) delivery.chunk.fault->last &= file.cutter.is_end(text);
    }

    /// Waits if the consumer is far behind; nothing if all chunks are begun.
    std::optional<Delivery> next_to_read() {
        std::unique_lock lock(mutex_);
        turned_.wait(lock, [&] { return begun_ < turn_ + 4UL * threads_ || ended_; });
        if (ended_) return std::nullopt;
        try {
            if (!file_ || file_->begun == file_->cutter.count()) {
                if (opened_ == sources_.size()) return std::nullopt;
                const std::size_t index = opened_++;
                file_ = nullptr;
                file_ = std::make_shared<OpenFile>(sources_[index], index, slicing_, threads_);
            }
        } catch (const Error&) {
            // In order: earlier chunks must be taken first.
            return Delivery{.file = nullptr, .turn = begun_++, .error = std::current_exception()};
        }
        return Delivery{.file = file_, .index = file_->begun++, .turn = begun_++, .chunk = used()};
    }

    /// A used chunk for reuse: first touching new memory costs more than writing to it.
    LineChunk used() {
        if (used_.empty()) return {};
        LineChunk chunk = std::move(used_.back());
        used_.pop_back();
        return chunk;
    }

    void hand_over(Delivery delivery, bool tells) {
        std::unique_lock lock(mutex_);
        const std::size_t turn = delivery.turn;
        read_.emplace(turn, std::move(delivery));
        if (taking_) return;
        taking_ = true;
        while (!ended_ && !read_.empty() && read_.begin()->first == turn_) {
            Delivery next = std::move(read_.extract(read_.begin()).mapped());
            lock.unlock();
            take(next);
            // Progress is reported on the calling thread.
            if (tells && bytes_ > 0)
                job_.reached(
                    std::min(1.0, static_cast<double>(bytes_taken_) / static_cast<double>(bytes_)));
            lock.lock();
            ++turn_;
            const auto& fault = next.chunk.fault;
            ended_ = ended_ || (fault && !fault->last);
            used_.push_back(std::move(next.chunk));
            turned_.notify_all();
        }
        taking_ = false;
    }

    /// Called by one thread at a time.
    void take(const Delivery& delivery) {
        if (job_.stop.stop_requested()) throw Cancelled();
        if (delivery.error) std::rethrow_exception(delivery.error);
        OpenFile& file = *delivery.file;
        if (file.file.is_broken())
            throw Error(sources_[file.index].path.string(), "has become shorter while it was read");
        take_(delivery.chunk, {.file = file.index,
                               .first_line = file.lines_taken + 1,
                               .last = ++file.taken == file.cutter.count()});
        file.lines_taken += delivery.chunk.lines;
        const std::string_view text = file.cutter.chunk(delivery.index);
        bytes_taken_ += text.size();
        file.file.release({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    std::span<const LineSource> sources_;
    const TakeChunk& take_;
    const LineSlicing& slicing_;
    const Job& job_;
    unsigned threads_ = 1;
    std::size_t bytes_ = 0;
    std::size_t bytes_taken_ = 0;
    std::mutex mutex_;
    std::condition_variable turned_;
    /// The current file and the number of files so far.
    std::shared_ptr<OpenFile> file_;
    std::size_t opened_ = 0;
    /// The numbers of chunks begun and taken.
    std::size_t begun_ = 0;
    std::size_t turn_ = 0;
    bool taking_ = false;
    bool ended_ = false;
    /// Read, but not passed on yet.
    std::map<std::size_t, Delivery> read_;
    std::vector<LineChunk> used_;
    std::exception_ptr error_;
};

}  // namespace

void read_lines(std::span<const LineSource> sources, const TakeChunk& take,
                const LineSlicing& slicing, const Job& job) {
    const unsigned threads =
        slicing.threads > 0 ? slicing.threads : std::max(1U, std::thread::hardware_concurrency());
    LineReader(sources, take, slicing, job).read(threads);
}

}  // namespace epochscope
