#include "io/curves/curve_file.h"
#include "io/curves/find_curve_files.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Identifies the state of a file, to detect changes.
struct FileState {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::uint64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    friend bool operator==(const FileState&, const FileState&) = default;
};

FileState state_of(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

struct FollowedFile {
    FileState state;
    std::unique_ptr<CurveFile> reader;
    /// Why it could not be read; empty if it was read.
    std::string fault;
};

/// The name of the run: of the folder that its files are in, or of its file.
std::string run_name(const fs::path& root, const CurveFile& reader) {
    const fs::path place = reader.place();
    const bool is_folder = place != reader.file();
    std::string name = place.lexically_relative(root).generic_string();
    if (name != "." && name.substr(0, 2) != "..") return name;
    return (is_folder && reader.file() != root ? root : reader.file()).filename().string();
}

/// Whether a file has a curve of a run, and was begun before the last point of that was written.
bool written_together(const CurveRun& run, const CurveFile& reader) {
    return std::ranges::any_of(run.series, [&](const ScalarSeries& mine) {
        const auto other = std::ranges::find(reader.series(), mine.name, &ScalarSeries::name);
        return other != reader.series().end() && !mine.wall_times.empty() &&
               !other->wall_times.empty() && other->wall_times.front() < mine.wall_times.back();
    });
}

}  // namespace

struct CurveFollower::Impl {
    bool read(const fs::path& file, const Job& job);
    bool forget_missing(const std::vector<fs::path>& found);
    [[nodiscard]] TrainingCurves gather(bool taking) const;
    CurveRun& run_of(TrainingCurves& curves, const CurveFile& reader) const;
    void add(TrainingCurves& curves, CurveFile& reader, bool taking) const;

    fs::path path;
    unsigned threads = 0;
    std::map<fs::path, FollowedFile> files;
    /// Warnings of the file search.
    std::vector<std::string> warnings;
    bool is_folder = false;
};

CurveFollower::CurveFollower(const fs::path& path, unsigned threads)
    : impl_(std::make_unique<Impl>()) {
    std::error_code ignored;
    impl_->path = fs::absolute(path, ignored).lexically_normal();
    // A slash at the end would make it a folder without a name.
    if (!impl_->path.has_filename()) impl_->path = impl_->path.parent_path();
    impl_->threads = threads;
}

CurveFollower::~CurveFollower() = default;
CurveFollower::CurveFollower(CurveFollower&&) noexcept = default;
CurveFollower& CurveFollower::operator=(CurveFollower&&) noexcept = default;

/// Returns whether anything was new.
bool CurveFollower::Impl::read(const fs::path& file, const Job& job) {
    const FileState now = state_of(file);
    FollowedFile& followed = files[file];
    if (followed.state == now && (followed.reader || !followed.fault.empty())) return false;
    const FileState& before = followed.state;
    const bool is_same = before.device == now.device && before.number == now.number;
    if (!is_same || now.size < before.size || !followed.fault.empty()) followed.reader = nullptr;
    followed.fault.clear();
    try {
        if (!followed.reader) followed.reader = curve_file(file, !is_folder);
        if (!followed.reader && !is_folder)
            throw Error(file.string(),
                        "has no curves, expected event files of TensorBoard, a log with lines "
                        "such as \"Epoch: [e][i/n]  Loss v (a)\", a table with a column of steps "
                        "or epochs, JSON lines with such a key, or trainer_state.json");
        if (followed.reader) followed.reader->read_on(job, threads);
        followed.state = now;
    } catch (const Error& error) {
        followed.reader = nullptr;
        followed.fault = error.what();
        followed.state = now;
        if (!is_folder) throw;
    }
    return true;
}

bool CurveFollower::Impl::forget_missing(const std::vector<fs::path>& found) {
    return std::erase_if(files, [&](const auto& entry) {
               return !std::binary_search(found.begin(), found.end(), entry.first);
           }) > 0;
}

