#include "io/zip/zip_entries.h"

#include "io/zip/inflate.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/error.h>

#include <optional>
#include <utility>

namespace epochscope {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t file_mark = 0x04034B50;
constexpr std::uint32_t directory_mark = 0x02014B50;
constexpr std::uint32_t end_mark = 0x06054B50;
constexpr std::uint32_t large_end_mark = 0x06064B50;
constexpr std::uint32_t large_locator_mark = 0x07064B50;
constexpr std::size_t file_head = 30;
constexpr std::size_t directory_head = 46;
constexpr std::size_t end_head = 22;
constexpr std::size_t large_end_head = 56;
constexpr std::size_t large_locator_head = 20;
constexpr std::uint32_t is_large = 0xFFFFFFFF;
constexpr std::uint16_t is_large_here = 1;
constexpr std::uint16_t encrypted_flag = 1;
constexpr std::uint16_t deflate_method = 8;

/// A little-endian number of this many bytes; nothing if the bytes end before.
std::optional<std::uint64_t> number_at(Bytes bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || width > bytes.size() - at) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) value = value << 8U | bytes[at + i];
    return value;
}

class ZipReader {
  public:
    ZipReader(Bytes archive, const std::string& name) : archive_(archive), name_(name) {}

    std::vector<ZipEntry> read(std::size_t limit) {
        find_directory();
        std::vector<ZipEntry> entries;
        std::size_t packed = 0;
        std::size_t unpacked = 0;
        std::size_t at = directory_;
        for (std::uint64_t i = 0; i < count_; ++i) {
            ZipEntry& entry = entries.emplace_back(read_entry(at));
            packed += entry.bytes.size();
            if (packed > directory_) fail("has files that overlap");
            if (entry.size > limit - unpacked)
                throw Error(name_, "unpacks to more than ", limit, " bytes");
            unpacked += entry.size;
        }
        return entries;
    }

  private:
    [[noreturn]] void fail(const char* what) const { throw Error(name_, what); }

    [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t width) const {
        const auto found = number_at(archive_, at, width);
        if (!found) fail("is a zip archive that ends too early");
        return *found;
    }

    void find_directory() {
        if (archive_.size() < end_head || number(archive_.size() - end_head, 4) != end_mark)
            throw FileCutOff(
                name_, "is a zip archive without an end; it was cut off, or data was appended");
        const std::size_t end = archive_.size() - end_head;
        std::size_t behind = end;
        count_ = number(end + 10, 2);
        std::uint64_t size = number(end + 12, 4);
        std::uint64_t begin = number(end + 16, 4);
        const std::size_t large = large_locator_head + large_end_head;
        if (end >= large && number(end - large_locator_head, 4) == large_locator_mark) {
            behind = end - large;
            if (number(end - large_locator_head + 8, 8) != behind ||
                number(behind, 4) != large_end_mark)
                fail("is a zip archive whose end is broken");
            count_ = number(behind + 32, 8);
            size = number(behind + 40, 8);
            begin = number(behind + 48, 8);
        }
        if (begin > behind || size != behind - begin)
            fail("is a zip archive whose directory is not at its end");
        directory_ = static_cast<std::size_t>(begin);
        if (count_ > size / directory_head) fail("is a zip archive of more files than it lists");
    }

    ZipEntry read_entry(std::size_t& at) const {
        if (number(at, 4) != directory_mark) fail("is a zip archive whose directory is broken");
        const std::uint64_t flags = number(at + 8, 2);
        const std::uint64_t method = number(at + 10, 2);
        if ((flags & encrypted_flag) != 0) fail("has files that are encrypted");
        if (method != 0 && method != deflate_method)
            fail("has files that are compressed by another method than deflate");
        std::uint64_t packed = number(at + 20, 4);
        std::uint64_t unpacked = number(at + 24, 4);
        std::uint64_t offset = number(at + 42, 4);
        const auto name_size = static_cast<std::size_t>(number(at + 28, 2));
        const auto extra_size = static_cast<std::size_t>(number(at + 30, 2));
        const auto comment_size = static_cast<std::size_t>(number(at + 32, 2));
        const std::size_t name = at + directory_head;
        at = name + name_size + extra_size + comment_size;
        if (at > archive_.size()) fail("is a zip archive that ends too early");
        read_large(archive_.subspan(name + name_size, extra_size), unpacked, packed, offset);
        if (method == 0 && packed != unpacked) fail("has a file with two sizes");
        const Bytes letters = archive_.subspan(name, name_size);
        return {.name = {letters.begin(), letters.end()},
                .bytes = bytes_at(offset, packed),
                .size = static_cast<std::size_t>(unpacked),
                .is_deflated = method == deflate_method};
    }

    /// Numbers of more than four bytes are stored elsewhere.
    void read_large(Bytes extra, std::uint64_t& unpacked, std::uint64_t& packed,
                    std::uint64_t& offset) const {
        for (std::size_t at = 0; at < extra.size();) {
            const auto what = number_at(extra, at, 2);
            const auto size = number_at(extra, at + 2, 2);
            if (!what || !size || *size > extra.size() - at - 4)
                fail("is a zip archive whose directory is broken");
            std::size_t from = at + 4;
            at = from + static_cast<std::size_t>(*size);
            if (*what != is_large_here) continue;
            for (std::uint64_t* value : {&unpacked, &packed, &offset}) {
                if (*value != is_large) continue;
                const auto large = from + 8 <= at ? number_at(extra, from, 8) : std::nullopt;
                if (!large) fail("is a zip archive whose directory is broken");
                *value = *large;
                from += 8;
            }
        }
    }

    [[nodiscard]] Bytes bytes_at(std::uint64_t offset, std::uint64_t size) const {
        if (offset > directory_ || directory_ - offset < file_head)
            fail("is a zip archive whose directory points outside");
        const auto at = static_cast<std::size_t>(offset);
        if (number(at, 4) != file_mark)
            fail("is a zip archive whose directory points to wrong entries");
        const std::uint64_t begin = offset + file_head + number(at + 26, 2) + number(at + 28, 2);
        if (begin > directory_ || size > directory_ - begin)
            fail("is a zip archive whose directory points outside");
        return archive_.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
    }

    Bytes archive_;
    const std::string& name_;
    std::size_t directory_ = 0;
    std::uint64_t count_ = 0;
};

}  // namespace

std::string ZipEntry::text() const {
    if (!is_deflated) return {bytes.begin(), bytes.end()};
    auto unpacked = inflated(bytes, size);
    if (!unpacked) throw Error(name, "has broken compressed data");
    return *std::move(unpacked);
}

std::vector<ZipEntry> zip_entries(std::span<const std::uint8_t> archive, const std::string& name,
                                  std::size_t limit) {
    return ZipReader(archive, name).read(limit);
}

}  // namespace epochscope
