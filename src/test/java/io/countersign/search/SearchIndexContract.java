package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.SampleMail;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every search engine promises. */
public abstract class SearchIndexContract {
    private static final List<Category> CATEGORIES = List.of(Category.values());

    @SuppressWarnings("NullAway.Init") // before each test
    private SearchIndex index;

    private long change;

    /** A new and empty index. */
    protected abstract SearchIndex open();

    @BeforeEach
    final void begin() {
        index = open();
    }

    @AfterEach
    final void end() {
        index.close();
    }

    private static IndexedMail mail(long id, SampleMail sample, String text) {
        var message = sample.get();
        return new IndexedMail(
                new Message(id, id, 0, message.envelope(), message.state(), message.understanding()), text, List.of());
    }

    private void put(IndexedMail... mails) {
        index.put(List.of(mails));
        index.refresh(++change);
    }

    private List<Long> find(String query) {
        return ids(index.search(request(query)));
    }

    private static SearchRequest request(String query) {
        return SearchRequest.of(SearchQuery.parse(query), 100, SampleMail.NOW);
    }

    private static SearchRequest request(String query, Mode mode, Order order, Map<Facet, String> narrowed) {
        return new SearchRequest(
                SearchQuery.parse(query), mode, order, narrowed, Set.of(), Optional.empty(), 100, SampleMail.NOW);
    }

    private static List<Long> ids(SearchResult result) {
        return result.hits().stream().map(SearchHit::messageId).toList();
    }

