#pragma once

#include "app/events/event_watcher.h"

#include <QWidget>

#include <array>
#include <cstdint>
#include <optional>

class QCheckBox;
class QComboBox;
class QTableView;

namespace epochscope::app {

class ElidedLabel;
class EventModel;
class Player;
class Session;

/// The training events in a table, filtered by kind, classes and epoch. Choosing a row moves the
/// playhead to its epoch and selects its sample, if it has one.
class EventsPanel : public QWidget {
    Q_OBJECT

  public:
    EventsPanel(Session& session, Player& player, EventWatcher& watcher, QWidget* parent = nullptr);

    /// Lists the flips between two classes, both ways; without `other` those from or to `one`.
    void list_flips(std::int32_t one, std::optional<std::int32_t> other);

    /// Lists alerts first.
    void list_alerts();

    [[nodiscard]] const EventModel& model() const { return *model_; }

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void build_table();
    QWidget* make_bar();
    QWidget* make_filters();
    QComboBox* add_filter(const QString& name, const QString& tip);
    void follow_dataset();
    void list_epochs();
    void filter();
    void list_all();
    void follow();
    void go_to(int row);

    Session& session_;
    Player& player_;
    EventWatcher& watcher_;
    EventModel* model_;
    QTableView* table_;
    std::array<QCheckBox*, shown_kinds> kinds_{};
    QCheckBox* chosen_only_;
    QComboBox* from_;
    QComboBox* to_;
    QCheckBox* both_ways_;
    QComboBox* epoch_;
    ElidedLabel* summary_;
};

}  // namespace epochscope::app
