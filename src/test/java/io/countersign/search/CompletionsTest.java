package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.SearchDesk.Completion;
import io.countersign.search.SearchDesk.Completion.Kind;
import io.countersign.search.SearchDesk.Range;
import io.countersign.search.Vocabulary.Person;
import io.countersign.search.Vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
    private final Completions completions = new Completions(new Words(
            List.of(
                    new Person("ann@shop.example", "Ann Lee", 3),
                    new Person("bob@annex.example", "Bob", 9),
                    new Person("x@y.example", "Übermut Özil", 1)),
            Map.of("To do", 2L, "Today", 5L),
            Map.of("receipt", 7L, "rejection", 8L),
            Map.of("offer", 1L)));

    private List<String> texts(String typed) {
        return completions.of(typed, typed.length()).stream()
                .map(Completion::text)
                .toList();
    }

    @Test
    void nothingTypedOffersTheOperators() {
        assertThat(completions.of("", 0)).hasSize(12).allMatch(one -> one.kind() == Kind.OPERATOR);
        assertThat(texts("offer ")).hasSize(12);
    }

    @Test
    void aBegunWordIsAnOperatorOrAPersonWhoWroteMost() {
        assertThat(texts("is:")).contains("is:unread", "is:starred").doesNotContain("is:");
        assertThat(texts("ca")).containsExactly("category:");
        assertThat(texts("ann")).containsExactly("from:bob@annex.example", "from:ann@shop.example");
        assertThat(texts("lee")).containsExactly("from:ann@shop.example");
    }

    @Test
    void valuesAreCompletedByWhatTheMailHasMostFrequentFirst() {
        assertThat(texts("category:re")).containsExactly("category:rejection", "category:receipt");
        assertThat(texts("label:to")).containsExactly("label:Today", "label:\"To do\"");
        assertThat(texts("label:\"to d")).containsExactly("label:\"To do\"");
        assertThat(texts("stage:")).containsExactly("stage:offer");
        assertThat(texts("to:ÖZ")).containsExactly("to:x@y.example");
        assertThat(texts("FROM:ann@")).containsExactly("from:ann@shop.example");
    }

    @Test
    void onlyTheWordBeforeTheCaretIsReplaced() {
        var typed = "offer -stage:o more";
        assertThat(completions.of(typed, 14))
                .containsExactly(new Completion("stage:offer", new Range(7, 14), Kind.STAGE, 1));
    }

    @Test
    void whatIsCompleteOrQuotedIsNotCompleted() {
        assertThat(texts("stage:offer")).isEmpty();
        assertThat(texts("\"ann le")).isEmpty();
        assertThat(texts("nobody:x")).isEmpty();
    }

    @Test
    void anyInputAndCaretHasAtMostADozen() {
        var many = new Completions(new Words(
                LongStream.range(0, 500)
                        .mapToObj(i -> new Person("a" + i + "@b", "", i))
                        .toList(),
                Map.of(),
                Map.of(),
                Map.of()));
        assertThat(many.of("a", 1)).hasSize(12);
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            var typed = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                typed.append("from:a\"- *Ö\ud83d\ude00b".charAt(random.nextInt(14)));
            }
            int caret = random.nextInt(-2, 15);
            assertThat(many.of(typed.toString(), caret))
                    .hasSizeLessThanOrEqualTo(12)
                    .allSatisfy(one -> assertThat(one.replaced().end()).isBetween(0, typed.length()));
        }
    }
}
