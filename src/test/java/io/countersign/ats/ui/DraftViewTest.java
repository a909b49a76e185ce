package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.ui.ApplicationFiles.Handing;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Follow-ups from the template to the mail program. */
class DraftViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
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
        screen.files.saveTo(Path.of("mine.eml"));
        fire(robot, "#draft-save");
        assertThat(screen.savedDrafts)
                .singleElement()
                .satisfies(draft -> assertThat(draft.body()).endsWith("P.S. Hello"));
        fire(robot, "#draft-discard");
        assertThat(body.getText()).endsWith("Alex Morgan");
        assertThat(screen.toasts.said()).containsExactly("Copied the draft", "Kept the draft", "Saved mine.eml");
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
    void draftOpensInTheMailProgramAsThePersonLeftIt(FxRobot robot) {
        choose(robot, "Lumen Grid");
        robot.interact(() -> robot.lookup("#draft-body").queryAs(TextArea.class).setText("Any news?"));
        fire(robot, "#draft-open");
        assertThat(screen.openedDrafts)
                .singleElement()
                .satisfies(draft -> assertThat(draft.body()).isEqualTo("Any news?"));
        assertThat(screen.toasts.said()).containsExactly("Handed to your mail program");
    }

    @Test
    void whatNoMailProgramTakesIsSaidAndWhatIsTooLongIsSavedAsAFile(FxRobot robot) {
        choose(robot, "Lumen Grid");
        screen.answerWith(Handing.REFUSED);
        fire(robot, "#draft-open");
        assertThat(screen.toasts.said().getLast()).startsWith("No mail program answered");

        screen.answerWith(Handing.TOO_LONG);
        screen.files.saveTo(Path.of("long.eml"));
        fire(robot, "#draft-open");
        assertThat(screen.savedDrafts).hasSize(1);
        assertThat(screen.toasts.said().getLast()).isEqualTo("Saved long.eml");
    }

    @Test
    void keptDraftOfAMergedApplicationIsShownAtTheOneThatHoldsIt(FxRobot robot) {
        choose(robot, "Orchard Health");
        robot.interact(() -> model.draft().begin());
        robot.interact(() -> robot.lookup("#draft-body").queryAs(TextArea.class).setText("Dear orchard"));
        fire(robot, "#draft-keep");
        choose(robot, "Fjord Energy");
        robot.interact(() -> model.draft().begin());
        assertThat(robot.lookup("#draft-body").queryAs(TextArea.class).getText())
                .startsWith("Hello Hanna");

        robot.interact(() -> model.corrections().merge(chosen(), row("Orchard Health")));

        assertThat(robot.lookup("#draft-body").queryAs(TextArea.class).getText())
                .isEqualTo("Dear orchard");
    }
}
