#include "app/review/review_buttons.h"

#include "app/neighbours/sample_words.h"
#include "app/review/review_queue.h"
#include "app/session/session.h"
#include "app/widgets/swatch.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

constexpr int swatch_side = 10;
/// Names that are longer do not fit on a button.
constexpr qsizetype name_characters = 12;
constexpr std::size_t columns_of_names = 5;

QString short_name(const QString& name) {
    return name.size() <= name_characters ? name : name.left(name_characters - 1) + u'\u2026';
}

/// A name may have marks of mnemonics.
QString with_key(const QString& words, const QString& key) {
    return QStringLiteral("%1  [%2]").arg(QString(words).replace('&', QStringLiteral("&&")), key);
}

}  // namespace

ReviewButtons::ReviewButtons(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      accept_(add(ReviewCommand::accept)),
      keep_(add(ReviewCommand::keep)),
      class_grid_(new QGridLayout) {
    QPushButton* next = add(ReviewCommand::next);
    next->setText(with_key(tr("Skip"), key_words(ReviewCommand::next)));
    next->setToolTip(tr("To the next undecided sample, without a decision (N)"));
    QPushButton* back = add(ReviewCommand::back);
    back->setText(with_key(tr("Back"), key_words(ReviewCommand::back)));
    back->setToolTip(tr("To the sample before (Backspace or Left)"));
    keep_->setToolTip(tr("The label is right (X)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    for (QPushButton* button : {accept_, keep_, next, back}) row->addWidget(button, 1);
    class_grid_->setSpacing(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addLayout(class_grid_);
    connect(&session, &Session::dataset_changed, this, &ReviewButtons::make_classes);
    connect(&session, &Session::style_changed, this, &ReviewButtons::colour_classes);
    make_classes();
}

QPushButton* ReviewButtons::add(ReviewCommand command) {
    auto* button = new QPushButton(this);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, command] {
        emit pressed(ReviewKey{command, 0});
    });
    return button;
}

void ReviewButtons::make_classes() {
    for (QPushButton* button : classes_) delete button;
    classes_.clear();
    keys_.clear();
    if (!session_.dataset()) return;
    const Classes& classes = session_.dataset()->series.classes();
    keys_ = app::class_keys(classes.names, classes.predictable_count());
    bool are_digits = true;
    for (std::size_t i = 0; i < keys_.size(); ++i)
        are_digits = are_digits && classes.names[i] == std::string(1, keys_[i]);
    const std::size_t columns = are_digits ? keys_.size() : columns_of_names;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        auto* button = new QPushButton(this);
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
        const QString name = class_name(session_.dataset()->series, i);
        const auto key = QString(QLatin1Char(keys_[i]));
        button->setText(are_digits ? key : with_key(short_name(name), key));
        button->setToolTip(tr("The label becomes %1 (%2)").arg(name, key));
        button->setAccessibleName(button->toolTip());
        button->setMinimumWidth(are_digits ? fontMetrics().height() * 2 : 0);
        connect(button, &QPushButton::clicked, this, [this, i] {
            emit pressed(ReviewKey{ReviewCommand::label, i});
        });
        class_grid_->addWidget(button, static_cast<int>(i / columns),
                               static_cast<int>(i % columns));
        classes_.push_back(button);
    }
    colour_classes();
}

void ReviewButtons::colour_classes() {
    const auto& colours = session_.view().colours;
    for (std::size_t i = 0; i < classes_.size() && i < colours.size(); ++i)
        classes_[i]->setIcon(swatch_icon(colours[i], swatch_side, palette(), devicePixelRatioF()));
}

void ReviewButtons::show_item(const ReviewItem& item) {
    const EpochSeries& series = session_.dataset()->series;
    const QString label =
        class_name(series, static_cast<std::size_t>(series.labels()[item.sample]));
    const auto& proposed = item.proposal.proposed;
    accept_->setEnabled(proposed.has_value());
    const QString name =
        proposed ? class_name(series, static_cast<std::size_t>(*proposed)) : QString();
    accept_->setText(with_key(proposed ? tr("Accept %1").arg(short_name(name)) : tr("Accept"),
                              key_words(ReviewCommand::accept)));
    accept_->setToolTip(proposed ? tr("The label becomes %1, which is proposed (Enter)").arg(name)
                                 : tr("No prediction is available."));
    keep_->setText(with_key(tr("Keep %1").arg(short_name(label)), key_words(ReviewCommand::keep)));
}

}  // namespace epochscope::app
