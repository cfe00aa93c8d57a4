#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope {

/// The maximum length of a record in bytes; the limit of protobuf.
inline constexpr std::uint64_t max_record = (std::uint64_t{1} << 31U) - 1;

/// The bytes of a record before and after its data: length with checksum, checksum of the data.
inline constexpr std::size_t record_head = 12;
inline constexpr std::size_t record_tail = 4;

/// A fault at an offset.
struct RecordFault {
    std::size_t offset = 0;
    std::string what;
};

/// The records of a TFRecord file.
struct RecordLayout {
    /// Consecutive complete records; the checksums of their data are not verified yet.
    struct Chunk {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Chunk> chunks;
    std::vector<RecordFault> faults;
    /// Where to continue when the file has grown: after the last complete record.
    std::size_t end = 0;
    /// Whether an incomplete record begins there.
    bool is_cut = false;
};

/// Whether these bytes may begin a record: they include a header whose length has the right
/// checksum.
bool begins_record(std::span<const std::uint8_t> bytes);

/// The data length of the record that begins here; needs 8 bytes.
std::uint64_t record_length(std::span<const std::uint8_t> bytes);

/// The data of the complete record that begins here.
std::span<const std::uint8_t> record_data(std::span<const std::uint8_t> bytes);

/// Whether the data of a complete record matches its checksum.
bool has_right_data(std::span<const std::uint8_t> record);

/// Scans `bytes` from an offset on, record by record, and splits them into chunks of about this
/// length. After bytes that are not a record, continues at the next complete record. Throws
/// Cancelled. O(bytes).
RecordLayout lay_out_records(std::span<const std::uint8_t> bytes, std::size_t from,
                             std::size_t chunk_length, const std::stop_token& stop);

}  // namespace epochscope
