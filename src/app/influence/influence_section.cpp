#include "app/influence/influence_section.h"

#include "app/neighbours/neighbour_section.h"
#include "app/neighbours/sample_words.h"
#include "app/session/session.h"
#include "app/widgets/faint_label.h"

#include <QLabel>
#include <QVBoxLayout>

#include <memory>

namespace epochscope::app {

namespace {

/// In milliseconds: what is found sooner flickers less without a word.
constexpr int a_moment = 250;

NeighbourRows rows_of(const std::vector<Teacher>& teachers) {
    NeighbourRows rows{.measure = Measure::influence};
    for (const Teacher& teacher : teachers)
        rows.rows.push_back({teacher.sample, Change::preserved, teacher.score});
    return rows;
}

}  // namespace

InfluenceSection::InfluenceSection(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      proponents_(new NeighbourSection(session, tr("Proponents"), this)),
      opponents_(new NeighbourSection(session, tr("Opponents"), this)),
      note_(new FaintLabel(this)) {
    note_->setWordWrap(true);
    note_->setAccessibleName(tr("Remarks on proponents and opponents"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(proponents_, 1);
    column->addWidget(opponents_, 1);
    column->addWidget(note_);
    show_lists(false);
    show_note({});
    patience_.setSingleShot(true);
    patience_.setInterval(a_moment);
    connect(&patience_, &QTimer::timeout, this, [this] {
        show_lists(false);
        show_note(tr("Looking for proponents and opponents…"));
    });
    connect(&finder_, &InfluenceFinder::found, this, &InfluenceSection::take);
    for (NeighbourSection* section : {proponents_, opponents_})
        connect(section, &NeighbourSection::chosen, this, &InfluenceSection::chosen);
    connect(&session, &Session::dataset_changed, this, &InfluenceSection::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &InfluenceSection::ask_anew);
    connect(&session, &Session::style_changed, this, &InfluenceSection::ask);
}

void InfluenceSection::set_sample(std::optional<std::size_t> sample) {
    sample_ = sample;
    ask();
}

void InfluenceSection::set_reached(std::size_t reached) {
    if (reached == reached_) return;
    reached_ = reached;
    if (answer_) show_answer();
}

/// What is listed are samples of the set that was open.
void InfluenceSection::follow_dataset() {
    sample_.reset();
    answer_.reset();
    for (NeighbourSection* section : {proponents_, opponents_}) section->show_rows({}, 0);
    show_lists(false);
    show_note({});
    ask_anew();
}

void InfluenceSection::ask_anew() {
    patience_.stop();
    finder_.forget();
    asked_.reset();
    ask();
}

void InfluenceSection::ask() {
    const auto& dataset = session_.dataset();
    // What nobody sees is not looked for; it is when it is shown.
    const bool is_wanted = isVisible() || session_.view().style.teacher_links;
    if (!dataset || !sample_ || !is_wanted) return;
    if (asked_ && asked_->sample == *sample_ && session_.shows(*asked_->dataset)) return;
    asked_ = TeachersAsked{dataset, *sample_};
    answer_.reset();
    finder_.ask(*asked_);
    patience_.start();
}

void InfluenceSection::take(const TeachersAsked& asked, const TeachersAnswer& answer) {
    const bool is_ours = asked_ && asked_->sample == asked.sample && session_.shows(*asked.dataset);
    if (!is_ours) return;
    patience_.stop();
    answer_ = answer;
    show_answer();
    session_.show_teachers(answer.teachers ? std::make_shared<const TeacherLinks>(
                                                 teacher_links_of(*answer.teachers, answer.numbers))
                                           : nullptr);
}

void InfluenceSection::show_answer() {
    const TeachersAnswer& answer = *answer_;
    show_lists(answer.teachers.has_value());
    if (!answer.teachers) return show_note(answer.problem);
    proponents_->show_rows(rows_of(answer.teachers->proponents), reached_,
                           answer.teachers->proponents.empty()
                               ? tr("none")
                               : tr("learning them lowered the loss of this sample"));
    opponents_->show_rows(rows_of(answer.teachers->opponents), reached_,
                          answer.teachers->opponents.empty()
                              ? tr("none")
                              : tr("learning them raised it; they vote for %1 (%2)")
                                    .arg(answer.proposed, percent(answer.share)));
    show_note(answer.remarks.join(QStringLiteral("\n")));
}

void InfluenceSection::show_lists(bool shown) {
    for (NeighbourSection* section : {proponents_, opponents_}) section->setVisible(shown);
}

void InfluenceSection::show_note(const QString& text) {
    note_->setText(text);
    note_->setVisible(!text.isEmpty());
}

void InfluenceSection::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

}  // namespace epochscope::app
