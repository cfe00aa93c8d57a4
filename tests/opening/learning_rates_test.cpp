#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/recording.h>
#include <epochscope/opening/learning_rates.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Rates = std::vector<double>;

/// A run with epochs 1, 2 and 4, and these curves.
LearningRates rates_with(const std::string& curves) {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    for (const int number : {1, 2, 4})
        put_npy<float>(run / "epochs" / ("epoch_" + std::to_string(number)) / "embeddings.npy",
                       "<f4", "(2, 2)", {1, 0, 0, static_cast<float>(number)});
    if (!curves.empty()) std::ofstream(run / "curves.csv") << curves;
    return learning_rates_of(run, open_recording(run).recording);
}

}  // namespace

TEST_CASE("learning rates are those of a curve that is called so", "[opening]") {
    const LearningRates rates =
        rates_with("epoch,loss,learning rate\n1,3,0.5\n2,2,0.25\n3,2,0.125\n4,1,0.0625\n");
    CHECK(rates.of_epochs == Rates{0.5, 0.25, 0.0625});
    CHECK(rates.source == "curves.csv: learning rate");
    CHECK(rates.warnings.empty());
    CHECK(rates_with("epoch,train/LR\n1,1\n2,2\n4,3\n").of_epochs == Rates{1, 2, 3});
    // The last value until then; before the first, that one.
    CHECK(rates_with("epoch,Learning-Rate\n2,0.5\n3,0.25\n").of_epochs == Rates{0.5, 0.5, 0.25});
}

TEST_CASE("learning rates that are not known are none", "[opening]") {
    CHECK(rates_with("").of_epochs.empty());
    CHECK(rates_with("").warnings.empty());
    const LearningRates other = rates_with("epoch,loss,lr_scale,slr\n1,3,1,1\n2,2,1,1\n4,1,1,1\n");
    CHECK(other.of_epochs.empty());
    CHECK(other.warnings.empty());
    for (const char* curves : {"epoch,lr\n1,-1\n2,2\n4,3\n", "epoch,lr\n1,1\n2,nan\n4,3\n"}) {
        INFO(curves);
        const LearningRates faulty = rates_with(curves);
        CHECK(faulty.of_epochs.empty());
        REQUIRE(faulty.warnings.size() == 1);
        CHECK_THAT(faulty.warnings[0], contains("curves.csv: lr: is not a finite number of 0 and "
                                                "up at each epoch"));
    }
    const LearningRates two = rates_with("epoch,a/lr,b/lr\n1,1,1\n2,1,1\n4,1,1\n");
    CHECK(two.of_epochs.empty());
    REQUIRE(two.warnings.size() == 1);
    CHECK_THAT(two.warnings[0], contains("curves.csv: a/lr: is one of 2 curves"));
}
