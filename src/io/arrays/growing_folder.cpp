#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"
#include "io/npy/growing_array.h"

#include <epochscope/io/file.h>
#include <epochscope/io/growing_folder.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Arrays of which `info.json` says at which epochs they are not known.
constexpr std::array<const char*, 4> optional_arrays{"predictions", "confidence",
                                                     "intra_similarity", "inter_similarity"};

/// A folder beside that holds a new epoch until it is added.
fs::path staged(const fs::path& folder) {
    fs::path path = folder;
    path += ".next";
    return path;
}

Json read_info(const fs::path& folder) {
    const fs::path file = folder / "info.json";
    const JsonText text = JsonText::from_file(file, max_info_json);
    // Says what is wrong with a text that is broken.
    std::vector<std::string> unheeded;
    parse_array_info(text.view(), unheeded);
    return Json::parse(text.view());
}

void write_info_of(const Json& info, const fs::path& folder) {
    const std::string text = info.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    write_file(folder / "info.json",
               {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// Whether an array has a row an epoch, by its path in the folder.
bool is_of_epochs(const std::string& name, bool has_one_map) {
    if (name.starts_with("map")) return !has_one_map || name.find("head_") != std::string::npos;
    return name == "positions.npy" || name == "logit_planes.npy" ||
           std::ranges::any_of(optional_arrays,
                               [&](const std::string& array) { return name == array + ".npy"; });
}

/// The arrays of a folder that have a row an epoch, as paths in it.
std::set<std::string> epoch_arrays_in(const fs::path& folder, bool has_one_map) {
    std::set<std::string> names;
    for (const fs::path& inside : {folder, folder / "map"}) {
        if (!is_folder(inside)) continue;
        std::error_code error;
        for (fs::directory_iterator it(inside, error), end; !error && it != end;
             it.increment(error)) {
            std::string name = it->path().lexically_relative(folder).string();
            if (name.ends_with(".npy") && is_of_epochs(name, has_one_map))
                names.insert(std::move(name));
        }
        // An array that is not seen would get no row.
        if (error) throw Error(inside.string(), "cannot be read (", error.message(), ")");
    }
    return names;
}

/// Moves what is no array and not `info.json` over what is there: curves, heads that are modules.
void move_files(const fs::path& from, const fs::path& to) {
    for (const fs::path inside : {"", "map"}) {
        std::error_code error;
        for (fs::directory_iterator it(from / inside, error), end; !error && it != end;
             it.increment(error)) {
            const fs::path& file = it->path();
            if (!it->is_regular_file(error) || file.extension() == ".npy" ||
                file.filename() == "info.json")
                continue;
            const fs::path target = to / inside / file.filename();
            std::error_code failed;
            fs::rename(file, target, failed);
            if (failed) throw Error(target.string(), "cannot be written (", failed.message(), ")");
        }
    }
}

}  // namespace

GrowingFolder::GrowingFolder(fs::path folder, bool has_one_map)
    : folder_(fs::absolute(std::move(folder)).lexically_normal()), has_one_map_(has_one_map) {
    if (!folder_.has_filename()) folder_ = folder_.parent_path();
    if (path_exists(folder_ / "info.json"))
        epochs_ = read_info(folder_)["epochs"].get<std::vector<std::int64_t>>();
    else
        expect_new_folder(folder_);
}

void GrowingFolder::append(Dataset epoch, const std::map<std::string, std::string>& source,
                           const Job& job) {
    if (!epochs_.empty()) {
        std::erase_if(epoch.sidecar_files,
                      [](const fs::path& file) { return file.filename() != "curves.csv"; });
        epoch.thumbnails = nullptr;
        epoch.metadata = nullptr;
    }
    const std::int64_t number = epoch.series.epoch(0).number;
    const fs::path made = staged(folder_);
    std::error_code ignored;
    fs::remove_all(made, ignored);
    try {
        write_dataset(epoch, DatasetFormat::npy, made, source, job);
        epochs_.empty() ? begin(made) : add(made);
    } catch (...) {
        fs::remove_all(made, ignored);
        throw;
    }
    fs::remove_all(made, ignored);
    epochs_.push_back(number);
}

void GrowingFolder::begin(const fs::path& made) {
    Json info = read_info(made);
    // Of all epochs, which are still to come.
    info.erase("epochs_at_steps");
    info["live"] = true;
    write_info_of(info, made);
    std::error_code error;
    fs::rename(made, folder_, error);
    if (error) throw Error(folder_.string(), "cannot be written (", error.message(), ")");
}

void GrowingFolder::add(const fs::path& made) {
    const Json next = read_info(made);
    Json info = read_info(folder_);
    if (info["live"] != true) {
        // Said before there are more rows than epochs.
        info["live"] = true;
        write_info_of(info, folder_);
    }
    const std::size_t rows = epochs_.size();
    Json unknown = info.contains("unknown") ? info["unknown"] : Json::object();
    for (const std::string name : optional_arrays) {
        const bool had = path_exists(folder_ / (name + ".npy"));
        const bool has = path_exists(made / (name + ".npy"));
        if (has && !had) unknown[name] = epochs_;
        if (had && !has) unknown[name].push_back(next["epochs"][0]);
    }
    std::error_code ignored;
    if (path_exists(made / "map")) fs::create_directory(folder_ / "map", ignored);
    std::set<std::string> arrays = epoch_arrays_in(folder_, has_one_map_);
    arrays.merge(epoch_arrays_in(made, has_one_map_));
    for (const std::string& name : arrays) append_row(folder_ / name, made / name, rows);
    move_files(made, folder_);
    info["epochs"].push_back(next["epochs"][0]);
    info["frame"] = next["frame"];
    if (!unknown.empty()) info["unknown"] = std::move(unknown);
    write_info_of(info, folder_);
}

void GrowingFolder::finish() {
    if (epochs_.empty()) return;
    Json info = read_info(folder_);
    if (!info.contains("live")) return;
    for (const std::string& name : epoch_arrays_in(folder_, has_one_map_))
        cut_rows(folder_ / name, epochs_.size());
    info.erase("live");
    write_info_of(info, folder_);
}

}  // namespace epochscope
