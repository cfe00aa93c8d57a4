#pragma once

#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace epochscope::app {

class ColumnsView;
class InfluenceSection;
class NeighbourSection;
class PlacePanel;
class Ribbon;
class SampleFactsView;
class SamplePicture;
class Session;

/// The sample selected last: index, picture, label, prediction, confidence, what else is known of
/// it, the ribbon of its predictions over all epochs, its neighbours at the playhead, and who
/// taught it. Without a selection, the inspected point.
class SamplePanel : public QWidget {
    Q_OBJECT

  public:
    explicit SamplePanel(Session& session, QWidget* parent = nullptr);

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void build_index();
    void build_chooser();
    void lay_out();
    [[nodiscard]] QWidget* make_scrolled();
    void follow_dataset();
    void follow_epochs();
    void follow_selection();
    void follow_playhead();
    void fill_chooser();
    [[nodiscard]] QString hint() const;
    void take_index();
    void show_sample(std::optional<std::size_t> sample);
    void refresh_facts();
    void refresh_neighbours();
    void choose(std::size_t sample, bool add);
    void show_message(const QString& text, bool is_problem);
    void colour_message();

    Session& session_;
    std::optional<std::size_t> shown_;
    std::size_t reached_ = 0;
    /// Whether neighbours are those in the plane, which change between epochs.
    bool in_plane_ = false;
    /// Whether the message is a problem.
    bool is_problem_ = false;
    /// Limits the searches in the plane while the playhead moves.
    QTimer throttle_;

    QLineEdit* index_;
    QLabel* range_;
    QLabel* message_;
    QWidget* several_;
    QLabel* several_words_;
    QComboBox* chooser_;
    QWidget* known_;
    SamplePicture* picture_;
    SampleFactsView* facts_;
    ColumnsView* columns_;
    Ribbon* ribbon_;
    NeighbourSection* intra_;
    NeighbourSection* inter_;
    InfluenceSection* influence_;
    PlacePanel* place_;
};

}  // namespace epochscope::app
