#include "io/dynamics/line_file.h"

#include "io/mapped_file.h"

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

/// Reads one line after another.
class StretchReader {
  public:
    StretchReader(std::string_view text, const LineLayout& layout, LineStretch& stretch)
        : end_(text.data() + text.size()), layout_(layout), stretch_(stretch) {}

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
        LiteralReader reader(line, stretch_.texts, static_cast<std::size_t>(end_ - line.data()));
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

    const char* end_;
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

/// Several threads read stretches; whoever has read the next one hands it over, and those after it
/// that have been read already.
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
        most_ahead_ = 4 * std::size_t{threads};
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
            while (const auto index = next_to_read()) {
                const std::string_view text = cutter_.stretch(*index);
                LineStretch stretch =
                    read_stretch(*index == 0 ? without_mark(text) : text, layout_);
                if (stretch.fault) stretch.fault->last &= cutter_.is_end(text);
                hand_over(*index, std::move(stretch), tells);
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            ended_ = true;
            turned_.notify_all();
        }
    }

    /// Waits where others are far behind; nothing where there is no more to be done.
    std::optional<std::size_t> next_to_read() {
        std::unique_lock lock(mutex_);
        const std::size_t index = next_++;
        turned_.wait(lock, [&] { return index < turn_ + most_ahead_ || ended_; });
        if (ended_ || index >= cutter_.count()) return std::nullopt;
        return index;
    }

    void hand_over(std::size_t index, LineStretch stretch, bool tells) {
        std::unique_lock lock(mutex_);
        read_.emplace(index, std::move(stretch));
        if (taking_) return;
        taking_ = true;
        while (!ended_ && !read_.empty() && read_.begin()->first == turn_) {
            const LineStretch next = std::move(read_.extract(read_.begin()).mapped());
            lock.unlock();
            take(next);
            // Whoever called is told by its own thread.
            if (tells)
                job_.reached(static_cast<double>(taken_) / static_cast<double>(cutter_.count()));
            lock.lock();
            ++turn_;
            ended_ = ended_ || next.fault.has_value();
            turned_.notify_all();
        }
        taking_ = false;
    }

    /// By one thread at a time.
    void take(const LineStretch& stretch) {
        if (job_.stop.stop_requested()) throw Cancelled();
        take_(stretch, lines_ + 1);
        lines_ += stretch.lines;
        const std::string_view text = cutter_.stretch(taken_++);
        file_.release({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    const MappedFile& file_;
    const LineLayout& layout_;
    const TakeStretch& take_;
    const Job& job_;
    const LineCutter cutter_;
    std::size_t most_ahead_ = 0;
    std::size_t lines_ = 0;
    std::size_t taken_ = 0;
    std::mutex mutex_;
    std::condition_variable turned_;
    /// The next one that is read, and handed over.
    std::size_t next_ = 0;
    std::size_t turn_ = 0;
    bool taking_ = false;
    bool ended_ = false;
    /// Read, and not yet handed over.
    std::map<std::size_t, LineStretch> read_;
    std::exception_ptr error_;
};

}  // namespace

LineStretch read_stretch(std::string_view text, const LineLayout& layout) {
    constexpr std::size_t shortest_line = 32;
    LineStretch stretch;
    // Lines are about as long as the first.
    stretch.records.reserve(text.size() / std::max(text.find('\n'), shortest_line) + 1);
    StretchReader reader(text, layout, stretch);
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
