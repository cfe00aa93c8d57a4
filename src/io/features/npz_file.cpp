#include "io/features/npz_file.h"

#include "io/json/json_text.h"
#include "io/npy/row_numbers.h"

#include <epochscope/model/error.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view ending = ".npy";
/// Of all arrays together; only those that are asked for are decompressed.
constexpr std::size_t max_unpacked = std::size_t{1} << 40U;

}  // namespace

NpzFile::NpzFile(const std::filesystem::path& file)
    : path_(file.string()), file_(std::make_shared<const MappedFile>(file)) {
    for (ZipEntry& entry : zip_entries(file_->bytes(), path_, max_unpacked)) {
        if (!entry.name.ends_with(ending)) continue;
        const std::string name = entry.name.substr(0, entry.name.size() - ending.size());
        if (entries_.emplace(name, std::move(entry)).second) names_.push_back(name);
    }
    if (names_.empty()) throw Error(path_, "has no arrays, expected .npy files in it");
}

std::size_t NpzFile::bytes_to_unpack(const std::string& name) const {
    const ZipEntry& entry = entries_.at(name);
    return entry.is_deflated ? entry.size : 0;
}

NpyArray NpzFile::array(const std::string& name) {
    const std::string where = path_ + ": " + name;
    const auto found = entries_.find(name);
    if (found == entries_.end()) {
        std::string list;
        for (const std::string& known : names_) list += (list.empty() ? "" : ", ") + known;
        throw Error(path_, "has no array ", in_quotes(name), "; its arrays are ", list);
    }
    const ZipEntry& entry = found->second;
    if (!entry.is_deflated) return NpyArray::from_file(file_, entry.bytes, where);
    if (entry.size > max_converted)
        throw Error(where, "has ", entry.size, " bytes, expected at most ", max_converted,
                    "; save it by numpy.savez, without compression");
    std::shared_ptr<const std::string>& text = decompressed_[name];
    try {
        if (!text) text = std::make_shared<const std::string>(entry.text());
    } catch (const Error& error) {
        throw Error(path_, error.what());
    }
    return NpyArray::from_bytes({reinterpret_cast<const std::uint8_t*>(text->data()), text->size()},
                                where, text);
}

}  // namespace epochscope
