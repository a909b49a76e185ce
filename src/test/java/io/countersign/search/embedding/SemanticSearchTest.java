package io.countersign.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.search.Facet;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.MessageMatcher;
import io.countersign.search.RequestMatcher;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Found;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.WholeMails;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SemanticSearchTest {
    private static final List<String> WORDS =
            List.of("car", "automobile", "bill", "invoice", "meeting", "appointment", "job", "position", "red", "blue");

    @TempDir
    Path folder = Path.of(".");

    private MeaningHome home = new MeaningHome(folder, new ConceptEncoder());

    @BeforeEach
    void open() {
        home.close();
        home = new MeaningHome(folder, new ConceptEncoder());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void whatMeansTheSameIsFoundAndShownAsThat() {
        home.insert(1, "automobile invoice");
        home.insert(2, "red roses");
        home.catchUp();

        var found = home.hybrid().find(wanted("car bill"));

        assertThat(found.hits()).isEmpty();
        assertThat(found.total()).isZero();
        assertThat(ids(found.similar())).containsExactly(1L);
        assertThat(found.similar().getFirst().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(Kind.MEANING);
            assertThat(reason.factor()).isEqualTo(1);
        });
    }

    @Test
    void aHitThatIsNearInMeaningTooRisesAndSaysSo() {
        home.insert(1, "ann@example.org", "car bill", "", "");
        home.insert(2, "ann@example.org", "weather of today", "and tomorrow", "car bill");
        home.catchUp();

        var found = home.hybrid().find(wanted("car bill"));

        assertThat(ids(found.hits())).containsExactly(1L, 2L);
        assertThat(found.hits().getFirst().reasons())
                .anySatisfy(reason -> {
                    assertThat(reason.kind()).isEqualTo(Kind.MEANING);
                    assertThat(reason.factor()).isGreaterThan(1);
                })
                .anySatisfy(reason -> assertThat(reason.kind()).isEqualTo(Kind.SUBJECT));
        assertThat(found.hits().getLast().reasons())
                .noneSatisfy(reason -> assertThat(reason.kind()).isEqualTo(Kind.MEANING));
    }

    @Test
    void theOrderOfAllIsThatOfTheScores() {
        home.insert(1, "weather car bill");
        home.insert(2, "automobile invoice");
        home.catchUp();
        var found = home.hybrid().find(wanted("car bill"));
        assertThat(ids(found.all())).containsExactlyInAnyOrder(1L, 2L);
        assertThat(found.all()).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void conditionsHoldForWhatMeansTheSameToo() {
        home.insert(1, "bob@example.org", "automobile invoice", "", "");
        home.insert(2, "ann@example.org", "automobile invoice", "", "");
        home.insert(3, "ann@example.org", "automobile invoice", "", "unsubscribe here");
        home.insert(4, "ann@example.org", "automobile invoice", "in red", "");
        home.catchUp();
        var desk = home.hybrid();

        assertThat(similar(desk, "car bill")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(similar(desk, "car bill from:ann")).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(similar(desk, "car bill from:ann -unsubscribe")).containsExactlyInAnyOrder(2L, 4L);
        assertThat(similar(desk, "car bill -subject:invoice")).isEmpty();
        assertThat(similar(desk, "car bill \"in red\"")).containsExactly(4L);
        assertThat(similar(desk, "car bill before:2020")).isEmpty();
        assertThat(similar(desk, "car bill is:read")).isEmpty();
        var narrowed = desk.find(new Wanted(
                "car bill", false, Mode.PLAIN, Order.RELEVANCE, Map.of(Facet.SENDER, "bob@example.org"), 50));
        assertThat(ids(narrowed.similar())).containsExactly(1L);
    }

    @Test
    void conditionsThatMostMailSatisfiesHoldToo() {
        var random = new Random(6);
        for (long id = 1; id <= 1200; id++) {
            var other = random.ints(6, 0, 400).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
            home.insert(id, "ann@example.org", other, "", "");
        }
        home.insert(2001, "ann@example.org", "automobile invoice", "", "unsubscribe here");
        home.insert(2002, "ann@example.org", "automobile invoice", "", "");
        home.insert(2003, "bob@example.org", "automobile invoice", "", "");
        home.catchUp();
        assertThat(similar(home.hybrid(), "car bill from:ann -unsubscribe")).containsExactly(2002L);
    }

    @Test
    void hitsTotalsAndFacetsAreThoseOfTheWordsWhateverTheQuery() {
        var random = new Random(5);
        for (long id = 1; id <= 150; id++) {
            home.insert(
                    id, any(random, "ann@example.org", "bob@example.org"), some(random), some(random), some(random));
        }
        home.catchUp();
        var words = home.words();
        var hybrid = home.hybrid();
        var whole = new WholeMails(home);
        int similar = 0;
        for (int i = 0; i < 300; i++) {
            var query = some(random) + " " + some(random)
                    + any(random, "", " from:ann", " -red", " -subject:car", " is:unread", " \"blue car\"", " red*");
            var alone = words.find(wanted(query));
            var both = hybrid.find(wanted(query));
            assertThat(ids(both.hits())).as(query).containsExactlyInAnyOrderElementsOf(ids(alone.hits()));
            assertThat(both.total()).isEqualTo(alone.total());
            assertThat(both.facets()).isEqualTo(alone.facets());
            assertThat(both.didYouMean()).isEqualTo(alone.didYouMean());
            var parsed = SearchQuery.parse(query);
            var conditions = new RequestMatcher(FreeWords.of(parsed).conditions(), Map.of());
            for (var hit : both.similar()) {
                Message mail = whole.whole(hit.mail());
                assertThat(conditions.test(mail)).as(query).isTrue();
                assertThat(new MessageMatcher(parsed).test(mail)).as(query).isFalse();
                similar++;
            }
        }
        assertThat(similar).isGreaterThan(100);
    }

    private static String some(Random random) {
        return any(random, WORDS.toArray(String[]::new)) + " " + any(random, WORDS.toArray(String[]::new));
    }

    private static String any(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void whereItDoesNotApplyAnswersAreThoseOfTheWordsToTheLast() {
        for (long id = 1; id <= 60; id++) {
            home.insert(id, "car bill w" + id);
        }
        home.insert(100, "automobile invoice");
        home.catchUp();
        var words = home.words();
        var hybrid = home.hybrid();
        var newest = new Wanted("automobile bill", false, Mode.PLAIN, Order.NEWEST, Map.of(), 50);
        var few = new Wanted("automobile*", false, Mode.PLAIN, Order.RELEVANCE, Map.of(), 50);

        assertThat(hybrid.find(wanted("car"))).isEqualTo(words.find(wanted("car")));
        assertThat(hybrid.find(few)).isEqualTo(words.find(few));
        assertThat(hybrid.find(wanted("from:ann"))).isEqualTo(words.find(wanted("from:ann")));
        assertThat(hybrid.find(wanted("\"car bill w1\""))).isEqualTo(words.find(wanted("\"car bill w1\"")));
        assertThat(hybrid.find(wanted(""))).isEqualTo(words.find(wanted("")));
        assertThat(hybrid.find(newest)).isEqualTo(words.find(newest));
        // Words find more than meaning could put in order.
        assertThat(words.find(wanted("car bill")).total()).isEqualTo(60);
        assertThat(hybrid.find(wanted("car bill"))).isEqualTo(words.find(wanted("car bill")));
    }

    @Test
    void aModelThatIsSlowIsNotWaitedFor() {
        home.insert(1, "automobile invoice");
        home.catchUp();
        var released = new CountDownLatch(1);
        home.close();
        home = new MeaningHome(folder, new Held(released));
        home.insert(1, "automobile invoice");
        new IndexCatchUp(home.index, home.log, home.messages, home).run(Progress.none());
        var desk = home.hybrid(Duration.ofMillis(5));
        for (int i = 0; i < 20; i++) {
            assertThat(desk.find(wanted("car bill")).all()).isEmpty();
            assertThat(ids(desk.find(wanted("automobile invoice")).all())).containsExactly(1L);
        }
        released.countDown();
    }

    /** Encodes when it is released. */
    private record Held(CountDownLatch released) implements SentenceEncoder {
        @Override
        public float[] encode(String text) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ConceptEncoder.direction(text);
        }

        @Override
        public String version() {
            return "concepts/1";
        }

        @Override
        public void close() {}
    }

    @Test
    void aModelThatDoesNotRunLeavesTheWords() {
        home.close();
        home = new MeaningHome(folder, new LazyEncoder("concepts/1", () -> {
            throw new SentenceEncoder.EncoderUnavailable("no such processor", new LinkageError());
        }));
        home.insert(1, "car bill");
        home.insert(2, "ann@example.org", "weather", "car bill", "");
        new IndexCatchUp(home.index, home.log, home.messages, home).run(Progress.none());
        home.vectors.put(List.of(new MailVectors.Vector(1, 0, ConceptEncoder.direction("car bill"))));
        home.vectors.refresh(1);
        assertThat(home.hybrid().find(wanted("car bill")))
                .isEqualTo(home.words().find(wanted("car bill")));
    }

    @Test
    void aClosedOneFindsByWords() {
        home.insert(1, "car bill");
        home.catchUp();
        var search = new SemanticSearch(home.near(), Duration.ofSeconds(1));
        search.close();
        var request = SearchRequest.of(SearchQuery.parse("car bill"), 10, TestMail.NOON);
        var words = home.index.search(request);
        assertThat(search.begin(request).with(words).hits()).isEqualTo(words.hits());
    }

    private static Wanted wanted(String query) {
        return new Wanted(query, false, Mode.PLAIN, Order.RELEVANCE, Map.of(), 50);
    }

    private static List<Long> similar(SearchDesk desk, String query) {
        Found found = desk.find(wanted(query));
        return ids(found.similar());
    }

    private static List<Long> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.mail().id()).toList();
    }
}
