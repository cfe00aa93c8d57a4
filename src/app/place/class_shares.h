#pragma once

#include <QWidget>

#include <cstddef>
#include <vector>

class QGridLayout;
class QLabel;

namespace epochscope::app {

class ElidedLabel;
class Session;
class FractionBar;

/// The classes that a classifier finds most probable, each on a line: its colour, its name, and its
/// probability as a bar and in words.
class ClassShares : public QWidget {
    Q_OBJECT

  public:
    explicit ClassShares(Session& session, QWidget* parent = nullptr);

    /// One probability a class, 0..1; those that round to nothing are left out, but never the
    /// first. Empty: nothing is shown.
    void show_shares(const std::vector<double>& probabilities);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Line {
        QLabel* swatch;
        ElidedLabel* name;
        FractionBar* bar;
        QLabel* percent;
    };
    struct Share {
        std::size_t of_class;
        double probability;
    };
    void add_line(QGridLayout& grid);
    void paint_lines();

    Session& session_;
    std::vector<Line> lines_;
    std::vector<Share> shares_;
};

}  // namespace epochscope::app
