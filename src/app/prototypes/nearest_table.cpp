#include "app/prototypes/nearest_table.h"

#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <epochscope/analysis/prototype_signals.h>

#include <QHeaderView>

#include <algorithm>
#include <cmath>
#include <vector>

namespace epochscope::app {

namespace {

enum Column { name_column, distance_column, weight_column, hinge_column, column_count };

constexpr int swatch_side = 12;
/// What is seen of it in the lowest dock.
constexpr int least_rows = 9;

/// The prototypes that an epoch lists for a sample, as far as they are some.
std::vector<std::size_t> names_of(const PrototypeLevel& level, const PrototypeEpoch& epoch,
                                  std::size_t sample) {
    std::vector<std::size_t> names;
    for (std::size_t i = 0; i < level.listed; ++i) {
        const auto name = static_cast<std::size_t>(epoch.nearest[sample * level.listed + i]);
        if (name >= level.count) break;
        names.push_back(name);
    }
    return names;
}

}  // namespace

NearestTable::NearestTable(QWidget* parent) : QTreeWidget(parent) {
    setAccessibleName(tr("Nearest prototypes"));
    setToolTip(
        tr("The prototypes nearest to the selected sample. The first pull it by their weight; "
           "others that are nearer than alpha push it by their hinge"));
    setColumnCount(column_count);
    setHeaderLabels({tr("Prototype"), tr("Distance"), tr("Weight"), tr("Hinge")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setMinimumHeight(fontMetrics().height() * least_rows);
    setIndentation(0);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(name_column, QHeaderView::Stretch);
    for (const int column : {distance_column, weight_column, hinge_column})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void NearestTable::show_sample(const PrototypeLevel& level, const std::vector<Colour>& colours,
                               std::size_t epoch, std::size_t sample) {
    clear();
    const PrototypeEpoch& at = level.epochs[epoch];
    if (sample >= at.assignments.size()) return;
    const std::vector<std::size_t> names = names_of(level, at, sample);
    std::vector<double> squares;
    squares.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        squares.push_back(static_cast<double>(at.squares[sample * level.listed + i]));
    const std::size_t pulling = std::min(level.loss.nearest, names.size());
    const std::vector<double> weights =
        prototype_weights(std::span(squares).first(pulling), level.loss.rule);
    for (std::size_t i = 0; i < names.size(); ++i)
        add_row(level, names[i], colours[names[i]], squares[i], i < pulling ? weights[i] : -1);
}

/// A weight below 0: it does not pull.
void NearestTable::add_row(const PrototypeLevel& level, std::size_t name, Colour colour,
                           double square, double weight) {
    auto* row = new QTreeWidgetItem(this);
    row->setIcon(name_column, swatch_icon(colour, swatch_side, palette(), devicePixelRatioF()));
    row->setText(name_column, number_words(name));
    row->setText(distance_column, QString::number(std::sqrt(square), 'g', 4));
    const double hinge = std::max(0.0, level.loss.alpha - square);
    if (weight >= 0)
        row->setText(weight_column, QString::number(weight, 'f', 3));
    else
        row->setText(hinge_column, QString::number(hinge, 'g', 3));
    for (const int column : {distance_column, weight_column, hinge_column})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

}  // namespace epochscope::app
