#include "projection/joint_descent.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <utility>

namespace epochscope {

namespace {

/// The share of the preparations that goes into affinities.
constexpr double affinity_share = 0.9;

std::vector<Affinities> affinities_of_all(std::span<const Table> epochs,
                                          const SpacetimeOptions& options, const Job& job) {
    std::vector<Affinities> made;
    for (std::size_t e = 0; e < epochs.size(); ++e)
        made.push_back(affinities_of(epochs[e], options.perplexity, options.threads,
                                     job.part(e, epochs.size())));
    return made;
}

}  // namespace

template <typename Work>
void JointDescent::at_each_epoch(const Work& work) const {
    on_threads(threads_, [&] { tbb::parallel_for(std::size_t{0}, layouts_.size(), work); });
}

JointDescent::JointDescent(std::span<const Table> epochs, std::vector<Layout> start,
                           const SpacetimeOptions& options, const Job& job)
    : threads_(options.threads),
      affinities_(affinities_of_all(epochs, options, job.part(0, affinity_share))),
      paths_(epochs, options.threads, job.part(affinity_share, 1)),
      layouts_(std::move(start)),
      gradients_(epochs.size(), filled_layout(epochs.front().rows(), 0)),
      momenta_(epochs.size()),
      weights_(epochs.size()) {
    const std::size_t samples = epochs.front().rows();
    for (const Affinities& affinities : affinities_)
        // Threads are shared out among epochs.
        forces_.push_back(
            make_forces(affinities, chosen_repulsion(Repulsion::automatic, samples), 1));
    restart();
}

void JointDescent::restart() {
    for (Momentum& momentum : momenta_) momentum.restart(layouts_.front().size());
}

void JointDescent::step(const JointPhase& phase) {
    at_each_epoch([&](std::size_t e) {
        weights_[e] = forces_[e]->gradient_at(layouts_[e], phase.exaggeration, gradients_[e]);
    });
    // The sum of divergences is lowered, not their mean, so that rates are those of one t-SNE.
    const double weight = phase.lambda * static_cast<double>(layouts_.size());
    stress_ = paths_.add_gradient(layouts_, weight, gradients_);
    const double rate = learning_rate(layouts_.front().size());
    at_each_epoch([&](std::size_t e) {
        momenta_[e].step(gradients_[e], phase.momentum, rate, paths_.curvature(), layouts_[e]);
    });
}

double JointDescent::divergence() const {
    double sum = 0;
    for (std::size_t e = 0; e < layouts_.size(); ++e)
        sum += divergence_of(affinities_[e], layouts_[e], weights_[e]);
    return sum / static_cast<double>(layouts_.size());
}

}  // namespace epochscope
