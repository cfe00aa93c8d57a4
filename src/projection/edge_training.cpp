#include "projection/edge_training.h"

#include "projection/map_check.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// Each batch draws from a stream of its own, whoever draws it.
constexpr std::uint64_t streams_per_pass = std::uint64_t{1} << 32U;

constexpr std::size_t narrowest = 16;
constexpr std::size_t fewest_batches = 20;
constexpr std::size_t smallest_batch = 32;
/// After so many steps places are apart, if they ever will be.
constexpr std::size_t parting_steps = 200;
constexpr std::uint64_t most_restarts = 3;
/// The loss of pairs whose places are one, nearly: log 2 of each.
constexpr double loss_of_one_place = 0.999 * 0.693147180559945;
/// Times that of the mean.
constexpr double broken_return = 100;

/// See EdgeTraining's reconstruction error.
double error_by_mean(const TrainingPoints& points) {
    const std::size_t dimension = points.dimension;
    const auto count = static_cast<double>(points.count());
    std::vector<double> sums(dimension);
    std::vector<double> squares(dimension);
    for (std::size_t i = 0; i < points.rows.size(); ++i) {
        const auto value = static_cast<double>(points.rows[i]);
        sums[i % dimension] += value;
        squares[i % dimension] += value * value;
    }
    double error = 0;
    for (std::size_t d = 0; d < dimension; ++d)
        error += squares[d] / count - sums[d] / count * (sums[d] / count);
    return 2 * error / static_cast<double>(dimension);
}

std::size_t edges_at_once(const TrainingOptions& options, const EdgeSampler& sampler) {
    const std::size_t share = sampler.is_empty() ? 0 : sampler.draws() / fewest_batches;
    return std::min(static_cast<std::size_t>(options.batch_size), std::max(share, smallest_batch));
}

/// Other weights between layers of the same widths.
Autoencoder drawn_anew(const Autoencoder& like, std::uint64_t seed) {
    std::vector<std::size_t> widths{like.encoder.inputs()};
    for (const DenseLayer& layer : like.encoder.layers()) widths.push_back(layer.outputs);
    return {widths, seed};
}

}  // namespace

std::vector<Option> options_of(TrainingOptions& options) {
    return {
        {.id = "hidden-layers",
         .value = &options.hidden_layers,
         .label = "Hidden layers",
         .help = "Hidden layers between feature space and the plane, each half as wide as feature "
                 "space. Larger: more nonlinear, slower.",
         .range = {0, 64},
         .old_ids = {"layers"}},
        {.id = "width",
         .value = &options.width,
         .label = "Width",
         .help = "Units of a hidden layer at most. Larger: slower, and wide features need a lower "
                 "learning rate.",
         .range = {2, 65536, 64},
         .advanced = true},
        {.id = "reconstruction-weight",
         .value = &options.reconstruction_weight,
         .label = "Reconstruction weight",
         .help = "How much it counts that places lead back to their embeddings. Larger: truer "
                 "landscapes. Smaller: truer neighbours.",
         .range = {0, 1e9, 0.1},
         .old_ids = {"reconstruction"}},
        {.id = "learning-rate",
         .value = &options.learning_rate,
         .label = "Learning rate",
         .help = "Initial learning rate of Adam. Larger: faster, until it diverges.",
         .range = {1e-12, 1000, 0.001},
         .old_ids = {"rate"}},
        {.id = "training-epochs",
         .value = &options.training_epochs,
         .label = "Training epochs",
         .help = "Epochs of the training of a map at most.",
         .range = {1, 1e6},
         .old_ids = {"passes", "most-passes"}},
        {.id = "negative-samples",
         .value = &options.negative_samples,
         .label = "Negative samples",
         .help = "Pairs that are pushed apart for each that is drawn together. Larger: groups lie "
                 "farther apart.",
         .range = {0, 1000},
         .advanced = true,
         .old_ids = {"negatives"}},
        {.id = "batch-size",
         .value = &options.batch_size,
         .label = "Batch size",
         .help = "Edges in a batch. Larger: fewer and calmer steps.",
         .range = {2, 1e6, 100},
         .advanced = true,
         .old_ids = {"batch"}},
        {.id = "weight-decay",
         .value = &options.weight_decay,
         .label = "Weight decay",
         .help = "L2 penalty: this times the weights is added to their gradients. Larger: smoother "
                 "maps.",
         .range = {0, 1000, 1e-5},
         .advanced = true,
         .old_ids = {"decay"}},
        {.id = "learning-rate-step",
         .value = &options.learning_rate_step,
         .label = "Learning rate step",
         .help = "Training epochs after which the learning rate is divided by ten. Larger: slower, "
                 "and farther.",
         .range = {1, 1e6},
         .advanced = true,
         .old_ids = {"passes-per-rate"}},
        {.id = "min-learning-rate",
         .value = &options.min_learning_rate,
         .label = "Min learning rate",
         .help = "The learning rate falls no lower.",
         .range = {0, 1000, 1e-5},
         .advanced = true,
         .old_ids = {"least-rate"}},
        {.id = "patience",
         .value = &options.patience,
         .label = "Patience",
         .help = "How many training epochs in a row may improve the loss by less than the minimum "
                 "before the training ends.",
         .range = {1, 1e6},
         .advanced = true},
        {.id = "min-improvement",
         .value = &options.min_improvement,
         .label = "Min improvement",
         .help = "By how much the loss should fall in a training epoch. Larger: the training ends "
                 "sooner.",
         .range = {-1e9, 1e9, 0.01},
         .advanced = true,
         .old_ids = {"least-gain"}},
        {.id = "pair-loss",
         .value = index_of(options.pair_loss),
         .label = "Pair loss",
         .help = "exact: as UMAP defines it, which draws neighbours closer together. softened: as "
                 "parametric UMAP computes it.",
         .choices = {"softened", "exact"},
         .advanced = true,
         .old_ids = {"loss", "exact-loss=exact"}},
    };
}

