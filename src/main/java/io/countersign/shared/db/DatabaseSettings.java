package io.countersign.shared.db;

import java.nio.file.Path;

/** Which database holds the data: an embedded H2 file, or a PostgreSQL server. */
public sealed interface DatabaseSettings {
    /**
     * H2 in this process.
     *
     * @param file without the {@code .mv.db} that H2 adds
     */
    record Embedded(Path file) implements DatabaseSettings {}

    /** An H2 database that lives as long as it is open; for demos without a disk and for tests. */
    record InMemory(String name) implements DatabaseSettings {}

    /**
     * A PostgreSQL server.
     *
     * @param url a {@code jdbc:postgresql:} URL without credentials
     */
    record Remote(String url, String user, String password) implements DatabaseSettings {
        /** Without the password, for logs. */
        @Override
        public String toString() {
            return "Remote[url=" + url + ", user=" + user + "]";
        }
    }
}
