package io.countersign.mail.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.db.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes in a folder, and a home that follows them. */
abstract class MailboxSyncFixture {
    static final String FROM = "From x@example.org Thu Jan  1 00:00:00 2026\n";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // in makeHome()
    SyncHome home;

    private int homes;

    abstract Database open();

    @BeforeEach
    void makeHome() {
        home = new SyncHome(folder.resolve("home" + ++homes), open());
    }

    void makeAnotherHome() {
        home.close();
        makeHome();
    }

    @AfterEach
    void close() {
        home.close();
    }

    static String mail(String id) {
        return "Message-ID: <" + id + "@x>\nFrom: Ann <ann@example.org>\nTo: me@example.org\nSubject: " + id
                + "\nDate: Thu, 1 Jan 2026 10:00:00 +0000\n\nbody of " + id + "\n";
    }

    Path file(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    }

    static void append(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }

    static String entry(String id) {
        return FROM + mail(id) + "\n";
    }

    Path maildir(String name, String... files) throws IOException {
        for (var part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(folder.resolve(name).resolve(part));
        }
        for (var file : files) {
            file(name + "/" + file, mail(file.replaceAll(".*/|:.*|\\s.*", "")));
        }
        return folder.resolve(name);
    }

    List<String> subjects() {
        return home.all().stream().map(mail -> mail.envelope().subject()).toList();
    }

    FollowedSource only() {
        assertThat(home.desk.all()).hasSize(1);
        return home.desk.all().getFirst();
    }
}
