#include "io/curves/record_layout.h"

#include "io/files/crc32c.h"

#include <epochscope/model/error.h>

#include <bit>
#include <cstring>
#include <optional>

namespace epochscope {

namespace {

template <typename Number>
Number number_at(std::span<const std::uint8_t> bytes, std::size_t offset) {
    static_assert(std::endian::native == std::endian::little);
    Number number{};
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

/// Searches for records at unknown offsets.
class RecordSearch {
  public:
    RecordSearch(std::span<const std::uint8_t> bytes, const std::stop_token& stop)
        : bytes_(bytes), stop_(stop), checks_left_(4 * bytes.size()) {}

    /// The first offset from here on at which a complete record begins.
    std::optional<std::size_t> next(std::size_t from) {
        constexpr std::size_t between_looks = 1U << 20U;
        for (std::size_t at = from; at + record_head + record_tail <= bytes_.size(); ++at) {
            if (at % between_looks == 0 && stop_.stop_requested()) throw Cancelled();
            if (is_record(bytes_.subspan(at))) return at;
        }
        return std::nullopt;
    }

  private:
    bool is_record(std::span<const std::uint8_t> bytes) {
        if (!begins_record(bytes)) return false;
        const std::uint64_t length = record_length(bytes);
        if (length > bytes.size() - record_head - record_tail) return false;
        // Limits the work: crafted headers could otherwise cause a checksum of long data at each
        // offset.
        if (length > checks_left_) return true;
        checks_left_ -= length;
        return has_right_data(bytes);
    }

    std::span<const std::uint8_t> bytes_;
    const std::stop_token& stop_;
    std::uint64_t checks_left_;
};

/// Why these bytes, which include a header, are not a record.
std::string fault_of(std::span<const std::uint8_t> bytes) {
    if (!begins_record(bytes)) return "the checksum of a record's length is wrong";
    std::string words = "a record of ";
    words += std::to_string(record_length(bytes));
    words += " bytes, expected at most ";
    return words + std::to_string(max_record);
}

}  // namespace

bool begins_record(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= record_head &&
           masked_crc32c(bytes.first(8)) == number_at<std::uint32_t>(bytes, 8);
}

std::uint64_t record_length(std::span<const std::uint8_t> bytes) {
    return number_at<std::uint64_t>(bytes, 0);
}

std::span<const std::uint8_t> record_data(std::span<const std::uint8_t> bytes) {
    return bytes.subspan(record_head, record_length(bytes));
}

bool has_right_data(std::span<const std::uint8_t> record) {
    const std::span<const std::uint8_t> data = record_data(record);
    return masked_crc32c(data) == number_at<std::uint32_t>(record, record_head + data.size());
}

RecordLayout lay_out_records(std::span<const std::uint8_t> bytes, std::size_t from,
                             std::size_t chunk_length, const std::stop_token& stop) {
    RecordLayout layout;
    RecordSearch search(bytes, stop);
    layout.end = from;
    std::size_t begin = from;
    const auto close = [&](std::size_t end) {
        if (end > begin) layout.chunks.push_back({begin, end});
        begin = end;
        if (stop.stop_requested()) throw Cancelled();
    };
    while (layout.end < bytes.size()) {
        const auto rest = bytes.subspan(layout.end);
        layout.is_cut = rest.size() < record_head;
        if (layout.is_cut) break;
        const bool is_sound = begins_record(rest) && record_length(rest) <= max_record;
        const std::uint64_t left = rest.size() - record_head;
        layout.is_cut = is_sound && left < record_length(rest) + record_tail;
        if (layout.is_cut) break;
        if (is_sound) {
            layout.end += record_head + record_length(rest) + record_tail;
            if (layout.end - begin >= chunk_length) close(layout.end);
            continue;
        }
        close(layout.end);
        layout.faults.push_back({layout.end, fault_of(rest)});
        const auto next = search.next(layout.end + 1);
        if (!next) break;
        layout.end = begin = *next;
    }
    close(layout.end);
    return layout;
}

}  // namespace epochscope
