#include "io/files/input_file.h"
#include "io/pictures/jpeg.h"

#include <epochscope/io/file.h>
#include <epochscope/io/jpeg.h>
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <memory>
#include <optional>
#include <string>

namespace {

/// The maximum size of a memory block of the decoder: the largest picture with 8 bytes a pixel and
/// a byte a row, doubled, since buffers grow by doubling. Sizes stated in files are not trusted.
constexpr std::size_t max_block = epochscope::max_image_pixels * 18;

void* allocate(std::size_t size) { return size <= max_block ? std::malloc(size) : nullptr; }

void* reallocate(void* block, std::size_t size) {
    return size <= max_block ? std::realloc(block, size) : nullptr;
}

}  // namespace

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_MALLOC(size) allocate(size)
#define STBI_REALLOC(block, size) reallocate(block, size)
#define STBI_FREE(block) std::free(block)
#include <stb_image.h>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

namespace epochscope {

namespace {

constexpr std::array<std::uint8_t, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
/// The bytes of a chunk before its content (length, name) and after it (checksum).
constexpr std::size_t chunk_head = 8;
constexpr std::size_t chunk_tail = 4;
/// The names of the header and pixel chunks, as numbers.
constexpr std::uint32_t ihdr = 0x49484452;
constexpr std::uint32_t idat = 0x49444154;
/// The maximum size of a file: 8 bytes a pixel without compression.
constexpr std::size_t max_file = max_image_pixels * 9;

std::uint32_t big_endian(std::span<const std::uint8_t> bytes) {
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) |
           (std::uint32_t{bytes[2]} << 8U) | bytes[3];
}

/// Throws Error before allocation if a chunk is longer than the rest of the file.
void check_chunks(std::span<const std::uint8_t> bytes, std::string_view where) {
    std::size_t at = signature.size();
    bool any_pixels = false;
    while (at + chunk_head <= bytes.size()) {
        const std::size_t length = big_endian(bytes.subspan(at));
        const std::size_t rest = bytes.size() - at - chunk_head;
        if (rest < chunk_tail || length > rest - chunk_tail)
            throw Error(where, "is a damaged PNG: the part at byte ", at, " has a length of ",
                        length, ", the file has ", rest, " bytes left");
        // stb_image copies the first pixel chunk into memory of its stated length.
        const bool pixels = big_endian(bytes.subspan(at + 4)) == idat;
        if (pixels && length == 0 && !any_pixels)
            throw Error(where, "is a damaged PNG: its pixels begin with an empty part");
        any_pixels = any_pixels || pixels;
        at += chunk_head + length + chunk_tail;
    }
}

constexpr std::array<std::uint8_t, 3> jpeg_signature{0xFF, 0xD8, 0xFF};

/// How often a JPEG goes through its pixels: a progressive one some ten times.
std::size_t scans_of(std::span<const std::uint8_t> bytes) {
    constexpr std::array<std::uint8_t, 2> start_of_scan{0xFF, 0xDA};
    std::size_t scans = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
        if (bytes[i] == start_of_scan[0] && bytes[i + 1] == start_of_scan[1]) ++scans;
    return scans;
}

/// The pixels of what was checked before, which stb_image decodes.
Image decoded_picture(std::span<const std::uint8_t> bytes, Size size, std::string_view where,
                      std::string_view damaged) {
    int width = 0;
    int height = 0;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(bytes.data(), static_cast<int>(bytes.size()), &width, &height,
                              nullptr, 4),
        std::free);
    if (!pixels || Size{width, height} != size)
        throw Error(where, damaged, " (", pixels ? "two headers" : stbi_failure_reason(), ")");
    Image image;
    image.size = size;
    image.rgba.assign(pixels.get(), pixels.get() + std::size_t{4} *
                                                       static_cast<std::size_t>(width) *
                                                       static_cast<std::size_t>(height));
    return image;
}

void expect_pixels(std::size_t width, std::size_t height, std::string_view where) {
    if (width == 0 || height == 0)
        throw Error(where, "is ", width, " x ", height, " pixels, expected at least one");
    if (width > max_image_pixels / height)
        throw Error(where, "is ", width, " x ", height, " pixels, expected at most ",
                    max_image_pixels, " in all");
}

bool is_opaque(const Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        if (image.rgba[i] != 255) return false;
    return true;
}

std::vector<std::uint8_t> rgb_of(const Image& image) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        rgb.insert(rgb.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                   image.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    return rgb;
}

