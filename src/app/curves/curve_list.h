#pragma once

#include "app/curves/dock_curve.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QSet>

#include <optional>
#include <vector>

namespace epochscope::app {

/// The curves, a row each: whether it is shown and in what colour, its run, and its value at a
/// place of the timeline. What was shown or hidden stays so when curves grow.
class CurveList : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { name, run, value, columns };

    explicit CurveList(QObject* parent = nullptr);

    /// Of the same set, or of another one, of which nobody has hidden anything yet.
    void set_curves(DockCurves curves, bool is_other_set);
    void set_place(std::optional<double> epoch);
    void show_all(bool shown);

    [[nodiscard]] const DockCurves& curves() const { return curves_; }
    [[nodiscard]] const std::vector<QColor>& colours() const { return colours_; }
    /// The indices of those that are shown.
    [[nodiscard]] std::vector<std::size_t> shown() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& data, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  signals:
    /// Others are shown.
    void shown_changed();

  private:
    [[nodiscard]] QString value_words(const DockCurve& curve) const;

    DockCurves curves_;
    std::vector<QColor> colours_;
    std::vector<bool> shown_;
    /// What the user has shown and hidden.
    QSet<QString> wanted_;
    QSet<QString> unwanted_;
    std::optional<double> place_;
};

}  // namespace epochscope::app
