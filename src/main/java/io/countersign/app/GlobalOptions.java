package io.countersign.app;

import io.countersign.search.elastic.ElasticSettings;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.DatabaseSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. Read them only after the command line was parsed. */
final class GlobalOptions {
    private static final String LOCAL_USER = "local";

    private final Map<String, String> environment;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "data directory (env COUNTERSIGN_HOME; default: the platform's)")
    private @Nullable Path home;

    @Option(
            names = "--db-url",
            paramLabel = "JDBC_URL",
            scope = ScopeType.INHERIT,
            description = "PostgreSQL instead of the embedded database (env COUNTERSIGN_DB_URL, _USER, _PASSWORD)")
    private @Nullable String databaseUrl;

    @Option(
            names = "--user",
            paramLabel = "EMAIL",
            scope = ScopeType.INHERIT,
            description = "whose decisions, weights and statistics (default: the only account, else 'local')")
    private @Nullable String user;

    @Mixin
    private final SearchOptions search;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "JSON Lines on standard output")
    private boolean json;

    GlobalOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.search = new SearchOptions(environment);
    }

    boolean isJson() {
        return json;
    }

    Path home() {
        return home == null ? HomeLocation.ofThisMachine().directory() : home;
    }

    /** Until live accounts exist, everybody who does not say who they are is the same person. */
    String user() {
        return user == null ? LOCAL_USER : user;
    }

    /** The search server; empty for the embedded index. */
    Optional<ElasticSettings> searchServer() {
        return search.server();
    }

    /** Whether mail is found by meaning too. */
    Semantic semantic() {
        return search.semantic();
    }

    DatabaseSettings database(Home home) {
        var url = databaseUrl == null ? environment.getOrDefault("COUNTERSIGN_DB_URL", "") : databaseUrl;
        if (url.isBlank()) {
            return new DatabaseSettings.Embedded(home.database());
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CountersignException.Invalid("--db-url", "only jdbc:postgresql: URLs are supported, not " + url);
        }
        return new DatabaseSettings.Remote(
                url,
                environment.getOrDefault("COUNTERSIGN_DB_USER", System.getProperty("user.name", "")),
                environment.getOrDefault("COUNTERSIGN_DB_PASSWORD", ""));
    }
}
