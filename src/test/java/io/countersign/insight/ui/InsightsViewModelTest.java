package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.insight.Behind;
import io.countersign.insight.ui.DrillViewModel.State;
import io.countersign.insight.ui.QuestionsViewModel.Asked;
import io.countersign.mail.Message;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InsightsViewModelTest {
    private final SampleInsights desk = SampleInsights.rich();
    private final SampleTrust trust = new SampleTrust();
    private final DirectTasks tasks = new DirectTasks();
    private final InsightsStage stage = new InsightsStage(desk, Optional.of(trust), tasks, Locale.ENGLISH);
    private final InsightsViewModel model = stage.model;
    private final DrillWords drills = new DrillWords(new InsightWords(
            Texts.of(Locale.ENGLISH), new Formats(Texts.of(Locale.ENGLISH), Locale.ENGLISH, SampleInsights.CLOCK)));

    private InsightReport report() {
        return model.reportProperty().get();
    }

    private Optional<Question> question() {
        return model.questions().currentProperty().get().map(Asked::question);
    }

    @Test
    void figuresOfTheChosenWindowAreRead() {
        model.load();
        model.windowProperty().set(Window.WEEK);
        model.windowProperty().set(Window.ALL);
        assertThat(desk.windows).containsExactly(OptionalInt.of(30), OptionalInt.of(7), OptionalInt.empty());
        assertThat(report().policies()).hasSize(7);
    }

    @Test
    void aWindowWithoutAnythingSaysSoOnlyOnceItWasRead() {
        var empty = new InsightsStage(SampleInsights.empty(), Optional.empty(), tasks, Locale.ENGLISH);
        var nothing = empty.model.nothingProperty();
        assertThat(nothing.get()).isFalse();
        empty.model.load();
        assertThat(nothing.get()).isTrue();
    }

    @Test
    void figuresThatCannotBeReadSaySoAndAreReadAgain() {
        var broken = SampleInsights.rich();
        var other = new InsightsStage(broken, Optional.empty(), tasks, Locale.ENGLISH);
        broken.fail(true);
        other.model.load();
        assertThat(other.model.failureProperty().get()).isNotEmpty();
        broken.fail(false);
        other.model.load();
        assertThat(other.model.failureProperty().get()).isEmpty();
        assertThat(other.model.reportProperty().get().policies()).hasSize(7);
    }

    @Test
    void theChartGoesBackToAllPoliciesWhenItsPolicyDecidedNothingInTheWindow() {
        model.load();
        model.policyProperty().set(OptionalLong.of(2));
        desk.forgetWeeks(2);
        model.load();
        assertThat(model.policyProperty().get()).isEmpty();
    }

    @Test
    void aNumberOfOnePolicyOpensItsMails() {
        model.load();
        model.drill().open(drills.decided(report().policies().getFirst(), false));
        assertThat(desk.asked).containsExactly(new Behind.Decided(1, false));
        assertThat(model.drill().stateProperty().get()).isInstanceOf(State.Ready.class);
        assertThat(model.drill().mails())
                .extracting(Message::id)
                .startsWith(1L, 2L, 3L)
                .hasSize(30);
    }

    @Test
    void aNumberOfAllPoliciesListsEachMailOnce() {
        model.load();
        model.drill().open(drills.allPending(report()));
        assertThat(desk.asked).hasSize(6).allMatch(Behind.Pending.class::isInstance);
        assertThat(model.drill().mails()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aWeekOfAllPoliciesAsksOnlyThoseThatDecidedThen() {
        model.load();
        var oldest = report().decidedWeeks(OptionalLong.empty()).getFirst();
        model.drill().open(drills.week(oldest, OptionalLong.empty(), report()));
        assertThat(desk.asked)
                .containsExactlyInAnyOrder(new Behind.Week(1, oldest.monday()), new Behind.Week(3, oldest.monday()));
    }

    @Test
    void aMailIsOpenedAndClosedBeforeTheList() {
        model.load();
        model.drill().open(drills.fired(report().policies().getFirst()));
        model.drill().openMail(model.drill().mails().get(2));
        assertThat(model.drill().mailProperty().get()).isInstanceOf(MailState.Ready.class);
        model.drill().back();
        assertThat(model.drill().mailProperty().get()).isInstanceOf(MailState.None.class);
        assertThat(model.drill().isOpen()).isTrue();
        model.drill().back();
        assertThat(model.drill().isOpen()).isFalse();
        assertThat(model.drill().mails()).isEmpty();
    }

    @Test
    void anotherWindowClosesTheListOfTheOldOne() {
        model.load();
        model.drill().open(drills.fired(report().policies().getFirst()));
        model.windowProperty().set(Window.QUARTER);
        assertThat(model.drill().isOpen()).isFalse();
    }

    @Test
    void anAnswerIsKeptAndTheNextQuestionComesAtOnce() {
        model.load();
        model.questions().answer(true);
        assertThat(desk.answers).containsExactly(java.util.Map.entry(1L, true));
        assertThat(question()).contains(new Question.Recall(desk.questions.get(1)));
        assertThat(stage.toasts.said()).containsExactly("Counted: this one was missed · Undo");
    }

    @Test
    void anAnswerIsTakenBack() {
        model.load();
        model.questions().answer(false);
        model.questions().undo();
        assertThat(desk.answers).isEmpty();
        assertThat(question()).contains(new Question.Recall(desk.questions.getFirst()));
    }

    @Test
    void aQuestionLeftForLaterDoesNotComeBackInThisSitting() {
        model.load();
        model.questions().skip();
        model.load();
        assertThat(question()).contains(new Question.Recall(desk.questions.get(1)));
        assertThat(model.questions().currentProperty().get().map(Asked::open)).contains(2);
        assertThat(desk.answers).isEmpty();
    }

    @Test
    void aPolicyThatEarnedAutomationIsAskedAboutFirst() {
        trust.asking();
        model.load();
        assertThat(question()).containsInstanceOf(Question.Automation.class);
        model.questions().answer(true);
        assertThat(trust.calls).containsExactly("answer 3 true");
        assertThat(question()).containsInstanceOf(Question.Recall.class);
        model.questions().undo();
        assertThat(trust.calls).containsExactly("answer 3 true", "demote 3");
    }

    @Test
    void automationIsTakenAwayOnceThePersonAgrees() {
        model.load();
        stage.dialogs.answer(false);
        model.demote(1, "Promotions past their end");
        assertThat(trust.calls).isEmpty();
        stage.dialogs.answer(true);
        model.demote(1, "Promotions past their end");
        assertThat(trust.calls).containsExactly("demote 1");
    }

    @Test
    void onePreferenceOrAllAreForgottenOnceThePersonAgrees() {
        model.load();
        stage.dialogs.answer(false);
        model.forget("contains:sale", "contains “sale”");
        assertThat(stage.weights.all("local")).hasSize(8);
        stage.dialogs.answer(true);
        model.forget("contains:sale", "contains “sale”");
        assertThat(stage.weights.all("local")).hasSize(7);
        model.forgetAll();
        assertThat(stage.weights.all("local")).isEmpty();
        assertThat(stage.toasts.said()).containsExactly("Forgot: contains “sale”", "Forgot 7 preferences");
    }

    @Test
    void stepsAreSavedByWhatIsDecidedTogether() {
        stage.decided(42, 1).decided(1, 2).decided(5, 40);
        model.load();
        assertThat(report().workload().decided()).isEqualTo(43);
        assertThat(report().workload().steps()).isEqualTo(2);
        assertThat(report().workload().saved()).isEqualTo(41);
        model.windowProperty().set(Window.ALL);
        assertThat(report().workload().saved()).isEqualTo(45);
    }

    @Test
    void withoutATrustDeskNothingIsSaidAboutTrust() {
        var other = new InsightsStage(SampleInsights.rich(), Optional.empty(), tasks, Locale.ENGLISH);
        other.model.load();
        assertThat(other.model.reportProperty().get().trust()).isEmpty();
        assertThat(List.of(other.model
                        .questions()
                        .currentProperty()
                        .get()
                        .orElseThrow()
                        .question()))
                .hasOnlyElementsOfType(Question.Recall.class);
    }
}
