#include <epochscope/analysis/heads.h>
#include <epochscope/analysis/linear_heads.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// Epochs whose logits are not their head's.
struct Misfits {
    std::size_t count = 0;
    double worst = 0;

    void add(double residual) {
        ++count;
        worst = std::max(worst, residual);
    }
    [[nodiscard]] std::string words(std::size_t of, const std::string& what) const {
        std::ostringstream text;
        text << std::setprecision(2) << "at " << count << " of " << of << " epochs " << what
             << " (its residual is up to " << worst << ", expected at most " << head_residual_limit
             << "); their landscapes are painted from the points";
        return text.str();
    }
};

}  // namespace

HeadsFound find_heads(const Recording& recording, int threads, const Job& job) {
    HeadsFound found;
    Misfits linear;
    Misfits modules;
    EpochWarnings failures;
    const std::size_t epochs = recording.epoch_count();
    for (std::size_t e = 0; e < epochs; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs));
        FoundHead head = find_head(recording, e, threads);
        recording.release(e);
        if (head.fault == FoundHead::Fault::misfit)
            (head.is_module ? modules : linear).add(head.residual);
        if (head.fault == FoundHead::Fault::failed)
            failures.add(
                "its landscape is painted from the points, since head.pt fails: " + head.failure,
                recording.epoch(e).number);
        found.heads.push_back(std::move(head.head));
    }
    if (linear.count > 0)
        found.warnings.push_back(
            linear.words(epochs, "no linear head makes the logits of the embeddings"));
    if (modules.count > 0)
        found.warnings.push_back(modules.words(
            epochs, "head.pt makes other logits of the embeddings than were recorded"));
    const std::vector<std::string> failed = failures.sentences();
    found.warnings.insert(found.warnings.end(), failed.begin(), failed.end());
    job.reached(1);
    return found;
}

std::string described(const Landscape& landscape, std::size_t epoch_count) {
    std::size_t by_points = 0;
    std::size_t painted = 0;
    for (std::size_t e = 0; e < epoch_count; ++e) {
        painted += landscape.has(e) ? 1 : 0;
        by_points += landscape.is_from_points(e) ? 1 : 0;
    }
    const std::string points = "from the points";
    const std::string heads = "by map and head";
    std::string text = by_points == 0 ? heads
                       : by_points == painted
                           ? points
                           : heads + ", at " + std::to_string(by_points) + " of " +
                                 std::to_string(painted) + " epochs " + points;
    if (painted < epoch_count) text += ", at " + std::to_string(epoch_count - painted) + " none";
    return text;
}

}  // namespace epochscope
