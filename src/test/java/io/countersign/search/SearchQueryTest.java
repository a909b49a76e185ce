package io.countersign.search;

import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.SampleMail;
import io.countersign.shared.CountersignException;
import io.countersign.shared.CpuTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchQueryTest {
    private static final String LETTERS = "ab:\"- *\u00DF\uD83D\uDE00from:is:label:";
    private static final Message MAIL = mail(Category.JOB_ALERT)
            .from("Zoë Müller <zoe@jobs.acme.example>")
            .subject("New jobs: Senior Straßenbau engineer")
            .preview("Apply today, e-mail us. C++ wanted at 10:30")
            .labels("Job search")
            .attachment()
            .ageDays(10)
            .stage("applied", Optional.empty())
            .get();

    private static boolean finds(String query) {
        return new MessageMatcher(SearchQuery.parse(query)).test(MAIL);
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
            "senior straßenbau"         | true
            "straßenbau senior"         | false
            -"senior straßenbau"        | false
            "enior straßenbau"          | false
            from:zoë                    | true
            from:acme                   | true
            from:zoe@jobs.acme.example  | true
            from:engineer               | false
            FROM:Müller                 | true
            from:"zoë müller"           | true
            -from:acme                  | false
            to:me                       | true
            to:example.org              | true
            to:zoe                      | false
            subject:engineer            | true
            subject:apply               | false
            has:attachment              | true
            -has:attachment             | false
            is:unread                   | true
            is:read                     | false
            is:starred                  | false
            category:job_alert          | true
            category:offer              | false
            label:"job search"          | true
            label:job*                  | true
            label:job                   | false
            stage:applied               | true
            stage:offer                 | false
            after:2026-03-05            | true
            after:2026-03-06            | false
            before:2026-03-05           | false
            before:2026-03-06           | true
            after:2026                  | true
            before:2026-03              | false
            e-mail                      | true
            mail                        | true
            c++                         | true
            10:30                       | true
            10:31                       | false
            colour:red                  | false
            "unbalanced                 | false
            "senior                     | true
            from:                       | true
            -                           | true
            engineer "                  | true
            """)
    void findsWhatTheQueryAsksFor(String query, boolean found) {
        assertThat(finds(query)).as(query).isEqualTo(found);
    }

    @Test
    void whatIsStillBeingTypedIsAPrefix() {
        assertThat(new MessageMatcher(SearchQuery.parseTyped("senior engin")).test(MAIL))
                .isTrue();
        assertThat(new MessageMatcher(SearchQuery.parseTyped("engin senior ")).test(MAIL))
                .isFalse();
        assertThat(new MessageMatcher(SearchQuery.parseTyped("from:ac")).test(MAIL))
                .isTrue();
        assertThat(new MessageMatcher(SearchQuery.parseTyped("")).test(MAIL)).isTrue();
        for (var whole :
                List.of("category:receipt", "stage:interview", "after:2026-10", "senior is:unread", "has:attachment")) {
            assertThat(SearchQuery.parseTyped(whole))
                    .as("a value that is whole")
                    .isEqualTo(SearchQuery.parse(whole));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"is:u", "-is:", "has:att", "category:off", "before:2", "after:2026-1", "-category:p", "IS:Un"})
    void aValueThatIsOnlyBegunAsksNothingYet(String begun) {
        assertThat(SearchQuery.parseTyped("senior " + begun)).isEqualTo(SearchQuery.parse("senior "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"is:x", "before:tomorrow", "after:2026-13-10", "colour:r", "\"is:u", "category:offerx"})
    void aValueThatIsWrongIsText(String wrong) {
        assertThat(SearchQuery.parseTyped(wrong).terms()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                ":",
                "::",
                "-:",
                "-\"",
                "***",
                "from:\"",
                "a:\"b",
                "-from:-x",
                "\uD83D",
                "from:*",
                "label:*"
            })
    void oddInputIsAQueryToo(String query) {
        finds(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*gineer", "-*gineer", "**gineer", "subject:*gin*", "label:*job", "label:\"*job\"", "*.pdf"})
    void aStarInFrontIsKeptWhenAQueryIsWrittenAgain(String query) {
        var read = SearchQuery.parse(query);
        assertThat(SearchQuery.parse(read.text())).isEqualTo(read);
    }

    @Test
    void aLabelThatBeginsWithAStarIsAskedForInQuotes() {
        var starred = mail(Category.PERSONAL).labels("*job").get();
        assertThat(new MessageMatcher(SearchQuery.parse("label:\"*job\"")).test(starred))
                .isTrue();
        assertThatExceptionOfType(CountersignException.BadQuery.class).isThrownBy(() -> finds("label:*job"));
    }

    @Test
    void anEmojiAloneAsksForItAndPunctuationAloneAsksNothing() {
        assertThat(SearchQuery.parse("\uD83C\uDF89 & - !").terms())
                .isEqualTo(SearchQuery.parse("\uD83C\uDF89").terms())
                .hasSize(1);
    }

    @Test
    void noInputMakesItFailExceptAWordThatBeginsWithAStar() {
        var random = new Random(11);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            var query = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                query.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            var message = SampleMail.random(random);
            found += finds(SearchQuery.parse(query.toString()), message);
            found += finds(SearchQuery.parseTyped(query.toString()), message);
        }
        assertThat(found).isPositive();
    }

    private static int finds(SearchQuery query, Message message) {
        try {
            return new MessageMatcher(query).test(message) ? 1 : 0;
        } catch (CountersignException.BadQuery refusal) {
            assertThat(query.text()).containsPattern("\\*[\\p{L}\\p{Nd}]");
            return 0;
        }
    }

    @Test
    void tenThousandTermsAreAnsweredFast() {
        var query = SearchQuery.parse("engineer -plumber ".repeat(5_000));
        assertThat(query.terms()).hasSize(10_000);
        var took = CpuTime.of(() -> {
            for (int i = 0; i < 100; i++) {
                assertThat(new MessageMatcher(query).test(MAIL)).isTrue();
            }
            SearchQuery.parse("\"".repeat(1_000_000));
            SearchQuery.parse("a:".repeat(500_000));
        });
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
}
