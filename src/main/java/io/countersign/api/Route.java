package io.countersign.api;

import java.util.Set;

/**
 * One thing that can be asked.
 *
 * @param path with names in braces for what varies: {@code /api/policy/{id}}
 * @param summary one sentence
 * @param query the parameters that may follow the question mark; others are refused
 * @param handler may block; it is called off the threads of the server, which never interrupts it
 */
public record Route(Verb verb, String path, String summary, Set<String> query, Handler handler) {
    public Route {
        query = Set.copyOf(query);
    }

    /** A route without parameters behind the question mark. */
    public static Route of(Verb verb, String path, String summary, Handler handler) {
        return new Route(verb, path, summary, Set.of(), handler);
    }

    /** How it is asked. */
    public enum Verb {
        GET,
        POST,
        PUT,
        DELETE;

        /** Whether it may have a body. */
        public boolean hasBody() {
            return this == POST || this == PUT;
        }
    }

    /** What answers. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @throws Refusal when the question cannot be answered as it is
         */
        Reply reply(Call call);
    }
}
