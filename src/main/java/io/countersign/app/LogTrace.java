package io.countersign.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an event with the stack trace of it and its causes, on the line of the event. What a failure says is left
 * out unless it is of a kind that never quotes mail, or details were asked for: a database quotes the values of a row, a parser
 * what it could not read.
 */
public final class LogTrace extends ThrowableHandlingConverter {
    private static final String BETWEEN = " | ";
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;
    private static final List<String> SAYS_NO_MAIL = List.of(
            "io.countersign.shared.",
            "io.countersign.search.SearchFailure",
            "java.io.",
            "java.nio.",
            "java.net.ConnectException",
            "java.net.BindException",
            "java.lang.NullPointerException",
            "java.lang.OutOfMemoryError",
            "java.lang.NoClassDefFoundError",
            "java.lang.UnsatisfiedLinkError",
            "java.lang.IndexOutOfBoundsException",
            "java.lang.ClassCastException");

    @Override
    public String convert(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        if (failure == null) {
            return "";
        }
        var line = new StringBuilder();
        boolean detailed = isDetailed(event);
        @Nullable IThrowableProxy cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            line.append(BETWEEN).append(depth == 0 ? "" : "caused by ").append(head(cause, detailed));
            frames(cause, line);
            cause = cause.getCause();
        }
        return line.toString();
    }

    private boolean isDetailed(ILoggingEvent event) {
        return getContext() instanceof LoggerContext context
                && context.getLogger(event.getLoggerName()).isEnabledFor(Level.DEBUG);
    }

    private static String head(IThrowableProxy failure, boolean detailed) {
        var kind = failure.getClassName();
        if (failure instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException sql) {
            kind += " (SQL state " + sql.getSQLState() + ", error " + sql.getErrorCode() + ")";
        }
        var said = failure.getMessage();
        boolean tells =
                said != null && (detailed || SAYS_NO_MAIL.stream().anyMatch(failure.getClassName()::startsWith));
        return tells ? kind + ": " + LogLine.of(said) : kind;
    }

    private static void frames(IThrowableProxy failure, StringBuilder line) {
        var frames = failure.getStackTraceElementProxyArray();
        int unique = frames.length - failure.getCommonFrames();
        int shown = Math.min(unique, MOST_FRAMES);
        for (int i = 0; i < shown; i++) {
            line.append(BETWEEN).append(frames[i].getSTEAsString());
        }
        if (shown < frames.length) {
            line.append(BETWEEN).append("… ").append(frames.length - shown).append(" more");
        }
    }
}
