package io.countersign.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.CpuTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadableTextTest {
    private static final String LONG = "https://click.shop.example/ls/" + "a1B2".repeat(30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Hi [IMG] Ann                                              | Hi  Ann
            [image: logo.png]Hello                                    | Hello
            [Image]Hello[image: a b, c]                               | Hello
            [cid:70dce445-dbf1@x]Regards                              | Regards
            Regards <cid:part1.06@x>                                  | ~Regards ~
            [ https://shop.example/x ][IMG] Sale                      | ~ Sale~
            [cid:image001.png@01D]<https://www.example.org/> Ann      | ~ Ann~
            [Inline image 1] See                                      | ~ See~
            """)
    void whatStandsForAPictureIsNotShown(String text, String shown) {
        assertThat(ReadableText.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See [ https://shop.example/x ] and [1], [images], [IMGs] or <ann@example.org>.",
                "std::vector<i> and a<b>c, if x<p and y>q",
                "Use <div> and </div>, not <span>.",
                "a <br> alone",
                "<Ann> wrote: [image",
                "[cid:" + "never closed",
                "<https://example.org/page> is a link",
                "1 < 2 and 3 > 2"
            })
    void whatAPersonWroteStays(String text) {
        assertThat(ReadableText.of(text)).isEqualTo(text);
    }

    @Test
    void htmlThatCameAsPlainTextIsReadWithoutItsTags() {
        assertThat(ReadableText.of("<html><head><style>p { color: red }</style></head><body><p>Dear Ann,</p>"
                        + "<!-- <p>hidden</p> --><a href=\"x\">Pay &amp; go</a></body></html>"))
                .isEqualToIgnoringWhitespace("Dear Ann, Pay & go")
                .doesNotContain("color", "hidden");
        assertThat(ReadableText.of("Dear Ann,<br><br>your <b>order</b> is here.<br/>Bye &nbsp;<BR>now"))
                .isEqualTo("Dear Ann,\n\nyour order is here.\nBye \u00A0\nnow");
    }

    @Test
    void longWebAddressesAreBriefOnlyWhereThereIsLittleRoom() {
        var text = "Read " + LONG + " or https://a.example/b now";
        assertThat(ReadableText.of(text)).isEqualTo(text);
        assertThat(ReadableText.brief(text)).isEqualTo("Read https://click.shop.example/… or https://a.example/b now");
        assertThat(ReadableText.brief("Unsubscribe [ " + LONG + " ]"))
                .isEqualTo("Unsubscribe [ https://click.shop.example/… ]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<",
                "[image:",
                "[ https://a",
                "<a ",
                "<style>",
                "<!--",
                "<br>",
                "[cid:]",
                "&#",
                "<p",
                "</style",
                "[http://a",
                "[IMG][ http://a]",
                "<script>x",
                "http",
                "https://a/"
            })
    void hostileTextTakesNoLongerThanItsLength(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        ReadableText.brief(text.substring(0, 10_000));
        assertThat(CpuTime.of(() -> ReadableText.brief(text))).as(piece).isLessThan(Duration.ofSeconds(1));
        assertThat(CpuTime.of(() -> ReadableText.brief("<html><p>" + text)))
                .as("HTML with " + piece)
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anyTextIsReadAndWhatHasNoBracketsStaysAsItIs() {
        var random = new Random(5);
        var pieces = new String[] {
            "[", "]", "<", ">", "image:", "img", "cid:", "br", "/", " ", "\n", "a", "http://x", "\uD83D", "!--", "-->"
        };
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var plain = text.toString().replaceAll("[\\[<]", "");
            assertThat(ReadableText.of(plain)).isEqualTo(plain);
            assertThat(ReadableText.of(text.toString()).length()).isLessThanOrEqualTo(text.length());
        }
    }
}
