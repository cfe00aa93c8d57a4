#include "io/files/input_file.h"
#include "io/pictures/backgrounds.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <array>
#include <limits>
#include <mutex>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view placeholder = "${epoch}";
/// The number of epochs named in a warning.
constexpr std::size_t max_named = 5;

/// One file an epoch; an empty path if there is none.
class BackgroundFiles : public BackgroundSource {
  public:
    BackgroundFiles(std::vector<fs::path> files, const EpochSeries& series,
                    std::optional<Origin> stated)
        : files_(std::move(files)), series_(series), stated_(stated) {}
    [[nodiscard]] bool has(std::size_t epoch) const override {
        return epoch < files_.size() && !files_[epoch].empty();
    }
    [[nodiscard]] Image load(std::size_t epoch) const override {
        if (!has(epoch)) throw Error("background", "there is none for this epoch");
        return read_png(files_[epoch]);
    }
    [[nodiscard]] Orientation orientation() const override {
        if (stated_) return {.origin = stated_, .agreement = std::nullopt, .problem = {}};
        // Lazily: decoding a picture takes longer than opening most folders.
        std::call_once(once_, [this] { found_ = orientation_by_agreement(series_, *this); });
        return found_;
    }
    [[nodiscard]] fs::path file(std::size_t epoch) const override {
        return has(epoch) ? files_[epoch] : fs::path();
    }

  private:
    std::vector<fs::path> files_;
    EpochSeries series_;
    std::optional<Origin> stated_;
    mutable std::once_flag once_;
    mutable Orientation found_;
};

std::string file_for(std::string_view path_template, std::int64_t epoch) {
    std::string path(path_template);
    const std::string number = std::to_string(epoch);
    for (std::size_t at = path.find(placeholder); at != std::string::npos;
         at = path.find(placeholder, at + number.size()))
        path.replace(at, placeholder.size(), number);
    return path;
}

/// "3, 4, 5 and 12 more".
std::string names_of(const std::vector<std::int64_t>& epochs) {
    std::string names;
    for (std::size_t i = 0; i < std::min(epochs.size(), max_named); ++i)
        names += (i > 0 ? ", " : "") + std::to_string(epochs[i]);
    if (epochs.size() > max_named)
        names += " and " + std::to_string(epochs.size() - max_named) + " more";
    return names;
}

/// The fault in the header of a picture, or empty.
std::string fault_of(const fs::path& file) {
    constexpr std::size_t head = 33;
    try {
        InputFile input(file, std::numeric_limits<std::size_t>::max());
        std::array<std::uint8_t, head> bytes{};
        const std::size_t count = input.read(bytes);
        png_size(std::span(bytes).first(count), file.string());
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

void warn_of_faults(const std::vector<std::string>& faults, std::vector<std::string>& warnings) {
    if (faults.empty()) return;
    warnings.push_back("background: " + faults.front() +
                       (faults.size() > 1
                            ? "; and " + std::to_string(faults.size() - 1) + " more are broken"
                            : ""));
}

}  // namespace

std::shared_ptr<const BackgroundSource> open_background_files(std::string_view path_template,
                                                              const EpochSeries& series,
                                                              std::optional<Origin> stated,
                                                              std::vector<std::string>& warnings) {
    std::vector<fs::path> files(series.epoch_count());
    std::vector<std::int64_t> missing;
    std::vector<std::string> faults;
    for (std::size_t e = 0; e < files.size(); ++e) {
        const std::int64_t number = series.epoch(e).number;
        const fs::path file = file_for(path_template, number);
        std::error_code ignored;
        if (!fs::exists(file, ignored)) {
            missing.push_back(number);
            continue;
        }
        files[e] = file;
        if (std::string fault = fault_of(file); !fault.empty()) faults.push_back(std::move(fault));
    }
    if (missing.size() == files.size()) return nullptr;
    if (!missing.empty())
        warnings.push_back("background: there is none for " + std::to_string(missing.size()) +
                           " of " + std::to_string(files.size()) + " epochs (" + names_of(missing) +
                           ")");
    warn_of_faults(faults, warnings);
    return std::make_shared<BackgroundFiles>(std::move(files), series, stated);
}

std::shared_ptr<const BackgroundSource> open_background_folder(const fs::path& folder,
                                                               const EpochSeries& series,
                                                               std::optional<Origin> stated,
                                                               std::vector<std::string>& warnings) {
    // Avoids a check for each epoch: most folders have no backgrounds.
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) return nullptr;
    return open_background_files((folder / "${epoch}.png").string(), series, stated, warnings);
}

}  // namespace epochscope
