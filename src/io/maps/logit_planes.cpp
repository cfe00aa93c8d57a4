#include "io/maps/logit_planes.h"

#include "io/arrays/array_folder.h"
#include "io/npy/array_file.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "logit_planes.npy";

bool is_finite(const LogitPlane& plane) {
    return std::isfinite(plane.at_origin) && std::isfinite(plane.per_x) &&
           std::isfinite(plane.per_y);
}

LogitPlanes read(const fs::path& file, std::span<const std::size_t> rows, std::size_t classes) {
    const NpyArray array = NpyArray::open(file);
    const std::vector<std::size_t> expected{rows.size(), classes, 3};
    if (array.shape() != expected)
        throw Error(array.name(), "has the shape ", shape_text(array.shape()), ", expected ",
                    shape_text(expected));
    if (array.size() > max_converted / sizeof(double))
        throw Error(array.name(), "has ", array.size(), " entries, expected fewer");
    const std::vector<double> numbers = array.doubles();
    LogitPlanes planes;
    for (const std::size_t row : rows) {
        std::vector<LogitPlane>& epoch = planes.emplace_back();
        for (std::size_t c = 0; c < classes; ++c) {
            const double* three = &numbers[3 * (row * classes + c)];
            epoch.push_back({three[0], three[1], three[2]});
        }
        if (!std::all_of(epoch.begin(), epoch.end(), is_finite)) epoch.clear();
    }
    return planes;
}

}  // namespace

LogitPlanes read_logit_planes(const fs::path& folder, std::span<const std::size_t> rows,
                              std::size_t classes, std::vector<std::string>& warnings) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(folder / file_name, ignored))) return {};
    try {
        return read(folder / file_name, rows, classes);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; landscapes are painted from the points");
        return {};
    }
}

void write_logit_planes(const LogitPlanes& planes, std::size_t classes, const fs::path& folder) {
    if (std::all_of(planes.begin(), planes.end(), [](const auto& p) { return p.empty(); })) return;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    ArrayFile<double> file(folder / file_name, {planes.size(), classes, 3});
    const std::vector<LogitPlane> unknown(classes, {nan, nan, nan});
    for (const std::vector<LogitPlane>& epoch : planes)
        for (const LogitPlane& plane : epoch.empty() ? unknown : epoch)
            file.write(std::array{plane.at_origin, plane.per_x, plane.per_y});
    file.finish();
}

}  // namespace epochscope
