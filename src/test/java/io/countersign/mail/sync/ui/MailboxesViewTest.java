package io.countersign.mail.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.sync.FollowedMailboxes;
import io.countersign.mail.sync.FollowedSource;
import io.countersign.mail.sync.FollowedSources.Forgotten;
import io.countersign.mail.sync.InMemoryFollowedSources;
import io.countersign.mail.sync.ReadMark;
import io.countersign.mail.sync.SourceKind;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The card of the followed mailboxes, by keyboard. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MailboxesViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

    private final FxRobot robot = new FxRobot();

    private static final class Screen extends RecordedScreen {
        private final FollowedMailboxes mailboxes;
        private final MailboxesViewModel model;

        Screen(InMemoryFollowedSources sources, Locale locale) {
            super(new DirectTasks(), locale, Clock.fixed(NOW, ZoneOffset.UTC));
            mailboxes = new FollowedMailboxes(sources);
            model = new MailboxesViewModel(() -> mailboxes, ports);
        }

        Parent show() {
            var location = Objects.requireNonNull(View.class.getResource("/views/settings-mailboxes.fxml"));
            var loaded = new ViewLoader(texts, Map.of(MailboxesController.class, () -> new MailboxesController(model)))
                    .load(location);
            ((MailboxesController) loaded.controller()).shown();
            return loaded.root();
        }
    }

    private Screen open(InMemoryFollowedSources sources, Locale locale, int width) {
        var screens = new ArrayList<Screen>();
        robot.interact(() -> {
            var screen = new Screen(sources, locale);
            screens.add(screen);
            TestWindow.show(new Stage(), screen.show(), width, 600, new Look(false, 1));
        });
        return screens.getFirst();
    }

    @AfterEach
    void close() {
        robot.interact(() -> robot.listWindows().forEach(javafx.stage.Window::hide));
    }

    private List<Button> stops() {
        return robot.lookup(".mailbox-stop").queryAllAs(Button.class).stream().toList();
    }

    @Test
    void aMailboxIsForgottenByKeyboardAndTakenBack() {
        var screen = open(InMemoryFollowedSources.usual(NOW), Locale.ENGLISH, 900);
        assertThat(stops()).hasSize(4);
        var before = List.copyOf(screen.mailboxes.all());
        robot.interact(() -> stops().get(1).requestFocus());
        robot.push(KeyCode.SPACE);

        assertThat(stops()).hasSize(3);
        assertThat(screen.mailboxes.all()).hasSize(3).doesNotContain(before.get(1));
        assertThat(screen.toasts.said())
                .singleElement()
                .asString()
                .endsWith("is no longer followed. Its mail stays. · Undo");
        assertThat(stops().get(1).isFocused())
                .as("the keyboard stays in the list")
                .isTrue();

        robot.interact(screen.toasts::press);
        assertThat(screen.mailboxes.all()).isEqualTo(before);
        assertThat(stops()).hasSize(4);
    }

    @Test
    void whatIsWrongIsSaidBesideTheMailbox() {
        open(InMemoryFollowedSources.usual(NOW), Locale.ENGLISH, 900);
        assertThat(TestWindow.shows(robot, "It is not there now.")).isTrue();
        assertThat(TestWindow.shows(robot, "12,480 mails")).isTrue();
        assertThat(TestWindow.shows(robot, "not read yet")).isTrue();
        assertThat(TestWindow.shows(robot, "None yet.")).isFalse();
        assertThat(robot.lookup(".mailbox-path").queryAllAs(Label.class))
                .extracting(Labeled::getText)
                .as("nothing in a path turns the line around")
                .noneMatch(text -> text.contains("\u202E"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aVeryLongPathPushesNothingOut(String language) {
        open(InMemoryFollowedSources.usual(NOW), Locale.of(language), 620);
        for (var stop : stops()) {
            var bounds = stop.localToScene(stop.getBoundsInLocal());
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(620);
            assertThat(bounds.getWidth()).isGreaterThanOrEqualTo(stop.prefWidth(-1) - 1);
        }
        assertThat(robot.lookup(".mailbox-path").queryAllAs(Label.class))
                .allSatisfy(
                        path -> assertThat(path.getBoundsInParent().getWidth()).isPositive());
    }

    @Test
    void whoFollowsNothingIsToldHow() {
        var screen = open(new InMemoryFollowedSources(), Locale.ENGLISH, 900);
        assertThat(TestWindow.shows(robot, "None yet.")).isTrue();
        var followed = new FollowedSource(
                Path.of("/home/ann/new"), SourceKind.MAILDIR, Optional.of(NOW), Optional.of(NOW), 1, Optional.empty());
        robot.interact(() -> {
            screen.mailboxes.restore(new Forgotten(followed, ReadMark.NOTHING));
            screen.model.read();
        });
        assertThat(TestWindow.shows(robot, "None yet.")).isFalse();
        assertThat(TestWindow.shows(robot, "one mail")).isTrue();
    }
}
