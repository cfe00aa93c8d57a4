#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/prototypes.h>

#include <QTreeWidget>

#include <cstddef>
#include <vector>

namespace epochscope::app {

/// The prototypes nearest to a sample: name, distance, weight, and hinge.
class NearestTable : public QTreeWidget {
    Q_OBJECT

  public:
    explicit NearestTable(QWidget* parent = nullptr);

    /// `colours` are those of the level's stars.
    void show_sample(const PrototypeLevel& level, const std::vector<Colour>& colours,
                     std::size_t epoch, std::size_t sample);

  private:
    void add_row(const PrototypeLevel& level, std::size_t name, Colour colour, double square,
                 double weight);
};

}  // namespace epochscope::app
