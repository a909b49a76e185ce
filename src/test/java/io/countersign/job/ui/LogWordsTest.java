package io.countersign.job.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.ui.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LogWordsTest {
    private static final String KEPT = """
            7 of 10
            3 of 10 drafts
            Stopped on request.
            Stopped; it will be run again.
            Its process ended before it did.
            error.home.not.writable ["/home/ann"]
            caused by AccessDeniedException
            IllegalStateException at RunLog.java:12
            StackOverflowError
            12 proposals
            error.of.another.version ["x"]
            error.invalid [""".strip();

    @Test
    void theWindowSaysALogInItsLanguage() {
        assertThat(new LogWords(Texts.of(Locale.GERMAN)).of(KEPT).lines())
                .containsExactly(
                        "7 von 10",
                        "3 von 10 drafts",
                        "Auf Wunsch angehalten.",
                        "Angehalten; wird noch einmal ausgeführt.",
                        "Das Programm endete, bevor der Lauf zu Ende war.",
                        "In /home/ann kann nicht geschrieben werden. Prüfe die Rechte oder wähle mit --home einen anderen Ordner.",
                        "Ursache: AccessDeniedException",
                        "Etwas Unerwartetes ist passiert: IllegalStateException at RunLog.java:12. Einzelheiten stehen in der"
                                + " Protokolldatei.",
                        "Etwas Unerwartetes ist passiert: StackOverflowError. Einzelheiten stehen in der Protokolldatei.",
                        "12 proposals",
                        "error.of.another.version [\"x\"]",
                        "error.invalid [");
    }

    @Test
    void inEnglishNothingButFailuresIsSaidInOtherWords() {
        assertThat(new LogWords(Texts.of(Locale.ENGLISH)).of(KEPT).lines())
                .startsWith(
                        "7 of 10",
                        "3 of 10 drafts",
                        "Stopped on request.",
                        "Stopped; it will be run again.",
                        "Its process ended before it did.",
                        "Cannot write to /home/ann. Check its permissions, or choose another folder with --home.",
                        "caused by AccessDeniedException");
        assertThat(new LogWords(Texts.of(Locale.ENGLISH)).of("")).isEmpty();
    }
}
