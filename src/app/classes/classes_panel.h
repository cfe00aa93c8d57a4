#pragma once

#include "app/classes/class_delegate.h"

#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

class QColorDialog;
class QKeyEvent;
class QLineEdit;
class QMenu;
class QMouseEvent;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace epochscope::app {

class ClassesModel;
class EventWatcher;
class Session;

/// The classes: colour (editable), name, count, accuracy at the playhead, visibility, solo. If the
/// categories of a column colour samples, these in their place.
class ClassesPanel : public QWidget {
    Q_OBJECT

  public:
    ClassesPanel(Session& session, EventWatcher& events, QWidget* parent = nullptr);

  signals:
    /// The flips between two classes, or of one and any other.
    void flips_wanted(std::int32_t one, std::optional<std::int32_t> other);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build_view();
    void build_buttons();
    void lay_out();
    void follow_dataset();
    void follow_rows();
    void follow_style();
    /// What is hidden of the classes, or of the categories in their place.
    [[nodiscard]] const std::vector<bool>& shown_hidden() const;
    void stand_out(std::optional<std::size_t> index);
    void fit_counts();
    [[nodiscard]] std::optional<std::size_t> current_class() const;
    [[nodiscard]] ClassDelegate::Part part_at(const QModelIndex& index, const QPoint& at) const;
    bool filter_key(QKeyEvent& event);
    void follow_mouse(const QMouseEvent& event);
    void toggle_shown();
    void show_only_current();
    void choose_colour();
    void open_menu(const QPoint& at);
    void add_flips(QMenu& menu, std::size_t index);

    Session& session_;
    EventWatcher& events_;
    ClassesModel* model_;
    QSortFilterProxyModel* filtered_;
    ClassDelegate* delegate_;
    QLineEdit* filter_;
    QTreeView* view_;
    QPushButton* only_this_;
    QPushButton* show_all_;
    QColorDialog* colours_ = nullptr;
    bool is_double_click_ = false;
};

}  // namespace epochscope::app