bool TrainingPoints::are_alike() const {
    for (std::size_t i = dimension; i < rows.size(); ++i)
        if (rows[i] != rows[i - dimension]) return false;
    return true;
}

std::vector<std::size_t> widths_of(std::size_t dimension, const TrainingOptions& options) {
    std::vector<std::size_t> widths{dimension};
    widths.insert(
        widths.end(), static_cast<std::size_t>(options.hidden_layers),
        std::min(std::max(dimension / 2, narrowest), static_cast<std::size_t>(options.width)));
    widths.push_back(2);
    return widths;
}

EdgeTraining::EdgeTraining(Autoencoder& autoencoder, const TrainingPoints& points,
                           const EdgeSampler& sampler, const TrainingOptions& options,
                           std::uint64_t seed, std::string where)
    : autoencoder_(autoencoder),
      points_(points),
      sampler_(sampler),
      options_(options),
      seed_(seed),
      where_(std::move(where)),
      start_(autoencoder),
      error_of_mean_(
          points.count() < fewest_to_judge || points.are_alike() ? 0 : error_by_mean(points)),
      batch_(autoencoder, 2 * edges_at_once(options, sampler)),
      pairs_({.softened = options.pair_loss == PairLossKind::softened}),
      drawn_(2 * edges_at_once(options, sampler)),
      x_slopes_(drawn_.size()),
      y_slopes_(drawn_.size()) {
    encoding_.decay = decoding_.decay = static_cast<float>(options.weight_decay);
}

std::vector<TrainingPass> EdgeTraining::run(const Job& job,
                                            const std::function<void(const TrainingPass&)>& after,
                                            const std::function<void(std::size_t)>& before_batch) {
    // What is begun again does not take back how far it was.
    double furthest = 0;
    const Job onward{.progress =
                         [&](double fraction) {
                             furthest = std::max(furthest, fraction);
                             job.reached(furthest);
                         },
                     .stop = job.stop};
    for (std::string fault; !(fault = try_passes(onward, after, before_batch)).empty();)
        begin_again(fault);
    job.reached(1);
    return passes_;
}

std::string EdgeTraining::try_passes(const Job& job,
                                     const std::function<void(const TrainingPass&)>& after,
                                     const std::function<void(std::size_t)>& before_batch) {
    const auto most = static_cast<std::size_t>(options_.training_epochs);
    while (!sampler_.is_empty() && passes_.size() < most && idle_ < options_.patience) {
        passes_.push_back(pass(job.part(passes_.size(), most), before_batch));
        batches_ = 0;
        sums_ = {};
        const std::size_t done = passes_.size();
        const bool gained =
            done == 1 || passes_[done - 2].loss - passes_.back().loss >= options_.min_improvement;
        idle_ = gained ? 0 : idle_ + 1;
        if (std::string fault = fault_of(passes_.back()); !fault.empty()) return fault;
        after(passes_.back());
    }
    return judge_ && !passes_.empty() ? judge_() : std::string();
}

