#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/model/fingerprint.h>
#include <epochscope/model/recording.h>
#include <epochscope/opening/followed_run.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr Clock::duration shortest_wait = std::chrono::milliseconds(200);
constexpr Clock::duration longest_wait = std::chrono::seconds(10);
/// Looks take no more than a fifth of the time.
constexpr int waits_per_look = 4;

std::uint64_t mark_of(const RecordedEpoch& epoch) {
    Fingerprint mark;
    const std::size_t last = epoch.embeddings.rows() - 1;
    mark.add(std::uint64_t{last});
    mark.add(std::uint64_t{epoch.logits.columns});
    mark.add(std::uint64_t{epoch.losses.size()});
    for (const std::size_t row : {std::size_t{0}, last}) mark.add(epoch.embeddings.row(row));
    return mark.value();
}

std::map<std::int64_t, std::uint64_t> marks_of(const Recording& recording) {
    std::map<std::int64_t, std::uint64_t> marks;
    for (const RecordedEpoch& epoch : recording.epochs()) marks[epoch.number] = mark_of(epoch);
    return marks;
}

}  // namespace

FollowedRun::FollowedRun(fs::path path, OpenOptions options)
    : path_(std::move(path)), options_(std::move(options)) {}

RunNews FollowedRun::look(const std::stop_token& stop) {
    const auto begun = Clock::now();
    RunNews news = opened(stop);
    if (news.run) compare(marks_of(news.run->recording), news);
    took_ = Clock::now() - begun;
    return news;
}

RunNews FollowedRun::opened(const std::stop_token& stop) const {
    RunNews news;
    std::error_code error;
    // Asked before the epochs are read: what appears in between is found by the next look.
    news.is_finished = fs::exists(path_ / end_mark, error);
    try {
        news.run = open_recording(path_, options_for_recording(path_, options_),
                                  {.progress = {}, .stop = stop});
    } catch (const Error& fault) {
        if (news.is_finished) throw;
        news.fault = fault.what();
    }
    return news;
}

void FollowedRun::compare(const std::map<std::int64_t, Mark>& marks, RunNews& news) {
    for (const auto& [number, mark] : marks) {
        const auto told = told_.find(number);
        if (told != told_.end() && told->second == mark) continue;
        const auto seen = seen_.find(number);
        const bool is_settled = news.is_finished ||
                                (told == told_.end() && number != marks.rbegin()->first) ||
                                (seen != seen_.end() && seen->second == mark);
        if (!is_settled) continue;
        (told == told_.end() ? news.appeared : news.rewritten).push_back(number);
        told_[number] = mark;
    }
    // Whoever writes an epoch again may take it away for a moment.
    std::erase_if(told_, [&](const auto& epoch) {
        const bool is_gone =
            !marks.contains(epoch.first) && (news.is_finished || !seen_.contains(epoch.first));
        if (is_gone) news.gone.push_back(epoch.first);
        return is_gone;
    });
    seen_ = marks;
}

void FollowedRun::wait(const std::stop_token& stop) const {
    constexpr Clock::duration slice = std::chrono::milliseconds(50);
    const auto due = Clock::now() + std::clamp(waits_per_look * took_, shortest_wait, longest_wait);
    while (!stop.stop_requested() && Clock::now() < due)
        std::this_thread::sleep_for(std::min<Clock::duration>(slice, due - Clock::now()));
    if (stop.stop_requested()) throw Cancelled();
}

}  // namespace epochscope
