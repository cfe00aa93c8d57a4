#pragma once

#include <epochscope/model/prototypes.h>

#include <QTreeWidget>

#include <cstddef>

namespace epochscope::app {

/// The nearest prototypes of one sample: name, distance, weight, and the hinge of those that push.
class NearestTable : public QTreeWidget {
    Q_OBJECT

  public:
    explicit NearestTable(QWidget* parent = nullptr);

    void show_sample(const PrototypeLevel& level, std::size_t epoch, std::size_t sample);

  private:
    void add_row(const PrototypeLevel& level, std::size_t name, double square, double weight);
};

}  // namespace epochscope::app
