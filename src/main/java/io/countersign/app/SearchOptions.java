package io.countersign.app;

import io.countersign.search.elastic.Credentials;
import io.countersign.search.elastic.ElasticSettings;
import io.countersign.shared.CountersignException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which search engine is used. Secrets come from the environment only: arguments are seen by everybody on the machine. */
final class SearchOptions {
    private static final String URL = "COUNTERSIGN_SEARCH_URL";
    private static final String KEY = "COUNTERSIGN_SEARCH_API_KEY";
    private static final String USER = "COUNTERSIGN_SEARCH_USER";
    private static final String PASSWORD = "COUNTERSIGN_SEARCH_PASSWORD";
    private static final String SEMANTIC = "COUNTERSIGN_SEMANTIC";
    private static final String AUTHORITY = "COUNTERSIGN_SEARCH_CA";

    private final Map<String, String> environment;

    @Option(
            names = "--search-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Elasticsearch instead of the embedded index (env COUNTERSIGN_SEARCH_URL, _API_KEY, or _USER"
                    + " and _PASSWORD)")
    private @Nullable String url;

    @Option(
            names = "--search-ca",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "certificate (PEM) that signs that server's (env COUNTERSIGN_SEARCH_CA)")
    private @Nullable Path authority;

    @Option(
            names = "--semantic",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description =
                    "finds mail by meaning too: on, off or auto, which is on in the window of a computer with 8 GB"
                            + " and four processors (env COUNTERSIGN_SEMANTIC; default: auto)")
    private @Nullable Semantic semantic;

    SearchOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The server; empty for the embedded index.
     *
     * @throws CountersignException.Invalid when it is not described as it must be
     */
    Optional<ElasticSettings> server() {
        var server = url == null ? value(URL) : Optional.of(url);
        return server.map(found -> ElasticSettings.of(found, credentials(), authority()));
    }

    /**
     * Whether mail is found by meaning too.
     *
     * @throws CountersignException.Invalid when the environment says anything else
     */
    Semantic semantic() {
        return semantic == null ? value(SEMANTIC).map(SearchOptions::semantic).orElse(Semantic.AUTO) : semantic;
    }

    private static Semantic semantic(String value) {
        return Arrays.stream(Semantic.values())
                .filter(each -> each.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new CountersignException.Invalid(SEMANTIC, "on, off or auto, not " + value));
    }

    private Credentials credentials() {
        var key = value(KEY).<Credentials>map(Credentials.ApiKey::new);
        var user = value(USER)
                .<Credentials>map(
                        name -> new Credentials.Basic(name, value(PASSWORD).orElse("")));
        if (key.isPresent() && user.isPresent()) {
            throw new CountersignException.Invalid("--search-url", "set " + KEY + " or " + USER + ", not both");
        }
        return key.or(() -> user).orElseGet(Credentials.None::new);
    }

    private Optional<Path> authority() {
        return authority == null ? value(AUTHORITY).map(Path::of) : Optional.of(authority);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
