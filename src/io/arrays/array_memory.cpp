#include "io/arrays/array_memory.h"

#include "io/npy/row_numbers.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <filesystem>

namespace epochscope {

namespace {

/// Smaller arrays are converted without a warning.
constexpr std::size_t worth_a_warning = std::size_t{32} << 20U;
/// Entries between two checks of the stop token.
constexpr std::size_t chunk = std::size_t{1} << 20U;

}  // namespace

std::span<const std::int32_t> ArrayMemory::keep(std::vector<std::int32_t> values) {
    return integers_.emplace_back(std::move(values));
}

std::span<const float> ArrayMemory::keep(std::vector<float> values, const std::string& name) {
    const std::size_t bytes = values.size() * sizeof(float);
    if (bytes > max_converted - converted_)
        throw Error(name, "has to be put in order or converted for ", values.size(),
                    " entries, which takes too much memory; save it as little-endian float32 in "
                    "the order of the labels, which is read in place");
    converted_ += bytes;
    return reals_.emplace_back(std::move(values));
}

template <typename T>
std::span<const T> ArrayMemory::converted(const NpyArray& array, std::deque<std::vector<T>>& store,
                                          const Job& job) {
    const std::string_view wanted = std::is_same_v<T, float> ? "float32" : "int32";
    if (array.size() > (max_converted - converted_) / sizeof(T))
        throw Error(array.name(), "has to be converted to ", wanted, " for ", array.size(),
                    " entries, which takes too much memory; save it as little-endian ", wanted,
                    " (numpy.save of .astype), which is read in place");
    std::vector<T> values(array.size());
    for (std::size_t first = 0; first < values.size(); first += chunk) {
        if (job.stop.stop_requested()) throw Cancelled();
        array.read(first, std::span(values).subspan(first, std::min(chunk, values.size() - first)));
    }
    const std::size_t bytes = values.size() * sizeof(T);
    converted_ += bytes;
    if (bytes >= worth_a_warning)
        warnings_.push_back(std::filesystem::path(array.name()).filename().string() +
                            ": is not little-endian " + std::string(wanted) +
                            "; opening had to convert it, which takes " +
                            std::to_string(bytes >> 20U) + " MiB of memory");
    return store.emplace_back(std::move(values));
}

std::span<const std::int32_t> ArrayMemory::integers_of(const NpyArray& array, const Job& job) {
    const auto in_place = array.integers_in_place();
    if (!in_place) return converted(array, integers_, job);
    mapped_.push_back(array);
    return *in_place;
}

std::span<const float> ArrayMemory::reals_of(const NpyArray& array, const Job& job) {
    const auto in_place = array.reals_in_place();
    if (!in_place) return converted(array, reals_, job);
    mapped_.push_back(array);
    return *in_place;
}

std::optional<std::string> ArrayMemory::fault() const {
    for (const NpyArray& array : mapped_)
        if (auto what = array.fault()) return what;
    return std::nullopt;
}

void ArrayMemory::release(std::size_t epoch) const {
    for (const NpyArray& array : mapped_) {
        const std::size_t row = array.size() / rows_.size();
        array.release(rows_[epoch] * row, row);
    }
}

}  // namespace epochscope
