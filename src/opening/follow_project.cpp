#include "opening/project_source.h"

#include <epochscope/io/growing_folder.h>
#include <epochscope/io/open.h>
#include <epochscope/io/source.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/followed_run.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_maps.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/projection/following.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <exception>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

FollowingProjection following(const ProjectRun& run, const Job& job) {
    ProjectOptions options = run.options;
    options.folder = run.recording;
    if (run.maps.empty()) return FollowingProjection(std::move(options));
    return {open_maps(run.maps, {.progress = {}, .stop = job.stop}), std::move(options)};
}

/// Whether at least one row of an epoch is known.
bool has_finite_row(const Table& rows) {
    for (std::size_t i = 0; i < rows.rows(); ++i)
        if (std::ranges::all_of(rows.row(i), [](float value) { return std::isfinite(value); }))
            return true;
    return false;
}

/// The epochs that were placed.
class PlacedEpochs {
  public:
    void add(std::int64_t number, std::span<const Point> places) {
        const auto& kept = places_.emplace_back(places.begin(), places.end());
        Epoch epoch;
        epoch.number = number;
        epoch.positions = kept;
        epochs_.push_back(epoch);
    }
    [[nodiscard]] std::span<const Epoch> epochs() const { return epochs_; }
    [[nodiscard]] bool empty() const { return epochs_.empty(); }
    [[nodiscard]] std::int64_t last() const { return epochs_.back().number; }
    [[nodiscard]] bool has(std::int64_t number) const {
        return std::ranges::any_of(epochs_,
                                   [number](const Epoch& epoch) { return epoch.number == number; });
    }

  private:
    std::deque<std::vector<Point>> places_;
    std::vector<Epoch> epochs_;
};

/// Follows a run, of which the observer's functions can be called.
class Following {
  public:
    Following(const ProjectRun& run, const Job& job, const ProjectObserver& observer)
        : run_(run),
          job_(job),
          observer_(observer),
          projection_(following(run, job)),
          folder_(run.target, projection_.has_one_map()),
          followed_(run.recording, opening_of(run, {.is_wanted = false})) {
        if (!folder_.epochs().empty()) go_on();
    }

    std::size_t done() {
        try {
            follow();
        } catch (const std::exception&) {
            finish_quietly();
            throw;
        }
        folder_.finish();
        return folder_.epochs().size();
    }

  private:
    /// Why it ended is told, and not that the folder cannot say so.
    void finish_quietly() {
        try {
            folder_.finish();
        } catch (const Error&) {
            return;
        }
    }

    static OpenOptions opening_of(const ProjectRun& run, const HeadLoading& heads) {
        OpenOptions opening = options_for_recording(run.recording, run.opening);
        opening.heads = heads;
        return opening;
    }

    /// Takes over what a call before has placed.
    void go_on() {
        const std::string where = run_.target.string();
        const std::map<std::string, std::string> made = read_source(run_.target);
        for (const auto& [name, value] : wanted_source()) {
            const auto had = made.find(name);
            const std::string was = had == made.end() ? "unknown" : had->second;
            if (was != value)
                throw Error(where, "was made with ", name, " ", was, ", expected ", value,
                            "; go on with the same options, or write another folder");
        }
        const Dataset dataset = open_dataset(run_.target, {}, {.progress = {}, .stop = job_.stop});
        labels_.assign(dataset.series.labels().begin(), dataset.series.labels().end());
        for (const Epoch& epoch : dataset.series.epochs())
            placed_.add(epoch.number, epoch.positions);
        frame_ = dataset.series.frame();
        if (const auto fault = dataset.series.fault()) throw Error(*fault);
        remark("going on with " + where + ", which has " + std::to_string(placed_.epochs().size()) +
               " epochs");
    }

    [[nodiscard]] std::map<std::string, std::string> wanted_source() const {
        if (!run_.maps.empty())
            return {{"placed_by", open_maps(run_.maps, {.progress = {}, .stop = job_.stop}).name}};
        return settings_of(run_.options.method);
    }

    void follow() {
        for (;;) {
            const RunNews news = followed_.look(job_.stop);
            if (!news.run) warn(news.fault + "; waiting");
            tell_of_changes(news);
            const bool has_new = news.run && has_new_in(news.run->recording);
            if (has_new) place_new();
            if (news.is_finished) return expect_some();
            if (!has_new) followed_.wait(job_.stop);
        }
    }

    void expect_some() const {
        if (placed_.empty())
            throw Error(run_.recording.string(), "has ended without an epoch that can be placed");
    }

