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
    void longWebAddressesAreShownByTheirHostAndKeptWhole() {
        var address = "https://email.cato.example/e2t/" + "x".repeat(80);
        var brief = "https://a.example/b";
        var parts = MailBody.of("Read (" + address + ") or " + brief + ".")
                .pages()
                .getFirst()
                .parts();
        assertThat(parts)
                .extracting(MailBody.Part::text)
                .containsExactly("Read (", "https://email.cato.example/…", ") or " + brief + ".");
        assertThat(parts.get(1).whole()).isEqualTo(address);
    }

    @Test
    void whatIsOnlySimilarToAnAddressStaysAsItIs() {
        var odd = "http" + "p".repeat(90) + " https:///" + "x".repeat(80) + " https://" + "h".repeat(90) + "/x http";
        assertThat(whole(MailBody.of(odd))).isEqualTo(odd);
        assertThat(whole(MailBody.of("https://bank.example@evil.example/" + "x".repeat(60))))
                .isEqualTo("https://bank.example@evil.example/…");
    }

    @Test
    void aTextFullOfAddressesIsReadInLinearTime() {
        var body = MailBody.of("http".repeat(250_000));
        assertThat(whole(body)).hasSize(1_000_000);
    }

    @Test
    void oneLineHasNoBreaksAndNoOverrides() {
        assertThat(OneLine.of(" Re:\r\n\t  Invoice \u202Egnp.exe\u2066 ")).isEqualTo("Re: Invoice gnp.exe");
        assertThat(OneLine.of("x".repeat(5_000))).hasSize(400);
    }
}
