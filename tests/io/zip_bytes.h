#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

using ZipFiles = std::vector<std::pair<std::string, std::string>>;

inline void put_number(std::string& to, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) to += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// The numbers of an entry of a zip archive.
struct ZipNumbers {
    std::uint64_t method = 0;
    std::uint64_t flags = 0;
    std::uint64_t packed;
    std::uint64_t unpacked;
    std::uint64_t offset;
};
using BendZip = std::function<void(const std::string& name, ZipNumbers&)>;

/// A zip archive of files that are stored as they are; `bend` may change an entry's numbers.
inline std::string zip_of(const ZipFiles& files, const BendZip& bend = {}) {
    std::string archive;
    std::string directory;
    for (const auto& [name, content] : files) {
        ZipNumbers numbers{
            .packed = content.size(), .unpacked = content.size(), .offset = archive.size()};
        if (bend) bend(name, numbers);
        archive += "PK\x03\x04";
        archive.append(22, '\0');
        put_number(archive, name.size(), 2);
        put_number(archive, 0, 2);
        archive += name + content;
        directory += "PK\x01\x02";
        directory.append(4, '\0');
        put_number(directory, numbers.flags, 2);
        put_number(directory, numbers.method, 2);
        directory.append(8, '\0');
        put_number(directory, numbers.packed, 4);
        put_number(directory, numbers.unpacked, 4);
        put_number(directory, name.size(), 2);
        directory.append(12, '\0');
        put_number(directory, numbers.offset, 4);
        directory += name;
    }
    const std::size_t begin = archive.size();
    archive += directory + std::string("PK\x05\x06") + std::string(6, '\0');
    put_number(archive, files.size(), 2);
    put_number(archive, directory.size(), 4);
    put_number(archive, begin, 4);
    put_number(archive, 0, 2);
    return archive;
}

}  // namespace epochscope::tests