void append(void* context, void* data, int size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    auto& out = *static_cast<std::vector<std::uint8_t>*>(context);
    out.insert(out.end(), bytes, bytes + size);
}

}  // namespace

Size png_size(std::span<const std::uint8_t> bytes, std::string_view where) {
    constexpr std::size_t header = signature.size() + chunk_head + 13;
    if (bytes.empty()) throw Error(where, "is empty, expected a PNG");
    if (bytes.size() < header || !std::equal(signature.begin(), signature.end(), bytes.begin()) ||
        big_endian(bytes.subspan(8)) != 13 || big_endian(bytes.subspan(12)) != ihdr)
        throw Error(where, "is not a PNG");
    const std::size_t width = big_endian(bytes.subspan(16));
    const std::size_t height = big_endian(bytes.subspan(20));
    expect_pixels(width, height, where);
    return {static_cast<int>(width), static_cast<int>(height)};
}

Image decode_png(std::span<const std::uint8_t> bytes, std::string_view where) {
    const Size size = png_size(bytes, where);
    check_chunks(bytes, where);
    return decoded_picture(bytes, size, where, "is a damaged PNG");
}

// Here, since stb_image is static.
bool is_jpeg(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= jpeg_signature.size() &&
           std::equal(jpeg_signature.begin(), jpeg_signature.end(), bytes.begin());
}

Size jpeg_size(std::span<const std::uint8_t> bytes, std::string_view where) {
    int width = 0;
    int height = 0;
    int channels = 0;
    const bool fits = bytes.size() <= max_file;
    if (!is_jpeg(bytes) || !fits ||
        stbi_info_from_memory(bytes.data(), static_cast<int>(bytes.size()), &width, &height,
                              &channels) == 0)
        throw Error(where, "is no JPEG that can be read (",
                    is_jpeg(bytes) && fits ? stbi_failure_reason() : "unknown",
                    "), expected a baseline or a progressive one of 8 bits");
    expect_pixels(static_cast<std::size_t>(width), static_cast<std::size_t>(height), where);
    return {width, height};
}

Image decode_jpeg(std::span<const std::uint8_t> bytes, std::string_view where) {
    // Many passes over a large picture would take minutes.
    constexpr std::size_t max_scans = 200;
    const Size size = jpeg_size(bytes, where);
    if (const std::size_t scans = scans_of(bytes); scans > max_scans)
        throw Error(where, "is a JPEG of ", scans, " scans, expected at most ", max_scans);
    return decoded_picture(bytes, size, where, "is a damaged JPEG");
}

Image read_png(const std::filesystem::path& file) {
    return decode_png(read_file(file, max_file), file.string());
}

std::vector<std::uint8_t> encode_png(const Image& image) {
    if (image.rgba.empty()) throw Error("PNG", "a picture without pixels cannot be written");
    const int channels = is_opaque(image) ? 3 : 4;
    const std::vector<std::uint8_t> rgb =
        channels == 3 ? rgb_of(image) : std::vector<std::uint8_t>{};
    std::vector<std::uint8_t> png;
    if (stbi_write_png_to_func(append, &png, image.size.width, image.size.height, channels,
                               channels == 3 ? rgb.data() : image.rgba.data(),
                               image.size.width * channels) == 0)
        throw Error("PNG", "cannot encode ", image.size.width, " x ", image.size.height, " pixels");
    return png;
}

std::vector<std::uint8_t> encode_jpeg(const Image& image, int quality) {
    constexpr int max_side = 65535;
    if (image.rgba.empty() || image.size.width > max_side || image.size.height > max_side)
        throw Error("JPEG", "cannot encode ", image.size.width, " x ", image.size.height,
                    " pixels");
    std::vector<std::uint8_t> rgb;
    rgb.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        for (std::size_t c = 0; c < 3; ++c)
            rgb.push_back(
                static_cast<std::uint8_t>((image.rgba[i + c] * alpha + 255 * (255 - alpha)) / 255));
    }
    std::vector<std::uint8_t> jpeg;
    if (stbi_write_jpg_to_func(append, &jpeg, image.size.width, image.size.height, 3, rgb.data(),
                               quality) == 0)
        throw Error("JPEG", "cannot encode ", image.size.width, " x ", image.size.height,
                    " pixels");
    return jpeg;
}

void write_png(const std::filesystem::path& file, const Image& image) {
    write_file(file, encode_png(image));
}

}  // namespace epochscope
