package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.search.SearchDesk.Completion;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.jdbc.JdbcSavedSearches;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finding mail with and without a working index, on both databases. */
abstract class SearchServiceContract {
    private final SearchHome home = new SearchHome(open());
    private final SearchService desk = service(Clock.fixed(TestMail.NOON, ZoneOffset.UTC));

    abstract Database open();

    @AfterEach
    void close() {
        home.close();
    }

    private SearchService service(Clock clock) {
        return new SearchService(
                new SearchService.Engine("Test", home.index, home.catchUp),
                new SearchService.Mails(home.messages, home, home.log, home.sent),
                new JdbcSavedSearches(home.database, "me"),
                clock);
    }

    private static Wanted wanted(String query) {
        return new Wanted(query, false, Mode.PLAIN, Order.RELEVANCE, Map.of(), 10);
    }

    private static List<Long> ids(SearchDesk.Found found) {
        return found.hits().stream().map(Hit::mail).map(Message::id).toList();
    }

    @Test
    void hitsAreTheStoredMailsInTheOrderOfTheIndex() {
        home.insert(1, 2, 3);
        home.catchUp.run(Progress.none());
        home.turn(2);
        home.index.smuggle(new IndexedMail(TestMail.message(99), "", List.of()));
        home.index.didYouMean = Optional.of("other");

        var found = desk.find(wanted("subject"));

        assertThat(ids(found)).containsExactly(3L, 2L, 1L);
        assertThat(found.hits().get(1).mail().state().unread()).isFalse();
        assertThat(found.failure()).isEmpty();
        assertThat(found.didYouMean()).contains("other");
    }

    @Test
    void theIndexIsAskedForWhatThePersonWants() {
        home.insert(1);
        home.catchUp.run(Progress.none());
        desk.find(new Wanted("offer fro", true, Mode.MONEY, Order.NEWEST, Map.of(Facet.CATEGORY, "receipt"), 100_000));

        var request = home.index.asked.getLast();
        assertThat(request.query()).isEqualTo(SearchQuery.parse("offer fro*"));
        assertThat(request.mode()).isEqualTo(Mode.MONEY);
        assertThat(request.order()).isEqualTo(Order.NEWEST);
        assertThat(request.narrowed()).containsEntry(Facet.CATEGORY, "receipt");
        assertThat(request.limit()).isEqualTo(1000);
        assertThat(request.now()).isEqualTo(TestMail.NOON);
    }

    @Test
    void contactsAreWhoThePersonWroteToAndFollowTheMail() {
        home.insert(sent(1, "Bob@example.org"), TestMail.message(2));
        home.catchUp.run(Progress.none());
        desk.find(wanted("subject"));
        assertThat(home.index.asked.getLast().contacts()).containsExactly("bob@example.org");

        home.insert(sent(3, "carla@example.org"));
        desk.find(wanted("subject"));
        assertThat(home.index.asked.getLast().contacts())
                .containsExactlyInAnyOrder("bob@example.org", "carla@example.org");
    }

    @Test
    void whereTheIndexFailsTheDatabaseAnswersNewestFirstAndSaysSo() {
        home.insert(LongStream.rangeClosed(1, 30).toArray());
        home.catchUp.run(Progress.none());
        home.index.fail(SearchFailure.Kind.UNREACHABLE, 0);

        var found = desk.find(wanted("subject"));

        assertThat(found.failure()).contains(SearchFailure.Kind.UNREACHABLE);
        assertThat(ids(found)).containsExactly(30L, 29L, 28L, 27L, 26L, 25L, 24L, 23L, 22L, 21L);
        assertThat(found.extent()).isEqualTo(SearchDesk.Extent.ENOUGH);
        assertThat(desk.find(wanted("nowhere")).extent()).isEqualTo(SearchDesk.Extent.WHOLE);
    }

    @Test
    void anIndexThatWasNotBuiltYetIsNotBelieved() {
        home.insert(1);
        var found = desk.find(wanted("subject"));
        assertThat(found.failure()).contains(SearchFailure.Kind.UNBUILT);
        assertThat(ids(found)).containsExactly(1L);
        assertThat(desk.health())
                .isEqualTo(new SearchDesk.IndexHealth("Test", 0, 1, Optional.of(SearchFailure.Kind.UNBUILT)));
    }

    @Test
    void theDatabaseIsAskedWithinTheFacetsToo() {
        home.insert(1, 2);
        var second = home.messages.find(2).orElseThrow();
        home.messages.updateUnderstanding(List.of(
                second.withUnderstanding(second.understanding().withCategory(Category.RECEIPT, 0.9, List.of()))));
        home.index.fail(SearchFailure.Kind.UNREACHABLE, 0);

        assertThat(narrowed(Facet.CATEGORY, "receipt")).containsExactly(2L);
        assertThat(narrowed(Facet.YEAR, "2026")).containsExactly(2L, 1L);
        assertThat(narrowed(Facet.YEAR, "2025")).isEmpty();
        assertThat(narrowed(Facet.SENDER, "ann@example.org")).containsExactly(2L, 1L);
        assertThat(narrowed(Facet.STAGE, "offer")).isEmpty();
    }

