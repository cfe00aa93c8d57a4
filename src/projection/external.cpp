#include "projection/placed.h"

#include <epochscope/io/file.h>
#include <epochscope/io/open.h>
#include <epochscope/io/process.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/duration.h>
#include <epochscope/projection/external.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// How many lines of a program that failed are told.
constexpr std::size_t told_lines = 10;

/// An empty folder, gone with the object.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "epochscope-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw Error(name, "cannot be made: ", std::generic_category().message(errno));
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

fs::path program_of(const std::string& command) {
    if (command.find('/') != std::string::npos) return fs::absolute(command);
    if (const auto program = find_program(command)) return *program;
    throw Error("command", "is \"", command,
                "\", expected the path of a program (./my_umap.py), or the name of one in PATH");
}

/// The progress that a line tells: "0.25" or "25 %"; nothing if it tells something else.
std::optional<double> progress_in(std::string_view line) {
    double value = 0;
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (fault != std::errc{}) return std::nullopt;
    std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest == "%")
        value /= 100;
    else if (!rest.empty())
        return std::nullopt;
    if (value >= 0 && value <= 1) return value;
    return std::nullopt;
}

void run_program(const std::string& command, const MethodRun& run, const fs::path& out) {
    const fs::path path = program_of(command);
    if (run.folder.empty())
        throw Error("recording", "has no folder, expected one for the program to read");
    Process program(path, std::vector{fs::absolute(run.folder).string(), out.string()},
                    [&run](std::string_view line) {
                        if (const auto progress = progress_in(line))
                            run.job.reached(*progress);
                        else if (run.watch)
                            run.watch({.epoch = 0, .places = {}, .losses = {}, .note = line});
                    });
    const Process::Exit exit = program.finish(run.job.stop);
    if (exit.code != 0)
        throw Error(command, "failed with exit code ", exit.code, exit.output.empty() ? "" : ":\n",
                    last_lines(exit.output, told_lines));
    if (!fs::exists(out / "positions.npy"))
        throw Error(command, "left no positions.npy in the folder that is its second argument");
}

/// Makes a folder of arrays of what the program left, so that it is read and checked as such.
void complete(const fs::path& out, const Recording& recording) {
    std::ostringstream info;
    const auto list = [&](const char* key, const auto& entries, const char* quote) {
        info << '"' << key << "\":[";
        for (std::size_t i = 0; i < entries.size(); ++i)
            info << (i > 0 ? "," : "") << quote << entries[i] << quote;
        info << ']';
    };
    std::vector<std::int64_t> epochs;
    for (const RecordedEpoch& epoch : recording.epochs()) epochs.push_back(epoch.number);
    std::vector<std::size_t> classes(recording.classes().names.size());
    for (std::size_t c = 0; c < classes.size(); ++c) classes[c] = c;
    info << '{';
    list("label_text", classes, "\"");
    info << ',';
    list("label_index", recording.labels(), "");
    info << ',';
    list("epochs", epochs, "");
    // Of this folder, the places alone are used.
    info << R"(,"frame":[[-1e30,-1e30],[1e30,1e30]]})";
    const std::string text = info.str();
    write_file(out / "info.json",
               {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::vector<Point> places_in(const EpochSeries& series, std::size_t epoch) {
    const auto places = series.positions(epoch);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!std::isfinite(places[i].x) || !std::isfinite(places[i].y))
            throw Error("positions.npy", "sample ", i, " of epoch ", series.epoch(epoch).number,
                        " is not finite, expected finite positions");
    return {places.begin(), places.end()};
}

}  // namespace

MethodText about(const ExternalOptions&) {
    return {.id = "external",
            .label = "External program",
            .shows =
                "What your own program finds: UMAP, another network, a method under "
                "development.",
            .hides =
                "What it does not tell: decisions and places of other samples, if it leaves "
                "no map."};
}

std::vector<Option> options_of(ExternalOptions& options) {
    return {{.id = "command",
             .value = &options.command,
             .label = "Command",
             .help = "The path of a program, or its name in PATH. It is given the recording's "
                     "folder and an empty folder, in which it writes positions.npy (epochs, "
                     "samples, 2) and, if it has one, map/. Lines of output such as 0.25 or 25 % "
                     "tell its progress.",
             .unit = "PROGRAM"}};
}

double memory_needed(const Recording&, const ExternalOptions&) { return 0; }

std::optional<ProjectionWork> work_of(const Recording&, const ExternalOptions&) { return {}; }

Placed placed_by(const ExternalOptions& options, const MethodRun& run) {
    const TemporaryFolder folder;
    run_program(options.command, run, folder.path());
    complete(folder.path(), run.recording);
    Dataset made = open_dataset(folder.path(), {}, {.progress = {}, .stop = run.job.stop});
    Placed placed;
    placed.source = settings_of(options);
    for (std::size_t e = 0; e < made.series.epoch_count(); ++e)
        placed.places.push_back(places_in(made.series, e));
    if (const auto fault = made.series.fault()) throw Error(*fault);
    placed.map = std::move(made.plane_map);
    placed.warnings = std::move(made.warnings);
    return placed;
}

}  // namespace epochscope
