package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void blocksBecomeLines() {
        assertThat(HtmlText.of("<div>one</div><div>two <b>bold</b></div><p>three</p>four<br>five"))
                .isEqualTo("one\ntwo bold\n\nthree\n\nfour\nfive");
    }

    @Test
    void listsAndTablesStayReadable() {
        assertThat(HtmlText.of(
                        "<ul><li>a<li>b</ul><table><tr><td>Total</td><td>5 EUR</td></tr><tr><td>x</td></tr></table>"))
                .isEqualTo("- a\n- b\nTotal 5 EUR\nx");
    }

    @Test
    void linksKeepTheirText() {
        assertThat(HtmlText.of("see <a href='https://example.org'>our site</a>."))
                .isEqualTo("see our site.");
    }

    @Test
    void styleScriptAndHiddenPreheadersAreDropped() {
        assertThat(
                        HtmlText.of(
                                "<head><title>t</title><style>p{}</style></head><script>x()</script>"
                                        + "<div style='max-height:0; DISPLAY : none !important'>secret</div><span hidden>h</span>shown"))
                .isEqualTo("shown");
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(HtmlText.of("<pre>a\nb</pre>")).isEqualTo("a\nb");
    }

    @Test
    void fillersAreDroppedAndSpacesFolded() {
        assertThat(HtmlText.of("a&nbsp;&zwnj;&nbsp;  b&shy;c\u200B")).isEqualTo("a bc");
    }

    @Test
    void anythingIsSurvived() {
        assertThat(HtmlText.of("")).isEmpty();
        assertThat(HtmlText.of("<div>".repeat(100_000) + "x")).isEqualTo("x");
        assertThat(HtmlText.of("<a <b <![CDATA[ --> &#0; &#xD800; x")).doesNotContain("\0");
    }
}
