package io.countersign.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadKeysTest {
    private static ThreadKeys keys(String from, String to, String subject, String... more) {
        var mail = "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\n" + String.join("\n", more) + "\n\nx";
        return ThreadKeys.of(new MailParser().parse(mail.getBytes(UTF_8)));
    }

    private static boolean share(ThreadKeys one, ThreadKeys other) {
        return one.subjects().stream().anyMatch(other.subjects()::contains);
    }

    @Test
    void aReplyNamesItsOriginal() {
        var original = keys("a@x", "b@x", "hi", "Message-ID: <1@x>");
        var reply = keys("b@x", "a@x", "Re: hi", "Message-ID: <2@x>", "In-Reply-To: <1@x>");
        assertThat(reply.references()).containsExactly(original.own());
        assertThat(reply.subjects()).isEmpty();
        assertThat(original.reply()).isFalse();
    }

    @Test
    void longChainsAreCutToTheirEnds() {
        var chain = new StringBuilder("References:");
        for (int i = 0; i < 50; i++) {
            chain.append(" <").append(i).append("@x>");
        }
        var keys = keys("a@x", "b@x", "Re: hi", "In-Reply-To: <49@x>", chain.toString());
        assertThat(keys.references()).hasSize(ThreadKeys.MOST_REFERENCES).doesNotHaveDuplicates();
        assertThat(keys.references())
                .contains(ThreadKeys.hash("49@x"), ThreadKeys.hash("0@x"), ThreadKeys.hash("48@x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: hi",
                "RE: Re: hi",
                "AW: hi",
                "Fwd: hi",
                "[list] Re: hi",
                "Re[2]: hi",
                "Re: [list] hi",
                "SV: HI ",
                "WG: hi"
            })
    void aReplyWithoutReferencesSharesTheSubjectKey(String subject) {
        var original = keys("A@x", "b@x", "hi", "Message-ID: <1@x>");
        var reply = keys("b@x", "a@x", subject);
        assertThat(share(original, reply)).isTrue();
        assertThat(reply.reply()).isTrue();
        assertThat(original.reply()).isFalse();
    }

    @Test
    void theSameSubjectBetweenOtherPeopleIsAnotherConversation() {
        assertThat(share(keys("a@x", "me@x", "hi"), keys("b@x", "me@x", "Re: hi")))
                .isFalse();
        assertThat(keys("a@x", "me@x", "").subjects()).isEmpty();
    }

    @Test
    void aMailingListIsOneParticipant() {
        var list = "List-Id: <list.example>";
        assertThat(share(keys("a@x", "l@x", "[l] hi", list), keys("b@x", "l@x", "Re: [l] hi", list)))
                .isTrue();
    }

    @Test
    void wordsWithColonsAreNoPrefixes() {
        assertThat(keys("a@x", "b@x", "Reminder: pay").reply()).isFalse();
        assertThat(keys("a@x", "b@x", "note: re").reply()).isFalse();
        assertThat(keys("a@x", "b@x", "hi").own()).isZero();
    }
}
