#pragma once

#include "support/data.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace epochscope::tests {

/// A Sequence-Scatter folder of three samples in two classes at epochs 1, 2 and 5, with predictions
/// (2 of 3 right, then 3, then 3).
class SmallFolder {
  public:
    SmallFolder() {
        write("info.json", R"({"label_text": ["left", "right"],
            "label_color": [[0, 0, 255], [255, 128, 0]], "label_index": [0, 1, 1]})");
        write("data.json",
              R"({"1": {"projection": [[0,0],[1,1],[2,2]], "prediction": [0,0,1]},
                  "5": {"projection": [[-4,0],[4,4],[4,-4]], "prediction": [0,1,1]},
                  "2": {"projection": [[-2,0],[2,2],[2,-2]], "prediction": [0,1,1]}})");
    }

    [[nodiscard]] std::string path() const { return (folder_.path() / "small").string(); }
    /// A path beside it.
    [[nodiscard]] std::string beside(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(folder_.path() / "small");
        std::ofstream(folder_.path() / "small" / name) << text;
    }

  private:
    TemporaryFolder folder_;
};

}  // namespace epochscope::tests