    @Test
    void anEmptyIndexFindsNothingAndFollowsNothing() {
        assertThat(find("anything")).isEmpty();
        assertThat(find("")).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.follows()).isZero();
    }

    @Test
    void wordsAreFoundInSubjectTextAndPeople() {
        put(
                mail(1, SampleMail.mail().subject("Die Straße"), "wird gesperrt"),
                mail(2, SampleMail.mail().from("Zoë Lang <zoe@acme.example>"), "see the attachments"),
                mail(3, SampleMail.mail(), "the GPSDO keeps its sample rate; nothing else"));

        assertThat(find("STRASSE")).containsExactly(1L);
        assertThat(find("zoë")).containsExactly(2L);
        assertThat(find("from:acme")).containsExactly(2L);
        assertThat(find("from:zoe@acme.example")).containsExactly(2L);
        assertThat(find("gpsdo")).containsExactly(3L);
        assertThat(find("\"sample rate\"")).containsExactly(3L);
        assertThat(find("\"rate sample\"")).isEmpty();
        assertThat(find("gpsd")).isEmpty();
        assertThat(find("gpsd*")).containsExactly(3L);
        assertThat(find("gpsdo strasse")).isEmpty();
        assertThat(find("the -gpsdo")).containsExactly(2L);
        assertThat(find("subject:gpsdo")).isEmpty();
    }

    @Test
    void namesOfAttachmentsAreFound() {
        var message = SampleMail.mail().attachment().get();
        index.put(List.of(new IndexedMail(message, "", List.of("Lebenslauf 2026.pdf"))));
        index.refresh(1);

        assertThat(find("lebenslauf")).containsExactly(message.id());
        assertThat(find("has:attachment lebenslauf")).containsExactly(message.id());
    }

    @Test
    void whatStandsInTheSubjectComesFirst() {
        put(
                mail(1, SampleMail.mail().subject("Hello"), "an invoice is here, and more words that say little"),
                mail(2, SampleMail.mail().subject("Your invoice"), "is here"),
                mail(3, SampleMail.mail().subject("Hello").from("Invoice <a@b.example>"), "nothing is here"));

        assertThat(find("invoice").getFirst()).isEqualTo(2L);
        var best = index.search(request("invoice")).hits().getFirst();
        assertThat(best.reasons()).extracting(SearchHit.Reason::kind).contains(Kind.SUBJECT);
        assertThat(best.score()).isPositive();
    }

    @Test
    void newerMailComesFirstAmongEquals() {
        put(
                mail(1, SampleMail.mail().subject("report").ageDays(900), "same"),
                mail(2, SampleMail.mail().subject("report").ageDays(2), "same"),
                mail(3, SampleMail.mail().subject("report").ageDays(200), "same"));

        assertThat(find("report")).containsExactly(2L, 3L, 1L);
        assertThat(ids(index.search(request("report", Mode.PLAIN, Order.NEWEST, Map.of()))))
                .containsExactly(2L, 3L, 1L);
        assertThat(ids(index.search(request("", Mode.PLAIN, Order.NEWEST, Map.of()))))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void aContactAndTheModeRaiseAMail() {
        put(
                mail(1, SampleMail.mail(Category.RECEIPT).subject("tickets"), "same"),
                mail(2, SampleMail.mail(Category.EVENT).subject("tickets"), "same"),
                mail(3, SampleMail.mail().subject("tickets").from("Friend <pal@home.example>"), "same"));

        assertThat(ids(index.search(request("tickets", Mode.MONEY, Order.RELEVANCE, Map.of())))
                        .getFirst())
                .isEqualTo(1L);
        assertThat(ids(index.search(request("tickets", Mode.NETWORKING, Order.RELEVANCE, Map.of())))
                        .getFirst())
                .isEqualTo(2L);
        var withContact = new SearchRequest(
                SearchQuery.parse("tickets"),
                Mode.PLAIN,
                Order.RELEVANCE,
                Map.of(),
                Set.of("pal@home.example"),
                Optional.empty(),
                10,
                SampleMail.NOW);
        var first = index.search(withContact).hits().getFirst();
        assertThat(first.messageId()).isEqualTo(3L);
        assertThat(first.reasons()).extracting(SearchHit.Reason::kind).contains(Kind.CONTACT);
    }

    @Test
    void changedMailIsFoundByWhatItIsNow() {
        put(
                mail(1, SampleMail.mail().subject("one"), "text"),
                mail(2, SampleMail.mail().subject("two"), "text"));
        assertThat(find("label:shops")).isEmpty();
        assertThat(find("is:unread")).containsExactlyInAnyOrder(1L, 2L);

        var changed = mail(
                        1,
                        SampleMail.mail(Category.RECEIPT)
                                .subject("one")
                                .labels("Shops", "Ämter")
                                .read(),
                        "")
                .message();
        index.update(List.of(changed));
        index.refresh(++change);

        assertThat(find("label:shops")).containsExactly(1L);
        assertThat(find("label:ämter")).containsExactly(1L);
        assertThat(find("label:sho*")).containsExactly(1L);
        assertThat(find("label:sho")).isEmpty();
        assertThat(find("is:unread")).containsExactly(2L);
        assertThat(find("is:read text")).containsExactly(1L);
        assertThat(find("category:receipt")).containsExactly(1L);
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void aMailThatIsPutAgainIsReplaced() {
        put(mail(1, SampleMail.mail().subject("before"), "old"));
        put(mail(1, SampleMail.mail().subject("after"), "new"));

        assertThat(find("before")).isEmpty();
        assertThat(find("after new")).containsExactly(1L);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.follows()).isEqualTo(2);
    }

    @Test
    void matchesAreCountedByFacetAndNarrowedDown() {
        put(
                mail(
                        1,
                        SampleMail.mail(Category.RECEIPT)
                                .from("A <a@shop.example>")
                                .ageDays(400),
                        "order"),
                mail(
                        2,
                        SampleMail.mail(Category.RECEIPT)
                                .from("A <A@shop.example>")
                                .ageDays(3),
                        "order"),
                mail(
                        3,
                        SampleMail.mail(Category.EVENT)
                                .from("B <b@fair.example>")
                                .ageDays(3),
                        "order"));

        var result = index.search(request("order"));

        assertThat(result.total()).isEqualTo(3);
        assertThat(result.facets().get(Facet.CATEGORY))
                .containsExactly(new SearchResult.Count("receipt", 2), new SearchResult.Count("event", 1));
        assertThat(result.facets().getOrDefault(Facet.SENDER, List.of()).getFirst())
                .isEqualTo(new SearchResult.Count("a@shop.example", 2));
        assertThat(result.facets().get(Facet.YEAR))
                .containsExactly(new SearchResult.Count("2026", 2), new SearchResult.Count("2025", 1));
        var narrowed = index.search(request(
                "order",
                Mode.PLAIN,
                Order.RELEVANCE,
                Map.of(Facet.CATEGORY, "receipt", Facet.YEAR, "2026", Facet.SENDER, "a@shop.example")));
        assertThat(ids(narrowed)).containsExactly(2L);
    }

    @Test
    void aMisspelledWordIsCorrectedOnlyWhereNothingIsFound() {
        put(mail(1, SampleMail.mail().subject("Interview with Acme"), "see you"));

        assertThat(index.search(request("intervew")).didYouMean()).contains("interview");
        assertThat(index.search(request("interview")).didYouMean()).isEmpty();
        assertThat(index.search(request("-intervew acme")).didYouMean()).isEmpty();
    }

    @Test
    void aRebuiltIndexReplacesTheOldOneAtOnce() {
        put(mail(1, SampleMail.mail().subject("old"), "text"));
        try (var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail(2, SampleMail.mail().subject("new"), "text")));
            assertThat(find("text")).containsExactly(1L);
            rebuild.finish(40);
        }

        assertThat(find("text")).containsExactly(2L);
        assertThat(index.follows()).isEqualTo(40);
        put(mail(3, SampleMail.mail().subject("newer"), "text"));
        assertThat(find("text")).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void aRebuildThatIsGivenUpChangesNothing() {
        put(mail(1, SampleMail.mail().subject("old"), "text"));
        try (var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail(2, SampleMail.mail().subject("new"), "text")));
        }
        assertThat(find("text")).containsExactly(1L);
    }

    @Test
    void hostileQueriesAreAnsweredAtOnce() {
        for (long id = 1; id <= 200; id++) {
            index.put(List.of(mail(id, SampleMail.mail().subject("word" + id), "a text of words " + id)));
        }
        index.refresh(++change);
        var many = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            many.add("w" + i);
        }
        var queries = List.of(
                String.join(" ", many),
                "-" + String.join(" -", many),
                "*",
                "* * *",
                "\"unbalanced",
                "from:\"",
                "\uD83D\uDE80 \uD83D",
                "\u202Ertl \u05D0\u05D1\u05D2",
                "a*".repeat(5_000),
                "(((((((((((((((((((a)))))",
                "x".repeat(1_000_000),
                "\"" + "word ".repeat(5_000) + "\"",
                "label:* before:9999999999 after:-1 category:nothing");
        for (var query : queries) {
            long start = System.nanoTime();
            var result = index.search(request(query));
            assertThat(result.total())
                    .as(query.substring(0, Math.min(40, query.length())))
                    .isBetween(0L, 200L);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Where the whole text is the preview, the index finds what is found by reading every mail. */
    @Test
    void theSetThatIsFoundIsWhatAReaderOfEveryMailFinds() {
        var random = new Random(17);
        var mails = new ArrayList<IndexedMail>();
        for (long id = 1; id <= 120; id++) {
            var message = SampleMail.random(random);
            var own = new Message(id, id, 0, message.envelope(), message.state(), message.understanding());
            mails.add(new IndexedMail(own, "", List.of()));
        }
        put(mails.toArray(IndexedMail[]::new));
        var vocabulary = mails.stream()
                .flatMap(mail -> Stream.of((mail.message().envelope().subject() + " "
                                + mail.message().envelope().from().email())
                        .split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        for (int round = 0; round < 300; round++) {
            var query = randomQuery(vocabulary, random);
            var matcher = new MessageMatcher(SearchQuery.parse(query));
            var expected = mails.stream()
                    .map(IndexedMail::message)
                    .filter(matcher)
                    .map(Message::id)
                    .toList();

            var found = index.search(SearchRequest.of(SearchQuery.parse(query), 1000, SampleMail.NOW));

            assertThat(ids(found)).as(query).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(found.total()).as(query).isEqualTo(expected.size());
        }
    }

    private static String randomQuery(List<String> vocabulary, Random random) {
        var terms = new ArrayList<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var word = vocabulary.get(random.nextInt(vocabulary.size()));
            var term =
                    switch (random.nextInt(10)) {
                        case 0 -> "from:" + word;
                        case 1 -> "subject:" + word;
                        case 2 -> word.substring(0, Math.min(word.length(), 2)) + "*";
                        case 3 ->
                            "is:"
                                    + List.of("unread", "read", "starred", "answered")
                                            .get(random.nextInt(4));
                        case 4 ->
                            "category:"
                                    + CATEGORIES
                                            .get(random.nextInt(CATEGORIES.size()))
                                            .id();
                        case 5 -> "after:2026-0" + (1 + random.nextInt(3));
                        case 6 -> "has:attachment";
                        case 7 -> "label:" + List.of("shops", "travel", "inbox").get(random.nextInt(3));
                        default -> word;
                    };
            terms.add((random.nextInt(4) == 0 ? "-" : "") + term);
        }
        return String.join(" ", terms);
    }
}
