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
    take(name, values.size(), "float32");
    return reals_.emplace_back(std::move(values));
}

void ArrayMemory::take(const std::string& name, std::size_t entries, std::string_view wanted) {
    constexpr std::size_t bytes_each = 4;
    if (entries > (max_converted - converted_) / bytes_each)
        throw Error(name, "has to be converted to ", wanted, " for ", entries,
                    " entries, which takes too much memory; save it as little-endian ", wanted,
                    " in C order (numpy.save of .astype), which is read in place");
    converted_ += entries * bytes_each;
}

void ArrayMemory::note(const NpyArray& array, std::size_t bytes, std::string_view wanted) {
    const std::string type = array.type_name();
    Converted& kind = kinds_[std::filesystem::path(array.name()).filename().string() + ": is " +
                             type + ", not little-endian " + std::string(wanted)];
    ++kind.files;
    kind.bytes += bytes;
    kind.is_usual = array.kind() != NpyKind::real ||
                    (array.item_size() >= sizeof(float) && !type.ends_with("Fortran order"));
}

std::vector<std::string> ArrayMemory::warnings() const {
    std::vector<std::string> said;
    for (const auto& [what, kind] : kinds_) {
        if (kind.is_usual && kind.bytes < worth_a_warning) continue;
        std::string& sentence = said.emplace_back(what);
        if (kind.files > 1) sentence += ", in " + std::to_string(kind.files) + " files";
        sentence += "; opening had to convert it, which takes ";
        sentence += kind.bytes >> 20U == 0 ? "less than 1" : std::to_string(kind.bytes >> 20U);
        sentence += " MiB of memory";
    }
    return said;
}

template <typename T>
std::span<const T> ArrayMemory::converted(const NpyArray& array, std::deque<std::vector<T>>& store,
                                          const Job& job) {
    const std::string_view wanted = std::is_same_v<T, float> ? "float32" : "int32";
    take(array.name(), array.size(), wanted);
    std::vector<T> values(array.size());
    for (std::size_t first = 0; first < values.size(); first += chunk) {
        if (job.stop.stop_requested()) throw Cancelled();
        array.read(first, std::span(values).subspan(first, std::min(chunk, values.size() - first)));
    }
    note(array, values.size() * sizeof(T), wanted);
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
        const std::size_t row = array.size() / array.shape()[0];
        array.release(rows_[epoch] * row, row);
    }
}

}  // namespace epochscope
