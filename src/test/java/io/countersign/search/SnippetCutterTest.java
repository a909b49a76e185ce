package io.countersign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.SearchDesk.Range;
import io.countersign.search.SearchDesk.Snippet;
import io.countersign.shared.CpuTime;
import io.countersign.shared.text.TextFold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SnippetCutterTest {
    private static final List<String> PIECES = List.of(
            "offer",
            "OFFER",
            "Straße",
            "STRASSE",
            "straße",
            "café",
            "cafe\u0301",
            "Cafe\u0301s",
            "ﬁnal",
            "final",
            "İstanbul",
            "ΣΟΦΟΣ",
            "σοφος",
            "ｏｆｆｅｒ",
            "x",
            "日本語",
            "👩‍💻",
            "…",
            ",",
            "\n\n",
            "\t",
            "\u202e",
            "\u00a0",
            "𝐨𝐟𝐟𝐞𝐫",
            "offers",
            "co-offer",
            "ann@offer.org",
            "\ud800",
            "1️⃣");

    private static Snippet cut(String query, String subject, String text) {
        return new SnippetCutter(SearchQuery.parse(query)).cut(subject, text);
    }

    private static List<String> marked(Snippet snippet) {
        return pieces(snippet.text(), snippet.marks());
    }

    private static List<String> pieces(String text, List<Range> ranges) {
        return ranges.stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void thePieceWithMostDifferentWordsIsShownOnOneLine() {
        var filler = "This says nothing at all to anybody.\n".repeat(20);
        var text = filler + "offer offer offer\n" + filler + "your\r\noffer  comes with a great salary\n" + filler;

        var snippet = cut("salary offer", "", text);

        assertThat(marked(snippet)).containsExactly("offer", "salary");
        assertThat(snippet.text())
                .contains("your offer comes with a great salary This")
                .startsWith("… ");
        assertThat(snippet.text().length()).isLessThanOrEqualTo(SnippetCutter.LENGTH + 24);
    }

    @Test
    void anEmojiIsMarkedAsAWordIs() {
        assertThat(marked(cut("🎉", "", "A party 🎉\uFE0F for you: 🎉!!"))).containsExactly("🎉", "🎉");
    }

    @Test
    void withoutAnyOfTheWordsTheBeginningIsShown() {
        var snippet = cut("absent", "absent", "  Hello\n there  ");
        assertThat(snippet.text()).isEqualTo("Hello there");
        assertThat(snippet.marks()).isEmpty();
        assertThat(snippet.subjectMarks()).containsExactly(new Range(0, 6));
    }

    @Test
    void wordsOfOtherPlacesAndWordsThatMustNotOccurAreNotMarked() {
        var snippet = cut("from:ann subject:offer -rejected to:me", "Offer for Ann", "ann rejected the offer, me too");
        assertThat(snippet.marks()).isEmpty();
        assertThat(pieces("Offer for Ann", snippet.subjectMarks())).containsExactly("Offer");
    }

    @Test
    void phrasesPrefixesAndAddressesAreMarkedWordByWord() {
        assertThat(marked(cut("\"final round\"", "", "the final round"))).containsExactly("final", "round");
        assertThat(marked(cut("inter*", "", "the interview, inter alia"))).containsExactly("interview", "inter");
        assertThat(marked(cut("ann@shop.example", "", "write to Ann@Shop.example now")))
                .containsExactly("Ann", "Shop", "example");
    }

    /** Wherever folding changes lengths, a mark still covers whole words of the text. */
    @Test
    void eachMarkFoldsToAWordOfTheQuery() {
        var random = new Random(11);
        var queries = List.of("offer", "strasse", "café", "final", "istanbul", "σοφος", "日本*", "caf*", "off* ann x");
        int marks = 0;
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            var query = queries.get(random.nextInt(queries.size()));
            var subject = text.substring(0, Math.min(text.length(), 40));

            var snippet = cut(query, subject, text.toString());

            var words = List.of(TextFold.fold(query.replace("*", "")).split(" "));
            var all = new ArrayList<>(marked(snippet));
            all.addAll(pieces(subject, snippet.subjectMarks()));
            marks += all.size();
            assertThat(all)
                    .allSatisfy(mark -> assertThat(words)
                            .anySatisfy(word -> assertThat(TextFold.fold(mark)).startsWith(word)));
            assertThat(snippet.text()).doesNotContain("\n", "\t", "\u202e").hasSizeLessThanOrEqualTo(420);
            assertRising(snippet.marks(), snippet.text().length());
        }
        assertThat(marks).isGreaterThan(5000);
    }

    private static void assertRising(List<Range> ranges, int length) {
        int last = 0;
        for (var range : ranges) {
            assertThat(range.start()).isGreaterThanOrEqualTo(last);
            assertThat(range.end()).isGreaterThan(range.start()).isLessThanOrEqualTo(length);
            last = range.end();
        }
    }

    @Test
    @Timeout(20)
    void hugeTextsTakeBoundedTime() {
        var many = "offer ".repeat(1_700_000);
        var one = "ö".repeat(10_000_000);
        var gaps = "o ".repeat(5_000_000);
        var took = CpuTime.of(() -> List.of(many, one, gaps).forEach(text -> cut("offer o* salary", "", text)));
        // Three texts of 10 MB: a second each would already be ten times what a quiet machine needs.
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatNobodyReadsIsNotPartOfASnippet() {
        var address = "https://click.shop.example/ls/" + "a1B2".repeat(40);
        var text = "[ " + address + " ][IMG]\n[image: logo.png] Your offer [ " + address + " ] ends today.";
        var cut = new SnippetCutter(SearchQuery.parse("offer")).cut("", text);
        assertThat(cut.text()).isEqualTo("Your offer [ https://click.shop.example/… ] ends today.");
        assertThat(cut.marks())
                .extracting(mark -> cut.text().substring(mark.start(), mark.end()))
                .containsExactly("offer");
    }

    @Test
    void aWordThatStandsInAnAddressOnlyIsShownThere() {
        var text = "Hello. ".repeat(60) + "https://click.shop.example/ls/" + "a1/".repeat(40) + "unsubscribe/now";
        var cut = new SnippetCutter(SearchQuery.parse("unsubscribe")).cut("", text);
        assertThat(cut.marks())
                .extracting(mark -> cut.text().substring(mark.start(), mark.end()))
                .containsExactly("unsubscribe");
    }
}
