#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace epochscope {

/// A file of resources/ that the build puts into the program
/// (resources/cmake/EpochscopeEmbed.cmake).
struct EmbeddedFile {
    /// Without its folder.
    std::string_view name;
    std::span<const unsigned char> bytes;
    std::array<std::uint8_t, 32> sha256;

    [[nodiscard]] std::string_view text() const {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
};

/// Those of resources/web.
std::span<const EmbeddedFile> web_files();

}  // namespace epochscope
