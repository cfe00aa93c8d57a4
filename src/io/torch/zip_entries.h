#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// A file in a zip archive.
struct ZipEntry {
    std::string name;
    /// As it lies in the archive.
    std::span<const std::uint8_t> bytes;
    /// Its size when it is unpacked, as the archive states it.
    std::size_t size = 0;
    /// As it is, or by deflate; nothing else is read.
    bool is_deflated = false;

    /// Unpacks it. Throws Error where it is broken.
    [[nodiscard]] std::string text() const;
};

/// Lists the files of a zip archive by its directory at the end (APPNOTE 6.3.9, with zip64), whose
/// end must be that of the archive. Throws Error where something lies outside the archive, is
/// encrypted or packed in another way, where files share bytes, or unpacked are more than `limit`
/// in all. Views the bytes. O(bytes).
std::vector<ZipEntry> zip_entries(std::span<const std::uint8_t> archive, const std::string& name,
                                  std::size_t limit);

}  // namespace epochscope
