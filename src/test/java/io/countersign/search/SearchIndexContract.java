package io.countersign.search;

import static io.countersign.search.IndexedMails.NOW;
import static io.countersign.search.IndexedMails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every search engine must find and keep, whatever it is. */
public abstract class SearchIndexContract extends SearchIndexFixture {
    /** An engine works in threads of its own, so that only time on the wall tells; far above what a busy machine needs. */
    private static final Duration HANG = Duration.ofSeconds(15);

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
            *.pdf                       | true
            from:*@jobs.acme.example    | true
            *                           | true
            * engineer                  | true
            "*gineer"                   | false
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*gineer",
                "-*gineer",
                "jobs *gin*",
                "**gineer",
                "subject:*gineer",
                "from:*cme",
                "label:*search",
                "*\u05DC\u05D5\u05DD"
            })
    void aWordThatBeginsWithAStarIsRefusedInsteadOfNotFound(String query) {
        put(EXAMPLE);
        var asked = SearchRequest.of(SearchQuery.parse(query), 10, NOW);
        var typed = SearchRequest.of(SearchQuery.parseTyped(query), 10, NOW);
        assertThatExceptionOfType(CountersignException.BadQuery.class).isThrownBy(() -> index.search(typed));
        assertThatExceptionOfType(CountersignException.BadQuery.class)
                .isThrownBy(() -> index.matches(asked, 10, Progress.none()));
        assertThatExceptionOfType(CountersignException.BadQuery.class)
                .isThrownBy(() -> index.search(asked))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("error.query.wildcard"));
    }

    @Test
    void allMatchesAreGivenTheLatestFirstHoweverManyAndHoweverFewAreListed() {
        index.put(LongStream.rangeClosed(1, 2300)
                .mapToObj(id -> mail(id).subject(id % 2 == 0 ? "offer" : "news").get())
                .toList());
        index.refresh(1);
        var request = SearchRequest.of(SearchQuery.parse("offer"), 10, NOW);
        var expected = LongStream.rangeClosed(1, 1150)
                .map(half -> 2 * (1151 - half))
                .boxed()
                .toList();

        assertThat(index.matches(request, 5000, Progress.none())).isEqualTo(expected);
        assertThat(index.matches(request, 1075, Progress.none())).isEqualTo(expected.subList(0, 1075));
        assertThat(index.search(request).total()).isEqualTo(1150);
        assertThat(index.matches(SearchRequest.of(SearchQuery.parse("nothing"), 10, NOW), 10, Progress.none()))
                .isEmpty();
    }

    @Test
    void emojiAndOtherScriptsAreFound() {
        put(
                mail(1).subject("\uD83D\uDE00 party").text("שלום עולם").get(),
                mail(2).subject("Привет мир").text("日本語 テスト").get());
        assertThat(found("party")).containsExactly(1L);
        assertThat(found("\"\uD83D\uDE00 party\"")).containsExactly(1L);
        assertThat(found("\uD83D\uDE00")).containsExactly(1L);
        assertThat(found("\uD83C\uDF89")).isEmpty();
        assertThat(found("party -\uD83D\uDE00")).isEmpty();
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
                HANG, () -> assertThat(found("common -plumber ".repeat(5_000))).hasSize(500));
        var queries = List.of(
                different.toString(),
                "-" + different.toString().replace(" ", " -"),
                '"' + different.toString() + '"',
                "a".repeat(100_000),
                "a-".repeat(50_000) + "*");
        for (var query : queries) {
            Assertions.assertTimeout(HANG, () -> answerOrRefusal(query));
        }
    }

    private void answerOrRefusal(String query) {
        try {
            best(query);
        } catch (CountersignException.BadQuery refusal) {
            assertThat(refusal.messageKey()).isIn("error.query.terms", "error.query.words");
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
