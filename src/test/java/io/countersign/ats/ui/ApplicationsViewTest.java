package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.SampleApplications;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.ui.ApplicationFilter.Scope;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.mail.Stage;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.Shortcuts;
import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ApplicationsViewTest {
    private final SampleApplications.Filled desk = SampleApplications.fill(new RiskRanking(ZoneOffset.UTC));
    private final DirectTasks tasks = new DirectTasks();
    private final ApplicationsStage screen = ApplicationsStage.of(desk, tasks, Locale.ENGLISH);
    private final ApplicationsViewModel model = screen.model;
    private final ListingViewModel listing = model.listing();

    @Start
    void show(javafx.stage.Stage stage) {
        Look.loadFonts();
        var scene = new Scene(screen.show(), 1232, 820);
        Shortcuts.listen(scene, screen.commands, () -> true);
        new Look(false, 1).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private List<ApplicationRow> rows() {
        return List.copyOf(listing.rows());
    }

    private ApplicationRow chosen() {
        return listing.selectedProperty().get().orElseThrow();
    }

    private ApplicationRow row(String company) {
        return model.snapshotProperty().get().rows().stream()
                .filter(row -> row.company().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private void choose(FxRobot robot, String company) {
        robot.interact(() -> listing.reveal(row(company)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#applications").queryAs(TableView.class);
    }

    private void focusList(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Labeled labeled
                        && isShown(node)
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    @Test
    void beginsWithWhatAnActionChangesMostAndSaysWhy(FxRobot robot) {
        assertThat(rows()).isNotEmpty().noneMatch(ApplicationRow::isEnded);
        assertThat(rows().stream().map(row -> row.ranked().rank()).toList()).isSorted();
        assertThat(chosen()).isEqualTo(rows().getFirst());
        assertThat(robot.lookup("#headline").<Labeled>queryAs(Labeled.class).getText())
                .isEqualTo("25 open · " + overdue() + " overdue · 2 interviews this week");
        int action = model.snapshotProperty().get().headline().action();
        assertThat(screen.counts.of(View.APPLICATIONS).get()).isEqualTo(action).isPositive();
        choose(robot, "Lumen Grid");
        assertThat(robot.lookup(".why").query().getAccessibleText())
                .startsWith("13 days of silence after an interview.");
    }

    private long overdue() {
        return model.snapshotProperty().get().rows().stream()
                .filter(row -> row.outlook().standing() == io.countersign.ats.Standing.OVERDUE)
                .count();
    }

    @Test
    void asksWhetherAnApplicationIsPartOfAnotherOne(FxRobot robot) {
        var apart = row("Orchard Health");
        var candidate = row("Kestrel Maps");
        desk.desk().asking(new JoinQuestion(apart.id(), List.of(candidate.id())));
        robot.interact(model::load);
        choose(robot, "Lumen Grid");
        assertThat(robot.lookup("#join-question").query().isVisible()).isFalse();

        choose(robot, "Orchard Health");
        assertThat(shows(robot, "Part of Kestrel Maps")).isTrue();
        robot.clickOn("None of these");

        assertThat(robot.lookup("#join-question").query().isVisible()).isFalse();
        assertThat(chosen().company()).isEqualTo("Orchard Health");
        assertThat(table(robot).isFocused()).isTrue();
        assertThat(screen.toasts.said().getLast()).startsWith("Orchard Health");
    }

    @Test
    void chipsAndTextNarrowTheList(FxRobot robot) {
        robot.clickOn("#scope-ended");
        assertThat(rows()).hasSize(8).allMatch(ApplicationRow::isEnded);
        robot.clickOn("#scope-action");
        assertThat(rows())
                .hasSize(model.snapshotProperty().get().headline().action())
                .allMatch(row -> row.needsAction(SampleApplications.TODAY));
        robot.clickOn("#scope-all");
        assertThat(rows()).hasSize(33);
        robot.interact(() -> listing.filterProperty().set(new ApplicationFilter("ENGINEER greenhouse", Scope.OPEN)));
        assertThat(rows()).isNotEmpty().allMatch(row -> row.role().contains("Engineer"));
        robot.interact(() -> listing.filterProperty().set(new ApplicationFilter("nobody at all", Scope.OPEN)));
        assertThat(shows(robot, "No application matches")).isTrue();
        robot.clickOn("#show-all");
        assertThat(rows()).hasSize(33);
    }

    // By the table's own order rather than by a click: the headless platform takes every press for a context menu.
    @Test
    void columnsSortWithoutTheTableSortingItself(FxRobot robot) {
        sort(robot, "applications.silent", false);
        assertThat(rows().stream().map(row -> row.outlook().daysSilent()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        sort(robot, "applications.company", true);
        assertThat(rows().get(1).company()).isEqualTo("Atlas Foods");
    }

    private static void sort(FxRobot robot, String id, boolean ascending) {
        robot.interact(() -> {
            var column = table(robot).getColumns().stream()
                    .filter(each -> each.getId().equals(id))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(ascending ? SortType.ASCENDING : SortType.DESCENDING);
            sortBy(table(robot), column);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    @Test
    void keysGoThroughTheListAndEnterOpensTheNewestMail(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.J);
        assertThat(chosen()).isEqualTo(rows().get(1));
        robot.type(KeyCode.DOWN).type(KeyCode.K);
        assertThat(chosen()).isEqualTo(rows().get(1));
        robot.type(KeyCode.ENTER);
        assertThat(model.mailProperty().get())
                .isInstanceOfSatisfying(
                        MailState.Ready.class,
                        ready -> assertThat(ready.messageId())
                                .isEqualTo(chosen().application().messageIds().getLast()));
        robot.type(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(isShown(robot.lookup("#application-detail").query())).isFalse();
        robot.type(KeyCode.J);
        assertThat(model.openProperty().get()).isTrue();
    }

    @Test
    void timelineOpensAMailByClickAndClosesIt(FxRobot robot) {
        choose(robot, "Lumen Grid");
        var line = robot.lookup(node -> node.getStyleClass().contains("timeline-button")
                        && node.getAccessibleText().contains("CodeSignal"))
                .<Node>query();
        robot.clickOn(line);
        assertThat(robot.lookup(".timeline-mail .selectable-text").query().getAccessibleText())
                .contains("Your CodeSignal assessment.");
        robot.clickOn(line);
        assertThat(model.mailProperty().get()).isInstanceOf(MailState.None.class);
    }

    @Test
    void unsureMailIsAnsweredByOneClickAndTheAnswerTakenBack(FxRobot robot) {
        choose(robot, "Willow Labs");
        assertThat(shows(robot, "What does this mail say?")).isTrue();
        robot.clickOn("#says-interview");
        assertThat(chosen().stage()).isEqualTo(Stage.INTERVIEW);
        assertThat(shows(robot, "What does this mail say?")).isFalse();
        assertThat(table(robot).isFocused()).isTrue();
        assertThat(screen.toasts.said()).containsExactly("The mail says: Interview · Undo");
        robot.interact(screen.toasts::press);
        assertThat(chosen().stage()).isEqualTo(Stage.APPLIED);
        robot.clickOn("#says-nothing");
        assertThat(chosen().application().timeline().getLast().kind()).isEqualTo(TimelineEntry.Kind.WORD);
    }

    @Test
    @SuppressWarnings("unchecked")
    void correctedStageIsToldAndTakenBackByKey(FxRobot robot) {
        choose(robot, "Orchard Health");
        focusList(robot);
        robot.type(KeyCode.C);
        var stage = (ComboBox<io.countersign.shared.ui.Choice<Stage>>)
                robot.lookup("#form-stage").queryAs(ComboBox.class);
        assertThat(stage.isFocused()).isTrue();
        robot.interact(() -> stage.setValue(stage.getItems().stream()
                .filter(choice -> choice.value() == Stage.SCREENING)
                .findFirst()
                .orElseThrow()));
        robot.clickOn("#save-form");
        assertThat(row("Orchard Health").stage()).isEqualTo(Stage.SCREENING);
        assertThat(screen.toasts.said()).containsExactly("Orchard Health: Screening · Undo");
        focusList(robot);
        robot.type(KeyCode.Z);
        assertThat(row("Orchard Health").stage()).isEqualTo(Stage.APPLIED);
        assertThat(screen.toasts.said()).last().isEqualTo("Taken back");
    }

    @Test
    void whatEndsLeavesTheOpenListAndTheNextOneIsChosen(FxRobot robot) {
        robot.interact(() -> listing.selectedProperty().set(Optional.of(rows().get(3))));
        var next = rows().get(4).id();
        robot.interact(() -> model.corrections().correctStage(chosen(), Stage.REJECTED, SampleApplications.TODAY));
        assertThat(rows()).hasSize(24);
        assertThat(chosen().id()).isEqualTo(next);
    }

    @Test
    void renamingNeedsACompany(FxRobot robot) {
        choose(robot, "Kestrel Maps");
        focusList(robot);
        robot.type(KeyCode.R);
        var company = robot.lookup("#form-company").queryAs(TextField.class);
        robot.interact(company::clear);
        robot.clickOn("#save-form");
        assertThat(shows(robot, "Name the company")).isTrue();
        robot.clickOn(company).write("Kestrel Cartography").type(KeyCode.ENTER);
        assertThat(chosen().company()).isEqualTo("Kestrel Cartography");
        assertThat(model.formProperty().get()).isEqualTo(Form.NONE);
    }

    @Test
    void twoAreMergedAndMailsSplitOff(FxRobot robot) {
        choose(robot, "Kestrel Maps");
        focusList(robot);
        robot.type(KeyCode.M);
        robot.clickOn("#form-search").write("orchard").type(KeyCode.ENTER);
        assertThat(model.snapshotProperty().get().rows()).hasSize(32);
        assertThat(chosen().application().timeline()).hasSize(4);
        focusList(robot);
        robot.type(KeyCode.S);
        var boxes = robot.lookup(".ask-mails .check-box").queryAllAs(CheckBox.class);
        assertThat(boxes).hasSize(4);
        assertThat(robot.lookup("#save-form").query().isDisabled()).isTrue();
        robot.clickOn(boxes.stream().skip(2).findFirst().orElseThrow());
        robot.clickOn("#save-form");
        assertThat(model.snapshotProperty().get().rows()).hasSize(33);
        assertThat(screen.toasts.said())
                .containsExactly(
                        "Merged Kestrel Maps · Platform Engineer with Orchard Health · Backend Engineer · Undo",
                        "Split off one mail of Kestrel Maps · Undo");
    }

    @Test
    void followUpAndDismissalAreNoted(FxRobot robot) {
        choose(robot, "Orchard Health");
        robot.clickOn("#followed-up");
        assertThat(row("Orchard Health").application().state().followUps()).isEqualTo(1);
        var more = robot.lookup("#more").queryAs(MenuButton.class);
        robot.interact(() -> more.getItems().getLast().fire());
        assertThat(model.snapshotProperty().get().rows()).hasSize(32);
        robot.interact(screen.toasts::press);
        assertThat(model.snapshotProperty().get().rows()).hasSize(33);
    }

    @Test
    void addingSaysWhereThePersonAppliedBeforeAndShowsTheNewOne(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.N);
        assertThat(robot.lookup("#form-company").query().isFocused()).isTrue();
        robot.write("lumen grid");
        assertThat(shows(robot, "You applied here before")).isTrue();
        assertThat(shows(robot, "Lumen Grid · Senior Data Engineer · Oct 21 · Interview"))
                .isTrue();
        robot.interact(
                () -> robot.lookup("#form-company").queryAs(TextField.class).setText("Tannenhof"));
        assertThat(robot.lookup("#known-already").query().isVisible()).isFalse();
        robot.clickOn("#form-role").write("Gardener").type(KeyCode.ENTER);
        assertThat(chosen().company()).isEqualTo("Tannenhof");
        assertThat(chosen().role()).isEqualTo("Gardener");
        assertThat(screen.toasts.said()).containsExactly("Added: Tannenhof · Undo");
    }

    @Test
    void draftIsEditedCopiedKeptAndSaved(FxRobot robot) {
        choose(robot, "Lumen Grid");
        focusList(robot);
        robot.type(KeyCode.F);
        var body = robot.lookup("#draft-body").queryAs(TextArea.class);
        assertThat(body.isFocused()).isTrue();
        robot.write(" P.S. Hello");
        fire(robot, "#draft-copy");
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains("Hello Hanna").endsWith("P.S. Hello");
        fire(robot, "#draft-keep");
        assertThat(shows(robot, "kept")).isTrue();
        assertThat(desk.drafts()
                        .draft(chosen().application(), FollowUpDraft.Kind.FIRST, Locale.ENGLISH)
                        .body())
                .endsWith("P.S. Hello");
        screen.saveTo(Path.of("mine.eml"));
        fire(robot, "#draft-save");
        assertThat(screen.savedDrafts)
                .singleElement()
                .satisfies(draft -> assertThat(draft.body()).endsWith("P.S. Hello"));
        fire(robot, "#draft-discard");
        assertThat(body.getText()).endsWith("Alex Morgan");
        assertThat(screen.toasts.said()).containsExactly("Copied the draft", "Kept the draft", "Saved mine.eml");
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    @Test
    void whatWasTypedIsNotLostWhenAnotherApplicationIsChosen(FxRobot robot) {
        choose(robot, "Lumen Grid");
        robot.interact(() -> robot.lookup("#draft-body").queryAs(TextArea.class).setText("half a sent"));
        choose(robot, "Fjord Energy");
        choose(robot, "Lumen Grid");
        assertThat(robot.lookup("#draft-body").queryAs(TextArea.class).getText())
                .isEqualTo("half a sent");
    }

    @Test
    void templateIsChangedForAllDraftsAndTheOriginalComesBack(FxRobot robot) {
        choose(robot, "Lumen Grid");
        fire(robot, "#draft-template");
        robot.interact(() -> robot.lookup("#form-text").queryAs(TextArea.class).setText("News of {role}?"));
        fire(robot, "#save-form");
        assertThat(robot.lookup("#draft-body").queryAs(TextArea.class).getText())
                .isEqualTo("News of Senior Data Engineer?");
        fire(robot, "#draft-template");
        fire(robot, "#template-original");
        assertThat(robot.lookup("#draft-body").queryAs(TextArea.class).getText())
                .startsWith("Hello Hanna");
    }

    @Test
    void interviewIsSavedForACalendar(FxRobot robot) {
        choose(robot, "Nova Textiles");
        assertThat(shows(robot, "Thu, Nov 26, 2026, 2:00")).isTrue();
        screen.saveTo(Path.of("talk.ics"));
        fire(robot, "#add-to-calendar");
        assertThat(screen.savedInterviews)
                .singleElement()
                .satisfies(saved -> assertThat(saved.company()).isEqualTo("Nova Textiles"));
    }

    private static ListView<?> lane(FxRobot robot, String stage) {
        return robot.lookup("#lane-" + stage).queryListView();
    }

    @Test
    void arrowsGoThroughTheBoardAndShiftMovesACard(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.DIGIT2);
        assertThat(model.openProperty().get()).isFalse();
        robot.interact(() -> listing.selectedProperty().set(Optional.of(row("Pinecone Rail"))));
        robot.interact(() -> lane(robot, "assessment").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(chosen().stage()).isEqualTo(Stage.SCREENING);
        robot.type(KeyCode.LEFT).type(KeyCode.J);
        assertThat(chosen().stage()).isEqualTo(Stage.ASSESSMENT);
        var moved = chosen().company();
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(row(moved).stage()).isEqualTo(Stage.SCREENING);
        assertThat(chosen().company()).isEqualTo(moved);
        assertThat(lane(robot, "screening").isFocused()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(model.openProperty().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(row(moved).stage()).isEqualTo(Stage.ASSESSMENT);
    }

    @Test
    void cardIsDraggedToAnotherColumnAndToTheEnd(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.BOARD));
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag(card(robot, "Pinecone Rail")).dropTo("#lane-interview");
        assertThat(row("Pinecone Rail").stage()).isEqualTo(Stage.INTERVIEW);
        robot.drag(card(robot, "Copperfield")).dropTo("#lane-ended");
        assertThat(screen.dialogs.asked()).containsExactly("How did it end?");
        assertThat(row("Copperfield").stage()).isEqualTo(Stage.REJECTED);
        robot.interact(screen.toasts::press);
        assertThat(row("Copperfield").stage()).isEqualTo(Stage.ASSESSMENT);
    }

    private static Node card(FxRobot robot, String company) {
        return robot.lookup(node -> node instanceof CardCell cell
                        && cell.getItem() != null
                        && cell.getItem().company().equals(company))
                .query();
    }

    @Test
    void funnelTellsEachBarInWords(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.DIGIT3);
        var bars = robot.lookup(".funnel-bar").match(Node::isFocusTraversable).<Node>queryAll();
        assertThat(bars).hasSize(7);
        assertThat(bars.iterator().next().getAccessibleText())
                .startsWith("Applied: reached by 33 of 33 applications (100%).");
        robot.type(KeyCode.DOWN);
        assertThat(shows(robot, "Assessment: reached by")).isTrue();
        robot.clickOn("#by-system");
        assertThat(shows(robot, "Greenhouse")).isTrue();
        assertThat(shows(robot, "too few answers")).isTrue();
        robot.type(KeyCode.N);
        assertThat(model.tabProperty().get()).isEqualTo(Tab.RISK);
        assertThat(model.formProperty().get()).isEqualTo(Form.ADD);
    }

    @Test
    void failureToReadIsToldWithAWayToTryAgain(FxRobot robot) {
        robot.interact(() -> listing.filterProperty().set(new ApplicationFilter("zzz", Scope.ALL)));
        desk.desk().breakDown(true);
        robot.interact(model::load);
        assertThat(model.loadFailureProperty().get()).contains("The database did not answer");
        assertThat(shows(robot, "The applications could not be read")).isTrue();
        desk.desk().breakDown(false);
        robot.interact(model::load);
        assertThat(model.loadFailureProperty().get()).isEmpty();
    }

    @Test
    void mailThatCannotBeReadSaysSo(FxRobot robot) {
        choose(robot, "Lumen Grid");
        desk.mail().breakDown(true);
        robot.interact(model::enter);
        assertThat(model.mailProperty().get()).isInstanceOf(MailState.Failed.class);
        assertThat(shows(robot, "The database did not answer")).isTrue();
    }

    @Test
    void withoutApplicationsItSaysWhatToDo(FxRobot robot) {
        desk.desk().with(List.of());
        robot.interact(model::load);
        assertThat(shows(robot, "No applications yet")).isTrue();
        robot.interact(() -> model.tabProperty().set(Tab.FUNNEL));
        assertThat(shows(robot, "Nothing to count yet")).isTrue();
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        choose(robot, "Willow Labs");
        robot.interact(() -> model.draft().begin());
        for (var form : Form.values()) {
            robot.interact(() -> model.ask(form));
            assertThat(nameless(robot)).as("in %s", form).isEmpty();
        }
        for (var tab : Tab.values()) {
            robot.interact(() -> model.tabProperty().set(tab));
            assertThat(nameless(robot)).as("in %s", tab).isEmpty();
        }
    }

    private static java.util.Set<Node> nameless(FxRobot robot) {
        return robot.lookup(node -> node.isFocusTraversable()
                        && isShown(node)
                        && !(node instanceof javafx.scene.control.ScrollPane)
                        && !(node instanceof javafx.scene.control.Cell<?>)
                        && node.getParent() != null
                        && Optional.ofNullable(node.getAccessibleText())
                                .orElse("")
                                .isEmpty()
                        && !(node instanceof Labeled labeled
                                && labeled.getText() != null
                                && !labeled.getText().isEmpty())
                        && !(node.getParent() instanceof javafx.scene.control.DatePicker))
                .queryAll();
    }
}
