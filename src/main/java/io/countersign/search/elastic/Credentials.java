package io.countersign.search.elastic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How the server is told who asks. None of them shows its secret when printed. */
public sealed interface Credentials {
    /** The server asks nobody. */
    record None() implements Credentials {}

    /** A key as Elasticsearch hands it out: the encoded form. */
    record ApiKey(String encoded) implements Credentials {
        @Override
        public String toString() {
            return "ApiKey[...]";
        }
    }

    /** A user of the server. */
    record Basic(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[" + user + ", ...]";
        }
    }

    /** The value of the header {@code Authorization}. */
    default Optional<String> header() {
        return switch (this) {
            case None() -> Optional.empty();
            case ApiKey(String encoded) -> Optional.of("ApiKey " + encoded);
            case Basic(String user, String password) ->
                Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        };
    }
}