bool CurveFollower::update(const Job& job) {
    std::vector<std::string> warnings;
    const std::vector<fs::path> found = find_curve_files(impl_->path, warnings);
    std::error_code ignored;
    impl_->is_folder = fs::is_directory(impl_->path, ignored);
    impl_->warnings = std::move(warnings);
    bool changed = impl_->forget_missing(found);
    for (std::size_t i = 0; i < found.size(); ++i) {
        job.reached(static_cast<double>(i) / static_cast<double>(found.size()));
        changed = impl_->read(found[i], job.part(i, found.size())) || changed;
    }
    const bool has_any =
        std::any_of(impl_->files.begin(), impl_->files.end(),
                    [](const auto& entry) { return entry.second.reader != nullptr; });
    if (!has_any) {
        for (const auto& [file, followed] : impl_->files)
            if (!followed.fault.empty()) throw Error(followed.fault);
        throw Error(impl_->path.string(),
                    "has no curves, expected events.out.tfevents.*, tables or JSON lines with "
                    "steps or epochs, trainer_state.json, or logs with lines such as "
                    "\"Epoch: [e][i/n]  Loss v (a)\"");
    }
    job.reached(1);
    return changed;
}

/// The run of a file, which is new if there is none, or if another writer wrote the same curves at
/// the same time.
CurveRun& CurveFollower::Impl::run_of(TrainingCurves& curves, const CurveFile& reader) const {
    const std::string base = run_name(path, reader);
    std::size_t number = 1;
    for (std::string name = base;;) {
        const auto run = std::ranges::find_if(curves.runs, [&](const CurveRun& other) {
            return other.name == name && other.source == reader.source();
        });
        if (run == curves.runs.end()) {
            if (name != base)
                curves.warnings.push_back(reader.file().string() +
                                          ": was written at the same time as another file with the "
                                          "same curves; it is the run " +
                                          name);
            return curves.runs.emplace_back(
                CurveRun{name, {}, reader.source(), reader.steps_are(), {}});
        }
        if (!written_together(*run, reader)) return *run;
        name = base + " (" + std::to_string(++number) + ")";
    }
}

/// Appends the curves of a file to its run; moves them if nothing reads on.
void CurveFollower::Impl::add(TrainingCurves& curves, CurveFile& reader, bool taking) const {
    CurveRun* const run = &run_of(curves, reader);
    run->files.push_back(reader.file().string());
    if (run->files.size() == 1) {
        run->series = taking ? reader.take_series() : reader.series();
        return;
    }
    SeriesSet set;
    for (ScalarSeries& series : run->series) {
        ScalarSeries* mine = set.named(series.name);
        if (mine != nullptr) *mine = std::move(series);
    }
    std::size_t replaced = 0;
    for (const ScalarSeries& series : reader.series()) {
        ScalarSeries* mine = set.named(series.name);
        if (mine == nullptr || series.size() == 0) continue;
        replaced = std::max(replaced, cut_from(*mine, series.steps.front()));
        append(*mine, series);
    }
    run->series = std::move(set.all());
    if (replaced > 0)
        curves.warnings.push_back(reader.file().string() + ": the run was resumed; " +
                                  std::to_string(replaced) +
                                  " points of a curve that came later do not count");
}

TrainingCurves CurveFollower::Impl::gather(bool taking) const {
    TrainingCurves curves;
    curves.warnings = warnings;
    for (const auto& [file, followed] : files) {
        if (!followed.fault.empty()) curves.warnings.push_back(followed.fault + "; it is left out");
        if (!followed.reader) continue;
        const auto told = followed.reader->warnings();
        add(curves, *followed.reader, taking);
        curves.warnings.insert(curves.warnings.end(), told.begin(), told.end());
    }
    std::stable_sort(curves.runs.begin(), curves.runs.end(),
                     [](const CurveRun& a, const CurveRun& b) { return a.name < b.name; });
    return curves;
}

TrainingCurves CurveFollower::curves() const& { return impl_->gather(false); }
TrainingCurves CurveFollower::curves() && { return impl_->gather(true); }

TrainingCurves read_training_curves(const fs::path& path, const Job& job, unsigned threads) {
    CurveFollower follower(path, threads);
    follower.update(job);
    return std::move(follower).curves();
}

}  // namespace epochscope
