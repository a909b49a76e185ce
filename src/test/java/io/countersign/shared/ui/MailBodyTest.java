package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.text.OneLine;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailBodyTest {
    private static String whole(MailBody body) {
        return body.pages().stream()
                .flatMap(page -> page.parts().stream())
                .map(MailBody.Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void quotedLinesAndSignaturesAreAside() {
        var parts = MailBody.of("Yes.\n\n> Shall we?\n> Tomorrow?\n\nSee you\n--\nAlex")
                .pages()
                .getFirst()
                .parts();
        assertThat(parts).extracting(MailBody.Part::aside).containsExactly(false, true, false, true);
        assertThat(parts.get(1).text()).startsWith("> Shall we?");
    }

    @Test
    void longTextIsCutIntoPagesAndNothingIsLost() {
        var text = "A line of some words that repeats.\n".repeat(2_000).strip();
        var body = MailBody.of(text);
        assertThat(body.pages().size()).isGreaterThan(5);
        assertThat(whole(body).strip()).isEqualTo(text);
        assertThat(body.hidden()).isGreaterThan(50_000);
    }

    @Test
    void oneEndlessLineIsCutToo() {
        var text = "🚀".repeat(30_000);
        var body = MailBody.of(text);
        assertThat(body.pages()).allMatch(page -> page.length() <= 8_100);
        assertThat(whole(body).strip()).isEqualTo(text);
    }

    @Test
    void emptyLinesAreFoldedAndAnEmptyMailHasOnePage() {
        assertThat(whole(MailBody.of("a\n\n\n\n\nb"))).isEqualTo("a\n\nb");
        assertThat(MailBody.of(" \n ").pages()).hasSize(1);
    }

    @Test
    void absurdLengthIsCutAndSaysSo() {
        assertThat(MailBody.of("word ".repeat(400_000)).cut()).isTrue();
    }

    @Test
    void oneLineHasNoBreaksAndNoOverrides() {
        assertThat(OneLine.of(" Re:\r\n\t  Invoice \u202Egnp.exe\u2066 ")).isEqualTo("Re: Invoice gnp.exe");
        assertThat(OneLine.of("x".repeat(5_000))).hasSize(400);
    }
}
