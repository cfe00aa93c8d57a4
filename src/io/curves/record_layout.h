#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope {

/// Largest record that is read, in bytes; protobuf reads no larger messages.
inline constexpr std::uint64_t max_record = (std::uint64_t{1} << 31U) - 1;

/// What a record has before and behind its data: length and its checksum, the data's checksum.
inline constexpr std::size_t record_head = 12;
inline constexpr std::size_t record_tail = 4;

/// Something wrong with the bytes at an offset.
struct RecordFault {
    std::size_t offset = 0;
    std::string what;
};

/// Where the records of a TFRecord file are.
struct RecordLayout {
    /// Whole records, one behind the other; their data's checksums have not been looked at.
    struct Chunk {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Chunk> chunks;
    std::vector<RecordFault> faults;
    /// Where to go on when the file has grown: behind the last whole record.
    std::size_t end = 0;
    /// Whether a record begins there whose end is missing.
    bool is_cut = false;
};

/// Whether a record may begin with these bytes: there are enough, and the length's checksum is
/// right.
bool begins_record(std::span<const std::uint8_t> bytes);

/// The length of the data of the record that begins here; at least 8 bytes.
std::uint64_t record_length(std::span<const std::uint8_t> bytes);

/// The data of the record that begins here, which is whole.
std::span<const std::uint8_t> record_data(std::span<const std::uint8_t> bytes);

/// Whether the data of a whole record has the checksum that stands behind it.
bool has_right_data(std::span<const std::uint8_t> record);

/// Looks through `bytes` from an offset on, record by record, and cuts them into chunks of about
/// this length. Where no record can begin, the next place is looked for at which a whole one does.
/// O(bytes). Throws Cancelled.
RecordLayout lay_out_records(std::span<const std::uint8_t> bytes, std::size_t from,
                             std::size_t chunk_length, const std::stop_token& stop);

}  // namespace epochscope
