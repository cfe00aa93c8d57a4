#include "io/maps/linear_maps.h"

#include "io/arrays/array_folder.h"
#include "io/npy/array_file.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Shape = std::vector<std::size_t>;

/// How far products of axes may be from 0 and 1: maps may have been saved in single precision.
constexpr double orthonormal_within = 1e-3;

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

std::vector<double> numbers_of(const NpyArray& array) {
    if (array.size() > max_converted / sizeof(double))
        throw Error(array.name(), "has ", array.size(), " entries, expected fewer");
    std::vector<double> numbers = array.doubles();
    const auto odd = std::find_if_not(numbers.begin(), numbers.end(),
                                      [](double value) { return std::isfinite(value); });
    if (odd != numbers.end())
        throw Error(array.name(), "entry ", odd - numbers.begin(), " is ", *odd,
                    ", expected finite numbers");
    return numbers;
}

double product(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += a[d] * b[d];
    return sum;
}

void expect_orthonormal(const LinearMap& map, const std::string& where) {
    const auto& [x, y] = map.axes;
    const bool no_second = std::all_of(y.begin(), y.end(), [](double v) { return v == 0; });
    const double off = std::max({std::abs(product(x, x) - 1), std::abs(product(x, y)),
                                 no_second ? 0 : std::abs(product(y, y) - 1)});
    if (!(off <= orthonormal_within))
        throw Error(where,
                    "has axes that are not orthonormal, expected axes of length 1 at right "
                    "angles to each other");
}

std::vector<LinearMap> read(const fs::path& mean_file, const fs::path& axes_file,
                            std::span<const std::size_t> rows) {
    const NpyArray means = NpyArray::open(mean_file);
    const NpyArray axes = NpyArray::open(axes_file);
    const Shape& shape = means.shape();
    if (shape.size() != 2 || (shape[0] != 1 && shape[0] != rows.size()) || shape[1] == 0)
        throw Error(means.name(), "has the shape ", shape_text(shape), ", expected (1 or ",
                    rows.size(), ", dimensions)");
    const std::size_t dimension = shape[1];
    if (axes.shape() != Shape{shape[0], 2, dimension})
        throw Error(axes.name(), "has the shape ", shape_text(axes.shape()), ", expected ",
                    shape_text({shape[0], 2, dimension}), " as map_mean.npy has it");
    const std::vector<double> mean = numbers_of(means);
    const std::vector<double> axis = numbers_of(axes);
    std::vector<LinearMap> maps(shape[0]);
    for (std::size_t m = 0; m < maps.size(); ++m) {
        const std::size_t row = maps.size() == 1 ? 0 : rows[m];
        const auto part = [&](const std::vector<double>& of, std::size_t index) {
            const std::span<const double> values =
                std::span(of).subspan(index * dimension, dimension);
            return std::vector<double>(values.begin(), values.end());
        };
        maps[m].mean = part(mean, row);
        maps[m].axes = {part(axis, 2 * row), part(axis, 2 * row + 1)};
        expect_orthonormal(maps[m], axes.name());
    }
    return maps;
}

}  // namespace

std::vector<LinearMap> read_linear_maps(const fs::path& folder, std::span<const std::size_t> rows,
                                        std::vector<std::string>& warnings) {
    const fs::path mean = folder / "map_mean.npy";
    const fs::path axes = folder / "map_axes.npy";
    if (!is_there(mean) && !is_there(axes)) return {};
    try {
        if (is_there(mean) != is_there(axes))
            throw Error((is_there(mean) ? axes : mean).string(),
                        "is not there, expected both map_mean.npy and map_axes.npy or neither");
        return read(mean, axes, rows);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; the map is left out");
        return {};
    }
}

void write_linear_maps(const std::vector<LinearMap>& maps, const fs::path& folder) {
    if (maps.empty()) return;
    const std::size_t dimension = maps.front().mean.size();
    ArrayFile<double> mean(folder / "map_mean.npy", {maps.size(), dimension});
    ArrayFile<double> axes(folder / "map_axes.npy", {maps.size(), 2, dimension});
    for (const LinearMap& map : maps) {
        mean.write(map.mean);
        for (const std::vector<double>& axis : map.axes) axes.write(axis);
    }
    mean.finish();
    axes.finish();
}

}  // namespace epochscope