std::string EdgeTraining::fault_of(const TrainingPass& pass) const {
    if (!std::isfinite(pass.loss)) return "the loss is no number any more";
    if (options_.reconstruction_weight > 0 && error_of_mean_ > 0 &&
        pass.reconstruction > broken_return * error_of_mean_)
        return "what comes back from the plane is farther off than a hundred times the mean of all "
               "embeddings is";
    // After fewer steps, the places have not parted yet.
    const bool is_known = options_.pair_loss == PairLossKind::softened &&
                          options_.negative_samples > 0 && error_of_mean_ > 0 && has_gone_far();
    // Pairs that do not fit the plane lose as much as those of one place.
    if (is_known && pass.number > 0 && pass.pairs >= loss_of_one_place &&
        are_in_one_place(autoencoder_, points_))
        return "the loss of pairs is that of places which are all one";
    return {};
}

void EdgeTraining::begin_again(const std::string& fault) {
    if (restarts_ == most_restarts)
        throw Error(where_ + "pass " + std::to_string(passes_.size()), fault,
                    "; it was begun again with learning rates from ", options_.learning_rate,
                    " down to ", first_rate(),
                    ": a lower learning rate, more training epochs, another width or another seed "
                    "may help");
    ++restarts_;
    const bool is_held = anchor_.strength > 0 && restarts_ < most_restarts;
    autoencoder_ = is_held ? start_ : drawn_anew(start_, seed_ + 2 * restarts_);
    for (Adam* adam : {&encoding_, &decoding_})
        *adam = {.first = {}, .second = {}, .steps = 0, .decay = adam->decay};
    passes_.clear();
    idle_ = 0;
}

bool EdgeTraining::has_gone_far() const {
    return encoding_.steps > parting_steps || idle_ >= options_.patience;
}

std::string EdgeTraining::remark() const {
    if (restarts_ == 0)
        return doubt_.empty() ? std::string()
                              : doubt_ + "; it had few steps: more training epochs may help";
    std::ostringstream words;
    words << "the training broke and was begun again with the learning rate " << first_rate()
          << " instead of " << options_.learning_rate;
    return words.str();
}

/// A step of Adam changes what a layer makes by as much as its rate times the width.
double EdgeTraining::first_rate() const {
    constexpr double steady_width = 64;
    const auto width = static_cast<double>(widths_of(points_.dimension, options_)[1]);
    return options_.learning_rate *
           std::pow(std::min(0.25, steady_width / width), static_cast<double>(restarts_));
}

double EdgeTraining::rate_of(std::size_t pass) const {
    const auto lowered = pass / static_cast<std::size_t>(options_.learning_rate_step);
    const double least = restarts_ == 0 ? options_.min_learning_rate
                                        : std::min(options_.min_learning_rate, first_rate());
    return std::max(first_rate() * std::pow(0.1, lowered), least);
}

TrainingPass EdgeTraining::pass(const Job& job,
                                const std::function<void(std::size_t)>& before_batch) {
    const std::size_t index = passes_.size();
    const std::size_t edges = drawn_.size() / 2;
    const std::size_t batches = (sampler_.draws() + edges - 1) / edges;
    const auto rate = static_cast<float>(rate_of(index));
    TrainingPass losses;
    const auto find_losses = [&] {
        losses = sums_;
        losses.number = index + 1;
        for (double* part : {&losses.pairs, &losses.reconstruction, &losses.held})
            *part /= static_cast<double>(batches);
        losses.loss =
            losses.pairs + options_.reconstruction_weight * losses.reconstruction + losses.held;
    };
    for (; batches_ < batches; ++batches_) {
        job.reached(static_cast<double>(batches_) / static_cast<double>(batches));
        if (before_batch) before_batch(batches_);
        draw_batch(index * streams_per_pass + batches_);
        step(rate);
        find_losses();
        // It would take the rest of the pass to no purpose.
        if (!fault_of({.number = 0,
                       .loss = losses.loss,
                       .pairs = 0,
                       .reconstruction = losses.reconstruction,
                       .held = 0})
                 .empty())
            return losses;
    }
    find_losses();
    return losses;
}

void EdgeTraining::go_on_from(const TrainingState& state) {
    const auto restore = [](const NetworkState& from, Network& network, Adam& adam,
                            const char* name) {
        const std::size_t count = network.parameters().size();
        const auto fits = [&](const std::vector<float>& moments) {
            return moments.size() == count || (moments.empty() && from.steps == 0);
        };
        if (from.parameters.size() != count || !fits(from.first_moments) ||
            !fits(from.second_moments))
            throw Error("checkpoint", "has ", name, " of ", from.parameters.size(),
                        " parameters, expected ", count, " and as many moments");
        std::ranges::copy(from.parameters, network.parameters().begin());
        network.parameters_changed();
        adam.first = from.first_moments;
        adam.second = from.second_moments;
        adam.steps = from.steps;
    };
    restore(state.encoder, autoencoder_.encoder, encoding_, "an encoder");
    restore(state.decoder, autoencoder_.decoder, decoding_, "a decoder");
    passes_ = state.passes;
    idle_ = static_cast<int>(std::min<std::uint64_t>(state.idle, passes_.size()));
    restarts_ = std::min(state.restarts, most_restarts);
    batches_ = state.batches;
    sums_ = state.sums;
}

