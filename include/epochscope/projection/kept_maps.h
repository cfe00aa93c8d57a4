#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/projection/project.h>

#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// The maps of a folder to look at, which can place what they were not made of: other samples, or
/// later epochs of the run.
struct KeptMaps {
    /// What the folder is called, and how it was made ("timevis", ...; empty where nobody knows).
    std::string name;
    std::string method;
    /// The numbers of the folder's epochs, rising; one or more.
    std::vector<std::int64_t> epochs;
    Classes classes;
    Box frame;
    /// With maps.
    PlaneMap map = {};
};

/// Places the samples of a recording by maps that are there, without training. One map serves every
/// epoch. Of maps of each epoch's own, that of the same number does; epochs later than all of them
/// are placed by the last one, which is warned of, and others are an Error. The heads are the
/// recording's own; where it has none, that of the maps' epoch of the same number stands in, if the
/// classes are the same. The frame is that of the maps' folder, larger where samples lie outside.
///
/// Of the options, those of methods have no meaning here. Throws Error where the maps are of
/// another dimension than the recording (both are named) or place a sample at what is no number,
/// and as project does. O(E N x weights of the map), and the neighbours.
Projection project_by(const KeptMaps& maps, const Recording& recording,
                      const ProjectOptions& options = {}, const Job& job = {},
                      const ProjectionWatch& watch = {});

}  // namespace epochscope
