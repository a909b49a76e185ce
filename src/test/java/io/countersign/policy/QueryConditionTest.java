package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.search.Facet;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchQuery;
import io.countersign.search.ui.SampleSearch;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryConditionTest {
    private static final int MAILS = 11;

    private final SampleSearch mailbox = SampleSearch.jobSeeker();

    private List<Message> mails() {
        return IntStream.range(0, MAILS).mapToObj(mailbox::message).toList();
    }

    private List<Message> held(Condition condition) {
        var evaluator = new ConditionEvaluator(condition);
        return mails().stream()
                .filter(mail -> evaluator.matches(mail, SampleSearch.NOW))
                .toList();
    }

    private List<Message> held(String query) {
        return held(QueryCondition.of(SearchQuery.parse(query), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category:receipt",
                "-category:receipt",
                "after:2026-11-20",
                "before:2026-11 category:personal",
                "after:2026 before:2027",
                "is:unread",
                "is:read",
                "is:starred",
                "has:attachment",
                "-has:attachment is:unread",
                "label:jobs",
                "stage:interview",
                "stage:nonsense",
                "from:lumengrid.example",
                "subject:\"data engineer\"",
                "to:alex -from:lumengrid.example",
                "",
            })
    void aConditionHoldsForWhatTheSearchFinds(String query) {
        var found = mails().stream()
                .filter(new MessageMatcher(SearchQuery.parse(query)))
                .toList();
        assertThat(held(query)).as(query).containsExactlyElementsOf(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interview", "interview thursday", "hanna", "inter*", "\"case study\"", "ten dashboards"})
    void noMailThatTheSearchFindsByWordsIsMissed(String query) {
        var found = mails().stream()
                .filter(new MessageMatcher(SearchQuery.parse(query)))
                .toList();
        assertThat(found).as(query).isNotEmpty();
        assertThat(held(query)).as(query).containsAll(found);
    }

    @Test
    void whatIsNarrowedDownIsPartOfIt() {
        var narrowed = Map.of(Facet.CATEGORY, "receipt", Facet.YEAR, "2026", Facet.SENDER, "billing@trailhead.example");
        assertThat(held(QueryCondition.of(SearchQuery.parse("sql"), narrowed)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.envelope().subject()).startsWith("Receipt: SQL"));
        assertThat(held(QueryCondition.of(SearchQuery.parse(""), Map.of(Facet.YEAR, "2025"))))
                .extracting(mail -> mail.understanding().category())
                .containsExactly(Category.EVENT);
        assertThat(held(QueryCondition.of(SearchQuery.parse(""), Map.of(Facet.STAGE, "hired"))))
                .isEmpty();
    }

    @Test
    void everyConditionCanBeStoredAndReadAgain() {
        var condition = QueryCondition.of(
                SearchQuery.parse("-from:anna interview category:offer stage:x after:2026 is:read label:a* \"b c\""),
                Map.of(Facet.YEAR, "2026"));
        var json = new PolicyJson();
        var printed = json.print(condition);
        assertThat(json.print(json.condition(printed))).isEqualTo(printed);
    }
}
