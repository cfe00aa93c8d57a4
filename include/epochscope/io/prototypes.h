#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/prototypes.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The name of the folder of prototypes in a dataset folder.
inline constexpr const char* prototypes_folder = "prototypes";

/// Reads the prototypes of a dataset folder from its folder `prototypes`:
///
/// `prototypes.json`: `epochs` [E numbers], `levels` [{"clusters": K, "alpha"}], `placing` ("map"
/// or "samples"), `normalised`, `recorded`, `batch`, `negatives`, `temperature`, `seed`, `nearest`,
/// `lambda`, `weights` ("normalised", "equal", "inverse");
/// for each level the folder `<K>` of arrays: `centres` float32 [E, K, D], `assignments` int32
/// [E, N], `counts` int32 [E, K], `concentration` float32 [E, K], `places` float32 [E, K, 2],
/// `nearest` int32 and `squares` float32 [E, N, L], `hinges` int32 [E, N], and
/// `multiplicities.csv`: `epoch`, then the numbers of prototypes that occur 1, 2, ... times in a
/// batch;
/// `signals.csv`: `epoch`, then `<signal>_<K>` for each signal and level.
///
/// Null if there is no `prototypes.json`, or, with a warning, if something is broken. Epochs that
/// the series does not have are skipped; missing epochs are empty. Throws Cancelled.
std::shared_ptr<const Prototypes> read_prototypes(const std::filesystem::path& folder,
                                                  const EpochSeries& series,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job = {});

/// Writes the folder `prototypes` into an existing folder that has none. Throws Error, also if
/// mapped files of the prototypes have become shorter.
void write_prototypes(const Prototypes& prototypes, const EpochSeries& series,
                      const std::filesystem::path& folder);

}  // namespace epochscope
