#include "io/sequence_scatter/data_json_slices.h"

#include "io/files/mapped_file.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

namespace epochscope {

namespace {

/// Consecutive members of the outermost object, without the commas around them.
struct Slice {
    std::size_t index = 0;
    std::span<const std::uint8_t> bytes;
    bool is_first = false;
    bool is_last = false;
};

/// Skips white space and these characters, each after white space; nothing if they are not next.
std::optional<std::size_t> after(std::string_view text, std::size_t at, char wanted) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    if (at == text.size() || text[at] != wanted) return std::nullopt;
    return at + 1;
}

/// The comma that seems to precede an epoch: `},"12":{`.
std::optional<std::size_t> find_cut(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('}', from); at != std::string_view::npos;
         at = text.find('}', at + 1)) {
        const auto comma = after(text, at + 1, ',');
        const auto key = comma ? after(text, *comma, '"') : std::nullopt;
        if (!key) continue;
        const std::size_t end = text.find_first_not_of("-0123456789", *key);
        const auto quote = after(text, end, '"');
        const auto colon = quote ? after(text, *quote, ':') : std::nullopt;
        if (colon && after(text, *colon, '{')) return *comma - 1;
    }
    return std::nullopt;
}

/// The end of the last epoch that another one seems to follow.
std::optional<std::size_t> find_last_cut(std::string_view text) {
    std::optional<std::size_t> last;
    // Epochs are long: backwards in steps, each from a little farther before.
    for (std::size_t back = 1U << 16U; !last; back *= 2) {
        const std::size_t begin = text.size() > back ? text.size() - back : 0;
        for (auto cut = find_cut(text, begin); cut; cut = find_cut(text, *cut)) last = *cut;
        if (begin == 0) break;
    }
    return last;
}

/// Parses a whole file on this thread. Of a file that was cut off, the last epoch is left out.
std::vector<EpochColumns> parse_whole(const std::filesystem::path& file, const MappedFile& mapped,
                                      std::size_t samples, std::vector<std::string>& warnings,
                                      const Job& job) {
    try {
        return parse_data_json(JsonText::from_file(file, max_data_json), samples, warnings, job);
    } catch (const FileCutOff& error) {
        const std::span<const std::uint8_t> bytes = mapped.bytes();
        const auto cut = find_last_cut({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        if (!cut) throw;
        JsonText text;
        text.assign("", bytes.first(*cut), "}");
        std::vector<EpochColumns> epochs;
        try {
            epochs = parse_data_json(text, samples, warnings, job);
        } catch (const Error&) {
            throw error;  // It is broken elsewhere.
        }
        warnings.push_back(std::string(error.what()) +
                           "; its last epoch was cut off and is left out");
        return epochs;
    }
}

/// Yields the slices of a text in order.
class Slicer {
  public:
    Slicer(std::span<const std::uint8_t> bytes, std::size_t length)
        : bytes_(bytes),
          text_(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
          length_(length) {}

    std::optional<Slice> next() {
        const std::lock_guard lock(mutex_);
        if (over_) return std::nullopt;
        const std::size_t begin = begin_;
        const auto cut = bytes_.size() - begin > length_ + length_ / 2
                             ? find_cut(text_, begin + length_)
                             : std::nullopt;
        const std::size_t end = cut.value_or(bytes_.size());
        over_ = !cut;
        begin_ = end + 1;
        return Slice{count_++, bytes_.subspan(begin, end - begin), begin == 0, over_};
    }

  private:
    std::mutex mutex_;
    std::span<const std::uint8_t> bytes_;
    std::string_view text_;
    std::size_t length_;
    std::size_t begin_ = 0;
    std::size_t count_ = 0;
    bool over_ = false;
};

/// Reads slices until none are left or one fails. A slice in braces is a valid object only if both
/// its ends are member boundaries: a wrong cut fails.
class SlicedReader {
  public:
    SlicedReader(const MappedFile& file, std::size_t length, std::size_t samples, const Job& job)
        : file_(file), slicer_(file.bytes(), length), samples_(samples), job_(job) {}

    /// The content of all slices in order; nothing if one failed.
    std::optional<std::deque<DataJson>> read(unsigned threads) {
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(false); });
            work(true);
        }
        if (error_) std::rethrow_exception(error_);
        if (failed_) return std::nullopt;
        return std::move(results_);
    }

  private:
    void work(bool tells) {
        try {
            DataJsonParser parser;
            JsonText text;
            while (!failed_) {
                const auto slice = slicer_.next();
                if (!slice) return;
                text.assign(slice->is_first ? "" : "{", slice->bytes, slice->is_last ? "" : "}");
                const auto bytes = static_cast<double>(slice->bytes.size());
                Job part{.progress = {}, .stop = job_.stop};
                if (tells && job_.progress)
                    part.progress = [&](double fraction) { tell(fraction * bytes); };
                keep(slice->index, parser.parse(text, samples_, part));
                file_.release(slice->bytes);
                done_ += slice->bytes.size();
            }
        } catch (const Error&) {
            failed_ = true;
        } catch (...) {
            const std::lock_guard lock(mutex_);
            error_ = std::current_exception();
            failed_ = true;
        }
    }

    void keep(std::size_t index, DataJson data) {
        const std::lock_guard lock(mutex_);
        if (results_.size() <= index) results_.resize(index + 1);
        results_[index] = std::move(data);
    }

    /// Reports progress: this many bytes of a slice and all earlier slices are done.
    void tell(double bytes) const {
        job_.progress((static_cast<double>(done_) + bytes) /
                      static_cast<double>(file_.bytes().size()));
    }

    const MappedFile& file_;
    Slicer slicer_;
    std::size_t samples_;
    const Job& job_;
    std::atomic<std::size_t> done_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::deque<DataJson> results_;
    std::exception_ptr error_;
};

}  // namespace

std::vector<EpochColumns> read_data_json(const std::filesystem::path& file, std::size_t samples,
                                         std::vector<std::string>& warnings, const Slicing& slicing,
                                         const Job& job) {
    const MappedFile mapped(file);
    const std::size_t size = mapped.bytes().size();
    const unsigned threads =
        slicing.threads > 0 ? slicing.threads : std::max(1U, std::thread::hardware_concurrency());
    // Several slices a thread, to balance the load.
    const std::size_t length = std::clamp(size / (4UL * threads), slicing.min, slicing.max);
    // A small file is parsed faster than threads start.
    if (size < 4 * length) return parse_whole(file, mapped, samples, warnings, job);
    const auto useful = static_cast<unsigned>(std::min<std::size_t>(threads, size / length));
    auto slices = SlicedReader(mapped, length, samples, job).read(useful);
    // Only a parse of the whole text can locate the fault.
    if (!slices) return parse_whole(file, mapped, samples, warnings, job);
    if (mapped.is_broken()) throw Error(file.string(), "has become shorter while it was read");
    DataJson whole;
    for (DataJson& slice : *slices) {
        std::move(slice.epochs.begin(), slice.epochs.end(), std::back_inserter(whole.epochs));
        whole.unknown.merge(slice.unknown);
    }
    warn_of(whole.unknown, warnings);
    return std::move(whole.epochs);
}

}  // namespace epochscope
