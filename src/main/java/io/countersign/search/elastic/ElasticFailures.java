package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import java.util.stream.Stream;

/** What went wrong, in the words of the port. What is not known counts as unreachable: trying again does no harm. */
final class ElasticFailures {
    private static final String BLOCKED = "cluster_block_exception";

    private ElasticFailures() {}

    /** The details name the server's kind of error, never what it quotes: that could be from a mail. */
    static SearchFailure of(String server, Throwable cause) {
        return switch (cause) {
            case SearchFailure failure -> failure;
            case ElasticsearchException e ->
                new SearchFailure(
                        kind(e.status(), e.error()),
                        server + ": " + e.status() + " " + e.error().type(),
                        e);
            case TransportException e ->
                new SearchFailure(kind(e.statusCode()), server + ": status " + e.statusCode(), e);
            default ->
                new SearchFailure(
                        Kind.UNREACHABLE,
                        server + " does not answer: " + cause.getClass().getSimpleName(),
                        cause);
        };
    }

    static Kind kind(int status, ErrorCause error) {
        // A block is answered with 403 or 429, as other things are.
        return all(error).anyMatch(one -> BLOCKED.equals(one.type()) && isOfIndex(one)) ? Kind.READ_ONLY : kind(status);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.REFUSED;
            case 400, 404 -> Kind.BROKEN;
            default -> Kind.UNREACHABLE;
        };
    }

    /** A cluster without a master blocks too, with 503: that passes. */
    private static boolean isOfIndex(ErrorCause error) {
        var reason = String.valueOf(error.reason());
        return reason.contains("FORBIDDEN") || reason.contains("TOO_MANY_REQUESTS");
    }

    private static Stream<ErrorCause> all(ErrorCause error) {
        var causes = Stream.concat(Stream.of(error), error.rootCause().stream());
        return error.causedBy() == null ? causes : Stream.concat(causes, Stream.of(error.causedBy()));
    }
}
