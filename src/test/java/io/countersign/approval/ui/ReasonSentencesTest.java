package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.ui.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonSentencesTest {
    private final ReasonSentences english = new ReasonSentences(Texts.of(Locale.ENGLISH));
    private final ReasonSentences german = new ReasonSentences(Texts.of(Locale.GERMAN));

    @Test
    void whatIsProposedAndHowSureIsNotSaidAgain() {
        assertThat(english.of("Archive, 96 % sure. The offer in it is over. It ended 2581 days ago; this sender sends"
                        + " mostly promotions."))
                .isEqualTo("The offer in it is over. It ended 2,581 days ago; this sender sends mostly promotions.");
        assertThat(english.of("Label \"a, b\", 7 % sure. It closes an application."))
                .isEqualTo("It closes an application.");
        assertThat(english.of("Archive, 50 % sure.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The offer in it is over. It ended 1 day ago. | Das Angebot darin ist vorbei. Es endete vor einem Tag.
            It has just ended; the risk of this mail is 86 of 100. | Es ist gerade zu Ende gegangen; das Risiko dieser Mail ist 86 von 100.
            You approved most of what shop.example sends. | Du hast das meiste von shop.example freigegeben.
            You rejected most of what this list sends. | Du hast das meiste von dieser Liste abgelehnt.
            You rejected most of what was proposed for mail of the kind job alert. | Du hast das meiste abgelehnt, was für Mails der Art Stellenhinweis vorgeschlagen wurde.
            You approved most of what was proposed for mail with the word sale. | Du hast das meiste freigegeben, was für Mails mit dem Wort „sale“ vorgeschlagen wurde.
            You approve this less often than the policy expects. | Du gibst das seltener frei, als die Regel erwartet.
            My own reason; it ended up here. This sender sends mostly promotions. | My own reason; it ended up here. Dieser Absender schickt meist Werbung.
            It ended badly. | It ended badly.
            """)
    void whatTheProgramWroteIsSaidInGermanAndWhatThePersonWroteStays(String stored, String said) {
        assertThat(german.of("Archive, 96 % sure. " + stored)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/classify/risk.txt", "/classify/mail.txt", "/ats/scam.txt"})
    void everyRiskIsSaidInBothLanguagesWithWhatWasSeen(String file) throws IOException {
        try (var in = Objects.requireNonNull(ReasonSentencesTest.class.getResourceAsStream(file), file)) {
            var templates = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("reason "))
                    .map(line -> line.substring("reason ".length()))
                    .toList();
            assertThat(templates).allSatisfy(template -> {
                var stored = template.replace("{0}", "a (b) {c}'s d.example");
                assertThat(english.risk(stored).replaceAll("[“”]", "\"").replace('’', '\''))
                        .isEqualTo(stored);
                assertThat(german.risk(stored))
                        .contains("a (b) {c}'s d.example")
                        .isNotEqualTo(stored);
            });
        }
    }

    @Test
    void aRiskThatNobodyTranslatedStaysAsItIs() {
        assertThat(german.risk("Seen by an older version (x).")).isEqualTo("Seen by an older version (x).");
        assertThat(german.risk("No brackets")).isEqualTo("No brackets");
    }

    @Test
    void everyDefaultPolicyHasItsReasonInGerman() {
        assertThat(DefaultPolicies.load(new PolicyJson()))
                .allSatisfy(policy -> assertThat(german.of(policy.reason())).isNotEqualTo(policy.reason()));
    }
}
