package io.countersign.search;

import static io.countersign.search.IndexedMails.NOW;
import static io.countersign.search.IndexedMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every search engine must do, whatever it is. A subclass gives the engine, with an index that is new for each test. */
public abstract class SearchIndexContract {
    private static final IndexedMail EXAMPLE = mail(1).from("Zoë Müller", "zoe@jobs.acme.example")
            .to(new Address("Me", "me@example.org"), new Address("Bob", "bob@example.net"))
            .subject("New jobs: Senior Straßenbau engineer")
            .text("Apply today, e-mail us.\nC++ wanted at 10:30; the\r\n  deadline\tis near. "
                    + "More of it. ".repeat(40) + "Kind regards from the Backoffice")
            .labels("Job search")
            .assigned("Follow up")
            .attachment("Offer_2026-03.pdf")
            .receivedAt(Instant.parse("2026-03-05T12:00:00Z"))
            .category(Category.JOB_ALERT)
            .stage(Stage.APPLIED)
            .get();

    private SearchIndex index;

    /** A new, empty index, or the same again after it was closed. */
    protected abstract SearchIndex open();

    @BeforeEach
    void openIndex() {
        index = open();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private SearchIndex reopened() {
        index.close();
        index = open();
        return index;
    }

    private void put(IndexedMail... mails) {
        index.put(List.of(mails));
        index.refresh(1);
    }

    private List<Long> found(String query) {
        return index.search(newestFirst(query)).hits().stream()
                .map(SearchHit::messageId)
                .toList();
    }

    private List<Long> best(String query) {
        return best(SearchRequest.of(SearchQuery.parse(query), 100, NOW));
    }

    private List<Long> best(SearchRequest request) {
        return index.search(request).hits().stream().map(SearchHit::messageId).toList();
    }

    @Test
    void otherFormsOfWordsAreFoundOnlyByRelevanceAndWhereNothingElseIs() {
        put(mail(1).text("three interviews were scheduled").get());
        assertThat(best("interview schedule")).containsExactly(1L);
        assertThat(reasons(SearchRequest.of(SearchQuery.parse("interview schedule"), 10, NOW), 1))
                .contains(SearchHit.Kind.TEXT);
        assertThat(best("\"three interview\"")).isEmpty();
        assertThat(best("interviewing -interviews")).isEmpty();
        assertThat(best("scheduled -interview")).containsExactly(1L);
        assertThat(found("interview")).isEmpty();
    }

    @Test
    void aWordAsItStandsIsWorthMoreThanItsOtherForms() {
        put(
                mail(1).text("the interviews were scheduling").get(),
                mail(2).text("the interview was scheduling").get());
        assertThat(best("interview schedule")).containsExactly(2L, 1L);
    }

    private static SearchRequest newestFirst(String query) {
        return request(query, SearchRequest.Mode.PLAIN, SearchRequest.Order.NEWEST, Map.of(), Set.of());
    }

    private static SearchRequest request(
            String query,
            SearchRequest.Mode mode,
            SearchRequest.Order order,
            Map<Facet, String> narrowed,
            Set<String> contacts) {
        return new SearchRequest(
                SearchQuery.parse(query), mode, order, narrowed, contacts, Optional.empty(), 1000, NOW);
    }

    private List<SearchHit.Kind> reasons(SearchRequest request, long id) {
        return index.search(request).hits().stream()
                .filter(hit -> hit.messageId() == id)
                .flatMap(hit -> hit.reasons().stream())
                .map(SearchHit.Reason::kind)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                          | true
            engineer                    | true
            ENGINEER jobs               | true
            engin                       | false
            engin*                      | true
            strassen*                   | true
            engineer plumber            | false
            engineer -plumber           | true
            -engineer                   | false
            -plumber                    | true
            "senior straßenbau"         | true
            "senior  straßenbau"        | true
            "straßenbau senior"         | false
            -"senior straßenbau"        | false
            "enior straßenbau"          | false
            "jobs senior"               | false
            "jobs: senior"              | true
            "the deadline is near"      | true
            "the backoffice"            | true
            "engineer apply"            | false
            backoff*                    | true
            regards                     | true
            from:zoë                    | true
            from:acme                   | true
            from:ac*                    | true
            from:zoe@jobs.acme.example  | true
            from:zoe@jobs.ac*           | true
            from:zoe@acme.example       | false
            from:engineer               | false
            FROM:Müller                 | true
            from:"zoë müller"           | true
            -from:acme                  | false
            to:me                       | true
            to:bob@example.net          | true
            to:"me bob"                 | false
            to:zoe                      | false
            subject:engineer            | true
            subject:apply               | false
            subject:"senior straßenbau" | true
            has:attachment              | true
            -has:attachment             | false
            is:unread                   | true
            is:read                     | false
            is:starred                  | false
            is:answered                 | false
            is:quarantined              | false
            category:job_alert          | true
            category:offer              | false
            -category:offer             | true
            label:"job search"          | true
            label:job*                  | true
            label:job                   | false
            label:"follow up"           | true
            stage:applied               | true
            stage:offer                 | false
            stage:nonsense              | false
            after:2026-03-05            | true
            after:2026-03-06            | false
            before:2026-03-05           | false
            before:2026-03-06           | true
            after:2026                  | true
            before:2026-03              | false
            e-mail                      | true
            e-ma*                       | true
            mail                        | true
            "e mail"                    | false
            c++                         | true
            c#                          | false
            10:30                       | true
            10:31                       | false
            offer                       | true
            offer_2026                  | true
            offer_2026-03.pdf           | true
            pdf                         | true
            colour:red                  | false
            "unbalanced                 | false
            "senior                     | true
            from:                       | true
            -                           | true
            engineer "                  | true
            """)
    void findsWhatTheQueryAsksFor(String query, boolean isFound) {
        put(EXAMPLE);
        assertThat(found(query)).as(query).isEqualTo(isFound ? List.of(1L) : List.of());
        if (isFound) {
            assertThat(best(query)).as("by relevance: " + query).containsExactly(1L);
        }
    }

    @Test
    void whatIsStillBeingTypedIsAPrefix() {
        put(EXAMPLE);
        var request = SearchRequest.of(SearchQuery.parseTyped("senior engin"), 10, NOW);
        assertThat(best(request)).containsExactly(1L);
    }

    @Test
    void anEmptyIndexFindsNothingAndFollowsNothing() {
        assertThat(found("")).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.follows()).isZero();
    }

    @Test
    void putReplacesAMailWhole() {
        put(mail(1).subject("first").text("old words").get(), mail(2).get());
        put(mail(1).subject("second").text("new words").get());
        assertThat(found("old")).isEmpty();
        assertThat(found("new")).containsExactly(1L);
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void anUpdateReplacesStateAndUnderstandingAndKeepsTheText() {
        var before = mail(1).text("body words").labels("Old", "Both").category(Category.PERSONAL);
        put(before.get(), mail(2).text("other").get());
        var after = mail(1).labels("Both", "New")
                .marks(false, true, true, true)
                .category(Category.OFFER)
                .stage(Stage.OFFER)
                .ghostingRisk(0.9)
                .message();
        index.update(List.of(after, mail(99).message()));
        index.refresh(2);

        assertThat(found("body words label:new label:both is:read is:starred is:answered is:quarantined"
                        + " category:offer stage:offer"))
                .containsExactly(1L);
        assertThat(found("label:old")).isEmpty();
        assertThat(found("is:unread")).containsExactly(2L);
        assertThat(found("category:personal")).containsExactly(2L);
        assertThat(index.size()).isEqualTo(2);

        index.update(List.of(before.message()));
        index.refresh(3);
        assertThat(found("label:old is:unread category:personal")).containsExactly(1L);
        assertThat(found("stage:offer")).isEmpty();
    }

    @Test
    void aMailThatWasPutAgainCanBeUpdated() {
        put(mail(1).get());
        put(mail(1).text("again").get());
        index.update(List.of(mail(1).labels("late").message()));
        index.refresh(3);
        assertThat(found("label:late again")).containsExactly(1L);
    }

    @Test
    void termsAreAllRequired() {
        put(
                mail(1).subject("alpha").get(),
                mail(2).subject("beta").get(),
                mail(3).subject("alpha beta").get());
        assertThat(found("alpha")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(found("alpha -beta")).containsExactly(1L);
        assertThat(found("alpha beta")).containsExactly(3L);
        assertThat(found("-alpha")).containsExactly(2L);
    }

    @Test
    void theNewestComeFirstWhereThatIsAskedFor() {
        put(
                mail(1).ageDays(3).get(),
                mail(2).ageDays(1).get(),
                mail(3).ageDays(2).get());
        assertThat(found("hello")).containsExactly(2L, 3L, 1L);
        assertThat(found("")).containsExactly(2L, 3L, 1L);
    }

    @Test
    void anEmptyQueryByRelevanceIsTheNewestMail() {
        put(
                mail(1).ageDays(3).get(),
                mail(2).ageDays(1).get(),
                mail(3).ageDays(2).get());
        assertThat(best("")).containsExactly(2L, 3L, 1L);
    }

    @Test
    void noMoreHitsThanWantedButAllAreCounted() {
        put(IntStream.range(0, 30).mapToObj(i -> mail(i).get()).toArray(IndexedMail[]::new));
        var result = index.search(SearchRequest.of(SearchQuery.parse("hello"), 7, NOW));
        assertThat(result.hits()).hasSize(7);
        assertThat(result.total()).isEqualTo(30);
    }

    @Test
    void aWordInTheSubjectCountsMoreThanOneInTheText() {
        put(
                mail(1).subject("Hello").text("the invoice is here").get(),
                mail(2).subject("The invoice").text("it is here").get(),
                mail(3).subject("Nothing").text("else").get());
        assertThat(best("invoice")).containsExactly(2L, 1L);
        assertThat(reasons(SearchRequest.of(SearchQuery.parse("invoice"), 9, NOW), 2))
                .contains(SearchHit.Kind.SUBJECT)
                .doesNotContain(SearchHit.Kind.SENDER, SearchHit.Kind.TEXT);
        assertThat(reasons(SearchRequest.of(SearchQuery.parse("invoice"), 9, NOW), 1))
                .contains(SearchHit.Kind.TEXT)
                .doesNotContain(SearchHit.Kind.SUBJECT);
    }

    @Test
    void newerMailCountsMore() {
        put(
                mail(1).ageDays(1000).get(),
                mail(2).ageDays(1).get(),
                mail(3).ageDays(200).get());
        assertThat(best("hello")).containsExactly(2L, 3L, 1L);
        var request = SearchRequest.of(SearchQuery.parse("hello"), 9, NOW);
        assertThat(reasons(request, 2)).contains(SearchHit.Kind.RECENT);
        assertThat(reasons(request, 1)).doesNotContain(SearchHit.Kind.RECENT);
    }

    @Test
    void mailOfContactsCountsMore() {
        put(
                mail(1).from("X", "x@a.example").get(),
                mail(2).from("Y", "Y@a.example").get());
        var request = request(
                "hello", SearchRequest.Mode.PLAIN, SearchRequest.Order.RELEVANCE, Map.of(), Set.of("y@a.example"));
        assertThat(best(request)).containsExactly(2L, 1L);
        assertThat(reasons(request, 2)).contains(SearchHit.Kind.CONTACT);
        assertThat(reasons(request, 1)).doesNotContain(SearchHit.Kind.CONTACT);
    }

    @Test
    void ghostingRiskAndLateStagesCountMore() {
        put(
                mail(1).stage(Stage.APPLIED).ghostingRisk(0.1).get(),
                mail(2).stage(Stage.APPLIED).ghostingRisk(0.6).get(),
                mail(3).stage(Stage.FINAL_ROUND).ghostingRisk(0.59).get());
        assertThat(best("hello")).containsExactly(2L, 3L, 1L);
        var request = SearchRequest.of(SearchQuery.parse("hello"), 9, NOW);
        assertThat(reasons(request, 2))
                .contains(SearchHit.Kind.GHOSTING_RISK)
                .doesNotContain(SearchHit.Kind.LATE_STAGE);
        assertThat(reasons(request, 3))
                .contains(SearchHit.Kind.LATE_STAGE)
                .doesNotContain(SearchHit.Kind.GHOSTING_RISK);
    }

    @Test
    void aModeRaisesWhatItIsAbout() {
        put(
                mail(1).subject("hello").category(Category.FINANCE).get(),
                mail(2).subject("hello").category(Category.EVENT).get(),
                mail(3).subject("hello").category(Category.NEWSLETTER).get(),
                mail(4).subject("hello meetup").get(),
                mail(5).subject("hello payment").get());
        assertThat(best(mode(SearchRequest.Mode.MONEY))).startsWith(1L).last().isNotEqualTo(5L);
        assertThat(reasons(mode(SearchRequest.Mode.MONEY), 1)).contains(SearchHit.Kind.MODE);
        assertThat(reasons(mode(SearchRequest.Mode.MONEY), 5)).contains(SearchHit.Kind.MODE);
        assertThat(reasons(mode(SearchRequest.Mode.MONEY), 2)).doesNotContain(SearchHit.Kind.MODE);
        assertThat(best(mode(SearchRequest.Mode.NETWORKING))).startsWith(2L);
        assertThat(reasons(mode(SearchRequest.Mode.NETWORKING), 4)).contains(SearchHit.Kind.MODE);
        assertThat(reasons(mode(SearchRequest.Mode.NETWORKING), 3)).doesNotContain(SearchHit.Kind.MODE);
        assertThat(reasons(mode(SearchRequest.Mode.PLAIN), 1)).doesNotContain(SearchHit.Kind.MODE);
    }

    private static SearchRequest mode(SearchRequest.Mode mode) {
        return request("hello", mode, SearchRequest.Order.RELEVANCE, Map.of(), Set.of());
    }

    @Test
    void reasonsAreStrongestFirst() {
        put(mail(1).subject("invoice")
                .text("invoice")
                .stage(Stage.OFFER)
                .ageDays(0)
                .get());
        var hit = index.search(SearchRequest.of(SearchQuery.parse("invoice"), 9, NOW))
                .hits()
                .getFirst();
        assertThat(hit.reasons())
                .extracting(SearchHit.Reason::factor)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(hit.reasons())
                .allSatisfy(reason -> assertThat(reason.factor()).isGreaterThan(1));
    }

    @Test
    void facetsCountAllMatches() {
        put(
                mail(1).from("A", "A@x.example")
                        .category(Category.OFFER)
                        .stage(Stage.OFFER)
                        .ageDays(1)
                        .get(),
                mail(2).from("B", "a@x.example")
                        .category(Category.OFFER)
                        .ageDays(400)
                        .get(),
                mail(3).from("C", "c@x.example")
                        .category(Category.EVENT)
                        .ageDays(1)
                        .get(),
                mail(4).subject("other").text("else").get());
        var result = index.search(SearchRequest.of(SearchQuery.parse("hello"), 1, NOW));
        assertThat(result.facets().get(Facet.CATEGORY))
                .containsExactly(new SearchResult.Count("offer", 2), new SearchResult.Count("event", 1));
        assertThat(result.facets().get(Facet.SENDER))
                .containsExactly(new SearchResult.Count("a@x.example", 2), new SearchResult.Count("c@x.example", 1));
        assertThat(result.facets().get(Facet.STAGE)).containsExactly(new SearchResult.Count("offer", 1));
        assertThat(result.facets().get(Facet.YEAR))
                .containsExactly(new SearchResult.Count("2026", 2), new SearchResult.Count("2025", 1));
    }

    @Test
    void hitsCanBeNarrowedByEveryFacet() {
        put(
                mail(1).from("A", "A@x.example")
                        .category(Category.OFFER)
                        .stage(Stage.OFFER)
                        .ageDays(1)
                        .get(),
                mail(2).from("B", "b@x.example")
                        .category(Category.EVENT)
                        .stage(Stage.APPLIED)
                        .ageDays(400)
                        .get());
        assertThat(narrowed(Facet.CATEGORY, "offer")).containsExactly(1L);
        assertThat(narrowed(Facet.SENDER, "a@x.example")).containsExactly(1L);
        assertThat(narrowed(Facet.STAGE, "applied")).containsExactly(2L);
        assertThat(narrowed(Facet.YEAR, "2025")).containsExactly(2L);
        assertThat(narrowed(Facet.YEAR, "1999")).isEmpty();
        assertThat(narrowed(Facet.CATEGORY, "nonsense")).isEmpty();
        assertThat(narrowed(Facet.SENDER, "nobody")).isEmpty();
        assertThat(narrowed(Facet.YEAR, "nonsense")).isEmpty();
    }

    private List<Long> narrowed(Facet facet, String value) {
        return best(
                request("", SearchRequest.Mode.PLAIN, SearchRequest.Order.RELEVANCE, Map.of(facet, value), Set.of()));
    }

    @Test
    void aWordThatFindsNothingIsCorrected() {
        put(
                mail(1).subject("Your interview at Acme").get(),
                mail(2).subject("Your interview tomorrow").get(),
                mail(3).subject("The inventory").get());
        assertThat(index.search(newestFirst("intervew acme")).didYouMean()).contains("interview acme");
        assertThat(index.search(newestFirst("intervew -tomorrow")).didYouMean()).contains("interview -tomorrow");
        assertThat(index.search(newestFirst("subject:intervew")).didYouMean()).contains("subject:interview");
        assertThat(index.search(newestFirst("interview")).didYouMean()).isEmpty();
        assertThat(index.search(newestFirst("xyzzyplughqwerty")).didYouMean()).isEmpty();
    }

    @Test
    void nothingIsVisibleBeforeARefreshAndEverythingIsAfterIt() {
        index.put(List.of(mail(1).get()));
        index.refresh(17);
        assertThat(found("hello")).containsExactly(1L);
    }

    @Test
    void whatWasRefreshedSurvivesAClose() {
        index.put(List.of(mail(1).labels("kept").get(), mail(2).get()));
        index.update(List.of(mail(2).labels("late").message()));
        index.refresh(17);
        reopened();
        assertThat(index.follows()).isEqualTo(17);
        assertThat(index.size()).isEqualTo(2);
        assertThat(found("label:kept")).containsExactly(1L);
        assertThat(found("label:late")).containsExactly(2L);
    }

    @Test
    void aRebuiltIndexTakesOverOnlyWhenItIsFinished() {
        put(mail(1).subject("old one").get());
        try (var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail(2).subject("new one").get()));
            index.put(List.of(mail(3).subject("meanwhile one").get()));
            index.refresh(5);
            assertThat(found("one")).containsExactlyInAnyOrder(1L, 3L);
            rebuild.finish(9);
        }
        assertThat(found("one")).containsExactly(2L);
        assertThat(index.follows()).isEqualTo(9);
        index.put(List.of(mail(4).subject("later one").get()));
        index.refresh(10);
        assertThat(found("one")).containsExactlyInAnyOrder(2L, 4L);
        reopened();
        assertThat(found("one")).containsExactlyInAnyOrder(2L, 4L);
        assertThat(index.follows()).isEqualTo(10);
    }

    @Test
    void anUnfinishedRebuildIsDropped() {
        put(mail(1).subject("old one").get());
        try (var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail(2).subject("new one").get()));
        }
        assertThat(found("one")).containsExactly(1L);
        reopened();
        assertThat(found("one")).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "***",
                "*gineer",
                "?",
                "\"",
                "\"\"\"",
                "from:\"",
                "\uD83D\uDE00",
                "\uD83D",
                "שלום עולם",
                "\u202Eengineer",
                "(a|b)*c+$",
                "a AND OR NOT (b",
                "field:[1 TO 2]",
                "\\",
                "a~ b^2",
                "/.*/",
                "\u0000",
                "-",
                "--",
                "-\"",
                "label:*",
                "from:*"
            })
    void oddInputIsAQueryToo(String query) {
        put(EXAMPLE);
        found(query);
        best(SearchRequest.of(SearchQuery.parseTyped(query), 10, NOW));
    }

    @Test
    void emojiAndOtherScriptsAreFound() {
        put(
                mail(1).subject("\uD83D\uDE00 party").text("שלום עולם").get(),
                mail(2).subject("Привет мир").text("日本語 テスト").get());
        assertThat(found("party")).containsExactly(1L);
        assertThat(found("\"\uD83D\uDE00 party\"")).containsExactly(1L);
        assertThat(found("עולם")).containsExactly(1L);
        assertThat(found("ПРИВЕТ")).containsExactly(2L);
        assertThat(found("日本語")).containsExactly(2L);
    }

    @Test
    void hugeQueriesAreAnsweredOrRefusedAtOnce() {
        index.put(LongStream.range(0, 500)
                .mapToObj(i -> mail(i).text("word" + i + " common").get())
                .toList());
        index.refresh(1);
        var different = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            different.append("word").append(i).append(i % 3 == 0 ? "* " : " ");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(found("common -plumber ".repeat(5_000))).hasSize(500));
        var queries = List.of(
                different.toString(),
                "-" + different.toString().replace(" ", " -"),
                '"' + different.toString() + '"',
                "a".repeat(100_000),
                "a-".repeat(50_000) + "*");
        for (var query : queries) {
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> answerOrRefusal(query));
        }
    }

    private void answerOrRefusal(String query) {
        try {
            best(query);
        } catch (CountersignException.Invalid refusal) {
            assertThat(refusal).hasMessageContaining("search");
        }
    }

    @Test
    void hugeMailIsIndexed() {
        put(mail(1).subject("s".repeat(100_000))
                .text("start " + "x".repeat(100_000) + " middle " + "lorem ipsum ".repeat(200_000))
                .get());
        assertThat(found("start middle lorem")).containsExactly(1L);
    }
}
