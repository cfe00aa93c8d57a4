#include <epochscope/analysis/matched_series.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// How many pairs of an epoch decide on a placement.
constexpr std::size_t max_placed = 2000;

/// What could not be shared of an epoch.
struct MovedEpoch {
    std::vector<Point> positions;
    std::vector<std::int32_t> predictions;
    std::vector<float> confidence;
    EpochColumns::Lists intra;
    EpochColumns::Lists inter;
};

/// Keeps both series and what was moved.
class MatchedMemory : public EpochMemory {
  public:
    MatchedMemory(EpochSeries first, EpochSeries second)
        : first_(std::move(first)), second_(std::move(second)) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return second_.fault(); }
    void release(std::size_t epoch) const override { second_.release(epoch); }

    std::vector<std::int32_t> labels;
    std::vector<MovedEpoch> epochs;

  private:
    EpochSeries first_;
    EpochSeries second_;
};

class Matcher {
  public:
    Matcher(const EpochSeries& first, const EpochSeries& second, const SeriesPairs& pairs,
            const std::optional<Similarity>& placement)
        : first_(first),
          second_(second),
          placement_(placement),
          classes_(first.classes()),
          sources_(first.sample_count(), -1),
          places_(second.sample_count(), -1) {
        for (std::size_t i = 0; i < pairs.first.size(); ++i) {
            sources_[static_cast<std::size_t>(pairs.first[i])] = pairs.second[i];
            places_[static_cast<std::size_t>(pairs.second[i])] = pairs.first[i];
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i] >= 0) continue;
            places_[i] = static_cast<std::int32_t>(sources_.size());
            sources_.push_back(static_cast<std::int32_t>(i));
        }
        match_classes(pairs);
        is_same_order_ = places_.size() == sources_.size();
        for (std::size_t i = 0; i < places_.size() && is_same_order_; ++i)
            is_same_order_ = places_[i] == static_cast<std::int32_t>(i);
    }

    EpochSeries match(const Job& job) {
        auto memory = std::make_shared<MatchedMemory>(first_, second_);
        std::vector<Epoch> epochs(second_.epochs().begin(), second_.epochs().end());
        memory->epochs.resize(epochs.size());
        for (std::size_t e = 0; e < epochs.size(); ++e) {
            job.reached(static_cast<double>(e) / static_cast<double>(epochs.size()));
            move(epochs[e], memory->epochs[e]);
            if (!is_same_order_) second_.release(e);
        }
        const std::span<const std::int32_t> labels = labels_in(*memory);
        return {std::move(classes_), labels, std::move(epochs),
                placement_ ? first_.frame() : second_.frame(), std::move(memory)};
    }

  private:
    void match_classes(const SeriesPairs& pairs) {
        const Classes& other = second_.classes();
        for (std::size_t c = 0; c < pairs.classes.size(); ++c) {
            std::int32_t index = pairs.classes[c];
            if (index < 0) {
                index = static_cast<std::int32_t>(classes_.names.size());
                classes_.names.push_back(other.names[c]);
                if (!classes_.colours.empty()) classes_.colours.push_back(unlabelled_colour);
            }
            are_same_classes_ = are_same_classes_ && index == static_cast<std::int32_t>(c);
            class_of_.push_back(index);
        }
    }

    std::span<const std::int32_t> labels_in(MatchedMemory& memory) const {
        const std::size_t own = first_.sample_count();
        if (sources_.size() == own) return first_.labels();
        memory.labels.assign(first_.labels().begin(), first_.labels().end());
        for (std::size_t i = own; i < sources_.size(); ++i)
            memory.labels.push_back(class_of_[static_cast<std::size_t>(
                second_.labels()[static_cast<std::size_t>(sources_[i])])]);
        return memory.labels;
    }

    void move(Epoch& epoch, MovedEpoch& moved) const {
        if (!is_same_order_ || placement_) {
            moved.positions = gathered(epoch.positions, Point{not_there, not_there});
            if (placement_)
                for (Point& place : moved.positions) place = placed(place);
            epoch.positions = moved.positions;
        }
        if (!epoch.predictions.empty() && !(is_same_order_ && are_same_classes_)) {
            moved.predictions = gathered(epoch.predictions, std::int32_t{-1});
            for (std::int32_t& prediction : moved.predictions) prediction = renamed(prediction);
            epoch.predictions = moved.predictions;
        }
        if (is_same_order_) return;
        if (!epoch.confidence.empty()) {
            moved.confidence = gathered(epoch.confidence, not_there);
            epoch.confidence = moved.confidence;
        }
        epoch.intra = listed(epoch.intra, moved.intra);
        epoch.inter = listed(epoch.inter, moved.inter);
    }

    template <typename Value>
    [[nodiscard]] std::vector<Value> gathered(std::span<const Value> values, Value absent) const {
        std::vector<Value> result(sources_.size(), absent);
        for (std::size_t i = 0; i < sources_.size(); ++i)
            if (sources_[i] >= 0) result[i] = values[static_cast<std::size_t>(sources_[i])];
        return result;
    }

    [[nodiscard]] Point placed(Point place) const {
        const auto moved = placement_->of(place.x, place.y);
        return {static_cast<float>(moved[0]), static_cast<float>(moved[1])};
    }

    /// A mapped file may say anything.
    [[nodiscard]] std::int32_t renamed(std::int32_t prediction) const {
        const auto index = static_cast<std::size_t>(prediction);
        return prediction >= 0 && index < class_of_.size() ? class_of_[index] : -1;
    }

    [[nodiscard]] NeighbourLists listed(const NeighbourLists& lists,
                                        EpochColumns::Lists& moved) const {
        if (lists.empty()) return {};
        moved.offsets.push_back(0);
        for (const std::int32_t source : sources_) {
            if (source >= 0)
                for (const std::int32_t neighbour : lists[static_cast<std::size_t>(source)])
                    if (static_cast<std::size_t>(neighbour) < places_.size())
                        moved.samples.push_back(places_[static_cast<std::size_t>(neighbour)]);
            moved.offsets.push_back(moved.samples.size());
        }
        return {moved.offsets, moved.samples};
    }

    static constexpr float not_there = std::numeric_limits<float>::quiet_NaN();

    const EpochSeries& first_;
    const EpochSeries& second_;
    const std::optional<Similarity>& placement_;
    Classes classes_;
    /// For each class of the second, its index in `classes_`.
    std::vector<std::int32_t> class_of_;
    bool are_same_classes_ = true;
    /// For each sample of the result, that of the second (-1: none), and the other way.
    std::vector<std::int32_t> sources_;
    std::vector<std::int32_t> places_;
    bool is_same_order_ = false;
};

}  // namespace

Similarity placement_onto_first(const EpochSeries& first, const EpochSeries& second,
                                const SeriesPairs& pairs) {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> other_x;
    std::vector<double> other_y;
    const std::size_t step = (pairs.first.size() + max_placed - 1) / max_placed;
    for (const auto& [e, f] : pairs.epochs)
        for (std::size_t i = 0; i < pairs.first.size(); i += step) {
            const Point to = first.positions(e)[static_cast<std::size_t>(pairs.first[i])];
            const Point from = second.positions(f)[static_cast<std::size_t>(pairs.second[i])];
            if (!std::isfinite(from.x + from.y + to.x + to.y)) continue;
            x.push_back(from.x);
            y.push_back(from.y);
            other_x.push_back(to.x);
            other_y.push_back(to.y);
        }
    return nearest_similarity(x, y, other_x, other_y);
}

EpochSeries matched_series(const EpochSeries& first, const EpochSeries& second,
                           const SeriesPairs& pairs, const std::optional<Similarity>& placement,
                           const Job& job) {
    return Matcher(first, second, pairs, placement).match(job);
}

}  // namespace epochscope
