#include "projection/placed.h"

#include <utility>

namespace epochscope {

namespace {

/// How well the picture keeps who is near whom, so that two can be compared.
std::string divergence_of(const TsneResult& result) {
    std::string text = "the divergence is " + rounded(result.divergences.front());
    if (result.divergences.size() > 1)
        text += " at the first epoch and " + rounded(result.divergences.back()) + " at the last";
    return text;
}

}  // namespace

Placed placed_by_tsne(const Recording& recording, const TsneOptions& options, const Job& job,
                      const ProjectionWatch& watch) {
    TsneResult result = tsne(recording, options, job, [&](const TsneStatus& status) {
        const LossTerm term{"divergence", status.divergence};
        if (watch) watch({status.epoch, status.places, {&term, 1}});
    });
    Placed placed;
    placed.source = {{"method", "tsne"},
                     {"perplexity", text_of(options.perplexity)},
                     {"early_exaggeration", text_of(options.early_exaggeration)},
                     {"early_iterations", std::to_string(options.early_iterations)},
                     {"iterations", std::to_string(options.iterations)},
                     {"seed", std::to_string(options.seed)},
                     {"start", options.warm_start ? "epoch before" : "principal components"}};
    if (options.warm_start)
        placed.source.insert({{"warm_iterations", std::to_string(options.warm_iterations)},
                              {"pull", text_of(options.pull)}});
    else
        placed.source["align"] = options.align ? "true" : "false";
    placed.remarks = {divergence_of(result)};
    placed.warnings = std::move(result.warnings);
    placed.places = std::move(result.places);
    return placed;
}

}  // namespace epochscope
