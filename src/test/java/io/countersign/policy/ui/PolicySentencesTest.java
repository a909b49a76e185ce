package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyLint;
import io.countersign.policy.PolicyParse;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services really say is said in German too. */
class PolicySentencesTest {
    private final PolicyWords german = words(Locale.GERMAN);
    private final PolicyWords english = words(Locale.ENGLISH);

    private static PolicyWords words(Locale locale) {
        var texts = Texts.of(locale);
        return new PolicyWords(texts, new Formats(texts, locale, PoliciesStage.CLOCK));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"contains":["subject",""]} | Sag, womit verglichen wird.
            {"gte":["riskScore",""]} | Sag, womit verglichen wird.
            {"gt":["receivedAt",""]} | Sag, womit verglichen wird.
            {"gte":["riskScore","high"]} | Risiko wird mit einer Zahl verglichen; gefunden: the text "high".
            {"eq":["subjekt","x"]} | Es gibt kein Feld „subjekt“. Meintest du Betreff?
            {"contain":["subject","x"]} | Es gibt keinen Vergleich „contain“. Meintest du contains?
            {"eq":["category","offerr"]} | „offerr“ gehört nicht zu dem, was Art der Mail sein kann. Meintest du offer?
            {"lt":["subject","x"]} | Betreff lässt sich nicht mit lt vergleichen; erlaubt sind eq, neq, in, contains, regex, exists.
            {"not":{}} | Hier fehlt noch etwas.
            """)
    void problemsOfConditions(String condition, String said) {
        var file = "{\"name\":\"x\",\"action\":\"mark_read\",\"condition\":" + condition + "}";
        var problems = ((PolicyParse.Refused) new PolicyJson().parse(file)).problems();
        assertThat(german.said(problems.getFirst().message())).isEqualTo(said);
    }

    @Test
    void everyLintFindingHasWordsOfItsOwn() {
        var file = """
                [{"name":"A","priority":1,"condition":{"eq":["starred",true]},"action":"archive_email"},
                 {"name":"B","priority":2,"condition":{"eq":["starred",true]},"action":"archive_email"},
                 {"name":"C","priority":3,"condition":{"all":[]},"action":"archive_email"},
                 {"name":"D","priority":4,"condition":{"any":[]},"action":"archive_email"},
                 {"name":"E","priority":5,"condition":{"all":[{"eq":["unread",true]},{"eq":["unread",false]}]},"action":"mark_read"},
                 {"name":"F","priority":6,"condition":{"regex":["subject","x*"]},"action":"mark_read"},
                 {"name":"G","priority":7,"condition":{"regex":["subject","[a-z ]"]},"action":"mark_read"},
                 {"name":"H","priority":8,"condition":{"eq":["starred",true]},"action":"move_to_folder","params":{"folder":"Keep"}}]""";
        var findings = new PolicyLint().lint(new PolicyJson().parse(file).orThrow());
        assertThat(findings).hasSizeGreaterThan(6);
        var untranslated = findings.stream()
                .map(finding -> finding.message())
                .filter(message -> german.said(message).equals(message))
                .collect(Collectors.toSet());
        assertThat(untranslated).isEmpty();
    }

    @Test
    void unknownSentenceStaysAsItIs() {
        assertThat(List.of(german, english))
                .allSatisfy(words -> assertThat(words.said("The moon is full.")).isEqualTo("The moon is full."));
    }
}
