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
    /// The stored bytes.
    std::span<const std::uint8_t> bytes;
    /// The stated uncompressed size.
    std::size_t size = 0;
    /// Stored or deflated; other methods are not supported.
    bool is_deflated = false;

    /// Decompresses the file. Throws Error if it is broken.
    [[nodiscard]] std::string text() const;
};

/// Lists the files of a zip archive by its directory (APPNOTE 6.3.9, with zip64), which must be at
/// its end. Throws Error if something is outside the archive, encrypted or compressed by another
/// method, if files overlap, or if their uncompressed sizes exceed `limit` in total. Views the
/// bytes. O(bytes).
std::vector<ZipEntry> zip_entries(std::span<const std::uint8_t> archive, const std::string& name,
                                  std::size_t limit);

}  // namespace epochscope
