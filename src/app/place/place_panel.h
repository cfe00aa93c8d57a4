#pragma once

#include "app/place/place_finder.h"

#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <optional>

class QLabel;

namespace epochscope::app {

class ClassShares;
class ElidedLabel;
class NeighbourSection;
class Session;

/// What is known of the place that is looked at, at the epoch reached: where it is, what the
/// classifier says there, and the samples nearest to it in feature space as a list to click.
class PlacePanel : public QWidget {
    Q_OBJECT

  public:
    explicit PlacePanel(Session& session, QWidget* parent = nullptr);

  signals:
    /// A sample of the list; `add` with shift.
    void chosen(std::size_t sample, bool add);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void lay_out();
    void follow_dataset();
    void follow_place();
    void ask();
    void take(const PlaceFound& found);
    void show_reading(const PlaceFound& found);
    void show_nearest(const PlaceFound& found);

    Session& session_;
    /// What was asked last; nothing where no place is looked at.
    std::optional<PlaceAsked> asked_;
    /// Says that somebody is searching, where that takes longer than a moment.
    QTimer patience_;

    ElidedLabel* where_;
    QLabel* caption_;
    ClassShares* shares_;
    NeighbourSection* nearest_;
    PlaceFinder finder_;
};

}  // namespace epochscope::app
