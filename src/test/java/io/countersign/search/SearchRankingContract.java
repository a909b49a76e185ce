package io.countersign.search;

import static io.countersign.search.IndexedMails.NOW;
import static io.countersign.search.IndexedMails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which order and why every search engine lists what it found, and how it counts it. */
public abstract class SearchRankingContract extends SearchIndexFixture {
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

    @Test
    void otherFormsFollowWhatMatchesAndAreNeverCounted() {
        put(
                mail(1).text("the interview was scheduled").get(),
                mail(2).text("the interviews were scheduled").get(),
                mail(3).subject("Interviews").text("scheduling them").get(),
                mail(4).from("Interviews", "a@example.org")
                        .text("nothing scheduled")
                        .get(),
                mail(5).text("nothing at all").get());
        var request = SearchRequest.of(SearchQuery.parse("interview scheduled"), 10, NOW);
        var result = index.search(request);
        assertThat(result.hits()).extracting(SearchHit::messageId).containsExactly(1L);
        assertThat(result.others()).extracting(SearchHit::messageId).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(result.total()).isEqualTo(1);
        assertThat(index.matches(request, 10, io.countersign.shared.task.Progress.none()))
                .containsExactly(1L);
        assertThat(others("interview scheduled", 2)).hasSize(1);
        assertThat(others("interview scheduled", 1)).isEmpty();
        assertThat(others("\"interview\" \"scheduled\"", 10)).isEmpty();
        assertThat(best("from:interview")).as("a place is meant as it stands").isEmpty();
        assertThat(best("subject:interview scheduled")).isEmpty();
        assertThat(index.search(newestFirst("interview scheduled")).others()).isEmpty();
    }

    private java.util.List<SearchHit> others(String query, int limit) {
        return index.search(SearchRequest.of(SearchQuery.parse(query), limit, NOW))
                .others();
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
}