    /// What was placed stays: whoever wants it anew lays the run out anew.
    void tell_of_changes(const RunNews& news) {
        constexpr const char* anew = "; project the run into another folder to lay it out anew";
        for (const std::int64_t number : news.rewritten)
            if (placed_.has(number))
                warn("epoch " + std::to_string(number) + " was written again and keeps its places" +
                     anew);
        for (const std::int64_t number : news.gone)
            if (placed_.has(number))
                warn("epoch " + std::to_string(number) +
                     " is gone from the recording and keeps its places" + anew);
        for (const std::int64_t number : news.appeared)
            if (!placed_.empty() && number < placed_.last() && !placed_.has(number))
                warn("epoch " + std::to_string(number) + " came after epoch " +
                     std::to_string(placed_.last()) + " and is left out" + anew);
        whole_.insert(news.appeared.begin(), news.appeared.end());
        for (const std::int64_t number : news.gone) whole_.erase(number);
    }

    [[nodiscard]] bool is_new(const RecordedEpoch& epoch) const {
        return (placed_.empty() || epoch.number > placed_.last()) && whole_.contains(epoch.number);
    }

    /// Says so of epochs that are left out.
    bool has_new_in(const Recording& recording) {
        expect_same_samples(recording);
        for (const RecordedEpoch& epoch : recording.epochs()) {
            if (!is_new(epoch)) continue;
            if (!placed_.empty() || has_finite_row(epoch.embeddings)) return true;
            warn("epoch " + std::to_string(epoch.number) +
                 " has no sample whose features are numbers, and is left out");
            whole_.erase(epoch.number);
        }
        return false;
    }

    /// Opens the run with its heads, which looks at it do without.
    void place_new() {
        const RecordedRun recorded = open_recording(run_.recording, opening_of(run_, run_.heads),
                                                    {.progress = {}, .stop = job_.stop});
        for (std::size_t e = 0; e < recorded.recording.epoch_count(); ++e)
            if (is_new(recorded.recording.epoch(e))) place(recorded, e);
    }

    void expect_same_samples(const Recording& recording) {
        if (labels_.empty()) labels_.assign(recording.labels().begin(), recording.labels().end());
        if (!std::ranges::equal(labels_, recording.labels()))
            throw Error(run_.target.string(), "has other samples than ", run_.recording.string(),
                        " (their labels differ), expected those of the same run");
    }

    void place(const RecordedRun& recorded, std::size_t epoch) {
        const std::int64_t number = recorded.recording.epoch(epoch).number;
        const ProjectionWatch watch = [&](const ProjectionStatus& status) {
            if (observer_.watch) observer_.watch(recorded.recording, status);
        };
        Projection projection =
            projection_.next(recorded.recording, epoch, placed_.epochs(), frame_, job_, watch);
        // What was cut off while it was read came as zeros.
        if (const auto fault = recorded.recording.fault()) throw Error(*fault);
        const Settings source = source_of(run_, projection, recorded.name);
        Dataset dataset = dataset_of(recorded, projection, recorded.name);
        for (const std::string& warning : dataset.warnings) warn(warning);
        for (const std::string& sentence : projection.remarks) remark(sentence);
        placed_.add(number, dataset.series.positions(0));
        frame_ = dataset.series.frame();
        folder_.append(std::move(dataset), source);
        remark("epoch " + std::to_string(number) + " is placed");
    }

    void remark(const std::string& sentence) const {
        if (observer_.remark) observer_.remark(sentence);
    }
    /// Tells each sentence once.
    void warn(const std::string& sentence) {
        if (observer_.warning && told_.insert(sentence).second) observer_.warning(sentence);
    }

    const ProjectRun& run_;
    const Job& job_;
    const ProjectObserver& observer_;
    FollowingProjection projection_;
    GrowingFolder folder_;
    FollowedRun followed_;
    PlacedEpochs placed_;
    std::optional<Box> frame_;
    std::vector<std::int32_t> labels_;
    /// The epochs of the run that are whole.
    std::set<std::int64_t> whole_;
    std::set<std::string> told_;
};

}  // namespace

std::size_t follow_project(const ProjectRun& run, const Job& job, const ProjectObserver& observer) {
    if (run.landscape)
        throw Error("landscape",
                    "cannot be painted of a run that goes on, since its frame still grows; the "
                    "window paints it while you look");
    if (run.format != DatasetFormat::npy)
        throw Error("format", "is json, which cannot grow, expected npy");
    return Following(run, job, observer).done();
}

}  // namespace epochscope
