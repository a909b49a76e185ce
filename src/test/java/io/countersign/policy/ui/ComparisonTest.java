package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import io.countersign.policy.MessageFields;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private final ClauseDrafts drafts = new ClauseDrafts();

    @Test
    void builderOffersWhatThePolicyLanguageTakes() {
        for (var field : MessageFields.all()) {
            for (var operator : Operator.values()) {
                assertThat(isTaken(field, operator))
                        .as("%s %s", field.name(), operator)
                        .isEqualTo(Comparison.operators(field.type()).contains(operator));
            }
        }
    }

    /** Whether a file may compare the field so, whatever is wrong with the value. */
    private static boolean isTaken(MessageField field, Operator operator) {
        var file = "{\"name\":\"x\",\"action\":\"mark_read\",\"condition\":{\"%s\":[\"%s\",null]}}"
                .formatted(operator.id(), field.name());
        return ((PolicyParse.Refused) new PolicyJson().parse(file))
                .problems().stream().noneMatch(problem -> problem.message().contains("cannot be compared by"));
    }

    @Test
    void everyOfferedComparisonMakesAClauseOfItsOperatorAndIsOfferedAgain() {
        for (var field : MessageFields.all()) {
            var leaf = Comparison.onField(drafts.unfinished(), field);
            for (var comparison : Comparison.offered(field, Comparison.of(leaf))) {
                var compared = comparison.applyTo(leaf);
                assertThat(Comparison.of(compared)).isEqualTo(comparison);
                assertThat(Comparison.offered(field, comparison)).contains(comparison);
            }
        }
    }

    @Test
    void everyFieldToEveryOtherFieldGivesAClauseThatTheFieldTakes() {
        for (var from : MessageFields.all()) {
            for (var operator : Comparison.operators(from.type())) {
                var leaf = new Leaf(1, operator, from, List.of("true"));
                for (var to : MessageFields.all()) {
                    var changed = Comparison.onField(leaf, to);
                    assertThat(Comparison.operators(to.type())).contains(changed.operator());
                    assertThat(changed.field()).isSameAs(to);
                }
            }
        }
    }

    @Test
    void valueStaysWhereItStillCanBeOne() {
        var subject = drafts.leaf(Operator.CONTAINS, MessageFields.named("subject"), "sale");
        assertThat(Comparison.onField(subject, MessageFields.named("preview")).value())
                .isEqualTo("sale");
        assertThat(Comparison.onField(subject, MessageFields.named("category")).value())
                .isEqualTo(MessageFields.named("category").allowed().getFirst());
        assertThat(Comparison.onField(subject, MessageFields.named("expiresAt")).value())
                .isEqualTo("now");
        assertThat(Comparison.onField(subject, MessageFields.named("starred")).values())
                .containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyFieldAndEveryComparisonHasWords(String language) {
        var texts = Texts.of(Locale.of(language));
        var words = new PolicyWords(texts, new Formats(texts, Locale.of(language), PoliciesStage.CLOCK));
        var listed = new ArrayList<MessageField>();
        words.fields().values().forEach(listed::addAll);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(MessageFields.all());
        for (var field : MessageFields.all()) {
            assertThat(words.field(field)).isNotBlank();
            for (var operator : Comparison.operators(field.type())) {
                for (var value : List.of("true", "false")) {
                    assertThat(words.comparison(Comparison.of(new Leaf(1, operator, field, List.of(value))), field))
                            .isNotBlank();
                }
            }
        }
        ActionDraft.ids().forEach(id -> assertThat(words.action(id)).isNotBlank());
    }
}
