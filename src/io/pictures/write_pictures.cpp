#include "io/pictures/write_pictures.h"

#include "io/npy/array_file.h"

#include <epochscope/compute/threads.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>
#include <epochscope/model/image.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <system_error>

namespace epochscope {

namespace {

/// The first that there is; empty if there is none, or it is broken.
Image first_picture(const ThumbnailSource& pictures, std::size_t samples) {
    try {
        for (std::size_t i = 0; i < samples; ++i)
            if (pictures.has(i)) return pictures.load(i);
    } catch (const Error&) {  // What shows it says so; long work was not for nothing.
    }
    return {};
}

}  // namespace

bool has_unfiled_pictures(const Dataset& dataset) {
    // Those that metadata names are copied with it.
    const bool are_named = dataset.metadata && dataset.metadata->find("image") != nullptr;
    return dataset.thumbnails != nullptr && !are_named &&
           std::ranges::none_of(dataset.sidecar_files, [](const std::string& file) {
               const std::filesystem::path name = std::filesystem::path(file).filename();
               return name == "images.npy" || name == "image";
           });
}

namespace {

/// False if one is of another size than the first, of which nothing is written then.
bool write_array(const ThumbnailSource& pictures, std::size_t samples, const Image& first,
                 const std::filesystem::path& file, const Job& job) {
    constexpr std::size_t channels = 4;
    const Image none(first.size);
    OutputFile output(file);
    output.write(npy_head("|u1", std::array{samples, static_cast<std::size_t>(first.size.height),
                                            static_cast<std::size_t>(first.size.width), channels}));
    for (std::size_t i = 0; i < samples; ++i) {
        end_if_stopped(job.stop);
        const Image picture = pictures.has(i) ? pictures.load(i) : none;
        if (picture.size != first.size) return false;
        output.write(std::as_bytes(std::span(picture.rgba)));
    }
    output.finish();
    return true;
}

void write_files(const ThumbnailSource& pictures, std::size_t samples,
                 const std::filesystem::path& folder, const Job& job) {
    std::error_code error;
    if (!std::filesystem::create_directory(folder, error))
        throw Error(folder.string(), "cannot be created (", error.message(), ")");
    for (std::size_t i = 0; i < samples; ++i) {
        end_if_stopped(job.stop);
        if (pictures.has(i)) write_png(folder / (std::to_string(i) + ".png"), pictures.load(i));
    }
}

}  // namespace

void write_pictures(const Dataset& dataset, const std::filesystem::path& folder, const Job& job) {
    const std::size_t samples = dataset.series.sample_count();
    const ThumbnailSource& pictures = *dataset.thumbnails;
    const Image first = first_picture(pictures, samples);
    if (first.rgba.empty()) return;
    if (!write_array(pictures, samples, first, folder / "images.npy", job))
        write_files(pictures, samples, folder / "image", job);
}

}  // namespace epochscope
