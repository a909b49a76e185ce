package io.countersign.app;

import io.countersign.job.JobDesk;
import io.countersign.search.SearchDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * What a bug report needs, as English text: versions, system, sizes, index, jobs and the end of the log. It holds no mail, no
 * address, no path and no token. What cannot be read is said to be so: it must work when little else does.
 */
final class Diagnostics {
    private static final int LOG_LINES = 50;
    private static final long MEGABYTE = 1024 * 1024;

    private final Supplier<CompositionRoot> services;
    private final Path home;
    private final Path log;

    /** @param services asked at each report; may fail */
    Diagnostics(Supplier<CompositionRoot> services, Path home, Path log) {
        this.services = services;
        this.home = home;
        this.log = log;
    }

    /** With the log that this process writes. */
    static Diagnostics ofThisProcess(Supplier<CompositionRoot> services, Path home) {
        var log = System.getProperty("countersign.log");
        return new Diagnostics(
                services, home, log == null ? home.resolve("logs").resolve("countersign.log") : Path.of(log));
    }

    /** The report as of now. Blocking; never fails. */
    String text() {
        return String.join(
                        "\n",
                        "Countersign " + version(),
                        "System: " + property("os.name") + " " + property("os.version") + ", " + property("os.arch")
                                + ", " + Runtime.getRuntime().availableProcessors() + " processors, language "
                                + Locale.getDefault().toLanguageTag(),
                        "Java: " + property("java.runtime.version") + ", " + property("java.vendor") + ", JavaFX "
                                + System.getProperty("javafx.runtime.version", "not loaded"),
                        "Memory: " + megabytes(used()) + " of at most "
                                + megabytes(Runtime.getRuntime().maxMemory()),
                        "Database: " + part(this::database),
                        "Mails: "
                                + part(() ->
                                        String.valueOf(services.get().messages().count())),
                        "Proposals waiting: "
                                + part(() -> String.valueOf(
                                        services.get().approvals().pendingCount())),
                        "Search index: "
                                + part(() ->
                                        index(services.get().search().desk().health())),
                        "Jobs: "
                                + part(() -> services.get().jobs().desk().jobs().stream()
                                        .map(Diagnostics::job)
                                        .collect(Collectors.joining())),
                        "The last lines of the log, without addresses and paths:",
                        part(this::log))
                + "\n";
    }

    static String version() {
        return Optional.ofNullable(Diagnostics.class.getPackage().getImplementationVersion())
                .orElse("0.1.0");
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    private static String part(Callable<String> part) {
        try {
            return part.call();
        } catch (Exception e) {
            LoggerFactory.getLogger(Diagnostics.class).warn("a part of the diagnostics cannot be read", e);
            return "cannot be read (" + e.getClass().getSimpleName() + ")";
        }
    }

    private String database() throws IOException {
        if (!services.get().isEmbedded()) {
            return "PostgreSQL";
        }
        var file = home.resolve("countersign.mv.db");
        return "embedded, " + (Files.exists(file) ? megabytes(Files.size(file)) : "no file");
    }

    private static String index(SearchDesk.IndexHealth health) {
        return health.engine() + ", " + health.mails() + " mails, " + health.behind() + " behind"
                + health.failure().map(kind -> ", " + kind).orElse("");
    }

    private static String job(JobDesk.State job) {
        var last = job.last()
                .map(run -> run.outcome() + " at " + run.startedAt()
                        + run.duration()
                                .map(took -> " in " + took.toMillis() + " ms")
                                .orElse(""))
                .orElse("never ran");
        return "\n  " + job.name() + ": " + last + (job.paused() ? ", paused" : "");
    }

    private String log() throws IOException {
        var anonymous = new Anonymous(names());
        return new LogTail(log).lines(LOG_LINES).stream().map(anonymous::line).collect(Collectors.joining("\n"));
    }

    private List<String> names() {
        return Stream.of(user(), System.getProperty("user.name", ""))
                .filter(name -> !name.equals("local"))
                .toList();
    }

    private String user() {
        try {
            return services.get().user();
        } catch (RuntimeException e) {
            return ""; // that the services cannot be opened was said above
        }
    }
}
