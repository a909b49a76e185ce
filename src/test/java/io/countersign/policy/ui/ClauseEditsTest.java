package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.RandomConditions;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClauseEditsTest {
    private final ClauseDrafts drafts = new ClauseDrafts();
    private final ClauseEdits edits = new ClauseEdits(drafts);
    private final Leaf starred = drafts.leaf(Operator.EQ, MessageFields.named("starred"), "true");
    private final Leaf unread = drafts.leaf(Operator.EQ, MessageFields.named("unread"), "true");
    private final Leaf sale = drafts.leaf(Operator.CONTAINS, MessageFields.named("subject"), "sale");

    private static String text(ClauseDraft tree) {
        return ConditionText.of(tree).replaceAll("\\s+", "");
    }

    @Test
    void addingToASingleComparisonMakesAGroupOfBoth() {
        assertThat(text(edits.add(starred, starred.key(), unread)))
                .isEqualTo("{\"all\":[{\"eq\":[\"starred\",true]},{\"eq\":[\"unread\",true]}]}");
    }

    @Test
    void addingToAGroupPutsItLastAndBehindAClauseRightThere() {
        var group = drafts.group(Kind.ANY, List.of(starred, unread));
        assertThat(((Group) edits.add(group, group.key(), sale)).parts()).containsExactly(starred, unread, sale);
        assertThat(((Group) edits.add(group, starred.key(), sale)).parts()).containsExactly(starred, sale, unread);
    }

    @Test
    void exceptionsAreAddedToWhatMustAllHold() {
        var once = edits.require(starred, drafts.group(Kind.NOT, List.of(sale)));
        var twice = edits.require(once, drafts.group(Kind.NOT, List.of(unread)));
        assertThat(text(twice))
                .isEqualTo("{\"all\":[{\"eq\":[\"starred\",true]},{\"not\":{\"contains\":[\"subject\",\"sale\"]}},"
                        + "{\"not\":{\"eq\":[\"unread\",true]}}]}");
    }

    @Test
    void negationGoesWithWhatItNegates() {
        var not = drafts.group(Kind.NOT, List.of(sale));
        var group = drafts.group(Kind.ALL, List.of(starred, not));
        assertThat(((Group) edits.remove(group, sale.key())).parts()).containsExactly(starred);
        assertThat(text(edits.remove(not, sale.key()))).isEqualTo("{\"all\":[]}");
    }

    @Test
    void severalPartsAreNegatedAsAGroup() {
        var group = drafts.group(Kind.ANY, List.of(starred, unread));
        assertThat(text(edits.regroup(group, group.key(), Kind.NOT)))
                .isEqualTo("{\"not\":{\"any\":[{\"eq\":[\"starred\",true]},{\"eq\":[\"unread\",true]}]}}");
    }

    @Test
    void movingOverTheEdgeLeavesTheGroup() {
        var inner = drafts.group(Kind.ANY, List.of(unread, sale));
        var outer = drafts.group(Kind.ALL, List.of(starred, inner));
        assertThat(((Group) edits.move(outer, unread.key(), -1)).parts().get(1)).isEqualTo(unread);
        assertThat(((Group) edits.move(outer, sale.key(), 1)).parts().getLast()).isEqualTo(sale);
        assertThat(edits.move(outer, starred.key(), -1)).isEqualTo(outer);
    }

    @Test
    void noEditLosesOrInventsAComparison() {
        var random = new Random(5);
        var conditions = new RandomConditions(random);
        for (int i = 0; i < 500; i++) {
            var tree = EditorDraft.of(PolicyDrafts.named("x", conditions.condition(4)), drafts)
                    .tree();
            var keys = keys(tree);
            long key = keys.get(random.nextInt(keys.size()));
            assertThat(leaves(edits.move(tree, key, random.nextBoolean() ? 1 : -1)))
                    .hasSameElementsAs(leaves(tree));
            assertThat(leaves(edits.wrap(tree, key, Kind.ANY))).isEqualTo(leaves(tree));
            assertThat(leaves(edits.regroup(tree, key, Kind.NOT))).isEqualTo(leaves(tree));
            assertThat(leaves(edits.negate(tree, key))).isEqualTo(leaves(tree));
            if (!isNegation(tree, key)) {
                assertThat(text(edits.negate(edits.negate(tree, key), key))).isEqualTo(text(tree));
            }
            var copied = edits.duplicate(tree, key);
            assertThat(leaves(copied))
                    .hasSize(leaves(tree).size()
                            + leaves(ClauseEdits.find(tree, key).orElseThrow()).size());
            assertThat(new HashSet<>(keys(copied))).hasSameSizeAs(keys(copied));
        }
    }

    /** Of two negations one may vanish, which changes nothing that is said. */
    private static boolean isNegation(ClauseDraft tree, long key) {
        return ClauseEdits.parent(tree, key)
                        .filter(group -> group.kind() == Kind.NOT)
                        .isPresent()
                || ClauseEdits.find(tree, key)
                        .filter(clause -> clause instanceof Group group && group.kind() == Kind.NOT)
                        .isPresent();
    }

    private static List<Long> keys(ClauseDraft tree) {
        var keys = new ArrayList<Long>();
        keys.add(tree.key());
        if (tree instanceof Group group) {
            group.parts().forEach(part -> keys.addAll(keys(part)));
        }
        return keys;
    }

    private static List<ClauseDraft> leaves(ClauseDraft tree) {
        return tree instanceof Group group
                ? group.parts().stream().flatMap(part -> leaves(part).stream()).toList()
                : List.of(tree);
    }
}
