#include "io/dynamics/line_file.h"

#include "io/mapped_file.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

/// Reads one line after another.
class StretchReader {
  public:
    StretchReader(const LineLayout& layout, LineStretch& stretch)
        : layout_(layout), stretch_(stretch) {}

    /// Whether it went well.
    bool read(std::string_view line) {
        const std::size_t before = stretch_.records.size();
        try {
            read_records(line);
            return true;
        } catch (const LineFault& fault) {
            stretch_.records.resize(before);
            if (read_last_record(line)) return true;
            stretch_.fault = {stretch_.lines, fault.byte, fault.what(), fault.cut, false};
            return false;
        }
    }

  private:
    void read_records(std::string_view line) {
        LiteralReader reader(line, stretch_.texts);
        while (!reader.at_end()) {
            if (!reader.begins_with('{'))
                reader.fail("is no record, expected " + std::string(layout_.example()));
            SignalLine record = layout_.read(reader, numbers_);
            record.line = stretch_.lines;
            stretch_.records.push_back(record);
        }
    }

    /// Whether the line begins with a record that was never closed, and ends with a whole one.
    bool read_last_record(std::string_view line) {
        const std::size_t last = line.rfind('{');
        if (last == std::string_view::npos || last == 0 || line.find('}') < last) return false;
        const std::size_t before = stretch_.records.size();
        try {
            read_records(line.substr(last));
        } catch (const LineFault&) {
            stretch_.records.resize(before);
            return false;
        }
        stretch_.glued.push_back(stretch_.lines);
        return true;
    }

    const LineLayout& layout_;
    LineStretch& stretch_;
    std::vector<double> numbers_;
};

/// Cuts a text into stretches that begin and end with lines.
class LineCutter {
  public:
    LineCutter(std::string_view text, std::size_t length) : text_(text), length_(length) {}

    [[nodiscard]] std::size_t count() const { return (text_.size() + length_ - 1) / length_; }
    /// The lines that begin within the stretch of this index.
    [[nodiscard]] std::string_view stretch(std::size_t index) const {
        const std::size_t begin = line_from(index * length_);
        return text_.substr(begin, line_from((index + 1) * length_) - begin);
    }

    /// Whether nothing comes after this stretch.
    [[nodiscard]] bool is_end(std::string_view stretch) const {
        return stretch.data() + stretch.size() == text_.data() + text_.size();
    }

  private:
    /// Where the first line begins that begins at a byte or after it.
    [[nodiscard]] std::size_t line_from(std::size_t byte) const {
        if (byte == 0) return 0;
        if (byte >= text_.size()) return text_.size();
        const std::size_t end = text_.find('\n', byte - 1);
        return end == std::string_view::npos ? text_.size() : end + 1;
    }

    std::string_view text_;
    std::size_t length_;
};

/// Several threads that read stretches and hand them over in turn.
class LineReader {
  public:
    LineReader(const MappedFile& file, const LineLayout& layout, const TakeStretch& take,
               std::size_t length, const Job& job)
        : file_(file),
          layout_(layout),
          take_(take),
          job_(job),
          cutter_({reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()},
                  length) {}

    void read(unsigned threads) {
        std::vector<std::thread> others;
        try {
            for (unsigned t = 1; t < threads; ++t) others.emplace_back([this] { work(false); });
        } catch (const std::system_error&) {  // Fewer will do.
        }
        work(true);
        for (std::thread& other : others) other.join();
        if (error_) std::rethrow_exception(error_);
    }

  private:
    void work(bool tells) {
        try {
            for (;;) {
                const std::size_t index = next_++;
                if (index >= cutter_.count() || ended_) return;
                const std::string_view text = cutter_.stretch(index);
                LineStretch stretch = read_stretch(index == 0 ? without_mark(text) : text, layout_);
                if (stretch.fault) stretch.fault->last &= cutter_.is_end(text);
                if (!hand_over(index, stretch, tells)) return;
                file_.release({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            ended_ = true;
            turned_.notify_all();
        }
    }

    /// Waits for its turn; false where there is no more to be done.
    bool hand_over(std::size_t index, const LineStretch& stretch, bool tells) {
        std::unique_lock lock(mutex_);
        turned_.wait(lock, [&] { return turn_ == index || ended_; });
        if (ended_) return false;
        if (job_.stop.stop_requested()) throw Cancelled();
        take_(stretch, lines_ + 1);
        lines_ += stretch.lines;
        ++turn_;
        ended_ = stretch.fault.has_value();
        turned_.notify_all();
        const double share = static_cast<double>(turn_) / static_cast<double>(cutter_.count());
        lock.unlock();
        // Whoever called is told by its own thread.
        if (tells) job_.reached(share);
        return true;
    }

    const MappedFile& file_;
    const LineLayout& layout_;
    const TakeStretch& take_;
    const Job& job_;
    LineCutter cutter_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> ended_{false};
    std::mutex mutex_;
    std::condition_variable turned_;
    std::size_t turn_ = 0;
    std::size_t lines_ = 0;
    std::exception_ptr error_;
};

}  // namespace

LineStretch read_stretch(std::string_view text, const LineLayout& layout) {
    LineStretch stretch;
    StretchReader reader(layout, stretch);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const bool good = reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!good) {
            stretch.fault->last = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
            break;
        }
        ++stretch.lines;
    }
    return stretch;
}

void read_lines(const std::filesystem::path& file, const LineLayout& layout,
                const TakeStretch& take, const LineSlicing& slicing, const Job& job) {
    const MappedFile mapped(file);
    const std::size_t size = mapped.bytes().size();
    const unsigned threads =
        slicing.threads > 0 ? slicing.threads : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t length = std::clamp(size / (4UL * threads), slicing.least, slicing.most);
    const auto useful = std::min<std::size_t>(threads, size / length + 1);
    LineReader(mapped, layout, take, length, job).read(static_cast<unsigned>(useful));
    if (mapped.is_broken()) throw Error(file.string(), "has become shorter while it was read");
}

}  // namespace epochscope