    private List<Long> narrowed(Facet facet, String value) {
        return ids(desk.find(new Wanted("", false, Mode.PLAIN, Order.RELEVANCE, Map.of(facet, value), 10)));
    }

    @Test
    void aSearchInTheDatabaseEndsInTime() {
        home.insert(LongStream.rangeClosed(1, 200).toArray());
        home.index.fail(SearchFailure.Kind.UNREACHABLE, 0);
        var slow = service(new Ticking(Duration.ofMillis(10)));

        var found = slow.find(new Wanted("subject", false, Mode.PLAIN, Order.RELEVANCE, Map.of(), 200));

        assertThat(found.hits()).hasSizeBetween(25, 31);
        assertThat(found.extent()).isEqualTo(SearchDesk.Extent.OUT_OF_TIME);
        assertThat(slow.matches(wanted("subject"), Progress.none()).ids())
                .as("what is acted on may take its time")
                .hasSize(200);
    }

    @Test
    void everythingThatIsFoundCanBeActedOnWithAndWithoutAnIndex() {
        home.insert(LongStream.rangeClosed(1, 30).toArray());
        home.catchUp.run(Progress.none());
        var all = LongStream.rangeClosed(1, 30).mapToObj(id -> 31 - id).toList();
        assertThat(desk.matches(wanted("subject"), Progress.none())).isEqualTo(new SearchDesk.Matches(all, false));

        home.index.fail(SearchFailure.Kind.UNREACHABLE, 0);
        assertThat(desk.matches(wanted("subject"), Progress.none())).isEqualTo(new SearchDesk.Matches(all, false));
        assertThat(desk.matches(wanted("nowhere"), Progress.none()).ids()).isEmpty();
    }

    @Test
    void anIndexThatWasNotBuiltYetIsNotBelievedForActionsEither() {
        home.insert(1);
        assertThat(desk.matches(wanted("subject"), Progress.none()).ids()).containsExactly(1L);
    }

    /** Each look at the clock takes its time. */
    private static final class Ticking extends Clock {
        private final Duration tick;
        private Instant now = TestMail.NOON;

        Ticking(Duration tick) {
            this.tick = tick;
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Test
    void snippetsComeFromTheWholeText() {
        home.insert(1);
        home.text(1, "Dear me,\n\nnothing here.\n".repeat(30) + "The Offer\nis attached.");

        var snippet = desk.snippet(SearchQuery.parse("offer subject"), 1);

        assertThat(snippet.text()).contains("The Offer is attached.");
        assertThat(snippet.marks())
                .extracting(range -> snippet.text().substring(range.start(), range.end()))
                .containsExactly("Offer");
        assertThat(snippet.subjectMarks()).containsExactly(new SearchDesk.Range(0, 7));
        home.text(77, "");
        assertThat(desk.snippet(SearchQuery.parse("offer"), 77).text()).isEmpty();
    }

    @Test
    void completionsFollowTheMail() {
        home.insert(1, 2);
        assertThat(texts("category:")).containsExactly("category:personal");
        assertThat(texts("from:a")).containsExactly("from:ann@example.org");

        var second = home.messages.find(2).orElseThrow();
        home.messages.updateUnderstanding(List.of(
                second.withUnderstanding(second.understanding().withCategory(Category.RECEIPT, 0.9, List.of()))));
        home.messages.updateStates(List.of(home.messages
                .find(1)
                .map(mail -> mail.withState(mail.state().withAssignedLabels(List.of("To do"))))
                .orElseThrow()));
        home.insert(3);

        assertThat(desk.complete("category:", 9))
                .extracting(Completion::text, Completion::mails)
                .containsExactly(tuple("category:personal", 2L), tuple("category:receipt", 1L));
        assertThat(texts("label:")).containsExactly("label:\"To do\"");
    }

    private List<String> texts(String typed) {
        return desk.complete(typed, typed.length()).stream()
                .map(Completion::text)
                .toList();
    }

    @Test
    void healthTellsHowFarTheIndexIsBehindAndWhatIsTheMatter() {
        home.insert(1, 2);
        home.catchUp.run(Progress.none());
        assertThat(desk.health()).isEqualTo(new SearchDesk.IndexHealth("Test", 2, 0, Optional.empty()));

        home.insert(3);
        home.turn(1);
        assertThat(desk.health().behind()).isEqualTo(2);

        home.index.fail(SearchFailure.Kind.REFUSED, 0);
        assertThat(desk.health().failure()).contains(SearchFailure.Kind.REFUSED);
    }

    @Test
    void searchesAreKept() {
        var offers = desk.save("Offers", "stage:offer", Mode.PLAIN);
        assertThat(desk.saved()).containsExactly(offers);
        desk.forget(offers.id());
        assertThat(desk.saved()).extracting(SavedSearch::name).isEmpty();
    }

    private static Message sent(long id, String to) {
        var any = TestMail.message(id);
        var one = any.envelope();
        var envelope = new Envelope(
                one.messageId(),
                one.account(),
                new Address("", "me@example.org"),
                List.of(new Address("", to)),
                one.listId(),
                one.subject(),
                one.receivedAt(),
                one.preview(),
                false,
                false,
                1);
        return new Message(id, id, 0, envelope, any.state().withFolder("Sent"), any.understanding());
    }
}
