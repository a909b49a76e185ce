package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The log as {@code logback.xml} writes it, in a context of its own. */
class LogTest {
    private static final String OURS = "io.countersign.mail.Import";

    @TempDir
    private Path folder = Path.of("");

    @FunctionalInterface
    private interface Events {
        void write(Logger log);
    }

    private List<String> logged(Map<String, String> properties, String logger, Events events) {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("countersign.log", folder.resolve("countersign.log").toString());
        properties.forEach(context::putProperty);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Path.of("resources/logback.xml").toFile());
            events.write(context.getLogger(logger));
            context.stop();
            return Files.readAllLines(folder.resolve("countersign.log"));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> logged(Events events) {
        return logged(Map.of(), OURS, events);
    }

    @Test
    void anEventIsOneLineThatBeginsWithItsMomentWhateverIsInIt() {
        var hostile =
                "a\r\n2026-01-01T00:00:00.000Z ERROR forged [main] made up\u2028\u0085\u000b\u001b[31mred\u202ereversed";

        var lines = logged(log -> {
            log.info("the mail {} was read", hostile);
            log.warn(hostile, new IllegalStateException(hostile, new IOException(hostile)));
        });

        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))))
                    .isNotNull();
            assertThat(line.chars().filter(Character::isISOControl)).isEmpty();
            assertThat(line).doesNotContain("\u2028", "\u0085", "\u202e").contains("a\\u000d\\n2026-01-01");
        });
        assertThat(lines.getFirst()).contains(" INFO  ", "\\u001b[31mred");
    }

    @Test
    void whatAClientOfTheLocalApiSendsIsNotRepeatedByTheServersLibrary() {
        for (var logger : List.of(
                "org.eclipse.jetty.util.HostPort",
                "org.eclipse.jetty.http.HttpParser",
                "org.eclipse.jetty.server.AbstractConnector")) {
            assertThat(logged(Map.of(), logger, log -> log.warn("Bad Authority: [hunter2]")))
                    .as(logger)
                    .isEmpty();
        }
    }

    @Test
    void aFailureHasItsStackTraceAndThatOfItsCauseOnTheSameLine() {
        var lines =
                logged(log -> log.error("it failed", new IllegalStateException("no", new IOException("disk full"))));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains(" | java.lang.IllegalStateException | at io.countersign.app.LogTest.")
                .contains(" | caused by java.io.IOException: disk full | ");
    }

    @Test
    void whatADatabaseOrAParserQuotesOfAMailIsLeftOutUnlessDetailsWereAskedFor() {
        var subject = "Your very private subject";
        Events failing = log -> {
            var sql = new SQLException("Value too long for column: '" + subject + "'", "22001", 22001);
            log.error("it failed", new CountersignException.Storage("insert", sql));
            log.warn("a detector failed", new NumberFormatException("For input string: \"" + subject + "\""));
        };

        assertThat(logged(failing))
                .hasSize(2)
                .noneMatch(line -> line.contains(subject))
                .satisfiesExactly(
                        line -> assertThat(line).contains("error.storage[insert]", "(SQL state 22001, error 22001)"),
                        line -> assertThat(line).contains("java.lang.NumberFormatException | "));
        assertThat(logged(Map.of("countersign.log.level", "DEBUG"), OURS, failing))
                .filteredOn(line -> line.contains(subject))
                .hasSize(2);
    }

    @Test
    void whatLooksLikeAPasswordOrATokenIsLeftOut() {
        var lines = logged(log -> {
            log.info("jdbc:postgresql://db/mail?user=me&password=hunter2&ssl=true");
            log.info("http://elastic:hunter2@search:9200 and Authorization: Bearer hunter2");
            log.error(
                    "failed",
                    new CountersignException.Unreachable(
                            "jdbc:postgresql://me:hunter2@db/x?password=hunter2", new IOException("token: hunter2")));
            log.info("{\"api_key\": \"hunter2\", \"secret\":\"hunter2\"}");
        });

        assertThat(lines).hasSize(4).noneMatch(line -> line.contains("hunter2"));
        assertThat(lines.getFirst()).contains("user=me", "ssl=true");
    }

    @Test
    void aSystemPropertyChoosesTheLevelOfOurOwnLoggersOnly() {
        var debug = Map.of("countersign.log.level", "DEBUG");
        Events both = log -> {
            log.debug("details");
            log.info("news");
        };

        assertThat(logged(both)).hasSize(1);
        assertThat(logged(debug, OURS, both)).hasSize(3);
        assertThat(logged(debug, "org.eclipse.jetty.server", both)).hasSize(4);
        assertThat(logged(Map.of("countersign.log.level", "ERROR"), OURS, both)).hasSize(4);
    }

    @Test
    void aFloodRollsOverAndTheFilesStayBounded() throws IOException {
        var line = "x".repeat(3900);

        logged(log -> {
            for (int i = 0; i < 8000; i++) {
                log.info(line);
            }
        });

        try (var files = Files.list(folder)) {
            var all = files.toList();
            assertThat(all.size()).isGreaterThan(3);
            assertThat(all).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(6_000_000));
        }
    }
}
