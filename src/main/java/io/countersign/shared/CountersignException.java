package io.countersign.shared;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the person must hear about. {@link #messageKey()} names the text to show ({@code i18n/texts.properties}),
 * {@link #arguments()} fill it in; the cause goes to the log only.
 */
public abstract sealed class CountersignException extends RuntimeException {
    private final String messageKey;
    private final transient List<Object> arguments;

    private CountersignException(String messageKey, List<Object> arguments, @Nullable Throwable cause) {
        super(messageKey + arguments, cause);
        this.messageKey = messageKey;
        this.arguments = List.copyOf(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The database is unreachable, full, or rejected a statement. */
    public static final class Storage extends CountersignException {
        public Storage(String operation, Throwable cause) {
            super("error.storage", List.of(operation), cause);
        }
    }

    /** The file of the embedded database is damaged; {@code copy} is its newest copy. */
    public static final class Damaged extends CountersignException {
        public Damaged(String file, Path copy, Instant madeAt, Throwable cause) {
            super("error.database.damaged", List.of(file, DAY_AND_TIME.format(madeAt), copy.toString()), cause);
        }

        private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }

    /** The file of the embedded database is damaged, and no copy of it was made yet. */
    public static final class DamagedWithoutCopy extends CountersignException {
        public DamagedWithoutCopy(String file, Throwable cause) {
            super("error.database.damaged.no.copy", List.of(file), cause);
        }
    }

    /** The database server cannot be reached, or refuses the user: nothing was read or written. */
    public static final class Unreachable extends CountersignException {
        public Unreachable(String url, Throwable cause) {
            super("error.unreachable", List.of(url, rootOf(cause)), cause);
        }

        private static String rootOf(Throwable cause) {
            var root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }

    /** Another process has the data directory open. */
    public static final class HomeInUse extends CountersignException {
        public HomeInUse(String home) {
            super("error.home.in.use", List.of(home), null);
        }
    }

    /** The data directory cannot be created or written. */
    public static final class HomeNotWritable extends CountersignException {
        public HomeNotWritable(String home, @Nullable Throwable cause) {
            super("error.home.not.writable", List.of(home), cause);
        }
    }

    /** The local API cannot listen on its port. */
    public static final class PortInUse extends CountersignException {
        public PortInUse(int port, Throwable cause) {
            super("error.port.in.use", List.of(Integer.toString(port)), cause);
        }
    }

    /** A window was asked for where there is no screen. */
    public static final class NoDisplay extends CountersignException {
        public NoDisplay() {
            super("error.no.display", List.of(), null);
        }
    }

    /** Something was named that does not exist: {@code kind} is a text key suffix such as {@code proposal}. */
    public static final class NotFound extends CountersignException {
        public NotFound(String kind, Object id) {
            super("error.not.found." + kind, List.of(id.toString()), null); // a name, not a quantity: no digit grouping
        }
    }

    /** Somebody else decided or changed the record first; reload before retrying. */
    public static final class Stale extends CountersignException {
        public Stale(Object record) {
            super("error.stale", List.of(record), null);
        }
    }

    /** Input was refused: {@code where} is a path into it (a file, a clause), {@code reason} a whole sentence. */
    public static final class Invalid extends CountersignException {
        public Invalid(String where, String reason) {
            super("error.invalid", List.of(where, reason), null);
        }
    }

    /** A search asks for what cannot be searched for: {@code kind} is a text key suffix that says why. */
    public static final class BadQuery extends CountersignException {
        public BadQuery(String kind, Object... arguments) {
            super("error.query." + kind, List.of(arguments), null);
        }
    }

    /** A file could not be written; whatever was there before is still there. */
    public static final class NotWritten extends CountersignException {
        public NotWritten(String file, Throwable cause) {
            super("error.not.written", List.of(file), cause);
        }
    }
}
