package io.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.app.FirstRun;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {
    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private int changes;

    @Test
    void anImportTellsTheShellToLookAgain() {
        var model = model(5);
        model.importPaths(List.of(Path.of("a.mbox")));
        assertThat(changes).isEqualTo(1);
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void nothingChosenStartsNothing() {
        model(5).importPaths(List.of());
        assertThat(changes).isZero();
    }

    @Test
    void filesWithoutMailAreSaidToHaveNone() {
        var model = model(0);
        model.importPaths(List.of(Path.of("a.txt")));
        assertThat(model.problemProperty().get()).contains("no mail");
    }

    @Test
    void aFailureIsToldInWordsAndTheChoicesComeBack() {
        var model = model(-1);
        model.openDemo();
        assertThat(model.problemProperty().get()).contains("/data");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void progressCountsMailsUntilTheEndIsKnown() {
        var model = model(1);
        model.progress(1200, 0, "");
        assertThat(model.progressProperty().get()).isEqualTo(-1);
        assertThat(model.detailProperty().get()).isEqualTo("1,200 mails");
        model.progress(300, 1200, "inbox.mbox");
        assertThat(model.progressProperty().get()).isEqualTo(0.25);
        assertThat(model.detailProperty().get()).isEqualTo("300 of 1,200 · inbox.mbox");
    }

    private WelcomeViewModel model(long stored) {
        var firstRun = new FirstRun() {
            @Override
            public long importPaths(List<Path> paths, Progress progress) {
                return stored;
            }

            @Override
            public long openDemo(Progress progress) {
                throw new CountersignException.HomeInUse("/data");
            }
        };
        var formats = new Formats(TEXTS, Locale.US, Clock.systemUTC());
        return new WelcomeViewModel(firstRun, new DirectTasks(), TEXTS, formats, () -> changes++);
    }
}
