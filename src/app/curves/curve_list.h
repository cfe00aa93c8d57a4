#pragma once

#include "app/curves/dock_curve.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QSet>

#include <optional>
#include <vector>

namespace epochscope::app {

/// The curves, one a row: whether it is shown and in which colour, its run, and its value at an
/// epoch. Curves that grow stay shown or hidden.
class CurveList : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { name, run, value, columns };

    explicit CurveList(QObject* parent = nullptr);

    /// Those of another dataset are shown or hidden anew.
    void set_curves(DockCurves curves, bool is_other_set);
    /// One colour a curve.
    void set_colours(std::vector<QColor> colours);
    void set_epoch_number(std::optional<double> number);
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
    void shown_changed();

  private:
    [[nodiscard]] QString value_words(const DockCurve& curve) const;

    DockCurves curves_;
    std::vector<QColor> colours_;
    std::vector<bool> shown_;
    /// The keys of the curves that the user has shown and hidden.
    QSet<QString> wanted_;
    QSet<QString> unwanted_;
    std::optional<double> epoch_number_;
};

}  // namespace epochscope::app
