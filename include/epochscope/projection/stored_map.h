#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/projection/project.h>

#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// The map of a dataset folder, which can place what it was not made of: other samples, or later
/// epochs of the run.
struct StoredMap {
    /// The folder's name, and the method that made it ("timevis", ...; empty if unknown).
    std::string name;
    std::string method;
    /// The numbers of the folder's epochs, rising; one or more.
    std::vector<std::int64_t> epochs;
    Classes classes;
    Box frame;
    /// With maps.
    PlaneMap map = {};
};

/// Places the samples of a recording by a stored map, without training. One map serves every epoch.
/// Of one map an epoch, the one of the same number serves; later epochs are placed by the last one,
/// with a warning, and others are an Error. Heads are the recording's own; if it has none, the
/// logits of the folder's epoch of the same number stand in, if the classes are the same. The frame
/// is that of the folder, larger if samples lie outside.
///
/// Options of methods do not matter. Throws Error if the map is of another dimension than the
/// recording or places a sample at a point that is not finite, and as project does. O(E N x weights
/// of the map), and the neighbours.
Projection project_by(const StoredMap& stored, const Recording& recording,
                      const ProjectOptions& options = {}, const Job& job = {},
                      const ProjectionWatch& watch = {});

}  // namespace epochscope
