package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import io.countersign.shared.ui.MailState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The mails of an application: read, asked about and warned of. */
class TimelineViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
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
        assertThat(model.mail().stateProperty().get()).isInstanceOf(MailState.None.class);
    }

    @Test
    void recruiterMailThatMayBeAScamIsWarnedOfAboveItsText(FxRobot robot) {
        choose(robot, "Lumen Grid");
        robot.interact(model::enter);
        assertThat(robot.lookup(".recruiter-risk").tryQuery()).isEmpty();
        var suspicious = chosen().application().messageIds().getFirst();
        var text = "Send your bank details and a copy of your ID.";
        desk.mail()
                .add(
                        suspicious,
                        Understanding.unknown()
                                .withCategory(Category.RECRUITER_OUTREACH, 0.9, List.of())
                                .withRisk(80, List.of("It asks for identity or bank data early (\"bank details\").")),
                        InMemoryMail.text(new Address("HR", "global.hiring@gmail.com"), "Your application", text));

        robot.interact(() -> model.mail().toggle(suspicious));

        var panel = robot.lookup(".timeline-mail .recruiter-risk").<Node>query();
        assertThat(shows(robot, "This is probably a recruiter scam: risk 80 of 100."))
                .isTrue();
        assertThat(shows(robot, "Give no bank details")).isTrue();
        var body = robot.lookup(".timeline-mail .mail-text").<Node>query();
        assertThat(panel.getBoundsInParent().getMaxY())
                .isLessThanOrEqualTo(body.getBoundsInParent().getMinY());
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
    void mailThatCannotBeReadSaysSo(FxRobot robot) {
        choose(robot, "Lumen Grid");
        desk.mail().breakDown(true);
        robot.interact(model::enter);
        assertThat(model.mail().stateProperty().get()).isInstanceOf(MailState.Failed.class);
        assertThat(shows(robot, "The database did not answer")).isTrue();
    }

    @Test
    void interviewIsSavedForACalendar(FxRobot robot) {
        choose(robot, "Nova Textiles");
        assertThat(shows(robot, "Thu, Nov 26, 2026, 2:00")).isTrue();
        screen.files.saveTo(Path.of("talk.ics"));
        fire(robot, "#add-to-calendar");
        assertThat(screen.savedInterviews)
                .singleElement()
                .satisfies(saved -> assertThat(saved.company()).isEqualTo("Nova Textiles"));
    }
}
