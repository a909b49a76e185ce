package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.search.IndexedMail;
import io.countersign.search.IndexedMails;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real server refuses, and what others do to the index meanwhile: the caller hears the right kind, nothing is lost. */
final class ElasticFailuresIT {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    private final ElasticSettings settings = SERVER.settings();
    private ElasticIndex index = new ElasticIndex(settings, "mine", CLOCK);

    @BeforeEach
    void putOne() {
        index.put(mails(1, 1));
        index.refresh(1);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static List<IndexedMail> mails(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> IndexedMails.mail(id).get())
                .toList();
    }

    private static List<Long> found(ElasticIndex index) {
        return index.search(SearchRequest.of(SearchQuery.parse("hello"), 1000, NOW)).hits().stream()
                .map(SearchHit::messageId)
                .sorted()
                .toList();
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SearchFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(SERVER.url().resolve("/" + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String indexName() {
        return Generation.first(settings.alias()).index();
    }

    private void block(String name, boolean on) throws IOException, InterruptedException {
        assertThat(send("PUT", indexName() + "/_settings", "{\"index.blocks." + name + "\":" + on + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFullDiskIsReadOnlyAndSearchesGoOn() throws Exception {
        block("read_only_allow_delete", true);
        assertFails(Kind.READ_ONLY, () -> index.put(mails(2, 2)));
        assertFails(
                Kind.READ_ONLY,
                () -> index.update(List.of(mails(1, 1).getFirst().message())));
        assertThat(found(index)).containsExactly(1L);
        assertThat(index.follows()).isEqualTo(1);
        block("read_only_allow_delete", false);
        index.put(mails(2, 2));
        index.refresh(2);
        assertThat(found(index)).containsExactly(1L, 2L);
    }

    @Test
    void aReadOnlyIndexIsReadOnlyAndSearchesGoOn() throws Exception {
        block("read_only", true);
        assertFails(Kind.READ_ONLY, () -> index.put(mails(2, 2)));
        assertFails(Kind.READ_ONLY, () -> index.refresh(2));
        assertThat(found(index)).containsExactly(1L);
        assertThat(index.follows()).isEqualTo(1);
        block("read_only", false);
        index.put(mails(2, 2));
        index.refresh(2);
        assertThat(index.follows()).isEqualTo(2);
    }

    @Test
    void searchesNeverSeeHalfARebuild() throws Exception {
        index.put(mails(1, 50));
        index.refresh(2);
        var done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Callable<Long> searches = () -> {
                long searched = 0;
                while (!done.get()) {
                    assertThat(found(index)).hasSize(50);
                    searched++;
                }
                return searched;
            };
            var searching = threads.submit(searches);
            try {
                for (int change = 3; change < 8; change++) {
                    try (var rebuild = index.rebuild()) {
                        rebuild.put(mails(1, 25));
                        rebuild.put(mails(26, 50));
                        rebuild.finish(change);
                    }
                }
            } finally {
                done.set(true);
            }
            assertThat(searching.get()).isPositive();
        }
        assertThat(index.follows()).isEqualTo(7);
        assertThat(send("GET", "_cat/indices/" + settings.alias() + "-*?h=index", "")
                        .body()
                        .lines())
                .containsExactly(settings.alias() + "-000006");
    }

    @Test
    void whatAnotherProcessReplacedIsTakenFromTheLogAgain() {
        try (var other = new ElasticIndex(settings, "mine", CLOCK)) {
            index.put(mails(2, 2));
            try (var rebuild = other.rebuild()) {
                rebuild.put(mails(1, 1));
                rebuild.finish(1);
            }
            assertFails(Kind.UNREACHABLE, () -> index.refresh(2));
            assertThat(index.follows()).isEqualTo(1);
            index.put(mails(2, 2));
            index.refresh(2);
            assertThat(found(index)).containsExactly(1L, 2L);
            assertThat(found(other)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aRebuildOfItsOwnMakesAnUnfinishedWriterBeginAgain() {
        index.put(mails(2, 2));
        try (var rebuild = index.rebuild()) {
            rebuild.put(mails(1, 1));
            rebuild.finish(1);
        }
        assertFails(Kind.UNREACHABLE, () -> index.refresh(2));
        assertThat(index.follows()).isEqualTo(1);
    }

    @Test
    void aDeletedIndexIsBrokenAndNeverMadeAnewByWriting() throws Exception {
        send("DELETE", indexName(), "");
        assertFails(Kind.UNREACHABLE, () -> index.put(mails(2, 2)));
        assertThat(send("HEAD", indexName(), "").statusCode()).isEqualTo(404);
        assertThat(index.follows()).isZero();
        index.put(mails(1, 2));
        index.refresh(2);
        assertThat(found(index)).containsExactly(1L, 2L);
    }

    @Test
    void searchingADeletedIndexIsBrokenAndARebuildHelps() throws Exception {
        send("DELETE", indexName(), "");
        assertFails(Kind.BROKEN, () -> found(index));
        try (var rebuild = index.rebuild()) {
            rebuild.put(mails(1, 3));
            rebuild.finish(5);
        }
        assertThat(found(index)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anIndexOfAnotherVersionIsBrokenAndARebuildReplacesIt() throws Exception {
        send(
                "PUT",
                indexName() + "/_mapping",
                "{\"_meta\":{\"application\":\"countersign\",\"format\":99,\"follows\":3,\"source\":\"mine\"}}");
        reopen("mine");
        assertFails(Kind.BROKEN, () -> found(index));
        assertFails(Kind.BROKEN, () -> index.put(mails(2, 2)));
        rebuild();
        assertThat(found(index)).containsExactly(1L, 2L, 3L);
        assertThat(send("HEAD", indexName(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void theIndexOfAnotherDatabaseIsLeftAloneUntilAPersonReplacesIt() {
        reopen("yours");
        assertFails(Kind.REFUSED, () -> found(index));
        assertFails(Kind.REFUSED, () -> index.put(mails(2, 2)));
        assertFails(Kind.REFUSED, () -> index.follows());
        rebuild();
        assertThat(found(index)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aForeignIndexOfThatNameIsNeverTouched() throws Exception {
        index.close();
        send("DELETE", indexName(), "");
        send("PUT", settings.alias() + "/_doc/1?refresh=true", "{\"theirs\":1}");
        reopen("mine");
        assertFails(Kind.BROKEN, () -> found(index));
        assertFails(Kind.BROKEN, () -> index.put(mails(2, 2)));
        assertFails(Kind.BROKEN, () -> index.rebuild());
        assertThat(send("GET", settings.alias() + "/_doc/1", "").body()).contains("theirs");
    }

    @Test
    void aForeignIndexBehindTheAliasLosesTheNameOnly() throws Exception {
        send("DELETE", indexName(), "");
        var theirs = settings.alias() + "theirs";
        send("PUT", theirs, "{\"aliases\":{\"" + settings.alias() + "\":{}}}");
        reopen("mine");
        assertFails(Kind.BROKEN, () -> found(index));
        rebuild();
        assertThat(found(index)).containsExactly(1L, 2L, 3L);
        assertThat(send("HEAD", theirs, "").statusCode()).isEqualTo(200);
    }

    @Test
    void whatADeadRebuildLeftIsDroppedByTheNext() throws Exception {
        index.rebuild().put(mails(1, 1));
        rebuild();
        assertThat(send("GET", "_cat/indices/" + settings.alias() + "-*?h=index", "")
                        .body()
                        .lines())
                .containsExactly(settings.alias() + "-000003");
    }

    private void rebuild() {
        try (var rebuild = index.rebuild()) {
            rebuild.put(mails(1, 3));
            rebuild.finish(5);
        }
    }

    private void reopen(String source) {
        index.close();
        index = new ElasticIndex(settings, source, CLOCK);
    }
}
