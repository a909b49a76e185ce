package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch.indices.Alias;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indices on the server: made from the mapping of the program, told from foreign ones by what they say of themselves. */
final class Generations {
    private static final String MAPPING = "/search/emails.json";
    private static final String APPLICATION = "application";
    private static final String COUNTERSIGN = "countersign";
    private static final String FORMAT_NAME = "format";
    private static final String FOLLOWS = "follows";
    private static final String SOURCE = "source";

    /** Grows whenever documents or the mapping change: an index of another format is rebuilt. */
    private static final int FORMAT = 1;

    private final ElasticConnection server;
    private final String alias;
    private final String source;

    /** @param source tells the database from others, whose numbers of changes mean nothing here */
    Generations(ElasticConnection server, String alias, String source) {
        this.server = server;
        this.alias = alias;
        this.source = source;
    }

    /**
     * What is behind the alias; empty when there is nothing.
     *
     * @throws SearchFailure {@link Kind#BROKEN} when it is not of this program, or of another version of it; {@link
     *     Kind#REFUSED} when it is made from another database: only a person can say that it is to be replaced
     */
    Optional<Generation> current() {
        return behindAlias().map(index -> {
            if (!Generation.isOne(alias, index.name()) || number(index.state(), FORMAT_NAME) != FORMAT) {
                throw broken("the index " + index.name() + " was not made by this version of Countersign");
            }
            if (!says(index.state(), SOURCE, source)) {
                throw failure(
                        Kind.REFUSED,
                        "the index " + index.name() + " is made from another database; rebuild it to take its place");
            }
            return Generation.of(alias, index.name());
        });
    }

    /** What is behind the alias, made and empty where nothing was. */
    Generation currentOrFirst() {
        return current().orElseGet(() -> {
            try {
                var first = newest().map(Generation::next).orElse(Generation.first(alias));
                create(first, true);
                return first;
            } catch (SearchFailure e) {
                // Another process was quicker.
                return current().orElseThrow(() -> e);
            }
        });
    }

    /** A new, empty index that no search finds yet; what earlier rebuilds left behind is dropped. */
    Generation begin() {
        refuseForeign();
        var next = newest().map(Generation::next).orElse(Generation.first(alias));
        var found = behindAlias().map(Found::name);
        ours().keySet().stream()
                .filter(index -> !Optional.of(index).equals(found))
                .forEach(this::dropQuietly);
        create(next, false);
        return next;
    }

    /** Lets searches find this index, from one moment to the next, and drops what they found before if it is ours. */
    void publish(Generation generation) {
        refuseForeign();
        var before = behindAlias();
        server.write(client -> client.indices().updateAliases(update -> {
            before.ifPresent(old -> update.actions(
                    action -> action.remove(remove -> remove.index(old.name()).alias(alias))));
            return update.actions(
                    action -> action.add(add -> add.index(generation.index()).alias(alias)));
        }));
        before.filter(old -> isOurs(old.name(), old.state())).ifPresent(old -> dropQuietly(old.name()));
    }

    void drop(Generation generation) {
        dropQuietly(generation.index());
    }

    /** How far the index follows the log of changes. */
    long follows(Generation generation) {
        var state = server.search(client -> client.indices().get(get -> get.index(generation.index())))
                .indices()
                .get(generation.index());
        return number(state, FOLLOWS);
    }

    void follow(Generation generation, long change) {
        server.write(client -> client.indices()
                .putMapping(mapping -> mapping.index(generation.index()).meta(facts(change))));
    }

    /** What an index says of itself. */
    private Map<String, JsonData> facts(long follows) {
        return Map.of(
                APPLICATION, JsonData.of(COUNTERSIGN),
                FORMAT_NAME, JsonData.of(FORMAT),
                SOURCE, JsonData.of(source),
                FOLLOWS, JsonData.of(follows));
    }

    private void create(Generation generation, boolean found) {
        var definition = definition();
        var mappings = Objects.requireNonNull(definition.mappings());
        server.write(client -> client.indices().create(create -> {
            create.index(generation.index())
                    .settings(definition.settings())
                    .mappings(mappings.rebuild().meta(facts(0)).build());
            create.aliases(generation.writing(), Alias.of(writing -> writing));
            return found ? create.aliases(alias, Alias.of(searching -> searching)) : create;
        }));
    }

    private static IndexState definition() {
        try (var file = Generations.class.getResourceAsStream(MAPPING)) {
            return IndexState.of(index -> index.withJson(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Found(String name, IndexState state) {}

    private Optional<Found> behindAlias() {
        var found = named(alias).entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .toList();
        if (found.size() > 1) {
            throw broken("more than one index is called " + alias);
        }
        return found.stream().findFirst();
    }

    private Map<String, IndexState> named(String pattern) {
        return server.search(client -> client.indices()
                        .get(get -> get.index(pattern).ignoreUnavailable(true).allowNoIndices(true)))
                .indices();
    }

    private Map<String, IndexState> ours() {
        var ours = named(alias + "-*");
        return ours.entrySet().stream()
                .filter(entry -> isOurs(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Generation> newest() {
        return named(alias + "-*").keySet().stream()
                .filter(index -> Generation.isOne(alias, index))
                .map(index -> Generation.of(alias, index))
                .max(Comparator.comparingInt(Generation::number));
    }

    /** An index that has the name of the alias itself is somebody else's, and in the way. */
    private void refuseForeign() {
        if (named(alias).containsKey(alias)) {
            throw broken("an index is called " + alias + " that Countersign did not make; delete or rename it");
        }
    }

    private boolean isOurs(String index, IndexState state) {
        return Generation.isOne(alias, index) && number(state, FORMAT_NAME) > 0;
    }

    /** A number that an index says of itself; 0 for a foreign one. */
    private static long number(@Nullable IndexState state, String name) {
        if (state == null || state.mappings() == null) {
            return 0;
        }
        var number = state.mappings().meta().get(name);
        return number == null || !says(state, APPLICATION, COUNTERSIGN) ? 0 : number.to(Long.class);
    }

    private static boolean says(IndexState state, String name, String value) {
        var said = state.mappings() == null ? null : state.mappings().meta().get(name);
        return said != null && value.equals(said.to(String.class));
    }

    private void dropQuietly(String index) {
        try {
            server.write(client ->
                    client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
        } catch (SearchFailure _) {
            // It takes room on the server, nothing else; the next rebuild tries again.
            return;
        }
    }

    private static SearchFailure broken(String detail) {
        return failure(Kind.BROKEN, detail);
    }

    private static SearchFailure failure(Kind kind, String detail) {
        return new SearchFailure(kind, detail, new IllegalStateException(detail));
    }
}
