#include "projection/placed_learned.h"

namespace epochscope {

std::vector<LossTerm> terms_of(const TrainingPass& pass) {
    std::vector<LossTerm> terms{{"pass", static_cast<double>(pass.number), 0},
                                {"pairs", pass.pairs},
                                {"reconstruction", pass.reconstruction}};
    if (pass.held > 0) terms.push_back({"held", pass.held});
    return terms;
}

std::string words_of(const TrainingPass& pass) {
    std::string words = "the loss is " + rounded(pass.loss) + ": " + rounded(pass.pairs) +
                        " of pairs in the plane, and of what comes back from it " +
                        rounded(pass.reconstruction);
    if (pass.held > 0) words += ", " + rounded(pass.held) + " of what holds it";
    return words;
}

}  // namespace epochscope
