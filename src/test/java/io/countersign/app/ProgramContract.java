package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.demo.DemoMailbox;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The program as a script sees it, on a real database: a home of its own, a mailbox to import, what a command prints. */
abstract class ProgramContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Clock clock = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> environment = environment();
    Path mailbox = Path.of("");

    /** What chooses the database. */
    abstract Map<String, String> environment();

    /** What one run of the program came to. */
    record Ran(int exit, String out, String err) {
        List<JsonNode> objects() {
            return out.lines().map(Ran::parsed).toList();
        }

        JsonNode object() {
            return objects().getFirst();
        }

        private static JsonNode parsed(String line) {
            try {
                return JSON.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
    }

    Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(Stream.of("--home", folder.resolve("home").toString()), Stream.of(arguments))
                .toArray(String[]::new);
        int exit = new Program(new PrintWriter(out), new PrintWriter(err), environment, clock).run(all);
        return new Ran(exit, out.toString(), err.toString());
    }

    Ran json(String... arguments) {
        var ran = run(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        return ran;
    }

    @BeforeEach
    void writeMailbox() throws IOException {
        var mbox = new ByteArrayOutputStream();
        new DemoMailbox(clock)
                .read(
                        new MailSource.Sink() {
                            @Override
                            public void mail(RawMail mail) {
                                mbox.writeBytes("From demo@example.com Thu Jan  1 00:00:00 2026\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                                mbox.writeBytes(mail.content());
                                mbox.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
                            }

                            @Override
                            public void rejected(Rejection rejection) {
                                throw new IllegalStateException(rejection.toString());
                            }
                        },
                        Progress.none());
        mailbox = Files.write(folder.resolve("demo.mbox"), mbox.toByteArray());
    }

    static List<String> names(JsonNode object) {
        var iterable = (Iterable<String>) object::fieldNames;
        return StreamSupport.stream(iterable.spliterator(), false).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Commands that follow run so much later. */
    final void passes(Duration time) {
        clock = Clock.offset(clock, time);
    }
}
