// Any bytes as the arrays of a recording, of a dataset or of predicted probabilities, in every
// layout: the input is cut into files at each beginning of an array.
#include <epochscope/io/formats.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace epochscope;
namespace fs = std::filesystem;

/// A folder of this process, removed at its end.
class Folder {
  public:
    Folder() : path_("/tmp/epochscope-fuzz-" + std::to_string(::getpid())) {}
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::vector<std::string_view> pieces_of(std::string_view text) {
    constexpr std::string_view magic = "\x93NUMPY";
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = text.find(magic, 1);
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(pieces.back().size());
    }
    return pieces;
}

/// Does it; it may throw Error, and anything else ends the program.
template <typename Read>
void attempt(const Read& read) {
    try {
        read();
    } catch (const Error&) {  // What it should throw.
    }
}

void open_all(const fs::path& run) {
    attempt([&] { static_cast<void>(fits_of(run)); });
    attempt([&] {
        const Recording recording = open_recording(run).recording;
        for (std::size_t e = 0; e < recording.epoch_count(); ++e) check_values(recording, e);
    });
    attempt([&] {
        const Dataset dataset = open_dataset(run);
        for (std::size_t e = 0; e < dataset.series.epoch_count(); ++e)
            check_values(dataset.series, e);
    });
    if (is_predicted_probabilities(run))
        attempt([&] { static_cast<void>(read_predicted_probabilities(run)); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Folder folder;
    constexpr std::array layouts{
        std::array{"dataset/labels.npy", "epochs/epoch-1/embeddings.npy",
                   "epochs/epoch-1/probs.npy", "epochs/epoch-1/ids.npy",
                   "epochs/epoch-1/labels.npy"},
        std::array{"dataset/label/labels.npy", "dataset/representation/1.npy",
                   "dataset/prediction/1.npy", "dataset/representation/2.npy", "dataset/ids.npy"},
        std::array{"labels.npy", "Model/Epoch_1/train_data.npy", "Model/Epoch_2/train_data.npy",
                   "Model/Epoch_3/test_data.npy", "Training_data/labels.npy"},
        std::array{"labels.npy", "features_epoch_1.npy", "features_epoch_2.npy", "probs_1.npy",
                   "ids_2.npy"},
        std::array{"dataset/labels.npy", "visualize/a/epochs/epoch_1/projection.npy",
                   "epochs/epoch_1/predictions.npy", "epochs/epoch_1/intra_similarity.npy",
                   "visualize/a/epochs/epoch_2/projection.npy"},
        std::array{"dataset/labels.npy", "visualize/a/projection/1.npy", "dataset/prediction/1.npy",
                   "visualize/a/scale/1.npy", "visualize/a/projection/2.npy"},
        std::array{"labels.npy", "positions.npy", "predictions.npy", "confidence.npy",
                   "intra_similarity.npy"},
        std::array{"labels.npy", "epoch_1.csv", "epoch_2.csv", "epoch_1.npz", "epoch_2.npz"},
        std::array{"labels.npy", "pred_probs.npy", "given_labels.npy", "other.npy", "y.npy"}};
    constexpr std::string_view info = R"({"label_text": ["a", "b", "c"], "epochs": [1, 2]})";
    const auto pieces = pieces_of({reinterpret_cast<const char*>(data), size});
    for (const auto& files : layouts) {
        std::error_code ignored;
        fs::remove_all(folder.path(), ignored);
        for (std::size_t i = 0; i < std::min(pieces.size(), files.size()); ++i) {
            const fs::path file = folder.path() / files[i];
            fs::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << pieces[i];
        }
        std::ofstream(folder.path() / "info.json") << info;
        if (!pieces.empty()) open_all(folder.path());
        // An array of all epochs.
        if (pieces.size() == 1) open_all(folder.path() / files[0]);
    }
    return 0;
}
