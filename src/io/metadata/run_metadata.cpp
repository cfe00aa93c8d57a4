#include "io/metadata/run_metadata.h"

#include "io/metadata/samples_file.h"
#include "io/metadata/visualizer_texts.h"

#include <array>

namespace epochscope {

std::shared_ptr<const Metadata> read_run_metadata(const std::filesystem::path& run,
                                                  const SamplesOfTable& samples,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job) {
    const std::array folders{run / "dataset", run};
    return with_visualizer_texts(read_samples_file(folders, samples, warnings, job), run,
                                 samples.count, warnings);
}

}  // namespace epochscope
