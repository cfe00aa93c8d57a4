#include "projection/joint_descent.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for_each.h>

#include <utility>

namespace epochscope {

namespace {

/// The share of the preparations that goes into affinities.
constexpr double affinity_share = 0.9;
/// Of these, what is left to affinities of single epochs where there are those of pairs too.
constexpr double single_share = 0.2;

std::vector<Affinities> affinities_of_all(std::span<const Table> epochs,
                                          const SpacetimeOptions& options, const Job& job,
                                          const Team& team) {
    std::vector<Affinities> made(epochs.size());
    for (const std::size_t e : team.own(epochs.size()))
        made[e] = affinities_of(epochs[e], options.perplexity, options.threads,
                                job.part(e, epochs.size()));
    return made;
}

std::unique_ptr<CrossForces> make_crossing(std::span<const Table> epochs, std::size_t held,
                                           const SpacetimeOptions& options, const Job& job) {
    if (!(options.together > 0) || epochs.size() < 2) return nullptr;
    return std::make_unique<CrossForces>(epochs, held, options, job);
}

PathStress make_paths(std::span<const Table> epochs, std::span<const Layout> before, int threads,
                      const Job& job) {
    if (before.empty()) return {epochs, threads, job};
    return {epochs, before, threads, job};
}

}  // namespace

template <typename Work>
void JointDescent::at_each_epoch(const Work& work) const {
    const std::vector<std::size_t> own = team_.own(moving());
    on_threads(threads_, [&] { tbb::parallel_for_each(own, work); });
}

JointDescent::JointDescent(std::span<const Table> epochs, std::vector<Layout> start,
                           std::size_t held, const SpacetimeOptions& options, const Job& job,
                           Team team)
    : threads_(options.threads),
      team_(std::move(team)),
      held_(held),
      affinities_(affinities_of_all(
          epochs.subspan(held), options,
          job.part(0, affinity_share * (options.together > 0 ? single_share : 1)), team_)),
      forces_(affinities_.size()),
      momenta_(epochs.size() - held),
      weights_(momenta_.size()),
      layouts_(std::move(start)),
      crossing_(make_crossing(epochs, held, options,
                              job.part(affinity_share * single_share, affinity_share))),
      paths_(make_paths(epochs, std::span(layouts_).first(held), options.threads,
                        job.part(affinity_share, 1))),
      gradients_(epochs.size(), filled_layout(epochs.front().rows(), 0)) {
    const std::size_t samples = epochs.front().rows();
    // Threads are shared out among epochs.
    const int threads = moving() == 1 ? options.threads : 1;
    for (const std::size_t m : team_.own(moving()))
        forces_[m] =
            make_forces(affinities_[m], chosen_repulsion(Repulsion::automatic, samples), threads);
    restart();
}

void JointDescent::restart() {
    for (Momentum& momentum : momenta_) momentum.restart(layouts_.front().size());
}

void JointDescent::step(const JointPhase& phase) {
    if (crossing_) crossing_->prepare(layouts_);
    at_each_epoch([&](std::size_t m) {
        const Layout& layout = layouts_[held_ + m];
        Layout& gradient = gradients_[held_ + m];
        weights_[m] = forces_[m]->gradient_at(layout, phase.exaggeration, gradient);
        if (crossing_) crossing_->add_gradient(m, layout, phase.mu, gradient);
    });
    // The sum of divergences is lowered, not their mean, so that rates are those of one t-SNE.
    const double weight = phase.lambda * static_cast<double>(moving());
    stress_ = paths_.add_gradient(layouts_, weight, gradients_);
    const double rate = learning_rate(layouts_.front().size());
    at_each_epoch([&](std::size_t m) {
        momenta_[m].step(gradients_[held_ + m], phase.momentum, rate, paths_.curvature(),
                         layouts_[held_ + m]);
    });
    if (team_.size() > 1) hand_round();
}

void JointDescent::hand_round() {
    Parcel own;
    for (const std::size_t m : team_.own(moving())) {
        own.put(layouts_[held_ + m].x);
        own.put(layouts_[held_ + m].y);
    }
    std::vector<Parcel> all = team_.exchange(std::move(own));
    for (std::size_t m = 0; m < moving(); ++m) {
        Parcel& of_rank = all[m % team_.size()];
        layouts_[held_ + m].x = of_rank.take<double>();
        layouts_[held_ + m].y = of_rank.take<double>();
    }
}

double JointDescent::divergence() const {
    double sum = 0;
    const auto diverges = [&](std::size_t m) {
        Parcel value;
        value.put_one(divergence_of(affinities_[m], layouts_[held_ + m], weights_[m]));
        return value;
    };
    team_.share_out_to_all(moving(), diverges,
                           [&](std::size_t, Parcel& value) { sum += value.take_one<double>(); });
    return sum / static_cast<double>(moving());
}

}  // namespace epochscope