TrainingState EdgeTraining::state() const {
    const auto state_of = [](const Network& network, const Adam& adam) {
        const auto parameters = network.parameters();
        return NetworkState{.parameters = {parameters.begin(), parameters.end()},
                            .first_moments = adam.first,
                            .second_moments = adam.second,
                            .steps = adam.steps};
    };
    return {.encoder = state_of(autoencoder_.encoder, encoding_),
            .decoder = state_of(autoencoder_.decoder, decoding_),
            .passes = passes_,
            .idle = static_cast<std::uint64_t>(idle_),
            .batches = batches_,
            .sums = sums_,
            .restarts = restarts_};
}

bool EdgeTraining::is_sound() const {
    const auto are_finite = [](std::span<const float> values) {
        return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
    };
    return std::isfinite(sums_.pairs + sums_.reconstruction + sums_.held) &&
           are_finite(std::as_const(autoencoder_.encoder).parameters()) &&
           are_finite(std::as_const(autoencoder_.decoder).parameters()) &&
           are_finite(encoding_.first) && are_finite(encoding_.second) &&
           are_finite(decoding_.first) && are_finite(decoding_.second);
}

void EdgeTraining::draw_batch(std::uint64_t stream) {
    QuickDraw random(seed_, stream);
    const std::size_t edges = drawn_.size() / 2;
    for (std::size_t e = 0; e < edges; ++e) {
        const WeightedEdge edge = sampler_.draw(random);
        drawn_[e] = edge.a;
        drawn_[edges + e] = edge.b;
    }
    shifts_.clear();
    // Edges are drawn independently, so that those some places on are any others.
    for (int n = 0; n < options_.negative_samples && edges > 1; ++n)
        shifts_.push_back(1 + random.below(edges - 1));
}

void EdgeTraining::step(float rate) {
    const std::size_t dimension = points_.dimension;
    const std::size_t stride = padded(dimension);
    batch_.forward(drawn_.size(), [&](std::size_t first, std::size_t count, float* rows) {
        for (std::size_t r = 0; r < count; ++r)
            std::copy_n(&points_.rows[drawn_[first + r] * dimension], dimension, rows + r * stride);
    });
    sums_.pairs += pairs_.find(batch_.x(), batch_.y(), shifts_, x_slopes_, y_slopes_);
    sums_.reconstruction += batch_.backward(
        x_slopes_, y_slopes_,
        [&](const AutoencoderBatch::Returned& block) { return return_loss(block); });
    sums_.held += hold_back();
    encoding_.step(autoencoder_.encoder, batch_.encoder_gradient(), rate);
    decoding_.step(autoencoder_.decoder, batch_.decoder_gradient(), rate);
}

/// Both ends of an edge count in full, each as a mean over edges and dimensions.
double EdgeTraining::return_loss(const AutoencoderBatch::Returned& block) const {
    const std::size_t dimension = points_.dimension;
    const float mean = 2 / static_cast<float>(drawn_.size() * dimension);
    const float factor = 2 * mean * static_cast<float>(options_.reconstruction_weight);
    double sum = 0;
    for (std::size_t r = 0; r < block.count; ++r) {
        const float* weights =
            &points_.weights[points_.weighed_by[drawn_[block.first + r]] * dimension];
        const std::size_t row = r * block.stride;
        float of_row = 0;
        for (std::size_t d = 0; d < dimension; ++d) {
            const float off = block.outputs[row + d] - block.inputs[row + d];
            const float weighed = weights[d] * off;
            block.slopes[row + d] = factor * weighed;
            of_row += weighed * off;
        }
        sum += static_cast<double>(of_row);
    }
    return sum * static_cast<double>(mean);
}

double EdgeTraining::hold_back() {
    if (anchor_.strength <= 0) return 0;
    double loss = 0;
    const auto hold = [&](const Network& network, const std::vector<float>& at,
                          std::span<float> gradient) {
        const auto factor = static_cast<float>(2 * anchor_.strength);
        for (std::size_t p = 0; p < at.size(); ++p) {
            const float off = network.parameters()[p] - at[p];
            gradient[p] += factor * off;
            loss += anchor_.strength * static_cast<double>(off) * static_cast<double>(off);
        }
    };
    hold(autoencoder_.encoder, anchor_.encoder, batch_.encoder_gradient());
    hold(autoencoder_.decoder, anchor_.decoder, batch_.decoder_gradient());
    return loss;
}

}  // namespace epochscope
