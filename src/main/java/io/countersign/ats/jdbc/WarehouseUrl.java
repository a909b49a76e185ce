package io.countersign.ats.jdbc;

import io.countersign.shared.CountersignException;
import java.util.List;
import java.util.Locale;

/**
 * A JDBC URL that a person named. It carries no password: what is typed on a command line stays in its history and is seen by
 * every process.
 */
record WarehouseUrl(String text) {
    private static final List<String> SUPPORTED = List.of("jdbc:postgresql:", "jdbc:h2:");
    /** Settings of H2 that run statements or files when a database is opened, and of drivers that load classes. */
    private static final List<String> REFUSED =
            List.of("init=", "trace_level", "loggerfile", "socketfactory", "sslfactory", "authenticationplugin");

    WarehouseUrl {
        var lower = text.toLowerCase(Locale.ROOT);
        if (SUPPORTED.stream().noneMatch(lower::startsWith)) {
            throw new CountersignException.Invalid(
                    "JDBC URL", "It begins neither with jdbc:postgresql: nor with jdbc:h2:, whose drivers are here.");
        }
        if (hasPassword(lower)) {
            throw new CountersignException.Invalid(
                    "JDBC URL",
                    "It contains a password. Leave it out and set COUNTERSIGN_WAREHOUSE_USER and"
                            + " COUNTERSIGN_WAREHOUSE_PASSWORD in the environment.");
        }
        for (var setting : REFUSED) {
            if (lower.contains(setting)) {
                throw new CountersignException.Invalid(
                        "JDBC URL", "The setting " + setting.replace("=", "") + " is not allowed in it.");
            }
        }
    }

    private static boolean hasPassword(String lower) {
        int authority = lower.indexOf("//");
        int end = lower.indexOf('/', authority + 2);
        var host = authority < 0 ? "" : lower.substring(authority + 2, end < 0 ? lower.length() : end);
        return lower.contains("password") || lower.contains("pwd=") || host.contains("@");
    }

    boolean isH2() {
        return text.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
    }

    /** What to connect to: H2 would otherwise make a new database where there is none, and write to one that is there. */
    String connectable() {
        if (!isH2()) {
            return text;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        boolean isFile =
                List.of("mem:", "tcp:", "ssl:").stream().noneMatch(lower.substring("jdbc:h2:".length())::startsWith);
        return setting(setting(text, "IFEXISTS", "TRUE", false), "ACCESS_MODE_DATA", "r", !isFile);
    }

    private static String setting(String url, String name, String content, boolean isUseless) {
        boolean isThere = url.toUpperCase(Locale.ROOT).contains(";" + name + "=");
        return isThere || isUseless ? url : url + ";" + name + "=" + content;
    }

    /** Without its settings, for messages. */
    @Override
    public String toString() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != ';') {
            end++;
        }
        return text.substring(0, end);
    }
}
