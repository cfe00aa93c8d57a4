#pragma once

#include "support/data.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace epochscope::tests {

/// A file, or a folder of files, with training signals.
class SignalFiles {
  public:
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return folder_.path() / name;
    }
    /// A file of TrustAI's with this text.
    [[nodiscard]] TrainingDynamics trustai(const std::string& text, unsigned threads = 1) const {
        write("signals", text);
        return read_trustai_signals(path("signals"), {}, threads);
    }
    /// What is said of a file of TrustAI's that cannot be read, without the path.
    [[nodiscard]] std::string fault(const std::string& text) const {
        try {
            static_cast<void>(trustai(text));
        } catch (const Error& error) {
            return short_of(error.what());
        }
        return "read without a fault";
    }
    /// A message without the folder's path.
    [[nodiscard]] std::string short_of(std::string message) const {
        const std::string folder = folder_.path().string() + "/";
        for (std::size_t at = 0; (at = message.find(folder, at)) != std::string::npos;)
            message.erase(at, folder.size());
        return message;
    }
    /// All warnings, a line each, without the path.
    [[nodiscard]] std::string warnings(const TrainingDynamics& dynamics) const {
        std::string all;
        for (const std::string& warning : dynamics.warnings) {
            if (!all.empty()) all += '\n';
            all += short_of(warning);
        }
        return all;
    }

  private:
    TemporaryFolder folder_;
};

/// A line of TrustAI's of two classes, as Python prints it: p is that of class 1.
inline std::string line_of(const std::string& id, int label, double p) {
    const int prediction = p > 0.5 ? 1 : 0;
    return "{'id': " + id + ", 'label': " + std::to_string(label) +
           ", 'pred_label': " + std::to_string(prediction) + ", 'noisy_label': 0, 'correct': '" +
           (prediction == label ? "true" : "false") + "', 'loss': 0.5, 'probs': [" +
           std::to_string(1 - p) + ", " + std::to_string(p) +
           "], 'label_probs': " + std::to_string(label == 1 ? p : 1 - p) + "}\n";
}

}  // namespace epochscope::tests
