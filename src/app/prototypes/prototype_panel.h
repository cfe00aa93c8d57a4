#pragma once

#include <epochscope/model/prototypes.h>

#include <QString>
#include <QWidget>

#include <cstddef>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace epochscope::app {

class NearestTable;
class Session;

/// The prototypes of the open dataset: the level, its signals over batches at the playhead, a
/// random batch, and the prototypes nearest to the selected sample.
class PrototypePanel : public QWidget {
    Q_OBJECT

  public:
    explicit PrototypePanel(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// Why prototypes cannot be computed, in a sentence; empty if they can.
    void set_obstacle(const QString& obstacle);

  signals:
    void compute_wanted();

  private:
    void build_choices();
    void build_batch();
    void lay_out();
    void scroll();
    void follow_dataset();
    void follow_view();
    void refresh();
    void refresh_batch();
    void refresh_sample();
    void choose_level(int index);
    void draw_batch();
    void let_go();
    /// The level that is shown, or null.
    [[nodiscard]] const PrototypeLevel* level() const;
    /// The index of the last epoch reached.
    [[nodiscard]] std::size_t reached() const;

    Session& session_;
    /// The epoch of the texts.
    std::size_t told_ = 0;
    QWidget* unknown_;
    QLabel* none_;
    QPushButton* compute_;
    QWidget* known_;
    QCheckBox* shown_;
    QComboBox* levels_;
    QLabel* made_;
    QLabel* signals_;
    QSpinBox* seed_;
    QPushButton* draw_;
    QPushButton* let_go_;
    QLabel* batch_;
    QLabel* sample_;
    NearestTable* nearest_;
};

}  // namespace epochscope::app
